"""Runs of capitalised words: the candidates for names, with their titles set apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.vocabulary import (
    HONORIFICS,
    LANGUAGE,
    NAME_PATTERNS,
    NAMES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PERSON_NOUNS,
    PLACE_WORDS,
    TITLES,
)
from summarize.expressions import expression
from summarize.languages.loader import any_of
from summarize.rules import Decision, Fact, Ladder, Notebook, Reason, notebook, read_ladder, told

Range = tuple[int, int]

_WORD = r"[^\W\d_](?:[\w]|['’](?=[^\W\d_]{2}|[A-Z]|t\b)|[-–&](?=\w)|\.(?=[A-Z]))*"
_TOKEN = expression(
    rf"(?P<genitive>['’]s\b|(?<=s)['’](?=\s[A-Z]))|{any_of(NAME_PATTERNS.abbreviated)}\.(?=\s)|(?:[A-Z]\.(?:\s?[A-Z]\.)*)|{_WORD}|\d+(?:[.,:]\d+)*|[^\w\s]"
)
_GENITIVES: Final = frozenset({"'s ", "’s "})
_PLURAL_GENITIVES: Final = frozenset({"' ", "’ "})
_AMPERSAND: Final = "&"
_BODY: Final = "body"
_LINKING: Final = ORGANISATION_WORDS | NAME_PATTERNS.linking
_NOT_DROPPED: Final = ORGANISATION_WORDS | NAME_PATTERNS.members
_LINKS_BEHIND: Final = NAMES.links | NAME_PATTERNS.trailing
_NOT_SURNAMES: Final = ORGANISATION_WORDS - NAME_PATTERNS.also_surnames
_OWNED: Final = NAMES.thing | NAME_PATTERNS.feasts
_TRAILING: Final = NAMES.links | NAMES.particles | NAME_PATTERNS.trailing
_MAX_POSSESSOR: Final = 4
"""Words of the longest possessor that is part of a name: "Combined Harare Residents' Association"."""
_OPENED: Final = range(3, 5)
"""Words of a noun and a name that open a sentence."""
_MAX_NAME: Final = 4
"""Words of the longest name of a person behind a title."""
_NICKNAME: Final = expression(r"[^\W\d_]{2,} [\"“][A-Z][\w’'-]+[\"”] (?=[A-Z])")
"""The first word of a name, its nickname in marks, and the space before the next."""
_CALLED: Final = expression(r"[^\W\d_]{2,} [\"“‘'][A-Z][\w-]+(?: [A-Z][\w-]+)?[\"”’'] (?=[A-Z])")
"""The same in single marks, or of two words."""
_HYPHENED: Final = expression(r"[A-Z]\w+-[a-z]\w+")
"""Two words of a description that opens a sentence."""
_INSIDE: Final = expression(r"[a-z,] ")
"""What stands in front of a name inside a sentence."""
_NICKNAME_TOKENS: Final = 4
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


class _Token(Struct, gc=False):
    start: int
    end: int
    text: str
    is_capital: bool

    @property
    def bare(self) -> str:
        return self.text.rstrip(".").lower()

    @property
    def is_name(self) -> bool:
        return self.is_capital and self.text not in NOT_NAMES


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    found = _TOKEN.finditer(text, start, end)
    # The end of a possessive is the only part of the expression that has a name.
    return [_Token(*m.span(), word := m.group(), word[0].isupper()) for m in found if m.lastgroup is None]


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
            reach = _reach(tokens, index, run, text)
            if reach == 0:
                break
            run.extend(tokens[index : index + reach])
            index += reach
        yield run


def _reach(tokens: list[_Token], index: int, run: list[_Token], text: str) -> int:
    """How many tokens from `index` on go on with the run; 0 where it ends."""
    token = tokens[index]
    gap = text[run[-1].end : token.start]
    if "\n\n" in gap or len(gap) > 3:
        return 0
    if _is_possessed(gap, run[-1]) and token.is_capital and len(run) <= _MAX_POSSESSOR and _is_owned(token):
        return 1  # Cobbler's Lane, King's College, Growers' Alliance, Mother's Day
    if len(run) == 1 and run[0].is_name and _NICKNAME.match(text, run[0].start):
        return _NICKNAME_TOKENS  # Hubert "Bertie" Lashley
    called = _CALLED.match(text, run[-1].start) if gazetteer.given_name_gender(run[-1].text) else None
    if called is not None:
        reach = bisect_left(tokens, called.end(), lo=index, key=lambda each: each.start) - index
        if _is_surname(tokens[index + reach : index + reach + 2]):
            return reach + 1  # Pete “The Postman” Lomax
    if token.is_capital and (gap.isspace() or gap == ""):
        return 0 if gap and token.text in NAME_PATTERNS.opens_anew else 1  # "… in Croydon The London Fire Brigade"
    return _link(Link(run, tokens[index : index + 6]))


def _is_surname(ahead: list[_Token]) -> bool:
    """True if the first of two words may be the surname behind a nickname: a name, and no given name with another's surname behind it."""
    is_anothers = len(ahead) > 1 and ahead[1].is_name and gazetteer.given_name_gender(ahead[0].text) is not None
    return bool(ahead) and ahead[0].is_name and not is_anothers


