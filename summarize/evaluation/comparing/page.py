"""A page of lines and tables, for a terminal and as Markdown. What comes from a file passes through `safe` here, and only here."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from summarize.rendering import safe

_WIDEST = 160
_NARROWEST = 40


class Own(str):
    """Words and figures of this program alone, with nothing from a file: Markdown takes them as they are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Styled:
    """A text and how it looks on a terminal, as rich names it."""

    text: str
    style: str


Piece = str | Styled
"""A plain `str` is of a file, and made safe."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A paragraph, or one item of a list."""

    pieces: Sequence[Piece]
    style: str = ""
    item: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    align: Literal["left", "right"] = "right"
    wide: bool = False
    """Left out of a terminal too narrow for it."""
    folds: int = 0
    """Its texts may be folded, to no less than this width; 0: they may not."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """Rows of as many pieces as there are columns."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Piece]]


Block = PageLine | PageTable


def to_terminal(blocks: Iterable[Block], *, width: int, color: bool) -> str:
    """The page in lines of at most `width` columns (and at most 160), with ANSI styles only if `color`."""
    width = min(max(width, _NARROWEST), _WIDEST)
    out = io.StringIO()
    # `_environ` keeps rich from reading NO_COLOR, COLUMNS and TERM itself: what a page looks like is the caller's word.
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, PageLine) and isinstance(block, PageLine) and block.item):
            console.print()
        if isinstance(block, PageTable):
            _print_table(block, console)
        else:
            _print_line(block, console)
        before = block
    # A table pads its cells, and a style may end after the padding.
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _print_line(line: PageLine, console: Console) -> None:
    text = Text.assemble(
        *(_text_and_style(piece) for piece in line.pieces), style="bold" if line.heading else line.style
    )
    indent = 2 if line.item else 0
    for number, part in enumerate(text.wrap(console, console.width - indent, overflow="fold")):
        lead = ("· " if number == 0 else "  ") if line.item else ""
        part.rstrip()
        console.print(Text.assemble(lead, part), soft_wrap=True, highlight=False)


def _text_and_style(piece: Piece) -> tuple[str, str]:
    text, style = (piece.text, piece.style) if isinstance(piece, Styled) else (piece, "")
    return (text if isinstance(text, Own) else safe.plain(text).replace("\n", " ")), style


def _print_table(table: PageTable, console: Console) -> None:
    """The table with all its columns, else without the wide ones, else closer together; never cut, so at worst too wide."""
    for wide, gap in ((True, 2), (False, 2), (False, 1)):
        places = [place for place, column in enumerate(table.columns) if wide or not column.wide]
        needed = sum(_least(table, place) for place in places) + gap * (len(places) - 1)
        if needed <= console.width:
            break
    # One column of every gap is the box's own.
    made = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, gap - 1, 0, 0), show_edge=False)
    for place in places:
        column = table.columns[place]
        made.add_column(
            Text(column.title, "bold"),
            justify=column.align,
            no_wrap=not column.folds,
            overflow="fold",
            min_width=_least(table, place),
        )
    for row in table.rows:
        made.add_row(*(Text(*_text_and_style(row[place])) for place in places))
    asked, console.width = console.width, max(needed, console.width)
    console.print(made)
    console.width = asked


def _least(table: PageTable, place: int) -> int:
    """How wide a column must be."""
    column = table.columns[place]
    return column.folds or max(
        cell_len(text) for text in (column.title, *(_text_and_style(row[place])[0] for row in table.rows))
    )


def to_markdown(blocks: Iterable[Block]) -> str:
    """The page as Markdown that reads well raw and rendered; a line in bold opens it, and a table has all its columns."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            joined = isinstance(before, PageLine) and before.item and isinstance(block, PageLine) and block.item
            parts.append("\n" if joined else "\n\n")
        parts.append(_markdown_table(block) if isinstance(block, PageTable) else _markdown_line(block))
        before = block
    return "".join(parts) + "\n"


def _markdown_line(line: PageLine) -> str:
    text = "".join(_as_markdown(piece) for piece in line.pieces)
    if "bold" in line.style:
        text = f"**{text}**"
    return f"- {text}" if line.item else f"### {text}" if line.heading else text


def _as_markdown(piece: Piece) -> str:
    text = piece.text if isinstance(piece, Styled) else piece
    return text if isinstance(text, Own) or not text else safe.markdown(text)  # an empty cell is no text that hides


def _markdown_table(table: PageTable) -> str:
    rows = [[column.title for column in table.columns], *([_as_markdown(piece) for piece in row] for row in table.rows)]
    widths = [max(3, *(len(row[place]) for row in rows)) for place in range(len(table.columns))]
    right = [column.align == "right" for column in table.columns]
    rule = ["-" * (width - 1) + ":" if at_right else "-" * width for width, at_right in zip(widths, right, strict=True)]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if at_right else cell.ljust(width)
            for cell, width, at_right in zip(cells, widths, right, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    return "\n".join([line(rows[0]), line(rule), *map(line, rows[1:])])
