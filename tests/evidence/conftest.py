"""Both ways of reading: by rules alone, and with the NLP model."""

from __future__ import annotations

import pytest

from summarize.evidence.syntax import Syntax, load


@pytest.fixture(scope="module")
def model() -> Syntax:
    """The NLP model; the suite requires the extra `[nlp]`."""
    return load()


@pytest.fixture(scope="module", params=["rules", "nlp"])
def syntax(request: pytest.FixtureRequest) -> Syntax | None:
    """Rules alone, then the NLP model: what a test says holds for both."""
    return load() if request.param == "nlp" else None
