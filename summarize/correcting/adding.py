"""Items that a person adds to a card: each by words that stand in the article, and none that the card has already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, get_args

from summarize.article import Span
from summarize.card import Item, Quote, Statement, When, Where, Who
from summarize.correcting.change import Change
from summarize.correcting.lines import line
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote
from summarize.evidence.syntax import Syntax
from summarize.findings import ParticipantKind
from summarize.gazetteer import place_country
from summarize.grounding.claims import MAX_CLAIMS
from summarize.grounding.index import Index, NewsSentences
from summarize.grounding.missed import everywhere
from summarize.grounding.news import MAX_BACKGROUND, MAX_NEWS
from summarize.grounding.people import MAX_EVIDENCE, accept_participants
from summarize.grounding.places import card_places
from summarize.grounding.quotes import Quotations
from summarize.grounding.rejections import Rejections
from summarize.grounding.roles import owner_of, role_span
from summarize.grounding.shapes import is_date, is_nobody, no_description, no_name
from summarize.grounding.speech import MARKS, bare, is_marked

_MAX_COUNT: Final = {"what": MAX_NEWS, "claims": MAX_CLAIMS, "background": MAX_BACKGROUND}
_NESTED: Final = 8
"""Pieces of evidence before a place that may still reach it: they do not nest deeply."""
_MAX_WORDS: Final = 80
"""Characters of the words of a date."""


def make_item(
    change: Change, card: Mapping[str, Sequence[Any]], index: Index, syntax: Syntax | None, places: Mapping[int, int]
) -> Item | str:
    """The new item by its words alone, or the reason why there is none. Its other values are set as those of any item are."""
    held = card[change.field]
    if change.field in _MAX_COUNT:
        if len(held) >= _MAX_COUNT[change.field]:
            return f"a card has no more than {_MAX_COUNT[change.field]} of them: take one off first"
        made = line(change, None, index, syntax, places)
        if not isinstance(made, Statement):
            return str(made)  # a reason: headlines are not added
        return _line_already_there(made.text, change.field, card) or made
    makers: Mapping[str, Callable[[Change, Sequence[Any], Index], Item | str]] = {
        "who": _who, "when": _when, "where": _where, "quotes": _quote
    }  # fmt: skip
    return makers[change.field](change, held, index)


def twin_of(item: Item, held: Sequence[Any]) -> str | None:
    """That the card has a date already, in other words; None if it has not."""
    if not isinstance(item, When) or item.start is None:
        return None
    value = (item.start, item.end, item.precision)
    return next(
        (_there(number) for number, one in enumerate(held, 1) if (one.start, one.end, one.precision) == value), None
    )


def _line_already_there(text: str, wanted: str, card: Mapping[str, Sequence[Any]]) -> str | None:
    """That the card has a line already, in whichever field; None if it has not."""
    for field in (wanted, *_MAX_COUNT):
        if number := _number(text, [one.text for one in card[field]]):
            return _there(number) if field == wanted else f"the card has it already: {field} {number}"
    return None


def _name_already_there(name: str | None, held: Sequence[Who] | Sequence[Where]) -> str | None:
    """That the card has a name already; None if it has not."""
    number = _number(name or "", [one.name for one in held])
    return _there(number) if number else None


def _number(words: str, held: Sequence[str]) -> int:
    """The place of words among others, from 1, whatever their white space and capitals; 0 if they are not there."""
    folded = [" ".join(each.split()).casefold() for each in (words, *held)]
    return folded.index(folded[0], 1) if folded[0] in folded[1:] else 0


def _there(number: int) -> str:
    return f"the card has it already: number {number}"


def _free(spans: Sequence[Span], held: Sequence[Item], index: Index) -> Sequence[Span] | str:
    """Those of some places that are no evidence of items on the card, or that all of them are.

    A title or a dateline stands in no sentence, and counts only for words that no sentence has: there they are no second item.
    """
    spans = [span for span in spans if index.standing_in(span.start)] or spans
    taken = sorted((part.start, part.end, number) for number, one in enumerate(held, 1) for part in one.evidence)
    starts = [start for start, _, _ in taken]
    free, first = [], 0
    for span in spans:
        before = bisect_left(starts, span.end)
        near = taken[max(0, before - _NESTED) : before]
        number = next((number for _, end, number in near if end > span.start), 0)
        first = first or number
        if not number:
            free.append(span)
    return free or _there(first)


def _who(change: Change, held: Sequence[Who], index: Index) -> Who | str:
    found = _name_already_there(change.name, held) or find_name(change.name or "", index)
    spans = found if isinstance(found, str) else _free(found, held, index)
    if isinstance(spans, str):
        return spans
    over = [(mention, span) for span in spans for mention in index.mentions_over(span.start, span.end)]
    known = next((one.participant for one, span in over if one.participant is not None and one.span == span), None)
    if known is not None:  # one of its names: the fullest goes onto the card
        (found_there,) = accept_participants((DraftParticipant(participant=known),), index, Rejections())
        return _name_already_there(found_there.who.name, held) or found_there.who
    name = index.slice(spans[0])
    kinds = [index.findings.participants[one.participant - 1].kind for one, _ in over if one.participant is not None]
    kind: ParticipantKind | None = change.kind or next(iter(kinds), "unnamed" if no_name(name) is not None else None)
    if kind is None:
        return f"say what “{name}” is, --kind: {', '.join(get_args(ParticipantKind))}"
    evidence = tuple(index.evidence(span) for span in spans[:MAX_EVIDENCE])
    return Who(name=name, role=None, kind=kind, mentions=len(spans), evidence=evidence)


def _where(change: Change, held: Sequence[Where], index: Index) -> Where | str:
    found = _name_already_there(change.name, held) or find_place_name(change.name or "", index)
    spans = found if isinstance(found, str) else _free(found, held, index)
    if isinstance(spans, str):
        return spans
    for span in spans:
        for mention in index.mentions_over(span.start, span.end):
            if mention.place is not None and mention.span == span:
                (known,) = card_places((DraftPlace(place=mention.place),), None, NewsSentences(), index, Rejections())
                return _name_already_there(known.name, held) or known
    name = index.slice(spans[0])
    evidence = tuple(index.evidence(span) for span in spans[:MAX_EVIDENCE])
    return Where(name=name, country=place_country(name), main=False, evidence=evidence)


def _when(change: Change, held: Sequence[When], index: Index) -> When | str:
    words = " ".join(" ".join(change.words or ()).split())
    if len(words) > _MAX_WORDS:
        return f"the words of a date have at most {_MAX_WORDS} characters"
    span = _find_free_span(words, held, index, change.sentences)
    if isinstance(span, str):
        return span
    if index.is_quoted(span.start, span.end):
        return "it stands in somebody's words, whose day may be another"
    if any(True for _ in index.mentions_over(span.start, span.end)):
        return f"“{words}” is a name and no date"
    time = next((one for one in index.times_over(span.start, span.end) if one.span == span), None)
    if time is None and change.date is None and not is_date(words, is_english=index.language == "en"):
        return f"no rule reads “{words}” as a date: say which it is, --date"
    sentence = index.sentence(index.standing_in(span.start))
    return When(
        text=index.slice(span),
        start=time.start if time else None,
        end=time.end if time else None,
        precision=time.precision if time else "day",
        main=False,
        what=None if sentence is None else index.slice(sentence.span),
        evidence=(index.evidence(span),),
    )


def _quote(change: Change, held: Sequence[Quote], index: Index) -> Quote | str:
    """Where the article's own quotation was found, it is that one whole; else the runs of words, each between marks."""
    parts: list[Span] = []
    for words in change.words or ():
        span = _find_free_span(bare(words), held, index, change.sentences)
        if isinstance(span, str):
            return span
        for part, known in index.quotations_over(span.start, span.end):
            if part.covers(span) and len(change.words or ()) == 1:
                draft = Draft(quotes=(DraftQuote(quotation=known.number),))
                return Quotations(draft, index, {}, Rejections()).quoted(None)[0].quote
        sentence = index.sentence(index.sentence_at(span.start))
        if (
            sentence is None
            or set(MARKS) & set(index.text[span.start : span.end])
            or not is_marked(index, span, sentence)
        ):
            return (
                f"the article does not have “{bare(words)}” between quotation marks: give each part as it stands there"
            )
        if parts and span.start < parts[-1].end:
            return "the parts of a quotation are given in the article's order"
        parts.append(span)
    evidence = tuple(map(index.evidence, parts))
    return Quote(text=" ".join(part.text for part in evidence), speaker_role=None, cue=None, evidence=evidence)


