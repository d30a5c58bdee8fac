"""What can be mended in a gold file without a person: the article's id, and where words stand that stand in one place only.

Single values of the file's text are written or replaced; comments, order and layout stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from summarize.errors import ArticleError, UsageError
from summarize.evaluation.gold.check import read_article
from summarize.evaluation.gold.files import GoldFile, nodes, parse
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.gold.places import Ground
from summarize.files import write_whole


@dataclass(frozen=True, slots=True)
class Mend:
    """A value that should stand in the file."""

    label: str
    """Of the mapping that holds it; empty: the file."""
    key: str
    value: str | int
    after: str
    """The key that it comes after, where it is not there yet."""


def mend_file(file: GoldFile) -> list[str]:
    """Write what can be mended into the file; the labels it was done for. Empty: nothing was, and the file is untouched."""
    try:
        article = read_article(file)
    except (ArticleError, UsageError):
        return []
    mends = list(_mends(file.gold, Ground(article.text, file.gold.until), article.id))
    if not mends:
        return []
    raw = file.path.read_bytes().decode("utf-8")
    plain = file.source.removeprefix("\ufeff")
    text = _mended(plain, mends, is_json=file.path.suffix == ".json")
    if text is None:
        # One label in a layout that this does not know should not keep the others from being mended.
        mends = [one for one in mends if _mended(plain, [one], is_json=False) is not None]
        text = _mended(plain, mends, is_json=False) if mends else None
        if text is None:
            return []
    end = "\r\n" if "\r\n" in raw else "\n"
    write_whole(Path(file.path), ("\ufeff" if raw.startswith("\ufeff") else "") + text.replace("\n", end))
    return [f"{one.label}.{one.key}".removeprefix(".") for one in mends]


def _mends(gold: Gold, ground: Ground, article_id: str) -> Iterator[Mend]:
    if gold.id != article_id:
        yield Mend("", "id", article_id, after="article")
    for label, text, at, in_marks in _words(gold):
        place = ground.place(text, at, in_marks=in_marks)
        if place is not None and place != at:
            yield Mend(label, "at", place, after="text")


def _words(gold: Gold) -> Iterator[tuple[str, str, int | None, bool]]:
    """Label, text and place of all words of the article, and whether they stand in quotation marks."""
    for number, quote in enumerate(gold.quotes or ()):
        for position, words in enumerate(quote.parts):
            yield f"quotes[{number}].parts[{position}]", words.text, words.at, True
    for number, words in enumerate(gold.not_quotes or ()):
        yield f"not_quotes[{number}]", words.text, words.at, True
    for number, one in enumerate(gold.when or ()):
        if one.text:
            yield f"when[{number}]", one.text, one.at, False
    for field, facts in (("what", gold.what), ("background", gold.background)):
        for number, fact in enumerate(facts or ()):
            for position, words in enumerate(fact.evidence):
                yield f"{field}[{number}].evidence[{position}]", words.text, words.at, False


def _mended(source: str, mends: list[Mend], *, is_json: bool) -> str | None:
    """The text with the values in it; None if it then would not say what it should, in a layout that this does not know."""
    wanted = json.loads(source) if is_json else parse(source)
    for one in mends:
        _at(wanted, one.label)[one.key] = one.value
    try:
        text = _edited(source, mends, is_json=is_json)
        if parse(text) == wanted:
            return text
    except yaml.YAMLError:
        pass  # JSON with escapes that YAML does not know
    return json.dumps(wanted, ensure_ascii=False, indent=2) + "\n" if is_json else None


def _at(content: Any, label: str) -> Any:
    for part in label.replace("]", "").replace("[", ".").split("."):
        if part:
            content = content[int(part)] if isinstance(content, list) else content[part]
    return content


def _edited(source: str, mends: list[Mend], *, is_json: bool) -> str:
    root = nodes(source)
    edits = sorted(_edit(source, _node(root, one.label), one, is_json=is_json) for one in mends)
    for start, end, text in reversed(edits):
        source = source[:start] + text + source[end:]
    return source


def _node(node: Any, label: str) -> Any:
    for part in label.replace("]", "").replace("[", ".").split("."):
        if part:
            node = node.value[int(part)] if isinstance(node, yaml.SequenceNode) else _value(node, part)
    return node


def _value(node: Any, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _edit(source: str, node: Any, mend: Mend, *, is_json: bool) -> tuple[int, int, str]:
    """Which characters to replace by what."""
    written = json.dumps(mend.value) if is_json else str(mend.value)
    key = f'"{mend.key}"' if is_json else mend.key
    there = _value(node, mend.key)
    if there is not None:
        return there.start_mark.index, there.end_mark.index, written
    name, value = next((name, value) for name, value in node.value if name.value == mend.after)
    if node.flow_style:
        return value.end_mark.index, value.end_mark.index, f", {key}: {written}"
    indent = " " * name.start_mark.column
    if value.style in {"|", ">"}:  # where such a text ends is not where its node does
        return name.start_mark.index, name.start_mark.index, f"{key}: {written}\n{indent}"
    line_end = source.find("\n", value.end_mark.index)
    at = len(source) if line_end < 0 else line_end
    return at, at, f"\n{indent}{key}: {written}"
