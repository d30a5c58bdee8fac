"""Runs of capitalised words: the candidates for names, with their titles set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarize import gazetteer
from summarize.evidence.vocabulary import (
    HONORIFICS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PERSON_NOUNS,
    PLACE_WORDS,
    TITLES,
)

Range = tuple[int, int]

_WORD = r"[^\W\d_](?:[\w]|['’](?=[^\W\d_]{2}|[A-Z]|t\b)|[-–&](?=\w)|\.(?=[A-Z]))*"
_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Det|Insp|Supt|Rev|Hon|Cllr|Adm|Cmdr|Brig|Messrs|Reps|Sens|Del|Pres|St|Ft|Mt)\.(?=\s)"
_TOKEN = re.compile(
    rf"(?P<genitive>['’]s\b)|{_ABBREVIATED}|(?:[A-Z]\.(?:\s?[A-Z]\.)*)|{_WORD}|\d+(?:[.,:]\d+)*|[^\w\s]"
)
_PARTICLES = frozenset("de des la del da dos das di van von der den ter bin ibn al el ben du le abu y e und".split())
_LINKS = frozenset(["of", "for", "on"])


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
    return [_Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, end) if not m["genitive"]]


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
            if (
                gap in {"'s ", "’s "}
                and token.is_capital
                and (token.bare in PLACE_WORDS or token.bare in ORGANISATION_WORDS)
                and len(run) <= 4
            ):
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
    organisation = any(
        token.bare in ORGANISATION_WORDS
        or token.bare
        in {
            "declaration",
            "treaty",
            "minister",
            "secretary",
            "isle",
            "gulf",
            "strait",
            "bay",
            "house",
            "republic",
            "act",
            "day",
            "director",
            "chief",
        }
        for token in run
    )
    if word == "and" and ahead[0].is_capital and not organisation and run[0].text in {"The", "the"}:
        # "The Kenya Bankers and Allied Workers Union": one body, if a word of one closes it.
        rest = tokens[index + 1 : index + 6]
        last = next((i for i, token in enumerate(rest) if not token.is_capital), len(rest)) - 1
        if last >= 0 and rest[last].bare in ORGANISATION_WORDS:
            return last + 2
    if (
        word in _LINKS
        and organisation
        and not any(token.bare in {"minister", "secretary", "director", "chief"} for token in run[-1:])
    ):
        if ahead[0].is_capital and ahead[0].text not in NOT_NAMES:
            return 2
        if ahead[0].text == "the" and len(ahead) > 1 and ahead[1].is_capital and ahead[1].text not in NOT_NAMES:
            return 3
    if (
        word in {"and", "&"}
        and ahead[0].is_capital
        and any(token.text in {"of", "for"} for token in run)
        and run[0].bare
        in {"ministry", "department", "office", "committee", "centers", "centre", "center", "institute", "board"}
    ):
        return 2
    if word == "&" and ahead[0].is_capital:
        return 2
    return 0


def names_in(text: str, start: int, end: int, openers: set[int]) -> list[Name]:
    """The candidates of the sentence `text[start:end]`, in order; `openers` are the positions where sentences begin."""
    names: list[Name] = []
    for run in _runs(_tokens(text, start, end), text):
        names.extend(_from_run(text, run, openers))
    return names


def _from_run(text: str, run: list[_Token], openers: set[int]) -> Iterable[Name]:
    """The name or names of a run: leading ordinary words dropped, titles set apart, nationality left to the role."""
    first_start = run[0].start
    while run and run[0].text in NOT_NAMES and not (run[0].bare in HONORIFICS and len(run) > 1):
        run = run[1:]
    while run and run[-1].text in _LINKS | _PARTICLES | {"and", "&", "the"}:
        run = run[:-1]
    if not run:
        return
    opens = first_start in openers and run[0].start == first_start
    # "Former DNC Chairman", "Defence Secretary": a description in capitals; what it says of a body is a name.
    while (
        len(run) > 1
        and (run[-1].bare in TITLES or run[-1].bare in PERSON_NOUNS)
        and not gazetteer.given_name_gender(run[0].text)
        and run[-1].bare not in ORGANISATION_WORDS | {"democrats", "republicans"}
    ):
        run = run[:-1]
        while len(run) > 1 and run[-1].text in _LINKS | {"and", "&", "the"}:
            run = run[:-1]
        while len(run) > 1 and run[0].bare in {
            "former",
            "acting",
            "deputy",
            "interim",
            "vice",
            "first",
            "chief",
            "senior",
            "assistant",
        }:
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
    if (
        cut
        and not is_linked
        and rest
        and rest[0].bare not in ORGANISATION_WORDS - {"guardian", "city", "united", "group", "co"}
        and len(rest) <= 4
    ):
        if len(rest) == 3 and run[cut - 1].bare == "miss" and gazetteer.given_name_gender(rest[1].text):
            rest, cut = rest[1:], cut + 1  # Miss Universe Ana Ruiz
        title = (run[0].start, run[cut - 1].end)
        # "General Electric", "Justice Department", "Prime Video": a title before a word of an organisation is a name's own.
        if not any(token.bare in ORGANISATION_WORDS or token.bare in PLACE_WORDS for token in rest):
            people = [token for token in rest if token.text not in NOT_NAMES]
            if people:
                yield Name(
                    rest[0].start, rest[-1].end, text[rest[0].start : rest[-1].end], "person", hard=True, title=title
                )
                return
    while (
        len(run) > 2
        and run[0].bare in ORGANISATION_WORDS
        and gazetteer.given_name_gender(run[1].text)
        and not is_linked
    ):
        run = run[1:]  # Superintendent of | Police Farhana Sultan
    # "Russian Embassy" is a name; "Kenyan Eliud Kipchoge" is a nationality and a person.
    if (
        len(run) > 2
        and (gazetteer.people_of(run[0].text) or run[0].bare in PARTIES)
        and gazetteer.given_name_gender(run[1].text)
        and not any(t.bare in ORGANISATION_WORDS for t in run)
    ):
        title, run = (run[0].start, run[0].end), run[1:]
    yield Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], title=title, opens=opens)
