"""Readers and finders given what nobody would write, for as long as is asked: `make fuzz SECONDS=60`.

Every reader in turn, and what makes cards and checks claims, in English and in other languages, gets pieces of its kind in disorder, and pieces repeated many times. Each must give articles or an expected error, within
a time that grows with the bytes alone: twice the bytes may cost at most 2.4 times as much. What fails is printed with the bytes that did it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from summarize.article import Article
from summarize.checking.check import check
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import SummarizeError
from summarize.pipeline import Pipeline
from summarize.reading import read_bytes, read_text

FIXED, A_BYTE = 3.0, 100e-6
"""CPU seconds that a reading may take: whatever it reads, and for each byte of it."""
SLOW, GROWTH = 1.0, 2.4
"""CPU seconds from which on growth is looked at, and what twice the bytes may cost."""
MOST, MOST_FOUND = 400_000, 60_000
"""Bytes of what is read, and of what is found in, which takes ten times as long."""

_ANY = ["", " ", "\n", "\n\n", "“", "”", '"', "'", ".", ",", "-", "\0", "\x1b[2J", "\u202e", "\ud83d\ude00", "é", "1", "A b. ", "12.03.26 ", "By Ada Roy\n"]  # fmt: skip
_TAGS = [
    "<p>", "</p>", "<div class='ad'>", "</div>", "<div hidden id='S:0'>", "<template id='B:0'>", "<h1>", "<h2>Read more</h2>", "<b>", "</b>", "<a href='/x'>",
    "</a>", "<li>", "<section id='a-b'>", "<script>", "</script>", '$RC("B:0","S:0")', "window.a = {", "<style>", ".a{opacity:0;transition:1s}", "</style>", "<table><tr><td>",
    "<blockquote class='twitter-tweet'>", "&mdash; A (@b)", "<time datetime='2026-03-10'>", "<p style='opacity:0;transition:'>", "<!--", "-->", "&lt;", "<q>", "<br>", "x" * 90 + ". ",
]  # fmt: skip
_JSON = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"text"',
    '"title"',
    '"body"',
    '"sections"',
    '"[+99 chars]"',
    "1",
    "null",
    '"<p>A b.</p>"',
    "\\u0000",
    '"',
]
_FEED = ["<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>/1</link>", "<description>", "</description>", "&amp;lt;p&amp;gt;", "<![CDATA[", "]]>", "<opml>", "<outline xmlUrl='https://a.example/'/>", "<!DOCTYPE a [", "&a;"]  # fmt: skip
_MAIL = ["From: A B <a@b.example>\n", "Subject: FW: x\n", "Date: Tue, 10 Mar 2026 6:05 PM\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n", "> ", "=E2=80", "=?utf-8?q?=41?=", "Von: ", "im Auftrag von ", "---------- Forwarded message ---------\n", "From x\n"]  # fmt: skip
_PDF = ["%PDF-1.7\n", "1 0 obj\n", "<< /Type /Page /Contents 1 0 R >>", "stream\n", "endstream\n", "endobj\n", "BT (A b.) Tj ET\n", "[", "]", "(", ")", "<<", ">>", "xref\n", "trailer\n"]  # fmt: skip

READERS: dict[str, tuple[str, list[str]]] = {
    "text": ("", _ANY),
    "markdown": ("---\ntitle: x\n---\n", [*_ANY, "# ", "* ", "[a](b)", "![", "```\n", "| a |\n", "> "]),
    "page": ("<html><body><h1>A story of it</h1>", _TAGS),
    "json": ("", _JSON),
    "json lines": ('{"text": "A b."}\n', [*_JSON, "\n"]),
    "feed": ('<?xml version="1.0"?><rss><channel>', _FEED),
    "mail": ("From: a@b.example\nSubject: x\n\n", _MAIL),
    "mailbox": ("From a@b.example Tue Mar 10 18:05:00 2026\n", _MAIL),
    "pdf": ("%PDF-1.7\n", _PDF),
}
_ENGLISH = [
    "Ann Lee ", "Smith ", "the mayor of Leeds, ", "Mr ", "said ", "“We had no choice,” ", "She said. ", "he told her that ", "according to the council, ", "on Monday ", "10 March 2026 ",
    "the Ministry of City Council ", "(KMR) ", "not ", "may ", "which ", "and ", "if ", "at least 40 people ", "$3.2 million ", "in Paris, France ", "A. B. ", "Q: ", "Ann Lee: ", "Write that ", "allegedly ",
]  # fmt: skip
_OTHERS = [
    "„Wir haben keine Wahl“, sagte Ana Weiß. ", "am Montag ", "der Bürgermeister ", "« Le feu », a dit le maire. ", "— Да, — сказал он. ", "5 декабря ", "Ana Pérez: «No». ", "\n\nAna Pérez: «No hay tiempo». ", "「はい」と", "2026年3月10日",
    "قال ", "dass ", "und ", "que ", "não ", "il a dit que ", "¿Qué? ",
]  # fmt: skip
FINDERS = {"card": _ENGLISH, "card in another language": _OTHERS, "check": _ENGLISH, "check against": _ENGLISH}
STORY = "The council of Leeds closed the old pier on Monday, the mayor, Ann Lee, said. “We had no choice,” she said."
_PIPELINE = Pipeline(ExtractiveEngine())
_ENDINGS = {"text": "txt", "markdown": "md", "page": "html", "json": "json", "json lines": "jsonl", "feed": "xml", "mail": "eml", "mailbox": "mbox", "pdf": "pdf"}  # fmt: skip


def spent(data: bytes, kind: str) -> float:
    """The CPU seconds in which bytes are read or refused, or found in, those of programs that were started for it included. Anything but an expected error is raised."""
    began = sum(os.times()[:4])
    with suppress(SummarizeError):
        if kind in FINDERS:
            _find(kind, data.decode("utf-8", "replace"))
        else:
            read_bytes(data, f"a.{_ENDINGS[kind]}")
    return sum(os.times()[:4]) - began


def _find(kind: str, text: str) -> None:
    if kind == "check":
        check(text, Article(text=STORY, language="en"))
    elif kind == "check against":
        check(STORY, read_text(text, published="2026-03-14").article)
    else:
        _PIPELINE.card(read_text(text, published="2026-03-14").article)


def attack(name: str, head: str, unit: str, times: int, slack: float) -> None:
    """Read a unit that is repeated, and where that is slow, twice as much of it. It may take `slack` times what is written above.

    Raises:
        AssertionError: it took longer than its bytes may, or twice the bytes more than 2.4 times as long.
    """

    def made(count: int) -> bytes:
        return (head + unit * count).encode("utf-8", "surrogatepass")

    most = MOST if name in READERS else MOST_FOUND
    times = min(times, most // (2 * max(1, len(unit.encode("utf-8", "surrogatepass")))))
    data = made(times)
    once = spent(data, name)
    if once > slack * (FIXED + A_BYTE * len(data)):
        raise AssertionError(f"{name}: {len(data):,} bytes took {once:.1f} s")
    # What is slow once may only have loaded the tables.
    if once > slack * SLOW and (again := min(once, spent(data, name))) > slack * SLOW:
        twice = min(spent(made(2 * times), name) for _ in range(2))
        if twice > GROWTH * again:
            raise AssertionError(
                f"{name}: twice {len(data):,} bytes took {twice:.1f} s, more than {GROWTH} times {again:.1f}"
            )


def fuzz(
    kind: str, number: int, examples: int, times: Sequence[int] = (1, 3, 200, 20_000, MOST), slack: float = 1
) -> None:
    """Attack one reader with examples that a number chooses. Raises what the first that fails raises, made as small as can be."""
    head, pieces = READERS[kind] if kind in READERS else ("", FINDERS[kind])
    units = st.lists(st.sampled_from([*pieces, *_ANY]), min_size=1, max_size=6).map("".join)
    wrapped = given(
        name=st.just(kind),
        head=units.map(lambda text: head + text),
        unit=units,
        times=st.sampled_from(times),
        slack=st.just(slack),
    )(attack)
    quiet = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    seed(number)(quiet(wrapped))()


def main(arguments: list[str]) -> int:
    """Fuzz every reader in turn until the time is over; 1 if one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzzes the readers and finders.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=[*READERS, *FINDERS], help="this one alone")
    options = parser.parse_args(arguments)
    end, number = time.monotonic() + options.seconds, options.seed
    while time.monotonic() < end:
        for kind in [options.reader] if options.reader else [*READERS, *FINDERS]:
            if time.monotonic() >= end:
                break
            fuzz(kind, number, examples=12)
        number += 1
    print(f"{number - options.seed} rounds, nothing failed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
