"""Rules of the firewall around each of several articles: whatever one does is a line, the others go on, and a traceback is kept."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarize.article import Article
from summarize.evidence.find import find
from summarize.firewall import Firewall, TookTooLongError
from summarize.reading import read_text
from summarize.testing import FakeServer, Reply
from tests.cli.commands import errors, run
from tests.engines.model.answers import GOOD, is_probe

STORY = "---\npublisher: {name}\ndate: 2026-03-14\n---\n\nA tram line opened in {name} on Saturday, the city said. “It was time for {name},” said Hanna Osei."
DAY = ["--date", "2026-03-14", "--store", "none"]
POISON = "Poisonville"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("day").mkdir()
    for number, name in enumerate(("Ghent", POISON, "Porto")):
        Path("day", f"{number}.md").write_text(STORY.format(name=name), encoding="utf-8")


def _recurse(depth: int = 0) -> int:
    return _recurse(depth + 1) + 1


LIMITS: dict[int, Callable[..., None]] = {}
"""What a thread's timer does when the time of its article is up."""


class Noted(threading.Timer):
    """A timer that a thread starts for its own article."""

    def start(self) -> None:
        """Begin, and note what is to be done."""
        LIMITS[threading.get_ident()] = self.function
        super().start()


def _soon_up() -> None:
    """The time of the article that this thread works on is up in a moment: that of others is long, for a machine may be busy."""
    if threading.current_thread() is threading.main_thread():
        signal.setitimer(signal.ITIMER_REAL, 0.05)
    else:
        threading.Timer(0.05, LIMITS[threading.get_ident()]).start()


def _never() -> None:
    _soon_up()
    while True:
        pass


def _never_in_an_expression() -> None:
    _soon_up()
    re.match(r"(a*)*b", "a" * 60)


def _never_asleep() -> None:
    _soon_up()
    time.sleep(600)  # what is never over: the limit of the article ends it, and no test waits for it


def _memory() -> None:
    raise MemoryError


def _encoding() -> None:
    "\ud800".encode()


def _assertion() -> None:
    raise AssertionError("half a \ud800 pair,\nand a line")


DEEDS = [
    _recurse,
    _memory,
    _encoding,
    _assertion,
    lambda: dict[str, int]()["nothing"],
    _never,
    _never_in_an_expression,
    _never_asleep,
]


