"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from summarize.expressions import expression


def test_an_expression_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Naming one compiles nothing; its first use does, and what it then answers is a pattern's answer."""
    compiled: list[str] = []
    real = re.compile

    def noted(written: str, flags: int) -> re.Pattern[str]:
        compiled.append(written)
        return real(written, flags)

    monkeypatch.setattr("summarize.compiling.re.compile", noted)
    vowels = expression("[aeiou]+", re.IGNORECASE)
    assert not compiled
    assert vowels.findall("Queue up") == ["ueue", "u"]
    assert vowels.search("xyz") is None
    assert (vowels.pattern, vowels.flags & re.IGNORECASE) == ("[aeiou]+", re.IGNORECASE)
    assert set(compiled) == {"[aeiou]+"}


def test_a_mistake_shows_when_an_expression_is_used() -> None:
    """It is the mistake that `re` names."""
    with pytest.raises(re.error, match="unterminated"):
        expression("(a").search("a")
