"""Tests in processes that are forked from this one: what every test needs of other packages is imported once."""

from __future__ import annotations

import importlib
import io
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from multiprocessing import connection, get_context
from pathlib import Path
from typing import Any, Final, cast

import pytest

from tests.mutants.faults import Mutant
from tests.mutants.marks import Marks
from tests.mutants.reached import QUICK, Recorded

WARMED: Final = (
    "aiohttp babel.dates holidays hypothesis jinja2 jsonschema msgspec pydantic rich snowballstemmer spacy tomli typer yaml"
).split()
"""Packages that take long to import."""
SKIPPED: Final = "not growth and not linear and not grows"
"""Tests that count many calls or bytes take long, and more calls where each line tells; those that measure time are marked `timed`."""
MEMORY: Final = 6 << 30
"""Bytes of address space that the tests of one fault may take."""
PATIENCE: Final = 3
"""How many times the processor time of its tests a fault may take, besides `LEAST`: then it runs for ever, or nearly so."""
LEAST: Final = 20
WAITS: Final = 20
"""How many times its seconds of processor time a child may last."""
FIRST: Final = 4
"""Files of tests that are read first."""
_TOLD: Final = {0: "survives", 1: "killed", 2: "killed", 4: "killed", 5: "not run"}
"""By pytest's exit code: 2 and 4 are what it ends with where a file of tests, or what all of them need, cannot be imported."""


class Tests:
    """A pytest plugin: keeps the tests that are asked for, quick ones first, and tells of the first that fails."""

    def __init__(self, ids: list[str] | None, seconds: dict[str, float] | None = None) -> None:
        self._ids = None if ids is None else {test: number for number, test in enumerate(ids)}
        self._seconds = seconds or {}
        self.failed: list[str] = []

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Tests of one file stay together, for they may share what takes long to make."""
        if self._ids is not None:
            chosen = [item for item in items if item.nodeid in self._ids]
            files: dict[str, int] = {}
            for item in sorted(chosen, key=self._place):
                files.setdefault(item.location[0], len(files))
            items[:] = sorted(
                chosen, key=lambda item: (self._is_slow(item), files[item.location[0]], self._place(item))
            )

    def _place(self, item: pytest.Item) -> int:
        return self._ids[item.nodeid] if self._ids is not None else 0

    def _is_slow(self, item: pytest.Item) -> bool:
        return self._seconds.get(item.nodeid, 0.0) > QUICK

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a failure."""
        if report.failed:
            self.failed.append(report.nodeid)


class Timed(Tests):
    """Keeps how long each test takes, and which lines it runs."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(None)
        self._marks = marks
        self.seconds: dict[str, float] = {}
        self._ran: dict[str, set[tuple[str, int]]] = {}

    def recorded(self, file: str, tables: Iterable[str]) -> Recorded:
        """What the tests of one file did, or those of all files of a folder."""
        tests = [test for test in self.seconds if test.startswith((f"{file}::", f"{file}/"))]
        lines: dict[str, dict[int, list[int]]] = {path: {} for path in sorted(self._marks.imported)}
        for number, test in enumerate(tests):
            for path, line in self._ran[test]:
                lines[path].setdefault(line, []).append(number)
        return Recorded(
            file=file,
            tests=tests,
            seconds=[round(self.seconds[test], 3) for test in tests],
            failed=[test for test in self.failed if test in self.seconds],
            lines=lines,
            tables=sorted(tables),
        )

    def is_told(self, item: pytest.Item) -> bool:
        """Whether it is kept of a test: of each that runs."""
        del item
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """A test, with what it sets up."""
        self._marks.taken()
        begun = time.process_time()
        try:
            return (yield)
        finally:
            if self.is_told(item):
                self.seconds[item.nodeid] = time.process_time() - begun
                self._ran[item.nodeid] = self._marks.taken()


def run_pytest(plugin: Tests, arguments: Iterable[str]) -> int:
    """Run tests in this process, in silence; pytest's exit code."""
    quiet = [
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "--tb=no",
        "--no-summary",
        "-k",
        SKIPPED,
        "-m",
        "not timed",
    ]
    # What was imported before pytest began is told as a warning: the packages that were warmed.
    command = [*quiet, "-W", "ignore::pytest.PytestAssertRewriteWarning", *arguments]
    return int(pytest.main(command, plugins=[plugin]))


def noted_tables(root: Path) -> set[str]:
    """The tables that this process opens from now on, as names below `summarize/languages/`; it grows."""
    opened: set[str] = set()
    languages = str(root / "summarize" / "languages") + os.sep

    def noted(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".toml"):
            opened.update({arguments[0].removeprefix(languages)} - {arguments[0]})

    sys.addaudithook(noted)
    return opened


