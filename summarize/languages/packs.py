"""Where the tables of a language lie: in a folder of this package, or in that of a package that brings the language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from summarize.expressions import expression
from summarize.plugins import plugin_named

FOLDER: Final = Path(__file__).parent
_LANGUAGE: Final = expression(r"[a-z]{2,3}")


def path_of(name: str) -> Path:
    """The file of a table, such as "months.toml" or "de/numbers.toml"; it need not be there.

    Raises:
        ConfigurationError: a package brings the language, and cannot be loaded.
    """
    language, _, file = name.partition("/")
    pack = _pack(language) if file else None
    return pack / file if pack is not None else FOLDER / name


def has_pack(language: str, file: str) -> bool:
    """True if an installed package brings a language and this file of it."""
    pack = _pack(language)
    return pack is not None and (pack / file).is_file()


def brought_by(language: str | None) -> str:
    """The package that brings a language, with its version, for what is kept of findings; "" where it is built in, or nobody brings it."""
    plugin = plugin_named("languages", language) if language and _pack(language) is not None else None
    return f"{plugin.package} {plugin.version}" if plugin is not None else ""


@cache
def _pack(language: str) -> Path | None:
    """The folder of the package that brings a language; None where it is built in, or nobody brings it."""
    if not _LANGUAGE.fullmatch(language) or (FOLDER / language).is_dir():
        return None
    plugin = plugin_named("languages", language)
    if plugin is None:
        return None
    file = getattr(plugin.value, "__file__", None)
    if file is None or Path(file).stem != "__init__":
        raise plugin.error("is no package with an __init__.py beside its tables")
    return Path(file).parent
