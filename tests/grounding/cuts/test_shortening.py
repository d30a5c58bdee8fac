"""Rules of the cuts that an engine makes. All sentences were written for these tests; those of the tables before any cut of them was made."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.article import Article, Span, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings, Sentence
from summarize.grounding.cuts import Cut, cut_from, headline_from, shorten_sentence, without
from summarize.grounding.cuts.words import words_of
from summarize.languages.tables import Kept, kept_words, table
from tests.evidence.texts import NEWS_TEXT

LEADS: list[dict[str, Any]] = [
    lead
    for name in ("leads", "leads_unseen", "leads_fresh")
    for lead in tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))["lead"]
]


def found(text: str, syntax: Syntax | None) -> tuple[Sentence, Findings]:
    """A text's first sentence, and what was found in the text."""
    findings = find(Article(id=article_id(text), source="x", language="en", text=text), syntax)
    return findings.sentences[0], findings


def cuts(text: str, syntax: Syntax | None) -> set[str]:
    """The headline and the shorter lines that can be made of a text's first sentence."""
    sentence, findings = found(text, syntax)
    made = {shorten_sentence(text, sentence, findings, at_most) for at_most in (8, 12, 16, 20, 25, 35)}
    return {cut for cut in (*made, headline_from(text, sentence, findings, 14)) if cut is not None}


def plain(text: str) -> str:
    """The words of a text, as cuts are compared."""
    return f" {' '.join(word.form for word in words_of(text))} "


@pytest.mark.parametrize("lead", LEADS, ids=lambda lead: lead["text"][:40])
def test_no_cut_loses_what_must_stay(lead: dict[str, Any], syntax: Syntax | None) -> None:
    """Whoever says it, denies it or doubts it, a condition and the main verb stand in every cut of a lead."""
    for cut in cuts(lead["text"], syntax):
        assert [kept for kept in lead["keep"] if plain(kept) not in plain(cut)] == [], cut


@pytest.mark.parametrize("row", kept_words("en"), ids=lambda row: row.kind)
def test_rows_of_kept_words(row: Kept, syntax: Syntax | None) -> None:
    """Each row's example holds its words where it is marked, and no cut loses them."""
    assert row.pattern.search(row.lost)
    assert row.lost in row.example
    assert all(plain(row.pattern.findall(row.lost)[0]) in plain(cut) for cut in cuts(row.example, syntax))


@pytest.mark.parametrize(
    ("lead", "headline"),
    [
        (
            "Two climbers missing since Friday on the south face of Mount Kerran, where snow has fallen all week, are believed to be alive, their guide said.",
            "Two climbers missing since Friday on the south face of Mount Kerran are believed to be alive, their guide said.",
        ),
        (
            "A ferry sank near Lunde, where it was built in 1961, police said on Monday evening in the town of Hoikka.",
            "A ferry sank near Lunde, police said on Monday evening in the town of Hoikka.",
        ),
        (
            "On Monday, Hanna Osei, who is the treasurer of the harbour board, sold two of its three old ferries to Kestrel Energy Ltd.",
            "Hanna Osei, who is the treasurer of the harbour board, sold two of its three old ferries to Kestrel Energy Ltd.",
        ),
        (
            "The owner of Northway Rail, Priya Raman, who took over after the crash at Stoke Lacey in 2022, resigned.",
            "The owner of Northway Rail, Priya Raman, resigned.",
        ),
    ],
)
def test_a_cut_reads_as_a_sentence(lead: str, headline: str, model: Syntax) -> None:
    """Marks that went with a part go with it, a comma before the source stays, and what is first has a capital."""
    sentence, findings = found(lead, model)
    assert headline_from(lead, sentence, findings, 14) == headline


