"""A checked text as one self-contained page: its sentences beside the sources, each leading to the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarize.article import Article
from summarize.checking.check import Checked
from summarize.rendering import safe
from summarize.rendering.checked.text import MARKS, reason_of, summary
from summarize.rendering.elements import Markup, element, inline_asset, joined, line, text
from summarize.rendering.html import asset, digest
from summarize.rendering.passage import Place, paragraph_number, paragraphs, segments

if TYPE_CHECKING:
    from summarize.rendering.checked import Result


def to_html(results: Sequence[Result]) -> str:
    """The page. It loads nothing, runs only its own script, and works without it."""
    style, script = asset("page.css"), asset("page.js")
    policy = f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text("Checked against its sources")),
        inline_asset("style", style),
    )
    articles = list({article.id: article for _, article in results}.values())
    items = [_item(checked, articles.index(article), article) for checked, article in results]
    card = element(
        "section",
        element(
            "header",
            element("h1", text("Checked against its sources")),
            element("p", text(summary(results)), class_="facts"),
        ),
        element("section", element("ul", *items), class_="what"),
        class_="card",
        aria_label="Checked text",
    )
    sources = [_source(number, article, results) for number, article in enumerate(articles)]
    back = element("button", text("Back to the text"), type="button", class_="back", hidden="")
    body = element("body", element("main", card, element("div", *sources)), back, inline_asset("script", script))
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _key(number: int, place: Place) -> str:
    return f"{number}-{place.key}"


def _item(checked: Checked, number: int, article: Article) -> Markup:
    ranges = paragraphs(article.text)
    places = [Place(part.start, part.end) for part in checked.evidence]
    links = [
        element(
            "a",
            text(f"¶{paragraph_number(ranges, place.start)}"),
            href=f"#e-{_key(number, place)}",
            title=f"characters {place.start}–{place.end}",
            aria_label=f"evidence: characters {place.start} to {place.end}",
        )
        for place in places
    ]
    reason = reason_of(checked)
    why = [element("p", line(reason), class_="context")] if reason else []
    verdict = element("strong", text(f"{MARKS[checked.verdict]} {checked.verdict}"), class_="verdict")
    head = element("div", verdict, element("span", *links, class_="refs"), class_="line")
    keys = " ".join(dict.fromkeys(_key(number, place) for place in places))
    return element("li", head, element("p", line(checked.text)), *why, class_="item", data_e=keys or None)


def _source(number: int, article: Article, results: Sequence[Result]) -> Markup:
    places = sorted(
        {Place(part.start, part.end) for checked, each in results if each.id == article.id for part in checked.evidence}
    )
    body: list[Markup] = []
    for count, paragraph in enumerate(segments(paragraphs(article.text), places), start=1):
        parts: list[Markup] = []
        for segment in paragraph:
            words = text(article.text[segment.start : segment.end])
            ids = [f"e-{_key(number, place)}" for place in segment.begins]
            parts.extend(element("span", id=name) for name in ids[1:])
            if segment.covered_by:
                keys = " ".join(_key(number, place) for place in segment.covered_by)
                parts.append(element("mark", words, id=ids[0] if ids else None, data_e=keys))
            else:
                parts.append(joined([*(element("span", id=name) for name in ids[:1]), words]))
        body.append(element("p", *parts, data_n=str(count)))
    title = [element("h2", line(article.title))] if article.title else []
    label = element(
        "p", text("Source: "), line(safe.one_line(article.source).rpartition("/")[2] or article.source), class_="label"
    )
    return element(
        "article",
        element("header", label, *title),
        element("div", *body, class_="text"),
        class_="article",
        tabindex="0",
    )
