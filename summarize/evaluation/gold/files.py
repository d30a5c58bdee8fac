"""Gold files: YAML for people, JSON for programs, one for each article.

YAML is read by the core schema of version 1.2: a date is a string and `no` is a word, whatever version 1.1 made of them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from summarize import reading
from summarize.article import Article
from summarize.errors import ArticleError, UsageError, in_words
from summarize.evaluation.gold.labels import Gold

ENDINGS = (".yaml", ".yml", ".json")
SCHEMA_LINE = "# yaml-language-server: $schema={schema}\n"
_MAX_BYTES = 5_000_000
_DEEPEST = 30
"""Levels of a gold file; labels have six."""
_WIDEST_LIST = 100
_LINE_ENDS = re.compile("[\x85\u2028\u2029\ufeff]")
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SafeDumper: Any = yaml.SafeDumper  # the C one takes no indents


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Reads null, true, false and numbers as JSON does; anything else is a string."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way


for _tag, _form, _first in (
    ("null", r"null|~|", [*"n~", ""]),
    ("bool", r"true|false", [*"tf"]),
    ("int", r"-?(?:0|[1-9]\d*)", [*"-0123456789"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), _first)


@dataclass(frozen=True, slots=False)
class GoldFile:
    """A gold file as read."""

    path: Path
    gold: Gold
    source: str
    """Its text."""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def article_path(self) -> Path:
        """Where the article is."""
        return self.path.parent / self.gold.article

    def article(self) -> Article:
        """The article, read as any other.

        Raises:
            ArticleError: it cannot be read, or has another text than the one that was labelled.
        """
        article = reading.read(str(self.article_path), self.gold.given.published).article
        if self.gold.id is not None and article.id != self.gold.id:
            raise ArticleError(
                f"{self.article_path} is not the text that {self.path.name} labels: check the labels and correct its id "
                f"with `evals check --fix`"
            )
        return article.model_copy(update={"source": self.article_path.name})

    @cached_property
    def digest(self) -> str:
        """`sha256:` over the labels, whatever the file's form."""
        content = self.gold.model_dump_json(
            exclude_unset=True, exclude={"notes", "labelled_by", "tags", "held_out", "reviewed"}
        )
        return "sha256:" + hashlib.sha256(content.encode()).hexdigest()

    def line(self, label: str) -> int:
        """The line of a label such as `quotes[2].speaker`, from 1; that of the nearest label around it if it has none of its own."""
        return line_of(label, self._lines)

    @cached_property
    def _lines(self) -> dict[str, int]:
        return lines(self.source)


def lines(source: str) -> dict[str, int]:
    """The line of each label in a gold file's text, from 1; empty if the text is no YAML (JSON may hold escapes that YAML does not know)."""
    try:
        return dict(_walk(nodes(source), ""))
    except (yaml.YAMLError, RecursionError):
        return {}


def line_of(label: str, of_labels: dict[str, int]) -> int:
    """The line of a label, or of the nearest label around it that has one."""
    while label and label not in of_labels:
        label = _parent(label)
    return of_labels.get(label, 1)


def nodes(source: str) -> Any:
    """The nodes of a YAML text, with where they stand.

    Raises:
        yaml.YAMLError: it is no YAML, gives a key twice (the first would be lost without a word), or has an alias (a few can stand for
            gigabytes), or is nested deeper than any gold.
    """
    _refuse_deep_nesting(source)
    root = _Loader(source).get_single_node()
    seen: set[int] = set()
    left = [root] if root is not None else []
    while left:
        node = left.pop()
        if id(node) in seen:
            raise yaml.MarkedYAMLError(problem="aliases are not taken", problem_mark=node.start_mark)
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                if key.value in keys if isinstance(key, yaml.ScalarNode) else True:
                    what = f"{key.value} is given twice" if isinstance(key, yaml.ScalarNode) else "a key is no word"
                    raise yaml.MarkedYAMLError(problem=what, problem_mark=key.start_mark)
                keys.add(key.value)
                left += [key, value]
        elif isinstance(node, yaml.SequenceNode):
            left += node.value
    return root


