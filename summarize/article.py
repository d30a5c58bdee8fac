"""An article: one news text and what is known about it, and the spans that point into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sized
from typing import Annotated, Any, Final, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, field_validator, model_validator

from summarize.expressions import expression

_MAX_SHOWN: Final = 60
"""Characters of a text, or of the parts of a list, that a value's `repr` shows whole."""


class Value(BaseModel):
    """Base of every value that steps hand to each other: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What differs from the defaults, long texts cut and long lists counted: a line for a notebook or a debugger, not a copy."""
        for name, value in super().__repr_args__():
            field = type(self).model_fields.get(name or "")
            if field is None or value != field.get_default(call_default_factory=True, validated_data={}):
                yield name, _Shown(value)


class _Shown:
    """A value that shows itself in a few words."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __repr__(self) -> str:
        """Whole if it is short or a value of ours; else its beginning, or how many it holds."""
        value = self._value
        if isinstance(value, str) and len(value) > _MAX_SHOWN:
            return repr(f"{value[:_MAX_SHOWN]}…")
        if isinstance(value, Sized) and not isinstance(value, str) and len(repr(value)) > _MAX_SHOWN:
            return f"<{len(value)}>"
        return repr(value)


Lean = TypeVar("Lean", bound=Value)
_GIVEN: dict[frozenset[str], set[str]] = {}
"""Sets of names of fields, one of each: as many as there are ways to make a value."""


def lean(value: Lean) -> Lean:
    """The value itself, equal to before and two fifths smaller: values that were given the same fields share one set of their names.

    pydantic gives each value a set of its own, of 200 to 700 bytes. Values are frozen, and a copy gets a copy of the set, so none changes.
    """
    object.__setattr__(value, "__pydantic_fields_set__", shared_field_names(*value.model_fields_set))
    for held in vars(value).values():
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Value):
                lean(each)
    return value


def shared_field_names(*names: str) -> set[str]:
    """The one set of these names of fields, for values that are made with all of them: see `lean`."""
    return _GIVEN.setdefault(frozenset(names), set(names))


_ENDS: Final = shared_field_names("start", "end")
_CUT_OUT: Final = shared_field_names("start", "end", "text")
"""What every span was given, and what every evidence was."""


def make_value(value: Lean, fields: dict[str, Any], given: set[str]) -> Lean:
    """A new value with its fields, as `model_construct` makes one: for fields that are known to be what they have to be.

    Args:
        value: as `__new__` gives it.
        fields: all of them, in the order in which the class has them.
        given: their names, as `shared_field_names` has them.
    """
    put = object.__setattr__
    put(value, "__dict__", fields)
    put(value, "__pydantic_fields_set__", given)
    put(value, "__pydantic_extra__", None)
    put(value, "__pydantic_private__", None)
    return value


class Span(Value):
    """A half-open range of code points into `Article.text`: `text[start:end]`, never empty."""

    start: int = Field(ge=0)
    end: int

    def model_post_init(self, _: Any) -> None:
        """Refuse an empty or backward span: once, when it is made, and not again whenever a value that holds it is."""
        if self.end <= self.start:
            raise ValueError(f"an empty or backward span: {self.start} to {self.end}")

    @classmethod
    def of(cls, start: int, end: int) -> Span:
        """`Span(start=start, end=end)`, of numbers of the program's own: finders make hundreds for an article, and this costs half as much.

        The same is checked; what is left out is how pydantic looks at numbers that somebody may have written otherwise.

        Raises:
            ValidationError: the span is empty, backward, or begins before the text.
        """
        if not 0 <= start < end:
            return cls(start=start, end=end)  # which tells what is wrong
        return make_value(cls.__new__(cls), {"start": start, "end": end}, _ENDS)

    def covers(self, other: Span) -> bool:
        """True if `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Evidence(Value):
    """A span of `Article.text` together with exactly the text that stands there."""

    start: int = Field(ge=0, description="First code point, in `article.text`.")
    end: int = Field(description="One past the last code point.")
    text: str = Field(min_length=1, description="Exactly `article.text[start:end]`.")

    @model_validator(mode="after")
    def _fits_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence {self.start} to {self.end} does not fit a text of {len(self.text)} characters")
        return self


_SURROGATE = expression("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    r"""A text that can be written as UTF-8. Bytes of a file's name that are none are shown as `\xff`, other halves of pairs as U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)


PublishedFrom = Literal["option", "metadata", "dateline"]
Layer = Literal["option", "json-ld", "meta", "microdata", "markup", "text", "address", "feed", "detected"]
"""Where on a page a field stands: what the user gave, its structured data, its `<meta>`, the attributes and elements of its body, the
words that it prints, its address, the feed that announced it, or nowhere: worked out from the text."""
_Held = TypeVar("_Held")


class FrozenMap(Mapping[str, _Held]):
    """A mapping that cannot change, and so can be part of a frozen value."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, _Held]) -> None:
        self._items = tuple(items.items())

    def __getitem__(self, key: str) -> _Held:
        for name, value in self._items:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        """Equal for equal mappings, whatever their order."""
        return hash(frozenset(self._items))

    def __repr__(self) -> str:
        return repr(dict(self._items))


Origins = Annotated[Mapping[str, Layer], AfterValidator(FrozenMap), PlainSerializer(dict, return_type=dict[str, Layer])]


class Article(Value):
    """One news text with what is known about it. `text` never changes after reading: every span refers to it."""

    id: str = Field(default="", description="`sha256:` and the digest of `text` in UTF-8.")
    source: str = Field(default="-", description="Where it was read from: a path, a URL, or `-` for standard input.")
    title: str | None = Field(default=None, description="The article's own title.")
    publisher: str | None = Field(default=None, description="Who published it, as the article or its metadata says.")
    authors: tuple[str, ...] = Field(default=(), description="The byline's names, in its order.")
    published: str | None = Field(default=None, description="ISO date, or ISO date and time where the time is known.")
    published_from: PublishedFrom | None = Field(default=None, description="What the publication date rests on.")
    language: str | None = Field(default=None, description="ISO 639-1 code.")
    modified: str | None = Field(default=None, description="When it was last changed, as `published` is written.")
    url: str | None = Field(default=None, description="The address that it gives as its own.")
    section: str | None = Field(default=None, description="The part of the publication that it stands in.")
    paywalled: bool | None = Field(
        default=None, description="True if part of it is for subscribers only, null if nothing is said."
    )
    origins: Origins = Field(
        default_factory=dict,
        validate_default=True,
        description="Of each field that a page gave: where on the page it stood.",
    )
    text: str = Field(description="The text that every `start` and `end` counts code points in.")

    @property
    def is_from_feed(self) -> bool:
        """True if its page could not be read, and the text is what its feed has of it."""
        return self.origins.get("text") == "feed"

    @model_validator(mode="before")
    @classmethod
    def _has_an_id(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.get("id") and isinstance(data.get("text"), str):
            return {**data, "id": article_id(without_surrogates(data["text"]))}
        return data

    @field_validator(
        "source", "title", "publisher", "published", "language", "modified", "url", "section", mode="after"
    )
    @classmethod
    def _can_be_written(cls, value: str | None) -> str | None:
        return without_surrogates(value) if value else value

    @field_validator("authors", mode="after")
    @classmethod
    def _can_all_be_written(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(without_surrogates, names))

    @field_validator("text")
    @classmethod
    def _is_unicode(cls, text: str) -> str:
        # Half a surrogate pair is no character: it can be neither hashed, written nor shown.
        if _SURROGATE.search(text):
            raise ValueError("the text holds a lone surrogate; `summarize.reading.read_text` replaces them")
        return text

    def evidence(self, span: Span) -> Evidence:
        """The evidence at `span`, a half-open code-point range into `text`.

        Raises:
            ValueError: the span does not lie inside `text`.
        """
        if span.end > len(self.text):
            raise ValueError(f"span {span.start} to {span.end} is outside a text of {len(self.text)} characters")
        start, end = span.start, span.end
        # A span lies behind the start of a text, and its end behind its start: what is cut out there fits it.
        return make_value(
            Evidence.__new__(Evidence), {"start": start, "end": end, "text": self.text[start:end]}, _CUT_OUT
        )


def article_id(text: str) -> str:
    """The identity of a text: equal texts have equal ids, wherever they were read from."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
