"""Rules of claims that have the right things in another order, in other amounts, for another reason, or from another mouth."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.checking.causes import linking_words, unlinked_cause
from summarize.checking.check import check
from summarize.checking.exchanged import exchanging_words, why_exchanged
from summarize.checking.needs import needs, why_opposed
from summarize.checking.reading import read_for_checks
from summarize.checking.roles import kinds
from summarize.evidence.syntax import Syntax
from summarize.languages.tables import table


def why(evidence: str, claim: str, model: Syntax) -> str | None:
    """What `exchanged` says of a claim beside its evidence."""
    plain = kinds("en").plain | kinds("en").mutual
    return why_exchanged(
        read_for_checks(claim, model),
        read_for_checks(evidence, model),
        [(0, len(evidence))],
        exchanging_words("en"),
        plain,
    )


@pytest.mark.parametrize("name", ["quantity", "turning", "times"])
def test_rows_of_amounts_and_ways_round(name: str, model: Syntax) -> None:
    """The claim of a row is refused on its example for its reason, and the counter-claim is not."""
    row = table("en/claims.toml")[name]
    reason = why(row["example"], row["example_claim"], model)
    assert reason is not None
    assert reason.startswith(row["reason"].partition("“")[0])
    assert why(row["example"], row["counter_claim"], model) is None


def test_two_nouns_of_a_verb_may_not_change_places(model: Syntax) -> None:
    """Who pays and who is paid may not be exchanged; the same told in another order is let by."""
    row = table("en/claims.toml")["turning"]
    assert why(row["example_of_both"], row["claim_of_both"], model) == row["reason"]
    assert why(row["example_of_both"], row["counter_of_both"], model) is None


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The mayor thanked some residents. All residents must leave by Friday.",
            "All residents must leave by Friday.",
        ),
        ("Any driver may appeal within a week.", "Every driver may appeal within a week."),
        ("Holm married Osei in May.", "Osei married Holm in May."),
        ("The firm lent money to the club, and the club lent money to the firm.", "The club lent money to the firm."),
        (
            "Bailey scored twice in the first half and three times in the second.",
            "Bailey scored three times in the second.",
        ),
        ("The court has twice refused bail.", "Bail has been refused two times by the court."),
        ("Several pupils were on the bus, and all were unhurt.", "All the pupils were unhurt."),
        ("The number of complaints doubled last year.", "All complaints were counted."),
        ("The tram connects the airport to the university.", "The tram connects the university to the airport."),
        ("The dairy shares a yard with the mill.", "The mill shares a yard with the dairy."),
    ],
)
def test_what_is_told_both_ways_is_not_exchanged(evidence: str, claim: str, model: Syntax) -> None:
    """Where the evidence has both, or says the same of both sides, nothing is refused."""
    assert why(evidence, claim, model) is None


@pytest.mark.parametrize(
    ("evidence", "claim", "is_refused"),
    [
        ("{example}", "{example_claim}", True),
        ("{example}", "{counter_claim}", False),
        (
            "The factory will shut. The firm blames high energy prices.",
            "The factory will shut because of high energy prices.",
            False,
        ),
        (
            "The bank raised rates on Thursday. That pushed the pound up.",
            "The bank's rise in rates pushed the pound up.",
            False,
        ),
        (
            "The club sold the striker, for it needed the money.",
            "The club sold the striker because it needed the money.",
            False,
        ),
        ("Thieves cut a cable on Tuesday. Trains stopped.", "Trains stopped because thieves cut a cable.", False),
        (
            "Rain flooded the cellar after a pipe burst. Patients were moved.",
            "Patients were moved because rain flooded the cellar.",
            False,
        ),
        ("Faced with falling sales, the chain will shut.", "The chain will shut because of falling sales.", False),
        ("Oil rose after an outage. Stocks fell on Thursday.", "An outage pushed stocks down on Thursday.", True),
    ],
)
def test_a_cause_is_the_evidences_own(evidence: str, claim: str, is_refused: bool, model: Syntax) -> None:
    """A cause that the evidence tells of something else is refused; one that it may tell of this, or points back to, is not."""
    row = table("en/claims.toml")["causes"]
    evidence, claim = evidence.format(**row), claim.format(**row)
    source = read_for_checks(evidence, model)
    ranges = [(one.span.start, one.span.end) for one in source.findings.sentences]
    assert (
        unlinked_cause(read_for_checks(claim, model), source, ranges, linking_words("en")) is not None
    ) is is_refused


@pytest.mark.parametrize(
    ("evidence", "claim", "is_refused"),
    [
        ("The wall was sound.", "The wall was unsound.", True),
        ("The cause is unknown.", "It is not known what the cause is.", False),
        ("Last year 300 fewer than in May came.", "More came than in May.", True),
        ("Fewer than 40 came.", "More came.", False),
        ("Rents have never been higher.", "Rents have never been lower.", True),
        ("The dairy exported more than it imported.", "The dairy imported less than it exported.", False),
        ("Ida is older than Tove.", "Tove is younger than Ida.", False),
        ("Masons repaired the roof.", "The roof, damaged in May, was mended.", False),
    ],
)
def test_a_denied_word_is_no_side_of_a_pair(evidence: str, claim: str, is_refused: bool) -> None:
    """ "Not known" is "unknown"; "fewer than 40" bounds a figure, and "fewer than in May" compares."""
    assert (why_opposed(claim, evidence, needs("en")) is not None) is is_refused


@pytest.mark.parametrize(
    ("text", "claim", "is_refused"),
    [
        (
            "Holm's chief executive, Tom Osei, said all staff would get jobs. The mayor, Ann Lee, said she had not been warned.",
            "The mayor said all staff would get jobs.",
            True,
        ),
        (
            "Osei said Lee had warned the board in March. Lee declined to comment.",
            "Lee said Osei had warned the board in March.",
            True,
        ),
        (
            "The artist said he had offered to mend it. Councillor Dana Whitlock watched.",
            "Dana Whitlock said he had offered to mend it.",
            True,
        ),
        (
            "A driver for the line said the brakes had failed. The line's manager, Piet Vos, said they had been checked.",
            "The manager said the brakes had failed.",
            True,
        ),
        (
            "A former minister, Paul Dyer, said the plan would fail. The minister, Ada Obi, said it would work.",
            "Ada Obi said the plan would fail.",
            True,
        ),
        (
            "Spokesman Jon Arle of the grid operator said a cable had failed. The grid operator, Enwatch, apologised.",
            "Enwatch said a cable had failed.",
            False,
        ),
        (
            "Judge Ann Lee ruled that the ban was unlawful. The High Court sits in Leeds.",
            "The court ruled that the ban was unlawful.",
            False,
        ),
        (
            "Police said the driver told them that the brakes had failed.",
            "The driver told police that the brakes had failed.",
            False,
        ),
        (
            "A hospital spokeswoman said the ward was full. Nurses protested.",
            "The hospital said the ward was full.",
            False,
        ),
        (
            "Osei said Lee had warned the board in March. Lee declined to comment.",
            "Lee had warned the board in March, Osei said.",
            False,
        ),
    ],
)
def test_a_source_is_not_another_of_the_article(text: str, claim: str, is_refused: bool, model: Syntax) -> None:
    """Words are nobody's whom the article tells apart from who says them; a body may stand for one of it."""
    article = Article(id=article_id(text), source="x", language="en", text=text)
    (checked,) = check(claim, article, syntax=model)
    assert (checked.verdict in {"not shown", "contradicted"}) is is_refused