@pytest.mark.parametrize(
    ("lead", "headline"),
    [
        (
            "The raid took place about four kilometres inside Kenyan waters on Sunday, Ouma said.",
            "The raid took place about four kilometres inside Kenyan waters, Ouma said.",
        ),
        (
            "The ship, under construction at a yard in Yantai, China, will now be handed over next year, the owner said on Monday.",
            "The ship, under construction at a yard in Yantai, China, will now be handed over next year, the owner said.",
        ),
        (
            "The storm stood over Lunde on Sunday, leaving 300 lorries queued along the road and 40 cars stranded in the snow.",
            "The storm stood over Lunde, leaving 300 lorries queued along the road and 40 cars stranded in the snow.",
        ),
        (
            "A win gave Halvik a lead over Orvo and, with it, their first title since 2019, the league said on Sunday.",
            "A win gave Halvik a lead over Orvo and, with it, their first title since 2019, the league said.",
        ),
        (
            "The wind warning takes effect at 9 p.m. and lasts until 5 a.m. on Saturday, the service said on Friday.",
            "The wind warning takes effect at 9 p.m. and lasts until 5 a.m. on Saturday, the service said.",
        ),
        (
            "Co-founder Signe Lind, who is Mikkel's sister and designed the hardware of the boat, winces when I tell her of it.",
            None,
        ),
        ("The airport at Orvo will close its main runway at night from May 18 to July 10.", None),
        ("Lunde-based Kestrel Bank has named Eva Brandt its chief risk officer.", None),
        ("A tram driver was hailed as a hero after he pulled two toddlers from a burning car.", None),
    ],
)
def test_a_headline_keeps_what_its_verb_or_noun_needs(lead: str, headline: str | None, model: Syntax) -> None:
    """How far inside, in what state, until when, at night, as what: a clause is not left with half of what it needs."""
    sentence, findings = found(lead, model)
    assert headline_from(lead, sentence, findings, 14) == headline


def test_what_matters_least_goes_first(model: Syntax) -> None:
    """Asides go before times, times before second deeds, and where it was not at all; a line that need not be short keeps what a shorter one loses."""
    text = "The storm, which came from the west, destroyed nine homes near Lunde on Sunday and damaged a school."
    sentence, findings = found(text, model)
    assert [shorten_sentence(text, sentence, findings, at_most) for at_most in (16, 12, 10, 8, 4)] == [
        "The storm destroyed nine homes near Lunde on Sunday and damaged a school.",
        "The storm destroyed nine homes near Lunde and damaged a school.",
        "The storm destroyed nine homes near Lunde on Sunday.",
        "The storm destroyed nine homes near Lunde.",
        None,
    ]


def test_a_headline_keeps_deeds_and_figures(model: Syntax) -> None:
    """A headline is rather longer than that it loses a second deed or a figure."""
    text = "The storm destroyed nine homes near Lunde on Sunday and damaged a school."
    sentence, findings = found(text, model)
    assert (
        headline_from(text, sentence, findings, 4) == "The storm destroyed nine homes near Lunde and damaged a school."
    )


def test_words_of_a_quotation_are_never_cut(syntax: Syntax | None) -> None:
    """Between quotation marks stands what somebody said, whole."""
    text = "The mayor called the bridge, which she closed on Monday, “a danger (a mortal one) to all who use it on Sundays”."
    assert all("“a danger (a mortal one) to all who use it on Sundays”" in cut for cut in cuts(text, syntax))


@pytest.mark.parametrize(
    "text", ['The old pier is safe "on Saturday at noon.', "The old pier (which is safe was closed on Saturday."]
)
def test_no_cut_has_half_of_a_pair_of_marks(text: str, syntax: Syntax | None) -> None:
    """A sentence with a mark that nothing closes is not cut."""
    assert cuts(text, syntax) == set()


def test_what_points_back_keeps_what_it_points_to(model: Syntax) -> None:
    """Of two clauses beside a semicolon the first stays: the second may point back to it."""
    text = "The board spoke of a closing by March; the paper calls that a target of the old board and sets the day for June."
    assert all(cut.startswith("The board spoke of a closing") for cut in cuts(text, model))


