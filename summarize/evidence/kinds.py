"""Speech, fragment, or words that nobody says: what a quoted run is."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.evidence.quotations import Spoken, is_full_sentence
from summarize.evidence.vocabulary import SPEECH_VERBS, WEAK_VERBS

_TITLED_BEFORE = re.compile(
    r"(?i)\b(?:so-called|known\s(?:\w+\s)?as|nicknamed|entitled|titled|named|christened|code-?named|branded|(?:the|a)\s(?:word|term|phrase|acronym|label|name|slogan|title|nickname|hashtag|codename|tag)s?|"
    r"film|movie|book|novel|song|album|single|play|show|series|programme|program|podcast|exhibition|painting|documentary|drama|sitcom|musical|opera|ship|yacht|boat|vessel|trawler|ferry|tanker|operation|"
    r"campaign|project|scheme|initiative|magazine|newspaper|column|poem|essay|paper|report|tour|exercise|hit|entitled|episode(?:\sof)?|game|app|chapter|article|headlined|called|dubbed|NBC['’]s|CBS['’]s|ABC['’]s|BBC['’]s|ITV['’]s|on|is|was|means?|meaning|stands\sfor)"
    r"\s?,?\s?$"
)
_TERMED_BEFORE = re.compile(
    r"(?i)\b(?:so-called|known\s(?:\w+\s)?as|nicknamed|entitled|titled|named|christened|code-?named|(?:the|a)\s(?:word|term|phrase|acronym|label|name|slogan|title|nickname|hashtag|codename|tag)s?|means?|meaning|stands\sfor)\s?,?\s?$"
)
_SMALL = frozenset("a an the and or of for to in on at by with from as but nor is".split())


def is_title_case(words: str) -> bool:
    """True for two words or more whose every weight-bearing word is capitalised: "Special and Privileged Partnership"."""
    tokens = re.findall(r"[^\W\d_][\w'’-]*", words)
    heavy = [token for token in tokens if token.lower() not in _SMALL]
    return len(tokens) >= 2 and bool(heavy) and all(token[0].isupper() for token in heavy)


def kind_of(text: str, entry: Spoken) -> str:
    """`speech`, `fragment` or `words`, from the run itself and what was found around it."""
    run = entry.run
    words = " ".join(text[start:end] for start, end in run.parts)
    count = len(words.split())
    full = is_full_sentence(text, run) and not is_title_case(words.rstrip(".,!?"))
    before = text[max(0, run.start - 40) : run.start]
    if not any(character.isalnum() for character in words):
        return "words"
    if _is_nickname(text, run.start, run.end) or (count <= 2 and re.search(r"(?i)so-called\s$|nicknamed\s$", before)):
        return "words"
    if count <= 2 and words[:1].isupper() and re.search(r"\bon\s$", before):
        return "words"  # wrote on 'X'
    titled = is_title_case(words.rstrip(".,!?"))
    if entry.speaker is None:
        return "speech" if (full or count >= 10) and count >= 6 and not titled else "words"
    if entry.weak:
        return (
            ("speech" if full and count >= 6 else "fragment")
            if count >= 3 and not titled and not _TITLED_BEFORE.search(before)
            else "words"
        )
    if (
        entry.direct
        and entry.is_speech
        and (full or count >= 4 or words[-1] in ",.!?" or text[run.end : run.end + 1] == ",")
    ):
        if titled and not full and (_TITLED_BEFORE.search(before) or _cue_distance(entry) > 30):
            return "words"
        return "speech" if full or count >= 4 or words[:1].isupper() or entry.follows else "fragment"
    if entry.inherited and not (titled and count <= 4):
        return "speech"
    if _is_naming(text, entry):
        return "words"
    if titled and (count <= 8 or _TITLED_BEFORE.search(before)):
        return "words"
    named = _TITLED_BEFORE.search(before) if words[:1].isupper() else _TERMED_BEFORE.search(before)
    judged = entry.cue is not None and text[entry.cue[0] : entry.cue[1]].split(maxsplit=1)[0] not in SPEECH_VERBS
    if named and not judged and count <= 6 and not re.search(r"(?:is|was|on)\s$", before):
        return "words"
    if (
        count <= 2
        and entry.cue is not None
        and not before.rstrip().endswith((",", ":"))
        and not entry.follows
        and text[entry.cue[0] : entry.cue[1]].split(maxsplit=1)[0] in WEAK_VERBS
    ):
        return "words"
    if count == 1 and not judged and _cue_distance(entry) > 60:
        return "words"
    return "speech" if full and count >= 6 else "fragment"


def _is_naming(text: str, entry: Spoken) -> bool:
    """True for "what biologists call “acoustic collapse”": a name for a thing, by nobody in particular."""
    if entry.cue is None or entry.speaker is None or entry.entity is not None:
        return False
    if (
        re.fullmatch(r"(?i)it|they|he|she", text[entry.speaker[0] : entry.speaker[1]])
        or sum(len(text[a:b].split()) for a, b in entry.run.parts) > 3
    ):
        return False
    is_naming = text[entry.cue[0] : entry.cue[1]].lower() in {
        "call",
        "calls",
        "called",
        "term",
        "dub",
        "label",
        "dubbed",
        "termed",
        "labelled",
    }
    return (
        is_naming
        and re.search(
            r"\b(?:what|which|that)\s(?:\w+\s){0,2}(?:once\s|often\s|now\s)?$",
            text[max(0, entry.cue[0] - 40) : entry.cue[0]],
        )
        is not None
    )


def spread_over_lists(text: str, spoken: list[Spoken]) -> None:
    """Make "and a “spoiled brat”" after “a liar” what “a liar” is: the items of one list are one speaker's."""
    for earlier, entry in pairwise(spoken):
        if entry.kind != "words" or earlier.kind != "fragment" or entry.run.start - earlier.run.end > 30:
            continue
        between = text[earlier.run.end : entry.run.start]
        words = " ".join(text[start:end] for start, end in entry.run.parts)
        if re.fullmatch(r"\s?,?\s?(?:and|or|but|and\sas|as)?\s?(?:an?|the|who\sis)?\s?", between) and not is_title_case(
            words
        ):
            entry.kind = "fragment"
            if entry.speaker is None or entry.weak:
                entry.speaker, entry.entity, entry.cue = earlier.speaker, earlier.entity, earlier.cue


def _cue_distance(entry: Spoken) -> int:
    if entry.cue is None:
        return 1 << 20
    return min(abs(entry.run.start - entry.cue[1]), abs(entry.cue[0] - entry.run.end))


def _is_nickname(text: str, start: int, end: int) -> bool:
    """Robert “Bobby” Scott."""
    before = re.search(r"[A-Z][\w.’'-]*\s$", text[max(0, start - 24) : start])
    after = re.match(r"\s[A-Z][\w’'-]+", text[end : end + 24])
    return bool(before and after) and len(text[start:end].split()) <= 2
