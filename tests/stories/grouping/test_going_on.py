"""Rules of whether a story goes on with an earlier one where neither is in English. All texts were written for these tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.stories.grouping import THRESHOLD, Member, continues, group
from summarize.stories.grouping.little import little_words
from summarize.stories.grouping.words import stem

_STRIKE = Member(
    1,
    "Los celadores de Burgos van a la huelga el viernes",
    "Los celadores del hospital de Burgos irán a la huelga el viernes porque fracasó la reunión con la gerencia. Piden veinte plazas más.\n\n"
    "«Nadie para por gusto», dijo Rosaura Mencía, secretaria del sindicato Mano y Camilla, que tiene a la mayor parte de la plantilla.",
    language="es",
)
_STRIKE_AFTER = replace(
    _STRIKE,
    title="La huelga de celadores deja medio vacío el hospital de Burgos",
    text="El hospital de Burgos trabajó este viernes a media plantilla por la huelga de los celadores. El sindicato Mano y Camilla dice que paró el "
    "80%.\n\n«Esto es lo que hay», dijo Rosaura Mencía, su secretaria. La gerencia ofrece diez plazas. Hay otra reunión el lunes.",
)
_LANDSLIDE = replace(
    _STRIKE,
    title="Tres muertos al caer una ladera sobre un camino de Teruel",
    text="Tres personas murieron este viernes cuando una ladera cayó sobre un camino cerca de Teruel. Los muertos iban en una furgoneta que la "
    "mayor parte del pueblo conocía.\n\n«Nadie pasa por gusto por allí», dijo Ginés Cubel, alcalde pedáneo.",
)
_ENGLISH = Member(
    1, "Porters to strike in Burgos", "Porters at the hospital of Burgos, Spain, go on strike on Friday.", language="en"
)


def test_what_goes_on_in_its_own_language_does() -> None:
    """Two days' accounts of one event in Spanish are one story: the same people, and the same rare words."""
    assert continues([_STRIKE_AFTER], [_STRIKE]) >= THRESHOLD


def test_little_and_common_words_of_a_language_carry_no_story_on() -> None:
    """An outlet's next story in Spanish does not go on with the last one by "los", "viernes", "muertos" and "mayor parte"."""
    assert continues([_LANDSLIDE], [_STRIKE]) == 0
    assert continues([_LANDSLIDE], [_STRIKE_AFTER]) == 0


def test_accounts_in_another_language_are_not_held_against_a_story() -> None:
    """A story with an account in Spanish beside an English one goes on with the English one of the day before as it would without."""
    alone = continues([_ENGLISH], [_ENGLISH])
    assert alone >= THRESHOLD
    assert continues([_ENGLISH, replace(_LANDSLIDE, number=2)], [_ENGLISH]) == alone


def test_scripts_without_capitals_go_on_by_words() -> None:
    """Where names are not told by capitals, none is asked for."""
    text = "福島県の港で連絡船が岸壁に衝突し、三人がけがをした。海上保安庁は原因を調べている。"
    one = Member(1, "連絡船が岸壁に衝突", text, language="ja")
    assert continues([replace(one, text=text + "船長は「かじが利かなかった」と話した。")], [one]) >= THRESHOLD


@pytest.mark.parametrize(
    ("language", "little", "telling"),
    [
        ("es", "los según miércoles noviembre dijo doce", "barco naranjas ladera"),
        ("de", "der nach Mittwoch Januar sagte zwei", "Kran Fähre"),
        ("fr", "des selon mercredi janvier", "grue ferry"),
        ("pt", "dos segundo novembro", "mina navio"),
        ("it", "della secondo mercoledì gennaio", "barcone"),
    ],
)
def test_what_every_article_of_a_language_has_tells_nothing(language: str, little: str, telling: str) -> None:
    """Little words, weekdays, months and numbers that are written out are little in their own language; nouns are not, nor is anything in English."""
    assert {stem(word) for word in little.split()} <= little_words(language)
    assert not {stem(word) for word in telling.split()} & little_words(language)
    assert not little_words("en")


def test_no_reason_is_a_little_word() -> None:
    """What is shown of why two accounts belong together is no article or preposition."""
    (found,) = group([_STRIKE, replace(_STRIKE_AFTER, number=2)])
    words = next(line for line in found.reasons[0].shared if line.startswith("words: "))
    assert not {"de", "los", "el", "la", "que"} & set(words.removeprefix("words: ").split(", "))
