"""Rules of what daily briefings remember, and of what can be wrong with the file that does."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summarize.briefing import Briefing, Made
from summarize.card import Card
from summarize.daily import memory as memory_module
from summarize.daily import opening
from summarize.daily.day import briefing_of
from summarize.daily.memory import KEPT_DAYS, Memory
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import ConfigurationError
from summarize.pipeline import Pipeline
from summarize.reading import read_text
from summarize.stories.composing import Edition

CARD = Pipeline(ExtractiveEngine()).card(
    read_text("LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, the council said.").article
)
MADE = Made(created="2026-03-03T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)


def silent(line: str) -> None:
    raise AssertionError(line)


def told(memory: Memory, day: str, *cards: Card) -> Briefing:
    """A day's briefing, remembered."""
    briefing = briefing_of(cards, (), MADE, Edition(day, "UTC", day), memory.before(day))
    memory.remember(briefing, [f"key {number}" for number in range(len(cards))])
    return briefing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound store that remembers a card and a day."""
    file = tmp_path / "a.sqlite3"
    with Memory(file, silent) as memory:
        memory.keep_card("key", CARD)
        memory.mark("feed", "item")
        told(memory, "2026-03-03", CARD)
    return file


def changed(path: Path, *statements: str) -> None:
    """Change a database from outside."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


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


@contextmanager
def locked(path: Path, how: str) -> Iterator[None]:
    """A store that another program keeps to itself."""
    other = sqlite3.connect(path, isolation_level=None)
    if how == "all":
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE days SET kept = kept")
    yield
    other.execute("ROLLBACK")
    other.close()


def everything(memory: Memory) -> tuple[object, ...]:
    """All that a run does with its memory."""
    found = (
        memory.card("key"),
        memory.before("2026-03-04"),
        memory.seen("feed", "item"),
        memory.cards_of("2026-03-03"),
    )
    memory.keep_card("another", CARD)
    memory.keep_card("a third", CARD)
    memory.mark("feed", "another")
    told(memory, "2026-03-04", CARD)
    return found


def _damage_header(path: Path) -> None:
    path.write_bytes(b"\x01" * 100 + path.read_bytes()[100:])


def _damage_schema(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:108] = b"\xff" * 8
    path.write_bytes(bytes(data))


def _damage_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(bytes(data))


def _damage_root_of_told(path: Path) -> None:
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'told'").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(bytes(data))


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGES = [_damage_header, _damage_schema, _damage_pages, _damage_root_of_told, _cut_short]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_kept_aside(path: Path, damage: Callable[[Path], object]) -> None:
    """A store that is damaged costs one line and no error, is kept under another name as it was, and a new one takes its place."""
    damage(path)
    before, lines = path.read_bytes(), list[str]()
    with Memory(path, lines.append) as memory:
        everything(memory)
    aside = path.with_name("a.sqlite3.damaged")
    assert len(lines) == 1
    assert lines[0].startswith("warning: ")
    assert str(aside) in lines[0]
    assert aside.read_bytes() == before
    with Memory(path, silent) as memory:
        assert memory.before("2026-03-05") is not None
    damage(path)
    with Memory(path, lines.append) as memory:
        everything(memory)
    assert aside.read_bytes() == before
    assert path.with_name("a.sqlite3.damaged-2").exists()


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_wrong_with_a_store_is_told(path: Path, seed: int) -> None:
    """Bytes changed, a page overwritten, the end cut off: a warning, or that it is no store, and never another error."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    at, size = chance.randrange(len(data)), chance.choice([1, 60, 4096])
    if seed % 3 == 0:
        del data[at:]
    elif seed % 3 == 1:
        data[at : at + size] = chance.randbytes(len(data[at : at + size]))
    else:
        for _ in range(size):
            data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    with suppress(ConfigurationError), Memory(path, lambda _: None) as memory:
        everything(memory)


@pytest.mark.parametrize("how", ["writing", "all"])
def test_a_store_in_use_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """A store that another program keeps to itself costs one line and seconds, and is as it was afterwards."""
    monkeypatch.setattr(opening, "_PATIENCE", 0.2)
    lines: list[str] = []
    began = time.monotonic()
    with locked(path, how), Memory(path, lines.append) as memory:
        found = everything(memory)
    assert time.monotonic() - began < 3
    assert len(lines) == 1
    assert "in use" in lines[0]
    assert (found[0] == CARD) == (how == "writing")  # what can still be read is
    with Memory(path, silent) as memory:
        assert memory.card("key") == CARD


def test_what_was_paid_for_is_kept_once_the_store_is_free(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards that could not be written while another program had the store are written at the end, with what was told."""
    monkeypatch.setattr(opening, "_PATIENCE", 0.1)
    lines: list[str] = []
    with Memory(path, lines.append) as memory:
        with locked(path, "writing"):
            memory.keep_card("another", CARD)
        told(memory, "2026-03-04", CARD)
    assert len(lines) == 1
    with Memory(path, silent) as memory:
        assert memory.card("another") == CARD
        assert memory.count_told("2026-03-04") == 1


