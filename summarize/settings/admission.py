"""Whether anything may be sent to an endpoint at all, and what lets in there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS
from summarize.settings import parsers, providers
from summarize.settings.addresses import OPENAI_URL, host_of, is_loopback, is_openai, keeps_secrets, origin
from summarize.settings.finding import user_file
from summarize.settings.places import FILE, Places
from summarize.settings.providers import Provider

_OF_PROVIDER = ("query", "key_header", "certificate", "certificate_key")
"""Settings of a provider that go to its own address alone."""


def with_credentials(given: Mapping[str, Any], places: Mapping[str, str], folder: Path, said: Places) -> dict[str, Any]:
    """The settings, with the key and headers for their endpoint, and why nothing is sent there if that is so.

    Raises:
        ConfigurationError: a key can be none.
    """
    target, provider = given.get("base_url") or OPENAI_URL, said.provider
    from_file = places.get("base_url", "").endswith(FILE)
    foreign = _is_foreign(target, places, provider)
    trusted = not foreign or _trusts(folder / FILE)
    values = dict(said.environment)
    if said.flags.get("headers") is not None:
        values[OWN_HEADERS] = str(said.flags["headers"])
    for secret in (*secrets_of(values, provider), str(said.flags.get("api_key") or "").strip()):
        SECRETS.keep(secret)
    vouched = not from_file or (foreign and trusted)
    if provider is None:
        keys = keys_for(values, given.get("base_url"), vouched=vouched)
    else:
        keys = keys_of(provider, values, target, vouched=vouched)
    if said.flags.get("api_key") is not None:
        values[OWN] = str(said.flags["api_key"])
        keys = replace(keys, variable=OWN, withheld=None, needs=None)
    kept = given if keys.at_home else {name: value for name, value in given.items() if not _is_left(name, places)}
    secret_there = keys.variable is not None or keys.headers or kept.get("certificate")
    return {
        **kept,
        "api_key": None if keys.variable is None else _key(values[keys.variable], keys.variable),
        "key_from": keys.variable if said.flags.get("api_key") is None else None,
        "key_for": origin(target) if secret_there else None,
        "headers": keys.headers,
        "withheld": keys.withheld,
        "needs": keys.needs,
        "distrusted": None if trusted else _why_distrusted(folder, target),
    }


def _is_foreign(target: str, places: Mapping[str, str], provider: Provider | None) -> bool:
    """True if a folder's file says where articles go, or what lets in there: also to this machine it sends nothing of its choice."""
    if places.get("base_url", "").endswith(FILE) and not (is_loopback(target) or is_openai(target)):
        return True
    names_secrets = provider is not None and provider.names_secrets
    return names_secrets or places.get("certificate", "").endswith(FILE)


def _is_left(name: str, places: Mapping[str, str]) -> bool:
    return name in _OF_PROVIDER and places.get(name, "").startswith(("[providers.", "provider "))


def _why_distrusted(folder: Path, target: str) -> str:
    return (
        f"{folder / FILE} would have articles sent to {host_of(target)}, and you have not said that you trust it: "
        f"look into it, then run 'summarize trust{'' if folder == Path.cwd() else f' {folder}'}', or name the endpoint with --base-url"
    )


def _key(value: str, variable: str) -> str | None:
    try:
        return parsers.as_key(value)
    except ValueError as error:
        # A key is never repeated, not even a wrong one.
        raise ConfigurationError(f"{variable} is not usable: {error}") from error


def _trusts(path: Path) -> bool:
    """True of the user's own file, which lies beside the list of those that are trusted, and of those on it."""
    from summarize.settings.trust import Trusted  # noqa: PLC0415 - few folders have such a file

    return path == user_file() or Trusted().holds(path)


OWN = "SUMMARIZE_API_KEY"
OWN_HEADERS = "SUMMARIZE_HEADERS"
OWN_PROVIDER = "SUMMARIZE_PROVIDER"
OPENAI = "OPENAI_API_KEY"
_OPENAI_HEADERS = {"OPENAI_ORG_ID": "OpenAI-Organization", "OPENAI_PROJECT_ID": "OpenAI-Project"}


