"""Why something was refused, and warnings, in other languages: one `reasons.toml` a language.

They are English in the data, where programs read them. The English sentences are the keys, with braces for what is filled in; a reason is the
row that has all of it, and what fills a brace may be a row itself ("article {number}"). A test holds the keys against the code's sentences.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from summarize.languages.loader import Table, load
from summarize.languages.tables import has_table

_BRACES: Final = re.compile(r"\{(\w+)\}")


class Reasons(Table):
    """`reasons.toml`."""

    reasons: dict[str, str]
    """English sentences, and the language's; what stands in braces is in both."""


def reason_in(english: str, language: str) -> str:
    """A reason in a language; as it is where the language has no row for it.

    Args:
        english: the reason, its braces filled.
        language: ISO 639-1 code.
    """
    for pattern, row in _rows(language):
        found = pattern.fullmatch(english)
        if found is not None:
            return row.format(**{name: reason_in(held, language) for name, held in found.groupdict().items()})
    return english


@cache
def _rows(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What a reason of each row looks like, those with the most words of their own first."""
    name = f"{language}/reasons.toml"
    if not has_table(name):
        return ()
    rows = load(Reasons, name).reasons
    ordered = sorted(rows, key=lambda english: -len(_BRACES.sub("", english)))
    return tuple((_pattern(english), rows[english]) for english in ordered)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _BRACES.split(english)
    held = (rf"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(held), re.DOTALL)
