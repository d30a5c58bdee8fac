"""Grounding: each reference of a draft becomes an item whose words and evidence are the article's, or a rejection with its reason.

Pure: the same draft, article and findings always give the same items. A rejection is a value, not an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarize.article import Article, Evidence, Span
from summarize.card import Quote, Rejection, Statement, When, Where, Who
from summarize.draft import Draft, DraftParticipant, DraftQuote, DraftStatement
from summarize.findings import Findings, Quotation, TimeExpression
from summarize.grounding.headline import headline_of
from summarize.grounding.statements import check

_LONGEST_SENTENCE = 1500
_MOST_EVIDENCE = 50
"""Mentions of one participant or place kept as evidence; `mentions` still counts them all."""


@dataclass(slots=True)
class Grounded:
    """What held, and what did not."""

    headline: str = ""
    what: list[Statement] = field(default_factory=list)
    who: list[Who] = field(default_factory=list)
    when: list[When] = field(default_factory=list)
    where: list[Where] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    background: list[Statement] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """True if no item of any kind could be grounded."""
        return not (self.what or self.who or self.when or self.where or self.quotes or self.background)


def ground(draft: Draft, article: Article, findings: Findings) -> Grounded:
    """Check every claim of a draft against the article."""
    return _Grounding(draft, article, findings).run()


class _Grounding:
    def __init__(self, draft: Draft, article: Article, findings: Findings) -> None:
        self.draft, self.article, self.findings = draft, article, findings
        self.spans = {mention.number: mention.span for mention in findings.mentions}
        self.grounded = Grounded()
        self.texts: dict[int, str] = {}

    def run(self) -> Grounded:
        grounded = self.grounded
        grounded.what.extend(self._statements("what", self.draft.what))
        grounded.background.extend(self._statements("background", self.draft.background))
        grounded.who.extend(self._who())
        grounded.when.extend(self._when())
        grounded.where.extend(self._where())
        grounded.quotes.extend(self._quotes())
        grounded.headline = headline_of(self.draft, self.article, self.findings, self._reject)
        return grounded

    def _reject(self, name: str, value: str, reason: str) -> None:
        self.grounded.rejected.append(Rejection(field=name, value=value, reason=reason))

    def _evidence(self, span: Span) -> Evidence:
        return self.article.evidence(span)

    def _statements(self, name: str, drafts: Sequence[DraftStatement]) -> Iterable[Statement]:
        for draft in drafts:
            missing = [number for number in draft.sentences if not 1 <= number <= len(self.findings.sentences)]
            if missing:
                self._reject(name, draft.text or f"sentence {missing[0]}", f"there is no sentence {missing[0]}")
                continue
            evidence = tuple(self._evidence(self.findings.sentences[number - 1].span) for number in draft.sentences)
            if draft.text is None:
                yield Statement(
                    text=" ".join(" ".join(part.text.split()) for part in evidence),
                    support="verbatim",
                    evidence=evidence,
                )
                continue
            support, reason = check(draft.text, [part.text for part in evidence])
            if support is None:
                self._reject(name, draft.text, reason)
            else:
                yield Statement(text=draft.text, support=support, evidence=evidence)

    def _who(self) -> Iterable[Who]:
        seen: set[int] = set()
        for draft in self.draft.who:
            number = draft.participant
            if number is None:
                yield from self._who_by_name(draft)
                continue
            if not 1 <= number <= len(self.findings.participants):
                self._reject("who", draft.name or f"participant {number}", f"there is no participant {number}")
                continue
            if number in seen:
                continue
            seen.add(number)
            participant = self.findings.participants[number - 1]
            role = self._role(draft.role, participant.role, participant.name)
            spans = [
                participant.name_span,
                *(
                    self.spans[mention]
                    for mention in participant.mentions
                    if self.spans[mention] != participant.name_span
                ),
            ]
            if participant.role_span is not None and role == participant.role:
                spans.append(participant.role_span)
            yield Who(
                name=participant.name,
                role=role,
                kind=participant.kind,
                mentions=len(participant.mentions),
                evidence=tuple(self._evidence(span) for span in spans[:_MOST_EVIDENCE]),
            )

    def _role(self, drafted: str | None, found: str | None, name: str) -> str | None:
        if drafted is None or drafted == found:
            return found
        if drafted.casefold() in " ".join(self.article.text.split()).casefold():
            return drafted
        self._reject("who.role", f"{name}: {drafted}", "the article does not call anyone so")
        return found

    def _who_by_name(self, draft: DraftParticipant) -> Iterable[Who]:
        """A participant whom the findings missed: the name must stand in the sentence that the draft gives."""
        name, number = draft.name or "", draft.sentence or 0
        if not name or not 1 <= number <= len(self.findings.sentences):
            self._reject("who", name or "a participant without name or number", "it names no sentence of the article")
            return
        sentence = self.findings.sentences[number - 1].span
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        found = whole.search(self.article.text, sentence.start, sentence.end)
        if found is None:
            self._reject("who", name, f"the name does not stand in sentence {number}")
            return
        kind = draft.kind
        yield Who(
            name=name,
            role=self._role(draft.role, None, name),
            kind="organisation" if kind == "organisation" else "group" if kind == "group" else "person",
            mentions=sum(1 for _ in whole.finditer(self.article.text)),
            evidence=(self._evidence(Span(start=found.start(), end=found.end())),),
        )

    def _when(self) -> Iterable[When]:
        """One item for each date; several ways to write one date are evidence of one item."""
        by_value: dict[tuple[str | None, str | None, str], list[TimeExpression]] = {}
        what: dict[tuple[str | None, str | None, str], str | None] = {}
        main: set[tuple[str | None, str | None, str]] = set()
        for draft in self.draft.when:
            if not 1 <= draft.time <= len(self.findings.times):
                self._reject("when", f"time {draft.time}", f"there is no time expression {draft.time}")
                continue
            time = self.findings.times[draft.time - 1]
            # An open date is nobody else's: two unresolved "Friday"s may be two Fridays.
            key = (time.start, time.end, time.precision if time.start else f"open {time.number}")
            by_value.setdefault(key, []).append(time)
            what.setdefault(key, self._sentence_text(draft.sentence))
            if draft.main:
                main.add(key)
        for key, times in by_value.items():
            yield When(
                text=" ".join(self.article.text[times[0].span.start : times[0].span.end].split()),
                start=times[0].start,
                end=times[0].end,
                precision=times[0].precision,
                main=key in main,
                what=what[key],
                evidence=tuple(self._evidence(time.span) for time in times[:_MOST_EVIDENCE]),
            )

    def _sentence_text(self, number: int | None) -> str | None:
        if number is None or not 1 <= number <= len(self.findings.sentences):
            return None
        # A sentence with a thousand dates is put in order once.
        if number not in self.texts:
            span = self.findings.sentences[number - 1].span
            if span.end - span.start > _LONGEST_SENTENCE:
                return None  # no sentence to read beside a date
            self.texts[number] = " ".join(self.article.text[span.start : span.end].split())
        return self.texts[number]

    def _where(self) -> Iterable[Where]:
        seen: set[int] = set()
        for draft in sorted(self.draft.where, key=lambda draft: not draft.main):
            if not 1 <= draft.place <= len(self.findings.places):
                self._reject("where", f"place {draft.place}", f"there is no place {draft.place}")
                continue
            if draft.place in seen:
                continue
            seen.add(draft.place)
            place = self.findings.places[draft.place - 1]
            spans = [
                place.name_span,
                *(self.spans[number] for number in place.mentions if self.spans[number] != place.name_span),
            ]
            yield Where(
                name=place.name,
                country=place.country,
                main=draft.main,
                evidence=tuple(self._evidence(span) for span in spans[:_MOST_EVIDENCE]),
            )

    def _quotes(self) -> Iterable[Quote]:
        seen: set[int] = set()
        for draft in self.draft.quotes:
            if not 1 <= draft.quotation <= len(self.findings.quotations):
                self._reject("quotes", f"quotation {draft.quotation}", f"there is no quotation {draft.quotation}")
                continue
            if draft.quotation in seen:
                continue
            seen.add(draft.quotation)
            yield self._quote(draft, self.findings.quotations[draft.quotation - 1])

    def _quote(self, draft: DraftQuote, quotation: Quotation) -> Quote:
        evidence = tuple(self._evidence(part) for part in quotation.parts)
        number, speaker = quotation.participant, quotation.speaker
        if draft.participant is not None:
            if 1 <= draft.participant <= len(self.findings.participants):
                number, speaker = draft.participant, self.findings.participants[draft.participant - 1].name
            else:
                self._reject(
                    "quotes.speaker", f"participant {draft.participant}", f"there is no participant {draft.participant}"
                )
        elif draft.speaker is not None:
            if draft.speaker.casefold() in self.article.text.casefold():
                number, speaker = None, draft.speaker
            else:
                self._reject("quotes.speaker", draft.speaker, "the name does not stand in the article")
        role = self.findings.participants[number - 1].role if number is not None else None
        return Quote(
            text=" ".join(part.text for part in evidence),
            speaker=speaker,
            speaker_role=role,
            cue=" ".join(quotation.cue.split()) if quotation.cue else None,
            evidence=evidence,
        )
