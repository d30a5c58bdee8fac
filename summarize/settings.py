"""Settings: flag, then environment (`SUMMARIZE_*`), then `summarize.toml`, then default. The only reader of the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarize.errors import ConfigurationError

FILE = "summarize.toml"
Nlp = Literal["auto", "on", "off"]
_KNOWN = {"nlp"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set, with defaults for the rest."""

    nlp: Nlp = "auto"
    """`auto`: the NLP model if it is installed; `on`: it must be; `off`: rules and gazetteer alone."""
    no_color: bool = False
    """NO_COLOR is set and not empty (https://no-color.org)."""


def _from_file(folder: Path) -> dict[str, object]:
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    unknown = sorted(set(data) - _KNOWN)
    if unknown:
        raise ConfigurationError(
            f"{path} has an unknown setting {unknown[0]!r}; known are: {', '.join(sorted(_KNOWN))}"
        )
    return data


def _nlp(value: object, where: str) -> Nlp:
    text = {True: "on", False: "off"}.get(value, value) if isinstance(value, bool) else value
    match str(text).lower():
        case "auto" | "":
            return "auto"
        case "on" | "1" | "yes" | "true":
            return "on"
        case "off" | "0" | "no" | "false":
            return "off"
    raise ConfigurationError(f"{where} is {value!r}; it takes auto, on or off")


def one_thread() -> None:
    """Ask numpy's linear algebra, before it is imported, for no threads of its own unless the user set a number.

    Nothing here is large enough for them, and starting them costs more than an article. For a process that is the program's own.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def load(
    environment: Mapping[str, str] | None = None, folder: Path | None = None, flags: Mapping[str, str] | None = None
) -> Settings:
    """The settings in force.

    Args:
        environment: the process's own if None.
        folder: where `summarize.toml` is looked for; the current one if None.
        flags: what the command line says, above everything else.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take.
    """
    values = os.environ if environment is None else environment
    file = _from_file(folder or Path.cwd())
    raw: object
    if flags and "nlp" in flags:
        raw, where = flags["nlp"], "--nlp"
    elif "SUMMARIZE_NLP" in values:
        raw, where = values["SUMMARIZE_NLP"], "SUMMARIZE_NLP"
    else:
        raw, where = file.get("nlp", "auto"), f"nlp in {FILE}"
    return Settings(nlp=_nlp(raw, where), no_color=bool(values.get("NO_COLOR")))
