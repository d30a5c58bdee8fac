"""Figures that two days give of one thing, compared: what has moved, and what is only another's count, a rounded one or a bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from summarize.briefing import BriefedArticle, Change, Figure, Line, Story
from summarize.languages.figures import figures as figure_words
from summarize.languages.stories import changes as change_words
from summarize.stories.merging.agreeing import agree, figure_with_bound, is_of_one_digit
from summarize.stories.merging.aspects import are_of_two, is_elsewhere
from summarize.stories.merging.counted import are_apart, name_of_toll
from summarize.stories.merging.figures import reads_as_some
from summarize.stories.merging.likeness import alike
from summarize.stories.merging.subjects import COMPARABLE, counted_noun
from summarize.stories.restated import counted_anew
from summarize.stories.slots import in_utc
from summarize.text.content import content_words

_MIN_ALIKE = 4
_MIN_ROUND = 20
_NOT_FAR = 1.2
_IN_WORDS: Final = 1000
"""Below this a count in words is written in digits where it stands beside one in digits."""
_WORDS: Final = figure_words("en")
_CLAUSE_BREAK: Final = change_words("en").clause_break


def _says_less(now: Figure, then: Figure) -> bool:
    """True for a round lower bound that what was told keeps and is near: "more than 50", of 57.

    At least nine, of twelve, is a toll that was lowered, and at least eight still missing, of twenty, one that fell.
    """
    if now.bound != "least" or now.unit != then.unit or now.amount is None or then.amount is None:
        return False
    if now.about in _WORDS.can_return or now.amount < _MIN_ROUND or not is_of_one_digit(now):
        return False
    return now.amount <= then.amount <= _NOT_FAR * now.amount


def outlet_test(
    now: Mapping[int, BriefedArticle], before: Mapping[int, BriefedArticle]
) -> Callable[[Figure, Figure], bool]:
    """Whether a figure of today and one of an earlier briefing are one outlet's."""

    def is_so(latest: Figure, earlier: Figure) -> bool:
        outlets = [
            articles[figure.line.article].publisher
            for figure, articles in ((latest, now), (earlier, before))
            if figure.line.article in articles
        ]
        return len(outlets) > 1 and outlets[0] is not None and outlets[0] == outlets[1]

    return is_so


def changed_figures(  # noqa: PLR0913, PLR0917 - all that is known of the two days
    story: Story,
    before: Story,
    since: str,
    fresh: set[int],
    of_one_outlet: Callable[[Figure, Figure], bool],
    told: str,
    now_told: Sequence[BriefedArticle],
) -> Iterator[Change]:
    """Figures of the same thing that are others now. What an earlier briefing gave with several values has changed only if none is said any more.

    Of several accounts that differ now, that of the outlet which gave the earlier figure goes on with it.
    """
    then = _by_subject(before)
    for subject, now in _by_subject(story).items():
        earlier = then.get(subject)
        new = [
            figure for figure in now if figure.line.article in fresh and not _WORDS.keeps_to.search(figure.line.text)
        ]
        if not earlier or not new:
            continue
        if _is_contested(story, new, earlier):
            continue
        # What a deal is worth with its debt goes on with no offer without.
        new = [each for each in new if not all(are_of_two(each, figure, whenever=True) for figure in earlier)] or new
        of_one_source = [each for each in new if _own_of(each, earlier)]
        new = of_one_source or [each for each in new if any(of_one_outlet(each, it) for it in earlier)] or new
        # A bound may say less than was known: "more than £2 billion" of 2.3.
        latest = max(new, key=lambda figure: (figure.bound is None, in_utc(figure.as_of), figure.amount or 0.0))
        latest = next((each for each in new if each.attributed_to and each.amount == latest.amount), latest)
        if subject[0] not in COMPARABLE and not any(
            _is_of_one_thing(latest, figure) or _is_put_up_from(latest, figure) for figure in earlier
        ):
            continue
        if latest.unit is not None and not any(_shares_words(latest, figure) for figure in earlier):
            continue
        if any(agree(latest, figure) or _says_less(latest, figure) for figure in earlier):
            continue
        if _WORDS.moved_by.search(latest.line.text.partition(latest.value)[0]) and latest.unit == "%":
            continue  # what shares fell by on each of two days
        of_these = [
            each
            for each in earlier
            if not (
                are_apart(latest, each) or are_of_two(latest, each, whenever=True) or is_elsewhere(latest, each, told)
            )
        ]
        own = _own_of(latest, of_these)
        # Of several earlier ones, its authority's or its outlet's own; "at least 39" only where nobody had a number without a bound.
        ranked = [
            (
                each in own,
                of_one_outlet(latest, each),
                each.bound is None,
                in_utc(each.as_of),
                each.amount or 0.0,
                each,
            )
            for each in of_these
        ]
        last = max(ranked, key=lambda each: each[:-1], default=(None,))[-1]
        if last is None or _is_fewer_of_all(latest, last) or _is_anothers_sum(latest, last):
            continue
        if latest.about not in _WORDS.moving and last not in own and _is_anothers(latest, last, of_one_outlet):
            continue
        goes_on = last in own
        others = [] if goes_on or _is_told_by_one(latest, last, of_one_outlet) else _other_sides(last, before)
        if others and latest.attributed_to and all(each.attributed_to for each in (last, *others)):
            continue  # of three who count, none goes on with another's
        now_else = [] if goes_on else _other_sides(latest, story)
        anew = counted_anew(last, now_told) if (latest.amount or 0.0) < (last.amount or 0.0) else None
        thing = _thing_of(last, latest)
        yield Change(
            kind="updated",
            since=since,
            about=f"{thing}, {_WORDS.names['anew']}" if anew else thing,
            before=last.line,
            now=anew or latest.line,
            values=(_as_told(last, others), _as_told(latest, now_else)),
            attributed_to=None if now_else else latest.attributed_to,
        )


