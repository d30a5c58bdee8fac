"""Where it happens: places by number, names that the findings missed, and which of the places is the news's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from summarize.article import Span
from summarize.card import Where
from summarize.draft import DraftPlace
from summarize.gazetteer import country_code, is_region, place_country
from summarize.grounding.index import Index, NewsSentences, whole
from summarize.grounding.missed import MAX_SEARCHED, everywhere, looked_up
from summarize.grounding.news import OPENING
from summarize.grounding.people import MAX_EVIDENCE
from summarize.grounding.rejections import Rejections

_FEW = 2
"""Places of which all may take part: a draft that lists all of more has chosen none."""


class _Place(Struct, frozen=True):
    """A place that holds, with its key: its number, or its name where the findings missed it."""

    key: int | str
    name: str
    country: str | None
    spans: Sequence[Span]
    main: bool

    def where(self, index: Index, *, main: bool) -> Where:
        return Where(
            name=self.name,
            country=self.country,
            main=main,
            evidence=tuple(index.evidence(span) for span in self.spans[:MAX_EVIDENCE]),
        )


def card_places(
    drafts: Sequence[DraftPlace],
    otherwise: Sequence[DraftPlace] | None,
    told: NewsSentences,
    index: Index,
    rejections: Rejections,
) -> list[Where]:
    """The places of a card, the main one first.

    Args:
        drafts: the draft's.
        otherwise: the built-in engine's: they all stand, and its main one where the draft's does not hold.
        told: the sentences that the card's news rests on.
        index: the article.
        rejections: takes what is refused.
    """
    drafted = _accept_places(drafts, index, rejections)
    if otherwise is None:
        return [place.where(index, main=place.main) for place in sorted(drafted, key=lambda place: not place.main)]
    others = _accept_places(otherwise, index, Rejections())
    main: _Place | None = None
    leading = {place.key for place in others if place.main and _leads(place, told, index)}
    chosen = [place for place in drafted if place.main]
    for place in chosen:
        reason = "there is another main place" if main is not None else _no_main(place, told, index)
        if reason is None and len(chosen) > 1 and place.key not in leading:
            reason = "it calls several places the main one"
        if reason is None and leading and place.key not in leading and not _leads(place, told, index):
            reason = "the lead says where it happened"
        if (
            reason is None
            and not _is_in_lead(place, told, index)
            and any(_is_around(place, one) and _is_in_text(one, index) for one in others if one.main)
        ):
            reason = "the article says more exactly where it happened"
        if reason is None and (not _is_told(place, told, index) or (leading and _is_abroad(place, others))):
            reason = _named_before(place, others)
        if reason is None:
            main = place
        else:
            rejections.add("where.main", place.name, reason)
    if main is None:
        main = next((place for place in others if place.main), None)
    found: dict[int | str, Where] = {}
    listed = {place.key for place in drafted}
    is_choice = len(listed) <= _FEW or not listed.issuperset(place.number for place in index.findings.places)
    known = {place.key for place in others} | ({main.key} if main is not None else set())
    for place in (*([main] if main is not None else ()), *others, *drafted):
        if place.key not in known and not is_choice:
            rejections.add("where", place.name, "the draft lists every place that was found")
        elif place.key not in found:
            found[place.key] = place.where(index, main=place is main)
    return list(found.values())


def _accept_places(drafts: Sequence[DraftPlace], index: Index, rejections: Rejections) -> list[_Place]:
    found: dict[int | str, _Place] = {}
    searched = 0
    for draft in drafts:
        number = draft.place
        if number is None:
            searched += 1
            missed = _find_missed_place(draft, index, rejections) if searched <= MAX_SEARCHED else None
            if isinstance(missed, _Place):
                _take(found, missed)
            if not isinstance(missed, int):
                continue
            number = missed
        if not 1 <= number <= len(index.findings.places):
            rejections.add("where", f"place {number}", f"there is no place {number}")
            continue
        place = index.findings.places[number - 1]
        spans = [place.name_span]
        spans.extend(index.spans[mention] for mention in place.mentions if index.spans[mention] != place.name_span)
        _take(found, _Place(number, place.name, place.country, spans, draft.main))
    return list(found.values())


def _take(found: dict[int | str, _Place], place: _Place) -> None:
    known = found.get(place.key)
    if known is None or (place.main and not known.main):
        found[place.key] = place


def _find_missed_place(draft: DraftPlace, index: Index, rejections: Rejections) -> _Place | int | None:
    """A place that the findings missed, or the number of the known one that the words name; None if refused."""
    name = (draft.name or "").strip()
    there = looked_up(name, index.sentence(draft.sentence), index, rejections, "where")
    if there is None:
        return None
    for span in there:
        for mention in index.mentions_over(span.start, span.end):
            if mention.place is not None:
                return mention.place
            if mention.participant is not None:
                kind = index.findings.participants[mention.participant - 1].kind
                # Rules alone take a street or a hill for a person; what speaks or has a role is none.
                if kind != "person" or _is_somebody(index, mention.participant):
                    rejections.add("where", name, "it takes part")
                    return None
    if all(index.is_quoted(span.start, span.end) for span in there):
        rejections.add("where", name, "it stands in somebody's words alone")
        return None
    if any(index.times_over(span.start, span.end) for span in there):
        rejections.add("where", name, "it is a date")
        return None
    spans = [there[0], *(span for span in everywhere(index, name) if span != there[0])]
    shown = " ".join(name.split())
    return _Place(shown, shown, place_country(shown), spans, draft.main)


def _is_somebody(index: Index, number: int) -> bool:
    participant = index.findings.participants[number - 1]
    return (
        participant.role is not None
        or len(participant.mentions) > 1
        or any(quotation.participant == number for quotation in index.findings.quotations)
    )


def _leads(place: _Place, told: NewsSentences, index: Index) -> bool:
    """True for a place that the title, the dateline or the first line of the card's news names."""
    in_title = index.article.title is not None and whole(place.name).search(index.article.title) is not None
    return in_title or told.leads(place.spans, index)


