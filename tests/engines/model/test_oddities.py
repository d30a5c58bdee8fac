"""Rules for what endpoints send that they should not: each is one line with exit code 5, or is understood; nothing is a traceback."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from summarize.engines.model.completions import usage_of
from summarize.engines.model.faults import QuotaError, TransientError, UnsupportedError, of_status, retry_after
from summarize.errors import ConfigurationError, ModelError
from summarize.pipeline import Pipeline
from summarize.settings import Price
from summarize.testing import FakeServer, Reply, Request, faults
from tests.engines.model.answers import FIRE, GOOD, JUDGE, after_probe, changed, engine_at, is_probe, told


def body(**fields: Any) -> Reply:
    """Status 200 with a completion of any shape."""
    whole = {
        "id": "x", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": json.dumps(GOOD)}}],
        "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
        **fields,
    }  # fmt: skip
    return Reply(body=json.dumps(whole).encode(), headers={"content-type": "application/json"})


def message(**fields: Any) -> Reply:
    """Status 200 with a message of any shape."""
    return body(
        choices=[{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": None, **fields}}]
    )


@pytest.mark.parametrize(
    "reply",
    [
        body(choices={"a": 1}),
        body(choices=[None]),
        body(choices=["x"]),
        body(choices=[{"finish_reason": "stop", "message": None}]),
        body(choices=[{"finish_reason": "stop", "message": "hello"}]),
        message(content={"a": 1}),
        message(content=7),
        message(content=[{"type": "image_url"}]),
        message(refusal={}),
        message(tool_calls="x"),
        message(tool_calls=[{"type": "function", "function": {"arguments": None}}]),
        Reply(body=b"\xff\xfe\xfa", headers={"content-type": "application/json"}),
        Reply(body=b'{"id": "x", "choices"', headers={"content-type": "application/json"}),
        Reply(body=b"[]", headers={"content-type": "application/json"}),
        Reply(body=b"null", headers={"content-type": "application/json"}),
        Reply(body=b'{"error": {"message": "overloaded"}}', headers={"content-type": "application/json"}),
    ],
)
def test_a_malformed_answer_is_one_line(tmp_path: Path, reply: Reply) -> None:
    """Status 200 with anything but a completion is an error of one line, and its cost is unknown unless it told its tokens."""
    with FakeServer(after_probe(reply)) as server:
        engine = engine_at(server, tmp_path)
        with pytest.raises(ModelError) as caught:
            Pipeline(engine).card(FIRE)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 5
    assert engine.spent.unknown or engine.spent.output_tokens


def test_the_probe_survives_a_malformed_answer(tmp_path: Path) -> None:
    """A probe answered with nonsense is an error of one line too."""
    with FakeServer(message(content=7)) as server, pytest.raises(ModelError, match="shape of a completion"):
        Pipeline(engine_at(server, tmp_path)).card(FIRE)


def test_an_endpoints_own_words_are_told(tmp_path: Path) -> None:
    """An error under status 200 is told in the endpoint's words."""
    reply = Reply(body=b'{"error": {"message": "overloaded"}}', headers={"content-type": "application/json"})
    with FakeServer(after_probe(reply)) as server, pytest.raises(ModelError, match="overloaded"):
        Pipeline(engine_at(server, tmp_path)).card(FIRE)


def test_a_content_of_parts_is_put_together(tmp_path: Path) -> None:
    """A content given as a list of texts is their text."""
    text = json.dumps(GOOD)
    reply = message(content=[{"type": "text", "text": text[:40]}, {"type": "text", "text": text[40:]}])
    with FakeServer(after_probe(reply)) as server:
        assert Pipeline(engine_at(server, tmp_path)).card(FIRE).headline.text == GOOD["headline"]["text"]


