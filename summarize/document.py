"""An article's text read once: its layout, language and sentences, with the tokens and quantities of each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from summarize.layout import Layout
from summarize.text.tokens import Token, tokens

if TYPE_CHECKING:
    from summarize.text.quantities import Quantity


class SentenceRange(NamedTuple):
    """A sentence: half-open code-point range into the text, and the index of its paragraph in `Layout.body`."""

    start: int
    end: int
    paragraph: int


class Document(Struct, frozen=True):
    """An article's text as everything after reading sees it. Offsets are those of `Article.text`."""

    text: str
    """The article's text with every kind of space as a plain one; as long as it."""
    language: str | None
    """ISO 639-1 code of the language that it is read in, "en" also for a short text that shows no other; None if it is not known."""
    layout: Layout
    bounds: array[int]
    """Start, end and paragraph of each sentence, one after the other: a day's Documents are all kept, and small this way."""
    orders: tuple[tuple[int, int], ...] = ()
    """Sentences that are no content, for they give orders to whoever reads them, or are markup or code."""

    @property
    def sentences(self) -> Iterator[SentenceRange]:
        """The sentences of the content in their order; a quotation is never split."""
        values = iter(self.bounds)
        return map(SentenceRange, values, values, values)

    @property
    def is_english(self) -> bool:
        """True if it is read by the rules of English."""
        return self.language == "en"

    def tokens(self, sentence: SentenceRange) -> list[Token]:
        """The tokens of a sentence, with offsets into the whole text."""
        return tokens(self.text, sentence.start, sentence.end)

    def quantities(self, sentence: SentenceRange) -> list[Quantity]:
        """The figures of a sentence; their indices are of its tokens."""
        from summarize.text.quantities import quantities  # noqa: PLC0415 - a card of an article's own sentences asks for none

        return quantities(self.tokens(sentence), language=self.language)
