"""Texts of a draft: the article's own sentence, a cut of one, or words of the engine's own, which have to be judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from summarize.article import Article, Evidence
from summarize.card import NOT_JUDGED, SaidBy, Support, shares_a_word
from summarize.draft import Draft, DraftStatement
from summarize.expressions import expression
from summarize.findings import Findings
from summarize.grounding.credits import credit
from summarize.grounding.cuts import Cut, cut_from
from summarize.grounding.form import why_malformed
from summarize.grounding.index import Index, OwnWords

MAX_CITED: Final = 12
"""Sentences that a text in an engine's own words may rest on."""
MAX_LENGTH: Final = 400
"""Characters of a text that an engine writes."""
MAX_HEADLINE: Final = 140
"""Characters of a headline that an engine writes; one that is a cut may be as long as its sentence."""
MAX_JUDGED: Final = 12
"""Texts of one draft that are judged: a card has room for nine."""
_QUESTION: Final = ("?", "？", "؟", "\u037e")
_OPENS, _CLOSES = "\"“‘«„'", " \"'”’»)"
_TAIL: Final = 20
"""Characters at the end of a sentence in which its question mark stands."""
_LONGER_WORD: Final = expression(r"\w{4,}")
"""A word that is no article, pronoun or the like in most languages."""
_MAX_LENGTH: Final = 4_000
"""Characters of a sentence that a text is laid over: a longer one is no sentence."""
_ENDS: Final = " .,;:"
"""Marks at the end that a headline leaves out."""
_GOES_ON: Final = (",", ";", "、", "،")
"""Marks behind which a sentence goes on: no text ends on them."""
_BROKEN: Final = _ENDS + "…–—-"
"""Marks behind a text that may be broken off."""


def own_words(draft: Draft, article: Article, findings: Findings) -> list[OwnWords]:
    """The texts of a draft that are neither the article's sentences nor cuts of them, each once: what has to be judged.

    Texts that are refused for their form or their references, or because they break off, are not among them.
    """
    return own_words_in(draft, Index(article, findings))


def own_words_in(draft: Draft, index: Index) -> list[OwnWords]:
    """As `own_words`, of an article that is laid out."""
    found: dict[OwnWords, None] = {}
    for one in _texts(draft):
        words = as_own_words(one, index)
        most = MAX_HEADLINE if one is draft.headline else MAX_LENGTH
        own = refused_form(one, index, at_most=most) is None and support_of(words, index) is None
        if own and not _breaks_off(words, index):
            found[words] = None
    return list(found)[:MAX_JUDGED]


def _texts(draft: Draft) -> Iterator[DraftStatement]:
    for one in (draft.headline, *draft.what, *draft.background):
        if one is not None and (one.text or "").strip():
            yield one


def as_own_words(one: DraftStatement, index: Index) -> OwnWords:
    """A drafted text with its sentences; without those that only ask, if others tell."""
    numbers = tuple(dict.fromkeys(one.sentences))
    telling = tuple(number for number in numbers if not asks(number, index))
    return OwnWords(" ".join((one.text or "").split()), telling or numbers)


def asks(number: int, index: Index) -> bool:
    """True for the number of a sentence that is a question, which tells nothing."""
    sentence = index.sentence(number)
    if sentence is None:
        return False
    # “Why now?” behind words of attribution is somebody's question, of which the sentence tells.
    is_quoted = index.text[sentence.span.start] in _OPENS
    last = index.text[max(sentence.span.start, sentence.span.end - _TAIL) : sentence.span.end]
    return _is_question(last if not is_quoted else last.rstrip(_CLOSES), index)


def _is_question(text: str, index: Index) -> bool:
    return text.rstrip().endswith((*_QUESTION, ";") if index.language == "el" else _QUESTION)


def only_asks(numbers: Sequence[int], index: Index) -> bool:
    """True if all of some sentences are questions."""
    return bool(numbers) and all(asks(number, index) for number in numbers)


def _only_asked(text: str, numbers: Sequence[int], index: Index) -> bool:
    """True if a question among some sentences holds every longer word of a text, and the others do not: it says what was only asked."""
    longer = frozenset(_LONGER_WORD.findall(text.casefold()))
    held = [(asks(number, index), _LONGER_WORD.findall(_sentence_text(number, index).casefold())) for number in numbers]
    told = {word for is_asking, words in held if not is_asking for word in words}
    return not longer <= told and any(is_asking and longer <= {*words} for is_asking, words in held)


