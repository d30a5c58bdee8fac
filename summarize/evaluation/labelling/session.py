"""One article being labelled: what the page is told, and what is made of the labels that it sends."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar, Final, Literal

from pydantic import ValidationError

from summarize.article import Article
from summarize.card import Card
from summarize.correcting import Change, RefusedError, correct
from summarize.errors import SummarizeError, UsageError
from summarize.evaluation.gold.check import problems
from summarize.evaluation.gold.files import ENDINGS, GoldFile, content_of, read_gold, schema_reference
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.gold.mending import rewritten
from summarize.evaluation.gold.places import Ground, Problem, form_problems
from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.files import write_whole

Labels = dict[str, Any]
Page = Literal["label", "correct"]
"""What a page is for."""
_SCHEMA: Final = "schemas/gold.schema.json"


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving."""

    problems: list[Problem]
    """Why it was refused; notes alone refuse nothing."""
    refused: str | None = None
    """Why it was refused, if not for the labels."""

    @property
    def is_saved(self) -> bool:
        """True if the file was written."""
        return self.refused is None and all(one.note for one in self.problems)


class Session:
    """The labels of one article, and the file that they go to. Threads may use it at the same time."""

    page: ClassVar[Page] = "label"

    def __init__(self, article: Article, path: Path, labels: Labels, *, hints: list[Labels] | None = None) -> None:
        """Begin to label.

        Raises:
            UsageError: the file is no gold file, or labels another article.
        """
        if path.suffix not in ENDINGS:
            raise UsageError(f"{path} is no name for a gold file: it ends in {' or '.join(ENDINGS)}")
        self.article, self.path, self._hints = article, path, hints or []
        self._ground = Ground(article.text)
        self._lock = Lock()
        file = _open_gold_file(path, article)
        self._on_disk = None if file is None else path.read_bytes()
        self.is_new = file is None
        head: Labels = {"article": Path(os.path.relpath(article.source, path.parent)).as_posix(), "id": article.id}
        self.labels: Labels = {**head, **labels} if file is None else _with_places(file.gold, self._ground)
        """As they are on disk, or would be there without a change."""
        self._latest: Labels | None = None
        self._backup = path.with_name(path.name + ".unsaved")
        self.unsaved = _read_backup(self._backup)
        """What was not saved when the page was last closed."""

    def state(self) -> Labels:
        """All that the page needs."""
        return {
            "file": str(self.path),
            "isNew": self.is_new,
            "text": self.article.text,
            "runs": [{"parts": run.parts, "outer": run.outer} for run in self._ground.runs],
            "dates": self._hints,
            "labels": self.labels,
            "unsaved": self.unsaved,
        }

    def check(self, labels: Any) -> list[Problem]:
        """What is wrong with labels as the page sends them."""
        with self._lock:
            self._latest = labels if isinstance(labels, dict) else None
        gold = self._gold(labels)
        return gold if isinstance(gold, list) else problems(gold, self.article)

    def save(self, labels: Any, *, overwrite: bool = False) -> Saved:
        """Write the file, if the labels hold; whole or not at all."""
        found = self.check(labels)
        gold = self._gold(labels)
        if isinstance(gold, list) or any(not one.note for one in found):
            return Saved(found)
        with self._lock:
            there = self.path.read_bytes() if self.path.exists() else None
            if there != self._on_disk and not overwrite:
                return Saved(found, f"{self.path} was changed by another program since it was read")
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.path, self._text(gold, there))
            except (OSError, UsageError) as error:
                return Saved(found, str(error))
            self._on_disk = self.path.read_bytes()
            self.labels, self.is_new = labels, False
            self._backup.unlink(missing_ok=True)
            self.unsaved = None
        return Saved(found)

    def keep_unsaved(self) -> Path | None:
        """Write what the page last sent and did not save beside the file, to be found again; where that is, None if there is nothing."""
        with self._lock:
            if self._latest is None or self._latest == self.labels:
                return None
            self._backup.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._backup, json.dumps(self._latest, ensure_ascii=True))
            return self._backup

    def _gold(self, labels: Any) -> Gold | list[Problem]:
        """Labels as gold, of this article; or what is wrong with their form."""
        try:
            json.dumps(labels, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            return [Problem("", "a text holds half of a character: take it out and type it again")]
        if not isinstance(labels, dict):
            return [Problem("", "the page sent no labels")]
        try:
            return Gold.model_validate({**labels, "article": self.labels["article"], "id": self.article.id})
        except ValidationError as error:
            return form_problems(error)

    def _text(self, gold: Gold, there: bytes | None) -> str:
        if self.path.suffix == ".json":
            return json.dumps(content_of(gold), ensure_ascii=False, indent=2) + "\n"
        folder = self.path.resolve().parent
        schema = next((at / _SCHEMA for at in folder.parents if (at / _SCHEMA).is_file()), None)
        reference = None if schema is None else schema_reference(folder, schema.parent)
        return rewritten("" if there is None else there.decode("utf-8", "replace"), gold, reference)


def _open_gold_file(path: Path, article: Article) -> GoldFile | None:
    if not path.exists():
        return None
    file = read_gold(path)
    if file.article_path.resolve() != Path(article.source).resolve():
        raise UsageError(f"{path} labels another article, {file.article_path}: give another name with -o")
    return file


def _with_places(gold: Gold, ground: Ground) -> Labels:
    """The labels of a file, with the places of words that stand in one place only."""
    labels = content_of(gold)
    facts: list[Labels] = []
    for field in ("what", "background"):
        if labels.get(field):
            labels[field] = [fact if isinstance(fact, dict) else {"any": fact} for fact in labels[field]]
            facts += labels[field]
    words = [part for quote in labels.get("quotes") or () for part in quote["parts"]]
    words += [*(labels.get("not_quotes") or ()), *(labels.get("when") or ())]
    words += [one for fact in facts for one in fact.get("evidence", ())]
    for one in words:
        place = ground.place(one["text"], one.get("at"), in_marks=True) if one.get("text") else None
        if place is not None:
            one["at"] = place
    return labels


def _read_backup(path: Path) -> Labels | None:
    try:
        labels = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return labels if isinstance(labels, dict) else None


class CorrectingSession:
    """A card and the corrections of one person. Threads may use it at the same time."""

    page: ClassVar[Page] = "correct"

    def __init__(self, card: Card, by: str, syntax: Syntax | None, write: Callable[[Card], str | None]) -> None:
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
        """What is wrong with changes as the page sends them, each after those before it that hold; labelled by its place among them, from 0.

        What whoever corrects should know of a change that holds is a note.
        """
        with self._lock:
            changes = _changes(labels)
            if isinstance(changes, Problem):
                return [changes]
            found: list[Problem] = []
            made = self.card
            for number, one in enumerate(changes):
                told: list[str] = []
                try:
                    made = correct(
                        made, [one], by=self._by, syntax=self._syntax, findings=self._findings, tell=told.append
                    )
                except RefusedError as refused:
                    found.append(Problem(str(number), str(refused)))
                found += [Problem(str(number), line, note=True) for line in told]
            return found

    def save(self, labels: Any, *, overwrite: bool = False) -> Saved:
        """Keep the changes, all or none."""
        del overwrite  # the card is written over in any case: it is the same one, with the originals in it
        found = self.check(labels)
        changes = _changes(labels)
        if isinstance(changes, Problem) or any(not one.note for one in found):
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
        return Saved([*found, Problem("", told, note=True)] if told else found)


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
