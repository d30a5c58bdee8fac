"""What the user can set, with defaults for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from summarize.settings.mail import Mail  # which is read where a mail server is named, and not before

Nlp = Literal["auto", "on", "off"]
BUILT_IN_ENGINES: Final = ("auto", "extractive", "model")
Effort = Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


@dataclass(frozen=True)
class Price:
    """Dollars per million tokens.

    `cached` is for input tokens that the provider had cached, `cache_write` for those it enters into its cache; the price of input if not
    given.
    """

    input: float
    output: float
    cached: float | None = None
    cache_write: float | None = None
    tiers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """What other service tiers cost, as a factor (`flex`: 0.5). The price of one that is not listed is unknown."""
    long_from: int | None = None
    """Input tokens above which a whole request costs twice the input and one and a half times the output; None: at no length."""


@dataclass(frozen=True)
class Settings:
    """What the user set, with defaults for the rest."""

    nlp: Nlp = "auto"
    """`auto`: the NLP model if it is installed; `on`: it must be; `off`: rules and gazetteer alone."""
    engine: str = "auto"
    """`auto`: a language model if one is named or a key is configured, else the built-in engine; or the name of an installed one."""
    model: str | None = None
    """Name of a language model at the endpoint, or the path of a GGUF file."""
    base_url: str | None = None
    """An OpenAI-compatible endpoint, up to and with its `/v1`; OpenAI's own if None."""
    api_key: str | None = field(default=None, repr=False)
    """Never shown, logged or recorded."""
    key_from: str | None = field(default=None, compare=False)
    """The variable that holds `api_key`; None if you gave it yourself."""
    key_for: str | None = None
    """The origin (scheme, host, port) that `api_key`, `headers` and `certificate` go to and no other; any if None, as where you give
    them yourself."""
    key_header: str = "Authorization"
    """The header that carries the key: after `Bearer` in this one, alone in any other, as in Azure's `api-key`."""
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Headers besides the key, such as OpenAI's organisation or a gateway's tenant. Never shown, logged or recorded."""
    certificate: Path | None = None
    """A client certificate (PEM) that the endpoint asks for, with its key in the same file or in `certificate_key`."""
    certificate_key: Path | None = None
    provider: str | None = None
    """The provider's name, where the endpoint was chosen by one."""
    needs: str | None = None
    """What has to be set before the endpoint can be asked; None: nothing."""
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """By setting, what gave it its value: a flag, a variable, the file, a provider. Those that have their default are not there."""
    file: Path | None = field(default=None, compare=False)
    """The `summarize.toml` in force; None if there is none."""
    withheld: str | None = None
    """Why a key that is set is not sent to the endpoint; None if none is withheld."""
    distrusted: str | None = None
    """Why nothing at all is sent to the endpoint: a file in the current folder names it, and the user has not trusted that file."""
    judge: str = "same"
    """Who is asked whether a model's own words stand: the `same` model, another at the endpoint by its name, or nobody (`off`)."""
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
    verbosity: Literal["low", "medium", "high"] | None = None
    """How much a model writes, where it takes that; if None, nothing is sent."""
    seed: int | None = None
    """Sent as it is; if None, none is sent."""
    service_tier: str | None = None
    """The tier that requests are served in, such as OpenAI's `flex`, at half the price; if None, none is asked for."""
    query: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Parameters of every request's address, such as `api-version`."""
    body: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What every question says besides, such as a gateway's routing."""
    caching: Mapping[str, str] | None = None
    """By model (`*` stands for any letters) how the end of the constant part is marked for the provider's cache: `prompt_cache_breakpoint`
    or `cache_control`. If None, as is known of the endpoint."""
    trust_counts: bool = True
    """Take the endpoint's count of input tokens for true, and refuse an answer where it shows that the prompt was cut."""
    log: Path | None = None
    """A file that gets a line of JSON for every attempt and every request, without texts or keys; none if None."""
    telemetry: bool = False
    """Report requests by OpenTelemetry, by its conventions for generative AI; needs the extra `otel`."""
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
    site_url: str | None = None
    """Where the folder of a reading room is served, ending in a slash, for the addresses in its feeds; relative ones if None."""
    mail: Mail | None = None
    """The mail server that briefings are sent by; None if none is named."""
    mail_fault: str | None = None
    """Why no mail can be sent by what is set; None: it can, or no server is named."""
    owners: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Of outlets their owner: in a briefing those of one owner are one source."""
    template: Path | None = None
    """A template for briefings in Markdown instead of the built-in one."""
    prices: Mapping[str, Price] = field(default_factory=lambda: MappingProxyType({}))
    """The user's own prices by model name, before the built-in table."""

    @property
    def uses_model(self) -> bool:
        """True if a language model drafts the cards."""
        if self.engine != "auto":
            return self.engine == "model"
        return any((self.model, self.base_url, self.api_key, self.replay))
