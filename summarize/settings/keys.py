"""Which key goes to which endpoint: a key is sent where it belongs, and nowhere else.

| key | goes to |
|---|---|
| `OPENAI_API_KEY`, with `OPENAI_ORG_ID`, `OPENAI_PROJECT_ID`, `OPENAI_CUSTOM_HEADERS` | OpenAI's own host; the host of `OPENAI_BASE_URL` |
| `SUMMARIZE_API_KEY` | an address from a flag or the environment; this machine; one from a file that is trusted |
| any | nothing over plain http but this machine |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from summarize.settings.addresses import OPENAI_URL, is_loopback, is_openai, keeps_secrets, origin

OWN = "SUMMARIZE_API_KEY"
OPENAI = "OPENAI_API_KEY"
_OPENAI_HEADERS = {"OPENAI_ORG_ID": "OpenAI-Organization", "OPENAI_PROJECT_ID": "OpenAI-Project"}


_SECRET_HEADER = re.compile(r"(?i)auth|key|token|secret|cookie|password")


@dataclass(frozen=True, slots=True)
class Keys:
    """What is sent to an endpoint to be let in."""

    variable: str | None = None
    """The variable that holds the key; None: no key is sent."""
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Headers that belong to OpenAI's key."""
    withheld: str | None = None
    """Why a key that is set is not sent, for a message; None if none is withheld."""


def keys_for(environment: Mapping[str, str], base_url: str | None, *, vouched: bool) -> Keys:
    """The key for an endpoint.

    Args:
        environment: variables.
        base_url: the endpoint; OpenAI's own if None.
        vouched: its address is the user's own word (a flag, a variable), or stands in a file that is trusted.
    """
    target = base_url or OPENAI_URL
    own, openai = bool(environment.get(OWN)), bool(environment.get(OPENAI))
    named = [name for name, there in ((OWN, own), (OPENAI, openai)) if there]
    if not named:
        return Keys()
    if not keeps_secrets(target):
        return Keys(withheld=f"{named[0]} is not sent over plain http: give an https address")
    headers = _openai_headers(environment) if _belongs_to_openai(environment, target) else {}
    if own and (vouched or is_loopback(target) or is_openai(target)):
        return Keys(OWN, MappingProxyType(headers))
    if openai and _belongs_to_openai(environment, target):
        return Keys(OPENAI, MappingProxyType(headers))
    if not own:
        return Keys(
            withheld=f"{OPENAI} goes to OpenAI's host and to that of OPENAI_BASE_URL alone: set {OWN} for another"
        )
    return Keys(withheld=f"{OWN} goes to no address from a file that is not trusted: see 'summarize trust'")


def secrets_of(environment: Mapping[str, str]) -> list[str]:
    """The values that must never be written, whether or not they are sent: the keys, and what custom headers let in with."""
    found = [value.strip() for name in (OWN, OPENAI) if (value := environment.get(name))]
    for name, value in _openai_headers(environment).items():
        if _SECRET_HEADER.search(name):
            found += [value, value.rpartition(" ")[2]]
    return found


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
