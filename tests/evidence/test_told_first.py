"""Whom one sentence describes and the next names, and roles that a sentence tells in other ways; and where it stays open."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _role(text: str, name: str = "Karen Marsh") -> str | None:
    _, findings = found(text)
    return {one.name: one.role for one in findings.participants}.get(name)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A carer who stole £48,000 has been jailed.\n\nKaren Marsh, 46, used the money for a boat.", "carer"),
        (
            "The former treasurer of a bowls club in Ballarat has pleaded guilty.\n\nKaren Marsh, 58, wept.",
            "former treasurer of a bowls club in Ballarat",
        ),
        ("A jury convicted a former treasurer after a nurse spoke up.\n\nKaren Marsh, 58, wept.", "former treasurer"),
        (
            "Concern is growing for a retired engineer who set out alone.\n\nKaren Marsh, 67, left at noon.",
            "retired engineer",
        ),
        # Another may be meant.
        ("A judge praised a nurse on Monday.\n\nKaren Marsh, 46, wept.", None),
        ("A motorist who killed a nurse has been jailed.\n\nKaren Marsh, 46, died at the scene.", None),
        ("A carer has been jailed.\n\nKaren Marsh, 80, had trusted the carer.", None),
        ("A carer has been jailed.\n\nKaren Marsh said it was wrong.", None),
        ("The lawyer for a carer was late.\n\nKaren Marsh, 46, wept.", "lawyer for a carer"),
        ("The film is about a carer who steals.\n\nKaren Marsh, 46, wept.", None),
        ("A driver shortage has closed the line.\n\nKaren Marsh, 46, wept.", None),
        ("A man has been jailed.\n\nKaren Marsh, 46, wept.", None),
        ("A carer has been jailed.\n\nIt rained.\n\nKaren Marsh, 46, wept.", None),
    ],
)
def test_whom_one_sentence_describes_the_next_names(text: str, role: str | None) -> None:
    """Who is first told by what he is, and named in the next sentence, is it; where another may be meant he is nothing."""
    assert _role(text) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karen Marsh, for the prosecution, said it took money.", "for the prosecution"),
        ("Karen Marsh, defending, said he was sorry.", "defending"),
        ("For the defence, Karen Marsh pleaded for mercy.", "For the defence"),
        ("Karen Marsh, for the first time, said it took money.", None),
        ("For the moment, Karen Marsh said no.", None),
        ("Committee member for safety Karen Marsh says they may go.", "Committee member for safety"),
        ("She met the member for lunch Karen Marsh had invited.", None),
        ("Karen Marsh is a lawyer and first-time candidate.", "lawyer and first-time candidate"),
        ("Karen Marsh, 29, was a school inspector until 2022.", "school inspector"),
        ("Karen Marsh is a woman of few words.", None),
        ("Karen Marsh is a lot better.", None),
        ("Chief operating officer Karen Marsh went further.", "Chief operating officer"),
        ("Its first auctioneer, the late Karen Marsh, opened it.", "first auctioneer"),
        ("His sister, Karen Marsh, 49, who is the main witness, wept.", "main witness"),
        ("The engineer who wrote that report, Karen Marsh, left.", "engineer"),
        ("It follows the conviction of a car dealer, Karen Marsh, for theft.", "car dealer"),
        (
            "The Resident Electoral Commissioner in Leeds, Mrs Karen Marsh, left.",
            "Resident Electoral Commissioner in Leeds",
        ),
        ("Its convener, Rev. Fr. Karen Marsh, left.", "convener"),
    ],
)
def test_what_a_sentence_tells_of_somebody(text: str, role: str | None) -> None:
    """A side of a case, an office and what it is for, what a sentence says somebody is: all of it or nothing."""
    assert _role(f"It rained.\n\n{text}") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A Hull supermarket has been fined.\n\nKestrel Bank of Hull was sentenced on Friday.", "Hull supermarket"),
        (
            "A Hull college will close.\n\nKestrel Bank of Hull, which has campuses in Leeds, lost money.",
            "Hull college",
        ),
        ("A Hull supermarket has been fined.\n\nKestrel Bank of Hull inspected it on Friday.", None),
        ("A Hull driver has been fined.\n\nKestrel Bank of Hull was sentenced on Friday.", None),
    ],
)
def test_which_body_one_sentence_describes_the_next_names(text: str, role: str | None) -> None:
    """A body that the next sentence tells the same of is what the first calls it; whoever acts there may be another."""
    assert _role(text, "Kestrel Bank of Hull") == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A bank was robbed. The whistleblower, a former teller, won a claim.", "The whistleblower", "former teller"),
        ("A bank was robbed. The pilot, a man in his thirties, was hurt.", "The pilot", None),
        ("The seat fell vacant when Karen Marsh was named ambassador to Sweden.", "Karen Marsh", "ambassador to Sweden"),
        ("The warning about Karen Marsh was made by a nurse on Friday.", "Karen Marsh", None),
        ("It rained. Sporting's coach, former international Karen Marsh, left.", "Karen Marsh", "Sporting's coach"),
        ("A conciliator, retired judge Karen Marsh, left.", "Karen Marsh", "retired judge"),
        ("Its lender, Kestrel Bank, the oldest bank known for loans, fell.", "Kestrel Bank", "oldest bank known for loans"),
        ("His company, Kestrel Bank, was fined.", "Kestrel Bank", "company"),
    ],
)  # fmt: skip
def test_what_somebody_is_told_to_be(text: str, name: str, role: str | None) -> None:
    """Descriptions in commas beside a name, or beside those who have none, say what somebody is; what was done by another does not."""
    assert _role(text, name) == role
