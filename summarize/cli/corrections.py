"""A card that a person corrects: its items listed, who corrects it, and where what comes of it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cli.messages import tell
from summarize.cli.output import put
from summarize.errors import SummarizeError, UsageError

if TYPE_CHECKING:
    from summarize.card import Card


def list_card_items(card: Card) -> str:
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


class CorrectionTarget:
    """Where a corrected card goes, and its corrections as gold if somebody wants them."""

    def __init__(self, source: str, output: Path | None, gold: Path | None) -> None:
        """Refuse what cannot be kept there, before anything is corrected.

        Raises:
            UsageError: the gold file is the card's, or is there already.
        """
        self._output = output or (None if source == "-" else Path(source))
        self._gold, self._is_own = gold, False
        self.fault: SummarizeError | None = None
        """Why there is no gold of the card as it was kept last."""
        if gold is not None and self._output is not None and gold.resolve() == self._output.resolve():
            raise UsageError(f"{gold} is where the card goes: give the gold another name")
        self._refuse_another()

    def _refuse_another(self) -> None:
        if self._gold is not None and self._gold.exists() and not self._is_own:
            raise UsageError(f"{self._gold} exists: give another name, or label it with evals label")

    def keep(self, card: Card) -> str | None:
        """Write the card, then the gold, and say why there is none; that is `fault`, too.

        Raises:
            SummarizeError: the card cannot be written.
        """
        from summarize.files import write_whole
        from summarize.rendering import to_json

        if self._output is None:
            put(to_json(card))
        else:
            write_whole(self._output, to_json(card))
        try:
            self._keep_gold(card)
        except SummarizeError as error:
            self.fault = error
            return f"the card is saved, but no gold of it: {error}"
        self.fault = None
        return None

    def _keep_gold(self, card: Card) -> None:
        if self._gold is None:
            return
        from summarize.evaluation.gold.files import content_of, gold_text
        from summarize.evaluation.labelling.corrected import gold_of
        from summarize.files import write_whole

        self._refuse_another()
        labels = gold_of(card, self._gold)
        if self._gold.suffix == ".json":
            import json

            text = json.dumps(content_of(labels), ensure_ascii=False, indent=2) + "\n"
        else:
            text = gold_text(labels)
        write_whole(self._gold, text)
        self._is_own = True
        tell(f"note: what was corrected is gold in {self._gold}; dropped items and lines are no labels")
