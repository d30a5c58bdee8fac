"""Rules of what a database keeps of a card: whose word it is, which words are the article's, and whether the card is as it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarize.archive.database import Archive, open_database
from summarize.archive.query import query_of
from summarize.archive.search import Hit, search
from summarize.article import Article, Evidence, article_id
from summarize.batch.journal import Journal
from summarize.card import Card, Headline, Quote, SaidBy, Statement
from summarize.errors import ConfigurationError
from tests.archive.cards import cards
from tests.cli.commands import errors, run

RIVER = """Waste ran into the river for years. The firm Dreck denied that.

"We kept to the law," said Mia Voss, its head. "We always will." The mill stands empty."""


def at(words: str) -> Evidence:
    start = RIVER.index(words)
    return Evidence(start=start, end=start + len(words), text=words)


def river(published: str = "2026-05-04") -> Card:
    """A card with a denied allegation, a statement of nobody's but the article's, and a quotation of two parts."""
    base = cards()[0]
    article = Article(
        id=article_id(RIVER), source="river.txt", title="River", text=RIVER, published=published, language="en"
    )
    waste, empty = "Waste ran into the river for years.", "The mill stands empty."
    denial = SaidBy(source="Dreck", cue="denied", kind="denied", evidence=(at("Dreck denied"),))
    parts = (at("We kept to the law,"), at("We always will."))
    values = dict.fromkeys(("who", "when", "where", "claims", "corrections", "rejected"), ())
    return Card.model_validate(
        {
            **dict(base),
            **values,
            "article": article,
            "headline": Headline(text="River"),
            "what": (Statement(text=waste, support="verbatim", attribution=denial, evidence=(at(waste),)),),
            "background": (Statement(text=empty, support="verbatim", evidence=(at(empty),)),),
            "quotes": (
                Quote(
                    text=" ".join(one.text for one in parts), speakers=("Mia Voss",), speaker_role=None, cue="said", evidence=parts,
                ),
            ),
        }
    ).with_seal()  # fmt: skip


def tampered(card: Card) -> Card:
    """The card as somebody changed it after it was checked."""
    return card.model_copy(update={"background": ()})


def kept(path: Path, *found: Card) -> Path:
    with Archive(path) as archive:
        archive.add(found)
    return path


def hits(path: Path, query: str) -> list[Hit]:
    return search(path, query_of(query), 20)


def rows(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_each_part_of_a_quotation_is_in_marks_of_its_own(tmp_path: Path) -> None:
    """What stands between two parts was never said: no pair of marks goes round both, and JSON has the place of each."""
    path = kept(tmp_path / "a.db", river())
    shown = run("search", "law", "--in", str(path)).stdout
    assert "Mia Voss: “We kept to the law,” “We always will.”" in shown
    hit = json.loads(run("search", "law", "--in", str(path), "-f", "json").stdout)
    assert [RIVER[part["start"] : part["end"]] for part in hit["parts"]] == [part["text"] for part in hit["parts"]]
    assert [part["text"] for part in hit["parts"]] == ["We kept to the law,", "We always will."]


def test_a_phrase_does_not_reach_from_one_part_into_the_next(tmp_path: Path) -> None:
    """Words that only the join of two parts brings together are no phrase that somebody said."""
    path = kept(tmp_path / "a.db", river())
    assert hits(path, '"law we always"') == []
    assert len(hits(path, "law always")) == 1


def test_a_denial_is_never_the_deniers_word(tmp_path: Path) -> None:
    """What somebody denied is shown as denied, is in nobody's mouth in the database, and is found by who denies it."""
    path = kept(tmp_path / "a.db", river())
    shown = run("search", "speaker:Dreck waste", "--in", str(path)).stdout
    assert shown.startswith("Waste ran into the river for years, which Dreck denied. [news]\n")
    (hit,) = hits(path, "waste")
    assert (hit.speaker, hit.denied_by, hit.stance) == (None, "Dreck", "denied")
    assert rows(path, "SELECT speaker FROM who_said_what") == [("Mia Voss",)]
    assert rows(path, "SELECT denied_by, shown FROM who_denied_what") == [
        ("Dreck", "Waste ran into the river for years, which Dreck denied.")
    ]


def test_a_statement_of_the_article_is_nobodys_word(tmp_path: Path) -> None:
    """What the article says itself has neither a speaker nor a stance."""
    (hit,) = hits(kept(tmp_path / "a.db", river()), "mill")
    assert (hit.speaker, hit.denied_by, hit.stance, hit.shown) == (None, None, None, hit.text)


@pytest.mark.parametrize(
    ("card", "standing", "said"),
    [
        (river(), "sealed", None),
        (tampered(river()), "edited", "edited outside"),
        (
            river().model_copy(
                update={"provenance": river().provenance.model_copy(update={"digest": None})}
            ),
            "unsealed",
            "not sealed",
        ),
    ],
)  # fmt: skip
def test_a_hit_says_whether_its_card_is_as_it_was_checked(
    tmp_path: Path, card: Card, standing: str, said: str | None
) -> None:
    """A card that something else changed says so wherever it is shown; the views and JSON have it too."""
    path = kept(tmp_path / "a.db", card)
    place = run("search", "waste", "--in", str(path)).stdout.splitlines()[1]
    assert place.endswith(f" · {said}" if said else "river.txt")
    assert [hit.standing for hit in hits(path, "waste")] == [standing]
    assert {found for (found,) in rows(path, "SELECT standing FROM who_said_what")} == {standing}


