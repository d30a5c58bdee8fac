from __future__ import annotations

import base64
import hashlib
import re
import time
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from summarize.article import Article, Evidence, Span
from summarize.card import Card, Who
from summarize.rendering import pages, safe, to_html
from tests.browser import NARROW, WIDE, browser, page_at  # noqa: F401 - the fixture

from . import cards, varied
from .test_safe import DENSE_TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CARDS = [cards.ordinary(), cards.hostile(), cards.bare()]
TAGS = {
    *("html", "head", "meta", "title", "style", "noscript", "body", "main", "section", "header", "footer", "article"),
    *("h1", "h2", "p", "ul", "li", "div", "span", "strong", "em", "q", "blockquote", "a", "mark", "bdi"),
    *("details", "summary", "button", "script"),
}
DIRECTED = set("h1 h2 h3 h4 p li blockquote q strong figcaption".split())
ATTRIBUTES = {
    *(
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "title",
        "href",
        "rel",
        "type",
        "hidden",
        "dir",
    ),
    *("tabindex", "aria-label", "data-e", "data-n"),
}


class Page(HTMLParser):
    """What a browser would make of a page: its elements, its links, its ids and the text of its article."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inside: list[str] = []
        self.content: dict[str, list[str]] = {"style": [], "script": []}
        self.paragraphs: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"meta", "link", "input"}:
            self.inside.append(tag)
        if tag == "p" and "article" in self.inside and "data-n" in names:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in self.content:
            self.content[self.inside[-1]].append(data)
        if "article" in self.inside and "p" in self.inside and self.paragraphs:
            self.paragraphs[-1] += data

    def all(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def checked_text(page: str) -> str:
    """The page, in which nothing hides or acts, and all that holds text has a direction."""
    assert safe.plain(page) == page
    for tag, attributes in Page(page).elements:
        assert tag not in DIRECTED or attributes["dir"] == "auto"
    return page


def check(card: Card) -> Page:
    page = Page(checked_text(to_html(card)))
    assert {tag for tag, _ in page.elements} <= TAGS
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    link = safe.web_link(card.article.source)
    assert [href for href in page.all("href") if not href.startswith("#e-")] == ([link[0]] if link else [])
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    return page


def sha256(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@pytest.mark.parametrize("card", CARDS)
def test_only_our_own_elements(card: Card) -> None:
    """Nothing of the article's becomes an element, an attribute or a link; elements are balanced, ids unique."""
    check(card)


@settings(deadline=None, max_examples=80)
@given(DENSE_TEXT.filter(bool))
def test_any_text(payload: str) -> None:
    """No text in any field becomes markup."""
    check(cards.hostile(payload, payload))


@pytest.mark.parametrize("card", CARDS)
def test_policy(card: Card) -> None:
    """The policy allows exactly the style and the script that stand in the page, and nothing else from anywhere."""
    page = check(card)
    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    (script,) = page.content["script"]
    assert rules.pop("script-src") == sha256(script)
    styles = page.content["style"] + [""] * (2 - len(page.content["style"]))
    assert rules.pop("style-src") == " ".join(map(sha256, styles))
    assert not rules
    assert [a["content"] for _, a in page.elements if a.get("name") == "referrer"] == ["no-referrer"]


def test_article_is_whole() -> None:
    """The article beside the card is all of its paragraphs, word for word."""
    card = cards.ordinary()
    assert check(card).paragraphs == card.article.text.strip().split("\n\n")


def test_every_item_leads_to_its_evidence() -> None:
    """Each reference leads to an id in the article, and each item's evidence is exactly the marks that carry its name."""
    card = cards.ordinary()
    page = check(card)
    assert {href[1:] for href in page.all("href") if href.startswith("#")} == set(page.all("id"))
    named = {key for tag, a in page.elements if tag == "mark" for key in a["data-e"].split()}
    assert named == {f"{part.start}-{part.end}" for item in card.items() for part in item.evidence}


