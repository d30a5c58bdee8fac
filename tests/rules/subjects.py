"""What a row's example is about: the text is read as any article is, and what the rules were asked of the marked words is kept.

⟦ and ⟧ stand around what an example is about: the name, the quotation with its marks, the linking word. `⟦person|Rasht⟧` gives the label of
an NLP model as well. Examples of tables that judge a whole paragraph or sentence need no marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

import pytest

from summarize.article import Article, article_id
from summarize.engines.extractive import cues
from summarize.evidence import (
    countries,
    kinds,
    name_kinds,
    name_links,
    pronouns,
    quotations,
    role_descriptions,
    role_words,
)
from summarize.evidence import sentences as splitter
from summarize.evidence.document import document_of
from summarize.evidence.find import Finder
from summarize.evidence.names import find_names
from summarize.grounding import replies
from summarize.layout import boilerplate
from summarize.rules import Decision, Ladder, Passage, Row

_MARKED: Final = re.compile(r"⟦(?:(?P<label>[a-z]+)\|)?(?P<held>[^⟧]*)⟧")
_LABELS: Final = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "NORP", "thing": "EVENT"}


@dataclass(frozen=True)
class Example:
    """An example without its marks."""

    text: str
    start: int
    end: int
    label: str | None

    @classmethod
    def of(cls, marked: str) -> Example:
        """Take the marks out of an example."""
        match = _MARKED.search(marked)
        if match is None:
            return cls(marked, 0, len(marked), None)
        text = marked[: match.start()] + match["held"] + marked[match.end() :]
        return cls(text, match.start(), match.start() + len(match["held"]), match["label"])


@dataclass
class Recorder:
    """A ladder that keeps what it was asked."""

    ladder: Ladder[Any]
    asked: list[tuple[Any, Decision | None]] = field(default_factory=list)

    def decide(self, subject: Any) -> Decision | None:
        """As the ladder does."""
        decision = self.ladder.decide(subject)
        self.asked.append((subject, decision))
        return decision

    def is_silent(self, _: str) -> bool:
        """False of every word: of what examples are about the ladder itself is to be asked."""
        return False


@dataclass(frozen=True)
class Table:
    """A table of rules, with how its rules are asked and whom they are asked of."""

    module: Any
    rules: str
    """The name of the function of `module` that reads the table."""
    ask: Callable[[Example], None]
    is_about: Callable[[Any, Example], bool]

    apart: bool = False
    """Its verdicts do not exclude each other: the rules of each are asked by themselves."""
    again: bool = False
    """Rules are asked again when more is known: the last answer counts."""

    def beside(self, row: Row) -> Ladder[Any]:
        """The rules among which a row speaks."""
        return self.ladder.only(row.verdict) if self.apart else self.ladder

    @property
    def ladder(self) -> Ladder[Any]:
        """The rules."""
        ladder: Ladder[Any] = getattr(self.module, self.rules)()
        return ladder

    @contextmanager
    def recording(self, ladder: Ladder[Any]) -> Iterator[Recorder]:
        """Keep what is asked of `ladder`, which stands in for the table's own."""
        recorder = Recorder(ladder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.module, self.rules, lambda *_: recorder)
            yield recorder

    def explain(self, marked: str, ladder: Ladder[Any] | None = None) -> Decision | None:
        """What the rules say of an example; by another ladder than the table's own if one is given."""
        example = Example.of(marked)
        with self.recording(ladder or self.ladder) as recorder, suppress(AssertionError):
            self.ask(example)  # without its last rule a ladder may have no answer where one is needed
        about = [decision for subject, decision in recorder.asked if self.is_about(subject, example)]
        assert about, (
            f"this table is not asked about what stands between ⟦ and ⟧ in {marked!r}: see what its other rows mark"
        )
        return about[-1 if self.again else 0]


def _read(example: Example) -> None:
    text = example.text
    article = Article(id=article_id(text), source="example", published="2026-01-09", language="en", text=text)
    Finder(article, document_of(article), None)


def _name(example: Example) -> None:
    labels = {(example.start, example.end): _LABELS[example.label]} if example.label else {}
    find_names(example.text, splitter.split_sentences(example.text, 0, len(example.text)), labels, [])


def _cue(example: Example) -> None:
    text, start, end = example.text, example.start, example.end
    cues.cue_rules().decide(
        Passage(text[start:end], text[max(0, start - cues.REACH) : start], text[end : end + cues.REACH])
    )


def _story(example: Example) -> None:
    countries.cue_rules().decide(Passage(example.text))


def _line(example: Example) -> None:
    boilerplate.explain_boilerplate(example.text)


def _reply(example: Example) -> None:
    replies.reply_rules().decide(Passage(example.text))


def _any(subject: object, example: Example) -> bool:
    return subject is not None and bool(example.text)


TABLES: Final = {
    "quotation_kinds": Table(kinds, "kind_rules", _read, lambda held, example: held.entry.run.start == example.start),
    "speakers": Table(
        quotations, "speaker_rules", _read, lambda held, example: held.room.run.start == example.start, again=True
    ),
    "pronouns": Table(pronouns, "pronoun_rules", _read, lambda held, example: held.start == example.start),
    "name_proofs": Table(name_kinds, "proof_rules", _name, lambda held, example: held.name.start == example.start),
    "name_evidence": Table(name_kinds, "evidence_rules", _name, lambda held, example: held.name.start == example.start),
    "name_labels": Table(name_kinds, "label_rules", _name, lambda held, example: held.name.start == example.start),
    "name_links": Table(name_links, "link_rules", _read, lambda held, example: held.ahead[0].start == example.start),
    "role_words": Table(role_words, "word_rules", _read, lambda held, example: held.start == example.start),
    "role_descriptions": Table(
        role_descriptions,
        "description_rules",
        _read,
        lambda held, example: held.words == example.text[example.start : example.end],
    ),
    "boilerplate": Table(boilerplate, "boilerplate_rules", _line, _any),
    "country_cues": Table(countries, "cue_rules", _story, _any, apart=True),
    "cues": Table(cues, "cue_rules", _cue, _any, apart=True),
    "replies": Table(replies, "reply_rules", _reply, _any, apart=True),
}
"""By the table's name. A table that is not here fails a test."""
