"""Figures that two accounts give differently of one deed, in whatever words: 22,000 got away, and sixty thousand are loose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, get_args

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.checking.reading import stem
from summarize.languages.figured_deeds import figured_deeds
from summarize.languages.figures import figures
from summarize.stories.merging.actors import are_of_two_actors
from summarize.stories.merging.aspects import are_of_two_hours
from summarize.stories.merging.counted import is_group
from summarize.stories.merging.deeds import is_verb
from summarize.stories.merging.figured import Figured, clause_of, figures_of_account, is_people
from summarize.stories.merging.numbers import is_of_open_currency
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import is_later
from summarize.stories.merging.whose import Witness, are_one
from summarize.stories.slots import in_utc
from summarize.text.bounds import Bound
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_TABLE: Final = figured_deeds("en")
_NEAR, _NEAR_ROUGH, _FARTHEST = 1.03, 1.25, 10.0
"""How many times another a figure may be and still say the same, the same of a rough one, and still be meant for the same."""
_SHARED: Final = 2
"""Words of content that the sentences of two figures share, where each is the only one of its account."""
_AUXILIARIES: Final = 2
"""Words right before a verb among which one that makes it passive stands: "were since planted"."""
_WORD: Final = re.compile(r"[A-Za-z][\w’-]*")
_ROUGH: Final[Bound] = get_args(Bound)[-1]


def figured_apart(sources: Sequence[Source], witness: Witness, known: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """What two accounts give differently of one deed; of a deed one disagreement, and none of a sentence whose figure is `known` to differ."""
    shown = {
        (line.evidence[0].article, line.evidence[0].start)
        for each in known
        for side in each.sides
        for line in side.lines
    }
    by_account = {source.number: list(figures_of_account(source)) for source in sources}
    told: set[str] = set()
    for one, other in combinations([each for found in by_account.values() for each in found], 2):
        mine, its = by_account[one.source.number], by_account[other.source.number]
        deeds = (one.deeds & other.deeds) - told
        alone = "" if deeds else _alone(one, other, mine, its) or _lasting(one, other, mine, its, witness)
        if not (deeds or alone) or alone in told or {_at(one), _at(other)} & shown or not _are_of_one_kind(one, other):
            continue
        is_of_one_account = one.source is other.source
        rows = [row for row in _TABLE.deed if row.id in deeds]
        if rows and all(row.is_of_one_thing for row in rows) and one.said and other.said and not one.said & other.said:
            continue
        if not _differ(one, other) or _is_elsewhere(one, other):
            continue
        if is_of_one_account and not _are_all(one, other, mine, deeds):
            continue
        if (
            deeds
            and not is_of_one_account
            and not (_is_its(one, mine, its, deeds) and _is_its(other, its, mine, deeds))
        ):
            continue
        pair = sorted((one, other), key=lambda each: in_utc(each.source.card.article.published), reverse=True)
        who = [witness(each.source, *each.sentence) for each in pair]
        needs_both = is_of_one_account or any(row.in_two_names for row in rows)
        if needs_both and not all(who):
            continue
        if all(who) and are_one(str(who[0]), pair[0].source, str(who[1]), pair[1].source):
            continue
        told |= deeds or {alone}
        sides = tuple(_side(each, by) for each, by in zip(pair, who, strict=True))
        yield Disagreement(about=rows[0].id if rows else alone, kind="figure", sides=sides)


def _alone(one: Figured, other: Figured, mine: Sequence[Figured], its: Sequence[Figured]) -> str:
    """What two figures are of, if each is the only one of its noun or currency in its account, and both say the same of it; nothing else.

    Their clauses share what is done, and not by two, and their sentences another word.
    """
    kinds = {"money", "count"}
    is_named = one.kind == "money" or bool(one.noun and other.noun and stem(one.noun) == stem(other.noun))
    if one.source is other.source or one.kind not in kinds or not is_named or one.is_toll or other.is_toll:
        return ""
    first, second = (each.source.card.article.published for each in (one, other))
    if is_later(first, second) or is_later(second, first) or any(map(_is_whole, (one, other))):
        return ""
    if any(_amounts_like(one, found) != {each.amount} for each, found in ((one, mine), (other, its))):
        return ""
    if _told_behind(one, other) and _told_behind(other, one):
        return ""  # "40 lorries at the gate", and "15 lorries at the bridge"
    if len(one.around & other.around) < _SHARED or not (done := _done_by_both(one, other)):
        return ""
    return one.noun or done


def _lasting(one: Figured, other: Figured, mine: Sequence[Figured], its: Sequence[Figured], witness: Witness) -> str:
    """What two accounts say lasted differently, if each has one length of time in its unit, names who gives it, and has it in its title: "down for nine hours, X said"."""
    if one.source is other.source or (one.kind, one.unit) != ("duration", other.unit):
        return ""
    if any(_amounts_like(one, found) != {each.amount} for each, found in ((one, mine), (other, its))):
        return ""
    if not all(witness(each.source, *each.sentence) for each in (one, other)):
        return ""
    titles = [each.source.card.article.title or "" for each in (one, other)]
    shared = one.around & other.around & content_words(titles[0]) & content_words(titles[1])
    return next((word for word in titles[0].split() if content_words(word) & shared), "")


def _told_behind(one: Figured, other: Figured) -> frozenset[str]:
    """The words of a figure's clause behind it that the other account does not have."""
    _, behind = clause_of(one.source.document.text, one.sentence, one.place)
    return (content_words(behind) & one.whole) - content_words(f"{other.source.card.article.title} {other.source.text}")


