"""Findings as text: what `summarize evidence` shows."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.article import Article, Span
from summarize.findings import Findings
from summarize.rendering.safe import one_line
from summarize.rules import Decision, RuleReason


def to_text(article: Article, findings: Findings) -> str:
    """The numbered findings of an article, a section for each kind, every line with its span."""
    lines: list[str] = []

    def words(span: Span) -> str:
        return one_line(article.text[span.start : span.end])

    def section(name: str, entries: list[str]) -> None:
        lines.append(f"{name} ({len(entries)})")
        lines.extend(f"  {entry}" for entry in entries)
        lines.append("")

    def at(span: Span) -> str:
        return f"[{span.start}–{span.end}]"

    section("SENTENCES", [f"{s.number}. {at(s.span)} {words(s.span)}" for s in findings.sentences])
    quotations: list[str] = []
    for quotation in findings.quotations:
        parts = " ".join(f"“{words(part)}”" for part in quotation.parts)
        who = f" — {one_line(quotation.speaker)}" if quotation.speaker else ""
        cue = f" ({one_line(quotation.cue)})" if quotation.cue else ""
        spans = " ".join(at(part) for part in quotation.parts)
        quotations.append(f"{quotation.number}. {spans} {quotation.kind}: {parts}{who}{cue}")
    section("QUOTATIONS", quotations)
    if any(one.kind == "words" for one in findings.quotations):
        why = "; --explain WORDS tells why" if findings.pack == "en" else ""  # the rules of others have no names
        lines[-1:] = [f"  words: in quotation marks, but nobody says them{why}", ""]
    attributions: list[str] = []
    for one in findings.attributions:
        parts = " … ".join(f"{words(part)}" for part in one.content)
        spans = " ".join(at(part) for part in one.content)
        source = one_line(one.source) if one.source else "nobody named"
        held = f", within {one.within}" if one.within else ""
        cue = f"{'not ' if one.negated else ''}{one_line(one.cue)}"
        attributions.append(f"{one.number}. {spans} {one.kind}, {one.form}{held}: {parts} — {source} ({cue})")
    section("ATTRIBUTIONS", attributions)
    times: list[str] = []
    for time in findings.times:
        value = "open" if time.start is None else time.start if time.end is None else f"{time.start} to {time.end}"
        times.append(
            f"{time.number}. {at(time.span)} {words(time.span)} = {value} ({time.precision}{', quoted' if time.quoted else ''})"
        )
    section("TIMES", times)
    section(
        "PARTICIPANTS",
        [
            f"{p.number}. {at(p.name_span)} {one_line(p.name)} ({p.kind}{', ' + one_line(p.role) if p.role else ''}), {len(p.mentions)} ×"
            for p in findings.participants
        ],
    )
    section(
        "PLACES",
        [
            f"{p.number}. {at(p.name_span)} {one_line(p.name)}{f' ({p.country})' if p.country else ''}, {len(p.mentions)} ×"
            for p in findings.places
        ],
    )
    lines.append(f"Found by rules and gazetteer{f' with {findings.syntax}' if findings.syntax else ' alone'}.")
    return "\n".join(lines) + "\n"


def _beaten(reason: RuleReason, other: Decision) -> str:
    if other.verdict == reason.verdict:
        return f"    so would “{one_line(other.rule)}”"
    return f"    it beat “{one_line(other.rule)}”: {one_line(other.verdict) or 'open'}"


def reasons_text(article: Article, explained: Iterable[tuple[Span, list[RuleReason]]]) -> str:
    """Why the findings say what they say: what `summarize evidence --explain` shows, empty if nothing is explained."""
    lines: list[str] = []
    for at, reasons in explained:
        lines.append(f"“{one_line(article.text[at.start : at.end])}” [{at.start}–{at.end}]")
        for reason in reasons:
            told = one_line(reason.verdict) or "open"
            row = f"by the rule “{reason.rule}”{f' of {reason.table}' if reason.table else ''}" if reason.rule else ""
            by = "; ".join(part for part in (row, one_line(reason.why)) if part) or "no rule holds"
            lines.append(f"  {one_line(reason.about)}: {told}, {by}")
            lines.extend(_beaten(reason, one) for one in reason.beat)
    return "\n".join(lines) + "\n" if lines else ""
