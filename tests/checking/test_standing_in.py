"""What takes the place of words that a claim leaves out; whose word a thought is; deadlines, headlines with "to" and countries by their people."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.checking.check import check
from summarize.evidence.syntax import Syntax

REFUSED = frozenset({"in part", "not shown", "contradicted"})


def verdict(evidence: str, claim: str, model: Syntax) -> str:
    article = Article(id=article_id(evidence), source="x", language="en", text=evidence)
    (found,) = check(claim, article, syntax=model)
    return found.verdict


OPEN = [
    ("The firm employs 140 people, runs 60 lorries and has supplied gravel since 1958.", "The firm employs 140 people and has supplied gravel since 1958."),
    ("The canton has paid 3 million for the work and closed two trails.", "The canton has closed two trails."),
    ("Dairy and egg producer Norvale Foods lost 2 million in May.", "Norvale Foods lost 2 million in May."),
    ("The harbour master, Capt. Eva Brandt, closed the pier.", "Capt. Eva Brandt closed the pier."),
    ("The clerk opened the vault and locked the door.", "The clerk locked the door."),
    ("The council bought a mill and sold the pier.", "The council sold the pier."),
]  # fmt: skip
"""The first of two verbs, or what a name is said to be, is gone: the other stands in its place. Not for that is the rest known to be whole."""
TORN = [
    ("The clerk said the vault was open and that the keys had gone.", "The vault was open."),
    ("The team weighed 870 fish, a third of them from jars, in May.", "The team weighed 870 fish from jars in May."),
    ("The mill is the town's largest employer after the hospital.", "The mill is the town's largest employer."),
    ("The line offered 500 euros to each passenger who signs a waiver.", "The line offered 500 euros to each passenger."),
    ("All the shops on the pier were shut.", "All the shops were shut."),
    ("Marlow sold the pier and the mill to Orlov.", "The mill to Orlov."),
    ("The clerk named Brandt and denied taking the ring.", "The clerk named taking the ring."),
    ("The board has sold the pier and will not sell the mill.", "The board has sold the mill."),
    ("The judge freed Orlov, jailed Marlow and fined the clerk.", "The judge freed Orlov and the clerk."),
    ("Each of the ships that left Leeds was lost.", "Each of the ships was lost."),
    ("The mayor did not resign and called a vote.", "The mayor did not called a vote."),
    ("Hardly any shop on the pier was open or lit.", "Any shop on the pier was lit."),
]  # fmt: skip
"""Objects, phrases and denials are of the one that is gone; what ranks or counts in full needs what it ranks among."""


@pytest.mark.parametrize(("evidence", "claim"), OPEN)
def test_what_is_joined_or_names_it_stands_in(evidence: str, claim: str, model: Syntax) -> None:
    """A subject whose verb is gone goes with the verb that is joined to it, and a name takes the place of its description."""
    assert verdict(evidence, claim, model) not in REFUSED


@pytest.mark.parametrize(("evidence", "claim"), TORN)
def test_what_hangs_on_what_is_gone_is_torn(evidence: str, claim: str, model: Syntax) -> None:
    """What is said, ranked, counted in full or denied is no claim without what it hangs on."""
    assert verdict(evidence, claim, model) in REFUSED


THOUGHTS = [
    ("A biologist, Anna Pryce, said low oxygen had killed the trout.", "Low oxygen killed the trout, in the view of a biologist.", False),
    ("A doctor at the clinic said 26 men had been brought in.", "By a doctor's count 26 men were brought in.", False),
    ("A minister said the grant for pumps would rise in May.", "Grant for pumps to rise in May under minister's plan", True),
    ("A biologist, Anna Pryce, said low oxygen had killed the trout.", "Low oxygen killed the trout.", True),
    ("A biologist, Anna Pryce, said low oxygen had killed the trout.", "Low oxygen killed the biologist's trout.", True),
    ("A biologist, Anna Pryce, said low oxygen had killed the trout.", "Low oxygen killed the trout, in the view of the mayor.", True),
    ("A doctor at the clinic said 26 men had been brought in.", "26 men were brought in to the doctor's clinic.", True),
    ("A doctor at the clinic said 26 men had been brought in.", "By the army's count 26 men were brought in.", True),
    ("The curator said the fan had been stolen.", "The fan was stolen from the curator's office.", True),
    ("The curator said the fan had been stolen.", "The fan was stolen in view of a guard.", True),
    ("The driver said the road had been icy.", "The road was icy on the driver's side.", True),
    ("The union said 300 had walked out.", "300 walked out of the union's hall.", True),
    ("The union said 300 had walked out.", "300 walked out, by the firm's estimate.", True),
    ("A minister said the bridge would close.", "The bridge will close in the minister's town.", True),
    ("Farmers said the well was dry.", "The well on the farmers' land is dry.", True),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "claim", "is_false"), THOUGHTS)
def test_a_thought_is_whose_it_is(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """A view or count of somebody says whose word a claim is; what else is theirs, or another's view, does not."""
    assert (verdict(evidence, claim, model) in REFUSED) is is_false