def poison(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object], where: str) -> None:
    """Let one article do something unexpected, while it is read or while things are found in it."""
    monkeypatch.setattr("summarize.firewall.threading.Timer", Noted)
    if where == "found":

        def finding(article: Article, *others: object) -> object:
            if POISON in article.text:
                deed()
            return find(article, *others)  # type: ignore[arg-type]

        monkeypatch.setattr("summarize.pipeline.find", finding)
        return

    def reading(text: str, *others: object, **named: object) -> object:
        if POISON in text:
            deed()
        return read_text(text, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("summarize.reading.expand.read_text", reading)


def _endless() -> str:
    """What is told of work that never ends, and may take a moment."""
    with pytest.raises(TookTooLongError) as caught, Firewall(Path.cwd, 0.05).bounded():  # noqa: PT012 - it never ends
        while True:
            pass
    return str(caught.value)


def test_work_may_take_so_long_and_no_longer() -> None:
    """On this thread and on another one, what takes more than its seconds is ended; what takes less is not."""
    with ThreadPoolExecutor(1) as other:
        assert _endless() == other.submit(_endless).result() == "it took more than 0.05 s"
    with Firewall(Path.cwd).bounded():
        pass


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("where", ["read", "found"])
@pytest.mark.parametrize("command", ["brief", "daily"])
def test_what_one_article_does_costs_a_line(
    monkeypatch: pytest.MonkeyPatch, command: str, where: str, deed: Callable[[], object]
) -> None:
    """Whatever an article makes the program do, the others are briefed, one line says which it was and where the traceback is, and the exit code is 9."""
    poison(monkeypatch, deed, where)
    done = run(command, "day", "--format", "json", *(DAY if command == "daily" else []))
    assert done.exit_code == 9, done.stderr
    (line,) = errors(done.stderr)
    assert line.startswith("error: day/1.md: left out for a fault of this program (")
    kept = Path(line.rpartition(" in ")[2])
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    text = kept.read_text(encoding="utf-8")
    assert "day/1.md\nTraceback" in text
    assert "test_firewall.py" in text
    assert "Ghent" in done.stdout
    assert "Porto" in done.stdout
    if command == "daily":
        (skipped,) = json.loads(done.stdout)["skipped"]
        assert skipped["source"] == "day/1.md"
        assert skipped["reason"].startswith("left out for a fault of this program (")
        assert str(kept) not in done.stdout


@pytest.mark.parametrize("deed", [_assertion, _never])
@pytest.mark.parametrize("where", ["read", "found"])
@pytest.mark.parametrize("command", ["brief", "daily"])
def test_with_a_language_model(
    monkeypatch: pytest.MonkeyPatch, command: str, where: str, deed: Callable[[], object]
) -> None:
    """The same with a language model, where articles are read and searched on threads."""
    poison(monkeypatch, deed, where)
    with FakeServer(lambda request: Reply() if is_probe(request) else Reply(GOOD)) as server:
        done = run(
            command,
            "day",
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--format",
            "json",
            *(DAY if command == "daily" else []),
        )
    assert done.exit_code == 9, done.stderr
    assert len(errors(done.stderr)) == 1
    assert "Ghent" in done.stdout
    assert "Porto" in done.stdout


def test_one_article_alone_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a fault in the only article nothing is saved by a line: it is raised. So is one in what all articles of a day share."""
    poison(monkeypatch, _assertion, "found")
    assert isinstance(run("brief", "day/1.md").exception, AssertionError)

    def composed(*_: object, **__: object) -> None:
        raise AssertionError("of all")

    monkeypatch.setattr("summarize.daily.day.compose", composed)
    done = run("daily", "day/0.md", *DAY)
    assert isinstance(done.exception, AssertionError)
    assert str(done.exception) == "of all"


def test_where_no_traceback_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file of tracebacks cannot be written, the line says that instead, and the others go on."""
    Path("state").write_text("no folder")
    poison(monkeypatch, _assertion, "found")
    done = run("daily", "day", *DAY)
    assert done.exit_code == 9
    assert "its traceback could not be kept" in errors(done.stderr)[0]


def test_several_faults_are_in_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tracebacks of a run are in one file."""
    for number in range(3, 6):
        Path("day", f"{number}.md").write_text(STORY.format(name=f"{POISON} {number}"), encoding="utf-8")
    poison(monkeypatch, _assertion, "found")
    done = run("daily", "day", *DAY)
    (kept,) = {line.rpartition(" in ")[2] for line in errors(done.stderr)}
    assert Path(kept).read_text(encoding="utf-8").count("\nTraceback") == 4


PAGE = '<!doctype html><html><head><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{said}","url":"http://x.example/{said}","author":{{"name":"Ana {said}"}},"publisher":{{"name":"P{said}"}},"datePublished":"2026-03-14","articleSection":"{said}"}}</script></head><body><article><h1>Tram line opens</h1><p>A tram line opened in Turku on Saturday, the city of Turku said in a statement. “It was time,” said Hanna Osei, who has led the city for years.</p><p>The line was planned in 2019 and is to reach the harbour next spring.</p></article></body></html>'


@pytest.mark.parametrize("said", [r"\ud800", r"\udc80", r"\udfff\ud800", r"ok \ud83d"])
@pytest.mark.parametrize("form", ["json", "html", "markdown"])
@pytest.mark.parametrize("command", ["brief", "daily"])
def test_half_a_character_costs_nothing(command: str, form: str, said: str) -> None:
    """Halves of characters in JSON, in a page's data, in feeds and in names of files cost neither the briefing nor the article."""
    record = {
        "title": said,
        "author": said,
        "publisher": said,
        "section": said,
        "url": f"http://x.example/{said}",
        "published": "2026-03-14",
        "text": f"A tram line opened in Leuven on Saturday, the city said. {said} Nobody was there.",
    }
    Path("day/3.json").write_text(json.dumps(record).replace("\\\\", "\\"), encoding="utf-8")
    Path("day/4.html").write_text(PAGE.format(said=said), encoding="utf-8")
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": said, "items": [{"id": said, "title": said, "authors": [{"name": said}], "date_published": "2026-03-14T08:00:00Z", "content_html": f"<p>A tram line opened in Bergen on Saturday, the city of Bergen said. {said}</p><p>The line was planned in 2019 and is to reach the harbour next spring.</p>"}]}  # fmt: skip
    Path("day/5.json").write_text(json.dumps(feed).replace("\\\\", "\\"), encoding="utf-8")
    if os.name == "posix":
        Path(os.fsdecode(b"day/6-\xff\xed\xa0\x80.md")).write_text(STORY.format(name="Split"), encoding="utf-8")
        Path(os.fsdecode(b"day/7-\xff.md")).write_text("no", encoding="utf-8")
    extra = ["--date", "2026-03-14", "--store", "s.sqlite3", "--new"] if command == "daily" else []
    for target in (["-o", "out/"], [] if form != "html" or command == "daily" else ["-o", "out/"]):
        done = run(command, "day", "--format", form, *extra, *target)
        assert done.exit_code in ({4} if command == "brief" else {0}), done.stderr  # 7 holds no article
        assert len(errors(done.stderr)) == 1
    for path in Path("out").iterdir():
        path.read_text(encoding="utf-8")
    text = "".join(path.read_text(encoding="utf-8") for path in Path("out").iterdir())
    # A briefing tells of one story; its articles are whole in its JSON.
    assert (form != "json" and command == "daily") or all(
        town in text for town in ("Ghent", "Porto", "Leuven", "Turku", "Bergen", "Split")
    )
