"""Rules of the database of cards: what was said is found by whom, when and where, word for word, whatever a user types."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.archive.database import Archive, open_database
from summarize.archive.query import APART, Term, as_index_text, query_of
from summarize.archive.search import Hit, search
from summarize.card import Card
from summarize.errors import ConfigurationError, UsageError
from tests.archive.cards import cards
from tests.cli.commands import run


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "cards.db"
    with Archive(path) as archive:
        assert archive.add(cards()) == 2
    return path


def found(database: Path, query: str, **more: str) -> list[str]:
    """The quotations that a query finds."""
    kinds = ("quotation",)
    return [hit.text for hit in search(database, query_of(query, more.get("since"), more.get("until"), kinds), 20)]


PAY = "We will build it, and nuclear power will pay for the school"
SETTLED = "The nuclear question is settled"
WRONG = "It is the wrong place"
STAYS = "José Núñez stays our engineer"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('speaker:"Ann Lee" nuclear', [SETTLED, PAY]),
        ("speaker:lee -school nuclear", [SETTLED]),
        ('"nuclear power"', [PAY]),
        ('"power nuclear"', []),
        ("speaker:marsh", [STAYS, WRONG]),
        ("jose NUNEZ", [STAYS]),
        ("nucl*", [SETTLED, PAY]),
        ("nucl", []),
        ("nuclear outlet:herald", [SETTLED]),
        ('nuclear -outlet:"Morning Herald"', [PAY]),
        ('place name:"Ann Lee"', [WRONG]),
        ("nuclear OR", []),
    ],
)
def test_what_a_query_finds(database: Path, query: str, expected: list[str]) -> None:
    """All words have to be there, phrases in their order, accents and capitals aside; the newest is first, and words are the article's own."""
    assert [text.rstrip(",.") for text in found(database, query)] == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2026-02", None, 1),
        ("2026", None, 2),
        (None, "2026-01", 1),
        (None, "2026-01-13", 0),
        ("2026-01-14", "2026-01-14", 1),
    ],
)
def test_days_months_and_years(database: Path, since: str | None, until: str | None, expected: int) -> None:
    """A month that is named last is in it whole."""
    assert len(search(database, query_of("nuclear", since, until, ("quotation",)), 20)) == expected


def test_a_hit_says_who_when_and_where(database: Path) -> None:
    """A hit carries speaker, role, day, outlet, and the place in the article at which its words stand."""
    (hit,) = search(database, query_of("school", kinds=("quotation",)), 5)
    assert (hit.speaker, hit.role, hit.published, hit.outlet) == (
        "Ann Lee",
        "mayor of Leeds",
        "2026-01-14",
        "Leeds Post",
    )
    text = cards()[0].article.text
    assert text[hit.start : hit.end] == hit.text


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.text(alphabet='"*():^-+{}ANDORTNE ab', max_size=30))
def test_whatever_is_typed_is_a_query(database: Path, typed: str) -> None:
    """Every text finds something, nothing, or is refused as holding no word: the index's own syntax has no meaning in it."""
    try:
        query = query_of(typed)
    except UsageError:
        return
    assert all(isinstance(hit, Hit) for hit in search(database, query, 3))


def test_a_quotation_mark_in_a_term_is_no_syntax() -> None:
    """Whoever makes terms without the query of a user may have marks in them."""
    assert Term("text", 'a" OR "b').phrase == '"a"" OR ""b"'


def test_operators_of_the_index_are_words(database: Path) -> None:
    """AND, OR, NOT and NEAR are looked for as words."""
    assert found(database, "nuclear NOT school") == []
    assert found(database, "nuclear NEAR(school)") == []


