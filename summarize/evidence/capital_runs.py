"""Runs of capitalised words: what carries a name on from one word to the next, and which words before it are ordinary ones.

Links carry it on, possessors, and nicknames in marks; a word that opens sentences is ordinary unless it is part of a name there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from typing import Final

from summarize import gazetteer
from summarize.evidence.name_links import NameLink, joins_nothing, link_reach
from summarize.evidence.name_tokens import NameToken, is_several, split_tokens, tokens_of
from summarize.evidence.vocabulary import (
    HONORIFICS,
    NAME_PATTERNS,
    NAMES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTIES,
    PERSON_NOUNS,
    PLACE_WORDS,
)
from summarize.expressions import expression
from summarize.text.dates.vocabulary import MONTHS

_GENITIVES: Final = frozenset({"'s ", "’s "})
_PLURAL_GENITIVES: Final = frozenset({"' ", "’ "})
_OWNED: Final = NAMES.thing | NAME_PATTERNS.feasts
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
_MAX_WORD_LENGTH: Final = 30
"""Code points in which the word before a name is looked for."""
_NICKNAME_TOKENS: Final = 4
"""How many tokens follow the first name: the mark, the nickname, the mark, the surname."""
_TRAILING: Final = NAMES.links | NAMES.particles | NAME_PATTERNS.trailing
_INSIDE: Final = expression(r"[a-z,] ")
"""What stands in front of a name inside a sentence."""
_BEFORE: Final = 12
"""Code points before a name in which it shows that its first word is a month."""
_GIVEN_AND_SURNAME: Final = 2


def runs_in(text: str, start: int, end: int) -> Iterable[list[NameToken]]:
    """Runs of capitalised tokens of `text[start:end]` with their particles and, after an organisation word, "of the …"."""
    tokens = tokens_of(text, start, end)
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
            run.extend(islice(split_tokens(tokens[index : index + reach]), reach))
            index = _behind(tokens, index, run[-1].end)
        yield run


def _behind(tokens: list[NameToken], index: int, end: int) -> int:
    """Where the tokens from `index` on go on behind `end`: of several words the others stand alone then."""
    while index < len(tokens) and tokens[index].start < end:
        token = tokens[index]
        others = token.text[end - token.start :].lstrip(" ") if is_several(token) else ""
        if others:
            tokens[index] = NameToken(token.end - len(others), token.end, others, is_capital=False)
            break
        index += 1
    return index


def _reach(tokens: list[NameToken], index: int, run: list[NameToken], text: str) -> int:
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
    if joins_nothing(token.text.partition(" ")[0] if is_several(token) else token.text):
        return 0
    ahead = islice(split_tokens(tokens[index : index + _AHEAD]), _AHEAD)
    return link_reach(NameLink(run, list(ahead), word_before(text, run[0].start)))


def word_before(text: str, place: int) -> str:
    """The word before a place, if only a space parts them."""
    before = text[max(0, place - _MAX_WORD_LENGTH) : place]
    return before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""


def _nicknamed_reach(tokens: list[NameToken], index: int, run: list[NameToken], text: str) -> int:
    """How many tokens from `index` on are a nickname in marks and the surname behind it; 0 where none is."""
    if len(run) == 1 and run[0].is_name and _NICKNAME.match(text, run[0].start):
        return _NICKNAME_TOKENS  # Hubert "Bertie" Lashley
    called = _CALLED.match(text, run[-1].start) if gazetteer.given_name_gender(run[-1].text) else None
    if called is None:
        return 0
    reach = bisect_left(tokens, called.end(), lo=index, key=lambda each: each.start) - index
    return reach + 1 if _is_surname(tokens[index + reach : index + reach + 2]) else 0  # Pete “The Postman” Lomax


def _has_article(token: NameToken) -> bool:
    """True for "el-Jimal" of "Umm el-Jimal", "d'Entremont" of "Peggy d'Entremont": a particle and, behind a hyphen or a mark, a capital."""
    first, hyphen, rest = token.text.partition("-")
    if not hyphen:
        first, hyphen, rest = token.text.replace("’", "'").partition("'")
        return bool(hyphen) and first in NAMES.elided and rest[:1].isupper()
    return first in NAMES.particles and rest[:1].isupper()


def _is_surname(ahead: list[NameToken]) -> bool:
    """True if the first of two words may be the surname behind a nickname: a name, and no given name with another's surname behind it."""
    is_anothers = len(ahead) > 1 and ahead[1].is_name and gazetteer.given_name_gender(ahead[0].text) is not None
    return bool(ahead) and ahead[0].is_name and not is_anothers


def _is_possessed(gap: str, owner: NameToken) -> bool:
    """True for what stands between "King" and "College", or "Growers" and "Alliance": the end of a possessive and a space."""
    return gap in _GENITIVES or (gap in _PLURAL_GENITIVES and owner.bare.endswith(NAME_PATTERNS.plural))


