"""Rules of plans that an account of the next day calls by other words: what is moved, called off or on hold was to come. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.stories.composing import as_briefed_article
from summarize.stories.restated import line_of, sentences_of
from summarize.stories.turns import MOVED, WITHDRAWN, turns
from tests.stories.made import card_of, story_of


def turned(eve: str, today: str) -> list[str | None]:
    """What has turned from an eve to a day, each told in one article."""
    then, now = card_of(eve, "A", "2026-03-16"), card_of(f"{today} It was cold.", "B", "2026-03-17")
    before = story_of(then, day="2026-03-16").model_copy(update={"articles": (1,)})
    article = as_briefed_article(1, now)
    below = [line_of(article, span) for span in sentences_of(article.text)]
    found = turns(
        story_of(now, day="2026-03-17"), before, {1: as_briefed_article(1, then)}, "2026-03-16", {1}, (), below
    )
    return [each.about for each in found]


VOTE = (
    "Voters in Skerrow will decide on 29 March whether to adopt a charter for the harbour, the clerk said. "
    "Ballots for the referendum on the harbour charter were sent to old addresses."
)


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("Skerrow has postponed its referendum on the charter by two weeks, to 12 April, its clerk said.", [MOVED]),
        ("Skerrow put off its charter referendum until 12 April.", [MOVED]),
        ("The referendum on the charter was put back to 12 April.", [MOVED]),
        ("Skerrow has postponed its regatta by two weeks, to 12 April, its clerk said.", []),
        ("The town has postponed its concert at the harbour to 12 April, its clerk said.", []),
        ("Skerrow held its referendum on the charter after two weeks of rain.", []),
        ("Skerrow has postponed its referendum on the airport by two weeks, to 12 April, its clerk said.", []),
    ],
)
def test_what_is_moved_is_named_by_the_words_told_before(today: str, about: list[str]) -> None:
    """Voters who are to decide on a charter have a referendum on it, where that was told of by both words; a regatta, or a referendum on something else, is another matter."""
    assert turned(VOTE, today) == about


CLOSURE = (
    "Carvane will close its mill at Orrin by the end of May, the firm said on Monday. "
    "The closure will cost 300 jobs. Workers are to vote on a walkout on Friday, the union said. "
    "The council will hold a special session on the mill on Thursday."
)


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("Carvane suspended its plan to close its mill at Orrin on Tuesday.", ["on hold"]),
        ("Carvane put the closure on hold on Tuesday.", ["on hold"]),
        ("The firm has paused the proposed closure of its mill at Orrin.", ["on hold"]),
        ("Carvane suspended its plan to buy a quarry in Kelby on Tuesday.", []),
        ("Carvane put the purchase of a ship on hold on Tuesday.", []),
        ("Carvane suspended two foremen of its mill at Orrin on Tuesday.", []),
        ("Carvane refused on Tuesday to say whether it had suspended its plan to close its mill at Orrin.", []),
        ("Carvane said on Tuesday it would not put the closure on hold.", []),
    ],
)
def test_a_plan_stands_still(today: str, about: list[str]) -> None:
    """What was to be is on hold where somebody suspends it, by what it was to do or its noun; not another plan, nor where nobody has done so."""
    assert turned(CLOSURE, today) == about


LEAD = "Ministers spoke with Carvane for three hours on Tuesday about its mill at Orrin and the rain. "


@pytest.mark.parametrize(
    ("further", "about"),
    [
        ("The union called off a vote on a walkout planned for Friday.", [WITHDRAWN]),
        ("The union cancelled Friday’s vote on the walkout.", [WITHDRAWN]),
        ("The special session of the council planned for Thursday was brought forward to Tuesday night.", [MOVED]),
        ("The union called off a dance planned for Friday.", []),
        ("The union has not called off the vote on a walkout planned for Friday.", []),
        ("The firm asked the union to call off the vote on a walkout planned for Friday.", []),
        ("A rehearsal of the choir planned for Thursday was brought forward to Tuesday night.", []),
    ],
)
def test_what_is_told_further_down_is_of_the_plan(further: str, about: list[str]) -> None:
    """A sentence further down calls off or moves what was to come on a day by its noun and further words of it; a dance, or what somebody is asked to do, turns nothing."""
    filler = "Rain fell on the mill. The river rose. A baker gave bread to the guards at the gate. "
    assert turned(CLOSURE, LEAD + filler + further) == about


BURIAL = (
    "A singer was found dead in Skerrow on Sunday, the coroner said. Her burial is planned for Friday. "
    "Delegates of Orrin and Skerrow will meet in Carvane on Thursday."
)


@pytest.mark.parametrize(
    ("today", "count"),
    [
        ("Her brother said the burial, planned for Friday, would be delayed until the coroner has finished.", 1),
        ("Talks in Carvane between the mayors, which had been planned for Thursday, were moved to Saturday.", 1),
        ("The burial, which was to be held on Friday, has been postponed. Talks in Carvane, due on Thursday, have been put off.", 2),
        ("The regatta, planned for Friday, would be delayed until the wind has dropped.", 0),
        ("Talks on a pay rise, which had been planned for Thursday, were moved to Saturday.", 0),
        ("Her brother said the burial, planned for Friday, would be delayed by an hour.", 0),
        ("Talks in Carvane in May, which had been planned for a week, were moved to Skerrow.", 0),
        ("The burial is planned for Friday.", 0),
        ("The burial, due on Friday, was not delayed, the brother said.", 0),
        ("The burial, due on Friday, may be delayed, the brother said.", 0),
        ("Friends asked that the burial, planned for Friday, be postponed.", 0),
        ("The burial, planned for Friday, will be led by a priest who moved to Skerrow.", 0),
        ("Rain may have fallen before the burial, due on Friday, was postponed.", 1),
    ],
)  # fmt: skip
def test_what_is_moved_from_its_day_is_told_further_down(today: str, count: int) -> None:
    """What was to come on a day and is said, by that day, to be moved is told, each plan of its own; another thing of that day, or a wait of an hour, is not."""
    assert turned(BURIAL, f"The coroner in Skerrow spoke to reporters at noon. {today}").count(MOVED) == count


BID = (
    "Ferries between Skerrow and Orrin stopped on Sunday night. The fund Carvane offered 90 million pounds for the ferry line, "
    "its offer being open until Friday. The union Halyard threatened a walkout."
)


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("Carvane withdrew its 90 million pound offer for the ferry line on Tuesday.", [WITHDRAWN]),
        ("The fund Carvane has dropped its offer for the line after a look at its books.", [WITHDRAWN]),
        ("Halyard withdrew its offer of talks.", []),
        ("Carvane refused to withdraw its offer for the ferry line.", []),
        ("The mayor asked Carvane to withdraw its 90 million pound offer for the ferry line.", []),
        ("Carvane may withdraw its offer for the ferry line.", []),
        ("Carvane withdrew its offer for a hotel in Lannick.", []),
        ("Carvane, whose rival withdrew its offer for the ferry line, stayed.", []),
    ],
)
def test_an_offer_is_withdrawn_further_down(today: str, about: list[str]) -> None:
    """Who had made an offer and withdraws it is told wherever that stands; another's offer, one for something else, or one that is only asked to be withdrawn is not."""
    assert turned(BID, f"The last hope of the island seems to be gone. {today}") == about


@pytest.mark.parametrize(
    ("today", "about"),
    [
        ("Orrin, which on Monday had still refused to withdraw its offer for the line, gave way and sold boats.", []),
        ("Orrin was urged to call off its offer for the line.", []),
        ("Orrin called off its offer for the line.", [WITHDRAWN]),
    ],
)
def test_what_somebody_refused_to_withdraw_is_not_withdrawn(today: str, about: list[str]) -> None:
    """In front of the verb, a refusal or a demand says that nothing was given up, in the lead as well."""
    assert turned(BID, today) == about
