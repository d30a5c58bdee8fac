"""Rules of what stands in a workflow's log: an article's words are no command to its runner."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from summarize.evaluation.reporting.annotations import _data

from .commands import FIRE, run

_COMMANDS = ("##[add-mask]the", "##[stop-commands]x", "##[set-output name=a;]b")
_ACTS = re.compile(r"##\[|^\s*::", re.MULTILINE)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """An article with commands in a sentence, in a quotation and at the start of a line."""
    path = tmp_path / "article.txt"
    story = Path(FIRE).read_text(encoding="utf-8")
    path.write_text(
        f"::set-env name=A::{story}\n\n“{_COMMANDS[0]} fire,” said Ada Roy. {' '.join(_COMMANDS)}.\n", encoding="utf-8"
    )
    return str(path)


@pytest.mark.parametrize("form", ["json", "html", "markdown", "terminal"])
def test_no_output_holds_a_command_where_a_runner_reads_it(
    article: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each form, on stdout and stderr, `##[…]` and a line's `::` are broken where CI is set, and stand as they are where it is not."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    told = run("brief", article, "--format", form)
    assert not _ACTS.search(told.stdout + told.stderr)
    for name in ("GITHUB_ACTIONS", "CI", "TF_BUILD"):
        monkeypatch.delenv(name, raising=False)
    plain = run("brief", article, "--format", form)
    assert _ACTS.search(plain.stdout) or form == "markdown"  # which escapes brackets anyway
    if form == "json":
        one, other = json.loads(told.stdout), json.loads(plain.stdout)
        assert one["article"] == other["article"]


def test_an_annotation_holds_no_second_command() -> None:
    """What is told in an annotation of our own cannot begin another."""
    assert _data("below ##[add-mask]x\n::error::y") == "below ## [add-mask]x%0A::error::y"
