"""Roles by any noun beside a name: the group before it, the description with its comma, what a body is called."""

from __future__ import annotations

import pytest

from summarize.evidence.names import Name
from summarize.evidence.noun_groups import body_role, group_before, is_noun, is_of_somebody, may_be_somebody, of_several
from tests.evidence.passages import found


def _roles(text: str) -> dict[str, str | None]:
    _, findings = found(text)
    return {one.name: one.role for one in findings.participants}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The hearse belongs to undertaker Orla Lynch.", "Orla Lynch", "undertaker"),
        ("Shop steward Anna Penhale said it was over.", "Anna Penhale", "Shop steward"),
        ("Four hours, city fire chief Ramiro Olvera said.", "Ramiro Olvera", "city fire chief"),
        ("It was WorkHarbour area investigation manager Omar Lakhani.", "Omar Lakhani", "area investigation manager"),
        ("Her predecessor at the council, Adam Dida, left.", "Adam Dida", "predecessor at the council"),
        ("It took two years. Lakhani’s brother Omar Lakhani said so.", "Omar Lakhani", "Lakhani’s brother"),
        ("It rained. The temp, Anna Penhale, watched.", "Anna Penhale", "temp"),
        ("A vet who had no part in it, Anna Penhale of Leeds, laughed.", "Anna Penhale", "vet"),
        ("The food, said Anna Penhale of Kestrel Bank, was bad.", "Anna Penhale", "of Kestrel Bank"),
        (
            "The food, said Anna Penhale of the city's traffic department, was bad.",
            "Anna Penhale",
            "of the city's traffic department",
        ),
        (
            "The food, said Anna Penhale of the city's police department, was bad.",
            "Anna Penhale",
            "of the city's police department",
        ),
        ("They cleared Anna Penhale of the hospital charge.", "Anna Penhale", None),
        ("The food, said Anna Penhale of the old school of thought, was bad.", "Anna Penhale", None),
        ("It rained. The weather, Anna Penhale, was bad.", "Anna Penhale", None),
        ("They asked why Walter Tulley, 12.", "Walter Tulley", None),
        ("In the final, Anna Penhale won.", "Anna Penhale", None),
        ("They also beat Anna Penhale.", "Anna Penhale", None),
        ("It fell to the film Anna Penhale.", "Anna Penhale", None),
    ],
)
def test_any_noun_right_before_a_full_name_is_a_role(text: str, name: str, role: str | None) -> None:
    """A whole group of nouns before a full name, or a description with its comma, is its role; a verb, a match or a film is not."""
    assert _roles(text)[name] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They tried to sack coach Anna Penhale.", "coach"),
        ("It is about whether to replace minister Anna Penhale.", "minister"),
        ("The court refused to free activist Anna Penhale.", "activist"),
        ("They want to honour nurse Anna Penhale.", "nurse"),
        ("They plan to remove party leader Anna Penhale.", "party leader"),
        ("It rained, according to club coach Anna Penhale.", "club coach"),
        ("The reporter spoke to shop owner Anna Penhale.", "shop owner"),
        ("They lost the case to former minister Anna Penhale.", "former minister"),
        ("The hearse belongs to undertaker Anna Penhale.", "undertaker"),
        ("It matters to long-serving nurse Anna Penhale.", "long-serving nurse"),
    ],
)
def test_a_verb_behind_to_is_no_part_of_a_role(text: str, role: str) -> None:
    """What may be the verb of "to" is left out of a role, but not where the words before it say that somebody follows."""
    assert _roles(text)["Anna Penhale"] == role


