"""What kind of piece an article is (news, opinion, a market report), and which pages are no articles at all."""

from __future__ import annotations

import urllib.parse
from datetime import UTC, datetime
from typing import Final, cast

from summarize.article import Article
from summarize.briefing import Slot
from summarize.evidence.marks import within_marks
from summarize.expressions import expression
from summarize.languages.loader import Pattern
from summarize.languages.stories import AskingPage, slots
from summarize.layout.corrections import is_correction_title
from summarize.stories.corrections import is_brief_correction

_WORDS: Final = slots("en")
_BEGINNING: Final = 1500
"""Code points of a text in which it shows what kind of piece it is."""
_MAX_OF_JUNK: Final = 120
"""Words of the longest page that is no article, or one paragraph that corrects another."""
_MIN_SIGNS: Final = 2
_MIN_SPOKEN: Final = 0.8
"""Share of the words of a page in sentences to its reader, from which it has nothing else to say."""
_QUOTED: Final = expression(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
"""What stands in quotation marks, or behind a mark up to the end of its paragraph."""
_SENTENCE_ENDS: Final = expression(r"[.!?]+\s|\n+")


def slot_of(article: Article) -> Slot:
    """What kind of piece an article is, by its title, section, address and the beginning of its text."""
    body = _body(article).strip()
    is_short = len(article.text.split()) <= _MAX_OF_JUNK and "\n" not in body
    if is_correction_title(article.title) or (is_short and is_brief_correction(body)):
        return "correction"
    if article.title and any(article.title.startswith(f"{author}: ") for author in article.authors):
        return "opinion"  # "Ann Lane: Spare us the note"
    for row in _WORDS.row:
        if _holds(article, row.where, row.pattern):
            return cast("Slot", row.slot)
    return "news"


def junk_reason(article: Article) -> str | None:
    """Why a page is no article, None for one that is."""
    if len(article.text.split()) > _MAX_OF_JUNK:
        return None
    reason = next((row.reason for row in _WORDS.junk if _is_junk(article, row.where, row.pattern)), None)
    return reason or next((row.reason for row in _WORDS.asking if _only_asks(article, row)), None)


def _only_asks(article: Article, asking: AskingPage) -> bool:
    """True for a page that speaks to nobody but its reader: a form, a shop, an account; not for a notice with news in it."""
    body = _body(article)
    signs = [match.start() for match in asking.signs.finditer(body) if not within_marks(body, match.start())]
    if (
        len(signs) < _MIN_SIGNS
        or not asking.addressed.search(body)
        or asking.tells.search(f"{article.title or ''}\n{body}")
    ):
        return False
    parts = [(len(part.split()), part) for part in _SENTENCE_ENDS.split(body)]
    spoken = sum(words for words, part in parts if asking.signs.search(part) or asking.addressed.search(part))
    return spoken >= _MIN_SPOKEN * sum(words for words, _ in parts)


def _is_junk(article: Article, where: str, pattern: Pattern) -> bool:
    """True for what a page says to its reader; what an article quotes of such a page is news."""
    if where != "text":
        return _holds(article, where, pattern)
    body = _body(article)
    return any(not within_marks(body, match.start()) for match in pattern.finditer(body))


def _holds(article: Article, where: str, pattern: Pattern) -> bool:
    if where == "address":
        path = (
            urllib.parse.urlsplit(article.url or article.source).path
            if "://" in (article.url or article.source)
            else ""
        )
        return pattern.search(path) is not None
    if where == "text":
        return pattern.search(_body(article)) is not None
    if where == "unquoted":
        return pattern.search(_QUOTED.sub(" ", _body(article))) is not None
    subject = article.title if where == "title" else article.section
    return pattern.search(" ".join((subject or "").split())) is not None


def _body(article: Article) -> str:
    """The beginning of the text, without a title that stands in it."""
    text = article.text.lstrip()
    return text.removeprefix(article.title or "").lstrip()[:_BEGINNING]


def in_utc(published: str | None) -> str:
    """A time of publication in UTC where its zone is known, as ISO, so that texts of it sort by time; "" if it is not known."""
    if not published:
        return ""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    return moment.astimezone(UTC).isoformat() if moment.tzinfo else published
