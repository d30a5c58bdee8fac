"""What untrusted text may do where: everything an article, a model or a page's metadata says passes through here.

Four doors, one for each place a card is shown: `plain` and `one_line` (terminal), `markdown`, `html`, and `json_text`.
Each takes linear time, and each leaves the visible words exactly as they were.
"""

from __future__ import annotations

import re
import urllib.parse

from summarize.expressions import expression

# A whole escape sequence goes, not only its ESC, or "[31m" and the target of a hidden link would stay behind as text.
# The payload of a string sequence (OSC, DCS, APC …) ends at the next ESC or line end at the latest, so a scan that
# finds no terminator is never repeated over the same characters.
_ESCAPE_SEQUENCE = expression(
    r"\x1b(?:"
    r"\[[0-?]*[ -/]*[@-~]"
    r"|[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x9c|\x1b\\)"
    r"|[ -/]*[0-OQ-WYZ`-~]"
    r")"
)
_LINE_END = expression(r"\r\n?")
_SPACE = expression(r"[\t\v\f\x1c-\x1f\x85\u2028\u2029]")
_SURROGATE = expression(r"[\ud800-\udfff]")
# Characters that show nothing and change what is around them. The joiners U+200C and U+200D stay: Hindi, Persian and
# emoji are spelt with them.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # C0 and C1 controls (the spacing ones are spaces by now)
    r"\u00ad"  # soft hyphen
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional and deprecated formatting controls
    r"\u180e\u200b\u2060-\u2064\ufeff"  # zero-width characters, invisible operators, byte order mark
    r"\ufff9-\ufffb"  # interlinear annotation
    r"\U000e0000-\U000e007f"  # tags: a whole message can be spelt in them, unseen
)
_DROPPED = expression(f"[{_INVISIBLE}]")
_UNPRINTABLE_IN_JSON = expression(f"[{_INVISIBLE}\\x85\\u2028\\u2029\\ud800-\\udfff]")

# Runs of characters that can stand in an address. The exclusions end a run at every mark of punctuation that is not
# part of an address, in Latin and East Asian texts alike.
_ADDRESS_RUN = expression(r"""[^\s`<>"'(){}\[\]|\\^“”‘’«»„,;!*$—–…，。、；：？！（）「」『』《》【】]+""")
_SELF_LINKING = expression(
    r"//"  # https://host, ftp://host, obsidian://…, //host
    r"|www\."
    r"|@\S"  # mail addresses, handles
    r"|\#\S"  # tags, issue numbers
    r"|\b(?:mailto|tel|sms|xmpp|data|javascript|file):\S"
    r"|:[a-z+-][\w+-]{0,49}:"  # :octocat: is an image
    # A bare host name, by the top-level domains that linkifiers know without a scheme.
    r"|[^\s.]\.(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[\w-]+)(?![^\W_]|-)",
    re.IGNORECASE,
)
_MAY_LINK = expression(r"[@#:/]|\.(?:(?=\w)|(?<=[wW]{3}\.))")
"""Nothing links itself without one of these; most texts have none, and are not taken apart."""
_MAY_ACT = expression(r"[@#:/`<&\\*\[\]{}|~^_$=%.](?:(?<!\.)|(?=\w)|(?<=[wW]{3}\.))")
"""One of these stands in whatever links itself or is special: most texts have none, and are written as they are if they open on a letter."""
_LOOSE_START = ".:?&=~-+%"
_LOOSE_END = ".:?&=~-"

_SPECIAL = expression(
    r"(?P<entity>`|<(?!\s)|&(?=\#?\w+;))"
    r"|\\(?=[!-/:-@\[-`{-~]|\Z)"  # a backslash that would escape what follows
    r"|[*\[\]{}|~^]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # snake_case emphasises nothing
    r"|(?<=\S)\$|\$(?!\d)"  # "$5" can open a formula but never close one: left unescaped it stays a price
    r"|(?<!\S)\#"
    r"|(?<==)=|=(?==)|(?<=%)%|%(?=%)"  # Obsidian: ==highlight==, %%hidden%%
)
_MAY_BE_SPECIAL = expression(r"[`<&\\*\[\]{}|~^_$#=%]")
"""One of these stands in whatever `_SPECIAL` finds: a look before what tries a dozen things at every letter."""
_ENTITIES = {"<": "&lt;", "&": "&amp;", "`": "&#96;"}
_LEADING = expression(r"[>:=]|[-+](?=[\s-]|\Z)|!!!|\?\?\?")
_LEADING_NUMBER = expression(r"(\d{1,9})([.)])(?=\s|\Z)")