def said(path: Path, *rows: tuple[str, str]) -> None:
    """Put texts and speakers into a database as if cards said them."""
    card: Card = cards()[0]
    with Archive(path) as archive:
        archive.add([card])
        for text, speaker in rows:
            done = archive.connection.execute(
                "INSERT INTO said (article, kind, published, speaker, text, shown, support, start, end, parts) "
                "VALUES (1, 'quotation', '2026', ?, ?, ?, 'verbatim', 0, 1, '[]')",
                (speaker, text, f"“{text}”"),
            )
            archive._index("said_fts", done.lastrowid, text, APART.join(speaker.split("; ")))
        archive.connection.commit()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("我们将在北京建设核电站。", "核电站"),
        ("原子力発電所を建設します。", "発電所"),
        ("เราจะสร้างโรงไฟฟ้า", "โรงไฟฟ้า"),
        ("Мы построим электростанцию.", "ЭЛЕКТРОСТАНЦИЮ"),
        ("सरकार ने बिजलीघर बनाया", "बिजलीघर"),
        ("سنبني محطة الطاقة", "محطة"),
        ("Wir bauen das Kraftwerk in Köln.", "koln"),
    ],
)
def test_other_scripts(tmp_path: Path, text: str, query: str) -> None:
    """Words of every script are found; where they are written without spaces, any part of a text is, and signs in another order are not."""
    said(tmp_path / "a.db", (text, "A"), ("something else", "B"))
    assert found(tmp_path / "a.db", query) == [text]
    if as_index_text(query).count(" ") > 2:
        assert found(tmp_path / "a.db", query[::-1]) == []


def test_a_phrase_does_not_reach_from_one_speaker_into_the_next(tmp_path: Path) -> None:
    """Of two who say something together, no third is found who has the last name of one and the first name of the other."""
    said(tmp_path / "a.db", ("together", "Ann Lee; Bob Marsh"))
    assert found(tmp_path / "a.db", 'speaker:"Bob Marsh"', until="2026")[-1:] == ["together"] or found(
        tmp_path / "a.db", 'speaker:"Bob Marsh" together'
    ) == ["together"]
    assert found(tmp_path / "a.db", 'speaker:"Lee Bob"') == []


def test_a_card_is_added_once(tmp_path: Path) -> None:
    """The same card again changes nothing."""
    with Archive(tmp_path / "a.db") as archive:
        assert [archive.add(cards()), archive.add(cards())] == [2, 0]
        assert archive.connection.execute("SELECT count(*) FROM said WHERE kind = 'quotation'").fetchone() == (4,)


def test_views_show_who_said_what(database: Path) -> None:
    """The view that people browse has a row for everything that somebody says, with speaker, day and outlet."""
    connection = sqlite3.connect(database)
    rows = connection.execute(
        "SELECT speaker, outlet, published FROM who_said_what WHERE kind = 'quotation' ORDER BY published, id DESC"
    ).fetchall()
    connection.close()
    assert rows[0] == ("Ann Lee", "Leeds Post", "2026-01-14")
    assert len(rows) == 4


@pytest.mark.parametrize("content", [b"", b"not a database", None])
def test_another_file_is_no_database_of_cards(tmp_path: Path, content: bytes | None) -> None:
    """What is something else is refused, and left as it is."""
    path = tmp_path / "a.db"
    if content is None:
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE mine (a)")
        other.commit()
        other.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(ConfigurationError):
        open_database(path, make=False)
    if content != b"":
        with pytest.raises(ConfigurationError):
            open_database(path, make=True)
    assert path.read_bytes() == before


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cards are exported from files, and found; nothing found is no failure; wrong names and dates are told in a line."""
    monkeypatch.chdir(tmp_path)
    Path("cards.jsonl").write_text("".join(card.model_dump_json() + "\n" for card in cards()), encoding="utf-8")
    assert run("search", "nuclear").exit_code == 2
    assert run("export", "cards.db", "cards.jsonl").exit_code == 0
    shown = run("search", 'speaker:"Ann Lee" nuclear', "--since", "2026-02").stdout
    assert f"“{SETTLED}" in shown
    assert "2026-02-03 · Morning Herald" in shown
    (hit,) = map(json.loads, run("search", "school", "--kind", "quotation", "-f", "json").stdout.splitlines())
    assert hit["speaker"] == "Ann Lee"
    assert run("search", "unheard").exit_code == 0
    assert run("search", "!!").exit_code == 2
    assert run("search", "nuclear", "--since", "soon").exit_code == 2
    assert run("export", "cards.csv", "cards.jsonl").exit_code == 2
    Path("bad.jsonl").write_text('{"article": {}}\n', encoding="utf-8")
    assert run("export", "other.db", "bad.jsonl").exit_code == 4
