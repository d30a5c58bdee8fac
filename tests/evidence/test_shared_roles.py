"""Rules of roles that several people share. All sentences were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.reading import read_text


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("MPs Peter Kiptoo and Fatuma Abdi voted against it.", {"Peter Kiptoo": "MPs", "Fatuma Abdi": "MPs"}),
        ("Mayors Noel Rosales of Tiwi and Ann Lee of Malinao agreed.", {"Noel Rosales": "Mayors", "Ann Lee": "Mayors"}),
        ("Farmers' leaders Bal Rosha, Ann Lee and Tom Reid agreed.", dict.fromkeys(["Bal Rosha", "Ann Lee", "Tom Reid"], "Farmers' leaders")),
        ("The treasurer Peter Kiptoo and Fatuma Abdi voted against it.", {"Peter Kiptoo": "treasurer", "Fatuma Abdi": None}),
        ("MPs Peter Kiptoo and the nurse Fatuma Abdi voted against it.", {"Peter Kiptoo": "MPs", "Fatuma Abdi": "nurse"}),
        ("MPs Peter Kiptoo saw, and Fatuma Abdi heard of it, left.", {"Peter Kiptoo": "MPs", "Fatuma Abdi": None}),
        ("Two professors of law, Peter Kiptoo and Fatuma Abdi, agreed.", dict.fromkeys(["Peter Kiptoo", "Fatuma Abdi"], "professors of law")),
        ("Two professors of law, Peter Kiptoo and Fatuma Abdi said, agreed.", {"Peter Kiptoo": None, "Fatuma Abdi": None}),
        ("Outside, farmers Noel and Fatuma Abdi agreed.", {"Fatuma Abdi": "farmers"}),
        ("Outside, residents Noel and Fatuma Abdi agreed.", {"Fatuma Abdi": None}),
    ],
)  # fmt: skip
def test_a_role_in_the_plural_is_of_all_behind_it(sentence: str, roles: dict[str, str | None]) -> None:
    """A plural role before a list of people belongs to each of them, a singular one to the first alone."""
    findings = find(read_text(f"The bill fell on Monday. {sentence}").article)
    assert {one.name: one.role for one in findings.participants if one.name in roles} == roles


def test_how_somebody_is_addressed_is_no_part_of_his_role() -> None:
    """An honorific between a role and a name belongs to neither."""
    findings = find(read_text("The bill fell. Deputy Transport Minister Datuk Seri Wong Kee Liat said so.").article)
    assert [(one.name, one.role) for one in findings.participants] == [("Wong Kee Liat", "Deputy Transport Minister")]


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("She took the post in 1956 from her father, Tom Reid.", "Tom Reid", "father"),
        ("In a victim impact statement, Ann Lee said that he cried.", "Ann Lee", None),
        ("Its assistant director (operations), Ann Lee, said so.", "Ann Lee", "assistant director (operations)"),
        ("The MP leading the rebellion, Ann Lee, said so.", "Ann Lee", "MP leading the rebellion"),
        ("Victor Reid, 58, his sister Ann Lee, 55, and a cousin left.", "Victor Reid", None),
    ],
)
def test_a_description_is_a_role_by_its_head(sentence: str, name: str, role: str | None) -> None:
    """What the head of a description names is what somebody is; a noun for people further inside is not."""
    findings = find(read_text(f"The bill fell on Monday. {sentence}").article)
    assert {one.name: one.role for one in findings.participants}[name] == role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("A teacher from Leeds, Alan Petrie said he was well.", "Alan Petrie", "teacher from Leeds"),
        ("A teacher from Leeds, Petrie’s wife said he was well. Alan Petrie is 67.", "Alan Petrie", None),
        ("In a note sent through the union chief, Alan Petrie said he was well.", "Alan Petrie", None),
        ("The bill, according to the treasurer, Alan Petrie, was high.", "Alan Petrie", "treasurer"),
        ("At the meeting the chairman, Alan Petrie, said no.", "Alan Petrie", "chairman"),
        ("Writing through his brother, Alan Petrie said he was well.", "Alan Petrie", None),
        ("Visiting his brother, Alan Petrie said he was well.", "Alan Petrie", None),
        ("Asked about his lawyer, Alan Petrie said he was well.", "Alan Petrie", None),
        ("As treasurer, Alan Petrie sold the hall.", "Alan Petrie", None),
        ("As the treasurer, Alan Petrie sold the hall.", "Alan Petrie", None),
        ("Once a tailor, Alan Petrie is now a judge.", "Alan Petrie", None),
        ("Unlike the treasurer, Alan Petrie voted no.", "Alan Petrie", None),
        ("Besides a nurse, Alan Petrie had no help.", "Alan Petrie", None),
        ("Without a lawyer, Alan Petrie had no help.", "Alan Petrie", None),
        ("Leading economist, Alan Petrie, said no.", "Alan Petrie", "Leading economist"),
        ("Retired bus driver, Alan Petrie, said no.", "Alan Petrie", "Retired bus driver"),
        ("In it the chairman, like the treasurer, Alan Petrie, said no.", "Alan Petrie", "treasurer"),
        ("He had it from the club’s own treasurer, Alan Petrie, on Monday.", "Alan Petrie", "club’s own treasurer"),
    ],
)
def test_whose_description_stands_before_the_comma(sentence: str, name: str, role: str | None) -> None:
    """Not the owner's of what follows, nor behind a preposition that of a name which no comma closes; of two descriptions the one beside the name."""
    findings = find(read_text(f"The bill fell on Monday. {sentence}").article)
    assert {one.name: one.role for one in findings.participants}[name] == role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Police identified the driver as Edgar Reid, 52.", "Edgar Reid", "driver"),
        ("Police identified the boat as Edgar Reid on Monday.", "Edgar Reid", None),
        ("The bank has named Ann Lee its chief risk officer.", "Ann Lee", "chief risk officer"),
        ("Police never identified the bomber as Tom Ray.", "Tom Ray", None),
        ("Police identified the driver as Tom Ray’s brother.", "Tom Ray", None),
        ("Police identified the gunman as Tom Ray, who is alive.", "Tom Ray", None),
        ("Police identified the gunman as Tom Ray by mistake.", "Tom Ray", None),
        ("Nobody has identified the killer as Tom Ray.", "Tom Ray", None),
        ("Two papers wrongly named the gunman as Tom Ray.", "Tom Ray", None),
        ("A website named the killer as Tom Ray, which police called a lie.", "Tom Ray", None),
        ("Police denied that they had identified the gunman as Tom Ray.", "Tom Ray", None),
        ("The bank has not named Ann Lee its director.", "Ann Lee", None),
        ("The bank should have named Ann Lee its director.", "Ann Lee", None),
        ("The bank denied it had appointed Ann Lee its director.", "Ann Lee", None),
        ("The board rejected a motion that would have made Ann Lee its chairman.", "Ann Lee", None),
        ("She was robbed by a driver, 27-year-old Tom Reid, from Hull.", "Tom Reid", None),
        ("Jilted by a barman, 27-year-old Ann Lee, from Hull, set fire to his car.", "Ann Lee", None),
        ("The bank has sold Ann Lee its chief risk officer.", "Ann Lee", None),
        ("One miner, 27-year-old Tom Reid, lost a hand.", "Tom Reid", "One miner"),
        ("German gearbox maker Veltrick said it would close.", "Veltrick", "German gearbox maker"),
        ("A rival agreed to buy Spanish rival Veltrick Group in May.", "Veltrick Group", "Spanish rival"),
        ("A spokeswoman for the airport operator Veltrick said no.", "Veltrick", "airport operator"),
        ("The Harnick Alliance (HA), the main opposition party in the state, said no.", "Harnick Alliance", "main opposition party in the state"),
    ],
)  # fmt: skip
def test_what_somebody_is_named_or_made_is_his_role(sentence: str, name: str, role: str | None) -> None:
    """Whom somebody is identified as or made, and what a body is called before its name or behind its letters, is a role."""
    findings = find(read_text(f"The bill fell on Monday. {sentence}").article)
    assert {one.name: one.role for one in findings.participants}.get(name) == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Two taxi owners appeared in court.\n\nPeter Kiptoo and Tom Reid belong to rival clubs.", ("taxi owners", "taxi owners")),
        ("Two fishermen were killed on Sunday.\n\nA third is missing. The dead were identified as Peter Kiptoo (38) and Tom Reid (24).", ("fishermen", "fishermen")),
        ("Three taxi owners appeared in court.\n\nPeter Kiptoo and Tom Reid belong to rival clubs.", (None, None)),
        ("Two taxi owners appeared in court.\n\nPeter Kiptoo and Tom Reid saw it.", (None, None)),
        ("Two men appeared in court.\n\nPeter Kiptoo and Tom Reid belong to rival clubs.", (None, None)),
        ("Two fishermen were fined on Sunday.\n\nThe dead were identified as Peter Kiptoo (38) and Tom Reid (24).", (None, None)),
    ],
)  # fmt: skip
def test_as_many_as_were_counted_are_what_was_counted(text: str, roles: tuple[str | None, str | None]) -> None:
    """Who is named as so many as the sentence before counted, or as those who died in it, is what it calls them."""
    findings = find(read_text(text).article)
    told = {one.name: one.role for one in findings.participants}
    assert (told["Peter Kiptoo"], told["Tom Reid"]) == roles
