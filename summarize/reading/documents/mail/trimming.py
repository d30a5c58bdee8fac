"""What stands in a mail around its text: signatures, footers of lists, disclaimers, greetings of who forwards."""

from __future__ import annotations

import re

_DEVICE = re.compile(
    r"(?im)^\s*(?:sent|gesendet|envoyé|enviado|inviato|verzonden|von)\s+(?:from|via|von|mit|de(?:puis|sde)?|da|vanaf|meinem)\s+.{0,60}$|^\s*get outlook for .{0,40}$|"
    r"^\s*(?:von meinem|diese nachricht wurde von) .{0,60}gesendet\.?$"
)
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_SIGNATURE_LINES = 15
_LIST = re.compile(r"(?m)^_{20,}\n(?=.{0,200}(?:mailing list|mailingliste|list))")
_FOOTER = re.compile(
    r"(?i)\b(?:unsubscribe|opt[- ]?out|abmelden|abbestellen|désabonner|désinscrire|darse de baja|cancelar (?:la )?suscripción|disiscriver|afmelden|"
    r"manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|update (?:your )?preferences|(?:you|you['’]re|you are) (?:are )?(?:receiving|received) this|"
    r"(?:view|read|open)(?: this| the| it)?(?: e-?mail| message| newsletter| online)? in (?:your |a |the )?(?:web )?browser|view (?:it )?online|"
    r"im browser (?:ansehen|öffnen|anzeigen)|add us to your address book|forward (?:this )?to a friend|privacy policy|mailing list)\b"
)
_CONFIDENTIAL = re.compile(
    r"(?i)\b(?:confidential|privileged|vertraulich\w*|confidentiel\w*|confidencial\w*|riservat\w+)\b.{0,600}\b(?:recipient|addressee|intended|privileged|sender|"
    r"empfänger|adressat|destinataire|destinatario)|\b(?:intended|recipient|empfänger|destinataire)\b.{0,600}\b(?:confidential|privileged|vertraulich|delete|confidentiel)|"
    r"think (?:before (?:you )?print|of the environment)|consider the environment before printing"
)
_GREETING = re.compile(
    r"(?i)^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen)|moin|servus|bonjour|bonsoir|salut|chère?s?|hola|buenos|ciao|fyi|"
    r"for your information|zur (?:info|information|kenntnis)|zk|pour info(?:rmation)?|see below|s(?:iehe)?\.? ?u(?:nten)?|voir ci-dessous|per info)\b[^.!?]{0,40}[,.!:–-]*$"
)
_FAREWELL = re.compile(
    r"(?i)^(?:best|kind|warm|many)?\s*(?:best|regards|wishes|thanks|thank you|cheers|yours|sincerely|ta|mit freundlichen grüßen|mfg|viele grüße|vg|lg|liebe grüße|beste grüße|"
    r"gruß|cordialement|bien à vous|merci|saludos|gracias|saluti|grazie)\b[^.!?]{0,30}[,.!–-]*$"
)
_FEWEST = 4
_FOOTER_WORDS = 70
_DISCLAIMER_WORDS = 250
_TOP = 3


def trimmed(text: str) -> str:
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
    lines = trimmed(note).split("\n")
    kept: list[str] = []
    for line in lines:
        bare = line.strip()
        if _FAREWELL.match(bare):
            # Names, titles and telephone numbers follow.
            break
        if not _GREETING.match(bare):
            kept.append(line)
    text = re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", "\n".join(kept)).strip()
    return text if len(re.findall(r"[^\W\d_]{2,}", text)) >= _FEWEST else ""


def _is_footer(block: str, place: int, last_third: int) -> bool:
    words = len(block.split())
    if place >= last_third and words <= _DISCLAIMER_WORDS and _CONFIDENTIAL.search(" ".join(block.split())):
        return True
    return (
        (place >= last_third or place < _TOP)
        and words <= _FOOTER_WORDS
        and bool(_FOOTER.search(" ".join(block.split())))
    )
