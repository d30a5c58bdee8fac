"""The lines that a story is known by: the best title among its accounts, and the lede within its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarize.briefing import Disagreement, Line
from summarize.card import shares_a_word
from summarize.evidence.find import find
from summarize.findings import Findings, Sentence
from summarize.grounding.cuts.shortening import shorten_sentence
from summarize.languages.figures import figures
from summarize.languages.loader import any_of
from summarize.languages.stories import changes, headlines
from summarize.stories.merging.likeness import same_name
from summarize.stories.merging.sources import Source
from summarize.text.content import content_words

_WORDS: Final = headlines("en")
_MIN_COUNT, _MAX_COUNT = 4, 18
"""Words of a title that tells the news and no more."""
MAX_LEDE_WORDS: Final = 35
_MAX_LINE_LENGTH: Final = 20
"""Words of a lead that stands for a title."""
_STEM: Final = 4
"""Letters by which forms of a verb are known to be one: "denies", "denied"."""
_OF_QUIET: Final = 0.2
"""How much less of what the others tell a title may have that is not all capitals, before another that is."""
_MIN_SHOUTED: Final = 3
_SAYS: Final = re.compile(rf"\b{any_of(figures('en').saying)}\b", re.IGNORECASE)
_DOUBTED: Final = frozenset(("alleged", "denied", "believed"))


def headline_of(accounts: Sequence[Source], lede: Line, contested: Sequence[Disagreement] = ()) -> Line:
    """The best title of the accounts, without what stands before or behind the news; a cut of the lede where none tells it.

    Best is one that says by itself what happened, and most of what the others' titles and leads tell too; of those that tell about as much, one
    that is not all capitals.
    """
    lead = accounts[0]
    if lead.card.headline.support in {"proved", "judged"}:
        return lead.line(lead.card.headline)
    titles = [(source, title) for source in accounts if (title := _bare(source.card.headline.text))]
    usable = [each for each in titles if is_usable(each[1])]
    if not usable:
        short = _shorten_line(lead, lede, _MAX_LINE_LENGTH)
        return short if short.text != lede.text or not titles else line_of_title(*titles[0], lede)
    if usable[0][0] is lead and _takes_side(lede, contested):
        return line_of_title(*usable[0], lede)
    told = [(source, _first_told(source)) for source in accounts]

    def worth(each: tuple[Source, str]) -> tuple[bool, float, bool, bool]:
        source, title = each
        mine = content_words(title)
        shared = [len(mine & its) / len(mine) for other, its in told if other is not source and mine]
        has_fit = _MIN_COUNT <= len(title.split()) <= _MAX_COUNT
        told_by_others = sum(shared) / len(shared) if shared else 0.0
        is_quiet = not _is_shouted(title)
        return has_fit, round(round(told_by_others, 1) + _OF_QUIET * is_quiet, 1), is_quiet, source is lead

    source, title = max(usable, key=worth)
    return line_of_title(source, title, lede)


def titling(accounts: Sequence[Source]) -> list[Source]:
    """The accounts whose titles may head the story: the first, and those whose leads tell the news by themselves where its does; of a party's own only where there is no other."""
    lead, *others = accounts
    found = [
        lead,
        *(each for each in others if each.slot != "live" and (stands_alone(each) or not stands_alone(lead))),
    ]
    return [each for each in found if not is_a_partys(each)] or found


def is_a_partys(source: Source) -> bool:
    """True for an account by whom it is about: a firm's release, whose title names the firm."""
    publisher, title = source.card.article.publisher or "", source.card.article.title or ""
    is_told_of = any(who.kind == "organisation" and same_name(publisher, who.name, who.kind) for who in source.card.who)
    return is_told_of and re.search(rf"(?i)(?<!\w){re.escape(publisher)}(?!\w)", title) is not None


def stands_alone(source: Source) -> bool:
    """True for an account whose lead tells the news by itself, or that has none."""
    return not source.card.what or is_usable(source.card.what[0].text)


