"""Where articles do not say the same: figures, the day of the news, what comes next, who or what is blamed. Nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.briefing import Disagreement, Figure, Line, Moment, Side
from summarize.languages.stories import changes, figures
from summarize.stories.merging.agreeing import may_be_same
from summarize.stories.merging.aspects import are_of_two, aspects_in, aspects_of, is_elsewhere
from summarize.stories.merging.causes import causes
from summarize.stories.merging.counted import are_several
from summarize.stories.merging.figures import Found, current, may_differ
from summarize.stories.merging.frames import framed_apart
from summarize.stories.merging.likeness import content_words, same_name
from summarize.stories.merging.numbers import is_of_open_currency
from summarize.stories.merging.quotes import contested_speakers
from summarize.stories.merging.sources import Source
from summarize.stories.merging.times import timeline_of
from summarize.stories.merging.whose import witness
from summarize.stories.slots import in_utc

_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
_MOST_AGREED = 8
_ALIKE = 0.5
_SHARED_OF_MONEY = 2


def disagreements_of(
    sources: Sequence[Source], found: Sequence[Found]
) -> tuple[tuple[Disagreement, ...], tuple[Figure, ...]]:
    """What the articles disagree about, and the figures that no article contradicts."""
    groups: dict[tuple[str, str | None, str, frozenset[str]], list[Found]] = {}
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
        elif len(sides) == 1:
            first = group[0]
            if first.rank < 2 or len(group) > 1 or first.place == 0:
                agreed.append(((first.rank, -len(group), first.place), _agreed(sides[0])))
    agreed.sort(key=lambda entry: entry[0])
    whose = witness()
    others = [
        *_day(sources), *_ahead(sources), *framed_apart(sources, whose, contested), *causes(sources, whose), *contested_speakers(sources)
    ]  # fmt: skip
    return (*contested, *others), tuple(figure for _, figure in agreed[:_MOST_AGREED])


def _of_those_counted(found: Sequence[Found]) -> Iterator[Found]:
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


def _sides(group: Sequence[Found]) -> list[list[Found]]:
    """The figures by what they say, those that agree together."""
    sides: list[list[Found]] = []
    for each in group:
        for side in sides:
            if may_be_same(each.figure, side[0].figure):
                side.append(each)
                break
        else:
            sides.append([each])
    return sides


def _is_of_one_thing(group: Sequence[Found]) -> bool:
    """True if figures of different articles are of the same thing: told by the kind, for counts of a noun by the sentences too."""
    if len({each.source.voice for each in group}) < 2:
        return False
    pairs = [(one, other) for place, one in enumerate(group) for other in group[:place]]
    if any(_are_of_two(*pair) or not may_differ(*pair) for pair in pairs):
        return False
    if group[0].figure.about in figures("en").guessed:
        return _is_guessed_twice(_sides(group))
    if group[0].rank == 0 and group[0].figure.unit is None:
        return True
    if group[0].rank == 0:
        return _is_one_sum(group)
    words = [content_words(each.figure.line.text) - content_words(each.figure.value) for each in group]
    return all(
        len(one & other) >= _ALIKE * min(len(one), len(other))
        for place, one in enumerate(words)
        for other in words[:place]
    )


def _are_of_two(one: Found, other: Found) -> bool:
    """True if two figures that do not say the same are of two things, or one of them of a place that the other's account does not name."""
    first, second = one.figure, other.figure
    if may_be_same(first, second):
        return False
    is_apart = is_elsewhere(first, second, other.source.text) or is_elsewhere(second, first, one.source.text)
    return is_apart or are_of_two(first, second)


def _is_one_sum(group: Sequence[Found]) -> bool:
    """True for sums of one kind that stand in like sentences, none given up, all in dollars of the same country or all in some country's."""
    if len({is_of_open_currency(each.figure.value, each.figure.unit) for each in group}) > 1:
        return False
    first, *rest = [{word for word in content_words(each.figure.line.text) if not word[0].isdigit()} for each in group]
    # An offer that is given up is another than the one that stands.
    stands = not any(changes("en").withdrawn.search(each.figure.line.text) for each in group)
    return stands and all(len(first & other) >= _SHARED_OF_MONEY for other in rest)


