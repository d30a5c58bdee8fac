"""What is different from the briefing before: new stories, updates with what changed, corrections, repeats, and what has gone quiet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from summarize.briefing import BriefedArticle, Change, Cite, Figure, Line, Story
from summarize.languages.figures import figures as figure_words
from summarize.languages.stories import changes as change_words
from summarize.stories.corrections import correction_range
from summarize.stories.merging.agreeing import agree, figure_with_bound, is_of_one_digit
from summarize.stories.merging.aspects import are_of_two, is_elsewhere
from summarize.stories.merging.counted import are_apart, name_of_toll
from summarize.stories.merging.figures import reads_as_some
from summarize.stories.merging.likeness import alike
from summarize.stories.merging.subjects import COMPARABLE, counted_noun
from summarize.stories.outcomes import outcomes, title_of
from summarize.stories.restated import amount_of, counted_anew, line_of, moved_counts, moves, recounted, sentences_of
from summarize.stories.slots import in_utc
from summarize.stories.turns import turns, was_said
from summarize.text.content import content_words

_MIN_ALIKE = 4
_MIN_ROUND = 20
_NOT_FAR = 1.2
_IN_WORDS: Final = 1000
"""Below this a count in words is written in digits where it stands beside one in digits."""
_WORDS: Final = figure_words("en")
_CLAUSE_BREAK: Final = change_words("en").clause_break


def changes_of(
    story: Story,
    articles: Mapping[int, BriefedArticle],
    before: Story | None,
    known: Mapping[int, BriefedArticle],
    since: str,
) -> tuple[Change, ...]:
    """What is different in a story, or that nothing is."""
    corrections = tuple(_corrections(story, articles, since if before is not None and since else None))
    if before is None:
        return (Change(kind="new"), *corrections)
    texts = {known[number].id for number in before.articles if number in known}
    fresh = [number for number in story.articles if articles[number].id not in texts]
    fresh = [
        number
        for number in fresh
        if not _is_repeat(articles[number], [known[n] for n in before.articles if n in known])
    ]
    if not fresh:
        return (Change(kind="unchanged", since=since), *corrections)
    told_before = [known[number] for number in before.articles if number in known]
    texts_before = [article.text for article in told_before]
    now_told = [articles[number] for number in fresh]
    figures = tuple(
        change
        for change in _figures(
            story, before, since, set(fresh), _told_by(articles, known), "\n".join(texts_before), now_told
        )
        if change.now is None or not _is_elsewhere(change.now, texts_before)
    )
    moved = tuple(moves(story, articles, told_before, since, set(fresh)))
    moved += tuple(moved_counts(story, articles, told_before, since, set(fresh)))
    # What an article itself says that a figure was goes before what another had said.
    restated = {amount_of(change): change.values for change in moved}
    figures = tuple(
        change
        for change in figures
        if amount_of(change) not in restated or _is_from(change, restated[amount_of(change)])
    )
    shown = {amount_of(change) for change in figures}
    figures += tuple(change for change in moved if amount_of(change) not in shown and not _is_told_by(figures, change))
    shown |= {amount_of(change) for change in figures}
    again = recounted(story, articles, told_before, since, set(fresh))
    figures += tuple(change for change in again if amount_of(change) not in shown)
    titles = [line for article in now_told if (line := title_of(article)) is not None]
    turned = (
        *turns(story, before, known, since, set(fresh), titles, list(_sentences_of(now_told))),
        *outcomes(story, articles, titles, before, known, since, set(fresh)),
    )
    if figures or corrections or turned:
        return (*turned, *figures, *corrections)
    # What is fresh and no repeat has news; the first sentence that was not told before shows it.
    lines = (line for line in (story.lede, *story.facts, *story.background, story.headline) if line.article in fresh)
    now = next((line for line in lines if not was_said(line.text, before, known)), None)
    return (Change(kind="updated", since=since, before=before.lede if now else None, now=now),)


def _sentences_of(accounts: Sequence[BriefedArticle]) -> Iterator[Line]:
    """All sentences of accounts in English that are no comment."""
    for article in accounts:
        if article.slot not in {"opinion", "analysis"} and article.language in {"en", None}:
            yield from (line_of(article, span) for span in sentences_of(article.text))


def _is_told_by(figures: Sequence[Change], change: Change) -> bool:
    """True if one of the changes tells of the same thing by the same sentence: "34 or 41", of which 34 is told to have been 17."""
    return any((each.about, each.now) == (change.about, change.now) for each in figures)


def _is_from(change: Change, values: Sequence[str] | None) -> bool:
    """True if a change of a figure is from the first of two values."""
    return bool(values and change.values) and bool(
        {each.casefold() for each in (change.values or ())[:1]} & {each.casefold() for each in (values or ())[:1]}
    )


def _is_repeat(article: BriefedArticle, earlier: Sequence[BriefedArticle]) -> bool:
    """True if an article is one of the earlier ones, near enough word for word."""
    mine = _pieces(article.text)
    return bool(mine) and any(len(mine & _pieces(other.text)) >= 0.9 * len(mine) for other in earlier)


def _pieces(text: str) -> set[str]:
    """The sentences of a text, roughly: enough to tell whether another has them."""
    return {
        " ".join(piece.split()).casefold()
        for piece in re.split(r"(?<=[.!?])[\"”’]?\s+|\n+", text)
        if len(piece.split()) > 4
    }


def change_of_return(story: Story, before: Story, since: str | None) -> Change:
    """That a story is back, with what was told of it last."""
    return Change(kind="returned", since=since, before=before.lede, now=story.lede)


def _says_less(now: Figure, then: Figure) -> bool:
    """True for a round lower bound that what was told keeps and is near: "more than 50", of 57.

    At least nine, of twelve, is a toll that was lowered, and at least eight still missing, of twenty, one that fell.
    """
    if now.bound != "least" or now.unit != then.unit or now.amount is None or then.amount is None:
        return False
    if now.about in _WORDS.can_return or now.amount < _MIN_ROUND or not is_of_one_digit(now):
        return False
    return now.amount <= then.amount <= _NOT_FAR * now.amount


def _told_by(
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


def _figures(  # noqa: PLR0913, PLR0917 - all that is known of the two days
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


def _is_elsewhere(now: Line, texts: Sequence[str]) -> bool:
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


def _corrections(story: Story, articles: Mapping[int, BriefedArticle], since: str | None) -> Iterator[Change]:
    """What publishers say that they corrected, in their own words, each with the outlet: its "we" is nobody beside others."""
    for number in story.articles:
        line = correction_in(articles[number])
        if line is not None:
            article = articles[number]
            outlet = article.publisher or PurePath(article.source).name
            yield Change(kind="corrected", since=since, now=line, attributed_to=outlet)


def correction_in(article: BriefedArticle) -> Line | None:
    """The paragraph in which an article says what it corrects, None if it says nothing of the kind."""
    found = correction_range(article.text, article.title)
    if found is None:
        return None
    start, end = found
    text = article.text[start:end]
    cite = Cite(article=article.number, start=start, end=end, text=text)
    return Line(text=" ".join(text.split()), support="verbatim", evidence=(cite,))
