"""The article among the nodes of a page's JSON-LD, and what it says of itself.

Which node is the article: every node of an article's type is rated. Its address is the page's: 4 for, and 3 against if it is another;
its headline is one the page shows: 4 for, 4 against if it is not; standing within a list or as something's part or relation: 4 against;
a type of news: 1 for; a mere web page: 2 against; a text or a date of its own: 1 for each. The best rated is the article if nothing
speaks against it on balance; of equals, the first. Nodes that are the same article, and the page's own node, fill what it leaves out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarize.reading.markup import words_of_html
from summarize.reading.page.alike import alike
from summarize.reading.page.markup.tree import collapse_spaces
from summarize.reading.page.stated.addresses import same_address
from summarize.reading.page.stated.dates import read_date
from summarize.reading.page.stated.facts import Facts, truth
from summarize.reading.page.stated.jsonld import FoundNode, Node, nodes_of
from summarize.reading.page.stated.names import agency_in, names_in, organisation_in
from summarize.reading.page.words import WORDS

_OTHERS, _PAGES = WORDS["of_other_things"], WORDS["page_types"]
_WORST = -1


def facts_of(values: list[Any], addresses: tuple[str, ...], titles: tuple[str, ...]) -> Facts | None:
    """What the JSON-LD of a page says of its article; None if none of it is about the article."""
    found = nodes_of(values)
    rated = [(_rating(each, addresses, titles), each) for each in found if _types(each.node)]
    if not rated:
        return None
    best, article = max(rated, key=lambda pair: pair[0])
    if best <= _WORST:
        return None
    index: dict[str, Node] = {}
    for each in found:
        node_id = each.node.get("@id")
        if isinstance(node_id, str) and len(each.node) > len(index.get(node_id, ())):
            index[node_id] = each.node
    same = [article.node]
    same += [each.node for rating, each in rated if each is not article and _is_same(each, article, rating)]
    return _Reader(same, index).facts()


def _types(node: Node) -> frozenset[str]:
    """The types of a node that an article may have, without their namespace."""
    stated = node.get("@type") or node.get("type")
    names = [name for name in (stated if isinstance(stated, list) else [stated]) if isinstance(name, str)]
    short = {re.split(r"[/:#]", name)[-1] for name in names}
    return frozenset(
        name for name in short if name.endswith(("Article", "Posting")) or name in _PAGES or name == "Report"
    )


def _rating(found: FoundNode, addresses: tuple[str, ...], titles: tuple[str, ...]) -> int:
    node, types = found.node, _types(found.node)
    rating = 0
    own = _addresses(node)
    if own and addresses:
        rating += 4 if any(same_address(mine, other) for mine in own for other in addresses) else -3
    headline = _text(node.get("headline")) or _text(node.get("name"))
    if headline and titles:
        rating += 4 if any(alike(headline, title) for title in titles) else -4
    if not _OTHERS.isdisjoint(found.path):
        rating -= 4
    if types <= _PAGES:
        rating -= 2
    elif any("News" in name or name == "LiveBlogPosting" for name in types):
        rating += 1
    return rating + bool(node.get("articleBody")) + bool(node.get("datePublished"))


def _is_same(other: FoundNode, article: FoundNode, rating: int) -> bool:
    if not _OTHERS.isdisjoint(other.path):
        return False
    mine, its = _addresses(article.node), _addresses(other.node)
    if any(same_address(one, two) for one in mine for two in its):
        return True
    headline, its_headline = (
        _text(article.node.get("headline")),
        _text(other.node.get("headline")) or _text(other.node.get("name")),
    )
    return rating > 0 and bool(headline and its_headline and alike(headline, its_headline))


def _addresses(node: Node) -> tuple[str, ...]:
    page = node.get("mainEntityOfPage")
    stated = [node.get("url"), node.get("@id"), page]
    stated += [page.get("@id"), page.get("url")] if isinstance(page, dict) else []
    return tuple(value for value in stated if isinstance(value, str) and value.startswith(("http", "/")))


def _text(value: object) -> str:
    """The text of a value: a string, the first of a list, or what a language-tagged value holds."""
    if isinstance(value, list):
        return next((text for item in value[:20] if (text := _text(item))), "")
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or "")
    if not isinstance(value, str):
        return ""
    return collapse_spaces(words_of_html(html.unescape(html.unescape(value))))


def long_text(value: object) -> str:
    """The text of an article's body, a line to a paragraph."""
    if isinstance(value, list):
        return "\n".join(long_text(item) for item in value[:2_000])
    if not isinstance(value, str):
        return ""
    lines = re.split(r"[\n\r]+", words_of_html(html.unescape(value)))
    return "\n".join(line for part in lines if (line := collapse_spaces(part)))


