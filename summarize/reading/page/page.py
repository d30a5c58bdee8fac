"""A page that was parsed: its tree, its blocks and what its structured layers state."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from summarize.errors import ArticleError
from summarize.reading.page.markup.blocks import Block, blocks_of
from summarize.reading.page.markup.hidden import strip_hidden
from summarize.reading.page.markup.placing import make_plain, open_shadows, put_in_place
from summarize.reading.page.markup.scan import Scan
from summarize.reading.page.markup.signed import sign_posts, sign_quotations
from summarize.reading.page.markup.tree import Element, parse
from summarize.reading.page.stated import jsonld, meta, microdata, structured
from summarize.reading.page.stated.addresses import host_of
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.titles import document_title, headings_of, without_site
from summarize.reading.text import refuse_long

_TOP = 80
"""Blocks among which a headline stands."""
_HEADLINE = range(11, 200)
"""How long it can be."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page without what it hides."""

    name: str
    """What messages call it."""
    root: Element
    blocks: list[Block]
    names: meta.Names
    """The contents of its `<meta>` elements by name."""
    document: str
    """The text of its `<title>`."""
    values: list[Any]
    """The values of its JSON-LD."""
    scripts: int
    """How many scripts it has."""
    states: tuple[str, ...]
    """The texts of those that may hold its state."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts of what is marked up as its headline."""
        return headings_of(self.blocks)

    @property
    def lines(self) -> list[str]:
        """The lines near its top that could be its headline, and its headings: a long menu may stand before those."""
        headings = islice((block for block in self.blocks[_TOP:] if block.kind == "heading"), _TOP)
        top = (*self.blocks[:_TOP], *headings)
        return [block.text for block in top if block.link_share < 0.5 and len(block.text) in _HEADLINE]


def page_of(scanned: Scan, name: str) -> Page:
    """Parse a page that was scanned, and take out what it hides.

    Raises:
        ArticleError: nothing is left of it, or more text than an article may have.
        ConfigurationError: the packages that read pages are not installed.
    """
    root = parse(scanned.markup)
    if root is None:
        raise ArticleError(f"{name} is empty, or holds nothing but scripts: open the page in a browser and save it")
    names, document = meta.meta_names(root), document_title(root)
    put_in_place(root, scanned.streamed)
    strip_hidden(root, scanned.styles, open_shadows(root))
    make_plain(root)
    sign_posts(root)
    sign_quotations(root)
    blocks = blocks_of(root)
    refuse_long(sum(len(block.text) for block in blocks), name)
    return Page(name, root, blocks, names, document, jsonld.read_blocks(scanned.data), scanned.scripts, scanned.states)


def stated_facts(page: Page) -> tuple[Facts, ...]:
    """What the structured layers of a page say, in the order in which they are believed.

    The address that the page was fetched from plays no part: equal bytes give equal texts.
    """
    head = meta.facts_of(page.root, page.names)
    bare = without_site(page.document, [head.publisher or ""])
    shown = (*page.headings, *(text for text in (head.title, bare) if text))
    stated = structured.facts_of(page.values, (head.url,) if head.url else (), shown)
    return (*([stated] if stated else []), head, microdata.facts_of(page.root, shown))


def site_names(facts: tuple[Facts, ...]) -> tuple[str, ...]:
    """What a page's site may be called: its publisher's name, its host, and the host without its ending."""
    publishers = [fact.publisher for fact in facts if fact.publisher]
    hosts = [host for address in (fact.url for fact in facts) if (host := host_of(address))]
    return (*publishers, *hosts, *(host.split(".")[-2] for host in hosts if "." in host))
