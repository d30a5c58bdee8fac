"""Where the parse shows that people who are only described take part: the subject of a deed, whoever does it, whom it is done to.

The order of words shows it of few: "A sailor heard him", "Women due to give birth are being flown out", "The driver, who saw mud, has been praised".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.evidence.vocabulary import LANGUAGE, REPORTING_VERBS, SPEECH_VERBS
from summarize.expressions import expression
from summarize.languages.patterns import unnamed_patterns

_P: Final = unnamed_patterns(LANGUAGE)
_SAYING: Final = SPEECH_VERBS | REPORTING_VERBS
_NOUNS: Final = frozenset({"NN", "NNS"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_SPEAKS: Final = "nsubj"
_OPENS: Final = frozenset({"det", "nummod", "quantmod", "amod", "compound", "nmod", "poss", "predet"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_YEAR: Final = expression(r"(?:19|20)\d\d")
_PRONOUN: Final = "PRP$"
_PLAIN_PRESENT: Final = frozenset({"VBP", "VBZ"})


class Part(NamedTuple):
    """A description of people that takes part, in code points of the text."""

    start: int
    end: int
    head: Node
    opens: str
    """How it opens: "a", "the", "of" for somebody's, "#" for a count, "" for a plural alone."""
    speaks: bool
    """True where all that is told of it is that it says something."""


def parts(tree: Tree, start: int, end: int) -> Iterator[Part]:
    """The descriptions that a stretch of the text holds and that take part by the parse, whatever their nouns, in order."""
    for node in tree.within(start, end):
        if node.tag not in _NOUNS:
            continue
        whole = _counted_by(tree, node) or node
        verb = _verb_of(tree, whole)
        opened = _opening(tree, whole)
        if verb is None or opened is None or not _is_real(tree, verb, opened[1]):
            continue
        begin, opens = opened
        if whole is not node:
            opens = "#"
        if _is_called(tree, node) or (whole.relation not in _SUBJECTS and not opens):
            continue
        yield Part(begin, node.end, node, opens, whole.relation in _SPEAKS and _says(tree, verb))


def _is_called(tree: Tree, node: Node) -> bool:
    """True for a noun beside which a name stands: "the coach, former international Ann Lee"."""
    return any(child.relation == "appos" and child.tag in _NAMES for child in tree.children(node.index))


def _says(tree: Tree, verb: Node) -> bool:
    """True for a verb that says something here: "found that", "said"; not for "found the box"."""
    if verb.low in SPEECH_VERBS:
        return True
    told = tree.children(verb.index)
    return verb.low in REPORTING_VERBS and any(one.low == QUOTED or one.relation in {"ccomp", "parataxis"} for one in told)


def _counted_by(tree: Tree, node: Node) -> Node | None:
    """The noun of quantity that a noun hangs on: "scores" of "scores of drivers", "team" of "a team of researchers"."""
    of = tree.nodes[node.head]
    over = tree.nodes[of.head]
    is_so = node.relation == "pobj" and of.low == _P.of and over.low in _P.quantities
    return over if is_so else None


def _verb_of(tree: Tree, node: Node) -> Node | None:
    """The verb of whose deed a noun is the subject, the agent or the object; None if it is none of these, or the verb does nothing to anybody."""
    first = node
    while first.relation == "conj" and first.head != first.index:
        first = tree.nodes[first.head]
    over = tree.nodes[first.head]
    if first.relation in _SUBJECTS and over.is_verb:
        return over
    if first.relation == "pobj" and over.relation == "agent":
        verb = tree.nodes[over.head]
        return verb if verb.is_verb and verb.low not in _P.not_done_by else None
    return over if first.relation == "dobj" and over.low in _P.done_to else None


def _opening(tree: Tree, node: Node) -> tuple[int, str] | None:
    """Where a description begins and how it opens; None for one that means nobody in particular: "no residents", "most people"."""
    before = [child for child in tree.children(node.index) if child.index < node.index and child.relation in _OPENS]
    if any(child.low in _P.nobody for child in before):
        return None
    begin = min([word.start for child in before for word in tree.branch(child.index)], default=node.start)
    counts = [child for child in before if child.relation == "nummod"]
    if counts:
        return None if any(_YEAR.fullmatch(child.low) for child in counts) else (begin, "#")
    owner = next((child for child in before if child.relation == "poss"), None)
    if owner is not None:
        return None if owner.tag == _PRONOUN else (begin, "of")
    article = next((child for child in before if child.relation == "det"), None)
    if article is None:
        return (begin, "") if node.tag == "NNS" else None
    return (begin, "the" if article.low == _P.definite else "a") if article.low in _P.articles else None


def _is_real(tree: Tree, verb: Node, opens: str) -> bool:
    """True for a verb of what was done, is being done or will be: not of what is not, may be, or always is."""
    children = tree.children(verb.index)
    helpers = [child for child in children if child.relation in {"aux", "auxpass"}]
    over = tree.children(verb.head) if verb.relation in {"ccomp", "xcomp"} else ()
    unreal = _P.unreal if opens else _P.unreal | {_P.to_come}
    if any(child.relation == "neg" for child in children) or any(child.low in unreal for child in [*helpers, *over]):
        return False
    if verb.tag == "VB" and not helpers:
        return False
    if any(child.relation == "mark" and child.low in _P.hypothetical for child in children):
        return False
    return not (not opens and verb.tag in _PLAIN_PRESENT and not helpers and verb.low not in _SAYING)
