"""Outlets: by the host that an article was fetched from, else by the name that its file states."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
import urllib.parse
from functools import cache

from summarize.article import Article

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_HALF = 2


def outlet_of(article: Article) -> str:
    """What an article's outlet is known by.

    What was fetched is its host's, whatever the page calls itself: a name costs nothing. Of a file it is the letters of the name that it
    states, or of its address; of a file that says neither, where it was read from.
    """
    if fetched := host_of(article.source):
        return outlet_key(fetched)
    if article.publisher:
        return outlet_key(article.publisher)
    host = host_of(article.url or "")
    return outlet_key(host) if host else article.source


def host_of(address: str) -> str | None:
    """The host of a web address; None for a file."""
    try:
        parts = urllib.parse.urlsplit(address)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None


@cache
def site_of(host: str) -> str:
    """The part of a host that somebody registered: `bbc.co.uk` of `www.bbc.co.uk`, `ada.github.io` of itself; an IP address as it is."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return _registered_domain(host) or ".".join(host.split(".")[-2:])


def is_registrable(host: str) -> bool:
    """True if somebody can have registered a host: it ends with a public suffix, and has a name before it."""
    return _registered_domain(host) is not None


def _registered_domain(host: str) -> str | None:
    from tld import get_fld  # noqa: PLC0415 - 40 ms, and most commands look at no host

    return get_fld(f"https://{host}", fail_silently=True, search_private=True)


def is_address(name: str) -> bool:
    """True for an outlet's address in place of its name: "www.washingtonpost.com"."""
    return _HOST.fullmatch(name.casefold().strip()) is not None


def outlet_key(name: str) -> str:
    """The letters and digits of a name, or of what was registered of a host: "washingtonpost" of "The Washington Post" and of "www.washingtonpost.com"."""
    folded = " ".join(name.casefold().split())
    if _HOST.fullmatch(folded):
        folded = site_of(folded).split(".")[0]
    return _letters(folded.removeprefix("the ")) or folded


def fits(name: str, host: str) -> bool:
    """True if a host looks like that of an outlet of this name: by its letters, its initials, or one word that is half of the host's own."""
    label = _plain(site_of(host).split(".")[0])
    words = [word for word in map(_plain, name.split()) if word]
    whole = "".join(words)
    return bool(label and whole) and (
        whole in label
        or label in whole
        or label in {"".join(word[0] for word in words), _plain("".join(word[:1] for word in words[1:]))}
        or any(word in label and _HALF * len(word) >= len(label) for word in words)
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _plain(text: str) -> str:
    """Letters and digits without accents."""
    return _letters(
        "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    )
