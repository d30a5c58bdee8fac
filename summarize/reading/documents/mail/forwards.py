"""Articles that are forwarded within the text of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarize.languages.tables import pattern, word_lists

_PREFIX = pattern("mail.toml", "prefix")
_FORWARDED = pattern("mail.toml", "forwarded")
_MARK = pattern("mail.toml", "mark")
_EXPLICIT = pattern("mail.toml", "explicit")
_LABEL_OF = {word: label for label, words in word_lists("mail.toml", "labels").items() for word in words}
_LINE = re.compile(r"[*_ ]{0,3}([^\W\d_][\w-]{0,11})[*_ ]{0,2}\s?[:：][*_ ]{0,3}(.*)")
_QUOTED = re.compile(r"^\s*>")
_FROM = pattern("mail.toml", "from")
_MAX_TRIES = 100
_MAX_COUNT = 5


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message within the text of another."""

    above: str
    """What the forwarder wrote."""
    text: str
    sender: str = ""
    date: str = ""
    subject: str = ""


def without_prefixes(subject: str) -> str:
    """A subject without what answering and forwarding put before it."""
    return _PREFIX.sub("", subject).removesuffix("(fwd)").strip()


def is_forward(subject: str) -> bool:
    """True for a subject that says that something is forwarded."""
    return bool(_FORWARDED.match(subject))


def innermost(text: str, subject: str) -> Forwarded | None:
    """The message that is forwarded in a text, or in one that is forwarded in it; None if none is."""
    found: Forwarded | None = None
    notes: list[str] = []
    for _ in range(_MAX_COUNT):
        step = _find_forwarded(found.text if found else text, said=is_forward(found.subject if found else subject))
        if step is None:
            break
        notes.append(step.above)
        found = step
    if found is None:
        return None
    return Forwarded("\n\n".join(filter(None, notes)), found.text, found.sender, found.date, found.subject)


def _find_forwarded(text: str, *, said: bool) -> Forwarded | None:
    lines = text.split("\n")
    tries = 0
    for index, line in enumerate(lines):
        bare = _QUOTED.sub("", line).strip(" >*")
        mark = bool(_MARK.fullmatch(bare)) if len(bare) < 120 else False
        if not mark and not _FROM.match(bare):
            continue
        tries += 1
        if tries > _MAX_TRIES:
            break
        start = index + 1 if mark else index
        fields, end = _header(lines, start)
        if "from" not in fields or len(fields) < (2 if mark else 3) or not (mark or "subject" in fields):
            continue
        above = "\n".join(lines[:index]).strip("_- \n")
        below = _without_quote_marks("\n".join(lines[end:]))
        if not (said or (mark and _EXPLICIT.search(bare)) or len(below) > 2 * len(above)) or not below:
            return None
        return Forwarded(above, below, fields["from"], fields.get("date", ""), fields.get("subject", ""))
    return None


def _header(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The header that is printed at a place, and where the text after it begins."""
    fields: dict[str, str] = {}
    place, last, blanks = start, "", 0
    while place < len(lines) and place < start + 24:
        line = _QUOTED.sub("", lines[place]).strip(" >")
        match = _LINE.match(line) if line else None
        label = _LABEL_OF.get(match[1].casefold()) if match else None
        if label is not None and match is not None:
            fields.setdefault(label, match[2].strip(" *"))
            last, blanks = label, 0
        elif not line:
            blanks += 1
            # A blank line ends it, unless more of it follows, as where each field is a paragraph.
            if fields and not _goes_on(lines, place + 1):
                break
        elif last and not blanks:
            # A long field goes on in the next line.
            fields[last] = (
                f"{fields[last]} {line}".strip()
                if last in {"to", "subject"} and len(fields[last]) < 400
                else fields[last]
            )
        else:
            break
        place += 1
    return fields, place


def _goes_on(lines: list[str], place: int) -> bool:
    line = _QUOTED.sub("", lines[place]).strip(" >") if place < len(lines) else ""
    match = _LINE.match(line)
    return match is not None and match[1].casefold() in _LABEL_OF and match[1].casefold() not in {"le", "a"}


def _without_quote_marks(text: str) -> str:
    """A text without the marks of quoting, if every line of it has them."""
    for _ in range(_MAX_COUNT):
        lines = text.strip("\n").split("\n")
        if not any(line.strip() for line in lines) or not all(_QUOTED.match(line) for line in lines if line.strip()):
            break
        text = "\n".join(re.sub(r"^\s*> ?", "", line) for line in lines)
    return text.strip("\n")
