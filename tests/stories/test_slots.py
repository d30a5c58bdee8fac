"""Rules of what kind of piece an article is, and of titles as lines: every row of the tables by its examples."""

from __future__ import annotations

import pytest

from summarize.languages.stories import ReasonRow, SlotRow, headlines, slots
from summarize.reading import read_text
from summarize.stories.slots import slot_of

ROWS: list[SlotRow | ReasonRow] = [
    *slots("en").row,
    *slots("en").junk,
    *headlines("en").refused,
    *headlines("en").why,
    *headlines("en").unsaid,
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.examples[0][:30])
def test_rows(row: SlotRow | ReasonRow) -> None:
    """A row holds for its examples, and not for its counter-example."""
    assert all(row.pattern.search(example) for example in row.examples)
    assert not row.pattern.search(row.counter_example)


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Video: Cheese giant in takeover fight", "Cheese giant in takeover fight"),
        ("17:40 The number of dead rises", "The number of dead rises"),
        ("WATCH | Ferry strikes pier", "Ferry strikes pier"),
        ("Video games sell well", "Video games sell well"),
        ("GLOBAL MARKETS-Shares slip as oil climbs", "Shares slip as oil climbs"),
        ("UPDATE 2-Orrin closes its mills", "Orrin closes its mills"),
        ("NATO-Russia talks end", "NATO-Russia talks end"),
        ("STOCKS-for-votes plan sinks mayor", "STOCKS-for-votes plan sinks mayor"),
    ],
)
def test_kickers(title: str, rest: str) -> None:
    """What stands in front of the news is left out of a title, and nothing else."""
    assert headlines("en").kicker.sub("", title) == rest


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("In our report of 2 May under the headline “Deck. On” we stated that 40 sat. The figure is 14.", "correction"),
        ("In our report of 2 May we said that 40 sat. The correct figure is 14.", "correction"),
        ("The ferry sank off Oban.\n\nAn earlier version of this article misstated the day.", "news"),
        ("In its report of 2 May the inspectors said that 40 sat. “We were counted,” Lee said.", "news"),
    ],
)
def test_a_paragraph_that_only_corrects(text: str, slot: str) -> None:
    """A short text of one paragraph that says what a report got wrong is a correction under whatever title; news with a correction below it is news."""
    assert slot_of(read_text(text, "made.txt", None).article.model_copy(update={"title": "Putting it right"})) == slot
