"""Rules of processes that work on many things: what comes of them is in order, and nothing of them stays."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, nullcontext
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import OutputError
from summarize.workers import Workers, cores


def doubler() -> Callable[[int], tuple[int, int]]:
    """Made in the process that works."""
    return double


def double(number: int) -> tuple[int, int]:
    """Twice the number, the later ones sooner, and who worked it out."""
    time.sleep(0.02 if number % 3 == 0 else 0)
    return 2 * number, os.getpid()


def meeting(folder: Path) -> Callable[[int], tuple[int, int]]:
    """Made in the process that works."""
    return partial(double_once_two_are_there, folder)


def double_once_two_are_there(folder: Path, number: int) -> tuple[int, int]:
    """As `double`, once another process works as well."""
    (folder / str(os.getpid())).touch()
    until = time.monotonic() + 600
    while len(list(folder.iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    return double(number)


def failing() -> Callable[[int], int]:
    """Made in the process that works."""
    return end_at_five


def end_at_five(number: int) -> int:
    """What the system does to a process that takes too much memory."""
    if number == 5 and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_are_in_order(tmp_path: Path) -> None:
    """What comes of each is in the order of the jobs: this process does them until others are there, of which there are as many as may be."""
    results: list[tuple[int, int]] = []

    def jobs() -> Iterator[int]:
        for number in count():
            if len({who for _, who in results}) == 3 and number % 10 == 0:
                return
            yield number

    with Workers(partial(meeting, tmp_path), 2, own=double, alone=0.0) as workers:
        for result in workers.map(jobs()):
            results.append(result)  # noqa: PERF402 - the jobs go by what is there
    assert [value for value, _ in results] == list(range(0, 2 * len(results), 2))
    mine = [who == os.getpid() for _, who in results]
    assert mine == sorted(mine, reverse=True)
    assert len({who for _, who in results}) == 3
    assert not multiprocessing.active_children()


def test_few_need_no_other_process() -> None:
    """Where this process is soon done, none is started; nor where one is all there may be."""
    for workers in (Workers(doubler, 4, own=double, alone=60.0), Workers(doubler, 1)):
        with workers:
            assert {who for _, who in workers.map(range(8))} == {os.getpid()}
            assert not multiprocessing.active_children()


def test_those_that_come_too_late_are_not_waited_for() -> None:
    """Where this process has done everything before others are there, it does not wait for them."""
    with Workers(partial(time.sleep, 60), 2, own=double, alone=0.0) as workers:  # type: ignore[arg-type] # it is never made
        assert len(list(workers.map(range(3)))) == 3
        began = time.monotonic()
    assert time.monotonic() - began < 20
    assert not multiprocessing.active_children()


def test_jobs_are_asked_for_as_they_are_begun() -> None:
    """Of endless jobs only a few are taken ahead, and no more when asked to stop; what was begun comes to its end."""
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(10**6):
            taken.append(number)
            yield number

    results: list[int] = []
    with Workers(doubler, 2) as workers:
        for value, _ in workers.map(jobs(), lambda: len(results) >= 10):
            results.append(value)
    assert len(results) == len(taken) < 30


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copies on Linux alone")
@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside a thread"])
def test_copies_have_what_is_loaded(beside: bool, tmp_path: Path) -> None:
    """What this process has loaded its copies have as well; none is copied beside a thread, which may hold a lock.

    In a program of its own, for what runs tests has threads.
    """
    (tmp_path / "program.py").write_text(
        "import sys, threading\n"
        "from summarize.workers import Workers\n"
        "loaded = []\n"
        "def make():\n"
        "    return lambda _: len(loaded)\n"
        "if __name__ == '__main__':\n"
        "    loaded += [1, 2, 3]\n"
        "    ended = threading.Event()\n"
        "    if 'beside' in sys.argv:\n"
        "        threading.Thread(target=ended.wait).start()\n"
        "    with Workers(make, 2) as workers:\n"
        "        print(*set(workers.map(range(6))))\n"
        "    ended.set()\n"
    )
    command = [sys.executable, str(tmp_path / "program.py"), *(["beside"] if beside else [])]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=600, check=True)
    assert done.stdout.split() == ["0" if beside else "3"]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copies on Linux alone")
def test_a_thread_that_has_ended_is_none() -> None:
    """Beside a thread that has just ended, as a timer that is no longer needed, processes are copies: never by chance one or the other."""
    code = (
        "import threading; from summarize.workers import _way\n"
        "ways = set()\n"
        "for _ in range(200):\n"
        "    timer = threading.Timer(60, print); timer.start(); timer.cancel(); timer.join(); ways.add(_way())\n"
        "print(*ways)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=600, check=True)
    assert done.stdout.strip() == "fork"


@pytest.mark.parametrize(("way", "enough"), [("fork", 0.25), ("spawn", 1.0)])
def test_others_help_where_that_pays(way: str, enough: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are started once this process has worked for about what that takes: a fifth of a second for copies, a whole one for programs of their own."""
    worked = [0.0]
    stilled: list[float] = []
    monkeypatch.setattr("summarize.workers.time.process_time", lambda: worked[0])
    monkeypatch.setattr("summarize.workers._way", lambda: way)

    @contextmanager
    def still() -> Iterator[None]:
        stilled.append(worked[0])
        yield

    def work(number: int) -> tuple[int, int]:
        worked[0] += 0.0625
        return double(number)

    with Workers(doubler, 2, own=work, still=still) as workers:
        assert list(workers.map(range(100), lambda: len(stilled) == 2))
    assert stilled == [0.25, enough]  # asked how they would be started, then started


