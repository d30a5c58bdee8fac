"""A checked text for a terminal, and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from summarize.checking.check import Checked, Verdict
from summarize.rendering import safe

if TYPE_CHECKING:
    from summarize.rendering.checked import Result

MARKS: Final[dict[Verdict, str]] = {
    "stands": "✓", "in part": "◐", "not shown": "✗", "contradicted": "✗✗", "cannot tell": "?",
}  # fmt: skip
_STYLES: Final[dict[Verdict, str]] = {
    "stands": "32", "in part": "33", "not shown": "31", "contradicted": "1;31", "cannot tell": "36",
}  # fmt: skip
_WIDEST = 100
_INDENT = 3


def reason_of(checked: Checked) -> str | None:
    """What to say beside a verdict: whose word it is where it stands, else why it does not."""
    said = checked.attribution
    if checked.verdict == "stands" and said is not None:
        return f"in the article it is {said.source or 'somebody'}'s word ({said.cue})"
    return checked.reason


def summary(results: Sequence[Result]) -> str:
    """How many sentences came out how: "2 stand · 1 not shown"."""
    counts = {verdict: sum(checked.verdict == verdict for checked, _ in results) for verdict in MARKS}
    return " · ".join(
        f"{count} {verdict if verdict != 'stands' else 'stand'}" for verdict, count in counts.items() if count
    )


def to_terminal(results: Sequence[Result], *, width: int, color: bool, several: bool) -> str:
    """Each sentence with its verdict, why, and the article's words, which of the sources if there are `several`."""
    measure = max(24, min(width, _WIDEST))
    lines: list[str] = []
    for checked, article in results:
        head = f"{MARKS[checked.verdict]} {checked.verdict}"
        lines.append(f"\x1b[{_STYLES[checked.verdict]}m{head}\x1b[0m" if color else head)
        lines.extend(_wrap_text(safe.one_line(checked.text), measure, _INDENT))
        reason = reason_of(checked)
        if reason:
            lines.extend(_wrap_text(f"— {safe.one_line(reason)}", measure, _INDENT))
        for part in checked.evidence:
            where = f"{safe.one_line(article.source)} " if several else ""
            words = f"“{safe.one_line(part.text)}” [{where}{part.start}–{part.end}]"
            lines.extend(_wrap_text(words, measure, _INDENT + 2))
        lines.append("")
    lines.append(summary(results))
    return "\n".join(lines) + "\n"


def _wrap_text(text: str, width: int, indent: int) -> list[str]:
    space = " " * indent
    return textwrap.wrap(text, width, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)


def to_markdown(results: Sequence[Result], *, several: bool) -> str:
    """Each sentence as an item with its verdict, why, and the article's words, which of the sources if there are `several`."""
    blocks: list[str] = []
    for checked, article in results:
        reason = reason_of(checked)
        why = f" — {safe.markdown(safe.one_line(reason))}" if reason else ""
        lines = [f"- **{checked.verdict}**: {safe.markdown(safe.one_line(checked.text))}{why}"]
        for part in checked.evidence:
            where = f"{safe.markdown(safe.one_line(article.source))} " if several else ""
            lines.append(f"  - “{safe.markdown(safe.one_line(part.text))}” \\[{where}{part.start}–{part.end}\\]")
        blocks.append("\n".join(lines))
    return "\n".join([*blocks, "", summary(results)]) + "\n"