@pytest.mark.parametrize(
    "usage",
    [
        None,
        [1],
        {"prompt_tokens": -5, "completion_tokens": 3},
        {"prompt_tokens": "12", "completion_tokens": 3},
        {"prompt_tokens": None, "completion_tokens": None},
        {"prompt_tokens": True, "completion_tokens": 3},
    ],
)
def test_a_count_that_cannot_be_is_unknown(tmp_path: Path, usage: Any) -> None:
    """Missing, negative or odd counts of tokens are unknown, and the card is made all the same."""
    with FakeServer(after_probe(body(usage=usage))) as server:
        engine = engine_at(server, tmp_path, prices={"m": Price(1, 1)})
        card = Pipeline(engine).card(FIRE)
    assert card.provenance.cost_usd is None
    assert card.provenance.usage.input_tokens >= 0
    assert engine.spent.unknown == 1


def test_cached_tokens_are_never_more_than_those_sent() -> None:
    """A count of cached tokens beyond the input, or below nothing, is bounded."""
    from openai.types.chat import ChatCompletion

    for cached, counted in ((99, 10), (-4, 0), (None, 0), (7, 7)):
        completion = ChatCompletion.construct(
            usage=ChatCompletion.construct(
                prompt_tokens=10,
                completion_tokens=1,
                prompt_tokens_details=ChatCompletion.construct(cached_tokens=cached),
            )
        )
        usage = usage_of(completion)
        assert usage is not None
        assert usage.cached_tokens == counted


OPENAI_SAYS = (
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
)


def test_a_refused_parameter_is_the_one_that_is_named() -> None:
    """The parameter is the one that the error names, not the one it recommends; a value out of range refuses none."""
    error = of_status(400, {"error": {"message": OPENAI_SAYS, "param": "max_tokens"}}, {}, "m")
    assert isinstance(error, UnsupportedError)
    assert error.parameter == "max_tokens"
    error = of_status(400, {"error": {"message": OPENAI_SAYS}}, {}, "m")
    assert isinstance(error, UnsupportedError)
    assert error.parameter == "max_tokens"
    large = of_status(
        400, {"error": {"message": "max_tokens is too large: 4000, at most 2048", "param": "max_tokens"}}, {}, "m"
    )
    assert not isinstance(large, UnsupportedError)
    assert "SUMMARIZE_ANSWER_TOKENS" in str(large)


def test_a_reasoning_model_of_any_name_is_asked_as_it_wants(tmp_path: Path) -> None:
    """A model behind a name of its own that refuses `max_tokens` in OpenAI's words is asked with the other parameter."""

    def script(request: Request) -> Reply:
        if "max_tokens" in (request.body or {}):
            return Reply(
                status=400, error={"message": OPENAI_SAYS, "param": "max_tokens", "code": "unsupported_parameter"}
            )
        return Reply() if is_probe(request) else Reply(GOOD)

    with FakeServer(script) as server:
        card = Pipeline(engine_at(server, tmp_path, model="my-deployment")).card(FIRE)
    assert card.headline.text == GOOD["headline"]["text"]


@pytest.mark.parametrize(
    ("status", "error", "kind", "says"),
    [
        (402, {"message": "Insufficient Balance"}, QuotaError, "Insufficient Balance"),
        (429, {"message": "x", "type": "insufficient_quota", "code": "429"}, QuotaError, "no quota"),
        (403, {"message": "Your input was flagged by moderation"}, ModelError, "flagged by moderation"),
        (403, {"message": "This key may not use the model"}, ConfigurationError, "refused the key"),
        (401, {"message": "no"}, ConfigurationError, "refused the key"),
        (404, {"message": "No endpoints found that support response_format"}, ModelError, "No endpoints"),
        (429, {"message": "slow down"}, TransientError, "slow down"),
    ],
)
def test_a_status_means_what_its_body_says(
    status: int, error: dict[str, str], kind: type[Exception], says: str
) -> None:
    """Payment, moderation, keys and forms are told apart by the body, and the endpoint's words are kept."""
    found = of_status(status, {"error": error}, {}, "m")
    assert isinstance(found, kind)
    assert says in str(found)


def test_a_date_beyond_all_dates_is_nothing() -> None:
    """A Retry-After that no clock can hold is as good as none."""
    assert retry_after({"retry-after": "Mon, 01 Jan 0001 00:00:00 +9999"}) in {None, 0.0}


