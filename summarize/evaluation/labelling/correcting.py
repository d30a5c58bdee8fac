"""A card being corrected on a page: what the page is told, and what is made of the changes that it sends."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, ClassVar

from pydantic import ValidationError

from summarize.card import Card
from summarize.correcting import Change, RefusedError, correct
from summarize.errors import SummarizeError
from summarize.evaluation.gold.places import Problem, form_problems
from summarize.evaluation.labelling.session import Page, Saved
from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax


class CorrectingSession:
    """A card and the corrections of one person. Threads may use it at the same time."""

    page: ClassVar[Page] = "correct"

    def __init__(self, card: Card, by: str, syntax: Syntax | None, write: Callable[[Card], str | None]) -> None:
        """Begin to correct.

        Args:
            card: the card.
            by: who corrects it.
            syntax: a loaded NLP model, None for rules alone.
            write: keeps the corrected card and may say what else could not be kept; raises SummarizeError where it cannot keep the card.
        """
        self.card = card
        self._by, self._syntax, self._write = by, syntax, write
        self._findings = find(card.article, syntax, document_of(card.article))
        self._lock = Lock()

    def state(self) -> dict[str, Any]:
        """All that the page needs. Sentences are ranges of code points, the first one is number 1."""
        return {
            "by": self._by,
            "card": self.card.model_dump(mode="json", exclude={"provenance"}),
            "sentences": [(one.span.start, one.span.end) for one in self._findings.sentences],
        }

    def check(self, labels: Any) -> list[Problem]:
        """What is wrong with changes as the page sends them, each after those before it that hold; labelled by its place among them, from 0."""
        with self._lock:
            changes = _changes(labels)
            if isinstance(changes, Problem):
                return [changes]
            found, made = [], self.card
            for number, one in enumerate(changes):
                try:
                    made = correct(made, [one], by=self._by, syntax=self._syntax, findings=self._findings)
                except RefusedError as refused:
                    found.append(Problem(str(number), str(refused)))
            return found

    def save(self, labels: Any, *, overwrite: bool = False) -> Saved:
        """Keep the changes, all or none."""
        del overwrite  # the card is written over in any case: it is the same one, with the originals in it
        found = self.check(labels)
        changes = _changes(labels)
        if found or isinstance(changes, Problem):
            return Saved(found)
        with self._lock:
            try:
                made = correct(self.card, changes, by=self._by, syntax=self._syntax, findings=self._findings)
                told = self._write(made) if changes else None
            except RefusedError as refused:
                return Saved([Problem(str(refused.number - 1), str(refused))])
            except SummarizeError as error:
                return Saved([], str(error))
            self.card = made
        return Saved([Problem("", told, note=True)] if told else [])


def _changes(labels: Any) -> list[Change] | Problem:
    sent = labels.get("changes") if isinstance(labels, dict) else None
    if not isinstance(sent, list):
        return Problem("", "the page sent no changes")
    changes = []
    for number, one in enumerate(sent):
        try:
            changes.append(Change.model_validate(one))
        except ValidationError as error:
            return Problem(str(number), form_problems(error)[0].message)
    return changes
