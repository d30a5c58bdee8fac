"""Rules of the whole way from an article to its card. All articles were written for these tests."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarize.article import Article
from summarize.card import Card
from summarize.draft import Draft, DraftStatement
from summarize.engines.extractive import ExtractiveEngine
from summarize.errors import ArticleError, ConfigurationError, GroundingError, UsageError
from summarize.evidence import syntax as syntax_module
from summarize.grounding import Grounded, ground
from summarize.grounding.cuts.words import words_of
from summarize.pipeline import Pipeline, brief, pipeline_for, syntax_for
from summarize.reading import Reading, read_text
from summarize.settings import Settings
from summarize.testing import ScriptedEngine
from tests.evidence.texts import NEWS_TEXT, TEXTS, stories

STORY = "LEEDS, March 3 2026 (Post) - A footbridge reopened on Tuesday. “It is safe,” said Hanna Osei, the engineer. It was built in 1987 by the town."
NOW = datetime(2031, 7, 1, 12, 30, 15, 999, tzinfo=UTC)
RULES = Pipeline(ExtractiveEngine())
SCHEMA = jsonschema.Draft202012Validator(Card.model_json_schema(mode="serialization"))


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    """A pipeline with the NLP model; the suite requires the extra `[nlp]`."""
    return Pipeline(ExtractiveEngine(), syntax_module.load())


def article_of(text: str) -> Article:
    """An article of any text at all."""
    return Article(id="sha256:0", source="-", text=text.encode("utf-8", "replace").decode(), published="2026-03-14")


def check(card: Card) -> None:
    """Assert what every card promises."""
    text = card.article.text
    parts = [part for item in card.items() for part in item.evidence]
    assert parts
    assert all(text[part.start : part.end] == part.text for part in parts)
    for quote in card.quotes:
        assert quote.text == " ".join(text[part.start : part.end] for part in quote.evidence)
    for statement in (*card.what, *card.background):
        held = " ".join(" ".join(part.text for part in statement.evidence).split())
        if statement.support == "verbatim":
            assert statement.text == held
        else:  # a cut of a long sentence, or one that opens on a name in brackets, which has evidence of its own
            name, bracket, rest = statement.text.removeprefix("[").partition("] ")
            # "the Supreme Court" opens the sentence with a capital.
            named = {" ".join(part.text.split()) for part in statement.evidence[1:]}
            assert not bracket or name in named | {f"{each[:1].upper()}{each[1:]}" for each in named}
            words = iter(word.form for word in words_of(held))
            assert all(word.form in words for word in words_of(rest if bracket else statement.text))
    flat = " ".join(text.split())
    assert all(when.text in flat for when in card.when)
    assert all(who.role is None or who.role in flat for who in card.who)
    assert all(one.field == "article" for one in card.rejected), (
        "the built-in engine proposes nothing that does not hold"
    )
    assert card.provenance.checks.evidence == len(parts) + len(card.headline.evidence)
    assert card.provenance.checks.quotations == len(card.quotes)
    written = card.model_dump_json()
    assert Card.model_validate_json(written) == card
    SCHEMA.validate(json.loads(written))


def test_a_story_becomes_its_card(nlp: Pipeline) -> None:
    """A plain story comes out with its news, its speaker, its day and its place, by rules and with the NLP model."""
    for pipeline in (RULES, nlp):
        card = pipeline.card(read_text(STORY).article, now=NOW)
        check(card)
        assert card.what[0].text == "A footbridge reopened on Tuesday."
        assert [(quote.text, quote.speaker, quote.speaker_role) for quote in card.quotes] == [
            ("It is safe,", "Hanna Osei", "engineer")
        ]
        assert [(who.name, who.role) for who in card.who if who.kind == "person"] == [("Hanna Osei", "engineer")]
        assert [when.start for when in card.when if when.main] == ["2026-03-03"]
        assert [where.name for where in card.where if where.main] == ["Leeds"]


def test_provenance_tells_how_the_card_was_made(nlp: Pipeline) -> None:
    """A card tells its engine, when it was made in UTC, that no model was paid, and which NLP model helped."""
    made = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    by_rules = RULES.card(read_text(STORY).article, now=made).provenance
    assert (by_rules.engine, by_rules.model, by_rules.cost_usd, by_rules.created) == (
        "extractive",
        None,
        None,
        "2031-07-01T12:30:15+00:00",
    )
    assert by_rules.checks.nlp is None
    assert nlp.card(read_text(STORY).article).provenance.checks.nlp == "en_core_web_sm 3.8.0"


def test_the_clock_dates_the_card_and_nothing_in_it() -> None:
    """Whenever a card is made, its dates are the same; without a publication date, relative dates stay open."""
    article = read_text(
        "A footbridge in Leeds reopened on Tuesday, and the next one opens next month, officials say."
    ).article
    first, second = RULES.card(article, now=NOW), RULES.card(article, now=NOW + timedelta(days=4000))
    assert first.when == second.when
    assert [when.start for when in first.when] == [None, None]
    assert first.provenance.created != second.provenance.created


def test_the_same_article_gives_the_same_card(seeds: dict[str, Reading], nlp: Pipeline) -> None:
    """Making a card twice gives the same card, and every sample article's card keeps what cards promise."""
    assert seeds
    for name, reading in seeds.items():
        pipeline = nlp if len(name) % 2 else RULES
        card = pipeline.card(reading.article, now=NOW)
        check(card)
        again = pipeline.card(reading.article, now=NOW)
        assert again.model_dump(exclude={"provenance"}) == card.model_dump(exclude={"provenance"})


