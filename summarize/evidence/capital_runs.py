"""Runs of capitalised words: what carries a name on from one word to the next, by `name_links.toml`, by possessors and by nicknames in marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, pairwise
from typing import Final

from msgspec import Struct

from summarize import gazetteer
from summarize.evidence.vocabulary import (
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
from summarize.languages.measures import units
from summarize.rules import Decision, Fact, Ladder, Notebook, Reason, notebook, read_ladder

# Words in small letters first: they are most; and what can be told of a place by one character before all else, since most are spaces or words.
_REST = r"\w*(?:(?=['’.&–-])(?:['’](?=[^\W\d_]{2}|[A-Z]|[taeiou]\b)|[-–&](?=\w)|\.(?=[A-Z]))\w*)*"
_PLACED = rf"[^\W\d_a-z][^\W_]*(?=-{any_of(NAME_PATTERNS.behind_places)}\s[a-z])"
"""The last word of a place from which a body is that is only described: "Ipoh" of "Ipoh-based lender"."""
_SMALL = r"[a-z][a-z\x20]*\x20"
"""Words in small letters and the space behind them: one token as long as nobody asks for the first of them, since they are most of a text."""
_TOKEN = expression(
    rf"(?!\s)(?:{_SMALL}|[^\W\d_A-Z]{_REST}|{_PLACED}|(?P<genitive>['’]s\b|(?<=s)['’](?=\s[A-Z]))|{any_of(NAME_PATTERNS.marked)}['’](?=\s[A-Z])|{any_of(NAME_PATTERNS.abbreviated)}\.(?=\s)|(?:[A-Z]\.(?:\s?[A-Z]\.)*)|[A-Z]{_REST}|\d+(?:[.,:]\d+)*|[^\w\s])"
)
_GENITIVES: Final = frozenset({"'s ", "’s "})
_PLURAL_GENITIVES: Final = frozenset({"' ", "’ "})
_OWNED_GAP: Final = 3
"""Code points of the end of a possessive and a space."""
_AMPERSAND: Final = "&"
_COMMA: Final = ","
_BODY: Final = "body"
_LETTERED: Final = "lettered"
_REACHES: Final = frozenset({"1", "2", "3", _BODY, _LETTERED})
"""Verdicts: by how many words a name goes on, or up to what closes it."""
_LINKING: Final = ORGANISATION_WORDS | NAME_PATTERNS.linking
_OWNED: Final = NAMES.thing | NAME_PATTERNS.feasts
_BEFORE: Final = 12
"""Words before a link that rules read: a run may be as long as a text, and each of its links asks."""
_AHEAD: Final = 8
"""Words from a link on that rules read."""
_MAX_POSSESSOR: Final = 4
"""Words of the longest possessor that is part of a name: "Combined Harare Residents' Association"."""
_NICKNAME: Final = expression(r"[^\W\d_]{2,} [\"“][A-Z][\w’'-]+[\"”] (?=[A-Z])")
"""The first word of a name, its nickname in marks, and the space before the next."""
_CALLED: Final = expression(r"[^\W\d_]{2,} [\"“‘'][A-Z][\w-]+(?: [A-Z][\w-]+)?[\"”’'] (?=[A-Z])")
"""The same in single marks, or of two words."""
_MARK_BEHIND: Final = tuple(f" {mark}" for mark in "\"“‘'")
"""What stands behind the first word of a name where its nickname follows."""
_LONGEST_WORD: Final = 30
"""Code points in which the word before a name is looked for."""
_NICKNAME_TOKENS: Final = 4
"""How many tokens follow the first name: the mark, the nickname, the mark, the surname."""


class Token(Struct, gc=False):
    """A word, number or mark of a sentence; one that ends on a space is words in small letters, which `_parted` parts."""

    start: int
    end: int
    text: str
    is_capital: bool

    @property
    def bare(self) -> str:
        """In lower case, without the stop of a short form."""
        return self.text.rstrip(".").lower()

    @property
    def is_name(self) -> bool:
        """It has a capital and is no word that opens sentences."""
        return self.is_capital and self.text not in NOT_NAMES


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found, signs = _TOKEN.finditer(text, start, end), units().signs  # the letters of "HK$5" are no name
    # The end of a possessive is the only part of the expression that has a name.
    tokens = [
        Token(m.start(), m.end(), word := m[0], word[0].isupper() and text[m.end() : m.end() + 1] not in signs)
        for m in found
        if m.lastgroup is None
    ]
    if all(text.find(word, start, end) < 0 for word in NAME_PATTERNS.behind_places):
        return tokens
    tokens = list(_parted(tokens))
    for index in range(len(tokens) - 3, -1, -1):
        based = tokens[index + 2]
        if (
            based.text in NAME_PATTERNS.behind_places
            and based.start == tokens[index].end + 1
            and not _is_place(tokens[: index + 1])
        ):
            start = tokens[index].start
            tokens[index : index + 3] = [Token(start, based.end, text[start : based.end], tokens[index].is_capital)]
    return tokens


def _parted(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words of tokens, one by one."""
    for token in tokens:
        if not _is_several(token):
            yield token
            continue
        at = token.start
        for word in token.text.split(" "):
            if word:
                yield Token(at, at + len(word), word, is_capital=False)
            at += len(word) + 1


