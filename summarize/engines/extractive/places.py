"""Where: which of an article's places the news is about, and which is the main one."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from summarize.article import Article, Span
from summarize.engines.extractive.cues import LANGUAGE, Cue, shows, stands_beside
from summarize.engines.extractive.cues import note as _note
from summarize.engines.extractive.reader import EngineSentence
from summarize.evidence.vocabulary import NAME_PATTERNS
from summarize.findings import Findings, Place
from summarize.gazetteer import countries_of_town, country_code, is_city, is_place, is_region
from summarize.languages.words import names
from summarize.rules import reason_text

_NEARLY = 0.3
"""Share of the weight of the first place from which on a town may stand before it."""
_MIN_COUNT, _SHARE = 1.0, 0.25
_FILED = 2.6
"""What it weighs to open the dateline."""
_LIST = 3
"""Towns from which on a list of them is no scene."""
_SCENES_IN = 3
"""Sentences of the news in which it is looked for where it happened."""
_LIVED = 0.3
"""What it costs to be told of as somebody's home alone."""
_YEAR, _MONTH = 4, 7
"""Length of an ISO year, and of a month."""
_LOCATED, _NAMED, _TITLED = 2.2, 0.7, 2.5
"""What it weighs to be where something is in the lead, to be named in the news, and to be named in the title."""
_ASIDES: Final[tuple[Cue, ...]] = ("address", "residence", "birthplace")
"""What stands beside a place that is told of only by the way: the institute that is called by it, and somebody who lives there or was born there."""


_NOT_NOW: Final[tuple[Cue, ...]] = ("planned", "earlier")
"""What stands beside a place of what is to come or had been."""


class _Read(Struct, frozen=True):
    """What places are told by."""

    article: Article
    findings: Findings
    news: Sequence[EngineSentence]
    of: Mapping[int, Sequence[Span]]
    """Where each place is named, by its number."""
    filed: Sequence[int]
    """Numbers of the places of the dateline, in its order."""

    def names(self, cue: Cue, place: Place) -> bool:
        """True for a place beside which a cue stands wherever it is named."""
        return any(stands_beside(cue, self.article.text, span) for span in self.of[place.number])


def places(article: Article, findings: Findings, news: list[EngineSentence]) -> list[tuple[int, bool]]:
    """Numbers of the places of the news, the main one first and marked."""
    spans = {mention.number: mention.span for mention in findings.mentions}
    title = article.title or ""
    of = {place.number: [spans[number] for number in place.mentions] for place in findings.places}
    filed = _dateline_places(findings, of)
    scored: list[tuple[float, int]] = []
    for place in findings.places:
        score = _place_score(article, place, of[place.number], news, title)
        score += _FILED if place.number in filed[:1] else 0.0
        scored.append((-score, place.number))
    scored.sort()
    if not scored:
        return []
    heaviest = scored[0][1]
    read = _Read(article, findings, news, of, filed)
    _town_first(scored, read)
    nearest = scored[0][1]
    _scene_first(scored, read)
    happened = scored[0][1]
    _court_first(scored, read)
    floor = max(_MIN_COUNT, -scored[0][0] * _SHARE)
    kept = scored[:1] + [(score, number) for score, number in scored[1:6] if -score >= floor]
    main = scored[0][1]
    moved = ""
    if main != happened:
        moved = reason_text("the town where the court sits that the news tells of")
    elif main != nearest:
        moved = reason_text("the place where the news says that it happened, before the one that it was filed from")
    moved = moved or (
        reason_text("a town that weighs nearly as much as what weighs most")
        if main != heaviest
        else reason_text("it weighs most")
    )
    for rank, (score, number) in enumerate(scored):
        verdict = (
            reason_text("the main place")
            if rank == 0
            else reason_text("a place of the card")
            if (score, number) in kept
            else reason_text("not on the card")
        )
        filing = reason_text(", the dateline counted") if number in filed else ""
        why = f"weight {-score:.2f}{filing}"
        _note(
            of[number],
            "place of the news",
            verdict,
            f"{moved}: {why}" if rank == 0 else f"{why}, of {floor:.2f} needed",
        )
    return [(number, index == 0) for index, (_, number) in enumerate(kept)]


def _dateline_places(findings: Findings, of: Mapping[int, Sequence[Span]]) -> list[int]:
    """Numbers of the places of the dateline, in its order."""
    dateline = findings.dateline
    if dateline is None:
        return []
    there = [(span.start, number) for number, where in of.items() for span in where if dateline.covers(span)]
    return list(dict.fromkeys(number for _, number in sorted(there)))


