"""Times, lengths of time, counts and shares that two accounts give differently in clauses that otherwise say the same, each in somebody's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summarize.briefing import Disagreement, Figure, Line, Side
from summarize.languages.figures import figures
from summarize.stories.merging.actors import actor_of, are_of_two_actors
from summarize.stories.merging.aspects import are_of_two_hours
from summarize.stories.merging.deeds import are_one as are_one_deed
from summarize.stories.merging.deeds import is_of_part
from summarize.stories.merging.framing import JOINED, SHARE_OF, TIMES, Framed, framed_figures
from summarize.stories.merging.given import given_by
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import is_later
from summarize.stories.merging.whose import Witness, are_one
from summarize.stories.slots import in_utc
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_SHARED, _SHARE = 2, 0.6
"""Words of content that two clauses share beside the figure: so many, and so much of the shorter."""
_APART: Final = 5
"""Minutes that two clocks may differ by."""
_FARTHEST, _FARTHEST_DONE = 4.0, 10.0
"""How many times another a figure may be and still be meant for the same; where the same is said to have been done."""


def framed_apart(sources: Sequence[Source], witness: Witness, known: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """What two accounts give differently in the same words; of one thing, one disagreement, and none of what is `known`."""
    figures = [figure for each in known for side in each.sides for figure in side.figures]
    shown = {(cite.article, cite.start) for figure in figures for cite in figure.evidence}
    found = [each for each in framed_figures(sources) if (each.source.number, each.place[0]) not in shown]
    told = {each.about for each in known}
    for place, one in enumerate(found):
        for other in found[:place]:
            if one.about in told or not _differ(one, other):
                continue
            pair = sorted((one, other), key=lambda each: in_utc(each.source.card.article.published), reverse=True)
            who = [_giver(each, witness, one.instants & other.instants) for each in pair]
            if all(who) and not are_one(str(who[0]), pair[0].source, str(who[1]), pair[1].source):
                told.add(one.about)
                yield Disagreement(
                    about=one.about.partition(" in ")[0],
                    kind="figure",
                    sides=tuple(_side(each, str(by)) for each, by in zip(pair, who, strict=True)),
                )


def _giver(each: Framed, witness: Witness, moments: frozenset[str]) -> str | None:
    """Whose word a figure is; of the hour of a moment that both have a word for, anybody who is said to give it: "two men who got out"."""
    who = witness(each.source, *each.sentence)
    if who is not None or each.about != TIMES[0] or not moments:
        return who
    start, end = each.sentence
    return given_by(" ".join(each.source.text[start:end].split()))


def _are_of_one_noun(one: str, other: str) -> bool:
    """True for one noun, and for people beside passengers or workers."""
    if one == other:
        return True
    return any(
        this in _WORDS.anybody and _WORDS.who_behind.fullmatch(f" {that}")
        for this, that in ((one, other), (other, one))
    )


def _differ(one: Framed, other: Framed) -> bool:
    """True if two figures are of one thing at one time, as their clauses say, and not the same."""
    if (
        not _are_of_one_noun(one.about, other.about)
        or one.source.voice == other.source.voice
        or one.aspects != other.aspects
    ):
        return False
    first, second = (each.source.card.article.published for each in (one, other))
    if is_later(first, second, within_day=False) or is_later(second, first, within_day=False):
        return False
    is_timed = one.about.startswith(TIMES)
    is_loose = one.is_loose or other.is_loose
    if not ((not is_loose and _are_alike(one, other)) or _are_of_one_deed(one, other)) or (
        not is_timed and are_of_two_hours(_sentence_without_figure(one), _sentence_without_figure(other))
    ):
        return False
    if _are_of_two_names(one, other) or _are_parts(one, other):
        return False
    low, high = sorted((one.amount, other.amount))
    if slack := max(one.slack, other.slack, _APART if one.about == "time" else 0):
        return high - low > slack
    return low < high <= (_FARTHEST_DONE if _are_of_one_deed(one, other) else _FARTHEST) * low


def _are_of_two_names(one: Framed, other: Framed) -> bool:
    """True if the clauses of two figures name others, or their sentences open on two doers."""
    if one.names and other.names and not one.names & other.names:
        return True
    return are_of_two_actors(*(actor_of(each.source, *each.sentence) for each in (one, other)))


def _sentence_without_figure(each: Framed) -> str:
    (start, end), text = each.sentence, each.source.document.text
    return f"{text[start : each.place[0]]}#{text[each.place[1] : end]}"


def _both_tell(name: str, one: Framed, other: Framed) -> bool:
    return all(name in each.source.text.casefold() for each in (one, other))


def _are_alike(one: Framed, other: Framed) -> bool:
    """True if two clauses say the same of their figure: most of the shorter one's words, all of a share's, or the same moment in other words."""
    is_timed = one.about.startswith(TIMES)
    if is_timed and (one.instants & other.instants or (one.about == TIMES[0] and (one.instants or other.instants))):
        return bool(one.instants & other.instants)
    if one.of != other.of or (one.days and other.days and not one.days & other.days):
        return False
    if one.slack and one.about.startswith(SHARE_OF):
        # A place that both accounts name tells them apart no more than in which town it is.
        extra = {each for framed in (one, other) for each in framed.names if not _both_tell(each, one, other)}
        return not extra and one.frame - content_words(" ".join(one.names)) == other.frame - content_words(
            " ".join(other.names)
        )
    shared, shorter = len(one.frame & other.frame), min(len(one.frame), len(other.frame))
    if one.is_all and other.is_all:
        # What stands in the one alone is whom the other says it of elsewhere: "one meeting, the minister said", and with the minister.
        rest = one.frame ^ other.frame
        return 0 < shared == shorter and rest <= content_words(one.source.text) & content_words(other.source.text)
    return shared >= max(_SHARED, _SHARE * shorter) or bool(one.unit and 0 < shorter == shared)


def _are_parts(one: Framed, other: Framed) -> bool:
    """True if the lower of two counts is of some of what the other counts, or somebody's own."""
    few, many = sorted((one, other), key=lambda each: each.amount)
    is_share = few.about.startswith(SHARE_OF)
    if few.deed is None or many.deed is None or (few.unit is not None and not is_share):
        return False
    return is_of_part(few.deed, many.deed, content_words(f"{many.source.card.article.title} {many.source.text}"))


def _are_of_one_deed(one: Framed, other: Framed) -> bool:
    """True for the only counts of a noun, or measures in a unit, of two accounts, of what is said to have been done to the same."""
    if not (one.is_alone and other.is_alone) or (one.is_all and other.is_all) or one.deed is None or other.deed is None:
        return False
    if not all(_both_tell(name, one, other) for name in one.names | other.names):
        return False
    mine, its = (frozenset(filter(None, each.of)) for each in (one, other))
    if (
        not (mine <= its or its <= mine)
        or JOINED in mine ^ its
        or (one.days and other.days and not one.days & other.days)
    ):
        return False
    return are_one_deed(one.deed, other.deed)


def _side(each: Framed, by: str) -> Side:
    source, (start, end) = each.source, each.sentence
    text = " ".join(source.text[start:end].split())
    line = Line(text=text, support="verbatim", evidence=(source.cite_range(start, end),))
    value = source.text[slice(*each.place)]
    if each.about.startswith(TIMES):
        return Side(value=value, lines=(line,))
    figure = Figure(
        about=each.about, value=value, amount=each.amount, unit=each.unit, attributed_to=by, as_of=source.card.article.published,
        line=line, evidence=(source.cite_range(*each.place),),
    )  # fmt: skip
    return Side(value=value, figures=(figure,), lines=(line,))
