"""Names of encodings, as a server, a feed or a mail gives them."""

from __future__ import annotations

import codecs

_NEVER = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Codecs of Python that are no encoding of a text: they run little languages of their own, or differ by machine."""
_WIDE = ("utf-16", "utf-32")
_MARKUP = b"<html>"


def codec_name(name: str | None, *, in_mail: bool = False) -> str | None:
    """The codec's own name for an encoding of text; None if there is none, or none that a text comes in.

    The words that name it are ASCII and stand beside or in the text: it holds ASCII as it is, or letters of several bytes, and is not EBCDIC.

    Args:
        name: as it is written.
        in_mail: UTF-7, which was made for mail and hides markup in a page, is one as well.
    """
    if not name or len(name) > 40 or not name.isascii() or not name.isprintable():
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
        as_it_is = _MARKUP.decode(found, "replace") == _MARKUP.decode()
    except (LookupError, ValueError):
        return None  # hex, zlib and the like, which Python will not decode a text with
    if found.replace("-", "_") in _NEVER or (found == "utf-7" and not in_mail):
        return None
    return found if as_it_is or found.startswith(_WIDE) else None
