"""The examples that stand beside a language's tables: sentences with the date or the speaker that a reader of the language would give.

They are plain YAML, so that a speaker of the language adds to them without Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import yaml

from summarize.article import Article
from summarize.errors import UsageError
from summarize.evidence.find import find
from summarize.languages.identification import declared_language
from summarize.languages.labels import Labels
from summarize.languages.loader import load
from summarize.languages.packs import path_of
from summarize.languages.reasons import Reasons
from summarize.languages.tables import has_table

PUBLISHED: Final = "2026-11-24"
"""The day on which every example is published, a Tuesday."""
ARROW: Final = " -> "
_KINDS: Final = frozenset({"dates", "speakers"})
_LABELLED: Final = "de"
"""A language whose tables of labels and reasons are whole, by a test; English has none."""


def examples(language: str) -> dict[str, list[tuple[str, str]]]:
    """The examples of a language by what they show, `dates` and `speakers`: a sentence and its answer.

    Raises:
        UsageError: nobody has written any, no article is called by this code, the file is not YAML, or a line of it is no example.
    """
    path = path_of(f"{language}/examples.yaml")
    if not path.is_file():
        raise UsageError(f"no examples are written for {language!r}: they stand in languages/{language}/examples.yaml")
    called = declared_language(language)
    if called is not None and called != language:
        raise UsageError(
            f"articles in {language!r} are called {called!r}: rename the folder, or its tables are never read"
        )
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as error:  # the latter where it is no text
        raise UsageError(f"{path.name} of {language} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(rows, dict) or any(
        kind not in _KINDS or not isinstance(lines, list | None) for kind, lines in rows.items()
    ):
        raise UsageError(f"{path.name} of {language}: the lists `dates` and `speakers` are needed, and nothing else")
    return {kind: [_split_example(language, line) for line in lines or ()] for kind, lines in rows.items()}


def _split_example(language: str, line: object) -> tuple[str, str]:
    if not isinstance(line, str):
        raise UsageError(
            f"examples.yaml of {language}: {line!r} is no text to YAML: put the line in quotation marks '…'"
        )
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


def label_faults(language: str) -> Iterator[str]:
    """The rows that a language's `labels.toml` and `reasons.toml` lack, or have for nothing, each in a line; none of a table that it has not."""
    for kind, file, sections in (
        (Labels, "labels.toml", ("labels", "counted")),
        (Reasons, "reasons.toml", ("reasons",)),
    ):
        if not has_table(f"{language}/{file}"):
            continue
        own, known = (load(kind, f"{code}/{file}") for code in (language, _LABELLED))
        for section in sections:
            rows, wanted = getattr(own, section).keys(), getattr(known, section).keys()
            yield from (f"{language}: {file} has no row for {row!r}" for row in sorted(wanted - rows))
            yield from (f"{language}: nothing shows the row {row!r} of {file}" for row in sorted(rows - wanted))


def _date(language: str, sentence: str) -> str:
    times = find(_article(language, sentence)).times
    return (times[-1].start or "open") if times else "none"


def _speaker(language: str, sentence: str) -> str:
    quotations = find(_article(language, sentence)).quotations
    return (quotations[0].speaker or "nobody") if quotations else "no quotation"


def _article(language: str, sentence: str) -> Article:
    return Article(text=sentence, language=language, published=PUBLISHED, published_from="option")
