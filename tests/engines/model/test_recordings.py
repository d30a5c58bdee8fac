"""Rules of recordings: replay runs the whole client, finds by request and not by order, and never writes a key."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.engines.model.recordings import Recorder, Replay, Stored, key_of, label_requests, path_of
from summarize.errors import ConfigurationError, MeasurementError
from summarize.pipeline import Pipeline
from summarize.reading import read
from summarize.settings import Settings
from summarize.testing import FakeServer, Reply, Request, faults
from tests.engines.model.answers import FIRE, GOOD, JUDGE, KEY, SEEDS, after_probe, changed, engine_at, is_probe

CUP = read(str(SEEDS / "cup-semi-final.txt")).article


def _stored(body: bytes, headers: dict[str, str] | None = None) -> Stored:
    return Stored(200, headers or {"content-type": "application/json"}, body, 12, "2026-01-01T00:00:00+00:00")


def _replayed(folder: Path, **settings: object) -> Pipeline:
    from summarize.engines.model import ModelEngine

    return Pipeline(ModelEngine(Settings(replay=folder, **settings), backoff=0.01))  # type: ignore[arg-type]


def test_a_replay_gives_the_same_card(tmp_path: Path) -> None:
    """A card replayed is the card recorded, tokens and rulings included, with no server, no key and no model named."""
    with FakeServer(after_probe(faults.wrong_schema(), Reply(GOOD))) as server:
        recorded = Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec")).card(FIRE)
    replayed = _replayed(tmp_path / "rec").card(FIRE)
    fresh = {"created", "seconds", "digest"}  # the seal covers when it was made
    assert replayed.model_dump(exclude={"provenance"}) == recorded.model_dump(exclude={"provenance"})
    assert replayed.provenance.model_dump(exclude=fresh) == recorded.provenance.model_dump(exclude=fresh)
    assert replayed.provenance.usage.requests == 3 + JUDGE


def test_attempts_are_replayed_in_order(tmp_path: Path) -> None:
    """Several answers to one request, such as a rate limit and then a card, come again in their order."""
    with FakeServer(after_probe(faults.rate_limited(retry_after=0.01), Reply(GOOD))) as server:
        Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec")).card(FIRE)
    pipeline = _replayed(tmp_path / "rec")
    assert pipeline.card(FIRE).provenance.usage.requests == 3 + JUDGE
    assert pipeline.card(FIRE).provenance.usage.requests == 1 + JUDGE, "asked once more, the last answer is given"


def test_order_and_concurrency_do_not_matter(tmp_path: Path) -> None:
    """Recordings made one after another serve requests made at once in another order, each with its own answer."""

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        number = 1 if "ferry terminal" in request.last_user else 2
        return Reply(changed(background=[20 + number], who=[number]))

    with FakeServer(script) as server:
        pipeline = Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec"))
        recorded = [pipeline.card(article) for article in (FIRE, CUP)]
    replaying = _replayed(tmp_path / "rec")

    async def both() -> list[object]:
        return list(await asyncio.gather(*(replaying.acard(article) for article in (CUP, FIRE))))

    cup, fire = replaying.run(both())
    assert [fire.who, cup.who] == [card.who for card in recorded]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"language": "de"}, "the settings changed"),
        ({"model": "another"}, "the model changed"),
        ({"prompt": True}, "the prompt changed"),
    ],
)
def test_a_stale_recording_is_a_miss_that_says_what_changed(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    """A request that was not recorded fails with exit code 7, and names what changed since."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec")).card(FIRE)
    if "prompt" in change:
        path = tmp_path / "own.md"
        path.write_text("---\nname: own\nversion: 2\n---\n# System\nBrief.\n# User\n$findings\n", encoding="utf-8")
        change = {"prompt": path}
    with pytest.raises(MeasurementError, match=reason) as caught:
        _replayed(tmp_path / "rec", **{"model": "m", **change}).card(FIRE)
    assert caught.value.exit_code == 7


