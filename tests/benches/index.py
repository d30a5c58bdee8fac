"""The index of a briefing beside its labels: who is listed, as what, and under which stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from summarize.briefing import Indexed

Verdict = tuple[str, str, str]
"""A measure, "right", "wrong" or "missed", and what it is about."""


def index_verdicts(
    entries: Sequence[Indexed], labels: Sequence[Mapping[str, Any]], events: Mapping[int, str]
) -> Iterator[Verdict]:
    """What is right, wrong and missed of an index.

    An entry is right if its name is labelled and no other entry is of that label, its kind is the labelled one, it has no role or a labelled one,
    and it stands under the labelled events alone and all of them.

    Args:
        entries: of the briefing.
        labels: each with `name`, what the index calls it `also`, `kind` (a person where nothing is said), `role` (words one of which a role has),
            the events that it is `in`, and `may` where it need not be listed.
        events: of stories, by their number.
    """
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for label in labels:
        for name in (label["name"], *label.get("also", ())):
            by_name.setdefault(name.casefold(), []).append(label)
    listed: set[str] = set()
    for entry in entries:
        named = by_name.get(entry.name.casefold().removeprefix("the "), [])
        # A body that is labelled once for each of two events stands under one of them, or under both.
        every = [{**label, "in": [event for each in named for event in each["in"]]} for label in named[:1]]
        faults = [(_fault(entry, label, events, listed), label) for label in (*named, *every)]
        fault, meant = min(faults, key=lambda each: each[0] != "", default=("is nobody's name", None))
        yield "index", "wrong" if fault else "right", f"{entry.name} ({entry.kind}, {entry.role}) {fault}"
        if meant is not None:
            listed.add(meant["name"])
            if "role" in meant and not meant.get("may"):
                yield "index roles", "right" if entry.role else "missed", entry.name
    for label in labels:
        if label["name"] not in listed and not label.get("may"):
            yield "index", "missed", label["name"]


def _fault(entry: Indexed, label: Mapping[str, Any], events: Mapping[int, str], listed: set[str]) -> str:
    """What is wrong with an entry, "" if nothing is."""
    if label["name"] in listed:
        return "is listed twice"
    if entry.kind not in _several(label.get("kind", "person")):
        return "is of another kind"
    if entry.role and not any(words.casefold() in entry.role.casefold() for words in _several(label.get("role", ()))):
        return "has a role of somebody else's"
    where = {events[number] for number in entry.stories}
    return "" if where == set(label["in"]) else f"stands under {', '.join(sorted(where))}"


def _several(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
