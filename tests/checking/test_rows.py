"""Each row of the tables refuses its example and lets its counter-example pass."""

from __future__ import annotations

import pytest

from summarize.checking.headlines import in_plain_case
from summarize.checking.moods import Added, Rule, moods, wrong_mood
from summarize.checking.names import is_elsewhere, unknown_name
from summarize.checking.needs import Need, needs, unmet, why_opposed
from summarize.checking.reading import read_for_checks, stems
from summarize.checking.refusing import refusal
from summarize.checking.roles import kinds, swapped_role
from summarize.checking.sides import other_side
from summarize.checking.sources import classes, is_anyone, may_be_one
from summarize.evidence.syntax import Syntax
from summarize.languages.tables import table


@pytest.mark.parametrize("row", moods("en").rules, ids=lambda row: row.mood)
def test_a_claim_may_not_say_surely_what_its_evidence_says_in_another_mood(row: Rule, model: Syntax) -> None:
    """The claim of a row is refused for the row's reason; the counter-claim, which keeps the mood, is not."""
    source = read_for_checks(row.evidence, model)
    whole = [(0, len(row.evidence))]
    assert wrong_mood(read_for_checks(row.claim, model), source, whole, moods("en")) == row
    assert wrong_mood(read_for_checks(row.counter_claim, model), source, whole, moods("en")) is None


@pytest.mark.parametrize("row", table("en/moods.toml")["example"], ids=lambda row: row["evidence"])
def test_a_cue_governs_its_whole_clause_and_no_other(row: dict[str, str], model: Syntax) -> None:
    """What a cue governs is refused as sure, and what stands in another clause is not."""
    source = read_for_checks(row["evidence"], model)
    whole = [(0, len(row["evidence"]))]
    found = wrong_mood(read_for_checks(row["claim"], model), source, whole, moods("en"))
    assert isinstance(found, Rule)
    assert found.mood == row["mood"]
    assert wrong_mood(read_for_checks(row["counter_claim"], model), source, whole, moods("en")) is None


@pytest.mark.parametrize("row", moods("en").added, ids=lambda row: row.mood)
def test_a_claim_may_not_deny_doubt_or_put_off_what_its_evidence_says(row: Added, model: Syntax) -> None:
    """The claim of a row is refused on its evidence, and not on the counter-evidence."""
    claim = read_for_checks(row.claim, model)
    assert wrong_mood(claim, read_for_checks(row.evidence, model), [(0, len(row.evidence))], moods("en")) == row
    counter = row.counter_evidence
    assert wrong_mood(claim, read_for_checks(counter, model), [(0, len(counter))], moods("en")) is None


@pytest.mark.parametrize("row", needs("en").rows, ids=lambda row: row.kind)
def test_a_claim_may_not_bring_what_its_evidence_has_nothing_of(row: Need) -> None:
    """The example is refused on its evidence for the row's reason, and not on the counter-example."""
    refused = unmet(row.example, row.example_evidence, needs("en"))
    assert refused is not None
    assert refused.startswith(row.reason)
    assert unmet(row.example, row.counter_example, needs("en")) is None


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The club beat Leeds on Saturday.", "For the first time, the club beat Leeds on Saturday."),
        ("The storm killed nine people.", "The first storm killed nine people."),
        ("The bank will close its branch in June.", "The bank will close its last branch in June."),
        ("Ann Lee was named head of the bank.", "Ann Lee was the first woman named head of the bank."),
    ],
)
def test_nothing_is_the_first_or_the_last_of_which_the_article_does_not_say_so(evidence: str, claim: str) -> None:
    """What is told as the first or the last has to be ranked in the evidence as well."""
    refused = unmet(claim, evidence, needs("en"))
    assert refused is not None
    assert refused.startswith("its evidence gives it no such rank")
    assert unmet(claim, claim, needs("en")) is None


def test_a_claim_may_not_say_the_opposite() -> None:
    """One of a pair of opposites in the claim and the other in its evidence is refused; either in both is not."""
    assert why_opposed("Prices fell.", "Prices rose.", needs("en")) == needs("en").opposite_reason
    assert why_opposed("Prices rose.", "Prices rose and fell later.", needs("en")) is None
    assert why_opposed("Prices rose.", "Prices rose.", needs("en")) is None
    assert why_opposed("Sales slipped.", "Sales climbed.", needs("en")) == needs("en").opposite_reason
    assert why_opposed("More than 40 came.", "Fewer came than in May: 41.", needs("en")) is None


def test_only_the_nearest_sentence_says_the_opposite(model: Syntax) -> None:
    """What a further sentence says of something else is no opposite of what a claim says."""
    first, second = "Sales of boats in Arvik climbed in May.", "The price of fish in Solberg fell."
    source = read_for_checks(f"{first} {second}", model)
    ranges = [(0, len(first)), (len(first) + 1, len(source.text))]
    assert refusal(read_for_checks("Sales of boats in Arvik went up in May.", model), source, ranges) is None
    assert refusal(read_for_checks("Sales of boats in Arvik rose in May.", model), source, ranges) is None
    found = refusal(read_for_checks("Sales of boats in Arvik dropped in May.", model), source, ranges)
    assert found is not None
    assert found.rule == "need"


def test_a_claim_may_not_put_a_date_on_another_side() -> None:
    """The claim of the row is refused on its example; the counter-claim, in another word of the same side, is not."""
    row = table("en/claims.toml")["edges"]
    assert other_side(row["example_claim"], row["example"]) == "in May"
    assert other_side(row["counter_claim"], row["example"]) is None
    assert other_side("It was sold on Friday.", "It was sold from Friday on.") == "on Friday"
    assert other_side("It was sold on Friday.", "It was taken from Friday's sale.") is None