def record(files: dict[str, Path]) -> str:
    """Run files of tests together, and write down for each which lines its tests reach, where it says.

    What is imported, and the tables that are opened, count as those of each of them: a process does either once.
    """
    root = Path.cwd()
    opened = noted_tables(root)
    plugin = Timed(Marks(root, (path.relative_to(root).as_posix() for path in (root / "summarize").rglob("*.py"))))
    run_pytest(plugin, files)
    for file, to in files.items():
        plugin.recorded(file, opened).write(to)
    return ""


def put_in(mutant: Mutant) -> Callable[[], bool]:
    """Have this process read a file with a fault in it; the answer tells whether it has been read."""
    target = (Path.cwd() / mutant.path).resolve()
    text = target.read_text(encoding="utf-8")
    changed = text[: mutant.start] + mutant.new + text[mutant.end :]
    read: list[str] = []
    get_data, path_stats, open_file = SourceFileLoader.get_data, SourceFileLoader.path_stats, io.open

    def stats(self: SourceFileLoader, path: str) -> Any:
        if path == str(target):
            raise OSError("compiled code of the file would be without the fault")
        return path_stats(self, path)

    def data(self: SourceFileLoader, path: str) -> bytes:
        if path != str(target):
            return get_data(self, path)
        read.append(path)
        return changed.encode()

    def opened(file: Any, mode: str = "r", *others: Any, **named: Any) -> Any:
        if str(file) != str(target):
            return open_file(file, mode, *others, **named)
        read.append(str(file))
        return io.BytesIO(changed.encode()) if "b" in mode else io.StringIO(changed)

    SourceFileLoader.path_stats = stats  # type: ignore[method-assign]
    SourceFileLoader.get_data = data  # type: ignore[method-assign, assignment]
    io.open = opened  # what Path.open and Path.read_text call
    return lambda: bool(read)


def attempt(mutant: Mutant, tests: list[str], seconds: dict[str, float]) -> str:
    """Run tests with a fault in the code. "killed by …", "survives", or "not run" where nothing read the faulty file."""
    is_read = put_in(mutant)
    first = set(list(dict.fromkeys(map(_file_of, tests)))[:FIRST])
    # Most faults are noticed by tests of the first files: those of eighty more need not be read to know it.
    for lot in (
        [test for test in tests if _file_of(test) in first],
        [test for test in tests if _file_of(test) not in first],
    ):
        plugin = Tests(lot, seconds)
        code = run_pytest(plugin, ["-x", *dict.fromkeys(map(_file_of, lot))]) if lot else 0
        told = _TOLD.get(code, f"pytest ended with {code}")
        if told == "killed":
            return f"killed by {plugin.failed[0] if plugin.failed else 'an error on import'}"
        if told not in {"survives", "not run"}:
            return told
    return "survives" if is_read() else "not run"


def _file_of(test: str) -> str:
    return test.partition("::")[0]


def _child(sender: connection.Connection, limit: float, work: Callable[..., str], arguments: tuple[Any, ...]) -> None:
    os.setsid()  # what a test starts ends with its child
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    if limit:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sender.send(work(*arguments))
    sender.close()
    os._exit(0)


def _ended(process: Any) -> None:
    """End what is left of a child's processes. It has said all it had to, or takes too long."""
    process.join(1)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.join()


def in_children(
    jobs: Iterable[tuple[Any, float, Callable[..., str], tuple[Any, ...]]], workers: int
) -> Iterator[tuple[Any, str]]:
    """Do each job in a child of its own: what it is called, and what its work answers; the seconds are a limit of processor time, 0 for none.

    A child that takes longer, or ends without an answer, has "ended with" its exit code: of a signal, below 0.
    """
    context = get_context("fork")
    waiting = iter(jobs)
    running: dict[Any, tuple[Any, Any, float]] = {}
    while True:
        while len(running) < workers and (job := next(waiting, None)) is not None:
            name, limit, work, arguments = job
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_child, args=(sender, limit, work, arguments))
            process.start()
            sender.close()
            ends = time.monotonic() + limit * WAITS if limit else float("inf")
            running[receiver] = (name, process, ends)
        if not running:
            return
        for ready in connection.wait(list(running), timeout=5):
            name, process, _ = running.pop(ready)
            try:
                answer = cast("connection.Connection[Any, Any]", ready).recv()
            except EOFError:
                answer = ""
            _ended(process)
            yield name, answer or ("" if process.exitcode == 0 else f"ended with {process.exitcode}")
        for _, process, ends in running.values():
            if time.monotonic() > ends:
                _ended(process)


def warm(root: Path) -> None:
    """Make this process one to fork from: in a copy of the project, with what takes long to import, and nothing of the project itself."""
    os.chdir(root)
    os.environ["CI"] = "1"  # hypothesis tries the same examples each time
    sys.dont_write_bytecode = False
    sys.path.insert(0, str(root))
    for name in WARMED:
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.partition(".")[0] in {"summarize", "tests"}]:
        del sys.modules[name]
