"""Whether anything may be sent to an endpoint at all, and what lets in there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS
from summarize.settings import parsers
from summarize.settings.addresses import OPENAI_URL, host_of, is_loopback, is_openai, origin
from summarize.settings.finding import user_file
from summarize.settings.keys import OWN, OWN_HEADERS, keys_for, keys_of, secrets_of
from summarize.settings.places import FILE, Places
from summarize.settings.providers import Provider

_OF_PROVIDER = ("query", "key_header", "certificate", "certificate_key")
"""Settings of a provider that go to its own address alone."""


def admitted(given: Mapping[str, Any], places: Mapping[str, str], folder: Path, said: Places) -> dict[str, Any]:
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
        "distrusted": None if trusted else _distrusted(folder, target),
    }


def _is_foreign(target: str, places: Mapping[str, str], provider: Provider | None) -> bool:
    """True if a folder's file says where articles go, or what lets in there: also to this machine it sends nothing of its choice."""
    if places.get("base_url", "").endswith(FILE) and not (is_loopback(target) or is_openai(target)):
        return True
    names_secrets = provider is not None and provider.names_secrets
    return names_secrets or places.get("certificate", "").endswith(FILE)


def _is_left(name: str, places: Mapping[str, str]) -> bool:
    return name in _OF_PROVIDER and places.get(name, "").startswith(("[providers.", "provider "))


def _distrusted(folder: Path, target: str) -> str:
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