class _Reader:
    """Reads fields off the nodes of one article, the first that has one."""

    def __init__(self, nodes: list[Node], index: Mapping[str, Node]) -> None:
        self._nodes, self._index = nodes, index

    def facts(self) -> Facts:
        first = self._nodes[0]
        live = next((node for node in self._nodes if "LiveBlogPosting" in _types(node)), None)
        texts = [long_text(node.get("articleBody") or node.get("text")) for node in self._nodes]
        return Facts(
            layer="json-ld",
            title=self._string("headline") or (_text(first.get("name")) or None),
            authors=self._authors(),
            agency=self._agency(),
            published=self._date("datePublished"),
            created=self._date("dateCreated"),
            modified=self._date("dateModified"),
            publisher=self._publisher(),
            url=next(
                (
                    value
                    for node in self._nodes
                    for value in _addresses(node)
                    if value.startswith("http") and "#" not in value
                ),
                None,
            ),
            language=self._string("inLanguage"),
            section=self._string("articleSection"),
            paywalled=self._is_paywalled(),
            standfirsts=tuple(
                text
                for key in ("alternativeHeadline", "description", "abstract")
                for node in self._nodes
                if (text := _text(node.get(key)))
            ),
            text=max(texts, key=len),
            entries=tuple(_entries(live)) if live else (),
            words=next(
                (number for node in self._nodes if (number := _number(node.get("wordCount"))) is not None), None
            ),
            is_article=any(_types(node) - _PAGES for node in self._nodes),
            is_live=live is not None,
        )

    def _string(self, key: str) -> str | None:
        return next((text for node in self._nodes if (text := _text(node.get(key)))), None)

    def _date(self, key: str) -> str | None:
        return next((iso for node in self._nodes if (iso := read_date(_text(node.get(key))))), None)

    def _authors(self) -> tuple[str, ...]:
        for key in ("author", "creator", "contributor"):
            for node in self._nodes:
                people, others = self._people_and_organisations(node.get(key))
                if people or others:
                    publisher = (self._publisher() or "").casefold()
                    return people or tuple(name for name in others if name.casefold() != publisher)
        return ()

    def _agency(self) -> str | None:
        names = (name for node in self._nodes for name, _ in self._names(node.get("author")))
        return next((agency for name in names if (agency := agency_in(name))), None)

    def _people_and_organisations(self, value: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The people and the organisations that an author's value names."""
        people: dict[str, None] = {}
        others: dict[str, None] = {}
        for name, is_group in self._names(value):
            if not is_group:
                people.update(dict.fromkeys(names_in(name)))
            elif organisation := organisation_in(name):
                others[organisation] = None
        return tuple(people), tuple(others)

    def _names(self, value: object) -> Iterator[tuple[str, bool]]:
        """The names in an author's value, and whether each is an organisation's."""
        for item in (value if isinstance(value, list) else [value])[:30]:
            node = self._resolve_reference(item)
            if not isinstance(node, dict):
                yield _text(node), False
                continue
            name = _text(node.get("name")) or f"{_text(node.get('givenName'))} {_text(node.get('familyName'))}".strip()
            yield name, "Organization" in str(node.get("@type"))

    def _resolve_reference(self, value: object) -> object:
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
            return self._index.get(value["@id"], value)
        return value

    def _publisher(self) -> str | None:
        for key in ("publisher", "sourceOrganization", "provider", "copyrightHolder"):
            for node in self._nodes:
                value = node.get(key)
                name = _text(self._resolve_reference(value[0] if isinstance(value, list) and value else value))
                if name and not name.startswith("http"):
                    return name
        return None

    def _is_paywalled(self) -> bool | None:
        parts = [part for node in self._nodes for part in _dicts(node.get("hasPart"))]
        stated = [truth(node.get("isAccessibleForFree")) for node in (*self._nodes, *parts)]
        told = [value for value in stated if value is not None]
        return not all(told) if told else None


def _dicts(value: object) -> Iterable[Node]:
    items = value if isinstance(value, list) else [value]
    return (item for item in items[:100] if isinstance(item, dict))


def _number(value: object) -> int | None:
    return int(str(value)) if str(value).isdecimal() and len(str(value)) < 8 else None


def _entries(live: Node) -> Iterable[str]:
    """The entries of a live blog in the order that it states them: time and heading in a line, then the text."""
    for node in _dicts(live.get("liveBlogUpdate")):
        time = read_date(_text(node.get("datePublished")))
        head = " – ".join(part for part in (time, _text(node.get("headline"))) if part)
        text = long_text(node.get("articleBody") or node.get("text") or node.get("description"))
        if text or head:
            yield "\n".join(part for part in (head, text) if part)