def _is_in_lead(place: _Place, told: NewsSentences, index: Index) -> bool:
    """True for a place that the title or the first line of the card's news names, whatever the dateline does."""
    in_title = index.article.title is not None and whole(place.name).search(index.article.title) is not None
    spans = [span for span in place.spans if not _is_dateline(span, index)]
    return in_title or any(index.standing_in(span.start) in told.lead for span in spans)


def _is_in_text(place: _Place, index: Index) -> bool:
    """True for a place that is more than a dateline: there a report was written, whatever it is about."""
    return not all(_is_dateline(span, index) for span in place.spans)


def _is_dateline(span: Span, index: Index) -> bool:
    dateline = index.findings.dateline
    return dateline is not None and dateline.covers(span)


def _is_around(place: _Place, other: _Place) -> bool:
    """True for a country or region in which another place lies, or may lie, which is neither."""
    is_wide = _is_wide(place) and not _is_wide(other)
    return is_wide and place.key != other.key and place.country in {None, other.country}


def _is_wide(place: _Place) -> bool:
    return country_code(place.name) is not None or is_region(place.name)


def _is_abroad(place: _Place, others: Sequence[_Place]) -> bool:
    """True for a place known to be in another country than the main one of some."""
    return place.country is not None and any(one.main and one.country != place.country for one in others)


def _named_before(place: _Place, others: Sequence[_Place]) -> str | None:
    """Why a place is not where it happened, if the article names the main one of some others before it."""
    is_later = any(one.main and one.key != place.key and one.spans[0].start < place.spans[0].start for one in others)
    return "the article names where it happened before it" if is_later else None


def _is_told(place: _Place, told: NewsSentences, index: Index) -> bool:
    """True for a place that leads, or stands in a sentence of the news."""
    numbers = {index.standing_in(span.start) for span in place.spans}
    return _leads(place, told, index) or bool(numbers & told.sentences)


def _no_main(place: _Place, told: NewsSentences, index: Index) -> str | None:
    """Why a place cannot be that of the news; None if it can."""
    numbers = {index.standing_in(span.start) for span in place.spans}
    if _is_told(place, told, index) or any(1 <= number <= OPENING for number in numbers):
        return None
    return "it stands neither in the news nor in the opening"
