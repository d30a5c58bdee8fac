"""Roles that stand beside a name in ways of their own: told first and then named, of several, of relations, of bodies; and whose they are not."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _roles(text: str) -> dict[str, str | None]:
    _, findings = found(f"It rained.\n\n{text}")
    return {one.name: one.role for one in findings.participants}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The driver of the bus, identified as Ann Lee (38), was hurt.", "driver of the bus"),
        ("Police stopped a driver, later identified by police as Ann Lee.", "driver"),
        ("He was hit by a driver, identified as Ann Lee, and died.", "driver"),
        ("He spoke to a nurse, who gave her name as Ann Lee.", "nurse"),
        ("Police said the driver, identified as Ann Lee, died.", "driver"),
        ("A student of law, who simply gave her name as Ann Lee, said no.", "student of law"),
        ("A 36-year-old former car salesman named Ann Lee was found.", "36-year-old former car salesman"),
        ("He was caught by his former schoolmaster, 44-year-old Ann Lee.", "former schoolmaster"),
        ("The boy, identified as Ann Lee, was hurt.", None),
        ("Officers stopped two drivers, identified as Ann Lee and Tom Ash.", None),
        ("A judge named Ann Lee as liquidator.", None),
        ("A coach called Ann Lee to the stand.", None),
        ("After a row with her neighbour, 40-year-old Ann Lee left.", None),
    ],
)
def test_a_description_that_leads_to_a_name_is_the_role(text: str, role: str | None) -> None:
    """Who is told first by what he is, and then named, is it; a verb that names or calls somebody leads to no name of its subject."""
    assert _roles(text)["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "It said Ann Lee, city engineer Tom Ash and supplier Omar Lakhani conspired to award it.",
            {"Ann Lee": None, "Tom Ash": "city engineer", "Omar Lakhani": "supplier"},
        ),
        (
            "Ann Lee, whose brother Tom Ash commands the boat, left.",
            {"Ann Lee": "whose brother Tom Ash commands the boat"},
        ),
        ("Tom Ash, chairman of the union, Ann Lee and Omar Lakhani voted no.", {"Ann Lee": None}),
        (
            "It was lost on Monday, chairman of the branch, Dr Ann Lee, said in a letter.",
            {"Ann Lee": "chairman of the branch"},
        ),
        ("They were Tom Ash, a cook, and his deputy Ann Lee.", {"Ann Lee": "deputy"}),
        ("The wake was hers, and her son Omar Lakhani wept.", {"Omar Lakhani": "son"}),
        (
            "Two Green members of the board, Ann Lee and Tom Ash, voted no.",
            {"Ann Lee": None, "Tom Ash": None},
        ),
        ("Two farmers, Ann Lee and Tom Ash said, were hurt.", {"Ann Lee": None, "Tom Ash": None}),
        ("Voters, Ann Lee said, were angry.", {"Ann Lee": None}),
        ("Prosecuting counsel, Mr Omar Lakhani, said no.", {"Omar Lakhani": "Prosecuting counsel"}),
        ("Prosecuting police, Ann Lee said she was tired.", {"Ann Lee": None}),
        ("The younger brother of Cork hurler Ann Lee was jailed.", {"Ann Lee": "hurler"}),
        ("The younger brother of Kenyan runner Ann Lee was jailed.", {"Ann Lee": "Kenyan runner"}),
        ("The lawyer for Kenyan nurse Ann Lee wept.", {"Ann Lee": "Kenyan nurse"}),
    ],
)
def test_a_role_is_of_the_name_it_stands_at(text: str, roles: dict[str, str | None]) -> None:
    """A role is of the next name, not of the one before or behind; what several are is the role of none."""
    told = _roles(text)
    assert {name: told[name] for name in roles} == roles


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("27, otherwise called “Biggs”, a taxi operator", "taxi operator"),
        ("a soil scientist whose maps hung in offices", "soil scientist"),
        ("one of the lead plaintiffs", "one of the lead plaintiffs"),
        ("one of the first to come", None),
        ("one of the last times", None),
        ("who has run a toy shop in Hull since 1998", "has run a toy shop in Hull"),
        ("who has run a marathon since May", None),
        ("who milks 400 cows at Ebor", "milks 400 cows at Ebor"),
        ("who speaks for the Rowers’ Union", "speaks for the Rowers’ Union"),
        ("who speaks for 20 minutes", None),
        ("who rents out of fear", None),
        ("who was accused in May of theft", None),
        ("the Hull-based glazier of old windows", "Hull-based glazier of old windows"),
        (
            "a biologist at the Climate and Ocean Centre in the old port of Nuuk and lead author of the study on ice",
            "biologist at the Climate and Ocean Centre in the old port of Nuuk",
        ),
    ],
)
def test_what_stands_in_commas_behind_a_name_is_read_to_its_end(behind: str, role: str | None) -> None:
    """Another name between is passed, a clause of somebody's things ends it, what one does for a living is one, and a deed or a span of time is none."""
    assert _roles(f"Ann Lee, {behind}, said no.")["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The would-be buyer, Southlight Ltd, wants it.", "would-be buyer"),
        ("The bank behind it, Southlight Ltd, was silent.", "bank behind it"),
        ("It was a stake of the pension fund Southlight Ltd in it.", "pension fund"),
        ("On Monday it fined private bank Southlight Ltd again.", "private bank"),
        ("After the fire, Southlight Ltd, which runs it, said no.", None),
        ("The fire, Southlight Ltd said, was small.", None),
        ("He said the weather, Southlight Ltd and the crew were bad.", None),
        ("And the rest, Southlight Ltd said, will follow.", None),
    ],
)
def test_a_body_is_what_its_description_in_commas_says(text: str, role: str | None) -> None:
    """A description and its comma before a body's name in commas is its role, whatever its noun."""
    assert _roles(text)["Southlight Ltd"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The mother of the gunman, who gave her name as Ann Lee, wept.", "mother of the gunman"),
        ("The lawyer for the smuggler, named as Ann Lee, said no.", "lawyer for the smuggler"),
        ("The wife of the driver of the lorry, identified as Ann Lee, wept.", "wife of the driver of the lorry"),
        ("The son of a nurse, who gave her name as Ann Lee, wept.", None),
        ("The killer of the policeman, named as Ann Lee, fled.", "killer of the policeman"),
        ("The owner of the suspect's car, identified as Ann Lee, left.", "owner of the suspect's car"),
        ("The victim of the rapist, named locally as Ann Lee, fled.", None),
        ("A thief dressed as a nurse, who gave her name as Ann Lee, stole pills.", None),
        ("The girl hit by the driver, identified as Ann Lee, died.", None),
        ("The woman who married the gunman, identified as Ann Lee, wept.", None),
        ("A nurse and a driver, identified as Ann Lee and Tom Ash, left.", None),
    ],
)
def test_a_description_that_leads_to_a_name_is_taken_whole_or_not_at_all(text: str, role: str | None) -> None:
    """Whose mother, lawyer or victim somebody is, is not what he is himself: no role begins inside a description."""
    assert _roles(text)["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The rival of the buyer, Southlight Ltd, was glad.", "rival of the buyer"),
        ("The auditor of the lender, Southlight Ltd, was glad.", "auditor of the lender"),
        ("The owner of the mill, Southlight Ltd, said no.", "owner of the mill"),
        ("On Monday a critic of the regulator, Southlight Ltd, wrote to it.", None),
        ("The shares of the lender, Southlight Ltd, fell.", "lender"),
        ("It wrote to the lender, Southlight Ltd, on Monday.", "lender"),
        ("The regulator fined energy supplier Southlight Ltd again.", "energy supplier"),
        ("A court ordered water company Southlight Ltd to pay.", "water company"),
        ("The minister told rail operator Southlight Ltd to stop.", "rail operator"),
        ("He said state-owned energy supplier Southlight Ltd was glad.", "state-owned energy supplier"),
    ],
)
def test_a_body_has_no_role_of_another_and_none_with_a_verb(text: str, role: str | None) -> None:
    """The rival of the buyer is not the buyer, and what another did to a body is no word of its role."""
    assert _roles(text)["Southlight Ltd"] == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ash, brother of a spy, and lawyer for the poor, Ann Lee, wept.", "Ann Lee", None),
        ("A lawyer for the poor, Ann Lee, wept.", "Ann Lee", "lawyer for the poor"),
        ("Omar Lakhani and Tom Ash, and judge Ann Lee met.", "Tom Ash", None),
        ("Omar Lakhani and Tom Ash, and judge Ann Lee met.", "Ann Lee", "judge"),
        ("The deputy to the late chairman, Tom Ash, spoke.", "Tom Ash", None),
        ("The aide to the prime minister, Tom Ash, spoke.", "Tom Ash", "aide to the prime minister"),
        ("The late chairman, Tom Ash, built it.", "Tom Ash", "late chairman"),
        ("Her alleged brother Tom Ash is sought.", "Tom Ash", None),
        ("She saw the suspected gunman Tom Ash there.", "Tom Ash", None),
        ("Police suspected former mayor Tom Ash of it.", "Tom Ash", "former mayor"),
        ("Her brother Tom Ash is sought.", "Tom Ash", "brother"),
        ("She said her sister and brother Tom Ash were safe.", "Tom Ash", "brother"),
    ],
)
def test_a_role_before_a_name_keeps_its_head_and_its_doubt(text: str, name: str, role: str | None) -> None:
    """No role begins with "and", is without the doubt that the text puts before it, or is of whom somebody only serves."""
    assert _roles(text)[name] == role


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("who sells toys near schools, prosecutors allege", None),
        ("who sells cars in Hull, according to police", None),
        ("who sells drugs near schools", None),
        ("who sells cars stolen from Hull, police say", None),
        ("who sells fruit in Hull", "sells fruit in Hull"),
        ("who runs the risk of jail", None),
        ("who runs the shop", "runs the shop"),
        ("who was a teacher until she was jailed", None),
        ("who was a teacher and is now the head", None),
        ("who was the mayor until 2019", "mayor until 2019"),
        ("who was a teacher at the school", "teacher at the school"),
    ],
)
def test_what_is_alleged_or_over_is_no_role(behind: str, role: str | None) -> None:
    """What others allege that somebody does, and what the same clause says has ended, is no role of today."""
    assert _roles(f"Ann Lee, {behind}, said no.")["Ann Lee"] == role


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("who keeps an orchard 300 metres from the weir", "keeps an orchard"),
        ("who runs a shop two miles from the quarry", "runs a shop"),
        ("who runs a kiosk ten minutes away", "runs a kiosk"),
        ("who owns a mill half a mile down from the weir", "owns a mill"),
        ("who runs a fleet of 300 boats", "runs a fleet of 300 boats"),
        ("who owns two farms in Hull", "owns two farms in Hull"),
    ],
)
def test_how_far_away_it_is_cuts_no_role(behind: str, role: str) -> None:
    """A length before "from" goes with it: what somebody keeps ends before both, and not between the two."""
    assert _roles(f"Ann Lee, {behind}, said no.")["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The film tells of a spy named Ann Lee.", None),
        ("He wrote a play about a nurse named Ann Lee.", None),
        ("She has a story of a murderer called Ann Lee.", None),
        ("He plays cards with a cook named Ann Lee.", None),
        ("A former spy named Ann Lee was found.", "former spy"),
    ],
)
def test_a_figure_of_a_work_has_no_role(text: str, role: str | None) -> None:
    """Whom a novel, an opera or a play is about is nothing in the news."""
    assert _roles(text)["Ann Lee"] == role


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [
        ("The opera tells of a spy named Ann Lee.", False),
        ("The book's heroine is a nurse named Ann Lee.", False),
        ("A novel about a murderer called Ann Lee was published.", False),
        ("A novel by a murderer called Ann Lee was published.", True),
        ("The heroine of the night was a nurse, Ann Lee.", True),
    ],
)
def test_a_figure_of_a_work_is_nobody(text: str, is_listed: bool) -> None:
    """Whom a novel or an opera invents takes no part in the news; who wrote it does."""
    assert ("Ann Lee" in _roles(text)) is is_listed