def _has_capital_article(run: list[NameToken]) -> bool:
    return run[0].text in NAME_PATTERNS.article


def _owned_reach(tokens: list[NameToken], index: int, owner: NameToken, gap: str) -> int:
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


def is_body_or_place(token: NameToken) -> bool:
    """True for a word of the names of organisations or of places."""
    return token.bare in PLACE_WORDS or token.bare in ORGANISATION_WORDS


def without_ordinary_words(run: list[NameToken], text: str) -> list[NameToken]:
    """The run without the ordinary words before a name, and without what links it to nothing behind it."""
    while (
        run
        and run[0].text in NOT_NAMES
        and not (run[0].bare in HONORIFICS and len(run) > 1)
        and not _is_national_body(run)
        and not _is_joined(run)
        and not _is_linked_next(run)
        and not (run[0].text in NAME_PATTERNS.opens_bodies and len(run) > 2 and run[-1].bare in ORGANISATION_WORDS)
        and not (run[0].text in NAME_PATTERNS.opens_bodies_of and _is_body_of(run[1:]))
        and not _is_given_name(run)
        and not _is_given_inside(run, text)
        and not _is_numbered_inside(run, text)
        and not is_given_opening(run, text)
    ):
        run = run[1:]
    while run and run[-1].text in _TRAILING:
        run = run[:-1]
    return run


def _is_joined(run: list[NameToken]) -> bool:
    """True for "Police and Fire Commission": what is joined to the word is part of the same name."""
    return len(run) > 2 and run[1].text in NAME_PATTERNS.and_words


def _is_linked_next(run: list[NameToken]) -> bool:
    """True for "House of Representatives": what a link follows is part of the name, for none opens with a link."""
    return len(run) > 2 and run[1].text in NAMES.links


def _is_given_name(run: list[NameToken]) -> bool:
    """True for "Jan van der Merwe": a particle shows that the word is no month."""
    return len(run) > 2 and run[1].text in NAMES.particles and gazetteer.given_name_gender(run[0].text) is not None


def _is_given_inside(run: list[NameToken], text: str) -> bool:
    """True for "Will" of "said Will Hutton", which stands inside a sentence and before a name that is no place's: not "Even" of "he said Even Norway would"."""
    before = text[max(0, run[0].start - 2) : run[0].start]
    return (
        len(run) > 1
        and run[0].text in NAME_PATTERNS.given_inside
        and run[1].is_name
        and not is_only_a_place(run[1].text)
        and not (
            run[0].bare in MONTHS
            and NAME_PATTERNS.given_as_day.search(text[max(0, run[0].start - _BEFORE) : run[0].start])
        )
        and _INSIDE.fullmatch(before) is not None
    )


def _is_numbered_inside(run: list[NameToken], text: str) -> bool:
    """True for "Two" of "a port called Two Harbors": inside a sentence a number with a capital opens a name."""
    return (
        len(run) > 1
        and run[0].text in NAME_PATTERNS.numbers_inside
        and run[1].is_name
        and _INSIDE.fullmatch(text[max(0, run[0].start - 2) : run[0].start]) is not None
    )


def is_given_opening(run: list[NameToken], text: str) -> bool:
    """True for "Per" of "Per Moen, who leads the rebels, said": who he is stands behind it; not for a question, "Will Moen, the mayor, go?"."""
    if len(run) != _GIVEN_AND_SURNAME or run[0].text not in NAME_PATTERNS.given_opening or not run[1].is_name:
        return False
    end = run[1].end
    if NAME_PATTERNS.given_as_day.search(text[max(0, run[0].start - _BEFORE) : run[0].start]):
        return False
    behind = NAME_PATTERNS.person_behind.match(text, end)
    is_told = behind is not None and behind["noun"] in PERSON_NOUNS
    return (is_told or NAME_PATTERNS.whose_clause.match(text, end) is not None) and not (
        NAME_PATTERNS.asked_behind.match(text, end)
    )


def _is_national_body(run: list[NameToken]) -> bool:
    """True for "Police Scotland": the word that opens sentences by itself is part of a name."""
    return len(run) == 2 and run[0].bare in ORGANISATION_WORDS and gazetteer.country_code(run[1].text) is not None


def _is_body_of(run: list[NameToken]) -> bool:
    """True for "Federation of Tarnwick": a word of a body, and what it is of."""
    return len(run) > 2 and run[0].bare in ORGANISATION_WORDS and run[1].text in NAME_PATTERNS.of


def is_only_a_place(word: str) -> bool:
    """True for a place whose name is no given name: "Croydon" of "Croydon Ben Morgan", where a caption ends."""
    return gazetteer.is_place(word) and not gazetteer.given_name_gender(word)
