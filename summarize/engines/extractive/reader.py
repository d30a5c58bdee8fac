"""What the built-in engine knows of each sentence before it chooses among them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct, field

from summarize.article import Article
from summarize.engines.extractive.cues import LANGUAGE, Cue, shows
from summarize.evidence.marks import within_marks
from summarize.expressions import expression
from summarize.findings import Findings, Sentence
from summarize.languages.words import extractive
from summarize.layout.corrections import correction_range, errors_range, leans_on_error, tells_error
from summarize.text.tokens import count_unspaced_letters

_WORD = expression(r"[^\W\d_][\w'’-]*")
_FIGURE = expression(r"\d[\d,.]*")
_MARK = expression(r'(?<!\d)"')
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "॥")
_WORDS: Final = extractive(LANGUAGE)
_ENDINGS: Final = tuple(_WORDS.endings)


class EngineSentence(Struct):
    """One sentence as the engine sees it."""

    number: int
    place: int
    """Its number, had sentences that are no evidence been counted too."""
    start: int
    end: int
    paragraph: int
    text: str
    words: int
    quoted: float
    """Share of its characters inside quotation marks."""
    terms: frozenset[str]
    figures: int
    names: int
    is_question: bool
    is_whole: bool
    """Reads as a sentence: a capital or figure first, an end mark last, and every mark that opens is closed."""
    centrality: float | None = None
    """How much its terms weigh for its length, once somebody asked."""
    cues: dict[Cue, bool] = field(default_factory=dict)
    """The cues that were asked for, each once: `shows` asks."""

    def shows(self, cue: Cue) -> bool:
        """True if it holds a cue."""
        if cue not in self.cues:
            self.cues[cue] = shows(cue, self.text)
        return self.cues[cue]


class Reader(Struct):
    """An article's lines, with how much each term weighs in it."""

    lines: list[EngineSentence]
    weights: dict[str, float] = field(default_factory=dict)
    title_terms: frozenset[str] = frozenset()
    is_english: bool = True
    """English words may be read in it: of the past, of quotation, of pointing back."""


def _closes(text: str) -> bool:
    """False for a sentence with half of somebody's words: its other mark stands elsewhere, or nowhere; a mark of inches is none: 5'11"."""
    is_odd = text.count('"') % 2 and len(_MARK.findall(text)) % 2
    return not is_odd and text.count("“") == text.count("”")


def _terms(text: str) -> frozenset[str]:
    words = set(_WORD.findall(text.lower())) - _WORDS.stop
    return frozenset({_stem(word) for word in words if len(word) > 2})


@lru_cache(1 << 14)  # the words of one article are those of the next
def _stem(word: str) -> str:
    """Enough of a stem to match "votes" with "voted"; never shown."""
    word = word.removesuffix("'s").removesuffix("’s")
    if not word.endswith(_ENDINGS):
        return word
    for suffix in _WORDS.endings:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


def _sentences_without_correction(article: Article, findings: Findings) -> Sequence[Sentence]:
    """The sentences but for those in which the article corrects itself, which tell no news; all of them if it does nothing else."""
    found = correction_range(article.text, article.title, within_marks) if findings.pack == LANGUAGE else None
    if found is None:
        return findings.sentences
    wrong = errors_range(article.text, article.title)
    if wrong is not None:
        return _right_sentences(article, findings, wrong) or findings.sentences
    telling = [one for one in findings.sentences if not found[0] <= one.span.start < found[1]]
    return telling or findings.sentences


def _right_sentences(article: Article, findings: Findings, wrong: tuple[int, int]) -> Sequence[Sentence]:
    """Of a piece that is a correction, what is right: the error stands in its claim, with what puts it right."""
    told = [(one, article.text[one.span.start : one.span.end]) for one in findings.sentences]
    right = [(one, text) for one, text in told if not (one.span.start < wrong[1] and tells_error(text))]
    alone = [one for one, text in right if not (one.span.start < wrong[1] and leans_on_error(text))]
    return alone or [one for one, _ in right]


def read_for_drafting(article: Article, findings: Findings) -> Reader:
    """The lines of an article and the weight of its terms."""
    quoted = sorted(
        (part.start, part.end)
        for quotation in findings.quotations
        if quotation.kind != "words"
        for part in quotation.parts
    )
    quoted_starts = [start for start, _ in quoted]
    orders = [span.start for span in findings.orders]
    mention_starts = [mention.span.start for mention in findings.mentions]
    lines: list[EngineSentence] = []
    for sentence in _sentences_without_correction(article, findings):
        start, end = sentence.span.start, sentence.span.end
        text = article.text[start:end]
        inside = 0
        index = max(0, bisect_right(quoted_starts, start) - 1)
        while index < len(quoted) and quoted[index][0] < end:
            inside += max(0, min(end, quoted[index][1]) - max(start, quoted[index][0]))
            index += 1
        bare = text.rstrip("\"'”’»)]」』 ")
        opening = text.lstrip("\"'“‘«„([「『¿¡—–- ")[:1]
        lines.append(
            EngineSentence(
                number=sentence.number,
                place=sentence.number + bisect_left(orders, start),
                start=start,
                end=end,
                paragraph=sentence.paragraph,
                text=text,
                words=len(text.split()) + count_unspaced_letters(text) // 2,
                quoted=inside / max(1, end - start),
                terms=_terms(text),
                figures=len(_FIGURE.findall(text)),
                names=bisect_left(mention_starts, end) - bisect_left(mention_starts, start),
                is_question=bare.endswith(("?", "？", "؟")),
                is_whole=(opening.isalnum() or opening in {"£", "$", "€"})
                and not opening.islower()
                and bare.endswith(_ENDS)
                and _closes(text),
            )
        )
    counts: Counter[str] = Counter(term for line in lines[:200] for term in line.terms)
    weights = {term: math.log1p(count) for term, count in counts.items() if count > 1}
    return Reader(lines, weights, _terms(article.title or ""), findings.pack == LANGUAGE)
