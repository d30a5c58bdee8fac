"""Who takes part by the parse: the subject of a deed, whoever does it, whom it is done to.

The order of words shows it of few: "A sailor heard him", "Women due to give birth are being flown out".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summarize.evidence.entities import Entity
from summarize.evidence.people_nouns import Description, few, is_people
from summarize.evidence.trees import QUOTED, Node, Tree
from summarize.evidence.vocabulary import LANGUAGE, PEOPLE, REPORTING_VERBS, SPEECH_VERBS
from summarize.expressions import expression
from summarize.languages.people_patterns import body_patterns, role_patterns, unnamed_patterns

Range = tuple[int, int]

_P: Final = unnamed_patterns(LANGUAGE)
_BODIES: Final = body_patterns(LANGUAGE)
_POSSESSIVES: Final = role_patterns(LANGUAGE).possessives
_SAYING: Final = SPEECH_VERBS | REPORTING_VERBS
_NOUNS: Final = frozenset({"NN", "NNS"})
_PLURAL: Final = "NNS"
_NAMES: Final = frozenset({"NNP", "NNPS"})
_PRONOUN: Final = "PRP$"
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OPENS: Final = frozenset({"det", "nummod", "quantmod", "amod", "compound", "nmod", "poss", "predet"})
_PRESENT: Final = frozenset({"VBP", "VBZ"})
_YEAR: Final = expression(r"(?:19|20)\d\d")
_PLAIN, _A, _THE, _OWNED, _COUNTED = range(5)
"""How a description opens: with none of these, with which article, with whose it is, with a count."""


class ActingDescription(NamedTuple):
    """A description that takes part, in a half-open range of the text."""

    start: int
    end: int
    head: Node
    opens: int
    verb: Node
    """Of its deed, or of what is done to it."""
    speaks: bool
    """True where all that is told of it is that it says something."""

    @property
    def is_definite(self) -> bool:
        """True where the text speaks of it as known: "the driver", "the club's driver"."""
        return self.opens in {_THE, _OWNED}


def parts(tree: Tree, start: int, end: int) -> Iterator[ActingDescription]:
    """The descriptions in a stretch of the text that take part, whatever their nouns, in order.

    None is who has a name beside it, who is nobody in particular, and of whom is told what is not, may be, or always is.
    """
    for node in tree.within(start, end):
        if node.tag not in _NOUNS:
            continue
        whole = _noun_of_quantity(tree, node) or node
        verb = _verb_of(tree, whole)
        opened = _opening(tree, whole)
        if verb is None or opened is None or not _is_real(tree, verb, opened[1]) or _has_name(tree, node):
            continue
        begin, opens = opened
        if whole.relation in _SUBJECTS or opens or whole is not node:
            speaks = whole.relation == "nsubj" and _says(tree, verb)
            yield ActingDescription(begin, node.end, node, opens if whole is node else _COUNTED, verb, speaks)


def _noun_of_quantity(tree: Tree, node: Node) -> Node | None:
    """The noun of quantity that a noun hangs on: "scores" of "scores of drivers", "team" of "a team of researchers"."""
    of = tree.nodes[node.head]
    over = tree.nodes[of.head]
    return over if node.relation == "pobj" and of.low == _P.of and over.low in _P.quantities else None


def _verb_of(tree: Tree, node: Node) -> Node | None:
    """The verb of whose deed a noun is the subject, the agent or the object; None if it is none of these, or the verb does nothing to anybody."""
    first = node
    while first.relation == "conj" and first.head < first.index:
        first = tree.nodes[first.head]
    over = tree.nodes[first.head]
    if first.relation in _SUBJECTS and over.is_verb:
        return over
    if first.relation == "pobj" and over.relation == "agent":
        verb = tree.nodes[over.head]
        return verb if verb.is_verb and verb.low not in _P.not_done_by else None
    return over if first.relation == "dobj" and over.low in _P.done_to else None


def _opening(tree: Tree, node: Node) -> tuple[int, int] | None:
    """Where a description begins and how it opens; None for one that means nobody in particular: "no residents", "most people", "her father"."""
    before = [child for child in tree.children(node.index) if child.index < node.index and child.relation in _OPENS]
    if any(child.low in _P.nobody for child in before):
        return None
    begin = min([word.start for child in before for word in tree.branch(child.index)], default=node.start)
    counts = [child.low for child in before if child.relation == "nummod"]
    if counts:
        return None if any(map(_YEAR.fullmatch, counts)) else (begin, _COUNTED)
    owner = next((child for child in before if child.relation == "poss"), None)
    if owner is not None:
        return None if owner.tag == _PRONOUN else (begin, _OWNED)
    article = next((child.low for child in before if child.relation == "det"), None)
    if article is None:
        return (begin, _PLAIN) if node.tag == _PLURAL else None
    return (begin, _THE if article == _P.definite else _A) if article in _P.articles else None


def _is_real(tree: Tree, verb: Node, opens: int) -> bool:
    """True for a verb of what was done, is being done or will be: not of what is not, may be, or always is."""
    told = tree.children(verb.index)
    helpers = [child for child in told if child.relation in {"aux", "auxpass"}]
    over = tree.children(verb.head) if verb.relation in {"ccomp", "xcomp"} else ()
    unreal = _P.unreal if opens else _P.unreal | {_P.to_come}
    if any(child.relation == "neg" for child in told) or any(child.low in unreal for child in [*helpers, *over]):
        return False
    if any(child.relation == "mark" and child.low in _P.hypothetical for child in told):
        return False
    is_general = not opens and verb.tag in _PRESENT and verb.low not in _SAYING
    return bool(helpers) or not (is_general or verb.tag == "VB")


def _has_name(tree: Tree, node: Node) -> bool:
    """True for a noun beside which a name stands: "the coach, former international Ann Lee", "a spokesman for Castell, Ann Lee"."""
    return any(each.relation == "appos" and each.tag in _NAMES for each in tree.branch(node.index))


def _says(tree: Tree, verb: Node) -> bool:
    """True for a verb that says something here: "found that", "said"; not for "found the box"."""
    told = tree.children(verb.index)
    return verb.low in SPEECH_VERBS or (
        verb.low in REPORTING_VERBS and any(one.low == QUOTED or one.relation in {"ccomp", "parataxis"} for one in told)
    )


def described_people(
    text: str, tree: Tree, sentence: Range, entities: Sequence[Entity], behind: int
) -> Iterator[Description]:
    """The descriptions of people in a sentence who take part, by its parse, in order.

    Args:
        text: the article's text.
        tree: the parse of the sentence's paragraph.
        sentence: its half-open range.
        entities: who and what is named.
        behind: how many sentences it stands behind the first. In that count as well who only speaks, and people by their number alone.
    """
    named = [(name.start, name.end) for entity in entities for name in entity.names]
    named += [each for entity in entities for each in (entity.role, *(name.title for name in entity.names)) if each]
    for part in parts(tree, *sentence):
        low = part.head.low
        if not (is_people(low) or low in _P.bare) or low in _BODIES.nouns | _BODIES.firms:
            continue
        if any(start < part.end and part.head.start < end for start, end in named):
            continue
        if part.speaks and part.opens != _A and (behind or part.is_definite):
            continue
        if behind and low in _P.bare:
            continue
        if part.is_definite and not _is_another(text, part, sentence, entities):
            continue
        opening = text[part.start : part.end].split(maxsplit=1)[0].lower()
        if opening in _POSSESSIVES and low.removesuffix(_P.plural_ending) in PEOPLE.kin:
            continue  # "his two daughters"
        if _P.things.search(text, part.start, part.end) or _P.named_after.match(text, part.end):
            continue
        is_single = part.head.tag != _PLURAL
        tail = _P.tail.match(text, part.end, sentence[1])
        tail = tail or (_P.origin.match(text, part.end, sentence[1]) if is_single else None)
        count = text[part.start : part.head.start].strip().lower()
        yield Description(part.start, tail.end() if tail else part.end, low, is_single and part.opens == _A, few(count))


def _is_another(text: str, part: ActingDescription, sentence: Range, entities: Sequence[Entity]) -> bool:
    """True for "the driver" where it takes up nobody: no name before it has that role, or none that may be his."""
    low = part.head.low
    if part.opens == _THE and (low in _P.taken_up or text.endswith(", ", 0, part.start)):
        return False
    people = [one for one in entities if one.kind == "person"]
    told = {id(one): text[slice(*one.role)].lower().split() if one.role else [] for one in people}
    roles = [told[id(one)] for one in people if one.names[0].start < sentence[0]]
    # "The prime minister will telephone. … The prime minister, Ann Lee, left": he is named, if only later.
    if any(low in role for role in (told.values() if part.head.tag != _PLURAL else roles)):
        return False
    is_said_who = any(match[1] == low for match in _P.was.finditer(text))
    return part.head.tag == _PLURAL or (all(roles) and not is_said_who and low not in PEOPLE.generic)
