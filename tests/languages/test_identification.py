"""Rules of telling a language. The sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages.identification import (
    declared_language,
    is_another_language,
    is_plausible_language,
    language_notice,
    shown_language,
)

TEXTS = {
    "en": "The harbour board has approved a second ferry terminal, and it is to open in the spring of next year.",
    "de": "Der Hafenrat hat am Samstag einen zweiten Anleger genehmigt, der im Frühjahr eröffnet werden soll.",
    "fr": "Le conseil du port a approuvé samedi une deuxième gare maritime, qui doit ouvrir au printemps dans la vieille ville.",
    "es": "El consejo del puerto aprobó el sábado una segunda terminal para los barcos, que se abrirá en la primavera.",
    "pt": "O conselho do porto aprovou no sábado um segundo terminal para os barcos, que não será aberto antes da primavera.",
    "it": "Il consiglio del porto ha approvato sabato un secondo terminal, che sarà aperto in primavera con una cerimonia.",
    "nl": "De havenraad heeft zaterdag een tweede veerterminal goedgekeurd, die in het voorjaar van dit jaar open gaat.",
    "sv": "Hamnstyrelsen har på lördagen godkänt en andra terminal för färjor, och den ska öppnas till våren i år.",
    "pl": "Rada portu zatwierdziła w sobotę drugi terminal promowy, który ma się otworzyć na wiosnę i nie będzie drogi.",
    "tr": "Liman kurulu cumartesi günü ikinci bir feribot terminali için karar verdi ve bu terminal daha sonra açılacak.",
    "fi": "Sataman hallitus hyväksyi lauantaina toisen terminaalin, ja se on tarkoitus avata keväällä, mutta ei heti.",
    "ru": "Совет порта в субботу одобрил второй паромный терминал, и он должен открыться весной, а не летом.",
    "uk": "Рада порту в суботу схвалила другий поромний термінал, і він має відкритися навесні, а не до літа.",
    "ar": "وافق مجلس الميناء يوم السبت على محطة ثانية للعبارات في المدينة، ومن المقرر أن تفتح في الربيع.",
    "fa": "شورای بندر روز شنبه پایانه دوم کشتی را تصویب کرد و این پایانه در بهار باز می شود که برای شهر خوب است.",
    "hi": "बंदरगाह परिषद ने शनिवार को दूसरे टर्मिनल की मंज़ूरी दी और यह वसंत में खुलेगा।",
    "ja": "港湾委員会は土曜日、二つ目のフェリーターミナルを承認した。春に開業する予定だ。",
    "ko": "항만위원회는 토요일 두 번째 여객 터미널을 승인했으며 봄에 문을 열 예정이다.",
    "zh": "港务委员会星期六批准了第二个渡轮码头，预计明年春天开放。",
    "el": "Το συμβούλιο του λιμανιού ενέκρινε το Σάββατο έναν δεύτερο σταθμό για τα πλοία.",
    "he": "מועצת הנמל אישרה בשבת מסוף מעבורות שני, והוא ייפתח באביב.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages(code: str) -> None:
    """A sentence or two in a common language show it."""
    assert shown_language(TEXTS[code]) == code


@given(st.text(max_size=200))
def test_any_text_shows_a_language_or_none(text: str) -> None:
    """Any text shows a language by its code, or none."""
    assert shown_language(text) is None or len(str(shown_language(text))) == 2


def test_too_little_shows_nothing() -> None:
    """A few Latin words show no language."""
    assert shown_language("Der Hafen") is None


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("en-GB", "en"),
        ("de_DE", "de"),
        ("iw", "he"),
        ("nb", "no"),
        ("German", "de"),
        ("x", None),
        (None, None),
        ("", None),
        ("English, mostly", None),
    ],
)
def test_declared_languages(claim: str | None, code: str | None) -> None:
    """A tag or a name is a declaration, anything else is none."""
    assert declared_language(claim) == code


def test_a_declaration_is_checked() -> None:
    """A declared language is believed unless the text plainly shows another."""
    long = f"{TEXTS['de']} {TEXTS['de']} {TEXTS['de']} {TEXTS['de']}"
    assert not is_plausible_language("en", "de", long)
    assert is_plausible_language("de", "de", long)
    assert is_plausible_language("sw", None, "Habari")
    assert is_plausible_language("ur", "ar", TEXTS["ar"])
    assert not is_plausible_language("en", "ja", TEXTS["ja"])


def test_forty_words_are_enough_to_doubt_a_declaration() -> None:
    """A text of fewer words may be in whatever language is declared; one of forty has to have some of that language's commonest words."""
    assert is_plausible_language("de", "fr", "mot " * 39)
    assert not is_plausible_language("de", "fr", "mot " * 40)
    assert is_plausible_language("de", "fr", "mot " * 38 + "und der")


def test_the_notice_names_the_language() -> None:
    """English needs no notice; another language is named, and what can be expected is said."""
    assert language_notice("story.txt", "en") is None
    assert "in Japanese" in str(language_notice("story.txt", "ja"))
    assert "quotations" in str(language_notice("story.txt", None))


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Der Hund und Katze", "en", True),
        ("Der Hund und Katze", "tr", True),
        ("Der Hund und Katze", "ru", True),
        ("Der Hund und Katze", "de", False),
        ("Der Hund", "en", False),
        ("Der Hund", "ru", False),
        ("House of the cards", "ru", True),
        ("House of cards", "hr", False),
        ("Дом", "en", True),
        ("Дом", "ru", False),
    ],
)
def test_a_short_text_in_another_language(text: str, code: str, expected: bool) -> None:
    """Two common words more of another language than of the one given tell a text apart, also where nothing is known of that; its letters alone do."""
    assert is_another_language(text, code) is expected
