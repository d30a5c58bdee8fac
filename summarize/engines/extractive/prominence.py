"""Who and where: which participants and places the news is about."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from summarize.article import Article, Span
from summarize.engines.extractive.cues import LANGUAGE, Cue, stands_beside
from summarize.engines.extractive.reader import Line
from summarize.evidence.described_bodies import is_description
from summarize.findings import Findings, Participant, Place
from summarize.gazetteer import countries_of_town, country_code, is_city, is_place, is_region
from summarize.languages.words import extractive, names
from summarize.rules import Reason, notebook, told

_MAX_PARTICIPANTS = 12
_DEED = 1.2
"""What it weighs to be the first in the lead."""
_NEARLY = 0.3
"""Share of the weight of the first place from which on a town may stand before it."""
_FILED, _FILED_WITHIN = 2.6, 0.6
"""What it weighs to open the dateline, and to stand in it."""
_SCENES_IN = 3
"""Sentences of the news in which it is looked for where it happened."""
_YEAR, _MONTH = 4, 7
"""Length of an ISO year, and of a month."""
_IN_TITLE = 2.0
"""What it weighs that the title says something is there: "schools shut across Cork"."""
_OF_THE = 7
"""Code points of "of the ", with which a role opens that only says of which body somebody is."""
_MESSENGER = 1.5
"""What it weighs to be a spokesman, who says what others did."""


def participants(article: Article, findings: Findings, news: list[Line]) -> list[int]:
    """Numbers of the participants worth listing, most important first."""
    mentions = {mention.number: mention.span for mention in findings.mentions}
    roles = [participant.role_span for participant in findings.participants if participant.role_span is not None]
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
            spans = [span for span in spans if not _inside(span, aside)]
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
        speaks = participant.number in speakers or is_description(participant.name) or _states(article, spans)
        if participant.kind == "person" and " " in participant.name:
            # Who is told with an age is in the news: "The dead were Ann Lee (32) and …"
            told = [span for span in spans if not _inside(span, aside)]
            speaks = speaks or any(stands_beside("seniority", article.text, span) for span in told)
        if participant.kind == "organisation" and not speaks and all(_is_house(article, span) for span in spans):
            # "convicted in the High Court in Durban": where it happened
            _note(spans, "on the card", "no", "it is only told as where something happened")
            continue
        if not _worth(participant, len(spans), speaks, _in_news(spans, news)):
            _note(spans, "on the card", "no", "it is not in the news, does not speak, and is not named often enough")
            continue
        score = 1.4 * math.log1p(len(spans))
        score += 1.6 if _in_news(spans, news) else 0.0
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


def _note(spans: Sequence[Span], about: str, verdict: str, why: str) -> None:
    """Note, while somebody asks, what was decided of what is named there."""
    notes = notebook()
    if notes is not None:
        for span in spans:
            notes.write(span.start, span.end, Reason(about, None, verdict, why=why))


def _is_house(article: Article, span: Span) -> bool:
    """True for a body that is told of as the house in which something is."""
    return stands_beside("housed", article.text, span)


def _first_in(line: Line, findings: Findings, aside: list[Span]) -> int | None:
    """Number of the participant whom the lead names first for itself, not in somebody's role or words: who acts or is acted on."""
    for mention in findings.mentions:
        stands = line.start <= mention.span.start < line.end
        if mention.participant is not None and stands and not _inside(mention.span, aside):
            return mention.participant
    return None


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


def _in_news(spans: list[Span], news: list[Line]) -> bool:
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


def places(article: Article, findings: Findings, news: list[Line]) -> list[tuple[int, bool]]:
    """Numbers of the places of the news, the main one first and marked."""
    spans = {mention.number: mention.span for mention in findings.mentions}
    title = article.title or ""
    of = {place.number: [spans[number] for number in place.mentions] for place in findings.places}
    filed = _filed(findings, of)
    scored: list[tuple[float, int]] = []
    for place in findings.places:
        score = _place_score(article, place, of[place.number], news, title)
        if place.number in filed:
            score += _FILED if place.number == filed[0] else _FILED_WITHIN
        scored.append((-score, place.number))
    scored.sort()
    if not scored:
        return []
    heaviest = scored[0][1]
    _town_first(scored, article, findings.places, of, filed, news)
    nearest = scored[0][1]
    _scene_first(scored, article, findings, filed, of, news)
    floor = max(1.2, -scored[0][0] * 0.25)
    kept = scored[:1] + [(score, number) for score, number in scored[1:6] if -score >= floor]
    main = scored[0][1]
    moved = (
        told("the place where the news says that it happened, before the one that it was filed from")
        if main != nearest
        else ""
    )
    moved = moved or (
        told("a town that weighs nearly as much as what weighs most") if main != heaviest else told("it weighs most")
    )
    for rank, (score, number) in enumerate(scored):
        verdict = (
            told("the main place")
            if rank == 0
            else told("a place of the card")
            if (score, number) in kept
            else told("not on the card")
        )
        filing = told(", the dateline counted") if number in filed else ""
        why = f"weight {-score:.2f}{filing}"
        _note(
            of[number],
            "place of the news",
            verdict,
            f"{moved}: {why}" if rank == 0 else f"{why}, of {floor:.2f} needed",
        )
    return [(number, index == 0) for index, (_, number) in enumerate(kept)]


