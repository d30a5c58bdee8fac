"""Cards measured against hand-labelled articles, field by field.

    python -m summarize.evaluation.labelled evals/gold [--rules] [--errors] [--replay DIR] [NAME…]

Each gold file labels one article: every attributed quotation (its parts, verbatim; speaker and aliases), words in marks that nobody says,
participants (essential or merely acceptable), the main place and date, every date outside quotations, key facts and background facts as
groups of alternative strings. Figures are means over articles:

* *quotations*: F1 by greedy matching; a pair matches if at least half of the words of the longer stand in both.
* *speaker*: share of matched quotations whose speaker is the gold one or an alias (a shared last word or one inside the other).
* *scare quotes*: words that nobody says but a card quotes, per article.
* *essential*: share of essential participants listed; *precision*: share of listed ones that are labelled at all; *role*: share of listed
  ones with a gold role of which half the words are given.
* *main place*, *main date*, *published*, *title*: right or not. *dates*: F1 over distinct (start, end) values.
* *what*: share of key facts in headline and what; *background*: share of background facts in the background.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

from summarize import reading
from summarize.card import Card, Quote
from summarize.evidence.syntax import load
from summarize.pipeline import Pipeline, engine_for
from summarize.settings import Settings

Gold = dict[str, Any]
_TITLE = re.compile(r"^(?:the|mr|mrs|ms|dr|sir|dame|prof)\s")


def _plain(text: str | None) -> str:
    collapsed = " ".join(re.sub(r"[‘’]", "'", (text or "").lower()).split())
    return collapsed.strip(" .,;:!?\"“”'")


def same_name(answer: str | None, accepted: list[str | None]) -> bool:
    """True if a name is one of the accepted ones, or one stands inside the other."""
    mine = _TITLE.sub("", _plain(answer))
    names = [_TITLE.sub("", _plain(name)) for name in accepted if name]
    return bool(mine) and any(name in mine or mine in name for name in names if name)


def _overlap(quote: Quote, parts: list[str]) -> float:
    mine = " ".join(_plain(part.text) for part in quote.evidence)
    gold = " ".join(_plain(part) for part in parts)
    shared = sum(len(_plain(part)) for part in parts if _plain(part) in mine) or (len(mine) if mine in gold else 0)
    return shared / max(1, len(mine), len(gold))


class Measures:
    """Collects one value per article and field, and what went wrong."""

    def __init__(self) -> None:
        self.values: defaultdict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []

    def add(self, field: str, value: float) -> None:
        """Add an article's value for a field."""
        self.values[field].append(value)

    def score(self, card: Card, gold: Gold) -> None:
        """Measure one card against its gold."""
        self._quotes(card, gold)
        self._who(card, gold)
        self._when_and_where(card, gold)
        self._facts(card, gold)

    def _quotes(self, card: Card, gold: Gold) -> None:
        left = list(card.quotes)
        matched = right = 0
        for label in gold["quotes"]:
            best = max(left, key=lambda quote: _overlap(quote, label["parts"]), default=None)
            if best is None or _overlap(best, label["parts"]) < 0.5:
                self.errors.append(f"quotation missing: {label['parts'][0]!r} ({label['speaker']})")
                continue
            left.remove(best)
            matched += 1
            is_right = (
                best.speaker is None
                if label["speaker"] is None
                else same_name(best.speaker, [label["speaker"], *label.get("aliases", [])])
            )
            right += is_right
            if not is_right:
                self.errors.append(f"speaker: {best.speaker!r} should be {label['speaker']!r} of {label['parts'][0]!r}")
        self.errors.extend(f"quotation nobody labelled: {quote.text!r} ({quote.speaker})" for quote in left)
        both = len(card.quotes) + len(gold["quotes"])
        self.add("quotations", 2 * matched / both if both else 1.0)
        if matched:
            self.add("speaker", right / matched)
        nobody = {_plain(words) for words in gold.get("not_quotes", [])}
        self.add("scare quotes", sum(_plain(part.text) in nobody for quote in card.quotes for part in quote.evidence))

    def _who(self, card: Card, gold: Gold) -> None:
        labels = [(label, [label["name"], *label.get("aliases", [])]) for label in gold["who"]]
        essential = [names for label, names in labels if label["essential"]]
        for names in essential:
            if not any(same_name(who.name, names) for who in card.who):
                self.errors.append(f"participant missing: {names[0]}")
        if essential:
            self.add("essential", fmean(any(same_name(who.name, names) for who in card.who) for names in essential))
        known = [any(same_name(who.name, names) for _, names in labels) for who in card.who]
        self.errors.extend(
            f"participant nobody labelled: {who.name}"
            for who, is_known in zip(card.who, known, strict=True)
            if not is_known
        )
        if known:
            self.add("precision", fmean(known))
        roles: list[bool] = []
        for label, names in labels:
            listed = next((who for who in card.who if same_name(who.name, names)), None)
            if label.get("role") and listed is not None:
                wanted = set(re.findall(r"\w{3,}", label["role"].lower())) - {"the", "and", "for"}
                given = set(re.findall(r"\w{3,}", (listed.role or "").lower()))
                roles.append(not wanted or 2 * len(wanted & given) >= len(wanted))
        if roles:
            self.add("role", fmean(roles))

    def _when_and_where(self, card: Card, gold: Gold) -> None:
        place = next((where.name for where in card.where if where.main), None)
        if gold["where"]["main"]:
            self._one(
                "main place", same_name(place, gold["where"]["main"]), f"{place!r} should be {gold['where']['main']}"
            )
        main = next(((when.start, when.end) for when in card.when if when.main), None)
        accepted = [(label["start"], label.get("end")) for label in gold["when"]["main"]]
        if accepted:
            self._one("main date", main in accepted, f"{main} should be {accepted}")
        labels = {(label["start"], label.get("end")) for label in gold["when"]["all"] if label["start"]}
        optional = {
            (label["start"], label.get("end")) for label in gold["when"].get("optional", []) if isinstance(label, dict)
        }
        mine = {(when.start, when.end) for when in card.when if when.start}
        self.errors.extend(f"date missing: {value}" for value in sorted(labels - mine, key=str))
        self.errors.extend(f"date nobody labelled: {value}" for value in sorted(mine - labels - optional, key=str))
        both = len(labels) + len(labels & mine) + len(mine - labels - optional)
        self.add("dates", 2 * len(labels & mine) / both if both else 1.0)
        published = (card.article.published or "")[:10]
        self._one(
            "published", published == (gold["published"] or "")[:10], f"{published!r} should be {gold['published']!r}"
        )
        if gold.get("title") or card.article.title:
            self._one(
                "title",
                _plain(card.article.title) == _plain(gold.get("title")),
                f"{card.article.title!r} should be {gold.get('title')!r}",
            )

    def _one(self, field: str, is_right: bool, error: str) -> None:
        self.add(field, is_right)
        if not is_right:
            self.errors.append(f"{field}: {error}")

    def _facts(self, card: Card, gold: Gold) -> None:
        for field, text in (
            ("what", " ".join((card.headline, *(statement.text for statement in card.what)))),
            ("background", " ".join(statement.text for statement in card.background)),
        ):
            held = [
                any(_plain(alternative) in _plain(text) for alternative in alternatives) for alternatives in gold[field]
            ]
            self.errors.extend(
                f"{field} lacks {alternatives}"
                for alternatives, is_held in zip(gold[field], held, strict=True)
                if not is_held
            )
            if held:
                self.add(field, fmean(held))


def main() -> None:
    """Print the measures over a folder of gold files, with the NLP model unless `--rules`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("names", nargs="*", help="only gold files whose name begins so")
    parser.add_argument("--rules", action="store_true", help="without the NLP model")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in each article")
    parser.add_argument("--replay", type=Path, help="cards by a language model, from the recordings in this folder")
    options = parser.parse_args()
    engine = engine_for(Settings(replay=options.replay))
    pipeline = Pipeline(engine, None if options.rules else load())
    measures = Measures()
    count = 0
    for path in sorted(options.gold.glob("*.json")):
        if options.names and not path.name.startswith(tuple(options.names)):
            continue
        gold: Gold = json.loads(path.read_text(encoding="utf-8"))
        measures.errors.clear()
        measures.score(pipeline.card(reading.read(str(path.parent / gold["article"])).article), gold)
        count += 1
        if options.errors:
            print(path.name, *measures.errors, sep="\n  ")
    print(f"{count} articles")
    for field, values in measures.values.items():
        print(f"{field:14} {fmean(values):.3f}  ({len(values)})")


if __name__ == "__main__":
    main()
