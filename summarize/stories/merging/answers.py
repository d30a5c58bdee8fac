"""What answers the lines of a story: the denial of a charge, another's figure, the words behind "declined to say". A line and its answers are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from summarize.briefing import Line
from summarize.evidence.attributions.lexicon import lexicon
from summarize.grounding.replies import accuses, answers_back
from summarize.stories.merging.article_answers import ArticleAnswers, as_said, is_charge
from summarize.stories.merging.likeness import adds_nothing
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.silences import silences_of
from summarize.stories.merging.sources import QUOTED, Source
from summarize.text.content import content_words

MAX_FACTS: Final = 6
_SAME: Final = 0.6
"""Share of an answer's words of content, from which another that has them is the same."""
_MIN_COUNT: Final = 5
_MOSTLY: Final = 0.7
"""Share of its words of content, five at least, that a longer sentence has which says as much as it."""
_WORD: Final = re.compile(r"n't\b|[^\W\d_]+?(?=n't\b)|[^\W\d_]+")


def with_answers(told: Sequence[Line], accounts: Sequence[Source]) -> Iterator[tuple[Line, list[Line]]]:
    """What accounts tell, each line with the answers that its article has right behind it, with no more than quotations between.

    An answer is a line itself, or a claim of the card, or what is quoted of somebody who declined to say something. One to what the story
    does not tell is left out. A charge without one takes the first denial of somebody named in it, further on or in another account.
    """
    articles = {source.number: ArticleAnswers(source, told) for source in accounts}
    taken: set[int] = set()
    for at, line in enumerate(told):
        if at in taken:
            continue
        article = articles.get(line.article)
        first = (article.answered_by(line) if at and article is not None else None) or line
        found = _answers_of(line, first, articles, is_lede=not at)
        # "Prosecutors suspect that he was paid by Kestrel", behind a search of his house: it has an answer of its own.
        found += [
            own
            for place, each in found
            if is_charge(each) and not answers_back(each.text)
            for own in _answers_of(each, each, articles, is_lede=False)
            if own not in found and own[1].evidence[0] != first.evidence[0] and place != own[0]
        ]
        found = [each for each in found if each[0] is None or each[0] not in taken]
        taken.update(place for place, _ in found if place is not None)
        yield first, [answer for _, answer in found]


def _answers_of(
    line: Line, first: Line, articles: Mapping[int, ArticleAnswers], *, is_lede: bool
) -> list[tuple[int | None, Line]]:
    """What answers a line, or what it answers itself, in its article; a charge without such has what another article tells."""
    article = articles.get(line.article)
    found = article.answers(first) if article is not None else []
    if not found and article is not None:
        found = article.kept_together(first, is_lede=is_lede)
    if not found and accuses(as_said(line)):
        found = _answers_elsewhere(line, articles.values())
    return list(found)


def answers_to(headline: Line, told: Sequence[Line], accounts: Sequence[Source]) -> list[Line]:
    """The answers to a headline that charges somebody; none if it charges nobody."""
    if not accuses(as_said(headline)):
        return []
    articles = [ArticleAnswers(source, told) for source in accounts]
    found = _answers_elsewhere(headline, articles)
    own = (each for each in articles if each.source.number == headline.article)
    return [answer for _, answer in found] or next(filter(None, (each.contradictions(headline) for each in own)), [])


def past_of(said: Sequence[Line], units: Iterable[tuple[Line, list[Line]]], most: int) -> tuple[Line, ...]:
    """The background of a story, each line with its answers, as long as both fit.

    Args:
        said: what the story tells before.
        units: the lines, with their answers.
        most: how many lines.
    """
    kept: list[Line] = []
    for line, its in units:
        if not adds_nothing(line.text, [each.text for each in (*said, *kept)]):
            unit = [line, *(each for each in its if not _is_said(each, [*said, *kept]))]
            kept += unit if len(kept) + len(unit) <= most else []
    return tuple(kept)


def _answers_elsewhere(line: Line, articles: Iterable[ArticleAnswers]) -> list[tuple[int | None, Line]]:
    """The first denial of somebody whom a charge names, in its article or another, or of who is charged where it names nobody; else what answers the same charge where it is told again, or that he was silent."""
    own = sorted(articles, key=lambda each: each.source.number != line.article)
    for answers in (ArticleAnswers.denials, ArticleAnswers.pleas, ArticleAnswers.answers_to_same):
        if found := next(filter(None, (answers(each, line) for each in own)), []):
            return found
    return [(None, each) for each in silences_of(line, [each.source for each in own])]


def facts_of(
    said: Sequence[Line], answers: Sequence[Line], further: Sequence[tuple[Line, list[Line]]]
) -> tuple[Line, ...]:
    """The facts of a story: the answers to its lede, then the lines that add something, each with its answers, none without.

    Args:
        said: what the story tells before them.
        answers: those to the lede.
        further: the other lines, with their answers.
    """
    kept, texts = list(answers[:MAX_FACTS]), [line.text for line in (*said, *answers)]
    replied = list(answers)
    for at, (line, its) in enumerate(further):
        if not its and any(_says_as_well(later, line) for later, _ in further[at + 1 :]):
            continue
        is_new = not adds_nothing(line.text, texts)
        unit = [*([line] if is_new else []), *(each for each in its if not _is_said(each, replied))]
        if len(kept) + len(unit) <= MAX_FACTS:
            kept += unit
            texts += [each.text for each in unit]
            replied += its
    return tuple(kept)


def with_challenges(facts: Sequence[Line], replies: Sequence[Line], challenges: Sequence[Line]) -> tuple[Line, ...]:
    """The facts of a story with what the defence puts to those whom it quotes, behind the answers to its lede; the last give way."""
    first = [each for each in facts if each in replies]
    new = [each for each in challenges if not any(_is_said(each, [fact]) for fact in facts)]
    return (*first, *new, *(each for each in facts if each not in first))[: max(len(facts), MAX_FACTS)]


def _says_as_well(later: Line, line: Line) -> bool:
    """True if a longer sentence of another article says all that a sentence says which is nobody's word; neither is a quotation, and both deny as much."""
    if line.attribution is not None or line.article == later.article or QUOTED & {*line.text, *later.text}:
        return False
    mine, its = content_words(line.text), content_words(later.text)
    is_fuller = (
        _MIN_COUNT <= len(mine) < len(its)
        and _amounts(line.text) <= _amounts(later.text)
        and len(mine & its) >= _MOSTLY * len(mine)
    )
    return is_fuller and _denials(line.text) == _denials(later.text)


def _amounts(text: str) -> set[float]:
    return {number.amount for number in numbers_in(text, 0, len(text))}


def _denials(text: str) -> int:
    words = lexicon("en")
    denying = words.negations | words.denying | words.no | words.nobody
    return sum(word in denying for word in _WORD.findall(text.casefold().replace("’", "'")))


def _is_said(answer: Line, others: Sequence[Line]) -> bool:
    """True if an answer is one of the others in other words: of those of one source, its name says nothing."""
    by = answer.attribution
    mine = content_words(answer.text) - content_words((by and by.source) or "")
    return any(len(mine & content_words(other.text)) >= _SAME * len(mine) for other in others)