def _refuse_deep_nesting(source: str) -> None:
    """Refuse what is nested too deep: composing it would overflow the stack of the C parser, which no exception reports."""
    depth = 0
    for event in yaml.parse(source, Loader=_SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="it is nested too deep", problem_mark=mark)


def parse(source: str) -> Any:
    """What a YAML text says. Errors as of `nodes`."""
    root = nodes(source)
    return None if root is None else _Loader("").construct_document(root)


def _parent(label: str) -> str:
    return label[: max(label.rfind("."), label.rfind("["), 0)]


def _walk(node: Any, path: str) -> Iterator[tuple[str, int]]:
    if node is None:
        return
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = f"{path}.{key.value}" if path else str(key.value)
            yield from _walk(value, inner)
            yield inner, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _walk(value, f"{path}[{number}]")


def read_gold(path: Path) -> GoldFile:
    """A gold file.

    Raises:
        UsageError: it cannot be read, or is no gold file; says where.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{path} is too large for a gold file")
        source = path.read_text(encoding="utf-8")
        content = _json(source) if path.suffix == ".json" else parse(source)
        return GoldFile(path, Gold.model_validate(content), source)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not a gold file: {_reason(error)}") from error


def _json(source: str) -> Any:
    """What a JSON text says.

    Raises:
        ValueError: it is no JSON, or gives a key twice.
    """

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) < len(pairs):
            raise ValueError("a key is given twice")
        return content

    return json.loads(source.removeprefix("\ufeff"), object_pairs_hook=once)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        return f"{place}: {in_words(first)}{more}" if place else f"{in_words(first)}{more}"
    return " ".join(str(error).split()) or type(error).__name__


def gold_paths(folder: Path) -> list[Path]:
    """The gold files of a folder, by name; a file stands for itself.

    Raises:
        UsageError: there is none, or two have the same name.
    """
    if folder.is_file():
        return [folder]
    paths = sorted(path for path in folder.glob("*") if path.suffix in ENDINGS and not path.name.startswith("."))
    if not paths:
        raise UsageError(f"{folder} holds no gold file (.yaml or .json)")
    stems: dict[str, Path] = {}
    for path in paths:
        if path.stem in stems:
            raise UsageError(f"{stems[path.stem]} and {path} have the same name")
        stems[path.stem] = path
    return paths


def set_digest(files: list[GoldFile], texts: dict[str, str]) -> str:
    """`sha256:` over a set of gold: every file's name, labels and article."""
    lines = sorted(f"{file.name} {file.digest} {texts.get(file.name, '')}" for file in files)
    return "sha256:" + hashlib.sha256("\n".join(lines).encode()).hexdigest()


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """Writes blocks, and texts on one line each."""

    def increase_indent(self, flow: Any = False, indentless: Any = False) -> Any:
        del indentless
        return super().increase_indent(flow, False)


def _list(dumper: Any, values: list[Any]) -> Any:
    """A short list of texts on one line."""
    short = all(isinstance(value, str) for value in values) and sum(len(value) + 4 for value in values) < _WIDEST_LIST
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


def _text(dumper: Any, value: str) -> Any:
    """A text; one with line ends that only YAML knows in double quotation marks, since PyYAML would write them as they are and read spaces."""
    style = '"' if _LINE_ENDS.search(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(str, _text)


def gold_text(gold: Gold, schema: str | None = None) -> str:
    """A gold file's text in YAML, with a line that tells editors its schema."""
    head = SCHEMA_LINE.format(schema=schema) if schema else ""
    return head + as_yaml(content_of(gold))


def content_of(gold: Gold) -> dict[str, Any]:
    """What a gold file says, in plain values: what was not given is left out, and a fact without more is its list of alternatives."""
    content = gold.model_dump(exclude_unset=True, mode="json")
    for field in ("what", "background"):
        if content.get(field):
            content[field] = [fact["any"] if set(fact) == {"any"} else fact for fact in content[field]]
    return content


def as_yaml(content: dict[str, Any]) -> str:
    """Plain values in YAML, as gold files have it."""
    return str(
        yaml.dump(
            content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=False
        )
    )


def schema_reference(folder: Path, schemas: Path) -> str:
    """The path of the gold schema as a file in `folder` has to give it."""
    return Path(os.path.relpath(schemas / "gold.schema.json", folder)).as_posix()
