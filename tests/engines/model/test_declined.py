"""Rules of a model that declines an article: the card is made all the same, by the built-in engine, and says so everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.card import Card
from summarize.engines.model.faults import DeclinedError, of_status
from summarize.errors import ConfigurationError, ModelError
from summarize.pipeline import Pipeline, pipeline_for
from summarize.rendering import render
from summarize.settings import Settings
from summarize.testing import FakeServer, Reply, faults
from tests.engines.model.answers import FIRE, GOOD, after_probe, engine_at, is_drafting, told

BUILT_IN = pipeline_for(Settings(nlp="off")).card(FIRE)

DECLINED = {
    "refusal": (faults.refusal("I will not."), "the model refused: I will not", 1),
    "filter": (faults.content_filter(), "content filter", 1),
    "filtered answer": (faults.content_filter(json.dumps(GOOD)), "content filter", 1),
    "filtered request": (faults.filtered_request(), "content filter stopped the article (400)", 1),
    "moderation": (faults.refused_request("Your input was flagged by moderation", 403), "flagged", 1),
    "cut twice": (faults.cut_at_limit('{"headline"'), "cut off at the limit of 8,000 tokens", 2),
    "spoilt twice": (faults.sample_failed(), "not in the form asked for", 2),
    "no choices": (faults.empty_choices(), "no choices", 1),
    "broken JSON": (faults.invalid_json(), "no answer in the form asked for", 2),
    "another form": (faults.wrong_schema(), "no answer in the form asked for", 2),
    "prose": (faults.unenforced_schema(), "no answer in the form asked for", 2),
    "a refusal in prose": (Reply("I cannot help with violence."), "no answer in the form asked for", 2),
}


@pytest.mark.parametrize("kind", DECLINED)
def test_a_declined_article_has_the_built_in_engines_card(tmp_path: Path, kind: str) -> None:
    """Whatever keeps a model from one article, the card is the built-in engine's, says why, and counts what was paid."""
    fault, reason, requests = DECLINED[kind]
    with FakeServer(after_probe(fault)) as server:
        engine = engine_at(server, tmp_path)
        card = Pipeline(engine).card(FIRE)
        served = server.served
    assert card.model_dump(exclude={"provenance"}) == BUILT_IN.model_dump(exclude={"provenance"})
    made = card.provenance
    assert (made.engine, made.model, made.prompt) == ("extractive", None, None)
    assert made.declined is not None
    assert made.declined.model == "m"
    assert reason in made.declined.reason
    assert "\n" not in made.declined.reason
    assert served.requests == 1 + requests == made.usage.requests
    assert (made.usage.input_tokens, made.usage.output_tokens) == (served.input_tokens, served.output_tokens)
    assert any(FIRE.source in line and reason in line for line in told(engine))


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_every_form_says_that_the_card_is_not_the_models(tmp_path: Path, form: str) -> None:
    """Before what it tells, each form says that the built-in engine made the card, which model declined, and why; without, none does."""
    with FakeServer(after_probe(faults.refusal("I <b>will</b> not\x1b[2J"))) as server:
        card = Pipeline(engine_at(server, tmp_path)).card(FIRE)
    shown = " ".join(render(card, form, width=200).split())
    plain = " ".join(render(BUILT_IN, form, width=200).split())
    if form == "json":
        assert json.loads(shown)["provenance"]["declined"]["model"] == "m"
        assert json.loads(plain)["provenance"]["declined"] is None
    else:
        assert "made by the built-in engine: m gave no card of this article: the model refused" in shown
        assert shown.index("gave no card") < shown.index("early on Friday")
        assert "gave no card" not in plain
    assert "\x1b" not in shown
    assert form in {"json", "terminal"} or "<b>will" not in shown
    assert Card.model_validate_json(card.model_dump_json()) == card


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (faults.auth_error(), ConfigurationError),
        (faults.model_not_found(), ModelError),
        (faults.html(), ModelError),
        (faults.rate_limited(insufficient_quota=True), ModelError),
        (faults.context_length(), ModelError),
        (faults.server_error(500), ModelError),
    ],
    ids=["key", "model", "page", "quota", "context", "500"],
)
def test_what_is_no_matter_of_the_article_stays_an_error(tmp_path: Path, fault: Reply, kind: type[Exception]) -> None:
    """A wrong key, a wrong address, an empty account or a broken server is never quietly made up for."""
    with FakeServer(after_probe(fault)) as server, pytest.raises(kind) as caught:
        Pipeline(engine_at(server, tmp_path)).card(FIRE)
    assert not isinstance(caught.value, DeclinedError)


def test_an_endpoint_that_is_gone_stays_an_error(tmp_path: Path) -> None:
    """Where nothing answers there is an error."""
    with FakeServer() as server:
        engine = engine_at(server, tmp_path)
    with pytest.raises(ModelError, match="nothing answers"):
        Pipeline(engine).card(FIRE)


def test_a_cut_answer_is_asked_for_with_more_room(tmp_path: Path) -> None:
    """An answer that came to its limit is asked for once more with twice the room."""
    with FakeServer(after_probe(faults.cut_at_limit(""), Reply(GOOD))) as server:
        card = Pipeline(engine_at(server, tmp_path, answer_tokens=500)).card(FIRE)
        limits = [request.body["max_tokens"] for request in server.requests if is_drafting(request)]
    assert card.provenance.engine == "model"
    assert limits == [500, 1000]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, {"code": "content_filter", "message": "x"}),
        (400, {"code": "400", "message": "blocked", "innererror": {"code": "ResponsibleAIPolicyViolation"}}),
        (400, {"code": "data_inspection_failed", "message": "Input data may contain inappropriate content."}),
        (403, {"message": "openai/gpt requires moderation. Your input was flagged for violence."}),
        (400, {"message": "Request blocked: PROHIBITED_CONTENT"}),
        (451, {"message": "Stopped by our content policy"}),
    ],
)
def test_content_filters_are_known_in_many_words(status: int, error: dict[str, object]) -> None:
    """A filter is told from a refused key and from a wrong request by its code or its words, in an error's body or bare."""
    for body in (error, {"error": error}):
        assert isinstance(of_status(status, body, {}, "m"), DeclinedError)
