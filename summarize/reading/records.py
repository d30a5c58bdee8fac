"""Articles in JSON: an object with the fields that news APIs, crawlers and corpora use, a list of such objects, or a briefing card.

The fields are documented in docs/sources.md, which a test holds to the tables below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape, unescape

from pydantic import ValidationError

from summarize.article import Article, article_id, without_surrogates
from summarize.errors import ArticleError, in_words
from summarize.reading.result import Reading, name_in_messages
from summarize.reading.text import Known, authors_of, from_text, web_address, with_title_above

FIELDS = {
    "text": "text body bodyText content content_text articleBody article maintext full_text story text_content raw_text",
    "html": "html content_html body_html",
    "title": "title headline webTitle name article_title",
    "standfirst": "standfirst description summary abstract excerpt trailText",
    "authors": "authors author byline creator",
    "published": "published publishedAt datePublished date_publish date_published publication_date webPublicationDate pubDate pub_date"
    " dateTimePub date publish_date publishing_date",
    "modified": "modified updated updatedAt dateModified date_modify date_modified",
    "publisher": "publisher outlet source source_name site source_domain sitename media_name source_hostname hostname canonical_domain",
    "language": "language lang inLanguage",
    "url": "url link webUrl canonical original_url normalized_url",
    "section": "section sectionName articleSection category",
}
"""The names of fields by what they hold; of several, the first that says something counts."""
ADDRESSED = "source"
"""A field that holds an address in what trafilatura writes, and elsewhere a publisher's name."""
LISTS = tuple("articles items results data documents docs stories hits response".split())
"""Fields, of an object that is no article, that hold the list of them, or an object that does."""

_INNER = tuple("fields _source attributes article".split())
"""Fields that hold an object, which APIs put the article in."""

_MAX_VALUES = 1_000_000
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.IGNORECASE)
_STUB = re.compile(r"\[\+\d{1,9} chars\]\s*\Z")
_MAX_AUTHORS = 30


@dataclass(frozen=True, slots=True)
class Pointer:
    """An entry that names where its article is, and carries none."""

    url: str


Object = Mapping[str, object]


def parse_json(data: bytes | str, name: str) -> object:
    """The value that JSON spells.

    Raises:
        ArticleError: it is no JSON, or holds more values than articles have.
    """
    if sum(map(data.count, (b"{", b"[", b",") if isinstance(data, bytes) else ("{", "[", ","))) > _MAX_VALUES:  # type: ignore[arg-type] # each its own
        raise ArticleError(f"{name} holds more than {_MAX_VALUES:,} values: give JSON Lines, an article per line")
    try:
        return json.loads(data)
    except RecursionError:
        raise ArticleError(f"{name} is nested too deeply to be an article") from None
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name} is not UTF-8, which JSON is in: byte {error.start} is damaged") from None
    except ValueError as error:
        where = (
            f": {error.msg} at {f'line {error.lineno}, ' if error.lineno > 1 else ''}column {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else ""
        )
        raise ArticleError(f"{name} is no JSON{where}") from None


def entries(value: object) -> list[object] | None:
    """The articles of a value that holds several, None for one that is an article itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or _has_text(value):
        return None
    for field in LISTS:
        inner = value.get(field)
        if isinstance(inner, list):
            return inner
        if isinstance(inner, dict) and (found := entries(inner)) is not None:
            return found
    return None


def read_record(value: object, source: str, given: str | None) -> Reading | Pointer:
    """The article of an object, or where it is.

    Raises:
        ArticleError: it holds neither.
        ConfigurationError: it holds a web page, and the packages that read those are not installed.
    """
    name = name_in_messages(source)
    if isinstance(value, str) and (url := web_address(value)):
        return Pointer(url)
    if not isinstance(value, dict):
        raise ArticleError(f"{name} is no article: a JSON object with a text was expected, not {_kind_of_value(value)}")
    if "schema_version" in value and isinstance(value.get("article"), dict):
        return _of_card(value["article"], name)
    fields = _flat(value)
    known, url = _known_facts(fields), _url(fields)
    html, text = _first(fields, "html"), _first(fields, "text")
    standfirst = _line(_first(fields, "standfirst"))
    if html is None and text is not None and _MARKUP.search(text):
        html = text
    if html is not None:
        return _of_page(html, known, standfirst, source, given)
    if text is None:
        if url is not None:
            return Pointer(url)
        raise ArticleError(
            f"{name} holds no article: it has none of the fields {', '.join(FIELDS['text'].split()[:4])}, … nor a url"
        )
    if _STUB.search(text):
        at = f": read {url}" if url else ""
        raise ArticleError(
            f"{name} holds only the beginning of its article, as NewsAPI gives it ({_STUB.findall(text)[0]}){at}"
        )
    text = with_title_above(None, _plain_text(text))
    if standfirst and standfirst[:60] not in " ".join(text[:4000].split()):
        text = f"{standfirst}\n\n{text}"
    return from_text(with_title_above(known.title, text), source, known, given)


def _of_card(value: object, name: str) -> Reading:
    try:
        article = Article.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ArticleError(
            f"{name} looks like a card, but its article is damaged: {where}: {in_words(first)}"
        ) from None
    if article.id != article_id(article.text):
        raise ArticleError(
            f"{name} looks like a card, but its article is not the one that it was made from: the id does not fit the text"
        )
    return Reading(article)


def _line(text: str | None) -> str | None:
    """A field of one line, tags and entities resolved: systems of every kind leave them in."""
    return " ".join(_plain_text(text).split()) or None if text else None


def _plain_text(text: str) -> str:
    """A text without the tags and entities that stand in a line."""
    return unescape(_TAG.sub("", text)) if "<" in text or "&" in text else text


def _of_page(html: str, known: Known, standfirst: str | None, source: str, given: str | None) -> Reading:
    from summarize.reading.page import read_page  # noqa: PLC0415 - of an extra
    from summarize.reading.web.feeds import Feed, FeedItem, as_page  # noqa: PLC0415

    item = FeedItem(
        id=source, url=known.url, title=known.title, published=known.published, updated=known.modified, authors=known.authors,
        content_html=f"<p>{escape(standfirst)}</p>{html}" if standfirst and standfirst[:40] not in unescape(html) else html,
        language=known.language,
    )  # fmt: skip
    reading = read_page(as_page(Feed(known.publisher, ()), item), source, charset="utf-8", published=given)
    if known.section is None:
        return reading
    return Reading(reading.article.model_copy(update={"section": known.section}), reading.notices)


def _flat(value: Object) -> dict[str, object]:
    """An object's fields with those of an inner object that APIs put the article in, by name without case or marks."""
    inner = next((value[key] for key in _INNER if isinstance(value.get(key), dict)), {})
    assert isinstance(inner, dict)
    outer = {name: held for name, held in value.items() if held is not inner}
    return {_key(str(name)): held for part in (inner, outer) for name, held in part.items()}


