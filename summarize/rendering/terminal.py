"""A card for a terminal: a label column, one measure wide, readable without colour."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from summarize.article import Evidence
from summarize.card import Card, Quote, Rejection, Statement, When, Where, Who
from summarize.rendering import safe, words
from summarize.rendering.corrections import correction
from summarize.rendering.labels import label, labels_in, reason

_WIDEST = 100  # a longer line is hard to find the next line from
_NARROWEST = 24
_LABEL = 12
_BESIDE_LABEL = 60  # from this width on, labels stand beside what they label

Block = list[tuple[Text, int]]
"""The paragraphs of one item: each a text and how far its second and later lines are indented."""


def to_terminal(card: Card, *, width: int = 80, color: bool = False, language: str | None = None) -> str:
    """The card as lines of at most `width` columns (and never more than 100), with ANSI styles only if `color`; for `language`, see `render`."""
    with labels_in(language, card.article.language):
        return _render_card(card, width, color=color)


def _render_card(card: Card, width: int, *, color: bool) -> str:
    page = _Page(min(max(width, _NARROWEST), _WIDEST), color=color)
    note = words.support(card.headline)
    title = Text(safe.one_line(words.in_full(card.headline)) or words.untitled_label(), "bold")
    page.write([(Text.assemble(title, (f" ({note})", "dim") if note else ""), 0)])
    page.write([(_join_with_dots(words.facts(card.article)), 0)])
    if notice := words.declined(card.provenance):
        page.write([(Text(safe.visible(notice), "yellow"), 0)])
    page.rule()
    for section, items in words.shown(card):
        blocks = (_SHOWN[section.field](item) for item in items)
        page.section(section.title, blocks, words.empty(card, section), apart=section.apart)
    if card.corrections:
        corrected = ([(Text(safe.visible(correction(one))), 2)] for one in card.corrections)
        page.section(words.label("Corrected"), corrected, words.none())
    if card.rejected:
        page.section(words.label("Refused"), map(_rejection, card.rejected), words.none(), style="yellow")
    page.blank()
    page.rule()
    page.write([(_join_with_dots(words.origin(card), "dim"), 0)])
    return page.text()


class _Page:
    """Lines in the making. Every line is wrapped here, so that none carries padding."""

    def __init__(self, width: int, *, color: bool) -> None:
        # `_environ` keeps rich from reading NO_COLOR, COLUMNS and TERM itself: what a card looks like is the caller's word.
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            legacy_windows=False,
            _environ={},
        )
        self._width = width
        self._beside = width >= _BESIDE_LABEL

    def section(
        self, label: str, items: Iterable[Block], empty: str, *, style: str = "cyan", apart: bool = False
    ) -> None:
        """A labelled section, with a blank line between its items if they stand `apart`; one that is empty says so."""
        # Assembled, since a style given to Text itself would spread to whatever is appended to it.
        title = Text.assemble((label.upper(), f"bold {style}"))
        indent = _LABEL if self._beside else 2
        lines: list[Text] = []
        for block in list(items) or [[(Text(empty, "dim"), 0)]]:
            lines += [Text()] if apart and lines else []
            lines += self._wrap_block(block, self._width - indent)
        self.blank()
        if not self._beside:
            self._line(title)
        for number, line in enumerate(lines):
            start = title.copy() if self._beside and number == 0 else Text()
            start.pad_right(indent - start.cell_len)
            self._line(start + line)

    def write(self, content: Block) -> None:
        """Paragraphs across the whole measure."""
        for line in self._wrap_block(content, self._width):
            self._line(line)

    def blank(self) -> None:
        self._line(Text())

    def rule(self) -> None:
        self._line(Text("─" * self._width, "dim"))

    def text(self) -> str:
        return self._out.getvalue()

    def _wrap_block(self, content: Block, width: int) -> Iterator[Text]:
        for text, indent in content:
            lines = text.wrap(self._console, width, overflow="fold")
            if indent and len(lines) > 1:
                # Only the later lines are indented, so they are wrapped again, to what is left of the measure.
                first = lines[0]
                rest = text[len(first) :]
                rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
                lines = rest.wrap(self._console, width - indent, overflow="fold")
                for line in lines:
                    line.pad_left(indent)
                yield first
            yield from lines

    def _line(self, line: Text) -> None:
        line.rstrip()
        self._console.print(line, soft_wrap=True, markup=False, highlight=False, emoji=False)


def _statement(statement: Statement) -> Block:
    note = words.support(statement)
    shown = (f" ({note})", "dim") if note else ""
    return [(Text.assemble(safe.visible(words.in_full(statement)), shown, _places(statement.evidence)), 0)]


def _who(who: Who) -> Block:
    role = words.role(who.role, who.kind)
    described = _join_with_dots([*([role] if role else []), words.counted(who.mentions, "mention")])
    return [(Text.assemble((safe.visible(who.name), "bold"), " — ", described, _places(who.evidence)), 2)]


def _when(pair: tuple[When, str | None]) -> Block:
    when, context = pair
    day = (safe.visible(words.date(when.start, when.end)), "bold" if when.start else "dim")
    words_of_it = words.said(when)
    said = f" — {words.marked(safe.visible(words_of_it))}" if words_of_it else ""
    block = [(Text.assemble(day, _main(when.main), said, _places(when.evidence)), 2)]
    if context:
        block.append((Text.assemble("  ", (safe.visible(context), "dim")), 2))
    return block


def _where(where: Where) -> Block:
    country = f", {safe.visible(where.country)}" if where.country else ""
    return [(Text.assemble((safe.visible(where.name), "bold"), country, _main(where.main), _places(where.evidence)), 2)]


def _main(main: bool) -> Text:
    return Text.assemble(" · ", (words.label("main"), "bold green")) if main else Text()


def _quote(quote: Quote) -> Block:
    parts = " ".join(words.marked(safe.visible(part.text)) for part in quote.evidence)
    role = f", {safe.visible(quote.speaker_role)}" if quote.speaker_role else ""
    cue = f" ({safe.visible(quote.cue)})" if quote.cue else ""
    speaker = (safe.visible(quote.speaker), "bold") if quote.speaker else (words.unknown_speaker(), "dim")
    # The mark hangs in the margin of its own words.
    return [(Text(parts), 1), (Text.assemble("— ", speaker, role, cue, _places(quote.evidence)), 2)]


def _rejection(rejection: Rejection) -> Block:
    field, value, told = map(safe.visible, (rejection.field, rejection.value, reason(rejection.reason)))
    return [(Text.assemble((field, "yellow"), f"{label(':')} {words.marked(value)} — {told}"), 2)]


_SHOWN: Final[Mapping[str, Callable[[Any], Block]]] = {
    "what": _statement,
    "who": _who,
    "when": _when,
    "where": _where,
    "quotes": _quote,
    "claims": _statement,
    "background": _statement,
}
"""How an item of each field is shown."""


def _places(evidence: Sequence[Evidence]) -> Text:
    return Text.assemble(" ", (words.spans(evidence), "dim"))


def _join_with_dots(parts: Iterable[str], style: str = "") -> Text:
    return Text(" · ".join(map(safe.visible, parts)), style)
