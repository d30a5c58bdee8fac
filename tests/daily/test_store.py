"""Rules of what daily briefings remember, and of what can be wrong with the file that does."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summarize.daily import memory as memory_module
from summarize.daily import opening
from summarize.daily.memory import KEPT_DAYS, Memory
from summarize.errors import ConfigurationError
from tests.daily.stores import CARD, changed, everything, silent, told


def test_what_is_kept_comes_back_as_it_was(path: Path) -> None:
    """Cards, what was told and what was used come back equal, in another run too; of another key, day or item nothing does."""
    with Memory(path, silent) as memory:
        assert memory.card("key") == CARD
        assert memory.card("other") is None
        before = memory.before("2026-03-04")
        assert before is not None
        assert (before.date, len(before.stories), len(before.articles)) == ("2026-03-03", 1, 1)
        assert memory.before("2026-03-03") is None
        assert memory.seen("feed", "item")
        assert not memory.seen("feed", "another")


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    """The file, and what SQLite keeps beside it, are their user's alone."""
    with Memory(tmp_path / "new" / "a.sqlite3", silent) as memory:
        memory.keep_card("key", CARD)
        modes = {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").iterdir()}
    assert modes == {0o600}


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    """With no file cards are kept for the run alone."""
    with Memory(None, silent) as memory:
        memory.keep_card("key", CARD)
        assert memory.card("key") == CARD
        assert not memory.remembers
    assert list(tmp_path.iterdir()) == []


def _other_database(path: Path, *, application: int = 0, version: int = 0) -> None:
    changed(
        path,
        "CREATE TABLE bookmarks (id INTEGER)",
        f"PRAGMA application_id={application}",
        f"PRAGMA user_version={version}",
    )


OTHERS: dict[str, Callable[[Path], object]] = {
    "a text": lambda path: path.write_bytes(b"no database at all" * 100),
    "zeros": lambda path: path.write_bytes(b"\x00" * 4096),
    "a database": _other_database,
    "a database of a version": lambda path: _other_database(path, version=opening.VERSION),
    "a database with an id": lambda path: _other_database(path, application=0x0F055112),
    "a cards table of another": lambda path: changed(path, "CREATE TABLE cards (front TEXT, back TEXT)"),
    "an id and no table": lambda path: changed(path, "PRAGMA application_id=252006674"),
    "a version and no table": lambda path: changed(path, "PRAGMA user_version=99"),
    "a broken database": lambda path: path.write_bytes(opening._MAGIC + bytes(84) + b"\xff" * 5000),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_is_another_programs_is_left_alone(tmp_path: Path, kind: str) -> None:
    """A file of something else is refused with exit code 3, and stays as it is, with nothing put beside it."""
    file = tmp_path / "a.data"
    OTHERS[kind](file)
    before = file.read_bytes()
    with pytest.raises(ConfigurationError, match=r"a\.data"):
        Memory(file, silent)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_an_open_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """What another program has not yet moved from its log into its file is still there, and in the log, afterwards."""
    file = tmp_path / "a.sqlite3"
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE bookmarks (id INTEGER)")
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.name.endswith("-shm")}
    with pytest.raises(ConfigurationError, match="no store"):
        Memory(file, silent)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.name.endswith("-shm")} == before
    other.close()


def test_stores_of_before_are_known_by_their_tables(path: Path) -> None:
    """A store without an id, and without the tables that came later, opens with what it remembers, and gets both."""
    changed(path, "PRAGMA application_id=0", "DROP TABLE days", "DROP TABLE used", "DROP TABLE made_of")
    with Memory(path, silent) as memory:
        assert memory.card("key") == CARD
        assert memory.before("2026-03-04") is not None
        told(memory, "2026-03-05", CARD)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (opening.APPLICATION_ID,)
    connection.close()


def test_a_store_of_a_newer_version_is_left_as_it_is(path: Path) -> None:
    """A store that a newer version wrote costs one line, and is neither read nor changed."""
    changed(path, f"PRAGMA user_version={opening.VERSION + 1}")
    before, lines = path.read_bytes(), list[str]()
    with Memory(path, lines.append) as memory:
        assert everything(memory)[:2] == (None, None)
    assert len(lines) == 1
    assert "newer version" in lines[0]
    assert path.read_bytes() == before


def test_another_day_forgets_nothing(tmp_path: Path) -> None:
    """A briefing of a day far ahead or long ago, or without stories, takes neither cards nor what was told."""
    card = CARD.model_copy(
        update={"provenance": CARD.provenance.model_copy(update={"created": datetime.now(UTC).isoformat()})}
    )
    with Memory(tmp_path / "a.sqlite3", silent) as memory:
        memory.keep_card("key", card)
        told(memory, "2026-03-03", card)
        told(memory, "2026-03-03")
        told(memory, "2062-03-03", card)
        told(memory, "1999-03-03", card)
        assert memory.card("key") == card
        before = memory.before("2026-03-04")
        assert before is not None
        assert (before.date, len(before.stories)) == ("2026-03-03", 1)


@pytest.mark.parametrize(("days", "is_there"), [(KEPT_DAYS - 1, True), (KEPT_DAYS, False)])
def test_what_was_told_is_forgotten_after_sixty_days(
    path: Path, monkeypatch: pytest.MonkeyPatch, days: int, is_there: bool
) -> None:
    """What was told is remembered for 60 days by the clock, whatever its date; so is what stores of before had kept, from when they are opened."""
    changed(path, "DELETE FROM days")
    start = datetime.now(UTC)
    for passed in (0, days):

        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None, passed: int = passed) -> Clock:
                del tz
                return cls.fromtimestamp((start + timedelta(days=passed)).timestamp(), UTC)

        monkeypatch.setattr(memory_module, "datetime", Clock)
        with Memory(path, silent) as memory:
            told(memory, "2026-01-01", CARD)
    connection = sqlite3.connect(path)
    for table in ("told", "articles", "made_of"):
        dates = {date for (date,) in connection.execute(f"SELECT date FROM {table}")}
        assert ("2026-03-03" in dates) == is_there
        assert "2026-01-01" in dates
    connection.close()
