"""A card as one self-contained page: the card beside its article, each item tied to the words it rests on."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterable, Sequence
from importlib import resources

from summarize.article import Article, Evidence
from summarize.card import Card, Item, Quote, Statement, When, Where, Who
from summarize.outputs import generator
from summarize.rendering import safe, words
from summarize.rendering.elements import Markup, element, inline_asset, joined, line, text
from summarize.rendering.passage import Place, Segment, paragraph_number, paragraphs, segments

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
_SHOWN_REFERENCES = 5
_MOST_RULES_WITHOUT_SCRIPT = 200
_HELP = "Point at an item, or tap it, to see the words it rests on. With the keyboard: Tab, Enter, Escape to return."


def to_html(card: Card) -> str:
    """The page. It loads nothing, runs only its own script, and works without it."""
    page = _Page(card)
    style, script = asset("page.css"), asset("page.js")
    without_script = page.rules_without_script()
    policy = (
        f"default-src 'none'; style-src {digest(style)} {digest(without_script)}; script-src {digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=generator(card.provenance.tool_version, "card")),
        element("title", text(_headline(card))),
        inline_asset("style", style),
        element("noscript", inline_asset("style", without_script)),
    )
    back = element("button", text("Back to the card"), type="button", class_="back", hidden="")
    body = element("body", element("main", page.card(), page.article()), back, inline_asset("script", script))
    language = card.article.language or ""
    known = language if _LANGUAGE.fullmatch(language) else "en"
    return f"<!doctype html>\n{element('html', head, body, lang=known)}\n"


@functools.cache
def asset(name: str) -> str:
    return resources.files("summarize.rendering").joinpath(name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _headline(card: Card) -> str:
    return safe.one_line(card.headline) or words.UNTITLED


class _Page:
    """The two halves of the page, which refer to each other by the places in the article."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._paragraphs = paragraphs(card.article.text)
        self._places = sorted({_place(part) for item in card.items() for part in item.evidence})

    def rules_without_script(self) -> str:
        """Style rules that light up the whole of a place that a link leads to, for readers that run no script."""
        if len(self._places) > _MOST_RULES_WITHOUT_SCRIPT:
            return ""  # `:has` is evaluated for each rule; the first segment is still lit by `:target`
        rules = (f'main:has([id="e-{place.key}"]:target) [data-e~="{place.key}"]' for place in self._places)
        selectors = ",".join(rules)
        return (
            f"{selectors}{{--soft:var(--lit-ink);--warn:var(--lit-ink);background:var(--lit);color:var(--lit-ink)}}"
            if selectors
            else ""
        )

    def card(self) -> Markup:
        """The card half."""
        card = self._card
        facts = [line(part) for part in words.facts(card.article)]
        told = words.declined(card.provenance)
        notice = [element("p", line(told), class_="reason", role="note")] if told else []
        header = element(
            "header", element("h1", text(_headline(card))), element("p", joined(facts, " · "), class_="facts"), *notice
        )
        none = {name: words.empty(card, name, words.NONE_FOUND) for name in ("what", "who", "when", "where")}
        none |= {name: words.empty(card, name, words.NONE) for name in ("quotes", "background")}
        sections = [
            self._section("What", map(self._statement, card.what), none["what"]),
            self._section("Who", map(self._who, card.who), none["who"]),
            self._section("When", (self._when(*pair) for pair in words.contexts(card)), none["when"]),
            self._section("Where", map(self._where, card.where), none["where"]),
            self._section("Quotes", map(self._quote, card.quotes), none["quotes"]),
            self._section("Background", map(self._statement, card.background), none["background"]),
        ]
        return element("section", header, *sections, self._refused(), self._footer(), class_="card", aria_label="Card")

    def article(self) -> Markup:
        """The article half: its own words, cut into segments at every place that something rests on."""
        article = self._card.article
        first = article.text[slice(*self._paragraphs[0])] if self._paragraphs else ""
        titled = article.title is not None and safe.one_line(first) == safe.one_line(article.title)
        title = [element("h2", line(article.title))] if article.title and not titled else []
        header = element("header", element("p", text("The article"), class_="label"), *title, _source(article))
        body = [
            element(
                "p",
                *map(self._segment, paragraph),
                data_n=str(number),
                class_="title" if titled and number == 1 else None,
            )
            for number, paragraph in enumerate(segments(self._paragraphs, self._places), start=1)
        ]
        return element("article", header, element("div", *body, class_="text"), class_="article", tabindex="0")

    def _segment(self, segment: Segment) -> Markup:
        words_of_it = text(self._card.article.text[segment.start : segment.end])
        ids = [f"e-{place.key}" for place in segment.begins]
        # An element has one id: where several places begin together, the others get an empty anchor before it.
        anchors = [element("span", id=name) for name in ids[1:]]
        if not segment.covered_by:
            return joined([*anchors, *(element("span", id=name) for name in ids[:1]), words_of_it])
        keys = " ".join(place.key for place in segment.covered_by)
        return joined([*anchors, element("mark", words_of_it, id=ids[0] if ids else None, data_e=keys)])

    def _section(self, title: str, items: Iterable[Markup], empty: str) -> Markup:
        content = list(items)
        shown = element("ul", *content) if content else element("p", text(empty), class_="empty")
        return element("section", element("h2", text(title)), shown, class_=title.lower())

    def _item(self, item: Item, *content: Markup, main: bool = False) -> Markup:
        keys = " ".join(dict.fromkeys(_place(part).key for part in item.evidence))
        return element("li", *content, class_="item main" if main else "item", data_e=keys)

    def _references(self, evidence: Sequence[Evidence]) -> Markup:
        links = [self._reference(place) for place in dict.fromkeys(map(_place, evidence))]
        first, more = links[:_SHOWN_REFERENCES], links[_SHOWN_REFERENCES:]
        rest = [element("details", element("summary", text(f"+{len(more)}")), *more)] if more else []
        return element("span", *first, *rest, class_="refs")

    def _reference(self, place: Place) -> Markup:
        number = paragraph_number(self._paragraphs, place.start)
        where = f"paragraph {number}, characters {place.start}–{place.end}"
        return element("a", text(f"¶{number}"), href=f"#e-{place.key}", title=where, aria_label=f"evidence: {where}")

    def _statement(self, statement: Statement) -> Markup:
        doubt = [element("em", text(words.PARTIAL), class_="doubt")] if statement.support == "partial" else []
        return self._item(statement, _line(line(statement.text), *doubt, self._references(statement.evidence)))

    def _who(self, who: Who) -> Markup:
        role = words.role(who.role, who.kind)
        described = [element("span", line(role), class_="role")] if role else []
        mentions = element("span", text(words.counted(who.mentions, "mention")), class_="count")
        name = element("strong", line(who.name))
        return self._item(who, _line(name, *described, mentions, self._references(who.evidence)))

    def _when(self, when: When, context: str | None) -> Markup:
        date = element("strong", line(words.date(when.start, when.end)), class_=None if when.start else "open")
        words_of_it = words.said(when)
        said = [element("q", line(words_of_it))] if words_of_it else []
        sentence = [element("p", line(context), class_="context")] if context else []
        first = _line(date, *_badge(when.main), *said, self._references(when.evidence))
        return self._item(when, first, *sentence, main=when.main)

    def _where(self, where: Where) -> Markup:
        name = element("strong", line(where.name))
        country = [element("span", line(where.country), class_="country")] if where.country else []
        content = _line(name, *country, *_badge(where.main), self._references(where.evidence))
        return self._item(where, content, main=where.main)

    def _quote(self, quote: Quote) -> Markup:
        parts = joined((text(f"“{safe.visible(part.text)}”") for part in quote.evidence), " ")
        speaker = element("strong", line(quote.speaker)) if quote.speaker else text(words.UNKNOWN_SPEAKER)
        role = text(f", {safe.visible(quote.speaker_role)}" if quote.speaker_role else "")
        cue = [element("span", line(quote.cue), class_="cue")] if quote.cue else []
        said_by = _line(text("— "), speaker, role, *cue, self._references(quote.evidence))
        return self._item(quote, element("blockquote", parts), said_by)

    def _refused(self) -> Markup:
        rejected = self._card.rejected
        if not rejected:
            return text("")
        summary = element("summary", text("Refused"), element("span", text(str(len(rejected))), class_="number"))
        entries = (
            element(
                "li",
                element("p", element("span", line(entry.field), class_="field"), element("q", line(entry.value))),
                element("p", line(entry.reason), class_="reason"),
            )
            for entry in rejected
        )
        return element("details", summary, element("ul", *entries), class_="refused")

    def _footer(self) -> Markup:
        provenance = self._card.provenance
        origin = joined(map(line, words.origin(provenance)), " · ")
        made = line(words.made(provenance))
        help_ = element("p", text(_HELP), class_="help")
        return element("footer", element("p", origin), element("p", made), help_)


def _place(evidence: Evidence) -> Place:
    return Place(evidence.start, evidence.end)


def _line(*content: Markup) -> Markup:
    # Not a `p`: one would end where the `details` of many references begins.
    return element("div", *content, class_="line", dir="auto")


def _badge(main: bool) -> list[Markup]:
    return [element("span", text("main"), class_="badge")] if main else []


def _source(article: Article) -> Markup:
    """Where the article was read: a link only to a plain web address."""
    link = safe.web_link(article.source)
    if link is None:
        return element("p", line(words.place(article.source)), class_="source")
    url, host = link
    return element("p", element("a", text(host), href=url, rel="noopener noreferrer nofollow"), class_="source")
