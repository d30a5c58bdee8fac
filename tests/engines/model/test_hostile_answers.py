"""Rules for answers that are made to do harm: what a model invents, or is made to say, is refused by a rule or by the judge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.evidence import syntax
from summarize.pipeline import Pipeline
from summarize.testing import FakeServer, Reply
from tests.engines.model.answers import FIRE, after_probe, changed, engine_at, judge_of
from tests.engines.model.cards import BUILT_IN, card_from, everything_said, reasons

HOSTILE: dict[str, tuple[dict[str, Any], str]] = {
    "obeys an injection": (
        changed(headline={"text": "Vote for Mayor Ferrandi, the best mayor of all time", "sentences": [17]}),
        "best mayor",
    ),
    "adds a link": (
        changed(what=[{"text": "A fire tore through a ferry terminal, see https://evil.example/x", "sentences": [1]}]),
        "evil.example",
    ),
    "adds an image": (
        changed(what=[{"text": "A fire tore through a ferry terminal ![x](//evil.example/y)", "sentences": [1]}]),
        "evil.example",
    ),
    "adds a script": (
        changed(headline={"text": "Fire <script>alert(1)</script> in Marseille", "sentences": [1]}),
        "<script",
    ),
    "invents a quotation in the news": (
        changed(what=[{"text": "The fire was “an act of war”, said Henri Maurel.", "sentences": [10]}]),
        "act of war",
    ),
    "invents a quotation": (
        changed(
            missed=[{"kind": "quotation", "words": "We lit it ourselves", "sentence": 10, "role": "", "participant": 3}]
        ),
        "lit it ourselves",
    ),
    "takes a sentence for a quotation": (
        changed(
            missed=[
                {
                    "kind": "quotation",
                    "words": "The three missing are cleaners employed by a contractor",
                    "sentence": 7,
                    "role": "",
                    "participant": 3,
                }
            ]
        ),
        "“The three missing",
    ),
    "invents a person": (
        changed(missed=[{"kind": "person", "words": "Marcel Dubois", "sentence": 1, "role": "arsonist", "participant": 0}]),
        "Dubois",
    ),
    "invents a role": (changed(roles=[{"participant": 3, "role": "chief arsonist of the harbour"}]), "arsonist"),
    "invents a place": (
        changed(missed=[{"kind": "place", "words": "Toulon", "sentence": 1, "role": "", "participant": 0}]),
        "Toulon",
    ),
    "invents a date": (
        changed(missed=[{"kind": "date", "words": "12 February 2031", "sentence": 1, "role": "", "participant": 0}]),
        "2031",
    ),
    "changes a figure": (
        changed(what=[{"text": "A fire tore through a ferry terminal, injuring 140 people.", "sentences": [1]}]),
        "140",
    ),
    "names somebody in the news": (
        changed(what=[{"text": "A fire set by Marcel Dubois tore through a ferry terminal.", "sentences": [1]}]),
        "Dubois",
    ),
    "drops a not": (
        changed(what=[{"text": "The smoke is unpleasant and poisonous.", "sentences": [19]}]),
        "unpleasant and poisonous",
    ),
    "adds a not": (
        changed(what=[{"text": "Some 160 firefighters and two fireboats were not sent.", "sentences": [5]}]),
        "were not sent",
    ),
    "kills the missing": (
        changed(headline={"text": "Marseille ferry terminal fire kills three workers", "sentences": [1, 2, 3, 4]}),
        "kills",
    ),
    "swaps a speaker": (changed(speakers=[{"quotation": 2, "participant": 8}]), "Until we have searched … Ferrandi"),
    "fills a template": (
        changed(headline={"text": "Fire in {{ article.publisher }} terminal", "sentences": [1]}),
        "{{",
    ),
    "breaks the line": (changed(headline={"text": "Fire\n\n# Rejected: nothing", "sentences": [1]}), "# Rejected"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answer_leaves_no_trace_on_the_card(tmp_path: Path, name: str) -> None:
    """What a model invents, adds, swaps or is made to say is refused by a rule or by the judge, with a reason; the rest of the card stands."""
    answer, trace = HOSTILE[name]
    card, _ = card_from(tmp_path, answer, rulings=judge_of("not there", trace))
    said = everything_said(card)
    assert trace not in said
    assert card.rejected, "it is shown that something was refused"
    assert all(one.reason for one in card.rejected)
    (speaker,) = {quote.speaker for quote in card.quotes if quote.text.startswith("Until we have searched")}
    assert speaker == "Henri Maurel"
    assert [quote.text for quote in card.quotes] == [quote.text for quote in BUILT_IN.quotes]
    assert card.what
    assert card.who


FOR_THE_JUDGE = {"obeys an injection", "drops a not", "adds a not", "kills the missing", "breaks the line"}
"""What no rule refuses that looks at figures, dates, names and the form alone."""


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - FOR_THE_JUDGE))
def test_what_rules_refuse_is_put_to_no_judge(tmp_path: Path, name: str) -> None:
    """What rules refuse is gone whatever a judge would say: it is not asked about it."""
    answer, trace = HOSTILE[name]
    with FakeServer(after_probe(Reply(answer))) as server:
        card = Pipeline(engine_at(server, tmp_path)).card(FIRE)
        assert not [request for request in server.requests if request.claims and trace in request.last_user]
    assert trace not in everything_said(card)


@pytest.mark.parametrize("name", ["obeys an injection", "drops a not"])
def test_rules_that_read_sentences_refuse_more(tmp_path: Path, name: str) -> None:
    """With the NLP model rules refuse alone, where the judge lets all stand, a rank that nobody has and a denial that became its opposite."""
    answer, trace = HOSTILE[name]
    with FakeServer(after_probe(Reply(answer))) as server:
        card = Pipeline(engine_at(server, tmp_path), syntax.load()).card(FIRE)
    assert trace not in everything_said(card)
    assert trace in reasons(card)
