"""A text held against an article, sentence by sentence: what stands there, word for word; what does not; and what these rules cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, Protocol

from pydantic import Field

from summarize.article import Article, Evidence, Span, Value
from summarize.checking.by_basics import nearest_plain, refusal_by_basics
from summarize.checking.choosing import is_foreign, nearest_sentences
from summarize.checking.neutral import Neutral
from summarize.checking.plain_quoting import altered_plainly, moved_plainly
from summarize.checking.quoting import quoted_in
from summarize.checking.reading import Text, read_for_checks
from summarize.checking.refusing import refusal
from summarize.checking.titles import is_of_title
from summarize.checking.torn import is_bound, is_mostly, torn_out
from summarize.evidence.document import document_of
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, available, load
from summarize.findings import Findings, Sentence
from summarize.grounding.cuts import Cut, cut_from, moved_from
from summarize.installing import missing
from summarize.languages.basics import basics
from summarize.languages.identification import is_another_language

_MAX_CLAIM_LENGTH, _MAX_SENTENCE_LENGTH = 1_000, 4_000
"""Characters: laying one over the other takes the product of their lengths. What is longer is no sentence."""

Verdict = Literal["stands", "in part", "not shown", "contradicted", "cannot tell"]


class CheckedAttribution(Value):
    """Whose word a checked sentence is in the article."""

    source: str | None = Field(description="The source's name or description; null where the article names none.")
    kind: str = Field(description="said, alleged, denied, believed, expected, planned, asked or found.")
    cue: str = Field(description='The words that say so: "said".')


class Checked(Value):
    """One sentence or headline of a text, held against an article."""

    text: str = Field(description="The sentence.")
    verdict: Verdict = Field(
        description="`stands`: the article's own words, whole or with words left out that change nothing; `in part`: its words, but what is left "
        "out matters; `not shown`: the article does not say so; `contradicted`: it says otherwise; `cannot tell`: other words, or its words with "
        "others left out, which no rule refuses. "
        "Of other words a judge may say any of these; then `reason` names it."
    )
    reason: str | None = Field(
        description="What was seen, or who judged; null where it stands as words of the text, and not as the publisher's title."
    )
    evidence: tuple[Evidence, ...] = Field(
        description="The article's words: those that it is, or the sentences nearest to it."
    )
    attribution: CheckedAttribution | None = Field(
        default=None, description="Whose word it is in the article, if it is somebody's."
    )


class ClaimJudge(Protocol):
    """Asked about what no rule decides: `summarize.judge_for` gives one."""

    def judge(
        self, article: Article, findings: Findings, claims: Sequence[tuple[str, tuple[int, ...]]]
    ) -> Sequence[tuple[Verdict, str | None]]:
        """A verdict on each claim, by the sentences of the article that it rests on, given by number, alone, and a reason for it."""
        ...


def check(
    text: str,
    article: Article,
    *,
    within: Sequence[Span] | None = None,
    judge: ClaimJudge | None = None,
    syntax: Syntax | None = None,
) -> list[Checked]:
    """Hold each sentence of a text against an article.

    Without a judge, a sentence in other words than the article's is refused or cannot be told: these rules never call it right.

    Args:
        text: sentences, or headlines on lines of their own.
        article: what they are held against. Only articles in English are read closely; in others only whole sentences stand.
        within: half-open code-point ranges of `article.text` that the evidence is restricted to; the whole text if None.
        judge: asked about what no rule decides, all of it at once, each claim with its sentences alone.
        syntax: a loaded NLP model; the installed one if None.

    Returns:
        One `Checked` for each sentence of the text, in order. Empty for a text without words.

    Raises:
        ConfigurationError: the NLP model is not installed: without it nothing but whole sentences could be told from wrong ones.
    """
    if syntax is None:
        if not available():
            raise missing("checking needs the NLP model", "nlp")
        syntax = load()
    source = read_for_checks(article.text, syntax, article.published, article)
    sentences = [
        each
        for each in source.findings.sentences
        if each.span.end - each.span.start <= _MAX_SENTENCE_LENGTH and (within is None or _touches(each, within))
    ]
    found = [_check_claim(claim, source, sentences, syntax, article) for claim in _claims(text, syntax)]
    return found if judge is None else _with_judgements(found, source, article, judge)


def _claims(text: str, syntax: Syntax | None) -> list[str]:
    """The sentences of a text; a line without a stop is one of its own."""
    claims: list[str] = []
    for line in text.splitlines():
        if not any(map(str.isalnum, line)):
            continue
        found = read_for_checks(line, syntax).findings
        whole = [line[each.span.start : each.span.end] for each in found.sentences]
        # A line that reads as a title is a headline.
        claims.extend(whole if sum(map(len, whole)) >= 0.6 * len(line.strip()) else [line.strip()])
    return claims


def _touches(sentence: Sentence, within: Sequence[Span]) -> bool:
    return any(sentence.span.overlaps(span) for span in within)


def _with_judgements(found: list[Checked], source: Text, article: Article, judge: ClaimJudge) -> list[Checked]:
    """The same, with the judge's word on what no rule decides."""
    places = [at for at, one in enumerate(found) if one.verdict == "cannot tell" and one.evidence]
    claims = [(found[at].text, _numbers(found[at].evidence, source)) for at in places]
    verdicts = judge.judge(article, source.findings, claims) if claims else ()
    for at, (verdict, reason) in zip(places, verdicts, strict=True):
        found[at] = found[at].model_copy(update={"verdict": verdict, "reason": reason})
    return found


