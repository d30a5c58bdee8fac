"""Where a citation leads on the web: the article's address, with a text fragment that lights up the exact words.

The grammar is that of https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser looks for
whole words, and for `start`, `end`, `prefix` and `suffix` each within one block, so a citation is widened to whole words, and
one that is long or runs over a line end is given by its first and last words.
"""

from __future__ import annotations

import urllib.parse

from summarize.briefing import BriefedArticle, Cite
from summarize.rendering import safe

_DIRECTIVE = ":~:"
_LONGEST_WHOLE = 90  # encoded characters of a citation that is given whole
_LONGEST_PART = 55  # the same for its first words, its last words, and those around it; four of them stay below 300
_MOST_WORDS = 5
_AROUND = 120  # characters that are looked at for a prefix or a suffix
_WIDENED = 40
_WITHOUT_SPACES = "\u2e80"  # from here on stand scripts, Chinese and Japanese among them, whose words no space divides


def address(article: BriefedArticle) -> str | None:
    """The web address of an article, percent-encoded; None if it has none.

    Its own `url`, unless it was read from another host: a page may call any address its own, and a reader is led to what was read.
    """
    source = safe.web_link(article.source)
    own = safe.web_link(article.url) if article.url else None
    link = source if own is None or (source is not None and source[1] != own[1]) else own
    return link[0] if link else None


def passage(base: str, text: str, cite: Cite) -> str:
    """The address `base` with the text fragment of a citation of `text`; without one where nothing visible is cited."""
    directive = text_directive(text, cite.start, cite.end)
    page, _, anchor = base.partition("#")
    anchor = anchor.partition(_DIRECTIVE)[0]  # a fragment that the address itself brings would be followed too
    if directive is None:
        return f"{page}#{anchor}" if anchor else page
    return f"{page}#{anchor}{_DIRECTIVE}{directive}"


def text_directive(text: str, start: int, end: int) -> str | None:
    """`text=` and the encoded words that find `text[start:end]`; None if these are nothing but space."""
    start, end = _whole_words(text, start, end)
    lines = [line.strip() for line in text[start:end].splitlines() if line.strip()]
    if not lines:
        return None
    head, tail = lines[0], ""
    if len(lines) > 1 or len(_encoded(head)) > _LONGEST_WHOLE:
        head = _first_words(lines[0])
        tail = _last_words(lines[-1] if len(lines) > 1 else lines[0][len(head) :])  # the two must not overlap
    at = text.index(lines[0], start)
    parts = [_encoded(head), *([_encoded(tail)] if tail else [])]
    if head in text[:at]:  # a browser takes the first place that matches, so the words beside this one are needed
        before = _last_words(text[max(0, at - _AROUND) : at].rpartition("\n")[2])
        after = _first_words(text[at + len(head) :][:_AROUND].partition("\n")[0])
        if before:
            parts.insert(0, f"{_encoded(before)}-")
        elif after and not tail:
            parts.append(f"-{_encoded(after)}")
    return "text=" + ",".join(parts)


def _encoded(words: str) -> str:
    # `-` is the one character that no percent-encoder touches and that means something here.
    return urllib.parse.quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(0, start - _WIDENED)
    last = min(len(text), end + _WIDENED)
    while start > first and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while end < last and _in_word(text[end]) and _in_word(text[end - 1]):
        end += 1
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() and character < _WITHOUT_SPACES


def _first_words(line: str) -> str:
    return _words(line, last=False)


def _last_words(line: str) -> str:
    return _words(line, last=True)


def _words(line: str, *, last: bool) -> str:
    """The words at one end of a line that fit; a part of the one word there, if it alone is too long."""
    words = line.split() or [""]
    taken: list[str] = []
    for word in reversed(words) if last else words:
        if len(taken) == _MOST_WORDS or len(_encoded(" ".join([*taken, word]))) > _LONGEST_PART:
            break
        taken.append(word)
    if taken:
        return " ".join(reversed(taken) if last else taken)
    word = words[-1][-_LONGEST_PART:] if last else words[0][:_LONGEST_PART]
    while len(_encoded(word)) > _LONGEST_PART:
        word = word[1:] if last else word[:-1]
    return word
