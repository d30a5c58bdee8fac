"""The marks of a page and the passages that they lead to: each passage stands once, in the list of sources."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.briefing import Briefing, Cite, Cited, Line
from summarize.rendering import words
from summarize.rendering.briefing import phrases
from summarize.rendering.briefing.context import window
from summarize.rendering.briefing.sources import Sources, by_article
from summarize.rendering.elements import Markup, element, joined, line, text

_MOST_MARKS = 4


class Cites:
    """Makes marks, and remembers which passages they lead to."""

    def __init__(self, briefing: Briefing) -> None:
        self.sources = Sources(briefing)
        self._shown: dict[int, set[Cite]] = {}

    def marks(self, evidence: Cited | Sequence[Cite]) -> Markup:
        """Where it is said: a link for each passage, the outlet before the first one of each article."""
        cites = tuple(dict.fromkeys(evidence.evidence if isinstance(evidence, Cited) else evidence))
        groups = by_article(cites[:_MOST_MARKS])
        parts = [self._mark(cite, named=at == 0) for of_it in groups.values() for at, cite in enumerate(of_it)]
        more = [text(f" {len(cites) - _MOST_MARKS:,} more")] if len(cites) > _MOST_MARKS else []
        return element("span", joined(parts, " "), *more, class_="cites")

    def mark(self, cite: Cite) -> Markup:
        """One passage, without the outlet."""
        return element("span", self._mark(cite, named=False), class_="cites")

    def said(self, sentence: Line) -> Markup:
        """A sentence and where it is said."""
        doubt = (
            [text(" "), element("em", text(words.PARTIAL), class_="doubt")]
            if self.sources.is_doubtful(sentence)
            else []
        )
        return joined([line(sentence.text), *doubt, text(" "), self.marks(sentence)])

    def exact(self, lines: Sequence[Line]) -> Markup:
        """The words of articles that sentences rest on, each once, and every place where they stand."""
        found = (
            element("p", element("q", joined(map(line, parts), " … ")), text(" "), self.marks(cites))
            for parts, cites in phrases.exact(lines)
        )
        return joined(found)

    def source(self, number: int) -> Markup:
        """An article of the list of sources, with every passage that a mark leads to."""
        title = self.link(number, self.sources.title(number))
        facts = element("p", joined(map(line, self.sources.facts(number)), " · "), class_="facts")
        passages = [self._passage(cite) for cite in sorted(self._shown.get(number, ()), key=lambda c: (c.start, c.end))]
        shown = [element("ul", *passages, class_="passages")] if passages else []
        return element("li", element("p", title, class_="title"), facts, *shown, id=f"a{number}", value=str(number))

    def link(self, number: int, shown: str) -> Markup:
        """An article as a link, if it is on the web."""
        return _out(self.sources.addresses[number], line(shown), class_="out")

    def _mark(self, cite: Cite, *, named: bool) -> Markup:
        self._shown.setdefault(cite.article, set()).add(cite)
        outlet = self.sources.outlet(cite.article) if named else None
        name = [element("span", line(outlet)), text(" ")] if outlet else []
        return element("a", *name, text(_place(cite)), href=f"#{_id(cite)}", class_="cite")

    def _passage(self, cite: Cite) -> Markup:
        shown = window(self.sources.articles[cite.article].text, cite)
        left_out = [text(f" ({words.counted(shown.left_out, 'character')} left out)")] if shown.left_out else []
        said = element("span", text(shown.before), element("mark", line(shown.words)), text(shown.after), *left_out)
        return element("li", _out(self.sources.passage(cite), text(_place(cite))), text(" "), said, id=_id(cite))


def _out(address: str | None, shown: Markup, class_: str | None = None) -> Markup:
    if address is None:
        return element("span", shown)
    return element("a", shown, href=address, rel="noopener noreferrer nofollow", class_=class_)


def _place(cite: Cite) -> str:
    return f"{cite.article}:{cite.start}–{cite.end}"


def _id(cite: Cite) -> str:
    return f"c{cite.article}-{cite.start}-{cite.end}"
