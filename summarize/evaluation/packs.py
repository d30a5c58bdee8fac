"""The examples that stand beside a language's tables: sentences with the date or the speaker that a reader of the language would give.

They are plain YAML, so that a speaker of the language adds to them without Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from summarize.article import Article
from summarize.errors import UsageError
from summarize.evidence.find import find
from summarize.languages.labels import Labels
from summarize.languages.loader import load
from summarize.languages.packs import path_of
from summarize.languages.tables import has_table

PUBLISHED: Final = "2026-11-24"
"""The day on which every example is published, a Tuesday."""
ARROW: Final = " -> "
_LABELLED: Final = "de"
"""A language whose table of labels is whole, by a test; English has none."""


def examples(language: str) -> dict[str, list[tuple[str, str]]]:
    """The examples of a language by what they show, `dates` and `speakers`: a sentence and its answer.

    Raises:
        UsageError: nobody has written any, or a line of the file is none.
    """
    path = path_of(f"{language}/examples.yaml")
    if not path.is_file():
        raise UsageError(f"no examples are written for {language!r}: they stand in languages/{language}/examples.yaml")
    rows: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(rows, dict) or rows.keys() - {"dates", "speakers"}:
        raise UsageError(f"{path.name} of {language}: the lists `dates` and `speakers` are needed, and nothing else")
    return {kind: [_parted(language, str(line)) for line in lines or ()] for kind, lines in rows.items()}


def _parted(language: str, line: str) -> tuple[str, str]:
    sentence, arrow, answer = line.rpartition(ARROW)
    if not arrow:
        raise UsageError(f"examples.yaml of {language}: {line!r} has no “->” with its answer")
    return sentence, answer.strip()


def failures(language: str) -> Iterator[str]:
    """The examples that are read otherwise, each with what was read in a line. Raises as `examples` does."""
    for kind, rows in examples(language).items():
        for sentence, answer in rows:
            read = _date(language, sentence) if kind == "dates" else _speaker(language, sentence)
            if read != answer:
                yield f"{language}: {sentence} -> {answer}, but read as {read}"


def unlabelled(language: str) -> Iterator[str]:
    """The rows that a language's `labels.toml` lacks, or has for nothing, each in a line; none where it has no such table."""
    if not has_table(f"{language}/labels.toml"):
        return
    own, known = (load(Labels, f"{code}/labels.toml") for code in (language, _LABELLED))
    for section in ("labels", "counted"):
        rows, wanted = getattr(own, section).keys(), getattr(known, section).keys()
        yield from (f"{language}: labels.toml has no row for {row!r}" for row in sorted(wanted - rows))
        yield from (f"{language}: nothing shows the row {row!r} of labels.toml" for row in sorted(rows - wanted))


def _date(language: str, sentence: str) -> str:
    times = find(_article(language, sentence)).times
    return (times[-1].start or "open") if times else "none"


def _speaker(language: str, sentence: str) -> str:
    quotations = find(_article(language, sentence)).quotations
    return (quotations[0].speaker or "nobody") if quotations else "no quotation"


def _article(language: str, sentence: str) -> Article:
    return Article(text=sentence, language=language, published=PUBLISHED, published_from="option")
