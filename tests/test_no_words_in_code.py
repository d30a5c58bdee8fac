"""The words of a language stand in its tables, and not in the code that reads articles."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from summarize.briefing import Slot
from summarize.card import Card
from summarize.findings import Precision
from summarize.languages.loader import document
from summarize.languages.packs import FOLDER

ROOT = Path(__file__).parent.parent / "summarize"
PACKAGES = ("text", "evidence", "layout", "engines/extractive", "rules")
READING_PACKAGES = ("stories", "grounding")
"""These tell their readers why something is refused: only what they read articles with is looked at."""
FUNCTION_WORDS = frozenset(
    "the an and or but of in on at to for from by with as that this these those it its he she they we you his her their is are was were be been "
    "has have had will would can could may might must not no who which what when where while after before since until if because although".split()
)
NAMES = frozenset({*Card.model_fields, *get_args(Precision), *get_args(Slot)})
"""Fields of a card, precisions of a date and kinds of articles: what the code calls them."""
WORD = re.compile(r"[A-Za-z]{2,}")
EXCEPTIONS = frozenset(
    # Kinds, verdicts and facts: values of the program's own fields, or names that tables share with the code.
    "proved aside speech fragment words person place organisation group name pronoun description title label role body text names article english day time year "
    "before after whole within none said people first third share measure "
    # A category of Unicode.
    "cn "
    # What the NLP model calls things: parts of speech and relations; and the code of the language.
    "agent cd en jj nn model flat event product thing unnamed near group country cues prep conj dep pass root md in to acl advcl advmod amod appos aux case cc compound det dobj mark npadvmod relcl "
    # What it calls the parts of a tokenizer.
    "search match faster "
    # Kinds of figures.
    "count money duration date "
    # What an attribution is.
    "denied denial planned found alleged believed expected doubt contrast restriction absence attribution free "
    "mixed close www meta month agency known evidence labels subject not points back reported "
    "told states located credit address residence bound past future caption housed ongoing death telling obituary scene earlier local "
    # Where the rules of speakers take a speaker from.
    "behind announced according nominal clause answer above later led speaker begun headed asked "
    # Parts of a text.
    "paragraph heading "
    # How a rule of speakers, of names or of days is called, and keys of its table.
    "following opening word message who deeds opener office colon relay kind "
    # Units of time, a tense, a key of a table.
    "week weekend fortnight quarter decade open alone "
    # Names of groups, of kinds of bounds and of files, in the stories.
    "ayes number least most common articles run el "
    # What a change of a story is about.
    "plan moved withdrawn "
    # What stands around a date or a place.
    "ahead relative court "
    # Where in an article a row of slots looks.
    "unquoted "
    # A kind of anchor, a category of Unicode, and what a card calls who takes part.
    "storm cs participant "
    # Parts of a moment, zones as standards write them, kinds of holidays as their library calls them, and attributes.
    "hour minute second seconds minutes gmt utc public government us national easter starts ends lows "
    # A scheme, categories of Unicode, and an ending of hosts that nobody can register.
    "javascript cf co test".split()
)
"""Words that stand in the code for what they name there, and not for what they mean in an article."""


@cache
def words_of_tables() -> frozenset[str]:
    """Every word of two letters or more in the lists and expressions of the English tables, their examples apart."""
    found: set[str] = set()
    for path in set(FOLDER.glob("en/*.toml")) - {FOLDER / "en" / "nlp_model.toml"}:  # files of a model, and no words
        for key, value in _strings(document(f"en/{path.name}")):
            if key not in {"id", "verdict", "examples", "counter_examples", "when", "kind", "example", "lost"}:
                found.update(word.lower() for word in WORD.findall(re.sub(r"\\[a-zA-Z]|\(\?[a-zP]+[:)<]", " ", value)))
    return frozenset(found | FUNCTION_WORDS)


def _strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from _strings(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held, key)


_TELLING = re.compile(r"reason_text|RuleReason(?:\.of)?|_note\w*|note_\w+")
"""Calls whose arguments are told to a reader who asks why, and not read with: they are no more than messages of errors are."""


def _literals(tree: ast.Module, among: set[int] | None) -> Iterator[tuple[int, str]]:
    """The string literals of a module with their lines: no docstrings, no messages of errors and assertions, no reasons, no annotations, no keys.

    Only those `among` these nodes, if any are given.
    """
    left_out: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(id(node.value))
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Assert) and node.msg is not None):
            left_out.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.AnnAssign):
            left_out.update(id(inner) for inner in ast.walk(node.annotation))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {
            "v.words",
            "words",
            "word_lists",
        }:  # the key of a list
            left_out.update(id(inner) for inner in node.args)
        elif isinstance(node, ast.Call) and _TELLING.fullmatch(ast.unparse(node.func)):  # what `--explain` shows
            left_out.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.Dict):  # names of facts; what they are the names of is looked at
            left_out.update(id(key) for key in node.keys)
        elif isinstance(node, ast.Subscript):  # a group of a match, a kind of a Literal
            left_out.update(id(inner) for inner in ast.walk(node.slice))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            left_out.update(id(inner) for inner in ast.walk(node.value))
    for node in ast.walk(tree):
        is_wanted = id(node) not in left_out and (among is None or id(node) in among)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_wanted:
            yield node.lineno, node.value


_READ_BY = frozenset("split startswith endswith removeprefix removesuffix".split())


def _tells(value: ast.expr) -> bool:
    """True for values of a class: they are for the program's own readers."""
    calls = (node.func for node in ast.walk(value) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id[0].isupper() for called in calls)


