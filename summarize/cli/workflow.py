"""What a CI runner takes for a command in a log: an article's words must give it none."""

from __future__ import annotations

from summarize.expressions import expression

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
