"""Texts made to be slow: what finding costs grows with the length of a text, not with its square.

Counted, not timed: the calls that Python makes are the same on every machine, and so is the memory that is asked for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from summarize.evidence.attributions import patterns
from summarize.evidence.attributions.lexicon import lexicon
from summarize.evidence.attributions.tokens import tokens_in
from summarize.evidence.capitals import Name
from summarize.evidence.entities import Entity
from summarize.evidence.marks import Quoted
from summarize.evidence.name_kinds import NamedThing
from summarize.evidence.neutral.dates import dates_in
from summarize.evidence.neutral.quotations import Mentions, label_before
from summarize.evidence.people import Discourse
from tests.forked import Forked, forking

SYLLABLES = "ba ke li mo nu ra se ti vo zu ga pe".split()
SIZE = 3_000
MOST = 2.2
"""How much more twice the text may cost."""


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _repeated(words: str) -> Callable[[int], str]:
    """A text of one piece again and again, each `{}` of it another name."""

    def made(size: int) -> str:
        chance = random.Random(size)
        return "".join(
            words.format(*(_name(chance) for _ in range(words.count("{}")))) for _ in range(size // len(words))
        )

    return made


TEXTS: dict[str, Callable[[int], str]] = {
    "one name without end": _repeated("Ministry of City Council "),
    "one surname": _repeated("{} Smith said no. "),
    "one first name": _repeated("Ann {} said no. "),
    "one surname, alone": _repeated("Smith said no. Ann Smith spoke. "),
    "initials": _repeated("A. B. {} met C. {}. "),
    "titles of works": _repeated('The "{} {}" opened. '),
    "bodies": _repeated("The {} Council of {} met. "),
    "acronyms": _repeated("The {} Council (KMR) met. "),
    "pronouns": _repeated("Ann Lee came. She said he told her. "),
    "capitals": _repeated("{} "),
    "a list of people": _repeated("{} {}, "),
    "places": _repeated("It rained in {}, France. "),
    "mayors": _repeated("Mayor {} {} spoke. The mayor said no. "),
    "roles": _repeated("{} {}, chairman of the board of the bank, spoke. "),
    "quotations": _repeated('"We went to {} then," {} said. '),
    "weekdays": _repeated("They met on Monday in {}. "),
}


MEASURE = """
import cProfile, gc, sys, tracemalloc
from summarize.article import Article, article_id
from summarize.engines.extractive import ExtractiveEngine
from summarize.pipeline import Pipeline

gc.disable()  # when rings are found is chance, and told on the most that is held
pipeline = Pipeline(ExtractiveEngine())
profile = cProfile.Profile(subcalls=False)

def made(text):
    profile.enable()
    pipeline.card(Article(id=article_id(text), source="slow.txt", language="en", published="2026-03-14", text=text))
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())

texts = sys.stdin.read().split("\\0")
first, *texts = texts
before = made(first)  # what is loaded once is loaded, and the profile has its entries
for text in texts:
    tracemalloc.start()
    after = made(text)
    print(after - before, tracemalloc.get_traced_memory()[1])
    tracemalloc.stop()
    before = after
