"""The Batch API of the fake server: files in, files out, with the faults that batches have, and a count of what would be charged."""

from __future__ import annotations

import json
import random
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qs

from summarize.card import Usage
from summarize.testing.replies import Delivery, WireAnswer, json_answer
from summarize.testing.requests import Request

_JSON_LINES = {"content-type": "application/octet-stream"}


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """How batches go. Which requests meet a fault is told by their `custom_id`, so that it is the same in every run.

    A number behind its last dash is taken for which sending of the same request it is, and plays no part.
    """

    looks: int = 1
    """How often a batch is looked at until it has ended."""
    fails: int = 0
    """One request in so many fails with status 500 the first time that it is sent; 0: none."""
    expires: int = 0
    """One request in so many is not answered the first time, and its batch expires; 0: none."""
    twice: int = 0
    """One line of answers in so many stands there twice; 0: none."""
    shuffled: bool = False
    """Whether answers come in another order than requests."""
    lost: int = 0
    """How many creations of batches are carried out, and the connection is then reset before it is answered."""
    refused: int = 0
    """How many batches fail as a whole, as if too much was waiting."""
    cancelled: bool = False
    """Whether batches are cancelled before any of their requests is answered."""


@dataclass(frozen=True, slots=True)
class Charged:
    """What batches would be charged for. Requests that failed or expired cost nothing."""

    batches: int
    requests: int
    usage: Usage
    repeated: int
    """Requests that were answered with a completion more than once, and so charged again."""


@dataclass(slots=True)
class _Files:
    data: dict[str, bytes] = field(default_factory=dict)

    def add(self, data: bytes) -> str:
        name = f"file-{len(self.data) + 1}"
        self.data[name] = data
        return name


