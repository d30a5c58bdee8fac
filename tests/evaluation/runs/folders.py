"""Gold folders for a test to write in, and a model that answers anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from summarize.cli.evals.app import app
from summarize.evaluation.gold.files import GoldFile, gold_paths, gold_text, read_gold
from summarize.evaluation.gold.labels import Gold
from summarize.testing import Reply
from tests.evaluation.perfect import GOLD, TEXT

OTHER = TEXT.replace("Lenbridge", "Marrow").replace("Ada Korbel", "Ida Ruhl")

EMPTY_ANSWER: dict[str, Any] = {
    "headline": {"text": "Mill reopens after flood", "sentences": [1]},
    "what": [{"text": "The trust spent 2.4 million euros on the repairs.", "sentences": [4]}],
    "who": [1],
    "date": 1,
    "place": 1,
    "background": [],
    "speakers": [],
    "unsaid": [],
    "claims": [],
    "roles": [],
    "missed": [],
}
ANSWER = Reply(EMPTY_ANSWER)


def gold_folder(folder: Path, names: tuple[str, ...] = ("mill", "marrow")) -> Path:
    """A folder with an article and its gold for each name: the perfect card's, and the same of another town."""
    gold = folder / "gold"
    gold.mkdir(parents=True, exist_ok=True)
    for name in names:
        text = TEXT if name == "mill" else OTHER.replace("Marrow", name.capitalize())
        (gold / f"{name}.txt").write_text(text, encoding="utf-8")
        labels = (
            GOLD if name == "mill" else Gold.model_validate({"article": "x", "published": "2026-03-03", "when": []})
        )
        content = labels.model_copy(update={"article": f"{name}.txt"})
        (gold / f"{name}.yaml").write_text(gold_text(content), encoding="utf-8")
    return gold


def files_of(folder: Path) -> list[GoldFile]:
    """The gold files of a folder."""
    return [read_gold(path) for path in gold_paths(folder)]


def evals(*arguments: object) -> Result:
    """The result of an `evals` command in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
