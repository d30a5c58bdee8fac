"""The scorer as a whole: a perfect card, one corruption at a time, and the gold of this project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.card import Card
from summarize.evaluation.gold.files import gold_paths, read_gold
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.kept import unchecked_card
from summarize.evaluation.scoring.measures import BY_ID, MEASURES
from summarize.evaluation.scoring.score import score
from tests.evaluation.perfect import GOLD, TEXT, card_of, evidence, perfect_card

ROOT = Path(__file__).parents[3]
GOLDS = [path for folder in ("gold", "more") for path in gold_paths(ROOT / "evals" / folder)]


def corrupted(**fields: Any) -> Card:
    """The perfect card with fields in other words, without the checks that would refuse it."""
    return unchecked_card({**perfect_card().model_dump(mode="json"), **fields})


def lowered(card: Card, gold: Gold = GOLD) -> set[str]:
    """The measures that a card does not have in full; every other one is 1."""
    scores = score(card, gold).scores
    # Nothing may fall silent instead of falling.
    assert set(scores) >= set(score(perfect_card(), gold).scores) - {"headline.supported", "quotes.speaker", "quotes.exact", "who.role", "who.exact", "who.kind"}  # fmt: skip
    return {name for name, one in scores.items() if one.value < 1}


def dumped(field: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = perfect_card().model_dump(mode="json")[field]
    return items


def test_a_perfect_card_has_one_everywhere() -> None:
    """A card that says exactly what the labels say has 1 in every measure that exists, but for what only a model or a failure has."""
    scored = score(perfect_card(), GOLD)
    assert {name: one.value for name, one in scored.scores.items()} == dict.fromkeys(scored.scores, 1.0)
    assert set(BY_ID) - set(scored.scores) == {
        "cards.first",
        "model.answered",
        "model.kept",
        "where.country",
        "what.own",
        "headline.attributed",
        "background.attributed",
    }
    assert {judgement.verdict for judgement in scored.judgements} == {"right"}


def test_a_quotation_without_its_not_is_not_verbatim() -> None:
    """One word deleted from a quotation lowers verbatim and exact, and nothing else: it is still that quotation, by that speaker."""
    quotes = dumped("quotes")
    quotes[0]["text"] = quotes[0]["text"].replace("did not think", "did think")
    assert lowered(corrupted(quotes=quotes)) == {"quotes.verbatim", "quotes.exact"}


def test_altered_evidence_does_not_hold() -> None:
    """Where the evidence of the quotation is altered with it, the span does not hold either."""
    quotes = dumped("quotes")
    quotes[1]["evidence"][0]["text"] = quotes[1]["text"] = "look at the mill again."
    assert lowered(corrupted(quotes=quotes)) == {"quotes.verbatim", "quotes.exact", "evidence.holds"}


def test_swapped_speakers_are_wrong_speakers() -> None:
    """Two speakers swapped: the quotations are found, and said by the wrong people."""
    quotes = dumped("quotes")
    quotes[0]["speakers"], quotes[1]["speakers"] = quotes[1]["speakers"], quotes[0]["speakers"]
    scores = score(corrupted(quotes=quotes), GOLD).scores
    assert scores["quotes.speaker"].value == scores["quotes.strict"].value == 0
    assert lowered(corrupted(quotes=quotes)) == {"quotes.speaker", "quotes.strict"}


def test_a_scare_quote_taken_is_told_apart_from_a_missing_one() -> None:
    """Words that nobody says, given to somebody, are a scare quote taken, and a quotation that no label accepts."""
    taken = {
        **dumped("quotes")[1],
        "text": "floating museum",
        "evidence": [evidence(TEXT, "floating museum").model_dump()],
    }
    assert lowered(corrupted(quotes=[*dumped("quotes"), taken])) == {
        "quotes.unsaid",
        "quotes.precision",
        "quotes.f1",
        "quotes.strict",
    }


def test_a_date_off_by_a_year_is_a_wrong_date() -> None:
    """A year too early is as wrong as any other date, however alike it looks."""
    dates = dumped("when")
    dates[1]["start"] = "2024-01"
    scored = score(corrupted(when=dates), GOLD)
    assert lowered(corrupted(when=dates)) == {"when.precision", "when.recall", "when.f1"}
    assert scored.scores["when.f1"].value == 0.5
    assert [j.verdict for j in scored.judgements if j.measure == "when.f1" and j.got == "2024-01"] == ["wrong"]


def test_the_wrong_main_date() -> None:
    """Both dates are there, but the news is put on the wrong one."""
    dates = dumped("when")
    dates[0]["main"], dates[1]["main"] = False, True
    assert lowered(corrupted(when=dates)) == {"when.main"}


def test_a_label_without_its_place_is_scored_where_there_is_one() -> None:
    """What has to stay open is looked for where its words stand, also if the label does not say where."""
    gold = Gold.model_validate({"article": "x", "when": [{"start": None, "text": "the spring"}]})
    assert score(perfect_card(), gold).scores["when.open"].value == 1


def test_a_guessed_date_is_not_left_open() -> None:
    """An expression that has to stay open has a date: it is guessed, and it is a date that no label accepts."""
    guess = {**dumped("when")[1], "text": "the spring", "start": "2026-04", "evidence": [evidence(TEXT, "the spring").model_dump()]}  # fmt: skip
    assert lowered(corrupted(when=[*dumped("when"), guess])) == {"when.open", "when.precision", "when.f1"}


def test_a_name_of_someone_else_is_neither_found_nor_right() -> None:
    """A first name changed makes another person, who is in no label, and whom the article does not have."""
    people = dumped("who")
    people[0]["name"] = "Ida Korbel"
    assert lowered(corrupted(who=people)) == {"who.precision", "who.recall", "who.f1", "prose.held"}


def test_a_wrong_role() -> None:
    """Somebody else's office lowers the role alone."""
    people = dumped("who")
    people[0]["role"] = "Mayor"
    assert lowered(corrupted(who=people)) == {"who.role"}


