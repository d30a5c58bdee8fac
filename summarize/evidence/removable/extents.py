"""The range of a branch that may go, with the marks around it that go with it."""

from __future__ import annotations

from typing import Final

from summarize.evidence.trees import Node, Tree

Range = tuple[int, int]

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "IN"})
"""Tags of what a comma seldom stands before, if it does not end an aside."""
_CLOSED_BY: Final = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-", "--": "--"}
_AROUND: Final = frozenset({",", "—", "–", "-", "--"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
_STOPS: Final = frozenset({".", ";", ":", "?", "!"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_OPENS: Final = frozenset({".", "?", "!"})


def extent(text: str, tree: Tree, members: set[int], *, alone: bool) -> Range | None:
    """The half-open range of a branch with the commas around it that go with it; without them if it stands `alone`.

    None for a branch that is not one stretch of whole words, and for one behind a comma that no mark ends: the parse has lost its end.
    """
    nodes = tree.nodes
    first, last = min(members), max(members)
    while last > first and nodes[last].low in _AROUND:  # marks around a branch often hang on it
        last -= 1
    while first < last and nodes[first].low in _AROUND:
        first += 1
    if any(nodes[index].relation != "punct" for index in set(range(first, last + 1)) - members):
        return None
    start, end = nodes[first].start, nodes[last].end
    if not _are_words(text, start, end) or nodes[last].relation == "cc":
        return None
    if alone:
        return start, end
    return _with_marks(
        nodes, first, last, odd=sum(nodes[index].low == "," for index in range(first, last + 1)) % 2 == 1
    )


def _are_words(text: str, start: int, end: int) -> bool:
    """True for a stretch that is not part of a word: "anti" of "anti-graft", "large communities" of "the regions’ large communities"."""
    joins = text[start - 1 : start].isalnum() or text[start - 1 : start] in {"-", "’", "'", "/"}
    return (
        not joins and not (text[end : end + 1].isalnum() or text[end : end + 1] in {"-", "/"}) and text[start].isalnum()
    )


def _with_marks(nodes: list[Node], first: int, last: int, *, odd: bool) -> Range | None:
    """The range from the first word to the last; `odd` if a comma within has no other."""
    before = nodes[first - 1] if first else None
    after = nodes[last + 1] if last + 1 < len(nodes) else None
    start, end = nodes[first].start, nodes[last].end
    if before is not None and before.tag == "POS" and nodes[first].tag != "IN":
        return None
    if before is not None and after is not None and after.low == _CLOSED_BY.get(before.low):
        return before.start, after.end
    if before is not None and before.low in _CLOSED_BY:
        is_last = after is None or after.low in _STOPS
        return (before.start if before.low in _AROUND else start, end) if is_last else None
    if after is None or after.low != ",":
        return start, end
    if _names_more(nodes, last):
        return None
    # What opens a sentence or a clause takes its comma along; so does a branch that holds one of a pair.
    opens = before is None or before.low in _OPENS or before.tag == "''" or before.relation in {"mark", "cc"}
    behind = nodes[last + 2] if last + 2 < len(nodes) else None
    ends = behind is not None and (
        (odd and behind.tag in _FINITE | {"RB"} and not _is_in_aside(nodes, first, behind))
        or _opens_content(nodes, behind)
    )
    return start, after.end if opens or ends else end


def _names_more(nodes: list[Node], last: int) -> bool:
    """True for "in Lincoln" of "died in Lincoln, Neb.", which would be left alone."""
    name, behind = nodes[last + 2 : last + 3], nodes[last + 3 : last + 4]
    is_name = bool(name) and name[0].tag in _NAMES and nodes[last].tag in _NAMES
    return is_name and (not behind or behind[0].low in _STOPS or name[0].low.endswith("."))


def _is_in_aside(nodes: list[Node], first: int, verb: Node) -> bool:
    """True for "in Yantai, China," of "the ship, under construction at a yard in Yantai, China, will": the last comma ends what the first began."""
    main = verb if verb.relation not in {"aux", "auxpass"} else nodes[verb.head]
    subject = next((node for node in nodes[:first] if node.head == main.index and node.relation in _SUBJECTS), None)
    return subject is not None and any(node.low == "," for node in nodes[subject.index : first])


def _opens_content(nodes: list[Node], node: Node) -> bool:
    """True for "that" of "told the council on Monday, when it met, that"."""
    return node.relation == "mark" and nodes[node.head].relation == "ccomp"