"""


@pytest.fixture(scope="module")
def forked() -> Iterator[Forked]:
    """What makes cards is imported."""
    with forking("summarize.pipeline", "summarize.engines.extractive") as running:
        yield running


def _costs(forked: Forked, *texts: str) -> list[tuple[int, int]]:
    """Calls made and bytes held at most while the card of each but the first is made, in a process of their own: CPython 3.11 may hang where a thread beside it waits while calls are counted."""
    done = forked.run(MEASURE, data="\0".join(texts).encode())
    assert done.returncode == 0, done.stderr
    return [(int(calls), int(memory)) for calls, memory in map(str.split, done.stdout.splitlines())]


class _Counted(list[Any]):
    """A list that counts what is taken of it, one by one or in slices: steps of C code are no calls."""

    steps = 0

    def __iter__(self) -> Iterator[Any]:
        for each in super().__iter__():
            self.steps += 1
            yield each

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        self.steps += len(found) if isinstance(place, slice) else 1
        return found


class _Copied(str):
    """A text that counts the characters that are copied out of it."""

    __slots__ = ("characters",)
    characters: int

    def __getitem__(self, place: Any) -> str:
        found = super().__getitem__(place)
        self.characters += len(found)
        return found


def test_no_sentence_is_copied_for_each_of_its_names() -> None:
    """Whether a name opens its sentence is told by where it stands: twice the names of one sentence copy twice the characters."""

    def copied(count: int) -> int:
        text = _Copied("the mayor of Leeds, " * count)
        text.characters = 0
        leeds = [Name(start, start + 5, "Leeds") for start in range(13, len(text), 20)]
        assert not Discourse(text, [Entity("place", leeds)], [(0, len(text))], []).bodies
        return text.characters

    assert copied(2_000) <= MOST * copied(1_000)


def test_twice_the_commas_cost_twice() -> None:
    """Who is named behind a comma is looked for behind it, not from the beginning of the sentence."""

    def steps(text: str) -> int:
        tokens = _Counted(tokens_in(text, 0, len(text), []))
        patterns._behind(tokens, lexicon("en"), parsed=False)
        return tokens.steps

    unit = "the mayor of Leeds, "
    assert steps(unit * 2_000) <= MOST * steps(unit * 1_000)


@pytest.mark.timed
def test_who_speaks_by_a_surname_is_read_once_for_all_names() -> None:
    """Asking it of four hundred names does not read the text four hundred times: a scan by C code is no call, so it is timed, with much to spare."""
    text = "Then all of them said “it is so” again. " * 2_000 + "Varrick said no."
    things = [NamedThing(Name(0, 0, f"Ann Varrick{number}"), text) for number in range(400)]

    def seconds(asked: list[NamedThing]) -> float:
        begin = time.process_time()
        assert not any(thing.surname_speaks for thing in asked)
        return time.process_time() - begin

    first = seconds(things[:1])
    assert seconds(things[1:]) <= 40 * first
    assert NamedThing(Name(0, 0, "Ann Varrick"), text).surname_speaks


def test_quotations_are_asked_of_their_own_sentence() -> None:
    """The dates of a sentence are read with the quotations in it, not with all that follow in the text."""

    def steps(count: int) -> int:
        quoted = _Counted((start, start + 1) for start in range(0, 10 * count, 10))
        dates_in(" " * 10 * count, [(start, start + 10) for start, _ in list(quoted)], "es", None, quoted)
        return quoted.steps

    assert steps(400) <= MOST * steps(200)


def test_who_says_what_is_read_without_the_quotations_that_follow() -> None:
    """The attribution of a sentence takes the quotations in it, and does not copy all that follow in the text."""

    def steps(count: int) -> int:
        unit = "« Le feu », a dit le maire. "
        places = range(0, count * len(unit), len(unit))
        quoted = _Counted((start, start + 10) for start in places)
        patterns.by_rules(unit * count, [(start, start + len(unit)) for start in places], quoted, lexicon("en"))
        return quoted.steps

    assert steps(400) <= MOST * steps(200)


@pytest.mark.timed
def test_whom_labels_name_is_read_once_for_all_of_them() -> None:
    """Two thousand labels do not read the text two thousand times: timed, with much to spare, for a scan by C code is no call."""
    lines = [f"Ana Varrick{number}: «No hay tiempo para eso ahora»." for number in range(2_000)]
    text = "\n\n".join([*lines, "Lo dijo Ana Varrick7 en la plaza."])
    starts = [text.index(line) for line in lines]
    marks = [(text.index("«", start), text.index("»", start)) for start in starts]
    runs = [Quoted([(opens + 1, closes)], [(opens, closes + 1)], 0, "«") for opens, closes in marks]
    mentions = Mentions(text)

    def seconds(places: range) -> float:
        begin = time.process_time()
        for place in places:
            label = label_before(mentions, starts[place], runs[place])
            assert (label is not None) == (place == 7)
        return time.process_time() - begin

    first = seconds(range(1))
    assert seconds(range(1, 2_000)) <= 20 * first


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_costs_twice(forked: Forked, name: str) -> None:
    """A card of twice the text takes at most 2.2 times the calls and the memory."""
    # The first has names of its own, so that none that is counted has been looked up before.
    sizes = (SIZE // 2, SIZE, 2 * SIZE)
    (calls, memory), (twice_calls, twice_memory) = _costs(forked, *map(TEXTS[name], sizes))
    assert twice_calls <= MOST * calls
    assert twice_memory <= MOST * memory
