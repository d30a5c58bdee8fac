"""A sentence made shorter by leaving out parts that may go: what matters least goes first, and what is left reads as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import Final

from msgspec import Struct

from summarize.article import Span
from summarize.expressions import expression
from summarize.findings import DISPUTED, Findings, Sentence
from summarize.grounding.cuts.aligning import Cut, cut_from
from summarize.grounding.cuts.lines import goes, is_closing, stays
from summarize.languages.tables import table
from summarize.text.quantities import quantities
from summarize.text.tokens import tokens

_MIN_COUNT = 5
"""Words of the shortest cut."""
_PAIRS: Final = ("()", "[]", "“”", "«»", "「」")
_OPENS_ASIDE: Final = ("(", "[", "–", "—")
_SEVERAL = 3
"""Sentences in which a word stands that the article is about."""
_STOP: Final = "."
_ENDS: Final = tuple('.!?…"”’»)')
_WORD = expression(r"[^\W\d_]{4,}")
_STRANDED = expression(r"[:;,]\s*[,;:.]|[\[(]\s*[\])]")
_LOOSE_MARK = expression(r"\s+(?=[,.;:!?][\"”’»)]*(?:\s|$))")
_ASIDE, _BETWEEN, _BEHIND, _PLACE, _TIME, _DEED, _FIGURE = range(7)
"""Kinds of parts, in the order in which they go: in brackets, between commas, behind one, and with no mark where and how, and when; second deeds
go from no headline, and a figure with no mark before it from no line."""


def shorten_sentence(text: str, sentence: Sentence, findings: Findings, at_most: int) -> str | None:
    """The best-reading cut of a sentence that has at most so many words; None where no safe cut is as short.

    Args:
        text: the article's text.
        sentence: one of its sentences.
        findings: all that was found in it: quotations and sources are left whole.
        at_most: the most words, parted by spaces.

    Returns:
        Words that `cut_from` knows as a cut of the sentence.
    """
    return _within(_Shortening(text, sentence, findings), _DEED, at_most)


def headline_from(text: str, sentence: Sentence, findings: Findings, at_most: int) -> str | None:
    """A cut of a sentence that can be a headline: about so many words, and none of its deeds and figures is lost for it.

    The arguments are those of `shorten_sentence`. The shortest cut where none is as short; None where nothing may go.
    """
    shortening = _Shortening(text, sentence, findings)
    steps = shortening.steps(_TIME)
    return _within(shortening, _TIME, at_most) or (steps[-1][1] if steps else None)


def _within(shortening: _Shortening, last: int, at_most: int) -> str | None:
    """The first cut that is short enough, with what may have its place again because a longer part went after it."""
    steps = shortening.steps(last)
    count = next((count for count, (_, cut) in enumerate(steps, start=1) if len(cut.split()) <= at_most), None)
    if count is None:
        return None
    best = steps[count - 1][1]
    gone = [part for part, _ in steps[:count]]
    for part in reversed(gone):
        rest = [each for each in gone if each is not part]
        cut = shortening.cut(rest) if rest else None
        if cut is not None and len(cut.split()) <= at_most:
            best, gone = cut, rest
    return best


class _Shortening(Struct, frozen=True, dict=True):
    """A sentence that is made shorter, and what was found in its article."""

    text: str
    sentence: Sentence
    findings: Findings

    @cached_property
    def central(self) -> frozenset[str]:
        """Words that the article is about, in small letters: see `_central`."""
        return _central(self.text, self.findings)

    def steps(self, last: int) -> list[tuple[Span, str]]:
        """The parts of the kinds up to `last`, in the order in which they go, each with the cut that is then left."""
        parts = [part for part in self.sentence.removable if self.may_go(part) and self.kind(part) <= last]
        steps: list[tuple[Span, str]] = []
        for part in sorted(parts, key=lambda part: (self.kind(part), -part.start)):
            if any(gone.covers(part) for gone, _ in steps):
                continue
            cut = self.cut([*(gone for gone, _ in steps), part])
            if cut is not None:
                steps.append((part, cut))
        return steps

    def cut(self, gone: Sequence[Span]) -> str | None:
        """The sentence without some parts; None if that is no cut of it, or has half of a pair of marks."""
        cut = without(self.text, self.sentence, gone, self.findings)
        if len(cut.split()) < _MIN_COUNT or cut.count('"') % 2:
            return None
        if any(cut.count(opens) != cut.count(closes) for opens, closes in _PAIRS) or _STRANDED.search(cut):
            return None
        return cut if isinstance(cut_from(cut, self.text, self.sentence), Cut) else None

    def may_go(self, part: Span) -> bool:
        """True for several words, or a time, that hold nobody's saying or quotation, and not all that says who somebody is."""
        words = self.text[part.start : part.end]
        # A name or an age between commas would be little gained.
        fewest = 3 if words.startswith(",") else 2
        is_long = len(words.split()) >= fewest or any(part.covers(time.span) for time in self.findings.times)
        return (
            is_long
            and not words.rstrip().endswith(";")  # what follows may point back
            and not self._is_more_news(part, words)
            and not self._stays(part)
            and not any(core.covers(part) for core in self.sentence.needed)
            and not any(part.overlaps(each) for one in self.findings.quotations for each in one.parts)
            and not any(self._is_voice(part, words))
            and not self._matters(part)
        )

    def _stays(self, part: Span) -> bool:
        # What stands before "police said" is told as the news is; behind "police said that" each word may be the point.
        is_claimed = any(
            span.covers(part) and one.cue_span.end <= span.start
            for one in self.findings.attributions
            for span in one.content
        )
        text, whole, is_time = self.text, self.sentence.span, self._holds_time(part)
        is_bare = self.kind(part) in {_PLACE, _TIME, _FIGURE} or self._is_deed_alone(part)
        return stays(text, whole, part, is_time=is_time, is_claimed=is_claimed) or (
            is_bare and not goes(text, whole, part)
        )

    def _is_deed_alone(self, part: Span) -> bool:
        """True for what is done beside a deed, where neither a mark nor a word parts it: "wearing a board making it clear that"."""
        first = self.text[part.start : part.end].split(maxsplit=1)[:1]
        return bool(first) and first[0].lower() in _results()

    def _is_more_news(self, part: Span, words: str) -> bool:
        """True for a second clause behind ", and", the first of two deeds and the second of three: `check` lets them go, but in a line they are news."""
        told = words.strip(" ,").lower().split()
        is_reported = any(span.covers(part) for one in self.findings.attributions for span in one.content)
        behind = self.text[part.end : self.sentence.span.end].lower().split(maxsplit=1)
        is_clause = is_reported and behind[:1] and behind[0] in _listed_words("opening")  # "and that two had been paid"
        is_first = (
            told[-1] in _listed_words("joining") | _listed_words("parting") | _listed_words("trailing")
            and not is_clause
        )
        is_item = not words.endswith(",") and behind[:1] and behind[0] in _listed_words("joining")
        return is_first or (words.startswith(",") and bool(is_item or told[0] in _listed_words("following")))

    def _matters(self, part: Span) -> bool:
        """True for what the news is about: a person, a first time, or a word of the title or of several of the article's sentences, times apart."""
        if any(one.kind == "person" and part.covers(one.span) for one in self.findings.mentions):
            return True
        times = [time.span for time in self.findings.times]
        words = set(self.text[part.start : part.end].lower().split())
        if words & _listed_words("occasions") and words & _listed_words("ranking"):
            return True  # "for the first time"
        return any(
            match.group().lower() in self.central
            and not any(span.start <= part.start + match.start() < span.end for span in times)
            for match in _WORD.finditer(self.text[part.start : part.end])
        )

    def _is_voice(self, part: Span, words: str) -> Iterable[bool]:
        """For each attribution whether a part holds its cue, belongs to its source, says who it is that accuses, or is whom something is told."""
        for one in self.findings.attributions:
            source, cue = one.source_span, one.cue_span
            told = self.text[cue.end : part.start].isspace() and self.text[cue.start : cue.end].lower() in _tells()
            of_source = source is not None and source.overlaps(part) and not words.startswith((",", *_OPENS_ASIDE))
            accuses = source is not None and one.kind in DISPUTED and part.start == source.end
            yield part.covers(cue) or told or of_source or accuses

    def _holds_time(self, part: Span) -> bool:
        return any(part.overlaps(time.span) for time in self.findings.times)

    def kind(self, part: Span) -> int:
        """What a part is, by its marks, its first word, and whether it holds a time or a figure."""
        words = self.text[part.start : part.end].strip()
        if words.startswith(_OPENS_ASIDE):
            return _ASIDE
        told = words.strip(" ,").lower().split()
        if ";" in {words[0], words[-1]} or told[0] in _deeds() or told[-1] in _listed_words("joining"):
            return _DEED
        if words.startswith(","):
            return _BETWEEN if words.endswith(",") else _BEHIND
        if self._holds_time(part):
            return _TIME
        return _FIGURE if quantities(tokens(words)) else _PLACE


