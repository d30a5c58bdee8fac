"""Attributions by the order of words alone, where no parse is at hand: the source before or behind the verb that reports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarize.evidence.attributions.lexicon import Lexicon
from summarize.evidence.attributions.reported import Range, Reported
from summarize.evidence.attributions.tokens import (
    BREAKS,
    GENITIVES,
    QUOTED,
    SentenceToken,
    can_be_verb,
    has_passive_helper,
    is_noun,
    is_phrasal_verb,
    is_reporting,
    range_of,
    tokens_in,
)
from summarize.evidence.vocabulary import ORGANISATION_NOUNS, PERSON_NOUNS
from summarize.expressions import expression

_LETTERS = expression(r"[^\W_]+")
_MAX_SOURCE_LENGTH, _MAX_TAIL_LENGTH = 12, 200
"""Words of a source before its verb, and tokens behind a comma among which both stand."""
_SPEAKING = PERSON_NOUNS | ORGANISATION_NOUNS


def by_rules(
    text: str, sentences: Sequence[Range], quoted: Sequence[Range], words: Lexicon, *, ends_only: bool = False
) -> list[Reported]:
    """The attributions of sentences, in order.

    Args:
        text: the article's text.
        sentences: half-open ranges.
        quoted: half-open ranges of quotations with their marks, sorted and not overlapping; words in them are not read.
        words: the reporting words of the language.
        ends_only: read only a source at a sentence's end, or behind "according to": what is surest.
    """
    found: list[Reported] = []
    for start, end in sentences:
        low = text[start:end].lower()
        # What stands between spaces is seen first: that is soon done, and mostly enough.
        if words.reporting.isdisjoint(low.split()) and words.reporting.isdisjoint(_LETTERS.findall(low)):
            continue  # most sentences, which need not be taken apart
        tokens = tokens_in(text, start, end, quoted)
        one = _source_phrase(tokens, words) if any(word in low for word in words.sources) else None
        one = one or _behind(tokens, words, parsed=ends_only)
        if one is None and not ends_only:
            one = _before(tokens, words)
        if one is None and not ends_only and any(word in low for word in words.adverbs):
            one = _adverb(tokens, words)
        if one is not None:
            found.append(one)
    return found


def _make_attribution(
    words: Lexicon,
    cue: SentenceToken,
    content: Sequence[SentenceToken],
    source: Sequence[SentenceToken],
    *,
    negated: bool = False,
) -> Reported | None:
    part, who = range_of(content), range_of(source)
    if part is None or who is None or len(content) < 2:
        return None
    if any(token.low in words.openers for token in source):
        return None  # a clause, not who says it
    return Reported(words.verbs[cue.low], (cue.start, cue.end), (part,), who, negated=negated)


def _source_phrase(tokens: list[SentenceToken], words: Lexicon) -> Reported | None:
    """According to X, …; …, according to X."""
    at = next((i for i, t in enumerate(tokens) if t.low in words.sources and i + 1 < len(tokens)), None)
    if at is None:
        return None
    end = next((i for i in range(at + 2, len(tokens)) if tokens[i].low in BREAKS), len(tokens))
    source = range_of(tokens[at + 2 : end])
    content = range_of(tokens[end:] if at <= 1 else tokens[:at])
    if source is None or content is None:
        return None
    return Reported("said", (tokens[at].start, tokens[at + 1].end), (content,), source)


def _behind(tokens: list[SentenceToken], words: Lexicon, *, parsed: bool) -> Reported | None:
    """…, X said on Monday; “…,” said X, the treasurer. Where the parse saw nothing, its subjects were looked at already."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].low != "," and tokens[at].low != QUOTED:
            continue
        if at + 1 >= len(tokens):
            continue
        # No more is copied than is looked at: a sentence may be a hundred thousand commas.
        tail = tokens[at + 1 : at + 1 + _MAX_TAIL_LENGTH]
        cues = [
            i
            for i, t in enumerate(tail[:_MAX_SOURCE_LENGTH])
            if is_reporting(t, words) and not is_phrasal_verb(tail, i, words)
        ]
        if not cues:
            continue
        # "…, state officials said": the first word belongs to who they are.
        is_theirs = cues[0] == 0 and len(cues) > 1 and tail[0].low in words.also_nouns
        cue = cues[1] if is_theirs else cues[0]
        # "…, figures released on Thursday show": what may stand within who they are.
        barred = words.function - words.placing if is_theirs else words.function
        if tail[cue].low.endswith(words.participle) or any(t.low in barred for t in tail[:cue] if not t.is_capital):
            continue
        if cue and is_noun(tail[cue], tail[:cue], words):
            continue  # "two points behind"
        source = _named_behind(tail) if cue == 0 else tail[:cue]
        if _names_nobody(source, tail, cue, words):
            continue
        if cue == 0 and not (parsed or _says(source, tokens[: at + 1], words)):
            continue
        is_quoted = any(t.low == QUOTED for t in tokens[max(0, at - 1) : at + 1])
        if cue == 0 and not is_quoted and _opens_on_its_subject(tokens[:at], words):
            continue
        content = tokens[: at + 1]
        if sum(t.low[0].isalnum() or t.low == QUOTED for t in content) < (1 if tokens[at].low == QUOTED else 4):
            continue
        made = _make_attribution(words, tail[cue], content if len(content) > 1 else [*content, *content], source)
        if made is not None:
            return made
    return None


