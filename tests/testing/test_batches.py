"""The fake Batch API: files in and out, faults that are the same in every run, and what would be charged."""

from __future__ import annotations

import json
from typing import Any

import openai
import pytest

from summarize.testing import BatchPlan, FakeServer
from tests.testing.clients import as_schema


def lines(count: int) -> bytes:
    """A file of requests."""
    body = {"model": "m", "messages": [{"role": "user", "content": "x" * 40}], "max_tokens": 50, **as_schema()}
    rows = (
        {"custom_id": f"r{number}", "method": "POST", "url": "/v1/chat/completions", "body": body}
        for number in range(count)
    )
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def create(client: openai.OpenAI, count: int = 12) -> Any:
    """A new batch."""
    file = client.files.create(file=("r.jsonl", lines(count)), purpose="batch")
    return client.batches.create(
        completion_window="24h", endpoint="/v1/chat/completions", input_file_id=file.id, metadata={"who": "me"}
    )


def client(server: FakeServer) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.base_url, api_key="none", max_retries=0)


def answered(client: openai.OpenAI, file: str | None) -> list[dict[str, Any]]:
    """The lines of a file of answers."""
    return [json.loads(line) for line in client.files.content(file or "").text.splitlines()]


def test_a_batch_is_answered() -> None:
    """A batch is in progress until it has been looked at as often as the plan says; then each request has a line. It is charged once, looked at or not."""
    with FakeServer(batches=BatchPlan(looks=2)) as server, client(server) as asking:
        batch = create(asking)
        assert asking.batches.retrieve(batch.id).status == "in_progress"
        assert server.charged.requests == 12
        done = asking.batches.retrieve(batch.id)
        assert (done.status, done.request_counts.completed if done.request_counts else 0) == ("completed", 12)
        rows = answered(asking, done.output_file_id)
        assert [row["custom_id"] for row in rows] == [f"r{number}" for number in range(12)]
        usage = rows[0]["response"]["body"]["usage"]
        assert server.charged.usage.input_tokens == 12 * usage["prompt_tokens"]
        assert server.charged.usage.output_tokens == 12 * usage["completion_tokens"]
        assert server.served.requests == 0
        # The same again is charged again.
        create(asking)
        assert server.charged.repeated == 12


def test_what_fails_and_expires_is_not_charged() -> None:
    """Of a request that fails there is a line with its error, of one that expires there is none; neither costs anything."""
    with FakeServer(batches=BatchPlan(fails=3, expires=4)) as server, client(server) as asking:
        done = asking.batches.retrieve(create(asking, 40).id)
        assert done.status == "expired"
        good, bad = answered(asking, done.output_file_id), answered(asking, done.error_file_id)
        assert {row["response"]["status_code"] for row in bad} == {500}
        assert 0 < len(good) < len(good) + len(bad) < 40
        assert server.charged.requests == len(good)


def test_order_and_copies_of_lines() -> None:
    """Lines come in another order and twice, and are charged once."""
    with FakeServer(batches=BatchPlan(twice=2, shuffled=True)) as server, client(server) as asking:
        rows = answered(asking, asking.batches.retrieve(create(asking).id).output_file_id)
        keys = [row["custom_id"] for row in rows]
        assert keys != sorted(keys)
        assert len(keys) > len(set(keys)) == 12
        assert server.charged.requests == 12


def test_a_creation_whose_answer_is_lost() -> None:
    """It is carried out though the client hears nothing, and is found among the batches, page by page."""
    with FakeServer(batches=BatchPlan(lost=1)) as server, client(server) as asking:
        with pytest.raises(openai.APIConnectionError):
            create(asking)
        create(asking)
        page = asking.batches.list(limit=1)
        assert [(one.id, one.metadata) for one in page] == [("batch_2", {"who": "me"}), ("batch_1", {"who": "me"})]
        assert page.has_more


def test_a_batch_that_is_refused() -> None:
    """It fails as a whole, with a reason, and costs nothing."""
    with FakeServer(batches=BatchPlan(refused=1)) as server, client(server) as asking:
        batch = create(asking)
        assert batch.status == "failed"
        assert batch.errors.data[0].code == "token_limit_exceeded"
        asking.batches.retrieve(batch.id)
        assert server.charged.requests == 0
        with pytest.raises(openai.NotFoundError):
            asking.batches.retrieve("batch_9")
