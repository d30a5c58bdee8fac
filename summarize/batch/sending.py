"""Wanted requests to batches, batches to the endpoint, and their answers back into the journal."""

from __future__ import annotations

import json
import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summarize.batch.journal import Journal
from summarize.batch.requests import COLLECTED, CREATED, INTENDED, SENT, WRITTEN, Sheaf
from summarize.engines.model import ModelEngine
from summarize.engines.model.accounting import BudgetError
from summarize.engines.model.batches import ENDPOINT, Batches, Remote
from summarize.engines.model.desk import BATCH, Answered, AnswerWorth, PendingRequest
from summarize.engines.model.faults import TransientError
from summarize.redaction import SECRETS

MAX_BYTES: Final = 200_000_000
MAX_REQUESTS: Final = 50_000
"""What one file may have, by OpenAI's limits."""
_SETTLE: Final = 5.0
"""Seconds until a batch that may have been asked for by a run that was killed is among those that the endpoint lists."""
_AT_ONCE: Final = 256
_OWN: Final = re.compile(r"(?P<token>[0-9a-f]{32})(?:\.answers-\d+)?(?:\.jsonl)?(?:\.part)?")
"""Names of files that are written here. What else lies in the folder, such as answers that somebody else's program wrote, is left alone."""


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """How large a file of requests may be."""

    requests: int = MAX_REQUESTS
    size: int = MAX_BYTES
    """Bytes."""


@dataclass(slots=True)
class AnswerCounts:
    """What was found in files of answers."""

    answered: int = 0
    failed: int = 0
    again: int = 0
    """Lines about a request that was answered already, and failures of an earlier sending."""
    strange: int = 0
    """Lines about no request of this journal."""
    broken: int = 0
    """Lines that cannot be read."""
    missing: int = 0
    """Requests that no line is about."""

    def __iadd__(self, other: AnswerCounts) -> AnswerCounts:  # noqa: PYI034 - of this kind
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


