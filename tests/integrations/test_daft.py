"""Rules of the column of cards: a row in, a card out, a bad row a value; one budget for all rows of a process."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from summarize.article import Article
from summarize.errors import UsageError
from summarize.pipeline import brief
from summarize.settings import Price, Settings
from summarize.testing import FakeServer
from tests.batch.articles import answers

TEXT = 'LEEDS, March 3 2026 (Post) - Bridge number {} reopened on Tuesday, the council said.\n\n"We thank you," said Ann Lee, a spokeswoman.\n'


@pytest.fixture
def daft(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Daft tells its makers when it is imported, unless told not to."""
    monkeypatch.setenv("DO_NOT_TRACK", "true")
    return pytest.importorskip("daft")


def made(daft: Any, settings: Settings, **columns: list[Any]) -> list[dict[str, str | None]]:
    """What came of rows."""
    from summarize.integrations.daft import cards

    rows = daft.from_pydict(columns)
    others = {name: rows[name] for name in columns if name != "text"}
    found: list[dict[str, str | None]] = rows.with_column(
        "made", cards(rows["text"], settings=settings, **others)
    ).to_pydict()["made"]
    return found


def test_a_bad_row_is_a_value(daft: Any) -> None:
    """Rows without a text, or with an address alone, have an error, and the others have cards; no address is followed."""
    settings = Settings(nlp="off", engine="extractive")
    texts = [TEXT.format(1), None, "", TEXT.format(2)]
    rows = made(
        daft,
        settings,
        text=texts,
        url=["http://127.0.0.1:9/a", "http://127.0.0.1:9/b", None, None],
        published=[date(2026, 3, 3)] * 4,
    )
    assert [row["card"] is None for row in rows] == [False, True, True, False]
    assert [row["error"] is None for row in rows] == [True, False, False, True]
    card = json.loads(rows[0]["card"] or "")
    assert card["article"]["published"] == "2026-03-03"
    assert [quote["speakers"] for quote in card["quotes"]] == [["Ann Lee"]]


def test_the_card_is_the_one_that_is_made_elsewhere(daft: Any) -> None:
    """A row's card says what the card of the same text says."""
    settings = Settings(nlp="off", engine="extractive")
    (row,) = made(daft, settings, text=[TEXT.format(1)])
    ours = json.loads(row["card"] or "")
    other = json.loads(brief(Article.model_validate(ours["article"]), settings=settings).model_dump_json())
    for card in (ours, other):
        card["provenance"].update(created="", seconds=0, digest=None)
    assert ours == other


def test_one_budget_for_all_rows(daft: Any, tmp_path: Any) -> None:
    """What all rows cost together stays within --max-cost: those for which there is no room have that as their error."""
    with FakeServer(answers) as server:
        settings = Settings(
            nlp="off",
            model="m",
            base_url=server.base_url,
            cache=tmp_path,
            max_cost=0.06,
            prices={"m": Price(1.0, 10.0)},
        )
        rows = made(daft, settings, text=[TEXT.format(number) for number in range(1, 25)])
        usage = server.settled().usage
    assert (usage.input_tokens + 10 * usage.output_tokens) / 1e6 <= 0.06
    there = [row for row in rows if row["card"] is not None]
    assert 0 < len(there) < 24
    assert all("--max-cost" in (row["error"] or "") for row in rows if row["card"] is None)


def test_a_column_of_another_name_is_refused(daft: Any) -> None:
    """A name that no article has a field of would be left out without a word: it is refused, and the names that others write are taken."""
    settings = Settings(nlp="off", engine="extractive")
    with pytest.raises(UsageError, match="titel"):
        made(daft, settings, text=[TEXT.format(1)], titel=["One"])
    (row,) = made(daft, settings, text=[TEXT.format(1)], webTitle=["One"])
    assert json.loads(row["card"] or "")["article"]["title"] == "One"
