from __future__ import annotations

from pathlib import Path

import pytest

from summarize.evaluation.gold.check import check_file, problems
from summarize.evaluation.gold.files import gold_paths, gold_text
from summarize.evaluation.gold.labels import Gold

from .articles import ARTICLE, sound, write

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.mark.parametrize("folder", ["evals/gold", "evals/more"])
def test_the_gold_of_this_project(folder: str) -> None:
    """Every gold file that is kept here holds."""
    unsound = [
        line
        for path in gold_paths(ROOT / folder)
        if (checked := check_file(path)).problems
        for line in checked.written()
    ]
    assert unsound == []


def test_line_of_each_problem(tmp_path: Path) -> None:
    """Each problem is told with file, line and label, in the order of the file."""
    path = write(
        tmp_path,
        f"article: bridge.txt\nid: {ARTICLE.id}\nwhere:\n  - name: Port Ells\n    main: true\n  - name: Nowhere\n"
        "who:\n  - name: Maya Brandt\n    roles:\n      - leader\n      - king\n",
    )
    assert check_file(path).written() == [
        f"{path}:6: where[1].name: “Nowhere” stands nowhere in the article",
        f"{path}:11: who[0].roles[1]: “king” stands nowhere in the article",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("article: bridge.txt\nquotes:\n  - parts: []\n", "3: quotes[0].parts: "),
        ("article: bridge.txt\nwhen:\n  - start: 3\n  - start: soon\n", "3: when[0].start: "),
        ("article: bridge.txt\nwhen:\n  - start: '3'\n  - start: soon\n", "3: when[0].start: '3' is no ISO"),
        ("article: bridge.txt\ntitel: x\n", "2: titel: "),
        ("article: bridge.txt\n", "1: it labels nothing"),
        ("article: [\n", "1: line 2, column 1: "),
        ("article: bridge.txt\nwho: []\nwho: []\n", "1: line 3, column 1: who is given twice"),
        ("article: &a bridge.txt\ntitle: *a\n", "1: line 1, column 10: aliases are not taken"),
        ("", "1: "),
    ],
)
def test_no_gold_file(tmp_path: Path, text: str, line: str) -> None:
    """A file that is no gold file is a problem at the line where it is wrong."""
    path = write(tmp_path, text)
    assert check_file(path).written()[0].startswith(f"{path}:{line}")


def test_articles_that_changed(tmp_path: Path) -> None:
    """An article that cannot be read, has another text, or whose id is missing is a problem."""
    labels = Gold.model_validate(sound())
    path = write(tmp_path, gold_text(labels))
    assert check_file(path).found == ()
    path = write(tmp_path, gold_text(labels.model_copy(update={"id": "sha256:0"})))
    assert "another text" in check_file(path).written()[0]
    without = {key: value for key, value in sound().items() if key != "id"}
    assert "is missing" in check_file(write(tmp_path, gold_text(Gold.model_validate(without)))).written()[0]
    (tmp_path / "bridge.txt").unlink()
    assert check_file(path).written() == [f"{path}:1: article: {tmp_path / 'bridge.txt'} does not exist"]


def test_any_prefix_of_the_labels() -> None:
    """Labels can be checked at any stage: with each field left out, nothing but what that field said is missing."""
    for name in sound():
        if name not in {"article", "id"}:
            assert problems(Gold.model_validate({k: v for k, v in sound().items() if k != name}), ARTICLE) == []
