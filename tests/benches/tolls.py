"""Figures that change from one day to the next: which of the labelled pairs of reports are told as changed, and which only seem so.

    python -m tests.benches.tolls [FILE…] [--nlp auto|on|off] [--show]

A pair is right if the story of the second day goes on with the first and its changes of figures are the labelled one alone, or none where none is.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from summarize.briefing import Briefing, Change
from summarize.pipeline import Pipeline, pipeline_for
from summarize.settings import Settings
from tests.benches.days import LabelledDay, briefed

FOLDER = Path("evals/days/tolls")
DATES = ("2026-11-03", "2026-11-04")
OUTLETS = ("Corran Herald", "Corran Herald")


def days_of(pair: Mapping[str, Any]) -> list[LabelledDay]:
    """The two days of a pair, an article each."""
    texts = zip(DATES, ("then", "now"), pair["title"], pair.get("outlets", OUTLETS), strict=True)
    return [
        LabelledDay(
            date, {key: {"id": key, "outlet": outlet, "at": date, "title": title, "text": pair[key], "event": "it"}}, {}, ()
        )
        for date, key, title, outlet in texts
    ]  # fmt: skip


def verdict(pair: Mapping[str, Any], briefing: Briefing) -> tuple[str, str]:
    """ "right", "wrong" (a change that is none, or another one) or "missed", and what was told."""
    found = [change for story in briefing.stories for change in story.changes]
    told = [(str(change.about), *change.values) for change in found if change.values]
    said = "; ".join(" ".join(each) for each in told) or ", ".join(change.kind for change in found)
    if "turn" in pair:
        return _turned(pair, briefing, found)
    wanted = pair["change"]
    if not wanted:
        return ("wrong" if told else "right" if all(change.kind != "new" for change in found) else "missed"), said
    about, before, now = wanted
    fits = [one for one in told if one[0] == about and before in one[1].lower() and now in one[2].lower()]
    return ("wrong" if len(told) > len(fits) else "right" if fits else "missed"), said


def _turned(pair: Mapping[str, Any], briefing: Briefing, found: Sequence[Change]) -> tuple[str, str]:
    """The same of a plan or a statement that turned, and of the dates that the diary has of it."""
    told = [(str(change.about), change.now.text if change.now else "") for change in found if change.about]
    dates = {each.moment.start[:10] for each in briefing.ahead}
    said = "; ".join(" ".join(each) for each in (*told, *sorted((date, "") for date in dates)))
    if not pair["turn"]:
        return "wrong" if told else "right", said
    about, words = pair["turn"]
    fits = [one for one in told if one[0] == about and words in one[1]]
    is_dated = pair.get("ahead", next(iter(dates), None)) in {None, *dates} and pair.get("gone") not in dates
    return ("wrong" if len(told) > len(fits) else "right" if fits and is_dated else "missed"), said


def main(arguments: Sequence[str] | None = None) -> None:
    """Score files of pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[FOLDER / "seen.yaml"])
    parser.add_argument("--nlp", choices=("auto", "on", "off"), default="auto")
    parser.add_argument("--show", action="store_true", help="name each fault")
    given = parser.parse_args(arguments)
    pipeline: Pipeline = pipeline_for(Settings(nlp=given.nlp))
    for path in given.files:
        counts: Counter[tuple[str, str]] = Counter()
        for pair in yaml.safe_load(path.read_text(encoding="utf-8")):
            *_, briefing = briefed(days_of(pair), pipeline)
            outcome, said = verdict(pair, briefing)
            counts["a change" if pair.get("change") or pair.get("turn") else "none", outcome] += 1
            if given.show and outcome != "right":
                print(f"  {outcome}: {pair['id']}: {said}")
        for kind in ("a change", "none"):
            print(
                f"{path.name}: {kind}: "
                + ", ".join(f"{counts[kind, one]} {one}" for one in ("right", "wrong", "missed"))
            )


if __name__ == "__main__":
    main()