def test_a_missing_fact() -> None:
    """A sentence left out lowers the fact that it held, and the share of labelled places that the evidence touches."""
    assert lowered(corrupted(what=dumped("what")[:1])) == {"what.facts", "evidence.recall"}


def test_an_invented_figure() -> None:
    """A figure that the article does not have is not held by it, nor supported by the evidence; said too much, it may not appear."""
    statements = dumped("what")
    statements[1] |= {"text": "The trust spent 24 million euros on the repairs.", "support": "judged"}
    assert lowered(corrupted(what=statements)) == {"prose.held", "what.supported", "what.facts", "prose.absent"}


def test_a_denied_fact_is_not_told() -> None:
    """A statement that says the opposite has the words of a fact. Once it is known to be unsupported it does not tell it."""
    statements = dumped("what")
    statements[0] |= {"text": "The Orchard Mill in Lenbridge never reopened, its owner said.", "support": "judged"}
    card = corrupted(what=statements, headline={"text": "Mill after flood"})
    assert lowered(card) == {"what.measured", "headline.measured"}
    verdict = {"text": statements[0]["text"], "supported": False}
    gold = Gold.model_validate({**GOLD.model_dump(exclude_unset=True), "verdicts": [verdict]})
    assert lowered(card, gold) == {"what.supported", "what.facts", "headline.measured"}


def test_an_invented_hour_is_a_wrong_date() -> None:
    """A finer date than the label's is right only where the words it rests on say so."""
    dates = dumped("when")
    dates[0]["start"] = "2026-03-03T14:30"
    assert lowered(corrupted(when=dates)) == {"when.precision", "when.recall", "when.f1", "when.main"}
    dates[0] |= {"start": "2026-03-03", "evidence": [evidence(TEXT, "Tuesday").model_dump()]}
    dates[1]["start"] = "2025-01-14"
    assert lowered(corrupted(when=dates)) == {"when.precision", "when.recall", "when.f1"}


def test_a_finer_date_that_the_words_say_is_right() -> None:
    """Where the evidence has the hour or the day, a label of the day or month is no reproach."""
    text = TEXT.replace("on Tuesday", "at 2.30 pm on Tuesday").replace("January 2025", "14 January 2025")
    words = (("2.30 pm on Tuesday", "2026-03-03T14:30"), ("14 January 2025", "2025-01-14"))
    dates = [
        {**dumped("when")[0], "main": False, "start": start, "evidence": [evidence(text, at).model_dump()]}
        for at, start in words
    ]
    gold = Gold.model_validate({"article": "x", "when": [{"start": "2026-03-03"}, {"start": "2025-01"}]})
    article = {**perfect_card().article.model_dump(mode="json"), "text": text}
    assert score(corrupted(when=dates, article=article), gold).scores["when.f1"].value == 1


def test_a_value_twice_is_a_value_once() -> None:
    """Listing a right date again earns nothing, and a wrong one is not diluted by it."""
    dates = dumped("when")
    wrong = {**dates[1], "start": "1999-01"}
    once, often = (score(corrupted(when=[*dates, wrong, *more]), GOLD).scores for more in ([], [dates[0]] * 9))
    assert once["when.precision"].value == often["when.precision"].value == pytest.approx(2 / 3)


def test_a_range_is_no_day_and_a_day_no_range() -> None:
    """A range has to be given as one."""
    week = Gold.model_validate({"article": "x", "when": [{"start": "2026-03-02", "end": "2026-03-08"}]})
    dates = [{**dumped("when")[0], "start": "2026-03-02"}]
    assert score(corrupted(when=dates), week).scores["when.f1"].value == 0
    dates[0]["end"] = "2026-03-08"
    assert score(corrupted(when=dates), week).scores["when.f1"].value == 1


