"""Claims and articles made to be slow to check: what checking costs grows with their length, not with its square.

Counted, not timed, in a process of its own, as in `tests/evidence/test_growth.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summarize.article import Article
from summarize.checking.check import check
from tests.forked import Forked, forking

SIZE, MOST = 3_000, 2.2
STORY = "The council of Leeds closed the pier on Monday, the mayor, Ann Lee, said."
MEASURE = """
import cProfile, sys
from summarize.article import Article
from summarize.checking.check import check

check("The pier closed.", Article(text="The council closed the pier.", language="en"))  # what is loaded once is loaded
given = sys.stdin.read().split("\\0")
for claims, text in zip(given[::2], given[1::2]):
    article = Article(text=text, language="en")
    with cProfile.Profile(subcalls=False) as profile:
        check(claims, article)
    print(sum(entry.callcount for entry in profile.getstats()))
"""


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """What checks is imported."""
    with forking("summarize.checking.check") as running:
        yield running


def _calls(forked: Forked, *pairs: tuple[str, str]) -> list[int]:
    """How many calls the check of each pair of claims and article takes."""
    done = forked.run(MEASURE, data="\0".join(part for pair in pairs for part in pair).encode())
    assert done.returncode == 0, done.stderr
    return list(map(int, done.stdout.split()))


@pytest.mark.parametrize("unit", ["Ann Lee ", "according to the council, ", "Ann Lee said no. "])
@pytest.mark.parametrize("is_claim", [True, False], ids=["claim", "article"])
def test_twice_the_text_costs_twice(forked: Forked, unit: str, is_claim: bool) -> None:
    """A claim, or an article, of twice the length takes at most 2.2 times the calls."""
    short, long = unit * (SIZE // len(unit)), unit * (2 * SIZE // len(unit))
    once, twice = _calls(forked, *(((short, STORY), (long, STORY)) if is_claim else ((STORY, short), (STORY, long))))
    assert twice <= MOST * once


def test_what_is_no_sentence_is_told() -> None:
    """A claim of more than a thousand characters is not checked, and says so."""

    (one,) = check("Ann Lee " * 200, Article(text=STORY, language="en"))
    assert one.verdict == "cannot tell"
    assert "1,000 characters" in (one.reason or "")
