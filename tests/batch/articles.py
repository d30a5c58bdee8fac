"""Small articles of the tests' own, a server's answers about them, and what both cost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from summarize.batch.journal import Journal
from summarize.card import Usage
from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import changed, is_probe

WITH = ("--model", "m", "--processes", "1", "--poll", "0.05")
"""What every command here is run with."""
PRICES = "[prices.m]\ninput = 1.0\noutput = 10.0\ntiers = { batch = 0.5 }\n"
_NUMBER = re.compile(r"[Bb]ridge number (\d+)")
_OWN = "The bridge is open to traffic again, the council says."
"""In words of its own, so that a judge is asked."""
_WRONG = "The bridge cost 999 million pounds, the council says."
"""Refused by its figure, so that it is sent back."""


def write_articles(path: Path, count: int) -> Path:
    """A file of articles, each about a bridge of its own."""
    lines = (
        {
            "title": f"Bridge number {number} reopens",
            "publisher": "Leeds Post",
            "published": "2026-03-03",
            "text": f"LEEDS, March 3 2026 (Post) - Bridge number {number} reopened on Tuesday after repairs, the council said.\n\n"
            f'"We thank everybody for waiting {number + 2} weeks," said Ann Lee, a spokeswoman for the council.\n',
        }
        for number in range(count)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def answers(request: Request) -> Reply:
    """Every third draft is sent back once, and what stands in the model's own words goes to the judge."""
    if is_probe(request):
        return Reply()
    number = int(_NUMBER.findall(request.text)[0])
    first = len(request.body["messages"]) == 2
    text = _WRONG if first and number % 3 == 0 else _OWN
    said = {"text": text, "sentences": [1]}
    return Reply(changed(headline={"text": "", "sentences": []}, what=[said], who=[], date=0, place=0, background=[]))


def dollars(usage: Usage, *, factor: float) -> float:
    """What tokens cost by `PRICES`."""
    return factor * (usage.input_tokens * 1.0 + usage.output_tokens * 10.0) / 1e6


def spent(folder: str | Path) -> float:
    """Dollars, by the journal."""
    journal = Journal(Path(folder), alone=False)
    usd = journal.requests.spent().usd
    journal.close()
    assert usd is not None
    return usd


def owed(server: FakeServer) -> float:
    """What a server's own count says that it is owed: batches at half the price, the rest at the full one."""
    return dollars(server.charged.usage, factor=0.5) + dollars(server.served.usage, factor=1.0)


def cards_in(path: Path) -> list[dict[str, Any]]:
    """The cards of a file, which is whole lines."""
    text = path.read_text(encoding="utf-8")
    assert not text or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def sources(cards: Iterable[dict[str, Any]]) -> list[str]:
    """Where the cards' articles were read from, sorted."""
    return sorted(card["article"]["source"] for card in cards)
