"""What the program itself says on cards and briefings, in other languages than English."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from summarize.article import Evidence
from summarize.card import Correction
from summarize.errors import ConfigurationError, SummarizeError
from summarize.languages import packs
from summarize.languages.labels import Labels, counted_noun, has_labels, in_language, plural_forms
from summarize.languages.loader import TableError, load
from summarize.outputs import output_in
from summarize.rendering import render, words
from summarize.rendering.corrections import correction
from summarize.rendering.labels import counted, direction, label, labels_in, language, listed, marked, number
from tests.rendering import cards, varied

ROOT = Path(__file__).parents[2]
LABELLED = sorted(path.parent.name for path in packs.FOLDER.glob("*/labels.toml"))
WORDS, NOUNS = {"label", "noted"}, {"counted", "noted_noun"}


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts that an argument can be: one, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _in_code() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "summarize" / "rendering").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
                place = 1 if name == "counted" else 0
                if name in WORDS | NOUNS and len(call.args) > place:
                    yield from ((str(name), text) for text in _constants(call.args[place]))


def _in_templates() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "templates").rglob("*.j2"):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            name = getattr(call.node, "attr", None) or getattr(call.node, "name", None)
            place = 1 if name == "counted" else 0
            if name in WORDS | NOUNS and len(call.args) > place:
                for each in [call.args[place], *call.args[place].find_all(nodes.Const)]:
                    if isinstance(each, nodes.Const) and isinstance(each.value, str):
                        yield str(name), each.value


SHOWN = {*_in_code(), *_in_templates()}
ENGLISH = {text for name, text in SHOWN if name in WORDS}
ENGLISH_NOUNS = {text for name, text in SHOWN if name in NOUNS}


def _braces(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("code", LABELLED)
def test_every_label_is_in_every_language_that_has_any(code: str) -> None:
    """A table has a row for each label of the code and the templates, and none for what nothing shows."""
    table = load(Labels, f"{code}/labels.toml")
    assert (ENGLISH - table.labels.keys(), table.labels.keys() - ENGLISH) == (set(), set())
    assert (ENGLISH_NOUNS - table.counted.keys(), table.counted.keys() - ENGLISH_NOUNS) == (set(), set())


@pytest.mark.parametrize("code", LABELLED)
def test_what_is_filled_in_is_filled_in_everywhere(code: str) -> None:
    """A row has the braces of its English, nouns as many forms as the language, and no row is empty."""
    table = load(Labels, f"{code}/labels.toml")
    wrong = [english for english, row in table.labels.items() if _braces(row) != _braces(english) or not row.strip()]
    assert wrong == []
    assert [
        each for each in table.counted for count in range(3) if not counted_noun(each, count, "", code).strip()
    ] == []


@pytest.mark.parametrize("code", LABELLED)
def test_titles_stand_beside_their_sections(code: str) -> None:
    """A title of a section fits the column that a terminal has for it."""
    titles = [section.heading for section in words.SECTIONS] + ["Corrected", "Refused"]
    assert [in_language(title, code) for title in titles if len(in_language(title, code)) > 11] == []


@pytest.mark.parametrize("code", LABELLED)
@pytest.mark.parametrize("form", ["markdown", "terminal"])
def test_a_card_is_known_for_one_in_every_language(code: str, form: str) -> None:
    """What was written with other labels is recognised as a card, so that it is not read as an article."""
    for card in (cards.ordinary(), cards.bare()):
        assert output_in(render(card, form, language=code).encode()) is not None


def test_the_article_chooses_the_labels_unless_somebody_does() -> None:
    """Labels are in the language asked for, else in the article's, and in English where nobody has written them in it."""
    german = varied.in_language("de")
    assert "## Hintergrund" in render(german, "markdown")
    assert "## Contexte" in render(german, "markdown", language="fr-CA")
    assert "## Background" in render(german, "markdown", language="en")
    assert "## Background" in render(varied.in_language("zh"), "markdown")
    assert "## Hintergrund" in render(german, "markdown", language="zh")
    assert "## Hintergrund" in render(german, "markdown", language="..")


def test_json_has_no_labels() -> None:
    """JSON is the same whatever the labels' language is."""
    card = varied.in_language("de")
    assert render(card, "json", language="fr") == render(card, "json")


def test_a_card_says_what_is_read_of_its_language() -> None:
    """The foot of a card tells the level of the article's language, and of English nothing."""
    assert "basics of its language" in render(varied.in_language("pl"), "markdown")
    assert "Grundlagen der Sprache" in render(varied.in_language("de"), "markdown")
    assert "no rules of its language" in render(varied.in_language("fi"), "markdown")
    assert "of its language" not in render(varied.in_language("en"), "markdown")


