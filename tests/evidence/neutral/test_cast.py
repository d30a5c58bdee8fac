"""Rules of who is one person where names are declined."""

from __future__ import annotations

import time

import pytest

from summarize.evidence.neutral.cast import cast_of
from summarize.languages import basics as tables
from summarize.languages.basics import basics
from summarize.languages.loader import TableError


def people(language: str, speakers: list[str], others: list[str]) -> dict[str, list[str]]:
    """The forms of each participant's name, by its name."""
    text = ". ".join((*others, *speakers))
    known = basics(language)
    assert known is not None
    cast = cast_of(text, speakers, others, known.declension)
    spans = [mention.span for mention in cast.mentions]
    return {
        each.name: sorted(text[spans[at - 1].start : spans[at - 1].end] for at in each.mentions)
        for each in cast.participants
    }


@pytest.mark.parametrize(
    ("language", "name", "case"),
    [
        ("ru", "Игорь Лапшин", "Игорем Лапшиным"),
        ("ru", "Иван Петров", "Ивана Петрова"),
        ("ru", "Александр Петров", "Александром Петровым"),
        ("ru", "Александра Петрова", "Александры Петровой"),
        ("ru", "Павел Толстой", "Павлу Толстому"),
        ("ru", "Илья Шевченко", "Ильи Шевченко"),
        ("ru", "Анна Шмидт", "Анну Шмидт"),
        ("ru", "Мария Ивановна Белая", "Марии Ивановне Белой"),
        ("uk", "Олександр Петренко", "Олександром Петренком"),
        ("uk", "Ольга Петренко", "Ользі Петренко"),
        ("uk", "Сергій Гнатовський", "Сергія Гнатовського"),
        ("uk", "Марія Гнатовська", "Марію Гнатовську"),
        ("pl", "Jan Kowalski", "Jana Kowalskiego"),
        ("pl", "Marek Nowak", "Markiem Nowakiem"),
        ("pl", "Jana Kowalska", "Janę Kowalską"),
        ("pl", "Anna Nowak", "Annie Nowak"),
    ],
)
def test_cases_of_a_name_are_one_person(language: str, name: str, case: str) -> None:
    """A name in another case is the person's whose name stands in the nominative, whether that says something or not, and in either order."""
    expected = {name: sorted([name, case])}
    assert people(language, [name], [case]) == expected
    assert people(language, [], [case, name]) == expected
    assert people(language, [], [name, case]) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "Александр Петров", "Александра Петрова"),
        ("ru", "Мария Иванова", "Марина Иванова"),
        ("ru", "Саша Петров", "Саша Петрова"),
        ("ru", "Карл Шмидт", "Карла Шмидт"),
        ("ru", "Александр Петров", "Александру Петрову"),
        ("ru", "Саша Петров", "Сашу Петрову"),
        ("ru", "Иван Петров", "Ивана Петровского"),
        ("uk", "Олександр Петренко", "Олександра Петренко"),
        ("uk", "Марія Коваль", "Марина Коваль"),
        ("pl", "Jan Kowalski", "Jana Kowalska"),
        ("pl", "Jan Nowak", "Jana Nowak"),
        ("pl", "Maria Nowak", "Marian Nowak"),
    ],
)
def test_two_people_of_one_surname_stay_two(language: str, one: str, other: str) -> None:
    """Names that differ as those of a man and a woman do, or two given names, are two people's, whether they say something or not."""
    for speakers in ([], [one], [other], [one, other]):
        others = [name for name in (one, other) if name not in speakers]
        assert people(language, speakers, others) == {one: [one], other: [other]}


def test_two_speakers_are_two_people() -> None:
    """Who says something is named in the nominative, so that two speakers are never one, even if one name looks like a case of the other."""
    both = ["Иван Петров", "Ивана Петрова"]
    assert people("ru", both, ["Иваном Петровым"]) == {
        "Иван Петров": ["Иван Петров", "Иваном Петровым"],
        "Ивана Петрова": ["Ивана Петрова"],
    }


def test_a_case_of_two_names_is_nobodys() -> None:
    """A form that is a case of two people's names is neither's, and no third person; two cases of a name that stands nowhere else are one person's."""
    both = ["Иван Петров", "Ивана Петрова"]
    assert people("ru", both, ["Ивану Петрову"]) == {name: [name] for name in both}
    assert people("ru", [], ["Ольгой Ветровой", "Ольгу Ветрову"]) == {
        "Ольгой Ветровой": ["Ольгой Ветровой", "Ольгу Ветрову"]
    }


@pytest.mark.timed
def test_names_are_not_compared_with_each_other() -> None:
    """Eight times as many names take about eight times as long, and not sixty-four times: each is looked up by what it can be a case of."""

    def seconds(count: int) -> float:
        names = [f"Имя{chr(1072 + i % 30)}{chr(1072 + i // 30 % 30)} Род{chr(1072 + i // 900)}ов" for i in range(count)]
        before = time.process_time()
        assert len(people("ru", [], names)) > count / 3
        return time.process_time() - before

    seconds(100)
    most = 24 * min(seconds(250) for _ in range(3))
    assert any(seconds(2000) < most for _ in range(3))  # a busy machine makes one measurement longer


@pytest.mark.parametrize("values", [{"men": ["- | а | у"]}, {"women": ["а | ы | е | у | ой"]}, {"children": []}])
def test_a_table_of_cases_is_whole(monkeypatch: pytest.MonkeyPatch, values: dict[str, list[str]]) -> None:
    """A row with too few cases, and a field that is none, are refused with the table's name."""
    monkeypatch.setattr(tables, "has_table", lambda _: True)
    monkeypatch.setattr(tables, "table", lambda _: {"speech": {"name_cases": values}})
    with pytest.raises(TableError, match="xx/basics"):
        basics.__wrapped__("xx")
