"""Programs in processes of their own that start in milliseconds: each runs in a copy of a process that has imported what they begin with.

A copy has its own memory, of which a test reads the peak, its own processor time, folder, environment and streams.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_SERVER = """
import json, os, signal, sys, time, traceback
for name in sys.argv[1:]:
    __import__(name)
for line in sys.stdin:
    asked = json.loads(line)
    pid = os.fork()
    if pid == 0:
        code = 1
        signal.alarm(asked["seconds"])
        try:
            for number, name in enumerate(("stdin", "stdout", "stderr")):
                os.dup2(os.open(asked[name], os.O_RDWR), number)
            sys.stdin = open(0, encoding="utf-8", closefd=False)
            os.chdir(asked["folder"])
            os.environ.clear()
            os.environ.update(asked["environment"])
            time.tzset()
            sys.argv = ["-c", *asked["arguments"]]
            exec(compile(asked["program"], "<program>", "exec"), {"__name__": "__main__"})
            code = 0
        except SystemExit as end:
            code = end.code or 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Forked:
    """Runs programs in copies of one process; made by `forking`."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder = process, folder

    def run(
        self, program: str, *arguments: str, data: bytes = b"", folder: Path | None = None, seconds: int = 120
    ) -> subprocess.CompletedProcess[str]:
        """What comes of the text of a program, as of `python -c`, with arguments, bytes on standard input and a current folder.

        One that takes longer than so many seconds is ended.
        """
        streams = {name: self._folder / name for name in ("stdin", "stdout", "stderr")}
        for path in streams.values():
            path.write_bytes(data if path.name == "stdin" else b"")
        asked = {name: str(path) for name, path in streams.items()} | {
            "program": program,
            "seconds": seconds,
            "arguments": arguments,
            "folder": str(folder or Path.cwd()),
            "environment": dict(os.environ),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        said = (streams[name].read_bytes().decode() for name in ("stdout", "stderr"))
        return subprocess.CompletedProcess(arguments, code, *said)


@contextmanager
def forking(*modules: str) -> Iterator[Forked]:
    """A process that imports modules and is copied for each program; it ends with the block."""
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(
            [sys.executable, "-c", _SERVER, *modules], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as process,
    ):
        yield Forked(process, Path(folder))
        assert process.stdin is not None
        process.stdin.close()