def _named_behind(tail: Sequence[SentenceToken]) -> list[SentenceToken]:
    """Who stands behind a verb that opens some words: "X, the treasurer" without the comma and what follows."""
    end = next((i for i in range(1, len(tail)) if tail[i].low in BREAKS or tail[i].low == "."), len(tail))
    return list(tail[1:end])


def _names_nobody(source: Sequence[SentenceToken], tail: Sequence[SentenceToken], cue: int, words: Lexicon) -> bool:
    """True if what stands beside a verb says nothing.

    As in "told the paper", "agreed on a rise", ", did not join the call", ", a manager charged with fraud", ", was found in a shed".
    """
    if cue == 0:
        return tail[cue].low in words.addressing or (bool(source) and source[0].low in words.function)
    first = next((t for t in source if t.low[0].isalnum()), source[0])
    is_only_helped = source[-1].low in words.passive and (len(source) < 2 or not source[-2].is_capital)
    if can_be_verb(first, words) or is_only_helped or not any(t.low[0].isalpha() or t.low == QUOTED for t in source):
        return (
            True  # of the subject before the comma, "Karl Boone, 61, said": what follows is no sentence of somebody's
        )
    if any(a.low in words.nouns and b.low in words.articles for a, b in pairwise(source)):
        return True  # "an accusation his party denied"
    rest = [t for t in tail[cue + 1 :] if t.low[0].isalnum()]
    leads_on = tail[cue].low in words.accusing or tail[cue].low in words.with_clause
    is_of_source = leads_on and bool(rest) and rest[0].low in words.function
    opens = len(rest) > _MAX_SOURCE_LENGTH or (bool(rest) and rest[0].low in words.openers)
    return source[-1].low in words.articles or is_of_source or opens


def _before(tokens: list[SentenceToken], words: Lexicon) -> Reported | None:
    """Reads X said that …; X told reporters …; X plans to …."""
    for at, token in enumerate(tokens[1 : _MAX_SOURCE_LENGTH + 8], 1):
        if token.low == QUOTED or (token.low in {";", ":"} and at < 2) or _says_nothing(tokens, at, words):
            return None
        if not is_reporting(token, words) or token.low.endswith(words.participle):
            continue  # "…, suggesting that": whose suggestion it is, the order of words does not say
        before, rest = _without_inset(tokens[:at]), tokens[at + 1 :]
        if (
            before[-1].low in words.articles
            or before[-1].low.endswith(GENITIVES)
            or not rest
            or is_noun(token, before, words)
            or _is_clause(before, words)
        ):
            continue
        is_passive = has_passive_helper(before, words)
        is_led = token.low in words.accusing and (rest[0].low in words.leads or rest[0].low in words.function)
        if is_led and not is_passive and _has_happened(before, words):
            continue  # "went on trial accused of taking bribes"; but "two trawlers it accused of spying"
        negated = any(t.low in words.negations for t in before[-3:])
        source = [t for t in before if t.low not in words.auxiliaries and t.low not in words.negations]
        if any(t.low in words.function or t.low == QUOTED for t in source):
            source = _last_phrase(source, words)
        that = next((i for i in range(min(8, len(rest))) if _opens(i, rest, token, words)), None)
        if is_passive:
            if (told := _passive(before, token, rest, that, words)) is not None:
                return told
            continue
        weak = token.low in words.with_clause or token.low in words.nouns
        if weak and (that is None or that > 0) and rest[0].low != QUOTED:
            continue
        if token.low in words.tells and that is None:
            that = next((i for i, t in enumerate(rest[:6]) if t.low == QUOTED), None)
        content = rest[that:] if that is not None and that <= 6 else rest
        if content and content[0].low in words.openers and content[0].low != words.infinitive:
            content = content[1:]
        made = _make_attribution(words, token, content, source, negated=negated)
        if made is not None:
            return made
    return None


def _passive(
    before: Sequence[SentenceToken], cue: SentenceToken, rest: Sequence[SentenceToken], that: int | None, words: Lexicon
) -> Reported | None:
    """Reads X was told that …, X was accused of …: who says so, the words do not tell. Nothing of "was found in a shed"."""
    if that is None and cue.low in words.accusing and rest[0].low in words.leads:
        that = 0
    subject = range_of(before)
    said = None if that is None else range_of(rest[that:])
    if subject is None or said is None:
        return None
    negated = any(t.low in words.negations for t in before[-3:])
    return Reported(words.verbs[cue.low], (cue.start, cue.end), (subject, said), negated=negated)


