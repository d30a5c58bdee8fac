"""Rules of long articles: parts cover every sentence, overlap, keep their numbers, and are merged by code."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Span
from summarize.engines.model.drafting import Answer
from summarize.engines.model.together import merge_answers, parts
from summarize.findings import Findings, Sentence
from summarize.pipeline import Pipeline
from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import FIRE, GOOD, JUDGE, changed, engine_at, is_probe


def _findings(lengths: list[int]) -> Findings:
    sentences, start = [], 0
    for number, length in enumerate(lengths, 1):
        sentences.append(Sentence(number=number, span=Span(start=start, end=start + length), paragraph=0))
        start += length + 1
    return Findings(sentences=tuple(sentences))


@given(st.lists(st.integers(1, 400), max_size=60), st.integers(1, 1500))
def test_parts_cover_every_sentence_and_overlap(lengths: list[int], window: int) -> None:
    """Every sentence is in a part, parts go forward and share sentences at the seam, and each brings something new."""
    found = parts(_findings(lengths), window)
    if not lengths:
        assert found == [(1, 0)]
        return
    assert found[0][0] == 1
    assert found[-1][1] == len(lengths)
    for (first, last), (next_first, next_last) in pairwise(found):
        assert first < next_first <= last < next_last
        assert last - next_first + 1 == 3
    if sum(lengths) <= window:
        assert len(found) == 1


def test_answers_are_merged_by_stated_rules() -> None:
    """The news is the first part's; participants and background are taken in turns; corrections and what was missed are put together."""
    one = Answer.model_validate(changed(who=[1, 2], background=[4], speakers=[{"quotation": 1, "participant": 2}]))
    two = Answer.model_validate(
        changed(
            headline={"text": "Another", "sentences": [9]},
            who=[7, 1],
            date=9,
            background=[8, 9],
            speakers=[{"quotation": 1, "participant": 3}, {"quotation": 5, "participant": 7}],
            unsaid=[6],
        )
    )
    both = merge_answers([one, two])
    assert both.headline == one.headline
    assert both.date == one.date
    assert both.who == (1, 7, 2)
    assert both.background == (4, 8, 9)
    assert {(entry.quotation, entry.participant) for entry in both.speakers} == {(1, 2), (5, 7)}
    assert both.unsaid == (6,)


def test_a_long_article_is_drafted_in_parts_and_says_so(tmp_path: Path) -> None:
    """An article over the window is asked about in parts; every sentence is sent, the card tells the parts, nothing is cut."""
    seen: list[str] = []

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        seen.append(request.last_user)
        return Reply(GOOD)

    with FakeServer(script) as server:
        card = Pipeline(engine_at(server, tmp_path, window=900)).card(FIRE)
    assert card.provenance.checks.parts == len(seen) > 2
    for number in range(1, 25):
        assert any(f"\n{number}: " in text for text in seen)
    assert card.provenance.usage.requests == len(seen) + 1 + JUDGE


def test_a_part_that_is_declined_gives_the_built_in_engines_card(tmp_path: Path) -> None:
    """If the model declines one part, no card is made of the others; what is under way is finished, and nothing more is asked."""
    from summarize.testing import faults

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return faults.refusal("No.") if "\n1: " in request.last_user else Reply(GOOD)

    with FakeServer(script) as server:
        card = Pipeline(engine_at(server, tmp_path, window=900, jobs=1)).card(FIRE)
        assert server.served.requests == 2
    assert card.provenance.engine == "extractive"
    assert card.provenance.declined is not None
    assert "No." in card.provenance.declined.reason


def test_parts_that_fail_fail_the_article(tmp_path: Path) -> None:
    """If one part meets an endpoint that is out of order, the article fails."""
    import pytest

    from summarize.errors import ModelError
    from summarize.testing import faults

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return faults.model_not_found() if "\n24: " in request.last_user else Reply(GOOD)

    with FakeServer(script) as server, pytest.raises(ModelError, match="has no model"):
        Pipeline(engine_at(server, tmp_path, window=900)).card(FIRE)
