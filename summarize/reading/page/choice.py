"""Where layers of a page disagree: which one is believed, field by field.

Layers in order: what the user gave, JSON-LD, `<meta>`, microdata, the markup around the story, its words, its address. The first that
has a field gives it, with these exceptions for dates:

- A date after the page was fetched (by more than a day) loses; so does one that stands alone, more than two years from all others,
  where others agree or the page's address or last change sides with another. Two that are years apart and have no such witness:
  the later, for what is wrong is then a default ("1999").
- A publication after the last change loses to one before it. A last change before the publication is none.
- Of dates of one day, the one with a time, and of times that differ in their zone alone, the one with its zone: a layer lower in
  the order may complete a date, never change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeVar

from summarize.article import Layer
from summarize.reading.page.stated.dates import day_of, moment_of
from summarize.reading.page.stated.facts import Facts

_ORDER: tuple[Layer, ...] = ("option", "json-ld", "meta", "microdata", "markup", "text", "address")
_DAY = timedelta(days=1)
_FAR = timedelta(days=730)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the layer that it is from."""

    iso: str
    layer: Layer

    @property
    def moment(self) -> datetime:
        """The moment, in UTC."""
        return moment_of(self.iso)


def first_of(facts: Iterable[Facts], read: Callable[[Facts], Value | None]) -> tuple[Value, Layer] | None:
    """A field of the first layer that has it, and that layer."""
    for layer in sorted(facts, key=lambda fact: _ORDER.index(fact.layer)):
        value = read(layer)
        if value is not None and value not in ("", ()):
            return value, layer.layer
    return None


def choose_dates(
    facts: Sequence[Facts], addressed: str | None, fetched: datetime | None = None
) -> tuple[Dated | None, Dated | None]:
    """The dates of publication and of the last change."""
    published = [Dated(fact.published, fact.layer) for fact in facts if fact.published]
    modified = [Dated(fact.modified, fact.layer) for fact in facts if fact.modified]
    if not published:
        published = [Dated(fact.created, fact.layer) for fact in facts if fact.created]
    if addressed:
        published.append(Dated(addressed, "address"))
    published, modified = _by_then(published, fetched), _by_then(modified, fetched)
    published = _without_outliers(published, modified)
    published.sort(key=lambda dated: _ORDER.index(dated.layer))
    modified.sort(key=lambda dated: _ORDER.index(dated.layer))
    if not published:
        return None, modified[0] if modified else None
    chosen = published[0]
    if modified and chosen.moment > modified[0].moment + _DAY:
        chosen = next((dated for dated in published if dated.moment <= modified[0].moment + _DAY), chosen)
    chosen = _in_its_zone(_fuller_date(chosen, published), published)
    changed = next((dated for dated in modified if _follows(dated, chosen)), None)
    return chosen, changed


def _by_then(dates: list[Dated], fetched: datetime | None) -> list[Dated]:
    if fetched is None:
        return dates
    limit = (fetched if fetched.tzinfo else fetched.replace(tzinfo=UTC)) + _DAY
    return [dated for dated in dates if dated.moment <= limit]


def _without_outliers(published: list[Dated], modified: list[Dated]) -> list[Dated]:
    """The dates of publication without those that stand alone, years away from all else."""
    if len(published) < 2:
        return published
    witnesses = [*published, *modified]
    alone = [
        dated
        for dated in published
        if not any(other is not dated and abs(other.moment - dated.moment) <= _FAR for other in witnesses)
    ]
    if not alone:
        return published
    if len(alone) < len(published):
        return [dated for dated in published if dated not in alone]
    return [max(published, key=lambda dated: dated.moment)]


def _fuller_date(chosen: Dated, published: Sequence[Dated]) -> Dated:
    """The chosen date, or one of another layer that says the same and more."""
    if "T" not in chosen.iso:
        timed = [other for other in published if "T" in other.iso and (day_of(other.iso) == day_of(chosen.iso))]
        chosen = timed[0] if timed else chosen
    if "T" in chosen.iso and not _has_zone(chosen.iso):
        local = datetime.fromisoformat(chosen.iso)
        zoned = [
            other
            for other in published
            if "T" in other.iso and _has_zone(other.iso) and _differ_in_zone(local, other.iso)
        ]
        chosen = zoned[0] if zoned else chosen
    return chosen


def _in_its_zone(chosen: Dated, published: Sequence[Dated]) -> Dated:
    """A moment that is stated in UTC, in the zone in which the page prints it: its day is the page's own, not Greenwich's."""
    if not chosen.iso.endswith(("+00:00", "Z")):
        return chosen
    for printed in published:
        if (
            printed.layer not in {"markup", "text"}
            or "T" not in printed.iso
            or day_of(printed.iso) == day_of(chosen.iso)
        ):
            continue
        if _has_zone(printed.iso):
            if printed.moment == chosen.moment.replace(second=0):
                return Dated(printed.iso, chosen.layer)
        elif _differ_in_zone(datetime.fromisoformat(printed.iso), chosen.iso):
            local = datetime.fromisoformat(printed.iso).replace(tzinfo=UTC)
            offset = timedelta(minutes=round((local - chosen.moment) / timedelta(minutes=15)) * 15)
            return Dated(chosen.moment.astimezone(timezone(offset)).isoformat(), chosen.layer)
    return chosen


def _follows(changed: Dated, published: Dated) -> bool:
    if len(changed.iso) == 10 or len(published.iso) == 10:
        return day_of(changed.iso) >= day_of(published.iso)
    return changed.moment >= published.moment


def _has_zone(iso: str) -> bool:
    return datetime.fromisoformat(iso).tzinfo is not None


def _differ_in_zone(local: datetime, iso: str) -> bool:
    """True if a moment with its zone is what a clock without one shows there, or would show in another zone of the world."""
    moment = datetime.fromisoformat(iso)
    if moment.replace(tzinfo=None, second=0) == local.replace(second=0):
        return True
    apart = abs(moment.astimezone(UTC).replace(tzinfo=None) - local)
    return apart <= timedelta(hours=14) and apart.seconds % 900 < 60
