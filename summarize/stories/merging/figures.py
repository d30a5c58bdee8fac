"""The figures of a story: each article's own, with the sentence that each stands in and whom it is given to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from summarize.briefing import Figure, Line
from summarize.grounding.shapes import is_pronoun
from summarize.languages.figures import figures
from summarize.layout.corrections import is_correction_title
from summarize.stories.corrections import is_correction
from summarize.stories.merging.counted import whom
from summarize.stories.merging.given import giver_of, news_until, standing_alone
from summarize.stories.merging.numbers import Number, numbers_in
from summarize.stories.merging.sources import Source
from summarize.stories.merging.subjects import NumberSubject, subject_of, votes_in

_MAX_LENGTH = 20_000
"""Code points of an article that figures are looked for in: an account of news has them at its beginning."""
OF_THE_NEWS = 2
"""Sentences at the beginning of an article that are the news."""
_NEAR = 100
"""Code points beside a number in which it is said to be part of another."""
_COUNT: Final = 2
"""The rank of a count of whatever noun."""
_WORDS: Final = figures("en")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class ArticleFigure:
    """A figure of one article."""

    source: Source
    figure: Figure
    rank: int
    place: int
    """Which sentence of the article it stands in, from 0."""
    whom: str = ""
    """Whom a toll counts, where that is told: "passenger"; not for any people."""
    named: Figure | None = None
    """The figure with whom it counts: "Three passengers"."""
    is_of_all: bool = False
    """It counts some of all who were there, which is the whole only where no account says another: "three of the crew", "nine others"."""


def figures_of(sources: Sequence[Source]) -> list[ArticleFigure]:
    """The first figure of each kind in each article, background aside."""
    found = [
        each
        for source in sources
        if source.document.is_english and not is_correction_title(source.card.article.title)
        for each in _of_article(source)
    ]
    found = list(_as_one_count(found))
    counted = {each.figure.about for each in found if not each.is_of_all}
    most: dict[str, float] = {}
    for each in found:
        if each.is_of_all:
            most[each.figure.about] = max(most.get(each.figure.about, 0), each.figure.amount or 0)
    return [
        each
        for each in found
        if not each.is_of_all
        # Three of the crew may be among nine of those on board.
        or (each.figure.about not in counted and (each.figure.amount or 0) >= most[each.figure.about])
    ]


def _as_one_count(found: Sequence[ArticleFigure]) -> Iterator[ArticleFigure]:
    """The figures; those of two names are of one, where both are told and no account has both: 12 missing, and 17 below ground."""
    told: dict[str, set[int]] = {}
    for each in found:
        told.setdefault(each.figure.about, set()).add(each.source.number)
    for each in found:
        other = _WORDS.one_count.get(each.figure.about, "")
        if other in told and not told[other] & told[each.figure.about]:
            yield replace(each, figure=each.figure.model_copy(update={"about": other}))
        else:
            yield each


def _of_article(source: Source) -> Iterator[ArticleFigure]:
    text = source.document.text
    year = (source.card.article.published or "")[:4]
    found: dict[tuple[str, str | None, str], tuple[ArticleFigure, bool]] = {}
    tolls: set[str] = set()
    for place, (start, end, _) in enumerate(source.sentences(_MAX_LENGTH)):
        if is_aside(text[start:end], place, year):
            continue
        until = start + news_until(text[start:end])
        for subject, number, value, is_rest in _in_sentence(text, start, until, tolls):
            is_of_all = is_rest or reads_as_some(text[number.end : end], subject.about)
            counted = whom(text, number.end, end) if subject.about in _WORDS.people and not is_of_all else None
            noun, last = counted or ("", number.end)
            tolls |= {subject.about} & _WORDS.people
            key = (subject.about, "some" if is_of_all else None if subject.rank == 0 else subject.unit, noun)
            # The first of a kind is the news, unless a later one is said to be all of them: "two bodies were found, which takes to five the number of the dead".
            if key not in found or (subject.is_total and not found[key][1]):
                figure = _figure(source, (start, end), subject, number, value)
                named = _figure(source, (start, end), subject, number, (value[0], last)) if noun else None
                found[key] = (
                    ArticleFigure(source, figure, subject.rank, place, noun, named, is_of_all),
                    subject.is_total,
                )
    yield from (each for each, _ in found.values())


def _in_sentence(
    text: str, start: int, end: int, tolls: AbstractSet[str]
) -> Iterator[tuple[NumberSubject, Number, tuple[int, int], bool]]:
    """What is counted, the number, its range, and whether it counts those that a toll before it leaves: "nine others".

    Of `tolls`, which the account has told before, a number is no part where it opens its sentence: "Another 14 are trapped", behind the dead.
    """
    votes = votes_in(text, start, end)
    within = range(0)
    told: set[str] = set()
    if votes is not None:
        match = votes[0]
        within = range(match.start(), match.end())
        for name in ("ayes", "noes"):
            amount = float(match[name])
            yield (
                NumberSubject(_WORDS.names[name], None, 0),
                Number(match.start(name), match.end(name), amount, None, None),
                match.span(name),
                False,
            )
    counted = start
    for number in numbers_in(text, start, end):
        if number.start < counted:
            continue  # how many there were, of whom some are counted: the 49 of "twelve of the 49 people on board"
        of_all = _WORDS.whole_after.match(text, number.end, end)
        counted = of_all.end() if of_all else counted
        if number.start in within or (subject := subject_of(text, start, end, number)) is None:
            continue
        # "One died and nine others are missing": others than who died, and all who are missing.
        is_rest = (
            bool(told - {subject.about})
            and _WORDS.others_before.search(text[start : number.start]) is not None
            and _WORDS.others_after.match(text, number.end, end) is not None
        )
        told |= {subject.about} & _WORDS.people
        is_apart = bool(tolls) and subject.about in _WORDS.people - tolls
        if is_apart and _WORDS.opens_apart.fullmatch(text, start, number.start):
            yield subject, number, (number.start, number.end), False
            continue
        if is_part(text, start, end, number, subject) and not is_rest:
            continue
        yield subject, number, (number.start, number.end), is_rest


def is_part(text: str, start: int, end: int, number: Number, subject: NumberSubject) -> bool:
    """True for a number that counts some of those whom the sentence is about, or that is said to be no more so: of those who moved out, who went home."""
    before, after = (
        text[max(start, number.start - _NEAR) : number.start],
        text[number.end : min(end, number.end + _NEAR)],
    )
    may_return = subject.rank == _COUNT or subject.about in _WORDS.can_return
    has_returned = may_return and _WORDS.returned_after.match(after)
    has_returned = has_returned or (subject.about in _WORDS.can_be_found and _WORDS.found_after.match(after))
    is_some = _WORDS.part_after.match(after) and not reads_as_some(after, subject.about)
    # "From seven to eleven": what a toll has risen to is all of it.
    is_less = not subject.is_total and _WORDS.part_before.search(before)
    return bool(has_returned or is_less or is_some or _is_less(before, after, subject))


def _is_less(before: str, after: str, subject: NumberSubject) -> bool:
    """True for a number that is said to be no more so, or is added to another: "seven women and four men", "nine, but one was dropped"."""
    is_of_people = subject.about in _WORDS.people
    if is_of_people and (_WORDS.summed_before.search(before) or _WORDS.summed_after.match(after)):
        return True
    is_done = is_of_people and _WORDS.done_to_some.match(after) and not _WORDS.all_of_them.search(before)
    return bool(is_done or _WORDS.but_for.match(after))


def reads_as_some(after: str, about: str) -> bool:
    """True for a toll of some of all who were there, by the words behind its number: "of the crew are missing"."""
    return about in _WORDS.people and _WORDS.whole_after.match(after) is not None


def is_aside(sentence: str, place: int, year: str) -> bool:
    """True for a sentence that tells no news: of another time, of what somebody said before, or a correction.

    The first sentences of an account, by their `place`, are the news, whatever else they call to mind; unless they begin with it.
    """
    opening = _WORDS.opens_earlier.match(sentence)
    is_of_before = place >= OF_THE_NEWS and is_background(sentence, year)
    is_opened = opening is not None and bool(year) and opening["year"] < year
    news = sentence[: news_until(sentence)]
    return is_of_before or is_opened or _WORDS.earlier.search(news) is not None or is_correction(sentence)


def is_background(sentence: str, year: str) -> bool:
    """True for a sentence about another time: it names another year, or says how long ago."""
    years = _YEAR.findall(sentence)
    return bool(years and year and all(each < year for each in years)) or bool(_WORDS.long_ago.search(sentence))


def _figure(
    source: Source, sentence: tuple[int, int], subject: NumberSubject, number: Number, value: tuple[int, int]
) -> Figure:
    start, end = value
    # A unit belongs to what is printed.
    if subject.rank and subject.unit is not None and number.measure is not None:
        end = number.measured
    line = Line(
        text=" ".join(source.text[sentence[0] : sentence[1]].split()),
        support="verbatim",
        evidence=(source.cite_range(*sentence),),
    )
    is_foreseen = _WORDS.foreseen.search(source.text[sentence[0] : start])
    return Figure(
        about=subject.about,
        value=source.text[start:end],
        amount=number.amount,
        unit=subject.unit,
        bound=number.bound,
        attributed_to=None
        if is_foreseen
        else _vouching_speaker(source.text[sentence[0] : start], line.text) or _speaker_at(source, start),
        as_of=source.stamp(sentence[0]),
        line=line,
        evidence=(source.cite_range(start, end),),
    )


def _speaker_at(source: Source, place: int) -> str | None:
    """Who speaks the words at a place of an account, where they are quoted and the card names somebody; None else."""
    for quote in source.card.quotes:
        if quote.speakers and any(part.start <= place < part.end for part in quote.evidence):
            return ", ".join(quote.speakers)
    return None


def _vouching_speaker(before: str, sentence: str) -> str | None:
    """Whom a sentence gives a number to, by what stands before that: who puts it at so much, whoever speaks of it; not to his or her lawyer what only says which bridge is meant."""
    valued = _WORDS.valued_by.search(before)
    if valued is not None and not is_pronoun(valued["who"]):
        return standing_alone(valued["who"].strip(), sentence)
    who = giver_of(sentence, len(" ".join(before.split())))
    is_beside = who is not None and _WORDS.speaks_for_one.match(who) and _WORDS.only_named.search(before)
    return None if is_beside or who is None else standing_alone(who, sentence)