def _central(text: str, findings: Findings) -> frozenset[str]:
    """The words of the title where it stands in the text, and those that stand in several sentences; none of few letters."""
    title = text[findings.title.start : findings.title.end] if findings.title is not None else ""
    counts = Counter(
        word
        for sentence in findings.sentences
        for word in {word.lower() for word in _WORD.findall(text, sentence.span.start, sentence.span.end)}
    )
    often = {word for word, count in counts.items() if count >= _SEVERAL}
    return frozenset(often | {match.group().lower() for match in _WORD.finditer(title)})


def without(text: str, sentence: Sentence, parts: Iterable[Span], findings: Findings) -> str:
    """A sentence without some of its parts: its spaces and marks in order, and a capital first if it had one."""
    runs = _runs(text, parts)
    ends = [sentence.span.start, *(run.end for run in runs)]
    starts = [*(run.start for run in runs), sentence.span.end]
    kept = ""
    for run, begin, end in zip([None, *runs], ends, starts, strict=True):
        piece = text[begin:end]
        if run is not None:
            piece = _with_comma_if_needed(text, sentence, run, piece, findings)
        kept += f" {piece}" if kept[-1:].isalnum() and piece[:1].isalnum() else piece
    kept = _with_one_stop(_LOOSE_MARK.sub("", " ".join(kept.split())).lstrip(" ,;"), text[: sentence.span.end])
    first = next((index for index, sign in enumerate(kept) if sign.isalnum()), 0)
    if next((sign.isupper() for sign in text[sentence.span.start : sentence.span.end] if sign.isalpha()), False):
        kept = kept[:first] + kept[first : first + 1].upper() + kept[first + 1 :]
    return kept


