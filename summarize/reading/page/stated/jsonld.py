"""JSON-LD blocks to nodes, forgiving what pages get wrong.

Read as they stand first. What is no JSON is mended, in this order, and tried again after each step: comment and CDATA wrappers and a
closing semicolon go; entities become characters if no quotation mark is there without them; commas before a closing bracket go;
backslashes before what JSON does not escape are doubled. If all of that fails, the few fields that a card needs are read off by their names.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]

_WRAPPER = re.compile(
    r"\A\s*(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?|<!--)|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?|-->|;)\s*\Z"
)
_COMMA = re.compile(r",(?=\s*[}\]])")
_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})")
_FIELD = re.compile(
    r"\"(headline|datePublished|dateModified|dateCreated|description|articleSection|inLanguage|isAccessibleForFree)\"\s*:\s*\"((?:[^\"\\\n]|\\.){1,600})\""
)
_TYPE = re.compile(r"\"@type\"\s*:\s*\"(\w{0,30}(?:Article|Posting))\"")
_NAMED = re.compile(r"\"@type\"\s*:\s*\"(Person|\w{0,20}Organization)\"\s*,\s*\"name\"\s*:\s*\"([^\"\n]{1,120})\"")
_MENDED_AT_MOST = 300_000
_DEEPEST = 12
_MAX_NODES = 5_000
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node and where it stood."""

    node: Node
    path: tuple[str, ...]
    """The keys that led to it, the outermost first."""


def read_blocks(texts: tuple[str, ...]) -> list[Any]:
    """The values of JSON-LD blocks, in order. What cannot be read at all is left out."""
    values: list[Any] = []
    for text in texts:
        values.extend(_read_values(text))
    return values


def nodes_of(values: list[Any]) -> list[FoundNode]:
    """All nodes in the values, the outer before the inner, each with the keys that lead to it."""
    found: list[FoundNode] = []
    waiting: deque[tuple[Any, tuple[str, ...]]] = deque((value, ()) for value in values)
    while waiting and len(found) < _MAX_NODES:
        value, path = waiting.popleft()
        if isinstance(value, list):
            waiting.extend((item, path) for item in value[:_MAX_NODES])
        elif isinstance(value, dict):
            found.append(FoundNode(value, path))
            if len(path) < _DEEPEST:
                waiting.extend((inner, (*path, key)) for key, inner in value.items() if isinstance(inner, dict | list))
    return found


def _read_values(text: str) -> list[Any]:
    for attempt in _attempts(text):
        try:
            return list(_values(attempt))
        except (ValueError, RecursionError):
            continue
    return _scrape_fields(text)


def _values(text: str) -> Iterator[Any]:
    """One value after another; pages put several into one block."""
    position = 0
    while True:
        while position < len(text) and (text[position].isspace() or text[position] in ",;\ufeff"):
            position += 1
        if position >= len(text):
            return
        value, position = _DECODER.raw_decode(text, position)
        yield value


def _attempts(text: str) -> Iterator[str]:
    yield text
    if len(text) > _MENDED_AT_MOST:
        return
    steps: tuple[Callable[[str], str], ...] = (
        _without_wrappers,
        lambda text: html.unescape(text) if '"' not in text else text,
        lambda text: _COMMA.sub("", text),
        lambda text: _ESCAPE.sub(lambda match: "\\\\" + match.group()[1:], text),
    )
    for step in steps:
        mended = step(text)
        if mended != text:
            text = mended
            yield text


def _without_wrappers(text: str) -> str:
    for _ in range(4):
        text = _WRAPPER.sub("", text)
    return text


def _scrape_fields(text: str) -> list[Any]:
    kind = _TYPE.search(text[:_MENDED_AT_MOST])
    if kind is None:
        return []
    node: Node = {"@type": kind[1]}
    for name, value in _FIELD.findall(text[:_MENDED_AT_MOST]):
        node.setdefault(name, value)
    for who, name in _NAMED.findall(text[:_MENDED_AT_MOST]):
        node.setdefault("author" if who == "Person" else "publisher", []).append({"@type": who, "name": name})
    return [node]
