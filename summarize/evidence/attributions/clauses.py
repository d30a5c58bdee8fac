"""Attributions as the parse shows them: the verb that reports, its subject, and the clause that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.reported import Range, Reported
from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.text.dates.vocabulary import MONTHS, WEEKDAYS

_CLAUSES = frozenset({"ccomp", "xcomp"})
_PRESENT = frozenset({"VBZ", "VBP"})
"""Of verbs that tell what is to be on a day: "It reports on March 3"."""
_BORROWS = frozenset({"conj", "xcomp", "advcl", "acl", "prep", "pcomp", "dep"})
_DEEPEST = 4
_NOUN_PARTS = frozenset({"prep", "compound", "flat", "nummod", "appos"})
_ENDS = frozenset({".", "!", "?", ":", ";"})
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
    subject = _subject(tree, verb, words)
    if passive is None and verb.low in words.accusing and tree.child(verb.index, "dobj", "nsubj") is None:
        passive, subject = (
            subject,
            None,
        )  # "went on trial accused of taking bribes": of whom it is said, not who says it
    if _is_told_of_it(verb, subject, tree):
        passive, subject = subject, None  # "A van believed to be stolen": nobody's who is told of
    source = _noun_phrase(tree, subject, words) if subject is not None else None
    if _is_to_do(tree, verb, words) or _is_in_front_of_deed(tree, verb, words) or _is_phrasal(tree, verb, words):
        return
    content = _content(tree, verb, words, passive)
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


def _is_told_of_it(verb: Node, subject: Node | None, tree: Tree) -> bool:
    """True for a participle behind the noun of which it is told: "A van believed to be stolen"."""
    return (
        verb.tag == "VBN"
        and verb.relation == "acl"
        and subject is tree.nodes[verb.head]
        and tree.child(verb.index, *_CLAUSES) is not None
    )


def _is_to_do(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True for what somebody has yet to do, and so has not said: "Parliament has to confirm it"."""
    has_to = any(child.relation == "aux" and child.low == words.infinitive for child in tree.children(verb.index))
    return has_to and verb.relation == "xcomp" and not _clauses(tree, verb, words)


