"""What the rules find in each sample article, in few lines that can be read beside it.

`python -m tests.evidence.goldens` writes the files anew. A change of one is a change of what users get: look whether it is better.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from summarize.article import Article, article_id
from summarize.engines.extractive import ExtractiveEngine
from summarize.evidence.find import find
from summarize.findings import Findings
from summarize.layout import lay_out

ROOT: Final = Path(__file__).parent.parent.parent
FOLDER: Final = Path(__file__).parent / "golden"
SOURCES: Final = tuple(
    path
    for folder in ("seeds", "evals/articles")
    for path in sorted((ROOT / folder).glob("*"))
    if path.name != "SOURCES.md" and path.is_file()
)


def listed(path: Path) -> str:
    """The findings in an article, and what the built-in engine chooses of them, a line each."""
    text = path.read_text(encoding="utf-8")
    layout = lay_out(text)
    published = layout.published or layout.dateline_published
    article = Article(id=article_id(text), source=path.name, published=published, language="en", text=text)
    findings = find(article)
    draft = ExtractiveEngine().choose(article, findings)
    lines = [
        f"published {published}, by {', '.join(layout.authors)}",
        f"title {_short(article, layout.title)}",
        f"{len(layout.body)} paragraphs, {len(findings.sentences)} sentences",
        *_quotations(article, findings),
        *(
            f"{one.kind} {one.name}, {one.role}, {len(one.mentions)} mentions at {findings.mentions[one.mentions[0] - 1].span.start}"
            for one in findings.participants
        ),
        *(f"place {place.name}, {place.country}, {len(place.mentions)} mentions" for place in findings.places),
        f"headline {draft.headline.text if draft.headline else None}",
        f"what {[one.sentences for one in draft.what]}, who {[one.participant for one in draft.who]}",
        f"where {[(one.place, one.main) for one in draft.where]}, when {[_text(article, findings, one.time) for one in draft.when if one.main]}",
        f"background {[one.sentences for one in draft.background]}",
    ]
    return "\n".join(lines) + "\n"


def _short(article: Article, span: tuple[int, int] | None) -> str:
    return " ".join(article.text[span[0] : span[1]].split()) if span else ""


def _text(article: Article, findings: Findings, number: int | None) -> str:
    span = findings.times[number - 1].span if number else None
    return article.text[span.start : span.end] if span else ""


def _quotations(article: Article, findings: Findings) -> list[str]:
    lines: list[str] = []
    for one in findings.quotations:
        words = " ".join(article.text[one.parts[0].start : one.parts[0].end].split()[:4])
        lines.append(
            f"{one.kind} “{words}” {len(one.parts)}: {one.speaker} ({one.participant}), {one.cue}, sentence {one.sentence}"
        )
    return lines


def main() -> None:
    """Write every file anew."""
    FOLDER.mkdir(exist_ok=True)
    for path in SOURCES:
        (FOLDER / f"{path.stem}.txt").write_text(listed(path), encoding="utf-8")


if __name__ == "__main__":
    main()
