"""Everything that is found in some paragraphs, a line each: by the rules, and by the parse where it finds something else.

`python -m tests.evidence.details` writes `details.txt` anew for the paragraphs that stand there. A change of it is a change of what users
get: look whether it is better.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarize.article import Article, Span, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load
from summarize.findings import Findings

FILE: Final = Path(__file__).parent / "details.txt"
PUBLISHED: Final = "2026-03-06"
"""A Friday."""
_PARSED: Final = "-- by the parse"


def article_of(text: str, language: str = "en", published: str = PUBLISHED) -> Article:
    """A text as an article."""
    return Article(id=article_id(text), source="x", language=language, published=published, text=text)


def lines(article: Article, syntax: Syntax | None = None) -> Iterator[str]:
    """What is found in an article, each with the words where it stands."""
    yield from lines_of(article, find(article, syntax))


def lines_of(article: Article, findings: Findings) -> Iterator[str]:
    """Findings, each with the words where it stands."""

    def words(span: Span | None) -> str:
        return "-" if span is None else " ".join(article.text[span.start : span.end].split())

    for sentence in findings.sentences:
        opening = f", opens on {words(sentence.opening)} = {sentence.opens_on}" if sentence.opening else ""
        yield f"sentence {sentence.paragraph}: {words(sentence.span)[:16]} … {words(sentence.span)[-12:]}{opening}"
    for said in findings.quotations:
        also = f", also {said.also}" if said.also else ""
        yield (
            f"{said.kind} {said.sentence} {len(said.parts)}: {words(said.parts[0])[:24]} … {words(said.parts[-1])[-12:]}"
            f" | {said.speaker} = {said.participant}{also} by {words(said.speaker_span)} | {said.cue} by {words(said.cue_span)}"
        )
    for one in findings.attributions:
        negated, within = "not " if one.negated else "", f" within {one.within}" if one.within else ""
        content = " + ".join(f"{words(part)[:24]} … {words(part)[-12:]}" for part in one.content)
        yield (
            f"{negated}{one.kind} {one.form}{within}: {one.source} = {one.participant} by {words(one.source_span)}"
            f" | {one.cue} by {words(one.cue_span)} | {content}"
        )
    for time in findings.times:
        yield f"time {words(time.span)}: {time.start} to {time.end}, {time.precision}{', quoted' if time.quoted else ''}"
    for who in findings.participants:
        mentions = ", ".join(words(findings.mentions[number - 1].span) for number in who.mentions)
        yield f"{who.kind} {words(who.name_span)} = {who.name}, {who.role} by {words(who.role_span)}: {mentions}"
    for place in findings.places:
        mentions = ", ".join(words(findings.mentions[number - 1].span) for number in place.mentions)
        yield f"place {words(place.name_span)} = {place.name}, {place.country}: {mentions}"


def listed(paragraph: str, model: Syntax) -> str:
    """A paragraph with what is found in it; by the parse, the lines that are not found by the rules."""
    article = article_of(paragraph)
    plain = list(lines(article))
    parsed = [line for line in lines(article, model) if line not in plain]
    return "\n".join((paragraph, *plain, *((_PARSED, *parsed) if parsed else ())))


def blocks() -> list[str]:
    """What stands in the file, by paragraph."""
    return FILE.read_text(encoding="utf-8").rstrip("\n").split("\n\n")


def main() -> None:
    """Write the file anew."""
    model = load()
    paragraphs = [block.partition("\n")[0] for block in blocks()]
    FILE.write_text("\n\n".join(listed(paragraph, model) for paragraph in paragraphs) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
