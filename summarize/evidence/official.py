"""Whether an NLP model that is installed is the official one: told from its files, before anything of it runs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from summarize.errors import ConfigurationError
from summarize.installing import reinstall_hint
from summarize.languages.loader import Pattern, Table, load


class NlpModel(Table):
    """`nlp_model.toml`: the files of a language's official model, and what its configuration may call."""

    name: str
    """The model and its version: "en_core_web_sm 3.8.0"."""
    extra: str
    """The extra that installs it."""
    weights: dict[str, str]
    called: Pattern = re.compile("")
    """What a spaCy model's configuration calls, in group 1 or 2; `calls`: what it may."""
    calls: Pattern = re.compile("")
    rest: dict[str, str] = {}  # noqa: RUF012 - tables do not change
    package: str = ""
    """Of a model that finds persons alone: the module that holds it; what else must be installed."""
    needs: str = ""
    person: str = ""
    """Its label of persons."""
    unused: str = ""
    """Parts of a spaCy model that are not loaded."""


def model_table(language: str) -> NlpModel:
    """The table of a language's model.

    Raises:
        TableError: there is none.
    """
    return load(NlpModel, f"{language}/nlp_model.toml")


def verify_model(package: Path, *, whole: bool, language: str = "en") -> Path:
    """The folder of a model's files, which are the official ones.

    Args:
        package: the folder of its package, which is not imported.
        whole: every file that is loaded must be one that we know; else the weights, and what the configuration calls.
        language: whose model it is, an ISO 639-1 code.

    Raises:
        ConfigurationError: a file is missing or another, or the configuration calls something else.
    """
    known = model_table(language)
    models = [path for path in package.glob("*-*") if (path / "meta.json").is_file()]
    if len(models) != 1:
        raise ConfigurationError(f"the NLP model in {package.name} is incomplete: {reinstall_hint(known.extra)}")
    compare(models[0], known.weights | known.rest if whole else known.weights, known)
    configuration = _bytes(models[0] / "config.cfg", "config.cfg", known).decode(errors="surrogateescape")
    called = [one or other for one, other in known.called.findall(configuration)]
    foreign = next((name for name in called if not known.calls.fullmatch(name)), None)
    if foreign is not None or not called:
        raise ConfigurationError(
            f"the NLP model's config.cfg calls {foreign or 'nothing'}, as the official one does not: {reinstall_hint(known.extra)}"
        )
    return models[0]


def compare(folder: Path, files: dict[str, str], known: NlpModel) -> None:
    """Compare the files of a model with their digests.

    Args:
        folder: where they lie.
        files: SHA-256 of each, urlsafe base64 without padding.
        known: the model's table.

    Raises:
        ConfigurationError: one is missing, or another.
    """
    for name, expected in files.items():
        digest = hashlib.sha256(_bytes(folder / name, name, known)).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != expected:
            raise ConfigurationError(
                f"the NLP model's {name} is not that of {known.name}: {reinstall_hint(known.extra)}"
            )


def _bytes(path: Path, name: str, known: NlpModel) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"the NLP model's {name} cannot be read: {reinstall_hint(known.extra)}") from error