class Post:
    """What goes out of a journal, and comes in."""

    def __init__(self, journal: Journal, engine: ModelEngine, limits: BatchLimits) -> None:
        self._journal, self._engine, self._limits = journal, engine, limits
        self._folder = journal.folder / "requests"
        self._batches = Batches(engine.connection())
        self.held_back = 0
        """Requests that the last `write` left, as there is no room for them within what is allowed."""
        self.refused: str | None = None
        """Why the endpoint refused a batch as a whole, the last one that it did."""

    def tidy(self) -> None:
        """Remove files that no batch of the journal is of: a run that was killed had not come to enter them, and nobody may run them."""
        known = {sheaf.token for sheaf in self._journal.requests.batches(INTENDED, CREATED, WRITTEN)}
        for path in self._folder.glob("*"):
            own = _OWN.fullmatch(path.name)
            if own is not None and own["token"] not in known:
                path.unlink()

    def write(self, *, sent: bool) -> list[Sheaf]:
        """Put all wanted requests into files, as far as they may cost what they may, and each file into a batch.

        Raises:
            BudgetError: a limit of the cost cannot be kept, as a price is unknown.
        """
        before = len(self._journal.requests.batches(INTENDED, WRITTEN))
        wanted = self._within_budget(self._journal.requests.wanted())
        self.held_back = 0
        while self._write_one(wanted, INTENDED if sent else WRITTEN):
            # What is reserved for that file counts for the next.
            wanted = self._within_budget(self._journal.requests.wanted())
        return self._journal.requests.batches(INTENDED, WRITTEN)[before:]

    def _write_one(self, wanted: Iterator[tuple[PendingRequest, int, float | None]], state: int) -> bool:
        token = uuid.uuid4().hex
        self._folder.mkdir(exist_ok=True)
        part = self._folder / f"{token}.part"
        keys: list[tuple[str, float | None]] = []
        written = 0
        with part.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            for request, sending, worst in wanted:
                line = json.dumps(
                    {"custom_id": f"{request.key}-{sending}", "method": "POST", "url": ENDPOINT, "body": request.body},
                    ensure_ascii=True,
                )
                if keys and (len(keys) >= self._limits.requests or written + len(line) + 1 > self._limits.size):
                    break
                file.write(line + "\n")
                written += len(line) + 1
                keys.append((request.key, worst))
        if not keys:
            part.unlink()
            return False
        part.replace(self.file_of(token))
        with self._journal.together():
            self._journal.requests.plan(token, keys, state)
        return True

    def file_of(self, token: str) -> Path:
        """The file of a batch's requests."""
        return self._folder / f"{token}.jsonl"

    def _within_budget(
        self, wanted: Iterator[tuple[PendingRequest, int]]
    ) -> Iterator[tuple[PendingRequest, int, float | None]]:
        """The requests that there is room for, with which sending of each this is and what it costs at most."""
        settings, spent = self._engine.settings, self._journal.requests.spent()
        dollars, tokens = (
            (spent.usd or 0.0) + spent.reserved_usd,
            spent.input_tokens + spent.output_tokens + spent.reserved_tokens,
        )
        left = 0
        for request, sending in wanted:
            worst = request.worst(self._engine.price(request.model), BATCH)
            if worst is None and settings.max_cost is not None:
                raise BudgetError(
                    f"--max-cost cannot be kept, as the price of {request.model} in batches is unknown: give it in summarize.toml "
                    "under [prices], with tiers = { batch = 0.5 }"
                )
            fits = settings.max_cost is None or dollars + (worst or 0.0) <= settings.max_cost
            fits = fits and (settings.max_tokens is None or tokens + sum(request.most) <= settings.max_tokens)
            if not fits:
                left += 1
                continue
            dollars += worst or 0.0
            tokens += sum(request.most)
            yield request, sending, worst
        self.held_back = left

    async def send(self) -> int:
        """Send the batches that are intended, each once, whatever befell the run that intended it; how many are new at the endpoint.

        Raises:
            ModelError: the endpoint does not take them.
        """
        new = 0
        for sheaf in self._journal.requests.batches(INTENDED):
            if sheaf.file is not None:
                # It may have been asked for by a run that was killed, or on a connection that broke.
                await _until(sheaf.began + _SETTLE)
                found = await self._batches.find(sheaf.token, sheaf.file)
                if found is not None:
                    self._record_creation(sheaf, found)
                    continue
            file = sheaf.file or await self._batches.upload(self.file_of(sheaf.token), f"summarize-{sheaf.token}.jsonl")
            # Written down before the batch is asked for: by its file it is found again.
            self._journal.requests.batch_is(sheaf.number, file=file)
            self._journal.connection.execute("UPDATE batch SET began = ? WHERE number = ?", (time.time(), sheaf.number))
            try:
                self._record_creation(sheaf, await self._batches.create(file, sheaf.token))
            except TransientError:
                if not (found := await self._late(sheaf.token, file)):
                    raise
                self._record_creation(sheaf, found)
            new += 1
        return new

    async def _late(self, token: str, file: str) -> Remote | None:
        """The batch that was asked for on a connection that broke, if it came to be."""
        await _until(time.time() + _SETTLE)
        return await self._batches.find(token, file)

    def _record_creation(self, sheaf: Sheaf, remote: Remote) -> None:
        self._journal.requests.batch_is(sheaf.number, state=CREATED, remote=remote.id, status=remote.status)

    async def look(self) -> list[tuple[Sheaf, Remote]]:
        """The batches at the endpoint, as they stand."""
        found: list[tuple[Sheaf, Remote]] = []
        for sheaf in self._journal.requests.batches(CREATED):
            assert sheaf.remote is not None
            remote = await self._batches.get(sheaf.remote)
            self._journal.requests.batch_is(sheaf.number, status=remote.status)
            found.append((sheaf, remote))
        return found

    async def collect(self, sheaf: Sheaf, remote: Remote) -> AnswerCounts:
        """Enter the answers of a batch that has ended. What has none is wanted again, or has failed for good."""
        counted = AnswerCounts()
        for number, file in enumerate(remote.files):
            path = self._folder / f"{sheaf.token}.answers-{number}.jsonl"
            await self._batches.fetch(file, path)
            counted += self.enter(path)
        if remote.status == "failed" and not counted.answered:
            # As a whole, so that none of its requests was tried: the endpoint has as much waiting as it takes, or does not like the file.
            with self._journal.together():
                self._journal.requests.unsent(sheaf.number)
            self._clear(sheaf)
            self.refused = remote.trouble or "it does not say why"
            return counted
        # Whoever cancelled it does not want it sent again.
        is_cancelled = remote.status == "cancelled"
        verb = "was cancelled" if is_cancelled else remote.status
        why = f"the batch {verb}" + (f": {remote.trouble}" if remote.trouble else " before it was answered")
        counted.missing += self.finish(
            sheaf, f"{why}; give --retry to send it again" if is_cancelled else why, for_good=is_cancelled
        )
        return counted

    def finish_written(self, *, complete: bool) -> None:
        """Files that somebody else ran are over once each of their requests has a line, or no more lines are to come."""
        for sheaf in self._journal.requests.batches(WRITTEN):
            if complete or next(self._journal.requests.of_batch(sheaf.number), None) is None:
                self.finish(sheaf, "no file of answers has a line for it")

    def finish(self, sheaf: Sheaf, why: str, *, for_good: bool = False) -> int:
        """A batch is over: what was not answered is wanted again, or has failed for good; how many."""
        with self._journal.together():
            missing = list(self._journal.requests.of_batch(sheaf.number))
            for key in missing:
                self._journal.requests.failed(key, why, for_good=for_good)
            self._journal.requests.batch_is(sheaf.number, state=COLLECTED)
        self._clear(sheaf)
        return len(missing)

    def _clear(self, sheaf: Sheaf) -> None:
        for path in self._folder.glob(f"{sheaf.token}*"):
            if _OWN.fullmatch(path.name):
                path.unlink()

    def enter(self, path: Path) -> AnswerCounts:
        """Enter the answers of a file, in whatever order, as often as they come: each request is settled once.

        Raises:
            OSError: the file cannot be read.
        """
        counted = AnswerCounts()
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            while lines := [line for line, _ in zip(file, range(_AT_ONCE), strict=False)]:
                with self._journal.together():
                    for line in lines:
                        self._enter(line, counted)
        return counted

    def _enter(self, line: str, counted: AnswerCounts) -> None:
        if not line.strip():
            return
        try:
            data = json.loads(line)
            answered = _answer_or_reason(data)
            key, _, sending = str(data["custom_id"]).rpartition("-")
            standing = self._journal.requests.standing(key)
            # What a line holds is looked at before anything is entered: it may be damaged in any way.
            read = self._read_answer(key, answered) if standing is not None else None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            counted.broken += 1
            return
        requests = self._journal.requests
        if standing is None:
            counted.strange += 1
        # An answer is one whenever it was asked for; a failure is of one sending, and says nothing about a later one.
        elif standing[0] != SENT or ((read is None or read.trouble is not None) and sending != str(standing[1])):
            counted.again += 1
        elif read is None or isinstance(answered, str):
            requests.failed(key, str(answered))
            counted.failed += 1
        else:
            requests.settle(key, answered, read)
            counted.answered += read.trouble is None
            counted.failed += read.trouble is not None

    def _read_answer(self, key: str, answered: Answered | str) -> AnswerWorth | None:
        """What an answer is worth; None if there is none."""
        if isinstance(answered, str):
            return None
        model = str(self._journal.requests.body(key)["model"])
        return answered.read(model, self._engine.price(model))


def _answer_or_reason(data: dict[str, Any]) -> Answered | str:
    """What a line says: an answer, or why there is none."""
    response, error = data.get("response"), data.get("error")
    if isinstance(response, dict) and response.get("body") is not None:
        body = response["body"]
        return Answered(
            int(response.get("status_code") or 200), body if isinstance(body, str) else json.dumps(body), BATCH
        )
    if isinstance(error, dict):
        error = error.get("message") or error.get("code")
    if isinstance(data.get("error"), (dict, str)):
        # A text is how vLLM says why.
        return f"the request was not answered: {SECRETS.clean(str(error)) if error else 'no reason is given'}"
    raise ValueError("a line without response and error")


async def _until(moment: float) -> None:
    import asyncio  # noqa: PLC0415 - on a running loop

    await asyncio.sleep(max(0.0, min(moment - time.time(), _SETTLE)))