def _own_of(latest: Figure, earlier: Sequence[Figure]) -> list[Figure]:
    """The earlier figures of the authority that gives one: what the coastguard counts goes on with what it counted, and not with a hospital's.

    It may have been called by more words or fewer, "the police" and "Ann Lee of the county police", where these are nobody else's too.
    """
    mine = content_words(latest.attributed_to or "")
    words = [(each, content_words(each.attributed_to or "")) for each in earlier]
    if same := [each for each, its in words if mine and mine == its]:
        return same
    called = [each for each, its in words if mine and its and (mine < its or its < mine)]
    return called if len({each.amount for each in called}) == 1 else []


def _is_told_by_one(one: Figure, other: Figure, of_one_outlet: Callable[[Figure, Figure], bool]) -> bool:
    """True for an outlet's figure that goes on with one which it told before in nobody's name."""
    return not other.attributed_to and of_one_outlet(one, other)


def _is_anothers_sum(one: Figure, other: Figure) -> bool:
    """True for two sums of money that two give who are named and share no word: what one puts a cost at is no change of what the other did."""
    mine, its = (content_words(each.attributed_to or "") for each in (one, other))
    is_money = one.unit is not None and one.unit != "%" and one.about not in _WORDS.people
    return is_money and bool(mine and its) and not mine & its and all(map(_is_of_a_body, (one, other)))


def _is_anothers(one: Figure, other: Figure, of_one_outlet: Callable[[Figure, Figure], bool]) -> bool:
    """True for two figures that two of whom each is named give to two outlets: what a firm counts is no change of what a paper had found."""
    mine, its = (content_words(each.attributed_to or "") for each in (one, other))
    return bool(mine and its) and not mine & its and not of_one_outlet(one, other)


def _thing_of(last: Figure, latest: Figure) -> str:
    """What a figure is called where it changes: what is stolen, by the noun that its sentence has for it."""
    noun = counted_noun(latest.line.text.partition(latest.value)[2]) if latest.about in _WORDS.unnamed else None
    return noun.about if noun is not None else name_of_toll((last, latest))


def _is_of_a_body(figure: Figure) -> bool:
    """True for a figure of somebody who is named: a ministry may be the government, and "officials" anybody."""
    return any(word[:1].isupper() for word in (figure.attributed_to or "").split())


def _other_sides(figure: Figure, story: Story) -> list[Figure]:
    """What others give for the same, where a story has a figure as one side of a disagreement, and it keeps not to their bound."""
    for each in story.disagreements:
        sides = [it for side in each.sides for it in side.figures]
        if figure in sides:
            its = [it for it in sides if it.about == figure.about and it.unit == figure.unit and not agree(it, figure)]
            return [it for it in its if not _keeps_to(figure, it)]
    return []


