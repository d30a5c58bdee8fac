"""What one layer of a page says about its article. Each layer fills what it has; `choice.py` decides between them."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.article import Layer


def truth(value: object) -> bool | None:
    """What a value of yes or no says, as a word, a figure or the address of a term; None if it says neither."""
    word = str(value).rsplit("/", 1)[-1].strip().lower()
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(word)


@dataclass(frozen=True, slots=True)
class Facts:
    """The claims of one layer. Nothing is checked against another layer yet."""

    layer: Layer
    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    """The news agency that it names as the author; counts where no layer names a person."""
    published: str | None = None
    created: str | None = None
    """When it was written; counts where no layer says when it was published."""
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    paywalled: bool | None = None
    standfirsts: tuple[str, ...] = ()
    """Texts that may be the standfirst, to be looked for on the page."""
    text: str = ""
    """The article's whole text, where a layer states it."""
    entries: tuple[str, ...] = ()
    """The entries of a live blog, each with its time and heading."""
    words: int | None = None
    """How many words the whole article has, as the layer says."""
    is_article: bool = False
    """The layer says in so many words that it is of an article, not of a page of another kind."""
    is_live: bool = False