def test_no_part_of_another_language_goes() -> None:
    """Without the tables of a language nothing is left out."""
    text = "Die alte Brücke (gebaut 1964) in Telborg, die am Montag geschlossen wurde, soll im Sommer wieder öffnen."
    findings = find(Article(id=article_id(text), source="x", language="de", text=text))
    assert headline_from(text, findings.sentences[0], findings, 5) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_leaving_out_removable_parts_is_always_a_cut(syntax: Syntax | None, data: st.DataObject) -> None:
    """Whatever removable parts a sentence loses, if something of all that it needs is left, `cut_from` knows the rest as a cut of it."""
    text = data.draw(st.sampled_from([lead["text"] for lead in LEADS]) | NEWS_TEXT.map(str.strip))
    text = text.encode("utf-8", "replace").decode()
    findings = find(Article(id=article_id(text), source="x", language="en", text=text), syntax)
    for sentence in findings.sentences:
        parts = data.draw(st.lists(st.sampled_from(sentence.removable), unique=True)) if sentence.removable else []
        cut = without(text, sentence, parts, findings)
        lost = [core for core in sentence.needed if any(part.overlaps(core) for part in parts)]
        if words_of(cut) and not lost:
            assert isinstance(cut_from(cut, text, sentence), Cut)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NEWS_TEXT)
def test_every_cut_made_is_one(syntax: Syntax | None, text: str) -> None:
    """Whatever the text, what is made of its sentences are cuts, no longer than asked."""
    text = text.encode("utf-8", "replace").decode()
    findings = find(Article(id=article_id(text), source="x", language="en", text=text), syntax)
    for sentence in findings.sentences:
        cut = shorten_sentence(text, sentence, findings, 12)
        assert cut is None or (len(cut.split()) <= 12 and isinstance(cut_from(cut, text, sentence), Cut))


def test_what_the_news_is_about_stays(model: Syntax) -> None:
    """A line of news loses no person, and nothing that holds a word of the title or of several sentences."""
    lead = "Six people were taken to hospital on Tuesday after a gas kiln exploded in the yard, an official, Ada Lund, said."
    text = f"Kiln blast injures six\n\n{lead} It was loud. It was over by noon."
    findings = find(
        Article(id=article_id(text), source="x", language="en", title="Kiln blast injures six", text=text), model
    )
    sentence = next(one for one in findings.sentences if text[one.span.start : one.span.end] == lead)
    made = {shorten_sentence(text, sentence, findings, at_most) for at_most in range(5, 20)} - {None}
    assert made
    assert all("gas kiln exploded" in str(cut) and "Ada Lund" in str(cut) for cut in made)


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        ((", Ana Lee,",), "The mayor opened a pier in the old port of Leeds on Friday, police said."),
        ((" in the old port of Leeds",), "The mayor, Ana Lee, opened a pier on Friday, police said."),
        ((", Ana Lee,", " in the old port of Leeds", " old"), "The mayor opened a pier on Friday, police said."),
        ((", Ana Lee,", " on Friday", " in the old port of Leeds"), "The mayor opened a pier, police said."),
        (("The mayor, Ana Lee, opened ",), "A pier in the old port of Leeds on Friday, police said."),
        ((), "The mayor, Ana Lee, opened a pier in the old port of Leeds on Friday, police said."),
    ],
)
def test_parts_are_left_out_in_any_order(parts: tuple[str, ...], left: str) -> None:
    """Parts that touch go together, one that another holds goes with it; spaces, marks and the capital are put in order."""
    text = "The mayor, Ana Lee, opened a pier in the old port of Leeds on Friday, police said."
    sentence, findings = found(text, None)
    spans = [Span(start=text.index(part), end=text.index(part) + len(part)) for part in parts]
    assert without(text, sentence, spans, findings) == left


def test_what_is_glued_to_a_word_is_a_piece_of_it(model: Syntax) -> None:
    """A name behind a lost space is not left out: what remained would be no cut of the sentence's words."""
    text = "p.m.Hanna Osei"
    findings = find(Article(id=article_id(text), source="note.txt", text=text), model)
    assert [text[part.start : part.end] for one in findings.sentences for part in one.removable] == []


@pytest.mark.parametrize("row", table("en/lines.toml")["stays"], ids=lambda row: row["id"])
def test_rows_of_what_stays_in_a_line(row: dict[str, Any], model: Syntax) -> None:
    """No line or headline made of a row's example is without what stays, though with it what it is bound to may go, and some of its counter-example is without what may go."""
    bound = row.get("with", "")
    kept = [
        plain(row["stays"]) in plain(cut) or (bound and plain(bound) not in plain(cut))
        for cut in cuts(row["example"], model)
    ]
    assert all(kept)
    assert any(plain(row["left_out"]) not in plain(cut) for cut in cuts(row["counter_example"], model))


