"""Settings: flag, then environment (`SUMMARIZE_*`, `OPENAI_*`), then `summarize.toml`, then default. The only reader of the environment."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlsplit

from summarize.errors import ConfigurationError

FILE = "summarize.toml"
OPENAI_URL = "https://api.openai.com/v1"
Nlp = Literal["auto", "on", "off"]
EngineChoice = Literal["auto", "extractive", "model"]
Effort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars per million tokens.

    `cached` is for input tokens that the provider had cached, `cache_write` for those it enters into its cache; the price of input if not
    given.
    """

    input: float
    output: float
    cached: float | None = None
    cache_write: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set, with defaults for the rest."""

    nlp: Nlp = "auto"
    """`auto`: the NLP model if it is installed; `on`: it must be; `off`: rules and gazetteer alone."""
    engine: EngineChoice = "auto"
    """`auto`: a language model if one is named or a key is configured, else the built-in engine."""
    model: str | None = None
    """Name of a language model at the endpoint, or the path of a GGUF file."""
    base_url: str | None = None
    """An OpenAI-compatible endpoint, up to and with its `/v1`; OpenAI's own if None."""
    api_key: str | None = field(default=None, repr=False)
    """Never shown, logged or recorded."""
    prompt: Path | None = None
    """A prompt file instead of the built-in one."""
    language: str | None = None
    """Language of the card's own sentences, as a tag such as `de`; the article's if None. Quotations stay as they are."""
    timeout: float = 120.0
    """Seconds that one request may take in all, from sending to the last byte."""
    patience: float = 600.0
    """Seconds that one question may spend waiting between attempts: a longer Retry-After is an error at once."""
    max_cost: float | None = None
    """Dollars that a run may cost at most, checked before each request."""
    max_tokens: int | None = None
    """Tokens, sent and received, that a run may use at most, checked before each request."""
    answer_tokens: int = 4000
    """Tokens that one answer may have at most; a model that thinks first gets room for that beside it."""
    effort: Effort | None = None
    """How much a model thinks before it answers; if None, `low` of a model known to take it, and nothing is sent to any other."""
    temperature: float | None = None
    """Sent as it is; if None, none is sent, as many models refuse it."""
    window: int = 24_000
    """Characters of an article that a model reads at once; a longer one is drafted in overlapping parts."""
    jobs: int = 4
    """Articles drafted at the same time."""
    record: Path | None = None
    """Folder that takes a recording of every exchange with the endpoint."""
    replay: Path | None = None
    """Folder of recordings that answer in place of the endpoint."""
    cache: Path | None = None
    """Folder for what runs remember of endpoints, and for fetched pages; the user's cache folder if None."""
    contact: str | None = None
    """An address or a page by which the owner of a site reaches whoever runs this; named to every site that is fetched from."""
    fetch_timeout: float = 30.0
    """Seconds of transfer that a fetched page may take in all."""
    store: Path | None = None
    """File in which daily briefings remember cards and stories; one in the user's data folder if None, none at all if it is `none`."""
    zone: str = "UTC"
    """IANA name of the time zone that the day of a briefing is of."""
    watch: tuple[str, ...] = ()
    """Names and topics whose stories come first in a briefing."""
    template: Path | None = None
    """A template for briefings in Markdown instead of the built-in one."""
    prices: Mapping[str, Price] = field(default_factory=lambda: MappingProxyType({}))
    """The user's own prices by model name, before the built-in table."""
    no_color: bool = False
    """NO_COLOR is set and not empty (https://no-color.org)."""

    @property
    def uses_model(self) -> bool:
        """True if a language model drafts the cards."""
        if self.engine != "auto":
            return self.engine == "model"
        return any((self.model, self.base_url, self.api_key, self.replay))


def _choice(*values: str) -> Callable[[object], str]:
    def parse(value: object) -> str:
        if value in values:
            return str(value)
        raise ValueError(f"it takes {', '.join(values[:-1])} or {values[-1]}")

    return parse


def _nlp(value: object) -> str:
    match str(value).lower():
        case "auto" | "":
            return "auto"
        case "on" | "1" | "yes" | "true":
            return "on"
        case "off" | "0" | "no" | "false":
            return "off"
    raise ValueError("it takes auto, on or off")


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        raise ValueError("it takes a text in quotation marks")  # noqa: TRY004 - one kind of error for every wrong value
    return value.strip() or None


