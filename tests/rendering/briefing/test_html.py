from __future__ import annotations

import base64
import hashlib
import re
import time
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import example, given, settings

from summarize.briefing import Briefing
from summarize.briefing.briefing import Length
from summarize.rendering import safe
from summarize.rendering.briefing import to_html
from summarize.rendering.briefing.html import AROUND, window
from summarize.rendering.briefing.sources import address
from tests.rendering.cards import HOSTILE
from tests.rendering.test_html import Page, checked_text, contrast
from tests.rendering.test_safe import DENSE_TEXT

from . import samples
from .articles import FIRE, at
from .hostile import hostile
from .many import large

TAGS = {
    *"html head meta title style body script header nav main section article div details summary footer".split(),
    *"h1 h2 h3 h4 h5 p ul ol li span strong em q mark a figure blockquote figcaption".split(),
}
ATTRIBUTES = {
    *"lang charset http-equiv content name class id href rel hidden dir tabindex value role".split(),
    *("aria-label", "aria-labelledby", "data-read"),
}


def check(briefing: Briefing) -> Page:
    addresses = {address(article) for article in briefing.articles}
    page = Page(checked_text(to_html(briefing)))
    assert {tag for tag, _ in page.elements} <= TAGS
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    for href in page.all("href"):
        if href.startswith("#"):
            assert href[1:] in ids
        else:
            assert href.partition(":~:")[0].rstrip("#") in addresses
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    return page


def headings(page: Page) -> list[str]:
    return [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]


@pytest.mark.parametrize("length", ["short", "standard", "long"])
def test_only_our_own_elements(length: Length) -> None:
    """Links lead to the articles or to an id of the page, ids are unique, elements balanced, and no heading skips a level."""
    page = check(samples.full(length))
    levels = [int(tag[1]) for tag in headings(page)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


HARMLESS = headings(Page(to_html(hostile("word"))))


@settings(max_examples=40)
@given(DENSE_TEXT.filter(bool))
@example(HOSTILE)
@example("</script></style><b>")
def test_any_text(payload: str) -> None:
    """No text in any field becomes an element, an attribute or a link."""
    assert headings(check(hostile(payload))) == HARMLESS
    assert safe.html(safe.visible(payload)) in to_html(hostile(payload))


def test_policy() -> None:
    """The policy allows exactly the style and the script that stand in the page, and nothing else from anywhere."""
    page = check(samples.empty())
    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]

    def digest(name: str) -> str:
        (content,) = page.content[name]
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    assert dict(rule.split(" ", 1) for rule in policy.split("; ")) == {
        "default-src": "'none'",
        "style-src": digest("style"),
        "script-src": digest("script"),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """Every text colour stands out from what it stands on by at least 4.5 to 1 (WCAG AA), in light and dark."""
    css = resources.files("summarize.rendering.briefing").joinpath("briefing.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    color = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "accent", "warn") for ground in ("page", "sheet")]
    for ink, ground in [*pairs, ("lit-ink", "lit"), ("soft", "accent-wash"), ("ink", "accent-wash")]:
        assert contrast(color[ink], color[ground]) >= 4.5, (ink, ground)


def test_window() -> None:
    """The words around a citation are those of its paragraph, cut between words; of a long citation, both ends are shown."""
    shown = window(FIRE, at(1, "The fire began in a workshop"))
    assert shown.before == ""
    assert shown.after.endswith("…")
    assert shown.after.startswith(" on the first floor")
    assert len(shown.after) <= AROUND + 1
    text = "word " * 1000
    whole = at(1, "Forty-one").model_copy(update={"start": 0, "end": len(text), "text": text})
    assert window(text, whole).left_out == len(text) - 1200
    assert len(window(text, whole).words) < 1300


def test_each_passage_once() -> None:
    """Every passage that a mark leads to stands in the list of sources, once, under its article."""
    page = check(samples.full("long"))
    marks = {href[1:] for href in page.all("href") if re.match(r"#c\d", href)}
    assert marks == {name for name in page.all("id") if re.match(r"c\d", name)}
    assert all(article.text not in to_html(samples.full("long")) for article in samples.full().articles)


def test_many_stories() -> None:
    """Three hundred stories told in full make a page of a few megabytes in seconds."""
    briefing = large()
    begun = time.process_time()
    page = to_html(briefing)
    assert time.process_time() - begun < 15
    assert len(page) < 6_000_000
    assert page.count('class="story"') == 300