@pytest.mark.parametrize(
    ("evidence", "claim", "verb"),
    [
        ("Kestrel met Ravenna.", "Ravenna met Kestrel.", None),
        ("Kestrel sued Ravenna.", "Ravenna sued Kestrel.", "sued"),
        ("Part of the roof fell.", "The roof fell.", "fell"),
        ("Part of the roof fell.", "Half the roof fell.", None),
        ("The driver's brother fled.", "The driver fled.", "fled"),
        ("The driver's brother fled.", "The driver's brother fled.", None),
        ("Half of the boats sank.", "Half the boats sank.", None),
        ("Callan will close the mill.", "The mill will close.", None),
    ],
)
def test_a_deed_is_its_doers(evidence: str, claim: str, verb: str | None, model: Syntax) -> None:
    """A verb of one side may not be turned round, nor said of the whole for a part, nor of somebody for their brother."""
    whole = [(0, len(evidence))]
    assert (
        swapped_role(read_for_checks(claim, model), read_for_checks(evidence, model), whole, classes("en"), kinds("en"))
        == verb
    )


@pytest.mark.parametrize(
    ("claimed", "held", "expected"),
    [
        ("a judge", "Justice Anil Deshmane", True),
        ("the defence", "Justice Anil Deshmane", False),
        ("police", "the prosecution", False),
        ("officials", "Health Minister Ann Lee", True),
        ("researchers", "the study", True),
        ("Lee", "Health Minister Ann Lee", True),
    ],
)
def test_sources_may_be_one_only_within_a_row_or_by_name(claimed: str, held: str, expected: bool) -> None:
    """A source may be told more generally, but not as somebody of another kind."""
    assert may_be_one(stems(claimed), stems(held), classes("en")) is expected


def test_a_claim_in_other_words_is_about_what_its_evidence_has_kin_of(model: Syntax) -> None:
    """The example is held against its evidence, and the counter-example is about something else."""
    row = table("en/kin.toml")
    source = read_for_checks(row["example_evidence"], model)
    whole = [(0, len(source.text))]
    assert not is_elsewhere(read_for_checks(row["example"], model), source, whole)
    assert is_elsewhere(read_for_checks(row["counter_example"], model), source, whole)


def test_few_words_are_enough_where_no_other_sentence_has_more(model: Syntax) -> None:
    """A claim that shares little with its sentence is about it if it shares no more with another; beside another sentence it is not."""
    first = "The board stopped the sale of the tower to a hotel chain in May."
    text = f"{first} Growers lost apples to frost."
    claim = read_for_checks("An insider said the landmark would stay with its trustees, who shelved its sale.", model)
    assert not is_elsewhere(claim, read_for_checks(text, model), [(0, len(first))])
    assert is_elsewhere(claim, read_for_checks(text, model), [(len(first) + 1, len(text))])
    assert is_elsewhere(claim, read_for_checks(first, model), [(0, len(first))]), "there is no other to compare"


@pytest.mark.parametrize(
    ("headline", "evidence", "name"),
    [
        ("Crack Stops Island Ferries", "Sailings were cancelled after a crack was found.", None),
        ("Crack Stops Kenyan Ferries", "Sailings were cancelled after a crack was found.", "Kenyan"),
    ],
)
def test_a_capital_in_a_headline_makes_no_name(headline: str, evidence: str, name: str | None, model: Syntax) -> None:
    """What the article does not know as a name is read as a word, unless it is a name everywhere."""
    source = read_for_checks(evidence, model)
    assert unknown_name(in_plain_case(read_for_checks(headline, model), source), source) == name


@pytest.mark.parametrize(
    ("evidence", "claim", "is_refused"),
    [
        ("The leak took 16 days to report.", "It took more than two weeks to report the leak.", False),
        ("The leak took 16 days to report.", "It took more than five weeks to report the leak.", True),
        ("It was the first attack since 1998.", "It was the first attack in 28 years.", False),
        ("It was the first attack since 1998.", "It was the first attack in 82 years.", True),
        ("At least 17 are missing.", "No fewer than 17 are missing.", False),
        ("At least 17 are missing.", "Fewer than 17 are missing.", True),
    ],
)
def test_spans_and_bounds_are_compared_by_what_they_mean(
    evidence: str, claim: str, is_refused: bool, model: Syntax
) -> None:
    """Weeks are days, years are counted from the article's date, and "no fewer than" is "at least"."""
    source = read_for_checks(evidence, model, "2026-03-01")
    assert (
        refusal(read_for_checks(claim, model, "2026-03-01"), source, [(0, len(evidence))]) is not None
    ) is is_refused


def test_some_sources_may_be_anyone() -> None:
    """Words that name nobody in particular may stand for any source; a kind of people may not."""
    assert is_anyone("sources", classes("en"))
    assert is_anyone("they", classes("en"))
    assert not is_anyone("the police", classes("en"))


@pytest.mark.parametrize(
    ("evidence", "claim", "is_refused"),
    [
        ("The gates did not close, but the bridge closed.", "The gates closed.", True),
        ("The gates did not close, but the bridge closed.", "The bridge closed.", False),
        ("Residents say the pier is unsafe.", "The pier is unsafe.", True),
        ("Residents say the pier is unsafe.", "The pier is unsafe, residents say.", False),
        ("The owner plans to sell the drawing.", "The drawing was sold.", True),
        ("The owner plans to sell the drawing.", "The drawing is to be sold.", False),
    ],
)
def test_without_the_model_a_clause_is_read_by_its_words(evidence: str, claim: str, is_refused: bool) -> None:
    """Denials, plans and sources are seen without a parse too, and hold for their clause alone."""
    assert (
        refusal(read_for_checks(claim, None), read_for_checks(evidence, None), [(0, len(evidence))]) is not None
    ) is is_refused