def _filed(findings: Findings, of: Mapping[int, Sequence[Span]]) -> list[int]:
    """Numbers of the places of the dateline, in its order."""
    dateline = findings.dateline
    if dateline is None:
        return []
    there = [(span.start, number) for number, where in of.items() for span in where if dateline.covers(span)]
    return list(dict.fromkeys(number for _, number in sorted(there)))


def _scene_first(  # noqa: PLR0913, PLR0917 - all that it is told by
    scored: list[tuple[float, int]],
    article: Article,
    findings: Findings,
    filed: Collection[int],
    of: Mapping[int, Sequence[Span]],
    news: Sequence[Line],
) -> None:
    """Move the place where the news says that it happened before the one that it was filed from: "IPOH -- A train reversed near Tapah".

    A place that the news says something happened in stays first itself, and a country is no more than where a town lies. Behind the lead, what is
    to come, what was before and what is in another country is told aside; the last not if it goes on with somebody of the lead.
    """
    found = findings.places
    first = found[scored[0][1] - 1]
    if first.number not in filed or not news or _is_restated(article, first.name, news[0]):
        return
    if _is_told("scene", article, of[first.number]):
        return
    lead = news[0]
    # "A whale washed ashore in western Greenland": the town there comes later.
    there = {
        place.country: place.number
        for place in found
        if _is_wide(place) and place.country != first.country
        for span in of[place.number]
        if lead.start <= span.start < lead.end and stands_beside("scene", article.text, span)
    }
    countries = {first.country, *there}
    scenes: list[tuple[bool, int, int]] = []
    for line in news[:_SCENES_IN]:
        if scenes or (line is not lead and (line.shows("future") or _is_of_before(article, findings, line))):
            continue
        scenes = [
            (_is_wide(place), span.start, place.number)
            for place in found
            if not _is_country(place)
            for span in of[place.number]
            if line.start <= span.start < line.end
            and stands_beside("scene", article.text, span)
            and (line is lead or place.country in countries or _goes_on(findings, line, lead, span))
            and not (line is not lead and stands_beside("earlier", article.text, span))
        ]
    abroad = [number for number in there.values() if not _is_told("planned", article, of[number])]
    if scenes or abroad:
        number = min(scenes)[2] if scenes else min(abroad)
        scored.sort(key=lambda one: one[1] != number)


def _is_of_before(article: Article, findings: Findings, line: Line) -> bool:
    """True for a sentence whose only times are of months or years before that of the news, or days of a year before it."""
    published = article.published or ""
    here = [
        time.end or time.start or ""
        for time in findings.times
        if line.start <= time.span.start < line.end and not stands_beside("predates", article.text, time.span)
    ]
    ends = [time[:_YEAR] if len(time) > _MONTH else time for time in here if time]
    return bool(ends) and all(end < published[: len(end)] for end in ends)


def _goes_on(findings: Findings, line: Line, lead: Line, place: Span) -> bool:
    """True if a sentence names somebody of the lead before a place: "Whyte lost a shoe in Bridgetown"."""
    of_lead = {mention.participant for mention in findings.mentions if lead.start <= mention.span.start < lead.end}
    here = {mention.participant for mention in findings.mentions if line.start <= mention.span.start < place.start}
    return bool((here & of_lead) - {None})


def _is_restated(article: Article, name: str, lead: Line) -> bool:
    """True if the lead itself names the town that it was filed from, if only in a body's name, and not as where something was said."""
    low, at = article.text.lower(), lead.start
    while (at := low.find(name.lower(), at, lead.end)) >= 0:
        span = Span(start=at, end=at + len(name))
        if not stands_beside("address", article.text, span):
            return True
        at = span.end
    return False


