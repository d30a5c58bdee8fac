"""Rules of lists: assignment, empty sides, optional and incomplete labels, and counts as an independent library counts them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.kept import unchecked_card
from summarize.evaluation.scoring.names import SAME, has_role, place_similarity, score_who, similarity
from summarize.evaluation.scoring.quotations import score_quotes
from summarize.evaluation.scoring.shares import Counts, retrieval
from tests.evaluation.perfect import perfect_card

WORDS = " ".join(f"w{number:03}" for number in range(200))
WIDTH = 5
"""Code points of a word and the space after it."""


def card_of(text: str, **fields: Any) -> Card:
    content = perfect_card().model_dump(mode="json")
    empty: dict[str, Any] = {"what": [], "who": [], "when": [], "where": [], "quotes": [], "background": []}
    return unchecked_card({**content, **empty, "article": {**content["article"], "text": text}, **fields})


def quote_at(start: int, end: int, speaker: str | None = None) -> dict[str, Any]:
    """A quotation of whole words: the first word's number, and one past the last."""
    words = WORDS[start * WIDTH : end * WIDTH - 1]
    part = {"start": start * WIDTH, "end": end * WIDTH - 1, "text": words}
    return {
        "text": words,
        "speakers": [] if speaker is None else [speaker],
        "speaker_role": None,
        "cue": None,
        "evidence": [part],
    }


def label_at(start: int, end: int, **others: Any) -> dict[str, Any]:
    return {"parts": [{"text": WORDS[start * WIDTH : end * WIDTH - 1], "at": start * WIDTH}], **others}


def people(*names: str) -> list[dict[str, Any]]:
    part = {"start": 0, "end": 4, "text": WORDS[:4]}
    return [{"name": name, "role": None, "kind": "person", "mentions": 1, "evidence": [part]} for name in names]


def who_scores(names: list[str], labels: list[dict[str, Any]], **others: Any) -> dict[str, float]:
    scored = score_who(
        card_of(WORDS, who=people(*names)), Gold.model_validate({"article": "x", "who": labels, **others})
    )
    return {name: score.value for name, score in scored.scores.items()}


