"""A model file on this machine: served in process by llama.cpp (xllamacpp), started when first asked and stopped with us."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from summarize.errors import ConfigurationError
from summarize.installing import missing

CONTEXT = 8192
"""Tokens that the server holds of a request and its answer."""
WINDOW = 9_000
"""Characters of an article to a part: with its lists and the prompt, it then fits the context with room for the answer."""
ANSWER_TOKENS = 1_200


def is_file(model: str | None) -> bool:
    """True if a model is named by the path of a GGUF file."""
    return model is not None and model.lower().endswith(".gguf")


class LocalServer:
    """An OpenAI-compatible server on loopback for one GGUF file."""

    def __init__(self, path: Path) -> None:
        """Load the file and start to serve it, which takes seconds.

        Raises:
            ConfigurationError: the file or the extra `[local]` is missing, or llama.cpp cannot load it.
        """
        if not path.is_file():
            raise ConfigurationError(f"there is no model file {path}")
        with path.open("rb") as file:
            if file.read(4) != b"GGUF":
                raise ConfigurationError(f"{path} is not a GGUF file")
        try:
            import xllamacpp  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise missing("a model file needs an extra", "local") from error
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(path)
        parameters.n_ctx = CONTEXT
        parameters.n_parallel = 1
        parameters.hostnames = ["127.0.0.1"]
        parameters.port = 0
        parameters.cpuparams.n_threads = os.cpu_count() or 2
        parameters.verbosity = -1
        try:
            self._server: Any = xllamacpp.Server(parameters)
        except RuntimeError as error:
            raise ConfigurationError(f"llama.cpp cannot load {path}: {error}") from error
        self.base_url: str = f"{self._server.listening_address}/v1"

    def close(self) -> None:
        """Stop serving and free the memory: the server ends with its last reference."""
        self._server = None