@dataclass(frozen=True)
class Keys:
    """What is sent to an endpoint to be let in."""

    variable: str | None = None
    """The variable that holds the key; None: no key is sent."""
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Headers that belong to OpenAI's key, to the provider, or to an address of one's own."""
    withheld: str | None = None
    """Why a key that is set is not sent, for a message; None if none is withheld."""
    needs: str | None = None
    """What has to be set before anything is asked; None: nothing."""
    at_home: bool = True
    """False where a provider was chosen and the address is another's: nothing of the provider's that lets in goes there."""


def keys_for(environment: Mapping[str, str], base_url: str | None, *, vouched: bool) -> Keys:
    """The key for an endpoint."""
    target = base_url or OPENAI_URL
    own_place = vouched or is_loopback(target) or is_openai(target)
    mine = _own_headers(environment) if own_place else {}
    own, openai = bool(environment.get(OWN)), bool(environment.get(OPENAI))
    named = [name for name, there in ((OWN, own), (OPENAI, openai)) if there]
    if (named or mine) and not keeps_secrets(target):
        return Keys(withheld=f"{[*named, OWN_HEADERS][0]} is not sent over plain http: give an https address")
    headers = {**(_openai_headers(environment) if named and _belongs_to_openai(environment, target) else {}), **mine}
    if own and own_place:
        return Keys(OWN, MappingProxyType(headers))
    if openai and _belongs_to_openai(environment, target):
        return Keys(OPENAI, MappingProxyType(headers))
    if not named:
        return Keys(headers=MappingProxyType(headers))
    if not own:
        return Keys(
            headers=MappingProxyType(mine),
            withheld=f"{OPENAI} goes to OpenAI's host and to that of OPENAI_BASE_URL alone: set {OWN} for another",
        )
    return Keys(withheld=f"{OWN} goes to no address from a file that is not trusted: see 'summarize trust'")


def keys_of(provider: Provider, environment: Mapping[str, str], base_url: str, *, vouched: bool) -> Keys:
    """The key for the endpoint of a provider: its own variable's, and no other."""
    if not provider.owns(base_url, environment):
        found = keys_for(environment, base_url, vouched=vouched)
        away = f"{provider.key} goes to {provider.title} alone, not to {host_of(base_url)}: set {OWN} for that"
        told = away if found.variable is None and environment.get(provider.key or "") else found.withheld
        return replace(found, withheld=told, at_home=False)
    variable = provider.key if environment.get(provider.key or "") else None
    # Where the environment names the provider, it means its own key and headers for it.
    mine = provider.place == OWN_PROVIDER or (provider.key is None and is_loopback(base_url))
    if variable is None and mine and environment.get(OWN):
        variable = OWN
    missing = [name[1:] for name in provider.headers.values() if name.startswith("$") and not environment.get(name[1:])]
    if missing:
        return Keys(needs=f"{provider.title} takes a header from {missing[0]}, which is not set")
    headers = {name: environment[text[1:]] if text.startswith("$") else text for name, text in provider.headers.items()}
    if variable == OPENAI and _belongs_to_openai(environment, base_url):
        headers = {**_openai_headers(environment), **headers}
    if mine:
        headers |= _own_headers(environment)
    if (variable or headers) and not keeps_secrets(base_url):
        return Keys(withheld=f"{variable or 'no header'} is not sent over plain http: give an https address")
    needs = None
    if variable is None and provider.key is not None and not headers and "certificate" not in provider.own:
        needs = f"{provider.title} needs a key: set {provider.key}"
    return Keys(variable, MappingProxyType(headers), needs=needs)


def secrets_of(environment: Mapping[str, str], provider: Provider | None = None) -> list[str]:
    """The values that must never be written, whether or not they are sent: the keys, and what headers let in with."""
    names = {OWN, OPENAI, *(entry["key"] for entry in providers.ready().values() if "key" in entry)}
    if provider is not None:
        names |= {provider.key or "", *(text[1:] for text in provider.headers.values() if text.startswith("$"))}
    found = [value.strip() for name in sorted(names) if (value := environment.get(name))]
    for name, value in (*_openai_headers(environment).items(), *_own_headers(environment).items()):
        if parsers.SECRET_NAME.search(name):
            found += [value, value.rpartition(" ")[2]]
    return found


def _own_headers(environment: Mapping[str, str]) -> dict[str, str]:
    try:
        return dict(parsers.as_headers(environment.get(OWN_HEADERS, "")))
    except ValueError as error:
        raise ConfigurationError(f"{OWN_HEADERS} is not usable: {error}") from None


def _belongs_to_openai(environment: Mapping[str, str], target: str) -> bool:
    own = environment.get("OPENAI_BASE_URL", "").strip()
    return is_openai(target) or bool(own and origin(own) and origin(own) == origin(target))


def _openai_headers(environment: Mapping[str, str]) -> dict[str, str]:
    """What the openai client would read from the environment itself, whatever the address."""
    headers = {header: environment[name] for name, header in _OPENAI_HEADERS.items() if environment.get(name)}
    for line in environment.get("OPENAI_CUSTOM_HEADERS", "").splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip():
            headers[name.strip()] = value.strip()
    return headers
