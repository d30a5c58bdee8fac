"""What no statement may hold: links, markup, templates, control characters, and quotation marks that are not its evidence's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from summarize.expressions import expression
from summarize.languages.measures import number_words
from summarize.languages.words import sentences
from summarize.outlets import is_registrable

_MARKUP: Final = expression(
    r"\w{2,12}://|www\.|!\[|\]\(|<[a-zA-Z/!|?]|\*\*|__|`|javascript:|mailto:|&#?\w{1,8};|^\s*(?:#{1,6}\s|>)"
)
_TEMPLATE: Final = expression(r"\{\{|\}\}|\{%|%\}|\$\{|\{#|<%|%>")
_ADDRESS: Final = expression(
    r"(?P<host>[\w.-]{1,60}@[\w.-]{1,60}\.\w{2,10}|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)|[\w.-]{1,60}\."
    # Letters of any script, and what is written above and below them.
    r"(?:xn--[\w-]{1,60}|[^\x00-\x40\x5b-\x60\x7b-\xbf\u2000-\u206f\u3000-\u303f]{2,24})(?![^\W_]))"
    r"(?P<path>(?::\d{1,5})?[/?#]\S*|:\d{1,5})?",
    re.IGNORECASE,
)
_RESERVED: Final = frozenset({"example", "invalid", "test"})
"""Endings of hosts that nobody can register (RFC 2606)."""
_COUNTRY: Final = len("uk")
_HOUR: Final = len("12")
_CLOSING: Final = ".,;:!?)]’”'\""
_CONTROL: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_QUOTED: Final = expression(r"[\"“”„‟«»＂]([^\"“”„‟«»＂]*)[\"“”„‟«»＂]|[「『]([^「」『』]*)[」』]")
_SINGLE: Final = expression(r"(?<!\w)['‘‚](?=\S)((?:[^'‘’‚]|['’](?=\w)){1,300}?)['’‘](?!\w)")
_MARKS: Final = expression(r"[\"“”„‟«»＂「」『』]")


def why_malformed(text: str, evidence: Sequence[str]) -> str | None:
    """Why a text of an engine's own cannot stand on a card as a statement, None if it can; `evidence` has single spaces."""
    if not text.isprintable() and any(_is_control(character) for character in text):
        return "it holds control characters"
    if _TEMPLATE.search(text):
        return "it holds template braces"
    if _MARKUP.search(text):
        return "it holds a link or markup"
    if _has_address(unicodedata.normalize("NFKC", text), [unicodedata.normalize("NFKC", part) for part in evidence]):
        return "it holds a link or markup"
    if _is_stray_quotation(text, evidence):
        return "it sets words in quotation marks that its evidence does not"
    return None


def _has_address(text: str, evidence: Sequence[str]) -> bool:
    """True if a text holds an address that its evidence does not."""
    for match in _ADDRESS.finditer(text):
        host, path = match["host"].strip(".-_"), match["path"] or ""
        if "@" in host or host.replace(".", "").isdecimal():
            if not _stands_whole(host, evidence):
                return True
            continue
        labels = host.split(".")
        # What is glued to an address by a lost space makes another of it, or none: "evil.com.Then".
        fronts = [".".join(labels[:count]) for count in range(2, len(labels))]
        if any(_is_address(front, "", evidence) for front in fronts) or _is_address(host, path, evidence):
            return True
    return False


def _is_address(host: str, path: str, evidence: Sequence[str]) -> bool:
    """True if a host can be somebody's, and neither stands in the evidence nor is two words that only lack a space."""
    name, _, ending = host.rpartition(".")
    if ending.lower() not in _RESERVED and not is_registrable(host):
        return False
    if _stands_whole((host + path).rstrip(_CLOSING), evidence):
        return False
    return bool(path.strip(_CLOSING)) or not _lacks_space(name, ending, evidence)


def _lacks_space(name: str, ending: str, evidence: Sequence[str]) -> bool:
    """True for "9.am", "U.S.is" and "Mr.Li", and for "fell.It" if its evidence has the word "fell": rather a false refusal than an address."""
    if len(ending) != _COUNTRY:
        return False
    if name.isdecimal() and len(name) <= _HOUR and ending.lower() in _half_days():
        return True
    known = sentences("en")
    if "." in name and name.lower() in known.abbreviations:
        return True
    return ending.istitle() and (name.lower() in known.titles or _stands_whole(name, evidence))


@cache
def _half_days() -> tuple[str, ...]:
    words = number_words("en")
    return () if words is None else words.half_days


def _stands_whole(found: str, evidence: Sequence[str]) -> bool:
    """True if evidence holds an address or word, not as a piece of another."""
    whole = re.compile(rf"(?<![\w-]){re.escape(found.casefold())}(?![\w-]|\.\w)")
    return any(whole.search(part.casefold()) for part in evidence)


def _is_control(character: str) -> bool:
    """True for what has no place in a line of text; the joiners of Persian and of the scripts of India have one."""
    return unicodedata.category(character) in _CONTROL and character not in "\n\t\u200c\u200d"


def _is_stray_quotation(text: str, evidence: Iterable[str]) -> bool:
    """True if a text sets words in quotation marks that its evidence does not set in them, or leaves a mark open."""
    runs = _runs(text)
    if runs is None:
        return True
    if not runs:
        return False
    held = [" ".join(run.split()) for part in evidence for run in _quoted_pieces(part)]
    return any(not any(run and _stands_in(run, one) for one in held) for run in runs)


def _stands_in(run: str, held: str) -> bool:
    """True if words stand in others as whole words."""
    return re.search(rf"(?:\b|(?=\W)){re.escape(run)}(?:\b|(?<=\W))", held) is not None


def _runs(text: str) -> list[str] | None:
    """The words in quotation marks, None if the marks do not pair."""
    runs = [match[1] if match[1] is not None else match[2] for match in _QUOTED.finditer(text)]
    if len(runs) * 2 != len(_MARKS.findall(text)):
        return None
    runs.extend(match[1] for match in _SINGLE.finditer(text))
    return [" ".join(run.split()).strip(".,;:!? ") for run in runs]


def _quoted_pieces(part: str) -> list[str]:
    """What a sentence holds in quotation marks; a mark without its fellow reaches to the sentence's end or start."""
    pieces: list[str] = []
    marks = [match.start() for match in _MARKS.finditer(part)]
    for index, at in enumerate(marks):
        end = marks[index + 1] if index + 1 < len(marks) else len(part)
        if end > at + 1 and not part[at + 1].isspace():
            pieces.append(part[at + 1 : end])
    if marks and (len(marks) % 2 or part[marks[0] - 1 : marks[0]].strip()):
        pieces.append(part[: marks[0]])
    pieces.extend(match[1] for match in _SINGLE.finditer(part))
    if "‘" in part:
        pieces.append(part.partition("‘")[2])
    return pieces
