"""A text held against an article: what stands, what does not, and what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarize import Article, Span, check
from summarize.article import article_id
from summarize.checking.check import Checked, Verdict
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings

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
        ("The eastern pier has moved by nine centimetres.", "in part"),
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
    assert (other.verdict, other.reason) == ("cannot tell", "only English is read closely")
