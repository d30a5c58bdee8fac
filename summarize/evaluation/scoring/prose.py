"""The card's own words: what they say of the labelled facts, and what the article does not have at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.card import Card
from summarize.evaluation.gold.labels import Fact, Gold
from summarize.evaluation.runs.run import Judgement, Score
from summarize.evaluation.scoring.placed import card_statements, place
from summarize.evaluation.scoring.shares import Scored, scores_by_measure, share
from summarize.evaluation.scoring.words import bare, holds

MAX_WORDS: Final = {"what": 150, "background": 200}
"""Words of headline and what, and of the background, that are looked through: saying everything is not briefing."""
_WORD: Final = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_FIGURE: Final = re.compile(r"\d+(?:[.,\u00a0\u202f’']\d+)*")
_SENTENCE: Final = re.compile(r"(?:[.!?:]|^)[\s“\"‘'(]*$")
_SMALL_NUMBERS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_NAMED: Final = re.compile(r"wh(?:o|ere)\[\d+\]|quotes\[\d+\]\.speaker")
_TITLE_CASE: Final = 0.6
"""Share of words with a capital from which on a line is in title case, where a capital tells no name."""


def score_facts(card: Card, gold: Gold, false: frozenset[str]) -> Scored:
    """Key facts in headline and what, background facts in the background, within the length limit.

    Args:
        card: the card.
        gold: the labels of its article.
        false: items of the card that are known to be unsupported: they give no fact, for they may deny it.
    """
    scores: dict[str, Score] = {}
    judgements: list[Judgement] = []
    texts: dict[str, list[str]] = {"what": [], "background": []}
    for one in card_statements(card):
        if one.item not in false:
            texts["background" if one.field == "background" else "what"].append(one.text)
    for field, facts in (("what", gold.what), ("background", gold.background)):
        if facts is None:
            continue
        text = " ".join(" ".join(texts[field]).split()[: MAX_WORDS[field]])
        held = [any(holds(text, alternative) for alternative in fact.any) for fact in facts]
        scores |= {f"{field}.facts": one for one in [share(sum(held), len(held))] if one is not None}
        judgements += [
            Judgement(
                measure=f"{field}.facts",
                verdict="right" if is_held else "missing",
                label=f"{field}[{number}]",
                expected=" / ".join(fact.any),
                spans=tuple(place(words, card.article.text) for words in fact.evidence),
            )
            for number, (fact, is_held) in enumerate(zip(facts, held, strict=True))
        ]
    return Scored(scores, tuple(judgements))


def score_held(card: Card) -> Scored:
    """Figures and names in the card's own words that the article has: what is left to 1 is the rate of invention.

    A figure is a run of digits, compared without separators; one up to twenty may be spelt out in the article. A name is a word with a
    capital that opens no sentence; an acronym may be the initials of names in a row. A headline in title case is looked through for
    figures alone.
    """
    article = card.article.text
    figures = {_digits(match[0]) for match in _FIGURE.finditer(article)}
    words = {
        word
        for match in _WORD.finditer(bare(article))
        for word in (match[0], match[0].removesuffix("'s"), *re.split(r"[-'.]", match[0]))
    }
    initials = _initials(article)
    judgements: list[Judgement] = []
    total = 0
    for item, text in own_words(card):
        for figure in _FIGURE.findall(text):
            total += 1
            digits = _digits(figure)
            spelt = digits.isdigit() and int(digits) < len(_SMALL_NUMBERS) and _SMALL_NUMBERS[int(digits)] in words
            if digits not in figures and not spelt:
                judgements.append(Judgement(measure="prose.held", verdict="spurious", item=item, got=figure))
        for name in _names(item, text):
            total += 1
            mine = bare(name).removesuffix("'s")
            parts = [part for part in re.split(r"[-'.]", mine) if part]
            is_initials = name.isupper() and mine.replace(".", "") in initials
            if mine not in words and not is_initials and not all(part in words for part in parts):
                judgements.append(Judgement(measure="prose.held", verdict="spurious", item=item, got=name))
    return Scored(scores_by_measure(prose__held=share(total - len(judgements), total)), tuple(judgements))


def _initials(article: str) -> frozenset[str]:
    """The initials of every two to six names in a row, small words between them left out."""
    runs: list[str] = [""]
    for match in _WORD.finditer(article):
        if match[0][0].isupper():
            runs[-1] += match[0][0].lower()
        elif len(match[0]) > 3:
            runs.append("")
    return frozenset(run[at : at + size] for run in runs for size in range(2, 7) for at in range(len(run) - size + 1))


def own_words(card: Card) -> Iterator[tuple[str, str]]:
    """Every text of the card that is neither quoted nor a date: where it stands and what it says."""
    yield from ((one.item, one.text) for one in card_statements(card))
    for number, who in enumerate(card.who):
        yield f"who[{number}]", who.name
        if who.role:
            yield f"who[{number}].role", who.role
    for number, where in enumerate(card.where):
        yield f"where[{number}]", where.name
    for number, when in enumerate(card.when):
        if when.what:
            yield f"when[{number}].what", when.what
    for number, quote in enumerate(card.quotes):
        for name, text in (("speaker", quote.speaker), ("speaker_role", quote.speaker_role), ("cue", quote.cue)):
            if text:
                yield f"quotes[{number}].{name}", text


def _digits(figure: str) -> str:
    """A figure without separators of thousands; a decimal part stays apart."""
    joined = re.sub(r"(?<=\d)[,.\u00a0\u202f’'](?=\d{3}(?!\d))", "", figure)
    return joined.replace(",", ".")


def _names(item: str, text: str) -> Iterator[str]:
    """Words with a capital that a name gives them; all of them, if the text is itself a name."""
    matches = list(_WORD.finditer(text))
    letters = [match for match in matches if match[0][0].isalpha()]
    if _NAMED.fullmatch(item):
        yield from (match[0] for match in letters if match[0][0].isupper())
        return
    if item == "headline" and sum(match[0][0].isupper() for match in letters) > _TITLE_CASE * len(letters):
        return
    for match in letters:
        if match[0][0].isupper() and not _SENTENCE.search(text[: match.start()]):
            yield match[0]


def score_absent(card: Card, gold: Gold) -> Scored:
    """Strings that must stand nowhere in the card's own words."""
    if gold.absent is None:
        return Scored({})
    judgements = []
    texts = list(own_words(card))
    for number, wanted in enumerate(gold.absent):
        item = next((item for item, text in texts if holds(text, wanted)), None)
        judgements.append(
            Judgement(
                measure="prose.absent",
                verdict="right" if item is None else "wrong",
                label=f"absent[{number}]",
                item=item,
                got=None if item is None else wanted,
            )
        )
    right = sum(one.verdict == "right" for one in judgements)
    return Scored(scores_by_measure(prose__absent=share(right, len(judgements))), tuple(judgements))


def score_evidence(card: Card, gold: Gold) -> Scored:
    """Spans that hold; and where facts are labelled with places, whether the card's evidence touches them."""
    text = card.article.text
    parts = [part for item in card.items() for part in item.evidence]
    holding = [part for part in parts if text[part.start : part.end] == part.text]
    scores = scores_by_measure(evidence__holds=share(len(holding), len(parts)))
    facts: Sequence[Fact] = (*(gold.what or ()), *(gold.background or ()))
    places = [place(words, text) for fact in facts for words in fact.evidence]
    if places:
        mine = [part for one in card_statements(card) if one.field != "headline" for part in one.evidence]
        touching = [part for part in mine if any(part.start < span.end and span.start < part.end for span in places)]
        touched = [span for span in places if any(part.start < span.end and span.start < part.end for part in mine)]
        scores |= scores_by_measure(
            evidence__precision=share(len(touching), len(mine)), evidence__recall=share(len(touched), len(places))
        )
    return Scored(scores)
