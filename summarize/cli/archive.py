"""`summarize export` and `summarize search`: cards kept, and who said what in them."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli.guard import ReadFiles
from summarize.cli.messages import tell
from summarize.cli.progress import progress
from summarize.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.archive.search import Hit
    from summarize.card import Card

_DEFAULT = Path("cards.db")


class Kind(StrEnum):
    """What is said: a list of choices, as typer wants it."""

    quotation = "quotation"
    claim = "claim"
    news = "news"
    background = "background"
    headline = "headline"


def export(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A database (.db, .sqlite, .sqlite3) or a table (.parquet, .arrow, .feather)."
        ),
    ],
    cards: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="CARDS",
            help="Files of cards (JSON, JSON Lines, tables) and folders of them. Default: the cards of `daily`.",
        ),
    ] = None,
) -> None:
    """Put cards into a database that can be searched, or into a table.

    A database is added to: a card that is there already stays as it is. A table is written anew.

    \b
    Examples:
      summarize export cards.db
      summarize export cards.db cards/ monday.jsonl
      summarize export cards.parquet cards/cards.jsonl
    """
    from summarize.archive.search import cards_in
    from summarize.archive.tables import ENDINGS
    from summarize.rendering.words import counted

    ReadFiles(cards or ()).refuse(target)
    found = cards_in(cards, target) if cards else _of_daily()
    if target.suffix in ENDINGS:
        from summarize.archive.tables import write_cards

        with progress("cards") as line:
            count = write_cards((card.model_dump() for card in line.through(found)), target)
        tell(f"note: {counted(count, 'card')} in {target}")
    elif target.suffix in {".db", ".sqlite", ".sqlite3"}:
        from summarize.archive.database import Archive

        with Archive(target) as archive, progress("cards") as line:
            count = archive.add(line.through(found))
        tell(f"note: {counted(count, 'new card')} in {target}")
    else:
        raise UsageError(f"{target}: its ending says neither database nor table: give .db, .parquet or .arrow")


def search(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="Words, phrases, speaker:NAME, outlet:NAME, name:NAME; - excludes.")
    ],
    database: Annotated[
        Path, typer.Option("--in", metavar="FILE", help="The database, as `summarize export` makes it.")
    ] = _DEFAULT,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From a year, month or day on, such as 2026-01.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to the end of one.")] = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help="Only what is of this kind. Can be given again. Default: all that is said."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=10_000, help="Hits at most.")] = 20,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="Lines to read, or JSON Lines.")
    ] = "text",
) -> None:
    """Find who said what, when, word for word, in which outlet: over all cards in a database, the newest first.

    All words have to be there. A phrase stands in quotation marks, a * at the end of a word stands for any ending; capital letters and
    accents make no difference. Exit code 0, also where nothing is found.

    \b
    Examples:
      summarize search 'speaker:"Ann Lee" nuclear' --since 2026-01
      summarize search '"nuclear power" -speaker:minister' --kind quotation
      summarize search 'name:NATO budget*' --format json
    """
    from summarize.archive.query import query_of
    from summarize.archive.search import search as find
    from summarize.cli.output import put

    asked = query_of(query, since, until, tuple(each.value for each in kind or ()))
    hits = find(database, asked, limit)
    if not hits:
        tell("note: nothing found")
    if form == "json":
        put("".join(json.dumps(asdict(hit), ensure_ascii=False) + "\n" for hit in hits))
    else:
        put("\n".join(_hit_text(hit) for hit in hits))


def _hit_text(hit: Hit) -> str:
    """A hit as two lines: what was said and by whom, and where."""
    from summarize.rendering.safe import one_line
    from summarize.rendering.words import NOT_VOUCHED

    if hit.kind == "quotation":
        role = f" ({hit.role})" if hit.role else ""
        said = f"{hit.speaker}{role}: {hit.shown}" if hit.speaker else hit.shown
    else:  # whose word a statement is it says itself
        said = f"{hit.shown} [{hit.kind}]"
    doubt = NOT_VOUCHED.get(hit.standing, "").partition(":")[0]
    where = " · ".join(
        each
        for each in ((hit.published or "no date")[:10], hit.outlet, hit.title, hit.url or hit.source, doubt)
        if each
    )
    return f"{one_line(said)}\n    {one_line(where)}\n"


def _of_daily() -> Iterator[Card]:
    from summarize.cli.options import settings_with
    from summarize.daily.store import Store

    store = settings_with().store
    if store is None:
        from platformdirs import user_data_path

        store = user_data_path("summarize", appauthor=False) / "daily.sqlite3"
    if not store.is_file():
        raise UsageError("`summarize daily` keeps no cards here yet: name files of cards")
    with Store(store) as kept:
        yield from kept.cards()
