"""How alike two groups of articles are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarize.stories.grouping.members import Member
from summarize.stories.grouping.sketch import Sketch, Vocabulary
from summarize.stories.grouping.vectors import Batch, Vector, batch_of, likeness, vector_of

RARE, USUAL = 4.0, 0.9


def sketch(
    words: range, *, title: tuple[int, ...] = (), lead: tuple[int, ...] = (), quoted: tuple[int, ...] = (), day: int | None = None,
    times: int = 1,
) -> Sketch:  # fmt: skip
    """An article that has some words, each so many times."""
    return Sketch(1, title, lead, dict.fromkeys(words, times), frozenset(quoted), day, frozenset())


def vector(
    made: Sketch, *, usual: tuple[int, ...] = (), alone: tuple[int, ...] = (), quoted: tuple[int, ...] = ()
) -> Vector:
    """Its weightings in a batch of rare words, but for some `usual` ones and some of this article `alone`."""
    rarity = [USUAL if number in usual else RARE for number in range(400)]
    return vector_of(made, Batch(rarity, [number not in alone for number in range(400)], frozenset(quoted)))


def on(day: int | None) -> Vector:
    return vector(sketch(range(4), lead=(0, 1), day=day))


def test_days_apart() -> None:
    """A day apart is none; further ones count the more the further they are, up to a month; of an article without a day nobody knows."""
    found = [likeness(on(100), on(100 + days)) for days in (1, 2, 5, 6, 7, 29, 30)]
    assert all(nearer > further for nearer, further in pairwise(found))
    assert likeness(on(100), on(100)) == likeness(on(101), on(100)) == found[0]
    assert likeness(on(100), on(131)) == likeness(on(100), on(500)) == found[-1]
    assert likeness(on(100), on(None)) == found[0]
    assert found[1] - found[2] == pytest.approx(3 * (found[0] - found[1]))


def test_the_likeness_of_groups_is_the_mean_of_their_pairs() -> None:
    """However they were put together."""
    one = vector(sketch(range(6), title=(0,), lead=(0, 1, 2), quoted=(7,), day=3), quoted=(7,))
    two = vector(sketch(range(3, 9), title=(4,), lead=(3, 4), quoted=(7, 8), day=9), quoted=(7,))
    third = vector(sketch(range(2, 7), title=(5,), lead=(5, 6), quoted=(8,)), quoted=(7,))
    fourth = vector(sketch(range(40, 44), lead=(41,)))
    pairs = {(a, b): likeness(x, y) for a, x in enumerate((one, two)) for b, y in enumerate((third, fourth))}
    assert likeness(one.plus(two), third) == pytest.approx((pairs[0, 0] + pairs[1, 0]) / 2)
    assert likeness(one.plus(two), third.plus(fourth)) == pytest.approx(sum(pairs.values()) / 4)
    assert likeness(third.plus(fourth), two.plus(one)) == pytest.approx(sum(pairs.values()) / 4)
    assert likeness(one.plus(two).plus(third), fourth) == likeness(fourth, one.plus(two).plus(third)) == 0


def test_an_article_is_all_like_itself_and_never_more() -> None:
    """The same words are 1, with the same quotation too; none in common are 0."""
    one = vector(sketch(range(4), lead=(0, 1), quoted=(7,)), quoted=(7,))
    assert likeness(one, one) == 1
    assert likeness(on(None), on(None)) == pytest.approx(1)
    assert likeness(on(1), vector(sketch(range(9, 12), lead=(9,), day=300))) == 0


def test_what_of_an_article_is_kept() -> None:
    """Words that more than one article has and that are rare enough; the title's count more than the lead's, and each the more the oftener it stands."""
    found = vector(sketch(range(6), title=(0,), lead=(0, 1, 4), times=3), usual=(4,), alone=(5,))
    assert set(found.body) == {0, 1, 2, 3}
    assert set(found.lead) == {0, 1}
    assert found.lead[0] == pytest.approx(1.5 * found.lead[1])
    twice = vector(Sketch(1, (), (), {0: 2, 1: 1}, frozenset(), None, frozenset()))
    assert twice.body[0] > twice.body[1]
    assert sum(weight**2 for weight in twice.body.values()) == pytest.approx(1)
    assert not vector(sketch(range(0))).body


@pytest.mark.parametrize(("words", "kept"), [(160, 160), (161, 160), (300, 160)])
def test_a_long_article_keeps_the_words_that_weigh_most(words: int, kept: int) -> None:
    """A hundred and sixty, of which those that it opens with are always some."""
    found = vector(sketch(range(words), lead=(words - 1,)))
    assert (len(found.body), words - 1 in found.body) == (kept, True)
    heavy = Sketch(1, (), (), dict.fromkeys(range(words), 1) | {words - 1: 5}, frozenset(), None, frozenset())
    assert words - 1 in vector(heavy).body


def test_shared_quotations_make_articles_more_alike() -> None:
    """The more so the fewer others each quotes; what only one article of the batch quotes is nothing."""

    def quoting(*runs: int) -> Vector:
        return vector(sketch(range(2, 6), lead=(2,), quoted=runs), quoted=(7, 8))

    other = vector(sketch(range(4), lead=(0,), quoted=(7,)), quoted=(7, 8))
    none, many, one = (likeness(quoting(*runs), other) for runs in ((), (7, 8, 9), (7,)))
    assert one > many > none == likeness(quoting(9), other)


def test_what_a_batch_has_in_common() -> None:
    """Words and quoted runs of two articles or more, and of none of them alone."""
    texts = (
        "The ferry hit a pier. He said: “one two three four five”.",
        "A ferry sank. She said: “one two three four five”, and “six seven eight nine ten”.",
    )
    vocabulary = Vocabulary()
    sketches = [
        vocabulary.read(Member(number, "A title", text, (), (), "2026-03-14", "The Quay"))
        for number, text in enumerate(texts, 1)
    ]
    batch = batch_of(vocabulary, sketches)
    shared = {entry.shown: batch.shared[entry.number] for entry in vocabulary.entries}
    assert (shared["ferry"], shared["pier"], shared["sank"]) == (True, False, False)
    assert batch.quoted == sketches[0].quoted
    assert len(sketches[1].quoted) == 2
