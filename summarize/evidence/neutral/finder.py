"""From an article without rules for its language to its findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from summarize.article import Span
from summarize.document import Document, SentenceRange
from summarize.evidence.marks import Quoted, quoted_runs
from summarize.evidence.neutral.cast import cast_of
from summarize.evidence.neutral.dashes import dashed_runs
from summarize.evidence.neutral.dates import dates_in, opening_day
from summarize.evidence.neutral.insets import split_off_inset
from summarize.evidence.neutral.names import Names
from summarize.evidence.neutral.quotations import Mentions, is_speech, label_before
from summarize.evidence.neutral.speakers import NeutralSpeakers
from summarize.evidence.neutral.subjects import FoundSpeaker
from summarize.evidence.persons import PersonModel
from summarize.evidence.syntax import MAX_READ
from summarize.evidence.written_on import resolve_times
from summarize.findings import Findings, Mention, Place, Quotation, Sentence, TimeExpression
from summarize.gazetteer import is_place, place_country
from summarize.languages.basics import basics
from summarize.languages.declensions import Declension
from summarize.layout import Layout

Range = tuple[int, int]

_COLONS = frozenset(":：")
_MARKS = " :：("
"""What tells who speaks without a word: no cue for a reader."""


def find_neutral(document: Document, published: str | None = None, model: PersonModel | None = None) -> Findings:
    """What can be found in an article's Document by rules that hold in every language, and by the basics of its own.

    Args:
        document: the article's text as it is read.
        published: ISO date that relative dates are counted from.
        model: finds names of persons in its language.
    """
    text, layout, language = document.text, document.layout, document.language
    parted = tuple(document.sentences)
    runs = _runs(text, layout, language)
    speakers = _speakers(document, parted, model)
    sentences = tuple(
        Sentence(number=number, span=Span(start=start, end=end), paragraph=paragraph)
        for number, (start, end, paragraph) in enumerate(parted, 1)
    )
    said = _attribute_quotations(text, layout, runs, speakers)
    people = speakers.names.people if speakers is not None else ()
    known = basics(language)
    cast = cast_of(
        text,
        [by.whole for by in said.values() if by.is_name and by.whole],
        people,
        known.declension if known is not None else Declension(),
    )
    place = _dateline_place(text, layout, len(cast.mentions) + 1)
    return Findings(
        sentences=sentences,
        quotations=_quotations(text, runs, sentences, said, cast.numbers, language),
        times=_times(document, runs, published),
        mentions=(*cast.mentions, *(place[1:] if place else ())),
        participants=cast.participants,
        places=place[:1] if place else (),
        title=_span(layout.title) if layout.title else None,
        orders=tuple(map(_span, document.orders)),
        dateline=Span(start=layout.dateline.start, end=layout.dateline.end) if layout.dateline and place else None,
        syntax=model.name if model is not None else None,
        syntax_until=MAX_READ if model is not None and len(text) > MAX_READ else None,
    )


def _times(document: Document, runs: list[Quoted], published: str | None) -> tuple[TimeExpression, ...]:
    """The dates, counted from the day that the article was written on."""
    sentences = [(start, end) for start, end, _ in document.sentences]
    quoted = sorted(part for run in runs for part in run.parts)
    opening = opening_day(document.text, sentences[0], document.language) if sentences else None

    def read_times(day: str | None) -> tuple[TimeExpression, ...]:
        return dates_in(document.text, sentences, document.language, day, quoted)

    return resolve_times(read_times, document.layout, published, opening)


def _speakers(
    document: Document, sentences: Sequence[SentenceRange], model: PersonModel | None
) -> NeutralSpeakers | None:
    """Who speaks in an article, as the basics of its language tell; None if nobody has written them."""
    known = basics(document.language)
    if known is None or document.language is None:
        return None
    persons = model.persons(document.text, document.layout.body) if model is not None else ()
    return NeutralSpeakers(document.text, Names(document.text, document.language, known, persons), known, sentences)


def _runs(text: str, layout: Layout, language: str | None) -> list[Quoted]:
    """What stands inside marks, and behind dialogue dashes where the language's verbs of saying are known."""
    runs = quoted_runs(text, layout.body)
    known = basics(language)
    if language is None or known is None or not known.verbs:
        return runs
    runs = [split_off_inset(text, run, language, known) for run in runs]
    taken = [(run.start, run.end) for run in runs]
    places = [start for start, _ in taken]

    def is_free(run: Quoted) -> bool:
        after = bisect_right(places, run.end)
        return after == 0 or taken[after - 1][1] <= run.start

    dashed = [run for run in dashed_runs(text, layout.body, known) if is_free(run)]
    return sorted([*runs, *dashed], key=lambda run: run.start)


def _attribute_quotations(
    text: str, layout: Layout, runs: list[Quoted], speakers: NeutralSpeakers | None
) -> dict[int, FoundSpeaker]:
    """Who says each quoted run, by where it begins: whom a label names, or a verb of saying of the language's basics."""
    found: dict[int, FoundSpeaker] = {}
    before: Quoted | None = None
    mentions = Mentions(text)
    for run in runs:
        label = label_before(mentions, layout.body[run.paragraph][0], run)
        if label is not None and run.closed:
            found[run.start] = FoundSpeaker(label.name, " ".join(text[slice(*label.name)].split()), label.colon)
        elif speakers is not None and run.closed:
            said = speakers.of(run, before, found.get(before.start) if before else None)
            if said is not None:
                found[run.start] = said
        before = run
    return found


def _quotations(  # noqa: PLR0913, PLR0917 - a quotation is made from all of these
    text: str,
    runs: list[Quoted],
    sentences: tuple[Sentence, ...],
    said: dict[int, FoundSpeaker],
    numbers: dict[str, int],
    language: str | None,
) -> tuple[Quotation, ...]:
    starts = [sentence.span.start for sentence in sentences]
    found: list[Quotation] = []
    for run in runs:
        by = said.get(run.start)
        is_said = (by is not None and text[slice(*by.cue)] in _COLONS) or is_speech(
            text,
            run,
            language,
            attributed=by is not None
            and by.whole is not None
            and not by.is_word
            and (by.is_name or run.inset is not None),
        )
        is_word = by is not None and by.is_word and not is_said and by.whole is not None
        if not is_said and not is_word:
            by = None
        found.append(
            Quotation(
                number=len(found) + 1,
                parts=tuple(Span(start=start, end=end) for start, end in run.parts),
                kind="speech" if is_said else "fragment" if is_word else "words",
                sentence=max(0, bisect_right(starts, run.start)),
                speaker=by.whole if by else None,
                speaker_span=_span(by.name) if by else None,
                participant=numbers.get(by.whole) if by and by.whole else None,
                cue=text[slice(*by.cue)].strip(_MARKS) or None if by else None,
                cue_span=_span(by.cue) if by else None,
            )
        )
    return tuple(found)


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


def _span(at: Range) -> Span:
    return Span(start=at[0], end=at[1])
