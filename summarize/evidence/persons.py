"""Names of persons as the NLP model of another language finds them: an extra of its own, loaded where an article is in the language.

Its files are checked before anything of it is loaded, as those of the English model are (`evidence/syntax.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import util
from pathlib import Path
from typing import Any

from summarize.evidence.official import model_table, verified
from summarize.evidence.syntax import MAX_READ, Range, is_prose, pipeline_in
from summarize.languages.packs import FOLDER
from summarize.languages.tables import has_table


class PersonModel:
    """A loaded model that finds names of persons. Load it once with `person_model(language)`."""

    def __init__(self, pipeline: Any, name: str, label: str) -> None:
        self._pipeline, self._label = pipeline, label
        self.name = name

    def persons(self, text: str, paragraphs: Sequence[Range]) -> list[Range]:
        """Where persons are named, as half-open code-point ranges in text order.

        Args:
            text: the article's text.
            paragraphs: half-open ranges of it; what is no prose is not read, nor what ends behind `MAX_READ`.
        """
        read = [(start, text[start:end]) for start, end in paragraphs if end <= MAX_READ and is_prose(text[start:end])]
        documents = self._pipeline.pipe((words for _, words in read), batch_size=16)
        return [
            (start + entity.start_char, start + entity.end_char)
            for (start, _), document in zip(read, documents, strict=True)
            for entity in document.ents
            if entity.label_ == self._label
        ]


def languages_with_models() -> list[str]:
    """ISO 639-1 codes of the languages, but for English, that this package knows a model for."""
    return sorted(path.parent.name for path in FOLDER.glob("*/nlp_model.toml") if path.parent.name != "en")


def installed_model(language: str | None) -> str | None:
    """The name and version of a language's model of persons, None where there is none or it is not installed."""
    if language is None or language == "en" or not has_table(f"{language}/nlp_model.toml"):
        return None
    table = model_table(language)
    found = util.find_spec("spacy") is not None and util.find_spec(table.package) is not None
    return table.name if found else None


def read_with(syntax: str | None, language: str | None) -> str | None:
    """The NLP models that an article is read with, for what is kept of it: the English one, and that of its own language.

    Args:
        syntax: the name of the English model, None where articles are read by rules alone.
        language: the article's.
    """
    own = installed_model(language) if syntax is not None else None
    return f"{syntax} {own}" if own else syntax


@cache
def person_model(language: str | None) -> PersonModel | None:
    """A language's model of persons, None where there is none or it is not installed.

    Raises:
        ConfigurationError: what is installed is not the official one.
    """
    if language is None or installed_model(language) is None:
        return None
    table = model_table(language)
    spec = util.find_spec(table.package)
    folder = verified(Path(str(spec.origin if spec else "")).parent, whole=True, language=language)
    return PersonModel(pipeline_in(folder, table.unused.split()), table.name, table.person)