def _scene_first(scored: list[tuple[float, int]], read: _Read) -> None:
    """Move the place where the news says that it happened before the one that it was filed from: "IPOH -- A train reversed near Tapah".

    A place that the news says something happened in stays first itself, and a country is no more than where a town lies. Behind the lead, what is
    to come, what was before and what is in another country is told aside; the last not if it goes on with somebody of the lead.
    """
    article, findings, news = read.article, read.findings, read.news
    found = findings.places
    first = found[scored[0][1] - 1]
    if first.number not in read.filed or not news or _is_restated(article, first.name, news[0]):
        return
    if read.names("scene", first):
        return
    lead = news[0]
    # "A whale washed ashore in western Greenland": the town there comes later.
    there = {
        place.country: place.number
        for place in found
        if _is_wide(place) and place.country != first.country
        for span in read.of[place.number]
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
            for span in read.of[place.number]
            if line.start <= span.start < line.end
            and stands_beside("scene", article.text, span)
            and (line is lead or place.country in countries or _goes_on(findings, line, lead, span))
            and not (line is not lead and stands_beside("earlier", article.text, span))
            and not stands_beside("affiliation", article.text, span)
            and not _opens_list(read, span)
        ]
    # "LISBON — A storm killed six in Portugal and Spain, and set a ferry adrift off Morocco": it is of where it was filed as well.
    is_at_home = any(
        _is_wide(one) and one.country == first.country and _in_lead(read.of[one.number], news) for one in found
    )
    abroad = [number for number in there.values() if not (is_at_home or read.names("planned", found[number - 1]))]
    if scenes or abroad:
        number = min(scenes)[2] if scenes else min(abroad)
        scored.sort(key=lambda one: one[1] != number)


def _court_first(scored: list[tuple[float, int]], read: _Read) -> None:
    """Move the town where a court sits before what only a region, an animal or somebody is called by: "A Co Tyrone man was jailed by a court in Omagh".

    The town of the dateline stays, and one that the title names.
    """
    found, text = read.findings.places, read.article.text
    first = found[scored[0][1] - 1]
    is_titled = _is_titled(first.name, read.article.title or "") and not _is_wide(first)
    if is_titled or first.number in read.filed:
        return
    opening = [one.span for one in read.findings.sentences[:_SCENES_IN]]
    opening = [span for span in opening if not shows("future", text[span.start : span.end])]
    courts = [
        (span.start, place.number)
        for place in found
        if not _is_wide(place)
        for span in read.of[place.number]
        if any(one.start <= span.start < one.end for one in opening)
        and stands_beside("court", text, span)
        and not any(stands_beside(cue, text, span) for cue in _NOT_NOW)
    ]
    if courts:
        number = min(courts)[1]
        scored.sort(key=lambda one: one[1] != number)


def _opens_list(read: _Read, span: Span) -> bool:
    """True for a town with which a list of three or more begins: "ending strikes in Hull, Leeds and York" is of none of them."""
    starts = {
        one.start: one.end for place in read.findings.places if not _is_wide(place) for one in read.of[place.number]
    }
    listed, end = 1, span.end
    while gap := NAME_PATTERNS.list_gap.match(read.article.text, end):
        if gap.end() not in starts:
            return False
        listed, end = listed + 1, starts[gap.end()]
        if gap["last"]:
            break
    return listed >= _LIST


def _is_of_before(article: Article, findings: Findings, line: EngineSentence) -> bool:
    """True for a sentence whose only times are of months or years before that of the news, or days of a year before it."""
    published = article.published
    here = [
        time.end or time.start or ""
        for time in findings.times
        if line.start <= time.span.start < line.end and not stands_beside("predates", article.text, time.span)
    ]
    ends = [time[:_YEAR] if len(time) > _MONTH else time for time in here if time]
    if published is None:
        # The year is told of what is not of the same one: "An attack in May 2019".
        return bool(ends)
    return bool(ends) and all(end < published[: len(end)] for end in ends)


def _goes_on(findings: Findings, line: EngineSentence, lead: EngineSentence, place: Span) -> bool:
    """True if a sentence names somebody of the lead before a place: "Whyte lost a shoe in Bridgetown"."""
    of_lead = {mention.participant for mention in findings.mentions if lead.start <= mention.span.start < lead.end}
    here = {mention.participant for mention in findings.mentions if line.start <= mention.span.start < place.start}
    return bool((here & of_lead) - {None})


def _is_restated(article: Article, name: str, lead: EngineSentence) -> bool:
    """True if the lead itself names the town that it was filed from, if only in a body's name, and not as where something was said."""
    low, at = article.text.lower(), lead.start
    while (at := low.find(name.lower(), at, lead.end)) >= 0:
        span = Span.of(at, at + len(name))
        if not stands_beside("address", article.text, span):
            return True
        at = span.end
    return False


