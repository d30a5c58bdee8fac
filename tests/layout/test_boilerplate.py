"""Rules of what is no part of a story. All texts were written for these tests."""

from __future__ import annotations

import pytest

from summarize.layout import lay_out
from summarize.layout.boilerplate import is_boilerplate

LINES = [
    "Advertisement", "ADVERTISEMENT", "Sponsored content", "Story continues below", "Read more: Five ferries to see this summer",
    "READ ALSO | The pier that nobody wanted", "Also read: Pier saved at last", "Related stories", "Related: Why the pier matters",
    "Recommended", "Most read", "Watch: The moment the crane fell", "You may also like", "Sign up to our newsletter",
    "Subscribe to the Morning Brief for free", "Follow us on Facebook and X", "Share this article", "Share", "Facebook | Twitter | WhatsApp",
    "Tweet this", "12 comments", "4 min read", "© 2026 The Quay Gazette. All rights reserved.", "Photo: Hanna Osei/The Quay Gazette",
    "Image credit: Quay Gazette", "This article was first published on 3 March.", "(With inputs from agencies)", "Reporting by Tom Lindqvist; editing by Hanna Osei",
    "Comments (12)", "The post Mayor said she was sorry appeared first on The Quay Gazette.", "* * *", "-----", "###", "https://quay-gazette.example/pier", "ENDS",
]  # fmt: skip
SENTENCES = [
    "Advertisement revenue at the port fell by a third last year, the board said.",
    "Advertisements for the old ferry were found behind a wall, the museum said.",
    "Read more slowly, her doctor told her, and the headaches went away within a week.",
    "Share prices of the ferry company fell by a tenth on Monday.",
    "Watch makers in the valley said orders had doubled since the spring.",
    "Related industries lost a thousand jobs after the yard was closed.",
    "Photographs of the crane were shown to the jury on Tuesday.",
    "Donations have paid for a third of the new pier so far, the trust said.",
    "Print workers walked out on Friday over the length of the night shift.",
    "Copyright lawyers said the ruling would change how maps are sold.",
    "Sponsored walks raised the last thousand pounds for the lifeboat.",
    "Get well cards were laid outside the hospital by the school's pupils on Sunday.",
    "Support the pier, she told the crowd, and the pier will support the town.",
]


@pytest.mark.parametrize("line", LINES)
def test_boilerplate_is_no_content(line: str) -> None:
    """Advertisements, links to other stories, newsletter boxes, share bars and credits are not part of the story."""
    story = "The board approved a second ferry terminal on Monday.\n\n{}\n\nThe first ships are due in May, it said."
    text = story.format(line)
    assert [text[start:end] for start, end in lay_out(text).body] == story.split("\n\n{}\n\n")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_begins_like_boilerplate_is_content(sentence: str) -> None:
    """A sentence of the story is kept even if its first word is one that boilerplate begins with."""
    assert not is_boilerplate(sentence)
    text = f"The board approved a second ferry terminal on Monday.\n\n{sentence}"
    assert sentence in [text[start:end] for start, end in lay_out(text).body]
