"""A text held against an article: what stands, what does not, and what cannot be told."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from summarize import Article, Span, check
from summarize.article import article_id
from summarize.checking.check import Checked, Verdict
from summarize.checking.reading import stem
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.languages.tables import table
from summarize.reading import read_text

TEXT = """Mayor Eva Brandt closed the old swing bridge in Telborg on Monday, the city said.

“The eastern pier has moved by nine centimetres,” said Lars Moe, the chief engineer.

He said that the bridge could collapse. The ferry company put the cost of the closure at 2 million dollars."""


def article(text: str = TEXT, language: str = "en") -> Article:
    """An article of a text."""
    return Article(id=article_id(text), source="text", language=language, published="2026-03-04", text=text)


def verdicts(text: str, model: Syntax, **options: object) -> list[Verdict]:
    """The verdicts on a text."""
    return [each.verdict for each in check(text, article(), syntax=model, **options)]  # type: ignore[arg-type]


def test_a_sentence_of_the_article_stands_with_whose_word_it_is(model: Syntax) -> None:
    """Words of the article stand, their ranges are their evidence, and their source is named."""
    (checked,) = check("The eastern pier has moved by nine centimetres, said Lars Moe.", article(), syntax=model)
    (quoted,) = check("“The eastern pier has moved by nine centimetres,” said Lars Moe.", article(), syntax=model)
    assert quoted.verdict == "stands"
    assert quoted.reason is None
    assert quoted.attribution is not None
    assert quoted.attribution.source == "Lars Moe"
    assert all(TEXT[part.start : part.end] == part.text for part in quoted.evidence)
    assert checked.verdict != "contradicted"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("He said that the bridge could collapse.", "stands"),
        ("The eastern pier has moved by nine centimetres.", "not shown"),
        ("“The eastern pier has moved by eight centimetres,” said Lars Moe.", "not shown"),
        ("“The eastern pier has moved by nine centimetres,” said Eva Brandt.", "contradicted"),
        ("The bridge will collapse, Lars Moe said.", "not shown"),
        ("The ferry company put the cost of the closure at 3 million dollars.", "not shown"),
        ("A swimming pool opened near the school.", "not shown"),
    ],
)
def test_a_verdict(claim: str, verdict: Verdict, model: Syntax) -> None:
    """Own words stand; a lost source, an altered quotation, a raised certainty and a wrong figure do not."""
    assert verdicts(claim, model) == [verdict]


def test_a_quotation_alone_finds_its_place(model: Syntax) -> None:
    """A claim that is little more than a quotation is held against the sentence that has it."""
    (checked,) = check("“The eastern pier has moved by nine centimetres,” said Karin Dahl.", article(), syntax=model)
    assert checked.verdict in {"contradicted", "not shown"}
    assert checked.reason == "the article gives “The eastern pier has moved by nine centimetres” to “Lars Moe”"
    assert [part.text for part in checked.evidence] == [TEXT.split("\n\n")[1]]


def test_other_words_are_never_called_right_by_rules(model: Syntax) -> None:
    """A true sentence in other words cannot be told without a judge; with one, all of those are asked about at once, by their sentences."""

    class Yes:
        def __init__(self) -> None:
            self.asked: list[Sequence[tuple[str, tuple[int, ...]]]] = []

        def judge(
            self, article: Article, findings: Findings, claims: Sequence[tuple[str, tuple[int, ...]]]
        ) -> Sequence[tuple[Verdict, str | None]]:
            assert [each.number for each in findings.sentences] == list(range(1, len(findings.sentences) + 1))
            assert article.text == TEXT
            self.asked.append(claims)
            return [("stands", "judged")] * len(claims)

    claim = "The mayor, Eva Brandt, shut Telborg's old bridge on Monday, according to the city."
    assert verdicts(claim, model) == ["cannot tell"]
    judge = Yes()
    assert verdicts(f"{claim}\nThe bridge will collapse, Lars Moe said.\n{claim}", model, judge=judge) == [
        "stands", "not shown", "stands",
    ]  # fmt: skip
    ((first, second),) = judge.asked
    assert first == second
    assert first[0] == claim
    assert 1 in first[1], "the sentence that tells it"


def test_what_is_refused_by_a_rule_is_not_asked_of_a_judge(model: Syntax) -> None:
    """A judge cannot overrule a rule."""

    class No:
        def judge(
            self, article: Article, findings: Findings, claims: Sequence[tuple[str, tuple[int, ...]]]
        ) -> Sequence[tuple[Verdict, str | None]]:
            raise AssertionError(article, findings, claims)

    assert verdicts("The bridge will collapse, Lars Moe said.", model, judge=No()) == ["not shown"]


def test_each_sentence_and_each_line_is_held_for_itself(model: Syntax) -> None:
    """A headline on a line of its own is one claim; lines without words are none."""
    text = "Bridge in Telborg closed\n\n---\nHe said that the bridge could collapse. A swimming pool opened near the school."
    checked: list[Checked] = check(text, article(), syntax=model)
    assert [each.text for each in checked] == [
        "Bridge in Telborg closed",
        "He said that the bridge could collapse.",
        "A swimming pool opened near the school.",
    ]
    assert check("--- !\n\n", article(), syntax=model) == []


def test_evidence_may_be_restricted(model: Syntax) -> None:
    """A sentence outside the given ranges is no evidence."""
    claim = "He said that the bridge could collapse."
    first = Span(start=0, end=TEXT.index("\n"))
    assert verdicts(claim, model, within=[Span(start=0, end=len(TEXT))]) == ["stands"]
    assert verdicts(claim, model, within=[first]) != ["stands"]


def test_a_sentence_of_an_article_in_another_language_stands_only_whole(model: Syntax) -> None:
    """No rule of English reads a text in another language."""
    text = "Die alte Brücke in Telborg wurde am Montag geschlossen. Niemand wurde verletzt."
    source = article(text, "de")
    whole, other = check(f"{text[:55]}\nDie Brücke wurde nicht geschlossen.", source, syntax=model)
    assert whole.verdict == "stands"
    assert (other.verdict, other.reason) == ("not shown", "it denies what its evidence says")


def test_the_publishers_title_stands_as_that(model: Syntax) -> None:
    """The title is no sentence of the article, but stands, whole or cut, with where it stands in the text or the sentences nearest to it."""
    titled = read_text("Mayor closes old swing bridge in Telborg\n\nBy Hanna Osei\n\n" + TEXT).article
    apart = article().model_copy(update={"title": "Mayor closes old swing bridge in Telborg"})
    for claim in ("Mayor closes old swing bridge in Telborg", "Mayor closes old swing bridge"):
        (checked,) = check(claim, titled, syntax=model)
        assert (checked.verdict, checked.reason) == ("stands", "it is the publisher's title")
        assert [part.text for part in checked.evidence] == ["Mayor closes old swing bridge in Telborg"]
        (checked,) = check(claim, apart, syntax=model)
        assert checked.verdict == "stands"
        assert checked.evidence[0].text.startswith("Mayor Eva Brandt closed")
    assert verdicts("Mayor closes old swing bridge in Telborg", model) != ["stands"]
    assert check("Mayor opens old swing bridge in Telborg", titled, syntax=model)[0].verdict != "stands"
    within = [Span(start=0, end=10)]
    assert check("Mayor closes old swing bridge", apart, syntax=model, within=within)[0].verdict != "stands"


@pytest.mark.parametrize(
    ("sentence", "claim", "verdict", "reason"),
    [
        ("Rumours that a child died are untrue, the hospital said.", "A child died.", "contradicted", "its evidence denies it"),
        ("The prosecutor denied that two engineers were held.", "Two engineers were held.", "contradicted", "its evidence denies it"),
        ("The pier is safe, the city said.", "The pier is safe.", "not shown", "it leaves out that “the city” says so"),
        ("The council will repair the bridge if the state pays half.", "The council will repair the bridge.", "in part",
         "it leaves out “if the state pays half”, which makes it depend on something or leaves it open"),
        ("The council voted to repair the bridge at a cost of 2 million dollars.", "The council voted to repair the bridge.", "cannot tell",
         "it leaves out “at a cost of 2 million dollars”"),
        ("Buses will run all night and stop at all piers except Fenner Lane.", "Buses will run all night and stop at all piers.", "in part",
         "it leaves out “except Fenner Lane”, which says what stands against it"),
        ("Its shares rose while those of its rival fell.", "Its shares fell.", "in part",
         "it leaves out “rose while those of its rival”, which says what stands against it"),
        ("Profit rose by 12 percent last year, though sales fell slightly.", "Sales fell slightly.", "cannot tell",
         "it leaves out “Profit rose by 12 percent last year, though”, which says what stands against it"),
        ("The mayor welcomed the plan, though she said it might be late.", "The mayor welcomed the plan.", "cannot tell",
         "it leaves out “though she said it might be late”, which says what stands against it"),
    ],
)  # fmt: skip
def test_what_is_torn_out(sentence: str, claim: str, verdict: Verdict, reason: str, model: Syntax) -> None:
    """A clause torn out of its denial is contradicted, out of who says it not shown; of what else is missing the whole phrase is told, and that it matters if what stays hangs on it."""
    (checked,) = check(claim, article(sentence), syntax=model)
    assert (checked.verdict, checked.reason) == (verdict, reason)


def test_a_claim_in_another_language_cannot_be_told(model: Syntax) -> None:
    """English rules read no claim in another language than the article's, and do not say that the article does not show it."""
    (foreign,) = check("Die Bürgermeisterin schloss am Montag die alte Brücke in Telborg.", article(), syntax=model)
    assert (foreign.verdict, foreign.reason) == ("cannot tell", "it is in another language than the article")
    assert verdicts("Ex-manager only followed boss's orders, jury told", model) == ["not shown"]