def _takes_side(lede: Line, contested: Sequence[Disagreement]) -> bool:
    """True for a lede that is itself what one side says of a figure that others give otherwise."""
    return any(
        figure.line.evidence[0] == lede.evidence[0]
        for each in contested
        for side in each.sides
        for figure in side.figures
    )


def without_label(title: str) -> str:
    """A title without what it says of its kind: "Opinion:", "Weather:"."""
    return _bare(_WORDS.label.sub("", " ".join(title.split())))


def is_usable(title: str) -> bool:
    """True for a title that says by itself what happened."""
    return not any(row.pattern.search(title) for row in _WORDS.refused)


def _is_shouted(title: str) -> bool:
    """True for a title all in capitals: "PIER CLOSES", and not "NATO"."""
    return title.isupper() and len(title.split()) >= _MIN_SHOUTED


def lede_of(source: Source, line: Line) -> Line:
    """A lede of not too many words: a cut of it where it has more, and one is safe."""
    return _shorten_line(source, line, MAX_LEDE_WORDS)


def _bare(title: str) -> str:
    """A title without its kicker and its tail."""
    text = _WORDS.tail.sub("", _WORDS.kicker.sub("", " ".join(title.split()))).strip()
    return text[:1].upper() + text[1:] if text != title and text[:1].islower() else text


def line_of_title(source: Source, title: str, lede: Line) -> Line:
    """A line of a source's title, or of part of it; where the text does not hold it, it rests on the lead, or on `lede` for want of one."""
    headline = source.card.headline
    if headline.evidence and headline.text == title:
        line = source.line(headline)
    else:
        start = source.text.find(title)
        cited = source.cite_range(start, start + len(title)) if start >= 0 else None
        own = " ".join((source.card.article.title or "").split())
        first = source.line(source.card.what[0]) if source.card.what else lede
        evidence = (cited,) if cited else first.evidence
        line = Line(text=title, support="verbatim" if cited or own == title else "cut", evidence=evidence)
    return _with_attribution(line, source)


def _with_attribution(line: Line, source: Source) -> Line:
    """A title in whose article the lead only reports what somebody alleges: that somebody's word, unless the title says so."""
    lead = source.line(source.card.what[0]) if source.card.what else None
    by = lead.attribution if lead is not None else None
    if line.attribution or lead is None or by is None or by.source is None or by.kind not in _DOUBTED:
        return line
    stems = {word[:_STEM] for word in line.text.casefold().split()}
    says_so = (
        _says_whose(line.text)
        or shares_a_word(line.text, by.source)
        or any(word[:_STEM] in stems for word in by.cue.casefold().split())
    )
    of_it = len(content_words(line.text) & content_words(lead.text)) >= 2
    return line if says_so or not of_it else line.model_copy(update={"attribution": by})


def _says_whose(title: str) -> bool:
    """True for a title in which somebody says or denies something: "Mayor denies theft, says she was pushed out"."""
    return changes("en").denied.search(title) is not None or _SAYS.search(title) is not None


def _shorten_line(source: Source, line: Line, most: int) -> Line:
    """A cut of a line that has too many words; the line where it has not, or no cut is safe."""
    if len(line.text.split()) <= most or line.support != "verbatim" or line.article != source.number:
        return line
    article = source.card.article
    findings = find(article, None, source.document)
    sentence = _sentence(findings, line)
    text = shorten_sentence(article.text, sentence, findings, most) if sentence is not None else None
    return line if text is None else line.model_copy(update={"text": text, "support": "cut"})


def _sentence(findings: Findings, line: Line) -> Sentence | None:
    if len(line.evidence) != 1:
        return None
    cite = line.evidence[0]
    return next(
        (each for each in findings.sentences if (each.span.start, each.span.end) == (cite.start, cite.end)), None
    )


def _first_told(source: Source) -> frozenset[str]:
    return content_words(" ".join((source.card.headline.text, *(each.text for each in source.card.what[:2]))))