def _url(value: object) -> str | None:
    text = _text(value)
    if text is None:
        return None
    try:
        parts = urlsplit(text)
        port = parts.port  # raises if it is none
        sound = (
            parts.scheme in {"http", "https"}
            and parts.hostname
            and not (parts.query or parts.fragment or port == 0)
            and text.isascii()
            and text.isprintable()
            and " " not in text
        )
        held = parts.username or parts.password
    except ValueError:
        sound, held = False, None
    if not sound:
        raise ValueError("it takes an address such as http://localhost:8080/v1")
    if held:
        raise ValueError("a key does not belong in an address: set OPENAI_API_KEY")
    return text.rstrip("/")


def _key(value: object) -> str | None:
    text = _text(value)
    if text is not None and not (text.isascii() and text.isprintable() and " " not in text):
        raise ValueError("a key has no spaces, line ends or letters outside ASCII")
    return text


def _language(value: object) -> str | None:
    text = _text(value)
    if text is not None and not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in text.split("-")):
        raise ValueError("it takes a language tag such as de or pt-BR")
    return text


def _contact(value: object) -> str | None:
    text = _text(value)
    if text is not None and not (text.isascii() and text.isprintable() and len(text) <= 150):
        raise ValueError("it takes at most 150 printable ASCII characters, such as desk@example.org")
    return text


def _zone(value: object) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few commands need it

    text = _text(value) or "UTC"
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("it takes the name of a time zone such as Europe/Paris") from None


def _watch(value: object) -> tuple[str, ...]:
    terms = value.split(",") if isinstance(value, str) else value
    if not isinstance(terms, (list, tuple)) or not all(isinstance(term, str) for term in terms):
        raise ValueError('it takes a list such as ["Kestrel", "port strike"]')
    return tuple(dict.fromkeys(" ".join(term.split()) for term in terms if term.strip()))


def _path(value: object) -> Path | None:
    text = _text(str(value) if isinstance(value, Path) else value)
    return None if text is None else Path(text).expanduser()