SIDES = [
    ("The union gave the ministry until Monday to pay.", "The ministry must pay by Monday, the union says.", False),
    ("The league gave the club until 20 November to show its books.", "The club must show its books by 20 November, the league says.", False),
    ("The road is closed until Monday.", "The road is closed by Monday.", True),
    ("The road was closed until Monday.", "The road was closed on Monday.", True),
    ("The union gave the ministry until Monday to pay.", "The union gave the ministry money on Monday to pay.", True),
    ("The sale runs until Friday.", "The sale runs from Friday.", True),
    ("The sale runs from Friday to Sunday.", "The sale runs until Friday.", True),
    ("The strike began before Monday.", "The strike began after Monday.", True),
    ("Staff may apply until Friday.", "Staff may apply by Friday.", True),
    ("The pass is valid until 4 May.", "The pass is valid from 4 May.", True),
    ("Orlov stayed in jail until Monday.", "Orlov stayed in jail by Monday.", True),
    ("The shop is open until Christmas Eve and on Sunday.", "The shop is open until Sunday.", True),
    ("The club has had no coach since May.", "The club has had no coach until May.", True),
    ("The ship is due by Monday.", "The ship is due after Monday.", True),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "claim", "is_false"), SIDES)
def test_what_is_to_be_done_until_a_day_is_done_by_it(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """A deadline is told with "by" or with "until … to"; how long something lasts is neither."""
    assert (verdict(evidence, claim, model) in REFUSED) is is_false


COMING = [
    ("Carvell said it would delay its plant and cut jobs to 1,100.", "Carvell to Delay Plant, Cut Jobs to 1,100", False),
    ("The board will shut the mine and sell the pier.", "Board to shut mine, sell pier", False),
    ("The board plans to shut the mine.", "Board shuts mine to the public", True),
    ("The board will shut the mine.", "Board has shut mine to the public", True),
    ("The board will shut the mine.", "Board shut mine", True),
    ("The board will shut the mine.", "The board shut the mine.", True),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "claim", "is_false"), COMING)
def test_a_headline_with_to_before_any_verb_is_of_what_will_be(
    evidence: str, claim: str, is_false: bool, model: Syntax
) -> None:
    """ "Board to shut mine, sell pier" tells what is to come; a "to" behind a verb does not."""
    assert (verdict(evidence, claim, model) in REFUSED) is is_false


NAMED = [
    ("Danish police held a climber.", "Police in Denmark held a climber.", True),
    ("A Danish climber was held in Oslo.", "A climber was held in Denmark.", True),
    ("Police in Denmark held a climber.", "Danish police held a climber.", False),
    ("A Danish pension fund bought the wind farm.", "A pension fund of Norway bought the wind farm.", True),
    ("The Nigerian firm bought the wind farm.", "The firm from Niger bought the wind farm.", True),
    ("An Austrian firm bought the wind farm.", "The firm from Australia bought the wind farm.", True),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "claim", "is_false"), NAMED)
def test_a_people_is_not_the_place(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """Whose people somebody is of does not say where it was; a country may be told by its people."""
    assert (verdict(evidence, claim, model) in REFUSED) is is_false


@pytest.mark.parametrize(
    ("evidence", "claim", "is_false"),
    [
        ("The minister bought a flat from a builder.", "A builder sold the minister a flat.", False),
        ("Orlov lent Marlow 40 euros.", "Marlow borrowed 40 euros from Orlov.", False),
        (
            "The 8,000 teachers had not received a cent since May.",
            "Teachers have been waiting for money since May.",
            False,
        ),
        ("The 8,000 teachers had not received a cent since May.", "The 8,000 teachers received a cent in May.", True),
        ("No bus had arrived.", "A bus arrived for the waiting men.", True),
        ("The vote was upheld.", "The vote was overturned.", True),
    ],
)
def test_one_deed_told_from_either_side(evidence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """What is bought is sold, and who waits has not received; what was not done is not done by saying that somebody waits."""
    assert (verdict(evidence, claim, model) in REFUSED) is is_false
