"""Which sentences are the news, and which are its background."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator

from summarize.article import Article
from summarize.engines.extractive.reader import EngineSentence, Reader
from summarize.findings import DISPUTED, Findings
from summarize.grounding.together import Together

_SAME = 0.8
"""Share of their terms that two sentences have in common if they say the same."""


CannotStand = Callable[[int, Collection[int], Collection[int]], bool]
"""Whether a sentence cannot be told, by its number and those of the item before it and of what was told first."""


def lead_lines(reader: Reader, cannot_stand: CannotStand, *, at_most: int = 3) -> list[EngineSentence]:
    """The one to three sentences that carry the news, in the article's order: the lead, and what adds most to it.

    The lead is scored by place, length and how central its terms are (plain first-sentence leads are wrong where a caption, a
    question or a scene opens the text); each further sentence by the weight of the terms and figures it adds. One that points back stands behind
    what it points to alone.
    """
    candidates = [
        line
        for line in reader.lines[:14]
        if line.quoted < 0.5
        and line.words >= 5
        and line.is_whole
        and not line.is_question
        and not _is_addressed(reader, line)
    ]
    if not candidates:
        candidates = [line for line in reader.lines[:14] if line.words >= 4] or reader.lines[:1]
    if not candidates:
        return []
    lead = max(candidates, key=lambda line: (_lead_score(reader, line), -line.number))
    chosen = [lead]
    while len(chosen) < at_most:
        covered = frozenset[str]().union(*(line.terms for line in chosen))
        taken = {line.number for line in chosen}
        rest = [
            line
            for line in candidates
            if line.number > lead.number
            and line.number not in taken
            and not cannot_stand(line.number, {max(number for number in taken if number < line.number)}, taken)
        ]
        scored = [(_addition(reader, line, lead, covered), -line.number, line) for line in rest]
        if not scored:
            break
        score, _, best = max(scored, key=lambda entry: entry[:2])
        if score < 1.6:
            break
        chosen.append(best)
    return sorted(chosen, key=lambda line: line.number)


def _is_addressed(reader: Reader, line: EngineSentence) -> bool:
    """True for what is said to the reader or to whom an interviewer asks, which is no news: "You said that nobody knew."."""
    return reader.is_english and not line.quoted and line.shows("addressed")


def _centrality(reader: Reader, line: EngineSentence) -> float:
    if line.centrality is None:
        weight = math.fsum(map(reader.weights.__getitem__, line.terms & reader.weights.keys()))
        line.centrality = weight / math.pow(8 + len(line.terms), 0.8)
    return line.centrality


def _lead_score(reader: Reader, line: EngineSentence) -> float:
    score = 3.2 - 0.75 * (line.place - 1)
    score += 0.6 if line.place == 1 else 0.0
    score += 0.9 * _centrality(reader, line)
    score += 1.2 * len(line.terms & reader.title_terms) / (3 + len(reader.title_terms)) * 2
    score -= 1.5 if line.words < 10 else 0.0
    if reader.is_english:
        score -= 1.5 if line.shows("caption") else 0.0
        score -= 1.0 if line.shows("points_back") else 0.0
    score += 0.4 if line.names else -0.4
    return score


def _addition(reader: Reader, line: EngineSentence, lead: EngineSentence, covered: frozenset[str]) -> float:
    new = line.terms - covered
    score = 2.3 - 0.22 * (line.place - lead.place)
    score += 0.35 * min(4, line.figures)
    score += 0.12 * sum(min(1.5, reader.weights.get(term, 0.25)) for term in new)
    score += 0.5 * _centrality(reader, line)
    score += 0.25 * len(line.terms & reader.title_terms)
    score -= 1.6 * line.quoted
    if reader.is_english:
        score -= 0.7 if line.shows("past") else 0.0
        score -= 0.45 if line.shows("points_back") else 0.0
    score -= 0.8 if line.words < 8 else 0.0
    score -= 0.02 * max(0, line.words - 35)
    return score


def background_lines(
    article: Article, reader: Reader, findings: Findings, news: list[EngineSentence], *, at_most: int = 4
) -> list[EngineSentence]:
    """Earlier facts that the news rests on, in the article's order: no quotation, nothing of the lead, nothing to come.

    None in other languages than English: what tells a thing of the past from the news are words of a language.
    """
    if not reader.is_english:
        return []
    published = article.published[:10] if article.published else None
    taken = {line.number for line in news} | _disputed_sentences(findings)
    years = _older_years(findings, published)
    total = max(1, len(reader.lines))
    scored: list[tuple[float, int, EngineSentence]] = []
    for line in reader.lines[1:]:
        if (
            line.number in taken
            or _repeats(line, news)
            or line.quoted > 0.25
            or line.words < 7
            or not line.is_whole
            or line.is_question
        ):
            continue
        score = 0.0
        score += 1.7 if line.number in years else 0.0
        score += 1.0 if line.shows("past") else 0.0
        if not score or _is_addressed(reader, line):
            continue  # what else speaks for a sentence is less than the least
        score += 0.8 * (line.number - 1) / total
        score += 0.3 if line.shows("event") else 0.0
        score -= 1.2 if line.shows("future") else 0.0
        score -= 0.9 if line.shows("reported") else 0.0
        score -= 0.5 if line.number <= 3 else 0.0
        score -= 0.2 if line.shows("points_back") else 0.0
        if score >= 1.25:
            scored.append((score, -line.number, line))
    scored.sort(reverse=True)
    return sorted((line for _, _, line in scored[:at_most]), key=lambda line: line.number)


def background_sentences(
    lines: list[EngineSentence], news: list[EngineSentence], together: Together
) -> Iterator[tuple[int, ...]]:
    """The numbers of the sentences of each line of background: of one that points back, with the sentence before it where that can open it.

    One that points back to what neither stands before it nor can is left out.
    """
    told = [line.number for line in news]
    before: tuple[int, ...] = ()
    for line in lines:
        numbers = together.with_what_it_points_to(line.number, before or told[-1:], told, 1)
        if not numbers or not {*told, *before}.isdisjoint(numbers) or any(map(together.is_quoted, numbers)):
            continue
        behind = tuple(one for one in together.completed_by(numbers[-1]) if one not in told)
        yield (*numbers, *behind)
        before = (*numbers, *behind)


def _repeats(line: EngineSentence, news: list[EngineSentence]) -> bool:
    """True for a sentence that says the news once more, such as what stood above the story as its summary."""
    shared = ((one, len(line.terms & one.terms)) for one in news)
    return any(both >= _SAME * (len(line.terms) + len(one.terms) - both) for one, both in shared)


def _disputed_sentences(findings: Findings) -> set[int]:
    """Numbers of the sentences that somebody alleges or denies, which is no fact of the past: they may stand among the claims."""
    starts = [sentence.span.start for sentence in findings.sentences]
    return {
        bisect_right(starts, one.cue_span.start)
        for one in findings.attributions
        if one.kind in DISPUTED and one.form != "direct" and one.source is not None and one.within is None
    }


def _older_years(findings: Findings, published: str | None) -> set[int]:
    """Numbers of the sentences that name a year, month or day well before the publication date."""
    numbers: set[int] = set()
    starts = [(sentence.span.start, sentence.span.end, sentence.number) for sentence in findings.sentences]
    index = 0
    for time in findings.times:
        if time.quoted or time.start is None:
            continue
        older = time.start[:4] < published[:4] if published else True
        if published and not older and len(time.start) >= 7:
            older = (int(published[:4]) - int(time.start[:4])) * 12 + int(published[5:7]) - int(
                time.start[5:7] if time.start[5:7].isdigit() else published[5:7]
            ) >= 2
        if not older:
            continue
        while index < len(starts) and starts[index][1] <= time.span.start:
            index += 1
        if index < len(starts) and starts[index][0] <= time.span.start:
            numbers.add(starts[index][2])
    return numbers
