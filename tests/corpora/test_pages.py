"""The measure of pages: what counts as right, beside trafilatura on the same pages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.corpora.pages import Extract, Score, main, score_page
from tests.reading.page.samples import STORY, TITLE, a_page

GOLD = {
    "url": "https://a.example/1",
    "title": TITLE,
    "date": "2026-03-14 00:30:00+01:00",
    "authors": ["Hanna Osei"],
    "paras": list(STORY),
}


@pytest.mark.parametrize(
    ("got", "shares"),
    [
        (Extract(TITLE, "2026-03-14", ("Hanna Osei",), "\n\n".join(STORY)), (1, 1, 1, 1, 1)),
        (Extract(TITLE, "2026-03-13T23:30:00+00:00", ("Velmoor",), "\n\n".join(STORY[:2])), (1, 1, 0, 0.5, 0.6)),
        (Extract(), (0, 0, 0, 0, 0)),
    ],
)
def test_each_measure_counts_what_it_says(got: Extract, shares: tuple[float, ...]) -> None:
    """A day is right in the page's zone or as a moment; a paragraph that is cut off is not kept; what is refused counts 0."""
    score = Score()
    score_page(GOLD, got, score, "page")
    measures = ("day", "title", "author precision", "paragraphs", "body F1")
    assert [score.share(measure) for measure in measures] == [pytest.approx(share, abs=0.1) for share in shares]


def test_the_command_prints_ours_beside_trafilaturas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of pages gives a line for each measure; a folder of cases, a line for each that is wrong."""
    packed = tmp_path / "pages.jsonl.gz"
    page = {"name": "one", "html": a_page().decode(), "gold": GOLD}
    packed.write_bytes(gzip.compress(json.dumps(page).encode()))
    assert main([str(packed)]) == 0
    assert "paragraphs        ours 1.000  trafilatura 1.000  of 4" in capsys.readouterr().out
    cases = {"a.html": {"right": "no author", "got": "authors ['X'] want ['Y']"}, "b.html": {"right": "its words", "got": f"missing 1/4: [3] first: {STORY[3][:40]}"}}  # fmt: skip
    (tmp_path / "CASES.json").write_text(json.dumps(cases), encoding="utf-8")
    for name in cases:
        (tmp_path / name).write_bytes(a_page())
    assert main([str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.html", "1 cases wrong, 0 refused"]
