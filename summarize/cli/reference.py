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

**What is said where.** The result alone goes to stdout. Notes, warnings and
errors go to stderr, a line each. On a terminal a run that takes more than two
seconds shows a line there with count, rate and time left, which is gone at the
end, also after Ctrl-C; a pipe, a log and `TERM=dumb` get none.

**Every command takes** `--quiet` (errors and warnings alone, and no such line),
`--verbose` (what is in force, what is read and made, with seconds and requests)
and `--color auto|always|never`, before its name or after it; the last one
counts. Colours are there on a terminal, unless `NO_COLOR` is set or it is
`dumb`. `FORCE_COLOR` or `--color always` puts them into a pipe, as in
`summarize brief a.txt --format terminal --color always | less -R`.

**How many at a time.** Of many articles `brief` and `daily` soon start a
process for each core, eight at most, or as many as `--jobs` says where there
are as many cores; cards come in the order of the articles all the same. The
program itself takes 150 MB of memory, or 55 MB with `--nlp off`. On Linux its
processes share what is loaded, and each adds 60 MB of its own, or 25 MB; on
other systems, and where addresses are among the sources, as much as the program
itself. One process reads for all, so pages, which take long to read, gain less.
With a language model no process is started: `--jobs` is how many articles
are with it at a time. `evals` makes cards one after the other, as it times
them. `batch` starts its processes at once.
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
