from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.errors import UsageError
from summarize.evaluation.gold.compared import Agreement, agreement, overlap, same_fact
from summarize.evaluation.gold.files import GoldFile, gold_text, read_gold
from summarize.evaluation.gold.labels import Fact, Gold
from summarize.evaluation.gold.tally import FieldAgreement, f1, kappa

from .articles import AGAIN, NEVER, SAFE, SUMMER, sound, words, write


def agreed(tmp_path: Path, *pairs: tuple[dict[str, Any], dict[str, Any]]) -> Agreement:
    """The agreement of two labellers on as many articles; each side is given by its changes to the sound labels."""
    files: list[list[GoldFile]] = []
    for side, folder in enumerate(("first", "second")):
        files.append([])
        for number, pair in enumerate(pairs):
            labels = {key: value for key, value in {**sound(), **pair[side]}.items() if value is not ...}
            path = write(tmp_path / folder, gold_text(Gold.model_validate(labels)), f"{number}.yaml")
            files[-1].append(read_gold(path))
    return agreement(*files)


def figure(found: Agreement, field: str) -> FieldAgreement:
    return next(one for one in found.figures if one.field == field)


def value(found: Agreement, field: str) -> float | None:
    result = figure(found, field).value
    return None if result is None else round(result, 4)


def differences(found: Agreement) -> list[str]:
    return [
        f"{one.file.path.parent.name}: {one.label}: {one.message.split(', in /')[0]}" for one in found.disagreements
    ]


def test_themselves(tmp_path: Path) -> None:
    """Whoever labels the same agrees in everything, and differs in nothing."""
    found = agreed(tmp_path, ({}, {}))
    assert {one.value for one in found.figures} <= {1.0, None}
    assert found.disagreements == ()
    assert found.articles == 1


# Kappa, by hand: observed agreement less that of chance, over what chance leaves.


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        # Cohen's own kind of table: both yes 20, yes/no 5, no/yes 10, both no 15. Observed .7, by chance .5 * .6 + .5 * .4 = .5.
        ({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}, 0.4),
        # Observed .6; by chance .5 * .5 + .5 * .5 = .5.
        ({("a", "a"): 3, ("a", "b"): 2, ("b", "a"): 2, ("b", "b"): 3}, 0.2),
        # As often apart as there are decisions: observed 0, by chance .5.
        ({("a", "b"): 5, ("b", "a"): 5}, -1.0),
        # Three categories, observed 6/9; by chance (4*4 + 3*3 + 2*2) / 81 = 29/81: (54 - 29) / (81 - 29).
        ({("a", "a"): 3, ("b", "b"): 2, ("c", "c"): 1, ("a", "b"): 1, ("b", "c"): 1, ("c", "a"): 1}, 25 / 52),
    ],
)  # fmt: skip
def test_kappa(table: dict[tuple[str, str], int], expected: float) -> None:
    """Cohen's kappa of tables that were worked out by hand."""
    assert kappa([pair for pair, times in table.items() for _ in range(times)]) == pytest.approx(expected)


def test_kappa_without_a_choice() -> None:
    """Where both always say the same one thing, or nothing was decided, kappa says nothing."""
    assert kappa([]) is None
    assert kappa([("a", "a")] * 5) is None
    assert kappa([("a", "a")] * 4 + [("a", "b")]) == pytest.approx(0.0)


def test_f1() -> None:
    """Twice the pairs over the labels of both."""
    assert f1(2, 3, 4) == pytest.approx(4 / 7)
    assert f1(0, 0, 0) is None
    assert f1(0, 2, 0) == 0.0


def test_quotations(tmp_path: Path) -> None:
    """Quotations are paired by their characters; of the pairs it is told whether words and speaker are the same."""
    first = [
        {"parts": [words(SAFE), words(NEVER)], "speaker": "Maya Brandt"},
        {"parts": [words(AGAIN)], "speaker": "Maya Brandt"},
    ]
    second = [{"parts": [words(SAFE)], "speaker": "Brandt"}, {"parts": [words(NEVER)], "speaker": None}]
    found = agreed(tmp_path, ({"quotes": first}, {"quotes": second, "not_quotes": [words(SUMMER), words(AGAIN)]}))
    # Of 32 characters the halves have 15 and 17: 2*17 / (32+17) is the better pair.
    assert figure(found, "quotes") == FieldAgreement("quotes", "F1", 0.5, 1, 2, 2, 1)
    assert value(found, "quotes: same words") == 0.0
    assert value(found, "quotes: speaker") == 0.0
    assert value(found, "not_quotes") == round(2 / 3, 4)
    # Of four runs one is decided otherwise. Said: 3 and 2 of 4; by chance 3/4 * 2/4 + 1/4 * 2/4 = 1/2.
    assert value(found, "words in marks: said or not") == 0.5
    assert differences(found) == [
        f"first: quotes[1]: only here: “{AGAIN}”",
        f"second: quotes[0]: only here: “{SAFE}”",
        "first: quotes[0].parts: the two have not the same words",
        "first: quotes[0].speaker: Maya Brandt",
        f"second: not_quotes[1]: only here: “{AGAIN}”",
    ]


def test_speakers(tmp_path: Path) -> None:
    """Two speakers are the same if either labeller accepts what the other says, or both leave it open; not labelled is not compared."""
    parts = [[words(SAFE)], [words(NEVER)], [words(AGAIN)]]

    def quotes(*speakers: Any) -> list[dict[str, Any]]:
        return [
            {"parts": part} | ({} if who is ... else {"speaker": who})
            for part, who in zip(parts, speakers, strict=True)
        ]

    found = agreed(
        tmp_path, ({"quotes": quotes("Maya Brandt", None, ...)}, {"quotes": quotes("Brandt", None, "Brandt")})
    )
    assert figure(found, "quotes: speaker") == FieldAgreement("quotes: speaker", "share", 1.0, 2, 2, 2, 1)