def _numbers(evidence: Sequence[Evidence], source: Text) -> tuple[int, ...]:
    spans = [Span(start=part.start, end=part.end) for part in evidence]
    return tuple(each.number for each in source.findings.sentences if _touches(each, spans))


def _check_claim(claim: str, source: Text, sentences: Sequence[Sentence], syntax: Syntax, article: Article) -> Checked:
    if len(claim) > _MAX_CLAIM_LENGTH:
        told = f"it is longer than {_MAX_CLAIM_LENGTH:,} characters, and no sentence"
        return Checked(text=claim, verdict="cannot tell", reason=told, evidence=())
    missing: tuple[str, Sentence] | None = None
    for sentence in sentences:
        cut = cut_from(claim, source.text, sentence)
        if isinstance(cut, Cut):
            return _stands(claim, cut, source, article)
        if isinstance(cut, str) and missing is None:
            missing = (cut, sentence)
    moved = (moved_from(claim, source.text, each, source.findings.attributions) for each in sentences)
    if (found := next((one for one in moved if one is not None), None)) is not None:
        return _stands(claim, found, source, article)
    if len(sentences) == len(source.findings.sentences) and is_of_title(claim, article, syntax):
        near = nearest_sentences(read_for_checks(claim, syntax), source, sentences)
        return _is_title(claim, source.findings.title, near, article)
    in_part = None if missing is None else _in_part(claim, missing, source, syntax, article)
    return in_part or _in_other_words(claim, source, sentences, syntax, article)


def _in_part(claim: str, missing: tuple[str, Sentence], source: Text, syntax: Syntax, article: Article) -> Checked:
    """What is said of a sentence's own words where some are left out: whether that matters, if a rule knows."""
    reason, sentence = missing
    mine = read_for_checks(claim, syntax, article.published)
    torn = torn_out(mine, source, sentence)
    matters = is_bound(mine, source, sentence) or refusal(mine, source, [(sentence.span.start, sentence.span.end)])
    verdict, reason = torn or ("in part" if matters else "cannot tell", reason)
    return Checked.model_validate(
        {"text": claim, "verdict": verdict, "reason": reason, "evidence": (_evidence(article, sentence.span),)}
    )