@st.composite
def spans(draw: st.DrawFn) -> list[tuple[tuple[int, int] | None, tuple[int, int] | None]]:
    """Pairs of a label and an item in places of their own: both (alike or overlapping by half), or one of them."""
    pairs: list[tuple[tuple[int, int] | None, tuple[int, int] | None]] = []
    for place in range(draw(st.integers(0, 12))):
        start = 12 * place
        length = draw(st.integers(2, 8))
        label = (start, start + length)
        match draw(st.sampled_from(["same", "part", "missing", "spurious"])):
            case "same":
                pairs.append((label, label))
            case "part":
                pairs.append((label, (start, start + max(1, length - length // 2))))
            case "missing":
                pairs.append((label, None))
            case _:
                pairs.append((None, label))
    return pairs


@given(spans())
def test_counts_are_those_of_nervaluate(pairs: list[tuple[tuple[int, int] | None, tuple[int, int] | None]]) -> None:
    """Right, partial, missing and spurious quotations are counted as nervaluate counts them by its `partial` strategy."""
    labels = [label for label, _ in pairs if label is not None]
    items = [item for _, item in pairs if item is not None]
    gold = Gold.model_validate({"article": "x", "quotes": [label_at(*label) for label in labels]})
    scored = score_quotes(card_of(WORDS, quotes=[quote_at(*item) for item in items]), gold)
    verdicts = [judgement.verdict for judgement in scored.judgements if judgement.measure == "quotes.f1"]
    entities = [[{"label": "Q", "start": start, "end": end - 1} for start, end in side] for side in (labels, items)]
    if not labels and not items:
        assert verdicts == []
        assert scored.scores["quotes.f1"].value == 1.0
        return
    theirs = Evaluator([entities[0]], [entities[1]], tags=["Q"], loader="dict").evaluate()["overall"]["partial"]
    assert (verdicts.count("right"), verdicts.count("partial")) == (theirs.correct, theirs.partial)
    assert (verdicts.count("missing"), verdicts.count("spurious")) == (theirs.missed, theirs.spurious)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(0, 0, 0, 0), {"f.f1": 1.0}),
        (Counts(0, 3, 0, 0), {"f.f1": 0.0, "f.precision": 0.0}),
        (Counts(2, 2, 0, 0), {"f.f1": 1.0, "f.precision": 1.0}),
        (Counts(0, 0, 0, 4), {"f.f1": 0.0, "f.recall": 0.0}),
        (Counts(0, 3, 0, 4), {"f.f1": 0.0, "f.precision": 0.0, "f.recall": 0.0}),
        (Counts(2, 4, 1, 4), {"f.f1": 1 / 3, "f.precision": 0.5, "f.recall": 0.25}),
        (Counts(2, 4, 1, 4, incomplete=True), {"f.f1": 0.25, "f.recall": 0.25}),
        (Counts(2, 4, 0, 0, incomplete=True), {}),
    ],
)
def test_rules_for_nothing(counts: Counts, expected: dict[str, float]) -> None:
    """What does not apply is left out; nothing rightly given is 1, something wrongly given 0; of incomplete labels only recall is known."""
    assert {name: score.value for name, score in retrieval("f", counts).items()} == pytest.approx(expected)


def test_a_greedy_choice_is_not_taken() -> None:
    """ "Oberst" could be either of two; the one with the full name is taken by the full name."""
    labels = [{"name": "Gail Oberst"}, {"name": "Nancy Oberst"}]
    assert who_scores(["Oberst", "Gail Oberst"], labels)["who.f1"] == 1.0


def test_an_optional_label_counts_for_what_is_listed_alone() -> None:
    """Listing an optional participant is right; leaving him out is no omission."""
    labels: list[dict[str, Any]] = [{"name": "Ada Korbel"}, {"name": "Tomas Wern", "optional": True}]
    both, one = who_scores(["Ada Korbel", "Tomas Wern"], labels), who_scores(["Ada Korbel"], labels)
    assert both["who.f1"] == one["who.f1"] == 1.0
    assert who_scores(["Tomas Wern"], labels) == {
        "who.f1": 0.0,
        "who.precision": 1.0,
        "who.recall": 0.0,
        "who.exact": 1.0,
    }


def test_incomplete_labels_do_not_count_against() -> None:
    """Where labels are only some of what is right, another name is ignored."""
    labels = [{"name": "Ada Korbel"}]
    assert who_scores(["Ada Korbel", "Ida Ruhl"], labels)["who.f1"] == pytest.approx(2 / 3)
    assert who_scores(["Ada Korbel", "Ida Ruhl"], labels, incomplete=["who"]) == {"who.f1": 1.0, "who.recall": 1.0, "who.exact": 1.0}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Dr. Jane O'Neill", "Jane O’Neill"),
        ("the Lenbridge Mill Trust", "Lenbridge Mill Trust"),
        ("Vasseur", "Élodie Vasseur"),
        ("Elodie Vasseur", "Élodie Vasseur"),
        ("Élodie Marie Vasseur", "Élodie Vasseur"),
        ("WHO", "World Health Organization"),
        ("Donald J. Trump", "Trump"),
        ("Prime Minister Ana Ruiz", "Ana Ruiz"),
        ("J.D. Pruitt", "JD Pruitt"),
        ("Straße AG", "Strasse AG"),
        ("Hilary Clinton", "Hilary Clinton's"),
    ],
)
def test_names_of_the_same(answer: str, accepted: str) -> None:
    """Titles, articles, accents, case, possessives, initials and shorter forms do not make another name."""
    assert similarity(answer, [accepted]) >= SAME


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("John Smith", "Jane Smith"),
        ("Bill Clinton", "Hillary Clinton"),
        ("North Korea", "South Korea"),
        ("", "Ada"),
        ("the", "The Hague"),
        ("WHO", "World Trade Organization"),
        ("Ana", "Banana Republic"),
        ("of", "Bank of England"),
        ("New", "New Zealand"),
        ("the mayor of Trump Falls and his wife", "Trump"),
        ("Élodie Vasseur, Henri Maurel, the guard, Samia Ferrandi", "Henri Maurel"),
    ],
)
def test_names_of_others(answer: str, accepted: str) -> None:
    """A shared surname, or letters in common, do not make the same name."""
    assert similarity(answer, [accepted]) < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_a_similarity(one: str, other: str) -> None:
    """Whatever two texts are, it is from 0 to 1, and 1 for a name with words and itself."""
    assert 0 <= similarity(one, [other]) <= 1
    assert 0 <= place_similarity(one, [other]) <= 1
    assert similarity(one, [one]) in {0.0, 1.0}


