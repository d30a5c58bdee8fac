"""What no text of an engine's own may hold, whatever it says."""

from __future__ import annotations

import time

import pytest

from summarize.grounding.form import malformed

SOURCE = "The board of Kestrel Energy sold the old pier in Leeds for 40 million pounds, its treasurer said on Monday."


@pytest.mark.parametrize(
    ("evidence", "text", "reason"),
    [
        (SOURCE, "The board sold the pier {{ now }}.", "template"),
        (SOURCE, "The board sold {% the %} pier.", "template"),
        (SOURCE, "The board sold the\x1b[31m pier.", "control"),
        (SOURCE, "The board sold the \u202epier.", "control"),
        (SOURCE, "The **board** sold the pier.", "markup"),
        (SOURCE, "The board sold the <b>pier</b>.", "markup"),
        (SOURCE, "The board sold the ![pier](evil).", "markup"),
        (SOURCE, "The board sold the [pier](evil).", "link"),
        (SOURCE, "The board sold the pier. https://evil.example", "link"),
        (SOURCE, "The board sold the pier, evil.com says.", "link"),
        (SOURCE, "The board sold the pier, evil.co.uk says.", "link"),
        (SOURCE, "The board sold the pier, www-evil.museum/pier says.", "link"),
        (SOURCE, "The board sold the pier, Evil.Com says.", "link"),
        (SOURCE, "The board sold the pier, tips@evil.example says.", "link"),
        ("Its shop, kestrel.com, closed.", "The shop kestrel.com closed, evil.com says.", "link"),
        (SOURCE, "The board sold ‘the pier’ again.", "quotation marks"),
        (SOURCE, 'The board "sold" the pier.', "quotation marks"),
        ("He sold “the old pier” in Leeds.", "He sold “the old pier.", "quotation marks"),
        ("He sold “the old pier” in Leeds.", "He sold the old pier” in Leeds.", "quotation marks"),
        ("He called the sale “a gift to the owners”.", "He said the sale was “a gift to us”.", "quotation marks"),
        ("He called the sale a gift.", "He called the sale “a gift”.", "quotation marks"),
        (SOURCE, "Le conseil a vendu « le quai ».", "quotation marks"),
    ],
)
def test_links_markup_control_characters_and_strange_quotation_marks_are_refused(
    evidence: str, text: str, reason: str
) -> None:
    """Such a text is refused, and the reason says for what."""
    assert reason in (malformed(text, [evidence]) or "")


@pytest.mark.parametrize(
    ("evidence", "text"),
    [
        (SOURCE, "The board sold the pier."),
        ("He called the sale “a gift to the owners”.", "He said the sale was “a gift to the owners”."),
        ("The workers’ boats sank.", "The workers' boats sank."),
        ("Its shop, kestrel.com, closed.", "The shop kestrel.com closed."),
        (SOURCE, "The board met at 9.am and sold the pier.It was old."),
        (SOURCE, "The U.S. board sold node.js and No.10."),
    ],
)
def test_a_plain_text_passes(evidence: str, text: str) -> None:
    """Quotation marks, apostrophes and addresses of the evidence are no fault."""
    assert malformed(text, [evidence]) is None


@pytest.mark.parametrize("hostile", ["'" * 5000, "“" * 5000, "a.b." * 2500, "<" * 9000, "\u0301" * 9000, "[" * 9000])
def test_a_hostile_text_is_looked_at_in_linear_time(hostile: str) -> None:
    """One thing over and over takes no long time, in the text or in its evidence."""
    started = time.process_time()
    malformed(hostile, [SOURCE])
    malformed(SOURCE, [hostile])
    assert time.process_time() - started < 2
