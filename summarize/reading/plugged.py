"""Files of a kind that an installed package reads, told by the ending of their names."""

from __future__ import annotations

from pathlib import PurePath

from summarize.plugins import Plugin, plugin_named
from summarize.reading.kinds import ENDINGS
from summarize.reading.result import Reading


def plugin_for(source: str) -> Plugin | None:
    """What reads a file of this name; None if it has an ending that is read without a plugin, or that no installed package reads.

    Raises:
        ConfigurationError: the plugin cannot be loaded.
    """
    ending = PurePath(source).suffix.lower()
    if not ending or ending in ENDINGS:
        return None
    return plugin_named("sources", ending.removeprefix("."))


def read_plugged(plugin: Plugin, data: bytes, source: str, published: str | None) -> Reading:
    """The article that a plugin reads from a file's bytes. Arguments as of `read_bytes`.

    Raises:
        ArticleError: the plugin says so: the bytes are no article.
        ConfigurationError: the plugin does not work.
    """
    reading = plugin.value(data, source, published) if callable(plugin.value) else None
    if not isinstance(reading, Reading):
        raise plugin.error("reads no article: it has to be a function of bytes, source and date that returns a Reading")
    return reading
