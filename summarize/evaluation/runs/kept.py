"""Cards that were made before: scored as they are, whatever made them, whether or not they hold."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from summarize.article import Article
from summarize.card import FIELDS, Card
from summarize.errors import MeasurementError, UsageError
from summarize.evaluation.runs.files import read_run
from summarize.evaluation.runs.maker import About, Made
from summarize.evaluation.scoring.partial import completed, unscored
from summarize.evaluation.scoring.unchecked import unchecked_card


class KeptCards:
    """The cards of a folder (JSON, each named as its gold file) or of a run's file."""

    waits = False

    def __init__(self, path: Path) -> None:
        """Read them.

        Raises:
            UsageError: there are none, or one is no card.
        """
        contents = _of_folder(path) if path.is_dir() else _of_run(path)
        if not contents:
            raise UsageError(f"{path} holds no cards")
        self._path, self._contents = path, contents
        self._cards: dict[str, Card] = {}
        for name, content in contents.items():
            try:
                self._cards[name] = unchecked_card(completed(content, None))
            except UsageError as error:
                raise UsageError(f"{path}: {name}: {error}") from error
        made = {_about(card) for card in self._cards.values()}
        digest = hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()
        first = min(made, key=str)
        self.about = About(*first, key=digest) if len(made) == 1 else About(path.stem, "several", key=digest)

    async def make(self, name: str, article: Article) -> Made:
        """The card of a gold file's name.

        Raises:
            MeasurementError: there is none, or it is of another text.
        """
        card = self._cards.get(name)
        if card is None:
            raise MeasurementError(f"{self._path} has no card for {name}")
        content = self._contents[name]
        if "article" not in content or "text" not in content["article"]:
            card = unchecked_card(completed(content, article))
        if card.article.text != article.text:
            raise MeasurementError(f"the card for {name} in {self._path} is of another text than the labels")
        return Made(card, None, card.provenance.seconds, unscored=lambda measure: unscored(content, measure))

    async def aclose(self) -> None:
        """Nothing is open."""


def _about(card: Card) -> tuple[str, str, str | None, str | None, str | None, str | None]:
    made = card.provenance
    name = (made.model or made.engine).rsplit("/", 1)[-1] + ("+nlp" if made.checks.nlp else "")
    return name, made.engine, made.model, made.prompt, made.prompt_digest, made.checks.nlp


def _of_folder(folder: Path) -> dict[str, dict[str, Any]]:
    contents: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UsageError(f"{path} is not a card: {error}") from error
        if not isinstance(content, dict):
            raise UsageError(f"{path} is not a card")
        if not content.keys() & {"headline", *FIELDS}:
            raise UsageError(f"{path} is not a card: it has none of {', '.join(('headline', *FIELDS))}")
        contents[path.stem] = content
    return contents


def _of_run(path: Path) -> dict[str, dict[str, Any]]:
    return {case.name: case.card for case in read_run(path).cases if case.card is not None}