def _reading(tree: ast.Module) -> Iterator[ast.AST]:
    """The parts of a module that articles are read with, and not what it tells its own readers: expressions, sets, what is compared, constants."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Set, ast.Compare)):
            yield node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in _READ_BY or (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
                yield node
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            is_constant = isinstance(target, ast.Name) and target.id.isupper()
            if is_constant and node.value is not None and not _tells(node.value):
                yield node.value


def words_in(source: str, *, told: bool = True) -> Iterator[tuple[int, str]]:
    """The words of the tables that stand in the string literals of a module, with their lines.

    Without `told`, only in those that articles are read with: other packages tell their readers why something is refused.
    """
    tree = ast.parse(source)
    read = {id(inner) for part in _reading(tree) for inner in ast.walk(part)}
    for line, value in _literals(tree, read if not told else None):
        if not told and value in NAMES:
            continue
        bare = re.sub(r"\\[a-zA-Z]|\(\?P<\w+>|\(\?[a-z]+[:)]|\[[^\]]*\]|en/\w+\.toml", " ", value)
        for word in WORD.findall(bare):
            if word.lower() in words_of_tables() and word.lower() not in EXCEPTIONS:
                yield line, word


def modules(packages: Iterable[str]) -> list[Path]:
    """The modules of some packages."""
    return [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(READING_PACKAGES), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_words_that_articles_are_read_with(path: Path) -> None:
    """No expression, set or constant of the stories and of grounding, and nothing that they compare with, is a word of English prose."""
    assert list(words_in(path.read_text(encoding="utf-8"), told=False)) == []


@pytest.mark.parametrize("path", modules(PACKAGES), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_words_in_code(path: Path) -> None:
    """No string literal of the text layer, the finders, the layout, the rules or the built-in engine is a word of English prose."""
    assert list(words_in(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source", ['x = {"minister"}', 'x = re.compile(r"\\bwrote\\s")', 'x = "by and by"', 'f = f"{a} of {b}"']
)
def test_words_are_found(source: str) -> None:
    """A word in a set, an expression, a text or a formatted text is found."""
    assert list(words_in(source))


@pytest.mark.parametrize(
    "source",
    [
        'x = re.search(r"\\bwrote\\s", y)',
        'if x in {"minister"}: pass',
        'x == "minister"',
        '_X = "minister"',
        'x.endswith("minister")',
    ],
)
def test_words_that_articles_are_read_with(source: str) -> None:
    """A word in an expression, a set, a comparison or a constant is found; one that is told to a reader is none."""
    assert list(words_in(source, told=False))
    assert not list(words_in('note = f"the minister of {x}"', told=False))


@pytest.mark.parametrize(
    "source",
    ['"""The minister said."""', 'raise ValueError("the minister said")', 'x = r"\\s[a-z]+"', 'x: "minister" = 1'],
)
def test_what_is_no_word_of_prose(source: str) -> None:
    """A docstring, the message of an error, an expression without words and an annotation are none."""
    assert not list(words_in(source))
