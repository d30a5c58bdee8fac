"""Quotations: their words by offset alone, their speakers as the article gives them or as a draft corrects them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from summarize.article import Span
from summarize.card import Quote
from summarize.draft import Draft, DraftQuote
from summarize.findings import Quotation
from summarize.grounding.index import Index
from summarize.grounding.missed import MAX_SEARCHED
from summarize.grounding.rejections import Rejections
from summarize.grounding.roles import role_found
from summarize.grounding.speakers import Speaker, correct_speaker
from summarize.grounding.speech import find_spoken_words, is_marked

_MAX_UNSAID_WORDS = 6


class CardQuote(Struct, frozen=True):
    """A quotation on the card, with the number of the participant who speaks; None if it is none."""

    quote: Quote
    number: int | None


class Quotations:
    """The quotations of one card in the making."""

    def __init__(self, draft: Draft, index: Index, roles: Mapping[int, str | None], rejections: Rejections) -> None:
        self.draft, self.index, self.roles, self.rejections = draft, index, roles, rejections
        self.found = index.findings.quotations
        self.searched = 0

    def quoted(self, otherwise: Draft | None) -> list[CardQuote]:
        """The card's quotations.

        The draft's, in its order; with an `otherwise`, all of that one's and the draft's further ones, in the article's order.
        """
        drafts: dict[int, DraftQuote] = {}
        missed: list[tuple[Span, CardQuote]] = []
        for one in self.draft.quotes:
            number = one.quotation
            if number is None:
                spoken_here = self._find_missed_quotation(one)
                if isinstance(spoken_here, tuple):
                    if not any(span.overlaps(spoken_here[0]) for span, _ in missed):
                        missed.append(spoken_here)
                    continue
                if spoken_here is None:
                    continue
                number = spoken_here
            if not 1 <= number <= len(self.found):
                self.rejections.add("quotes", f"quotation {number}", f"there is no quotation {number}")
            elif number not in drafts or _says_more(one, drafts[number]):
                drafts[number] = one
        carried = [] if otherwise is None else [one.quotation for one in otherwise.quotes if one.quotation is not None]
        unsaid = self._unsaid(drafts)
        known = set(carried)
        numbers = [
            number
            for number in dict.fromkeys((*carried, *drafts))
            if number not in unsaid and 1 <= number <= len(self.found)
        ]
        quoted = [
            (
                self.found[number - 1].parts[0],
                self._known_quotation(
                    number, drafts.get(number), is_carried=number in known, is_alone=otherwise is None
                ),
            )
            for number in numbers
        ]
        held = [(span, one) for span, one in (*quoted, *missed) if one is not None]
        if otherwise is not None:
            held.sort(key=lambda pair: pair[0].start)
        return [one for _, one in held]

    def _unsaid(self, drafts: Mapping[int, DraftQuote]) -> set[int]:
        """Numbers of the quotations that leave the card because nobody says them."""
        unsaid: set[int] = set()
        for number in dict.fromkeys(self.draft.unsaid):
            if not 1 <= number <= len(self.found):
                self.rejections.add("quotes", f"quotation {number}", f"there is no quotation {number}")
                continue
            quotation = self.found[number - 1]
            shown = self.index.slice(quotation.parts[0])
            if quotation.cue:
                cue = " ".join(quotation.cue.split())
                self.rejections.add("quotes", shown, f"it is said: its words are introduced by “{cue}”")
            elif number in drafts and _says_more(drafts[number], None):
                self.rejections.add("quotes", shown, "the draft gives it a speaker and says that nobody says it")
            elif sum(len(self.index.slice(part).split()) for part in quotation.parts[:50]) > _MAX_UNSAID_WORDS:
                self.rejections.add("quotes", shown, "it is too long to be a title or a name")
            else:
                unsaid.add(number)
        return unsaid

    def _known_quotation(
        self, number: int, draft: DraftQuote | None, *, is_carried: bool, is_alone: bool
    ) -> CardQuote | None:
        quotation = self.found[number - 1]
        found = Speaker(quotation.speaker, quotation.participant)
        speaker = found
        if draft is not None:
            claim = correct_speaker(self.index, quotation, found, draft.participant, draft.speaker)
            if isinstance(claim, Speaker):
                speaker = claim
            elif claim is not None:
                self.rejections.add("quotes.speaker", self._claimed_speaker(draft), claim)
            # Words that the findings take for a title or a term need somebody who says them.
            if (
                quotation.kind == "words"
                and not is_carried
                and not is_alone
                and (isinstance(claim, str) or speaker.number is None or not self._is_said(quotation, speaker.number))
            ):
                self.rejections.add("quotes", self.index.slice(quotation.parts[0]), "nobody is known to say it")
                return None
        return self._make_quote(quotation.parts, speaker, quotation)

    def _is_said(self, quotation: Quotation, number: int) -> bool:
        """True if the article says in the sentences of a quotation that a participant says something, whatever it is."""
        first = self.index.sentence_at(quotation.parts[0].start)
        last = self.index.sentence_at(quotation.parts[-1].end - 1)
        return any(
            one.participant == number and first <= self.index.sentence_at(one.cue_span.start) <= last
            for one in self.index.findings.attributions
        )

    def _claimed_speaker(self, draft: DraftQuote) -> str:
        number = draft.participant
        if number is None:
            return draft.speaker or ""
        return (
            self.index.findings.participants[number - 1].name
            if 1 <= number <= len(self.index.findings.participants)
            else f"participant {number}"
        )

    def _make_quote(self, parts: Sequence[Span], speaker: Speaker, quotation: Quotation | None) -> CardQuote:
        evidence = tuple(self.index.evidence(part) for part in parts)
        number = speaker.number
        role = None
        if number is not None:
            role = self.roles[number] if number in self.roles else role_found(self.index, number)
        cue = quotation.cue if quotation is not None else None
        others = quotation.also if quotation is not None and number == quotation.participant else ()
        return CardQuote(
            Quote(
                text=" ".join(part.text for part in evidence),
                speakers=self._speakers(speaker, others),
                speaker_role=role,
                cue=" ".join(cue.split()) if cue else None,
                evidence=evidence,
            ),
            number,
        )

    def _speakers(self, speaker: Speaker, others: Sequence[int]) -> tuple[str, ...]:
        """Names of all who say it, in the order in which the article names them."""
        if speaker.name is None:
            return ()
        participants = self.index.findings.participants
        named = sorted({*others, *(() if speaker.number is None else (speaker.number,))})
        return tuple(participants[number - 1].name for number in named) if others else (speaker.name,)

    def _find_missed_quotation(self, draft: DraftQuote) -> tuple[Span, CardQuote] | int | None:
        """A quotation that the findings missed, or the number of the known one that the words belong to; None if refused."""
        words = draft.words or ""
        sentence = self.index.sentence(draft.sentence)
        self.searched += 1
        if not words.strip() or sentence is None or self.searched > MAX_SEARCHED:
            self.rejections.add(
                "quotes", words or "a quotation without words or number", "it names no sentence of the article"
            )
            return None
        span = find_spoken_words(self.index, words, sentence)
        if isinstance(span, str):
            self.rejections.add("quotes", words, span)
            return None
        for _, quotation in self.index.quotations_over(span.start, span.end):
            return quotation.number
        if not is_marked(self.index, span, sentence):
            self.rejections.add("quotes", words, "the article does not mark these words as anybody's")
            return None
        nobody = Speaker(None, None)
        claim = correct_speaker(self.index, span, nobody, draft.participant, draft.speaker)
        if isinstance(claim, str):
            self.rejections.add("quotes.speaker", self._claimed_speaker(draft), claim)
        return span, self._make_quote((span,), claim if isinstance(claim, Speaker) else nobody, None)


def _says_more(draft: DraftQuote, other: DraftQuote | None) -> bool:
    """True if a draft gives a speaker where another one of the same quotation does not."""
    gives = draft.participant is not None or bool((draft.speaker or "").strip())
    return gives and (other is None or (other.participant is None and not (other.speaker or "").strip()))
