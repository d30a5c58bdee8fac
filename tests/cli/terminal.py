"""A terminal that a command runs on, and what stands on its screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.commands import takes_interrupts

_SEQUENCE = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])")
_ERASES = re.compile(r"(?=\x1b\[2?K)")
_UNFINISHED = re.compile(r"(?:\x1b(?:\[[?\d;]*)?|\r)\Z")
GO = Path("go")
"""In the test's folder: what is held goes on once it is there."""


class Screen:
    """Lines of characters: as much of a terminal as a program without windows uses."""

    def __init__(self, columns: int) -> None:
        """Empty."""
        self.columns, self.rows, self.row, self.column = columns, [""], 0, 0

    def feed(self, text: str) -> None:
        """Take what a program writes."""
        place = 0
        while place < len(text):
            sequence = _SEQUENCE.match(text, place)
            if sequence is not None:
                self._obey(sequence[1], sequence[2])
                place = sequence.end()
                continue
            self._put(text[place])
            place += 1

    def text(self) -> str:
        """What can be read."""
        return "\n".join(row.rstrip() for row in self.rows)

    def _obey(self, number: str, what: str) -> None:
        if what == "A":
            self.row = max(0, self.row - int(number or 1))
        elif what == "K":
            self.rows[self.row] = "" if number == "2" else self.rows[self.row][: self.column]
        else:
            assert what in "mhl", f"a sequence that no test knows: {number}{what}"

    def _put(self, character: str) -> None:
        if character == "\r":
            self.column = 0
            return
        if character == "\n" or self.column == self.columns:
            self.row += 1
            self.column = 0
            self.rows += [""] * (self.row + 1 - len(self.rows))
        if character != "\n":
            row = self.rows[self.row].ljust(self.column)
            self.rows[self.row] = row[: self.column] + character + row[self.column + 1 :]
            self.column += 1


@dataclass
class Seen:
    """What came of a command on a terminal."""

    raw: str = ""
    screens: list[str] = field(default_factory=list)
    """Before each time that something is erased, and after each piece that the program wrote: however late it is read, nothing is missed."""
    returncode: int = 0
    stdout: str = ""
    """Where that is no terminal."""


_START = """
import sys, time
from pathlib import Path
import summarize.cli.progress as progress

after, held = float(sys.argv.pop(1)), sys.argv.pop(1)
progress.AFTER = after
step = progress.ProgressLine.step

def waiting(line, **how):
    # However busy the machine is: what is to be there from the beginning is there before anything is done.
    if after == 0 and progress._display is not None:
        progress._display._timer.join()
    while held and not Path(held).exists():
        time.sleep(0.01)
    step(line, **how)

progress.ProgressLine.step = waiting
from summarize.cli import main
main()
"""


def on_terminal(
    *arguments: str,
    columns: int = 80,
    after: float = 0.0,
    alone: bool = True,
    held: bool = False,
    environment: Mapping[str, str] | None = None,
    meanwhile: Callable[[subprocess.Popen[bytes], Seen, int], None] | None = None,
) -> Seen:
    """Run a command on a terminal.

    Args:
        arguments: its own.
        columns: how wide the terminal is.
        after: seconds from which on progress is shown.
        alone: stderr alone is the terminal; stdout goes to a file.
        held: nothing is done before `GO` is there.
        environment: beside what the test has.
        meanwhile: is called after each piece of output, with the terminal's file.
    """
    ours, theirs = pty.openpty()
    resize(theirs, columns)
    out = os.open("stdout.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    running = subprocess.Popen(
        [sys.executable, "-c", _START, str(after), str(GO) if held else "", *arguments],
        stdin=subprocess.DEVNULL, stdout=out if alone else theirs, stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **(environment or {})},
        preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
    )  # fmt: skip
    os.close(theirs)
    seen, screen, until = Seen(), Screen(columns), time.monotonic() + 600
    decoder, rest = codecs.getincrementaldecoder("utf-8")("replace"), ""
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            piece = os.read(ours, 65536) if ready else b""
        except OSError:  # nobody has it open any more
            break
        if piece:
            text = decoder.decode(piece)
            seen.raw += text
            text, rest = _whole(rest + text)
            for part in _ERASES.split(text.replace("\r\n", "\n\r")):
                screen.feed(part)
                seen.screens.append(screen.text())
            if meanwhile is not None:
                meanwhile(running, seen, ours)
    screen.feed(rest)
    seen.screens.append(screen.text())
    seen.returncode = running.wait(timeout=600)
    os.close(ours)
    os.close(out)
    seen.stdout = Path("stdout.txt").read_text(encoding="utf-8")
    return seen


def _whole(text: str) -> tuple[str, str]:
    """What was read, and what at its end is only the beginning of something."""
    cut = _UNFINISHED.search(text)
    return (text, "") if cut is None else (text[: cut.start()], cut[0])


def resize(terminal: int, columns: int) -> None:
    """Give a terminal another width."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