def test_language() -> None:
    """The page says which language it is in; a value that is no language tag is not passed on."""
    assert '<html lang="en">' in to_html(cards.hostile())
    article = cards.bare().article.model_copy(update={"language": "nb"})
    assert '<html lang="nb">' in to_html(cards.bare().model_copy(update={"article": article}))


def test_own_words_say_their_language() -> None:
    """Where labels are in another language than the article, they say so; where they are in the same, nothing needs to."""
    assert ' lang="en"' not in to_html(cards.ordinary()).replace('<html lang="en">', "")
    german = to_html(varied.in_language("de"))
    assert '<html lang="de">' in german
    assert '<h2 dir="auto">Wer</h2>' in german
    assert '<h2 dir="auto" lang="fr">Qui</h2>' in to_html(varied.in_language("de"), "fr")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@pytest.mark.parametrize("code", ["ar", "he"])
def test_a_page_from_right_to_left(browser: Browser, tmp_path: Path, code: str, size: tuple[int, int]) -> None:  # noqa: F811
    """A card of an Arabic or a Hebrew article runs from right to left, offsets and Latin names in place, and scrolls nowhere sideways."""
    card = varied.right_to_left(code)
    tmp_path.joinpath("card.html").write_text(to_html(card), encoding="utf-8")
    with page_at(browser, tmp_path.joinpath("card.html").as_uri(), size=size) as shown:
        assert shown.evaluate("document.documentElement.dir") == "rtl"
        assert shown.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        edges = "each => { const all = document.createRange(); all.selectNodeContents(each); return all.getBoundingClientRect().right; }"
        right = shown.locator(".card > section > h2").first.evaluate(edges)
        for line in shown.locator(".card > section > h2, .card .item > .line, .card blockquote").all():
            assert abs(line.evaluate(edges) - right) < 40
        for name in shown.locator(".who strong, .quotes .line strong").all():
            assert name.evaluate("each => getComputedStyle(each).unicodeBidi") == "isolate"
        place = card.quotes[0].evidence[0]
        marks = shown.locator(f'mark[data-e~="{place.start}-{place.end}"]').all_text_contents()
        assert "".join(marks) == place.text
        if size == WIDE:
            article, beside = shown.locator(".article").bounding_box(), shown.locator(".card").bounding_box()
            assert article is not None
            assert beside is not None
            assert article["x"] < beside["x"]


def test_assets_cannot_end_their_element() -> None:
    """Content that would close its own element is refused, since the policy's digest would no longer describe it."""
    with pytest.raises(ValueError, match="end its script element"):
        pages.page("card.html.j2", style="", script="'</script>'")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2."""

    def luminance(color: str) -> float:
        digits = color.lstrip("#")
        channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    """Every text colour stands out from what it stands on by at least 4.5 to 1 (WCAG AA), in light and dark."""
    css = resources.files("summarize.rendering").joinpath("page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    color = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))
    pairs = [(ink, ground) for ink in ("ink", "soft", "accent", "warn") for ground in ("sheet", "accent-wash")]
    for ink, ground in [*pairs, ("sheet", "accent"), ("lit-ink", "lit")]:
        assert contrast(color[ink], color[ground]) >= 4.5, (ink, ground)


def test_a_long_article_in_little_time() -> None:
    """A megabyte with 3,000 overlapping pieces of evidence makes a page in seconds, not minutes."""
    text = "The harbour council met again that night. " * 24_000
    article = Article(id="x", source="-", text=text)
    spans = [Span(start=at * 300, end=at * 300 + 700) for at in range(3000)]
    evidence: list[Evidence] = [article.evidence(span) for span in spans]
    who = tuple(Who(name="Council", kind="group", mentions=1, evidence=(one,)) for one in evidence)
    card = cards.bare().model_copy(update={"article": article, "what": (), "who": who})
    begun = time.process_time()
    page = to_html(card)
    assert time.process_time() - begun < 10
    assert page.count("<mark") > 5000