def _known_facts(fields: Mapping[str, object]) -> Known:
    return Known(
        title=_line(_first(fields, "title")),
        publisher=_line(
            _first({key: held for key, held in fields.items() if not web_address(_text_of_field(held))}, "publisher")
        ),
        authors=authors_of(list(_names(fields)))[:_MAX_AUTHORS],
        published=_first(fields, "published") or _epoch(fields, "published"),
        modified=_first(fields, "modified") or _epoch(fields, "modified"),
        language=_first(fields, "language"),
        url=_url(fields),
        section=_first(fields, "section"),
    )


def _url(fields: Mapping[str, object]) -> str | None:
    return web_address(_first(fields, "url")) or web_address(_text_of_field(fields.get(ADDRESSED)))


def _names(fields: Mapping[str, object]) -> Iterator[str]:
    found = next((fields[_key(key)] for key in FIELDS["authors"].split() if fields.get(_key(key))), None)
    for each in found if isinstance(found, list) else [found]:
        name = _text_of_field(each)
        if name:
            yield name


def is_field(name: str) -> bool:
    """True if a field of this name is read, whatever its capitals and marks."""
    known = (*(each for names in FIELDS.values() for each in names.split()), *_INNER, ADDRESSED)
    return _key(name) in map(_key, known)


def _first(fields: Mapping[str, object], what: str) -> str | None:
    """What the first of the fields says that hold something."""
    return next((said for name in FIELDS[what].split() if (said := _text_of_field(fields.get(_key(name))))), None)


def _epoch(fields: Mapping[str, object], what: str) -> str | None:
    """The first of the fields that counts seconds or milliseconds since 1970 (ten or thirteen digits), as ISO in UTC."""
    for name in FIELDS[what].split():
        value = fields.get(_key(name))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            seconds = value / 1000 if value >= 10**12 else value
            if 10**9 <= seconds < 10**10:
                return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    return None


def _text_of_field(value: object) -> str | None:
    """A field's words: a string, the name of an object, paragraphs in a list."""
    if isinstance(value, str):
        return without_surrogates(value).strip() or None
    if isinstance(value, dict) and isinstance(value.get("sections"), list):
        return _of_sections(value)
    if isinstance(value, dict):
        return next(
            (said for key in ("rendered", "name", "title", "value") if (said := _text_of_field(value.get(key)))), None
        )
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return without_surrogates("\n\n".join(value)).strip() or None
    return None


def _of_sections(body: Mapping[str, object]) -> str | None:
    """The paragraphs of a body in sections, as fundus writes it: a summary, and sections with headlines and paragraphs."""
    sections = body.get("sections")
    assert isinstance(sections, list)
    parts = [
        body.get("summary"),
        *(part.get(key) for part in sections if isinstance(part, dict) for key in ("headline", "paragraphs")),
    ]
    return "\n\n".join(said for part in parts if (said := _text_of_field(part))) or None


def _has_text(value: Object) -> bool:
    fields = _flat(value)
    return _first(fields, "text") is not None or _first(fields, "html") is not None


def _key(name: str) -> str:
    return re.sub(r"[_\s-]", "", name).lower()


def _kind_of_value(value: object) -> str:
    return {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(type(value), "a number")