@pytest.mark.parametrize(
    ("does", "is_role"),
    [
        ("sells food at the pit", True),
        ("teaches chemistry", True),
        ("heads the rowers' union", True),
        ("led the study", True),
        ("wrote the review of the archives", True),
        ("says the pit is full", False),
        ("blames the council", False),
        ("beats the odds", False),
        ("supports the rebels", False),
        ("sells the story", False),
        ("grows impatient", False),
        ("led the robbery in May", False),
        ("led the operation to rob the bank", False),
        ("wrote the ransom note", False),
        ("built the bomb", False),
    ],
)
def test_what_somebody_does_is_a_role_if_it_is_an_office_or_a_trade(does: str, *, is_role: bool) -> None:
    """What somebody does is a role if the verb tells of an office or a trade; what was done once, only if it is a work of an office."""
    assert _roles(f"Anna Penhale, who {does}, raised the alarm.")["Anna Penhale"] == (does if is_role else None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The plane belonged to Desert Holdings, a freight company based in Sharjah.",
            "freight company based in Sharjah",
        ),
        ("The trade union Desert Holdings called it a day.", "trade union"),
        ("They sued the mining giant Desert Holdings, alleging theft.", "mining giant"),
        ("On its website, Desert Holdings said so.", None),
        ("Desert Holdings, a day late, said so.", None),
    ],
)
def test_a_body_has_a_role_too(text: str, role: str | None) -> None:
    """What an organisation is called beside its name is its role, where the noun is one of bodies."""
    assert _roles(text)["Desert Holdings"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Gabon’s ambassador to Sweden, Hanna Osei, left on Monday.", "Gabon’s ambassador to Sweden"),
        ("The senior adviser to the mayor, Hanna Osei, left on Monday.", "senior adviser to the mayor"),
        ("In reply to the envoy to Sweden, Hanna Osei said no.", None),
        ("The secretary to whom he wrote, Hanna Osei, left on Monday.", None),
        ("The vicar, the Rev Hanna Osei, left on Monday.", "vicar"),
        ("It pleased Roe’s producer, Hanna Osei.", None),
        ("Roe’s producer, Hanna Osei, left on Monday.", "producer"),
        ("According to Roe’s producer, Hanna Osei stole it.", None),
    ],
)
def test_a_description_in_front_of_a_name_in_commas(text: str, role: str | None) -> None:
    """What somebody is to a country or a person, the article of a title, and a possessor belong to the description; without its commas it is none."""
    assert {one.name: one.role for one in found(text)[1].participants}["Hanna Osei"] == role


@pytest.mark.parametrize(
    "before", ["", "It rained. ", "It rained!\n\n", "It rained.\n", "“It rained.” ", "Did it rain? "], ids=repr
)
def test_a_group_may_open_a_sentence(before: str) -> None:
    """Its first word has a capital there, which proves nothing: behind a stop, a blank line, marks or nothing."""
    assert _roles(f"{before}Shipping lawyer Hanna Osei left.")["Hanna Osei"] == "Shipping lawyer"


def test_the_role_beside_the_fullest_name_counts() -> None:
    """One beside a surname is taken where the full name has none."""
    assert _roles("Osei, a lawyer, left. Hanna Osei, the treasurer of Kestrel, stayed.") == {
        "Hanna Osei": "treasurer of Kestrel"
    }
    assert _roles("Hanna Osei left. Osei, a lawyer, stayed.") == {"Hanna Osei": "lawyer"}


@pytest.mark.parametrize(
    ("before", "group"),
    [
        ("It was, old town canal bridge warden", "old town canal bridge warden"), ("It was, dark old town canal bridge warden", None),
        ("by the canal bridge warden", "canal bridge warden"), ("It rained\nBridge warden", "Bridge warden"), ("It rained. Bridge warden", "Bridge warden"),
        ("It rained? Bridge warden", "Bridge warden"), ("It rained! Bridge warden", "Bridge warden"), ("It rained, Bridge warden", None), ("x Bridge warden", None),
        ("Bridge warden", "Bridge warden"), ("IT warden", None), ("ITunes warden", None), ("Closed warden", None), ("They rang, closed warden", None),
        ("They rang, sell warden", None), ("They rang, denounce warden", None), ("They rang, tell warden", "warden"), ("They rang, retired warden", "retired warden"), ("Tell warden", None),
        ("She met (warden", "warden"), ("She met “warden", "warden"), ("She met —warden", "warden"), ("She met [warden", None), ("She met: warden", "warden"),
        ("She met % warden", None), ("She met, warden", "warden"), ("the hearse of warden", "warden"), ("the hearse off warden", None),
        ("It was Cork hurler", "hurler"), ("It was Tyrone hurler", "hurler"), ("It was Irish hurler", "hurler"), ("It was Bridge hurler", None),
        ("It was Cork canal", None), ("It was Cork canal hurler", "canal hurler"), ("It was Cork hurler canal", None), ("The warden", "warden"),
        ("the Town’s canal", "canal"), ("the Town's canal", "canal"), ("the Towns canal", None), ("of self-proclaimed-champion-of-bridges", "self-proclaimed-champion-of-bridges"),
        ("It was", None), ("", None),
    ],
)  # fmt: skip
def test_a_group_of_nouns_is_whole(before: str, group: str | None) -> None:
    """A group has five words at most, none of them a verb or with a capital, and behind it nothing is left over: a mark, an article, a preposition or a place opens it."""
    text = f"{before} Anna Penhale left."
    found = group_before(text, len(before) + 1, 0)
    assert (found and text[slice(*found)]) == group


