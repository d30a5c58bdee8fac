"""What a shared word, figure or quotation counts when articles are grouped: rare things tell more than usual ones."""

from __future__ import annotations

import pytest

from summarize.stories.grouping.anchors import FAIR_FIGURE, SURE_FIGURE, Anchors, worth
from summarize.stories.grouping.members import Member
from summarize.stories.grouping.sketch import Vocabulary, VocabularyEntry, _quotation_hashes
from summarize.stories.grouping.words import words_of


@pytest.mark.parametrize(
    ("value", "counts"),
    [
        (2.5, SURE_FIGURE),
        (0.25, SURE_FIGURE),
        (1_234, SURE_FIGURE),
        (110, SURE_FIGURE),
        (101, SURE_FIGURE),
        (100, FAIR_FIGURE),
        (5_000, FAIR_FIGURE),
        (99, FAIR_FIGURE),
        (13, FAIR_FIGURE),
        (12, 0.25),
        (15, 0.25),
        (95, 0.25),
        (2, 0.25),
    ],
)
def test_figures(value: float, counts: float) -> None:
    """A fraction or three figures that are not round are sure; a round hundred and a number between the dozens are fair; others hardly count."""
    assert worth(value) == counts


def test_anchors_are_weighed() -> None:
    """A name counts most, a small town more than a city that all the world knows, and a day half."""
    anchors = Anchors(
        "en",
        frozenset({"osei"}),
        frozenset(),
        frozenset({"London", "Whitby"}),
        frozenset({214.0}),
        frozenset({"2026-05-01"}),
    )
    weights = {(kind, each): weight for kind, each, weight in anchors.with_weights()}
    assert weights["name", "osei"] == weights["figure", 214.0] == 1.0
    assert weights["name", "osei"] > weights["place", "Whitby"] > weights["place", "London"] > 0
    assert weights["date", "2026-05-01"] == 0.5


def test_given_names() -> None:
    """The given names are those that stand before this name, not before another."""
    anchors = Anchors(
        "en", frozenset({"osei"}), frozenset(), frozenset(), frozenset(), frozenset(),
        frozenset({("osei", "hanna"), ("osei", "ama"), ("marsh", "ann")}),
    )  # fmt: skip
    assert anchors.given_to("osei") == {"hanna", "ama"}
    assert anchors.given_to("roux") == frozenset()


def entry(stem: str, **given: object) -> VocabularyEntry:
    return VocabularyEntry(0, stem, stem, stem.isdecimal(), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "capitals", "stem", "is_name"),
    [(4, 2, "brandt", True), (4, 1, "brandt", False), (4, 4, "2019", False), (3, 1, "brandt", False)],
)
def test_names(seen: int, capitals: int, stem: str, is_name: bool) -> None:
    """A name is a word that has a capital at least half the time; a number never is one."""
    assert entry(stem, seen=seen, capitals=capitals).is_name is is_name


@pytest.mark.parametrize(
    ("number", "prior"),
    [
        ("2019", 0.2), ("1998", 0.2), ("3019", 0.005), ("20199", 0.001), ("7", 0.1), ("41", 0.03), ("214", 0.005),
        ("5400", 0.005), ("19", 0.03),
    ],
)  # fmt: skip
def test_how_usual_numbers_are(number: str, prior: float) -> None:
    """A year of now is in every fifth article, and the more figures a number has the rarer it is."""
    assert entry(number).prior == prior


def test_how_usual_words_are() -> None:
    """Short words, names of countries and those who lead them are usual; a long word that is no name is rarer, and a name rarest."""
    country, leader = entry("zzzland", country=True), entry("zzzking", leader=True)
    short, three, long = entry("zq", seen=3), entry("zqx", seen=3), entry("zqxword", seen=3)
    name = entry("zqxname", seen=2, capitals=2)
    assert short.prior > three.prior > country.prior > leader.prior > long.prior > name.prior
    assert entry("zqx", seen=2, capitals=2).prior == name.prior
    assert entry("zz", country=True).prior == country.prior
    assert entry("say").prior == entry("say", country=True).prior > long.prior


def member(text: str, title: str = "A title") -> Member:
    return Member(1, title, text, (), (), "2026-03-14", "The Quay")


def test_the_two_names_behind_an_office() -> None:
    """Of "President Ana Sosa" both names are a leader's; a third word, and one behind a small word, is nobody's."""
    vocabulary = Vocabulary()
    vocabulary.read(member("Yesterday President Zana Zosa Zill spoke. It was the minister who told Zorro."))
    leaders = {each.stem for each in vocabulary.entries if each.leader}
    assert {"zana", "zosa"} <= leaders
    assert "zorro" not in leaders


def test_counts() -> None:
    """Each article counts once for each of its words, however often the word stands in it; the shortest form is shown."""
    vocabulary = Vocabulary()
    sketches = [vocabulary.read(member("The ferries hit a pier. Another ferry came.")) for _ in range(2)]
    vocabulary.count(sketches)
    ferry = next(each for each in vocabulary.entries if each.shown == "ferry")
    assert ferry.articles == 2
    assert ferry.seen == 4
    assert ferry.capitals == 0  # what opens a sentence has its capital from there
    assert sketches[0].body[ferry.number] == 2


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("He said: “one two three four five”.", 1),
        ("He said: “one two three four five six seven”.", 3),
        ("He said: “three four five and six words”, and “one two three four five”.", 3),
        ("He said: “one, two and then four”.", 1),
        ("He said: “one long, two longer words”.", 1),
        ("He said: “only four words here”.", 0),
        ("He said one two three four five.", 0),
    ],
)
def test_runs_of_quoted_words(text: str, runs: int) -> None:
    """Five words in a row within quotation marks are one run; fewer are none, and nothing outside of the marks is."""
    assert len(set(_quotation_hashes(text))) == runs


def test_the_same_quoted_words_are_the_same_run() -> None:
    """Capitals and the kind of marks make no difference; another word does."""
    one, other, third = (
        set(_quotation_hashes(text))
        for text in ("“The ship came too fast”", '"the Ship came TOO fast"', "“The ship went too fast”")
    )
    assert one == other
    assert not one & third


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("山", ["山"]),
        ("東京都", ["東京", "京都"]),
        ("1,234,567 tons", ["1234567", "tons"]),
        ("The port’s bell", ["the", "port", "bell"]),
    ],
)
def test_words_that_articles_are_compared_by(text: str, stems: list[str]) -> None:
    """Of a script that does not part words each two characters are one, and one that stands alone; numbers have no commas, words no genitive."""
    assert [word.stem for word in words_of(text, 9)] == stems
    assert [word.stem for word in words_of(text, 1)] == stems[:1]