def _is_several(token: Token) -> bool:
    return not token.is_capital and " " in token.text


def _is_place(tokens: list[Token]) -> bool:
    """True if the last words are a place that lists know: of "Bitcoin-based" no part is a name."""
    return any(gazetteer.is_place(" ".join(token.text for token in tokens[-size:])) for size in (1, 2, 3))


def runs_in(text: str, start: int, end: int) -> Iterable[list[Token]]:
    """Runs of capitalised tokens of `text[start:end]` with their particles and, after an organisation word, "of the …"."""
    tokens = _tokens(text, start, end)
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
            run.extend(islice(_parted(tokens[index : index + reach]), reach))
            index = _behind(tokens, index, run[-1].end)
        yield run


def _behind(tokens: list[Token], index: int, end: int) -> int:
    """Where the tokens from `index` on go on behind `end`: of several words the others stand alone then."""
    while index < len(tokens) and tokens[index].start < end:
        token = tokens[index]
        others = token.text[end - token.start :].lstrip(" ") if _is_several(token) else ""
        if others:
            tokens[index] = Token(token.end - len(others), token.end, others, is_capital=False)
            break
        index += 1
    return index


def _reach(tokens: list[Token], index: int, run: list[Token], text: str) -> int:
    """How many tokens from `index` on go on with the run; 0 where it ends."""
    token = tokens[index]
    gap = text[run[-1].end : token.start]
    if "\n\n" in gap or len(gap) > 3:
        return 0
    if token.is_capital and _is_possessed(gap, run[-1]) and len(run) - _has_capital_article(run) <= _MAX_POSSESSOR:
        reach = _owned_reach(tokens, index, run[-1], gap)
        if reach:
            return reach  # Cobbler's Lane, King's College, Growers' Alliance, Mother's Day, Dock Workers' Unity Council
    if text.startswith(_MARK_BEHIND, run[-1].end):
        reach = _nicknamed_reach(tokens, index, run, text)
        if reach:
            return reach
    if (token.is_capital or _has_article(token)) and (gap.isspace() or gap == ""):
        return 0 if gap and token.text in NAME_PATTERNS.opens_anew else 1  # "… in Croydon The London Fire Brigade"
    if _joins_nothing(token.text.partition(" ")[0] if _is_several(token) else token.text):
        return 0
    ahead = islice(_parted(tokens[index : index + _AHEAD]), _AHEAD)
    return _link(Link(run, list(ahead), _word_before(text, run[0].start)))


def _word_before(text: str, place: int) -> str:
    """The word before a place, if only a space parts them."""
    before = text[max(0, place - _LONGEST_WORD) : place]
    return before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""


def _joins_nothing(word: str) -> bool:
    """True for most words, whatever stands around them; False while somebody asks why."""
    return link_rules().is_silent(word) and notebook() is None


def _nicknamed_reach(tokens: list[Token], index: int, run: list[Token], text: str) -> int:
    """How many tokens from `index` on are a nickname in marks and the surname behind it; 0 where none is."""
    if len(run) == 1 and run[0].is_name and _NICKNAME.match(text, run[0].start):
        return _NICKNAME_TOKENS  # Hubert "Bertie" Lashley
    called = _CALLED.match(text, run[-1].start) if gazetteer.given_name_gender(run[-1].text) else None
    if called is None:
        return 0
    reach = bisect_left(tokens, called.end(), lo=index, key=lambda each: each.start) - index
    return reach + 1 if _is_surname(tokens[index + reach : index + reach + 2]) else 0  # Pete “The Postman” Lomax