def _is_phrasal(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True for a verb that says nothing with the word behind it: "called off", "called the walk off"."""
    particle = tree.child(verb.index, "prt")
    behind = tree.nodes[verb.index + 1 : verb.index + 2]
    beside = {node.low for node in ([particle] if particle is not None else []) + behind}
    return not beside.isdisjoint(words.phrasal.get(verb.low, ()))


def _is_in_front_of_deed(tree: Tree, verb: Node, words: Lexicon) -> bool:
    """True where the parse takes a participle for the verb of a sentence: "A van believed to be stolen was found"."""
    behind = tree.nodes[verb.index + 1 : verb.index + 2]
    if not behind or behind[0].low != words.infinitive or tree.child(verb.index, "cc", "aux", "auxpass") is not None:
        return False
    if verb.tag not in {"VBD", "VBN"}:
        return False
    return any(
        child.relation in {"ccomp", "conj"}
        and child.index > behind[0].index
        and not _has_subject(tree, child)
        and (child.tag == "VBD" or any(each.tag in {"VBD", "VBZ", "VBP"} for each in tree.children(child.index)))
        for child in tree.children(verb.index)
    )


def _is_when(tree: Tree, preposition: Node) -> bool:
    """True for "on March 3", "on Tuesday": when something is said, and not what or by whom."""
    at = tree.child(preposition.index, "pobj")
    first = tree.nodes[preposition.index + 1].low if preposition.index + 1 < len(tree.nodes) else ""
    return preposition.relation == "prep" and at is not None and (first in MONTHS or first in WEEKDAYS)


def _content(tree: Tree, verb: Node, words: Lexicon, passive: Node | None) -> set[int]:
    """Indices of the words that a reporting verb's clause or object holds."""
    if verb.low in words.accusing:
        return {node.index for node in tree.branch(verb.index)}
    content = _clauses(tree, verb, words)
    content |= _cut_off(tree, verb, content)
    if not content and verb.relation == "parataxis":
        # "The fire, police said, spread": the verb hangs in what it reports.
        mine = frozenset({verb.index})
        content |= {node.index for node in tree.branch(verb.head, without=mine)}
    if not content:
        content = _before_it(tree, verb)
    if not content and verb.low not in words.with_clause:
        for child in tree.children(verb.index):
            is_object = child.relation == "oprd" or (child.relation == "dobj" and verb.low not in words.tells)
            leads = (
                child.relation == "prep"
                and child.low in words.leads
                and not (verb.tag in _PRESENT and _is_when(tree, child))
            )
            if is_object or leads:
                content |= {node.index for node in tree.branch(child.index)}
    if content and passive is not None:
        content |= {node.index for node in tree.branch(passive.index)}
    return content


def _clauses(tree: Tree, verb: Node, words: Lexicon) -> set[int]:
    content: set[int] = set()
    for child in tree.children(verb.index):
        is_clause = child.relation in _CLAUSES and (child.is_verb or child.low == QUOTED or _has_subject(tree, child))
        if is_clause or child.low == QUOTED:
            content |= {node.index for node in tree.branch(child.index)}
        elif (child.relation == "dobj" and verb.low in words.tells) or _is_beside(child, words, content):
            told = _told_beside(tree, child, words)
            content |= {node.index for node in tree.branch(told.index)} if told is not None else set()
    return content


def _is_beside(node: Node, words: Lexicon, content: set[int]) -> bool:
    return not content and node.relation == "prep" and node.low not in words.leads


def _told_beside(tree: Tree, node: Node, words: Lexicon) -> Node | None:
    """The verb of a clause that the parse hangs on whom it is told to, or on where or when: "told the inquest that no guide had", "said on Monday that"."""
    noun = node
    for _ in range(_DEEPEST):
        for each in tree.children(noun.index):
            subject = tree.child(each.index, "nsubj", "nsubjpass", "expl")
            if each.relation not in {"relcl", "acl"} or subject is None or subject.low in words.pointers:
                continue
            opener = tree.child(each.index, "mark")
            is_told = opener is not None and opener.low in words.openers
            if is_told or (node.relation == "dobj" and each.relation == "relcl" and opener is None):
                return each
        below = tree.child(noun.index, "pobj", "prep")
        if below is None:
            return None
        noun = below
    return None


def _before_it(tree: Tree, verb: Node) -> set[int]:
    """What stands before ", a draft shows." and ", sources say", where the parse sees two sentences side by side."""
    subject = _own_subject(tree, verb)
    if subject is None or verb.relation not in {"conj", "ROOT"}:
        return set()
    phrase = [node.index for node in tree.branch(subject.index)]
    first, last = min(*phrase, verb.index), max(*phrase, verb.index)
    end = last + 1
    while end < len(tree.nodes) and tree.nodes[end].relation == "punct" and tree.nodes[end].low not in _ENDS:
        end += 1
    ends = end >= len(tree.nodes) or tree.nodes[end].low in _ENDS
    if not ends or first < 4 or tree.nodes[first - 1].low != ",":
        return set()
    begin = first - 1
    while begin and tree.nodes[begin - 1].low not in _ENDS:
        begin -= 1
    return set(range(begin, first - 1))


def _has_subject(tree: Tree, node: Node) -> bool:
    return tree.child(node.index, "nsubj", "nsubjpass", "expl") is not None


def _aside(tree: Tree, verb: Node) -> Iterator[Node]:
    """What hangs on a reporting verb beside what it reports: to whom, when, where."""
    for child in tree.children(verb.index):
        if child.relation in {"dative", "npadvmod", "advmod", "aux", "auxpass", "neg", "punct", "mark", "agent"}:
            yield from tree.branch(child.index)


def _own_subject(tree: Tree, verb: Node) -> Node | None:
    """The subject that hangs on a verb; the one behind it where a comma stands before it, "…, says the mayor", else of several the nearest before it."""
    subjects = _subjects(tree, verb)
    if len(subjects) > 1 and verb.index and tree.nodes[verb.index - 1].low != ",":
        subjects = [child for child in subjects if child.index < verb.index] or subjects[:1]
    return subjects[-1] if subjects else None


def _subjects(tree: Tree, verb: Node) -> list[Node]:
    return [child for child in tree.children(verb.index) if child.relation == "nsubj"]


def _cut_off(tree: Tree, verb: Node, content: set[int]) -> set[int]:
    """What ends the clause reported and is taken for a first subject of the verb: "The city dropped for now its plan to …, its mayor has said"."""
    found: set[int] = set()
    for each in _subjects(tree, verb)[:-1]:
        branch = {node.index for node in tree.branch(each.index)}
        found |= branch if min(branch) - 1 in content else set()
    return found


def _subject(tree: Tree, verb: Node, words: Lexicon) -> Node | None:
    """Who says it: the verb's subject, its agent, or the subject that it shares with the verb that it hangs on."""
    node = verb
    for _ in range(_DEEPEST):
        if tree.child(node.index, "nsubjpass", "auxpass") is not None and node is verb:
            agent = tree.child(node.index, "agent")
            return tree.child(agent.index, "pobj") if agent is not None else None
        subject = _own_subject(tree, node) or (tree.child(node.index, "nsubjpass") if node is not verb else None)
        if subject is not None:
            if subject.low in words.pointers:
                return tree.nodes[node.head] if node.relation == "relcl" and node.head != node.index else None
            return subject
        if node.head == node.index:
            return _phrase_before(tree, node) if node is verb else None
        if node.relation in {"relcl", "acl"} and tree.nodes[node.head].tag.startswith(("NN", "PRP")):
            return tree.nodes[node.head]
        if node.relation not in _BORROWS:
            return None
        node = tree.nodes[node.head]
    return None


def _phrase_before(tree: Tree, verb: Node) -> Node | None:
    """The noun right before a verb that seems to have a clause for its subject: "Giving evidence, the engineer, Dr Lee, said that"."""
    if tree.child(verb.index, "csubj", "advcl") is None:
        return None
    index = verb.index - 1
    while index >= 0 and tree.nodes[index].relation == "punct":
        index -= 1
    if index < 0 or not tree.nodes[index].tag.startswith("NN"):
        return None
    node = tree.nodes[index]
    while node.relation in {"appos", "compound"} and node.head != node.index:
        node = tree.nodes[node.head]
    return node


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
    return last + 1 >= len(tree.nodes) or tree.nodes[last + 1].low in _ENDS


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
        owner = _subject(tree, tree.nodes[noun.head], words)
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
        is_part = child.relation in _NOUN_PARTS and not _is_when(tree, child)
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
