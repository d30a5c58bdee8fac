"""Names of encodings, as a server or a feed gives them."""

from __future__ import annotations

import codecs

# Codecs of Python that are no encoding of a page: they run little languages of their own, or differ by machine.
_NEVER = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "mbcs", "oem"})


def known(name: str | None) -> str | None:
    """The codec's own name for an encoding of text; None if there is none, or none that a page may have."""
    if not name or len(name) > 40 or not name.isascii() or not name.isprintable():
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
        b"    ".decode(found.name)
    except UnicodeError:
        pass  # an encoding of text that these bytes are not in
    except (LookupError, ValueError):
        return None  # also hex, zlib and the like, which Python will not decode a text with
    return None if found.name.replace("_", "-") in {codec.replace("_", "-") for codec in _NEVER} else found.name