@pytest.mark.parametrize(
    ("answer", "accepted", "is_same"),
    [
        ("Croydon", "Croydon, south London", True),
        ("Aleppo", "the northern city of Aleppo", True),
        ("the Lenbridge", "Lenbridge", True),
        ("Korea", "North Korea", False),
        ("North Korea", "Korea", False),
        ("Guinea", "Papua New Guinea", False),
        ("Corsica Algeria Marseille Paris", "Marseille", False),
        ("New", "New Zealand", False),
    ],
)
def test_places(answer: str, accepted: str, is_same: bool) -> None:
    """A place is named in full or by how its name begins: the end of a name is often another place."""
    assert (place_similarity(answer, [accepted]) >= SAME) is is_same


def test_a_required_label_comes_first() -> None:
    """Where a name answers to two labels alike, it is the required one's."""
    labels: list[dict[str, Any]] = [{"name": "Duckett", "optional": True}, {"name": "Duckett"}]
    assert who_scores(["Duckett"], labels)["who.recall"] == 1.0


def test_a_scare_quote_is_taken_by_half_of_its_words() -> None:
    """Half of the words of both are enough for a run that nobody says to be taken."""
    gold = Gold.model_validate({"article": "x", "not_quotes": [label_at(0, 4)["parts"][0]]})
    assert score_quotes(card_of(WORDS, quotes=[quote_at(0, 2)]), gold).scores["quotes.unsaid"].value == 0
    assert score_quotes(card_of(WORDS, quotes=[quote_at(0, 1)]), gold).scores["quotes.unsaid"].value == 1
    assert score_quotes(card_of(WORDS, quotes=[quote_at(0, 12)]), gold).scores["quotes.unsaid"].value == 1


@pytest.mark.parametrize(
    ("answer", "role", "is_right"),
    [
        ("mayor", "the mayor of Lenbridge", True),
        ("mayor of Lenbridge", "mayor", True),
        ("Mayor", "mayor", True),
        ("former rivers minister", "rivers minister", True),
        ("chief executive of the trust", "chief financial officer", False),
        ("mayor " + "and other things of the town that the article tells " * 3, "mayor", False),
        (None, "mayor", False),
        ("", "mayor", False),
    ],
)
def test_roles(answer: str | None, role: str, is_right: bool) -> None:
    """A role needs half of the labelled words, and must not be mostly something else."""
    assert has_role(answer, [role]) is is_right


def test_a_speaker_who_is_not_labelled_is_not_scored() -> None:
    """A quotation without a labelled speaker is matched by its words alone; null says that the article leaves it open."""
    card = card_of(WORDS, quotes=[quote_at(0, 6, "Ada")])
    unlabelled = Gold.model_validate({"article": "x", "quotes": [label_at(0, 6)]})
    open_ = Gold.model_validate({"article": "x", "quotes": [label_at(0, 6, speaker=None)]})
    assert "quotes.speaker" not in score_quotes(card, unlabelled).scores
    assert score_quotes(card, unlabelled).scores["quotes.strict"].value == 1.0
    assert score_quotes(card, open_).scores["quotes.speaker"].value == 0.0


def test_labels_that_are_runs() -> None:
    """Where labels are single runs, a quotation of two parts is two items; else it is one, and found by half of its words."""
    two = quote_at(0, 6, "Ada")
    two["evidence"] += quote_at(10, 16)["evidence"]
    card = card_of(WORDS, quotes=[two])
    labels = [label_at(0, 6), label_at(10, 16)]
    runs = Gold.model_validate({"article": "x", "quotes": labels, "quotes_are": "runs"})
    whole = Gold.model_validate({"article": "x", "quotes": labels})
    assert score_quotes(card, runs).scores["quotes.f1"].value == 1.0
    assert score_quotes(card, whole).scores["quotes.recall"].value == 0.5