def test_a_store_of_a_newer_version_is_left_as_it_is(path: Path) -> None:
    """A store that a newer version wrote costs one line, and is neither read nor changed."""
    changed(path, f"PRAGMA user_version={opening.VERSION + 1}")
    before, lines = path.read_bytes(), list[str]()
    with Memory(path, lines.append) as memory:
        assert everything(memory)[:2] == (None, None)
    assert len(lines) == 1
    assert "newer version" in lines[0]
    assert path.read_bytes() == before


@pytest.mark.parametrize("folder", [False, True])
def test_a_read_only_store_is_read(path: Path, monkeypatch: pytest.MonkeyPatch, folder: bool) -> None:
    """A store, or its folder, that cannot be written to is used as it is, with one line that nothing more is remembered."""
    allowed = os.access
    closed = {path, path.parent} if folder else {path}  # whoever runs the tests may be allowed everything
    monkeypatch.setattr(
        os, "access", lambda file, mode: not (mode == os.W_OK and Path(file) in closed) and allowed(file, mode)
    )
    before, lines = path.read_bytes(), list[str]()
    with Memory(path, lines.append) as memory:
        assert everything(memory)[0] == CARD
    assert len(lines) == 1
    assert "read-only" in lines[0]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied"),
        OSError(30, "Read-only file system"),
        OSError(28, "No space left on device"),
    ],
)
def test_a_store_that_cannot_be_made_costs_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """Where no store can be made for want of room or of rights, one line says so; where none can be at all, that is exit code 3."""

    def refused(*_: object, **__: object) -> None:
        raise error

    lines: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refused)
        with Memory(tmp_path / "new" / "a.sqlite3", lines.append) as memory:
            everything(memory)
    assert len(lines) == 1
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot be opened"):
        Memory(tmp_path / "file" / "a.sqlite3", silent)
    with pytest.raises(ConfigurationError, match="no file"):
        Memory(tmp_path, silent)


def test_a_full_disk_costs_a_line(path: Path) -> None:
    """Where the disk is full while cards are kept, one line says so, and the store is sound afterwards."""
    lines: list[str] = []
    with Memory(path, lines.append) as memory:
        (pages,) = memory._store._connection.execute("PRAGMA page_count").fetchone()
        memory._store._connection.execute(f"PRAGMA max_page_count={pages}")
        for number in range(200):
            memory.keep_card(f"{number}", CARD)
        told(memory, "2026-03-04", CARD)
    assert len(lines) == 1
    assert "full" in lines[0]
    with Memory(path, silent) as memory:
        assert memory.card("key") == CARD


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


def test_a_damaged_card_is_made_again(path: Path) -> None:
    """A card that cannot be read, or does not hold any more, is not there."""
    changed(path, "UPDATE cards SET body = x'00'")
    with Memory(path, silent) as memory:
        assert memory.card("key") is None
