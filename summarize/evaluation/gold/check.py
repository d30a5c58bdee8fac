"""What is wrong with a gold file: labels that point at nothing, contradict each other, or leave something out.

A *problem* makes the file unsound: what is scored against it would be wrong. A *note* is worth a look and no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from pydantic import ValidationError

from summarize import reading
from summarize.article import Article
from summarize.errors import ArticleError, UsageError
from summarize.evaluation.gold.files import GoldFile, line_of, lines, read_gold
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.gold.places import Ground, Problem, form_problems, quote_for_message
from summarize.evaluation.gold.rules.values import date_problems, fact_problems, is_calendar_date
from summarize.evaluation.gold.rules.words import name_problems, quotation_problems
from summarize.evaluation.scoring.words import plain


@dataclass(frozen=True, slots=True)
class CheckedGold:
    """A gold file, and what is wrong with it."""

    path: Path
    found: tuple[Problem, ...]
    file: GoldFile | None = None
    """None if it is no gold file."""
    lines: dict[str, int] = field(default_factory=dict)
    """Label to line."""

    @property
    def problems(self) -> list[Problem]:
        """What makes the file unsound."""
        return [one for one in self.found if not one.note]

    def written(self) -> list[str]:
        """Problems and notes, each on a line that says where, in the order of the file."""
        ordered = sorted((line_of(one.label, self.lines), one) for one in self.found)
        return [
            f"{self.path}:{line}: {'note: ' if one.note else ''}{f'{one.label}: ' if one.label else ''}{one.message}"
            for line, one in ordered
        ]


def check_file(path: Path) -> CheckedGold:
    """What is wrong with the gold file at `path`, its article included."""
    try:
        file = read_gold(path)
    except UsageError as error:
        return CheckedGold(path, tuple(_unreadable(error)), lines=lines(_source(path)))
    return CheckedGold(path, tuple(_labels(file)), file, lines(file.source))


def read_article(file: GoldFile) -> Article:
    """The article of a gold file, whatever id the file gives.

    Raises:
        ArticleError: it cannot be read.
        UsageError: the file gives a publication date that is none.
    """
    return reading.read(str(file.article_path), file.gold.given.published).article


def problems(gold: Gold, article: Article) -> list[Problem]:
    """What is wrong with labels, given their article. Its id is not looked at."""
    ground = Ground(article.text, gold.until)
    return [
        *_article(gold, article),
        *quotation_problems(gold, ground),
        *name_problems(gold, ground.text),
        *date_problems(gold, ground),
        *fact_problems(gold, ground),
    ]


def _labels(file: GoldFile) -> Iterator[Problem]:
    try:
        article = read_article(file)
    except (ArticleError, UsageError) as error:  # the latter: a given date that is none
        yield Problem("article" if isinstance(error, ArticleError) else "given.published", str(error))
        return
    if file.gold.id is None:
        yield Problem("article", "the id of its text is missing: `evals check --fix` fills it in")
    elif file.gold.id != article.id:
        yield Problem(
            "id",
            "the article has another text than the one labelled: `evals check --fix` takes it, and finds labels again",
        )
    yield from problems(file.gold, article)


def _source(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _unreadable(error: UsageError) -> Iterator[Problem]:
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        yield from form_problems(cause)
    elif isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark is not None:
        mark = cause.problem_mark
        yield Problem("", f"line {mark.line + 1}, column {mark.column + 1}: {cause.problem or 'no YAML'}")
    elif isinstance(cause, json.JSONDecodeError):
        yield Problem("", f"line {cause.lineno}, column {cause.colno}: {cause.msg}")
    else:
        yield Problem("", str(error))


def _article(gold: Gold, article: Article) -> Iterator[Problem]:
    if gold.reviewed is False:
        yield Problem("reviewed", "a program filled it in, and nobody has looked at all of it", note=True)
    title = plain(gold.title or "")
    if title and title != plain(article.title or "") and title not in plain(article.text):
        yield Problem("title", f"{quote_for_message(gold.title or '')} is not in the article")
    for label, value in (("published", gold.published), ("given.published", gold.given.published)):
        if value is not None and not is_calendar_date(value):
            yield Problem(label, f"{value} is no day of the calendar")
    if gold.until is not None and gold.until > len(article.text):
        yield Problem("until", f"the article ends at {len(article.text)}")
