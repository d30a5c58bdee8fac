"""Roles: what the article calls a person beside the name. A role is always a range of the article's own words."""

from __future__ import annotations

import re

from summarize import gazetteer
from summarize.evidence.names import Name
from summarize.evidence.vocabulary import HONORIFICS, NOT_NAMES, ORGANISATION_WORDS, PERSON_NOUNS, TITLES

Range = tuple[int, int]

_AGENT = re.compile(
    r"[a-z]{2,}(?:ist|ian|eer|man|woman|ess|smith|wright|keeper|master|mistress|monger|logist|grapher|maker|worker|teacher|owner|holder|writer|dresser|lady|lord|trician|geon)$"
)
"""Nouns of trades by their ending: hydrologist, fishmonger, signwriter."""
_NO_AGENTS = frozenset(
    """
    business process progress access address success less unless congress express press mess guess woman man
    """.split()
)
_KIN = frozenset(
    """
    father mother brother sister son daughter wife husband widow uncle aunt cousin partner boyfriend girlfriend
    friend colleague counterpart man woman boy girl people
    """.split()
)
_RANKS = frozenset("dr prof rev sister father doctor".split())
_ROLE_NOUNS = (PERSON_NOUNS | TITLES) - {
    "former",
    "first",
    "acting",
    "deputy",
    "vice",
    "foreign",
    "prime",
    "private",
    "executive",
    "people",
    "lady",
    "family",
}
_MODIFIERS = frozenset(
    """
    former acting deputy vice chief senior junior executive foreign prime interim outgoing incoming veteran late
    current then longtime first assistant associate managing general lead head state federal national local regional
    retired ex founding joint principal finance defence defense interior health education justice home external
    internal economic political military chief shadow opposition party campaign police fire hospital school company
    club team world olympic human rights climate marine senior press media technical sporting creative artistic
    medical scientific legal and special communications security trade labour labor agriculture transport energy
    environment
    """.split()
)
_WORD_BACK = re.compile(r"([\w'’.&/-]+|\([^()\n]{2,80}\))\s$")
_AFTER = re.compile(
    r"(?:\s\([^()\n]{1,30}\))?,\s(?:aged\s)?(?:\d{1,3},\s)?(?:who\s(?:is|was|has\sbeen|serves\sas|works\sas)\s)?(?P<article>(?:the|a|an|his|her|its|their|then|now)\s)?(?P<role>[^,;:.—–()\"“”\ue000\n]{3,160})"
)
_CUT = re.compile(
    r"\s(?:who|which|that|said|says|told|tells|added|wrote|and\s(?:said|told|was|is|has|had|his|her|[a-z]+ed)|was|were|is|are|has|had|will|would|when|where|while|but|in\sa\s(?:statement|interview|post)|on\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b.*$"
)
_INITIAL_STOP = re.compile(r"(?:[A-Z]\.|\b(?:St|Dr|Gen|Col|Lt|Inc|Co|Corp|Ltd|No|Sen|Rep)\.)$")


def _apposed(text: str, name: Name, floor: int) -> Range | None:
    """The description whose comma stands right before the name: "The treasurer, Colm Mulcahy"."""
    start = name.title[0] if name.title else name.start
    lead_start = max(floor, start - 110)
    lead = text[lead_start:start]
    if not lead.endswith(", "):
        return None
    # From the last determiner that is followed by a role noun and no verb.
    best: Range | None = None
    for match in re.finditer(
        r"(?:(?<=[\s\"“‘(])|^)(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w’'.-]+(?:['’]s|s['’]))\s(?=\w)", lead
    ):
        words = lead[match.end() : -2]
        if not words or "," in words or _VERBAL.search(words) or not _has_role_noun(" ".join(words.split()[:7])):
            continue
        possessor = match.group().strip()
        begin = (
            match.start() if possessor.endswith(("'s", "’s", "s'", "s’")) and possessor[0].isupper() else match.end()
        )
        best = (lead_start + begin, start - 2)
        break
    if best is None and text[max(0, lead_start - 2) : lead_start + 1][-1:].isupper():
        words = lead[:-2]
        if "," not in words and not _VERBAL.search(words) and _has_role_noun(words) and len(words.split()) <= 10:
            best = (lead_start, start - 2)
    return best


_VERBAL = re.compile(
    r"\b(?:said|says|told|was|were|is|are|has|had|have|will|would|met|by|after|when|as|that|which|who|with|to|on|died|killed|injured|asked|called|urged|accused)\b"
)


def role_of(text: str, name: Name, sentence: Range, floor: int) -> Range | None:
    """The half-open range of the role that stands beside this mention of a person, None if none does.

    Args:
        text: the article's text.
        name: the mention.
        sentence: the range of its sentence.
        floor: where the name of somebody else ends before it; no role reaches across.
    """
    floor = max(sentence[0], floor)
    apposed = _apposed(text, name, floor)
    if apposed is not None:
        return apposed
    before = _before(text, name, (floor, sentence[1]))
    after = _after(text, name, sentence)
    if before is not None and text[before[0] : before[1]].rsplit(maxsplit=1)[-1].lower() in _KIN and after is not None:
        return after  # "his younger brother, Martin, an accountant"
    if before is None or (after is not None and _only_a_rank(text[before[0] : before[1]])):
        return after or before
    return before


def _only_a_rank(role: str) -> bool:
    words = role.replace(".", "").lower().split()
    return all(
        word
        in {
            "dr",
            "prof",
            "professor",
            "gen",
            "general",
            "col",
            "sgt",
            "det",
            "lt",
            "capt",
            "captain",
            "rev",
            "doctor",
            "councillor",
            "cllr",
            "father",
            "sister",
            "justice",
        }
        for word in words
    )


