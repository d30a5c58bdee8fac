"""Providers: endpoints that have a name, with their addresses, keys and ways. The ready ones are rows of `providers.toml`.

A provider is chosen by `--provider`, `SUMMARIZE_PROVIDER` or `provider` in the file; or stands before a model's name (`groq/NAME`) where
neither a provider nor an address is given. What the user's own table says of it stands above the ready entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from msgspec import Struct, field

from summarize.compiling import toml
from summarize.errors import ConfigurationError
from summarize.settings import parsers
from summarize.settings.addresses import host_of, is_loopback, origin

OPENAI: Final = "openai"
KEYS: Final = frozenset({"title", "key", "hosts", "address", "path", "headers", "models"})
"""Fields of a table that are no settings of their own name."""
SETTINGS: Final = frozenset(
    "base_url model key_header query body effort verbosity temperature seed service_tier certificate certificate_key caching "
    "trust_counts timeout patience answer_tokens window jobs".split()
)
"""Settings that a provider's table may hold."""
_OWN_FIELDS = (KEYS - {"title", "hosts"}) | SETTINGS
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@cache
def ready() -> Mapping[str, Mapping[str, Any]]:
    """The ready entries, by name."""
    return MappingProxyType(toml(Path(__file__).parent / "providers.toml"))


@cache
def entry_at(base_url: str) -> tuple[str | None, Mapping[str, Any]]:
    """The ready entry whose host an address is of, and its name; (None, nothing) of an address that is nobody's. This machine is nobody."""
    for name, entry in ready().items():
        if not is_loopback(base_url) and _is_at(entry, base_url):
            return name, entry
    return None, _NOTHING


def _is_at(entry: Mapping[str, Any], url: str) -> bool:
    """True if an address is one of the entry's own, and what is sent there is enciphered."""
    if origin(entry.get("base_url", "")) == origin(url) != "":
        return True
    host = host_of(url)
    return url.startswith("https://") and any(fnmatchcase(host, pattern) for pattern in entry.get("hosts", ()))


def tables_of(path: Path, value: object) -> Mapping[str, Mapping[str, Any]]:
    """The user's own tables, by name, from `[providers]` of a file.

    Raises:
        ConfigurationError: one is no table, holds a key, or has a field that is not known.
    """
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise ConfigurationError(f"{path}: providers takes tables such as [providers.desk] with base_url and key")
    for name, table in value.items():
        if not name or "/" in name:
            raise ConfigurationError(f"{path}: {name!r} is no name of a provider: it has no slash")
        for each in sorted(set(table) - _OWN_FIELDS):
            if each == "api_key":
                raise ConfigurationError(
                    f"{path} holds a key, and files are shared: [providers.{name}] takes key, the variable that holds it"
                )
            raise ConfigurationError(
                f"{path}: [providers.{name}] has an unknown field {each!r}; known are: {', '.join(sorted(_OWN_FIELDS))}"
            )
        _check(path, name, table)
    return value


def _check(path: Path, name: str, table: Mapping[str, Any]) -> None:
    for each, parse in {
        "base_url": parsers.as_url,
        "key": parsers.as_variable,
        "address": parsers.as_variable,
        "path": parsers.as_url_path,
        "headers": parsers.as_headers,
        "models": parsers.as_prices,
    }.items():
        try:
            if each in table:
                parse(table[each])
        except ValueError as error:
            raise ConfigurationError(f"{path}: {each} in [providers.{name}] is not usable: {error}") from error


class Provider(Struct, frozen=True):
    """The provider that is asked."""

    name: str
    place: str
    """What named it, such as `--provider`."""
    in_file: bool
    """It was named by the file of the current folder."""
    own: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    """The user's own table."""
    ready: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    model: str | None = None
    """The model's name, where it stood behind the provider's."""

    @property
    def title(self) -> str:
        """What messages call it."""
        return str(self.ready.get("title", self.name))

    @property
    def key(self) -> str | None:
        """The variable that holds its key; None if it has none."""
        found = self.own.get("key", self.ready.get("key"))
        return None if found is None else str(found)

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of its table, with `$VARIABLE` as it stands there."""
        found: Mapping[str, str] = self.own.get("headers", _NOTHING)
        return found

    @property
    def names_secrets(self) -> bool:
        """True if its own table says what lets in: then that file has to be trusted, wherever the address leads."""
        return bool({"key", "headers", "certificate", "certificate_key"} & set(self.own))

    def address(self, environment: Mapping[str, str]) -> tuple[str, bool]:
        """Its address, and whether that is the file's word.

        Raises:
            ConfigurationError: it has none.
        """
        if "base_url" in self.own:
            return str(self.own["base_url"]), True
        variable = str(self.own.get("address", self.ready.get("address", "")))
        if environment.get(variable):
            given = environment[variable].strip().rstrip("/")
            bare = given.count("/") == 2
            path = str(self.own.get("path", self.ready.get("path", "")))
            return given + (path if bare else ""), not {"address", "path"}.isdisjoint(self.own)
        if "base_url" in self.ready:
            return str(self.ready["base_url"]), self.in_file
        also = f"set {variable}, or " if variable else ""
        raise ConfigurationError(f"{self.title} has no address: {also}give base_url in [providers.{self.name}]")

    def owns(self, url: str, environment: Mapping[str, str]) -> bool:
        """True if an address is the provider's own, so that its key and headers go there."""
        if not url:
            return False
        places = self.own.get("base_url"), environment.get(str(self.own.get("address", "")))
        moved = [str(each) for each in places if each]
        # A table that names another address says with the key's variable whose key it wants there; else the key stays at home.
        if moved and ("key" in self.own or "key" not in self.ready):
            return any(origin(each) == origin(url) != "" for each in moved)
        at_home = environment.get(str(self.ready.get("address", "")), "")
        return origin(at_home) == origin(url) != "" or _is_at(self.ready, url)


def chosen_provider(
    given: Mapping[str, tuple[object, str]], tables: Mapping[str, Mapping[str, Any]], file: str
) -> Provider | None:
    """The provider that is asked; None if the settings name none.

    Args:
        given: of `provider`, `model` and `base_url` the value in force and the place that gives it, where one does.
        tables: the user's own.
        file: how places end that are in the file.

    Raises:
        ConfigurationError: there is no provider of that name, or the file names an address beside it.
    """
    if "provider" in given:
        name, place = str(given["provider"][0]).strip(), given["provider"][1]
        if name not in tables and name not in ready():
            known = ", ".join(sorted({*tables, *ready()}))
            raise ConfigurationError(f"{place} is {name!r}: there is no such provider; known are: {known}")
        return Provider(name, place, place.endswith(file), tables.get(name, _NOTHING), ready().get(name, _NOTHING))
    if "model" not in given or "base_url" in given:
        return None
    name, slash, model = str(given["model"][0]).strip().partition("/")
    if not slash or not model or model.endswith(".gguf") or (name not in tables and name not in ready()):
        return None
    place = given["model"][1]
    return Provider(name, place, place.endswith(file), tables.get(name, _NOTHING), ready().get(name, _NOTHING), model)
