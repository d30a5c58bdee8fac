"""Where settings come from: flag, then environment (`SUMMARIZE_*`, `OPENAI_*`), then `summarize.toml`, then default."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS
from summarize.settings import parsers
from summarize.settings.addresses import OPENAI_URL, host_of, is_loopback, is_openai, origin
from summarize.settings.keys import OWN, Keys, keys_for, secrets_of
from summarize.settings.values import Settings

FILE = "summarize.toml"


@dataclass(frozen=True, slots=True)
class _Setting:
    parse: Callable[[object], Any]
    variables: tuple[str, ...] = ()
    in_file: bool = True


_SETTINGS: dict[str, _Setting] = {
    "nlp": _Setting(parsers.as_nlp, ("SUMMARIZE_NLP",)),
    "engine": _Setting(parsers.as_engine, ("SUMMARIZE_ENGINE",)),
    "model": _Setting(parsers.as_text, ("SUMMARIZE_MODEL",)),
    "base_url": _Setting(parsers.as_url, ("SUMMARIZE_BASE_URL", "OPENAI_BASE_URL")),
    "judge": _Setting(parsers.as_judge, ("SUMMARIZE_JUDGE",)),
    "prompt": _Setting(parsers.as_path, ("SUMMARIZE_PROMPT",)),
    "language": _Setting(parsers.as_language, ("SUMMARIZE_LANGUAGE",)),
    "timeout": _Setting(parsers.as_number(0.05, 86_400, "seconds"), ("SUMMARIZE_TIMEOUT",)),
    "patience": _Setting(parsers.as_number(0, 86_400, "seconds"), ("SUMMARIZE_PATIENCE",)),
    "max_cost": _Setting(parsers.as_number(0, 1e6, "dollars"), ("SUMMARIZE_MAX_COST",)),
    "max_tokens": _Setting(parsers.as_count(1, 10**12, "tokens"), ("SUMMARIZE_MAX_TOKENS",)),
    "answer_tokens": _Setting(parsers.as_count(100, 200_000, "tokens"), ("SUMMARIZE_ANSWER_TOKENS",)),
    "effort": _Setting(
        parsers.as_choice("none", "minimal", "low", "medium", "high", "xhigh", "max"), ("SUMMARIZE_EFFORT",)
    ),
    "temperature": _Setting(parsers.as_number(0, 2, "a number"), ("SUMMARIZE_TEMPERATURE",)),
    "window": _Setting(parsers.as_count(2_000, 4_000_000, "characters"), ("SUMMARIZE_WINDOW",)),
    "jobs": _Setting(parsers.as_count(1, 1024, "articles"), ("SUMMARIZE_JOBS",)),
    "record": _Setting(parsers.as_path, ("SUMMARIZE_RECORD",)),
    "replay": _Setting(parsers.as_path, ("SUMMARIZE_REPLAY",)),
    "cache": _Setting(parsers.as_path, ("SUMMARIZE_CACHE",)),
    "contact": _Setting(parsers.as_contact, ("SUMMARIZE_CONTACT",)),
    "fetch_timeout": _Setting(parsers.as_number(0.05, 3600, "seconds"), ("SUMMARIZE_FETCH_TIMEOUT",)),
    "store": _Setting(parsers.as_path, ("SUMMARIZE_STORE",)),
    "zone": _Setting(parsers.as_zone, ("SUMMARIZE_ZONE",)),
    "watch": _Setting(parsers.as_watch, ("SUMMARIZE_WATCH",)),
    "template": _Setting(parsers.as_path, ("SUMMARIZE_TEMPLATE",)),
    "prices": _Setting(parsers.as_prices),
}


def _from_file(folder: Path) -> dict[str, object]:
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    known = sorted(name for name, setting in _SETTINGS.items() if setting.in_file)
    for name in sorted(data):
        if name == "api_key":
            raise ConfigurationError(f"{path} holds a key, and files are shared: set OPENAI_API_KEY instead")
        if name not in known:
            raise ConfigurationError(f"{path} has an unknown setting {name!r}; known are: {', '.join(known)}")
    return data


def in_workflow(environment: Mapping[str, str] | None = None) -> bool:
    """True where a CI system runs this program, and may take lines of its log for commands."""
    values = os.environ if environment is None else environment
    return bool(values.get("GITHUB_ACTIONS") or values.get("CI") or values.get("TF_BUILD"))


def one_thread() -> None:
    """Ask numpy's linear algebra, before it is imported, for no threads of its own unless the user set a number.

    Nothing here is large enough for them, and starting them costs more than an article. For a process that is the program's own.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def load(
    environment: Mapping[str, str] | None = None, folder: Path | None = None, flags: Mapping[str, object] | None = None
) -> Settings:
    """The settings in force.

    Args:
        environment: the process's own if None.
        folder: where `summarize.toml` is looked for; the current one if None.
        flags: what the command line says, by setting, above everything else; None is not said.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take.
    """
    values = os.environ if environment is None else environment
    folder = folder or Path.cwd()
    file = _from_file(folder)
    given: dict[str, Any] = {"no_color": bool(values.get("NO_COLOR"))}
    places: dict[str, str] = {}
    for name, setting in _SETTINGS.items():
        found = _found(name, setting, flags or {}, values, file)
        if found is None:
            continue
        raw, places[name] = found
        given[name] = _parsed(name, setting, raw, places[name])
    _keep_within(given, places, folder)
    return Settings(**given, **_let_in(given.get("base_url"), places.get("base_url"), folder, values, flags or {}))