def _town_first(  # noqa: PLR0913, PLR0917 - all that it is told by
    scored: list[tuple[float, int]],
    article: Article,
    found: Sequence[Place],
    of: Mapping[int, Sequence[Span]],
    filed: Collection[int],
    news: Sequence[Line],
) -> None:
    """Move a town before the country, road or unlisted place that weighs most, if it weighs nearly as much.

    A town says more than the country or region it lies in, and more than a road in it; and what only its label makes a place does not beat one that
    lists know, unless the text says what it is, "Yoff, a suburb of Dakar", or only says that somebody came from the known one or went there. What stands in the dateline (`filed`, by number) is one, listed or not.
    """
    best, first = scored[0][0], found[scored[0][1] - 1]
    is_road = _is_told("thoroughfare", article, of[first.number]) and not is_place(first.name)  # "Downham Market"
    is_unlisted = (
        first.number not in filed and _is_by_label(first) and not _is_told("settled_place", article, of[first.number])
    )
    for at, (score, number) in enumerate(scored[1:], 1):
        town = found[number - 1]
        is_nearer = _is_wide(first) and town.country in {first.country, None} and not _is_wide(town)
        is_listed = is_unlisted and (is_city(town.name) or town.country in countries_of_town(town.name))
        is_there = number in filed or town.name in (article.title or "")
        is_there = is_there or any(_is_at(article, span) for span in of[number])
        is_there = is_there or (is_listed and bool(_in_lead(of[number], news)))
        is_around = is_road and not _is_wide(town) and not _is_told("thoroughfare", article, of[number])
        if (((is_nearer or is_listed) and is_there) or is_around) and score <= best * _NEARLY:
            scored.insert(0, scored.pop(at))
            return


def _in_lead(spans: Sequence[Span], news: Sequence[Line]) -> list[Span]:
    return [span for span in spans if any(line.start <= span.start < line.end for line in news[:1])]


def _is_at(article: Article, span: Span) -> bool:
    """True for a place in which something is, or that lies in the one behind it: "Oxford, Mississippi"; no end of a journey, "on its way to Kisumu"."""
    behind = article.text[span.end : span.end + 3]
    return _is_located(article, span) or (behind[:2] == ", " and behind[2:].isupper())


def _is_told(cue: Cue, article: Article, spans: Sequence[Span]) -> bool:
    return any(stands_beside(cue, article.text, span) for span in spans)


def _is_by_label(place: Place) -> bool:
    """True for a place that no list knows and whose name has no word of a place, and which is named once or in no known country."""
    words = place.name.lower().split()
    has_word = words[0] in names(LANGUAGE).place_openers or words[-1] in names(LANGUAGE).place
    is_house = place.name in names(LANGUAGE).houses
    is_told = place.country is not None and len(place.mentions) > 1
    return not (has_word or is_house or is_place(place.name) or countries_of_town(place.name) or is_told)


def _place_score(article: Article, place: Place, where: list[Span], news: list[Line], title: str) -> float:
    score = 0.8 * math.log1p(len(where))
    lead = news[0] if news else None
    for span in where:
        located = _is_located(article, span)
        if lead is not None and lead.start <= span.start < lead.end:
            score += 2.2 if located else 0.7
            score += 0.5 if article.text[span.end : span.end + 2] == ", " and located else 0.0
            break
    else:
        if any(line.start <= span.start < line.end for span in where for line in news):
            score += 0.9
    if place.name in title:
        begins = title.index(place.name)
        score += _IN_TITLE if stands_beside("located", title, Span(start=begins, end=begins + len(place.name))) else 1.2
    # A town says more than the country it lies in.
    if place.country is not None and _is_country(place):
        score -= 0.9
    score -= 0.5 * where[0].start / max(1, len(article.text))
    return score


def _is_wide(place: Place) -> bool:
    """True for a country or a region, which is named where a town lies."""
    return _is_country(place) or (is_region(place.name) and not is_city(place.name))


def _is_country(place: Place) -> bool:
    return country_code(place.name) is not None


def _is_located(article: Article, span: Span) -> bool:
    """True for a place in which something is or happens, and not for an address: "the Lindgren Institute in Gothenburg"."""
    text = article.text
    if text[max(0, span.start - 2) : span.start] == ", ":
        return True
    return stands_beside("located", text, span) and not stands_beside("address", text, span)
