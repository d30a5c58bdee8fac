"""The seal of a card: a digest over all that it says, by which a change that no check has seen is known.

It guards against slips, not against forgers: whoever changes a card can work the digest out anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

_HOLDERS = frozenset({dict, list, tuple})
_NUMBERS = frozenset({int, float})


def digest_of(card: Mapping[str, Any]) -> str:
    """`sha256:` and the digest of what a card says, and of how it says it was made.

    Args:
        card: as JSON gives it. What is null, false or empty counts as absent, so that a field which a later version adds changes the
            digest of those cards alone that use it.
    """
    provenance = card.get("provenance")
    held = {name: value for name, value in card.items() if name not in {"schema_version", "provenance"}}
    if isinstance(provenance, Mapping):
        held["provenance"] = {name: value for name, value in provenance.items() if name != "digest"}
    text = json.dumps(_without_empty(held), sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _without_empty(value: Any) -> Any:
    """A value, as JSON gives it, without what is null, false or empty in it."""
    if isinstance(value, dict):
        # A number that is 0 counts, and so does an item of a list.
        return {
            name: told
            for name, held in value.items()
            if (told := _without_empty(held) if type(held) in _HOLDERS else held) or type(told) in _NUMBERS
        }
    if isinstance(value, (list, tuple)):
        return [_without_empty(one) if type(one) in _HOLDERS else one for one in value]
    return value


def is_later(version: object, than: str) -> bool:
    """True if a version of the contract is a later minor one: "2.4" where this is "2.1". Its readers ignore what they do not know."""
    major, _, minor = str(version).partition(".")
    known, _, last = than.partition(".")
    return major == known and minor.isdecimal() and int(minor) > int(last)


def without_unknown(card: Mapping[str, Any], error: ValidationError, version: str) -> dict[str, Any]:
    """A card of a later minor version, as JSON gives it, without the fields that this version does not know, and of this version.

    A seal that held before holds afterwards.

    Args:
        card: the card.
        error: what the contract says of it.
        version: this version.
    """
    new = deepcopy(dict(card))
    for fault in error.errors(include_url=False, include_context=False, include_input=False):
        if fault["type"] == "extra_forbidden":
            *path, last = fault["loc"]
            place: Any = new
            for step in path:
                place = place[step]
            place.pop(last, None)
    new["schema_version"] = version
    provenance = new.get("provenance")
    if isinstance(provenance, dict) and provenance.get("digest") == digest_of(card):
        provenance["digest"] = digest_of(new)
    return new
