"""Participants without a name: descriptions of people who act or suffer."""

from __future__ import annotations

import pytest

from tests.evidence.passages import found


def _unnamed(text: str) -> list[str]:
    _, findings = found(text)
    return [one.name for one in findings.participants if one.kind == "unnamed"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A gunman shot dead a bank cashier and wounded three customers.",
            ["A gunman", "a bank cashier", "three customers"],
        ),
        ("[Photo: The mill. Picture: Ann Lee]\n\nCane farmers have lost it.", ["Cane farmers"]),
        ("It rained. Players and staff were told on the bus.", ["Players"]),
        ("Crews looked for four miners who went missing.", ["four miners"]),
        ("A jury awarded it to 212 workers who said so.", ["A jury", "212 workers"]),
        ("Rescuers were digging. Seamen have refused it.", ["Rescuers", "Seamen"]),
        ("Two sailors were hurt. Tom Oak, 41, Jo Ash, 30, and Al Elm, 22, saw it.", ["Two sailors"]),
        ("A woman was hurt. Police said that Edgar Oak, 52, drove.", ["A woman"]),
        ("More than 400 people ran into the sea.", ["More than 400 people"]),
        ("It rained. The skipper raised the alarm.", ["The skipper"]),
        ("It rained. The bus driver has been held. Ann Lee, a nurse, saw it.", ["The bus driver"]),
        ("A fire broke out, killing two night workers at a bakery.", ["two night workers"]),
        ("A boy of 12 fell through the deck.", ["A boy of 12"]),
        ("It rained. A farmer, 71, was hit by bricks.", ["A farmer"]),
        ("It rained. They said a cleaner noticed the bulge.", ["a cleaner"]),
        ("It rained. A locksmith from Galle, who had been told to drill, was sent home.", ["A locksmith from Galle"]),
        ("The river drove some 300 families from San Isidro.", ["some 300 families"]),
        ("Dock workers at Tema stopped unloading rice.", ["Dock workers"]),
        ("Thieves have stolen the lead.", ["Thieves"]),
        ("Tea farmers in Kericho and Bomet counties have refused it.", ["Tea farmers"]),
        ("Some 2,300 workers at the Kestrel copper mine outside Leeds did not come.", ["Some 2,300 workers"]),
        ("A pilot and his passenger have died.", ["A pilot"]),
        (
            "It rained. Two elderly tourists and a pregnant woman were hurt.",
            ["Two elderly tourists", "a pregnant woman"],
        ),
        ("A boy of 12 fell. Tom Oak, 61, of Otley, wept.", ["A boy of 12"]),
        ("[Photo: The mill.] Cane farmers in the North are counting losses.", ["Cane farmers"]),
        ("Dockers at Tema, the busiest port, began a strike.", ["Dockers"]),
        ("It ends after lecturers suspended the strike.", ["lecturers"]),
        ("After a year of selling, southern graziers have begun to buy.", ["southern graziers"]),
        ("Five workers, including two women, were burned.", ["Five workers"]),
        ("Seven men who spent two nights in a pit were found.", ["Seven men"]),
        ("It rained. A fourth man, the owner of the store, was held.", ["A fourth man"]),
        ("Players and staff were told on the bus.", ["Players"]),
        ("It rained. A Leeds jury has ordered it.", ["A Leeds jury"]),
        ("It rained. A whale was found by two hunters.", ["two hunters"]),
        ("A thief was chased by a butcher.", ["A thief", "a butcher"]),
        ("A girl was hit by a bus. Ann Lee saw it from her shop.", ["A girl"]),
        ("A gunman killed six people. Tom Oak hid in a freezer.", ["A gunman", "six people"]),
        ("A fire has killed 14 people. Two people have been hurt.", ["14 people"]),
        ("It rained. Two patients in Leeds were hurt.", ["Two patients"]),
        ("It rained. It rained. It rained. It rained. Players were told on the bus.", ["Players"]),
        ("It rained. A council spokeswoman said it was over.", ["A council spokeswoman"]),
        ("It rained. A plumber was trapped. It went on for hours. Tom Oak, 44, wept.", ["A plumber"]),
    ],
)
def test_who_acts_or_suffers_is_listed_by_the_description(text: str, names: list[str]) -> None:
    """An article or a number, a noun for people, and a verb of which it is subject or object."""
    assert _unnamed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "It rained. Council officials said it was over. The council spokeswoman agreed.",
        "It rained. It rained. It rained. It rained. Players can be told on the bus.",
        "It rained. Tom Oak, 44, drove home. The driver was arrested.",
        "Tom Oak, a pilot, fell. The pilot was hurt. The skipper said so. The skipper's boat sank.",
        "A man was hurt. Police said that Edgar Oak, 52, drove.",
        "It is the story of a sailor who drowned.",
        "Two sailors were charged. Tom Oak, 41, and Jo Ash, 30, deny it.",
        "It rained. A driver shortage closed the line.",
        "It rained. A driver strike was called off.",
        "It rained. The festival was founded by a postman and a priest, who had nine horns.",
        "It rained. Tan will stay until a successor is found.",
        "It rained. Ann Lee, who as a young engineer drove the van, wept.",
        "It rained. The jury of seven women and five men deliberated.",
        "It rained. Falls kill about 7,000 older Canadians a year.",
        "Two men have been charged. Tom Oak, 41, and Jo Ash, 30, deny it.",
        "Two record players and six DVD players were stolen.",
        "Six DVD players were stolen.",
        "It rained. A nurse was never found. A doctor was not on duty.",
        "It rained. Two patients in ten were cured. Two wardens will be hired.",
        "It rained. Tom Oak's opera opened. A sailor is drowned by a soldier.",
        "It rained. A plumber was trapped. Tom Oak, 44, was freed.",
        "Teachers, parents and pupils agreed.",
        "It rained. A boda boda rider, Isaac Ssali, pulled them out.",
        "The cashier was Anna Osei. A cashier was shot.",
        "It rained. “A gunman shot my dog,” said Anna Osei.",
        "A Derry man killed his partner, a court heard. Eamon Rafferty, 48, of Creggan, denies it.",
        "A slide closed the road. It killed 14 people.",
        "Officials said so on Monday.",
        "It rained. A generator was stolen.",
        "Residents in the flooded streets of Leeds said so.",
        "A boy of 16 was charged. Tom Oak, 16, will appear.",
        "A boy of 12 fell. Ann Oak, 61, wept. Tom Oak, a pupil, is well.",
        "She came as a typist in 1957 and was put on air.",
        "A report on nurses in Leeds has been lost.",
        "Children in Need raised a lot.",
    ],
)
def test_who_is_named_or_only_speaks_is_not(text: str) -> None:
    """Whoever the article names, several who only speak, what stands in a quotation, a bare count and a thing are no unnamed participants."""
    assert _unnamed(text) == []


