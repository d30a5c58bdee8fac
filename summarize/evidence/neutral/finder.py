"""From an article without rules for its language to its findings."""

from __future__ import annotations

import re
from bisect import bisect_right

from summarize.article import Span
from summarize.document import Document
from summarize.evidence.marks import Quoted, quoted_runs
from summarize.evidence.neutral.dates import dates_in
from summarize.evidence.neutral.quotations import Label, is_speech, label_before
from summarize.findings import Findings, Mention, Participant, Place, Quotation, Sentence
from summarize.gazetteer import is_place, place_country
from summarize.layout import Layout

Range = tuple[int, int]


def find_neutral(document: Document) -> Findings:
    """What can be found in an article's Document by rules that hold in every language."""
    text, layout, language = document.text, document.layout, document.language
    runs = quoted_runs(text, layout.body)
    sentences = tuple(
        Sentence(number=number, span=Span(start=start, end=end), paragraph=paragraph)
        for number, (start, end, paragraph) in enumerate(document.sentences, 1)
    )
    labels = {run.start: label for run in runs if (label := label_before(text, layout.body[run.paragraph][0], run))}
    participants, named = _participants(text, list(labels.values()))
    place = _dateline_place(text, layout, len(named) + 1)
    return Findings(
        sentences=sentences,
        quotations=_quotations(
            text, runs, sentences, labels, {person.name: person.number for person in participants}, language
        ),
        times=dates_in(text, layout.body, language, sorted(part for run in runs for part in run.parts)),
        mentions=(*named, *(place[1:] if place else ())),
        participants=participants,
        places=place[:1] if place else (),
        title=_span(layout.title) if layout.title else None,
        dateline=Span(start=layout.dateline.start, end=layout.dateline.end) if layout.dateline and place else None,
    )


def _quotations(  # noqa: PLR0913, PLR0917 - a quotation is made from all of these
    text: str,
    runs: list[Quoted],
    sentences: tuple[Sentence, ...],
    labels: dict[int, Label],
    numbers: dict[str, int],
    language: str | None,
) -> tuple[Quotation, ...]:
    starts = [sentence.span.start for sentence in sentences]
    found: list[Quotation] = []
    for run in runs:
        label = labels.get(run.start)
        said = (label is not None and run.closed) or is_speech(text, run, language)
        name = _name(text, label) if label and said else None
        found.append(
            Quotation(
                number=len(found) + 1,
                parts=tuple(Span(start=start, end=end) for start, end in run.parts),
                kind="speech" if said else "words",
                sentence=max(0, bisect_right(starts, run.start)),
                speaker=name,
                speaker_span=_span(label.name) if label and name else None,
                participant=numbers[name] if name else None,
                cue=":" if name else None,
                cue_span=_span(label.colon) if label and name else None,
            )
        )
    return tuple(found)


def _participants(text: str, labels: list[Label]) -> tuple[tuple[Participant, ...], tuple[Mention, ...]]:
    """Those whom labels name, each with all its mentions; mentions are numbered in text order."""
    first = {_name(text, label): label.name for label in reversed(labels)}
    places = sorted(
        (match.start(), match.end(), name)
        for name in first
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    )
    order = {name: number for number, name in enumerate(dict.fromkeys(name for _, _, name in places), 1)}
    mentions = tuple(
        Mention(number=number, span=Span(start=start, end=end), kind="person", participant=order[name])
        for number, (start, end, name) in enumerate(places, 1)
    )
    participants = tuple(
        Participant(
            number=number,
            name=name,
            kind="person",
            name_span=_span(first[name]),
            mentions=tuple(mention.number for mention in mentions if mention.participant == number),
        )
        for name, number in order.items()
    )
    return participants, mentions


def _dateline_place(text: str, layout: Layout, number: int) -> tuple[Place, Mention] | tuple[()]:
    """The place of the dateline, if the gazetteer knows it: a kicker in capitals is no place."""
    dateline = layout.dateline
    if dateline is None or dateline.place_start == dateline.place_end:
        return ()
    printed = text[dateline.place_start : dateline.place_end]
    name = re.split(r"\s?[,/\[(]", printed)[0].rstrip()
    known = next((form for form in (name, name.title()) if is_place(form)), None)
    if known is None:
        return ()
    span = Span(start=dateline.place_start, end=dateline.place_start + len(name))
    mention = Mention(number=number, span=span, kind="place", place=1)
    return (Place(number=1, name=name, name_span=span, country=place_country(known), mentions=(number,)), mention)


def _name(text: str, label: Label) -> str:
    return " ".join(text[label.name[0] : label.name[1]].split())


def _span(at: Range) -> Span:
    return Span(start=at[0], end=at[1])
