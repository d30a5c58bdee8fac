from __future__ import annotations

import re
from importlib import resources

import pytest

from summarize.evaluation.labelling.server import _PAGES
from tests.rendering.test_html import contrast

PAGE = resources.files("summarize.evaluation.labelling").joinpath("page")


def colors(scheme: int) -> dict[str, str]:
    """The colours in light (0) or dark (1): those of the card's page, and those of this one."""
    sheets = [resources.files("summarize.rendering").joinpath("page.css"), PAGE.joinpath("label.css")]
    blocks = [re.findall(r":root \{(.*?)\}", sheet.read_text(encoding="utf-8"), re.DOTALL)[scheme] for sheet in sheets]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", "".join(blocks)))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """Text stands out from what it stands on by at least 4.5 to 1, and a line that tells a field by at least 3 to 1 (WCAG AA)."""
    color = colors(scheme)
    grounds = [("ink", ground) for ground in ("quotes", "not", "kept", "page", "sheet", "accent-wash")]
    warnings = [(ink, ground) for ink in ("absent", "loose", "warn", "soft") for ground in ("sheet", "page")]
    for ink, ground in [*grounds, *warnings, ("lit-ink", "lit"), ("sheet", "ink"), ("sheet", "accent")]:
        assert contrast(color[ink], color[ground]) >= 4.5, (ink, ground)
    for line in ("who", "where", "when", "what", "background"):
        for ground in ("sheet", "quotes", "not"):
            assert contrast(color[line], color[ground]) >= 3, (line, ground)


def test_parts_of_the_page() -> None:
    """Every script and style sheet is served, and every script that another imports; each page is the frame with a body of its own."""
    files = {one.name for one in PAGE.iterdir()}
    loaded = {name for page in _PAGES.values() for name in ("dom.js", *page.scripts, *page.styles)}
    assert {"frame.html", *(page.body for page in _PAGES.values()), *(loaded - {"card.css"})} == files
    for page in _PAGES.values():
        assert all(page.find_asset(name) is not None for name in ("dom.js", *page.scripts, *page.styles))
        assert page.find_asset("frame.html") is None
        assert b"$" not in page.html()
    for name in files:
        imported = re.findall(r'from "\./([\w.]+)"', PAGE.joinpath(name).read_text(encoding="utf-8"))
        assert set(imported) <= files


def test_no_markup_from_text() -> None:
    """No script makes markup of a string."""
    for one in PAGE.iterdir():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", one.read_text("utf-8")
        )
