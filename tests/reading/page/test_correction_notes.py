"""What a page says of its own mistakes: it is kept, for the briefing tells it, and it is no date of publication. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.reading.page import read_page

PAGE = """<!doctype html><html lang="en"><head><title>Dockers at Skerrow vote to strike</title></head><body><article>
<h1>Dockers at Skerrow vote to strike</h1>
<p>Dockers at the port of Skerrow voted on Sunday to strike over new night shifts, their union said on Monday.</p>
<p>The Harbour Workers' Union said 402 of its 530 members had voted for the walkout, which is to begin in December.</p>
<p>Nobody can work four nights in a row and lift containers safely, the union's secretary told reporters outside the gate.</p>
<p>{note}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("note", "is_kept"),
    [
        ("This article was amended on 24 November 2026. An earlier version said that 412 members had voted; the number is 402.", True),
        ("This story has been corrected to say that 402 members voted in Skerrow.", True),
        ("This article was updated on 24 November 2026 to correct the number of members who voted.", True),
        ("This article was first published on 24 November 2026.", False),
        ("This article was updated on 24 November 2026.", False),
        ("This story was produced with the help of a fund.", False),
    ],
)  # fmt: skip
def test_what_was_wrong_is_kept(note: str, is_kept: bool) -> None:
    """A note that says what was wrong stays in the text; one that only says where or when the article appeared does not."""
    article = read_page(PAGE.format(note=note).encode(), "page.html", charset="utf-8").article
    assert (note in article.text) is is_kept


@pytest.mark.parametrize(
    "note", ["This article was amended on 24 November 2026.", "This story was corrected on 24 November 2026."]
)
def test_a_day_of_correction_is_no_day_of_publication(note: str) -> None:
    """The day on which something was put right is that of the change."""
    article = read_page(PAGE.format(note=note).encode(), "page.html", charset="utf-8").article
    assert (article.published, article.modified) == (None, "2026-11-24")
