"""Messages to the user: one line each, on stderr."""

from __future__ import annotations

import typer

from summarize.cli.manners import MANNERS
from summarize.cli.progress import aside
from summarize.expressions import expression
from summarize.settings import in_workflow


def tell(line: str) -> None:
    """Write one line to stderr, without keys. What comes from an article or a path loses its control characters first.

    Lines that begin with `note: ` are left out where the user wants it quiet.
    """
    if MANNERS.quiet and line.startswith("note: "):
        return
    from summarize.redaction import SECRETS
    from summarize.rendering.safe import one_line

    line = SECRETS.clean(one_line(line))
    with aside():
        typer.echo(without_commands(f"\n{line}")[1:] if in_workflow() else line, err=True)


def tell_labels(language: str | None) -> None:
    """A note if titles, notes and dates are asked for in a language that nobody has written them in."""
    if language is None:
        return
    from summarize.languages.labels import has_labels
    from summarize.rendering.labels import primary

    if not has_labels(primary(language) or ""):
        tell(
            f"note: there are no titles and notes in {language!r}: they are in the article's language where it has some, else in English"
        )


def detail(line: str) -> None:
    """As `tell`, a note for those who want to know what is done."""
    if MANNERS.verbose:
        tell(f"note: {line}")


_ANYWHERE = expression(r"##(?=\[)")
_AT_START = expression(r"(?m)^(?=[ \t]*::)")


def without_commands(text: str) -> str:
    """A text for the log of a workflow: nothing in it is `##[command]` or a line that begins with `::`, and it means the same in its form.

    JSON says the same with an escape, HTML with a character reference, Markdown with a backslash, which other texts show.
    """
    form = text.lstrip()[:1]
    if form in {"{", "["}:
        return _ANYWHERE.sub(r"#\\u0023", text)  # in JSON no line begins with a string's words
    if form == "<":
        return _AT_START.sub("<!-- -->", _ANYWHERE.sub("#&#35;", text))
    return _AT_START.sub(r"\\", _ANYWHERE.sub(r"##\\", text))
