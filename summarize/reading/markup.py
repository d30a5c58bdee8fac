"""Markup off a text: what was left of it in a plain text, or all of it where the text is HTML. What tags hold is text; they are not."""

from __future__ import annotations

import re

from summarize.expressions import expression
from summarize.languages.tables import word_lists

_TAG_NAMES = (
    "a|abbr|article|aside|b|blockquote|br|button|caption|center|cite|code|div|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|label|li|link|main|meta|nav|ol|p|"
    "picture|pre|q|s|section|small|source|span|strong|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|u|ul|video"
)
_TAG = expression(rf"</?(?P<name>{_TAG_NAMES})(?:\s[^<>]{{0,600}})?/?>", re.IGNORECASE)
_ANY_TAG = expression(r"<[/!]?(?P<name>[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)(?:[\s/][^<>]*)?>")
# The content of these is no text either.
_HIDDEN = expression(r"<(?:(?P<name>script|style|noscript|template)\b[^<>]*>|!--)", re.IGNORECASE)
_ENTITY = expression(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|laquo|raquo|pound|euro);",
    re.IGNORECASE,
)
_LINK = expression(
    r"!?\[(?P<words>[^\[\]\n]{0,300})\]\((?P<target>[^()\s]{1,600}(?:\([^()\s]{0,200}\))?)(?:\s\"[^\"\n]{0,200}\")?\)"
)
_MIN_TAGS = 2


def strip(text: str) -> str:
    """`text` without tags, hidden elements and link targets, if it holds any; block tags become line ends.

    Two tags make a text marked up: a single "<b>" or "a < b" is left as it is, and so is anything that is no HTML tag.
    """
    if "](" in text:
        text = _LINK.sub(lambda match: "" if match.group().startswith("!") else match["words"], text)
    if "<" not in text or sum(1 for _, _ in zip(_TAG.finditer(text), range(_MIN_TAGS), strict=False)) < _MIN_TAGS:
        return text
    return _ENTITY.sub(lambda match: _unescape_html(match.group()), _TAG.sub(_in_place, _without_hidden(text)))


def _unescape_html(text: str) -> str:
    from html import unescape  # noqa: PLC0415 - two thousand names of characters, of which most texts have none

    return unescape(text)


def words_of_html(page: str) -> str:
    """The text of a piece of HTML: no tags, whatever they are called and however long, no hidden elements; block tags become line ends."""
    return _unescape_html(_ANY_TAG.sub(_in_place, _without_hidden(page)) if "<" in page else page)


def _in_place(tag: re.Match[str]) -> str:
    """What stands where a tag stood: nothing, or a line end."""
    name = tag["name"].lower()
    return "\n" if name == "br" or name in word_lists("pages.toml", "words")["blocks"] else ""


def _without_hidden(text: str) -> str:
    """`text` without scripts, styles and comments. An unclosed one is left as text, and its end is looked for once."""
    kept: list[str] = []
    position = 0
    lowered = text.lower()
    unclosed: set[str] = set()
    for match in _HIDDEN.finditer(text):
        name = (match["name"] or "").lower()
        if match.start() < position or name in unclosed:
            continue
        end = lowered.find(f"</{name}" if name else "-->", match.end())
        if end < 0:
            unclosed.add(name)
            continue
        kept.append(text[position : match.start()])
        stop = lowered.find(">", end)
        position = len(text) if stop < 0 else stop + 1
    return "".join((*kept, text[position:])) if kept or position else text
