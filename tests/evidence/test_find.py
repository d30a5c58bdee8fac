"""What holds for the findings of any text, with the NLP model and without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarize.article import Article, Span, article_id
from summarize.evidence.find import find
from summarize.evidence.names import find_names
from summarize.evidence.sentences import split_sentences
from summarize.evidence.syntax import Syntax
from summarize.findings import Findings
from summarize.layout.blocks import paragraphs
from tests.evidence.passages import found
from tests.evidence.texts import NEWS_TEXT, TEXTS, stories


class Numbered(Protocol):
    """A finding with its number."""

    @property
    def number(self) -> int: ...


def an_article(text: str) -> Article:
    """An article of any text that can be one, however it came in."""
    text = text.encode("utf-8", "replace").decode()
    return Article(id=article_id(text), source="-", text=text, published="2026-03-14")


def check(text: str, findings: Findings) -> None:
    """Assert what every reader of findings relies on."""
    numbered: tuple[Sequence[Numbered], ...] = (
        findings.sentences,
        findings.quotations,
        findings.times,
        findings.mentions,
        findings.participants,
        findings.places,
    )
    for several in numbered:
        assert [one.number for one in several] == list(range(1, len(several) + 1))
    spans: list[Span] = [sentence.span for sentence in findings.sentences]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    parts = [part for quotation in findings.quotations for part in quotation.parts]
    assert sorted(parts, key=lambda part: part.start) == parts
    assert all(left.end <= right.start for left, right in pairwise(parts))
    for part in parts:
        words = text[part.start : part.end]
        assert words == words.strip()
    spans += [*parts, *(time.span for time in findings.times), *(mention.span for mention in findings.mentions)]
    for quotation in findings.quotations:
        assert 0 <= quotation.sentence <= len(findings.sentences)
        assert quotation.participant is None or 1 <= quotation.participant <= len(findings.participants)
        spans += [span for span in (quotation.speaker_span, quotation.cue_span) if span is not None]
        if quotation.kind == "words":
            assert (quotation.speaker, quotation.cue, quotation.participant) == (None, None, None)
    for participant in findings.participants:
        assert " ".join(text[participant.name_span.start : participant.name_span.end].split()) == participant.name
        assert all(findings.mentions[number - 1].participant == participant.number for number in participant.mentions)
        if participant.role_span is not None:
            spans.append(participant.role_span)
            assert " ".join(text[participant.role_span.start : participant.role_span.end].split()) == participant.role
    for place in findings.places:
        spans.append(place.name_span)
        assert all(findings.mentions[number - 1].place == place.number for number in place.mentions)
    assert all(span.end <= len(text) and text[span.start : span.end].strip() for span in spans)


@settings(max_examples=250, deadline=None)
@example('Han A\u2028:"0 0 0 0')
@given(TEXTS)
def test_any_text_has_sound_findings_by_rules(text: str) -> None:
    """For any text, the rules find things in order, inside the text, numbered from one, and never crash."""
    article = an_article(text)
    check(article.text, find(article))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(NEWS_TEXT, stories()))
def test_any_text_has_sound_findings_with_the_model(model: Syntax, text: str) -> None:
    """The same holds with the NLP model, which the findings then name."""
    article = an_article(text)
    findings = find(article.model_copy(update={"language": "en"}), model)
    check(article.text, findings)
    assert findings.syntax == model.name
    assert findings.syntax_until is None


@settings(max_examples=120, deadline=None)
@given(st.one_of(NEWS_TEXT, stories()))
def test_names_of_any_text_lie_in_order_inside_it(text: str) -> None:
    """For any text, every name is exactly the characters at its place, and has a kind."""
    sentences = [one for start, end in paragraphs(text) for one in split_sentences(text, start, end)]
    names = find_names(text, sentences, {}, [])
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(left.end <= right.start for left, right in pairwise(names))
    assert {name.kind for name in names} <= {"person", "organisation", "group", "place"}


def test_findings_are_the_same_each_time(model: Syntax) -> None:
    """The same article always gives the same findings."""
    text = "“We are done,” Hanna Osei of Kestrel Energy said in Nairobi on Saturday. Tom Lindqvist called it a “gift”."
    assert found(text, model) == found(text, model)
    assert found(text) == found(text)
    assert found(text)[1].syntax is None


def test_a_non_breaking_space_moves_no_offset(syntax: Syntax | None) -> None:
    """An article set with non-breaking spaces gives the same findings at the same offsets as with plain ones."""
    text = (
        "“We are done,” Hanna Osei of Kestrel Energy said in Nairobi on 3 March 2026. Tom Lindqvist called it a “gift”."
    )
    _, plain = found(text, syntax)
    _, odd = found(text.replace(" ", "\u00a0"), syntax)
    assert [one.parts for one in odd.quotations] == [one.parts for one in plain.quotations]
    assert [one.span for one in odd.mentions] == [one.span for one in plain.mentions]
    assert [(one.span, one.start) for one in odd.times] == [(one.span, one.start) for one in plain.times]


def test_time_expressions_inside_quotations_are_marked() -> None:
    """A date that a speaker names is told from one the article names."""
    _, findings = found("“We leave on Sunday,” Hanna Osei said on Friday, and the board agreed to it.")
    assert [time.quoted for time in findings.times] == [True, False]
