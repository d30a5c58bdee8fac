"""The requests of a journal and the batches that they went in: from wanted to answered, each step written before it is taken."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from summarize.engines.model.desk import Answered, AnswerWorth, PendingRequest

WANTED, SENT, ANSWERED, FAILED = range(4)
INTENDED, CREATED, WRITTEN, COLLECTED = range(4)
"""States of a batch: it may be at the endpoint; it is; it is a file for whoever runs it; its answers are here."""
MAX_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Sheaf:
    """A batch, as the journal has it."""

    number: int
    token: str
    state: int
    file: str | None
    """The endpoint's id of the file of requests."""
    remote: str | None
    """The endpoint's id of the batch."""
    status: str
    began: float
    requests: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What the answers of a journal took."""

    requests: int
    input_tokens: int
    output_tokens: int
    usd: float | None
    """None if a price is unknown."""
    unknown: int
    """Answers that did not say what they took."""
    reserved_usd: float
    """Dollars that what is under way costs at most, and what broke off or did not say what it took may have cost."""
    reserved_tokens: int


class Requests:
    """The tables of requests and batches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def want(self, requests: Iterable[PendingRequest], stage: int) -> None:
        """Enter requests. One that is there already stays as it is: it is asked once, however many articles need it.

        Args:
            requests: as an article asks them.
            stage: how many requests the article has had before. The later are sent first: what was begun is finished.
        """
        self._connection.executemany(
            "INSERT OR IGNORE INTO request (key, body, model, most_in, most_out, stage) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (one.key, _pack_document(json.dumps(one.body, ensure_ascii=False)), one.model, *one.most, stage)
                for one in requests
            ),
        )

    def wanted(self) -> Iterator[tuple[PendingRequest, int]]:
        """The requests that are to be sent, each with which sending of it this is, counted from 1."""
        from summarize.engines.model.desk import PendingRequest  # noqa: PLC0415 - the built-in engine asks nothing

        rows = self._connection.execute(
            "SELECT key, body, most_in, most_out, sendings + 1 FROM request WHERE state = ? ORDER BY stage DESC, rowid",
            (WANTED,),
        )
        for key, body, most_in, most_out, sending in rows:
            yield PendingRequest(key, json.loads(_unpack_document(body)), (most_in, most_out)), int(sending)

    def body(self, key: str) -> dict[str, Any]:
        """What a request says."""
        row = self._connection.execute("SELECT body FROM request WHERE key = ?", (key,)).fetchone()
        body: dict[str, Any] = json.loads(_unpack_document(row[0]))
        return body

    def answers(self, keys: Sequence[str]) -> dict[str, Answered]:
        """The answers to requests, as far as there are any."""
        from summarize.engines.model.desk import Answered  # noqa: PLC0415

        found: dict[str, Answered] = {}
        for key in keys:
            row = self._connection.execute(
                "SELECT status, answer, tier, trouble FROM request WHERE key = ? AND state IN (?, ?)",
                (key, ANSWERED, FAILED),
            ).fetchone()
            if row is None:
                continue
            status, answer, tier, trouble = row
            # What failed for good fails as an endpoint that cannot be reached does.
            found[key] = (
                Answered(status, _unpack_document(answer), tier)
                if answer is not None
                else Answered(0, "", trouble=str(trouble))
            )
        return found

    def plan(self, token: str, batch: Sequence[tuple[str, float | None]], state: int = INTENDED) -> None:
        """Put wanted requests into a new batch, by their keys, each with what it costs at most. In the transaction of who calls."""
        done = self._connection.execute(
            "INSERT INTO batch (token, state, began, requests) VALUES (?, ?, ?, ?)",
            (token, state, time.time(), len(batch)),
        )
        self._connection.executemany(
            "UPDATE request SET state = ?, batch = ?, tries = tries + 1, sendings = sendings + 1, worst = ? WHERE key = ?",
            ((SENT, done.lastrowid, worst, key) for key, worst in batch),
        )

    def batches(self, *states: int) -> list[Sheaf]:
        """The batches in these states, the first first."""
        marks = ", ".join("?" * len(states))
        return [
            Sheaf(*row)
            for row in self._connection.execute(
                f"SELECT number, token, state, file, remote, status, began, requests FROM batch WHERE state IN ({marks}) ORDER BY number",  # noqa: S608 - question marks
                states,
            )
        ]

    def of_batch(self, number: int) -> Iterator[str]:
        """The keys of a batch's requests, in their order."""
        yield from (
            key
            for (key,) in self._connection.execute(
                "SELECT key FROM request WHERE batch = ? AND state = ? ORDER BY rowid", (number, SENT)
            )
        )

    def batch_is(self, number: int, **values: Any) -> None:
        """Note down what became of a batch."""
        for name, value in values.items():
            assert name in {"state", "file", "remote", "status"}
            self._connection.execute(f"UPDATE batch SET {name} = ? WHERE number = ?", (value, number))  # noqa: S608 - one of four names

    def standing(self, key: str) -> tuple[int, int] | None:
        """The state of a request, and how often it was sent; None if there is none of this key."""
        row = self._connection.execute("SELECT state, sendings FROM request WHERE key = ?", (key,)).fetchone()
        return None if row is None else (int(row[0]), int(row[1]))

    def settle(self, key: str, answered: Answered, read: AnswerWorth) -> None:
        """Enter the answer to a request, good or bad, with what it took; or that it has to be sent again, if it has not been too often."""
        usage = read.usage
        if read.unknown:
            # What was set aside for it when it was sent stays set aside.
            self._connection.execute(
                "UPDATE request SET kept = kept + coalesce(worst, 0), kept_tokens = kept_tokens + most_in + most_out "
                "WHERE key = ? AND state = ?",
                (key, SENT),
            )
        self._connection.execute(
            "UPDATE request SET input = input + ?, output = output + ?, usd = usd + ?, unknown = unknown + ? WHERE key = ?",
            (usage.input_tokens, usage.output_tokens, read.usd, read.unknown, key),
        )
        if read.trouble is not None:
            self.failed(key, read.trouble)
            return
        self._connection.execute(
            "UPDATE request SET state = ?, status = ?, answer = ?, tier = ?, trouble = NULL WHERE key = ?",
            (ANSWERED, answered.status, _pack_document(answered.body), answered.tier, key),
        )

    def failed(self, key: str, trouble: str, *, for_good: bool = False) -> None:
        """A request was not answered: it is wanted again, unless it was sent too often or this is for good."""
        self._connection.execute(
            "UPDATE request SET state = CASE WHEN tries < ? THEN ? ELSE ? END, trouble = ? WHERE key = ?",
            (0 if for_good else MAX_TRIES, WANTED, FAILED, trouble, key),
        )

    def unsent(self, number: int) -> None:
        """A batch never came to be: its requests are wanted again, as if it had not been tried."""
        self._connection.execute(
            "UPDATE request SET state = ?, tries = tries - 1, batch = NULL WHERE batch = ? AND state = ?",
            (WANTED, number, SENT),
        )
        self._connection.execute("DELETE FROM batch WHERE number = ?", (number,))

    def give_up(self, keys: Iterable[str]) -> None:
        """What of these is still wanted has failed for good."""
        self._connection.executemany(
            "UPDATE request SET state = ?, trouble = coalesce(trouble, 'it was not answered') WHERE key = ? AND state = ?",
            ((FAILED, key, WANTED) for key in keys),
        )

    def keys_to_retry(self) -> set[str]:
        """The requests that were sent, and failed."""
        return {
            key
            for (key,) in self._connection.execute("SELECT key FROM request WHERE state = ? AND tries > 0", (WANTED,))
        }

    def counts(self) -> dict[str, int]:
        """How many requests are wanted, under way, answered, and failed for good."""
        found = dict(self._connection.execute("SELECT state, count(*) FROM request GROUP BY state"))
        names = {"wanted": WANTED, "sent": SENT, "answered": ANSWERED, "failed": FAILED}
        return {name: int(found.get(state, 0)) for name, state in names.items()}

    def spent(self) -> Spent:
        """What was taken, and what is under way."""
        row = self._connection.execute(
            "SELECT count(*) FILTER (WHERE tries > 0 OR state = ?), total(input), total(output), total(usd), sum(usd IS NULL), total(unknown), "
            "total(worst) FILTER (WHERE state = ?) + total(kept), total(most_in + most_out) FILTER (WHERE state = ?) + total(kept_tokens) "
            "FROM request",
            (ANSWERED, SENT, SENT),
        ).fetchone()
        requests, read, written, usd, unpriced, unknown, reserved, tokens = row
        broken, worst = self._broken_off()
        return Spent(
            int(requests),
            int(read),
            int(written),
            None if unpriced else usd,
            int(unknown) + broken,
            reserved + worst,
            int(tokens),
        )

    def broke_off(self, count: int, worst: float) -> None:
        """Enter requests that were asked at once and broke off, with what they may have cost at most."""
        before, dollars = self._broken_off()
        value = json.dumps([before + count, dollars + worst])
        self._connection.execute(
            "INSERT INTO told VALUES ('broken off', ?) ON CONFLICT DO UPDATE SET value = excluded.value", (value,)
        )

    def _broken_off(self) -> tuple[int, float]:
        row = self._connection.execute("SELECT value FROM told WHERE name = 'broken off'").fetchone()
        count, worst = json.loads(row[0]) if row is not None else (0, 0.0)
        return int(count), float(worst)


def _pack_document(document: str) -> bytes:
    return zlib.compress(document.encode("utf-8", "surrogatepass"), 1)


def _unpack_document(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
