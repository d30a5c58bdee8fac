"""Names: runs of capitalised words, and what kind of thing each of them names.

Every candidate collects evidence of its kind: lists of places and given names, the title or role before it, the age or
description after it, the words it is made of, and, where there is one, the label of the NLP model. Hard evidence (a title, an age,
an organisation word, a country) outweighs the model; the model outweighs soft evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from summarize import gazetteer
from summarize.evidence.vocabulary import BODIES, HONORIFICS, NOT_NAMES, ORGANISATION_WORDS, PARTIES, PERSON_NOUNS, PLACE_WORDS, SPEECH_VERBS, TITLES

Range = tuple[int, int]

_INITIALS = r"(?:[A-Z]\.\s?){1,3}"
_WORD = r"[^\W\d_](?:[\w]|['’](?=[^\W\d_]{2}|[A-Z]|t\b)|[-–&](?=\w)|\.(?=[A-Z]))*"
_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Det|Insp|Supt|Rev|Hon|Cllr|Adm|Cmdr|Brig|Messrs|Reps|Sens|Del|Pres|St|Ft|Mt)\.(?=\s)"
_TOKEN = re.compile(rf"{_ABBREVIATED}|(?:[A-Z]\.(?:\s?[A-Z]\.)*)|{_WORD}|\d+(?:[.,:]\d+)*|[^\w\s]")
_PARTICLES = frozenset("de des la del da dos das di van von der den ter bin ibn al el ben du le abu y e und".split())
_LINKS = frozenset("of for on".split())
_ROMAN = re.compile(r"(?:II|III|IV|V|VI|XII|XIV|XVI|Jr\.?|Sr\.?)")
_AGE_AFTER = re.compile(r",\s(?:aged\s)?\d{1,3},?(?=[\s,.;)])|\s\(\d{1,3}\)|,\sa\s\d{1,3}-year-old|\s?,\swho\b")
_DESCRIBED_AFTER = re.compile(r",\s(?:(?:the|a|an|his|her|its|their|who|whose)\s|[\w’'-]+['’]s\s)?((?:[\w’'&.-]+\s){0,6}?[\w’'-]+)", re.UNICODE)
_SPEAKS_AFTER = re.compile(r"(?:,[^,.]{3,80},)?\s(?:\w+ly\s|also\s|has\s|had\s)?(\w+)")
_SPEAKS_BEFORE = re.compile(r"(\w+)\s(?:the\s)?$")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|towards?|outside|across|around|throughout|into|of|between|visited|visit|leaving|left|reached|north|south|east|west|central|downtown|via)\s(?:the\s)?$", re.IGNORECASE)
_IN_BEFORE = re.compile(r"\b(?:in|near|outside|across|throughout|around)\s(?:the\s)?$", re.IGNORECASE)
_RESIDENCE_BEFORE = re.compile(r",\s\d{1,3},\s(?:of|from)\s$")
_OF_BEFORE = re.compile(r"\b(?:people|residents|village|town|island|city|port|suburb|district|hamlet|inhabitants|parish|villagers|outskirts|streets|centre|coast|north|south|east|west)\sof\s(?:north|south|east|west|central)?\s?$")
_COUNTRY_AFTER = re.compile(r",\s([A-Z][\w.’' -]{1,24}?)(?=[,.;:)\s])")


@dataclass(slots=True)
class Name:
    """One occurrence of a name. `start` and `end` are a half-open code-point range of the text."""

    start: int
    end: int
    text: str
    kind: str | None = None
    """`person`, `organisation`, `group`, `place`; None while unknown."""
    hard: bool = False
    """The kind rests on hard evidence."""
    title: Range | None = None
    """A title or honorific that stands directly before the name, inside the capitalised run."""
    label: str | None = None
    """The kind that the NLP model gives it."""
    opens: bool = False
    """Stands first in its sentence, where a capital proves nothing."""


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.rstrip(".").lower()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, end)]


def _runs(tokens: list[_Token], text: str) -> Iterable[list[_Token]]:
    """Runs of capitalised tokens with their particles and, after an organisation word, "of the …"."""
    index = 0
    while index < len(tokens):
        if not tokens[index].is_capital:
            index += 1
            continue
        run = [tokens[index]]
        index += 1
        while index < len(tokens):
            token = tokens[index]
            gap = text[run[-1].end : token.start]
            if "\n\n" in gap or len(gap) > 3:
                break
            if gap in {"'s ", "’s "} and token.is_capital and (token.bare in PLACE_WORDS or token.bare in ORGANISATION_WORDS) and len(run) == 1:
                run.append(token)  # Cobbler's Lane, King's College
                index += 1
                continue
            if token.is_capital and (gap.isspace() or gap == ""):
                run.append(token)
                index += 1
                continue
            reach = _link(tokens, index, run)
            if reach == 0:
                break
            run.extend(tokens[index : index + reach])
            index += reach
        yield run


def _link(tokens: list[_Token], index: int, run: list[_Token]) -> int:
    """How many tokens from `index` on link the run to its continuation; 0 for none."""
    word = tokens[index].text
    ahead = tokens[index + 1 : index + 4]
    if not ahead:
        return 0
    if word in _PARTICLES and ahead[0].is_capital and len(run) <= 3 and run[-1].bare not in ORGANISATION_WORDS:
        return 2
    if word in _PARTICLES and len(ahead) > 1 and ahead[0].text in _PARTICLES and ahead[1].is_capital:
        return 3
    organisation = any(token.bare in ORGANISATION_WORDS or token.bare in {"declaration", "treaty", "minister", "secretary", "isle", "gulf", "strait", "bay", "house", "republic", "act", "day", "director", "chief"} for token in run)
    if word in _LINKS and organisation and not any(token.bare in {"minister", "secretary", "director", "chief"} for token in run[-1:]):
        if ahead[0].is_capital and ahead[0].text not in NOT_NAMES:
            return 2
        if ahead[0].text == "the" and len(ahead) > 1 and ahead[1].is_capital and ahead[1].text not in NOT_NAMES:
            return 3
    if word in {"and", "&"} and ahead[0].is_capital and any(token.text in {"of", "for"} for token in run) and run[0].bare in {"ministry", "department", "office", "committee", "centers", "centre", "center", "institute", "board"}:
        return 2
    if word == "&" and ahead[0].is_capital:
        return 2
    return 0


def _names_in(text: str, start: int, end: int, openers: set[int]) -> list[Name]:
    names: list[Name] = []
    for run in _runs(_tokens(text, start, end), text):
        names.extend(_from_run(text, run, openers))
    return names


def _from_run(text: str, run: list[_Token], openers: set[int]) -> Iterable[Name]:
    """The name or names of a run: leading ordinary words dropped, titles set apart, nationality left to the role."""
    first_start = run[0].start
    while run and (run[0].text in NOT_NAMES or run[0].text in {"The", "A", "An"}):
        run = run[1:]
    while run and run[-1].text in _LINKS | _PARTICLES | {"and", "&", "the"}:
        run = run[:-1]
    if not run:
        return
    opens = first_start in openers and run[0].start == first_start
    # "Former DNC Chairman", "Defence Secretary": a description in capitals; what it says of a body is a name.
    while len(run) > 1 and (run[-1].bare in TITLES or run[-1].bare in PERSON_NOUNS) and not gazetteer.given_name_gender(run[0].text) and run[-1].bare not in ORGANISATION_WORDS | {"democrats", "republicans"}:
        run = run[:-1]
        while len(run) > 1 and run[-1].text in _LINKS | {"and", "&", "the"}:
            run = run[:-1]
        while len(run) > 1 and run[0].bare in {"former", "acting", "deputy", "interim", "vice", "first", "chief", "senior", "assistant"}:
            run = run[1:]
        if len(run) == 1 and not run[0].text.isupper() and not gazetteer.is_place(run[0].text):
            return  # "Joint Secretary", "Defence Minister": what is left names nobody
    if run[-1].bare in TITLES and len(run) == 1:
        return
    title: Range | None = None
    # The last title of the run parts it: what precedes is role, what follows is the person.
    cut = 0
    for index, token in enumerate(run[:-1]):
        following = run[index + 1].text.split("-")[0]
        called = token.bare in PERSON_NOUNS or re.match(r"(?i)(?:mum|dad|mother|father)-of", token.text)
        if token.bare in TITLES or token.bare in HONORIFICS or (called and gazetteer.given_name_gender(following)):
            cut = index + 1
    rest = run[cut:]
    is_linked = any(token.text in _LINKS for token in run)
    if cut and not is_linked and rest and rest[0].bare not in ORGANISATION_WORDS - {"guardian", "city", "united", "group", "co"} and len(rest) <= 4:
        if len(rest) == 3 and run[cut - 1].bare == "miss" and gazetteer.given_name_gender(rest[1].text):
            rest, cut = rest[1:], cut + 1  # Miss Universe Ana Ruiz
        title = (run[0].start, run[cut - 1].end)
        # "General Electric", "Justice Department", "Prime Video": a title before a word of an organisation is a name's own.
        if not any(token.bare in ORGANISATION_WORDS or token.bare in PLACE_WORDS for token in rest):
            people = [token for token in rest if token.text not in NOT_NAMES]
            if people:
                yield Name(rest[0].start, rest[-1].end, text[rest[0].start : rest[-1].end], "person", hard=True, title=title)
                return
    while len(run) > 2 and run[0].bare in ORGANISATION_WORDS and gazetteer.given_name_gender(run[1].text) and not is_linked:
        run = run[1:]  # Superintendent of | Police Farhana Sultan
    # "Russian Embassy" is a name; "Kenyan Eliud Kipchoge" is a nationality and a person.
    if len(run) > 2 and (gazetteer.people_of(run[0].text) or run[0].bare in PARTIES) and gazetteer.given_name_gender(run[1].text) and not any(t.bare in ORGANISATION_WORDS for t in run):
        title, run = (run[0].start, run[0].end), run[1:]
    yield Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], title=title, opens=opens)


def _hard_kind(name: Name, text: str) -> str | None:
    words = name.text.split()
    bare = [word.strip(".,").lower() for word in words]
    if gazetteer.country_code(name.text) and name.text not in {"Jordan", "Chad", "Georgia"}:
        return "place"
    if name.text in BODIES:
        in_it = name.text in _HOUSES and re.search(r"\b(?:at|in|inside|outside|near|to|leaving|entered|visited)\sthe\s$", text[max(0, name.start - 16) : name.start])
        return "place" if in_it else "organisation"
    if gazetteer.people_of(name.text):
        return "group" if name.text.endswith("s") and not name.text.endswith(("ss", "U.S.", "US")) else "people"
    if len(words) > 1 and bare[-1].removesuffix("s") in PARTIES - {"green", "reform", "independent"}:
        return "group"
    if len(words) > 1 and (bare[-1] in ORGANISATION_WORDS or (bare[0] in ORGANISATION_WORDS and bare[1:2] in (["of"], ["for"]))):
        return "organisation"
    if "of" in bare and any(word in ORGANISATION_WORDS for word in bare[: bare.index("of")]):
        return "organisation"
    if len(words) > 1 and (bare[-1] in PLACE_WORDS or bare[0] in _PLACE_OPENERS):
        return "place"
    if _AGE_AFTER.match(text, name.end, min(len(text), name.end + 24)) and len(words) <= 4 and not gazetteer.is_place(name.text):
        following = text[name.end : name.end + 24]
        if re.match(r",\s(?:aged\s)?\d", following) and not re.match(r",\s(?:19|20)\d\d", following):
            return "person"
    return None


def _soft_kind(name: Name, text: str, alone: Counter[str]) -> str | None:
    words = name.text.split()
    given = gazetteer.given_name_gender(words[0].split("-")[0]) or (len(words) > 2 and gazetteer.given_name_gender(words[1]))
    is_initials = bool(re.match(_INITIALS, name.text)) and len(words) > 1
    if len(words) > 1 and (given or is_initials) and not any(w.lower() in ORGANISATION_WORDS for w in words):
        return "person"
    located = _IN_BEFORE.search(text[max(0, name.start - 24) : name.start]) or re.search(r"\b(?:at|from)\s$", text[max(0, name.start - 6) : name.start])
    if len(words) == 1 and gazetteer.given_name_gender(name.text) and not located and not gazetteer.country_code(name.text):
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
    if last_word and (last_word[1].lower() in PERSON_NOUNS or last_word[1].lower() in TITLES) and last_word[1].islower() and len(words) <= 4:
        return "person"
    described = _DESCRIBED_AFTER.match(after)
    if described and 2 <= len(words) <= 4 and any(word.lower().strip(",.") in PERSON_NOUNS for word in described[1].split()):
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
    if 2 <= len(words) <= 3 and ((speaks and speaks[1] in SPEECH_VERBS) or (last_word and last_word[1] in {"said", "says", "added"})):
        return "person"
    if _IN_BEFORE.search(before) and not name.opens and len(words) <= 3:
        return "place"
    if len(words) == 1 and speaks and speaks[1] in SPEECH_VERBS:
        if gazetteer.given_name_gender(name.text):
            return "person"
        return "organisation" if alone[name.text] else None
    return None


_HOUSES = frozenset({"White House", "Kremlin", "Pentagon", "Capitol", "Vatican"})
_PLACE_OPENERS = frozenset("quai rue plaza calle via piazza lake mount mt cape fort ft port camp isle gulf bay strait rio cap villa lac avenida boulevard strasse wadi jebel".split())
_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group", "PRODUCT": None, "EVENT": None}


def find_names(text: str, sentences: list[Range], labels: dict[Range, str], skip: list[Range]) -> list[Name]:
    """Every name in the `sentences` of `text`, in order.

    Args:
        text: the article's text.
        sentences: half-open ranges of its sentences.
        labels: what the NLP model calls the ranges it found; empty without a model.
        skip: ranges whose capitals prove nothing, such as titles of works; names inside them are left out.
    """
    openers = {start for start, _ in sentences} | {start + 1 for start, _ in sentences}
    names = [name for start, end in sentences for name in _names_in(text, start, end, openers)]
    names = _merge_labels(text, names, labels)
    lowered = _lowercase_words(text) if any(name.opens for name in names) else frozenset[str]()
    alone: Counter[str] = Counter(name.text for name in names if " " not in name.text)
    kept: list[Name] = []
    for name in names:
        if any(start <= name.start and name.end <= end for start, end in skip):
            continue
        if name.text.isupper() and len(name.text) > 5 and " " not in name.text and (name.opens or text[name.start - 3 : name.start].strip().lower() in {"a", "an", "the"}):
            continue  # A HEARTBROKEN landlady: the first words of a story in capitals
        known = gazetteer.given_name_gender(name.text) or gazetteer.is_place(name.text)
        if name.opens and (name.label is None or not known) and " " not in name.text and name.text.lower() in lowered:
            continue  # an ordinary word that opens a sentence
        if not name.hard:
            hard = _hard_kind(name, text)
            name.hard = hard is not None
            name.kind = hard or _decide(name, text, alone)
        kept.append(name)
    _spread_kinds(kept)
    return [name for name in kept if len(name.text.strip(". ")) > 1 and name.kind in {"person", "organisation", "group", "place"}]


def _lowercase_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", text))


def _decide(name: Name, text: str, alone: Counter[str]) -> str | None:
    """The model's label and the soft evidence, weighed against each other."""
    soft = _soft_kind(name, text, alone)
    label = name.label
    words = name.text.split()
    if label is None or label == soft:
        return soft
    before = text[max(0, name.start - 16) : name.start]
    if label == "person" and soft == "place" and len(words) == 1:
        return "place"
    if soft is None and label == "organisation" and len(words) == 1 and not name.text.isupper() and re.search(r"\b(?:in|near|outside)\s$", before):
        return "place"
    if soft is None and label == "person" and re.search(r"\b(?:the|at|in|near|off|outside|journal)\s$", before):
        return "place" if _PLACE_BEFORE.search(before) else "organisation"
    if soft is None:
        if label == "person" and len(words) == 1 and gazetteer.is_place(name.text):
            return "place"
        return label
    if soft == "place" and gazetteer.is_region(name.text):
        return "place"
    if soft == "person" and label == "organisation":
        # The small model takes unfamiliar personal names for organisations; a given name or a role before it decides.
        return "person"
    if soft == "person" and label == "place" and len(words) == 1:
        return "person"
    if soft == "person" and label == "place" and len(words) > 1 and gazetteer.given_name_gender(words[0]) and not gazetteer.is_place(name.text):
        return "person"
    if soft == "organisation" and label in {"person", "place"} and name.text.isupper():
        return "organisation"
    if soft == "place" and label == "person" and len(words) == 1 and _IN_BEFORE.search(text[max(0, name.start - 24) : name.start]):
        return "place"
    return label


