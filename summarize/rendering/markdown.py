"""A card as Markdown that reads well raw and rendered, on GitHub and in Obsidian alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from summarize.card import Card, Quote, Rejection, Statement, When, Where, Who
from summarize.rendering import safe, words
from summarize.rendering.corrections import correction
from summarize.rendering.labels import label, labels_in, reason
from summarize.rendering.safe import markdown as md

# Everything of the article's goes through `md`. What is written here keeps a space between its own marks and a value,
# so that neither can complete the other: `**` before a value always follows a space, and `[12–30]` is never
# followed by a parenthesis.


def to_markdown(card: Card, language: str | None = None) -> str:
    """The card as Markdown; the only link in it is to the article's source, if that is a web address. For `language`, see `render`."""
    with labels_in(language, card.article.language):
        return _render_card(card)


def _render_card(card: Card) -> str:
    blocks: list[str] = [f"# {_headline(card)}", _facts(card)]
    if notice := words.declined(card.provenance):
        blocks.append(f"**{words.label('Note:')}** {md(notice)}")
    for section, items in words.shown(card):
        lines = [_SHOWN[section.field](item) for item in items]
        if section.field == "quotes":  # each a paragraph of its own
            blocks += [f"## {section.title}", *(lines or [words.empty(card, section)])]
        else:
            blocks += _section(section.title, lines, words.empty(card, section))
    if card.corrections:
        blocks += _section(words.label("Corrected"), (md(correction(one)) for one in card.corrections), words.none())
    if card.rejected:
        blocks += _section(words.label("Refused"), map(_rejection, card.rejected), words.none())
    blocks += ["---", *_footer(card)]
    return "\n\n".join(blocks) + "\n"


def _headline(card: Card) -> str:
    note = words.support(card.headline)
    shown = f"{md(words.in_full(card.headline))}{f' ({note})' if note else ''}"
    return shown if safe.one_line(card.headline.text) else words.untitled_label()


def _facts(card: Card) -> str:
    link = safe.web_link(card.article.source)
    # An entity such as `&copy;` would be resolved inside a link's target.
    source = [f"[{link[1]}]({link[0].replace('&', '&amp;')})"] if link else []
    return _join_with_dots([*map(md, words.facts(card.article)), *source])


def _section(title: str, lines: Iterable[str], empty: str) -> Iterator[str]:
    yield f"## {title}"
    yield "\n".join(f"- {line}" for line in lines) or empty


def _statement(statement: Statement) -> str:
    note = words.support(statement)
    return f"{md(words.in_full(statement))}{f' ({note})' if note else ''} {words.spans(statement.evidence)}"


def _who(who: Who) -> str:
    role = words.role(who.role, who.kind)
    described = _join_with_dots([*([md(role)] if role else []), words.counted(who.mentions, "mention")])
    return f"**{md(who.name)}** — {described} {words.spans(who.evidence)}"


def _when(pair: tuple[When, str | None]) -> str:
    when, context = pair
    date = f"**{md(words.date(when.start, when.end))}**{_main() if when.main else ''}"
    said = words.said(when)
    told = [*([words.marked(md(said))] if said else []), *([md(context)] if context else [])]
    return f"{' — '.join([date, *told])} {words.spans(when.evidence)}"


def _main() -> str:
    return f" ({words.label('main')})"


def _where(where: Where) -> str:
    notes = [*([md(where.country)] if where.country else []), *([words.label("main")] if where.main else [])]
    noted = f" ({', '.join(notes)})" if notes else ""
    return f"**{md(where.name)}**{noted} {words.spans(where.evidence)}"


def _quote(quote: Quote) -> str:
    said = " ".join(words.marked(md(part.text)) for part in quote.evidence)
    role = f", {md(quote.speaker_role)}" if quote.speaker_role else ""
    cue = f" ({md(quote.cue)})" if quote.cue else ""
    speaker = f"**{md(quote.speaker)}**" if quote.speaker else words.unknown_speaker()
    return f"> {said}\n>\n> — {speaker}{role}{cue} {words.spans(quote.evidence)}"


_SHOWN: Final[Mapping[str, Callable[[Any], str]]] = {
    "what": _statement,
    "who": _who,
    "when": _when,
    "where": _where,
    "quotes": _quote,
    "claims": _statement,
    "background": _statement,
}
"""How an item of each field is shown."""


def _rejection(rejection: Rejection) -> str:
    return f"{md(rejection.field)}{label(':')} {words.marked(md(rejection.value))} — {md(reason(rejection.reason))}"


def _footer(card: Card) -> Iterator[str]:
    yield _join_with_dots(map(md, words.origin(card)))
    yield md(words.made(card.provenance))


def _join_with_dots(parts: Iterable[str] | Sequence[str]) -> str:
    return " · ".join(parts)
