"""The articles of a briefing as its lines refer to them: by number, outlet and address.

Where a citation leads on the web is the article's address with a text fragment that lights up the exact words, in the grammar of
https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser looks for whole words, and for each
of them within one block, so a citation is widened to whole words, and one that is long or runs over a line end is given by its
first and last words.
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterable, Sequence

from summarize.briefing import BriefedArticle, Briefing, Cite
from summarize.outlets import fits, host_of, is_address, outlet_key
from summarize.rendering import safe, words
from summarize.rendering.labels import label


class BriefingSources:
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


_DIRECTIVE = ":~:"
_MAX_WHOLE_LENGTH = 90  # encoded characters of a citation that is given whole
_MAX_PART_LENGTH = 55  # the same for its first words, its last words, and those around it; four of them stay below 300
_MAX_WORDS = 5
_AROUND = 120  # characters that are looked at for a prefix or a suffix
_WIDENED = 40
_WITHOUT_SPACES = "\u2e80"  # from here on stand scripts, Chinese and Japanese among them, whose words no space divides


def address(article: BriefedArticle) -> str | None:
    """The web address of an article, percent-encoded; None if it has none.

    Its own `url`, unless it was read from another host: a page may call any address its own, and a reader is led to what was read.
    """
    source = safe.web_link(article.source)
    own = safe.web_link(article.url) if article.url else None
    link = source if own is None or (source is not None and source[1] != own[1]) else own
    return link[0] if link else None


def passage(base: str, text: str, cite: Cite) -> str:
    """The address `base` with the text fragment of a citation of `text`; without one where nothing visible is cited."""
    directive = text_directive(text, cite.start, cite.end)
    page, _, anchor = base.partition("#")
    anchor = anchor.partition(_DIRECTIVE)[0]  # a fragment that the address itself brings would be followed too
    if directive is None:
        return f"{page}#{anchor}" if anchor else page
    return f"{page}#{anchor}{_DIRECTIVE}{directive}"


def text_directive(text: str, start: int, end: int) -> str | None:
    """`text=` and the encoded words that find `text[start:end]`; None if these are nothing but space."""
    start, end = _whole_words(text, start, end)
    lines = [line.strip() for line in text[start:end].splitlines() if line.strip()]
    if not lines:
        return None
    head, tail = lines[0], ""
    if len(lines) > 1 or len(_percent_encode(head)) > _MAX_WHOLE_LENGTH:
        head = _first_words(lines[0])
        tail = _last_words(lines[-1] if len(lines) > 1 else lines[0][len(head) :])  # the two must not overlap
    at = text.index(lines[0], start)
    parts = [_percent_encode(head), *([_percent_encode(tail)] if tail else [])]
    if head in text[:at]:  # a browser takes the first place that matches, so the words beside this one are needed
        before = _last_words(text[max(0, at - _AROUND) : at].rpartition("\n")[2])
        after = _first_words(text[at + len(head) :][:_AROUND].partition("\n")[0])
        if before:
            parts.insert(0, f"{_percent_encode(before)}-")
        elif after and not tail:
            parts.append(f"-{_percent_encode(after)}")
    return "text=" + ",".join(parts)


def _percent_encode(words: str) -> str:
    # `-` is the one character that no percent-encoder touches and that means something here.
    return urllib.parse.quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(0, start - _WIDENED)
    last = min(len(text), end + _WIDENED)
    while start > first and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while end < last and _in_word(text[end]) and _in_word(text[end - 1]):
        end += 1
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() and character < _WITHOUT_SPACES


def _first_words(line: str) -> str:
    return _words(line, last=False)


def _last_words(line: str) -> str:
    return _words(line, last=True)


def _words(line: str, *, last: bool) -> str:
    """The words at one end of a line that fit; a part of the one word there, if it alone is too long."""
    words = line.split() or [""]
    taken: list[str] = []
    for word in reversed(words) if last else words:
        if len(taken) == _MAX_WORDS or len(_percent_encode(" ".join([*taken, word]))) > _MAX_PART_LENGTH:
            break
        taken.append(word)
    if taken:
        return " ".join(reversed(taken) if last else taken)
    word = words[-1][-_MAX_PART_LENGTH:] if last else words[0][:_MAX_PART_LENGTH]
    while len(_percent_encode(word)) > _MAX_PART_LENGTH:
        word = word[1:] if last else word[:-1]
    return word
