"""What this program writes, recognised by what it is and not by its name: so that it is not read as an article, nor replaced by less."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from summarize.expressions import expression

ROOM_LIST = "room.json"
"""The list of a reading room's days, in its folder."""
MAX_BYTES = 60_000_000
"""Of larger files nothing is known; the briefing of a thousand articles has about a tenth."""
_BEGINNING = 16_384
_END = 4_000
_GENERATOR = expression(
    r'<meta name="generator" content="summarize [^":]{1,40}: (?P<what>card|briefing|room)(?: of (?P<date>[^" ]{1,40}) from (?P<articles>\d+))?"'
)
_NOT_NAMED = expression(r"[^A-Za-z0-9_.+-]")
"""What no version and no date has, and could end a header or an attribute."""
_KINDS: Mapping[str, Literal["card", "briefing", "reading room"]] = {
    "card": "card",
    "briefing": "briefing",
    "room": "reading room",
}
_MAIL = expression(r"\AX-Mailer: summarize [^\":\n]{1,40}: briefing of\s(?P<date>\S{1,40})\sfrom\s(?P<articles>\d+)\s")
# What stood at the foot of a page before pages said in their head what made them.
_CARD_PAGE = expression(
    r"<footer><p[^>]{0,20}>[^<]{0,900}\bspans? verified · [\d,]+ quotations? copied by offset · [^<]{0,900}</p><p[^>]{0,20}>made [^<]{5,60} by summarize \d"
)
_BRIEFING_PAGE = expression(r'<p class="facts"[^>]{0,20}>made [^<]{5,60} by summarize \d[^<]{0,40} · engine \w')
_CHECKED = r"(?:\d spans? verified · [\d,]+ quotations? copied by offset|edited outside: changed after it was checked|not sealed: cannot tell whether it was changed since it was checked)"
_CARD_FOOT = expression(
    _CHECKED + r" · .{1,900} made .{5,60} by summarize \d[\w.+-]{0,40}\Z"
    r"|─{40} .{1,200}" + _CHECKED + r" · .{1,900}\Z"
)
_FOOT_ELSEWHERE = expression(
    r"(?:\A| )--- \S{1,60}(?: · [^·]{1,200}){2,12}\bsummarize \d[\w.+-]{0,40}\Z|─{40} \S{1,60}(?: · [^·]{1,200}){2,12}\Z"
)
"""The foot of a card whose labels are in another language: a line across, what made it and what was checked, and in Markdown the version."""
_FRONT = expression(r'\A---\n(?P<fields>(?:[a-z_]{1,20}: [^\n]{0,2000}\n){1,30}?)tool: "summarize [^\n"]{1,40}"\n---\n')


class Output(Struct, frozen=True):
    """Something that this program wrote."""

    what: Literal["card", "briefing", "reading room"]
    date: str | None = None
    """ISO date of a briefing, where it is known."""
    articles: int | None = None
    """How many articles of its own a briefing was made from, where it is known."""


def generator(version: str, what: Literal["card", "briefing", "room"], date: str = "", articles: int = 0) -> str:
    """What a page says in its head of what made it.

    Args:
        version: the program's.
        what: what the page is.
        date: ISO date of a briefing.
        articles: how many articles of its own a briefing was made from.
    """
    tool = _NOT_NAMED.sub("", version)[:40]
    about = f" of {_NOT_NAMED.sub('', date)[:40]} from {articles}" if what == "briefing" else ""
    return f"summarize {tool}: {what}{about}"


def output_at(path: Path) -> Output | None:
    """What this program wrote at a path; None for anything else, and for what cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
    return output_in(data) if len(data) <= MAX_BYTES else None


def outputs_among(files: Sequence[str]) -> set[str]:
    """Those of some files that this program wrote, and all that lies in a reading room of its own."""
    found = {file: output for file in files if (output := output_at(Path(file))) is not None}
    rooms = {Path(file).parent for file in found if Path(file).name == ROOM_LIST and found[file].what == "reading room"}
    return {file for file in files if file in found or not rooms.isdisjoint(Path(file).parents)}


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
    return Output("card") if _CARD_FOOT.search(end) or _FOOT_ELSEWHERE.search(end) else None


def _of_page(start: str, data: bytes) -> Output | None:
    if said := _GENERATOR.search(start):
        return Output(_KINDS[said["what"]], said["date"], _count(said["articles"]))
    if b" by summarize " not in data:
        return None
    page = data.decode("utf-8", "replace")
    if _CARD_PAGE.search(page):
        return Output("card")
    return Output("briefing") if _BRIEFING_PAGE.search(page) else None


def _of_json(data: bytes) -> Output | None:
    """A card, cards a line each, a briefing, or the list of a reading room."""
    if b'"schema_version"' not in data or not any(name in data for name in (b'"provenance"', b'"stories"', b'"days"')):
        return None
    line, _, rest = data.partition(b"\n")
    try:
        value = json.loads(line if rest.lstrip().startswith(b"{") else data)
    except (ValueError, RecursionError):
        return None
    return _of_fields(value) if isinstance(value, dict) and "schema_version" in value else None


def _of_fields(value: Mapping[str, Any]) -> Output | None:
    if isinstance(value.get("article"), dict) and "provenance" in value and "headline" in value:
        return Output("card")
    if "room" in value and isinstance(value.get("days"), list):
        return Output("reading room")
    articles = value.get("articles")
    if isinstance(articles, list) and "stories" in value and "made" in value:
        own = sum(isinstance(each, dict) and each.get("earlier") is None for each in articles)
        date = value.get("date")
        return Output("briefing", date if isinstance(date, str) else None, own)
    return None


def _count(said: str | None) -> int | None:
    return int(said) if said and said.strip().isdigit() and len(said) < 10 else None
