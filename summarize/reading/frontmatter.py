"""Markdown articles: front matter to metadata, the rest to plain text.

Front matter is read as flat `key: value` lines with strings and lists of strings, which is all an article needs. It is no YAML
parser on purpose: aliases and tags of untrusted files are not followed.
"""

from __future__ import annotations

import re

from summarize.expressions import expression

_FENCE = expression(r"\A(?:---|\+\+\+)[ ]*\n")
_PAIR = expression(r"([A-Za-z_][\w -]{0,40}?)\s*:\s*(.*)")
_ITEM = expression(r"\s+-\s+(.*)|-\s+(.*)")

Metadata = dict[str, list[str]]


def split_metadata(text: str) -> tuple[Metadata, str]:
    """The front matter's values by lower-case key, and the text after it. No front matter: an empty dict and the whole text."""
    opening = _FENCE.match(text)
    if opening is None:
        return {}, text
    fence = opening.group().strip()
    closing = re.compile(rf"^{re.escape(fence)}[ ]*(?:\n|\Z)", re.MULTILINE).search(
        text, opening.end(), min(len(text), opening.end() + 20_000)
    )
    if closing is None:
        return {}, text
    block = text[opening.end() : closing.start()]
    values = _toml(block) if fence == "+++" else _pairs(block)
    return values, text[closing.end() :]


def _pairs(block: str) -> Metadata:
    values: Metadata = {}
    key = ""
    for line in block.splitlines():
        item = _ITEM.fullmatch(line)
        if item and key:
            values[key].append(_scalar(item[1] or item[2] or ""))
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None:
            continue
        key = pair[1].strip().lower()
        raw = pair[2].strip()
        if raw.startswith("[") and raw.endswith("]"):
            values[key] = [_scalar(part) for part in raw[1:-1].split(",") if part.strip()]
        else:
            values[key] = [_scalar(raw)] if _scalar(raw) else []
    return values


def _scalar(raw: str) -> str:
    raw = raw.strip()
    if len(raw) >= 2 and raw[0] == raw[-1] and raw[0] in "\"'":
        return raw[1:-1]
    return re.sub(r"\s#.*$", "", raw).strip()


def _toml(block: str) -> Metadata:
    import tomli  # noqa: PLC0415 - few articles have front matter, and fewer in TOML

    try:
        data = tomli.loads(block)
    except tomli.TOMLDecodeError:
        return {}
    return {
        key.lower(): [str(part) for part in value] if isinstance(value, list) else [str(value)]
        for key, value in data.items()
        if isinstance(value, list | str | int) or hasattr(value, "isoformat")
    }


def to_text(markdown: str) -> str:
    """The words of a Markdown text: headings, emphasis, links and images gone, paragraphs kept apart by blank lines."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    blocks: list[str] = []
    for token in MarkdownIt("commonmark", {"html": True}).parse(markdown):
        if token.type == "inline" and token.children is not None:
            words = "".join(
                child.content
                if child.type in {"text", "code_inline", "text_special"}
                else "\n"
                if child.type in {"softbreak", "hardbreak"}
                else ""
                for child in token.children
            )
            if words.strip():
                blocks.append(words)
        elif token.type in {"code_block", "fence"}:
            blocks.append(token.content.rstrip("\n"))
    return "\n\n".join(blocks)
