from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarize.cli.evals.app import app
from summarize.evaluation.gold.files import gold_text, read_gold
from summarize.evaluation.gold.labels import Gold

from .articles import ARTICLE, SUMMER, at, sound, write


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_sound_gold(tmp_path: Path) -> None:
    """Gold that holds is said to in one line, with exit code 0; a note does not change that."""
    labels = {**sound(), "what": [["shut"]]}
    path = write(tmp_path, gold_text(Gold.model_validate(labels)))
    result = check(tmp_path)
    assert result.exit_code == 0
    first, last = result.stdout.splitlines()
    assert first.startswith(f"{path}:")
    assert "note: what[0]: no alternative stands in the article" in first
    assert last == "1 gold file, no problems"


def test_unsound_gold(tmp_path: Path) -> None:
    """A problem is a line with file and line, and exit code 7; every other file is checked all the same."""
    bad = write(tmp_path, "article: bridge.txt\nwhere: [{name: Nowhere}]\n", "a.yaml")
    write(tmp_path, "article: [\n", "b.yaml")
    write(tmp_path, gold_text(Gold.model_validate(sound())), "c.yaml")
    result = check(tmp_path)
    assert result.exit_code == 7
    assert f"{bad}:2: where[0].name: “Nowhere” stands nowhere in the article" in result.stdout.splitlines()
    assert result.stderr == "error: 4 problems in 2 of 3 gold files\n"


def test_fix(tmp_path: Path) -> None:
    """--fix says what it wrote, and reports what is left."""
    path = write(
        tmp_path, f"article: bridge.txt\nnot_quotes: [{{text: {SUMMER}}}]\nwhere: [{{name: Nowhere, main: true}}]\n"
    )
    result = check(path, "--fix")
    assert result.exit_code == 7
    assert f"note: {path}: wrote id, not_quotes[0].at" in result.stderr
    gold = read_gold(path).gold
    assert gold.id == ARTICLE.id
    assert gold.not_quotes is not None
    assert gold.not_quotes[0].at == at(SUMMER)


def test_two_labellers(tmp_path: Path) -> None:
    """Two folders are two labellers: a table of how far they agree, and where they do not, if asked for."""
    write(tmp_path / "one", gold_text(Gold.model_validate(sound())))
    write(tmp_path / "other", gold_text(Gold.model_validate({**sound(), "published": None})))
    result = check(tmp_path / "one", tmp_path / "other")
    assert result.exit_code == 0
    assert "| published | share | 0.000 | 0 | 1 | 1 | 1 |" in " ".join(result.stdout.split())
    assert "1 difference: --errors lists them" in result.stdout
    listed = check(tmp_path / "one", tmp_path / "other", "--errors").stdout.splitlines()[-1]
    assert listed == f"{tmp_path}/one/bridge.yaml:4: published: 2026-05-04, in {tmp_path}/other/bridge.yaml: none"


@pytest.mark.parametrize(("arguments", "code"), [(["nowhere"], 2), (["a", "b", "--fix"], 2), (["a"], 2)])
def test_no_gold(tmp_path: Path, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without gold, and mending two labellers at once, are wrong uses."""
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        Path(name).mkdir()
    assert check(*arguments).exit_code == code


def test_terminal_is_safe(tmp_path: Path) -> None:
    """What a label says cannot act on a terminal."""
    write(tmp_path, f'article: bridge.txt\nid: {ARTICLE.id}\nwhere: [{{name: "\\e[31mred\\a", main: true}}]\n')
    result = check(tmp_path)
    assert "\x1b" not in result.stdout
    assert "red" in result.stdout
