"""`summarize correct`: a card put right by a person, every change checked and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarize.cli.corrections import CorrectionTarget, list_card_items, somebody
from summarize.cli.messages import tell
from summarize.cli.options import Nlp, settings_with, syntax_told
from summarize.cli.output import put
from summarize.errors import UsageError, in_words

if TYPE_CHECKING:
    from summarize.card import Card
    from summarize.correcting import Change

_WHICH, _HOW = "Which item (none: a page in the browser)", "What is right"
_FIELDS = {
    "quote": "quotes", "who": "who", "when": "when", "where": "where", "what": "what", "claim": "claims", "background": "background"
}  # fmt: skip
"""By the name of its option, the field of the card."""
_Added = Literal["quote", "who", "when", "where", "what", "claim", "background"]
_Kind = Literal["person", "organisation", "group", "unnamed"]


def _item(name: str, what: str) -> Any:
    return typer.Option(f"--{name}", metavar="N", min=1, rich_help_panel=_WHICH, help=f"{what} N of the card, from 1.")


def correct(
    card: Annotated[
        str, typer.Argument(metavar="CARD.json", help="A card made with `--format json`, or - for standard input.")
    ],
    quote: Annotated[int | None, _item("quote", "Quotation")] = None,
    who: Annotated[int | None, _item("who", "Participant")] = None,
    when: Annotated[int | None, _item("when", "Date")] = None,
    where: Annotated[int | None, _item("where", "Place")] = None,
    what: Annotated[int | None, _item("what", "Line of news")] = None,
    claim: Annotated[int | None, _item("claim", "Claim")] = None,
    background: Annotated[int | None, _item("background", "Line of background")] = None,
    headline: Annotated[
        str | None, typer.Option("--headline", metavar="TEXT", rich_help_panel=_WHICH, help="Another headline.")
    ] = None,
    add: Annotated[
        _Added | None, typer.Option("--add", rich_help_panel=_WHICH, help="A new item, that the card lacks.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--words",
            metavar="WORDS",
            rich_help_panel=_HOW,
            help="Of a new date or quotation, as they stand in the article. Several times for a quotation in several parts.",
        ),
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker",
            metavar="NAME",
            rich_help_panel=_HOW,
            help="Who says the quotation, as the article has the name; '' for nobody named. Several times for several.",
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role", metavar="WORDS", rich_help_panel=_HOW, help="A role, in the article's words; '' for none."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", "--place", metavar="NAME", rich_help_panel=_HOW, help="A name, as the article has it."),
    ] = None,
    kind: Annotated[_Kind | None, typer.Option("--kind", rich_help_panel=_HOW, help="What takes part.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", rich_help_panel=_HOW, help="Of a place, such as FR.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            rich_help_panel=_HOW,
            help="What the words mean: 2026-03-05, a range 2026-03-05/2026-03-07, or '' to leave it open.",
        ),
    ] = None,
    main: Annotated[
        bool, typer.Option("--main", rich_help_panel=_HOW, help="It is the date or place of the news.")
    ] = False,
    text: Annotated[
        str | None,
        typer.Option(
            "--text", metavar="TEXT", rich_help_panel=_HOW, help="A line: a sentence of the article, or a cut of one."
        ),
    ] = None,
    own_words: Annotated[
        bool,
        typer.Option(
            "--own-words",
            rich_help_panel=_HOW,
            help="The line may be in your own words: rules may refuse it, and it is marked as yours.",
        ),
    ] = False,
    sentences: Annotated[
        str | None,
        typer.Option(
            "--sentences",
            "--resting-on",
            metavar="N,N",
            rich_help_panel=_HOW,
            help="Sentences, by their numbers in `summarize evidence`: those that a line is, or rests on in your own words (default: those of "
            "the line before); or the one in which the words of a new item stand.",
        ),
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", rich_help_panel=_HOW, help="Take the item off the card.")] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="NAME", help="Who corrects it. Default: git's user.name, else the user's name."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where the card goes. Default: back to CARD.json."),
    ] = None,
    save_gold: Annotated[
        Path | None,
        typer.Option(
            "--save-gold", metavar="FILE", help="Save what was corrected as gold too, for `evals`; .yaml or .json."
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Only list the items with the options that name them.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the page's address.")] = False,
    nlp: Nlp = None,
) -> None:
    """Correct a card: speakers, roles, names, dates, places, lines; add what it lacks, take off what is wrong.

    Names, roles and quotations have to stand in the article, a date must not be against its own words, and a line is a sentence of the
    article or a cut of one; in your own words it is marked as yours. Each correction is kept on the card with the original, who made it
    and when, and every form shows it. Without an item a page opens in the browser.

    A charge and its answer are one: the answers to a line that is taken off go with it, and a warning says so, as it does of a charge that
    loses its answer, and of a date that is another than rules make of its words.

    \b
    Examples:
      summarize correct card.json
      summarize correct card.json --list
      summarize correct card.json --quote 2 --speaker "Ann Lee" --role engineer
      summarize correct card.json --when 1 --date 2026-03-05 --main
      summarize correct card.json --what 2 --drop --by "Mei Tanaka"
      summarize correct card.json --where 1 --place Lyon --save-gold lyon.yaml
      summarize correct card.json --add who --name "Ivo Brandt" --kind person
      summarize correct card.json --add when --words "next spring" --date 2027
      summarize correct card.json --add quote --words "It was dark"
      summarize correct card.json --add background --sentences 7
    """
    from summarize.article import without_surrogates
    from summarize.cli.show import read_card

    if save_gold is not None and save_gold.suffix not in {".yaml", ".yml", ".json"}:
        raise UsageError(f"{save_gold} is no name for a gold file: it ends in .yaml, .yml or .json")
    target = CorrectionTarget(card, output, save_gold)
    before = read_card(card)
    if list_:
        put(list_card_items(before))
        return
    if before.standing == "edited":
        tell("note: the card was changed by something else since it was checked, and will go on saying so")
    settings = settings_with(nlp=nlp)
    items = dict(zip(_FIELDS, (quote, who, when, where, what, claim, background), strict=True))
    values: dict[str, Any] = {
        "speakers": None if speaker is None else tuple(filter(str.strip, speaker)),
        "role": role,
        "name": name,
        "kind": kind,
        "words": None if words is None else tuple(words),
        "country": country,
        "date": date,
        "main": main or None,
        "text": text,
        "own_words": own_words,
        "sentences": _numbers(sentences),
        "drop": drop,
    }
    person = without_surrogates(by or somebody())
    targets: list[dict[str, Any]] = [
        {"field": _FIELDS[option], "item": number} for option, number in items.items() if number is not None
    ]
    if headline is not None:
        targets.append({"field": "headline", "text": headline})
    if add is not None:
        targets.append({"field": _FIELDS[add], "add": True})
    if not targets:
        if sentences or any(
            value is not None and value is not False for value in {**values, "sentences": None}.values()
        ):
            raise UsageError(
                "say which item it is of: --quote, --who, --when, --where, --what, --claim or --background, or --add a new one"
            )
        _page(before, card, target, person, settings, no_browser=no_browser)
        return
    from summarize.correcting import correct as corrected

    change = _change(targets, values)
    _be_there(before, change)
    after = corrected(
        before, [change], by=person, syntax=syntax_told(settings), tell=lambda line: tell(f"warning: {line}")
    )
    target.keep(after)
    for one in after.corrections[len(before.corrections) :]:
        from summarize.rendering.corrections import correction

        tell(f"note: {correction(one)}")
    if after.corrections == before.corrections:
        tell("note: nothing was corrected: the card says so already")
    if target.fault is not None:
        raise target.fault


def _numbers(given: str | None) -> tuple[int, ...]:
    parts = [part.strip() for part in (given or "").split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise UsageError(f"--sentences {given} is no list of sentences such as 3,4")
    return tuple(map(int, parts))


def _change(targets: list[dict[str, Any]], values: dict[str, Any]) -> Change:
    from pydantic import ValidationError

    from summarize.correcting import Change

    if len(targets) > 1:
        raise UsageError("correct one item at a time, or all of them on the page that opens without one")
    try:
        return Change.model_validate({**values, **targets[0]})
    except ValidationError as error:
        raise UsageError(in_words(error.errors()[0])) from error


def _be_there(card: Card, change: Change) -> None:
    """Refuse the number of an item that the card does not have."""
    items = () if change.field == "headline" else getattr(card, change.field)
    if change.item is not None and change.item > len(items):
        option = next(name for name, field in _FIELDS.items() if field == change.field)
        numbers = "none" if not items else "1 alone" if len(items) == 1 else f"1 to {len(items)}"
        raise UsageError(
            f"the card has no --{option} {change.item}, but {numbers}: `summarize correct CARD.json --list` shows them"
        )


def _page(card: Card, source: str, target: CorrectionTarget, by: str, settings: Any, *, no_browser: bool) -> None:
    from summarize.cli.evals.label import serve
    from summarize.evaluation.labelling.session import CorrectingSession
    from summarize.rendering.words import counted

    session = CorrectingSession(card, by, syntax_told(settings), target.keep)
    serve(session, f"correct {source}", no_browser=no_browser)
    made = len(session.card.corrections) - len(card.corrections)
    tell(f"note: {counted(made, 'correction')} saved" if made else "note: nothing was corrected")
    if target.fault is not None:
        raise target.fault
