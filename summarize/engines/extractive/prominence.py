"""Who: which participants the news is about."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from summarize.article import Article, Span
from summarize.engines.extractive.cues import LANGUAGE, stands_beside
from summarize.engines.extractive.cues import note as _note
from summarize.engines.extractive.reader import EngineSentence
from summarize.evidence.described_bodies import is_description
from summarize.evidence.vocabulary import ORGANISATION_WORDS
from summarize.findings import Findings, Participant
from summarize.gazetteer import given_name_gender
from summarize.languages.words import extractive

_MAX_PARTICIPANTS = 12
_BODY_WORDS = frozenset(word.lower() for word in ORGANISATION_WORDS)
_DEED = 1.2
"""What it weighs to be the first in the lead."""
_OF_THE = 7
"""Code points of "of the ", with which a role opens that only says of which body somebody is."""
_MESSENGER = 1.5
"""What it weighs to be a spokesman, who says what others did."""
_FULL = 3
"""Words of a name that can hardly be anything but a body's: it takes part where it is named once. Labels say so of 59 of 63 such bodies in view, and
of 30 of 30 unseen (30 November 2026); of bodies with names of two words, of 66 of 77 and 22 of 31, of one word, of 30 of 77 and 10 of 25. Of names of one
word on the card which did and said nothing, and were no word for bodies, they said so of 18 of 45 and 5 of 14; of people with one name, of 8 of 27 and 4 of 13."""


def participants(article: Article, findings: Findings, news: list[EngineSentence]) -> list[int]:
    """Numbers of the participants worth listing, most important first."""
    mentions = {mention.number: mention.span for mention in findings.mentions}
    heard = {one.participant for one in findings.quotations} | {one.participant for one in findings.attributions}
    roles = [
        participant.role_span
        for participant in findings.participants
        if participant.role_span is not None and not (participant.number in heard and _is_officer(participant))
    ]
    quoted = [part for quotation in findings.quotations if quotation.kind != "words" for part in quotation.parts]
    aside = sorted([*roles, *quoted], key=lambda span: span.start)
    speakers = {quotation.participant for quotation in findings.quotations if quotation.kind != "words"}
    title = article.title or ""
    first = _first_in(news[0], findings, aside) if news else None
    scored: list[tuple[float, int]] = []
    of: dict[int, Sequence[Span]] = {}
    for participant in findings.participants:
        spans = of[participant.number] = [mentions[number] for number in participant.mentions]
        if participant.kind != "person" and participant.number not in speakers:
            # A body that stands only inside somebody's role or words takes no part itself.
            told = [span for span in spans if stands_beside("deeds", article.text, span) and not _inside(span, quoted)]
            spans = [span for span in spans if span in told or not _inside(span, aside)]
            # Whom a source "told" is the paper itself or its agency.
            if not spans or any(stands_beside("told", article.text, span) for span in spans):
                _note(
                    of[participant.number],
                    "on the card",
                    "no",
                    "a body only in a role or in words, or one that is told things",
                )
                continue
        # What is only described acts or speaks, or the findings would not hold it.
        speaks = (
            participant.number in speakers
            or any(stands_beside("deeds", article.text, span) for span in spans)
            or is_description(participant.name)
            or _states(article, spans)
        )
        is_heard = participant.number in heard or participant.role is not None
        if participant.kind == "person" and " " in participant.name:
            # Who is named in full or with an age takes part, but for who wrote the story or took its pictures.
            told = [span for span in spans if not _inside(span, aside)]
            speaks = speaks or any(_is_in_full(article, participant, span) for span in told)
        if participant.kind == "organisation" and not speaks and all(_is_house(article, span) for span in spans):
            # "convicted in the High Court in Durban": where it happened
            _note(spans, "on the card", "no", "it is only told as where something happened")
            continue
        is_in_news = _in_news(spans, news)
        if not (_worth(participant, len(spans), speaks, is_in_news) or _is_full_body(article, participant, spans)):
            _note(spans, "on the card", "no", "it is not in the news, does not speak, and is not named often enough")
            continue
        if not (speaks or is_heard) and _is_one_doubtful_word(participant):
            _note(spans, "on the card", "no", "one word, which does and says nothing: as often no name of anybody")
            continue
        score = 1.4 * math.log1p(len(spans))
        score += 1.6 if is_in_news else 0.0
        score += 1.4 if _last_word(participant.name) in title else 0.0
        score += 1.0 if participant.number in speakers else 0.0
        score += 0.9 if participant.role else 0.0
        score += 0.6 if participant.kind == "person" else 0.0
        score += _DEED if participant.number == first else 0.0
        score -= _MESSENGER if _only_speaks_for_others(participant) else 0.0
        score -= 1.0 * spans[0].start / max(1, len(article.text))
        scored.append((-score, participant.number))
    scored.sort()
    for rank, (score, number) in enumerate(scored, 1):
        _note(
            of[number],
            "on the card",
            "yes" if rank <= _MAX_PARTICIPANTS else "no",
            f"number {rank} of {len(scored)} by weight, {-score:.1f}",
        )
    return [number for _, number in scored[:_MAX_PARTICIPANTS]]


def _is_full_body(article: Article, participant: Participant, spans: Sequence[Span]) -> bool:
    """True for a body that is named in full, unless something is only told to be there: "in the Kestrel Arts Centre"."""
    is_in_full = participant.kind == "organisation" and len(participant.name.split()) >= _FULL
    return is_in_full and not any(stands_beside("located", article.text, span) for span in spans)


def _is_one_doubtful_word(participant: Participant) -> bool:
    """True for a name of one word that is no word for bodies: as often a place, a thing, an animal or half of a name."""
    if participant.kind not in {"person", "organisation"} or " " in participant.name:
        return False
    return participant.name.lower() not in _BODY_WORDS


def _is_in_full(article: Article, participant: Participant, span: Span) -> bool:
    """True where somebody is told with an age, "Ann Lee (32)", or by a name whose first word is a given name; not for "Photo: Ann Lee", "in Owen Sound"."""
    if stands_beside("seniority", article.text, span):
        return True
    is_given = given_name_gender(participant.name.split(maxsplit=1)[0]) is not None
    return is_given and not any(stands_beside(cue, article.text, span) for cue in ("credit", "located", "thing"))


def _is_house(article: Article, span: Span) -> bool:
    """True for a body that is told of as the house in which something is."""
    return stands_beside("housed", article.text, span)


def _first_in(line: EngineSentence, findings: Findings, aside: list[Span]) -> int | None:
    """Number of the participant whom the lead names first for itself, not in somebody's role or words: who acts or is acted on."""
    for mention in findings.mentions:
        stands = line.start <= mention.span.start < line.end
        if mention.participant is not None and stands and not _inside(mention.span, aside):
            return mention.participant
    return None


