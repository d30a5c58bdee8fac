"""What is long costs what its length says: `make fuzz BENCH=2000000`.

Every piece of `tests.fuzz`, and as many lots of pieces as are asked for, is repeated to half of so many characters and to all of them, and given to its
reader or finder in a process of its own. Twice the length may cost at most 2.4 times the CPU seconds and the memory. Not in CI: it takes
half an hour, and measures time.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import sys
from collections.abc import Iterator
from typing import NamedTuple

from tests.fuzz import FINDERS, GROWTH, READERS, spent

_LONGEST = 300
"""CPU seconds after which a reading is broken off."""
_LITTLE = 0.4, 64
"""CPU seconds, and megabytes, of all of a text below which growth is noise."""


class Cost(NamedTuple):
    """What a reading took."""

    seconds: float
    megabytes: float


def cost(kind: str, unit: str, characters: int) -> Cost:
    """What a unit costs that is repeated to a length; infinite seconds where it was broken off or failed otherwise than it may."""
    head = READERS[kind][0] if kind in READERS else ""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
        data = (head + unit * (characters // len(unit))).encode("utf-8", "surrogatepass")
        before = _most_held()
        seconds = spent(data, kind)
        grown = _most_held() - before
        os.write(writing, f"{seconds} {grown / 1024}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read().split()
    os.waitpid(child, 0)
    return Cost(*map(float, said)) if said else Cost(float("inf"), 0)


def _most_held() -> int:
    """Kilobytes that this process, and the largest that it started, held at most."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def grows(kind: str, unit: str, characters: int) -> str | None:
    """What is wrong with how the cost of a unit grows, None if nothing is."""
    half, whole = cost(kind, unit, characters // 2), cost(kind, unit, characters)
    if whole.seconds > max(_LITTLE[0], GROWTH * half.seconds):
        # A busy machine makes one of two measurements longer.
        half, whole = min(half, cost(kind, unit, characters // 2)), min(whole, cost(kind, unit, characters))
    slow = whole.seconds == float("inf") or whole.seconds > max(_LITTLE[0], GROWTH * half.seconds)
    large = whole.megabytes > max(_LITTLE[1], GROWTH * half.megabytes)
    return (
        f"{half.seconds:.2f} → {whole.seconds:.2f} s, {half.megabytes:.0f} → {whole.megabytes:.0f} MB"
        if slow or large
        else None
    )


def units(kind: str, lots: int, seed: int) -> Iterator[str]:
    """The pieces of a kind, and lots of two to five of them."""
    pieces = READERS[kind][1] if kind in READERS else FINDERS[kind]
    yield from (piece for piece in pieces if piece)
    chance = random.Random(f"{kind} {seed}")
    for _ in range(lots):
        yield "".join(chance.choices([piece for piece in pieces if piece], k=chance.randint(2, 5)))


def main(arguments: list[str]) -> int:
    """Print what grows faster than its length; 1 if anything does."""
    parser = argparse.ArgumentParser(prog="python -m tests.slow", description="Measures what long texts cost.")
    parser.add_argument("characters", type=int)
    parser.add_argument("--lots", type=int, default=12, help="lots of pieces for each reader and finder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=[*READERS, *FINDERS], action="append", help="these alone")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    wrong = 0
    for kind in options.reader or [*READERS, *FINDERS]:
        tried = list(units(kind, options.lots, options.seed))
        for unit in tried:
            if (fault := grows(kind, unit, options.characters)) is not None:
                wrong += 1
                print(f"{kind}: {unit!r}: {fault}", flush=True)
        print(f"{kind}: {len(tried)} texts", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
