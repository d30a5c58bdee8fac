"""How a draft goes through grounding: how often somebody who follows it call by call comes back to a module that they have been in.

    python -m tests.benches.flow [--calls]

From `ground` and `own_words` every call is followed that code in `summarize/grounding` can make, whatever a draft says. Where a function calls one of
another module, that is a *stay*; modules that are stayed in are *rooms*; stays less rooms are *returns*. What only asks the article
(`Index`; `Together` and `replies`, which tell what of it stands together) or takes a refusal (`Rejections`) is no part of the way. Exits with 1 at `MOST` returns or more; `--calls` lists the stays.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

MOST: Final = 30
FOLDER: Final = Path(__file__).parents[2] / "summarize" / "grounding"
STARTS: Final = (("ground", "ground"), ("own_words", "own_words"))
_PACKAGE: Final = "summarize.grounding."
_NO_ROOMS: Final = frozenset({"index", "rejections", "replies", "together"})
Place = tuple[str, str]
"""A module below `grounding` and a function or class in it."""


class Room(NamedTuple):
    """What a module defines, and what it takes from other modules."""

    functions: dict[str, list[ast.AST]]
    """By name; a class calls all of its methods, and a name means whatever bears it."""
    taken: dict[str, Place]


def rooms() -> dict[str, Room]:
    """The modules, by name: "ground", "cuts/aligning"."""
    found = {}
    for path in sorted(FOLDER.rglob("*.py")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix().removesuffix("/__init__")
        if name not in _NO_ROOMS:
            found[name] = _room(ast.parse(path.read_text(encoding="utf-8")))
    return found


def _room(module: ast.Module) -> Room:
    functions: dict[str, list[ast.AST]] = {}
    taken: dict[str, Place] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            functions.setdefault(node.name, []).append(node)
        elif isinstance(node, ast.ClassDef):
            methods = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
            functions.setdefault(node.name, []).extend(ast.Name(one) for one in methods)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
            where = (node.module or "").removeprefix(_PACKAGE).replace(".", "/")
            taken |= {one.name: (where, one.name) for one in node.names}
    return Room(functions, taken)


def stays(found: dict[str, Room]) -> set[tuple[Place, Place]]:
    """Each call from one module to another on a draft's way: who calls, and what."""
    left, seen, made = list(STARTS), set[Place](), set[tuple[Place, Place]]()
    while left:
        place = left.pop()
        if place in seen or place[0] not in found:
            continue
        seen.add(place)
        room, function = found[place[0]], place[1]
        if function not in room.functions and function in room.taken:  # what a package passes on
            left.append(room.taken[function])
            continue
        for name in _names(room.functions.get(function, [])):
            if name in room.functions:
                left.append((place[0], name))
            elif name in room.taken and (there := _home(room.taken[name], found)) is not None:
                made.add((place, there))
                left.append(there)
    return made


def _names(bodies: list[ast.AST]) -> Iterator[str]:
    for body in bodies:
        for node in ast.walk(body):
            if isinstance(node, ast.Call):
                yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            elif isinstance(node, ast.Name):  # given on, to be called elsewhere
                yield node.id


def _home(place: Place, found: dict[str, Room]) -> Place | None:
    """Where a function stands that a package passes on; None for what has nothing to be called."""
    while place[0] in found and place[1] not in found[place[0]].functions:
        if place[1] not in found[place[0]].taken:
            return None
        place = found[place[0]].taken[place[1]]
    return place if place[0] in found and found[place[0]].functions[place[1]] else None


def main(told: Callable[[str], None] = print) -> int:
    """Print the figures; 1 at `MOST` returns or more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", action="store_true", help="list the stays")
    options = parser.parse_args()
    way = stays(rooms())
    entered = {there for _, (there, _) in way} | {start for start, _ in STARTS}
    if options.calls:
        for (room, function), (there, called) in sorted(way):
            told(f"{room}.{function} → {there}.{called}")
    returns = len(way) - len(entered)
    told(f"{len(way)} stays in {len(entered)} rooms: {returns} returns, under {MOST} are asked for")
    return int(returns >= MOST)


if __name__ == "__main__":
    sys.exit(main())