def test_the_description_is_taken_up() -> None:
    """ "The gunman" behind "a gunman" counts as a mention of the same."""
    _, findings = found("A gunman shot a driver in Leeds. The gunman fled. The driver, Tom Oak, was unhurt.")
    assert [(one.name, len(one.mentions)) for one in findings.participants if one.kind == "unnamed"] == [
        ("A gunman", 2)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A nurse sued the ward for her pay. Ann Lee, who worked there, filed it.", []),
        ("A nurse sued the ward for her pay. In papers filed on Monday, Ms Ann Lee said she was sacked.", []),
        ("A nurse sued the ward for her pay. In papers filed on Monday, Ms Ann Lee says Mr Tom Oak hired her.", []),
        ("A nurse sued the ward for her pay. Ann Lee, who worked as a nurse, said she was sacked.", []),
        ("A nurse sued the ward for her pay. In papers filed on Monday, Ms Ann Lee said so.", ["A nurse"]),
        (
            "A nurse sued the ward for her pay. In papers filed on Monday, Ann Lee said the nurse hired her.",
            ["A nurse"],
        ),
        ("A nurse sued the ward for her pay. Ann Lee, who worked there, hit her.", ["A nurse"]),
        (
            "A nurse sued the ward for her pay. Ann Lee, who worked as a nurse beside her, said she was sacked.",
            ["A nurse"],
        ),
        ("A nurse sued the ward for her pay. Ann Lee, who was hired as a guard, said she was sacked.", ["A nurse"]),
        ("A nurse sued the ward for her pay. Tom Lee, who worked there, filed it.", ["A nurse"]),
        ("A nurse sued the ward for her pay. Ann Lee, who saw it, wept.", ["A nurse"]),
        ("A nurse sued the ward for her pay. Ann Lee wept.", ["A nurse"]),
        ("A nurse wept for her pay. Ann Lee, who worked there, filed it.", ["A nurse"]),
        ("A nurse sued the ward for her pay. Judge Ann Lee heard it.", ["A nurse"]),
        ("A nurse sued the ward for her pay. It rained. Ann Lee filed it.", ["A nurse"]),
        ("A student, who simply gave her name as Blessing, ran off.", []),
        ("About 900 builders will be on site in May.", []),
        ("About 900 builders will march on the site in May.", ["About 900 builders"]),
    ],
)
def test_whoever_is_named_next_is_no_other(text: str, names: list[str]) -> None:
    """Who goes to law in the first sentence is listed by the name on which the second opens, where that tells who it is; what will be somewhere has not acted."""
    assert _unnamed(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained. There was a tip from a bookkeeper. The bookkeeper, who was let go, says so.", ["The bookkeeper"]),
        (
            "It rained. It ignored a whistleblower. The whistleblower, a former teller, sued the bank.",
            ["The whistleblower"],
        ),
        ("It rained. There was a tip from a bookkeeper. It was the bookkeeper.", []),
        ("It rained. There was a tip. The bookkeeper says so.", []),
        ("It rained. There was a tip from a bookkeeper. The bookkeeper was Ann Lee. The bookkeeper says so.", []),
        ("It rained. There was a tip from a bookkeeper, Ann Lee. The bookkeeper says so.", []),
        (
            "It rained. There was a tip from Ann Lee, the bookkeeper. Once a bookkeeper was there. The bookkeeper says so.",
            [],
        ),
        ("It rained. There was a tip from a defendant. The defendant, who was let go, says so.", []),
    ],
)
def test_whoever_is_told_of_again_and_acts_is_listed(text: str, names: list[str]) -> None:
    """One of whom the text only told, and on whom a sentence then opens as acting, takes part, unless the article names such a one."""
    assert _unnamed(text) == names


