"""Names in a sentence: what of each run of capitalised words is one, with the title that stands before it set apart."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.capital_runs import (
    is_body_or_place,
    is_given_opening,
    is_only_a_place,
    runs_in,
    without_ordinary_words,
    word_before,
)
from summarize.evidence.name_tokens import NameToken
from summarize.evidence.vocabulary import (
    BEFORE_SURNAMES,
    HONORIFICS,
    NAME_PATTERNS,
    NAMES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PEOPLE,
    PERSON_NOUNS,
    TITLES,
)
from summarize.expressions import expression
from summarize.rules import Notebook, RuleReason, notebook, reason_text

Range = tuple[int, int]

_NOT_DROPPED: Final = ORGANISATION_WORDS | NAME_PATTERNS.members
_LINKS_BEHIND: Final = NAMES.links | NAME_PATTERNS.trailing
_NOT_SURNAMES: Final = ORGANISATION_WORDS - NAME_PATTERNS.also_surnames
_OPENED: Final = range(3, 5)
"""Words of a noun and a name that open a sentence."""
_OFFICE: Final = expression(r"[A-Z]{3,5}")
_OFFICED: Final = range(3, 5)
"""Words from the letters of an office to the end of a name."""
_MAX_NAME: Final = 4
"""Words of the longest name of a person behind a title."""
_HYPHENED: Final = expression(r"[A-Z]\w+(?:-[a-z]\w+)+")
"""Words of a description that opens a sentence: "Vice-captain", "Eighty-one-year-old"."""
_MODIFY_OFFICES: Final = PEOPLE.role_modifiers | PEOPLE.generic
_MODIFIED: Final = 2
"""Words before an office that only modify it: "Resident Electoral"."""
_MIN_OFFICED: Final = 3
"""Words at least of what an office is of and who holds it."""
_OFFICE_REACH: Final = 60
"""How far before a run an office and what it is of begin, in code points."""
_BEHIND_OFFICE: Final = tuple(
    f"{word} " for word in (*NAME_PATTERNS.of_or_for, *NAME_PATTERNS.the, *NAME_PATTERNS.and_words)
)
_GIVEN_AND_SURNAME: Final = 2
_MARKS: Final = frozenset("“”‘’\"'")


class Name(Struct):
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


def names_in(text: str, start: int, end: int, openers: set[int]) -> list[Name]:
    """The candidates of the sentence `text[start:end]`, in order; `openers` are the positions where sentences begin."""
    found = [(run, _from_run(text, run, openers)) for run in runs_in(text, start, end)]
    notes = notebook()
    if notes is not None:
        for run, name in found:
            _note_run(notes, text, run, name)
    return [name for _, name in found if name is not None]


def _note_run(notes: Notebook, text: str, run: list[NameToken], name: Name | None) -> None:
    """Note what a run of capitals was taken for, where it is not the name as it stands."""
    first, last = run[0].start, run[-1].end
    if name is not None and (name.start, name.end) == (first, last):
        return
    about = reason_text(f"run of capitals “{text[first:last]}”")
    if name is None:
        notes.write(
            first,
            last,
            RuleReason(about, None, "no name", why="only words of `not_names` (languages/en/names.toml), or of titles"),
        )
        return
    apart = (
        reason_text(f"“{text[name.title[0] : name.title[1]]}” set apart as a title or nationality")
        if name.title
        else ""
    )
    cut = (
        ""
        if name.end == last
        else reason_text(
            f"“{text[name.end : last].strip()}” left out behind it, by the titles and nouns of languages/en/people.toml"
        )
    )
    left = text[first : name.title[0] if name.title else name.start].strip()
    parts = (
        reason_text(f"“{left}” left out before it, by `not_names` of languages/en/names.toml") if left else "",
        apart,
        cut,
    )
    notes.write(first, last, RuleReason(about, None, name.text, why=", ".join(part for part in parts if part)))


def _from_run(text: str, run: list[NameToken], openers: set[int]) -> Name | None:
    """The name of a run: leading ordinary words dropped, titles set apart, nationality left to the role."""
    first_start = run[0].start
    run = without_ordinary_words(run, text)
    if not run:
        return None
    opens = first_start in openers and run[0].start == first_start
    held = _behind_office(text, run)
    if held is None and is_given_opening(run, text):
        held = Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], "person", hard=True)
    run = run if held is not None else _without_description(run)
    held = held or _union(text, run, opens=opens)
    if held is not None:
        return held
    if not run or (run[-1].bare in TITLES and len(run) == 1):
        return None
    title: Range | None = None
    cut = 0 if _is_given_behind_role(text, run) else _title_length(run) or _opening_noun(run, opens=opens)
    if cut:
        title = (run[0].start, run[cut - 1].end)
        rest = run[cut:]
        # "General Electric", "Justice Department", "Prime Video": a title before a word of an organisation is a name's own.
        is_team = run[cut - 1].bare in NAME_PATTERNS.teams and rest[-1].bare.endswith(NAME_PATTERNS.plural)
        named = rest[:-1] if rest[-1].text in NAME_PATTERNS.letters_behind else rest  # "Barrister Douglas Pao SC"
        is_body = is_team or (not _is_addressed(run[cut - 1], rest) and any(is_body_or_place(token) for token in named))
        if not is_body and any(token.text not in NOT_NAMES for token in rest):
            return Name(
                rest[0].start, rest[-1].end, text[rest[0].start : rest[-1].end], "person", hard=True, title=title
            )
    if not cut and _is_behind_body(run, opens=opens):
        return Name(run[1].start, run[-1].end, text[run[1].start : run[-1].end])
    run, nationality = _without_lead(run)
    return Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], title=nationality or title, opens=opens)


def _behind_office(text: str, run: list[NameToken]) -> Name | None:
    """Who stands behind an office and what it is of: "Leader of the Opposition Sunita Gaikwad"; None for "Bank of Ireland Group"."""
    if len(run) < _MIN_OFFICED or not text.endswith(_BEHIND_OFFICE, 0, run[0].start) or _is_linked(run):
        return None
    begin = max(0, run[0].start - _OFFICE_REACH)
    found = NAME_PATTERNS.office_of.search(text[begin : run[0].start])
    if found is None or found["office"].lower() not in TITLES:
        return None
    given = (at for at in range(1, len(run) - 1) if gazetteer.given_name_gender(run[at].text))
    # "Secretary for Housing and Lands Wong Ka-ming": in front of a given name in two parts stands the surname.
    behind_surname = len(run) - _GIVEN_AND_SURNAME if _HYPHENED.fullmatch(run[-1].text) else 0
    first = next(given, behind_surname or int(len(run) == _MIN_OFFICED and is_body_or_place(run[0])))
    rest = run[first:]
    is_titled = run[first - 1].bare in TITLES | HONORIFICS | PERSON_NOUNS
    if not first or is_titled or len(rest) > _MAX_NAME or any(is_body_or_place(token) for token in rest):
        return None
    title = (begin + found.start("office"), run[first - 1].end)
    return Name(rest[0].start, rest[-1].end, text[rest[0].start : rest[-1].end], "person", hard=True, title=title)


def _is_given_behind_role(text: str, run: list[NameToken]) -> bool:
    """True for "party leader Dean Cole": behind a word for what somebody is, what may be a title is a given name; not "the former Dean Cole"."""
    if len(run) != _GIVEN_AND_SURNAME or run[0].bare not in NAME_PATTERNS.given_titles or not run[1].is_name:
        return False
    before = word_before(text, run[0].start)
    is_role = before.islower() and before in (PERSON_NOUNS | TITLES) - NAME_PATTERNS.leading
    return is_role and gazetteer.given_name_gender(run[0].text) is not None


def _is_addressed(title: NameToken, rest: list[NameToken]) -> bool:
    """True for a person's name by what stands before it, whatever its words: "Dame Sydney Court", "Ms Marsh"."""
    if len(rest) == 1:
        return title.bare in BEFORE_SURNAMES
    return title.bare in HONORIFICS and len(rest) == 2 and gazetteer.given_name_gender(rest[0].text) is not None