def test_numbers_of_rows_are_exact_in_javascript(tmp_path: Path) -> None:
    """Up to the last day that can be written the largest number of a row is below 2**53, and the newest row has it."""
    path = kept(tmp_path / "a.db", river("9999-12-31"), *cards())
    ((largest, latest),) = rows(path, "SELECT max(id), published FROM said")
    assert largest < 2**53
    assert latest == "9999-12-31"
    assert rows(path, f"SELECT count(*) FROM said WHERE id < {2**53}") == rows(path, "SELECT count(*) FROM said")


def test_cards_of_a_day_have_numbers_of_their_own(tmp_path: Path) -> None:
    """Within a day the card that came last is first, and what each says stays in its order."""
    card = river()
    copies = [
        card.model_copy(update={"article": card.article.model_copy(update={"source": f"{number}.txt"})})
        for number in range(3)
    ]
    found = search(kept(tmp_path / "a.db", *copies), query_of("-nothing waste"), 20)
    assert [hit.source for hit in found] == ["2.txt", "1.txt", "0.txt"]
    order = rows(tmp_path / "a.db", "SELECT kind FROM said WHERE article = 1 ORDER BY id DESC")
    assert [kind for (kind,) in order] == ["quotation", "headline", "news", "background"]


def test_a_field_is_named_in_any_capitals(tmp_path: Path) -> None:
    """Capitals make no difference in the name of a field either, and a word with a colon stays one."""
    path = kept(tmp_path / "a.db", *cards())
    for name in ("speaker", "Speaker", "SPEAKER"):
        assert len(hits(path, f'{name}:"Ann Lee" nuclear')) == len(hits(path, 'speaker:"Ann Lee" nuclear')) > 0
    assert query_of("Ratio:nuclear").terms[0].text == "Ratio:nuclear"


def test_a_database_of_something_else_is_told_in_a_line(tmp_path: Path) -> None:
    """Another database of this program is no database of cards, and no traceback: one line, exit code 3, nothing changed."""
    Journal(tmp_path).close()
    path = tmp_path / "journal.sqlite3"
    before = path.read_bytes()
    for arguments in (("search", "x", "--in", str(path)), ("export", str(path), str(cards_file(tmp_path)))):
        done = run(*arguments)
        (line,) = errors(done.stderr)
        assert (done.exit_code, path.read_bytes()) == (3, before)
        assert "no database of cards" in line


def test_a_database_of_an_earlier_version_says_what_to_do(tmp_path: Path) -> None:
    """What an earlier version made lacks whose word is denied: it is neither searched nor added to, and one line says to export anew."""
    path = kept(tmp_path / "a.db", river())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0")
        connection.execute("PRAGMA user_version = 1")
    for make in (False, True):
        with pytest.raises(ConfigurationError, match="export the cards anew"):
            open_database(path, make=make)


def test_a_damaged_database_is_told_in_a_line(tmp_path: Path) -> None:
    """Where SQLite cannot read on, a line says so."""
    path = kept(tmp_path / "a.db", river())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE said_fts")
    done = run("search", "waste", "--in", str(path))
    assert done.exit_code == 3
    assert len(errors(done.stderr)) == 1


def cards_file(folder: Path, *found: Card) -> Path:
    path = folder / "cards.jsonl"
    path.write_text("".join(card.model_dump_json() + "\n" for card in found or cards()), encoding="utf-8")
    return path


def test_a_folder_of_a_batch_is_exported_while_it_grows(tmp_path: Path) -> None:
    """Of the folder of a batch only its cards count: no requests, hidden files or journal, and no line that is still being written."""
    folder = tmp_path / "cards"
    Journal(folder).close()
    path = cards_file(folder)
    (folder / "requests").mkdir()
    (folder / "requests" / "a.jsonl").write_text('{"custom_id": "1"}\n', encoding="utf-8")
    (folder / ".cards.parquet.part").write_text("", encoding="utf-8")
    (folder / ".hidden.json").write_text("{}", encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write(river().model_dump_json()[:200])
    done = run("export", str(tmp_path / "a.db"), str(folder))
    assert (done.exit_code, "2 new cards in" in done.stderr) == (0, True)


def test_a_line_that_is_cut_off_elsewhere_is_no_card(tmp_path: Path) -> None:
    """Where no journal says that a file may be growing, half a line is damage, and told."""
    path = cards_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + '{"article"', encoding="utf-8")
    assert run("export", str(tmp_path / "a.db"), str(path)).exit_code == 4


def test_a_table_holds_each_card_once(tmp_path: Path) -> None:
    """Neither the table that is written anew, nor the one that a batch wrote of its cards, nor a copy makes a card count twice."""
    folder = tmp_path / "cards"
    folder.mkdir()
    path = cards_file(folder)
    (folder / "copy.jsonl").write_bytes(path.read_bytes())
    for name in ("cards.parquet", "all.parquet", "all.parquet"):
        done = run("export", str(folder / name), str(folder))
        assert (done.exit_code, "2 cards in" in done.stderr) == (0, True)


def test_one_is_singular(tmp_path: Path) -> None:
    """One card is no plural."""
    path = cards_file(tmp_path, river())
    assert "note: 1 new card in" in run("export", str(tmp_path / "a.db"), str(path)).stderr
    assert "note: 1 card in" in run("export", str(tmp_path / "a.parquet"), str(path)).stderr