def test_a_name_describes_nobody() -> None:
    """The first word of a body's name is no description of anybody."""
    assert _unnamed("Mothers of Tarnwick, a charity, gave tea to strikers.") == []
    assert _unnamed("Mothers gave tea to strikers.") == ["Mothers"]
    assert _unnamed("Oklahoma lawmakers gave tea to strikers in Oklahoma.") == ["Oklahoma lawmakers"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained. The cleaner, who now works in Riyadh, will write.", ["The cleaner"]),
        ("It rained. The truck driver, 51, is in hospital.", ["The truck driver"]),
        ("It rained. The acting treasurer, a retired teacher, found it.", ["The acting treasurer"]),
        ("It rained. The cleaner will write.", []),
        ("It rained on Ann Lee, the cleaner. The cleaner, who now works in Riyadh, will write.", []),
        ("It rained. The man, who now works in Riyadh, will write.", []),
        ("It rained. The council, a small one, will write.", []),
        ("It rained. The cleaner, Ann Lee, will write.", []),
    ],
)
def test_whom_an_aside_tells_of_is_listed(text: str, names: list[str]) -> None:
    """ "The cleaner" on whom a sentence opens takes part where an aside behind the noun tells who that is, unless somebody named is the cleaner."""
    assert _unnamed(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A boy of 17 fell. Tom Oak, 18, of Otley, wept.", ["A boy of 17"]),
        ("A boy of 17 fell. Tom Oak, 17, of Otley, wept.", []),
        ("A boy of 18 fell. Tom Oak, 61, of Otley, wept.", []),
        ("Two men fell. Tom Oak, 20, of Otley, wept.", ["Two men"]),
        ("Ann Oak left. The skipper closed the road.", []),
        ("Ann Oak, a nurse, left. The skipper closed the road.", ["The skipper"]),
        ("Ann Oak, a skipper, left. The skipper closed the road.", []),
    ],
)
def test_who_may_be_somebody_named(text: str, names: list[str]) -> None:
    """Nobody under 18 is a grown-up of 18 or more; a noun for one whom nothing tells apart from the named is none of its own."""
    assert _unnamed(text) == names


@pytest.mark.parametrize("between", range(6))
def test_how_soon_somebody_gets_a_name(between: int) -> None:
    """Whom the first sentence tells of without a name may get it within the first five."""
    text = f"A baker was hurt on Monday. {'It rained for days. ' * between}Ann Oak, 40, was at home."
    assert _unnamed(text) == (["A baker"] if between > 3 else [])


@pytest.mark.parametrize("count", [11, 12, 13, 14])
def test_how_many_are_listed(count: int) -> None:
    """Twelve, the first that a text tells of."""
    nouns = (
        "baker plumber welder sailor teacher nurse farmer painter barber tailor porter singer dancer drummer".split()
    )
    text = " ".join(f"A {noun} closed the road." for noun in nouns[:count])
    assert _unnamed(text) == [f"A {noun}" for noun in nouns[: min(count, 12)]]
