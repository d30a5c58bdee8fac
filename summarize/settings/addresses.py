"""Addresses of endpoints: whose they are, and whether what is sent there stays secret on its way."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

OPENAI_URL = "https://api.openai.com/v1"
_OPENAI_HOST = "api.openai.com"
_PORTS = {"http": 80, "https": 443}


def origin(url: str) -> str:
    """Scheme, host and port of an address, written in one way: what a key belongs to. "" if it is no address."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return ""
    return f"{parts.scheme}://{(parts.hostname or '').rstrip('.')}:{port}"


def host_of(url: str) -> str:
    """The host of an address, as `urlsplit` writes it; "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_loopback(url: str) -> bool:
    """True if the address is this machine's own: `localhost`, or an address of the loopback interface."""
    return is_own_host(host_of(url))


def is_own_host(host: str) -> bool:
    """True if a host, given by itself, is this machine: `localhost`, or an address of the loopback interface."""
    host = host.lower().rstrip(".")
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_openai(url: str) -> bool:
    """True if the address is OpenAI's own, of any region, and what is sent there is enciphered."""
    host = host_of(url)
    return url.startswith("https://") and (host == _OPENAI_HOST or host.endswith("." + _OPENAI_HOST))


def keeps_secrets(url: str) -> bool:
    """True if nobody between here and the address can read what is sent: https, or this machine."""
    return url.startswith("https://") or is_loopback(url)


def proxy_of(url: str) -> tuple[str, str] | None:
    """The variable that names a proxy for an address, and the proxy's own address; None where requests go straight there.

    What is for this machine goes to no proxy.
    """
    from urllib.request import getproxies  # noqa: PLC0415 - asked for only where an endpoint is

    found = getproxies()
    if is_loopback(url) or _is_excepted(url, found.get("no", "")):
        return None
    name = next((each for each in (url.partition(":")[0], "all") if found.get(each)), None)
    if name is None:
        return None
    return f"{name.upper()}_PROXY", found[name] if "://" in found[name] else f"http://{found[name]}"


def _is_excepted(url: str, exceptions: str) -> bool:
    """True if NO_PROXY holds an address's host, alone or with its port, or a star for it or for what stands before its domain."""
    from urllib.request import proxy_bypass  # noqa: PLC0415 - slow to import, for the few runs that have a proxy

    host = host_of(url)
    listed = [each.strip().lower() for each in exceptions.split(",")]
    return (
        bool(proxy_bypass(host) or proxy_bypass(origin(url).rpartition("/")[2]))
        or "*" in listed
        or any(each.startswith("*.") and host.endswith(each[1:]) for each in listed)
    )