def _is_guessed_twice(sides: Sequence[Sequence[Found]]) -> bool:
    """True if each number of a crowd is given to somebody in an article, to the police and to another, of one place and of now."""
    words = figures("en")
    lines = [each.figure.line.text for side in sides for each in side]
    whose = [next((each.figure.attributed_to for each in side if each.figure.attributed_to), "") for side in sides]
    places = {match["place"] for line in lines if (match := words.guessed_in.search(line))}
    is_of_both = any(map(words.guessers.search, whose)) and not all(map(words.guessers.search, whose))
    return all(whose) and is_of_both and len(places) < 2 and not any(map(words.long_ago.search, lines))


def _disagreement(sides: Sequence[Sequence[Found]]) -> Disagreement:
    ordered = sorted(sides, key=lambda side: max(in_utc(each.figure.as_of) for each in side), reverse=True)
    return Disagreement(
        about=ordered[0][0].figure.about,
        kind="figure",
        sides=tuple(
            Side(
                value=_printed(side[0].figure),
                figures=tuple(each.figure for each in side),
                lines=tuple(each.figure.line for each in side),
            )
            for side in ordered
        ),
    )


def _printed(figure: Figure) -> str:
    if figure.bound == "most" and f" {figures('en').either} " in figure.value:
        return figure.value
    lower = next(
        (f"{words} " for words in figures("en").above if f"{words} {figure.value}" in figure.line.text.lower()),
        "at least ",
    )
    return {"least": lower, "most": "up to ", "about": "about ", None: ""}[figure.bound] + figure.value


def _agreed(side: Sequence[Found]) -> Figure:
    """The figure of the latest article, one that is no bound before all others, with where these say so."""
    latest = max(side, key=lambda each: (each.figure.bound is None, in_utc(each.figure.as_of))).figure
    cites = [latest.evidence[0], *(each.figure.evidence[0] for each in side if each.figure is not latest)]
    return latest.model_copy(update={"evidence": tuple(cites)})