def test_names(tmp_path: Path) -> None:
    """Names are paired by any name that is accepted; which are required, of what kind and in which role is told of the pairs."""
    first = [
        {"name": "Maya Brandt", "roles": ["council leader"], "kind": "person"},
        {"name": "Ells Gazette", "kind": "organisation", "optional": True},
        {"name": "town council", "kind": "organisation"},
    ]
    second = [
        {"name": "Brandt", "roles": ["leader"], "kind": "person", "optional": True},
        {"name": "lobster buyers", "kind": "group"},
        {"name": "Gazette", "aliases": ["Ells Gazette"], "kind": "group", "optional": True},
        {"name": "the town council", "kind": "organisation"},
    ]
    found = agreed(tmp_path, ({"who": first}, {"who": second}))
    assert figure(found, "who") == FieldAgreement("who", "F1", 2 * 3 / 7, 3, 3, 4, 1)
    assert figure(found, "who: required ones") == FieldAgreement("who: required ones", "F1", 0.5, 1, 2, 2, 1)
    # Required: 2 and 1 of 3, the same in 2 of 3; by chance 2/3 * 1/3 + 1/3 * 2/3 = 4/9, so (6/9 - 4/9) / (5/9).
    assert value(found, "who: required or optional") == 0.4
    # Kinds: the same in 2 of 3; by chance 1/3 * 1/3 + 2/3 * 1/3 = 3/9, so (6/9 - 3/9) / (6/9).
    assert value(found, "who: kind") == 0.5
    assert value(found, "who: role") == 1.0
    assert "second: who[1]: only here: lobster buyers" in differences(found)
    assert "first: who[0]: Maya Brandt is required" in differences(found)


def test_places_and_dates(tmp_path: Path) -> None:
    """The main place and date are the same if one is right for both; dates are compared by value, each once."""
    first = {
        "where": [{"name": "Port Ells", "main": True}, {"name": "Ells", "main": True, "optional": True}],
        "when": [
            {"start": "2026-05-04", "text": "Monday", "main": True},
            {"start": "2026-05-04", "text": "4 May 2026", "optional": True},
            {"start": "1961", "text": "1961"},
            {"start": None, "text": "summer"},
        ],
    }
    second = {
        "where": [{"name": "PORT ELLS", "main": True}],
        "when": [{"start": "2026-05", "text": "Monday", "main": True}, {"start": "1961", "text": "1961"}],
    }
    found = agreed(tmp_path, (first, second))
    assert value(found, "where: main place") == 1.0
    assert figure(found, "when") == FieldAgreement("when", "F1", 0.5, 1, 2, 2, 1)
    assert value(found, "when: main date") == 0.0
    assert "first: when: the main date is 2026-05-04" in differences(found)
    assert "second: when[0]: only here: 2026-05" in differences(found)


def test_facts(tmp_path: Path) -> None:
    """Facts are the same if an alternative of one holds one of the other, or if they share half of their words."""
    first, second = [["bridge was closed", "shut"], ["1961"]], [["closed"], ["The bridge in danger"]]
    found = agreed(tmp_path, ({"what": first}, {"what": second}))
    assert figure(found, "what") == FieldAgreement("what", "F1", 0.5, 1, 2, 2, 1)
    assert same_fact(Fact(any=("the old town bridge",)), Fact(any=("bridge of the old town",))) == 1.0
    assert same_fact(Fact(any=("one two six",)), Fact(any=("six ten",))) == 2 * 1 / 5


def test_pooled_over_articles(tmp_path: Path) -> None:
    """Labels are counted over all articles together, and a field that one of them left out of an article is not compared there."""
    found = agreed(
        tmp_path,
        ({"who": [{"name": "Maya Brandt"}]}, {"who": [{"name": "Brandt"}, {"name": "Ells Gazette"}]}),
        ({"who": [{"name": "Ells Gazette"}]}, {"who": []}),
        ({}, {"who": ..., "title": ...}),
    )
    assert figure(found, "who") == FieldAgreement("who", "F1", 0.5, 1, 2, 2, 2)
    assert figure(found, "title").articles == 2


def test_alone_and_not_together(tmp_path: Path) -> None:
    """Files that only one has are named; two folders without a name in common, or about different texts, cannot be compared."""
    gold = gold_text(Gold.model_validate(sound()))
    first = [read_gold(write(tmp_path / "a", gold, name)) for name in ("x.yaml", "y.yaml")]
    second = [read_gold(write(tmp_path / "b", gold, name)) for name in ("y.yaml", "z.yaml")]
    assert [file.name for file in agreement(first, second).alone] == ["x", "z"]
    with pytest.raises(UsageError, match="same name"):
        agreement(first[:1], second)
    other = read_gold(write(tmp_path / "c", gold_text(Gold.model_validate({**sound(), "id": "sha256:0"})), "y.yaml"))
    with pytest.raises(UsageError, match="another text"):
        agreement(first, [other])


def test_overlap() -> None:
    """Dice's coefficient of characters: twice those in common over those of both."""
    assert overlap([(0, 10)], [(5, 15)]) == 0.5
    assert overlap([(0, 4), (6, 10)], [(2, 8)]) == pytest.approx(2 * 4 / 14)
    assert overlap([], []) == 0.0
