"""Names in square brackets for what a sentence opens on, as editors write them: "[Ann Lee] said so", "[The council]'s leader left"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.article import Evidence, Span
from summarize.card import SaidBy
from summarize.findings import Mention, Sentence
from summarize.gazetteer import is_place
from summarize.grounding.index import Index
from summarize.grounding.shapes import MAX_NAME, is_pronoun
from summarize.languages.grounding import grounding
from summarize.languages.patterns import quotations
from summarize.languages.words import names

_WORDS: Final = grounding("en")
_NAMES: Final = names("en")
_PATTERNS: Final = quotations("en")
_CHARGES: Final = _PATTERNS.charges
_BACK: Final = 3
"""Sentences before a denial in which somebody is charged who may be who denies."""
_HERE: Final = "#"
"""Where a name stands."""
_BODIES: Final = frozenset({"organisation", "group"})


def with_bracketed_name(text: str, opening: Span, participant: int, index: Index) -> tuple[str, Evidence] | None:
    """A text with a name for its opening words, and the evidence of the name; None if it does not open so, or the name cannot stand there."""
    who = index.findings.participants[participant - 1]
    words = index.slice(opening)
    if not text.startswith(f"{words} ") or len(who.name) > MAX_NAME or set("[]") & set(who.name):
        return None
    article = _article(words, who.name_span, index)
    name = " ".join([*([words.split()[0]] if article < who.name_span.start else []), *who.name.split()])
    return f"[{name}]{text[len(words) :]}", index.evidence(Span(start=article, end=who.name_span.end))


def with_opening_named(text: str, sentence: Sentence, index: Index) -> tuple[str, Evidence] | None:
    """A text that is a sentence, or a cut of one, with the name of whom its opening words mean, where that is sure; and the evidence of the name."""
    if sentence.opening is not None and sentence.opens_on is not None:
        is_open = _may_be_another(index.slice(sentence.opening), sentence, sentence.opens_on, index)
        return None if is_open else with_bracketed_name(text, sentence.opening, sentence.opens_on, index)
    found = _WORDS.as_body.match(text)
    body = _body_before(sentence, index) if found is not None else None
    if found is None or body is None:
        return None
    name = index.slice(body)
    if len(name) > MAX_NAME or set("[]") & set(name):
        return None
    opening = found["owner"] or found["doer"]
    whose = _WORDS.possessive if found["owner"] else ""
    return f"[{name}]{whose}{text[len(opening) :]}", index.evidence(body)


def opened_of(whole: str, said: SaidBy, sentence: Sentence, index: Index) -> tuple[str, Evidence] | None:
    """A claim's sentence with the name of whom its opening words mean: of its source where that is a pronoun, else as of any sentence.

    "The company" may be any of two that the sentences before tell of: a claim gets no name for it.
    """
    opening = next((part for part in said.evidence if part.start == sentence.span.start), None)
    if (
        opening is not None
        and said.participant is not None
        and is_pronoun(opening.text)
        and not _may_be_another(opening.text, sentence, said.participant, index)
    ):
        named = with_bracketed_name(whole, Span(start=opening.start, end=opening.end), said.participant, index)
        if named is not None:
            return named
    if sentence.opening is not None and not is_pronoun(index.slice(sentence.opening)):
        return None
    return with_opening_named(whole, sentence, index)


def _body_before(sentence: Sentence, index: Index) -> Span | None:
    """The body that is the subject of the sentence before, of the same paragraph, if that tells of no other, named or not: "Kent Police raided a bank"."""
    before = index.sentence(sentence.number - 1)
    if before is None or before.paragraph != sentence.paragraph:
        return None
    start, end = before.span.start, before.span.end
    named = index.mentions_in(start, end)
    words = index.text[start:end]
    first = next((each for each in named if not index.text[start : each.span.start].strip().partition(" ")[2]), None)
    is_first = first is not None and first.kind != "place" and len(index.text[start : first.span.start].split()) < 2
    if first is not None and (
        index.slice(first.span).split()[-1] in _PATTERNS.no_it or _denies_what_another_is_charged_with(sentence, index)
    ):
        return None
    if first is not None and is_first and (first.kind in _BODIES or _WORDS.meets_itself.search(words)):
        others = any(
            each.participant != first.participant or each.kind == "place"
            for each in named
            if each.kind in _BODIES or _may_be_body(each, index)
        )
        is_open = others or _tells_of_body(words[first.span.end - start :]) or _is_charge(words)
        return None if is_open else Span(start=start, end=first.span.end)
    return None


def _denies_what_another_is_charged_with(sentence: Sentence, index: Index) -> bool:
    """True for what "it" denies where one of the sentences before charges somebody: it may be the one."""
    pronoun = index.text.find(" ", sentence.span.start, sentence.span.end)
    if _PATTERNS.denies_behind.match(index.text, pronoun) is None:
        return False
    before = index.findings.sentences[max(0, sentence.number - 1 - _BACK) : sentence.number - 1]
    return any(_is_charge(index.text[one.span.start : one.span.end]) for one in before)


def _is_charge(words: str) -> bool:
    """True if whoever a sentence is about charges another in it, who can answer."""
    found = _CHARGES.search(words)
    return found is not None and not found["body"]


def _may_be_another(words: str, sentence: Sentence, participant: int, index: Index) -> bool:
    """True if what a sentence opens on may mean another body than a participant that is one: the sentences since that was named tell of one.

    Behind a charge against somebody else it may be either. "The union" is a union: of those that no word calls so, none.
    """
    if index.findings.participants[participant - 1].kind not in _BODIES:
        return False
    noun = words.rsplit(maxsplit=1)[-1].casefold()
    is_one_word = " " not in words  # "It", and not "The union"
    last = index.last_named(participant, sentence.span.start)
    first = min(last or sentence.number - 1, sentence.number - 1)
    for number in range(max(1, first), sentence.number):
        span = index.findings.sentences[number - 1].span
        text = index.text[span.start : span.end]
        mentions = [one for one in index.mentions_in(span.start, span.end) if _may_be_body(one, index)]
        own = [one.span for one in mentions if one.participant == participant]
        others = [one for one in mentions if one.participant != participant and not any(map(one.span.overlaps, own))]
        bare = _without(text, span.start, [one.span for one in mentions])
        if is_one_word:
            is_near = number == sentence.number - 1
            if others or _tells_of_body(bare, texts=is_near) or _is_charge(text):
                return True
        elif noun in _NAMES.companies:
            if others or _tells_of_body(bare, but=noun, texts=False):
                return True
        elif noun in bare.casefold().split() or any(noun in index.slice(one.span).casefold().split() for one in others):
            return True
    return False


def _may_be_body(mention: Mention, index: Index) -> bool:
    """True for a body, and for what is taken for a place though it may be one: a name of several words that no list of places has, or that says something."""
    if mention.kind != "place":
        return mention.kind == "organisation"
    name = index.slice(mention.span).partition(",")[0]  # "Yaba, Lagos"
    if " " in name and not is_place(name) and name.rsplit(maxsplit=1)[-1].casefold() not in _NAMES.place:
        return True
    return _WORDS.speaks_behind.search(index.text.replace(name, _HERE)) is not None


def _without(text: str, start: int, spans: Sequence[Span]) -> str:
    """A text that begins at a place, without some names in it and what they are called beside them: "the airline, Kestrel", "Westland council"."""
    for span in sorted(spans, key=lambda one: -one.start):
        if any(other.covers(span) and other != span for other in spans):
            continue
        lead, behind = text[: span.start - start], text[span.end - start :]
        text = _WORDS.called_before.sub("", lead) + " " + _WORDS.called_behind.sub("", behind, count=1)
    return text


def _tells_of_body(words: str, but: str | None = None, *, texts: bool = True) -> bool:
    """True if words hold a noun for a body, or for what acts as one; or for what is written, if it is asked for."""
    nouns = _NAMES.bodies if texts else _NAMES.bodies - _NAMES.texts
    return not (nouns - {but}).isdisjoint(re.findall(r"[a-z]+", words))


def _article(words: str, name: Span, index: Index) -> int:
    """Where a name begins, with the first of several words where the same stands before it: "The court" is "[The Supreme Court]" if "the Supreme Court" was written."""
    first, *others = words.split()
    before = index.text[: name.start]
    start = len(before.rstrip()) - len(first)
    is_there = bool(others) and start >= 0 and before[start:].rstrip().casefold() == first.casefold()
    return start if is_there and (start == 0 or before[start - 1].isspace()) else name.start
