"""Where articles do not say the same: figures, the day of the news, what comes next, who or what is blamed. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.briefing import Disagreement, Figure, Side
from summarize.languages.figures import figures
from summarize.languages.stories import changes
from summarize.stories.merging.ages_apart import ages_apart
from summarize.stories.merging.agreeing import figure_with_bound, may_be_same
from summarize.stories.merging.aspects import are_at_two_hours, are_of_two, aspects_of, is_elsewhere
from summarize.stories.merging.blamed_apart import blamed_apart
from summarize.stories.merging.causes import causes
from summarize.stories.merging.counted import are_called_apart, are_of_two_rescuers, are_several, name_of_toll
from summarize.stories.merging.dates import days, plans
from summarize.stories.merging.denied_apart import denied_apart
from summarize.stories.merging.figured_apart import figured_apart
from summarize.stories.merging.figures import ArticleFigure
from summarize.stories.merging.frames import framed_apart
from summarize.stories.merging.heads import clause_head
from summarize.stories.merging.kept_apart import kept_apart
from summarize.stories.merging.left_apart import left_apart
from summarize.stories.merging.never_came import never_came
from summarize.stories.merging.numbers import is_of_open_currency
from summarize.stories.merging.quotes import contested_speakers
from summarize.stories.merging.sources import Source
from summarize.stories.merging.standing import current, may_differ
from summarize.stories.merging.told_otherwise import told_otherwise
from summarize.stories.merging.whose import witness
from summarize.stories.slots import in_utc
from summarize.text.content import content_words

_MAX_AGREED = 8
_ALIKE = 0.5
_SHARED_OF_MONEY = 2


def disagreements_of(
    sources: Sequence[Source], found: Sequence[ArticleFigure]
) -> tuple[tuple[Disagreement, ...], tuple[Figure, ...]]:
    """What the articles disagree about, and the figures that no article contradicts."""
    groups: dict[tuple[str, str | None, str, frozenset[str]], list[ArticleFigure]] = {}
    for each in _of_those_counted(found):
        # Sums in two currencies are one thing said twice, or two: nobody contradicts anybody.
        groups.setdefault((each.figure.about, each.figure.unit, each.whom, aspects_of(each.figure)), []).append(each)
    contested: list[Disagreement] = []
    agreed: list[tuple[tuple[int, int, int], Figure]] = []
    for whole in groups.values():
        group = current(whole, may_be_same)
        sides = _sides(group)
        if len(sides) > 1 and _is_of_one_thing(group):
            contested.append(_disagreement(sides))
        elif len(sides) == 1 and not any(_is_of_given_up(each) for each in group):
            first = group[0]
            if first.rank < 2 or len(group) > 1 or first.place == 0:
                agreed.append(((first.rank, -len(group), first.place), _agreed_figure(sides[0])))
    agreed.sort(key=lambda entry: entry[0])
    kept = list(kept_apart(sources, [figure for _, figure in agreed]))
    apart = {each.about for each in kept}
    agreed = [each for each in agreed if each[1].about not in apart]
    contested += kept
    whose = witness()
    framed = list(framed_apart(sources, whose, contested))
    figured = list(figured_apart(sources, whose, (*contested, *framed)))
    own = list(told_otherwise(sources, whose, (*contested, *framed, *figured)))
    blamed = [*causes(sources, whose), *denied_apart(sources), *never_came(sources, whose)]
    blamed += blamed_apart(sources, whose, blamed)
    others = [
        *days(sources),
        *plans(sources),
        *framed,
        *figured,
        *own,
        *ages_apart(sources),
        *left_apart(sources),
        *blamed,
        *contested_speakers(sources),
    ]
    return (*contested, *others), tuple(figure for _, figure in agreed[:_MAX_AGREED])


def _of_those_counted(found: Sequence[ArticleFigure]) -> Iterator[ArticleFigure]:
    """The figures, one of an article for whatever is counted; of tolls of several groups of people, one for each of these, by its name."""
    groups: dict[str, set[str]] = {}
    for each in found:
        groups.setdefault(each.figure.about, set()).add(each.whom)
    taken: set[tuple[int, str, str | None, bool]] = set()
    for each in found:
        if are_several(groups[each.figure.about]):
            yield each if each.named is None else replace(each, figure=each.named)
        elif (key := (each.source.number, each.figure.about, each.figure.unit, each.is_of_all)) not in taken:
            taken.add(key)
            yield replace(each, whom="")


def _sides(group: Sequence[ArticleFigure]) -> list[list[ArticleFigure]]:
    """The figures by what they say, those that agree together."""
    sides: list[list[ArticleFigure]] = []
    for each in group:
        for side in sides:
            if may_be_same(each.figure, side[0].figure):
                side.append(each)
                break
        else:
            sides.append([each])
    return sides


def _is_of_one_thing(group: Sequence[ArticleFigure]) -> bool:
    """True if figures of different articles are of the same thing: told by the kind, for counts of a noun by the sentences too."""
    if len({each.source.voice for each in group}) < 2:
        return False
    pairs = [(one, other) for place, one in enumerate(group) for other in group[:place]]
    if any(_are_of_two(*pair) or not may_differ(*pair) for pair in pairs):
        return False
    if group[0].figure.about in figures("en").guessed:
        return _is_guessed_twice(_sides(group))
    if group[0].rank == 0:
        return group[0].figure.unit is None or _is_one_sum(group)
    # Counts of whatever noun differ by their clauses: see `frames`.
    return group[0].rank == 1 and _are_alike(group)


def _are_alike(group: Sequence[ArticleFigure]) -> bool:
    """True if of the sentences of figures each two share half the words of the shorter."""
    words = [content_words(each.figure.line.text) - content_words(each.figure.value) for each in group]
    return all(
        len(one & other) >= _ALIKE * min(len(one), len(other))
        for place, one in enumerate(words)
        for other in words[:place]
    )


def _are_of_two(one: ArticleFigure, other: ArticleFigure) -> bool:
    """True if two figures that do not say the same are of two things, or one of them of a place that the other's account does not name."""
    first, second = one.figure, other.figure
    if may_be_same(first, second):
        return False
    is_apart = is_elsewhere(first, second, other.source.text) or is_elsewhere(second, first, one.source.text)
    few, many = sorted((first, second), key=lambda figure: figure.amount or 0.0)
    if are_called_apart(few, many) or are_of_two_rescuers(first, second):
        return True
    return is_apart or are_of_two(first, second) or are_at_two_hours(first, second)


