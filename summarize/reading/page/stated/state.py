"""The article in the state that a page hands to its scripts (`__NEXT_DATA__`, `window.__INITIAL_STATE__ = {…}`, `window.queries.push({…})`), where nothing else holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from summarize.reading.page.alike import alike
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.stated.jsonld import Node, nodes_of
from summarize.reading.page.stated.structured import long_text
from summarize.reading.page.words import SENTENCE, pattern

_BEGINS = re.compile(r"(?:\A|[\w$\"'\]]\s?=|\.push\()\s{0,9}(?=[{\[])")
_MAX_VALUES = 20
"""Values of one script that are looked at."""
_TITLES = ("headline", "title", "headlines", "webTitle", "name")
_DATES = ("datePublished", "publishedAt", "published", "publishDate", "first_publish_date", "display_date", "publicationDate", "published_at", "date")  # fmt: skip
_BODIES = ("articleBody", "bodyHtml", "contentHtml", "body", "content_elements", "content", "contents", "html", "text", "paragraphs", "blocks", "elements", "components", "modules")  # fmt: skip
_BESIDE = pattern("beside_a_text")
_MIN_LENGTH = 400
"""Characters of a text that is an article."""
_DEEPEST, _MAX_COUNT = 14, 4_000
"""How deep in an object its text may stand, and how many pieces of it are read."""


def facts_of(scripts: Sequence[str], titles: Sequence[str]) -> Facts | None:
    """What the state of a page's scripts says of the article with one of these titles; None if it holds no such article."""
    nodes = [found.node for found in nodes_of([value for text in scripts for value in _values(text)])]
    named = [
        (node, title) for node in nodes if (title := _title(node)) and any(alike(title, other) for other in titles)
    ]
    held = [(text, node, title) for node, title in named if len(text := _text(node)) >= _MIN_LENGTH]
    if not held:
        return None
    text, node, title = max(held, key=lambda each: len(each[0]))
    published = next((iso for key in _DATES if isinstance(node.get(key), str) and (iso := read_date(node[key]))), None)
    return Facts(layer="json-ld", title=title, published=published, text=text, is_article=True)


def _values(script: str) -> Iterator[Any]:
    """What a script is, or assigns, in JSON."""
    position = 0
    for _ in range(_MAX_VALUES):
        match = _BEGINS.search(script, position)
        if match is None:
            return
        position = match.end() + 1
        with suppress(ValueError, RecursionError):
            value, position = json.JSONDecoder(strict=False).raw_decode(script, match.end())
            yield value


def _title(node: Node) -> str:
    said = (node.get(key) for key in _TITLES)
    texts = (next(iter(value.values()), "") if isinstance(value, dict) else value for value in said)
    return next((text for text in texts if isinstance(text, str) and text), "")


def _text(node: Node) -> str:
    """The text of the field of a node that holds most, a line to a paragraph."""
    return max(("\n".join(_pieces(node[key], _DEEPEST)) for key in _BODIES if key in node), key=len, default="")


def _pieces(value: Any, depth: int) -> list[str]:
    """The prose in a value, in order: strings with sentences in them, wherever they stand but beside a text."""
    if isinstance(value, str):
        return [long_text(value)] if SENTENCE.search(value) else []
    if depth == 0 or not isinstance(value, dict | list):
        return []
    inner = value if isinstance(value, list) else [each for key, each in value.items() if not _BESIDE.search(key)]
    return [piece for each in inner[:_MAX_COUNT] for piece in _pieces(each, depth - 1)][:_MAX_COUNT]
