"""A text as the checks read it: its words with what each hangs on, and whose word each is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from summarize.article import Article, article_id
from summarize.checking.plain import clauses, of_content
from summarize.evidence.attributions import Reported
from summarize.evidence.document import document_of
from summarize.evidence.find import Finder
from summarize.evidence.syntax import Syntax
from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.findings import Findings
from summarize.languages.tables import table

Range = tuple[int, int]

_CONTENT = ("NN", "VB", "JJ", "CD", "RB")
_EMPTY_RELATIONS = frozenset({"aux", "auxpass", "punct", "det", "case", "neg", "mark", "cc"})
_KEPT = 16
"""Texts that are kept read."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _stemmer() -> Any:
    return import_module("snowballstemmer").stemmer("english")  # only what is checked needs stems


@cache
def _irregular() -> dict[str, str]:
    """The forms of irregular verbs, each with the form that it is read as."""
    rows = (line.split() for line in str(table("en/irregular.toml")["verbs"]).strip().splitlines())
    return {form: row[0] for row in rows for form in row}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word in lower case, by which its forms are compared: "knew" and "known" are "know"."""
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    return str(_stemmer().stemWord(_irregular().get(bare, bare)))


def stems(words: str | None) -> set[str]:
    """The stems of the words of a text."""
    return {stem(word.lower()) for word in _WORD.findall(words or "")}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of content, with the tree in which it stands."""

    node: Node
    tree: Tree

    @property
    def stem(self) -> str:
        """Its stem."""
        return stem(self.node.low)


@dataclass(slots=True)
class Text:
    """A text that was read: findings, trees and attributions of the whole of it. Ranges are code points of `text`."""

    text: str
    findings: Findings
    reported: list[Reported]
    published: str | None = None
    """ISO date that its relative dates are counted from."""
    syntax: Syntax | None = None
    """The NLP model that read it."""
    words: list[Word] = field(default_factory=list)
    """Words of content in order: nouns, verbs, adjectives, adverbs and figures, no helpers and no words of reporting."""
    trees: list[Tree] = field(default_factory=list)

    def within(self, ranges: Sequence[Range]) -> list[Word]:
        """The words of content in some half-open ranges."""
        return [word for word in self.words if any(low <= word.node.start < high for low, high in ranges)]

    def cues(self) -> Iterator[Word]:
        """The verbs of reporting, which are not among the words of content."""
        ranges = [one.cue for one in self.reported]
        for tree in self.trees:
            for node in tree.nodes:
                if node.is_verb and any(low <= node.start < high for low, high in ranges):
                    yield Word(node, tree)

    def voices(self, word: Word) -> list[Reported]:
        """The attributions in whose content a word stands."""
        return [one for one in self.reported if any(low <= word.node.start < high for low, high in one.content)]


@lru_cache(maxsize=_KEPT)
def read_for_checks(
    text: str, syntax: Syntax | None, published: str | None = None, article: Article | None = None
) -> Text:
    """Read a text for the checks. The last few are kept, for an article is asked about claim by claim; they are not to be changed.

    Args:
        text: one sentence or many.
        syntax: the NLP model; without it each clause is a tree in which no word hangs on another.
        published: ISO date that relative dates of the text are counted from.
        article: the article that it is the text of, if it is one.
    """
    whole = article or Article(id=article_id(text), source="text", language="en", published=published, text=text)
    finder = Finder(whole, document_of(whole), syntax)
    findings = finder.findings()
    found = Text(whole.text, findings, finder.reported, whole.published, syntax)
    cues = [one.cue for one in found.reported]
    if syntax is None:
        for tree in clauses(whole.text, findings.sentences):
            found.trees.append(tree)
            found.words.extend(Word(node, tree) for node in of_content(tree, cues))
    for parse in finder.parses:
        if parse is not None:
            found.trees.append(parse.tree)
            found.words.extend(Word(node, parse.tree) for node in _content(parse.tree, cues))
    return found


def _content(tree: Tree, cues: Iterable[Range]) -> Iterator[Node]:
    held = list(cues)
    for node in tree.nodes:
        if node.low == QUOTED or node.relation in _EMPTY_RELATIONS or not node.tag.startswith(_CONTENT):
            continue
        if node.low[0].isalnum() and not any(low <= node.start < high for low, high in held):
            yield node


def by_stem(words: Iterable[Word]) -> dict[str, list[Word]]:
    """Words by their stem."""
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for word in words:
        found[word.stem].append(word)
    return found