def _without_description(run: list[NameToken]) -> list[NameToken]:
    """What a description in capitals says of an organisation: "DNC" of "Former DNC Chairman"; nothing of "Defence Minister"."""
    while (
        len(run) > 1
        and (run[-1].bare in TITLES or run[-1].bare in PERSON_NOUNS)
        and not gazetteer.given_name_gender(run[0].text)
        and not _is_surname_behind(run)
        and run[-1].bare not in _NOT_DROPPED
        and run[-1].text not in NAME_PATTERNS.abbreviated  # without its stop a surname: "Alok Ranjan Sen"
        and not (run[0].bare in ORGANISATION_WORDS and _is_linked(run))  # "Union of Merchant Marine Engineers"
        and not (run[-1].bare.endswith(NAME_PATTERNS.plural) and (_is_body_of_many(run) or _is_union(run)))
    ):
        run = run[:-1]
        while len(run) > 1 and run[-1].text in _LINKS_BEHIND:
            run = run[:-1]
        while len(run) > 1 and run[0].bare in NAME_PATTERNS.leading:
            run = run[1:]
        # "Resident Electoral Commissioner": what modifies an office, and no name.
        is_office = len(run) == _MODIFIED and run[0].bare in _MODIFY_OFFICES
        if (
            (len(run) == 1 or is_office)
            and not run[-1].text.isupper()
            and not gazetteer.is_place(run[-1].text)
            and not (is_office and gazetteer.given_name_gender(run[-1].text))
        ):
            return []
    return run