@pytest.mark.parametrize(
    ("before", "group"),
    [("It was Bridge area", "area"), ("It was Monday area", None), ("It was a area", "area"), ("It closed area", None), ("It was % area", None)],
)  # fmt: skip
def test_a_name_before_a_role_owns_it(before: str, group: str | None) -> None:
    """Where a role follows, the group before it may have a name in front, though not a day nor another word."""
    text = f"{before} manager Anna Penhale left."
    found = group_before(text, len(before) + 1, 0, is_role=True)
    assert (found and text[slice(*found)]) == group


@pytest.mark.parametrize(
    ("word", "somebody", "either"),
    [
        ("warden", True, True), ("plumber", True, True), ("Plumber", True, True), ("supplier", False, True), ("agency", False, False), ("dinner", False, False),
        ("newspaper", False, False), ("engineering", False, False), ("minister", True, True),
    ],
)  # fmt: skip
def test_nouns_for_somebody(word: str, somebody: bool, either: bool) -> None:
    """A word with the ending of a trade is somebody's; one for bodies may be as well, if it has the ending too and is no thing."""
    assert (is_noun(word), may_be_somebody(word)) == (somebody, either)


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Two bakers of the crew, ", "bakers of the crew"), ("Two bakers, ", "bakers"), ("Two old bakers, ", "old bakers"), ("Two cakes, ", None),
        ("Two residents, ", None), ("They met ", None),
    ],
)  # fmt: skip
def test_what_several_are(before: str, role: str | None) -> None:
    """A number and a plural for people, with a comma, before the first of several full names is what each of them is."""
    for name, behind, is_role in (
        ("Ann Lee", ", Bo Roe and Cy Day, left.", True),
        ("Ann", ", Bo Roe and Cy Day, left.", False),
        ("Ann Lee", " left.", False),
    ):
        text = f"{before}{name}{behind}"
        found = of_several(text, Name(len(before), len(before) + len(name), name, "person"), (0, len(text)))
        assert (found and text[slice(*found)]) == (role if is_role else None)
    text = f"{before}Ann and Bo Roe left."
    assert of_several(text, Name(len(before), len(before) + 3, "Ann", "person"), (0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met farmers Noel and Iris Beattie.", "farmers"), ("With dairy farmers Noel and Iris Beattie.", "dairy farmers"),
        ("They met closed farmers Noel and Iris Beattie.", "farmers"), ("They met cakes Noel and Iris Beattie.", None),
    ],
)  # fmt: skip
def test_what_two_of_one_surname_are(text: str, role: str | None) -> None:
    """The plural before two first names is what both are, without a verb before it."""
    begin = text.index("Iris")
    found = of_several(text, Name(begin, begin + len("Iris Beattie"), "Iris Beattie", "person"), (0, len(text)))
    assert (found and text[slice(*found)]) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kestrel, a freight company, left.", "freight company"), ("Kestrel, a freight day, left.", None), ("The freight company Kestrel left.", "freight company"),
        ("The freight day Kestrel left.", None), ("A court ordered water company Kestrel to pay.", "water company"), ("Court ordered water company Kestrel to pay.", "water company"),
        ("They fined the company Kestrel again.", "company"), ("The company, Kestrel, left.", "company"), ("The would-be buyer, Kestrel, left.", "would-be buyer"),
        ("The deputy to the company, Kestrel, left.", None), ("The weather, Kestrel, was bad.", None),
    ],
)  # fmt: skip
def test_what_a_body_is_called(text: str, role: str | None) -> None:
    """The words right before or behind a body's name, or before it with a comma, where the noun is one of bodies and no verb stands among them."""
    begin = text.index("Kestrel")
    found = body_role(text, Name(begin, begin + 7, "Kestrel", "organisation"), (0, len(text)))
    assert (found and text[slice(*found)]) == role


@pytest.mark.parametrize(
    ("before", "is_other"),
    [("The rival of ", True), ("The deputy to ", True), ("The rivals of ", True), ("The mother of ", True), ("The roof of ", False), ("The company of ", True), ("It rained", False)],
)  # fmt: skip
def test_whose_another_is(before: str, is_other: bool) -> None:
    """Words for somebody, kin or a body with a preposition behind them say that what follows is another's; a thing's do not."""
    assert is_of_somebody(before) is is_other
