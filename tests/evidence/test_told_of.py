"""Rules of pronouns behind somebody whom the article does not name, and of who else they cannot mean."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find

MAYOR = "Mayor Tom Roe opened the market.\n\n"


def speaker(text: str, words: str = "“It was loud,” he said.") -> str | None:
    """Who says the last words of a text."""
    return find(Article(text=f"{text} {words}", language="en")).quotations[-1].speaker


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Speaking outside the station, a neighbour, who asked not to be named, said he was shocked.", "a neighbour"),
        ("The boy's father, a driver who declined to be named, said he was thinking of court.", "the boy's father"),
        (
            "The head teacher of one of the schools, who asked not to be named because he may not speak, said it was late.",
            "the head teacher",
        ),
        (
            "Outside, around 60 people kept vigil. One of them, a boat owner from Dover, said that he had voted.",
            "a boat owner",
        ),
        ("After the meeting, a resident of the square told the council it was late. It rained.", "a resident"),
        ("Her brother, now a farmer in Kent, recalled that he had hidden.", "her brother"),
        ("Speaking outside the station, the man, identified only as Kamau, said he was not sorry.", "kamau"),
    ],
)
def test_he_who_said_something_before_and_has_no_name_goes_on(before: str, expected: str) -> None:
    """A pronoun means the unnamed subject of a sentence of speech before it, whatever is told of him between commas, by the one name he has."""
    assert (speaker(MAYOR + before) or "").lower() == expected


@pytest.mark.parametrize(
    "before",
    [
        "Tom Roe denies it. The victim's father said he wanted justice.",
        "Tom Roe met farmers. One of them, a dairy owner, said he would be ruined.",
        "Tom Roe was held. A policeman said he had not been harmed.",
        "Tom Roe was sacked. One of them, a defender, said he would be missed.",
    ],
)
def test_it_is_open_where_somebody_named_is_spoken_of(before: str) -> None:
    """Behind what somebody unnamed says of a "he", that "he" may go on as well as the one who said it, unless that one would not be named."""
    assert speaker(before) is None
    unnamed = before.replace(
        " said", " who asked not to be named, said" if "them" in before else ", who asked not to be named, said"
    )
    assert speaker(unnamed) is not None


@pytest.mark.parametrize(
    "aside", ["identified as Tom Roe's brother", "named as Player of the Year", "named as Leeds captain"]
)
def test_only_a_name_is_a_name(aside: str) -> None:
    """Whose brother he is, or what he was named, is no name that he goes by."""
    assert speaker(f"A man, {aside}, said it was late.") == "A man"


@pytest.mark.parametrize(
    "before",
    [
        "Tom Roe, a lorry driver who lives nearby, said he was shocked.",
        "The boy's father, Tom Roe, said he was shocked.",
        "The mayor, who joined in May, said he was shocked.",
        "A neighbour, who asked not to be named, said he was shocked. Tom Roe was not.",
        "A man said it was late. Tom Roe did not agree. He was angry.",
        "A report, published in May, said it was late.",
        "In May, his firm, which owns it, said it was late.",
        "A driver told him, and Tom Roe, the mayor, said it was late.",
        "A woman, who asked not to be named, said she was shocked.",
    ],
)
def test_who_is_named_speaks(before: str) -> None:
    """What has a name beside it, is a thing, of another gender, or has somebody named behind it, is not whom a pronoun means."""
    assert speaker(MAYOR + before) == "Tom Roe"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ann Lee said nobody was asked. When Compton Ward told her that it was late,", "she replied: “It is loud.”", "Ann Lee"),
        ("Tom Roe said nobody was asked. When Kim Ford interrupted him,", "he replied: “It is loud.”", "Tom Roe"),
        ("Ann Lee told her driver that it was late.", "“It is loud,” she said.", "Ann Lee"),
        ("Ida Roe sat down. When Ann Lee asked her to go, the hall laughed.", "“It is loud,” she said.", "Ann Lee"),
        ("Ida Roe is a nurse. When Ann Lee phoned her and asked for help,", "she said: “It is loud.”", "Ann Lee"),
        ("Ida Roe is a nurse. Ann Lee told her that she was sorry and, in tears,", "she said: “It is loud.”", "Ann Lee"),
        ("Tom Roe warned her about it.", "“It is loud,” he replied.", "Tom Roe"),
    ],
)  # fmt: skip
def test_nobody_tells_herself(text: str, words: str, expected: str) -> None:
    """Who does something to a "her" is another than she, in that sentence; what is hers is no her."""
    assert speaker(text, words) == expected


@pytest.mark.parametrize(
    ("above", "who", "expected"),
    [
        ("At a meeting, an elderly woman held up a kettle.", "she", "an elderly woman"),
        ("Mayor Toni Rad was calm.\n\nAt a meeting, an elderly woman held up a kettle.", "she", None),
        ("Mayor Ann Lee was calm.\n\nA man was arrested on Monday.", "she", "Ann Lee"),
        ("Inspector Ann Lee was calm.\n\nA woman was arrested on Monday.", "she", "Ann Lee"),
        ("A woman was stabbed to death on Monday.", "she", None),
        ("A woman shouted at the police. She was found dead on Monday.", "she", None),
        ("An old van was found. Mayor Ann Lee was calm.", "she", "Ann Lee"),
    ],
)
def test_the_last_sentence_above_tells_of_a_woman(above: str, who: str, expected: str | None) -> None:
    """Words that open a paragraph are hers of whom the sentence above tells; they stay open where somebody named may be meant."""
    assert (
        speaker(f"{above}\n\n", f"“My granddaughter asked me. I told her that it closes at six,” {who} said.")
        == expected
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Luka Roe, who rents out flats near the gate and heads an association of private landlords, sees it otherwise:", "Luka Roe"),
        ("Ida Roe, whose brother is a driver, said:", "Ida Roe"),
        ("Ida Roe left early, and a spokesman, who spoke for her, said:", "a spokesman"),
    ],
)  # fmt: skip
def test_what_is_told_of_somebody_has_subjects_of_its_own(before: str, expected: str) -> None:
    """Whom a clause with "who" names, between commas, is not the subject of the verb behind it."""
    assert speaker(before, "“Ships are gone by five. It is not the ships.”") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Roe robbed a shop. Dover Crown Court heard that he walked into a shop and told a child:", "Tom Roe"),
        ("Tom Roe robbed a shop. The jury was told how he walked into a shop and told a child:", "Tom Roe"),
        ("Ann Lee met the union that Tom Roe leads and said:", "Ann Lee"),
        ("Ann Lee heard that he walked out, and she told a child:", "Ann Lee"),
        ("Tom Roe fell. The coroner found that he had slipped and said:", "the coroner"),
        ("Tom Roe lied. Magistrate Ida Stone heard how he fled and told him:", "Ida Stone"),
        ("Ann Lee told workers that they were heroes and said:", "Ann Lee"),
        ("Doctors told the family that he would live, and said:", "Doctors"),
    ],
)
def test_what_is_heard_has_a_subject_of_its_own(text: str, expected: str) -> None:
    """Verbs in what a court was told share the subject there, and not the court."""
    assert speaker(text, "“Give me the bag or I will do it.”") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (MAYOR + "A trader with two stalls, who asked not to be named, was not convinced.", "A trader"),
        (MAYOR + "A trader with two stalls was not impressed.", "A trader"),
        ("The hall is old. At the market, a pensioner choosing peppers kept a list of his own.", "a pensioner"),
        ("The hall is old. At the market, a trader packing peppers nodded.", "a trader"),
        ("Tom Roe came. A trader with two stalls nodded.", None),
        ("At the market, Tom Roe, a trader choosing peppers, nodded.", "Tom Roe"),
        ("In the words of Tom Roe, a trader packing peppers nodded.", None),
        ("Tom Roe came. At the market, a pensioner choosing peppers kept a list of his own.", None),
        ("Tom Roe came. A letter with two stamps lay on his table.", "Tom Roe"),
        ("Tom Roe came. A trader with two stalls thanked him.", None),
        ("Tom Roe came. A trader choosing peppers, Ben Lee, nodded.", "Ben Lee"),
        ("Tom Roe came. A morning raining on the stalls had ended.", "Tom Roe"),
    ],
)
def test_somebody_with_something_or_doing_something_is_told_of(before: str, expected: str | None) -> None:
    """What an unnamed subject has with it, does or is like stands before its verb; it speaks, or nobody where a name may be meant."""
    assert speaker(before) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("A spokesman for the port said it was safe. He asked all to return.\n\n", "A spokesman"),
        ("A spokesman for the port said it was safe.\n\nHe asked all to return.\n\n", "A spokesman"),
        ("A spokesman for the port said it was safe. She asked all to return.\n\n", None),
        ("A spokeswoman for the port said it was safe. He asked all to return.\n\n", None),
        ("A spokesman for the port said it was safe. Tom Roe came. He asked all to return.\n\n", "Tom Roe"),
        ("A spokesman for the port said it was safe. The sea rose.\n\n", None),
    ],
)
def test_a_pronoun_above_that_takes_somebody_up_is_taken_up(above: str, expected: str | None) -> None:
    """A pronoun behind words that open a paragraph means whom the same pronoun meant in the last sentence above them."""
    assert speaker(above) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a statement issued through Police Scotland, Mr Roe's wife, Jean, said:", "Jean"),
        ("In a statement sent via Greenpeace, the captain, Ann Lee, said:", "Ann Lee"),
        ("In a statement issued through Police Scotland, the family said:", "the family"),
        ("He came through Police Scotland, which said:", "Police Scotland"),
    ],
)
def test_through_whom_something_is_said_does_not_say_it(text: str, expected: str) -> None:
    """What a preposition governs is no subject: those through whom a family speaks do not."""
    assert speaker(text, "“We just want him home.”") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A cyclist waiting at the gate was hit by a youth.", "“I saw nothing,” he said.", None),
        ("A nurse with a lamp was pushed by a patient.", "“I fell,” she told the jury.", None),
        ("One boy carrying a bat yelled at a teacher.", "“Stop it,” he said.", None),
        ("A teacher nodded to the driver.", "“We go,” he said.", None),
        ("A woman with a lamp was pushed by a man.", "“I fell,” she told the jury.", "A woman"),
        ("A woman with a lamp was pushed by a man.", "“I fell,” he told the jury.", None),
        ("A cyclist waiting at the gate was hit by a van.", "“I saw nothing,” he said.", "A cyclist"),
    ],
)
def test_who_else_is_told_of_in_the_sentence_may_speak(text: str, words: str, expected: str | None) -> None:
    """Behind a sentence of two people without names a pronoun that may mean either is nobody's."""
    assert speaker(text, words) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Ann Lee was told by a porter.", "a porter"),
        ("Ann Lee was then asked by Tom Roe.", "Tom Roe"),
        ("Ann Lee had been warned by Tom Roe on Monday.", "Tom Roe"),
        ("Ann Lee was told.", None),
        ("Ann Lee was told to go by Friday.", None),
        ("Ann Lee told Tom Roe.", "Ann Lee"),
        ("Ann Lee was quoted as saying.", "Ann Lee"),
        ("Ann Lee, who was told to sit by a porter, said.", "Ann Lee"),
    ],
)
def test_who_is_spoken_to_does_not_speak(behind: str, expected: str | None) -> None:
    """Words that somebody is told are those of who tells them, if that is said, and else nobody's."""
    assert speaker("The hall is old.", f"“Go home now,” {behind}") == expected