def _is_possessed(gap: str, owner: _Token) -> bool:
    """True for what stands between "King" and "College", or "Growers" and "Alliance": the end of a possessive and a space."""
    return gap in _GENITIVES or (gap in _PLURAL_GENITIVES and owner.bare.endswith(NAME_PATTERNS.plural))


def _is_owned(token: _Token) -> bool:
    return _is_body_or_place(token) or token.bare in _OWNED


def _is_body_or_place(token: _Token) -> bool:
    return token.bare in PLACE_WORDS or token.bare in ORGANISATION_WORDS


class Link(Struct, frozen=True):
    """A word behind a run of capitals, as rules ask about it."""

    run: list[_Token]
    ahead: list[_Token]
    """The word and the five behind it, or fewer at the end of a sentence."""

    @property
    def words(self) -> str:
        """The word."""
        return self.ahead[0].text

    @property
    def before(self) -> str:
        """The run."""
        return " ".join(token.text for token in self.run)

    @property
    def after(self) -> str:
        """The words behind it."""
        return " ".join(token.text for token in self.ahead[1:])

    def next(self, place: int) -> _Token | None:
        """The token that stands `place` places behind the word."""
        return self.ahead[place] if place < len(self.ahead) else None

    @property
    def body(self) -> int:
        """How many tokens there are to the last capitalised one, if that is a word of an organisation; else 0."""
        rest = self.ahead[1:6]
        last = next((i for i, token in enumerate(rest) if not token.is_capital), len(rest)) - 1
        return last + 2 if last >= 0 and rest[last].bare in ORGANISATION_WORDS else 0


def _is(token: _Token | None, test: Callable[[_Token], bool]) -> bool:
    return token is not None and test(token)


