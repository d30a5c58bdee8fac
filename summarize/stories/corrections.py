"""What a publisher says of its own article: that it was corrected. Such a sentence is no news, and the figure in it is the wrong one."""

from __future__ import annotations

import re

from summarize.layout import lay_out

_OPENS = re.compile(r"\W{0,3}(?:correction|corrected|clarification|editor[’']s note)\b\s*(?:[:–—(-]|\d)", re.IGNORECASE)
_OURS = r"(?:this|our)\s(?:article|story|report|post|headline|item|page)"
_OF_ITSELF = re.compile(
    rf"\b(?:an?|the)\s(?:earlier|previous|original|first)\sversion\sof\s(?:{_OURS}|(?:the|an)\s(?:article|story|report))\b"
    rf"|\b{_OURS}\b.{{0,80}}?\b(?:correct(?:ed|ion|s)?|amended|clarif\w+|misspell\w*|misstat\w+|mistaken\w*|wrong\w*|incorrect\w*|in error)\b"
    r"|\bwe\s(?:wrongly|mistakenly|incorrectly|misspelt|misspelled|misstated|regret\sthe\serror|apologi[sz]e\sfor\sthe\serror)\b"
    r"|\bin\s(?:an|our)\s(?:article|story|report)\s.{0,60}?\bwe\s(?:wrote|said|reported|stated)\b|\b(?:due\sto|because\sof)\san\sediting\serror\b",
    re.IGNORECASE | re.DOTALL,
)


def is_correction(sentence: str) -> bool:
    """True for a sentence in which an article says what it, or an earlier version of it, got wrong."""
    return bool(_OPENS.match(sentence) or _OF_ITSELF.search(sentence[:400]))


def is_correction_title(title: str | None) -> bool:
    """True for the title of an article that is a correction as a whole."""
    return bool(title and _OPENS.match(title))


def correction_range(text: str, title: str | None = None) -> tuple[int, int] | None:
    """The first paragraph in which an article says so: half-open code-point range, None if there is none.

    Of an article that is a correction as a whole, as its title says, what stands below the title.
    """
    if is_correction_title(title):
        body = lay_out(text, title).body
        return body[0] if body else None
    for match in re.finditer(r"[^\n]+", text):
        paragraph = match.group()
        if is_correction(paragraph.strip()):
            start = match.start() + len(paragraph) - len(paragraph.lstrip())
            return start, match.end() - (len(paragraph) - len(paragraph.rstrip()))
    return None
