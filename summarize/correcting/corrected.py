"""A card in the making: its values as some changes give them, each looked up in the article, and the corrections that keep the old ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from summarize.article import Evidence
from summarize.card import FIELDS, Card, Correction, Headline, Item, Quote, Statement, Told, When, Where, Who
from summarize.correcting.adding import find_name, find_place_name, find_role, find_speaker, make_item, twin_of
from summarize.correcting.bound import LINES, Bound, bound_to
from summarize.correcting.change import Change
from summarize.correcting.dates import read_given_date, read_otherwise
from summarize.correcting.lines import line
from summarize.correcting.sources import link_participant, renumber_participants
from summarize.evidence.syntax import Syntax
from summarize.grounding.index import Index

_COUNTRY_LETTERS: Final = 2
_VALUES: Final = frozenset({"speakers", "speaker_role", "name", "kind", "role", "country", "start"})
"""Parts that a correction names by their values. Two lines of one text may rest on different sentences, two dates have the same words."""


class Refused(Exception):  # noqa: N818 - a reason on its way out
    """Why a change does not hold."""


class Corrected:
    """A card in the making, and the corrections so far."""

    def __init__(  # noqa: PLR0913 - as of `correct`
        self,
        card: Card,
        index: Index,
        *,
        by: str,
        at: str,
        syntax: Syntax | None,
        tell: Callable[[str], None] | None,
    ) -> None:
        self._index, self._by, self._at, self._syntax = index, by, at, syntax
        self._tell: Callable[[str], None] = tell or (lambda _: None)
        self._headline = card.headline
        self._items: dict[str, list[Any]] = {name: list(getattr(card, name)) for name in FIELDS}
        self._made = list(card.corrections)

    def card(self, before: Card) -> Card:
        """The whole, checked as any card is."""
        if self._made == list(before.corrections):
            return before
        values = {name: tuple(items) for name, items in self._items.items()}
        new = Card(**{**dict(before), **values, "headline": self._headline, "corrections": tuple(self._made)})
        if before.standing != "sealed":
            return new
        held: tuple[Headline | Item, ...] = (new.headline, *new.items())
        checks = new.provenance.checks.model_copy(
            update={"evidence": sum(len(one.evidence) for one in held), "quotations": len(new.quotes)}
        )
        return new.model_copy(update={"provenance": new.provenance.model_copy(update={"checks": checks})}).with_seal()

    def apply(self, change: Change) -> None:
        if change.field == "headline":
            self._line(change, self._headline)
            return
        items, place = self._items[change.field], (change.item or 0) - 1
        if change.add:
            self._add(change, items)
            return
        if not 0 <= place < len(items):
            raise Refused(f"there is no {change.item} among {change.field}: the card has {len(items)}")
        if change.drop:
            self._drop(change, items, place)
        else:
            self._set_values(change, place)

    def _set_values(self, change: Change, place: int) -> None:
        """Give an item other values."""
        if change.field in {"what", "claims", "background"}:
            self._line(change, self._items[change.field][place])
        else:
            {"who": self._who, "when": self._when, "where": self._where, "quotes": self._quote}[change.field](
                change, place
            )

    def _add(self, change: Change, items: list[Any]) -> None:
        """A new item with all that is given of it: one correction, and one more where it becomes the main one."""
        items.append(_require_found(make_item(change, self._items, self._index, self._syntax, self._places())))
        numbered = change.model_copy(update={"item": len(items), "name": None, "main": None})
        place, kept = len(items) - 1, len(self._made)
        if not isinstance(items[place], Statement):
            self._set_values(numbered, place)
        del self._made[kept:]
        if (twin := twin_of(items[place], items[:place])) is not None:
            raise Refused(twin)
        if change.field == "who":
            self._is_source_of(items[place].name, len(items))
        self._keep(change, "item", None, _item_label(items[place]), items[place].evidence)
        if change.main:
            self._set_values(Change(field=change.field, item=len(items), main=True), place)

    def _is_source_of(self, name: str, place: int) -> None:
        """Texts that are the word of somebody who takes part from now on refer to that place."""
        self._headline = link_participant([self._headline], name, place)[0]
        for field in ("what", "claims", "background"):
            self._items[field] = link_participant(self._items[field], name, place)

    def _drop(self, change: Change, items: list[Any], place: int) -> None:
        item = items[place]
        told = {name: self._items[name] for name in LINES}
        bound = bound_to(item, told, self._index) if change.field in LINES else None
        items.pop(place)
        self._keep(change, "item", _item_label(item), None, item.evidence)
        if bound is not None:
            self._say_what_went(change, bound)
        if change.field == "who":  # attributions refer to participants by their places
            self._headline = renumber_participants([self._headline], place + 1)[0]
            for name in ("what", "claims", "background"):
                self._items[name] = renumber_participants(self._items[name], place + 1)

    def _say_what_went(self, change: Change, bound: Bound) -> None:
        """Take the answers to a charge off with it, and say so; say of an answer which charge stands without it."""
        for field, answer in bound.answers:
            number = self._items[field].index(answer)
            self._items[field].pop(number)
            self._keep(Change(field=field, item=number + 1, drop=True), "item", answer.text, None, answer.evidence)
            self._tell(f"“{answer.text}” answers what was taken off, and went with it")
        if bound.holds_answer:
            self._tell(
                f"{_option(change.field)} {change.item} held a charge and the answer to it: both are off the card"
            )
        for field, charge in bound.charges:
            number = self._items[field].index(charge) + 1
            self._tell(f"{_option(field)} {number} stands without its answer now: “{charge.text}”")

    def _quote(self, change: Change, place: int) -> None:
        quotes = self._items["quotes"]
        quote = quotes[place]
        update: dict[str, Any] = {}
        role = change.role
        if change.speakers is not None and change.speakers != quote.speakers:
            found = [_require_found(find_speaker(name, quote, self._index)) for name in change.speakers]
            update["speakers"] = tuple(self._index.slice(each) for each in found)
            evidence = tuple(map(self._index.evidence, found))
            after = quote.model_copy(update=update).speaker
            self._keep(change, "speakers", quote.speaker, after, evidence)
            if quote.cue and not set(quote.speakers) <= set(update["speakers"]) and self._is_named_beside(quote):
                # The words that introduce it are those of the speaker before: nobody looked at whether another one "admitted" it. Where the
                # article has "she admitted", they are hers, whoever she is.
                self._keep(change, "cue", quote.cue, None, ())
                update["cue"] = None
            if role is None and update["speakers"] != quote.speakers:  # the role was that of the speaker before
                role = next((who.role for who in self._items["who"] if (who.name,) == update["speakers"]), None) or ""
        if role is not None and role != (quote.speaker_role or ""):
            name = " ".join(update.get("speakers", quote.speakers)[:1])
            known = next((who for who in self._items["who"] if who.name == name), None)
            span = _require_found(find_role(role, name, known, self._index)) if role else None
            update["speaker_role"] = None if span is None else self._index.slice(span)
            evidence = () if span is None else (self._index.evidence(span),)
            self._keep(change, "speaker_role", quote.speaker_role, update["speaker_role"], evidence)
        quotes[place] = quote.model_copy(update=update)

    def _is_named_beside(self, quote: Quote) -> bool:
        """True if the sentences that a quotation stands in name one of its speakers."""
        numbers = {self._index.sentence_at(part.start) for part in quote.evidence}
        beside = " ".join(
            self._index.slice(self._index.findings.sentences[one - 1].span) for one in sorted(numbers) if one
        )
        for part in quote.evidence:
            beside = beside.replace(" ".join(part.text.split()), " ")
        return any(name.split()[-1] in beside.split() or name in beside for name in quote.speakers)

    def _who(self, change: Change, place: int) -> None:
        people = self._items["who"]
        who: Who = people[place]
        if change.name is not None and change.name != who.name:
            span = _require_found(find_name(change.name, self._index))[0]
            name, evidence = self._index.slice(span), self._index.evidence(span)
            self._keep(change, "name", who.name, name, (evidence,))
            who = who.model_copy(update={"name": name, "evidence": _with(evidence, who.evidence)})
        if change.kind is not None:
            self._keep(change, "kind", who.kind, change.kind, who.evidence)
            who = who.model_copy(update={"kind": change.kind})
        if change.role is not None and change.role != (who.role or ""):
            role_span = (
                _require_found(find_role(change.role, who.name, who, self._index)) if change.role.strip() else None
            )
            role = None if role_span is None else self._index.slice(role_span)
            added = () if role_span is None else (self._index.evidence(role_span),)
            self._keep(change, "role", who.role, role, added)
            who = who.model_copy(
                update={"role": role, "evidence": (*who.evidence, *(one for one in added if one not in who.evidence))}
            )
        people[place] = who

    def _when(self, change: Change, place: int) -> None:
        dates = self._items["when"]
        when: When = dates[place]
        if change.date is not None:
            found = read_given_date(change.date, when, self._index.findings.pack)
            if isinstance(found, str):
                raise Refused(found)
            before, after = ("/".join(filter(None, (one.start, one.end))) or None for one in (when, found))
            if (read := read_otherwise(found, when, self._index)) is not None:
                self._tell(f"by the rules “{when.text}” means {read}; the card says {after or 'that it is open'} now")
            self._keep(change, "start", before, after, when.evidence)
            dates[place] = when.model_copy(
                update={"start": found.start, "end": found.end, "precision": found.precision}
            )
        if change.main and not when.main:
            self._main(change, place)

    def _where(self, change: Change, place: int) -> None:
        places = self._items["where"]
        where: Where = places[place]
        if change.name is not None and change.name != where.name:
            span = _require_found(find_place_name(change.name, self._index))[0]
            name, evidence = self._index.slice(span), self._index.evidence(span)
            self._keep(change, "name", where.name, name, (evidence,))
            where = where.model_copy(update={"name": name, "evidence": _with(evidence, where.evidence)})
        if change.country is not None:
            country = change.country.strip().upper() or None
            if country is not None and not (
                country.isascii() and country.isalpha() and len(country) == _COUNTRY_LETTERS
            ):
                raise Refused(f"“{change.country}” is no code of a country, such as FR")
            self._keep(change, "country", where.country, country, where.evidence)
            where = where.model_copy(update={"country": country})
        places[place] = where
        if change.main and not where.main:
            self._main(change, place)
            places.insert(0, places.pop(place))  # the main place stands first

    def _main(self, change: Change, place: int) -> None:
        items = self._items[change.field]
        named = ["name" if change.field == "where" else "text"]
        before = next((getattr(one, *named) for one in items if one.main), None)
        self._keep(change, "main", before, getattr(items[place], *named), items[place].evidence)
        items[:] = [one.model_copy(update={"main": number == place}) for number, one in enumerate(items)]

    def _line(self, change: Change, old: Told) -> None:
        if " ".join((change.text or "").split()) == old.text and not change.sentences:
            return
        new = line(change, old, self._index, self._syntax, self._places())
        if isinstance(new, str):
            raise Refused(new)
        if new == old:
            return
        self._keep(change, "text", old.text, new.text, new.evidence)
        if isinstance(new, Headline):
            self._headline = new
        else:
            self._items[change.field][(change.item or 0) - 1] = new

    def _places(self) -> dict[int, int]:
        """By the number of a participant among the findings, its place in `who`."""
        return {
            participant.number: place
            for place, who in enumerate(self._items["who"], 1)
            for participant in self._index.findings.participants
            if participant.name == who.name
        }

    def _keep(
        self, change: Change, part: str, before: str | None, after: str | None, evidence: tuple[Evidence, ...]
    ) -> None:
        if before == after and part in _VALUES:
            return
        self._made.append(
            Correction(
                field=change.field,
                item=change.item,
                part=part,
                before=before,
                after=after,
                by=self._by,
                at=self._at,
                evidence=evidence,
            )
        )


def _require_found(found: Any) -> Any:
    """What was found; a text is the reason why nothing was."""
    if isinstance(found, str):
        raise Refused(found)
    return found


def _option(field: str) -> str:
    """What a line of a field is called."""
    return "claim" if field == "claims" else field


def _item_label(item: Any) -> str:
    """What an item is called where it is told to be added or taken off."""
    return str(getattr(item, "text", None) or item.name)


def _with(first: Evidence, others: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return (first, *(one for one in others if one != first))
