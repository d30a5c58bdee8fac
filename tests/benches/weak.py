"""Models that are weak or hostile in one way each, and what becomes of the built-in engine's card beside their answers.

`python -m tests.benches.weak evals/gold evals/more` counts, over all gold articles of the folders, the measures of `evals` that fall below the
built-in engine's, and of every date and place that a model could call the main one, how many are taken that are wrong and refused that are right.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean

from summarize.article import Article
from summarize.card import Card
from summarize.draft import Draft, DraftParticipant, DraftPlace, DraftQuote, DraftStatement, DraftTime
from summarize.engines.base import Claim, Drafted, Judged, Ruling
from summarize.engines.extractive import ExtractiveEngine
from summarize.evaluation.gold.files import GoldFile, read_gold
from summarize.evaluation.gold.labels import Gold
from summarize.evaluation.scoring.score import score
from summarize.evidence.syntax import load
from summarize.findings import Findings
from summarize.pipeline import Pipeline, card_of

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
Kind = Callable[[Article, Findings, Draft], Draft]


def _told(article: Article, findings: Findings, one: DraftStatement, change: Callable[[str], str]) -> DraftStatement:
    span = findings.sentences[one.sentences[0] - 1].span
    return DraftStatement(sentences=one.sentences, text=change(" ".join(article.text[span.start : span.end].split())))


def _all_told(change: Callable[[str], str]) -> Kind:
    def draft(article: Article, findings: Findings, built_in: Draft) -> Draft:
        news = tuple(_told(article, findings, one, change) for one in built_in.what)
        past = tuple(_told(article, findings, one, change) for one in built_in.background)
        return Draft(headline=news[0], what=news, background=past)

    return draft


def _from_the_end(article: Article, findings: Findings, built_in: Draft) -> Draft:
    last = tuple(DraftStatement(sentences=(one.number,)) for one in findings.sentences[-3:])
    headline = _told(article, findings, last[-1], str)
    first = tuple(DraftStatement(sentences=one.sentences) for one in built_in.what)
    return Draft(headline=headline, what=last, background=first)


def _everything(_: Article, findings: Findings, __: Draft) -> Draft:
    return Draft(
        what=tuple(DraftStatement(sentences=(one.number,)) for one in reversed(findings.sentences)),
        who=tuple(DraftParticipant(participant=one.number) for one in reversed(findings.participants)),
        when=tuple(DraftTime(time=one.number, main=True) for one in reversed(findings.times)),
        where=tuple(DraftPlace(place=one.number, main=True) for one in reversed(findings.places)),
    )


def _exchanged_voices(_: Article, findings: Findings, __: Draft) -> Draft:
    count = len(findings.participants)
    return Draft(
        quotes=tuple(
            DraftQuote(quotation=one.number, participant=(one.participant or 0) % count + 1)
            for one in findings.quotations
        )
    )


def _others_roles(_: Article, findings: Findings, __: Draft) -> Draft:
    people = findings.participants
    return Draft(
        who=tuple(
            DraftParticipant(participant=one.number, role=other.role or other.name)
            for one, other in zip(people, people[1:] + people[:1], strict=True)
        )
    )


def _others_named(_: Article, findings: Findings, __: Draft) -> Draft:
    names = [one.name for one in findings.participants] or ["nobody"]
    return Draft(
        quotes=tuple(
            DraftQuote(quotation=one.number, speaker=names[(one.participant or 0) % len(names)])
            for one in findings.quotations
        ),
        claims=tuple(one.number for one in reversed(findings.attributions)),
    )


def _from_elsewhere(article: Article, findings: Findings, built_in: Draft) -> Draft:
    """The built-in engine's lines, each said to rest on the sentence behind it."""

    def moved(one: DraftStatement) -> DraftStatement:
        told = _told(article, findings, one, str)
        return DraftStatement(sentences=(min(one.sentences[0] + 1, len(findings.sentences)),), text=told.text)

    news, past = tuple(map(moved, built_in.what)), tuple(map(moved, built_in.background))
    return Draft(headline=news[0] if news else None, what=news, background=past)


def _other_years(article: Article, findings: Findings, _: Draft) -> Draft:
    """Every date by its words, and every number of the article that looks like a year, as the main one."""
    numbers = [
        (one, match)
        for one in findings.sentences
        for match in _YEAR.finditer(article.text, one.span.start, one.span.end)
    ]
    return Draft(
        when=(
            *(DraftTime(words=match.group(), sentence=one.number, main=True) for one, match in numbers),
            *(DraftTime(time=one.number, main=True, sentence=1) for one in reversed(findings.times)),
        )
    )


def _news(choose: Callable[[list[int], int], Sequence[int]]) -> Kind:
    """A draft that tells sentences by their numbers, chosen from all numbers and the lead's."""

    def draft(_: Article, findings: Findings, built_in: Draft) -> Draft:
        lead = built_in.what[0].sentences[0] if built_in.what else 1
        numbers = choose([one.number for one in findings.sentences], lead)
        return Draft(what=tuple(DraftStatement(sentences=(number,)) for number in numbers))

    return draft


