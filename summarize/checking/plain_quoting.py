"""What is wrong with the quotations of a claim about an article that is not in English: altered, made up, or given to somebody else."""

from __future__ import annotations

import re

from summarize.article import Article
from summarize.checking.quoting import quoted_in
from summarize.evidence.find import find
from summarize.evidence.marks import quoted_runs
from summarize.findings import Findings, Quotation

_WORD = re.compile(r"\w+")
_TITLE = re.compile(r"[^\W\d_] (\w{5,}) $")
"""A word before a name, which is no sentence's first."""
_REACH = 40
"""How far before a name its title is looked for, in code points."""
_SHORT = 4
"""Fewer letters have no ending that could be another."""
_ENDING = 3
"""Letters by which a form of a name may be longer than the name."""


def moved_plainly(claim: str, article: Article, findings: Findings) -> str | None:
    """Why the speaker of a claim's quotation is another's, by name; None if nobody is named, or the article gives the words to nobody.

    Args:
        claim: a sentence in the article's language.
        article: the article.
        findings: what was found in it.
    """
    if not quoted_runs(claim, ((0, len(claim)),)):
        return None
    # With the article's names before it, so that a surname alone is read as the person's.
    names = f"{', '.join(person.name for person in findings.participants)}.\n\n"
    text = names + claim
    read = find(Article(text=text, language=article.language, published=article.published))
    for mine in read.quotations:
        words = _words(mine, text)
        there = [each for each in findings.quotations if _holds(each, article.text, words)]
        if not _is_named(mine, text, len(names)) or not all(_is_named(each, article.text) for each in there):
            continue
        if there and not any(_may_name(claim, each, article.text) for each in there):
            return f"the article gives “{' '.join(_quoted_text(mine, text).split())}” to “{there[0].speaker}”"
    return None


def altered_plainly(claim: str, article: Article) -> str | None:
    """Why words in the marks of a claim are not the article's; None if they are, or there are fewer than three."""
    for one in quoted_in(claim, article.text):
        if one.nearest is not None:
            return f"the article has “{' '.join(article.text[one.nearest.start : one.nearest.end].split())}”"
        if one.found is None:
            return f"the article does not have the words “{one.words.strip(' ,.')}”"
    return None


def _quoted_text(quotation: Quotation, text: str) -> str:
    return " ".join(text[part.start : part.end] for part in quotation.parts)


def _words(quotation: Quotation, text: str) -> str:
    return f" {' '.join(_WORD.findall(_quoted_text(quotation, text).lower()))} "


def _holds(quotation: Quotation, text: str, words: str) -> bool:
    return len(words) > 2 and words in _words(quotation, text)


def _is_named(quotation: Quotation, text: str, start: int = 0) -> bool:
    """True if the speaker stands beside the words by name, and not as "she" or "the mayor"."""
    span = quotation.speaker_span
    if quotation.participant is None or span is None or span.start < start:
        return False
    return bool(_names(quotation) & set(_WORD.findall(text[span.start : span.end].lower())))


def _names(quotation: Quotation) -> set[str]:
    return {word.lower() for word in _WORD.findall(quotation.speaker or "") if word[0].isupper()}


def _may_name(claim: str, quotation: Quotation, text: str) -> bool:
    """True if a claim has a name of who says something, or the title before it: "die Bürgermeisterin", each with any ending."""
    start = quotation.speaker_span.start if quotation.speaker_span is not None else 0
    title = _TITLE.search(text[max(0, start - _REACH) : start])
    known = _names(quotation) | ({title.group(1).lower()} if title and title.group(1)[0].isupper() else set())
    return any(_is_form(word, one) for word in _WORD.findall(claim.lower()) for one in known)


def _is_form(word: str, name: str) -> bool:
    """True if a word is a name with another ending: German "Janssens", Polish "Anny" of "Anna", "Kowalskiej" of "Kowalska"."""
    is_other_ending = len(name) >= _SHORT and word.startswith(name[:-1]) and len(word) <= len(name) + _ENDING
    return word.startswith(name) or is_other_ending
