"""A model's answer as a draft. Nothing is checked here: grounding does that, for every engine."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.model.form import Closed, Form, at_most
from summarize.findings import Findings, ParticipantKind


def draft_of(answer: Answer, findings: Findings, *, translated: bool) -> Draft:
    """The draft that an answer means."""
    quotes = [DraftQuote(quotation=entry.quotation, participant=entry.participant) for entry in answer.speakers]
    missed = answer.missed
    return Draft(
        headline=_statement(answer.headline) if answer.headline.text.strip() else None,
        what=tuple(_sentence(said) for said in answer.what if said.text.strip()),
        who=(
            *_participants(answer),
            *(_participant(one) for one in missed if one.kind in {"person", "organisation", "group"}),
        ),
        when=(
            *(
                (DraftTime(time=answer.date, main=True, sentence=_sentence_of(answer.date, findings)),)
                if answer.date
                else ()
            ),
            *(DraftTime(words=one.words, sentence=one.sentence) for one in missed if one.kind == "date"),
        ),
        where=(
            *((DraftPlace(place=answer.place, main=True),) if answer.place else ()),
            *(DraftPlace(name=one.words, sentence=one.sentence) for one in missed if one.kind == "place"),
        ),
        quotes=(
            *quotes,
            *(
                DraftQuote(words=one.words, sentence=one.sentence, participant=one.participant or None)
                for one in missed
                if one.kind == "quotation"
            ),
        ),
        unsaid=answer.unsaid,
        claims=answer.claims,
        background=tuple(DraftStatement(sentences=(number,)) for number in answer.background),
        translated=translated,
    )


def _statement(said: DraftedText) -> DraftStatement:
    return DraftStatement(sentences=said.sentences, text=" ".join(said.text.split()))


def _sentence(said: DraftedText) -> DraftStatement:
    """As `_statement`, closed by a full stop where it has no end mark."""
    statement = _statement(said)
    text = statement.text or ""
    return statement.model_copy(update={"text": text + "."}) if text[-1].isascii() and text[-1].isalnum() else statement


def _participants(answer: Answer) -> list[DraftParticipant]:
    roles = {entry.participant: entry.role.strip() or None for entry in answer.roles}
    listed = dict.fromkeys((*answer.who, *roles))
    return [DraftParticipant(participant=number, role=roles.get(number)) for number in listed]


def _participant(one: Missed) -> DraftParticipant:
    kind: ParticipantKind = "person"
    if one.kind == "organisation" or one.kind == "group":  # noqa: PLR1714 - narrows the type
        kind = one.kind
    return DraftParticipant(name=one.words.strip(), kind=kind, sentence=one.sentence, role=one.role.strip() or None)


def _sentence_of(number: int, findings: Findings) -> int | None:
    """The sentence that a time stands in, None if there is no such time."""
    if not 1 <= number <= len(findings.times):
        return None
    span = findings.times[number - 1].span
    return next((one.number for one in findings.sentences if one.span.covers(span)), None)


class DraftedText(Closed):
    """A text of the model's own, and the sentences it rests on."""

    text: str
    sentences: tuple[int, ...] = at_most(4)


class CorrectedSpeaker(Closed):
    """A corrected speaker."""

    quotation: int
    participant: int


class Role(Closed):
    """A corrected role."""

    participant: int
    role: str


class Missed(Closed):
    """Something that the lists lack, by its words and the sentence they stand in."""

    kind: Literal["person", "organisation", "group", "place", "date", "quotation"]
    words: str
    sentence: int
    role: str
    participant: int


class Answer(Form):
    """Findings chosen by number, and a headline and one to three sentences of news."""

    headline: DraftedText
    what: tuple[DraftedText, ...] = at_most(3)
    who: tuple[int, ...] = at_most(8)
    date: int = Field(description="0: not listed")
    place: int = Field(description="0: not listed")
    background: tuple[int, ...] = at_most(3)
    speakers: tuple[CorrectedSpeaker, ...] = at_most(20)
    unsaid: tuple[int, ...] = at_most(10)
    claims: tuple[int, ...] = at_most(6)
    roles: tuple[Role, ...] = at_most(8)
    missed: tuple[Missed, ...] = at_most(12)