@pytest.mark.parametrize(
    ("code", "start", "end", "shown"),
    [
        ("de", "2025-11-26", None, "26. November 2025"),
        ("es", "2025-11-26", "2025-11-28", "26–28 de noviembre de 2025"),
        ("fr", "2025-11", None, "novembre 2025"),
        ("fr", "2025-Q3", None, "T3 2025"),
        ("it", "2025", "2026", "2025–2026"),
        ("da", "2025-11-26T14:05+01:00", None, "26. november 2025, 14.05 (UTC+01:00)"),
        ("nl", "2025-11-26T14:05Z", "2025-11-26T16:00Z", "26 november 2025, 14:05–16:00 UTC"),
        ("de", "2025-11", "2025-11-28", "November 2025 – 28. November 2025"),
        ("de", None, None, "offen"),
        ("de", "2025-02-30", None, "2025-02-30"),
        ("de", "soon", None, "soon"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    code: str, start: str | None, end: str | None, shown: str
) -> None:
    """Dates follow CLDR; what is no day of the calendar stays as it was."""
    with labels_in(code):
        assert words.date(start, end) == shown


def test_numbers_and_nouns_follow_the_language() -> None:
    """Numbers have the language's marks, nouns the form for their number, lists its word for "and"."""
    with labels_in("de"):
        assert (number(1204), number(2.5, 1), counted(1, "mention"), counted(1204, "mention")) == (
            "1.204", "2,5", "1 Erwähnung", "1.204 Erwähnungen",
        )  # fmt: skip
        assert (listed(["A", "B", "C"]), marked("Ja")) == ("A, B und C", "„Ja“")
    with labels_in("fr"):
        assert counted(0, "mention") == "0 mention"
    assert (number(1204), counted(2, "story", "stories"), listed(["A", "B", "C"]), marked("Yes")) == (
        "1,204", "2 stories", "A, B and C", "“Yes”",
    )  # fmt: skip


@pytest.mark.parametrize("count", [11, 19, 99, 111])
def test_arabic_counts_eleven_to_ninety_nine_in_the_accusative(count: int) -> None:
    """A masculine noun behind 11 to 99 ends in the alif of the accusative; one in tāʾ marbūṭa shows none."""
    with labels_in("ar"):
        assert [counted(count, each).split(" ", 1)[1] for each in ("span", "independent source", "character", "card")] == [
            "موضعا", "مصدرا مستقلا", "حرفا", "بطاقة",
        ]  # fmt: skip


def test_a_form_that_says_its_number_stands_alone() -> None:
    """The Arabic dual means two by itself; other forms stand behind their number."""
    with labels_in("ar"):
        assert (counted(2, "quotation"), counted(3, "quotation")) == ("اقتباسان", f"{number(3)} اقتباسات")


def test_a_correction_is_told_in_the_language() -> None:
    """Values before and after a correction are shown as a card shows them: marks, kinds and dates in the labels' language."""

    def told(**values: Any) -> str:
        return correction(Correction(by="C", at="2026-03-03T09:30:00Z", **values))

    kind = {"field": "who", "item": 1, "part": "kind", "before": "person", "after": "organisation"}
    start = {"field": "when", "item": 1, "part": "start", "before": "2026-03-01", "after": "2026-03-02/2026-03-04"}
    words_of = Evidence(start=0, end=10, text="Wir prüfen")
    quotation = {"field": "quotes", "item": 2, "part": "item", "before": "x", "after": None, "evidence": (words_of,)}
    with labels_in("de"):
        assert "Art: Organisation (vorher: Person)" in told(**kind)
        assert ": 2.–4. März 2026 (vorher: 1. März 2026)" in told(**start)
        assert "(vorher: „Wir prüfen“)" in told(**quotation)
    with labels_in("fr"):
        assert "\u00a0: 2–4 mars 2026" in told(**start)
        assert ", nature\u00a0: organisation" in told(**kind)
    assert ", date: 2–4 March 2026 (was: 1 March 2026)" in told(**start)


def test_whose_word_it_is_is_said_in_the_language() -> None:
    """A text that does not say whose word it is has that behind it, in the labels' language."""
    card = varied.attributed("denied")
    assert ", which " in render(card, "markdown")
    assert "(bestritten: " in render(card, "markdown", language="de")


def test_labels_end_with_the_form() -> None:
    """The language holds for one form, also where it fails, and one within another."""
    with labels_in("de"):
        with pytest.raises(SummarizeError), labels_in("fr"):
            raise SummarizeError("on purpose")
        assert language() == "de"
    assert language() == "en"


def test_a_row_that_is_missing_is_an_error() -> None:
    """Nothing is left in English in silence: the message names the table and the words."""
    with labels_in("de"), pytest.raises(TableError, match=r"de/labels\.toml: labels: there is no row for 'Never said'"):
        label("Never said")


def test_a_row_that_a_package_lacks_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that a package brings without a row is a fault of configuration, and names the package."""
    monkeypatch.setattr("summarize.languages.loader.brought_by", lambda _: "words-of-german 1.0")
    with (
        labels_in("de"),
        pytest.raises(ConfigurationError, match=r"words-of-german 1\.0: de/labels\.toml: labels: there is no row"),
    ):
        label("Never said")


def test_languages_know_their_direction_and_their_plurals() -> None:
    """Direction and plural forms come from CLDR."""
    assert [direction(tag) for tag in ("ar", "he-IL", "fa", "de", "en", None, "..")] == [
        "rtl", "rtl", "rtl", "ltr", "ltr", "ltr", "ltr",
    ]  # fmt: skip
    assert (plural_forms("de"), plural_forms("ja"), plural_forms("pl")) == (
        ("one", "other"),
        ("other",),
        ("one", "few", "many"),
    )
    assert (has_labels("en"), has_labels("de"), has_labels("zh")) == (True, True, False)