def test_no_role_ends_on_what_joins_two_people() -> None:
    """In a list of people and offices the office before "and" is that of the one before it, never of who follows."""
    roles = _roles("They elected Rina Roe as vice-president and Kim Lee as treasurer on Monday.")
    assert (roles["Rina Roe"], roles["Kim Lee"]) == ("vice-president", "treasurer")
    assert _roles("They met the culture and sport secretary Ann Lee.")["Ann Lee"] == "culture and sport secretary"
    assert _roles("They met Minister of Water and Irrigation Ann Lee.")["Ann Lee"] == "Minister of Water and Irrigation"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Petra Juon is a niece of the president, Paul Mboma. He declined to comment.", "Paul Mboma", None),
        ("It was a niece of the president, Petra Juon, who came.", "Petra Juon", "niece of the president"),
        ("The personal assistant to the mayor of Ghent, Lotte Maes, won a prize.", "Lotte Maes", None),
        ("The chief of staff to the president, Lotte Maes, laughed.", "Lotte Maes", "chief of staff to the president"),
        ("In the same cabin a teacher from Leeds, Ann Lee, fainted.", "Ann Lee", "teacher from Leeds"),
        ("Paul Hess, 55, told police that she had fallen.", "Paul Hess", None),
        ("Answering Bishop Tadeo Vila, she said that the river was low.", "Tadeo Vila", "Bishop"),
        ("Acting Mayor Tadeo Vila said that the river was low.", "Tadeo Vila", "Acting Mayor"),
    ],
)
def test_what_is_said_of_another_is_nobodys_role(text: str, name: str, role: str | None) -> None:
    """Not the niece whom a sentence is about, nor whom an assistant serves; a role opens on its own article, and on no deed."""
    assert _roles(text)[name] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Co-author Professor Hanna Osei doubted the result.", "Co-author"),
        ("Southern region police spokesman Inspector Karl Boone said so.", "Southern region police spokesman"),
        ("Chairman Mr Justice Karl Boone said so.", "Chairman"),
        ("Opposition spokesman on fisheries Dr Hanna Osei said so.", "Opposition spokesman on fisheries"),
        ("Chief Justice Hanna Osei said so.", "Chief Justice"),
        ("Police Inspector Hanna Osei said so.", "Police Inspector"),
        ("Detective Inspector Hanna Osei said so.", "Detective Inspector"),
        ("Assistant Professor Hanna Osei said so.", "Assistant Professor"),
    ],
)
def test_a_title_behind_a_whole_role_is_no_part_of_it(text: str, role: str) -> None:
    """How somebody is addressed behind what he is does not belong to the role; a title that makes the role one does."""
    assert list(_roles(text).values()) == [role]
