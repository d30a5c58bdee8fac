"""The rules of tense and direction that the tables of a language hold: which way a date lies from the day of publication."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal, cast

from msgspec import Struct

from summarize.languages.loader import TableError
from summarize.languages.tables import table, word_lists

Verdict = Literal["past", "future", "open"]
_VERDICTS: Final = frozenset({"past", "future", "open", "none"})


class TenseRule(Struct, frozen=True, kw_only=True):
    """What tense a word shows where all that the rule names holds; None and empty fields ask for nothing."""

    id: str
    verdict: Verdict | None
    """None: the word shows no tense, whatever later rules say."""
    example: str
    counter_example: str
    word: frozenset[str] | None
    """The words that it is a rule of; None: all past tenses."""
    also: frozenset[str] | None
    before: frozenset[str] | None
    not_before: frozenset[str] | None
    after: frozenset[str] | None
    not_after: frozenset[str] | None
    not_second: frozenset[str] | None
    earlier: frozenset[str] | None
    helper: frozenset[str] | None
    helper_after: frozenset[str] | None
    perfect: frozenset[str] | None
    asks: bool
    plural: bool
    object: bool
    """A name that is no weekday or month, or an article or possessive, stands behind it: "play Galway", "face a test"."""
    object_of: frozenset[str] | None
    """It is what one of these verbs is done to, with no mark or new clause between: "rejected a costly plan"."""
    helped: bool
    """With `object_of`: that verb may also stand behind a helper ("has rejected a plan")."""


class DirectionRule(Struct, frozen=True, kw_only=True):
    """Which way a date lies by the words right before it."""

    id: str
    verdict: Verdict
    sure: bool
    example: str
    counter_example: str
    before: frozenset[str] | None
    behind: frozenset[str] | None
    """What stands right behind the date, or behind its 's."""
    without: frozenset[str]
    """None of these stands among the words behind it: "Friday's by-election debate"."""
    owned: bool
    """It may stand in front of a genitive: "Friday's vote"."""
    near: tuple[tuple[str, ...], ...]
    """Words or phrases before it, in the words that they consist of, a semicolon for a comma; empty: none is asked for."""
    opens: frozenset[str]
    """The first words of those."""
    within: int
    earlier: frozenset[str] | None
    """One of these stands before it in its sentence, not far off."""
    not_near: frozenset[str]
    """None of these does."""
    then: tuple[tuple[str, ...], ...] = ()
    """Phrases of which one stands among the words behind it in its sentence; empty: none is asked for."""
    later: frozenset[str] | None = None
    """One of these stands among the words behind it in its sentence."""


@cache
def tense_rules(language: str) -> tuple[TenseRule, ...]:
    """The rules of tense of a language, in the order in which they are tried.

    Raises:
        TableError: a row lacks its example or counter-example, has an unknown field, verdict or list.
    """
    return tuple(_tense_rule(row, language) for row in table(f"{language}/times.toml").get("tense", ()))


@cache
def direction_rules(language: str) -> tuple[DirectionRule, ...]:
    """The rules of direction of a language, in the order in which they are tried. Raises as `tense_rules` does."""
    return tuple(_direction_rule(row, language) for row in table(f"{language}/times.toml").get("direction", ()))


_WORDS: Final = ("word", "also", "before", "not_before", "after", "not_after", "not_second", "earlier", "helper", "helper_after", "perfect", "object_of")  # fmt: skip
_COMMON: Final = frozenset({"id", "verdict", "example", "counter_example"})


def _tense_rule(row: Mapping[str, Any], language: str) -> TenseRule:
    _check_row(row, language, frozenset({*_WORDS, "form", "asks", "plural", "object", "helped"}))
    if ("word" in row) == ("form" in row):
        raise TableError(f"{language}/times.toml", str(row["id"]), "either `word` or `form` is needed")
    verdict = row["verdict"]
    return TenseRule(
        id=row["id"],
        verdict=None if verdict == "none" else cast("Verdict", verdict),
        example=row["example"],
        counter_example=row["counter_example"],
        asks=bool(row.get("asks", False)),
        plural=bool(row.get("plural", False)),
        object=bool(row.get("object", False)),
        helped=bool(row.get("helped", False)),
        **{key: _listed_words(row[key], language) if key in row else None for key in _WORDS},
    )


def _direction_rule(row: Mapping[str, Any], language: str) -> DirectionRule:
    _check_row(
        row,
        language,
        frozenset(
            {"before", "behind", "without", "owned", "near", "within", "sure", "earlier", "not_near", "then", "later"}
        ),
    )
    phrases = _phrases(row, "near", language)
    return DirectionRule(
        id=row["id"],
        verdict=cast("Verdict", row["verdict"]),
        sure=bool(row["sure"]),
        example=row["example"],
        counter_example=row["counter_example"],
        before=_listed_words(row["before"], language) if "before" in row else None,
        behind=_listed_words(row["behind"], language) if "behind" in row else None,
        without=_listed_words(row.get("without", ""), language),
        owned=bool(row.get("owned", True)),
        near=phrases,
        opens=frozenset(phrase[0] for phrase in phrases),
        within=int(row.get("within", 0)),
        earlier=_listed_words(row["earlier"], language) if "earlier" in row else None,
        not_near=_listed_words(row.get("not_near", ""), language),
        then=_phrases(row, "then", language),
        later=_listed_words(row["later"], language) if "later" in row else None,
    )


def _phrases(row: Mapping[str, Any], key: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The words or phrases of a field, parted by commas; of a list that is named, each word is one."""
    phrases: list[tuple[str, ...]] = []
    for phrase in str(row[key]).split(",") if key in row else ():
        named = phrase.strip()
        phrases.extend((word,) for word in _listed_words(named, language)) if named[0] == "@" else phrases.append(
            tuple(named.replace(";", ",").split())
        )
    return tuple(phrases)


def _check_row(row: Mapping[str, Any], language: str, known: frozenset[str]) -> None:
    file, name = f"{language}/times.toml", str(row.get("id", "a row without an id"))
    for key in sorted(_COMMON):
        if not isinstance(row.get(key), str) or not row[key]:
            raise TableError(file, name, f"`{key}` is needed")
    if row["verdict"] not in _VERDICTS:
        raise TableError(file, name, f"{row['verdict']!r} is not a verdict: {', '.join(sorted(_VERDICTS))}")
    if unknown := row.keys() - known - _COMMON:
        raise TableError(file, name, f"`{min(unknown)}` is not a field")


def _listed_words(value: str, language: str) -> frozenset[str]:
    """The words of a field: a list of the table where it begins with "@", else those that stand there."""
    if not value.startswith("@"):
        return frozenset(value.split())
    lists = word_lists(f"{language}/times.toml", "words")
    if value[1:] not in lists:
        raise TableError(f"{language}/times.toml", value, "there is no such list in [words]")
    return lists[value[1:]]
