"""Rules of tables: a card goes into a row and comes out the same, other programs open it, and rows of articles are read as JSON is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from summarize.archive.search import cards_in
from summarize.archive.tables import rows_of, schema, write_cards
from summarize.card import Card
from summarize.errors import ArticleError
from summarize.reading import read_all
from tests.archive.cards import cards
from tests.cli.commands import run
from tests.conftest import ROOT


@pytest.fixture(params=["cards.parquet", "cards.arrow", "cards.feather"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = tmp_path / request.param
    assert write_cards((card.model_dump() for card in cards()), path) == 2
    return path


def test_a_card_comes_out_as_it_went_in(table: Path) -> None:
    """Every field of a card is in its row, nested as it is, and the row is a card again."""
    assert tuple(cards_in([table])) == cards()


def test_the_columns_are_those_of_the_contract() -> None:
    """The columns have the names and the order of a card's fields."""
    assert schema().names == list(Card.model_fields)


def documented() -> list[str]:
    """The queries of the docs."""
    text = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    return [part.split("```", 1)[0] for part in text.split("```sql\n")[1:]]


def test_documented_queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB runs the queries of the docs as they stand there, on Parquet, and each finds something."""
    monkeypatch.chdir(tmp_path)
    write_cards((card.model_dump() for card in cards()), Path("cards.parquet"))
    queries = documented()
    assert len(queries) >= 2
    found = [duckdb.execute(query).fetchall() for query in queries]
    assert all(found)
    who_said_what = found[0]
    assert [row[1] for row in who_said_what] == ["Ann Lee", "Bob Marsh"]
    ((parts, verbatim),) = found[2]
    assert parts == verbatim == 4


def test_polars_opens_it(tmp_path: Path) -> None:
    """Polars reads the nested columns."""
    write_cards((card.model_dump() for card in cards()), tmp_path / "cards.parquet")
    frame = pl.read_parquet(tmp_path / "cards.parquet")
    said = frame.select(pl.col("quotes").explode().struct.field("text"))
    assert said.height == 4


def test_a_table_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where a card cannot be written, the table that was there stays, and nothing is left beside it."""
    path = tmp_path / "cards.parquet"
    write_cards([cards()[0].model_dump()], path)
    before = path.read_bytes()
    with pytest.raises(KeyError):
        write_cards([cards()[0].model_dump(), {"no": "card"}], path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_what_is_no_table_of_cards(tmp_path: Path, name: str) -> None:
    """A damaged file is a line that names it."""
    (tmp_path / name).write_bytes(b"PAR1 and then nothing that belongs there")
    with pytest.raises(ArticleError, match=name):
        list(rows_of(tmp_path / name))


TEXT = "LEEDS, March 3 2026 (Post) - Bridge number {} reopened on Tuesday, the council said.\n"


def articles(path: Path) -> Path:
    """A table of articles, with a date, a missing title, and a row without a text."""
    table = pa.table(
        {
            "title": ["One", None, "Three"],
            "text": [TEXT.format(1), TEXT.format(2), None],
            "published": [date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 5)],
            "score": [1.5, 2.5, None],
        }
    )
    if path.suffix == ".parquet":
        pq.write_table(table, path)
    else:
        with pa.ipc.new_file(str(path), table.schema) as writer:
            writer.write_table(table)
    return path


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow", "a.feather"])
def test_rows_are_articles(tmp_path: Path, name: str) -> None:
    """Each row is an article, by the names that JSON has for fields; a row without a text is an error in its place, and the others are read."""
    path = articles(tmp_path / name)
    done = run("brief", str(path), "--nlp", "off", "-f", "json")
    assert done.exit_code == 4
    assert "#3" in done.stderr
    assert [line.count('"published":"2026-03-0') for line in done.stdout.splitlines()] == [1, 1]
    second = run("brief", f"{path}#2", "--nlp", "off", "-f", "json")
    assert "Bridge number 2" in second.stdout
    assert "Bridge number 1" not in second.stdout


def test_cards_are_articles_too(table: Path) -> None:
    """A table of cards is read for its articles, as JSON is."""
    found = [outcome.reading.article for outcome in read_all([str(table)]) if outcome.reading is not None]
    assert found == [card.article for card in cards()]


def test_a_table_cannot_come_through_a_pipe() -> None:
    """A table is read back and forth, which standard input is not."""
    done = run("brief", "-", stdin=b"PAR1" + bytes(100))
    assert done.exit_code == 4
    assert "save it" in done.stderr
