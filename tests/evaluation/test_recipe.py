"""The recipe of docs/evals.md for continuous integration, walked as it stands there by an imitation of the runner."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from summarize.testing import FakeServer, Reply, Request
from tests.engines.model.answers import is_probe

from .runs.folders import EMPTY_ANSWER, gold_folder

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "evals.md").read_text(encoding="utf-8")
SECTION = PAGE.split("## In continuous integration\n")[1].split("\n## ")[0]
SETTING_UP, TRYING = re.findall(r"^```sh\n(.*?)^```$", SECTION, re.DOTALL | re.MULTILINE)
(WORKFLOW,) = re.findall(r"^```yaml\n(.*?)^```$", SECTION, re.DOTALL | re.MULTILINE)
NOT_HERE = ("evals label", "git switch", "git commit")
"""Labelled already, and nothing to come back to."""
_PIP = """#!/bin/sh
test -f "$2" || { echo "there is no $2" >&2; exit 1; }
"""
"""Installed already: what it would install has to be there."""
NAMES = ("mill", "marrow", "tarn", "holm")


class Runner:
    """A repository, and what a runner gives each step: a shell that stops at the first failure, and a file for the summary."""

    def __init__(self, folder: Path, server: FakeServer) -> None:
        self.folder, self.summary = folder, folder.parent / "summary"
        (folder / "summarize.toml").write_text('[prices."small"]\ninput = 0.1\noutput = 0.4\n')
        bin_folder = folder.parent / "bin"
        bin_folder.mkdir()
        for name, arguments in (("evals", "evals"), ("summarize", "")):
            (bin_folder / name).write_text(
                f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m summarize {arguments} "$@"\n'
            )
            (bin_folder / name).chmod(0o755)
        (bin_folder / "pip").write_text(_PIP)
        (bin_folder / "pip").chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "SUMMARIZE_NLP": "off",
            "SUMMARIZE_BASE_URL": server.base_url,
        }

    def step(self, script: str) -> subprocess.CompletedProcess[str]:
        """A step's `run`, as the runner runs it."""
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.replace("MODEL", "small")],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def job(self) -> list[subprocess.CompletedProcess[str]]:
        """The job's steps after the installation, up to the first that fails."""
        done = []
        for step in yaml.safe_load(WORKFLOW)["jobs"]["evals"]["steps"]:
            if "run" in step and not step["run"].startswith(NOT_HERE):
                done.append(self.step(step["run"]))
                if done[-1].returncode:
                    break
        return done[1:] or done

    def shell(self, block: str) -> None:
        """The lines of a block for the shell, all of which succeed."""
        for line in block.splitlines():
            if not line.startswith(NOT_HERE):
                done = self.step(line)
                assert done.returncode == 0, (line, done.stderr)


class Model:
    """An endpoint whose answers can get worse."""

    def __init__(self) -> None:
        self.is_worse = False

    def __call__(self, request: Request) -> Reply:
        if is_probe(request):
            return Reply()
        return Reply({**EMPTY_ANSWER, "date": 0, "headline": {"text": "Nothing", "sentences": [99]}} if self.is_worse else EMPTY_ANSWER)  # fmt: skip


@pytest.fixture(scope="module")
def endpoint() -> Iterator[tuple[Model, FakeServer]]:
    """A model, and where it answers."""
    model = Model()
    with FakeServer(model) as server:
        yield model, server


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, endpoint: tuple[Model, FakeServer]) -> Path:
    """A repository that was set up as the page says."""
    folder = tmp_path_factory.mktemp("recipe") / "repository"
    gold_folder(folder / "evals", NAMES)
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").touch()
    (folder / "summarize-1.0-py3-none-any.whl").touch()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    Runner(folder, endpoint[1]).shell(SETTING_UP)
    # What the page does not have added is not there for the job.
    subprocess.run(["git", "checkout-index", "--all", "--prefix=../checked-out/"], cwd=folder, check=True)
    return folder


@pytest.fixture
def model(endpoint: tuple[Model, FakeServer]) -> Model:
    endpoint[0].is_worse = False
    return endpoint[0]


@pytest.fixture
def runner(tmp_path: Path, repository: Path, endpoint: tuple[Model, FakeServer]) -> Runner:
    """What a runner checks out of the repository, for one test to change."""
    shutil.copytree(repository.parent / "checked-out", tmp_path / "repository")
    return Runner(tmp_path / "repository", endpoint[1])


def test_nothing_changed(runner: Runner) -> None:
    """Every step succeeds; the summary and the JUnit file are there, and no annotation is an error."""
    done = runner.job()
    assert [one.returncode for one in done] == [0, 0, 0], done[-1].stderr
    assert "| " in runner.summary.read_text(encoding="utf-8")
    suites = ET.parse(runner.folder / "junit.xml").getroot()
    assert {case.get("name") for case in suites.iter("testcase")} >= set(NAMES)
    assert not re.search(r"^::error", done[1].stdout, re.MULTILINE)
    assert re.search(r"^::notice title=evals", done[1].stdout, re.MULTILINE)


def test_answers_that_got_worse(runner: Runner, model: Model) -> None:
    """The gate's step ends with 1; annotations name gold files that exist, and lines of them."""
    model.is_worse = True
    assert runner.step("evals record --model MODEL --all").returncode == 0
    done = runner.job()
    assert [one.returncode for one in done] == [0, 0, 1]
    errors = re.findall(r"^::error file=([^,]+),line=(\d+),title=([^:]+)::", done[1].stdout, re.MULTILINE)
    assert errors
    for file, line, _ in errors:
        assert 1 <= int(line) <= len((runner.folder / file).read_text(encoding="utf-8").splitlines())
    assert "model.kept" in done[2].stdout


def test_what_could_not_be_measured(runner: Runner) -> None:
    """An article that changed ends the first step with 7, and one line says what to do."""
    article = runner.folder / "evals" / "gold" / "mill.txt"
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence was added.\n", encoding="utf-8")
    (done,) = runner.job()
    assert done.returncode == 7
    assert "the article changed since; record it anew (evals record" in done.stderr


def test_a_changed_prompt(runner: Runner, repository: Path, model: Model) -> None:
    """The prompt is tried and compared as the page says: 0 where its answers are no worse, 1 where they are shown to be."""
    shutil.copy(repository / "run.json", runner.folder)  # of the machine on which it is tried
    *before, compare = [line for line in TRYING.splitlines() if not line.startswith(NOT_HERE)]
    runner.shell("\n".join([*before, compare]))
    model.is_worse = True
    runner.shell("evals record --model MODEL --all --prompt my-prompt.md -o evals/recordings/mine\n" + before[-1])
    done = runner.step(compare)
    assert done.returncode in {0, 1}
    assert ("worse" in done.stdout) == (done.returncode == 1)
