"""What this program writes, recognised by what it is and not by its name: so that it is not read as an article, nor replaced by less."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarize.expressions import expression

MOST_BYTES = 60_000_000
"""Of larger files nothing is known; the briefing of a thousand articles has about a tenth."""
_BEGINNING = 16_384
_END = 4_000
_GENERATOR = expression(
    r'<meta name="generator" content="summarize [^":]{1,40}: (?P<what>card|briefing)(?: of (?P<date>[^" ]{1,40}) from (?P<articles>\d+))?"'
)
_MAIL = expression(r"\AX-Mailer: summarize [^\":\n]{1,40}: briefing of\s(?P<date>\S{1,40})\sfrom\s(?P<articles>\d+)\s")
# What stood at the foot of a page before pages said in their head what made them.
_CARD_PAGE = expression(
    r"<footer><p[^>]{0,20}>[^<]{0,900}\bspans? verified · [\d,]+ quotations? copied by offset · [^<]{0,900}</p><p[^>]{0,20}>made [^<]{5,60} by summarize \d"
)
_BRIEFING_PAGE = expression(r'<p class="facts"[^>]{0,20}>made [^<]{5,60} by summarize \d[^<]{0,40} · engine \w')
_CARD_FOOT = expression(
    r"\d spans? verified · [\d,]+ quotations? copied by offset · .{1,900} made .{5,60} by summarize \d[\w.+-]{0,40}\Z"
    r"|─{40} .{1,200}\d spans? verified · [\d,]+ quotations? copied by offset · .{1,900}\Z"
)
_FRONT = expression(r'\A---\n(?P<fields>(?:[a-z_]{1,20}: [^\n]{0,2000}\n){1,30}?)tool: "summarize [^\n"]{1,40}"\n---\n')


@dataclass(frozen=True, slots=True)
class Output:
    """Something that this program wrote."""

    what: Literal["card", "briefing"]
    date: str | None = None
    """ISO date of a briefing, where it is known."""
    articles: int | None = None
    """How many articles of its own a briefing was made from, where it is known."""


def generator(version: str, what: Literal["card", "briefing"], date: str = "", articles: int = 0) -> str:
    """What a page says in its head of what made it.

    Args:
        version: the program's.
        what: what the page is.
        date: ISO date of a briefing.
        articles: how many articles of its own a briefing was made from.
    """
    tool = re.sub(r'[":]', "", version)[:40]
    about = f" of {''.join(date.split())[:40]} from {articles}" if what == "briefing" else ""
    return f"summarize {tool}: {what}{about}"


def output_at(path: Path) -> Output | None:
    """What this program wrote at a path; None for anything else, and for what cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None
    return output_in(data) if len(data) <= MOST_BYTES else None


def output_in(data: bytes) -> Output | None:
    """What this program wrote, of the bytes of a file; None for anything else."""
    start = data[:_BEGINNING].decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    if start.startswith("<"):
        return _of_page(start, data)
    if mail := _MAIL.match(start):
        return Output("briefing", mail["date"], _count(mail["articles"]))
    if start.startswith("{"):
        return _of_json(data)
    if front := _FRONT.match(start):
        fields = dict(line.split(": ", 1) for line in front["fields"].splitlines())
        if {"zone", "articles", "stories"} <= fields.keys():
            return Output("briefing", fields.get("date"), _count(fields["articles"]))
    end = " ".join(data[-_END:].decode("utf-8", "replace").replace("\\", "").split())
    return Output("card") if _CARD_FOOT.search(end) else None


def _of_page(start: str, data: bytes) -> Output | None:
    if said := _GENERATOR.search(start):
        return Output("card" if said["what"] == "card" else "briefing", said["date"], _count(said["articles"]))
    if b" by summarize " not in data:
        return None
    page = data.decode("utf-8", "replace")
    if _CARD_PAGE.search(page):
        return Output("card")
    return Output("briefing") if _BRIEFING_PAGE.search(page) else None


def _of_json(data: bytes) -> Output | None:
    """A card, cards a line each, or a briefing."""
    if b'"schema_version"' not in data or (b'"provenance"' not in data and b'"stories"' not in data):
        return None
    line, _, rest = data.partition(b"\n")
    try:
        value = json.loads(line if rest.lstrip().startswith(b"{") else data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or "schema_version" not in value:
        return None
    if isinstance(value.get("article"), dict) and "provenance" in value and "headline" in value:
        return Output("card")
    articles = value.get("articles")
    if isinstance(articles, list) and "stories" in value and "made" in value:
        own = sum(isinstance(each, dict) and each.get("earlier") is None for each in articles)
        date = value.get("date")
        return Output("briefing", date if isinstance(date, str) else None, own)
    return None


def _count(said: str | None) -> int | None:
    return int(said) if said and said.strip().isdigit() and len(said) < 10 else None
