"""Rules of comments in groups. All texts were written for these tests."""

from __future__ import annotations

from summarize.stories.grouping import Member, group, group_beside_comments

BRIDGE = (
    "Inspectors say bolts of Tamsel bridge were never tightened",
    (
        "Inspectors found 400 loose bolts in the Tamsel bridge, which fell on Monday, they said. Engineer Ruth Obel showed photographs of the bolts. "
        "Its builder spoke of sabotage. Eleven lorries went down with the bridge. A welder told the inspectors of haste."
    ),
)
TALKS = (
    "Strike talks open in Vell with nobody from Harrow Steel",
    (
        "Talks about wages opened in Vell on Thursday without Harrow Steel. Mediator Colm Ashe kept the room until Saturday. The welders' union "
        "said it would extend its truce until December. Nobody drank the tea, Ashe said, and the firm sent no word."
    ),
)
ANALYSIS = (
    "Why Harrow Steel stays away from the table",
    (
        "Harrow Steel left an empty chair in Vell because of Tamsel. While it speaks of sabotage, it need not speak of wages, of haste or of loose "
        "bolts. The union's truce runs until December, and the mediator has kept the room. Inspectors and photographs of bolts will not move the "
        "firm; talks might, if the welders extend the truce."
    ),
)
OTHERS = (
    (
        "Museum buys a boat",
        "The Orle museum bought a rowing boat for 4,000 marks. Children painted its oars on Sunday, said curator Ida Fenn.",
    ),
    (
        "Cow on runway",
        "A cow stood on a runway in Pask for two hours. Pilots circled, and a farmer led it away with a bucket of oats.",
    ),
    (
        "Choir sings to whales",
        "A choir of forty sang to whales off Skarn. None came, its conductor said, but a seal stayed to the end.",
    ),
)


def members_of(*texts: tuple[str, str]) -> list[Member]:
    return [Member(number, title, text, published="2027-06-24") for number, (title, text) in enumerate(texts, 1)]


def numbers_of(members: list[Member], comments: set[int]) -> set[tuple[int, ...]]:
    return {tuple(sorted(each.numbers)) for each in group_beside_comments(members, comments)}


def test_a_comment_holds_no_two_events_together() -> None:
    """An analysis of two events goes with the one it is more alike, and the two are two, each held together by as many reasons as it needs."""
    members = members_of(BRIDGE, ANALYSIS, TALKS, *OTHERS)
    assert {1, 2, 3} in [set(each.numbers) for each in group(members)]
    found = group_beside_comments(members, {2})
    assert next(each for each in found if 1 in each.numbers) is not next(each for each in found if 3 in each.numbers)
    assert all(len(each.reasons) == len(each.numbers) - 1 for each in found)
    assert sorted(number for each in found for number in each.numbers) == [1, 2, 3, 4, 5, 6]


def test_what_is_no_comment_does() -> None:
    """News about both makes the two one, as ever."""
    members = members_of(BRIDGE, ANALYSIS, TALKS, *OTHERS)
    assert (1, 2, 3) in numbers_of(members, set())


def test_accounts_of_one_event_stay_one() -> None:
    """Two accounts that are one event by themselves are so with a comment that is more like either."""
    again = (
        BRIDGE[0].replace("Inspectors", "Experts"),
        BRIDGE[1].replace("Engineer Ruth Obel showed photographs of the bolts. ", ""),
    )
    members = members_of(BRIDGE, ANALYSIS, again, *OTHERS)
    assert (1, 2, 3) in numbers_of(members, {2})


def test_a_comment_on_a_comment_goes_with_its_event() -> None:
    """A comment that only answers another goes where that one goes."""
    answer = (
        "Harrow Steel and the empty chair: an answer",
        "That firm left its chair empty in Vell not for wages but for shame, whatever they write about haste and loose bolts and sabotage.",
    )
    members = members_of(BRIDGE, ANALYSIS, TALKS, answer, *OTHERS)
    for comments in ({2, 4}, {2}, {4}):
        found = group_beside_comments(members, comments)
        assert sorted(number for each in found for number in each.numbers) == list(range(1, 8))
        assert all(len(each.reasons) == len(each.numbers) - 1 for each in found)
