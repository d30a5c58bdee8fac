"""Rules of redaction: no key is left in a text in any form or piece, and nothing else is touched."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.redaction import MARK, Redaction

KEY = "sk-pr_oj-aB3/xY+9zQ7wE2rT5yU8iO1pK4"
DISGUISES: dict[str, Callable[[str], str]] = {
    "plain": lambda key: key,
    "bearer": lambda key: f"Bearer {key}",
    "upper": str.upper,
    "lower": str.lower,
    "backwards": lambda key: key[::-1],
    "url": lambda key: quote(key, safe=""),
    "percent": lambda key: "".join(f"%{ord(one):02x}" for one in key),
    "json": lambda key: "".join(f"\\u{ord(one):04x}" for one in key),
    "html": lambda key: "".join(f"&#{ord(one)};" for one in key),
    "hex": lambda key: key.encode().hex(),
    "base64": lambda key: base64.b64encode(key.encode()).decode(),
    "base64 of a header": lambda key: base64.b64encode(f"Bearer {key}".encode()).decode(),
    "base64 of a pair": lambda key: base64.b64encode(f"user:{key}\n".encode()).decode(),
    "base64 of another": lambda key: base64.urlsafe_b64encode(f"xx{key}yyy".encode()).decode(),
    "first half": lambda key: key[: len(key) // 2],
    "second half": lambda key: key[len(key) // 2 :],
    "halves": lambda key: f"{key[: len(key) // 2]} and {key[len(key) // 2 :]}",
    "all but the ends": lambda key: key[3:-3],
    "twice": lambda key: key + key,
}


def redaction() -> Redaction:
    found = Redaction()
    found.keep(KEY)
    return found


@pytest.mark.parametrize("name", DISGUISES)
@pytest.mark.parametrize("around", ["{}", "the key is {}, it says", '{{"a": "{}"}}', "x" * 997 + "{}" + "y" * 1003])
def test_no_form_of_a_key_is_left(name: str, around: str) -> None:
    """Whatever it is dressed as and wherever it stands, no half of the key can be read from what is left."""
    disguised = DISGUISES[name](KEY)
    cleaned = redaction().clean(around.format(disguised))
    assert MARK in cleaned
    half = len(disguised) // 2
    for place in range(len(disguised) - half + 1):
        assert disguised[place : place + half] not in cleaned


@given(st.text(max_size=600))
def test_nothing_else_is_touched(text: str) -> None:
    """A text without the key comes back as it was; so does a body, byte for byte."""
    found = redaction()
    assert found.clean(text) == text
    raw = json.dumps({"a": [text, 1, None]}).encode()
    assert found.clean_body(raw) == raw
    assert found.clean_body(text.encode("utf-8", "surrogatepass")) == text.encode("utf-8", "surrogatepass")


@given(st.text(alphabet="abcdefghijkl0123-_", min_size=16, max_size=80), st.text(max_size=60), st.text(max_size=60))
def test_any_key_is_found_between_any_texts(key: str, before: str, after: str) -> None:
    """The whole key is never left, whatever stands around it."""
    found = Redaction()
    found.keep(key)
    assert key not in found.clean(before + key + after)


@pytest.mark.parametrize("name", DISGUISES)
def test_a_body_is_cleaned_as_what_it_is(name: str) -> None:
    """In JSON every text and name is cleaned, deep down and however it was escaped; other bodies are cleaned as texts."""
    disguised = DISGUISES[name](KEY)
    half = disguised[: len(disguised) // 2]
    value = {"error": {"message": [f"no: {disguised}"], disguised: 3}}
    for ensure in (True, False):
        cleaned = redaction().clean_body(json.dumps(value, ensure_ascii=ensure).encode())
        assert half not in json.dumps(json.loads(cleaned), ensure_ascii=False)
        assert json.loads(cleaned)["error"]["message"][0].startswith("no: ")
    assert half.encode() not in redaction().clean_body(b"\xff<p>" + disguised.encode() + b"</p>")


def test_json_escapes_are_undone_before_looking() -> None:
    """A body that writes single letters of the key as escapes is read before it is cleaned."""
    mixed = "".join(f"\\u{ord(one):04x}" if place % 2 else one for place, one in enumerate(KEY.replace("/", "\\/")))
    cleaned = redaction().clean_body(f'{{"a": "{mixed}"}}'.encode())
    assert KEY not in json.loads(cleaned)["a"]


@pytest.mark.parametrize("word", ["none", "ollama", "EMPTY", "local", "1234567"])
def test_a_word_is_no_secret(word: str) -> None:
    """What local servers take for a key may stand in any article, and is left there."""
    found = Redaction()
    found.keep(word)
    found.keep(None)
    assert found.clean(f"The {word} council met.") == f"The {word} council met."


def test_escaped_for_html() -> None:
    """Marks of a key that HTML escapes do not hide it."""
    found = Redaction()
    found.keep("sk-a&b<c>d'e\"f-0123456789-ghijklmnop")
    escaped = html.escape("sk-a&b<c>d'e\"f-0123456789-ghijklmnop")
    assert "0123456789" not in found.clean(escaped)