def _number(least: float, most: float, unit: str) -> Callable[[object], float]:
    def parse(value: object) -> float:
        try:
            number = float(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else math.nan
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise ValueError(f"it takes {unit} from {least:g} to {most:g}")
        return number

    return parse


def _count(least: int, most: int, unit: str) -> Callable[[object], int]:
    number = _number(least, most, unit)

    def parse(value: object) -> int:
        if number(value) != int(number(value)):
            raise ValueError(f"it takes {unit} from {least} to {most}, without a fraction")
        return int(number(value))

    return parse


def _prices(value: object) -> Mapping[str, Price]:
    if not isinstance(value, dict):
        raise ValueError('it takes tables such as [prices."my-model"] with input, cached and output')  # noqa: TRY004
    dollars = _number(0, 100_000, "dollars per million tokens")
    prices: dict[str, Price] = {}
    for model, entry in value.items():
        names = {"input", "output", "cached", "cache_write"}
        if not isinstance(entry, dict) or not {"input", "output"} <= set(entry) <= names:
            raise ValueError(
                f"the price of {model!r} takes input and output, and cached and cache_write where they differ from input"
            )
        prices[str(model)] = Price(**{name: dollars(value) for name, value in entry.items()})
    return MappingProxyType(prices)


@dataclass(frozen=True, slots=True)
class _Setting:
    parse: Callable[[object], Any]
    variables: tuple[str, ...] = ()
    in_file: bool = True


_SETTINGS: dict[str, _Setting] = {
    "nlp": _Setting(_nlp, ("SUMMARIZE_NLP",)),
    "engine": _Setting(_choice("auto", "extractive", "model"), ("SUMMARIZE_ENGINE",)),
    "model": _Setting(_text, ("SUMMARIZE_MODEL",)),
    "base_url": _Setting(_url, ("SUMMARIZE_BASE_URL", "OPENAI_BASE_URL")),
    "api_key": _Setting(_key, ("SUMMARIZE_API_KEY", "OPENAI_API_KEY"), in_file=False),
    "prompt": _Setting(_path, ("SUMMARIZE_PROMPT",)),
    "language": _Setting(_language, ("SUMMARIZE_LANGUAGE",)),
    "timeout": _Setting(_number(0.05, 86_400, "seconds"), ("SUMMARIZE_TIMEOUT",)),
    "patience": _Setting(_number(0, 86_400, "seconds"), ("SUMMARIZE_PATIENCE",)),
    "max_cost": _Setting(_number(0, 1e6, "dollars"), ("SUMMARIZE_MAX_COST",)),
    "max_tokens": _Setting(_count(1, 10**12, "tokens"), ("SUMMARIZE_MAX_TOKENS",)),
    "answer_tokens": _Setting(_count(100, 200_000, "tokens"), ("SUMMARIZE_ANSWER_TOKENS",)),
    "effort": _Setting(_choice("none", "minimal", "low", "medium", "high", "xhigh", "max"), ("SUMMARIZE_EFFORT",)),
    "temperature": _Setting(_number(0, 2, "a number"), ("SUMMARIZE_TEMPERATURE",)),
    "window": _Setting(_count(2_000, 4_000_000, "characters"), ("SUMMARIZE_WINDOW",)),
    "jobs": _Setting(_count(1, 1024, "articles"), ("SUMMARIZE_JOBS",)),
    "record": _Setting(_path, ("SUMMARIZE_RECORD",)),
    "replay": _Setting(_path, ("SUMMARIZE_REPLAY",)),
    "cache": _Setting(_path, ("SUMMARIZE_CACHE",)),
    "contact": _Setting(_contact, ("SUMMARIZE_CONTACT",)),
    "fetch_timeout": _Setting(_number(0.05, 3600, "seconds"), ("SUMMARIZE_FETCH_TIMEOUT",)),
    "store": _Setting(_path, ("SUMMARIZE_STORE",)),
    "zone": _Setting(_zone, ("SUMMARIZE_ZONE",)),
    "watch": _Setting(_watch, ("SUMMARIZE_WATCH",)),
    "template": _Setting(_path, ("SUMMARIZE_TEMPLATE",)),
    "prices": _Setting(_prices),
}


def _from_file(folder: Path) -> dict[str, object]:
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    known = sorted(name for name, setting in _SETTINGS.items() if setting.in_file)
    for name in sorted(data):
        if name == "api_key":
            raise ConfigurationError(f"{path} holds a key, and files are shared: set OPENAI_API_KEY instead")
        if name not in known:
            raise ConfigurationError(f"{path} has an unknown setting {name!r}; known are: {', '.join(known)}")
    return data


def one_thread() -> None:
    """Ask numpy's linear algebra, before it is imported, for no threads of its own unless the user set a number.

    Nothing here is large enough for them, and starting them costs more than an article. For a process that is the program's own.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def load(
    environment: Mapping[str, str] | None = None, folder: Path | None = None, flags: Mapping[str, object] | None = None
) -> Settings:
    """The settings in force.

    Args:
        environment: the process's own if None.
        folder: where `summarize.toml` is looked for; the current one if None.
        flags: what the command line says, by setting, above everything else; None is not said.

    Raises:
        ConfigurationError: a setting is unknown or has a value it does not take.
    """
    values = os.environ if environment is None else environment
    file = _from_file(folder or Path.cwd())
    given: dict[str, Any] = {"no_color": bool(values.get("NO_COLOR"))}
    for name, setting in _SETTINGS.items():
        found = _found(name, setting, flags or {}, values, file)
        if found is None:
            continue
        raw, where = found
        try:
            given[name] = setting.parse(raw)
        except ValueError as error:
            # A key is never repeated, not even a wrong one.
            shown = "not usable" if name == "api_key" else repr(raw)
            raise ConfigurationError(f"{where} is {shown}: {error}") from error
    return Settings(**given)


def _found(
    name: str, setting: _Setting, flags: Mapping[str, object], values: Mapping[str, str], file: Mapping[str, object]
) -> tuple[object, str] | None:
    """The value of the highest place that gives one, and what to call that place. An empty variable gives none."""
    if flags.get(name) is not None:
        return flags[name], "--" + name.replace("_", "-")
    for variable in setting.variables:
        if values.get(variable):
            return values[variable], variable
    if name in file:
        return file[name], f"{name} in {FILE}"
    return None