def _has_happened(before: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True for a clause with its verb that ends on no pronoun: what hangs on it says what became of whom it is about."""
    is_told = before[-1].low == "," or any(can_be_verb(t, words) for t in before[1:])
    return is_told and before[-1].low not in words.subjects


def _is_clause(before: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True for a clause that a comma closes, which names nobody who speaks: "The fish died, state officials"."""
    first = next((i for i, t in enumerate(before) if t.low == ","), None)
    return first == len(before) - 1 and any(can_be_verb(t, words) for t in before[1:])


def _says(source: Sequence[SentenceToken], said: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True if what stands behind a verb says what stands before it: “…,” said a beekeeper; "The mill flooded, said the council".

    Not so in "The seller, a family of farmers, confirmed the price".
    """
    if any(t.low == QUOTED for t in said[-2:]):
        return True
    named = next((t for t in source if t.low not in words.articles), None)
    can_speak = named is not None and (named.is_capital or any(t.low in _SPEAKING for t in source))
    return can_speak and not _opens_on_its_subject(said[:-1], words)


def _opens_on_its_subject(tokens: Sequence[SentenceToken], words: Lexicon) -> bool:
    """True if the last comma only closes words about the subject: "The charity, founded by two nurses"."""
    comma = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].low == ","), None)
    if comma is None or tokens[0].low in words.function:
        return False
    about = tokens[comma + 1 :]
    closes = any(t.low == "," for t in tokens[:comma])  # "Tom Ray, 40, killed the guard"
    verbs = [at for at, t in enumerate(about) if (at or closes) and can_be_verb(t, words)]
    is_clause = bool(verbs) and about[0].low not in words.pointers
    return not is_clause and not any(can_be_verb(t, words) for t in tokens[:comma])


def _without_inset(tokens: list[SentenceToken]) -> list[SentenceToken]:
    """Words up to a verb without those in commas right before it, where these name nobody: "The seller, a family of farmers,"."""
    if tokens[-1].low != ",":
        return tokens
    opened = next((i for i in range(len(tokens) - 2, 0, -1) if tokens[i].low == ","), None)
    is_about = opened is not None and not any(t.is_capital or t.low == QUOTED for t in tokens[opened:])
    return tokens[:opened] if is_about else tokens


def _opens(index: int, rest: Sequence[SentenceToken], cue: SentenceToken, words: Lexicon) -> bool:
    """True for a word that opens the clause reported; "to" does so right behind the verb, or behind whom it tells, and before a verb."""
    word = rest[index].low
    if word != words.infinitive:
        return word in words.openers
    is_verb = index + 1 < len(rest) and rest[index + 1].low not in words.articles
    return is_verb and (index == 0 or cue.low in words.tells)


def _last_phrase(tokens: list[SentenceToken], words: Lexicon) -> list[SentenceToken]:
    """What stands behind the last word that no name or description holds.

    Behind a preposition that is where or when, and whoever the sentence opens with says it: "The owner of a plant in Korangi denied"; a
    pronoun stands alone: "In 2019 he denied".
    """
    cuts = [i for i, t in enumerate(tokens) if t.low in words.function or t.low == QUOTED]
    last = tokens[cuts[-1] + 1 :]
    opening = tokens[: cuts[0]]
    is_aside = tokens[cuts[-1]].low in words.placing and not any(t.low in BREAKS for t in last)
    if is_aside and last and last[-1].low in words.subjects:
        return last[-1:]
    if is_aside and opening and not any(t.low in BREAKS or can_be_verb(t, words) for t in opening):
        return opening
    return last


def _adverb(tokens: list[SentenceToken], words: Lexicon) -> Reported | None:
    at = next((i for i, t in enumerate(tokens) if t.low in words.adverbs), None)
    if at is None:
        return None
    parts = tuple(part for part in (range_of(tokens[:at]), range_of(tokens[at + 1 :])) if part is not None)
    return Reported(words.adverbs[tokens[at].low], (tokens[at].start, tokens[at].end), parts) if parts else None


def _says_nothing(tokens: Sequence[SentenceToken], at: int, words: Lexicon) -> bool:
    """True for a verb that says nothing by the word behind it: "called off"; "Robbers suspected to be sailors fled", of whom it is told."""
    is_told_of = tokens[at].low in words.told_of and not has_passive_helper(tokens[:at], words)
    is_to = at + 1 < len(tokens) and tokens[at + 1].low == words.infinitive
    return is_phrasal_verb(tokens, at, words) or (is_told_of and is_to)