def _with_one_stop(cut: str, whole: str) -> str:
    """A cut with one full stop at its end where its sentence has one: that of "on X." may go with what stands before it, and "p.m." brings its own."""
    if not whole.endswith(_STOP) or whole.endswith(2 * _STOP):
        return cut
    if cut.endswith(2 * _STOP):
        return cut.removesuffix(_STOP)
    return cut if cut.endswith(_ENDS) else cut.rstrip(" ,;") + _STOP


def _runs(text: str, parts: Iterable[Span]) -> list[Span]:
    """Parts in order; those that touch or overlap are one."""
    runs: list[Span] = []
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if runs and not text[runs[-1].end : part.start].strip():
            runs[-1] = Span(start=runs[-1].start, end=max(runs[-1].end, part.end))
        else:
            runs.append(part)
    return runs


def _with_comma_if_needed(text: str, sentence: Sentence, run: Span, piece: str, findings: Findings) -> str:
    """What stands behind parts that were left out, with or without a comma first."""
    words = text[run.start : run.end]
    behind = piece.lstrip()
    opens = run.end + len(piece) - len(behind)
    if behind.startswith(",") and words.startswith(","):
        is_more = not _listed_words("parted").isdisjoint(behind[1:].split(maxsplit=1)[:1])
        return piece if is_more or opens + 2 in _sayings(findings) else behind[1:]
    is_inside = "," in text[sentence.span.start : run.start]
    if behind.startswith(",") and "," in words.rstrip(",") and not is_inside and opens + 2 not in _sayings(findings):
        return behind[1:]  # of "in Daytona Beach, Fla.,", both go
    shared = any(
        (part.end == run.end and part.start < run.start and text[part.start] == ",")
        or part.end == run.start + 1
        or part.start == run.end - 1
        for part in sentence.removable
        if not run.covers(part)
    )
    needed = shared or opens in _sayings(findings) or is_closing(text, sentence.span, run)
    return f",{piece}" if words.endswith(",") and needed else piece


def _sayings(findings: Findings) -> set[int]:
    """Where the words begin that say who says what stands before them, which a comma parts from it: "…, police said"."""
    found: set[int] = set()
    for one in findings.attributions:
        start = min(one.cue_span.start, one.source_span.start if one.source_span is not None else one.cue_span.start)
        if one.content[0].start < start:
            found.add(start)
    return found


@cache
def _listed_words(name: str) -> frozenset[str]:
    """A list of words of the table of what may be left out. Parts that may go are found in English articles alone."""
    return frozenset(str(table("en/removable.toml")["words"][name]).split())


@cache
def _deeds() -> frozenset[str]:
    """Words that join a second deed to the first, and what came of it: "and hid it", "killing nine"."""
    return _listed_words("following") | _results()


@cache
def _results() -> frozenset[str]:
    """Words that tell what came of it: "killing"."""
    rows = table("en/removable.toml")["tail"]
    return frozenset(next(str(row["words"]) for row in rows if row["kind"] == "upshot").split())


@cache
def _tells() -> frozenset[str]:
    """Verbs behind which stands whom something is told."""
    return frozenset(str(table("en/attribution.toml")["order"]["tells"]).split())
