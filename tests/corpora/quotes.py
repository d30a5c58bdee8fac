"""Quoted segments and their speakers, measured on a corpus with human labels.

    python -m tests.corpora.quotes quotes_dev.jsonl [--rules] [--errors]

Each line of the corpus is an article: `text`, `date`, and `quoted_segments[{start, end, words, attributed, speaker_name}]`, offsets
half-open. A segment is *found* if a part of a quotation (not of kind `words`) covers at least half of it; its *speaker is right* if
the quotation's speaker and `speaker_name` share the last word (of a gold name, before its first comma or bracket), or all words of the shorter one, or one is the other's initials.
Recall of segment and speaker is over the attributed segments whose `speaker_name` holds a name (a capital past its first letter's
article; "the mayor" and "said" are none). A segment that nobody says (`attributed` false, at most three words) is *taken*
if a quotation covers half of it.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from summarize.article import Article, article_id
from summarize.evidence.find import find
from summarize.evidence.syntax import Syntax, load
from summarize.findings import Findings, Quotation
from tests.corpora.lines import options_of, rows_of

_NOISE = frozenset("the a an mr mrs ms dr sen rep gov president secretary of for and sir".split())


def _words(name: str) -> list[str]:
    words = [word for word in re.findall(r"[\w'-]+", name.lower().replace("’", "'")) if word not in _NOISE]
    return [word.removesuffix("'s") for word in words]


def same_speaker(answer: str | None, gold: str) -> bool:
    """True if two names of a speaker share the last word, or one's words are all the other's."""
    gold = re.split(r",|\swho\s|\swhom\s", re.sub(r"\([^)]*\)", "", gold), maxsplit=1)[0]
    mine, theirs = _words(answer or ""), _words(gold)
    if not mine or not theirs:
        return False
    if mine[-1] == theirs[-1] or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return True
    return _initials(answer or "") in theirs or _initials(gold) in mine


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z]\w+", name)).lower()


def _covering(findings: Findings, start: int, end: int) -> Quotation | None:
    for quotation in findings.quotations:
        if quotation.kind == "words":
            continue
        for part in quotation.parts:
            if 2 * (min(part.end, end) - max(part.start, start)) >= end - start:
                return quotation
    return None


def score(path: Path, syntax: Syntax | None, *, errors: bool = False) -> dict[str, float]:
    """The measures of the module's docstring over a corpus file."""
    counts: Counter[str] = Counter()
    for row in rows_of(path):
        article = Article(
            id=article_id(row["text"]),
            source=row["id"],
            published=row.get("date"),
            published_from="option",
            text=row["text"],
        )
        findings = find(article, syntax)
        for segment in row["quoted_segments"]:
            quotation = _covering(findings, segment["start"], segment["end"])
            if not segment["attributed"]:
                if segment["words"] <= 3:
                    counts["nobody's"] += 1
                    counts["taken"] += quotation is not None
                continue
            counts["attributed"] += 1
            counts["found"] += quotation is not None
            name = segment.get("speaker_name")
            if not name or not re.search(r"[A-Z]", re.sub(r"^(?:The|A|An)\s", "", name)):
                continue
            counts["named"] += 1
            right = quotation is not None and same_speaker(quotation.speaker, name)
            counts["right"] += right
            counts["answered"] += quotation is not None and quotation.speaker is not None
            if errors and not right:
                context = row["text"][max(0, segment["start"] - 160) : segment["end"] + 120].replace("\n", "⏎")
                print(
                    f"{'MISS' if quotation is None else 'WRONG'} gold={name!r} mine={quotation.speaker if quotation else None!r}\n    {context}"
                )
        counts["articles"] += 1
    return {
        "articles": counts["articles"],
        "segment recall": counts["found"] / counts["attributed"],
        "segment and speaker recall": counts["right"] / counts["named"],
        "speaker precision": counts["right"] / max(1, counts["answered"]),
        "scare quotes taken": counts["taken"] / max(1, counts["nobody's"]),
    }


def main() -> None:
    """Print the measures, with the NLP model unless `--rules`."""
    options = options_of(__doc__, rules=True)
    for name, value in score(options.corpus, None if options.rules else load(), errors=options.errors).items():
        print(f"{name:30} {value:.3f}" if isinstance(value, float) else f"{name:30} {value}")


if __name__ == "__main__":
    main()
