"""Figures that an article itself says were others before: "up from 90,000", and those that were counted wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from summarize.briefing import BriefedArticle, Change, Cite, Figure, Line, Story
from summarize.languages.figures import figures
from summarize.stories.merging.figures import is_background
from summarize.stories.merging.given import attributed_to, given_by, name_beside, standing_alone
from summarize.stories.merging.likeness import alike
from summarize.stories.merging.numbers import Number, numbers_in
from summarize.stories.merging.subjects import COMPARABLE, counted_noun, subject_of
from summarize.text.bounds import bound_before
from summarize.text.content import content_words

_WORDS: Final = figures("en")
_SENTENCE: Final = re.compile(r"\S(?:[^\n.!?]|[.!?](?![”\"’]?\s))*[.!?]?[”\"’]?")
_DATELINE: Final = re.compile(
    r"[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+)*(?:,\s[^—–(\n]{1,40})?(?:\s\([^)\n]{2,40}\))?:?\s[—–-]{1,2}\s"
)
_NAMED: Final = re.compile(r"\b[A-Z]\w")
_NAME: Final = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
Sentence = tuple[int, int]


def amount_of(change: Change) -> float | None:
    """How much a figure is now that has changed, whether it is printed in words or in figures."""
    *_, now = change.values or ("",)
    return next((number.amount for number in numbers_in(now, 0, len(now))), None)


def counted_anew(last: Figure, articles: Sequence[BriefedArticle]) -> Line | None:
    """The sentence of an article which says that an earlier figure was wrong: "33 had counted some people twice"; None if none does."""
    for article in articles:
        for start, end in sentences_of(article.text):
            for number in numbers_in(article.text, start, end):
                marked = f"{article.text[start : number.start]}#{article.text[number.end : end]}"
                if number.amount == last.amount and _WORDS.counted_wrong.search(marked):
                    return line_of(article, (start, end))
    return None


def moves(
    story: Story,
    articles: Mapping[int, BriefedArticle],
    before: Sequence[BriefedArticle],
    since: str,
    fresh: AbstractSet[int],
) -> Iterator[Change]:
    """Figures that a fresh article says have moved from one that an article of the briefing before gave of the same; no amount is told twice."""
    known = [(article, sentence, number) for article in before for sentence, number in _numbers(article)]
    told: set[float] = {number.amount for _, _, number in known}
    restated: set[float] = set()
    for article in (articles[number] for number in story.articles if number in fresh):
        for (start, end), then, now, is_own in _restated(article.text):
            text = article.text[start:end]
            # What somebody gives anew has changed, though another told it before.
            is_told = now.amount in (restated if is_own else told | restated)
            if is_told or is_background(text, (article.published or "")[:4]) or _WORDS.long_ago.search(text):
                continue
            if any(bound_before(article.text[: each.start]) for each in (then, now)):
                continue  # it is no more than a bound
            about, subject = _about(article.text, (start, end), then, now), subject_of(article.text, start, end, now)
            toll = subject.about if subject is not None else None
            was = next((each for each in known if toll is not None and _is_of_toll(toll, then, *each)), None)
            if was is not None:
                # A noun in front of a toll is what it is of the dead of: "the toll on the highway has risen to 34".
                about = about if about is not None and text.find(about, now.end - start) >= 0 else toll
            elif about is not None:
                of_it = (each for each in known if _is_of({about, toll or about}, about, *each))
                was = next((each for each in of_it if _is_same(*each, then, text)), None)
            if was is None or about is None:
                continue  # nothing says of what
            restated.add(now.amount)
            yield Change(
                kind="updated",
                since=since,
                about=about,
                before=line_of(was[0], was[1]),
                now=line_of(article, (start, end)),
                values=(article.text[then.start : then.end], article.text[now.start : now.end]),
                attributed_to=attributed_to(" ".join(text.split())),
            )


def moved_counts(
    story: Story,
    articles: Mapping[int, BriefedArticle],
    before: Sequence[BriefedArticle],
    since: str,
    fresh: AbstractSet[int],
) -> Iterator[Change]:
    """Tolls of the briefing before of which a fresh article says that the count was moved from there: "raised its count from four"; to how many may stand in another sentence.

    Of what the count is, the briefing before says, where one toll alone was so much; and so does the article, where it has one other number of that.
    """
    known = [(article, *each) for article in before for each in _tolls(article)]
    for article in (articles[number] for number in story.articles if number in fresh):
        mine = list(_tolls(article))
        for sentence, then in _numbers(article):
            if _WORDS.moves_a_count.search(article.text[sentence[0] : then.start]) is None:
                continue
            its = [each for each in known if each[2].amount == then.amount]
            tolls = {each[3] for each in its}
            now = {number.amount: number for _, number, toll in mine if toll in tolls and number.amount != then.amount}
            beside = _moved_from_here(article.text, sentence, then)
            if len(tolls) != 1 or (beside is None and len(now) != 1):
                continue
            latest = beside or next(iter(now.values()))
            yield Change(
                kind="updated",
                since=since,
                about=tolls.pop(),
                before=line_of(its[0][0], its[0][1]),
                now=line_of(article, sentence),
                values=(article.text[then.start : then.end], article.text[latest.start : latest.end]),
                attributed_to=None,
            )


def _tolls(article: BriefedArticle) -> Iterator[tuple[Sentence, Number, str]]:
    """The numbers of an article that are tolls, each with its name."""
    for sentence, number in _numbers(article):
        start, end = sentence
        text = article.text[start:end]
        # "Five of its rangers died": of all who are counted, where a count is said to be moved.
        part = _WORDS.of_its_own.match(text[number.end - start :])
        if part is not None:
            text = f"{text[: number.end - start]} {text[number.end - start + part.end() :].lstrip()}"
        at = replace(number, start=number.start - start, end=number.end - start)
        subject = subject_of(text, 0, len(text), at)
        if subject is not None and subject.about in COMPARABLE:
            yield sentence, number, subject.about


def _moved_from_here(text: str, sentence: Sentence, then: Number) -> Number | None:
    """The number to which another is said to have moved in its sentence: "from four to five"."""
    found = numbers_in(text, then.end, sentence[1])
    return next((each for each in found if _WORDS.moved_to.fullmatch(text[then.end : each.start])), None)


def recounted(
    story: Story,
    articles: Mapping[int, BriefedArticle],
    before: Sequence[BriefedArticle],
    since: str,
    fresh: AbstractSet[int],
) -> Iterator[Change]:
    """Numbers of something that somebody who is named gave in the briefing before, and gives anew: "the number of gaps is 304, Ann Lee said"."""
    known = [(article, each) for article in before for each in _counts(article)]
    told: set[str] = set()
    for article in (articles[number] for number in story.articles if number in fresh):
        for now in _counts(article):
            text, its = article.text, (then for then in known if _is_recount(then[1], now))
            was = next(its, None)
            if was is None or now.noun in told or is_background(now.text, (article.published or "")[:4]):
                continue
            told.add(now.noun)
            earlier, then = was
            yield Change(
                kind="updated",
                since=since,
                about=now.noun,
                before=line_of(earlier, then.sentence),
                now=line_of(article, now.sentence),
                values=(
                    earlier.text[then.number.start : then.number.end],
                    text[now.number.start : now.number.end],
                ),
                attributed_to=next(iter(sorted(then.who & now.who))),
            )


class _Count(NamedTuple):
    """A sentence with one number of something, and the names of who gives it."""

    noun: str
    number: Number
    sentence: Sentence
    text: str
    who: frozenset[str]


def _counts(article: BriefedArticle) -> Iterator[_Count]:
    if article.language not in {"en", None}:
        return
    for start, end in sentences_of(article.text):
        found = list(numbers_in(article.text, start, end))
        match = _WORDS.count_of.search(article.text[start : found[0].start]) if len(found) == 1 else None
        text = " ".join(article.text[start:end].split())
        raw = given_by(text) if match is not None and found[0].bound is None else None
        if match is not None and raw is not None:
            who = frozenset(each for each in (standing_alone(raw, text), name_beside(raw, text)) if each)
            yield _Count(match["noun"], found[0], (start, end), text, frozenset(filter(_NAMED.search, who)))


def _is_recount(then: _Count, now: _Count) -> bool:
    """True if one who is named gives another number of the same, in like words."""
    if then.noun != now.noun or not then.who & now.who or then.number.amount == now.number.amount:
        return False
    return then.number.unit == now.number.unit and alike(then.text, now.text)


def sentences_of(text: str) -> Iterator[Sentence]:
    """The ranges of the sentences of a text, roughly, without the dateline in front of the first."""
    for match in _SENTENCE.finditer(text):
        dateline = _DATELINE.match(text, match.start(), match.end())
        yield dateline.end() if dateline is not None else match.start(), match.end()


def _numbers(article: BriefedArticle) -> Iterator[tuple[Sentence, Number]]:
    for start, end in sentences_of(article.text):
        for number in numbers_in(article.text, start, end):
            yield (start, end), number


class _Restated(NamedTuple):
    """A number of a sentence, and what it was before; `is_own` where one who gave that gives this."""

    sentence: Sentence
    then: Number
    now: Number
    is_own: bool


def _restated(text: str) -> Iterator[_Restated]:
    """What the sentences of a text say that a figure was, and is."""
    sentences = list(sentences_of(text))
    for sentence in sentences:
        yield from _moved_figures(text, sentence)
    for sentence, behind in pairwise(sentences):
        yield from _said_before(text, sentence, behind)


def _moved_figures(text: str, sentence: Sentence) -> Iterator[_Restated]:
    """What a sentence says a figure was, and is: "from 300 to 2,100", "210,000, up from the 90,000", "2.3 million, not 1.4 million as it said"."""
    start, end = sentence
    found = list(numbers_in(text, start, end))
    alone = (Number(*match.span(), 1.0, None, None) for match in _WORDS.lone_one.finditer(text, start, end))
    for number in (*found, *alone):
        # What it is not is no number of the sentence.
        denial = _WORDS.not_what_was.match(text, number.end, end)
        then = next(iter(numbers_in(text, denial.end(), end)), None) if denial is not None else None
        if denial is None or then is None or then.start != denial.end():
            continue
        if _WORDS.as_it_said.match(text, then.end, end):
            yield _Restated(sentence, then, number, is_own=True)
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if _WORDS.moved_to.fullmatch(between) and _WORDS.moved_from.search(text[start : one.start]):
            yield _Restated(sentence, one, other, is_own=False)
        elif _WORDS.up_from.fullmatch(between):
            yield _Restated(sentence, other, one, is_own=False)


def _said_before(text: str, sentence: Sentence, behind: Sentence) -> Iterator[_Restated]:
    """What the next sentence says that the only figure of one was before: "The number of gaps is 304, the port said. On Monday it had spoken of 210."."""
    now, then = (list(numbers_in(text, *each)) for each in (sentence, behind))
    if len(now) == len(then) == 1 and _WORDS.had_said_so_many.match(text[behind[0] : then[0].start]):
        yield _Restated(sentence, then[0], now[0], is_own=True)


def _is_same(article: BriefedArticle, sentence: Sentence, number: Number, then: Number, now: str) -> bool:
    """True if a number of the briefing before is what a figure is said to have been: by its amount, and a word of both sentences that is no name."""
    if number.amount != then.amount or (then.unit is not None and number.unit != then.unit):
        return False
    said = article.text[slice(*sentence)]
    mine, its = (content_words(_NAME.sub(" ", text)) for text in (said, now))
    return any(not word[0].isdigit() for word in mine & its)


def _is_of(subjects: AbstractSet[str], about: str, article: BriefedArticle, sentence: Sentence, number: Number) -> bool:
    """True if a number of the briefing before is of what has moved: no toll that goes by another name, and its sentence has the word."""
    subject = subject_of(article.text, *sentence, number)
    if subject is not None and subject.about in COMPARABLE and subject.about not in subjects:
        return False
    said = content_words(article.text[slice(*sentence)])
    return all(any(mine.startswith(its) or its.startswith(mine) for its in said) for mine in content_words(about))


def _is_of_toll(toll: str, then: Number, article: BriefedArticle, sentence: Sentence, number: Number) -> bool:
    """True if a number of the briefing before is what a toll is said to have been, by whatever words: "injuring 14" is of the injured."""
    if number.amount != then.amount or toll not in COMPARABLE:
        return False
    subject = subject_of(article.text, *sentence, number)
    return subject is not None and subject.about == toll


def _about(text: str, sentence: Sentence, then: Number, now: Number) -> str | None:
    """What has moved: the noun that a figure counts, or the one before it."""
    start, end = sentence
    for number in (now, then):
        subject = counted_noun(text[number.end : end], is_one=number.amount == 1)
        if subject is not None:
            return subject.about
    *_, last = None, *_WORDS.what_moves.finditer(text, start, min(then.start, now.start))
    return next((str(word) for word in last.groups() if word), None) if last is not None else None


def line_of(article: BriefedArticle, sentence: Sentence) -> Line:
    """A sentence of an article as a line."""
    start, end = sentence
    text = article.text[start:end]
    cite = Cite(article=article.number, start=start, end=end, text=text)
    return Line(text=" ".join(text.split()), support="verbatim", evidence=(cite,))
