"""Shards: a share of the articles, told by their ids alone, so that many machines divide them without speaking to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.article import Article
from summarize.errors import UsageError

_WRITTEN = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `of` shares, counted from 1. Every article is in exactly one, the same on every machine and in every version."""

    number: int
    of: int

    def holds(self, article: Article) -> bool:
        """True if the article is in it. Equal texts are in the same."""
        return int(article.id.removeprefix("sha256:")[:16], 16) % self.of == self.number - 1


def shard_of(written: str) -> Shard:
    """The shard that is written as `3/16`.

    Raises:
        UsageError: it is not written so, or there is no such share.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None or int(found[1]) > int(found[2]):
        raise UsageError(f"--shard takes a share such as 3/16, from 1/16 to 16/16, not {written!r}")
    return Shard(int(found[1]), int(found[2]))