def _day(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Articles that give different days as that of the news."""
    sides: dict[str, list[tuple[Source, Line]]] = {}
    # An account of a later day is about what came after, and contradicts nobody.
    latest = max(((source.card.article.published or "")[:10] for source in sources), default="")
    for source in sources:
        if (source.card.article.published or "")[:10] != latest:
            continue
        main = next(
            (when for when in source.card.when if when.main and when.start and when.precision in {"day", "time"}), None
        )
        if main is not None and main.start is not None:
            line = source.sentence(main, main.what) or Line(
                text=main.text, support="verbatim", evidence=source.cites(main.evidence[:1])
            )
            sides.setdefault(main.start[:10], []).append((source, line))
    # An account that gives the others' day as well tells of both: of the crash on Monday, and of who died on Tuesday.
    alone = {
        day: [(source, line) for source, line in lines if _days(source).isdisjoint(sides.keys() - {day})]
        for day, lines in sides.items()
    }
    # The day of the report is often taken for that of the event: only two accounts against two are a difference.
    weighty = {day: lines for day, lines in alone.items() if len(lines) > 1}
    if len(weighty) > 1:
        yield Disagreement(
            about="date",
            kind="date",
            sides=tuple(
                Side(value=day, lines=tuple(line for _, line in lines))
                for day, lines in sorted(weighty.items(), reverse=True)
            ),
        )


def _days(source: Source) -> set[str]:
    return {when.start[:10] for when in source.card.when if when.start and when.precision in {"day", "time"}}


def _ahead(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Articles that give different dates for what is next."""
    moments: list[tuple[Source, Moment]] = []
    for source in sources:
        day = (source.card.article.published or "")[:10]
        if day:
            moments += [(source, moment) for moment in timeline_of([source], day)[1] if moment.what is not None]
    taken: set[int] = set()
    for place, (source, moment) in enumerate(moments):
        if place in taken or moment.what is None:
            continue
        mine = _without_date(moment)
        alike = [
            number
            for number, (other, its) in enumerate(moments)
            if number > place
            and other is not source
            and its.start[:10] != moment.start[:10]
            and source.voice != other.voice
            and not _is_moved(moment, its)
            and _may_differ(moment, its)
            and _aspects(moment) == _aspects(its)
            and not _are_of_two_people(moment, its)
            and (_is_one_plan(moment, its) or _shares_most(mine, _without_date(its)))
        ]
        if alike:
            taken.update(alike)
            both = [moment, *(moments[number][1] for number in alike)]
            shared = frozenset.intersection(*(_without_date(each) for each in both))
            plan = frozenset.intersection(*(_plan(each)[1] for each in both))
            about = _in_order(moment.what.text, plan or shared)
            yield Disagreement(
                about=f"date: {about}" if about else "date",
                kind="date",
                sides=tuple(Side(value=each.words, lines=(each.what,)) for each in both if each.what is not None),
            )


def _shares_most(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(3, 0.6 * min(len(one), len(other)))


def _is_one_plan(one: Moment, other: Moment) -> bool:
    """True if the same is to happen, in the same words, to what may be the same: "He will be sentenced on"."""
    (mine, what), (its, other_what) = (_plan(each) for each in (one, other))
    is_same = what == other_what or bool(other_what and (what <= other_what or other_what <= what))
    names = [_plan_names(each) for each in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    return bool(what) and is_same and (not mine or not its or bool(mine & its))


def _plan_names(moment: Moment) -> frozenset[str]:
    """The names in the clause of a date to come, before it: the shareholders of Kestrel, and of Quay, vote on two days."""
    assert moment.what is not None
    *_, clause = changes("en").clause_break.split(moment.what.text.partition(moment.words)[0])
    return frozenset(_NAME.findall(clause))


def _aspects(moment: Moment) -> frozenset[str]:
    assert moment.what is not None
    return aspects_in(moment.what.text.replace(moment.words, "#", 1), "date")


def _are_of_two_people(one: Moment, other: Moment) -> bool:
    """True for what is to happen to two people of other names, each named in full: Pablo Ruiz and Ines Ruiz are to appear in court."""
    whom = [_to_whom(each) for each in (one, other)]
    return all(whom) and not same_name(str(whom[0]), str(whom[1]), "person")


def _to_whom(moment: Moment) -> str | None:
    assert moment.what is not None
    before = moment.what.text.partition(moment.words)[0]
    coming = list(changes("en").coming.finditer(before))
    match = changes("en").to_whom.search(before[: coming[-1].start()]) if coming else None
    return match["name"] if match is not None else None


def _plan(moment: Moment) -> tuple[frozenset[str], frozenset[str]]:
    """Of the words before a date to come, those that say to whom it happens, and those that say what."""
    assert moment.what is not None
    before = moment.what.text.partition(moment.words)[0]
    coming = list(changes("en").coming.finditer(before)) or list(changes("en").would.finditer(before))
    if not coming:
        return frozenset(), frozenset()
    return content_words(before[: coming[-1].start()]), content_words(before[coming[-1].end() :])


def _is_moved(one: Moment, other: Moment) -> bool:
    """True if one of two dates is said to be a new one."""
    words = changes("en")
    texts = [each.what.text for each in (one, other) if each.what is not None]
    return any(words.moved.search(text) or words.held_back.search(text) for text in texts)


def _may_differ(one: Moment, other: Moment) -> bool:
    """False if one date holds the other: March, and 3 March."""
    return not (one.start.startswith(other.start) or other.start.startswith(one.start))


def _without_date(moment: Moment) -> frozenset[str]:
    assert moment.what is not None
    return content_words(moment.what.text) - content_words(moment.words)


def _in_order(text: str, wanted: frozenset[str]) -> str:
    """The words of a text whose beginnings are wanted, in its order, a few."""
    return " ".join([word for word in re.findall(r"\w+", text) if word[:6].casefold() in wanted][:5])
