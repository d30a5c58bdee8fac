"""Statements in an engine's own words: no figure, name, quotation mark or negation that the cited sentences do not have."""

from __future__ import annotations

import re

from summarize.card import Support

_WORD = re.compile(r"[^\W_][\w'’.,-]*[^\W_]|[^\W_]")
_FIGURE = re.compile(r"\d[\d.,:/-]*")
_QUOTES = re.compile(r"[\"“”«»„]")
_MARKUP = re.compile(r"https?://|www\.|!\[|\]\(|<[a-zA-Z/!]")
_NEGATIONS = re.compile(
    r"(?i)\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|refus\w*|den(?:y|ies|ied|ying)|reject\w*|fail(?:s|ed|ing)?)\b|n['’]t\b"
)
_SMALL = frozenset(
    """
    a an the and or of to in on at by for from with as is are was were be been has have had it its that this which
    who will would after before over into than
    """.split()
)


def check(text: str, evidence: list[str]) -> tuple[Support | None, str]:
    """How far the `evidence` sentences support `text`: the support, or None and the reason for refusing it.

    `verbatim` if the words stand there as they are; `supported` if every weight-bearing word does; `partial` if at least six in ten
    do. A figure, a name or a negation without counterpart is refused, as are quotation marks (only a quotation may stand in them),
    links and markup.
    """
    if not text.strip():
        return None, "it says nothing"
    if not evidence:
        return None, "it rests on no sentence of the article"
    source = " ".join(" ".join(part.split()) for part in evidence)
    words = " ".join(text.split())
    if words.rstrip(".") in source:
        return "verbatim", ""
    if _MARKUP.search(text):
        return None, "it holds a link or markup"
    if any(mark in text and mark not in source for mark in set(_QUOTES.findall(text))):
        return None, "it sets words in quotation marks that its evidence does not"
    figures = {figure.strip(".,:/-") for figure in _FIGURE.findall(source)}
    for figure in _FIGURE.findall(text):
        if figure.strip(".,:/-") not in figures:
            return None, f"the figure {figure.strip('.,:/-')} is not in its evidence"
    if bool(_NEGATIONS.search(text)) != bool(_NEGATIONS.search(source)) and _NEGATIONS.search(text):
        return None, "it denies what its evidence does not deny"
    known = {word.casefold() for word in _WORD.findall(source)}
    mine = _WORD.findall(text)
    for position, word in enumerate(mine):
        # The first word has a capital in any case; it must be the evidence's too, or one that names nobody.
        if (
            word[0].isupper()
            and not (position == 0 and word.casefold() in _SMALL)
            and word.casefold() not in known
            and word.casefold().removesuffix("'s").removesuffix("’s") not in known
        ):
            return None, f"the name {word} is not in its evidence"
    heavy = [word.casefold() for word in mine if word.casefold() not in _SMALL]
    held = sum(word in known for word in heavy)
    if _NEGATIONS.search(source) and not _NEGATIONS.search(text):
        # What is denied there may have been left out here, or turned round.
        return ("partial", "") if not heavy or held >= 0.6 * len(heavy) else (None, "its evidence does not say so")
    if not heavy or held == len(heavy):
        return "supported", ""
    if held >= 0.6 * len(heavy):
        return "partial", ""
    return None, "its evidence does not say so"