def test_threads_that_can_wait_do() -> None:
    """What ends threads is there while processes are started, once, and gone when they work."""
    seen: list[str] = []

    @contextmanager
    def still() -> Iterator[None]:
        seen.append("still")
        yield
        seen.append("on")

    with Workers(doubler, 2, still=still) as workers:
        assert len(list(workers.map(range(6)))) == 6
    assert seen == ["still", "on"]


@pytest.mark.parametrize("how", ["map", "each"])
def test_a_process_that_the_system_ends_costs_nothing(how: str) -> None:
    """Where a process is gone, this one goes on alone: one line says so, and what comes of each job is there once, in order."""
    results: list[int] = []
    told: list[str] = []
    with Workers(failing, 2, tell=told.append) as workers:
        if how == "map":
            results.extend(workers.map(range(50)))
        else:
            workers.each(range(50), results.append)
    assert results == list(range(50))
    (line,) = told
    assert line.startswith("warning: ")
    assert "--jobs" in line
    assert not multiprocessing.active_children()


def held(results: list[tuple[int, int]], then: type[BaseException] | None) -> Iterator[int]:
    """Seven jobs, and a wait for more until what came of all of them is there; the way out of it is no good one if one is given."""
    yield from range(7)
    until = time.monotonic() + 600
    while len(results) < 7:
        assert time.monotonic() < until, "what is done is held back"
        time.sleep(0.01)
    if then is not None:
        raise then


@pytest.mark.parametrize("then", [None, KeyboardInterrupt])
def test_what_is_done_waits_for_no_other_job(then: type[BaseException] | None) -> None:
    """What came of a job is taken as soon as it and those before it are done, though the next job does not come yet."""
    results: list[tuple[int, int]] = []
    with pytest.raises(then) if then is not None else nullcontext(), Workers(doubler, 2) as workers:
        workers.each(held(results, then), results.append)
    assert [value for value, _ in results] == list(range(0, 14, 2))
    assert not multiprocessing.active_children()


def test_ctrl_c_loses_nothing_that_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Ctrl-C comes while a job is asked for, what is done is given before it is raised."""
    submitted, under_way = Workers._submitted, list[Future[Any]]()

    def noted(self: Workers[Any, Any], work: Callable[[Any], Any], job: Any) -> Future[Any]:
        under_way.append(submitted(self, work, job))
        return under_way[-1]

    def jobs() -> Iterator[int]:
        yield from range(4)
        assert not wait(under_way, timeout=600).not_done
        raise KeyboardInterrupt

    monkeypatch.setattr(Workers, "_submitted", noted)
    results: list[int] = []
    with pytest.raises(KeyboardInterrupt), Workers(doubler, 2) as workers:
        results.extend(value for value, _ in workers.map(jobs()))
    assert results == [0, 2, 4, 6]


def test_what_goes_wrong_in_taking_is_raised() -> None:
    """What is raised where a result is taken ends the work, and is raised here; nothing more is taken."""
    results: list[int] = []

    def take(result: tuple[int, int]) -> None:
        if len(results) == 3:
            raise OutputError("the disk is full")
        results.append(result[0])

    with pytest.raises(OutputError, match="full"), Workers(doubler, 2) as workers:
        workers.each(count(), take)
    assert results == [0, 2, 4]


@pytest.mark.parametrize(
    ("quota", "found"), [("100000 100000", 1), ("50000 100000", 1), ("150000 100000", 2), ("max 100000", 8), (None, 8)]
)
def test_a_container_may_use_less_than_it_sees(
    quota: str | None, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a container's processor time has a limit, there are as many cores as that is worth, at least one."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    monkeypatch.setattr("summarize.workers._QUOTA", tmp_path / "cpu.max")
    if quota is not None:
        (tmp_path / "cpu.max").write_text(f"{quota}\n", encoding="ascii")
    assert cores() == found


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_whatever_the_way_of_starting_processes(method: str) -> None:
    """A program that has chosen another way of starting processes gets the same."""
    code = (
        f"import multiprocessing; multiprocessing.set_start_method({method!r})\n"
        "from summarize.workers import Workers\nfrom tests.test_workers import doubler\n"
        "if __name__ == '__main__':\n"
        "    with Workers(doubler, 2) as workers: print(sum(value for value, _ in workers.map(range(20))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=600, check=False)
    assert (done.stdout.strip(), done.stderr) == ("380", "")
