"""The user's mail server: table `[mail]` of `summarize.toml`, or variables, which come first. The password is a variable and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from email.headerregistry import Address
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, Literal

from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS
from summarize.settings import parsers
from summarize.settings.addresses import is_own_host
from summarize.settings.places import FILE

PASSWORD: Final = "SUMMARIZE_MAIL_PASSWORD"  # noqa: S105 - its name
Security = Literal["starttls", "ssl", "none"]
_PORTS: Final[dict[Security, int]] = {"starttls": 587, "ssl": 465, "none": 25}
_ADDRESS: Final = re.compile(
    r"(?:(?P<name>[^<>@]*)(?P<open><))?(?P<local>[\w!#$%&'*+/=?^`{|}~.-]+)@(?P<domain>[^\s@<>]+)(?(open)>)", re.ASCII
)
_HOST: Final = re.compile(
    r"(?=.{1,253}\Z)(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*", re.IGNORECASE | re.ASCII
)
"""A name in the domain name system, in ASCII; an IPv4 address has this form as well."""
_PORT: Final = re.compile(r"(?:\[.*\]|[^:]*):[0-9]+")
_MAX_LENGTH: Final = 254
"""Characters of an address, by RFC 5321."""


@dataclass(frozen=True, slots=True)
class Mail:
    """Where mail is handed over, and as whose."""

    host: str
    port: int
    sender: Address
    security: Security = "starttls"
    """`ssl`: enciphered from the start; `starttls`: before anything is said; `none`: not at all, on this machine alone."""
    user: str | None = None
    """Who logs in, by `password`; nobody does if None."""
    password: str | None = field(default=None, repr=False)
    """Never shown, logged or written."""
    distrusted: str | None = None
    """Why nothing is sent: a file in the current folder names the server, and the user has not trusted that file."""


def mail_of(table: object, environment: Mapping[str, str], folder: Path) -> Mail | None:
    """The mail server in force; None where none is named.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take, or the sender is missing.
    """
    SECRETS.keep(environment.get(PASSWORD))
    if not isinstance(table, dict):
        raise ConfigurationError(f"mail in {FILE} is no table: write [mail], and host, port and from below it")
    if unknown := sorted(table.keys() - _SETTINGS.keys()):
        raise ConfigurationError(
            f"[mail] in {FILE} has an unknown setting {unknown[0]!r}; known are: {', '.join(_SETTINGS)}"
        )
    given, in_file = _given_settings(table, environment)
    if not given:
        return None
    for name, example in (("host", "smtp.example.org"), ("from", "desk@example.org")):
        if name not in given:
            raise ConfigurationError(
                f"{_place(next(iter(given)), in_file)} is set, and no {name}: set {_variable(name)}, or {name} = "
                f'"{example}" in [mail] of {FILE}'
            )
    host, security, own = given["host"], given.get("security", "starttls"), is_own_host(given["host"])
    if security == "none" and not own:
        raise ConfigurationError(
            f"mail to {host} would be sent for all to read: set {_place('security', in_file)} to starttls or ssl"
        )
    return Mail(
        host=host,
        port=given.get("port", _PORTS[security]),
        sender=given["from"],
        security=security,
        user=given.get("user"),
        password=_password(environment),
        distrusted=_why_distrusted(folder, host)
        if "host" in in_file and not own and not _trusts(folder / FILE)
        else None,
    )


def as_address(value: object) -> Address:
    """An address to send to or from: `desk@example.org`, or `The desk <desk@example.org>`."""
    found = _ADDRESS.fullmatch(value.strip()) if isinstance(value, str) and value.isprintable() else None
    try:
        domain = found["domain"].encode("idna").decode("ascii") if found else ""
    except UnicodeError:
        domain = ""
    if found is None or not _HOST.fullmatch(domain) or len(found["local"]) + len(domain) >= _MAX_LENGTH:
        raise ValueError("it takes an address such as desk@example.org")
    return Address((found["name"] or "").strip().strip('"'), found["local"], domain)


def _as_host(value: object) -> str | None:
    """A host by its name or its address, and nothing beside it."""
    text = parsers.as_text(value)
    if text is None or _HOST.fullmatch(text.removesuffix(".")):
        return text
    try:
        if "%" not in text:  # an interface behind an address: no certificate names one
            return str(ip_address(text))
    except ValueError:
        pass
    if _PORT.fullmatch(text):
        raise ValueError("it takes a host alone: give the port as port")
    raise ValueError("it takes a host such as smtp.example.org")


def _as_user(value: object) -> str | None:
    """A name that a server's login takes: smtplib sends it in ASCII alone."""
    text = parsers.as_text(value)
    if text is not None and not (text.isascii() and text.isprintable()):
        raise ValueError("it takes a name in printable ASCII characters")
    return text


def _password(environment: Mapping[str, str]) -> str | None:
    password = environment.get(PASSWORD) or None
    if password is not None and not password.isascii():
        raise ConfigurationError(
            f"{PASSWORD} has a character outside ASCII, which no login takes: use another password"
        )
    return password


_SETTINGS: Final[Mapping[str, Callable[[object], Any]]] = {
    "host": _as_host,
    "port": parsers.as_count(1, 65_535, "a number"),
    "from": as_address,
    "user": _as_user,
    "security": parsers.as_choice("starttls", "ssl", "none"),
}


def _given_settings(table: Mapping[str, object], environment: Mapping[str, str]) -> tuple[dict[str, Any], set[str]]:
    """The settings that have a value, and which of them have it from the file."""
    given: dict[str, Any] = {}
    in_file: set[str] = set()
    for name, parse in _SETTINGS.items():
        variable = environment.get(_variable(name))
        raw = variable or table.get(name)
        if raw is None:
            continue
        if not variable:
            in_file.add(name)
        try:
            value = parse(raw)
        except ValueError as error:
            raise ConfigurationError(f"{_place(name, in_file)} is {raw!r}: {error}") from error
        if value is not None:
            given[name] = value
    return given, in_file


def _variable(name: str) -> str:
    return f"SUMMARIZE_MAIL_{name.upper()}"


def _place(name: str, in_file: AbstractSet[str]) -> str:
    return f"{name} of [mail] in {FILE}" if name in in_file else _variable(name)


def _why_distrusted(folder: Path, host: str) -> str:
    return (
        f"{folder / FILE} would have mail handed to {host}, and you have not said that you trust it: look into it, then run "
        "'summarize trust', or name the server by SUMMARIZE_MAIL_HOST"
    )


def _trusts(path: Path) -> bool:
    from summarize.settings.trust import Trusted  # noqa: PLC0415 - few folders have such a file

    return Trusted().holds(path)