_LINK_FACTS: Final[Mapping[str, Callable[[Link], Fact]]] = {
    "ampersand": lambda link: link.words == _AMPERSAND,
    "and": lambda link: link.words in NAME_PATTERNS.and_words,
    "article_first": lambda link: link.run[0].text in NAME_PATTERNS.article,
    "capital_next": lambda link: _is(link.next(1), lambda token: token.is_capital),
    "capital_second": lambda link: _is(link.next(2), lambda token: token.is_capital),
    "feast_second": lambda link: _is(link.next(2), lambda token: token.bare in NAME_PATTERNS.feasts),
    "joining_first": lambda link: link.run[0].bare in NAME_PATTERNS.joining,
    "legal_before": lambda link: link.run[-1].bare in NAME_PATTERNS.legal_words,
    "link": lambda link: link.words in NAMES.links,
    "linking": lambda link: any(token.bare in _LINKING for token in link.run),
    "name_next": lambda link: _is(link.next(1), lambda token: token.is_name),
    "name_second": lambda link: _is(link.next(2), lambda token: token.is_name),
    "nation_first": lambda link: bool(gazetteer.people_of(link.run[0].text)),
    "nation_next": lambda link: _is(link.next(1), lambda token: bool(gazetteer.people_of(token.text))),
    "of_before": lambda link: any(token.text in NAME_PATTERNS.of_or_for for token in link.run),
    "people_before": lambda link: link.run[-1].bare.removesuffix(NAME_PATTERNS.plural) in PERSON_NOUNS,
    "office_before": lambda link: link.run[-1].bare in NAME_PATTERNS.offices,
    "organisation_before": lambda link: link.run[-1].bare in ORGANISATION_WORDS,
    "organisation_closes": lambda link: link.body > 0,
    "local_body_closes": lambda link: link.body > 0 and link.ahead[link.body - 1].bare in NAMES.local_bodies,
    "particle": lambda link: link.words in NAMES.particles,
    "particle_next": lambda link: _is(link.next(1), lambda token: token.text in NAMES.particles),
    "place_first": lambda link: gazetteer.is_place(link.run[0].text) and not gazetteer.country_code(link.run[0].text),
    "run_words": lambda link: len(link.run),
    "the_next": lambda link: _is(link.next(1), lambda token: token.text in NAME_PATTERNS.the),
}


@cache
def link_rules(language: str = LANGUAGE) -> Ladder[Link]:
    """The rules of what carries a name on."""
    return read_ladder(f"{language}/name_links.toml", _LINK_FACTS)


def explain_link(link: Link) -> Decision | None:
    """How many words a link carries a name on by, and the rule that says so; None where the name ends."""
    return link_rules().decide(link)


def _link(link: Link) -> int:
    decision = explain_link(link)
    notes = notebook()
    if notes is not None:
        _note_link(notes, link)
    if decision is None:
        return 0
    return link.body if decision.verdict == _BODY else int(decision.verdict)


def _note_link(notes: Notebook, link: Link) -> None:
    """Note whether a word that may join names carried this one on."""
    about = f"“{link.words}” behind “{link.before}”"
    reason = Reason.of(about, link_rules(), link, "how many words the name goes on by")
    if reason is None and link.words in NAMES.links | NAMES.particles | NAME_PATTERNS.and_words | {_AMPERSAND}:
        reason = Reason(about, None, "the name ends", why="no row of languages/en/name_links.toml joins it")
    if reason is not None:
        notes.write(link.run[0].start, link.ahead[0].end, reason)


def names_in(text: str, start: int, end: int, openers: set[int]) -> list[Name]:
    """The candidates of the sentence `text[start:end]`, in order; `openers` are the positions where sentences begin."""
    found = [(run, _from_run(text, run, openers)) for run in _runs(_tokens(text, start, end), text)]
    notes = notebook()
    if notes is not None:
        for run, name in found:
            _note_run(notes, text, run, name)
    return [name for _, name in found if name is not None]


def _note_run(notes: Notebook, text: str, run: list[_Token], name: Name | None) -> None:
    """Note what a run of capitals was taken for, where it is not the name as it stands."""
    first, last = run[0].start, run[-1].end
    if name is not None and (name.start, name.end) == (first, last):
        return
    about = told(f"run of capitals “{text[first:last]}”")
    if name is None:
        notes.write(
            first,
            last,
            Reason(about, None, "no name", why="only words of `not_names` (languages/en/names.toml), or of titles"),
        )
        return
    apart = told(f"“{text[name.title[0] : name.title[1]]}” set apart as a title or nationality") if name.title else ""
    cut = (
        ""
        if name.end == last
        else told(
            f"“{text[name.end : last].strip()}” left out behind it, by the titles and nouns of languages/en/people.toml"
        )
    )
    left = text[first : name.title[0] if name.title else name.start].strip()
    parts = (
        told(f"“{left}” left out before it, by `not_names` of languages/en/names.toml") if left else "",
        apart,
        cut,
    )
    notes.write(first, last, Reason(about, None, name.text, why=", ".join(part for part in parts if part)))