def test_a_thinking_model_gets_room_for_the_probe(tmp_path: Path) -> None:
    """A probe that was cut at its limit is asked once more with all the room an answer has, and the rung is not lost."""

    def script(request: Request) -> Reply:
        if is_probe(request):
            return faults.cut_at_limit("") if (request.body or {}).get("max_tokens", 0) < 1000 else Reply()
        return Reply(GOOD)

    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path)
        Pipeline(engine).card(FIRE)
        assert server.served.requests == 2 + 1 + JUDGE
    assert engine.rung == "schema"


def test_a_form_refused_in_any_words_is_stepped_down_from(tmp_path: Path) -> None:
    """During the probe every refusal of a request is taken for a refusal of its form, and the user is told of the rung found."""

    def script(request: Request) -> Reply:
        if (request.body or {}).get("response_format", {}).get("type") == "json_schema":
            return Reply(status=400, error={"message": "failed to parse grammar"})
        return Reply() if is_probe(request) else Reply(GOOD)

    with FakeServer(script) as server:
        engine = engine_at(server, tmp_path)
        Pipeline(engine).card(FIRE)
    assert engine.rung == "tool"
    assert any("asking with a forced tool call" in line for line in told(engine))


@pytest.mark.parametrize(
    "trouble",
    [faults.refusal("No."), faults.cut_at_limit("{"), faults.html(), faults.rate_limited(insufficient_quota=True)],
)
def test_an_answer_once_given_is_never_lost(tmp_path: Path, trouble: Reply) -> None:
    """Where the second question fails, the first answer stands with what holds of it, and the user is told."""
    first = changed(what=[{"text": "The fire injured 41 people in Marseille.", "sentences": [1]}])
    with FakeServer(after_probe(Reply(first), trouble)) as server:
        engine = engine_at(server, tmp_path)
        card = Pipeline(engine).card(FIRE)
    assert card.headline.text == GOOD["headline"]["text"]
    assert "41" in str(card.rejected)
    assert any(line.startswith("warning: ") and "the first answer stands" in line for line in told(engine))


def test_texts_of_later_parts_are_not_sent_back(tmp_path: Path) -> None:
    """Only the first part's headline and news are used, so only they are worth a second question."""
    wrong = changed(
        what=[{"text": "Aliens landed in Ohio.", "sentences": [20]}], headline={"text": "Aliens", "sentences": [20]}
    )

    def script(request: Request) -> Reply:
        return Reply() if is_probe(request) else Reply(GOOD if "\n1: " in request.messages[1]["content"] else wrong)

    with FakeServer(script) as server:
        card = Pipeline(engine_at(server, tmp_path, window=900, jobs=2)).card(FIRE)
        assert server.served.peak_in_flight <= 2
    assert card.provenance.usage.requests == card.provenance.checks.parts + 1 + JUDGE
    assert "Aliens" not in str(card.model_dump(exclude={"article"}))


def test_an_engine_serves_several_event_loops(tmp_path: Path) -> None:
    """One pipeline may be used on one event loop after another, without closing it in between."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        pipeline = Pipeline(engine_at(server, tmp_path))

        async def twice() -> None:
            await asyncio.gather(pipeline.acard(FIRE), pipeline.acard(FIRE))
            await pipeline.engine.aclose()

        for _ in range(3):
            asyncio.run(twice())
        assert server.served.requests == 1 + 6 * (1 + JUDGE)


def test_within_an_event_loop_the_error_says_what_to_await(tmp_path: Path) -> None:
    """`card` from within a running event loop, as in a notebook, says what to await instead."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        pipeline = Pipeline(engine_at(server, tmp_path))

        async def notebook() -> None:
            pipeline.card(FIRE)

        with pytest.raises(RuntimeError, match="await abrief"):
            asyncio.run(notebook())


def test_a_model_file_by_name_at_an_endpoint_is_the_endpoints(tmp_path: Path) -> None:
    """With an address a model's name may end in .gguf: it is then a name there, not a file here."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        card = Pipeline(engine_at(server, tmp_path, model="models/llama.gguf")).card(FIRE)
    assert card.provenance.engine == "model"
