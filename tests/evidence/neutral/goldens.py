"""Everything that is found in the articles of `articles.py` and `more.py`, a line each, to be read beside them.

`python -m tests.evidence.neutral.goldens` writes `golden.txt` anew. A change of it is a change of what users get: look whether it is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarize.article import Span
from summarize.evidence.find import find
from tests.evidence.neutral.articles import CASES, Case
from tests.evidence.neutral.more import MORE

ALL: Final = (*CASES, *(Case(language, text, (), (), ()) for language, text in MORE))
FILE: Final = Path(__file__).parent / "golden.txt"


def listed(case: Case) -> str:
    """The findings of one article."""
    return "\n".join((f"== {case.language}", *_lines(case)))


def _lines(case: Case) -> Iterator[str]:
    findings = find(case.article)

    def words(span: Span | None) -> str:
        return "-" if span is None else " ".join(case.text[span.start : span.end].split())

    for sentence in findings.sentences:
        opening = f", opens on {words(sentence.opening)} = {sentence.opens_on}" if sentence.opening else ""
        yield f"sentence {sentence.paragraph}: {words(sentence.span)[:16]} … {words(sentence.span)[-12:]}{opening}"
    for said in findings.quotations:
        yield (
            f"{said.kind} {said.sentence} {len(said.parts)}: {words(said.parts[0])[:24]} … {words(said.parts[-1])[-12:]}"
            f" | {said.speaker} = {said.participant} by {words(said.speaker_span)} | {said.cue} by {words(said.cue_span)}"
        )
    for one in findings.attributions:
        yield f"{one.kind} {one.form}: {one.source} = {one.participant} | {one.cue} | {' + '.join(map(words, one.content))[:60]}"
    for time in findings.times:
        yield f"time {words(time.span)}: {time.start} to {time.end}, {time.precision}{', quoted' if time.quoted else ''}"
    for who in findings.participants:
        yield f"{who.kind} {who.name}, {who.role}, {len(who.mentions)} mentions"
    for place in findings.places:
        yield f"place {place.name}, {place.country}, {len(place.mentions)} mentions"
    for mention in findings.mentions:
        yield f"mention {words(mention.span)}: {mention.kind} {mention.participant or mention.place}"


def main() -> None:
    """Write the file anew."""
    FILE.write_text("\n\n".join(map(listed, ALL)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