_URL_SAFE = "/:?#@!$&'+,;=%-._"
_HOST = expression(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


def plain(text: str) -> str:
    """The text without anything that acts on a terminal or hides from a reader; line ends stay."""
    if text.isprintable():
        return text
    text = _LINE_END.sub("\n", _ESCAPE_SEQUENCE.sub("", text))
    return _SURROGATE.sub("\ufffd", _DROPPED.sub("", _SPACE.sub(" ", text)))


def one_line(text: str) -> str:
    """`plain`, with every run of white space as one space. May be empty."""
    text = plain(text)
    # Of white space only a space is printable: most texts are a line already.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def visible(text: str) -> str:
    """`one_line`, or a note in its place if nothing would be seen: an empty `****` is structure in Markdown."""
    return one_line(text) or "(no visible text)"


def html(text: str) -> str:
    """Text for HTML, inside an element or a quoted attribute."""
    import html as markup  # noqa: PLC0415 - it brings the names of all of HTML's characters, and most cards are shown otherwise

    return markup.escape(plain(text))


def markdown(text: str) -> str:
    """One line of Markdown that renders as exactly these words, and as nothing but words and code spans.

    What a renderer would turn into a link by itself (an address, a handle, a tag) stands in a code span. Nothing less
    holds everywhere: GitHub looks for mail addresses after it has resolved escapes and entities, so neither a
    backslash nor `&#64;` stops it (cmark-gfm issue 278), and mentions are linked in the finished HTML. Inside code no renderer links.
    `<`, "`" and `&` become entities because Python-Markdown does not know a backslash before them.
    """
    text = visible(text)
    if text[0].isalpha() and not _MAY_ACT.search(text):
        return text
    parts: list[str] = []
    done = 0
    for run in _ADDRESS_RUN.finditer(text) if _MAY_LINK.search(text) else ():
        if not _MAY_LINK.search(run[0]) or not _SELF_LINKING.search(run[0]):
            continue
        core = run[0].lstrip(_LOOSE_START).rstrip(_LOOSE_END)
        start, end = run.span()
        if _SELF_LINKING.search(core):  # the full stop after an address is not part of it
            start += run[0].index(core)
            end = start + len(core)
        parts += _escape_markdown(text[done:start]), "`", text[start:end], "`"
        done = end
    parts.append(_escape_markdown(text[done:]))
    first = _LEADING_NUMBER.sub(r"\1\\\2", parts[0], count=1) if _LEADING_NUMBER.match(parts[0]) else parts[0]
    parts[0] = "\\" + first if _LEADING.match(first) else first
    return "".join(parts)


def _escape_markdown(text: str) -> str:
    if not _MAY_BE_SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]] if found["entity"] else "\\" + found[0], text)


def json_text(document: str) -> str:
    """A JSON document with the characters that act on a terminal written as escapes: the same data, safe to look at."""
    # JSON's own syntax is ASCII, so such a character can only stand inside a string, where an escape means the same.
    return _UNPRINTABLE_IN_JSON.sub(lambda found: _json_escape(found[0]), document)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join("\\u" + units[at : at + 4] for at in range(0, len(units), 4))


def web_link(source: str) -> tuple[str, str] | None:
    """The URL and host of a source that was read from the web, percent-encoded; None if it is not a plain web address.

    A user name in the address is refused: `https://bank.example@evil.example/` is made to be misread.
    """
    if plain(source) != source or not source.isprintable():
        return None
    try:
        parts = urllib.parse.urlsplit(source)
        if parts.scheme not in {"http", "https"}:
            return None
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:
        return None
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    place = host if port is None else f"{host}:{port}"
    url = urllib.parse.urlunsplit((parts.scheme, place, parts.path or "/", parts.query, parts.fragment))
    return urllib.parse.quote(url, safe=_URL_SAFE), host
