"""Rules of a model file: what is refused before anything is loaded, and that the server is started and stopped with the engine."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from summarize.engines.model import ModelEngine, local
from summarize.errors import ConfigurationError
from summarize.pipeline import Pipeline
from summarize.settings import Settings
from summarize.testing import FakeServer, Reply
from tests.engines.model.answers import FIRE, GOOD, JUDGE, after_probe


class _Parameters(SimpleNamespace):
    """As llama.cpp's parameters: objects with attributes to set."""

    def __init__(self) -> None:
        super().__init__(model=SimpleNamespace(), cpuparams=SimpleNamespace())


@pytest.fixture
def llama(monkeypatch: pytest.MonkeyPatch) -> FakeServer:
    """A stand-in for llama.cpp's wheel: its server is a fake one, which stops with its last reference."""
    fake = FakeServer(after_probe(Reply(GOOD)))

    class Server:
        def __init__(self, parameters: Any) -> None:
            if "broken" in parameters.model.path:
                raise RuntimeError("failed to load the model")
            self.parameters = parameters
            fake.start()
            self.listening_address = fake.base_url.removesuffix("/v1")

        def __del__(self) -> None:
            fake.close()

    module = ModuleType("xllamacpp")
    module.CommonParams = _Parameters  # type: ignore[attr-defined]
    module.Server = Server  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "xllamacpp", module)
    return fake


def _gguf(folder: Path, name: str = "tiny-1b.gguf") -> Path:
    path = folder / name
    path.write_bytes(b"GGUF" + bytes(60))
    return path


def test_a_model_file_is_served_and_stopped_with_the_engine(tmp_path: Path, llama: FakeServer) -> None:
    """A GGUF file is loaded when the first card is drafted, needs no key, costs nothing, and is gone when the engine is closed."""
    told: list[str] = []
    engine = ModelEngine(Settings(model=str(_gguf(tmp_path)), timeout=5), tell=told.append)
    assert engine.is_local
    pipeline = Pipeline(engine)
    first, second = pipeline.card(FIRE), pipeline.card(FIRE)
    assert first.provenance.model == "tiny-1b"
    assert first.provenance.cost_usd == 0.0
    assert second.headline.text == GOOD["headline"]["text"]
    assert len([line for line in told if "loading" in line]) == 1
    served = llama.served
    engine.close()
    assert served.requests == 1 + 2 * (1 + JUDGE)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "there is no model file"), (b"PK\x03\x04", "is not a GGUF file")],
    ids=["missing", "other"],
)
def test_what_is_no_model_file_is_refused(tmp_path: Path, content: bytes | None, reason: str) -> None:
    """A path that is not there, or holds something else, is exit code 3 before anything is loaded."""
    path = tmp_path / "x.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=reason):
        Pipeline(ModelEngine(Settings(model=str(path)))).card(FIRE)


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without xllamacpp the error says what to install."""
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(ConfigurationError, match=r"summarize\[local\]"):
        local.LocalServer(_gguf(tmp_path))


def test_a_file_that_cannot_be_loaded_is_said_so(tmp_path: Path, llama: FakeServer) -> None:
    """What llama.cpp cannot load is exit code 3 with its own words."""
    del llama
    with pytest.raises(ConfigurationError, match=r"cannot load .*: failed to load the model"):
        local.LocalServer(_gguf(tmp_path, "broken.gguf"))
