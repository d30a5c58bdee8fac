"""Rules of lines below a story, and of sentences in it, that hold a date. All lines were written for these tests."""

from __future__ import annotations

import pytest

from summarize.evidence.find import find
from summarize.reading import read_text

STORY = "The council closed the bridge on Monday after a lorry struck it, officials said.\n\nNobody was hurt.\n"


@pytest.mark.parametrize(
    "line",
    [
        "— Ida Roe, Tallow Bay, 3 March 2026",
        "This article was published on 3 March 2026.",
        "Published in The Kerr Gazette on 3 March 2026.",
        "This article appeared in the March 3, 2026 edition of the Lantern.",
        "A version of this article appears in print on March 3, 2026, Section B, Page 4 of the city edition.",
        "This is a corrected version of a story first published on 3 March 2026.",
        "This story was first published in The Kerr Gazette on 3 March 2026 and has been changed since.",
        "Issued by the press office of the harbour board on 3 March 2026.",
        "From the print edition of 3 March 2026",
        "© 2026 Lantern. Published 3 March 2026.",
        "(Consumer Page, Tues., Mar. 3, 2026)",
        "Western Ledger, 3 March 2026\n\nReporting by Ann Lee",
    ],
)
def test_a_line_at_the_foot_dates_the_article(line: str) -> None:
    """A signature with a date, and what tells where and when a story appeared, date it below the story as well."""
    assert (read_text(f"Bridge shut after crash\n\n{STORY}\n{line}\n").article.published or "")[:10] == "2026-03-03"


@pytest.mark.parametrize(
    "last",
    [
        "The order was issued by the harbour board on 3 March 2026 and takes effect at once.",
        "This story of three brothers began on 3 March 2026.",
        "(Photo: Halifax Bridge, 3 March 2026)",
        "– A bridge of stone, a bridge of iron and one of steel, 3 March 2026",
        "– Tom Reid in Halifax, 3 March 1931",
        "This story appeared in the trial of Ann Lee on 3 March 1998.",
        "Printed in Halifax, 3 March 2013",
        "Corrected: the bridge opened on 3 March 1931",
        "Revised plan: 3 June 2027",
        "First broadcast on 3 March 1998.",
        "Broadcast: 3 March 1998",
        "Oban Hall | Doors 7pm | 3 June 2027",
        "Next meeting | Town Hall | 3 June 2027",
        "The Anchor | 7pm | 3 June 2027",
        "Weather report for 3 June 2027",
        "Public notice: 3 June 2027",
        "Match report, 3 June 2019",
        "Live: 3 June 2027, Oban",
        "Halifax 3 March 1917",
        "HALIFAX 3 MARCH 1917",
        "© Halifax Archive, 3 March 1931",
    ],
)
def test_a_last_line_of_the_story_dates_nothing(last: str) -> None:
    """A sentence with a date, a list that ends with one, an event, a caption and what was corrected are no stamps."""
    assert read_text(f"Bridge shut after crash\n\n{STORY}\n{last}\n").article.published is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("This report by The Maple Lantern was first published March 3, 2026.", "2026-03-03"),
        ("This report by the committee was first published on 3 March 2026.", None),
    ],
)
def test_a_line_below_the_story_tells_when_its_outlet_published_it(line: str, published: str | None) -> None:
    """An outlet's report that was published on a day is this one; a committee's is what the story speaks of."""
    assert read_text(f"Bridge shut after crash\n\n{STORY}\n{line}\n").article.published == published


def test_a_looser_line_is_no_older_than_the_story_by_years() -> None:
    """Where the story has a day years after that of a line that tells when something was published, it was something else."""
    line = "This story was first published in The Kerr Gazette on 3 March 1931."
    for told, day in (
        ("", "1931-03-03"),
        (" It opened on 4 May 1932.", "1931-03-03"),
        (" It opened on 4 May 1998.", None),
    ):
        assert read_text(f"Bridge shut after crash\n\n{STORY.strip()}{told}\n\n{line}\n").article.published == day


@pytest.mark.parametrize(
    "sentence",
    [
        "Of 12 claims, one was submitted on 3 March 2013.",
        "The 7 letters were posted on 3 March 2013.",
        "In 1997 a bill was filed, 3 March 1998.",
        "The clip of 4 minutes was uploaded on 3 March 2013.",
        "Printed in The Kerr Gazette on 3 March 2013.",
    ],
)
def test_a_sentence_that_ends_on_a_day_is_the_storys(sentence: str) -> None:
    """What was published, filed or sent in the midst of a story stays in it; a day of first publication stands behind another stamp."""
    article = read_text(f"Bridge shut after crash\n\n{STORY}\n{sentence}\n\n{STORY}\n{STORY}").article
    assert article.published is None
    assert sentence in [article.text[one.span.start : one.span.end] for one in find(article).sentences]
