"""The programs of docs/python.md and of docs/extending.md: they run as they stand there, and their types are right."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
NAMES = ("card", "table", "true", "day", "right", "scores")


def programs(page: str) -> dict[str, str]:
    """The programs of a page, by the file that their first line names."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return dict(re.findall(r"^```python\n# (\S+\.py)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))


PROGRAMS = programs("python.md")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the page says is there."""
    at = tmp_path_factory.mktemp("programs")
    shutil.copy(SEEDS / "harbour-fire.txt", at / "article.txt")
    (at / "draft.txt").write_text(
        "A smaller fire in the same store room in 2019 caused no injuries.\nNobody was hurt.\n", encoding="utf-8"
    )
    days = sorted((SEEDS / "day").iterdir())
    for name, day in zip(("monday", "tuesday"), [day for day in days if day.is_dir()][:2], strict=True):
        shutil.copytree(day, at / name)
    (at / "gold").mkdir()
    gold = (ROOT / "evals" / "gold" / "harbour-fire.yaml").read_text(encoding="utf-8")
    (at / "gold" / "fire.yaml").write_text(
        re.sub(r"^article: .*$", "article: ../article.txt", gold, flags=re.MULTILINE)
    )
    done("-m", "summarize", "brief", "article.txt", "-f", "json", "-o", "cards/", at=at)
    for name, program in PROGRAMS.items():
        (at / name).write_text(program, encoding="utf-8")
    return at


def done(*arguments: str, at: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SUMMARIZE_NLP": "off"}
    found = subprocess.run(
        [sys.executable, *arguments], cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert found.returncode == 0, found.stderr
    return found.stdout


def test_there_are_six() -> None:
    """The page has the programs that are tested here, and no other."""
    assert tuple(name.removesuffix(".py") for name in PROGRAMS) == NAMES


def test_a_card(folder: Path) -> None:
    """Each part of a quotation is in marks of its own, and the page is written."""
    said = done("card.py", at=folder)
    assert "“We had flames of thirty metres when the first crews arrived,” “The roof was already lost." in said
    assert (folder / "card.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_table(folder: Path) -> None:
    """There is a line for each card of the day under one heading."""
    done("table.py", at=folder)
    lines = (folder / "cards.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("id,source,publisher,published,")
    assert len(lines) > 5


def test_a_text(folder: Path) -> None:
    """A sentence of the article stands; one that is not in it does not."""
    first, second = done("true.py", at=folder).splitlines()[:2]
    assert first.startswith("stands ")
    assert not second.startswith("stands ")


def test_a_day(folder: Path) -> None:
    """The second day's briefing is told against the first."""
    done("day.py", at=folder)
    assert "20 November" in (folder / "tuesday.md").read_text(encoding="utf-8")


def test_a_correction(folder: Path) -> None:
    """The card is corrected in its file, and still vouched for."""
    done("right.py", at=folder)
    shown = done("-m", "summarize", "show", "cards/article.json", "-f", "markdown", at=folder)
    assert "corrected by Mei Tanaka" in shown
    assert "verified" in shown


def test_scores(folder: Path) -> None:
    """Every measure has a line, and a run is not worse than itself."""
    lines = done("scores.py", at=folder).splitlines()
    assert any(line.startswith("quotes.f1 1") for line in lines)
    assert lines[-1] == "[]"


def test_their_types(folder: Path) -> None:
    """The programs, and the plugins of docs/extending.md, are right under mypy's strict rules."""
    plugins = programs("extending.md")
    assert {"summarize_example/engine.py", "summarize_example/source.py", "summarize_example/measure.py"} <= set(
        plugins
    )
    for name, program in plugins.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(program, encoding="utf-8")
    # By the configuration and the cache of `make types`, which then need not read the package again.
    written = [str(folder / name) for name in (*PROGRAMS, "summarize_example")]
    done("-m", "mypy", "--config-file", "pyproject.toml", *written, at=ROOT)
