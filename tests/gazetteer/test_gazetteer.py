"""Rules of the lists of places, peoples and given names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from summarize import gazetteer
from tests.evidence.texts import ANY_TEXT


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kenya", "KE"),
        ("the United Kingdom", "GB"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Narnia", None),
        ("kenya", None),
    ],
)
def test_a_country_has_its_iso_code(name: str, code: str | None) -> None:
    """A country's name gives its ISO code, with or without accents, article and curly apostrophe; other words give none."""
    assert gazetteer.country_code(name) == code


@pytest.mark.parametrize(
    ("name", "code"), [("Kenyan", "KE"), ("Serbs", "RS"), ("Indians", "IN"), ("Kenya", None), ("harbour", None)]
)
def test_a_people_belongs_to_a_country(name: str, code: str | None) -> None:
    """The name of a people, in the singular or plural, gives its country."""
    assert gazetteer.people_of(name) == code


@pytest.mark.parametrize(
    ("name", "country"),
    [("Nairobi", "KE"), ("Bavaria", "DE"), ("Kyiv", "UA"), ("São Paulo", "BR"), ("Sao\u00a0Paulo", "BR")],
)
def test_a_place_lies_in_a_country(name: str, country: str) -> None:
    """A city or region is a place and gives the country it lies in."""
    assert gazetteer.is_place(name)
    assert gazetteer.place_country(name) == country


@pytest.mark.parametrize("name", ["Harbour", "Osei", "", "the", "Tuesday", "Minister"])
def test_an_ordinary_word_is_no_place(name: str) -> None:
    """Words that name no place are on no list of places."""
    assert not gazetteer.is_place(name)
    assert gazetteer.place_country(name) is None


@pytest.mark.parametrize(("name", "gender"), [("Hanna", "f"), ("Tom", "m"), ("José", "m"), ("Harbour", None)])
def test_a_given_name_tells_its_usual_gender(name: str, gender: str | None) -> None:
    """A listed given name tells the gender it is mostly given to."""
    assert gazetteer.given_name_gender(name) == gender


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_folding_twice_changes_nothing(name: str) -> None:
    """Names are compared in one stable form, whatever they hold."""
    folded = gazetteer.fold(name)
    assert gazetteer.fold(folded) == folded


@pytest.mark.parametrize("name", ["cities", "countries", "demonyms", "given_names", "regions"])
def test_a_list_holds_each_name_once_in_the_form_in_which_names_are_compared(name: str) -> None:
    """One line of remarks, then names and values with one tab between: folded, none twice, none lost in reading."""
    remark, *lines = (Path(gazetteer.__file__).parent / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert remark.startswith("# ")
    assert all(line.count("\t") == 1 for line in lines)
    pairs = [line.split("\t") for line in lines]
    assert [gazetteer.fold(key) for key, _ in pairs] == [key for key, _ in pairs]
    assert list(gazetteer._table(name).items()) == [(key, value) for key, value in pairs]