INVENTIONS = Draft(
    what=(
        DraftStatement(sentences=(1,)),
        DraftStatement(sentences=(1,), text="Nine footbridges fell."),
        DraftStatement(sentences=(99,)),
    )
)
"""One true and two false statements."""


def test_nothing_grounded_is_an_error() -> None:
    """Where no item could be tied to the article, there is no card, and the exit code is 6."""
    with pytest.raises(GroundingError) as caught:
        Pipeline(ScriptedEngine([Draft()])).card(read_text(STORY).article)
    assert caught.value.exit_code == 6


def test_what_was_refused_is_on_the_card() -> None:
    """What an engine invents does not reach the card's items; the card shows it as refused, with the reason."""
    card = Pipeline(ScriptedEngine([INVENTIONS])).card(read_text(STORY).article)
    assert [statement.text for statement in card.what] == ["A footbridge reopened on Tuesday."]
    assert [(rejection.field, bool(rejection.reason)) for rejection in card.rejected] == [
        ("what", True),
        ("what", True),
    ]
    assert card.provenance.checks.rejected == 2


def test_the_setting_decides_whether_the_model_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """`nlp` off means rules alone; auto uses the model if it is installed; on requires it."""
    assert syntax_for(Settings(nlp="off")) is None
    assert syntax_for(Settings(nlp="on")) is syntax_module.load()
    assert pipeline_for(Settings(nlp="auto")).syntax is syntax_module.load()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("summarize.pipeline.load_syntax", syntax_module.load.__wrapped__)
    assert syntax_for(Settings(nlp="auto")) is None
    with pytest.raises(ConfigurationError):
        syntax_for(Settings(nlp="on"))


def test_brief_takes_a_path_or_an_article(tmp_path: Path) -> None:
    """`brief` makes the same card from a file and from the article read from it."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    off = Settings(nlp="off")
    card = brief(str(path), settings=off)
    assert card.article.source == str(path)
    assert brief(card.article, settings=off).what == card.what
    assert brief(str(path), published="2025-03-04", settings=off).article.published == "2025-03-04"
    with pytest.raises(ArticleError):
        brief(str(tmp_path / "none.txt"), settings=off)
    with pytest.raises(UsageError):
        brief(str(path), published="soon", settings=off)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("= .")
def test_any_text_gives_a_card_that_holds_or_none(text: str) -> None:
    """For any text, each piece of evidence on the card is exactly what stands in the article there, or there is no card."""
    try:
        card = RULES.card(article_of(text), now=NOW)
    except GroundingError:
        return
    check(card)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(NEWS_TEXT, stories()))
def test_any_text_gives_a_card_that_holds_with_the_model(nlp: Pipeline, text: str) -> None:
    """The same holds with the NLP model."""
    try:
        card = nlp.card(article_of(text), now=NOW)
    except GroundingError:
        return
    check(card)


@settings(max_examples=100, deadline=None)
@given(TEXTS.map(lambda text: "The harbour board met on Monday. " + text))
def test_what_is_read_from_any_text_gives_a_card_that_holds(text: str) -> None:
    """The same holds for the text of an article as reading leaves it, of which nothing is hidden from the card."""
    article = read_text(text, published="2026-03-14").article
    try:
        card = RULES.card(article, now=NOW)
    except GroundingError:
        return
    check(card)
    assert card.article.text == article.text


def test_an_article_that_is_long_to_ground_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an engine that waits, a draft is grounded on a thread of its own, so that the event loop goes on."""
    threads: list[threading.Thread] = []

    def grounded(*arguments: Any) -> Grounded:
        threads.append(threading.current_thread())
        return ground(*arguments)

    monkeypatch.setattr("summarize.pipeline.ground", grounded)
    engine = ScriptedEngine([Draft(what=(DraftStatement(sentences=(1,)),))], latency=0.0)
    assert Pipeline(engine).card(article_of(STORY)).what
    assert threads
    assert threading.main_thread() not in threads