def _is_one_sum(group: Sequence[ArticleFigure]) -> bool:
    """True for sums of one kind that stand in like sentences, none given up, all in dollars of the same country or all in some country's."""
    if len({is_of_open_currency(each.figure.value, each.figure.unit) for each in group}) > 1:
        return False
    # An offer that is given up is another than the one that stands.
    if any(changes("en").withdrawn.search(each.figure.line.text) for each in group):
        return False
    heads = {_thing_that_costs(each.figure) for each in group} - figures("en").whatever
    if "" not in heads and len(heads) > 1:
        return False
    # Where nothing says what costs so much, the currency and the magnitude count as well: "worth about 5 million euros", "as 3 million euros".
    first, *rest = [
        {
            word
            for word in content_words(each.figure.line.text)
            - (content_words(each.figure.value) if "" not in heads else set())
            if not word[0].isdigit()
        }
        for each in group
    ]
    return all(len(first & other) >= (_SHARED_OF_MONEY if "" in heads else 1) for other in rest)


def _thing_that_costs(figure: Figure) -> str:
    """What is said to cost so much: the word for it, with one that tells an old bridge from another; nothing where the sentence is built otherwise."""
    match = figures("en").costing.search(figure.line.text.partition(figure.value)[0])
    if match is None:
        return ""
    another = content_words(match["what"]) & figures("en").another
    return " ".join((*sorted(another), clause_head(match["what"]) or match["what"].casefold()))


def _is_of_given_up(each: ArticleFigure) -> bool:
    """True for a figure of a plan that its sentence gives up: the sentence tells that, and the figure by itself would be told as if the plan stood."""
    words, said = changes("en"), each.figure.line.text
    if each.figure.about in figures("en").people:
        return False
    before = said.partition(each.figure.value)[0]
    for match in words.withdrawn.finditer(before):
        is_so = words.not_taken_back.search(before[: match.start()]) is None
        if is_so and content_words(before[match.end() :]) & words.any_plan:
            return True
    return False


def _is_guessed_twice(sides: Sequence[Sequence[ArticleFigure]]) -> bool:
    """True if each number of a crowd is given to somebody in an article, to the police and to another, of one place and of now."""
    words = figures("en")
    lines = [each.figure.line.text for side in sides for each in side]
    whose = [next((each.figure.attributed_to for each in side if each.figure.attributed_to), "") for side in sides]
    places = {match["place"] for line in lines if (match := words.guessed_in.search(line))}
    is_of_both = any(map(words.guessers.search, whose)) and not all(map(words.guessers.search, whose))
    return all(whose) and is_of_both and len(places) < 2 and not any(map(words.long_ago.search, lines))


def _disagreement(sides: Sequence[Sequence[ArticleFigure]]) -> Disagreement:
    ordered = sorted(sides, key=lambda side: max(in_utc(each.figure.as_of) for each in side), reverse=True)
    return Disagreement(
        about=name_of_toll(each.figure for side in ordered for each in side),
        kind="figure",
        sides=tuple(
            Side(
                value=figure_with_bound(side[0].figure),
                figures=tuple(each.figure for each in side),
                lines=tuple(each.figure.line for each in side),
            )
            for side in ordered
        ),
    )


def _agreed_figure(side: Sequence[ArticleFigure]) -> Figure:
    """The figure of the latest article, one that is no bound before all others, with where these say so; of those of one day, one that somebody gives."""

    def rank(each: ArticleFigure) -> tuple[bool, str, bool, str]:
        as_of = in_utc(each.figure.as_of)
        return each.figure.bound is None, as_of[:10], each.figure.attributed_to is not None, as_of

    latest = max(side, key=rank).figure
    cites = [latest.evidence[0], *(each.figure.evidence[0] for each in side if each.figure is not latest)]
    return latest.model_copy(update={"evidence": tuple(cites)})
