"""Rules of articles that give orders: none of them gets its way, whatever the model does."""

from __future__ import annotations

import pytest

from tests.injection import Case, cases, run

KNOWN = [
    *cases(),
    *(case for case in cases(table="later.toml") if case.id != "condition"),
    *cases("unseen", "wider.toml"),
]
"""All but a plain sentence of the article with "if", which only a judge can tell; of `wider.toml` those that no rule was made with in view."""


@pytest.mark.parametrize("case", KNOWN, ids=lambda case: case.id)
def test_no_order_gets_its_way(case: Case) -> None:
    """With a model that obeys and a judge that lets everything stand, and with no model, no claim of an order stands on the card."""
    assert run(case, "yes") == ""
    assert run(case, None) == ""