def test_the_forms_of_irregular_verbs_are_one_word() -> None:
    """Forms of a row are compared as one word; regular forms of another verb are not taken for them."""
    rows = table("en/irregular.toml")
    example, same, other = (
        {stem(word) for word in rows[key].lower().replace(".", "").replace(",", "").split()}
        for key in ("example", "same", "counter_example")
    )
    assert example <= same
    assert "knew" in rows["example"]
    assert stem("founded") in other
    assert stem("founded") != stem("found")


def test_irregular_forms_do_not_hide_a_sentence(model: Syntax) -> None:
    """A claim finds the sentence that has another form of its verb."""
    (checked,) = check(
        "Moe has known.",
        article("Moe knew. The council met at the harbour. It was cold. The pier shone. A dog ran by."),
        syntax=model,
    )
    assert [part.text for part in checked.evidence] == ["Moe knew."]


def _reviewed() -> list[tuple[str, str, bool]]:
    """The sentences of `reviewed.toml`, each with a claim and whether that is false."""
    groups = tomllib.loads((Path(__file__).parent / "reviewed.toml").read_text(encoding="utf-8")).values()
    return [
        (sentence, claim, label == "false")
        for group in groups
        for label, rows in group.items()
        for sentence, claim in rows
    ]


@pytest.mark.parametrize(("sentence", "claim", "is_false"), _reviewed())
def test_what_a_reviewer_got_through_is_refused(sentence: str, claim: str, is_false: bool, model: Syntax) -> None:
    """Trade told the wrong way round, another's deed, the wrong side of a date, a thing for whose word it is: refused; what is honest beside it is not."""
    article = Article(id=article_id(sentence), source="-", language="en", text=sentence, published="2026-03-12")
    (found,) = check(claim, article, syntax=model)
    assert (found.verdict not in {"stands", "cannot tell"}) is is_false
