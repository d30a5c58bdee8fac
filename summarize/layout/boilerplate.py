"""Furniture: lines that stand in a news text without being part of the story."""

from __future__ import annotations

import re

# Each pattern must match from the start of a short paragraph; a sentence that merely begins alike is content.
_LINE = re.compile(
    r"""(?ix)
    (?: (?:for\ immediate\ release|embargoed\ (?:until|to|for).*|press\ release|media\ release|news\ release|breaking(?:\ news)?|exclusive|live|updated|not\ for\ publication.*)\W*
      | advertise?ments? | sponsored(?:\ content)? | promoted | ad\ feedback | story\ continues\ below.* | continue\ reading.*
      | (?:\W*)(?:read\ (?:more|also|next|all|full|here|the\ full)|also\ read|see\ also|related(?:\ (?:stories|articles|topics|content|news|video|coverage))?
        | more\ (?:on\ this(?:\ story)?|from|stories|news|in)|recommended|trending|most\ (?:read|popular|viewed)|watch(?:\ (?:live|now|more|video))?
        | listen(?:\ now)?|don['’]t\ miss|you\ may\ (?:also\ )?like|you\ might\ (?:also\ )?like|must\ read|top\ stories|up\ next|editors?['’]?s?\ picks?
        | in\ pictures|in\ photos|key\ points|at\ a\ glance)\b\s*(?:[:|›»>–—-].*)?
      | (?:subscribe|sign\ up|sign\ in|log\ in|register|follow\ (?:us|@|bbc|the)|like\ us|join\ (?:us|our)|download\ (?:the|our)|get\ (?:the|our|more|breaking|all\ the)
        | click\ here|tap\ here|support\ (?:our|us)|donate|become\ a\ (?:member|subscriber)|newsletter|share\ (?:this|on|via|the)|tweet\ this|email\ this
        | stay\ (?:informed|updated|up\ to\ date|tuned)|enter\ your\ email|thank\ you\ for\ (?:signing|reading|subscribing)|your\ email)\b.*
      | (?:share|tweet|email|print|save|copy\ link|comments?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|x|telegram|pin\ it|flipboard|messenger|share\ pin\ it)
        (?:[\s,|/·•]+(?:share|tweet|email|print|save|copy\ link|comments?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|x|telegram|pin\ it|flipboard|messenger|more))*
      | \d+\s(?:comments?|shares?|min(?:ute)?s?\ read)
      | (?:all\ rights\ reserved|copyright\b|©|\(c\)\ ?\d{4}).*
      | (?:this\ (?:article|story|report|content|material)\ (?:was|is|has\ been|may|originally|first|appeared|contains\ affiliate))\b.*
      | (?:photo|photograph|image|picture|video|credit|file\ photo|getty|source|caption|illustration|pic)(?:\s(?:credit|by|courtesy(?:\ of)?|source|caption))?\s*[:/].*
      | \(?(?:with\ (?:agency\ )?inputs?\ from|with\ agencies|additional\ reporting\ by|reporting\ by|writing\ by|editing\ by|compiled\ by|edited\ by|our\ standards)\b.*
      | \(?(?:ANI|PTI|IANS|AP|AFP|Reuters|Xinhua|UPI|dpa|Agencies|ends|end)\)?\.?
      | (?:PTI|ANI|IANS|UNI)(?:\ [A-Z]{2,5}){1,4}
      | [-*_=~•·#\s]{2,}
      | \#\#\#+ | -?30-? | ENDS
    )\s*""",
)
_LINK_LINE = re.compile(r"(?:https?://|www\.)\S+\s*")
_SHARE = re.compile(
    r"(?i)\b(?:newsletter|unsubscribe|subscribe|sign up|cookie|privacy policy|terms of (?:use|service))\b"
)


def is_furniture(paragraph: str) -> bool:
    """True if a paragraph is an advertisement, a share bar, a credit, a newsletter box or a link to another story."""
    if len(paragraph) > 300:
        return False
    if _LINK_LINE.fullmatch(paragraph) or _LINE.fullmatch(paragraph):
        # "Share prices fell" and "Watch makers said" are sentences: what reads on as one is content.
        return not _is_sentence(paragraph)
    return bool(_SHARE.search(paragraph)) and len(paragraph) < 160 and not re.search(r"[\"“”]|\bsaid\b", paragraph)


_CALL = re.compile(
    r"(?i)(?:subscribe|sign up|sign in|log in|register|follow|like us|join|download|get|click|tap|support|donate|become|share|tweet|email|stay|enter|"
    r"thank you|your email|read|also read|see also|related|more|watch|listen|copyright|all rights|©|this|photo|image|picture|video|credit|file photo|\(|"
    r"continue|story continues|additional|reporting|writing|editing|compiled|edited|with|newsletter|source|caption|illustration|pic|getty|photograph|our)"
)
_REPORTED = re.compile(r"\b(?:said|says|told|will|was|were|has|had|announced|rose|fell|killed|won)\b")


def _is_sentence(paragraph: str) -> bool:
    words = paragraph.split()
    if len(words) < 6 or not paragraph.rstrip("\"'”’)").endswith((".", "!", "?")):
        return False
    if re.match(
        r"(?i)\W*(?:read more|also read|read also|related|see also|watch|more on|this (?:article|story|report)|copyright|©|photo|image|reporting|editing|additional reporting|writing)\b.{0,14}[:,©]|this (?:article|story|report|content) (?:was|is|has been|first|originally)",
        paragraph,
    ):
        return False
    return bool(_REPORTED.search(paragraph)) or not _CALL.match(paragraph)