@pytest.mark.parametrize(
    ("told", "words", "expected"),
    [
        ("At the market, a pensioner choosing peppers kept an index.", "“It is up,” she said.", None),
        ("Nearby, a marketeer who sells fish was making demands.", "“It is up,” she said.", None),
        ("Not all were so calm. A man travelling to a wedding on Saturday evening in Leeds doubted it.", "“I go,” he said.", None),
        ("A woman from Dover asked why the pier was shut.", "“It is not safe,” she said.", None),
        ("A woman from Dover was praised.", "“She is a star,” she said.", None),
        ("A pensioner who lives by the pier was moved out.", "“We had no choice,” she said.", None),
        ("A driver who hit the pier was fined.", "“It is not enough,” she said.", None),
        ("A looter who came by night emptied the till.", "“I had locked it,” she said.", None),
        ("A woman selling fish threw an egg.", "“I am used to it,” she said.", None),
        ("A teacher from Dover had written to the mayor.", "“I read it twice,” she said.", None),
    ],
)  # fmt: skip
def test_somebody_new_who_only_does_something_leaves_it_open(told: str, words: str, expected: str | None) -> None:
    """Of what somebody new does, in a paragraph that names nobody else, one named before may speak."""
    named = "The mayor, Ann Lee, opened a pier in Leeds on Monday. She met Tom Roe there.\n\n"
    assert speaker(named + told, words) == expected