def _keeps_to(figure: Figure, bound: Figure) -> bool:
    """True if a figure is not below what another calls the least of it, nor above what one calls the most: nine, of at least seven."""
    amount, limit = figure.amount or 0.0, bound.amount or 0.0
    return (bound.bound == "least" and amount >= limit) or (bound.bound == "most" and amount <= limit)


def _as_told(figure: Figure, others: Sequence[Figure]) -> str:
    """A figure as printed, with those of other sides, each once: "34 or at least 47"."""
    ordered = sorted((figure, *others), key=lambda each: each.amount or 0.0)
    told = {each.amount: figure_with_bound(each) for each in ordered}
    if len(told) == 1:
        return figure_with_bound(ordered[-1])
    has_digits = any(map(str.isdigit, "".join(told.values())))
    written = {each.amount: _in_digits(each) if has_digits else _in_small_letters(each) for each in ordered}
    return f" {_WORDS.either} ".join(written.values())


def _in_digits(figure: Figure) -> str:
    """A count as "21", where it stands beside one in digits."""
    is_count = figure.unit is None and float(figure.amount or 0.5).is_integer() and (figure.amount or 0) < _IN_WORDS
    words = figure_with_bound(figure)
    is_in_words = is_count and figure.value.replace("-", "").isalpha()
    return words.replace(figure.value, f"{figure.amount:.0f}") if is_in_words else words


def _in_small_letters(figure: Figure) -> str:
    words = figure_with_bound(figure)
    return words.lower() if words.replace("-", "").isalpha() else words


def _is_fewer_of_all(latest: Figure, last: Figure) -> bool:
    """True for fewer dead or hurt that are some of all who were there: "three of the crew were killed", where seven had been. Those missing come back."""
    after = latest.line.text.partition(latest.value)[2]
    return (
        (latest.amount or 0.0) < (last.amount or 0.0)
        and latest.about not in _WORDS.can_return
        and reads_as_some(after, latest.about)
    )


def _is_contested(story: Story, new: Sequence[Figure], earlier: Sequence[Figure]) -> bool:
    """True if one of the new accounts that differ still says what was told: their figures are sides of a disagreement, and nothing has changed."""
    sides = [figure for each in story.disagreements for side in each.sides for figure in side.figures]
    return any(each in sides and agree(each, figure) for each in new for figure in earlier)


def is_of_another_place(now: Line, texts: Sequence[str]) -> bool:
    """True for a figure from a place that none of the earlier texts speaks of: it is another one, beside the one that they gave."""
    found = _WORDS.at_place.search(now.text)
    return found is not None and not any(found["place"] in text for text in texts)


def _is_of_one_thing(one: Figure, other: Figure) -> bool:
    """True if two figures of one noun stand in sentences about the same thing."""
    shared = content_words(one.line.text) & content_words(other.line.text)
    return len(shared) >= _MIN_ALIKE and alike(one.line.text, other.line.text)


def _is_put_up_from(latest: Figure, earlier: Figure) -> bool:
    """True for what is said to be raised or cut to so much, by a word more of it than what it is: "the reward for information was raised to 30,000 euros"."""
    before = latest.line.text.partition(latest.value)[0]
    match = _WORDS.put_up_to.search(before)
    if match is None:
        return False
    of_what = content_words(_CLAUSE_BREAK.split(before[: match.start()])[-1]) - content_words(latest.about)
    return bool(of_what & content_words(earlier.line.text))


def _shares_words(one: Figure, other: Figure) -> bool:
    """True if two sums of one kind stand in sentences with another word in common: costs are of many things."""
    first, second = (
        content_words(each.line.text) - content_words(f"{each.value} {each.about}") for each in (one, other)
    )
    return bool(first & second)


def _by_subject(story: Story) -> dict[tuple[str, str | None], list[Figure]]:
    found: dict[tuple[str, str | None], list[Figure]] = {}
    contested = (figure for each in story.disagreements for side in each.sides for figure in side.figures)
    for figure in (*story.figures, *contested):
        if figure.amount is not None:
            found.setdefault((figure.about, figure.unit), []).append(figure)
    return found