def _done_by_both(one: Figured, other: Figured) -> str:
    """The verb that the clauses of two figures share, in the words of the first; nothing where each has its own doer: "firefighters sent", and "the army sent"."""
    mine, its = (dict(_verbs(each)) for each in (one, other))
    for key, (verb, doer) in mine.items():
        other_doer = its[key][1] if key in its else frozenset()
        if key in its and (not doer or not other_doer or doer & other_doer):
            return verb
    return ""


def _verbs(each: Figured) -> Iterator[tuple[str, tuple[str, frozenset[str]]]]:
    """The verbs of a figure's clause as content words, each as it stands there and with the words for its doer, where these stand before it and the figure behind."""
    before, behind = clause_of(each.source.document.text, each.sentence, each.place)
    for part in (before, behind):
        for match in _WORD.finditer(part):
            verb = match.group().lower()
            if not is_verb(verb):
                continue
            said = part[: match.start()].split()
            is_active = part is before and not {word.lower() for word in said[-_AUXILIARIES:]} & _WORDS.passive
            doer = content_words(part[: match.start()]) if is_active else frozenset()
            yield from ((key, (verb, doer)) for key in content_words(verb) & each.whole)


def _is_whole(each: Figured) -> bool:
    return _WORDS.whole_before.search(each.source.document.text[each.sentence[0] : each.place[0]]) is not None


def _amounts_like(one: Figured, found: Sequence[Figured]) -> set[float]:
    """The amounts of an account that are of one currency, or of one noun."""
    return {
        each.amount
        for each in found
        if (each.kind, each.unit) == (one.kind, one.unit) and (one.kind == "money" or stem(each.noun) == stem(one.noun))
    }


def _at(each: Figured) -> tuple[int, int]:
    return each.source.number, each.sentence[0]


def _are_of_one_kind(one: Figured, other: Figured) -> bool:
    """True for two accounts' figures of one kind and unit, of things called alike, about which nothing else is said besides."""
    is_of_one_voice = one.source.voice == other.source.voice and one.source is not other.source
    if is_of_one_voice or (one.kind, one.unit) != (other.kind, other.unit):
        return False
    if _are_of_two(one, other) or any(
        each.is_part or each.is_own or each.bound not in {None, _ROUGH} for each in (one, other)
    ):
        return False
    if one.aspects != other.aspects or not _are_of_one_noun(one.noun, other.noun) or _are_some(one, other):
        return False
    if _is_narrowed(one, other) or (one.kind == "money" and _are_of_two_countries(one, other)):
        return False
    first, second = (each.source.card.article.published for each in (one, other))
    if is_later(first, second, within_day=False) or is_later(second, first, within_day=False):
        return False
    return one.kind == "duration" or not are_of_two_hours(
        _sentence_without_figure(one), _sentence_without_figure(other)
    )


def _are_of_two(one: Figured, other: Figured) -> bool:
    """True for figures of two days or doers, and for two shares where it is not told of what both are."""
    if one.days and other.days and not one.days & other.days:
        return True
    return are_of_two_actors(one.actor, other.actor) or (one.kind == "share" and bool(one.noun) != bool(other.noun))


