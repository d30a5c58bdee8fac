"""A checked text in its four forms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from summarize.article import Article, Evidence, article_id
from summarize.checking.check import Checked, CheckedAttribution
from summarize.rendering.checked import Form, Result, render_checked
from tests.browser import browser, page_at  # noqa: F401 - the fixture

TEXT = "Eva Brandt <script>alert(1)</script> closed the bridge. She said *so*.\x1b[31m"


def result(verdict: str = "stands", text: str = TEXT, source: str = "one.txt") -> Result:
    """One sentence held against a hostile article."""
    article = Article(id=article_id(text), source=source, language="en", text=text)
    checked = Checked.model_validate(
        {
            "text": text,
            "verdict": verdict,
            "reason": None if verdict == "stands" else "its evidence says <b>otherwise</b>",
            "evidence": (Evidence(start=0, end=len(text), text=text),),
            "attribution": CheckedAttribution(source="Eva Brandt", kind="said", cue="said")
            if verdict == "stands"
            else None,
        }
    )
    return checked, article


ALL = [result(verdict) for verdict in ("stands", "in part", "not shown", "contradicted", "cannot tell")]


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_terminal_shows_each_verdict_with_its_words(width: int) -> None:
    """No line is wider than the terminal, every verdict stands in words as well as in a sign, and controls of the article are gone."""
    shown = render_checked(ALL, "terminal", width=width)
    assert all(len(line) <= width for line in shown.splitlines()[:-1])
    assert "\x1b" not in shown
    for checked, _ in ALL:
        assert re.search(rf"^\S+ {checked.verdict}$", shown, re.MULTILINE)
    assert "in the article it is Eva Brandt's word (said)" in " ".join(shown.split())
    assert shown.splitlines()[-1] == "1 stand · 1 in part · 1 not shown · 1 contradicted · 1 cannot tell"


def test_colour_is_only_for_those_who_asked() -> None:
    """Colour adds styles and changes no word."""
    plain, colored = (render_checked(ALL, "terminal", color=color) for color in (False, True))
    assert "\x1b[32m" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_several_sources_are_named() -> None:
    """With one source its name would be noise; with two each passage says where it stands, also if all stand in one."""
    forms: tuple[Form, ...] = ("terminal", "markdown")
    for form in forms:
        assert "one.txt" not in render_checked(ALL, form)
        assert render_checked(ALL, form, several=True).count("one.txt") == len(ALL)


def test_markdown_is_no_markup_of_the_article() -> None:
    """Signs of Markdown and HTML in the text are shown, not obeyed."""
    shown = render_checked(ALL, "markdown")
    assert "<script>" not in shown
    assert "\\*so\\*" in shown


def test_json_is_the_checked_sentences() -> None:
    """Each row is a `Checked` with its source."""
    rows = json.loads(render_checked(ALL, "json"))
    assert [row.pop("source") for row in rows] == ["one.txt"] * len(ALL)
    assert [Checked.model_validate(row) for row in rows] == [checked for checked, _ in ALL]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_shows_the_sentences_beside_their_passages(
    browser: Browser,  # noqa: F811 - the fixture
    scheme: Literal["light", "dark"],
    width: int,
    tmp_path: Path,
) -> None:
    """The page runs nothing of the article, does not scroll sideways, and marks what the sentences rest on."""
    path = tmp_path / "checked.html"
    path.write_text(render_checked(ALL, "html"), encoding="utf-8")
    with page_at(browser, path.as_uri(), size=(width, 900), scheme=scheme) as page:
        assert page.locator("script:has-text('alert')").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for checked, _ in ALL:
            assert page.locator(f"strong.verdict:has-text('{checked.verdict}')").first.is_visible()
        assert page.locator("mark").count() > 0