def _town_first(scored: list[tuple[float, int]], read: _Read) -> None:
    """Move a town before the country, road or unlisted place that weighs most, if it weighs nearly as much.

    A town says more than the country or region it lies in, and more than a road or a market in it. What only its label makes a place does
    not beat one that lists know, unless the text says what it is: "Yoff, a suburb of Dakar". No town moves that somebody only came from
    or went to. What stands in the dateline is a place, listed or not.
    """
    article, news, filed, of = read.article, read.news, read.filed, read.of
    best, first = scored[0][0], read.findings.places[scored[0][1] - 1]
    # "SINGAPORE: …": a country that is a city.
    is_wide = _is_wide(first) and not (first.number in filed[:1] and is_city(first.name))
    title = article.title or ""
    is_titled = is_region(first.name) and first.name in title  # "cold front crosses Tasmania"
    is_road = read.names("thoroughfare", first) and not is_place(first.name)  # "Downham Market"
    is_road = is_road or first.name in names(LANGUAGE).houses
    is_unlisted = first.number not in filed and _is_by_label(first) and not read.names("settled_place", first)
    for at, (score, number) in enumerate(scored[1:], 1):
        town = read.findings.places[number - 1]
        is_nearer = is_wide and town.country in {first.country, None} and not _is_wide(town)
        is_listed = is_unlisted and (is_city(town.name) or town.country in countries_of_town(town.name))
        if is_titled and town.name not in title:
            continue
        is_there = number in filed or town.name in title
        is_there = is_there or any(_is_at(article, span) for span in of[number])
        is_there = is_there or (is_listed and bool(_in_lead(of[number], news)))
        is_site = not is_place(first.name) and first.name.rpartition(" ")[2].lower() in names(LANGUAGE).sites
        is_around = is_site and not _is_wide(town) and first.name not in title and _is_titled(town.name, title)
        is_around = is_around or (is_road and not _is_wide(town) and not read.names("thoroughfare", town))
        if (((is_nearer or is_listed) and is_there) or is_around) and score <= best * _NEARLY:
            scored.insert(0, scored.pop(at))
            return


def _in_lead(spans: Sequence[Span], news: Sequence[EngineSentence]) -> list[Span]:
    return [span for span in spans if any(line.start <= span.start < line.end for line in news[:1])]


def _is_at(article: Article, span: Span) -> bool:
    """True for a place in which something is, or that lies in the one behind it: "Oxford, Mississippi"; no end of a journey, "on its way to Kisumu"."""
    behind = article.text[span.end : span.end + 3]
    return _is_located(article, span) or (behind[:2] == ", " and behind[2:].isupper())


def _is_by_label(place: Place) -> bool:
    """True for a place that no list knows and whose name has no word of a place, and which is named once or in no known country."""
    words = place.name.lower().split()
    has_word = words[0] in names(LANGUAGE).place_openers or words[-1] in names(LANGUAGE).place
    is_house = place.name in names(LANGUAGE).houses
    is_told = place.country is not None and len(place.mentions) > 1
    return not (has_word or is_house or is_place(place.name) or countries_of_town(place.name) or is_told)


def _place_score(article: Article, place: Place, where: list[Span], news: list[EngineSentence], title: str) -> float:
    score = 0.8 * math.log1p(len(where))
    told_of = [(line, span) for line in news for span in where if line.start <= span.start < line.end]
    score += max((_weight(article, span, is_lead=line is news[0]) for line, span in told_of), default=0.0)
    score += _TITLED if _is_titled(place.name, title) else 0.0
    # What is told by the way of somebody says less than where something is.
    if (
        told_of
        and all(stands_beside("residence", article.text, span) for span in where)
        and told_of[0][0] is not news[0]
    ):
        score -= _LIVED
    # A town says more than the country it lies in.
    if place.country is not None and _is_country(place):
        score -= 0.9
    score -= 0.5 * where[0].start / max(1, len(article.text))
    return score


def _is_titled(name: str, title: str) -> bool:
    """True for a place that the title names, if without the word for what it is: "Rottnest" for "Rottnest Island"."""
    bare, _, last = name.rpartition(" ")
    return name in title or (
        last.lower() in names(LANGUAGE).left_out and re.search(rf"\b{re.escape(bare)}\b", title) is not None
    )


def _weight(article: Article, span: Span, *, is_lead: bool) -> float:
    """What it weighs to be named in the news; nothing where somebody lives, or where the institute is that says something."""
    if not is_lead and any(stands_beside(cue, article.text, span) for cue in _ASIDES):
        return 0.0
    return _LOCATED if is_lead and _is_located(article, span) else _NAMED


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
