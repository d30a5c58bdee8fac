"""What kind of thing a name names: hard evidence, soft evidence, and the NLP model's label between them."""

from __future__ import annotations

import re
from collections import Counter

from summarize import gazetteer
from summarize.evidence.capitals import Name
from summarize.evidence.vocabulary import (
    KNOWN_ORGANISATIONS,
    ORGANISATION_WORDS,
    PARTIES,
    PERSON_NOUNS,
    PLACE_WORDS,
    SPEECH_VERBS,
    TITLES,
)

_INITIALS = r"(?:[A-Z]\.\s?){1,3}"
_AGE_AFTER = re.compile(r",\s(?:aged\s)?\d{1,3},?(?=[\s,.;)])|\s\(\d{1,3}\)|,\sa\s\d{1,3}-year-old|\s?,\swho\b")
_DESCRIBED_AFTER = re.compile(
    r",\s(?:(?:the|a|an|his|her|its|their|who|whose)\s|[\w’'-]+['’]s\s)?((?:[\w’'&.-]+\s){0,6}?[\w’'-]+)", re.UNICODE
)
_SPEAKS_AFTER = re.compile(r"(?:,[^,.]{3,80},)?\s(?:\w+ly\s|also\s|has\s|had\s)?(\w+)")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|towards?|outside|across|around|throughout|into|of|between|visited|visit|leaving|left|reached|north|south|east|west|central|downtown|via)\s(?:the\s)?$",
    re.IGNORECASE,
)
_IN_BEFORE = re.compile(r"\b(?:in|near|outside|across|throughout|around)\s(?:the\s)?$", re.IGNORECASE)
_RESIDENCE_BEFORE = re.compile(r",\s\d{1,3},\s(?:of|from)\s$")
_OF_BEFORE = re.compile(
    r"\b(?:people|residents|village|town|island|city|port|suburb|district|hamlet|inhabitants|parish|villagers|outskirts|streets|centre|coast|north|south|east|west)\sof\s(?:north|south|east|west|central)?\s?$"
)
_COUNTRY_AFTER = re.compile(r",\s([A-Z][\w.’' -]{1,24}?)(?=[,.;:)\s])")
_HOUSES = frozenset({"White House", "Kremlin", "Pentagon", "Capitol", "Vatican"})
_PLACE_OPENERS = frozenset(
    """
    quai rue plaza calle via piazza lake mount mt cape fort ft port camp isle gulf bay strait rio cap villa lac
    avenida boulevard strasse wadi jebel
    """.split()
)


def hard_kind(name: Name, text: str) -> str | None:
    """The kind that a title, an age, an organisation word or a country proves; `people` for a nationality; None without proof."""
    words = name.text.split()
    bare = [word.strip(".,").lower() for word in words]
    if gazetteer.country_code(name.text) and name.text not in {"Jordan", "Chad", "Georgia"}:
        return "place"
    if name.text in KNOWN_ORGANISATIONS:
        in_it = name.text in _HOUSES and re.search(
            r"\b(?:at|in|inside|outside|near|to|leaving|entered|visited)\sthe\s$",
            text[max(0, name.start - 16) : name.start],
        )
        return "place" if in_it else "organisation"
    if gazetteer.people_of(name.text):
        return "group" if name.text.endswith("s") and not name.text.endswith(("ss", "U.S.", "US")) else "people"
    acronym = re.match(r"\s\(([A-Z]{2,8})\)", text[name.end : name.end + 12])
    if (
        acronym
        and len(words) > 1
        and acronym[1].startswith(words[0][0].upper())
        and acronym[1].endswith(words[-1][0].upper())
    ):
        return "organisation"  # Médecins Sans Frontières (MSF)
    if len(words) > 1 and bare[-1].removesuffix("s") in PARTIES - {"green", "reform", "independent"}:
        return "group"
    if len(words) > 1 and (
        bare[-1] in ORGANISATION_WORDS or (bare[0] in ORGANISATION_WORDS and bare[1:2] in (["of"], ["for"]))
    ):
        return "organisation"
    if "of" in bare and any(word in ORGANISATION_WORDS for word in bare[: bare.index("of")]):
        return "organisation"
    if len(words) > 1 and (bare[-1] in PLACE_WORDS or bare[0] in _PLACE_OPENERS):
        return "place"
    if (
        _AGE_AFTER.match(text, name.end, min(len(text), name.end + 24))
        and len(words) <= 4
        and not gazetteer.is_place(name.text)
    ):
        following = text[name.end : name.end + 24]
        if re.match(r",\s(?:aged\s)?\d", following) and not re.match(r",\s(?:19|20)\d\d", following):
            return "person"
    return None