def _has_article(token: Token) -> bool:
    """True for "el-Jimal" of "Umm el-Jimal", "d'Entremont" of "Peggy d'Entremont": a particle and, behind a hyphen or a mark, a capital."""
    first, hyphen, rest = token.text.partition("-")
    if not hyphen:
        first, hyphen, rest = token.text.replace("’", "'").partition("'")
        return bool(hyphen) and first in NAMES.elided and rest[:1].isupper()
    return first in NAMES.particles and rest[:1].isupper()


def _is_surname(ahead: list[Token]) -> bool:
    """True if the first of two words may be the surname behind a nickname: a name, and no given name with another's surname behind it."""
    is_anothers = len(ahead) > 1 and ahead[1].is_name and gazetteer.given_name_gender(ahead[0].text) is not None
    return bool(ahead) and ahead[0].is_name and not is_anothers


def _is_possessed(gap: str, owner: Token) -> bool:
    """True for what stands between "King" and "College", or "Growers" and "Alliance": the end of a possessive and a space."""
    return gap in _GENITIVES or (gap in _PLURAL_GENITIVES and owner.bare.endswith(NAME_PATTERNS.plural))


def _has_capital_article(run: list[Token]) -> bool:
    return run[0].text in NAME_PATTERNS.article


def _owned_reach(tokens: list[Token], index: int, owner: Token, gap: str) -> int:
    """How many tokens from `index` on belong to a possessor's name: one that is a body, or, where several own it, all up to that; none of "Lee's Labour Party"."""
    token = tokens[index]
    if token.bare in PARTIES:
        return 0
    if is_body_or_place(token) or token.bare in _OWNED:
        return 1
    if gap in _GENITIVES and owner.text not in NAME_PATTERNS.plural_owners:
        return 0
    if token.bare in NAME_PATTERNS.leagues:
        return 1
    for reach, other in enumerate(tokens[index + 1 : index + 3], 2):
        if not other.is_capital:
            break
        if other.bare in ORGANISATION_WORDS:
            return reach
    return 0


def is_body_or_place(token: Token) -> bool:
    """True for a word of the names of organisations or of places."""
    return token.bare in PLACE_WORDS or token.bare in ORGANISATION_WORDS


class Link(Struct, frozen=True):
    """A word behind a run of capitals, as rules ask about it."""

    run: list[Token]
    ahead: list[Token]
    """The word and the seven behind it, or fewer at the end of a sentence."""
    noun: str = ""
    """The word before the run, if only a space parts them."""

    @property
    def words(self) -> str:
        """The word."""
        return self.ahead[0].text

    @property
    def before(self) -> str:
        """The run, or the last words of a long one, more than any rule asks about from its first."""
        return " ".join(token.text for token in self.run[-_BEFORE:])

    @property
    def after(self) -> str:
        """The words behind it."""
        return " ".join(token.text for token in self.ahead[1:])

    def next(self, place: int) -> Token | None:
        """The token that stands `place` places behind the word."""
        return self.ahead[place] if place < len(self.ahead) else None

    @property
    def body(self) -> int:
        """How many tokens there are to the last capitalised one, if that is a word of an organisation; else 0."""
        rest = self.ahead[1:6]
        last = next((i for i, token in enumerate(rest) if not token.is_capital), len(rest)) - 1
        return last + 2 if last >= 0 and rest[last].bare in ORGANISATION_WORDS else 0

    @property
    def lettered(self) -> int:
        """How many tokens there are up to letters in brackets that stand for the whole, "Food and Drugs Authority (FDA)"; else 0."""
        mark = next((i for i, token in enumerate(self.ahead) if token.text == "("), 0)
        words = [
            token
            for token in (*self.run, *self.ahead[:mark])
            if token.is_capital and token.text not in NAME_PATTERNS.article
        ]
        letters = self.ahead[mark + 1].text.casefold() if 0 < mark < len(self.ahead) - 1 else ""
        return mark if letters and letters == "".join(token.text[0] for token in words).casefold() else 0


def _is_titled(run: list[Token]) -> bool:
    """True for a run that ends in somebody's name behind what he is: "Shadow Minister Yvette Hinds"."""
    return (
        len(run) > 2
        and gazetteer.given_name_gender(run[-2].text) is not None
        and any(token.bare in TITLES for token in run[:-2])
    )


def _joins(run: list[Token]) -> bool:
    """True for a run that says what it is for, of a kind that joins what that is: "Ministry of Water", "Kenya's Ministry of Water"."""
    return any(
        one.bare in NAME_PATTERNS.joining and other.text in NAME_PATTERNS.of_or_for for one, other in pairwise(run)
    )


