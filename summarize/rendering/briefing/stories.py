"""The stories of a page."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.briefing import Disagreement, Figure, Moment, Party, Story, StoryQuote
from summarize.briefing.briefing import Length
from summarize.rendering import words
from summarize.rendering.briefing import phrases
from summarize.rendering.briefing.cites import Cites
from summarize.rendering.elements import Markup, element, joined, line, text


class Stories:
    """Stories at one length."""

    def __init__(self, cites: Cites, length: Length) -> None:
        self._cites = cites
        self._length = length

    def whole(self, story: Story) -> Markup:
        """A story told in full; of a short briefing, its lede and its sources."""
        number = element("span", text(f"{story.number}."), class_="number")
        head = element("h3", number, text(" "), line(story.headline.text), id=f"s{story.number}-headline")
        warnings = [element("p", text("Warning: "), line(warning), class_="doubt") for warning in story.warnings]
        body = [] if self._length == "short" else self._body(story)
        sources = joined(
            (self._cites.link(number, self._cites.sources.name(number)) for number in story.articles), ", "
        )
        return element(
            "article",
            head,
            element("p", self._setting(story), class_="facts"),
            element("p", line(_sentence(self._status(story))), class_="status"),
            *warnings,
            element("p", self._cites.said(story.lede), class_="lede"),
            *body,
            element("p", text("Sources: "), sources, class_="facts"),
            id=f"s{story.number}",
            class_="story",
            aria_labelledby=f"s{story.number}-headline",
        )

    def noted(self, story: Story) -> Markup:
        """A story in one line."""
        number = element("span", text(f"{story.number}."), class_="number")
        status = element("span", line(self._status(story)), class_="facts")
        return element(
            "li", number, text(" "), self._cites.said(story.headline), text(" "), status, id=f"s{story.number}"
        )

    def moment(self, moment: Moment) -> Markup:
        """A date, in the article's words too, and what happens then."""
        said = phrases.said(moment)
        quoted = [text(" ("), element("q", line(said)), text(")")] if said else []
        date = joined([element("strong", line(phrases.when(moment))), *quoted])
        if moment.what is None:
            return joined([date, text(" "), self._cites.mark(moment.evidence[0])])
        return joined([date, text(" — "), self._cites.said(moment.what)])

    def _status(self, story: Story) -> str:
        return " · ".join([phrases.status(story), *phrases.agencies(story)])

    def _setting(self, story: Story) -> Markup:
        places = (
            joined([line(phrases.named(where)), text(" "), self._cites.mark(where.evidence[0])])
            for where in story.places[: phrases.MOST_PLACES]
        )
        date = [self.moment(story.date)] if story.date else []
        return joined([self._cites.marks(story.headline), *places, *date], " · ")

    def _body(self, story: Story) -> list[Markup]:
        cites, long = self._cites, self._length == "long"
        scores = (element("li", line(f"{name}: {score:.2f}")) for name, score in story.scores.items())
        reasons = (
            element("li", line(f"articles {a} and {b}: {each.score:.2f} ({'; '.join(each.shared)})"))
            for each in story.reasons
            for a, b in (each.articles,)
        )
        return [
            *_listed(element("li", cites.said(fact)) for fact in story.facts),
            *_part("Figures", _listed(map(self._figure, story.figures))),
            *_part("Where the articles differ", map(self._disagreement, story.disagreements)),
            *_part("Quotations", map(self._quote, story.quotes)),
            *(_part("Who", _listed(map(self._person, story.people))) if long else []),
            *(_part("Timeline", _listed(map(self._moment, story.timeline))) if long else []),
            *_part("Background", _listed(element("li", cites.said(each)) for each in story.background)),
            *_part("Next", _listed(map(self._moment, story.ahead))),
            *(_part("Why here, and why together", _listed([*scores, *reasons])) if long else []),
        ]

    def _figure(self, figure: Figure) -> Markup:
        value = element("strong", line(phrases.number(figure)))
        by = [text(", "), joined(map(line, phrases.attribution(figure)), ", ")] if phrases.attribution(figure) else []
        return element("li", line(figure.about), text(": "), value, *by, text(" "), self._cites.marks(figure))

    def _disagreement(self, differing: Disagreement) -> Markup:
        sides = []
        for side in differing.sides:
            by = dict.fromkeys(", ".join(phrases.attribution(figure)) for figure in side.figures)
            said = "; ".join(filter(None, by))
            whose = [element("p", line(said), class_="facts")] if said else []
            value = element("p", element("strong", line(side.value)))
            sides.append(element("li", value, *whose, self._cites.exact(side.lines)))
        return element("div", element("h5", line(differing.about)), element("ul", *sides, class_="sides"))

    def _quote(self, quote: StoryQuote) -> Markup:
        said = joined((element("q", line(part.text)) for part in quote.evidence), " ")
        speaker = element("strong", line(quote.speaker)) if quote.speaker else text(words.UNKNOWN_SPEAKER)
        role = [text(", "), line(quote.role)] if quote.role else []
        cue = [text(" ("), line(quote.cue), text(")")] if quote.cue else []
        also = [text(" also "), self._cites.marks(quote.also)] if quote.also else []
        caption = element("figcaption", text("— "), speaker, *role, *cue, text(" "), self._cites.marks(quote), *also)
        return element("figure", element("blockquote", said), caption)

    def _person(self, person: Party) -> Markup:
        role = phrases.role(person)
        called = [text(", "), line(role)] if role else []
        also = [text(", also "), line(words.listed(person.aliases))] if person.aliases else []
        mentions = text(f", {words.counted(person.mentions, 'mention')} ")
        return element("li", element("strong", line(person.name)), *called, *also, mentions, self._cites.marks(person))

    def _moment(self, moment: Moment) -> Markup:
        return element("li", self.moment(moment))


def section(name: str, title: str, content: Iterable[Markup]) -> list[Markup]:
    """A section of the page; none if there is nothing in it."""
    held = list(content)
    head = element("h2", line(title), id=f"{name}-title")
    return [element("section", head, *held, id=name, aria_labelledby=f"{name}-title")] if held else []


def _part(title: str, content: Iterable[Markup]) -> list[Markup]:
    held = list(content)
    return [element("h4", text(title)), *held] if held else []


def _listed(items: Iterable[Markup]) -> list[Markup]:
    held = list(items)
    return [element("ul", *held)] if held else []


def _sentence(words_of_it: str) -> str:
    return words_of_it[:1].upper() + words_of_it[1:]