def _is_surname_behind(run: list[NameToken]) -> bool:
    """True for "Minister Nora Bishop": between two titles stands a given name, so the last is whose it is."""
    before = run[-_GIVEN_AND_SURNAME - 1].bare if len(run) > _GIVEN_AND_SURNAME else ""
    is_office = before in TITLES or before in HONORIFICS or before in PERSON_NOUNS
    return is_office and gazetteer.given_name_gender(run[-2].text) is not None


def _is_body_of_many(run: list[NameToken]) -> bool:
    """True for "National Association of Nigerian Students": what the body is of is told behind its word."""
    return any(one.bare in ORGANISATION_WORDS and other.text in NAME_PATTERNS.of for one, other in pairwise(run))


def _is_union(run: list[NameToken]) -> bool:
    """True for "United Cannery Workers", a union's name that ends in whom it unites; not "United Workers", which may be a club's."""
    return len(run) > 2 and run[0].text in NAME_PATTERNS.opens_unions


def _union(text: str, run: list[NameToken], *, opens: bool) -> Name | None:
    """A union by whom it unites, which is nobody's name: "United Cannery Workers"."""
    last = run[-1].bare if run else ""
    singular = last.removesuffix(NAME_PATTERNS.plural)
    if not _is_union(run) or singular == last or singular not in PERSON_NOUNS:
        return None
    return Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], "organisation", hard=True, opens=opens)


def _without_nickname(run: list[NameToken]) -> list[NameToken]:
    """The words of a name without those in marks: Tony “The Bomber” Bellew Jones."""
    marks = [index for index, token in enumerate(run) if token.text in _MARKS]
    return [*run[: marks[0]], *run[marks[-1] + 1 :]] if marks else run


