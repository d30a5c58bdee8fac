"""Texts of a card whose attributions refer to participants by their places, where those come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def link_participant(told: Sequence[Any], name: str, place: int) -> list[Any]:
    """Texts, with the place of a participant in the attributions to that name that had none."""
    return [
        one.model_copy(update={"attribution": one.attribution.model_copy(update={"participant": place})})
        if one.attribution is not None and one.attribution.participant is None and one.attribution.source == name
        else one
        for one in told
    ]


def renumber_participants(told: Sequence[Any], gone: int) -> list[Any]:
    """Texts whose attributions refer to the places of participants after the one at `gone` was taken off."""
    new = []
    for one in told:
        by = one.attribution
        if by is not None and by.participant is not None and by.participant >= gone:
            place = None if by.participant == gone else by.participant - 1
            one = one.model_copy(update={"attribution": by.model_copy(update={"participant": place})})  # noqa: PLW2901
        new.append(one)
    return new
