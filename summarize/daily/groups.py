"""A day's articles to groups: those of one event together, and with what an earlier briefing told of it; of versions, the latest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from summarize.article import Article
from summarize.briefing import Reason, Slot, Story
from summarize.card import Card
from summarize.layout.corrections import is_correction_title
from summarize.stories.earlier import Earlier
from summarize.stories.grouping import (
    THRESHOLD,
    TOLD_IN,
    Anchors,
    Copy,
    Group,
    Member,
    anchors_of,
    group,
    group_beside_comments,
    joined_across,
    split_by_anchors,
)

_OF_MANY: Final[frozenset[Slot]] = frozenset(("markets", "weather"))
_ROUND_UPS: Final[frozenset[Slot]] = frozenset(("markets", "weather", "service"))
_COMMENTS: Final[frozenset[Slot]] = frozenset(("opinion", "analysis"))


def group_articles(
    members: Sequence[Member], kinds: Mapping[int, Slot], earlier: Earlier | None, cards: Sequence[Card]
) -> tuple[Group, ...]:
    """The groups of articles about one event.

    A correction that names what it corrects is by itself: it is of that story, whatever else it is like. Market reports, weather and
    service pieces, which touch many events and are about none, are put together with their like alone. Opinion and analysis go with an event, and
    hold no two together. Articles of one language are compared by
    their words; groups of several, by what is the same in all.
    """
    alone = [each for each in members if earlier and is_correction_title(each.title) and earlier.corrected_by(each)]
    numbers = {each.number for each in alone}
    rest = [each for each in members if each.number not in numbers]
    parts: dict[tuple[bool, str, str], list[Member]] = {}
    for each in rest:
        kind = kinds[each.number]
        is_round_up = kind in _ROUND_UPS
        parts.setdefault((is_round_up, kind if is_round_up else "", each.language), []).append(each)
    comments = {number for number, kind in kinds.items() if kind in _COMMENTS}
    news = [each for key, part in parts.items() if not key[0] for each in group_beside_comments(part, comments)]
    if {key[2] for key in parts if not key[0]} - {TOLD_IN, ""}:
        anchors = {number: anchors_of(cards[number - 1]) for each in news for number in each.numbers}
        news = joined_across([part for each in news for part in _by_name(each, anchors)], anchors)
    found = [*news, *(each for key, part in parts.items() if key[0] for each in group(part))]
    return (*sorted(found, key=lambda each: min(each.numbers)), *(Group((each.number,), ()) for each in alone))


def _by_name(found: Group, anchors: Mapping[int, Anchors]) -> list[Group]:
    """A group in another language than the briefing's as the parts that share names."""
    return [found] if anchors[found.numbers[0]].language in {TOLD_IN, ""} else split_by_anchors(found, anchors)


def join_with_earlier(
    groups: Sequence[Group], members: Sequence[Member], earlier: Earlier | None, kinds: Mapping[int, Slot]
) -> list[tuple[Group, Story | None]]:
    """The groups, those that go on with one earlier story as one, and that story.

    A market report, or the weather, which touches many events, goes on with none but its like; what to do about one goes on with that.
    """
    if earlier is None:
        return [(each, None) for each in groups]
    joined: dict[str, tuple[Group, Story]] = {}
    rest: list[tuple[Group, Story | None]] = []
    for each in groups:
        first = members[each.numbers[0] - 1]
        corrected = earlier.corrected_by(first) if is_correction_title(first.title) else None
        nearest = (1.0, corrected) if corrected else _nearest(each, members, earlier)
        kind = kinds[each.numbers[0]]
        if nearest is None or (kind in _OF_MANY and nearest[1].slot != kind):
            rest.append((each, None))
            continue
        score, story = nearest
        if story.key in joined:
            before, _ = joined[story.key]
            shared = (f"both go on with an earlier story: {story.headline.text}",)
            reason = Reason(articles=(before.numbers[0], each.numbers[0]), score=round(score, 3), shared=shared)
            each = Group((*before.numbers, *each.numbers), (*before.reasons, *each.reasons, reason))  # noqa: PLW2901 - the two as one
        joined[story.key] = each, story
    return [*joined.values(), *rest]


def _nearest(found: Group, members: Sequence[Member], earlier: Earlier) -> tuple[float, Story] | None:
    """The earlier story that a group goes on with: by all of its articles, else by those that are most alike, where it has others."""
    near = {number for reason in found.reasons if reason.score >= THRESHOLD for number in reason.articles}
    sides = [found.numbers, [number for number in found.numbers if number in near]]
    scored = (earlier.nearest([members[number - 1] for number in side]) for side in sides if side)
    return next((each for each in scored if each is not None), None)


def latest_first(found: Sequence[Copy], cards: Sequence[Card]) -> dict[int, Copy]:
    """Copies by their number. Of one outlet's versions of an article the latest is the one that counts, for it is the corrected one."""
    repeats = {copy.number: copy for copy in (*found, *_versions(cards))}
    for copy in found:
        mine, its = cards[copy.number - 1].article, cards[copy.of - 1].article
        if (
            mine.publisher is None
            or mine.publisher != its.publisher
            or _stamp(mine) <= _stamp(its)
            or copy.of in repeats
        ):
            continue
        old, new = copy.of, copy.number
        repeats = {
            (old if number == new else number): Copy(old if number == new else number, new, each.agency, each.share)
            if each.of == old
            else each
            for number, each in repeats.items()
        }
    return repeats


def _versions(cards: Sequence[Card]) -> Iterator[Copy]:
    """Articles of one outlet under one title, the earlier as copies of the latest, however much was changed in between."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, card in enumerate(cards, 1):
        article = card.article
        if article.publisher and article.title:
            found.setdefault((article.publisher.casefold(), article.title.casefold()), []).append(number)
    for numbers in found.values():
        latest = max(numbers, key=lambda number: (_stamp(cards[number - 1].article), number))
        yield from (Copy(number, latest, None, 1.0) for number in numbers if number != latest)


def _stamp(article: Article) -> str:
    return article.modified or article.published or ""
