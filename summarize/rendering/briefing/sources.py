"""The articles of a briefing as its lines refer to them: by number, outlet and address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarize.briefing import BriefedArticle, Briefing, Cite
from summarize.outlets import fits, host_of, is_address, outlet_key
from summarize.rendering import safe, words
from summarize.rendering.briefing.address import address, passage
from summarize.rendering.labels import label


class Sources:
    """What is known of each article, by its number."""

    def __init__(self, briefing: Briefing) -> None:
        self.articles = {article.number: article for article in briefing.articles}
        self._names: dict[str, str] = {}
        for article in briefing.articles:
            if article.publisher and safe.one_line(article.publisher) and not is_address(article.publisher):
                self._names.setdefault(outlet_key(article.publisher), article.publisher)
        self.addresses = {number: address(article) for number, article in self.articles.items()}

    def outlet(self, number: int) -> str | None:
        """Who published an article, or the host that it was read from; None for a file that does not say.

        A host whose name another article gives is called by that name. The host stands behind a name that does not fit it.
        """
        article = self.articles[number]
        if article.publisher and safe.one_line(article.publisher):
            if not is_address(article.publisher):
                fetched = host_of(article.source)
                is_theirs = fetched is None or fits(article.publisher, fetched)
                return article.publisher if is_theirs else f"{article.publisher} ({fetched})"
            host = article.publisher.casefold().strip()
        else:
            link = safe.web_link(article.source) or (safe.web_link(article.url) if article.url else None)
            if link is None:
                return None
            host = link[1]
        return self._names.get(outlet_key(host)) or host.removeprefix("www.")

    def name(self, number: int) -> str:
        """The outlet, or for want of one the file's name."""
        return self.outlet(number) or words.place(self.articles[number].source)

    def title(self, number: int) -> str:
        """The article's own title, or where it was read from."""
        article = self.articles[number]
        if article.title and safe.one_line(article.title):
            return article.title
        link = self.addresses[number]
        return link or words.place(article.source)

    def passage(self, cite: Cite) -> str | None:
        """The address that leads to the exact words; None for an article that is not on the web."""
        base = self.addresses[cite.article]
        return passage(base, self.articles[cite.article].text, cite) if base else None

    def facts(self, number: int) -> list[str]:
        """What is known of an article beside its title."""
        article = self.articles[number]
        return [part for part in (self.name(number), _byline(article), *_facts(article)) if part]

    def outlets(self, numbers: Iterable[int]) -> list[str]:
        """The outlets of these articles, each once, in their order."""
        return list(dict.fromkeys(map(self.name, numbers)))


def _byline(article: BriefedArticle) -> str | None:
    return label("by {names}", names=words.listed(article.authors)) if article.authors else None


def _facts(article: BriefedArticle) -> list[str | None]:
    published = label("publication date unknown")
    if article.published:
        published = label("published {date}", date=words.date(article.published))
    return [
        published,
        label("changed {date}", date=words.date(article.modified)) if article.modified else None,
        label("credits {agency}", agency=article.agency) if article.agency else None,
        label("repeats article {number} nearly word for word", number=article.copy_of) if article.copy_of else None,
        label("partly for subscribers") if article.paywalled else None,
        label("language {tag}", tag=article.language) if article.language not in {None, "en"} else None,
        label(
            "read by the built-in engine, as {model} gave no card: {reason}",
            model=article.declined.model,
            reason=article.declined.reason,
        )
        if article.declined
        else None,
        label("from the briefing of {date}", date=words.date(article.earlier)) if article.earlier else None,
    ]


def told_in(briefing: Briefing) -> str | None:
    """The language of all articles of a briefing, as a tag; None where they are in several, or one does not say."""
    languages = {article.language for article in briefing.articles}
    return languages.pop() if len(languages) == 1 else None


def by_article(evidence: Sequence[Cite]) -> dict[int, list[Cite]]:
    """The citations of each article, each once, in the order in which the articles are first cited."""
    grouped: dict[int, list[Cite]] = {}
    for cite in dict.fromkeys(evidence):
        grouped.setdefault(cite.article, []).append(cite)
    return grouped
