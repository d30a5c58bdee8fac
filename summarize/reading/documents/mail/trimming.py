"""What stands in a mail around its text: signatures, footers of lists, disclaimers, greetings of who forwards."""

from __future__ import annotations

import re

from summarize.languages.tables import pattern

_DEVICE = pattern("mail.toml", "device")
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_SIGNATURE_LINES = 15
_LIST = pattern("mail.toml", "list")
_FOOTER = pattern("mail.toml", "footer")
_CONFIDENTIAL = pattern("mail.toml", "confidential")
_GREETING = pattern("mail.toml", "greeting")
_FAREWELL = pattern("mail.toml", "farewell")
_MIN_COUNT = 4
_FOOTER_WORDS = 70
_DISCLAIMER_WORDS = 250
_TOP = 3


def without_mail_footers(text: str) -> str:
    """A text without signature, footers, disclaimers and the lines of devices."""
    text = _LIST.split(text, maxsplit=1)[0]
    marks = list(_SIGNATURE.finditer(text))
    if marks and text[marks[-1].end() :].strip().count("\n") < _SIGNATURE_LINES and text[: marks[-1].start()].strip():
        text = text[: marks[-1].start()]
    text = _DEVICE.sub("", text)
    blocks = [block for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    last_third = len(blocks) * 2 // 3
    kept = [block for place, block in enumerate(blocks) if not _is_footer(block, place, last_third)]
    return "\n\n".join(kept).strip("\n")


def remark(note: str) -> str:
    """What a forwarder says beyond greeting, "" if that is nothing."""
    lines = without_mail_footers(note).split("\n")
    kept: list[str] = []
    for line in lines:
        bare = line.strip()
        if _FAREWELL.match(bare):
            # Names, titles and telephone numbers follow.
            break
        if not _GREETING.match(bare):
            kept.append(line)
    text = re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", "\n".join(kept)).strip()
    return text if len(re.findall(r"[^\W\d_]{2,}", text)) >= _MIN_COUNT else ""


def _is_footer(block: str, place: int, last_third: int) -> bool:
    words = len(block.split())
    if place >= last_third and words <= _DISCLAIMER_WORDS and _CONFIDENTIAL.search(" ".join(block.split())):
        return True
    return (
        (place >= last_third or place < _TOP)
        and words <= _FOOTER_WORDS
        and bool(_FOOTER.search(" ".join(block.split())))
    )
