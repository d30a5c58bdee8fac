"""One pass over a page's characters before it is parsed: what no reader sees is cut out, so that its bulk costs nothing.

The pass follows the rules by which browsers tell tags, comments and raw text apart (https://html.spec.whatwg.org/#tokenization), in
time that grows with the length alone, whatever is left open. What it leaves is parsed; nothing is decided here but size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.errors import ArticleError

MAX_TAGS = 150_000
MAX_ATTRIBUTES = 400_000
_MAX_OF_A_TAG = 200
"""Attributes that one tag may have: the parser's time grows with their square."""
_LONG_TAG = 2_000
_MAX_DATA = 2_000_000
"""Characters of JSON-LD that are read of one page."""

_MARKUP = re.compile(r"<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]{0,80}))")
# Possessive throughout: no character is ever looked at twice.
_ATTRIBUTE = re.compile(
    r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
_ATTRIBUTES = re.compile(rf"(?P<held>(?:{_ATTRIBUTE.pattern})*+)[\s/]*+(?:>|\Z)")
_LD_TYPE = re.compile(r"\btype\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_STATE = re.compile(r"\A\s*+[{\[]|(?:[\w$\"'\]]\s?=|\.push\()\s{0,9}[{\[]")
_STREAMED = re.compile(r"\$R[A-Z]\((?=\"[BP]:|\"S:\w{1,20}\",\"P:)(?:\"[BP]:\w{1,20}\",)?\"(S:\w{1,20})\"")
# What stands in these is never markup; browsers that run scripts take <noscript> for raw text too.
_RAW = frozenset({"script", "style", "noscript", "iframe", "noembed", "noframes", "textarea", "xmp"})
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


@dataclass(frozen=True, slots=True)
class Scan:
    """What is left of a page, and the raw texts that tell about it."""

    markup: str
    data: tuple[str, ...]
    """The texts of its JSON-LD blocks, in order."""
    styles: tuple[str, ...]
    """The texts of its style sheets, in order, but for those within templates."""
    scripts: int
    """How many scripts it has."""
    states: tuple[str, ...] = ()
    """The texts of the scripts that may hold the page's state, in order."""
    streamed: frozenset[str] = frozenset()
    """The ids of the parts that its scripts put in their place, as React streams them (`$RC("B:0","S:0")`, `$RS("S:1","P:1")`)."""


def scan(page: str, name: str) -> Scan:
    """Cut comments, scripts, styles and other raw text out of a page.

    Raises:
        ArticleError: the page holds more markup than an article has.
    """
    page = page.replace("\0", "")
    kept: list[str] = []
    data: list[str] = []
    styles: list[str] = []
    states: list[str] = []
    streamed: set[str] = set()
    position = tags = attributes = scripts = templates = 0
    room = room_of_states = _MAX_DATA
    while (found := _MARKUP.search(page, position)) is not None:
        kept.append(page[position : found.start()])
        if found["comment"]:
            position = _comment_end(page, found.end())
            continue
        rest = _ATTRIBUTES.match(page, found.end())
        if rest is None:
            kept.append(found.group())
            position = found.end()
            continue
        tags += 1
        held = rest["held"]
        attributes += held.count("=")
        if tags > MAX_TAGS or attributes > MAX_ATTRIBUTES:
            raise ArticleError(
                f"{name} holds no article that could be told from its markup: more than {MAX_TAGS:,} tags or {MAX_ATTRIBUTES:,} attributes"
            )
        position = rest.end()
        tag = found["name"].lower()
        if tag in _RAW and not found["close"]:
            end = _RAW_END[tag].search(page, position)
            raw = page[position : end.start() if end else len(page)]
            position = end.start() if end else len(page)
            scripts += tag == "script"
            if tag == "script" and _LD_TYPE.search(held) and len(raw) <= room:
                data.append(raw)
                room -= len(raw)
            elif tag == "script":
                streamed.update(_STREAMED.findall(raw))
                if _STATE.search(raw) and len(raw) <= room_of_states:
                    states.append(raw)
                    room_of_states -= len(raw)
            elif tag == "style":
                # That of a shadow root holds for what stands in it: it stays there, and no markup can stand in it.
                (kept if templates else styles).append(f"<style>{raw.replace('<', ' ')}</style>" if templates else raw)
            closing = _ATTRIBUTES.match(page, end.end()) if end else None
            position = closing.end() if closing else position
            continue
        if tag == "template":
            templates = max(0, templates - 1) if found["close"] else templates + 1
        too_many = len(held) > _LONG_TAG and _count(held) > _MAX_OF_A_TAG
        kept.append(f"{found.group()}>" if too_many else page[found.start() : position])
    kept.append(page[position:])
    return Scan("".join(kept), tuple(data), tuple(styles), scripts, tuple(states), frozenset(streamed))


def _comment_end(page: str, position: int) -> int:
    """Where a comment that opened before `position` ends; an unclosed one runs to the end of the page."""
    if page.startswith((">", "->"), position):
        return page.index(">", position) + 1
    end = page.find("-->", position)
    return len(page) if end < 0 else end + 3


def _count(held: str) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(held))
