"""From an article to its findings: the one place that knows the order of the finders."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from summarize.article import Article, Span
from summarize.document import Document
from summarize.evidence import frame as frames
from summarize.evidence.attributions import Reported
from summarize.evidence.attributions.carrying import with_continuations, within_sentences
from summarize.evidence.attributions.clauses import by_parse
from summarize.evidence.attributions.collect import IdentifiedSource, merge_attributions, of_quotations
from summarize.evidence.attributions.collect import number_attributions as numbered_attributions
from summarize.evidence.attributions.lexicon import lexicon
from summarize.evidence.attributions.patterns import by_rules
from summarize.evidence.cast import cast_of, described_as, number_cast
from summarize.evidence.countries import Countries
from summarize.evidence.described_bodies import described_bodies
from summarize.evidence.document import document_of, runs_by_paragraph, runs_in
from summarize.evidence.grouping import describe_speaker, group_runs
from summarize.evidence.kinds import kind_of, spread_over_lists
from summarize.evidence.marks import is_full_sentence
from summarize.evidence.openings import SentenceOpenings
from summarize.evidence.people import Discourse
from summarize.evidence.quotations import Speakers, Spoken
from summarize.evidence.quoted_people import quoted_people
from summarize.evidence.removable.commas import by_commas
from summarize.evidence.removable.table import removable
from summarize.evidence.syntax import MAX_READ, STAND_IN_WORDS, Parse, Syntax
from summarize.evidence.times import find_times, opening_day
from summarize.evidence.trees import Tree
from summarize.evidence.unnamed import find_unnamed
from summarize.evidence.vocabulary import PATTERNS
from summarize.evidence.written_on import resolve_times
from summarize.findings import Attribution, Findings, Quotation, Sentence, TimeExpression
from summarize.layout import Layout

Range = tuple[int, int]


def find(article: Article, syntax: Syntax | None = None, document: Document | None = None) -> Findings:
    """Everything that can be found in an article without a language model.

    Args:
        article: the article; its `published` date resolves relative dates.
        syntax: the loaded NLP model of English; None for rules and gazetteer alone. With it, articles in other languages are read with the
            model of theirs, where one is installed.
        document: the article's text as `document_of` reads it; it is read here if None.

    Articles in other languages are read by the rules that hold in every language; `Findings.pack` says which were used.
    """
    document = document or document_of(article)
    if document.is_english:
        return Finder(article, document, syntax).findings()
    from summarize.evidence.neutral import find_neutral  # noqa: PLC0415 - CLDR costs start-up time
    from summarize.evidence.persons import person_model  # noqa: PLC0415 - the same

    return find_neutral(document, article.published, person_model(document.language) if syntax is not None else None)


class Finder:
    """Finds things in one article, step by step; each step reads what the steps before it found."""

    def __init__(self, article: Article, document: Document, syntax: Syntax | None) -> None:
        self.article, self.text, self.syntax, self.orders = article, document.text, syntax, document.orders
        self.layout: Layout = document.layout
        self.runs = runs_in(document)
        self.by_paragraph = runs_by_paragraph(self.runs, len(self.layout.body))
        sentences = list(document.sentences)
        self.sentences: list[Range] = [(start, end) for start, end, _ in sentences]
        self.paragraph_of = [sentence.paragraph for sentence in sentences]
        self.parses = self._parses()
        labels = {span: label for parse in self.parses if parse is not None for span, label in parse.labels.items()}
        self.entities = cast_of(self.text, self.layout, self.sentences, labels, self.runs)
        self.spoken = self._attribute_quotations()
        self.reported: list[Reported] = []
        """The attributions with the sources as the text words them; known once the findings are."""

    def findings(self) -> Findings:
        """The findings, numbered."""
        quoted = sorted(outer for run in self.runs for outer in run.outer)
        unnamed_ones = find_unnamed(self.text, self.sentences, quoted, self.entities, self._trees())
        countries = Countries(self.text, self.entities, self._filed)
        bodies = described_bodies(self.text, self.sentences, quoted, self.entities, self._trees())
        for one in unnamed_ones:
            one.role = described_as(self.text, one, self.sentences)
        speaking = quoted_people(self.text, self.spoken, self.entities, [*unnamed_ones, *bodies])
        cast = number_cast(self.text, [*self.entities, *unnamed_ones, *bodies, *speaking], countries.of)
        quotations = self._quotations(cast.numbers)
        return Findings(
            sentences=self._numbered_sentences(cast.numbers),
            quotations=quotations,
            attributions=self._attributions(quotations, cast.numbers),
            times=self._times(self._home(countries)),
            mentions=cast.mentions,
            participants=cast.participants,
            places=cast.places,
            title=_span(self.layout.title) if self.layout.title else None,
            orders=tuple(map(_span, self.orders)),
            pack="en",
            dateline=Span.of(self.layout.dateline.start, self.layout.dateline.end) if self.layout.dateline else None,
            syntax=self.syntax.name if self.syntax else None,
            syntax_until=MAX_READ if self.syntax and len(self.text) > MAX_READ else None,
        )

    def _parses(self) -> list[Parse | None]:
        body = self.layout.body
        if self.syntax is None:
            return [None] * len(body)
        readable = [i for i, (_, end) in enumerate(body) if end <= MAX_READ]
        built = []
        for index in readable:
            runs = self.by_paragraph[index]
            keep = frozenset(
                i for i, run in enumerate(runs) if not is_full_sentence(self.text, run) and run.end - run.start < 200
            )
            built.append(frames.build(self.text, body[index], runs, STAND_IN_WORDS, keep))
        parses: list[Parse | None] = [None] * len(body)
        for index, parse in zip(readable, self.syntax.parse(built), strict=True):
            parses[index] = parse
        return parses

    def _trees(self) -> list[Tree | None]:
        """Of each sentence the parse of its paragraph."""
        parses = [self.parses[paragraph] for paragraph in self.paragraph_of]
        return [parse.tree if parse is not None else None for parse in parses]

    def _attribute_quotations(self) -> list[Spoken]:
        quoted = sorted(outer for run in self.runs for outer in run.outer)
        discourse = Discourse(self.text, self.entities, self.sentences, quoted)
        self.speakers = Speakers(self.text, self.entities, discourse)
        self.openings = SentenceOpenings(self.text, self.entities, self.sentences, quoted, self.speakers.sources)
        nicknames = self.nicknames = self._nicknames()
        framed = []
        for index, paragraph in enumerate(self.layout.body):
            runs = [run for run in self.by_paragraph[index] if run.start not in nicknames]
            framed.append((paragraph, frames.build(self.text, paragraph, runs), self.parses[index]))
        spoken = self.speakers.attribute(framed)
        if nicknames:
            spoken += [Spoken(run) for run in self.runs if run.start in nicknames]
            spoken.sort(key=lambda entry: entry.run.start)
        for entry in spoken:
            entry.kind = kind_of(self.text, entry)
        spread_over_lists(self.text, spoken)
        return spoken

    def _nicknames(self) -> set[int]:
        """Where quoted runs begin that are part of somebody's name, so that nobody says them: Pete “The Postman” Lomax."""
        starts = [run.start for run in self.runs]
        held: set[int] = set()
        for name in (name for entity in self.entities for name in entity.names):
            inside = slice(bisect_left(starts, name.start + 1), bisect_left(starts, name.end))
            held.update(run.start for run in self.runs[inside] if run.end < name.end)
        return held

    def _quotations(self, numbers: dict[int, int]) -> tuple[Quotation, ...]:
        quotations: list[Quotation] = []
        for group in group_runs(self.text, self.spoken, [start for start, _ in self.sentences]):
            entry = group[0]
            voice = next((one for one in group if one.speaker is not None and not one.inherited), entry)
            name = None
            if voice.entity is not None:
                name = self.entities[voice.entity].name
            elif voice.speaker is not None:
                name = describe_speaker(self.text, voice.speaker)
            is_words = entry.kind == "words"
            quotations.append(
                Quotation(
                    number=len(quotations) + 1,
                    parts=tuple(Span.of(s, e) for one in group for s, e in one.run.parts),
                    kind="words"
                    if is_words
                    else "speech"
                    if any(one.kind == "speech" for one in group)
                    else "fragment",
                    sentence=max(0, bisect_right(self.sentences, (entry.run.start, 1 << 60))),
                    speaker=None if is_words else name,
                    speaker_span=_span(voice.speaker)
                    if voice.speaker and not is_words and voice.speaker[0] < voice.speaker[1]
                    else None,
                    participant=numbers.get(voice.entity) if voice.entity is not None and not is_words else None,
                    # Of two who speak one may have been taken for a place: "Derby and McConnell".
                    also=() if is_words else tuple(numbers[other] for other in voice.others if other in numbers),
                    cue=self.text[voice.cue[0] : voice.cue[1]].strip(" ,:") or None
                    if voice.cue and not is_words
                    else None,
                    cue_span=_span(voice.cue) if voice.cue and not is_words and voice.cue[0] < voice.cue[1] else None,
                )
            )
        return tuple(quotations)

    def _numbered_sentences(self, numbers: dict[int, int]) -> tuple[Sentence, ...]:
        table, verbs = removable("en"), lexicon("en").verbs
        trees = [parse.tree for parse in self.parses if parse is not None]
        parts: list[Range] = []
        cores: list[Range] = []
        if trees:
            from summarize.evidence.removable import branches  # noqa: PLC0415 - a dozen modules, for a parse alone

            parts = sorted(part for tree in trees for part in branches.by_parse(self.text, tree, table))
            cores = sorted(part for tree in trees for part in branches.needed_ranges(tree, table))
        found: list[Sentence] = []
        for (start, end), paragraph in zip(self.sentences, self.paragraph_of, strict=True):
            parse = self.parses[paragraph]
            if parse is None or not parse.tree.nodes:
                held = by_commas(self.text, start, end, table, verbs)
            else:
                first = bisect_left(parts, (start, start))
                held = [
                    part
                    for part in parts[first : bisect_left(parts, (end, end))]
                    # What a lost space glues to the word before, as in "p.m.Hanna Osei", is a piece of that word.
                    if part[1] <= end and part != (start, end) and not _is_glued(self.text, part[0], start)
                ]
            opening = self.openings.meant(len(found))
            found.append(
                Sentence.of(
                    len(found) + 1,
                    Span.of(start, end),
                    paragraph,
                    opening=_span(opening[0]) if opening else None,
                    opens_on=numbers.get(opening[1]) if opening else None,
                    removable=tuple(Span.of(a, b) for a, b in held),
                    needed=tuple(
                        Span.of(a, b)
                        for a, b in cores[bisect_left(cores, (start, start)) : bisect_left(cores, (end, end))]
                    ),
                )
            )
        return tuple(found)

    def _attributions(self, quotations: tuple[Quotation, ...], numbers: dict[int, int]) -> tuple[Attribution, ...]:
        words = lexicon("en")
        trees = [parse.tree for parse in self.parses if parse is not None]
        marks = sorted(outer for run in self.runs if run.start not in self.nicknames for outer in run.outer)
        reported = [
            one
            for tree in trees
            for one in with_continuations(tree, within_sentences(by_parse(tree, words), self.sentences, marks), words)
        ]
        read = sorted(one.cue[0] for one in reported)
        for sentence, paragraph in zip(self.sentences, self.paragraph_of, strict=True):
            if bisect_left(read, sentence[0]) == bisect_left(read, sentence[1]):
                # A headline, a verb taken for a noun: where the parse shows nothing, the order of words may.
                parse = self.parses[paragraph]
                parsed = parse is not None and bool(parse.tree.nodes)
                reported += by_rules(self.text, [sentence], marks, words, ends_only=parsed)
        ordered = self.reported = merge_attributions(reported, of_quotations(quotations))
        said = sorted((part.start, part.end) for each in quotations if each.kind != "words" for part in each.parts)
        return numbered_attributions(ordered, [self._source(one, numbers) for one in ordered], self.text, said)

    def _source(self, one: Reported, numbers: dict[int, int]) -> IdentifiedSource:
        if one.source is None:
            return IdentifiedSource(None, None, None)
        source = self.speakers.naming.whole(one.source)
        span, entity = self.speakers.sources.identify_source(source)
        if entity is None and one.kind == "denied" and span != source and not self._is_charged(span):
            span = source  # who denies is whoever was charged, and not a victim of whom the sentence before tells
        name = self.entities[entity].name if entity is not None else describe_speaker(self.text, span)
        return IdentifiedSource(name, span, numbers.get(entity) if entity is not None else None)

    def _is_charged(self, described: Range) -> bool:
        """True if the sentence of somebody who is only described says that he is charged with something."""
        sentence = self.sentences[bisect_right(self.sentences, (described[0], len(self.text))) - 1]
        return PATTERNS.is_charged.search(self.text, *sentence) is not None

    def _times(self, countries: frozenset[str]) -> tuple[TimeExpression, ...]:
        opening = opening_day(self.text, self.layout.body[0][0]) if self.layout.body else None
        return resolve_times(lambda day: self._times_from(day, countries), self.layout, self.article.published, opening)

    def _times_from(self, day: str | None, countries: frozenset[str]) -> tuple[TimeExpression, ...]:
        """The times, with what is relative counted from an ISO day."""
        quoted = sorted(part for run in self.runs for part in run.parts)
        found = find_times(self.text, self.layout.body, day, quoted, countries=countries, title=self.article.title)
        return tuple(
            TimeExpression(
                number=i + 1,
                span=Span.of(t.start, t.end),
                start=first,
                end=last,
                precision=t.precision,
                quoted=t.quoted,
            )
            for i, t in enumerate(found)
            for first, last in [_in_months(t.value_start, t.value_end)]
        )

    @property
    def _filed(self) -> str | None:
        filed = self.layout.dateline
        return self.text[filed.place_start : filed.place_end].title() if filed else None

    def _home(self, countries: Countries) -> frozenset[str]:
        """The country that the article is from, by its dateline or where its story plays; else those that it names."""
        filed = self.layout.dateline
        for entity in self.entities:
            first = entity.names[0].start if entity.kind == "place" else -1
            if filed and filed.place_start <= first < filed.place_end and (country := countries.of(entity)):
                return frozenset({country})
        return frozenset({countries.home} if countries.home else countries.named)


def _in_months(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """A quarter as its first and last month: ISO has no quarters, and "2025-07" to "2025-09" is a date to any reader."""
    if start is None or "Q" not in start:
        return start, end
    last = end or start
    return f"{start[:4]}-{3 * int(start[6]) - 2:02}", f"{last[:4]}-{3 * int(last[6]):02}"


def _span(at: Range) -> Span:
    return Span.of(at[0], at[1])


def _is_glued(text: str, at: int, start: int) -> bool:
    """True for a word that follows another, or its stop, without a space."""
    return at > start and text[at].isalnum() and (text[at - 1].isalnum() or text[at - 1] == ".")
