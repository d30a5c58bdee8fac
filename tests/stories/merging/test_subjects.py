"""What a number is of: each row of the table with its examples."""

from __future__ import annotations

import pytest

from summarize.languages.figures import CountedRow, SumRow, TollRow, figures
from summarize.stories.merging.numbers import numbers_in
from summarize.stories.merging.subjects import COMPARABLE, _Toll, kind_of_counted, subject_of

WORDS = figures("en")


def subjects(sentence: str) -> set[str]:
    """What the numbers of a sentence are of."""
    found = (subject_of(sentence, 0, len(sentence), number) for number in numbers_in(sentence, 0, len(sentence)))
    return {subject.about for subject in found if subject is not None}


@pytest.mark.parametrize("row", [*WORDS.toll, *WORDS.sum], ids=lambda row: row.about)
def test_each_row_reads_its_examples(row: TollRow | SumRow) -> None:
    """A row reads every one of its examples, behind the number or before it, and not its counter-example."""
    for example in row.examples:
        assert row.about in subjects(example), example
    assert row.about not in subjects(row.counter_example)
    assert row.about in COMPARABLE


@pytest.mark.parametrize("row", WORDS.toll, ids=lambda row: row.about)
def test_each_expression_of_a_row_is_exercised(row: TollRow) -> None:
    """There is an example for the words behind a number, and another one for those before it, unless a row asks for both; the counter-example misses the row itself."""
    assert len(row.examples) == (1 if row.both else bool(row.before) + bool(row.after))
    own = [_Toll.of(row)]
    assert any(_toll_of(own, example) for example in row.examples)
    assert not _toll_of(own, row.counter_example)


def _toll_of(rows: list[_Toll], sentence: str) -> bool:
    """True if one of these rows alone reads a number of a sentence."""
    numbers = numbers_in(sentence, 0, len(sentence))
    sides = [(sentence[: number.start], sentence[number.end :]) for number in numbers]
    return any(
        row.behind(*side) is not None or (not row.both and row.is_before(side[0])) for row in rows for side in sides
    )


@pytest.mark.parametrize("row", WORDS.kind, ids=lambda row: row.name)
def test_each_kind_of_what_is_counted(row: CountedRow) -> None:
    """What counts no people is no toll of theirs: it is one of its own where its row says so, and else none."""
    for example in row.examples:
        found = subjects(example)
        assert not found & WORDS.people, example
        assert found == {f"{row.name} {about}" for about in row.also} or not row.also
        (number,) = numbers_in(example, 0, len(example))
        assert kind_of_counted(example[number.end :]) is row
    assert subjects(row.counter_example) == {"evacuated"}


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Some 420 residents had to leave their homes.", "evacuated"),
        ("There are 420 evacuees in the hall.", "evacuated"),
        ("The evacuees from the valley now number 420.", "evacuated"),
        ("The council cleared 95 houses on the cliff.", "homes evacuated"),
        ("Ninety families were moved to schools.", "homes evacuated"),
        ("The storm left 4,000 customers without electricity.", "homes without power"),
        ("Some 900 islanders may have to be evacuated.", "islanders"),
        ("Police rescued 40 swans from the oil.", "swans"),
    ],
)
def test_one_toll_in_other_words(sentence: str, about: str) -> None:
    """What is counted is told apart from how it is said: people moved out are one toll, their homes another; what may happen is none."""
    assert subjects(sentence) == {about}


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Gunmen killed 40 cattle herders.", "dead"),
        ("Three dog walkers died in the fall.", "dead"),
        ("A fire killed 12 building workers.", "dead"),
        ("A rockfall injured 12 horse riders.", "injured"),
        ("Some 300 flat owners were evacuated.", "evacuated"),
        ("Some 300 household members were evacuated.", "evacuated"),
        ("Soldiers evacuated 12 apartment towers.", "homes evacuated"),
        ("Lightning killed 40 cows near the herders.", "cows"),
        ("A crash killed 12 pilgrims going home.", "dead"),
        ("Soldiers evacuated 60 workers’ homes.", "homes evacuated"),
    ],
)
def test_people_named_by_what_they_keep(sentence: str, about: str) -> None:
    """A noun of a home or an animal in front of one of people says which people are counted."""
    assert subjects(sentence) == {about}


@pytest.mark.parametrize(
    ("sentence", "is_counted"),
    [
        ("Two gunmen shot dead Mayor Lena Orbach in Hask.", False),
        ("Two police officers shot dead a farmer, Jan Holm.", False),
        ("Three men stabbed to death a shopkeeper.", False),
        ("Two guards killed an inmate.", False),
        ("Two men on a moped shot dead a guard in front of a bank.", False),
        ("Two people on a bus were killed after the driver hurt a cyclist.", True),
        ("Two soldiers were shot dead by rebels.", True),
        ("Two people shot dead Sunday in Hask.", True),
        ("Two people killed a day after the vote were brothers.", True),
        ("Three policemen killed in a raid.", True),
    ],
)
def test_who_kills_is_not_counted_with_the_dead(sentence: str, is_counted: bool) -> None:
    """A number in front of who does it, with whom it is done to behind the verb, is no toll."""
    assert ("dead" in subjects(sentence)) is is_counted


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Nine royal jewels, among them a tiara that a queen wore, were stolen from the palace.", "things stolen"),
        ("Eleven paintings, including a Steen, a Hals and a Ruysdael, were stolen.", "things stolen"),
        ("Nine miners, most of them foreigners, were killed.", "dead"),
        ("Some 40 sailors, who had left Hask on Friday, are missing.", "missing"),
        ("Police questioned 12 men, and his brother, a clerk, was arrested.", "men"),
        ("They had 14 boats, among them a ferry, and nobody was killed.", "boats"),
        ("A choir of 30 singers, many of them old, sang after a friend was killed.", "singers"),
    ],
)
def test_what_stands_between_commas_hides_no_toll(sentence: str, about: str) -> None:
    """What tells of some of those counted, between commas, is left out; what is done must follow it at once."""
    assert subjects(sentence) == {about}
