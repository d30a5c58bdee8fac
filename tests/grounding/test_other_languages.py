"""Rules of what an engine's words may add to a card of an article that is not in English."""

from __future__ import annotations

import pytest

from summarize.article import Article, article_id
from summarize.card import Card
from summarize.draft import Draft, DraftParticipant, DraftQuote, DraftStatement, DraftTime
from summarize.pipeline import Pipeline
from summarize.testing import ScriptedEngine

GERMAN = "Die Brücke wurde am Montag gesperrt. Zuständig ist Jutta Kleinschmidt, Leiterin des Amts. „Wir rechnen mit zwei Wochen Sperrung.“"
JAPANESE = "東京の橋は月曜日に閉鎖された。市長の田中太郎氏は記者団に語った。「橋は二週間閉鎖します。安全が第一です。」工事は12月5日に始まる。"


def _card(text: str, language: str, draft: Draft) -> Card:
    article = Article(
        id=article_id(text),
        source="test",
        text=text,
        language=language,
        published="2026-11-24",
        published_from="option",
    )
    return Pipeline(ScriptedEngine([draft])).card(article)


@pytest.mark.parametrize(
    ("text", "language", "name", "role", "words", "sentence", "value"),
    [
        (GERMAN, "de", "Jutta Kleinschmidt", "Leiterin des Amts", "am Montag", 1, "2026-11-23"),
        (JAPANESE, "ja", "田中太郎", "市長", "12月5日", 4, "2026-12-05"),
    ],
)
def test_a_missed_person_speaks_and_a_date_has_the_value_of_the_rules(
    text: str, language: str, name: str, role: str, words: str, sentence: int, value: str
) -> None:
    """Who is named in the words of the article is on the card and can speak; a date in words has the value that the rules read, never a model's."""
    draft = Draft(
        what=(DraftStatement(sentences=(1,)),),
        who=(DraftParticipant(name=name, kind="person", sentence=2, role=role),),
        when=(DraftTime(words=words, sentence=sentence),),
        quotes=(DraftQuote(quotation=1, speaker=name),),
    )
    card = _card(text, language, draft)
    assert [(each.name, each.role) for each in card.who] == [(name, role)]
    assert [each.speaker for each in card.quotes] == [name]
    assert value in {each.start for each in card.when}
    assert card.rejected == ()


@pytest.mark.parametrize(
    ("text", "language", "claim"),
    [
        (GERMAN, "de", "Seit Montag ist die Brücke gesperrt."),
        (JAPANESE, "ja", "東京で橋が月曜日から通れない。"),
    ],
)
def test_what_no_rule_can_check_is_not_called_checked(text: str, language: str, claim: str) -> None:
    """A text in other words than the article's does not stand without a judge, though no rule speaks against it."""
    card = _card(
        text, language, Draft(what=(DraftStatement(sentences=(1,), text=claim), DraftStatement(sentences=(1,))))
    )
    assert claim not in {each.text for each in card.what}
    assert [each.reason for each in card.rejected] == [
        "it is in other words than the article's, and no judge found it borne out"
    ]