def _is_officer(participant: Participant) -> bool:
    """True for somebody whose word is that of a body: "convener of the Dockers' Council"."""
    return not extractive(LANGUAGE).officers.isdisjoint((participant.role or "").lower().replace(",", " ").split())


def _only_speaks_for_others(participant: Participant) -> bool:
    called = participant.name if participant.kind == "unnamed" else participant.role or ""
    return bool(extractive(LANGUAGE).messengers.intersection(called.lower().split()))


def _states(article: Article, spans: list[Span]) -> bool:
    return any(
        stands_beside("states", article.text, span) or stands_beside("acts", article.text, span) for span in spans
    )


def _inside(span: Span, asides: list[Span]) -> bool:
    index = bisect_right(asides, span.start, key=lambda aside: aside.start) - 1
    if index < 0 or not asides[index].covers(span):
        return False
    # A role that is no more than the body that somebody is of leaves that body a part of its own: "of the Workers' Choir".
    return not (0 < span.start - asides[index].start <= _OF_THE and span.end == asides[index].end)


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _in_news(spans: list[Span], news: list[EngineSentence]) -> bool:
    return any(line.start <= span.start < line.end for span in spans for line in news)


def _worth(participant: Participant, count: int, speaks: bool, in_news: bool) -> bool:
    if participant.kind == "person":
        return speaks or in_news or count >= 2 or participant.role is not None
    if participant.kind == "unnamed":
        return True  # it acts or suffers, or the findings would not hold it
    if participant.kind == "group":
        return speaks or (in_news and count >= 2)
    if len(participant.name) <= 2:
        return speaks and participant.name.isupper()  # "the DA has called", not "16 GB"
    return speaks or count >= 2 or in_news