def _soft_kind(name: Name, text: str, alone: Counter[str]) -> str | None:
    words = name.text.split()
    given = gazetteer.given_name_gender(words[0].split("-")[0]) or (
        len(words) > 2 and gazetteer.given_name_gender(words[1])
    )
    is_initials = bool(re.match(_INITIALS, name.text)) and len(words) > 1
    if len(words) > 1 and (given or is_initials) and not any(w.lower() in ORGANISATION_WORDS for w in words):
        return "person"
    located = _IN_BEFORE.search(text[max(0, name.start - 24) : name.start]) or re.search(
        r"\b(?:at|from)\s$", text[max(0, name.start - 6) : name.start]
    )
    if (
        len(words) == 1
        and gazetteer.given_name_gender(name.text)
        and not located
        and not gazetteer.country_code(name.text)
    ):
        return "person" if not name.opens or alone[name.text] > 1 else None
    if gazetteer.is_place(name.text):
        return "place"
    if len(words) == 1 and gazetteer.given_name_gender(name.text) and not name.opens:
        return "person"
    before = text[max(0, name.start - 30) : name.start]
    if re.fullmatch(r"[A-Z][A-Z&.-]{1,6}s?", name.text):
        return "organisation"
    after = text[name.end : name.end + 60]
    country = _COUNTRY_AFTER.match(after)
    if country and gazetteer.is_place(country[1].strip()) and _PLACE_BEFORE.search(before):
        return "place"
    last_word = re.search(r"([\w-]+)\s$", before)
    if (
        last_word
        and (last_word[1].lower() in PERSON_NOUNS or last_word[1].lower() in TITLES)
        and last_word[1].islower()
        and len(words) <= 4
    ):
        return "person"
    described = _DESCRIBED_AFTER.match(after)
    if (
        described
        and 2 <= len(words) <= 4
        and any(word.lower().strip(",.") in PERSON_NOUNS for word in described[1].split())
    ):
        return "person"
    if _RESIDENCE_BEFORE.search(before) and len(words) <= 3:
        return "place"
    if _OF_BEFORE.search(before):
        return "place"
    if re.search(r"\bthe\s$", before) and len(words) > 1:
        return "place" if re.search(r"\b(?:at|in|to|near|outside|of)\sthe\s$", before) else None
    if 2 <= len(words) <= 3 and alone[words[-1]] > 0 and not gazetteer.is_place(words[-1]) and not name.text.isupper():
        return "person"
    speaks = _SPEAKS_AFTER.match(after)
    if 2 <= len(words) <= 3 and (
        (speaks and speaks[1] in SPEECH_VERBS) or (last_word and last_word[1] in {"said", "says", "added"})
    ):
        return "person"
    if _IN_BEFORE.search(before) and not name.opens and len(words) <= 3:
        return "place"
    if len(words) == 1 and speaks and speaks[1] in SPEECH_VERBS:
        if gazetteer.given_name_gender(name.text):
            return "person"
        return "organisation" if alone[name.text] else None
    return None


def decide(name: Name, text: str, alone: Counter[str]) -> str | None:
    """The model's label and the soft evidence, weighed against each other."""
    soft = _soft_kind(name, text, alone)
    label = name.label
    words = name.text.split()
    if label is None or label == soft:
        return soft
    before = text[max(0, name.start - 16) : name.start]
    if label == "person" and soft == "place" and len(words) == 1:
        return "place"
    if (
        soft is None
        and label == "organisation"
        and len(words) == 1
        and not name.text.isupper()
        and (re.search(r"\b(?:in|near|outside)\s$", before) or _stands_at(text, name.start))
    ):
        return "place"
    if soft is None and label == "person" and re.search(r"\b(?:the|at|in|near|off|outside|journal)\s$", before):
        return "place" if _PLACE_BEFORE.search(before) else "organisation"
    if soft is None:
        if label == "person" and len(words) == 1 and gazetteer.is_place(name.text):
            return "place"
        return label
    if soft == "place" and gazetteer.is_region(name.text):
        return "place"
    if (
        soft == "place"
        and label == "organisation"
        and len(words) == 1
        and _PLACE_BEFORE.search(text[max(0, name.start - 24) : name.start])
    ):
        return "place"  # "the port of Constanța", "in Rasht": a city where one is, whatever the model takes it for
    if soft == "person" and label == "organisation":
        # The small model takes unfamiliar personal names for organisations; a given name or a role before it decides.
        return "person"
    if soft == "person" and label == "place" and len(words) == 1:
        return "person"
    spoken_of = re.search(r"\bsaid\s$", before) or re.match(r",\swho\s", text[name.end : name.end + 6])
    if label == "place" and 2 <= len(words) <= 3 and spoken_of and not gazetteer.is_place(name.text):
        return "person"
    if (
        soft == "person"
        and label == "place"
        and len(words) > 1
        and gazetteer.given_name_gender(words[0])
        and not gazetteer.is_place(name.text)
    ):
        return "person"
    if soft == "organisation" and label in {"person", "place"} and name.text.isupper():
        return "organisation"
    if (
        soft == "place"
        and label == "person"
        and len(words) == 1
        and _IN_BEFORE.search(text[max(0, name.start - 24) : name.start])
    ):
        return "place"
    return label


def _stands_at(text: str, start: int) -> bool:
    """True for "a ramp at Holyhead", and not for "an analyst at Nvidia": at a body somebody works."""
    lead = text[max(0, start - 50) : start]
    if not re.search(r"\bat\s$", lead):
        return False
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", lead)[-6:]}
    return not words & (
        PERSON_NOUNS | TITLES | {"work", "works", "worked", "working", "job", "jobs", "staff", "partner"}
    )
