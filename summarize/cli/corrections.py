"""A card that a person corrects: its items listed, who corrects it, and where what comes of it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cli.messages import tell
from summarize.cli.output import put
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.card import Card


def listed(card: Card) -> str:
    """The items of a card, each after the option that names it."""
    from summarize.rendering.safe import one_line
    from summarize.rendering.words import date

    told: dict[str, list[tuple[str | None, ...]]] = {
        "what": [(each.text,) for each in card.what],
        "who": [(each.name, each.role) for each in card.who],
        "when": [(each.text, date(each.start, each.end), "main" if each.main else None) for each in card.when],
        "where": [(each.name, each.country, "main" if each.main else None) for each in card.where],
        "quote": [(str(each), each.speaker or "nobody named", each.speaker_role) for each in card.quotes],
        "claim": [(each.text,) for each in card.claims],
        "background": [(each.text,) for each in card.background],
    }
    lines = [f"--headline       {one_line(card.headline.text)}"]
    for name, items in told.items():
        for number, parts in enumerate(items, 1):
            lines.append(f"{f'--{name} {number}':<16} {one_line(' — '.join(filter(None, parts)))}")
    return "\n".join(lines) + "\n"


def somebody() -> str:
    """The name that git has for the user, else the one that the system has."""
    import getpass
    import subprocess

    try:
        found = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - whichever git the user has
            capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=5,
        )  # fmt: skip
        name = found.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("say who corrects the card: --by NAME") from error


def save(card: Card, source: str, output: Path | None, save_gold: Path | None) -> None:
    """Write the card back, or where it is to go, and its corrections as gold."""
    from summarize.files import write_whole
    from summarize.rendering import to_json

    gold = None
    if save_gold is not None:
        from summarize.evaluation.gold.files import content_of, gold_text
        from summarize.evaluation.labelling.corrected import gold_of

        if save_gold.exists():
            raise UsageError(f"{save_gold} exists: give another name, or label it with evals label")
        labels = gold_of(card, save_gold)
        if save_gold.suffix == ".json":
            import json

            gold = json.dumps(content_of(labels), ensure_ascii=False, indent=2) + "\n"
        else:
            gold = gold_text(labels)
    if output is None and source == "-":
        put(to_json(card))
    else:
        write_whole(output or Path(source), to_json(card))
    if save_gold is not None and gold is not None:
        write_whole(save_gold, gold)
        tell(f"note: what was corrected is gold in {save_gold}; dropped items and lines are no labels")