def _by_lot(numbers: list[int], _: int) -> list[int]:
    return random.Random(len(numbers)).sample(numbers, min(3, len(numbers)))


KINDS: dict[str, Kind] = {
    "says nothing": lambda *_: Draft(),
    "tells the end": _from_the_end,
    "takes everything": _everything,
    "tells what is behind the lead": _news(lambda numbers, lead: [n for n in numbers if n > lead][:3]),
    "tells the lead and the end": _news(lambda numbers, lead: [lead, *numbers[-2:]]),
    "tells the lead last": _news(lambda numbers, lead: [*numbers[-2:], lead]),
    "tells by lot": _news(_by_lot),
    "exchanges voices": _exchanged_voices,
    "gives speakers other names": _others_named,
    "gives others' roles": _others_roles,
    "tells it from elsewhere": _from_elsewhere,
    "names other years": _other_years,
    "unsays all": lambda _, findings, __: Draft(unsaid=tuple(one.number for one in findings.quotations)),
    "raises every figure": _all_told(lambda text: re.sub(r"\d+", lambda found: str(int(found.group()) + 7), text)),
    "drops denials and doubts": _all_told(lambda text: re.sub(r"\b(?:not|no|may|could) ", "", text)),
    "tells half a sentence": _all_told(lambda text: " ".join(text.split()[: len(text.split()) // 2])),
    "points nowhere": lambda *_: Draft(
        headline=DraftStatement(sentences=(9_999,), text="All is lost"),
        what=(DraftStatement(sentences=(9_999,)),),
        who=(DraftParticipant(name="Marcel Dubois", sentence=1),),
        when=(DraftTime(time=9_999, main=True),),
        where=(DraftPlace(name="Toulon", sentence=1, main=True),),
    ),
}


class SaysYes:
    """A judge that lets everything stand, so that only the rules and grounding are left."""

    async def judge(self, article: Article, findings: Findings, claims: Sequence[Claim]) -> Judged:
        """Every claim stands."""
        del article, findings
        return Judged(rulings={one.number: Ruling("stands") for one in claims}, judge="yes")


class Weak:
    """A model that answers in one way, whatever the article."""

    name = "weak"
    waits = False

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.judge = SaysYes()

    async def draft(self, article: Article, findings: Findings) -> Drafted:
        """Its draft, beside the built-in engine's."""
        built_in = ExtractiveEngine().choose(article, findings)
        return Drafted(self.kind(article, findings, built_in), otherwise=built_in, model="weak")

    async def aclose(self) -> None:
        """Nothing is open."""


def _measured(card: Card, gold: Gold) -> dict[str, float]:
    return {name: one.value for name, one in score(card, gold).scores.items()}


def _files(folders: Sequence[str]) -> Iterator[GoldFile]:
    for folder in folders:
        yield from (read_gold(path) for path in sorted(Path(folder).glob("*.yaml")))


def _main_items(article: Article, gold: Gold, findings: Findings, built_in: Draft) -> Iterator[tuple[str, str]]:
    """For each date and place that a model could call the main one: the measure, and whether it is taken or refused, rightly or not."""
    drafts = [Draft(when=(DraftTime(time=one.number, main=True),)) for one in findings.times]
    drafts += [Draft(where=(DraftPlace(place=one.number, main=True),)) for one in findings.places]
    for draft in drafts:
        measure = "when.main" if draft.when else "where.main"
        alone, beside = (
            card_of(article, findings, Drafted(draft, otherwise=otherwise), engine="weak", started=0.0)
            for otherwise in (None, built_in)
        )
        right, result = _measured(alone, gold).get(measure), _measured(beside, gold).get(measure)
        if right is not None and result is not None:
            refused = any(one.field == measure for one in beside.rejected)
            yield measure, f"{'refused' if refused else 'taken'}, {'right' if right else 'wrong'}"


def main(folders: Sequence[str]) -> None:
    """Print both tables."""
    syntax = load()
    falls: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    facts: dict[str, list[float]] = {kind: [] for kind in ("the built-in engine", *KINDS)}
    mains: Counter[tuple[str, str]] = Counter()
    for file in _files(folders):
        article = file.article()
        pipeline = Pipeline(ExtractiveEngine(), syntax)
        theirs = _measured(pipeline.card(article), file.gold)
        facts["the built-in engine"].append(theirs.get("what.facts", 1.0))
        for kind, draft in KINDS.items():
            mine = _measured(Pipeline(Weak(draft), syntax).card(article), file.gold)
            facts[kind].append(mine.get("what.facts", 1.0))
            falls[kind].update(name for name, value in theirs.items() if mine.get(name, value) < value)
        findings = pipeline.findings(article)
        mains.update(_main_items(article, file.gold, findings, ExtractiveEngine().choose(article, findings)))
    for kind, values in facts.items():
        told = ", ".join(f"{name} {count}" for name, count in sorted(falls.get(kind, Counter()).items()))
        print(f"{kind:32} what.facts {fmean(values):.3f}  articles in which a measure falls: {told or 'none'}")
    for (measure, what), count in sorted(mains.items()):
        print(f"{measure:10} {what:16} {count}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["evals/gold"])
