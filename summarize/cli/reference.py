"""The command-line reference: the help of every command, as `docs/cli.md`.

python -m summarize.cli.reference docs/cli.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from summarize.cli.app import app

_WIDTH = 80
_HEAD = """\
# Command line

The help of every command, as the program prints it. Written by `make docs-cli`.
"""


def reference() -> str:
    """The page, from the help texts in force."""
    group: Any = typer.main.get_command(app)
    page = (f"## {name}\n\n```text\n{text}\n```\n" for name, text in sections("summarize", group, None))
    return "\n".join([_HEAD, *page])


def sections(name: str, command: Any, parent: Any) -> Iterator[tuple[str, str]]:
    """Name and help of a command and, of a group, of its commands."""
    yield name, _help(name, command, parent)
    if not hasattr(command, "list_commands"):
        return
    own = name.rsplit(" ", 1)[-1]
    with command.make_context(own, [], parent=parent, resilient_parsing=True, terminal_width=_WIDTH) as context:
        for inner in command.list_commands(context):
            # `evals` is a program of its own as well.
            full = inner if inner == "evals" else f"{name} {inner}"
            yield from sections(full, command.get_command(context, inner), None if inner == "evals" else context)


def _help(name: str, command: Any, parent: Any) -> str:
    own = name.rsplit(" ", 1)[-1]
    with command.make_context(own, [], parent=parent, resilient_parsing=True, terminal_width=_WIDTH) as context:
        return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def main(arguments: list[str]) -> int:
    """Write the page to a file."""
    if len(arguments) != 1:
        typer.echo("usage: python -m summarize.cli.reference FILE", err=True)
        return 2
    Path(arguments[0]).write_text(reference(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
