"""The store as a run uses it: a help, and not a condition. What is wrong with it costs a line and not the briefing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Self, TypeVar
from zoneinfo import ZoneInfo

from summarize.article import without_surrogates
from summarize.briefing import Briefing
from summarize.card import Card
from summarize.daily.opening import StoreError, put_aside
from summarize.daily.store import (
    Statement,
    Store,
    ToldBriefing,
    card_kept,
    mail_kept,
    statements_to_forget,
    told_kept,
    uses_kept,
)

KEPT_DAYS: Final = 60
"""Days for which cards and told stories are remembered, by the clock."""
_FRESH: Final = 40 * 86_400.0
"""Seconds after which it is noted anew that an item is still in its feed."""

Result = TypeVar("Result")


class Memory:
    """What a run remembers, and what it will leave to be remembered. Can be used from several threads, one after the other.

    Cards are on the disk as soon as they are kept. What was told, and which items of feeds were used, is written by `remember` alone: of
    a briefing that was not written, or is not whole, nothing is said to be told or used.
    """

    def __init__(self, path: Path | None, tell: Callable[[str], object]) -> None:
        """Open the store; if that cannot be used, say so and do without.

        Raises:
            ConfigurationError: it is another program's file, which is left as it is, or nothing can be there.
        """
        self._path, self._tell = path, tell
        self._told = False
        self._writes = True
        self._unwritten: list[Statement] = []
        self._uses: dict[tuple[str, str], float] = {}
        self._store = self._open_store()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Write what could not be written before, if that is possible now, and close."""
        if self._unwritten and self._store.writable:
            with suppress(StoreError):  # which was said already
                self._store.write(self._unwritten)
        self._store.close()

    @property
    def remembers(self) -> bool:
        """True if another run can know what this one does."""
        return self._path is not None and self._writes

    def card(self, key: str) -> Card | None:
        """The card that was made under a key; None if none is remembered."""
        return self._ask_store(lambda store: store.card(key), None)

    def keep_card(self, key: str, card: Card) -> None:
        """Remember a card. It is on the disk when this returns, unless something is wrong with the store."""
        self._write([card_kept(key, card)])

    def before(self, day: str) -> ToldBriefing | None:
        """The last briefing before a day, None if none is remembered."""
        return self._ask_store(lambda store: store.before(day), None)

    def date_before(self, day: str) -> str | None:
        """The day of the last briefing before a day, None if none is remembered."""
        return self._ask_store(lambda store: store.date_before(day), None)

    def count_told(self, day: str) -> int:
        """How many articles the stories of a day's briefing cite, 0 if none is remembered."""
        return self._ask_store(lambda store: store.count_told(day), 0)

    def cards_of(self, day: str) -> dict[str, Card]:
        """The cards that a day's briefing was made of, by what they are remembered by, in their order; those that are still there."""
        keys: tuple[str, ...] = self._ask_store(lambda store: store.made_of(day), tuple[str, ...]())
        return {key: card for key in keys if (card := self.card(key)) is not None}

    def seen(self, feed: str, item: str) -> bool:
        """True if an item of a feed was used by an earlier briefing."""
        marked = self._ask_store(lambda store: store.used(*_storable_item(feed, item)), None)
        if marked is not None and time.time() - marked > _FRESH:
            self.mark(feed, item)
        return marked is not None

    def mark(self, feed: str, item: str) -> None:
        """Note that an item was used."""
        self._uses[_storable_item(feed, item)] = time.time()

    def was_mailed(self, message: str, recipient: str) -> bool:
        """True if a message was handed over for a recipient before."""
        return self._ask_store(lambda store: store.was_mailed(message, recipient), otherwise=False)

    def record_mailing(self, message: str, recipient: str) -> None:
        """Note that a message was handed over for a recipient. It is on the disk when this returns, unless something is wrong with the store."""
        self._write([mail_kept(message, recipient, datetime.now(ZoneInfo("UTC")).date().isoformat())])

    def remember(self, briefing: Briefing, cards: Sequence[str] | None = ()) -> None:
        """Remember what a briefing told and used, and what could not be written before. Forgets what is older than `KEPT_DAYS`.

        Args:
            briefing: as it was written; one without stories takes nobody's place.
            cards: what the cards that it was made of are remembered by, in their order; None to remember what was used and not what was told.
        """
        today = datetime.now(ZoneInfo("UTC")).date()
        now, oldest = today.isoformat(), (today - timedelta(days=KEPT_DAYS - 1)).isoformat()
        told = (
            [*told_kept(briefing, cards, now), *statements_to_forget(now, oldest)]
            if briefing.stories and cards is not None
            else []
        )
        statements = [*self._unwritten, *uses_kept(self._uses), *told]
        self._unwritten, self._uses = [], {}
        if statements:
            self._writes = self._store.writable
            self._write(statements)

    def _open_store(self) -> Store:
        for last in (False, True):
            try:
                store = Store(self._path)
            except StoreError as error:
                if error.kind != "damaged" or last or not self._is_aside():
                    self._warn(f"{error}: this briefing is made without what is remembered, and is not remembered")
                    break
            else:
                if not store.writable:
                    self._writes = False
                    self._warn(f"the store {self._path} is read-only: nothing of this briefing is remembered")
                return store
        self._writes = False
        return Store(None)

    def _is_aside(self) -> bool:
        """Put a damaged store aside, and say where; False if that cannot be done."""
        assert self._path is not None
        try:
            aside = put_aside(self._path)
        except OSError:
            return False
        self._warn(f"the store {self._path} was damaged and is kept as {aside}: nothing earlier is remembered")
        return True

    def _ask_store(self, ask: Callable[[Store], Result], otherwise: Result) -> Result:
        try:
            return ask(self._store)
        except StoreError as error:
            self._fails(error)
            return otherwise

    def _write(self, statements: Sequence[Statement]) -> None:
        if not self._writes:
            self._unwritten += statements
            return
        try:
            self._store.write(statements)
        except StoreError as error:
            self._unwritten += statements
            if error.kind == "damaged":
                self._fails(error)
                return
            # It may be free again when the briefing is written: once more then.
            self._writes = False
            self._warn(f"{error}: nothing more of this briefing is remembered, unless that is over at its end")

    def _fails(self, error: StoreError) -> None:
        """Go on with an empty store."""
        self._store.close()
        if error.kind == "damaged" and self._is_aside():
            self._store = self._open_store()
            return
        self._warn(f"{error}: this briefing is made without what is remembered")
        self._writes = False
        self._store = Store(None)

    def _warn(self, line: str) -> None:
        """Say it, the first time that there is something to say."""
        if not self._told:
            self._told = True
            self._tell(f"warning: {line}")


def _storable_item(feed: str, item: str) -> tuple[str, str]:
    """An item as the store can hold it, whatever a file is called and a feed says."""
    return without_surrogates(feed), without_surrogates(item)
