"""The check of claims, measured on a corpus with human labels.

    python -m summarize.evaluation.corpora.claims claims_dev.jsonl [--errors]
    python -m summarize.evaluation.corpora.claims wrongcite_dev.jsonl
    python -m summarize.evaluation.corpora.claims faithfulness_dev.jsonl

A line is one of three:

- a passage: `published`, `sentences`, `claims[{text, cites, label, kind}]`, `cites` counted from 1, `label` honest or false. Each claim is held
  against the whole passage, the evidence restricted to what it cites; a false claim is counted by its kind as well.
- a wrong citation: `evidence` (sentences) and `text`, an honest claim that they do not show.
- an article: `article`, `statements[{text, faithful}]`; choosing the evidence is part of the task.

A claim is *accepted* if it stands, *refused* if it stands in part, is not shown or is contradicted, and *open* if it cannot be told. Balanced
accuracy counts the open ones as accepted: it is what somebody gets who publishes all that is not refused.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summarize.article import Article, Span, article_id
from summarize.checking.check import Checked, check
from summarize.evidence.syntax import Syntax, load


class Outcome(NamedTuple):
    """A labelled claim and what the check says of it."""

    group: str
    kind: str
    is_honest: bool
    checked: Checked


def outcomes(line: dict[str, Any], syntax: Syntax) -> Iterator[Outcome]:
    """Each labelled claim of a line with its outcome."""
    if "article" in line:
        article = _article(line["article"], None)
        for one in line["statements"]:
            yield Outcome(line.get("set", ""), "", one["faithful"], _first(one["text"], article, None, syntax))
    elif "claims" in line:
        article = _article(" ".join(line["sentences"]), line.get("published"))
        places = _places(article.text, line["sentences"])
        for one in line["claims"]:
            within = [places[number - 1] for number in one["cites"]]
            checked = _first(one["text"], article, within, syntax)
            yield Outcome("claims", one["kind"], one["label"] == "honest", checked)
    else:
        article = _article(" ".join(line["evidence"]), None)
        yield Outcome("wrong citations", "", False, _first(line["text"], article, None, syntax))


def _article(text: str, published: str | None) -> Article:
    return Article(id=article_id(text), source="corpus", language="en", published=published, text=text)


def _places(text: str, sentences: list[str]) -> list[Span]:
    found: list[Span] = []
    for sentence in sentences:
        start = text.index(sentence, found[-1].end if found else 0)
        found.append(Span(start=start, end=start + len(sentence)))
    return found


_WORST = ("contradicted", "not shown", "in part", "cannot tell", "stands")


def _first(text: str, article: Article, within: list[Span] | None, syntax: Syntax) -> Checked:
    """The worst outcome of a claim's sentences."""
    checked = check(" ".join(text.split()), article, within=within, syntax=syntax)
    return min(checked, key=lambda one: _WORST.index(one.verdict))


def report(found: list[Outcome]) -> str:
    """The counts by group, and of false claims by kind."""
    lines: list[str] = []
    for group in dict.fromkeys(one.group for one in found):
        here = [one for one in found if one.group == group]
        lines.append(f"{group}: {len(here)} claims")
        shares: list[float] = []
        for is_honest, name in ((True, "honest"), (False, "false")):
            verdicts = Counter(one.checked.verdict for one in here if one.is_honest is is_honest)
            total = sum(verdicts.values())
            if not total:
                continue
            refused = sum(verdicts[verdict] for verdict in ("in part", "not shown", "contradicted"))
            shares.append((total - refused if is_honest else refused) / total)
            lines.append(
                f"  {name:7}{total:5}: " + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
            )
        if len(shares) > 1:
            lines.append(f"  balanced accuracy {sum(shares) / len(shares):.3f}")
        kinds: defaultdict[str, list[bool]] = defaultdict(list)
        for one in here:
            if one.kind and not one.is_honest:
                kinds[one.kind].append(one.checked.verdict not in {"stands", "cannot tell"})
        lines.extend(f"    {kind:22}{sum(each):3} of {len(each):3} refused" for kind, each in sorted(kinds.items()))
    return "\n".join(lines)


def main() -> None:
    """Score a corpus and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="JSON Lines, as above")
    parser.add_argument("--errors", action="store_true", help="print honest claims refused and false ones that are not")
    options = parser.parse_args()
    syntax = load()
    found: list[Outcome] = []
    with options.corpus.open(encoding="utf-8") as lines:
        for line in lines:
            found.extend(outcomes(json.loads(line), syntax))
    print(report(found))
    for one in found if options.errors else ():
        if one.is_honest is (one.checked.verdict not in {"stands", "cannot tell"}):
            print(
                "HONEST" if one.is_honest else "FALSE ",
                one.kind,
                one.checked.verdict,
                one.checked.text,
                "|",
                one.checked.reason,
            )


if __name__ == "__main__":
    main()