class FakeBatches:
    """Files and batches. Used on the server's thread; `charged` is read from any."""

    def __init__(self, path: str, plan: BatchPlan, complete: Callable[[Request], WireAnswer]) -> None:
        """Serve below a path; each request of a batch is answered by `complete`."""
        self._path, self._plan, self._complete = path, plan, complete
        self._files = _Files()
        self._batches: dict[str, dict[str, Any]] = {}
        self._results: dict[str, dict[str, Any]] = {}
        self._looks: Counter[str] = Counter()
        self._sent: Counter[str] = Counter()
        self._served: Counter[str] = Counter()
        self._usage = Usage()
        self._created = 0

    @property
    def charged(self) -> Charged:
        """What would be charged up to now."""
        return Charged(
            len(self._batches),
            self._served.total(),
            self._usage,
            sum(count - 1 for count in self._served.values() if count > 1),
        )

    def answer(self, request: Request) -> WireAnswer | None:
        """The answer to a request for a file or a batch; None if it is for something else."""
        parts = request.path.removeprefix(self._path).strip("/").split("/")
        match request.method, parts:
            case "POST", ["files"]:
                return self._upload(request)
            case "GET", ["files", name, "content"] if name in self._files.data:
                return WireAnswer(200, self._files.data[name], _JSON_LINES)
            case "POST", ["batches"]:
                return self._create(request)
            case "GET", ["batches"]:
                return self._list(request)
            case "GET", ["batches", name] if name in self._batches:
                return json_answer(200, self._look(name))
            case _:
                return None

    def _upload(self, request: Request) -> WireAnswer:
        head = f"Content-Type: {request.headers.get('content-type', '')}\r\n\r\n".encode()
        parts = message_from_bytes(head + request.raw).get_payload()
        assert isinstance(parts, list)
        held = {
            part.get_param("name", header="content-disposition"): part for part in parts if isinstance(part, Message)
        }
        data = held["file"].get_payload(decode=True)
        assert isinstance(data, bytes)
        name = self._files.add(data)
        value = {
            "id": name, "object": "file", "bytes": len(data), "created_at": int(time.time()), "purpose": "batch",
            "filename": held["file"].get_filename(), "status": "processed",
        }  # fmt: skip
        return json_answer(200, value)

    def _create(self, request: Request) -> WireAnswer:
        asked: Mapping[str, Any] = request.body
        self._created += 1
        name = f"batch_{self._created}"
        batch = {
            "id": name, "object": "batch", "endpoint": asked["endpoint"], "input_file_id": asked["input_file_id"], "errors": None,
            "completion_window": asked["completion_window"], "status": "in_progress", "created_at": int(time.time()),
            "metadata": asked.get("metadata"), "output_file_id": None, "error_file_id": None,
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
        }  # fmt: skip
        self._batches[name] = batch
        if self._created <= self._plan.refused:
            why = {
                "code": "token_limit_exceeded",
                "message": "Enqueued token limit reached.",
                "line": None,
                "param": None,
            }
            batch.update(status="failed", errors={"object": "list", "data": [why]})
        elif self._plan.cancelled:
            self._results[name] = {"status": "cancelled"}
        else:
            self._results[name] = self._carried_out(batch)
        answer = json_answer(200, batch)
        if self._plan.refused < self._created <= self._plan.refused + self._plan.lost:
            return replace(answer, delivery=Delivery("reset"))
        return answer

    def _list(self, request: Request) -> WireAnswer:
        query = {name: values[0] for name, values in parse_qs(request.query).items()}
        names = list(reversed(self._batches))
        if "after" in query:
            names = names[names.index(query["after"]) + 1 :]
        page = names[: int(query.get("limit", "20"))]
        data = [self._batches[name] for name in page]
        return json_answer(200, {"object": "list", "data": data, "has_more": len(names) > len(page)})

    def _look(self, name: str) -> Mapping[str, Any]:
        batch = self._batches[name]
        self._looks[name] += 1
        if batch["status"] == "in_progress" and self._looks[name] >= self._plan.looks:
            batch.update(self._results[name])
        return batch

    def _carried_out(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """What becomes of a batch. It is carried out, and charged, whether anybody ever looks at it or not."""
        good: list[str] = []
        bad: list[str] = []
        expired = False
        for line in self._files.data[batch["input_file_id"]].decode().splitlines():
            asked = json.loads(line)
            answered = self._answer_request(asked)
            if answered is None:
                expired = True
                continue
            status, written = answered
            lines = good if status == 200 else bad
            lines.append(written)
            if _is_chosen(asked["custom_id"], self._plan.twice, "twice"):
                lines.append(written)
        if self._plan.shuffled:
            random.Random(len(good)).shuffle(good)  # noqa: S311 - an order, the same in every run
        counts = {"total": len(good) + len(bad), "completed": len(good), "failed": len(bad)}
        result: dict[str, Any] = {"status": "expired" if expired else "completed", "request_counts": counts}
        for field_name, lines in (("output_file_id", good), ("error_file_id", bad)):
            if lines:
                result[field_name] = self._files.add("".join(f"{line}\n" for line in lines).encode())
        return result

    def _answer_request(self, asked: Mapping[str, Any]) -> tuple[int, str] | None:
        key = re.sub(r"-\d+$", "", asked["custom_id"])
        self._sent[key] += 1
        is_first = self._sent[key] == 1
        if is_first and _is_chosen(key, self._plan.expires, "expires"):
            return None
        if is_first and _is_chosen(key, self._plan.fails, "fails"):
            status, body = 500, {"error": {"message": "The server had an error.", "type": "server_error", "code": None}}
        else:
            raw = json.dumps(asked["body"]).encode()
            answer = self._complete(Request("POST", self._path + "/chat/completions", {}, asked["body"], raw, 0.0))
            status, body = answer.status, json.loads(answer.body)
            if answer.usage is not None:
                self._served[key] += 1
                self._usage += answer.usage
        response = {"status_code": status, "request_id": f"req_{self._sent.total()}", "body": body}
        return status, json.dumps(
            {"id": f"line_{self._sent.total()}", "custom_id": asked["custom_id"], "response": response, "error": None}
        )


def _is_chosen(key: str, one_in: int, fault: str) -> bool:
    return bool(one_in) and zlib.crc32(f"{fault} {key}".encode()) % one_in == 0
