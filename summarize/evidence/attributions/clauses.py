"""Attributions as the parse shows them: the verb that reports, its subject, and the clause that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.evidence.attributions.contents import ENDS, find_content, is_when
from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.reported import Range, Reported
from summarize.evidence.attributions.sayers import find_sayer
from summarize.evidence.attributions.unsaid import is_in_front_of_deed, is_phrasal, is_to_do, is_told_of_it
from summarize.evidence.trees import QUOTED, Node, Tree

_DEEPEST = 4
_NOUN_PARTS = frozenset({"prep", "compound", "flat", "nummod", "appos"})
_AND_SIGN = "&"
_STOPS = frozenset({",", "(", "-", "–", "—", ":", ";"})


def by_parse(tree: Tree, words: Lexicon) -> list[Reported]:
    """The attributions of a paragraph, in the order of their cues."""
    found: list[Reported] = []
    for node in tree.nodes:
        kind = words.verbs.get(node.low)
        if kind is not None and node.tag.startswith("VB"):
            found.extend(_of_verb(tree, node, words))
        elif node.low in words.sources:
            found.extend(_of_source(tree, node, words))
        elif node.low in words.adverbs and node.relation == "advmod":
            found.extend(_of_adverb(tree, node, words))
        elif node.low in words.nouns and node.tag.startswith("NN"):
            found.extend(_of_noun(tree, node, words))
    return found


def _of_verb(tree: Tree, verb: Node, words: Lexicon) -> Iterator[Reported]:
    """Reads “…,” X said; X said that …; X, it was said, …; X was accused of …; X plans to …."""
    passive = tree.child(verb.index, "nsubjpass")
    subject = find_sayer(tree, verb, words)
    if passive is None and verb.low in words.accusing and tree.child(verb.index, "dobj", "nsubj") is None:
        passive, subject = (
            subject,
            None,
        )  # "went on trial accused of taking bribes": of whom it is said, not who says it
    if is_told_of_it(verb, subject, tree):
        passive, subject = subject, None  # "A van believed to be stolen": nobody's who is told of
    source = _noun_phrase(tree, subject, words) if subject is not None else None
    if is_to_do(tree, verb, words) or is_in_front_of_deed(tree, verb, words) or is_phrasal(tree, verb, words):
        return
    content = find_content(tree, verb, words, passive)
    if not content or (passive is None and subject is None):
        return
    own = {verb.index}
    if verb.low not in words.accusing:
        own |= {node.index for node in _aside(tree, verb)}
    if subject is not None and passive is not subject:
        own |= {node.index for node in tree.branch(subject.index)}
    parts = _ranges(tree, content - own, words)
    if parts:
        yield Reported(
            words.verbs[verb.low],
            (verb.start, verb.end),
            parts,
            source,
            negated=_is_negated(tree, verb, subject, words),
        )


def _aside(tree: Tree, verb: Node) -> Iterator[Node]:
    """What hangs on a reporting verb beside what it reports: to whom, when, where."""
    for child in tree.children(verb.index):
        if child.relation in {"dative", "npadvmod", "advmod", "aux", "auxpass", "neg", "punct", "mark", "agent"}:
            yield from tree.branch(child.index)


def _of_source(tree: Tree, node: Node, words: Lexicon) -> Iterator[Reported]:
    """Reads according to X, …; …, according to X."""
    behind = (each for each in tree.children(node.index) if each.index > node.index)
    to = next((each for each in behind if each.relation in {"prep", "pcomp"}), None)
    noun = tree.child(to.index, "pobj") if to is not None else tree.child(node.index, "pobj")
    if noun is None or node.head == node.index:
        return
    host = tree.nodes[node.head]
    for _ in range(_DEEPEST):
        if host.is_verb or host.head == host.index or host.low == QUOTED:
            break
        host = tree.nodes[host.head]
    if tree.nodes[node.index - 1].low == "," and _ends_sentence(tree, node):
        # Behind a comma at the end it is said of all that stands before: "it can draw corals, and the effect lasts, according to".
        while host.relation == "conj" and tree.nodes[host.head].is_verb:
            host = tree.nodes[host.head]
    content = {each.index for each in tree.branch(host.index, without=frozenset({node.index}))}
    parts = _ranges(tree, content - {each.index for each in tree.branch(node.index)}, words)
    if parts:
        end = to.end if to is not None else node.end
        yield Reported("said", (node.start, end), parts, _noun_phrase(tree, noun, words))


def _ends_sentence(tree: Tree, node: Node) -> bool:
    """True if nothing but a stop stands behind a branch."""
    last = max(each.index for each in tree.branch(node.index))
    return last + 1 >= len(tree.nodes) or tree.nodes[last + 1].low in ENDS


def _of_adverb(tree: Tree, adverb: Node, words: Lexicon) -> Iterator[Reported]:
    """X allegedly did …: somebody says so, and the text does not say who."""
    content = {node.index for node in tree.branch(adverb.head, without=frozenset({adverb.index}))}
    parts = _ranges(tree, content, words)
    if parts:
        yield Reported(words.adverbs[adverb.low], (adverb.start, adverb.end), parts)


def _of_noun(tree: Tree, noun: Node, words: Lexicon) -> Iterator[Reported]:
    """Reads the allegation that …; his denial that …; X issued a statement that …."""
    clause = next(
        (
            child
            for child in tree.children(noun.index)
            if child.relation in {"acl", "ccomp"} and tree.child(child.index, "mark") is not None
        ),
        None,
    )
    if clause is None:
        return
    parts = _ranges(tree, {node.index for node in tree.branch(clause.index)}, words)
    if not parts:
        return
    owner = tree.child(noun.index, "poss")
    if owner is None:
        by = next(
            (child for child in tree.children(noun.index) if child.relation == "prep" and child.low in words.owners),
            None,
        )
        owner = tree.child(by.index, "pobj") if by is not None else None
    if owner is None and noun.relation == "dobj":
        owner = find_sayer(tree, tree.nodes[noun.head], words)
    negated = any(child.low in words.denying for child in tree.children(noun.index))
    yield Reported(
        words.nouns[noun.low],
        (noun.start, noun.end),
        parts,
        _noun_phrase(tree, owner, words) if owner is not None else None,
        negated=negated,
    )


def _is_negated(tree: Tree, verb: Node, subject: Node | None, words: Lexicon) -> bool:
    if tree.child(verb.index, "neg") is not None:
        return True
    return subject is not None and (
        subject.low in words.nobody or any(child.low in words.no for child in tree.children(subject.index))
    )


def _noun_phrase(tree: Tree, head: Node, words: Lexicon) -> Range | None:
    """The words of a noun phrase, without relative clauses and without what stands behind a comma."""
    members = {head.index}
    for child in tree.children(head.index):
        is_joined = child.relation == "conj" and tree.nodes[child.index - 1].low == _AND_SIGN
        is_part = child.relation in _NOUN_PARTS and not is_when(tree, child)
        is_taken_for_verb = head.is_verb and child.relation == "dobj"  # "Advocate Ann Lee, who is here, told"
        if child.index < head.index or is_part or is_joined or is_taken_for_verb:
            members |= {node.index for node in tree.branch(child.index)}
    first = min(members)
    last = head.index
    members |= {
        child.index for child in tree.children(head.index) if child.low == _AND_SIGN and child.index < max(members)
    }
    for index in range(head.index + 1, max(members) + 1):
        if index not in members or tree.nodes[index].low in _STOPS or tree.nodes[index].low in words.pointers:
            break
        last = index
    while first < head.index and not tree.nodes[first].low[0].isalnum():
        first += 1
    if head.low == QUOTED:
        return None
    return tree.nodes[first].start, tree.nodes[last].end


def _ranges(tree: Tree, content: set[int], words: Lexicon) -> tuple[Range, ...]:
    """Words as ranges: neighbours together, without marks and the "that" of a clause at the edges."""
    runs: list[list[int]] = []
    for index in sorted(content):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    parts: list[Range] = []
    for run in runs:
        while run and (
            tree.nodes[run[0]].relation in {"punct", "cc"}
            or (tree.nodes[run[0]].low in words.pointers and tree.nodes[run[0]].relation == "mark")
        ):
            run.pop(0)
        while run and tree.nodes[run[-1]].relation == "punct":
            run.pop()
        if run:
            parts.append((tree.nodes[run[0]].start, tree.nodes[run[-1]].end))
    return tuple(parts)