def _from_run(text: str, run: list[_Token], openers: set[int]) -> Name | None:
    """The name of a run: leading ordinary words dropped, titles set apart, nationality left to the role."""
    first_start = run[0].start
    run = _without_ordinary_words(run, text)
    if not run:
        return None
    opens = first_start in openers and run[0].start == first_start
    run = _without_description(run)
    if not run or (run[-1].bare in TITLES and len(run) == 1):
        return None
    title: Range | None = None
    cut = _title_length(run) or _opening_noun(run, opens=opens)
    if cut:
        title = (run[0].start, run[cut - 1].end)
        rest = run[cut:]
        # "General Electric", "Justice Department", "Prime Video": a title before a word of an organisation is a name's own.
        is_team = run[cut - 1].bare in NAME_PATTERNS.teams and rest[-1].bare.endswith(NAME_PATTERNS.plural)
        # "Dame Sydney Court": an honorific, a given name and one word more are a person's, whatever the word.
        is_person = run[cut - 1].bare in HONORIFICS and len(rest) == 2 and gazetteer.given_name_gender(rest[0].text)
        is_body = is_team or (not is_person and any(_is_body_or_place(token) for token in rest))
        if not is_body and any(token.text not in NOT_NAMES for token in rest):
            return Name(
                rest[0].start, rest[-1].end, text[rest[0].start : rest[-1].end], "person", hard=True, title=title
            )
    if not cut and _is_behind_body(run, opens=opens):
        return Name(run[1].start, run[-1].end, text[run[1].start : run[-1].end])
    run, nationality = _without_lead(run)
    return Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], title=nationality or title, opens=opens)


def _without_ordinary_words(run: list[_Token], text: str) -> list[_Token]:
    while (
        run
        and run[0].text in NOT_NAMES
        and not (run[0].bare in HONORIFICS and len(run) > 1)
        and not _is_national_body(run)
        and not _is_given_name(run)
        and not _is_given_inside(run, text)
    ):
        run = run[1:]
    while run and run[-1].text in _TRAILING:
        run = run[:-1]
    return run


def _is_given_name(run: list[_Token]) -> bool:
    """True for "Jan van der Merwe": a particle shows that the word is no month."""
    return len(run) > 2 and run[1].text in NAMES.particles and gazetteer.given_name_gender(run[0].text) is not None


def _is_given_inside(run: list[_Token], text: str) -> bool:
    """True for "Will" of "said Will Hutton", which stands inside a sentence and before a name that is no place's: not "Even" of "he said Even Norway would"."""
    before = text[max(0, run[0].start - 2) : run[0].start]
    return (
        len(run) > 1
        and run[0].text in NAME_PATTERNS.given_inside
        and run[1].is_name
        and not _is_only_a_place(run[1].text)
        and _INSIDE.fullmatch(before) is not None
    )


def _is_national_body(run: list[_Token]) -> bool:
    """True for "Police Scotland": the word that opens sentences by itself is part of a name."""
    return len(run) == 2 and run[0].bare in ORGANISATION_WORDS and gazetteer.country_code(run[1].text) is not None


def _without_description(run: list[_Token]) -> list[_Token]:
    """What a description in capitals says of an organisation: "DNC" of "Former DNC Chairman"; nothing of "Defence Minister"."""
    while (
        len(run) > 1
        and (run[-1].bare in TITLES or run[-1].bare in PERSON_NOUNS)
        and not gazetteer.given_name_gender(run[0].text)
        and run[-1].bare not in _NOT_DROPPED
    ):
        run = run[:-1]
        while len(run) > 1 and run[-1].text in _LINKS_BEHIND:
            run = run[:-1]
        while len(run) > 1 and run[0].bare in NAME_PATTERNS.leading:
            run = run[1:]
        if len(run) == 1 and not run[0].text.isupper() and not gazetteer.is_place(run[0].text):
            return []
    return run


