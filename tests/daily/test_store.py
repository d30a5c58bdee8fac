"""Rules of what daily briefings remember."""

from __future__ import annotations

import sqlite3
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize.daily.store import Store
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import ConfigurationError
from summarize.pipeline import Pipeline
from summarize.reading import read_text

CARD = Pipeline(ExtractiveEngine()).card(
    read_text("LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday, the council said.").article
)


def test_a_card_comes_back_as_it_was(tmp_path: Path) -> None:
    """A card that is kept comes back equal, in another run too; under another key nothing does."""
    with Store(tmp_path / "a.sqlite3") as store:
        store.keep_card("key", CARD)
    with Store(tmp_path / "a.sqlite3") as store:
        assert store.card("key") == CARD
        assert store.card("other") is None


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    """The file is its user's alone."""
    with Store(tmp_path / "new" / "a.sqlite3"):
        assert stat.S_IMODE((tmp_path / "new" / "a.sqlite3").stat().st_mode) == 0o600


def test_without_a_file_nothing_is_remembered(tmp_path: Path) -> None:
    """With no file cards are kept for the run alone."""
    with Store(None) as store:
        store.keep_card("key", CARD)
        assert store.card("key") == CARD
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\x00" * 4096])
def test_what_is_no_store_is_left_alone(tmp_path: Path, content: bytes) -> None:
    """A file of something else is refused with exit code 3, and stays as it is."""
    path = tmp_path / "a.sqlite3"
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"a\.sqlite3"):
        Store(path)
    assert path.read_bytes() == content


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    """A store that another version made is not written to."""
    path = tmp_path / "a.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(ConfigurationError, match="another version"):
        Store(path)


def test_another_day_forgets_nothing(tmp_path: Path) -> None:
    """A briefing of a day far ahead, or without stories, takes neither cards nor what was told."""
    from summarize.briefing import Made
    from summarize.daily.day import briefing_of
    from summarize.stories.composing import Edition

    made = Made(created="2026-03-03T00:00:00+00:00", tool_version="", engine="extractive", cards=1, seconds=0)
    card = CARD.model_copy(
        update={"provenance": CARD.provenance.model_copy(update={"created": datetime.now(UTC).isoformat()})}
    )
    with Store(tmp_path / "a.sqlite3") as store:
        store.keep_card("key", card)
        briefing_of([card], (), made, Edition("2026-03-03", "UTC", "2026-03-02"), store)
        briefing_of([], (), made, Edition("2026-03-03", "UTC", "2026-03-02"), store)
        briefing_of([card], (), made, Edition("2062-03-03", "UTC", "2062-03-02"), store)
        assert store.card("key") == card
        told = store.before("2026-03-04")
        assert told is not None
        assert (told.date, len(told.stories)) == ("2026-03-03", 1)


def test_a_damaged_card_is_made_again(tmp_path: Path) -> None:
    """A card that cannot be read, or does not hold any more, is not there."""
    path = tmp_path / "a.sqlite3"
    with Store(path) as store:
        store.keep_card("key", CARD)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE cards SET body = x'00'")
    connection.close()
    with Store(path) as store:
        assert store.card("key") is None


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    """Where the file cannot be made, one line says so."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigurationError, match="cannot be opened"):
        Store(tmp_path / "file" / "a.sqlite3")
