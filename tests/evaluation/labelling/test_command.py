from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from typer.testing import CliRunner

from summarize import reading
from summarize.cli.evals import label
from summarize.cli.evals.app import app
from summarize.evaluation.gold.check import check_file, problems
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.gold.labels import Gold
from tests.cli.commands import takes_interrupts

from .conftest import ARTICLE

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


class Command:
    """The command in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None
        self.process, self.notes = process, list[str]()
        for line in process.stderr:
            self.notes.append(line.rstrip("\n"))
            found = re.search(r" at (http://127\.0\.0\.1:\d+/[\w-]+/)$", line.rstrip("\n"))
            if found:
                self.url = found[1]
                return
        raise AssertionError(self.notes)

    def state(self) -> Any:
        with urllib.request.urlopen(self.url + "state", timeout=60) as answer:
            return json.load(answer)

    def post(self, path: str, labels: Any) -> Any:
        parts = urlsplit(self.url)
        headers = {"Content-Type": "application/json", "Origin": f"{parts.scheme}://{parts.netloc}"}
        request = urllib.request.Request(self.url + path, json.dumps({"labels": labels}).encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def end(self) -> tuple[int, list[str]]:
        """Exit code, and what was said after the address."""
        _, rest = self.process.communicate(timeout=600)
        return self.process.returncode, rest.splitlines()


@contextmanager
def command(*arguments: str | Path, cwd: Path) -> Iterator[Command]:
    program = [
        sys.executable,
        "-c",
        "from summarize.cli.evals import main; main()",
        "label",
        *map(str, arguments),
        "--no-browser",
        "--nlp",
        "off",
    ]
    process = subprocess.Popen(
        program,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=takes_interrupts,  # noqa: PLW1509 - it calls one function of the system
    )
    try:
        yield Command(process)
    finally:
        process.kill()
        process.communicate()


def test_from_article_to_gold(article: Path, tmp_path: Path) -> None:
    """The page starts with what the rules find; saving and ending writes the file, beside the article if there is no folder for gold."""
    with command("ferry.txt", cwd=tmp_path) as running:
        labels = running.state()["labels"]
        assert running.post("done", {**labels, "what": [["night ferry"]]})["saved"]
        assert running.end() == (0, ["note: the labels are in ferry.yaml"])
    gold = read_gold(tmp_path / "ferry.yaml").gold
    assert next((quote.parts[0].text, quote.speaker) for quote in gold.quotes or ()) == (
        "We cannot sail into what we cannot see,",
        "Ida Öst",
    )
    assert gold.what is not None
    assert check_file(tmp_path / "ferry.yaml").found == ()
    assert article.exists()


def test_folder_for_gold(article: Path, tmp_path: Path) -> None:
    """Where there is a folder for gold, the file goes there, and names the article from there; another date given is kept with it."""
    (tmp_path / "evals" / "gold").mkdir(parents=True)
    with command(article, "--published", "2026-03-04", "--blank", cwd=tmp_path) as running:
        state = running.state()
        assert state["labels"] == {
            "article": "../../ferry.txt",
            "id": reading.read(str(article)).article.id,
            "given": {"published": "2026-03-04"},
        }
        assert state["dates"] == []
        running.post("done", {**state["labels"], "who": []})
        assert running.end()[0] == 0
    assert read_gold(tmp_path / "evals" / "gold" / "ferry.yaml").gold.given.published == "2026-03-04"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_interrupted(article: Path, tmp_path: Path) -> None:
    """Ctrl-C ends the command; what the page had not saved is kept, said so with exit code 130, and there the next time."""
    with command(article, cwd=tmp_path) as running:
        running.process.send_signal(signal.SIGINT)
        assert running.end() == (0, [f"note: nothing was saved as {tmp_path}/ferry.yaml"])
    with command(article, cwd=tmp_path) as running:
        running.post("check", {"absent": ["x"]})
        running.process.send_signal(signal.SIGINT)
        code, said = running.end()
    assert code == 130
    assert "ferry.yaml.unsaved" in said[0]
    with command(article, cwd=tmp_path) as running:
        assert running.state()["unsaved"] == {"absent": ["x"]}


def test_a_browser_is_not_given_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser's arguments are seen by all users of a machine: it is given a file that this user alone can read, and that is soon gone."""
    given: list[str] = []
    monkeypatch.setattr("webbrowser.get", lambda: SimpleNamespace(open=given.append))
    with label._open_in_browser("http://127.0.0.1:1/token/"):
        # It is opened on a thread of its own; without a bound a fault here would hang the suite.
        until = time.monotonic() + 600
        while not given and time.monotonic() < until:
            time.sleep(0.001)  # a browser that is opened tells nobody
        path = Path(url2pathname(urlsplit(given[0]).path))
        assert "token" not in given[0]
        assert "http://127.0.0.1:1/token/" in path.read_text(encoding="utf-8")
        assert (path.stat().st_mode & 0o77, path.parent.stat().st_mode & 0o77) == (0, 0)
    assert not path.exists()


def test_opened_again(article: Path, tmp_path: Path) -> None:
    """A file that exists is opened as it is: nothing is drafted over it."""
    path = tmp_path / "ferry.yaml"
    path.write_text("article: ferry.txt\nstory: fog\nwho: []\n", encoding="utf-8")
    with command(article, "-o", path, cwd=tmp_path) as running:
        assert running.state()["labels"] == {"article": "ferry.txt", "story": "fog", "who": []}
        assert f"note: {path} is opened as it is" in running.notes


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nowhere.txt"], 4),
        (["ferry.txt", "-o", "ferry.txt"], 2),
        (["ferry.txt", "-o", "bad.yaml"], 2),
        (["ferry.txt", "--published", "soon"], 2),
        (["ferry.txt", "-o", "told.yaml", "--published", "2026-01-01"], 2),
        (["ferry.txt", "--port", "70000"], 2),
    ],
)
def test_wrong_use(
    article: Path, tmp_path: Path, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be labelled is said in one line, before anything is served."""
    monkeypatch.chdir(article.parent)
    (tmp_path / "bad.yaml").write_text("article: [\n")
    (tmp_path / "told.yaml").write_text("article: ferry.txt\ntitle: null\n")
    result = CliRunner().invoke(app, ["label", *arguments, "--no-browser", "--nlp", "off"])
    assert result.exit_code == code


@pytest.mark.parametrize("path", sorted(SEEDS.glob("[a-z]*.*")), ids=lambda path: path.stem)
def test_drafts_hold(path: Path) -> None:
    """What is drafted for any sample article is gold, stands in the article and leaves no quotation mark out; facts are left to a person."""
    from summarize.cli.evals.label import _find_labels_and_dates

    article = reading.read(str(path)).article
    labels, hints = _find_labels_and_dates(article, "off")
    gold = Gold.model_validate({"article": path.name, **labels})
    # Which place is the main one, and whether an unnamed speaker is named anywhere, is for the person to say.
    left = [
        one for one in problems(gold, article) if not one.note and not one.message.startswith(("no place", "no date"))
    ]
    assert left == []
    assert not gold.says("what")
    assert not gold.says("background")
    assert len(hints) >= len(gold.when or ())
    assert ARTICLE
