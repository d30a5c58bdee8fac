"""Rules of sentence splitting. All sentences were written for these tests."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from summarize.evidence.sentences import split_sentences
from summarize.layout.blocks import paragraphs
from tests.evidence.passages import found
from tests.evidence.texts import TEXTS

# Sentences are parted by "|".
CASES = [
    "The board met on Monday.|It left early.",
    "Gen. Ravi Menon arrived.|Mr. Osei and Dr. Lindqvist met him.",
    "The U.S. Navy sent a ship.|It sailed for the U.S.|The crew was small.",
    "No. 10 refused to say more.|The minister left.",
    "J.S. Han wrote it.|George W. Bush read it.",
    "It opens at 9 p.m. on Friday.|It shuts at 11 a.m.|The bar stays open.",
    "Moffat said the fire began at 3.15 a.m.|Brent Deep’s director said that a pump had caught fire.",
    "The fire began at about 2 a.m.|Bain said that the watch was asleep.",
    "He said that at 3 p.m. Israeli troops had left.|They came back.",
    "At 3 p.m. Captain Moffat left, and by 5 p.m. Lund was there.",
    "It opened at 8 a.m. Saturday and shut at 9 p.m. Eastern on May 3.|It was full.",
    "The ship sailed at 8 a.m. New York time.|The 9 p.m. London train was late.",
    "The ship sailed at 8 p.m. GMT on Friday.",
    "Prices rose 3.5 per cent to $1.25 a litre.|Wages did not.",
    "Sen. Ana Ruiz (R-Ohio) voted no.|Rep. Tom Hall did not.",
    "They came on Jan. 9 and left on Sept. 3.|Nobody saw them.",
    "“We are done,” she said.|“Nobody asked us.”",
    "“Why now?” she asked.|“Because!” he shouted.|Then both left.",
    "It was … not what we hoped.|The rest is known.",
    "Well... it is late.|We leave.",
    "Kestrel Energy Inc. sold its ships.|Its shares fell.",
    "He lives in St. Albans.|She lives on Main St.|The house is blue.",
    "Is it safe?|Yes!|It is.",
    "She takes vitamin C.|It helps.",
    "The vote was 9-1 (the chair abstained).|It was final.",
    "She called it a ‘gift’.|He did not.",
    "The band, formed in St. Louis, Mo., split up.|It was 1998.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    """Abbreviations, initials, decimals, clock times, quotations and ellipses do not end a sentence; stops do."""
    text = case.replace("|", " ")
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == case.split("|")


def test_a_quotation_of_several_sentences_is_not_split() -> None:
    """A sentence that holds a quotation of several sentences runs to the quotation's end."""
    text = "“We lost. We lost badly. Nobody asked us,” Hanna Osei said on Monday. She then left the hall."
    article, findings = found(text)
    sentences = [article.text[sentence.span.start : sentence.span.end] for sentence in findings.sentences]
    assert sentences == [text.removesuffix(" She then left the hall."), "She then left the hall."]


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_sentences_of_any_text_are_ordered_and_hold_every_word(text: str) -> None:
    """For any text, sentences lie inside their paragraph, never overlap, are trimmed, and leave out nothing but white space."""
    ranges = [sentence for start, end in paragraphs(text) for sentence in split_sentences(text, start, end)]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)
    assert "".join("".join(text[start:end].split()) for start, end in ranges) == "".join(text.split())
