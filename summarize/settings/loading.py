"""Where settings come from: flag, then environment (`SUMMARIZE_*`, `OPENAI_*`), then `summarize.toml`, then default."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct, structs

from summarize.errors import ConfigurationError, UsageError
from summarize.settings import parsers, providers
from summarize.settings.admission import with_credentials
from summarize.settings.finding import file_for
from summarize.settings.folders import cache_folder
from summarize.settings.places import FILE, Found, Places
from summarize.settings.providers import Provider
from summarize.settings.values import Settings


class _Setting(Struct, frozen=True):
    parse: Callable[[object], Any]
    variables: tuple[str, ...] = ()
    in_file: bool = True


_SETTINGS: dict[str, _Setting] = {
    "nlp": _Setting(parsers.as_nlp, ("SUMMARIZE_NLP",)),
    "engine": _Setting(parsers.as_engine, ("SUMMARIZE_ENGINE",)),
    "provider": _Setting(parsers.as_text, ("SUMMARIZE_PROVIDER",)),
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
    "verbosity": _Setting(parsers.as_choice("low", "medium", "high"), ("SUMMARIZE_VERBOSITY",)),
    "seed": _Setting(parsers.as_count(0, 2**53, "a number"), ("SUMMARIZE_SEED",)),
    "service_tier": _Setting(parsers.as_text, ("SUMMARIZE_SERVICE_TIER",)),
    "query": _Setting(parsers.as_query, ("SUMMARIZE_QUERY",)),
    "body": _Setting(parsers.as_body, ("SUMMARIZE_BODY",)),
    "key_header": _Setting(parsers.as_text, ("SUMMARIZE_KEY_HEADER",)),
    "certificate": _Setting(parsers.as_path, ("SUMMARIZE_CERTIFICATE",)),
    "certificate_key": _Setting(parsers.as_path, ("SUMMARIZE_CERTIFICATE_KEY",)),
    "caching": _Setting(parsers.as_caching, ("SUMMARIZE_CACHING",)),
    "trust_counts": _Setting(parsers.as_switch, ("SUMMARIZE_TRUST_COUNTS",)),
    "log": _Setting(parsers.as_path, ("SUMMARIZE_LOG",), in_file=False),
    "telemetry": _Setting(parsers.as_switch, ("SUMMARIZE_TELEMETRY",), in_file=False),
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
    "site_url": _Setting(parsers.as_site, ("SUMMARIZE_SITE_URL",)),
    "owners": _Setting(parsers.as_owners),
    "template": _Setting(parsers.as_path, ("SUMMARIZE_TEMPLATE",)),
    "prices": _Setting(parsers.as_prices),
}


def _from_file(path: Path) -> dict[str, object]:
    try:
        written = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    import tomli  # noqa: PLC0415 - most have no file of settings

    try:
        data = tomli.loads(written)
    except tomli.TOMLDecodeError as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    if isinstance(data.get("mail"), dict) and "password" in data["mail"]:
        raise ConfigurationError(
            f"[mail] in {path} holds a password, and files are shared: set SUMMARIZE_MAIL_PASSWORD instead"
        )
    known = sorted([*(name for name, setting in _SETTINGS.items() if setting.in_file), "mail", "providers"])
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


def color_wanted(environment: Mapping[str, str] | None = None) -> bool | None:
    """Whether the environment wants colours (https://no-color.org, https://force-color.org); None where it leaves that to the terminal."""
    values = os.environ if environment is None else environment
    if values.get("NO_COLOR"):
        return False
    if values.get("FORCE_COLOR"):
        return True
    return False if values.get("TERM") == "dumb" else None


def users_cache(environment: Mapping[str, str] | None = None) -> Path:
    """The cache folder that the environment names, or the user's: no folder's `summarize.toml` has a say in it."""
    named = (os.environ if environment is None else environment).get("SUMMARIZE_CACHE")
    if named:
        with suppress(RuntimeError):  # "~nobody": a user whom the system does not know
            return Path(named).expanduser()
        return Path(named)
    return cache_folder()


def load(
    environment: Mapping[str, str] | None = None, folder: Path | None = None, flags: Mapping[str, object] | None = None
) -> Settings:
    """The settings in force.

    Args:
        environment: the process's own if None.
        folder: where `summarize.toml` is looked for first, then above and in the user's configuration folder; the current one if None.
        flags: what the command line says, by setting, above everything else; None is not said.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take.
        UsageError: a flag has a value that its setting does not take.
    """
    values = os.environ if environment is None else environment
    here, flags = folder or Path.cwd(), flags or {}
    path = file_for(here, asks_user=_may_have_own_file())
    folder = path.parent
    file = _from_file(path)
    tables = providers.tables_of(path, file.get("providers", {}))
    said = Places(flags, values, file)
    said = structs.replace(said, provider=providers.chosen_provider(_first(said), tables, FILE))
    given: dict[str, Any] = {}
    places: dict[str, str] = {}
    for name, setting in _SETTINGS.items():
        found = said.found(name, setting.variables)
        if found is not None:
            raw, places[name] = found
            given[name] = _parse_setting(setting, raw, places[name])
            if setting.parse is parsers.as_path and folder != here and places[name].endswith(FILE):
                given[name] = folder / given[name]  # a path in a file is meant from the file
    provider = said.provider
    if provider is not None:
        given |= {"provider": provider.name, "prices": _prices(provider, given.get("prices", {}))}
        given["model"] = provider.model or given.get("model")
    if "mail" in file or any(name.startswith("SUMMARIZE_MAIL_") for name in values):
        from summarize.settings.mail import mail_of  # noqa: PLC0415 - few have a mail server, and the parser of addresses takes time

        try:
            given["mail"] = mail_of(file.get("mail", {}), values, folder)
        except ConfigurationError as error:
            given["mail_fault"] = str(error)  # which is for those who send mail
    _keep_within(given, places, folder)
    return Settings(
        **with_credentials(given, places, folder, said),
        places=MappingProxyType(places),
        file=path if path.is_file() else None,
    )


def _may_have_own_file() -> bool:
    """False where a look at the usual place tells that the user has no file: finding out where else it could be takes longer than the settings."""
    is_usual = sys.platform.startswith("linux") and not os.environ.get("XDG_CONFIG_HOME")
    return not is_usual or Path("~/.config/summarize").expanduser().is_dir()


def told_by(path: Path) -> list[str]:
    """Where a settings file would have articles, briefings and keys sent, a line for each endpoint that it names.

    Raises:
        ConfigurationError: it cannot be read or used.
    """
    file = _from_file(path)
    tables = providers.tables_of(path, file.get("providers", {}))
    if "base_url" not in file and "provider" not in file:
        load({}, path.parent)  # what it says besides has to be usable
    lines = []
    if "base_url" in file:
        lines.append(f"articles and SUMMARIZE_API_KEY go to {load({}, path.parent).base_url}")
    if "provider" in file:
        lines.append(f"articles go to provider {file['provider']}")
    if "mail" in file:
        beside = {name: value for name, value in os.environ.items() if name.startswith("SUMMARIZE_MAIL_")}
        beside.pop("SUMMARIZE_MAIL_HOST", None)  # it is the file's own server that is to be trusted
        settings = load(beside, path.parent)
        if settings.mail_fault is not None:
            raise ConfigurationError(settings.mail_fault)
        if mail := settings.mail:
            lines.append(f"with --mail-to, briefings and SUMMARIZE_MAIL_PASSWORD go to {mail.host}:{mail.port}")
    for name, table in tables.items():
        key = table.get("key", providers.ready().get(name, {}).get("key"))
        what = " and ".join(
            ["articles", *([str(key)] if key else []), *(["its headers"] if "headers" in table else [])]
        )
        where = table.get("base_url") or f"provider {name}'s own address"
        lines.append(f"with --provider {name}, {what} go to {where}")
    return lines


def _first(said: Places) -> dict[str, Found]:
    """What says which provider is asked."""
    named = {name: said.found(name, _SETTINGS[name].variables) for name in ("provider", "model", "base_url")}
    if named["provider"] is not None and {"provider", "base_url"} <= said.file.keys():
        raise ConfigurationError(f"{FILE} names a provider and a base_url: give the address in [providers.NAME]")
    return {name: found for name, found in named.items() if found is not None}


def _prices(provider: Provider, prices: Mapping[str, Any]) -> Mapping[str, Any]:
    """The user's prices, those of the provider's models first."""
    return {**prices, **parsers.as_prices(provider.own.get("models", {}))}


def _parse_setting(setting: _Setting, raw: object, where: str) -> object:
    try:
        return setting.parse(raw)
    except ValueError as error:
        # A key is never repeated, not even one that stands where it should not.
        shown = "not usable" if str(error).startswith("a key") else repr(raw)
        # A flag is how the command is called; a variable and a file are what was set up before.
        kind = UsageError if where.startswith("--") else ConfigurationError
        raise kind(f"{where} is {shown}: {error}") from error


def _keep_within(given: dict[str, Any], places: Mapping[str, str], folder: Path) -> None:
    """Hold what a folder's file lets be written to that folder: it may be somebody else's."""
    if places.get("record", "").endswith(FILE) and given.get("record") is not None:
        target = (folder / given["record"]).resolve()
        if not target.is_relative_to(folder.resolve()):
            raise ConfigurationError(
                f"record in {FILE} leads out of its folder, to {target}: set SUMMARIZE_RECORD to record elsewhere"
            )
        given["record"] = target
