"""Texts for the property tests: any text at all, and news-like text that reaches deep into the finders."""

from __future__ import annotations

from hypothesis import strategies as st

ANY_TEXT = st.text(max_size=300)

_NAMES = (
    "Hanna Osei", "Osei", "Ms Osei", "Tom Lindqvist", "J.S. Han", "Gen. Ravi Menon", "Mr Menon", "the Ministry of Harbours (MOH)", "the MOH", "Kestrel Energy Ltd",
    "Nairobi", "Kenya", "the U.S.", "Leeds United", "President Marsh", "Dame Ada O’Neil", "the treasurer, Ana Ruiz,", "she", "he", "it", "the minister", "a harbour official",
)  # fmt: skip
_CUES = (
    "said",
    "told reporters",
    "added,",
    "asked",
    "wrote on X:",
    "called it",
    "according to",
    "saying",
    "quoted him as saying",
    "cited",
    "and",
    "said that",
    "announced:",
    "whispered",
)
_MARKS = (
    '"', "“", "”", "‘", "’", "'", "«", "»", "‹", "›", "„", "‚", "``", "''", "「", "」", "\N{FULLWIDTH QUOTATION MARK}", "(", ")", "[", "]", ",", ".", "?", "!", "…", "...", ":", ";", "—", "–", "-", "--",
)  # fmt: skip
_WORDS = (
    "the pier is safe", "we will not sign", "don’t", "the workers’ boats", "Nobody asked us.", "a “surrender”", "I know.", "U.S.", "No. 10", "3.5", "p.m.", "et al.", "'em", "Share", "100,000",
)  # fmt: skip
_TIMES = (
    "on Saturday",
    "last week",
    "November 26 to 28",
    "since 2021",
    "2025-11-29",
    "Jan 9",
    "yesterday",
    "at 9.30pm GMT",
    "December 4-5",
    "in the third quarter",
    "31 February 2024",
    "14 March 2026",
)
_LINES = (
    "\n", "\n\n", "\n\n\n", "\r\n", "\t", "\u2028", "\n\nLONDON, Jan 9 (Wirebird) - ", "date 2025-11-29 Velmora [Kestria], November 29 : ", "\n\nBy Hanna Osei\n\n", "Published: 14 March 2026, 09:30 GMT\n\n",
    "\n\nAdvertisement\n\n", "\n\nRead more: the pier\n\n", "\n\n- ", "\n\n## Heading\n\n", "---\ntitle: The pier\n---\n",
)  # fmt: skip
_ODD = (
    "\x00", "\x1b[31m", "\x1b]8;;x\x07", "\x91", "\x94", "\xad", "\xa0", "\u200b", "\u202e", "\u2066", "\ufeff", "\ue000", "\ud800", "é", "e\u0301", "东京", "😀", "<b>", "![x](http://y)", "&amp;", "$1", "{{x}}", "\u2003", "İ", "ß", "ﬁ", "²",
)  # fmt: skip

_PIECES = st.one_of(
    *(st.sampled_from(pieces) for pieces in (_NAMES, _CUES, _MARKS, _MARKS, _WORDS, _WORDS, _TIMES, _LINES, _ODD))
)
NEWS_TEXT = st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " "])), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
"""Names, cues, marks, dates, line ends and control characters in any order."""

_OPEN_CLOSE = st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"), ("``", "''"), ("'", "'")])
_SAID = st.sampled_from(
    [
        "We will not sign this,",
        "Nobody asked us.",
        "The pier is safe",
        "It is late, and we don’t know why,",
        "Why now?",
        "a gift to the owners",
    ]
)
_SHAPES = st.sampled_from(
    [
        "{o}{q}{c} {name} said. ",
        "{name} said: {o}{q}{c} ",
        "{o}{q}{c} said {name}. {o}Nobody asked us.{c} ",
        "{name} called it {o}{q}{c} {time}. ",
        "The pier in Nairobi closed {time}, {name} said, {o}{q}{c}\n\n",
        "{o}{q}\n\n{o}Nobody asked us.{c} {name} said {time}. ",
        "According to {name}, {o}{q}{c}. ",
        "{name}, the harbour master, opened the pier {time}.\n\n",
    ]
)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """A few well-formed sentences of news with quotations, names and dates."""
    pieces = []
    for shape in draw(st.lists(_SHAPES, min_size=1, max_size=6)):
        opening, closing = draw(_OPEN_CLOSE)
        name, time = draw(st.sampled_from(_NAMES)), draw(st.sampled_from(_TIMES))
        pieces.append(shape.format(o=opening, q=draw(_SAID), c=closing, name=name, time=time))
    return "".join(pieces)


TEXTS = st.one_of(ANY_TEXT, NEWS_TEXT, stories())
"""All of them."""
