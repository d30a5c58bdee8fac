"""`summarize correct`: a card put right by a person, every change checked and kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli.messages import tell
from summarize.cli.options import Nlp, settings_with, syntax_told
from summarize.cli.output import put
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.card import Card
    from summarize.correcting import Change

_WHICH, _HOW = "Which item (none: a page in the browser)", "What is right"


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
    resting_on: Annotated[
        str | None,
        typer.Option(
            "--resting-on",
            metavar="N,N",
            rich_help_panel=_HOW,
            help="Sentences that a line in your own words rests on, by their numbers in `summarize evidence`. Default: those of the line before.",
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
    """Correct a card: speakers, roles, names, dates, places, lines.

    Names and roles have to stand in the article, a date must not be against its own words, and a line is a sentence of the article or a cut
    of one; in your own words it is marked as yours. Each correction is kept on the card with the original, who made it and when, and every
    form shows it. Without an item a page opens in the browser.

    \b
    Examples:
      summarize correct card.json
      summarize correct card.json --list
      summarize correct card.json --quote 2 --speaker "Ann Lee" --role engineer
      summarize correct card.json --when 1 --date 2026-03-05 --main
      summarize correct card.json --what 2 --drop --by "Mei Tanaka"
      summarize correct card.json --where 1 --place Lyon --save-gold lyon.yaml
    """
    from summarize.article import without_surrogates
    from summarize.cli.show import read_card

    if save_gold is not None and save_gold.suffix not in {".yaml", ".yml", ".json"}:
        raise UsageError(f"{save_gold} is no name for a gold file: it ends in .yaml, .yml or .json")
    before = read_card(card)
    if list_:
        put(_listed(before))
        return
    if before.standing == "edited":
        tell("note: the card was changed by something else since it was checked, and will go on saying so")
    settings = settings_with(nlp=nlp)
    items = {
        "quotes": quote, "who": who, "when": when, "where": where, "what": what, "claims": claim, "background": background
    }  # fmt: skip
    values: dict[str, Any] = {
        "speakers": None if speaker is None else tuple(filter(str.strip, speaker)),
        "role": role,
        "name": name,
        "country": country,
        "date": date,
        "main": main or None,
        "text": text,
        "own_words": own_words,
        "sentences": _numbers(resting_on),
        "drop": drop,
    }
    person = without_surrogates(by or _somebody())
    chosen = [(field, number) for field, number in items.items() if number is not None]
    if not chosen and headline is None:
        if any(value for value in values.values()):
            raise UsageError(
                "say which item it is of: --quote, --who, --when, --where, --what, --claim or --background"
            )
        _page(before, card, output, person, settings, save_gold, no_browser=no_browser)
        return
    from summarize.correcting import correct as corrected

    change = _change(chosen, headline, values)
    after = corrected(before, [change], by=person, syntax=syntax_told(settings))
    save(after, card, output, save_gold)
    for one in after.corrections[len(before.corrections) :]:
        from summarize.rendering.words import correction

        tell(f"note: {correction(one)}")
    if after.corrections == before.corrections:
        tell("note: nothing was corrected: the card says so already")


def _listed(card: Card) -> str:
    """The items of a card, each after the option that names it."""
    from summarize.rendering.safe import one_line
    from summarize.rendering.words import date

    told: dict[str, list[tuple[str | None, ...]]] = {
        "what": [(each.text,) for each in card.what],
        "who": [(each.name, each.role) for each in card.who],
        "when": [(each.text, date(each.start, each.end), "main" if each.main else None) for each in card.when],
        "where": [(each.name, each.country, "main" if each.main else None) for each in card.where],
        "quote": [(str(each), each.speaker or "nobody named", each.speaker_role) for each in card.quotes],
        "claim": [(each.text,) for each in card.claims],
        "background": [(each.text,) for each in card.background],
    }
    lines = [f"--headline       {one_line(card.headline.text)}"]
    for name, items in told.items():
        for number, parts in enumerate(items, 1):
            lines.append(f"{f'--{name} {number}':<16} {one_line(' — '.join(filter(None, parts)))}")
    return "\n".join(lines) + "\n"


def _numbers(given: str | None) -> tuple[int, ...]:
    parts = [part.strip() for part in (given or "").split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise UsageError(f"--resting-on {given} is no list of sentences such as 3,4")
    return tuple(map(int, parts))


def _change(chosen: list[tuple[str, int]], headline: str | None, values: dict[str, Any]) -> Change:
    from pydantic import ValidationError

    from summarize.correcting import Change

    if len(chosen) + (headline is not None) > 1:
        raise UsageError("correct one item at a time, or all of them on the page that opens without one")
    target = (
        {"field": "headline", "text": headline}
        if headline is not None
        else dict(zip(("field", "item"), chosen[0], strict=True))
    )
    try:
        return Change.model_validate({**values, **target})
    except ValidationError as error:
        raise UsageError(str(error.errors()[0]["msg"]).removeprefix("Value error, ")) from error


def _somebody() -> str:
    """The name that git has for the user, else the one that the system has."""
    import getpass
    import subprocess

    try:
        found = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - whichever git the user has
            capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=5,
        )  # fmt: skip
        name = found.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        name = ""
    try:
        return name or getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("say who corrects the card: --by NAME") from error


def save(card: Card, source: str, output: Path | None, save_gold: Path | None) -> None:
    """Write the card back, or where it is to go, and its corrections as gold."""
    from summarize.files import write_whole
    from summarize.rendering import to_json

    gold = None
    if save_gold is not None:
        from summarize.evaluation.gold.files import content_of, gold_text
        from summarize.evaluation.labelling.corrected import gold_of

        if save_gold.exists():
            raise UsageError(f"{save_gold} exists: give another name, or label it with evals label")
        labels = gold_of(card, save_gold)
        if save_gold.suffix == ".json":
            import json

            gold = json.dumps(content_of(labels), ensure_ascii=False, indent=2) + "\n"
        else:
            gold = gold_text(labels)
    if output is None and source == "-":
        put(to_json(card))
    else:
        write_whole(output or Path(source), to_json(card))
    if save_gold is not None and gold is not None:
        write_whole(save_gold, gold)
        tell(f"note: what was corrected is gold in {save_gold}; dropped items and lines are no labels")


def _page(
    card: Card, source: str, output: Path | None, by: str, settings: Any, save_gold: Path | None, *, no_browser: bool
) -> None:
    from summarize.cli.evals.label import serve
    from summarize.evaluation.labelling.correcting import CorrectingSession
    from summarize.rendering.words import counted

    session = CorrectingSession(card, by, syntax_told(settings), lambda made: save(made, source, output, save_gold))
    serve(session, f"correct {source}", no_browser=no_browser)
    made = len(session.card.corrections) - len(card.corrections)
    tell(f"note: {counted(made, 'correction')} saved" if made else "note: nothing was corrected")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("correct")(correct)