def _find_free_span(words: str, held: Sequence[Item], index: Index, sentences: Sequence[int]) -> Span | str:
    """The one place where words stand, in the sentences that are given if any are, and not yet on the card; or why there is none."""
    if not words:
        return "there are no words"
    found = everywhere(index, words)
    if not found:
        return f"“{words}” does not stand in the article"
    if sentences:
        found = [span for span in found if index.standing_in(span.start) in sentences]
        if not found:
            return f"“{words}” does not stand in sentence {', '.join(map(str, sentences))}"
    free = _free(found, held, index)
    if isinstance(free, str):
        return free
    numbers = sorted({index.standing_in(span.start) for span in free})
    if len(numbers) > 1:
        return f"“{words}” stands in sentences {', '.join(map(str, numbers))}: say in which, --sentences N"
    return free[0]


_MAX_TRIED: Final = 2_000
"""Places of a role that are looked at."""


def find_name(name: str, index: Index) -> Sequence[Span] | str:
    """Where the article has a name or a description of somebody, or why it is none or has it not."""
    words = " ".join(name.split())
    if not words or is_nobody(words):
        return f"“{words}” names nobody"
    # "The accountant" opens a sentence: the case of the first letter says nothing of who a description is of.
    other = words[0].swapcase() + words[1:]
    found = everywhere(index, words) or (everywhere(index, other) if no_name(other) is not None else ())
    return found or f"“{words}” does not stand in the article"