@pytest.mark.parametrize(
    "before",
    [
        "One father, a logging-camp mechanic, has since brought his daughter back.",
        "A retired miner in a plastic rain-hood puts his own cap down beside it.",
        "A guard who saw it left early.",
    ],
)
def test_words_do_not_go_past_somebody_who_is_only_described(before: str) -> None:
    """Behind a sentence that begins with somebody unnamed, "he" is nobody who was named in a paragraph before; it stays open."""
    assert speaker(f"{MAYOR}Others had doubts. {before}") is None


def test_who_does_something_to_him_may_speak() -> None:
    """A sentence about somebody unnamed leaves it open, though it says "him" of who was named before."""
    assert speaker(f"{MAYOR}A trader with two stalls thanked him.") is None


@pytest.mark.parametrize(
    "before",
    [
        "A woman in a rain-hood puts her own ring down beside it.",
        "A retiree had opened her door.",
        "A report came out in May.",
        "An hour later it rained.",
    ],
)
def test_words_go_past_what_cannot_say_them(before: str) -> None:
    """A thing, somebody of the other gender, or somebody to whom something was done, is nobody whom "he" may mean."""
    assert speaker(f"{MAYOR}{before}") == "Tom Roe"


def test_nobody_is_he_and_she() -> None:
    """Whoever was "he" in the sentence before is not "she" in this one, though his name tells no gender."""
    text = "Kasia Wrobel found the ring.\n\nPC Ruari Brack confirms it. So Wrobel may wear it. Her brother has been asked what he will do about it."
    found = find(Article(text=f"{text} “He is quiet,” she says.", language="en"))
    assert found.quotations[-1].speaker == "Kasia Wrobel"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The case rested on a gravedigger at the city cemetery, who may not be identified.", "a gravedigger"),
        ("The case rested on a gravedigger, who was seen by many.", "Tom Roe"),
        ("The case rested on a diary, which may not be named.", "Tom Roe"),
    ],
)
def test_who_may_not_be_identified_goes_on(before: str, expected: str) -> None:
    """Of whom the sentence before says that he is not named, "he" is; of nobody else whom it mentions, and of no thing."""
    found = find(Article(text=f"{MAYOR}{before} He testified that he had been paid “in brown bottles”.", language="en"))
    assert found.quotations[-1].speaker == expected
