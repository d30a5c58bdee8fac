"""Recordings: exchanges with an endpoint as files a person can read, and a transport that answers from them.

Recording and replay stand below the openai client, at the level of HTTP, so that all of it and of instructor runs in a replay. A
recording is found by its key, the digest of the canonical request (method, path and body; not host, nor headers), so that order
and concurrency do not matter. Several answers to one request are kept in order: the first time it is asked the first is given, and
so on, the last one ever after. What a request said is kept as digests alone (`made_with`), an answer whole, its marks untouched.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarize.engines.model.rungs import RUNGS, Rung
from summarize.errors import ConfigurationError, MeasurementError

FORMAT = 1
_MIN_SECRET_LENGTH = 4
_KEPT_HEADERS = re.compile(r"content-type|retry-after(?:-ms)?|openai-processing-ms|x-ratelimit-[a-z-]+")
_SECRET = re.compile(
    r"\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}|\b(?:ghp|gho|hf|gsk|xai)_[A-Za-z0-9]{16,}|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}"
    r"|(?i:bearer)\s+[\w.~+/-]{16,}|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY"
)
_BASE = re.compile(r"^.*/(?=(?:chat/completions|models)$)")
_NAMES = {
    "article": "the article",
    "prompt": "the prompt",
    "schema": "the schema",
    "model": "the model",
    "judge": "the judge",
    "settings": "the settings",
}

made_with: ContextVar[Mapping[str, str]] = ContextVar("made_with", default={})  # noqa: B039 - never changed in place


@contextmanager
def label_requests(**labels: str) -> Iterator[None]:
    """Mark the requests made within with what they were made from: name to digest or plain value."""
    token = made_with.set({**made_with.get(), **labels})
    try:
        yield
    finally:
        made_with.reset(token)


def key_of(method: str, path: str, body: bytes) -> str:
    """The key of a request: `sha256:` and the digest of its canonical form.

    The order of JSON keys is nothing in it, nor is what an endpoint's address has before `chat/completions` or `models`.
    """
    path = _BASE.sub("/v1/", path)
    try:
        content: Any = json.loads(body) if body else None
    except ValueError:
        content = body.decode("utf-8", "replace")
    canonical = json.dumps([method.upper(), path, content], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as an endpoint gave it."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    latency_ms: int
    recorded: str
    """ISO date and time, UTC."""

    def as_json(self) -> dict[str, Any]:
        """For the file: a JSON body as JSON, a text as text, anything else as Base64."""
        entry: dict[str, Any] = {
            "status": self.status,
            "headers": {name: value for name, value in sorted(self.headers.items()) if _KEPT_HEADERS.fullmatch(name)},
            "latency_ms": self.latency_ms,
            "recorded": self.recorded,
        }
        try:
            text = self.body.decode("utf-8")
        except UnicodeDecodeError:
            return {**entry, "base64": base64.b64encode(self.body).decode("ascii")}
        try:
            return {**entry, "body": json.loads(text)}
        except ValueError:
            return {**entry, "text": text}

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> Stored:
        """As written by `as_json`."""
        if "body" in entry:
            body = json.dumps(entry["body"], ensure_ascii=False).encode()
        elif "text" in entry:
            body = entry["text"].encode()
        else:
            body = base64.b64decode(entry["base64"])
        return cls(entry["status"], entry["headers"], body, entry["latency_ms"], entry["recorded"])


@dataclass(frozen=True, slots=True)
class Recording:
    """One request, by key, and what was answered to it."""

    key: str
    made_with: Mapping[str, str]
    answers: tuple[Stored, ...]


@dataclass(slots=True)
class Recorder:
    """Writes recordings into a folder. A request recorded before is recorded anew by a new recorder."""

    folder: Path
    secrets: tuple[str, ...] = ()
    """What must never be written, such as the key in use."""
    _answers: dict[str, list[Stored]] = field(default_factory=dict)

    def add(self, method: str, path: str, request: bytes, answer: Stored) -> None:
        """Take an exchange, and write its file.

        Raises:
            ConfigurationError: the folder cannot be written to, or the recording would hold what looks like a key.
        """
        key = key_of(method, path, request)
        answers = [*self._answers.get(key, []), answer]
        content = {
            "format": FORMAT,
            "key": key,
            "request": f"{method.upper()} {path}",
            "made_with": dict(sorted(made_with.get().items())),
            "answers": [entry.as_json() for entry in answers],
        }
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        raw = text + answer.body.decode("utf-8", "replace") + " ".join(answer.headers.values())
        if _SECRET.search(raw) or any(form in raw for secret in self.secrets for form in _forms(secret)):
            raise ConfigurationError("a recording would hold what looks like a key, and was not written")
        self._answers[key] = answers
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Under a name that nobody knows before, so that no link which stands there is followed out of the folder.
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".partial")
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(path_of(self.folder, key))
        except OSError as error:
            raise ConfigurationError(f"the recording cannot be written to {self.folder}: {error.strerror}") from error


def _forms(secret: str) -> tuple[str, ...]:
    """A secret as it may stand in a text: as it is, and escaped as in JSON. Two or three characters are no secret."""
    return (secret, json.dumps(secret)[1:-1]) if len(secret) >= _MIN_SECRET_LENGTH else ()


def path_of(folder: Path, key: str) -> Path:
    """Where the recording of a key is kept."""
    return folder / f"{key.removeprefix('sha256:')[:16]}.json"


class Replay:
    """The recordings of a folder, as answers."""

    def __init__(self, folder: Path) -> None:
        """Read every recording of the folder.

        Raises:
            MeasurementError: there is no such folder, or a file in it is not a recording.
        """
        if not folder.is_dir():
            raise MeasurementError(f"there are no recordings: {folder} is not a folder")
        self.folder = folder
        self.recordings = {
            recording.key: recording for recording in map(_read_recording, sorted(folder.glob("*.json")))
        }
        self.asked: dict[str, int] = {}
        self.latency_ms: Counter[str] = Counter()
        """By article id, what the answers took when they were recorded."""

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the models recorded."""
        return tuple(sorted({name for one in self.recordings.values() if (name := one.made_with.get("model"))}))

    def asked_of(self, judge: str | None) -> list[Recording]:
        """The recordings of questions to a judge, or (None) to the model that drafts; all there are if none is of those."""
        found = [one for one in self.recordings.values() if one.made_with.get("judge") == judge]
        return found or list(self.recordings.values())

    def rung(self, judge: str | None) -> Rung:
        """How a judge, or (None) the model that drafts, was asked; if that is not said, as in early recordings, in the surest way."""
        said = {form for one in self.asked_of(judge) if (form := one.made_with.get("form"))}
        return next((rung for rung in RUNGS if {rung} == said), RUNGS[0])

    @property
    def unused(self) -> tuple[str, ...]:
        """Keys of the recordings that nothing has asked for."""
        return tuple(sorted(set(self.recordings) - set(self.asked)))

    def answer(self, method: str, path: str, request: bytes) -> Stored:
        """What was answered to a request.

        Raises:
            MeasurementError: it was not recorded; says what has changed since, where that can be told.
        """
        key = key_of(method, path, request)
        recording = self.recordings.get(key)
        if recording is None:
            raise MeasurementError(self._missing())
        turn = self.asked.get(key, 0)
        self.asked[key] = turn + 1
        answer = recording.answers[min(turn, len(recording.answers) - 1)]
        self.latency_ms[made_with.get().get("article", "")] += answer.latency_ms
        return answer

    def recorded_for(self, now: Mapping[str, str]) -> list[Recording]:
        """The recordings, for the same purpose, for the article that `now` names by its id, or if there are none, for one of the same source."""
        purpose = now.get("purpose")
        answers = [one for one in self.recordings.values() if one.made_with.get("purpose") == purpose]
        same = [one for one in answers if one.made_with.get("article") == now.get("article")]
        return same or [one for one in answers if now.get("source") and one.made_with.get("source") == now["source"]]

    def changed(self, now: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        """What changed since an article was recorded: name to what it was and what it is. `now` is as a recording's `made_with`."""
        same = self.recorded_for(now)
        return {
            name: (same[0].made_with.get(key, "unknown"), now.get(key, "unknown"))
            for key, name in _NAMES.items()
            if same and all(one.made_with.get(key) != now.get(key) for one in same)
        }

    def _missing(self) -> str:
        now = made_with.get()
        again = "record it anew (evals record, or SUMMARIZE_RECORD)"
        if not self.recorded_for(now) or "article" not in now:
            return f"{self.folder} has no recording for this article: {again}"
        changed = self.changed(now)
        if changed:
            return f"{self.folder} has only a stale recording for this article: {' and '.join(changed)} changed since; {again}"
        return f"{self.folder} has no recording of this request, though of others for this article: {again}"


def _read_recording(path: Path) -> Recording:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise MeasurementError(f"{path} is a recording of format {data['format']}; this program reads {FORMAT}")
        return Recording(data["key"], data["made_with"], tuple(Stored.from_json(entry) for entry in data["answers"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MeasurementError(f"{path} is not a recording: {type(error).__name__}: {error}") from error