def _sentence_without_figure(each: Figured) -> str:
    (start, end), text = each.sentence, each.source.document.text
    return f"{text[start : each.place[0]]}#{text[each.place[1] : end]}"


def _are_of_one_noun(one: str, other: str) -> bool:
    if not one or not other or stem(one) == stem(other):
        return True
    return is_people(one) and is_people(other)


def _are_some(one: Figured, other: Figured) -> bool:
    """True if the lower count is of a group of people, and the other of people called otherwise: passengers, of those on board."""
    few, many = sorted((one, other), key=lambda each: each.amount)
    return few.kind == "count" and few.noun != many.noun and (is_group(few.noun) or few.noun in _WORDS.some_among)


def _differ(one: Figured, other: Figured) -> bool:
    low, high = sorted((one.amount, other.amount))
    is_rough = one.bound is not None or other.bound is not None
    return low > 0 and low * (_NEAR_ROUGH if is_rough else _NEAR) < high <= _FARTHEST * low


def _is_its(one: Figured, mine: Sequence[Figured], its: Sequence[Figured], deeds: frozenset[str]) -> bool:
    """True if a figure is what its account gives for a deed, and the other account does not give it of anything.

    Of several it is the first, if none is higher: four thousand students may march apart.
    """
    if any(each.amount == one.amount for each in its if (each.kind, each.unit) == (one.kind, one.unit)):
        return False
    of_it = [
        each
        for each in mine
        if (each.kind, each.unit) == (one.kind, one.unit)
        and each.deeds & deeds
        and _are_of_one_noun(each.noun, one.noun)
    ]
    return of_it[0].amount == one.amount == max(each.amount for each in of_it)


def _are_all(one: Figured, other: Figured, found: Sequence[Figured], deeds: frozenset[str]) -> bool:
    """True if an account has two figures of one noun or measure for a deed, in two sentences, and no third: the company knows of 14 fires, the agency of 27."""
    if one.sentence == other.sentence or not (one.noun or one.kind == "measure") or one.noun != other.noun:
        return False
    of_it = [each for each in found if each.kind == one.kind and each.unit == one.unit and each.deeds & deeds]
    return len(of_it) == len((one, other))


def _is_elsewhere(one: Figured, other: Figured) -> bool:
    """True if the lower figure's clause has a name that neither its account's beginning nor the other account has, or each a name of its own."""
    few, many = sorted((one, other), key=lambda each: each.amount)
    text = few.source.document.text
    beginning = text[: next(iter(few.source.document.sentences)).end].casefold()
    its_own = _unknown_names(few, many)
    return not all(name in beginning for name in its_own) or bool(its_own and _unknown_names(many, few))


def _unknown_names(one: Figured, other: Figured) -> frozenset[str]:
    """The names of a figure's clause that the other account does not have."""
    whole = f"{other.source.card.article.title} {other.source.text}".casefold()
    return frozenset(name for name in one.names if name not in whole)


def _are_of_two_countries(one: Figured, other: Figured) -> bool:
    """True if one sum is in some country's dollars, and of the other it is not said whose they are."""
    printed = [each.source.document.text[slice(*each.place)] for each in (one, other)]
    return is_of_open_currency(printed[0], one.unit) != is_of_open_currency(printed[1], other.unit)


def _is_narrowed(one: Figured, other: Figured) -> bool:
    """True if the lower figure is of such as the other account does not speak of: 20 empty containers, of 62."""
    few, many = sorted((one, other), key=lambda each: each.amount)
    return not few.between | few.narrowed <= content_words(f"{few.noun} {many.source.text}")


def _side(each: Figured, by: str | None) -> Side:
    source, (start, end) = each.source, each.sentence
    line = Line(
        text=" ".join(source.text[start:end].split()), support="verbatim", evidence=(source.cite_range(start, end),)
    )
    value = source.text[slice(*each.place)]
    if each.kind == "duration":
        return Side(value=value, lines=(line,))
    figure = Figure(
        about=each.noun or each.kind, value=value, amount=each.amount, unit=each.unit or None, attributed_to=by,
        as_of=source.card.article.published, line=line, evidence=(source.cite_range(*each.place),),
    )  # fmt: skip
    return Side(value=value, figures=(figure,), lines=(line,))
