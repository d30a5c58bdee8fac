"""The two days of `seeds/day/`: their labels, and their briefings as the program makes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from summarize.briefing import BriefedArticle, Briefing, Made, Skipped
from summarize.daily.day import briefing_of, reason_against
from summarize.daily.memory import Memory
from summarize.pipeline import pipeline_for
from summarize.reading import read_all
from summarize.settings import Settings
from summarize.stories.composing import Edition
from tests.conftest import ROOT

DAYS = ("2026-11-20", "2026-11-21")
FOLDER = ROOT / "seeds" / "day"
LABELS: dict[str, Any] = yaml.safe_load((FOLDER / "LABELS.yaml").read_text(encoding="utf-8"))


def name_of(source: str) -> str:
    """An article's name in the labels."""
    return Path(source).relative_to(FOLDER).as_posix() if Path(source).is_absolute() else source


def label_of(article: BriefedArticle) -> dict[str, Any]:
    """What the labels say of an article."""
    label: dict[str, Any] = LABELS["files"][name_of(article.source)]
    return label


@cache
def briefings() -> tuple[Briefing, Briefing]:
    """The briefings of both days, the second told against the first."""
    pipeline = pipeline_for(Settings(nlp="on"))
    made = Made(
        created="2026-11-22T06:00:00+00:00",
        tool_version="0.1.0",
        engine="extractive",
        nlp="en_core_web_sm 3.8.0",
        cards=0,
        cost_usd=0,
        seconds=0,
    )
    found: list[Briefing] = []
    with Memory(None, print) as memory:
        for day in DAYS:
            edition = Edition(day, "UTC", "2026-11-19" if day == DAYS[0] else DAYS[0])
            cards, skipped = [], []
            for outcome in read_all([str(FOLDER / day)]):
                if outcome.reading is not None:
                    reason = reason_against(outcome.reading.article, edition)
                    if reason is None:
                        cards.append(pipeline.card(outcome.reading.article))
                    else:
                        skipped.append(Skipped(source=name_of(outcome.source), reason=reason))
                elif outcome.error is not None:
                    skipped.append(
                        Skipped(source=name_of(outcome.source), reason=str(outcome.error).replace(f"{FOLDER}/", ""))
                    )
            briefing = briefing_of(
                cards, skipped, made.model_copy(update={"cards": len(cards)}), edition, memory.before(day)
            )
            memory.remember(briefing)
            found.append(_placed(briefing))
    return found[0], found[1]


def _placed(briefing: Briefing) -> Briefing:
    """The same with sources as the labels name them, wherever the checkout is."""
    articles = tuple(article.model_copy(update={"source": name_of(article.source)}) for article in briefing.articles)
    return briefing.model_copy(update={"articles": articles})
