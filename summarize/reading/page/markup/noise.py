"""What stands on a page beside its article, by element, role, class and wording: menus, share bars, promotions, captions, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarize.languages.stories import corrections
from summarize.layout.boilerplate import LANGUAGE, is_boilerplate
from summarize.reading.page.alike import key_of
from summarize.reading.page.markup.tree import Element, ancestors, name_of, text_of, tokens_of, words_of
from summarize.reading.page.words import STOPS, WORDS, pattern

_ELEMENTS = WORDS["elements"]
_ROLES = WORDS["roles"]
_ADVERTS = WORDS["adverts"]
_WORDS = WORDS["furniture"]
# Words of a page's layout, which also lay out stories: they tell nothing of a paragraph that is found to be one.
_LAYOUT = WORDS["layout"]
# Pairs of words that tell what neither does alone.
_PAIRS = tuple(pair.split("_") for pair in WORDS["pairs"])
# What holds the whole page; its classes tell how that is laid out ("with-sidebar").
_NEVER = frozenset({"html", "body", "main"})
_FILED = pattern("filed")
_EMBEDS = WORDS["embeds"]
# What a box for a picture or a film says is its caption.
_MEDIA = WORDS["media"]
_TOLD = WORDS["told"]
_MIN_NOTED = 6
"""Words of a note that says what was wrong; of a link to such notes, fewer."""
_MAX_CAPTION_LENGTH = 400
_MAX_TEASER_LENGTH = 600
# A paragraph's own class says less: "paragraph--lite ad-anchor".
_OF_PARAGRAPHS = _WORDS - WORDS["not_of_paragraphs"]

_POINTER = pattern("pointer")
_OTHER_STORIES = pattern("other_stories")
_LABEL = pattern("label")
_READERS = pattern("readers_words")
_END_MARK = pattern("end_mark")
# What stands in the place of something embedded, and of the page's own reading aloud.
_EMBEDDED = pattern("embedded")
_MAIL_FOOTER = pattern("mail_footer")
_CLOSING = pattern("closing")
_BIO = pattern("about_the_author")
_BEHIND_AUTHOR, _BEFORE_AUTHOR = pattern("behind_author"), pattern("before_author")
_CREDIT = pattern("credit")
# Words of somebody's in quotation marks; a title in them is shorter.
_SPOKEN = re.compile(r"[\"“„«][^\"“”„«»\n]{40,}[\"“”»]")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+")


def noise_of(element: Element, without: frozenset[str] = frozenset()) -> bool:
    """True if an element's own name, role or class says that what it holds is not the article's; `without` are words that say nothing."""
    name = name_of(element)
    if name in _NEVER or is_pull_quote(element):
        return False
    if name in _ELEMENTS:
        return True
    if name == "article" and _is_teaser(element):
        return True
    role = element.get("role")
    if (role and role.lower() in _ROLES) or (element.get("aria-label") or "").lower() in _ADVERTS:
        return True
    named = element.get("class") or ""
    if is_post(element):
        return True
    if not named and not element.get("id") and not element.get("data-component") and not element.get("data-testid"):
        return False
    tokens = words_of(named) if _is_slug(element) else tokens_of(element)
    if name == "article" or "hentry" in tokens:
        tokens = words_of(_FILED.sub("", named))
    if "elementor" in tokens:  # calls everything a widget
        tokens -= {"widget", "widgets"}
    tokens -= without
    if name in {"p", "h1", "h2", "h3", "h4", "blockquote", "li"}:
        return not _OF_PARAGRAPHS.isdisjoint(tokens)
    if not _MEDIA.isdisjoint(tokens) and tokens.isdisjoint(_TOLD) and len(text_of(element)) < _MAX_CAPTION_LENGTH:
        return True
    return not _WORDS.isdisjoint(tokens) or any(first in tokens and second in tokens for first, second in _PAIRS)


def is_post(element: Element) -> bool:
    """True for a post of somebody's that is embedded in the page, by its class."""
    return not _EMBEDS.isdisjoint((element.get("class") or "").split())


def _is_slug(element: Element) -> bool:
    """True if an element's id is made of the words of its heading, which tell what a part of the story is about."""
    words = key_of(element.get("id") or "")
    heading = next((text_of(found) for found in element.iter("h2", "h3", "h4")), "") if words else ""
    return key_of(heading) == words != "" and not heads_other_stories(heading)


def is_layout(element: Element) -> bool:
    """True if an element is noise for a word of the page's layout alone."""
    return noise_of(element) and not noise_of(element, _LAYOUT)


def _is_teaser(article: Element) -> bool:
    """True for a few words under a headline that is a link: another article's."""
    heading = next((found for found in article.iter("h1", "h2", "h3", "h4", "h5")), None)
    if heading is None or name_of(heading) == "h1":
        return False
    linked = sum(len(text_of(link)) for link in heading.iter("a")) or any(
        name_of(above) == "a" for above in ancestors(heading)
    )
    return bool(linked) and len(text_of(article)) < _MAX_TEASER_LENGTH


def is_pull_quote(element: Element) -> bool:
    """True for a box that sets off words of the story, by its class."""
    named = (element.get("class") or "").lower()
    return "pull" in named and "quote" in named


def heads_other_stories(text: str) -> bool:
    """True for a heading over links to other stories, comments or offers."""
    return len(text) < 80 and bool(_OTHER_STORIES.match(text))


def heads_readers_words(text: str) -> bool:
    """True for a line over what readers wrote that counts it: "Comments (4)"; "Comments" alone may be a link to them."""
    return bool(_READERS.fullmatch(text))


def points_elsewhere(text: str) -> bool:
    """True if a paragraph sends the reader to another page: "Read more: …", "Lesen Sie auch …", in the languages that we know it in."""
    return bool(_POINTER.match(text)) and (len(text) < 240) and (":" in text[:40] or not text.endswith(STOPS))


def is_correction_note(text: str) -> bool:
    """True if a paragraph says what the article, or an earlier version of it, got wrong: no news, but nothing to lose either."""
    words = corrections(LANGUAGE)
    return len(text.split()) >= _MIN_NOTED and bool(words.of_itself.search(text[:_MAX_CAPTION_LENGTH]))


def is_beside_the_story(text: str) -> bool:
    """True if a paragraph's wording says that it is no part of the story."""
    return not is_correction_note(text) and (
        is_boilerplate(text)
        or points_elsewhere(text)
        or bool(len(text) < _MAX_CAPTION_LENGTH and _EMBEDDED.match(text))
        or bool(_END_MARK.fullmatch(text) or (len(text) < 260 and _LABEL.fullmatch(text)))
    )


def closes_the_page(text: str) -> bool:
    """True if a paragraph, standing last, speaks of the page rather than of the story."""
    return len(text) < 400 and bool(_CLOSING.match(text)) and not is_correction_note(text)


def closes_a_mail(text: str) -> bool:
    """True if a paragraph tells why somebody gets a newsletter, which its page has above its own furniture."""
    return len(text) < 400 and bool(_MAIL_FOOTER.match(text))


def is_about_the_author(text: str, authors: Iterable[str] = ()) -> bool:
    """True if a paragraph, standing last, tells of the author rather than of the story; in more words of who is stated to have written it."""
    return (
        len(text) < 700
        and not _SPOKEN.search(text)
        and bool(
            _BIO.search(text)
            or (len(text) < 120 and _CREDIT.match(text))
            or (_ADDRESS.search(text) and len(text) < 160)
            or any(
                name and (_BEHIND_AUTHOR.match(after) or _BEFORE_AUTHOR.match(before))
                for before, name, after in map(text.partition, authors)
            )
        )
    )