def _is_title(claim: str, place: Span | None, near: Sequence[Sentence], article: Article) -> Checked:
    """The publisher's own title stands as that; its evidence is where it stands in the text, or the sentences nearest to it."""
    spans = [place] if place is not None else [one.span for one in near]
    evidence = tuple(_evidence(article, span) for span in spans)
    return Checked(text=claim, verdict="stands", reason="it is the publisher's title", evidence=evidence)


def _in_other_words(
    claim: str, source: Text, sentences: Sequence[Sentence], syntax: Syntax, article: Article
) -> Checked:
    """What the rules say of a claim that is no cut of any sentence."""
    if not document_of(article).is_english:
        return _by_basics(claim, sentences, article)
    if is_foreign(claim, article.text):
        return Checked(
            text=claim, verdict="cannot tell", reason="it is in another language than the article", evidence=()
        )
    mine = read_for_checks(claim, syntax, article.published)
    near = _with_quoted(claim, source, sentences, nearest_sentences(mine, source, sentences))
    if not near:
        return Checked(text=claim, verdict="not shown", reason="the article does not say so", evidence=())
    evidence = tuple(_evidence(article, each.span) for each in near)
    refused = refusal(mine, source, [(each.span.start, each.span.end) for each in near])
    if refused is not None:
        return Checked(text=claim, verdict=refused.outcome, reason=refused.reason, evidence=evidence)
    return Checked(
        text=claim, verdict="cannot tell", reason="it is in other words than the article's", evidence=evidence
    )


@lru_cache(maxsize=4)
def _cached_findings(text: str, language: str | None, published: str | None) -> Findings:
    """What is found in an article that is not in English; the last few are kept, for an article is asked about claim by claim."""
    return find(Article(text=text, language=language, published=published))


def _by_basics(claim: str, sentences: Sequence[Sentence], article: Article) -> Checked:
    """What figures and names, and the basics of the article's language where it has any, say of a claim in other words."""
    if article.language is None or is_another_language(claim, article.language):
        return Checked(text=claim, verdict="cannot tell", reason="only English is read closely", evidence=())
    texts = [article.text[each.span.start : each.span.end] for each in sentences]
    place = nearest_plain(claim, texts)
    if place is None:
        return Checked(text=claim, verdict="not shown", reason="the article does not say so", evidence=())
    evidence = (_evidence(article, sentences[place].span),)
    known, findings = basics(article.language), _cached_findings(article.text, article.language, article.published)
    if known is not None and (moved := moved_plainly(claim, article, findings)) is not None:
        return Checked(text=claim, verdict="contradicted", reason=moved, evidence=evidence)
    reason = Neutral(article, findings, translated=False).refusal(claim, [sentences[place]]) or (
        altered_plainly(claim, article) or refusal_by_basics(claim, texts[place], article.language, known)
        if known is not None
        else None
    )
    if reason is None:
        told = "it is in other words than the article's" if known is not None else "only English is read closely"
        return Checked(text=claim, verdict="cannot tell", reason=told, evidence=evidence)
    return Checked(text=claim, verdict="not shown", reason=reason, evidence=evidence)


def _with_quoted(claim: str, source: Text, sentences: Sequence[Sentence], near: Sequence[Sentence]) -> list[Sentence]:
    """The nearest sentences, and those that hold the claim's quotations or words like them."""
    places = [one.found or one.nearest for one in quoted_in(claim, source.text)]
    return [each for each in sentences if each in near or any(place and each.span.overlaps(place) for place in places)]


def _stands(claim: str, cut: Cut, source: Text, article: Article) -> Checked:
    mostly = next((one for one in source.findings.attributions if is_mostly(cut.kept, one)), None)
    said = CheckedAttribution(source=mostly.source, kind=mostly.kind, cue=mostly.cue) if mostly is not None else None
    return Checked(
        text=claim,
        verdict="stands",
        reason=None,
        evidence=tuple(_evidence(article, span) for span in cut.kept),
        attribution=said,
    )


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(start=span.start, end=span.end, text=article.text[span.start : span.end])
