"""Groups that comments alone would hold together, parted: two accounts are of one event by what they tell, not by who writes about both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from summarize.briefing import Reason
from summarize.stories.grouping.group import Group, group
from summarize.stories.grouping.members import Member


def group_beside_comments(members: Sequence[Member], comments: Collection[int]) -> tuple[Group, ...]:
    """Groups of articles about one event, no two of them held together by comments.

    Args:
        members: the articles.
        comments: the numbers of those that are opinion or analysis: they are put with the accounts that they are most alike.
    """
    found = group(members)
    if not any(_is_held_by(each, comments) for each in found):
        return found
    alone = {
        number: each
        for each in group([each for each in members if each.number not in comments])
        for number in each.numbers
    }
    return tuple(
        part for each in found for part in (_parted(each, alone, comments) if _is_held_by(each, comments) else (each,))
    )


def _is_held_by(found: Group, comments: Collection[int]) -> bool:
    """True if not all of a group's accounts hang together without its comments."""
    accounts = [number for number in found.numbers if number not in comments]
    without = [each for each in found.reasons if not set(each.articles) & set(comments)]
    return len(without) < len(accounts) - 1


def _parted(found: Group, alone: Mapping[int, Group], comments: Collection[int]) -> Iterator[Group]:
    """A group as the groups that its accounts make by themselves, each with the comments on it; whole where these have other accounts too."""
    parts = {alone[number].numbers: alone[number] for number in found.numbers if number not in comments}
    if len(parts) < 2 or any(not set(numbers) <= set(found.numbers) for numbers in parts):
        yield found
        return
    numbers = {number: key for key in parts for number in key}
    reasons: dict[tuple[int, ...], list[Reason]] = {key: list(part.reasons) for key, part in parts.items()}
    while len(numbers) < len(found.numbers):
        # A comment may be alike a comment on the event, and no account of it. Reasons stand surest first.
        bond = next(each for each in found.reasons if len(numbers.keys() & set(each.articles)) == 1)
        known, new = sorted(bond.articles, key=lambda number: number not in numbers)
        numbers[new] = numbers[known]
        reasons[numbers[known]].append(bond)
    for key in parts:
        of_part = tuple(number for number in found.numbers if numbers[number] == key)
        yield Group(of_part, tuple(sorted(reasons[key], key=lambda each: (-each.score, each.articles))))
