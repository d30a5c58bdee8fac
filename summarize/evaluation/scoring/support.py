"""Whether what a card says is borne out, decided without the checks that made the card.

A sentence counts as supported if it is

* the article's title, or one or more whole sentences of the article that its evidence covers, word for word and outside of quotation marks.
  Where a sentence begins and ends is seen by its marks and lines alone; one that begins after a colon has lost who says it, and is none;
* or called so in the gold: by whoever labelled it, or by a model that had no part in the card.

It counts as unsupported if the gold calls it so, or if it has a figure or a name that the article has nowhere. Anything else is *not
measured*: a part of a sentence (a cut, whose words all stand there in order, may still have lost what matters), and other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summarize.card import Card
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.runs.run import Judgement
from summarize.evaluation.scoring.placed import CardStatement, card_statements, makers, spans_of
from summarize.evaluation.scoring.shares import Scored, share
from summarize.evaluation.scoring.words import holds, plain

_BEFORE: Final = re.compile(
    r"^[ \t]*$|[.!?…][\"'”’»)\]]*[ \t]+$|[。！？][”’」』]*$|^[^\W\d_a-z]{3}.{0,80} [-–—] $|^.{0,80}\([A-Z]+\): $"
)
"""What stands before a sentence in its line: nothing, a full stop, or a dateline."""
_AFTER: Final = re.compile(r"\s|$")
_STOP: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_OPENING: Final = re.compile(r"[“„«‘]")
_CLOSING: Final = re.compile(r"[”»]|’(?!\w)")
_WORD: Final = re.compile(r"[^\W_]+(?:['.,&-][^\W_]+)*")


class Support(NamedTuple):
    """Whether a sentence is supported, and why that is thought."""

    holds: bool | None
    """None: not measured."""
    reason: str


def support(card: Card, one: CardStatement, gold: Gold, invented: frozenset[str]) -> Support:
    """What is known of a sentence's support."""
    for verdict in gold.verdicts or ():
        if plain(verdict.text) == plain(one.text) and verdict.by not in makers(card):
            return Support(verdict.supported, f"judged by {verdict.by}" if verdict.by else "labelled by hand")
    if one.item in invented:
        return Support(False, "it has a figure or a name that the article does not")
    if is_verbatim(card, one):
        return Support(True, "verbatim")
    return Support(None, "a cut, unproved" if _is_cut(one) else "in other words")


def is_verbatim(card: Card, one: CardStatement) -> bool:
    """True for the article's title as a headline, and for whole sentences of the article that the evidence covers."""
    if one.field == "headline" and plain(one.text) == plain(card.article.title or ""):
        return True
    words = [re.escape(word) for word in one.text.split()]
    if not words:
        return False
    text = card.article.text
    for match in re.finditer(r"\s+".join(words), text):
        is_cited = all(
            any(part.start <= at < part.end for part in one.evidence) for at in (match.start(), match.end() - 1)
        )
        if is_cited and _is_whole(text, match.start(), match.end()):
            return True
    return False


def _is_whole(text: str, start: int, end: int) -> bool:
    """True if a range begins and ends with a sentence, and not within quotation marks."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    is_quoted = len(_OPENING.findall(line)) > len(_CLOSING.findall(line)) or line.count('"') % 2 == 1
    is_ended = bool(_STOP.search(text, start, end)) or text[end : end + 1] in {"", "\n"}
    return not is_quoted and bool(_BEFORE.search(line)) and is_ended and bool(_AFTER.match(text, end))


def _is_cut(one: CardStatement) -> bool:
    """True if all words stand in one piece of evidence, in their order."""
    wanted = _WORD.findall(plain(one.text))
    for part in one.evidence:
        there = iter(_WORD.findall(plain(part.text)))
        if all(word in there for word in wanted):
            return True
    return False


def score_support(card: Card, gold: Gold, invented: frozenset[str]) -> Scored:
    """By field the share that is supported, of what is measured, and the share that is measured."""
    found = [(one, support(card, one, gold, invented)) for one in card_statements(card)]
    scores = {}
    for field in ("headline", "what", "background"):
        known = [verdict.holds for one, verdict in found if one.field == field and verdict.holds is not None]
        there = sum(one.field == field for one, _ in found)
        for name, made in (("supported", share(sum(known), len(known))), ("measured", share(len(known), there))):
            if made is not None:
                scores[f"{field}.{name}"] = made
    return Scored(scores, tuple(_judgements(found)))


def _judgements(found: list[tuple[CardStatement, Support]]) -> Iterator[Judgement]:
    for one, verdict in found:
        yield Judgement(
            measure=f"{one.field}.supported",
            verdict="ignored" if verdict.holds is None else "right" if verdict.holds else "wrong",
            item=one.item,
            expected=verdict.reason,
            got=one.text,
            spans=spans_of(one.evidence),
        )


def score_own(card: Card) -> Scored:
    """Of the headline and news that a language model wrote in words of its own, the share that stayed on the card."""
    if card.provenance.engine != "model":
        return Scored({})
    stayed = sum(one.field != "background" and not is_verbatim(card, one) for one in card_statements(card))
    refused = [one for one in card.rejected if one.field.partition("[")[0] in {"headline", "what"}]
    made = share(stayed, stayed + len(refused))
    return Scored({} if made is None else {"what.own": made})


def score_attributed(card: Card, gold: Gold) -> Scored:
    """By field, of what is somebody's word, the share that names whose: in the sentence, or in the card's own attribution of it.

    A sentence tells a fact if it holds one of the fact's alternatives. That the source is named where it should be is all that is seen
    here: not that the sentence gives the fact as its word.
    """
    judgements = [
        Judgement(
            measure=f"{one.field}.attributed",
            verdict="right" if _names(one, sources) else "wrong",
            label=label,
            item=one.item,
            expected=" / ".join(sources),
            got=one.text,
            spans=spans_of(one.evidence),
        )
        for one in card_statements(card)
        for label, sources in _sources_owed(one, gold)
    ]
    scores = {}
    for measure in dict.fromkeys(one.measure for one in judgements):
        here = [one.verdict == "right" for one in judgements if one.measure == measure]
        if (made := share(sum(here), len(here))) is not None:
            scores[measure] = made
    return Scored(scores, tuple(judgements))


def _sources_owed(one: CardStatement, gold: Gold) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sources that a sentence has to name: the label that says so, and any names that will do."""
    if one.field == "headline" and gold.headline is not None and gold.headline.according_to:
        yield "headline", gold.headline.according_to
    for field, facts in (("what", gold.what), ("background", gold.background)):
        if one.field == field or (one.field == "headline" and field == "what"):
            for number, fact in enumerate(facts or ()):
                if fact.according_to and any(holds(one.text, alternative) for alternative in fact.any):
                    yield f"{field}[{number}]", fact.according_to


def _names(one: CardStatement, sources: Sequence[str]) -> bool:
    places = [one.text, *([one.source] if one.source else [])]
    return any(holds(place, source) for place in places for source in sources)