def _parsed(name: str, setting: _Setting, raw: object, where: str) -> object:
    try:
        return setting.parse(raw)
    except ValueError as error:
        # A key is never repeated, not even a wrong one.
        shown = "not usable" if name == "api_key" else repr(raw)
        raise ConfigurationError(f"{where} is {shown}: {error}") from error


def _keep_within(given: dict[str, Any], places: Mapping[str, str], folder: Path) -> None:
    """Hold what a folder's file lets be written to that folder: it may be somebody else's."""
    if places.get("record", "").endswith(FILE) and given.get("record") is not None:
        target = (folder / given["record"]).resolve()
        if not target.is_relative_to(folder.resolve()):
            raise ConfigurationError(
                f"record in {FILE} leads out of its folder, to {target}: set SUMMARIZE_RECORD to record elsewhere"
            )
        given["record"] = target


def _let_in(
    base_url: str | None, where: str | None, folder: Path, values: Mapping[str, str], flags: Mapping[str, object]
) -> dict[str, Any]:
    """The key for the endpoint, and whether anything may be sent there at all."""
    from_file = where is not None and where.endswith(FILE)
    foreign = from_file and base_url is not None and not (is_loopback(base_url) or is_openai(base_url))
    trusted = not foreign or _trusts(folder / FILE)
    distrusted = None
    if not trusted:
        distrusted = (
            f"{folder / FILE} would have articles sent to {host_of(base_url or '')}, and you have not said that you trust it: "
            "look into it, then run 'summarize trust', or name the endpoint with --base-url"
        )
    if flags.get("api_key") is not None:
        values = {**values, OWN: str(flags["api_key"])}
    for secret in secrets_of(values):
        SECRETS.keep(secret)
    keys: Keys = keys_for(values, base_url, vouched=not from_file or (foreign and trusted))
    key = (
        None
        if keys.variable is None
        else _parsed("api_key", _Setting(parsers.as_key), values[keys.variable], keys.variable)
    )
    return {
        "api_key": key,
        "key_for": origin(base_url or OPENAI_URL) if key is not None else None,
        "headers": keys.headers,
        "withheld": keys.withheld,
        "distrusted": distrusted,
    }


def _trusts(path: Path) -> bool:
    from summarize.settings.trust import Trusted  # noqa: PLC0415 - few folders have such a file

    return Trusted().holds(path)


def _found(
    name: str, setting: _Setting, flags: Mapping[str, object], values: Mapping[str, str], file: Mapping[str, object]
) -> tuple[object, str] | None:
    """The value of the highest place that gives one, and what to call that place. An empty variable gives none."""
    if flags.get(name) is not None:
        return flags[name], "--" + name.replace("_", "-")
    for variable in setting.variables:
        if values.get(variable):
            return values[variable], variable
    if name in file:
        return file[name], f"{name} in {FILE}"
    return None
