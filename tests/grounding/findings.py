"""A small article with findings made by hand, so that a test of grounding rests on nothing that finds."""

from __future__ import annotations

from summarize.article import Article, Span, article_id
from summarize.findings import Findings, Mention, Participant, Place, Quotation, Sentence, TimeExpression

FIRST = "The board of Kestrel Energy sold the old pier in Leeds for 40 million pounds on Saturday."
SECOND = "“We had no choice,” said Hanna Osei, the treasurer, “and no time.”"
THIRD = "The pier did not close on 14 March 2026, as Osei had planned, but on Friday and again on Friday."
TEXT = f"{FIRST} {SECOND}\n\n{THIRD}"

ARTICLE = Article(id=article_id(TEXT), source="-", text=TEXT, published="2026-03-14", published_from="option")


def span(words: str, nth: int = 1) -> Span:
    """Where `words` stand for the `nth` time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


FINDINGS = Findings(
    sentences=tuple(
        Sentence(number=i + 1, span=span(words), paragraph=i // 2) for i, words in enumerate((FIRST, SECOND, THIRD))
    ),
    quotations=(
        Quotation(
            number=1,
            parts=(span("We had no choice,"), span("and no time.")),
            kind="speech",
            sentence=2,
            speaker="Hanna Osei",
            speaker_span=span("Hanna Osei"),
            participant=2,
            cue="said",
            cue_span=span("said"),
        ),
    ),
    times=(
        TimeExpression(number=1, span=span("on Saturday"), start="2026-03-14", precision="day"),
        TimeExpression(number=2, span=span("14 March 2026"), start="2026-03-14", precision="day"),
        TimeExpression(number=3, span=span("on Friday"), start=None, precision="day"),
        TimeExpression(number=4, span=span("on Friday", 2), start=None, precision="day"),
    ),
    mentions=(
        Mention(number=1, span=span("Kestrel Energy"), kind="organisation", participant=1),
        Mention(number=2, span=span("Leeds"), kind="place", place=1),
        Mention(number=3, span=span("Hanna Osei"), kind="person", participant=2),
        Mention(number=4, span=span("Osei", 2), kind="person", participant=2),
    ),
    participants=(
        Participant(
            number=1, name="Kestrel Energy", kind="organisation", name_span=span("Kestrel Energy"), mentions=(1,)
        ),
        Participant(
            number=2,
            name="Hanna Osei",
            kind="person",
            name_span=span("Hanna Osei"),
            role="treasurer",
            role_span=span("treasurer"),
            mentions=(3, 4),
        ),
    ),
    places=(Place(number=1, name="Leeds", name_span=span("Leeds"), country="GB", mentions=(2,)),),
)