def _before(text: str, name: Name, sentence: Range) -> Range | None:
    """Words before the name, walked leftwards while they can belong to a title."""
    start = name.title[0] if name.title else name.start
    end = name.title[1] if name.title else name.start
    has_noun = name.title is not None and _has_role_noun(text[name.title[0] : name.title[1]])
    has_noun = has_noun or (
        name.title is not None
        and bool(
            re.search(
                r"(?i)\b(?:gen|sen|rep|gov|prof|det|sgt|lt|col|maj|capt|judge|justice|coach|captain|cllr)\b",
                text[name.title[0] : name.title[1]],
            )
        )
    )
    position = start
    for _ in range(9):
        found = _WORD_BACK.search(text, max(sentence[0], position - 90), position)
        if found is None:
            break
        word = found[1]
        bare = word.strip(".()").lower()
        lower = re.sub(r"['’]s$", "", bare)
        if word.startswith("("):
            position = found.start()
            continue
        if word[-1] in ".!?" and not _INITIAL_STOP.search(word):
            break
        accepted = (
            bare in _MODIFIERS
            or bare in _ROLE_NOUNS
            or (
                word[0].isupper()
                and (word not in NOT_NAMES)
                and bare not in HONORIFICS
                and (position != name.start or gazetteer.people_of(word) or has_noun)
            )
            or (bare in {"of", "for", "the"} and has_noun and _role_before(text, sentence[0], found.start()))
            or (bare == "of" and position != start and _role_before(text, sentence[0], found.start()))
            or (lower != bare and has_noun)
            or (word[0].isupper() and _role_further_left(text, sentence[0], found.start()))
            or (has_noun and word[0].islower() and "-" in word)
        )
        if not accepted:
            break
        position = found.start()
        has_noun = has_noun or _has_role_noun(word)
    if not has_noun:
        return None
    stripped_end = end
    while stripped_end > position and text[stripped_end - 1].isspace():
        stripped_end -= 1
    while position < stripped_end and (
        match := re.match(
            r"(?:[,;)]|the|The|a|A|an|An|and|of|for|(?:[Mm]rs?|[Mm]s|Dr)\.?)\s*(?<=[\s,;)])",
            text[position:stripped_end],
        )
    ):
        position += match.end()
    role = text[position:stripped_end]
    if not role or (not _has_role_noun(role) and not name.title):
        return None
    if (
        role.lower() in _KIN
        or role.lower().rstrip(".") in _RANKS
        or (role.lower().endswith("s") and " " not in role and role.islower())
    ):
        return None  # "residents Ann Lee and …", "his father Tom": no role of theirs
    if role.replace(".", "").lower() in HONORIFICS - {"dr", "prof", "rev"}:
        return None
    return position, stripped_end


def _role_before(text: str, floor: int, position: int) -> bool:
    found = _WORD_BACK.search(text, max(floor, position - 40), position)
    return found is not None and (
        _has_role_noun(found[1]) or found[1].lower() in {"of", "for"} or found[1][0].isupper()
    )


def _role_further_left(text: str, floor: int, position: int) -> bool:
    """True for "Deputy Chief of FSMTC" before a name: a role noun and "of" precede the capitalised word."""
    return (
        re.search(
            r"\b(?:[Cc]hief|[Ss]ecretary|[Dd]irector|[Hh]ead|[Pp]resident|[Mm]inister|[Ll]eader|[Cc]aptain|[Mm]ember)\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w-]+\s){0,3}$",
            text[max(floor, position - 60) : position],
        )
        is not None
    )


def _has_role_noun(words: str) -> bool:
    for word in re.split(r"[\s/-]+", words):
        bare = word.strip(".,()").lower().removesuffix("'s").removesuffix("’s")
        if bare in _ROLE_NOUNS or (_AGENT.fullmatch(bare) and bare not in _NO_AGENTS):
            return True
    return False


def _after(text: str, name: Name, sentence: Range) -> Range | None:
    match = _AFTER.match(text, name.end, min(sentence[1], name.end + 180))
    if match is None:
        return None
    role = _CUT.sub("", match["role"]).rstrip()
    start = match.start("role")
    # A stop after an abbreviation or initial does not end the role.
    words = role.split()
    if (
        not words
        or len(words) > 16
        or words[0].endswith("ing")
        or words[0].lower()
        in {
            "who",
            "which",
            "and",
            "but",
            "or",
            "he",
            "she",
            "it",
            "they",
            "on",
            "in",
            "at",
            "with",
            "after",
            "said",
            "to",
        }
    ):
        return None
    reach = words[:8]
    indefinite = (match["article"] or "").strip() in {"a", "an"}
    if (
        not _has_role_noun(" ".join(reach))
        and not indefinite
        and not (
            match["article"]
            and any(
                word.lower() in {"chief", "head", "native", "survivor", "expert", "star", "boss", "seed"}
                for word in reach
            )
        )
    ):
        return None
    if (
        not match["article"]
        and words[0][0].islower()
        and not (
            _has_role_noun(words[0]) or words[0].lower() in _MODIFIERS or (len(words) > 1 and _has_role_noun(words[1]))
        )
    ):
        return None
    if not match["article"] and words[0][0].isupper() and not _has_role_noun(" ".join(words[:6])):
        return None
    if (
        words[0][0].isupper()
        and len(words) <= 3
        and words[-1].lower() in ORGANISATION_WORDS
        and not _has_role_noun(role)
    ):
        return None
    return start, start + len(role)
