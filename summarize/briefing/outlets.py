"""Outlets by their names: one that some articles call by its name and others by its address is one."""

from __future__ import annotations

import re
import urllib.parse

from summarize.article import Article

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_SECOND_LEVEL = frozenset(("ac", "co", "com", "gov", "net", "org"))
"""In front of a country's ending these are part of it: bbc.co.uk."""


def outlet_of(article: Article) -> str:
    """What an article's outlet is known by: the letters of its name, or of its address; of a file that says neither, where it was read from."""
    if article.publisher:
        return outlet_key(article.publisher)
    host = urllib.parse.urlsplit(article.url or article.source).hostname
    return outlet_key(host) if host else article.source


def is_address(name: str) -> bool:
    """True for an outlet's address in place of its name: "www.washingtonpost.com"."""
    return _HOST.fullmatch(name.casefold().strip()) is not None


def outlet_key(name: str) -> str:
    """The letters and digits of a name or host: "washingtonpost" of "The Washington Post" and of "www.washingtonpost.com"."""
    folded = " ".join(name.casefold().split())
    if _HOST.fullmatch(folded):
        labels = folded.split(".")[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
        folded = labels[-1]
    return re.sub(r"[\W_]+", "", folded.removeprefix("the ")) or folded
