"""The manual pages and the completions of shells, from the help in force.

python -m summarize.cli.manual share/
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typer
from typer._completion_shared import get_completion_script

from summarize.cli.app import app
from summarize.cli.reference import sections

PROGRAMS: Final = ("summarize", "evals")
_COMPLETIONS: Final = {
    "bash": "bash-completion/completions/{}",
    "zsh": "zsh/site-functions/_{}",
    "fish": "fish/vendor_completions.d/{}.fish",
}
"""Where each shell looks, below `share/`."""


def files() -> Iterator[tuple[str, str]]:
    """Path below `share/` and content of each file."""
    group: Any = typer.main.get_command(app)
    pages = dict(sections("summarize", group, None))
    for program in PROGRAMS:
        own = {name: text for name, text in pages.items() if name.split()[0] == program}
        yield f"man/man1/{program}.1", _page(program, own)
        for shell, path in _COMPLETIONS.items():
            variable = f"_{program.upper()}_COMPLETE"
            script = get_completion_script(prog_name=program, complete_var=variable, shell=shell)
            yield path.format(program), script.strip() + "\n"


def _page(program: str, own: dict[str, str]) -> str:
    """A manual page: the help of the program, then that of each of its commands."""
    first, *commands = own
    about = re.search(r"\n\n +(.+?)\n\n", own[first], re.DOTALL)
    summary = " ".join((about.group(1) if about else program).split()).partition(". ")[0].rstrip(".")
    lines = [f'.TH {program.upper()} 1 "" "" "User commands"', ".SH NAME", _roff(f"{program} - {summary}")]
    lines += [".SH SYNOPSIS", f".B {program}", "[OPTIONS] COMMAND [ARGUMENTS]", ".SH DESCRIPTION", *_block(own[first])]
    for name in commands:
        lines += [f'.SH "{name.upper()}"', *_block(own[name])]
    return "\n".join(lines) + "\n"


def _block(text: str) -> list[str]:
    return [".nf", *(_roff(line) for line in text.splitlines()), ".fi"]


def _roff(line: str) -> str:
    """A line of which nothing is a request."""
    line = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line[:1] in {".", "'"} else line


def main(arguments: list[str]) -> int:
    """Write the files below a folder."""
    if len(arguments) != 1:
        typer.echo("usage: python -m summarize.cli.manual FOLDER", err=True)
        return 2
    for name, content in files():
        path = Path(arguments[0]) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
