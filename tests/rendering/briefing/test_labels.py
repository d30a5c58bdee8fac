"""Briefings in other languages than English."""

from __future__ import annotations

import re
from email import message_from_string
from email.policy import default
from typing import get_args

import pytest

from summarize.briefing import Briefing, Length
from summarize.languages.labels import in_language
from summarize.outputs import output_in
from summarize.rendering.briefing import Form, render_briefing, to_json
from summarize.rendering.briefing.mail import to_message
from summarize.rendering.labels import direction
from tests.rendering.test_labels import LABELLED

from . import samples

TITLES = ("Top lines", "Stories", "Diary", "Sources", "Where the articles differ", "Method and warnings")
"""What stands in the sample in every form but the calendar."""


def in_one_language(code: str | None) -> Briefing:
    """The sample, all of whose articles are said to be in a language."""
    briefing = samples.full("long")
    return briefing.model_copy(
        update={"articles": tuple(each.model_copy(update={"language": code}) for each in briefing.articles)}
    )


@pytest.mark.parametrize("code", LABELLED)
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_titles_are_in_the_language(form: Form, code: str) -> None:
    """Each title stands in the briefing in the language asked for, and in no other; it is still known for a briefing."""
    shown = render_briefing(samples.full("long"), form, language=code)
    english = render_briefing(samples.full("long"), form)
    for title in TITLES:
        assert title in english
        assert in_language(title, code).replace("'", "&#x27;") in shown
        if in_language(title, code) != title:
            assert f">{title}<" not in shown
            assert f"## {title}\n" not in shown
    assert output_in(shown.encode()) == output_in(english.encode()) is not None


@pytest.mark.parametrize("length", ["short", "all"])
@pytest.mark.parametrize("form", ["markdown", "html", "eml"])
def test_a_colon_is_written_as_the_language_writes_it(form: Form, length: Length) -> None:
    """French has a space before a colon, also where no other label holds it: nothing ends in a bare one but the sample's own words."""
    shown = _words(samples.full(length), form)
    assert re.search("\\s:", shown)
    assert set(re.findall(r"(\w+):(?:\*\*)?\s", shown)) <= {"Hamnøy", "concert", "date"}
    assert "0.66" not in shown


def _words(briefing: Briefing, form: Form) -> str:
    """What a reader sees of a briefing in French: without front matter, styles, tags and the targets of links."""
    shown = render_briefing(briefing, form, language="fr")
    if form == "eml":
        body = message_from_string(shown, policy=default).get_body(("plain",))
        assert body is not None
        return str(body.get_content())
    if form == "html":
        return re.sub(r"<head>.*?</head>|<script.*?</script>|<[^>]*>", "", shown, flags=re.DOTALL)
    return re.sub(r"\n\[[^\n]*", "", shown.split("\n---\n", 1)[1])


@pytest.mark.parametrize("form", get_args(Form))
def test_every_form_can_be_made_in_every_language(form: Form) -> None:
    """No form asks for words that a table lacks, of a full day or an empty one, whatever its length."""
    for code in LABELLED:
        for briefing in (samples.full("all"), samples.full("short"), samples.empty()):
            assert render_briefing(briefing, form, language=code)


def test_the_articles_choose_the_labels_unless_somebody_does() -> None:
    """Labels are in the language of all articles; in English where they are in several, or one does not say."""
    german = in_one_language("de")
    assert "## Termine" in render_briefing(german, "markdown")
    assert '<html lang="de">' in render_briefing(german, "html")
    assert "## Agenda" in render_briefing(german, "markdown", language="es")
    mixed = german.model_copy(update={"articles": (*german.articles[1:], in_one_language("fr").articles[0])})
    assert "## Diary" in render_briefing(mixed, "markdown")
    assert "## Diary" in render_briefing(in_one_language(None), "markdown")


def test_both_parts_of_a_mail_are_in_the_language() -> None:
    """A mail's subject, text and HTML are labelled alike; a name that somebody gave the briefing stays."""
    unnamed = samples.full("long").model_copy(update={"title": "Daily briefing"})
    message = to_message(unnamed, "fr")
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        assert part is not None
        assert "synthèse du jour" in part.get_content().lower()
        assert "agenda" in part.get_content().lower()
    assert message["Subject"].startswith("Synthèse du jour, 20 novembre 2026")
    assert to_message(samples.full("long"), "fr")["Subject"].startswith("Coast desk, 20 novembre 2026")


def test_json_has_no_labels() -> None:
    """JSON is the same whatever the labels' language is."""
    assert render_briefing(samples.full(), "json", language="de") == to_json(samples.full())


def test_a_page_runs_as_its_words_do() -> None:
    """The direction of a page and a mail is that of its own words: English, where nobody has written them in Persian."""
    for form in ("html", "eml"):
        assert re.search(r'<[^>]+ dir="rtl"', render_briefing(samples.full(), form, language="ar").replace("=3D", "="))
        farsi = render_briefing(samples.full(), form, language="fa").replace("=3D", "=")
        assert not re.search(r'<[^>]+ dir="rtl"', farsi)
    assert direction("fa") == "rtl"
