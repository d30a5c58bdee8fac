"""Drafts of the small article: any at all, and what the built-in engine would draft."""

from __future__ import annotations

from hypothesis import strategies as st

from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from tests.grounding.findings import FIRST, SECOND

OTHERWISE = Draft(
    headline=DraftStatement(sentences=(1,), text=FIRST),
    what=(DraftStatement(sentences=(1,)),),
    who=(DraftParticipant(participant=2), DraftParticipant(participant=1)),
    when=(DraftTime(time=1, sentence=1), DraftTime(time=2, sentence=3, main=True), DraftTime(time=3, sentence=3)),
    where=(DraftPlace(place=1, main=True),),
    quotes=(DraftQuote(quotation=1),),
    background=(DraftStatement(sentences=(3,)),),
)

_NUMBERS = st.one_of(st.integers(-2, 6), st.just(10**12))
_OPTIONAL = st.one_of(st.none(), _NUMBERS)
_WORDS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "",
            " ",
            "Hanna Osei",
            "Osei",
            "Tom",
            "Leeds",
            "Kestrel",
            FIRST,
            SECOND,
            "40 million",
            "“We had no choice,”",
            "We had no choice",
            "not",
        ]
    ),
    st.sampled_from(
        [
            "\n",
            "on Friday",
            "14 March",
            "treasurer",
            "the treasurer",
            "Kestrel Energy sold the old pier.",
            "(",
            "\\",
            "\x00",
            "東京都",
            "é",
        ]
    ),
    st.text(max_size=12),
)
_STATEMENTS = st.lists(
    st.builds(DraftStatement, sentences=st.lists(_NUMBERS, max_size=3).map(tuple), text=_WORDS), max_size=5
).map(tuple)


def _some(entries: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(entries, max_size=4).map(tuple)


DRAFTS = st.builds(
    Draft,
    headline=st.one_of(st.none(), _STATEMENTS.filter(bool).map(lambda several: several[0])),
    title_is_headline=st.booleans(),
    what=_STATEMENTS,
    background=_STATEMENTS,
    who=_some(
        st.builds(
            DraftParticipant,
            participant=_OPTIONAL,
            name=_WORDS,
            kind=st.sampled_from([None, "person", "organisation", "group"]),
            sentence=_OPTIONAL,
            role=_WORDS,
        )
    ),
    when=_some(st.builds(DraftTime, time=_OPTIONAL, words=_WORDS, main=st.booleans(), sentence=_OPTIONAL)),
    where=_some(st.builds(DraftPlace, place=_OPTIONAL, name=_WORDS, sentence=_OPTIONAL, main=st.booleans())),
    quotes=_some(
        st.builds(
            DraftQuote, quotation=_OPTIONAL, words=_WORDS, sentence=_OPTIONAL, participant=_OPTIONAL, speaker=_WORDS
        )
    ),
    unsaid=st.lists(_NUMBERS, max_size=3).map(tuple),
    translated=st.booleans(),
)
"""Any draft: numbers in and out of range, names that stand there and others, any text."""