def _merge_labels(text: str, names: list[Name], labels: dict[Range, str]) -> list[Name]:
    """Give each name the label of the model's range that covers it best, and add the ranges that no name touches."""
    by_start = sorted(labels)
    index = 0
    merged: list[Name] = []
    used: set[Range] = set()
    for name in names:
        while index < len(by_start) and by_start[index][1] <= name.start:
            index += 1
        best: Range | None = None
        probe = index
        while probe < len(by_start) and by_start[probe][0] < name.end:
            overlap = min(by_start[probe][1], name.end) - max(by_start[probe][0], name.start)
            if overlap > 0 and (best is None or overlap > min(best[1], name.end) - max(best[0], name.start)):
                best = by_start[probe]
            if overlap > 0:
                used.add(by_start[probe])
            probe += 1
        if best is not None and 2 * (min(best[1], name.end) - max(best[0], name.start)) >= name.end - name.start:
            name.label = _LABELS.get(labels[best])
        merged.append(name)
    for span in by_start:
        if span not in used and text[span[0]].isupper() and labels[span] in _LABELS and text[span[0] : span[1]] not in NOT_NAMES:
            following = re.match(r"\s(\w+)", text[span[1] : span[1] + 24])
            if following and following[1][0].isupper() and following[1].lower() in TITLES:
                continue  # "Joint" of "Joint Secretary"
            merged.append(Name(span[0], span[1], text[span[0] : span[1]], label=_LABELS[labels[span]]))
    return sorted(merged, key=lambda name: name.start)


def _spread_kinds(names: list[Name]) -> None:
    """One name, one kind: what most of its occurrences are, hard evidence counting most, is what all of them are."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.kind:
            votes[gazetteer.fold(name.text)][name.kind] += 3 if name.hard else 1
    # A surname alone is the person whose full name the article gives.
    people = {gazetteer.fold(name.text).split()[-1] for name in names if name.kind == "person" and " " in name.text}
    for name in names:
        folded = gazetteer.fold(name.text)
        if name.hard:
            continue
        if " " not in folded and folded in people:
            name.kind = "person"
        elif votes[folded]:
            name.kind = votes[folded].most_common(1)[0][0]
