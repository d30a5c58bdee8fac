"""Changes to a gold file that leave its other lines as they are.

What can be mended without a person are the article's id, and where words stand that stand in one place only. Single values of the file's text are written or replaced; comments, order and layout stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from summarize.errors import ArticleError, UsageError
from summarize.evaluation.gold.check import read_article
from summarize.evaluation.gold.files import GoldFile, as_yaml, content_of, gold_text, nodes, parse
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
    text = _apply_mends(plain, mends, is_json=file.path.suffix == ".json")
    if text is None:
        # One label in a layout that this does not know should not keep the others from being mended.
        mends = [one for one in mends if _apply_mends(plain, [one], is_json=False) is not None]
        text = _apply_mends(plain, mends, is_json=False) if mends else None
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


def _apply_mends(source: str, mends: list[Mend], *, is_json: bool) -> str | None:
    """The text with the values in it; None if it then would not say what it should, in a layout that this does not know."""
    wanted = json.loads(source) if is_json else parse(source)
    for one in mends:
        _at(wanted, one.label)[one.key] = one.value
    try:
        text = _apply_edits(source, mends, is_json=is_json)
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


def _apply_edits(source: str, mends: list[Mend], *, is_json: bool) -> str:
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


_INDENT: Final = 2
"""Of the items of a list, as `written` has them."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The lines of a key, or of an item of a list."""

    lead: str = ""
    """Comment lines directly above."""
    body: str = ""
    tail: str = ""
    """Comments and empty lines below that belong to nothing else."""

    def __str__(self) -> str:
        return self.lead + self.body + self.tail

    def around(self, text: str) -> str:
        """The same with other lines."""
        return self.lead + text + self.tail


def rewritten(source: str, gold: Gold, schema: str | None = None) -> str:
    """The text of a gold file with the labels of `gold`.

    Args:
        source: the file as it is; empty, or in a form that this does not know: it is written from scratch.
        gold: what it should say.
        schema: where its schema is, for a file written from scratch.
    """
    wanted = content_of(gold)
    try:
        text = "".join(_keys(source, content_of(Gold.model_validate(parse(source))), wanted))
        if content_of(Gold.model_validate(parse(text))) == wanted:
            return text
    except (yaml.YAMLError, ValidationError, IndexError):  # the last: line ends that YAML counts and Python does not
        pass
    return gold_text(gold, schema)


def _keys(source: str, before: dict[str, Any], wanted: dict[str, Any]) -> Iterator[str]:
    root = nodes(source)
    if root.flow_style:
        return
    lines = (source if source.endswith("\n") else source + "\n").splitlines(keepends=True)
    keys = {key.value: key.start_mark.line for key, _ in root.value}
    values = {key.value: value for key, value in root.value}
    chunks = dict(zip(keys, _chunks(lines, list(keys.values()), indent=0), strict=True))
    yield "".join(lines[: min(keys.values())]).removesuffix(next(iter(chunks.values())).lead)
    for key in _ordered_keys(list(keys), list(wanted)):
        chunk = chunks.get(key, _Chunk())
        if key in keys and before.get(key) == wanted[key]:
            yield str(chunk)
        elif key in keys and isinstance(wanted[key], list):
            yield chunk.around(_list(key, chunk.body, keys[key], values[key], before[key], wanted[key]))
        else:
            yield chunk.around(as_yaml({key: wanted[key]}))


def _ordered_keys(there: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The wanted keys: those that are there in their order, each new one before those that it comes before in the schema."""
    order = list(Gold.model_fields)
    keys = [key for key in there if key in wanted]
    for key in sorted(set(wanted) - set(there), key=order.index):
        after = next((at for at, other in enumerate(keys) if order.index(other) > order.index(key)), len(keys))
        keys.insert(after, key)
    return keys


def _list(key: str, body: str, line: int, node: Any, before: Any, wanted: list[Any]) -> str:  # noqa: PLR0913, PLR0917 - one place
    """A list, of which the items that stay keep their lines; `body` begins at `line` of the file."""
    if node.flow_style or not before or not wanted or node.start_mark.column != _INDENT:
        return as_yaml({key: wanted})
    lines = body.splitlines(keepends=True)
    starts = [item.start_mark.line - line for item in node.value]
    chunks = _chunks(lines, starts, indent=_INDENT)
    texts = ["".join(lines[: starts[0]]).removesuffix(chunks[0].lead)]
    matcher = SequenceMatcher(None, _hashable(before), _hashable(wanted), autojunk=False)
    for how, low, high, first, last in matcher.get_opcodes():
        if how == "equal":
            texts += map(str, chunks[low:high])
        for number, item in enumerate(wanted[first:last] if how != "equal" else (), low):
            chunk = chunks[number] if number < high else _Chunk()
            texts.append(chunk.around(as_yaml({key: [item]}).split("\n", 1)[1]))
    return "".join(texts)


def _hashable(items: Sequence[Any]) -> list[str]:
    return [json.dumps(item, sort_keys=True) for item in items]


def _chunks(lines: Sequence[str], starts: Sequence[int], *, indent: int) -> list[_Chunk]:
    chunks = []
    end = len(lines)
    for start in reversed(starts):
        first, last = start, end
        while first and lines[first - 1].startswith(" " * indent + "#"):
            first -= 1
        while last - 1 > start and _is_comment(lines[last - 1], indent):
            last -= 1
        chunks.append(_Chunk("".join(lines[first:start]), "".join(lines[start:last]), "".join(lines[last:end])))
        end = first
    return chunks[::-1]


def _is_comment(line: str, indent: int) -> bool:
    words = line.lstrip(" ")
    return not words.strip() or (words.startswith("#") and len(line) - len(words) <= indent)