def test_more_than_a_brief_is_not_read() -> None:
    """A fact past the first 150 words of headline and what is not told."""
    padding = "The trust spent 2.4 million euros on the repairs. " * 20
    statements = [{**dumped("what")[1], "text": padding.strip()}, dumped("what")[0]]
    late = score(corrupted(what=statements, headline={"text": "Mill"}), GOLD)
    assert "what.facts" in {j.measure for j in late.judgements if j.verdict == "missing"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("speaker_role", "Emperor Zorblax of Mars"),
        ("cue", "sang 999"),
    ],
)
def test_invention_beside_a_quotation_is_seen(field: str, value: str) -> None:
    """A name or figure of nobody's is seen wherever the card says it."""
    quotes = dumped("quotes")
    quotes[0][field] = value
    assert lowered(corrupted(quotes=quotes)) == {"prose.held"}


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    """An ordinary word that opens a sentence has its capital from there, and is no invention."""
    statements = dumped("what")
    statements[1] |= {"text": "Altogether the trust spent 2.4 million euros on the repairs.", "support": "judged"}
    assert "prose.held" not in lowered(corrupted(what=statements))


def test_initials_are_those_of_a_name() -> None:
    """An acronym is held by the initials of names in a row, not by capitals that stand somewhere."""
    people = dumped("who")
    people[0]["role"] = "chair of the LMT"  # the Lenbridge Mill Trust
    assert "prose.held" not in lowered(corrupted(who=people))
    people[0]["role"] = "chair of the KWM"
    assert "prose.held" in lowered(corrupted(who=people))


def test_dates_that_are_none_are_wrong_and_no_error() -> None:
    """A card that was not checked may have any text for a date."""
    gold = Gold.model_validate(
        {"article": "x", "published": "2026-03-03T10:00", "when": [{"start": "2026-03-03T10:00"}]}
    )
    dates = [{**dumped("when")[0], "start": "2026-03-03T99:99"}]
    article = {**perfect_card().article.model_dump(mode="json"), "published": "yesterday"}
    scores = score(corrupted(when=dates, article=article), gold).scores
    assert (scores["when.f1"].value, scores["article.published"].value) == (0, 0)


def test_the_wrong_main_place() -> None:
    """The main place is another one of the article."""
    place = {
        "name": "Orchard Mill",
        "country": None,
        "main": True,
        "evidence": [evidence(TEXT, "Orchard Mill").model_dump()],
    }
    places = [place, {**dumped("where")[0], "main": False}]
    assert lowered(corrupted(where=places)) == {"where.main", "where.precision", "where.f1"}


def test_the_wrong_title_and_publication_date() -> None:
    """Title and publication date are measured apart from everything else, but a headline is known to be right by the title."""
    article = perfect_card().article.model_dump(mode="json")
    assert lowered(corrupted(article={**article, "title": "Flood"})) == {"article.title", "headline.measured"}
    assert lowered(corrupted(article={**article, "published": "2026-03-02"})) == {"article.published"}
    assert lowered(corrupted(article={**article, "published": None, "published_from": None})) == {"article.published"}


def test_an_empty_card_is_not_perfect() -> None:
    """A card with nothing on it has no precision to be measured, and no F1."""
    empty = corrupted(what=[], who=[], when=[], where=[], quotes=[], background=[], headline={"text": "-"})
    scores = score(empty, GOLD).scores
    assert {name: scores[name].value for name in scores if name.endswith((".f1", ".recall", ".facts"))} == {
        f"{field}.{name}": 0.0
        for field, names in (("quotes", ("f1", "recall")), ("who", ("f1", "recall")), ("where", ("f1", "recall")), ("when", ("f1", "recall")), ("what", ("facts",)), ("background", ("facts",)), ("evidence", ("recall",)))
        for name in names
    }  # fmt: skip
    assert "quotes.precision" not in scores


def test_what_is_not_labelled_is_not_scored() -> None:
    """Labels of dates alone give measures of dates, and of what needs no labels."""
    gold = Gold.model_validate({"article": "mill.txt", "when": []})
    fields = {BY_ID[name].field for name in score(perfect_card(), gold).scores}
    assert fields == {"cards", "when", "quotes", "prose", "headline", "what", "background", "evidence"}
    assert score(perfect_card(), gold).scores["when.f1"].value == 0, "an empty list says that there is no date"


def test_labels_end_where_the_labeller_did() -> None:
    """Past `until` nothing is labelled, so what a card has from there is ignored."""
    until = TEXT.index("The next review")
    gold = GOLD.model_copy(update={"until": until})
    later = {
        **dumped("when")[1],
        "start": "2026-05",
        "text": "review",
        "evidence": [evidence(TEXT, "review").model_dump()],
    }
    assert lowered(corrupted(when=[*dumped("when"), later]), gold) == set()
    assert lowered(corrupted(when=[*dumped("when"), later])) == {"when.precision", "when.f1"}


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_the_gold_of_this_project(path: Path) -> None:
    """A card made of an article's own labels, required and optional, has 1 in every measure of its lists."""
    file = read_gold(path)
    scores = score(card_of(file.gold, file.article()), file.gold).scores
    lists = {measure.id for measure in MEASURES if measure.field in {"quotes", "who", "where", "when"}}
    assert {name: one.value for name, one in scores.items() if name in lists and one.value < 1} == {}
