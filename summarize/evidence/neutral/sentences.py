"""Sentences by script and by what CLDR knows of a language, without a word of any."""

from __future__ import annotations

import re
import unicodedata

from summarize.languages.cldr import puts_stop_after_ordinals
from summarize.languages.tables import abbreviations

Range = tuple[int, int]

_CLOSE = r"[\"'”’»“«›)\]]*"
_FULL_CLOSE = r"[\"'”’»)\]」』）］]*"
# Marks of scripts that set no space behind a sentence, or whose mark means nothing else; then those of the others.
_CANDIDATE = re.compile(
    rf"(?P<full>[。！？｡])(?P<close>{_FULL_CLOSE})(?P<gap>\s*)"
    rf"|(?P<mark>[.!?…؟۔।॥։]+)(?P<close2>{_CLOSE})(?P<gap2>\s+)"
)
_WORD_BEFORE = re.compile(r"[\w.&’'-]*$")
_ORDINAL = re.compile(r"(?<![\d.,])(?:[0-2]?\d|3[01])$")
_HIRAGANA = re.compile(r"[\u3040-\u309f]")
_MAX_WORD = 30
"""Code points before a stop that are looked at for the word that it may belong to."""


def split_neutral(text: str, start: int, end: int, language: str | None) -> list[Range]:
    """The sentences of the paragraph `text[start:end]`, as half-open code-point ranges without surrounding white space.

    Args:
        text: the article's text.
        start: where the paragraph begins.
        end: one past its last code point.
        language: ISO 639-1 code; tells whether "5." is an ordinal, and which short forms end in a stop. None: neither is known.
    """
    sentences: list[Range] = []
    begin = start
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() < end and not _is_end(text, begin, match, language):
            continue
        stop = match.end("close") if match["full"] else match.end("close2")
        sentences.append((begin, stop))
        begin = match.end()
    while begin < end and text[begin].isspace():
        begin += 1
    if begin < end:
        sentences.append((begin, end))
    return sentences


def _is_end(text: str, begin: int, match: re.Match[str], language: str | None) -> bool:
    """True if a mark that `_CANDIDATE` found ends the sentence that begins at `begin`."""
    following = text[match.end() : match.end() + 8].lstrip("\"'“‘«„‚‹([「『¿¡-—– ")[:1]
    if match["full"]:
        # 「…。」と述べた: a closed quotation that the sentence goes on behind.
        return not (match["close"] and _HIRAGANA.match(following))
    if following.islower():
        return False
    if match["mark"] != "." or match["close2"]:
        return True
    return not _keeps_stop(_WORD_BEFORE.search(text, max(begin, match.start() - _MAX_WORD), match.start()), language)


def _keeps_stop(before: re.Match[str] | None, language: str | None) -> bool:
    """True for a word whose stop belongs to it: an ordinal, an initial, a short form."""
    word = before.group() if before else ""
    if _ORDINAL.search(word):
        return language is not None and puts_stop_after_ordinals(language)
    last = re.split(r"[.'’-]", word)[-1]
    if len(last) <= 1:
        return last.isalpha()
    return last.lower() in abbreviations(language) or (
        len(last) <= 3 and last.isalpha() and last[1:].islower() and not _has_vowel(last)
    )


def _has_vowel(word: str) -> bool:
    """False for "Dr", "Nr", "Sr" in scripts with vowels; True in every other script."""
    letters = unicodedata.normalize("NFD", word.lower())
    return not letters.isascii() or any(letter in "aeiouy" for letter in letters)
