"""Names of persons as the NLP model of another language finds them: an extra of its own, loaded where an article is in the language.

French is read by a model of spaCy's, Russian by natasha's: slovnet over word vectors, both of which lie in its package. Their files are checked
before anything of them is loaded, as those of the English model are (`evidence/syntax.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module, util
from pathlib import Path

from summarize.evidence.official import NlpModel, compare, model_table, verify_model
from summarize.evidence.spacy_models import pipeline_in
from summarize.evidence.syntax import MAX_READ, Range, is_prose
from summarize.languages.packs import FOLDER
from summarize.languages.tables import has_table

Read = Callable[[Sequence[str]], Iterator[list[Range]]]
"""From paragraphs to where each names persons."""


class PersonModel:
    """A loaded model that finds names of persons. Load it once with `person_model(language)`."""

    def __init__(self, read: Read, name: str) -> None:
        self._read = read
        self.name = name

    def persons(self, text: str, paragraphs: Sequence[Range]) -> list[Range]:
        """Where persons are named, as half-open code-point ranges in text order.

        Args:
            text: the article's text.
            paragraphs: half-open ranges of it; what is no prose is not read, nor what ends behind `MAX_READ`.
        """
        read = [(start, text[start:end]) for start, end in paragraphs if end <= MAX_READ and is_prose(text[start:end])]
        found = self._read([words for _, words in read])
        return [(start + a, start + b) for (start, _), ranges in zip(read, found, strict=True) for a, b in ranges]


def languages_with_models() -> list[str]:
    """ISO 639-1 codes of the languages, but for English, that this package knows a model for."""
    return sorted(path.parent.name for path in FOLDER.glob("*/nlp_model.toml") if path.parent.name != "en")


def installed_model(language: str | None) -> str | None:
    """The name and version of a language's model of persons, None where there is none or it is not installed."""
    if language is None or language == "en" or not has_table(f"{language}/nlp_model.toml"):
        return None
    table = model_table(language)
    is_there = all(util.find_spec(name) is not None for name in (table.package, *table.needs.split()))
    return table.name if is_there else None


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
    folder = Path(str(spec.origin if spec else "")).parent
    if "spacy" in table.needs:
        return PersonModel(_by_spacy(verify_model(folder, whole=True, language=language), table), table.name)
    compare(folder, table.weights, table)
    return PersonModel(_by_slovnet(folder, table), table.name)


def _by_spacy(folder: Path, table: NlpModel) -> Read:
    pipeline = pipeline_in(folder, table.unused.split())

    def find_persons(paragraphs: Sequence[str]) -> Iterator[list[Range]]:
        for document in pipeline.pipe(paragraphs, batch_size=16):
            yield [(each.start_char, each.end_char) for each in document.ents if each.label_ == table.person]

    return find_persons


def _by_slovnet(folder: Path, table: NlpModel) -> Read:
    """Of natasha's package the data alone is used: its code imports a dictionary that does not run on current Python."""
    vectors, model = (folder / name for name in table.weights)
    finder = import_module("slovnet").NER.load(str(model))
    finder.navec(import_module("navec").Navec.load(str(vectors)))

    def find_persons(paragraphs: Sequence[str]) -> Iterator[list[Range]]:
        for marked in finder.map(paragraphs):
            yield [(each.start, each.stop) for each in marked.spans if each.type == table.person]

    return find_persons