def _title_length(run: list[NameToken]) -> int:
    """How many words of the run are the title of a person whom the rest names; 0 for none."""
    # The last title of the run parts it: what precedes is role, what follows is the person.
    cut = 0
    for index, token in enumerate(run[:-1]):
        if token.text in _MARKS:
            break  # a nickname is no title: Ann “Boss” Lee
        following = run[index + 1].text.split("-")[0]
        called = token.bare in PERSON_NOUNS or NAME_PATTERNS.parent_of.match(token.text)
        # "Kisumu Central OCPD Hassan Juma": an office by its letters.
        is_given = index > 0 and run[index - 1].bare in BEFORE_SURNAMES and token.bare in NAME_PATTERNS.given_titles
        is_given = is_given or (
            len(run) - index == _GIVEN_AND_SURNAME
            and index > 0
            and run[index - 1].bare in NAME_PATTERNS.never_of_titles
            and token.bare in NAME_PATTERNS.given_titles
        )
        if is_given:
            continue  # "Mr Prince Boateng", "Councillor Dean Cole"
        if token.text in NAME_PATTERNS.numbers_inside:
            continue  # "First Division", "Lac Seul First Nation"; "Lady" is the title in "First Lady"
        is_office = index > 0 and len(run) - index in _OFFICED and _OFFICE.fullmatch(token.text) is not None
        if (
            token.bare in TITLES
            or token.bare in HONORIFICS
            or ((called or is_office) and gazetteer.given_name_gender(following))
        ):
            cut = index + 1
    rest = run[cut:]
    if not cut or _is_linked(run) or rest[0].bare in _NOT_SURNAMES or len(_without_nickname(rest)) > _MAX_NAME:
        return 0
    if len(rest) == 3 and run[cut - 1].bare in NAME_PATTERNS.pageant and gazetteer.given_name_gender(rest[1].text):
        return cut + 1  # Miss Universe Ana Ruiz
    return cut


def _opening_noun(run: list[NameToken], *, opens: bool) -> int:
    """1 if a sentence opens on a noun for one person before a name of two words or three: "Trainer Bec Lonergan"; else 0."""
    if not opens or len(run) not in _OPENED or _is_linked(run):
        return 0
    is_noun = run[0].bare in PERSON_NOUNS and not run[0].bare.endswith(NAME_PATTERNS.plural)
    # "Rancher Kip Sorensen": any noun of an agent, where a given name follows.
    is_noun = is_noun or (
        run[0].bare.endswith(tuple(NAME_PATTERNS.agent_endings))
        and not gazetteer.given_name_gender(run[0].text)
        and gazetteer.given_name_gender(run[1].text) is not None
    )
    # "Leg-spinner Prosper Dube", "Vice-captain Ann Lee": no name goes on in small letters behind a hyphen.
    return int(is_noun or _HYPHENED.fullmatch(run[0].text) is not None)


def _is_behind_body(run: list[NameToken], *, opens: bool) -> bool:
    """True for "Brewer Kestrel", which opens a sentence on what the body is; not for "Airline Pilots Association", whose name it is a part of."""
    return (
        opens
        and 1 < len(run) <= _MAX_NAME
        and run[0].text in NAME_PATTERNS.opening_bodies
        and run[1].text not in NOT_NAMES
        and not any(is_body_or_place(token) for token in run[1:])
    )


def _is_linked(run: list[NameToken]) -> bool:
    return any(token.text in NAMES.links for token in run)


def _without_lead(run: list[NameToken]) -> tuple[list[NameToken], Range | None]:
    """The run without the end of a title, or without a nationality, which is given as a title."""
    while (
        len(run) > 2
        and run[0].bare in ORGANISATION_WORDS
        and gazetteer.given_name_gender(run[1].text)
        and not _is_linked(run)
        and not is_body_or_place(run[-1])
    ):
        run = run[1:]  # Superintendent of | Police Farhana Sultan
    # "Russian Embassy" is a name; "Kenyan Eliud Kipchoge" is a nationality and a person.
    if (
        len(run) > 2
        and (gazetteer.people_of(run[0].text) or run[0].bare in PARTIES or is_only_a_place(run[0].text))
        and not (is_body_or_place(run[1]) and not gazetteer.people_of(run[0].text))  # "Harrow Lane Surfacing"
        and gazetteer.given_name_gender(run[1].text)
        and not any(token.bare in ORGANISATION_WORDS for token in run)
    ):
        return run[1:], (run[0].start, run[0].end)
    return run, None
