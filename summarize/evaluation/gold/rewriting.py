"""A gold file written anew with other labels: what did not change keeps its lines, comments included.

A comment goes with the label below it. One inside of a label that changed is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

import yaml
from pydantic import ValidationError

from summarize.evaluation.gold.files import content_of, gold_text, nodes, parse, written
from summarize.evaluation.gold.labels import Gold

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
    for key in _ordered(list(keys), list(wanted)):
        chunk = chunks.get(key, _Chunk())
        if key in keys and before.get(key) == wanted[key]:
            yield str(chunk)
        elif key in keys and isinstance(wanted[key], list):
            yield chunk.around(_list(key, chunk.body, keys[key], values[key], before[key], wanted[key]))
        else:
            yield chunk.around(written({key: wanted[key]}))


def _ordered(there: Sequence[str], wanted: Sequence[str]) -> list[str]:
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
        return written({key: wanted})
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
            texts.append(chunk.around(written({key: [item]}).split("\n", 1)[1]))
    return "".join(texts)


def _hashable(items: Sequence[Any]) -> list[str]:
    return [json.dumps(item, sort_keys=True) for item in items]


def _chunks(lines: Sequence[str], starts: Sequence[int], *, indent: int) -> list[_Chunk]:
    """The lines of each start up to the next."""
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
