"""Loading a model of spaCy's without what an article needs nothing of: half of what loading costs otherwise."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from summarize.expressions import expression

_CLI: Final = "spacy.cli"
_BARE: Final = "summarize.Bare.v1"
# The model's own tokenizer rules are read from its folder: building the language's first would be done twice.
_TOKENIZER: Final = {"nlp": {"tokenizer": {"@tokenizers": _BARE}}}


def _import_spacy() -> None:
    """Import spaCy without its command line, which brings an HTTP client and a project tool along and is a third of the import."""
    if "spacy" not in sys.modules:
        stand_ins = {_CLI: ModuleType(_CLI), f"{_CLI}.info": ModuleType(f"{_CLI}.info")}
        stand_ins[_CLI].__path__ = []
        vars(stand_ins[f"{_CLI}.info"])["info"] = None
        sys.modules.update(stand_ins)
        try:
            import_module("spacy")
        finally:
            # Whoever wants spaCy's command line in this process still gets the real one.
            for name, module in stand_ins.items():
                if sys.modules.get(name) is module:
                    del sys.modules[name]
            spacy = sys.modules.get("spacy")
            if spacy is not None and getattr(spacy, "cli", None) is stand_ins[_CLI]:
                del spacy.cli
    tokenizer = import_module("spacy.tokenizer").Tokenizer
    import_module("spacy.util").registry.tokenizers(_BARE)(lambda: lambda language: tokenizer(language.vocab))


@contextmanager
def _no_plugins() -> Iterator[None]:
    """Keep spaCy from looking for plugins: it goes through those of every installed package, some two hundred times, and what they hold would run."""
    catalogue: Any = import_module("catalogue")
    found = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = metadata.EntryPoints(())
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = found


def _read_tokenizer(vocabulary: Any, path: Path) -> Any:
    """The tokenizer of a file of spaCy's, as its own `Tokenizer.from_disk` makes it, but that its expressions are compiled once for all runs."""
    held = import_module("srsly").msgpack_loads(path.read_bytes())
    methods = {"prefix_search": "search", "suffix_search": "search", "infix_finditer": "finditer"}
    methods |= {"token_match": "match", "url_match": "match"}
    affixes = {
        name: getattr(expression(held[name]), method)
        for name, method in methods.items()
        if isinstance(held.get(name), str)
    }
    return import_module("spacy.tokenizer").Tokenizer(
        vocabulary,
        rules=held.get("exceptions"),
        faster_heuristics=held.get("faster_heuristics", True),
        **affixes,
    )


def pipeline_in(folder: Path, unused: Sequence[str]) -> Any:
    """The spaCy pipeline in a folder, which is `verified`, without some of its parts."""
    with _no_plugins():
        _import_spacy()
        pipeline = import_module("spacy.util").load_model_from_path(
            folder, exclude=[*unused, "tokenizer"], config=_TOKENIZER
        )
        pipeline.tokenizer = _read_tokenizer(pipeline.vocab, folder / "tokenizer")
    return pipeline
