"""The user's mail server: table `[mail]` of `summarize.toml`, or variables, which come first. The password is a variable and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from pathlib import Path
from typing import Any, Final, Literal

from summarize.errors import ConfigurationError
from summarize.redaction import SECRETS
from summarize.settings import parsers
from summarize.settings.addresses import is_loopback
from summarize.settings.places import FILE

PASSWORD: Final = "SUMMARIZE_MAIL_PASSWORD"  # noqa: S105 - its name
Security = Literal["starttls", "ssl", "none"]
_PORTS: Final[dict[Security, int]] = {"starttls": 587, "ssl": 465, "none": 25}
_ADDRESS: Final = re.compile(
    r"(?:(?P<name>[^<>@]*)(?P<open><))?(?P<local>[\w!#$%&'*+/=?^`{|}~.-]+)@(?P<domain>[^\s@<>]+)(?(open)>)", re.ASCII
)
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_LONGEST: Final = 254
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

    Args:
        table: `[mail]` of the file in `folder`, empty where there is none.
        environment: variables: SUMMARIZE_MAIL_HOST, and so on.
        folder: the folder of the file.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take, or the sender is missing.
    """
    SECRETS.keep(environment.get(PASSWORD))
    if not isinstance(table, dict):
        raise ConfigurationError(f"mail in {FILE} is no table: write [mail], and host, port and from below it")
    if "password" in table:
        raise ConfigurationError(f"[mail] in {FILE} holds a password, and files are shared: set {PASSWORD} instead")
    if unknown := sorted(table.keys() - _SETTINGS.keys()):
        raise ConfigurationError(
            f"[mail] in {FILE} has an unknown setting {unknown[0]!r}; known are: {', '.join(_SETTINGS)}"
        )
    given, in_file = _given(table, environment)
    host = given.get("host")
    if host is None:
        if given:
            raise ConfigurationError(f'[mail] in {FILE} names no host, such as host = "smtp.example.org"')
        return None
    if "from" not in given:
        raise ConfigurationError(f'[mail] in {FILE} says no sender, such as from = "desk@example.org"')
    security: Security = given.get("security", "starttls")
    own = is_loopback(f"smtp://{host}")
    if security == "none" and not own:
        raise ConfigurationError(f"mail to {host} would be sent for all to read: set security to starttls or ssl")
    return Mail(
        host=host,
        port=given.get("port", _PORTS[security]),
        sender=given["from"],
        security=security,
        user=given.get("user"),
        password=environment.get(PASSWORD) or None,
        distrusted=_distrusted(folder, host) if "host" in in_file and not own and not _trusts(folder / FILE) else None,
    )


def as_address(value: object) -> Address:
    """An address to send to or from: `desk@example.org`, or `The desk <desk@example.org>`."""
    found = _ADDRESS.fullmatch(value.strip()) if isinstance(value, str) and value.isprintable() else None
    try:
        domain = found["domain"].encode("idna").decode("ascii") if found else ""
    except UnicodeError:
        domain = ""
    if found is None or not _HOST.fullmatch(domain) or len(found["local"]) + len(domain) >= _LONGEST:
        raise ValueError("it takes an address such as desk@example.org")
    return Address((found["name"] or "").strip().strip('"'), found["local"], domain)


def _as_host(value: object) -> str | None:
    text = parsers.as_text(value)
    if text is not None and not (text.isascii() and text.isprintable() and not set(text) & set("/@ \\")):
        raise ValueError("it takes a host such as smtp.example.org")
    return text


_SETTINGS: Final[Mapping[str, Callable[[object], Any]]] = {
    "host": _as_host,
    "port": parsers.as_count(1, 65_535, "a number"),
    "from": as_address,
    "user": parsers.as_text,
    "security": parsers.as_choice("starttls", "ssl", "none"),
}


def _given(table: Mapping[str, object], environment: Mapping[str, str]) -> tuple[dict[str, Any], set[str]]:
    """The settings that have a value, and which of them have it from the file."""
    given: dict[str, Any] = {}
    in_file: set[str] = set()
    for name, parse in _SETTINGS.items():
        variable = f"SUMMARIZE_MAIL_{name.upper()}"
        raw = environment.get(variable) or table.get(name)
        if raw is None:
            continue
        if not environment.get(variable):
            in_file.add(name)
        try:
            value = parse(raw)
        except ValueError as error:
            where = f"{name} of [mail] in {FILE}" if name in in_file else variable
            raise ConfigurationError(f"{where} is {raw!r}: {error}") from error
        if value is not None:
            given[name] = value
    return given, in_file


def _distrusted(folder: Path, host: str) -> str:
    return (
        f"{folder / FILE} would have mail handed to {host}, and you have not said that you trust it: look into it, then run "
        "'summarize trust', or name the server by SUMMARIZE_MAIL_HOST"
    )


def _trusts(path: Path) -> bool:
    from summarize.settings.trust import Trusted  # noqa: PLC0415 - few folders have such a file

    return Trusted().holds(path)
