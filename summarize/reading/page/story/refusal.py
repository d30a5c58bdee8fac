"""Pages that hold no article, told apart so that the reader knows what to do."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.reading.page.markup.blocks import Block
from summarize.reading.page.markup.tree import Element, name_of
from summarize.reading.page.stated.addresses import is_front
from summarize.reading.page.stated.facts import Facts
from summarize.reading.page.story.body import Body
from summarize.reading.page.words import SENTENCE, pattern

_SCRIPTED = pattern("scripted")
_CONSENT = pattern("consent")
_CONSENT_HEAD = pattern("consent_head")
_ROBOT = pattern("robot")
_MISSING = pattern("missing")
_SHORT = 400
"""Characters below which text on a page that nothing calls an article is none."""
_UNDER, _BRIEF = 4, 3
"""Blocks below its headline at which a brief begins at the latest, and the sentences it has at least."""
_ADVICE = "save the article's text, or open its own page and save that"


def why_none(root: Element, blocks: Sequence[Block], scripts: int) -> str:
    """Why a page without a story has none, and what to do, as the end of a message."""
    text = " ".join(block.text for block in blocks[:400])[:20_000]
    if _ROBOT.search(text) and len(text) < 3_000:
        return f"the site asked for proof that a human reads it: open the page in a browser, and {_ADVICE}"
    if is_consent(text):
        return (
            "it is a site's request for consent (a cookie wall): answer it in a browser, then save the article's page"
        )
    if any((element.get("type") or "").lower() == "password" for element in root.iter("input")):
        return "it is a log-in page: log in with a browser, then save the article's page"
    if _MISSING.search(text[:600]):
        return "the site says that there is no such page: look up the article's address"
    if len(text) < 600 and (scripts >= 2 or _SCRIPTED.search(text)):
        return "its text is put there by scripts, which are not run here: open the page in a browser and save it, or save the article's text"
    if is_list(blocks):
        return "it looks like a list of articles: name the address or file of one of them"
    return f"no paragraphs of a story were found on the page: {_ADVICE}"


def is_no_story(blocks: Sequence[Block], body: Body, facts: Sequence[Facts], head: int) -> bool:
    """True if what was found on a page is a request for consent, or odds and ends of a page that nothing calls an article."""
    text = " ".join(blocks[number].text for number in body.numbers)
    if is_consent(text) or (len(text) < 2 * _SHORT and _ROBOT.search(text)):
        return True
    if any(fact.is_article for fact in facts):
        return False
    if len(text) < _SHORT and len(SENTENCE.findall(text)) < 2:
        return True
    between = blocks[body.first : body.last + 1]
    links = sum(1 for block in between if block.link_share > 0.8 and len(block.text) > 20)
    paragraphs = sum(1 for number in body.numbers if blocks[number].kind == "paragraph")
    listed = is_list(blocks) and len(text) < _SHORT and not _is_headed(blocks, body, head, text)
    return listed or links >= (2 if _is_front(facts) else max(4, paragraphs))


def _is_headed(blocks: Sequence[Block], body: Body, head: int, text: str) -> bool:
    """True for a short story right under the page's only `<h1>`: a brief, on a page full of links to others."""
    if head < 0 or name_of(blocks[head].element) != "h1" or body.first - head > _UNDER:
        return False
    alone = sum(1 for block in blocks if name_of(block.element) == "h1") == 1
    return (
        alone and blocks[head].link_share < 0.5 and len(text) >= _SHORT // 2 and len(SENTENCE.findall(text)) >= _BRIEF
    )


def _is_front(facts: Sequence[Facts]) -> bool:
    return any(fact.url is not None and is_front(fact.url) for fact in facts)


def is_consent(text: str) -> bool:
    """True if a page's text is about little else than cookies and consent."""
    words = text.split()
    return (
        5 <= len(words) < 1_500
        and len(_CONSENT.findall(text)) >= max(2, len(words) // 45)
        and bool(_CONSENT_HEAD.search(text[:300]))
    )


def is_list(blocks: Sequence[Block]) -> bool:
    """True if most headings of a page are links and few paragraphs stand between them."""
    headings = [block for block in blocks if block.kind == "heading"]
    linked = sum(1 for block in headings if block.link_share > 0.5)
    links = sum(1 for block in blocks if block.link_share > 0.7 and name_of(block.element) != "p")
    return (linked >= 5 and linked >= 0.5 * len(headings)) or links > 0.6 * max(1, len(blocks))
