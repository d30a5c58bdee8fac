from __future__ import annotations

import pytest

from summarize.briefing import Change
from summarize.rendering.briefing import phrases, to_html, to_markdown
from summarize.rendering.briefing.mail import to_mail
from summarize.rendering.briefing.sources import BriefingSources

from . import samples
from .articles import at


@pytest.mark.parametrize(
    ("value", "fields", "expected"),
    [
        ("120", {"bound": "about"}, "about 120"),
        ("120", {"unit": "NOK"}, "120 NOK"),
        ("120", {"unit": "%", "bound": "most"}, "at most 120%"),
        ("120", {}, "120"),
    ],
)
def test_number(value: str, fields: dict[str, str], expected: str) -> None:
    """A figure is printed as the article prints it, with its bound, and its unit where the number stands alone."""
    line = "About 120 people were in the building for a concert."
    assert phrases.number(samples.figure(1, line, value, "people", **fields)) == expected


def test_number_as_printed() -> None:
    """What the article prints is not touched."""
    figure = samples.figure(1, "About 120 people were in the building for a concert.", "120", "people", unit="%")
    assert phrases.number(figure.model_copy(update={"value": "12 % more"})) == "12 % more"


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        ("24 November", "2026-11-24", None),
        ("on 24 November", "2026-11-24", None),
        ("Thursday night", "2026-11-19", "Thursday night"),
    ],
)
def test_said(words: str, start: str, expected: str | None) -> None:
    """The article's words for a date are given unless they are the date."""
    moment = samples.moment(1, words, start, None)
    assert moment.evidence == (at(1, words),)
    assert phrases.said(moment) == expected


def test_skipped() -> None:
    """How many sources were left out stands above, their reasons with the method."""
    briefing = samples.full()
    assert phrases.skipped(briefing) == ["3 sources left out, see below"]
    assert phrases.skipped(briefing.model_copy(update={"skipped": ()})) == []


def test_one_word_for_what_is_left_out() -> None:
    """What is left out is called so in every form, as on stderr and in the documentation, and not "skipped" in one of them."""
    briefing = samples.full()
    forms = (to_markdown(briefing), to_html(briefing), to_mail(briefing))
    for words in (form.partition("\n---\n")[2] if form.startswith("---") else form for form in forms):
        assert "skipped" not in words.casefold()
        assert "Left out: " in words


def test_cost() -> None:
    """A price that is not known is not called nothing; a run without a model costs nothing."""
    briefing = samples.full()
    unknown = briefing.made.model_copy(update={"cost_usd": None})
    assert phrases.cost(briefing) == "$0.0031"
    assert phrases.cost(briefing.model_copy(update={"made": unknown})) == "cost unknown"
    assert phrases.cost(samples.empty()) == "$0"


def test_index_has_evidence() -> None:
    """The index cites what its stories cite for the name."""
    briefing = samples.full()
    assert phrases.evidence_of(briefing.index[0], briefing) == (at(1, "Ada Lund, mayor of Hamnøy"),)
    # What is told beside the name is cited first, where nobody's role is that.
    told = briefing.index[0].model_copy(update={"role": "mayor of Ham"})
    assert phrases.evidence_of(told, briefing)[0] == at(1, "Ada Lund, mayor of Ham")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("https://news.tidings.example/1", "Quay Gazette (news.tidings.example)"),
        ("https://quaygazette.example/1", "Quay Gazette"),
        ("quay.html", "Quay Gazette"),
    ],
)
def test_a_name_that_does_not_fit_its_host(source: str, shown: str) -> None:
    """Behind a name that the host it was fetched from does not bear out stands that host."""
    briefing = samples.full()
    first = briefing.articles[0].model_copy(update={"source": source, "publisher": "Quay Gazette"})
    sources = BriefingSources(briefing.model_copy(update={"articles": (first, *briefing.articles[1:])}))
    assert sources.outlet(1) == shown


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("One", "three"), "dead: one → three"),
        (("£38m", "£47m"), "dead: £38m → £47m"),
        (("Twenty-four", "US$4"), "dead: twenty-four → US$4"),
    ],
)
def test_values_of_a_change(values: tuple[str, str], said: str) -> None:
    """A number in words that opened its sentence stands without its capital; a sum stays as printed."""
    assert phrases.about(Change(kind="updated", about="dead", values=values)) == said
