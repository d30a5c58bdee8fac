"""Parts of the program that other packages bring, named by their entry points. docs/extending.md shows one of each group.

Nothing is looked for until a name is asked for that is not built in, so a run without plugins does not pay for them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from summarize.errors import ConfigurationError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Group = Literal["engines", "sources", "renderers", "languages", "measures"]

# What importing a module can raise: all that its own code may do wrong, and that it ends the program, which would then end without a word.
_FAULTS = (ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError, RuntimeError,
           SyntaxError, SystemExit, TypeError, ValueError)  # fmt: skip


class Plugin(Struct, frozen=True):
    """What a package brings under a name."""

    group: Group
    name: str
    package: str
    version: str
    value: Any

    def error(self, problem: str) -> ConfigurationError:
        """What to raise where it cannot be used; `problem` goes on from its name."""
        return _error(self.package, self.group, self.name, problem)


def plugin_names(group: Group) -> list[str]:
    """The names that installed packages bring for a group, sorted. None of them is imported."""
    return sorted(_entries(group))


def plugin_named(group: Group, name: str) -> Plugin | None:
    """What an installed package brings under a name; None if none brings it.

    Raises:
        ConfigurationError: it cannot be imported, or two packages bring it.
    """
    entries = _entries(group).get(name)
    return _load_plugin(group, name, entries) if entries else None


def all_plugins(group: Group) -> list[Plugin]:
    """All that installed packages bring for a group, by name. Raises as `plugin_named` does."""
    return [_load_plugin(group, name, entries) for name, entries in sorted(_entries(group).items())]


@cache
def _entries(group: Group) -> dict[str, tuple[EntryPoint, ...]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - few runs ask for what is not built in

    found: dict[str, tuple[EntryPoint, ...]] = {}
    for entry in entry_points(group=f"summarize.{group}"):
        found[entry.name] = (*found.get(entry.name, ()), entry)
    return found


@cache
def _load_plugin(group: Group, name: str, entries: tuple[EntryPoint, ...]) -> Plugin:
    packages = [entry.dist.name if entry.dist is not None else entry.module for entry in entries]
    if len(packages) > 1:
        raise _error(" and ".join(sorted(packages)), group, name, "is brought by both: uninstall one of them")
    try:
        value = entries[0].load()
    except _FAULTS as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise _error(
            packages[0], group, name, f"cannot be loaded ({said}): update the package or uninstall it"
        ) from error
    return Plugin(group, name, packages[0], entries[0].dist.version if entries[0].dist is not None else "", value)


def _error(package: str, group: Group, name: str, problem: str) -> ConfigurationError:
    return ConfigurationError(f"{package}: {name!r} of summarize.{group} {problem}")