def _sentence_text(number: int, index: Index) -> str:
    return index.slice(index.findings.sentences[number - 1].span)


def refused_form(one: DraftStatement, index: Index, *, at_most: int = MAX_LENGTH) -> str | None:
    """Why a drafted text can be no text of a card, whatever it says; None if it can."""
    return next(_faults(one, index, at_most), None)


def _faults(one: DraftStatement, index: Index, at_most: int) -> Iterator[str]:
    missing = index.missing(one.sentences)
    if missing is not None:
        yield f"there is no sentence {missing}"
    words = as_own_words(one, index)
    numbers = words.sentences
    if not numbers:
        yield "it rests on no sentence of the article"
    if len(numbers) > MAX_CITED:
        yield f"it rests on more than {MAX_CITED} sentences"
    text = one.text or ""
    own = support_of(words, index)
    if own is not None and own[0] == "verbatim":
        return  # the article's own sentence, whatever it holds
    if only_asks(numbers, index) or _only_asked(text, one.sentences, index):
        yield "it rests on a question, which tells nothing"
    if len(text) > at_most and own is None:
        yield f"it is longer than {at_most} characters"
    if not any(map(str.isalnum, text)):
        yield "it says nothing"
    if text.rstrip().endswith(_GOES_ON):
        yield "it breaks off in the middle of its sentence"
    fault = why_malformed(text, [index.slice(index.findings.sentences[number - 1].span) for number in numbers])
    if fault is not None:
        yield fault


def support_of(words: OwnWords, index: Index) -> tuple[Support, tuple[int, ...]] | None:
    """Whether a text is what it cites, whole, or a cut of one sentence, and the numbers of those it is; None if it is neither."""
    if words not in index.supports:
        index.supports[words] = _support_of(words, index)
    return index.supports[words]


def _support_of(words: OwnWords, index: Index) -> tuple[Support, tuple[int, ...]] | None:
    if words.text == " ".join(index.slice(index.findings.sentences[number - 1].span) for number in words.sentences):
        return "verbatim", words.sentences
    for number in words.sentences:
        sentence = index.findings.sentences[number - 1]
        if sentence.span.end - sentence.span.start > _MAX_LENGTH:
            continue
        whole = index.slice(sentence.span)
        if _is_question(whole.rstrip(_CLOSES), index) and not _is_question(words.text.rstrip(_CLOSES), index):
            continue  # a question without its mark would be a statement
        if words.text.rstrip(_ENDS) == whole.rstrip(_ENDS):
            return "verbatim", (number,)
        if isinstance(cut_from(words.text, index.text, sentence), Cut):
            return "cut", (number,)
    return None


def _breaks_off(words: OwnWords, index: Index) -> bool:
    """True for the beginning of a sentence that goes on with a word and no mark: what is left is known to be whole of cuts alone."""
    text = words.text.rstrip(_BROKEN)
    for sentence in [index.slice(index.findings.sentences[number - 1].span) for number in words.sentences]:
        if sentence.startswith(text) and sentence[len(text) :].lstrip()[:1].isalnum():
            return True
    return False


class Backing(Struct, frozen=True):
    """A text of a draft, and what it rests on."""

    text: str
    support: Support
    sentences: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    attribution: SaidBy | None


def backing_of(one: DraftStatement, index: Index, *, at_most: int = MAX_LENGTH, may_ask: bool = False) -> Backing | str:
    """What a drafted text of at most so many characters rests on, or the reason why it does not hold; a headline may be a question."""
    fault = refused_form(one, index, at_most=at_most)
    if fault is not None:
        return fault
    words = as_own_words(one, index)
    own = support_of(words, index)
    if own is None and _breaks_off(words, index):
        return "it breaks off in the middle of its sentence"
    verdict = None if own is not None else index.verdicts.get(words, NOT_JUDGED)
    if isinstance(verdict, str):
        return verdict
    support, numbers = own or ("judged", words.sentences)
    if not may_ask and only_asks(numbers, index):
        return "it is a question, which tells nothing"
    evidence = index.sentence_evidence(numbers)
    named = verdict.source if verdict is not None else None
    attribution = credit(evidence, index, named)
    if named is not None and attribution is None and not shares_a_word(words.text, named):
        return f"it is the word of “{' '.join(named.split())}”, which it does not say"
    return Backing(words.text, support, numbers, evidence, attribution)
