"""Answers that a model could give about the harbour fire of `seeds/`, and the engine that asks for them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from summarize.engines.model import ModelEngine
from summarize.reading import read
from summarize.settings import Settings
from summarize.testing import FakeServer, Reply, Request, Script

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"
FIRE = read(str(SEEDS / "harbour-fire.txt")).article
KEY = "sk-secret-0123456789abcdef"

GOOD: dict[str, Any] = {
    "headline": {"text": "Fire in Marseille ferry terminal injures 14, fire service says", "sentences": [1]},
    "what": [
        {
            "text": "A fire tore through a ferry terminal in Marseille early on Friday, injuring 14 people, the fire service said.",
            "sentences": [1],
        }
    ],
    "who": [7, 4],
    "date": 1,
    "place": 1,
    "background": [21, 24],
    "speakers": [],
    "unsaid": [],
    "claims": [],
    "roles": [],
    "missed": [],
}
"""Everything in it holds: its headline and its news are in words of its own, which a judge is asked about and lets stand."""

JUDGE = 1
"""Requests to the judge that a card of the good answer takes, beside those for its draft."""


def changed(**fields: Any) -> dict[str, Any]:
    """The good answer with some fields of another value."""
    return {**GOOD, **fields}


def is_probe(request: Request) -> bool:
    """True for the question by which an endpoint is probed."""
    return "about the sea" in request.last_user


def is_drafting(request: Request) -> bool:
    """True for a question for a draft: neither the probe, nor a question to the judge, nor one without a body."""
    return bool(request.body) and not is_probe(request) and not request.claims


def judge_of(ruling: str, text: str = "") -> Script:
    """A judge that rules so on every claim that holds a text, and lets the others stand."""

    def script(request: Request) -> Reply:
        asked = dict(re.findall(r"(?m)^CLAIM (\d+): (.*)$", request.last_user))
        rulings = {number: ruling if text in asked[str(number)] else "stands" for number in request.claims}
        return Reply(
            {
                "rulings": [
                    {"claim": number, "source": "", "differs": "", "ruling": one} for number, one in rulings.items()
                ]
            }
        )

    return script


def after_probe(*replies: Reply) -> Script:
    """A script that answers the probe as the endpoint would, and then gives the replies in order, the last one again and again."""
    left = list(replies)

    def script(request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return left.pop(0) if len(left) > 1 else left[0]

    return script


def engine_at(server: FakeServer, folder: Path, **settings: Any) -> ModelEngine:
    """An engine that asks the server, keeps its memory in `folder`, waits hardly at all, and notes what it tells in `told`."""
    told: list[str] = []
    values = {"model": "m", "base_url": server.base_url, "api_key": KEY, "cache": folder, "timeout": 30.0, **settings}
    engine = ModelEngine(Settings(**values), tell=told.append, backoff=0.01)
    engine.told = told  # type: ignore[attr-defined]
    return engine


def told(engine: ModelEngine) -> list[str]:
    """What an engine told the user."""
    lines: list[str] = engine.told  # type: ignore[attr-defined]
    return lines
