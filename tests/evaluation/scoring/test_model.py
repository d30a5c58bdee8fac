"""Rules of the measures of what a model's own answer brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Settings, evaluate
from summarize.card import Rejection
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftStatement, DraftTime
from summarize.evaluation.runs.maker import Maker
from summarize.evaluation.scoring.shares import contribution
from summarize.testing import FakeServer, Reply

FULL = Draft(
    headline=DraftStatement(sentences=(1,), text="A bridge reopened"),
    what=(DraftStatement(sentences=(1,)),),
    who=(DraftParticipant(participant=1), DraftParticipant(participant=2)),
    when=(DraftTime(time=1),),
    where=(DraftPlace(place=1),),
    background=(DraftStatement(sentences=(2,)),),
)
NO = Rejection(field="who", value="participant 9", reason="there is no participant 9")


@pytest.mark.parametrize(
    ("draft", "rejected", "answered", "kept"),
    [
        (FULL, 0, 1.0, 1.0),
        (FULL, 1, 1.0, 6 / 7),
        (FULL, 50, 1.0, 0.0),
        (Draft(), 0, 0.0, None),
        (Draft(title_is_headline=True), 0, 1 / 6, None),
        (Draft(who=(DraftParticipant(participant=1),)), 0, 1 / 6, 1.0),
    ],
)
def test_shares(draft: Draft, rejected: int, answered: float, kept: float | None) -> None:
    """Answered is the share of six fields that say something; kept the share of what was proposed that was not refused."""
    scores = contribution(draft, [NO] * rejected)
    assert scores["model.answered"].value == pytest.approx(answered)
    assert (scores["model.kept"].value if "model.kept" in scores else None) == (
        None if kept is None else pytest.approx(kept)
    )


def test_an_empty_answer_looks_empty(tmp_path: Path) -> None:
    """An endpoint that answers nothing has the built-in engine's card, and is not scored as if it had answered."""
    (tmp_path / "a.txt").write_text("LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, Omar Reyes said.")
    (tmp_path / "a.yaml").write_text("article: a.txt\nwho: [{name: Omar Reyes}]\n")
    empty = '{"headline": {"text": "", "sentences": []}, "what": [], "who": [], "date": 0, "place": 0, "background": [], "speakers": [], "unsaid": [], "claims": [], "roles": [], "missed": []}'
    with FakeServer(Reply(empty)) as server:
        settings = Settings(engine="model", model="m", base_url=server.base_url, nlp="off", judge="off", cache=tmp_path)
        run = evaluate(tmp_path / "a.yaml", settings=settings)
    (case,) = run.cases
    assert case.failure is None
    assert case.scores["who.f1"].value == 1.0
    assert case.scores["model.answered"].value == 0.0


def test_a_run_by_a_prompt_of_ones_own_is_called_so(tmp_path: Path) -> None:
    """Its name has that of the prompt's file, so that the gate does not take it for the run by the built-in prompt."""
    prompt = tmp_path / "shorter.md"
    prompt.write_bytes((Path(__file__).parents[3] / "prompts" / "brief" / "v2.md").read_bytes())
    common = {"engine": "model", "model": "m", "base_url": "http://127.0.0.1:9/v1", "nlp": "off", "judge": "off"}
    names = []
    for given in (None, prompt):
        maker = Maker(Settings(**common, prompt=given), keeps=False)  # type: ignore[arg-type] # a table of texts
        names.append(maker.about.name)
        maker.close()
    assert names == ["m", "m by shorter"]
