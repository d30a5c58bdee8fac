"""Where articles give different days: of the news, or of what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.briefing import Disagreement, Line, Moment, Side
from summarize.gazetteer import is_place
from summarize.languages.figured_deeds import figured_deeds
from summarize.languages.figures import figures
from summarize.languages.stories import changes
from summarize.stories.merging.aspects import aspects_in
from summarize.stories.merging.figured import clause_of, deeds_in
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source
from summarize.stories.merging.times import timeline_of
from summarize.text.content import content_words
from summarize.text.months import month_pattern, weekday_pattern

_FORETOLD = tuple(re.compile(rf"(?i)\b(?:{row.words})\b") for row in figures("en").instant if row.is_foretold)
_DAYS = re.compile(rf"\b(?:{weekday_pattern('en')}|{month_pattern('en')})\b", re.IGNORECASE)
_NAME_OF_ANY = re.compile(r"\b[A-Z][\w’-]{3,}")
_SHARED = 2
"""Words of content that the clauses of two new dates of one thing have in common."""
_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")


def days(sources: Sequence[Source]) -> Iterator[Disagreement]:
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


def plans(sources: Sequence[Source]) -> Iterator[Disagreement]:
    """Articles that give different dates for what is next."""
    moments: list[tuple[Source, Moment]] = []
    for source in sources:
        day = (source.card.article.published or "")[:10]
        if day:
            moments += [(source, moment) for moment in timeline_of([source], day)[1] if moment.what is not None]
    taken: set[int] = set()
    for place, (source, moment) in enumerate(moments):
        if place in taken:
            continue
        alike = [
            number
            for number, (other, its) in enumerate(moments)
            if number > place
            and other is not source
            and its.start[:10] != moment.start[:10]
            and source.voice != other.voice
            and (not _is_moved(moment, its) or _stand_for_one_day((source, moment), (other, its)))
            and _may_differ(moment, its)
            and not _are_of_two_people(moment, its)
            and not _are_of_two_deeds(moment, its)
            and (
                _are_foretold(moment, its)
                or _stand_for_one_day((source, moment), (other, its))
                or _are_of_one_deed((source, moment), (other, its), moments)
                or (_aspects(moment) == _aspects(its) and (_is_one_plan(moment, its) or _shares_most(moment, its)))
            )
        ]
        if alike:
            taken.update(alike)
            both = [moment, *(moments[number][1] for number in alike)]
            clauses = frozenset.intersection(
                *(content_words(_DAYS.sub(" ", " ".join(_around_date(each)))) for each in both)
            )
            shared = clauses or frozenset.intersection(*(_without_date(each) for each in both))
            plan = frozenset.intersection(*(_plan(each)[1] for each in both))
            assert moment.what is not None
            about = _in_order(_DAYS.sub(" ", moment.what.text), plan or shared)
            yield Disagreement(
                about=f"date: {about}" if about else "date",
                kind="date",
                sides=tuple(Side(value=each.words, lines=(each.what,)) for each in both if each.what is not None),
            )


def _shares_most(one: Moment, other: Moment) -> bool:
    """True if most words of the shorter sentence are of both; the day on which somebody says so is no word of a plan."""
    shared = frozenset.intersection(
        *(content_words(_DAYS.sub(" ", each.what.text)) & _without_date(each) for each in (one, other) if each.what)
    )
    return len(shared) >= max(3, 0.6 * min(len(_without_date(each)) for each in (one, other)))


def _are_foretold(one: Moment, other: Moment) -> bool:
    """True if both foretell the same, in whatever words: that one storm, by a name of both sentences, comes ashore."""
    first, second = (each.what.text.replace(each.words, " ") for each in (one, other) if each.what is not None)
    names = [set(_NAME_OF_ANY.findall(text)) for text in (first, second)]
    return bool(names[0] & names[1]) and any(row.search(first) and row.search(second) for row in _FORETOLD)


def _are_of_one_deed(
    one: tuple[Source, Moment], other: tuple[Source, Moment], moments: Sequence[tuple[Source, Moment]]
) -> bool:
    """True if the same deed is to come in whatever words, of which each account gives this date alone: "sentenced", and "the sentence will be read"."""
    deeds = _deeds(one[1]) & _deeds(other[1])
    if not deeds or _besides(one[1]) != _besides(other[1]):
        return False
    for source, moment in (one, other):
        dates = {each.start[:10] for its, each in moments if its is source and _deeds(each) & deeds}
        if dates != {moment.start[:10]}:
            return False
    if one[1].start[:10] in _days(other[0]) or other[1].start[:10] in _days(one[0]):
        return False
    names = [_plan_names(each) for _, each in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _are_of_two_deeds(one: Moment, other: Moment) -> bool:
    """True if two other deeds are to come: a trial opens, and its sentence is read. So too of one deed that is done to two things."""
    mine, its = _deeds(one), _deeds(other)
    if mine and its and not mine & its:
        return True
    (first, what), (second, other_what) = (_plan(each) for each in (one, other))
    done = [_bare_of_deeds(words) for words in (what, other_what)]
    # "Rule on the appeal"; in "the sentence will be read" what is done stands before.
    is_done = all(len(bare) < len(words) for bare, words in zip(done, (what, other_what), strict=True))
    if is_done and all(done) and not done[0] & done[1]:
        return True
    # Lorry drivers strike, and train drivers; but the minister names a candidate, who is named.
    first, second = (words & _clause(each) for words, each in ((first, one), (second, other)))
    names = _plan_names(one) & _plan_names(other)
    is_of_one = bool(first & other_what or second & what or any(not is_place(name) for name in names))
    return bool(first & second and first - second and second - first) and not is_of_one


def _clause(moment: Moment) -> frozenset[str]:
    """The words of content of the clause of a date to come, before it."""
    assert moment.what is not None
    *_, clause = changes("en").clause_break.split(moment.what.text.partition(moment.words)[0])
    return content_words(clause)


def _bare_of_deeds(words: frozenset[str]) -> frozenset[str]:
    """Words of a plan but for those for what is done."""
    return frozenset(word for word in words if not deeds_in(f"{word} #", "date"))


def _deeds(moment: Moment) -> frozenset[str]:
    before, behind = _around_date(moment)
    return deeds_in(f"{before}#{behind}", "date")


def _besides(moment: Moment) -> frozenset[str]:
    """What else is said of a date; "a second one" and "once more" are one thing."""
    words = figured_deeds("en")
    assert moment.what is not None
    others = frozenset(aspect for aspect in _aspects(moment) if not aspect.startswith(words.further))
    return others | set(words.further[:1] if words.further_one.search(moment.what.text) else ())


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
    """True if one of two dates is said to be a new one, and the other is not said to be that to which the same was moved."""
    words = changes("en")
    texts = [each.what.text for each in (one, other) if each.what is not None]
    is_moved = any(words.moved.search(text) or words.held_back.search(text) for text in texts)
    return is_moved and not _are_both_new(one, other)


def _are_both_new(one: Moment, other: Moment) -> bool:
    """True if to two dates the same thing was moved: "the strike has been put back to 21 May", and "moved its strike to 22 May"."""
    before = [each.what.text.partition(each.words)[0] for each in (one, other) if each.what is not None]
    matches = [changes("en").new_date.search(text) for text in before]
    return all(matches) and bool(_deeds(one) & _deeds(other))


def _stand_for_one_day(mine: tuple[Source, Moment], its: tuple[Source, Moment]) -> bool:
    """True if each is said to be in place of the same day, for one thing: the vote "on 21 October, not this Thursday", and "from Thursday to 20 October"."""
    (source, one), (its_source, other) = mine, its
    is_of_one_day = bool(_day_before(one) & _day_before(other))
    # "Next Monday, 23 March": an account that has the other's date too gives no other one.
    is_known = one.start[:10] in _days(its_source) or other.start[:10] in _days(source)
    if not is_of_one_day or is_known or _besides(one) != _besides(other):
        return False
    names = [_plan_names(each) - _days_named(each) for each in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    first, second = (content_words(_DAYS.sub(" ", " ".join(_around_date(each)))) for each in (one, other))
    return len(first & second) >= _SHARED


def _day_before(moment: Moment) -> frozenset[str]:
    """The day, or the month with its day, in place of which a date is given; none where its sentence does not say."""
    assert moment.what is not None
    before, _, behind = moment.what.text.partition(moment.words)
    found = changes("en").old_date_before.search(before) or changes("en").old_date_behind.match(behind)
    return frozenset((found["old"].casefold(),)) if found is not None else frozenset()


def _days_named(moment: Moment) -> frozenset[str]:
    assert moment.what is not None
    return frozenset(_DAYS.findall(moment.what.text))


def _around_date(moment: Moment) -> tuple[str, str]:
    """The clause of a date, before it and behind."""
    assert moment.what is not None
    at = moment.what.text.find(moment.words)
    return clause_of(moment.what.text, (0, len(moment.what.text)), (max(at, 0), max(at, 0) + len(moment.words)))


def _may_differ(one: Moment, other: Moment) -> bool:
    """False if one date holds the other: March, and 3 March."""
    return not (one.start.startswith(other.start) or other.start.startswith(one.start))


def _without_date(moment: Moment) -> frozenset[str]:
    assert moment.what is not None
    return content_words(moment.what.text) - content_words(moment.words)


def _in_order(text: str, wanted: frozenset[str]) -> str:
    """The words of a text whose beginnings are wanted, in its order, a few."""
    return " ".join([word for word in re.findall(r"\w+", text) if word[:6].casefold() in wanted][:5])