def _without_nickname(run: list[_Token]) -> list[_Token]:
    """The words of a name without those in marks: Tony “The Bomber” Bellew Jones."""
    marks = [index for index, token in enumerate(run) if token.text in _MARKS]
    return [*run[: marks[0]], *run[marks[-1] + 1 :]] if marks else run


def _title_length(run: list[_Token]) -> int:
    """How many words of the run are the title of a person whom the rest names; 0 for none."""
    # The last title of the run parts it: what precedes is role, what follows is the person.
    cut = 0
    for index, token in enumerate(run[:-1]):
        if token.text in _MARKS:
            break  # a nickname is no title: Ann “Boss” Lee
        following = run[index + 1].text.split("-")[0]
        called = token.bare in PERSON_NOUNS or NAME_PATTERNS.parent_of.match(token.text)
        if token.bare in TITLES or token.bare in HONORIFICS or (called and gazetteer.given_name_gender(following)):
            cut = index + 1
    rest = run[cut:]
    if not cut or _is_linked(run) or rest[0].bare in _NOT_SURNAMES or len(_without_nickname(rest)) > _MAX_NAME:
        return 0
    if len(rest) == 3 and run[cut - 1].bare in NAME_PATTERNS.pageant and gazetteer.given_name_gender(rest[1].text):
        return cut + 1  # Miss Universe Ana Ruiz
    return cut


def _opening_noun(run: list[_Token], *, opens: bool) -> int:
    """1 if a sentence opens on a noun for one person before a name of two words or three: "Trainer Bec Lonergan"; else 0."""
    is_noun = run[0].bare in PERSON_NOUNS and not run[0].bare.endswith(NAME_PATTERNS.plural)
    # "Rancher Kip Sorensen": any noun of an agent, where a given name follows.
    is_noun = is_noun or (
        len(run) in _OPENED
        and run[0].bare.endswith(tuple(NAME_PATTERNS.agent_endings))
        and not gazetteer.given_name_gender(run[0].text)
        and gazetteer.given_name_gender(run[1].text) is not None
    )
    # "Leg-spinner Prosper Dube", "Vice-captain Ann Lee": no name goes on in small letters behind a hyphen.
    is_noun = is_noun or (len(run) in _OPENED and _HYPHENED.fullmatch(run[0].text) is not None)
    return int(opens and is_noun and len(run) in _OPENED and not _is_linked(run))


def _is_behind_body(run: list[_Token], *, opens: bool) -> bool:
    """True for "Brewer Kestrel", which opens a sentence on what the body is; not for "Airline Pilots Association", whose name it is a part of."""
    return (
        opens
        and 1 < len(run) <= _MAX_NAME
        and run[0].text in NAME_PATTERNS.opening_bodies
        and run[1].text not in NOT_NAMES
        and not any(_is_body_or_place(token) for token in run[1:])
    )


def _is_linked(run: list[_Token]) -> bool:
    return any(token.text in NAMES.links for token in run)


def _is_only_a_place(word: str) -> bool:
    """True for a place whose name is no given name: "Croydon" of "Croydon Ben Morgan", where a caption ends."""
    return gazetteer.is_place(word) and not gazetteer.given_name_gender(word)


def _without_lead(run: list[_Token]) -> tuple[list[_Token], Range | None]:
    """The run without the end of a title, or without a nationality, which is given as a title."""
    while (
        len(run) > 2
        and run[0].bare in ORGANISATION_WORDS
        and gazetteer.given_name_gender(run[1].text)
        and not _is_linked(run)
    ):
        run = run[1:]  # Superintendent of | Police Farhana Sultan
    # "Russian Embassy" is a name; "Kenyan Eliud Kipchoge" is a nationality and a person.
    if (
        len(run) > 2
        and (gazetteer.people_of(run[0].text) or run[0].bare in PARTIES or _is_only_a_place(run[0].text))
        and gazetteer.given_name_gender(run[1].text)
        and not any(token.bare in ORGANISATION_WORDS for token in run)
    ):
        return run[1:], (run[0].start, run[0].end)
    return run, None