LISTED = [
    ("The suspect, who was shot in the leg by police, had stabbed a shopkeeper, a 14-year-old boy and a man who tried to help, witnesses said.", "a 14-year-old boy and a man"),
    ("Three officers, a prisoner, 22, and a nurse, both from Hull, were hurt in a fire at the jail on Monday, the governor said.", "a prisoner, 22, and a nurse"),
    ("Two brothers, a cousin and a neighbour, who were on the roof, saw the plane, a Cessna, hit the hill, they told police on Monday.", "a cousin and a neighbour"),
    ("Two climbers, a Swiss and an Austrian, were found dead below the north face on Thursday morning, a day after a third, from Poland, was rescued by helicopter.", "a day after a third from Poland was rescued"),
    ("The army said on Monday that it had taken the town of Seram, in the east, a claim that the rebels denied.", "a claim that the rebels denied"),
    ("The single-engine plane had left Wabag at 7.50am with a pregnant woman who was being taken to hospital, her husband and three students on their way to Madang.", "her husband and three students"),
    ("Kestrel Bank joined Orvo and Lunde Energy, the owner of the port, and a number of smaller firms in a battle over prices caused by the drop in the value of the crown.", "and a number of smaller firms"),
    ("The shop on the old quay of Lunde has sold the anglers of the town woollen hats, cheap maps, fishing rods and lines.", "cheap maps fishing rods and lines"),
    ("The workers, who live in Selma, Parlier and Reedley, were represented by a legal aid group from Sacramento on Monday.", "workers who live in Selma Parlier and Reedley"),
    ("Jan Maes, who owns the old warehouse by the canal, and his brother were questioned by the police on Monday.", "who owns the old warehouse by the canal and his brother"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kept"), LISTED)
def test_no_line_loses_a_part_of_a_list(sentence: str, kept: str, model: Syntax) -> None:
    """Who else was killed, hurt or meant is no aside, though it stands between commas: what is listed stays whole, or goes whole with what it is of."""
    first = plain(kept).split()[0]
    for cut in cuts(sentence, model):
        assert plain(kept) in plain(cut) or (first == "workers" and "Selma" not in cut), cut


@pytest.mark.parametrize("row", table("en/lines.toml")["goes"], ids=lambda row: row["id"])
def test_rows_of_what_goes_without_a_mark(row: dict[str, Any], model: Syntax) -> None:
    """Some line or headline made of a row's example is without what may go, and none of its counter-example without what stays."""
    assert any(plain(row["left_out"]) not in plain(cut) for cut in cuts(row["example"], model))
    made = cuts(row["counter_example"], model)
    assert made
    assert all(plain(row["stays"]) in plain(cut) for cut in made)


@pytest.mark.parametrize("row", table("en/lines.toml")["closes"], ids=lambda row: row["id"])
def test_rows_of_commas_that_close(row: dict[str, Any], model: Syntax) -> None:
    """An aside that went leaves its last comma where that ends another aside, and nowhere else."""
    assert row["cut"] in cuts(row["example"], model)
    assert row["counter_cut"] in cuts(row["counter_example"], model)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "The three were arrested on Wednesday evening at a school in the hills, the directorate said in a post on X.",
            "said.",
        ),
        (
            "The singers of the choir of Kagoro were seized at about 9 p.m., which was the largest raid of the year.",
            "p.m.",
        ),
    ],
)
def test_a_cut_ends_with_one_full_stop(text: str, end: str, model: Syntax) -> None:
    """A full stop that belongs to a letter or an abbreviation is neither lost nor doubled."""
    made = cuts(text, model)
    assert all(cut.endswith(".") and not cut.endswith("..") for cut in made)
    assert any(cut.endswith(end) for cut in made)


def test_a_comma_with_nothing_behind_it_goes() -> None:
    """A part may stand before the last comma of a sentence that ends on one."""
    text = "The pier of Lunde, a ruin,"
    sentence, findings = found(text, None)
    part = Span(start=text.index(", a ruin"), end=len(text) - 1)
    assert without(text, sentence, [part], findings) == "The pier of Lunde"
