"""Readers of single settings: each takes what stands in a flag, a variable or a file, and raises ValueError with what it takes instead."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from summarize.expressions import expression
from summarize.plugins import plugin_names
from summarize.settings.values import BUILT_IN_ENGINES, Price

SECRET_NAME = expression(r"(?i)auth|key|token|secret|cookie|password|\bsig(?:nature)?\b")
"""Names of headers and parameters whose values are secret."""
_ADDRESS = expression(r"[A-Za-z0-9:/._~%+@!$&'()*,;=\[\]-]+")
_VARIABLE = expression(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER = expression(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def as_choice(*values: str) -> Callable[[object], str]:
    """A reader of one of some words."""

    def parse(value: object) -> str:
        if value in values:
            return str(value)
        raise ValueError(f"it takes {', '.join(values[:-1])} or {values[-1]}")

    return parse


def as_engine(value: object) -> str:
    """The name of an engine: a built-in one, or one that an installed package brings."""
    if value in BUILT_IN_ENGINES or value in plugin_names("engines"):
        return str(value)
    raise ValueError(f"it takes auto, extractive or model{_or_installed()}")


def _or_installed() -> str:
    names = plugin_names("engines")
    return f", or of what is installed {', '.join(names)}" if names else ""


def as_nlp(value: object) -> str:
    """A switch as people write it: `auto`, `on` or `off`."""
    match str(value).lower():
        case "auto" | "":
            return "auto"
        case "on" | "1" | "yes" | "true":
            return "on"
        case "off" | "0" | "no" | "false":
            return "off"
    raise ValueError("it takes auto, on or off")


def as_text(value: object) -> str | None:
    """A text without space around it; None if it is empty."""
    if not isinstance(value, str):
        raise ValueError("it takes a text in quotation marks")  # noqa: TRY004 - one kind of error for every wrong value
    return value.strip() or None


def as_judge(value: object) -> str:
    """`same`, `off`, or the name of a model."""
    name = as_text(value)
    if name is None:
        raise ValueError("it takes same, off or the name of a model")
    return name


def as_url(value: object) -> str | None:
    """The address of an endpoint, without a slash at its end; it may have a query, as Azure's deployments do."""
    text = as_text(value)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port  # raises if it is none
        sound = (
            parts.scheme in {"http", "https"}
            and parts.hostname
            and not (parts.fragment or port == 0)
            and text.isascii()
            and text.isprintable()
            and " " not in text
        )
        held = parts.username or parts.password or any(SECRET_NAME.search(name) for name, _ in parse_qsl(parts.query))
    except ValueError:
        sound, held = False, None
    if not sound:
        raise ValueError("it takes an address such as http://localhost:8080/v1")
    if held:
        raise ValueError("a key does not belong in an address: set OPENAI_API_KEY")
    return text.rstrip("/")


def as_url_path(value: object) -> str:
    """What stands behind the host of an address. Without its slash it would change the host."""
    if not isinstance(value, str) or not value.startswith("/"):
        raise ValueError("it takes a path such as /openai/v1")
    return value


def as_site(value: object) -> str | None:
    """The address of a folder on the web, ending in a slash."""
    text = as_text(value)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        sound = (
            parts.scheme in {"http", "https"}
            and parts.hostname
            and not (parts.query or parts.fragment or parts.username)
        )
        sound = sound and _ADDRESS.fullmatch(text) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise ValueError("it takes an address such as https://desk.example/briefings/")
    return text.rstrip("/") + "/"


def as_key(value: object) -> str | None:
    """A key, which can stand in a header."""
    text = as_text(value)
    if text is not None and not (text.isascii() and text.isprintable() and " " not in text):
        raise ValueError("a key has no spaces, line ends or letters outside ASCII")
    return text


def as_language(value: object) -> str | None:
    """A language tag."""
    text = as_text(value)
    if text is not None and not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in text.split("-")):
        raise ValueError("it takes a language tag such as de or pt-BR")
    return text


def as_contact(value: object) -> str | None:
    """An address by which somebody can be reached."""
    text = as_text(value)
    if text is not None and not (text.isascii() and text.isprintable() and len(text) <= 150):
        raise ValueError("it takes at most 150 printable ASCII characters, such as desk@example.org")
    return text