def find_place_name(name: str, index: Index) -> Sequence[Span] | str:
    """Where the article has a name of a place, or why it is none or has it not."""
    words = " ".join(name.split())
    return find_name(words, index) if no_name(words) is None else f"“{words}” is no name"


def find_speaker(name: str, quote: Quote, index: Index) -> Span | str:
    """Where the article names the speaker of a quotation: nearest to it, and in nobody's words if it can be."""
    found = find_name(name, index)
    if isinstance(found, str):
        return found
    spoken = [span for span in found if not index.is_quoted(span.start, span.end)]
    if not spoken:
        return f"“{' '.join(name.split())}” stands in somebody's words alone"
    start, end = quote.evidence[0].start, quote.evidence[-1].end
    return min(spoken, key=lambda span: max(start - span.end, span.start - end, 0))


def find_role(role: str, name: str, who: Who | None, index: Index) -> Span | str:
    """Where the article has a role: by preference where it speaks of the participant, and never where it calls another so."""
    words = " ".join(role.split())
    one = next((one for one in index.findings.participants if one.name == name), None)
    is_found = one is not None and one.role == words  # "of the council" is no description of anybody else
    if not words or (not is_found and no_description(words) is not None):
        return f"“{words}” is no role"
    found = everywhere(index, words, ignore_case=True)
    if not found:
        return f"“{words}” does not stand in the article"
    number = one.number if one is not None else None
    mentions = everywhere(index, name) if name else ()
    beside = role_span(index, words, name, mentions, number) if mentions else None
    if isinstance(beside, Span):
        return beside
    owners = [(span, owner_of(index, span, number)) for span in found[:_MAX_TRIED]]
    free = [span for span, owner in owners if owner is None]
    if not free:
        owner = next(owner for _, owner in owners if owner is not None)
        return f"the article calls {index.findings.participants[owner - 1].name} “{words}”"
    near = who.evidence[0].start if who is not None else 0
    return min(free, key=lambda span: abs(span.start - near))
