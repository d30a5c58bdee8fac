from __future__ import annotations

import json
import subprocess
import sys
from typing import get_args

import pytest

from summarize.card import Card
from summarize.rendering import Format, render, to_json

from . import cards, goldens


@pytest.mark.parametrize("name", sorted(path.name for path in goldens.FOLDER.iterdir()))
def test_golden(name: str) -> None:
    """Each form of each card looks as it did; after a wanted change: `python -m tests.rendering.goldens`."""
    assert goldens.contents()[name] == goldens.stored(name)


def test_every_golden_is_one() -> None:
    """Every form has its golden file, and every golden file its form."""
    assert {path.name for path in goldens.FOLDER.iterdir()} == set(goldens.contents())


@pytest.mark.parametrize("card", [cards.ordinary(), cards.bare()])
def test_json_round_trip(card: Card) -> None:
    """A card read back from its JSON is the same card."""
    assert Card.model_validate_json(to_json(card)) == card


def test_json_with_lone_surrogates() -> None:
    """A lone surrogate, which UTF-8 cannot hold, is written as an escape; the rest of the data is unchanged."""
    card = cards.hostile()
    document = json.loads(to_json(card))
    assert document["headline"]["text"] == card.headline.text
    assert document["article"]["text"] == card.article.text


@pytest.mark.parametrize("form", get_args(Format))
@pytest.mark.parametrize("card", [cards.ordinary(), cards.hostile(), cards.bare()])
def test_every_form_can_be_written(form: Format, card: Card) -> None:
    """Every form encodes as UTF-8 and ends in exactly one line end."""
    text = render(card, form)
    assert text.encode().endswith(b"\n")
    assert not text.endswith("\n\n")


def test_rich_is_imported_only_for_the_terminal() -> None:
    """A program that makes pages does not pay for rich."""
    script = "import sys, summarize.rendering; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