def _is_owned(run: list[Token]) -> bool:
    """True if the last word stands behind a possessive: "Hong Kong's Securities"."""
    return len(run) > 1 and run[-1].start - run[-2].end == _OWNED_GAP


def _is(token: Token | None, test: Callable[[Token], bool]) -> bool:
    return token is not None and test(token)


_OF_THE_WORD: Final[Mapping[str, Callable[[Link], Fact]]] = {
    "comma": lambda link: link.words == _COMMA,
    "ampersand": lambda link: link.words == _AMPERSAND,
    "and": lambda link: link.words in NAME_PATTERNS.and_words,
    "link": lambda link: link.words in NAMES.links,
    "particle": lambda link: link.words in NAMES.particles,
}
"""What the word tells by itself: most words behind a name join nothing to it, whatever stands around them."""
_LINK_FACTS: Final[Mapping[str, Callable[[Link], Fact]]] = {
    **_OF_THE_WORD,
    "article_first": lambda link: link.run[0].text in NAME_PATTERNS.article,
    "capital_next": lambda link: _is(link.next(1), lambda token: token.is_capital),
    "capital_second": lambda link: _is(link.next(2), lambda token: token.is_capital),
    "country_first": lambda link: gazetteer.country_code(link.run[0].text) is not None,
    "feast_second": lambda link: _is(link.next(2), lambda token: token.bare in NAME_PATTERNS.feasts),
    "group_noun": lambda link: link.noun in NAME_PATTERNS.called_groups,
    "joining_before": lambda link: _joins(link.run),
    "lettered": lambda link: link.lettered > 0,
    "legal_before": lambda link: link.run[-1].bare in NAME_PATTERNS.legal_words,
    "linking": lambda link: any(token.bare in _LINKING for token in link.run),
    "name_next": lambda link: _is(link.next(1), lambda token: token.is_name),
    "name_second": lambda link: _is(link.next(2), lambda token: token.is_name),
    "nation_first": lambda link: bool(gazetteer.people_of(link.run[0].text)),
    "nation_next": lambda link: _is(link.next(1), lambda token: bool(gazetteer.people_of(token.text))),
    "of_before": lambda link: any(token.text in NAME_PATTERNS.of_or_for for token in link.run),
    "owned": lambda link: _is_owned(link.run),
    "people_before": lambda link: (
        link.run[-1].bare not in ORGANISATION_WORDS
        and link.run[-1].bare.removesuffix(NAME_PATTERNS.plural) in PERSON_NOUNS
    ),
    "office_before": lambda link: link.run[-1].bare in NAME_PATTERNS.offices,
    "organisation_before": lambda link: link.run[-1].bare in ORGANISATION_WORDS,
    "organisation_closes": lambda link: link.body > 0,
    "local_body_closes": lambda link: link.body > 0 and link.ahead[link.body - 1].bare in NAMES.local_bodies,
    "particle_next": lambda link: _is(link.next(1), lambda token: token.text in NAMES.particles),
    "place_first": lambda link: gazetteer.is_place(link.run[0].text) and not gazetteer.country_code(link.run[0].text),
    "person_before": lambda link: _is_titled(link.run),
    "run_words": lambda link: len(link.run),
    "known_before": lambda link: link.run[-1].bare.removesuffix(NAME_PATTERNS.plural) in PARTIES,
    "the_before": lambda link: link.noun in NAME_PATTERNS.article,
    "the_next": lambda link: _is(link.next(1), lambda token: token.text in NAME_PATTERNS.the),
}


@cache
def link_rules(language: str = LANGUAGE) -> Ladder[Link]:
    """The rules of what carries a name on."""
    return read_ladder(f"{language}/name_links.toml", _LINK_FACTS, verdicts=_REACHES, of_words=frozenset(_OF_THE_WORD))


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
    reach = {_BODY: link.body, _LETTERED: link.lettered}
    return reach[decision.verdict] if decision.verdict in reach else int(decision.verdict)


def _note_link(notes: Notebook, link: Link) -> None:
    """Note whether a word that may join names carried this one on."""
    about = f"“{link.words}” behind “{' '.join(token.text for token in link.run)}”"
    reason = Reason.of(about, link_rules(), link, "how many words the name goes on by")
    if reason is None and link.words in NAMES.links | NAMES.particles | NAME_PATTERNS.and_words | {_AMPERSAND}:
        reason = Reason(about, None, "the name ends", why="no row of languages/en/name_links.toml joins it")
    if reason is not None:
        notes.write(link.run[0].start, link.ahead[0].end, reason)