def as_zone(value: object) -> str:
    """The name of a time zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few commands need it

    text = as_text(value) or "UTC"
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("it takes the name of a time zone such as Europe/Paris") from None


def as_watch(value: object) -> tuple[str, ...]:
    """Names and topics, each once."""
    terms = value.split(",") if isinstance(value, str) else value
    if not isinstance(terms, (list, tuple)) or not all(isinstance(term, str) for term in terms):
        raise ValueError('it takes a list such as ["Kestrel", "port strike"]')
    return tuple(dict.fromkeys(" ".join(term.split()) for term in terms if term.strip()))


def as_owners(value: object) -> Mapping[str, str]:
    """Who owns which outlets, as owners with lists of outlets: of each outlet its owner."""
    if not isinstance(value, Mapping) or not all(
        isinstance(outlets, (list, tuple)) and all(isinstance(outlet, str) for outlet in outlets)
        for outlets in value.values()
    ):
        raise ValueError('it takes a table such as "Quay Group" = ["Quay Gazette", "Skerry Post"]')
    return MappingProxyType({outlet: str(owner) for owner, outlets in value.items() for outlet in outlets})


def as_path(value: object) -> Path | None:
    """A path, `~` resolved."""
    text = as_text(str(value) if isinstance(value, Path) else value)
    return None if text is None else Path(text).expanduser()


def as_number(least: float, most: float, unit: str) -> Callable[[object], float]:
    """A reader of numbers within bounds."""

    def parse(value: object) -> float:
        try:
            number = float(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else math.nan
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise ValueError(f"it takes {unit} from {least:g} to {most:g}")
        return number

    return parse


def as_count(least: int, most: int, unit: str) -> Callable[[object], int]:
    """A reader of whole numbers within bounds."""
    number = as_number(least, most, unit)

    def parse(value: object) -> int:
        if number(value) != int(number(value)):
            raise ValueError(f"it takes {unit} from {least} to {most}, without a fraction")
        return int(number(value))

    return parse


def as_switch(value: object) -> bool:
    """On or off, as people write it."""
    match str(value).lower():
        case "on" | "1" | "yes" | "true":
            return True
        case "off" | "0" | "no" | "false":
            return False
    raise ValueError("it takes on or off")


def as_variable(value: object) -> str:
    """The name of an environment variable."""
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        raise ValueError("it takes the name of an environment variable, such as DESK_API_KEY")
    return value


def as_texts(value: object, example: str) -> dict[str, str]:
    """Names and texts, from a table or from lines `NAME: VALUE`."""
    if isinstance(value, str):
        pairs = [line.partition(":") for line in value.splitlines() if line.strip()]
        value = {name.strip(): text.strip() if colon else None for name, colon, text in pairs}
    if not isinstance(value, Mapping) or not all(isinstance(text, (str, int, float)) for text in value.values()):
        raise ValueError(f"it takes names and texts, such as {example}")
    return {str(name): str(text) for name, text in value.items()}


def as_headers(value: object) -> Mapping[str, str]:
    """Headers by name. A secret stands in none: `$VARIABLE` names the variable that holds it."""
    headers = as_texts(value, '{ X-Tenant = "desk", X-Subscription = "$DESK_SUBSCRIPTION" }')
    for name, text in headers.items():
        if not _HEADER.fullmatch(name) or not text.isprintable() or not text.isascii():
            raise ValueError(f"{name!r} with its value can be no header")
        if isinstance(value, Mapping) and SECRET_NAME.search(name) and not text.startswith("$"):
            raise ValueError(f"{name} is a secret, and files are shared: give $VARIABLE, the variable that holds it")
    return MappingProxyType(headers)


def as_query(value: object) -> Mapping[str, str]:
    """Parameters of an address, from a table or as in one (`api-version=2026-01-01`)."""
    if isinstance(value, str):
        value = dict(parse_qsl(value, keep_blank_values=True, strict_parsing=bool(value)))
    query = as_texts(value, '{ api-version = "2026-01-01" }')
    if any(SECRET_NAME.search(name) for name in query):
        raise ValueError("a key does not belong in an address: give it as a header")
    return MappingProxyType(query)


def as_body(value: object) -> Mapping[str, Any]:
    """What a request says besides: a table, or JSON. What the program says itself cannot be said otherwise."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise ValueError('it takes JSON such as {"provider": {"order": ["x"]}}') from None
    if not isinstance(value, Mapping):
        raise ValueError('it takes an object such as {"provider": {"order": ["x"]}}')  # noqa: TRY004
    own = {"model", "messages", "response_format", "tools", "tool_choice", "stream", "n"} & set(value)
    if own:
        raise ValueError(f"{', '.join(sorted(own))} cannot be set: the program says that itself")
    return MappingProxyType({str(name): each for name, each in value.items()})


def as_caching(value: object) -> Mapping[str, str]:
    """By model, with `*` for any letters, how the end of what never changes is marked; `off` for no model."""
    if value == "off":
        return MappingProxyType({})
    if not isinstance(value, Mapping) or set(value.values()) - {"prompt_cache_breakpoint", "cache_control"}:
        raise ValueError('it takes off, or { "NAME*" = "cache_control" } (or prompt_cache_breakpoint)')
    return MappingProxyType({str(name): str(mark) for name, mark in value.items()})


def as_prices(value: object) -> Mapping[str, Price]:
    """Prices by model."""
    if not isinstance(value, dict):
        raise ValueError('it takes tables such as [prices."my-model"] with input, cached and output')  # noqa: TRY004
    dollars = as_number(0, 100_000, "dollars per million tokens")
    prices: dict[str, Price] = {}
    for model, entry in value.items():
        names = {"input", "output", "cached", "cache_write", "tiers"}
        if not isinstance(entry, dict) or not {"input", "output"} <= set(entry) <= names:
            raise ValueError(
                f"the price of {model!r} takes input and output, and cached and cache_write where they differ from input"
            )
        tiers = entry.get("tiers", {})
        if not isinstance(tiers, dict):
            raise ValueError(f"tiers of {model!r} takes factors such as {{ flex = 0.5 }}")  # noqa: TRY004
        factor = as_number(0, 100, "times the standard price")
        found = {name: dollars(each) for name, each in entry.items() if name != "tiers"}
        prices[str(model)] = Price(
            found["input"],
            found["output"],
            found.get("cached"),
            found.get("cache_write"),
            MappingProxyType({str(tier): factor(each) for tier, each in tiers.items()}),
        )
    return MappingProxyType(prices)
