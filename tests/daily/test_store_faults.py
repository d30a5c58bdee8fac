"""Rules of what can be wrong with the file that daily briefings remember in."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from summarize.daily import opening
from summarize.daily.memory import Memory
from summarize.errors import ConfigurationError
from tests.daily.stores import CARD, changed, everything, silent, told


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


@pytest.mark.parametrize("text", ["x\n", "My notes on “the fire”\n" * 9000], ids=["short", "long"])
def test_a_text_is_no_damaged_store(tmp_path: Path, text: str) -> None:
    """A text that is called as stores are is somebody's: it is refused, and left where and as it is."""
    path = tmp_path / "notes.db"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="is no store of this program"), Memory(path, silent) as memory:
        everything(memory)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("notes.db", text)]


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
    assert time.monotonic() - began < 15
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


def test_a_damaged_card_is_made_again(path: Path) -> None:
    """A card that cannot be read, or does not hold any more, is not there."""
    changed(path, "UPDATE cards SET body = x'00'")
    with Memory(path, silent) as memory:
        assert memory.card("key") is None