def test_an_article_never_recorded_is_a_miss(tmp_path: Path) -> None:
    """Without a recording of the article a replay fails and says so."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec")).card(FIRE)
    with pytest.raises(MeasurementError, match="no recording for this article"):
        _replayed(tmp_path / "rec").card(CUP)


def test_unused_recordings_are_known(tmp_path: Path) -> None:
    """After a replay it can be told which recordings nothing asked for."""
    with FakeServer(after_probe(Reply(GOOD))) as server:
        pipeline = Pipeline(engine_at(server, tmp_path, record=tmp_path / "rec"))
        pipeline.card(FIRE)
        pipeline.card(CUP)
    replaying = _replayed(tmp_path / "rec")
    replaying.card(FIRE)
    replay = replaying.engine.replay  # type: ignore[attr-defined]
    assert {replay.recordings[key].made_with["article"] for key in replay.unused} == {CUP.id}
    replaying.card(CUP)
    assert not replay.unused


def test_a_recording_is_read_by_people_and_holds_no_request(tmp_path: Path) -> None:
    """The file is indented JSON with marks as they were; of the request only digests are kept, and never a key or a cookie."""
    words = "She said: “No—never.” “It’s «over»…”"
    with FakeServer(after_probe(Reply(changed(headline={"text": words, "sentences": [1]})))) as server:
        engine = engine_at(server, tmp_path, record=tmp_path / "rec")
        Pipeline(engine).card(FIRE)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "rec").glob("*.json")]
    whole = "\n".join(texts)
    assert "“No—never.” “It’s «over»…”" in whole
    assert KEY not in whole
    assert "authorization" not in whole.lower()
    assert "tore through a passenger ferry terminal" not in whole
    # Not the probe, nor what a judge was asked: files come in no order.
    question = next(data for data in map(json.loads, texts) if "purpose" not in data["made_with"])
    assert set(question["made_with"]) == {"article", "form", "model", "prompt", "schema", "settings", "source"}
    assert question["made_with"]["article"] == FIRE.id
    (first, *_) = question["answers"]
    assert first["body"]["usage"]["completion_tokens"] > 0
    assert first["body"]["choices"][0]["finish_reason"] == "stop"
    assert first["latency_ms"] >= 0


@pytest.mark.parametrize(
    "body",
    [
        b'{"echo": "sk-proj-0123456789abcdef0123"}',
        b'{"echo": "Authorization: Bearer abcdefghijklmnop1234"}',
        b'{"echo": "my own secret key"}',
        b'{"echo": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"}',
    ],
)
def test_what_looks_like_a_key_is_never_written(tmp_path: Path, body: bytes) -> None:
    """An exchange that holds what looks like a key, or the key in use, is refused, and no file is left."""
    recorder = Recorder(tmp_path, ("my own secret key",))
    with pytest.raises(ConfigurationError, match="looks like a key"):
        recorder.add("POST", "/v1/chat/completions", b"{}", _stored(body))
    assert not list(tmp_path.iterdir())


def test_headers_are_kept_by_allow_list(tmp_path: Path) -> None:
    """Only headers known to be harmless are written."""
    headers = {
        "content-type": "application/json", "set-cookie": "session=1", "openai-organization": "org-1", "x-request-id": "r",
        "retry-after": "1", "x-ratelimit-limit-requests": "10",
    }  # fmt: skip
    Recorder(tmp_path).add("POST", "/v1/chat/completions", b"{}", _stored(b"{}", headers))
    (path,) = tmp_path.iterdir()
    (answer,) = json.loads(path.read_text(encoding="utf-8"))["answers"]
    assert set(answer["headers"]) == {"content-type", "retry-after", "x-ratelimit-limit-requests"}


def test_the_key_of_a_request_is_what_it_asks() -> None:
    """The order of JSON keys does not change a request's key; any value does; the host is no part of it."""
    one = key_of("POST", "/v1/chat/completions", b'{"a": 1, "b": [1, 2]}')
    assert one == key_of("post", "/v1/chat/completions", b'{"b":[1,2],"a":1}')
    assert one != key_of("POST", "/v1/chat/completions", b'{"a": 1, "b": [2, 1]}')
    assert one != key_of("POST", "/v1/models", b'{"a": 1, "b": [1, 2]}')


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_body_comes_back(body: bytes) -> None:
    """Whatever an endpoint sends is replayed: bytes and texts exactly, JSON with the same values."""
    again = Stored.from_json(json.loads(json.dumps(_stored(body).as_json(), ensure_ascii=False))).body
    try:
        value = json.loads(body.decode("utf-8"))
    except ValueError:
        assert again == body
    else:
        assert json.dumps(json.loads(again)) == json.dumps(value)


def test_recording_again_replaces(tmp_path: Path) -> None:
    """A new run records a request anew; within a run further answers are added."""
    with label_requests(article="a"):
        for bodies in ((b"1", b"2"), (b"3",)):
            recorder = Recorder(tmp_path)
            for body in bodies:
                recorder.add("GET", "/v1/models", b"", _stored(body))
    answers = json.loads(path_of(tmp_path, key_of("GET", "/v1/models", b"")).read_text(encoding="utf-8"))["answers"]
    assert [answer["body"] for answer in answers] == [3]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 2, "key": "x", "made_with": {}, "answers": []}'])
def test_a_file_that_is_no_recording_is_refused(tmp_path: Path, content: str) -> None:
    """A broken or foreign file in the folder is an error with exit code 7, not passed over."""
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(MeasurementError, match=r"x\.json is "):
        Replay(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Replaying from nowhere is an error with exit code 7."""
    with pytest.raises(MeasurementError, match="not a folder"):
        Replay(tmp_path / "none")


def test_an_address_of_any_path_replays() -> None:
    """What stands before `chat/completions` in an endpoint's address is no part of a recording's key."""
    keys = {
        key_of("POST", path, b"{}")
        for path in ("/v1/chat/completions", "/openai/v1/chat/completions", "/api/v1beta/chat/completions")
    }
    assert len(keys) == 1


@pytest.mark.parametrize("key", ["short", 'with"quote', "key\\slash"])
def test_a_key_is_found_in_any_clothes(tmp_path: Path, key: str) -> None:
    """The key in use is found raw, escaped as in JSON, in bytes that are no text, and in headers."""
    recorder = Recorder(tmp_path, (key,))
    raw = key.encode()
    for content, headers in (
        (b"\xff" + raw, {}),
        (json.dumps({"echo": key}).encode(), {}),
        (b"{}", {"content-type": f"x; {key}"}),
    ):
        with pytest.raises(ConfigurationError, match="looks like a key"):
            recorder.add("POST", "/v1/models", b"{}", Stored(200, headers, content, 1, "2026-01-01T00:00:00+00:00"))
    assert not list(tmp_path.iterdir())


def test_recording_and_replaying_at_once_is_refused(tmp_path: Path) -> None:
    """A replay asks nothing, so there would be nothing to record."""
    from summarize.engines.model import ModelEngine

    (tmp_path / "rec").mkdir()
    with pytest.raises(ConfigurationError, match="nothing to record"):
        ModelEngine(Settings(model="m", base_url="http://127.0.0.1:9/v1", record=tmp_path, replay=tmp_path / "rec"))
