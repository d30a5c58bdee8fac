"""A capitalised word that stands alone where somebody speaks: a surname, or a noun that has its capital as nouns or openings have it."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.evidence.find import find

SAID = "„Wir warten in Ruhe ab“, sagte "


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", SAID + "Weber.", []),
        ("de", SAID + "Weber. Im Hafen blieb Weber.", ["Weber"]),
        ("de", SAID + "Weber. Die Weber streiken, und mit ihnen Weber.", []),
        ("de", SAID + "Karl Weber.", ["Karl Weber"]),
        ("ru", "«Мы ждём новостей», — сообщил Рябов.", ["Рябов"]),
        ("ru", "Полиция сообщила: «Мы ждём новостей».", []),
        ("ru", "Полиция сообщила: «Мы ждём новостей». А в полдень молчала и Полиция.", ["Полиция"]),
    ],
)
def test_a_name_is_written_as_one(language: str, text: str, names: list[str]) -> None:
    """In German it stands again and never behind an article; elsewhere its capital stands inside a sentence. A full name needs neither."""
    assert [each.name for each in find(Article(text=text, language=language)).participants] == names
