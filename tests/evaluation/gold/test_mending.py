from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.evaluation.gold.check import check_file
from summarize.evaluation.gold.files import read_gold
from summarize.evaluation.gold.mending import mend_file

from .articles import AGAIN, ARTICLE, NEVER, SAFE, SUMMER, at, write

COMMENTED = """# yaml-language-server: $schema=../gold.schema.json
# Labelled in May.
article: bridge.txt   # the first version
quotes:
  - parts:
      - text: It is not safe,   # with its comma
      - {text: It was never safe., at: 3}   # on one line
    speaker: Maya Brandt   # the leader

  # a fragment
  - parts:
      - text: |-
          it is not safe
    speaker: null
not_quotes: [{text: "summer bridge"}]

who: []   # for now
when:
  - start: '2026-05-04'
    text: Monday
    at: 0   # wrong
    main: true
what:
  - any: [closed]
    evidence:
      - text: 'closed on
          Monday'   # folded
"""
MENDED = f"""# yaml-language-server: $schema=../gold.schema.json
# Labelled in May.
article: bridge.txt   # the first version
id: {ARTICLE.id}
quotes:
  - parts:
      - text: It is not safe,   # with its comma
        at: {at(SAFE)}
      - {{text: It was never safe., at: {at(NEVER)}}}   # on one line
    speaker: Maya Brandt   # the leader

  # a fragment
  - parts:
      - at: {at(AGAIN)}
        text: |-
          it is not safe
    speaker: null
not_quotes: [{{text: "summer bridge", at: {at(SUMMER)}}}]

who: []   # for now
when:
  - start: '2026-05-04'
    text: Monday
    at: {at("Monday")}   # wrong
    main: true
what:
  - any: [closed]
    evidence:
      - text: 'closed on
          Monday'   # folded
        at: {at("closed on")}
"""


def mended(path: Path) -> list[str]:
    return mend_file(read_gold(path))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_only_values_change(tmp_path: Path, start: str, end: str) -> None:
    """The id and places are written into the lines that are there: comments, order, layout, line ends and byte order mark stay."""
    path = write(tmp_path, "")
    path.write_bytes((start + COMMENTED.replace("\n", end)).encode())
    labels = [
        "id",
        "quotes[0].parts[0].at",
        "quotes[0].parts[1].at",
        "quotes[1].parts[0].at",
        "not_quotes[0].at",
        "when[0].at",
        "what[0].evidence[0].at",
    ]
    assert mended(path) == labels
    assert path.read_bytes().decode() == start + MENDED.replace("\n", end)
    assert mended(path) == []


def test_untouched(tmp_path: Path) -> None:
    """A file in which nothing can be mended is not written."""
    path = write(tmp_path, f"article: bridge.txt\nid:   {ARTICLE.id}\nabsent: [x]")
    before = path.stat().st_mtime_ns, path.read_bytes()
    assert mended(path) == []
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_what_a_person_has_to_decide_stays(tmp_path: Path) -> None:
    """Words that stand nowhere, or in several places, are left as they are, and the problem stays."""
    path = write(
        tmp_path,
        "article: bridge.txt\nquotes:\n- parts: [{text: it is safe}]\nwhen: [{start: '2026', text: Ells, main: true}]\n",
    )
    assert mended(path) == ["id"]
    assert [one.label for one in check_file(path).problems] == ["quotes[0].parts[0]", "when[0]"]


def test_changed_article(tmp_path: Path) -> None:
    """Where the article was edited, labels move with their words, and the new id is taken."""
    path = write(tmp_path, MENDED)
    text = (tmp_path / "bridge.txt").read_text(encoding="utf-8")
    (tmp_path / "bridge.txt").write_text(text.replace("The Ells bridge", "😀 The old Ells bridge"), encoding="utf-8")
    labels = mended(path)
    assert "id" in labels
    assert f"at: {at(SUMMER) + 6}" in path.read_text(encoding="utf-8")
    assert check_file(path).problems == []


def test_article_that_cannot_be_read(tmp_path: Path) -> None:
    """Without its article nothing of a file is mended."""
    path = write(tmp_path, COMMENTED)
    (tmp_path / "bridge.txt").unlink()
    assert mended(path) == []


@pytest.mark.parametrize("escapes", ["", '"notes": "\\ud83d\\ude00 \\/",'])
def test_json(tmp_path: Path, escapes: str) -> None:
    """JSON is mended as well; if it has escapes that YAML does not know, it is laid out anew."""
    text = f'{{"article": "bridge.txt", {escapes} "not_quotes": [{{"text": "{SUMMER}"}}], "absent": []}}'
    path = write(tmp_path, text, "bridge.json")
    assert mended(path) == ["id", "not_quotes[0].at"]
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["not_quotes"] == [{"text": SUMMER, "at": at(SUMMER)}]
    assert content["id"] == ARTICLE.id
    assert ("\n  " in path.read_text(encoding="utf-8")) == bool(escapes)
    assert content.get("notes") == ("😀 /" if escapes else None)
