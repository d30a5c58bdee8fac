"""Access to an endpoint: who is asked there, with which key and settings, within which limits; live, recorded or replayed."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from weakref import WeakKeyDictionary

import openai

from summarize.engines.model import local
from summarize.engines.model.accounting import Account, Budget
from summarize.engines.model.chosen import Chosen, chosen_settings, for_model
from summarize.engines.model.connection import Connection, Offered
from summarize.engines.model.endpoint import Endpoint
from summarize.engines.model.kept import Answers, KeptAnswers
from summarize.engines.model.ladder import Profile, Profiles
from summarize.engines.model.observing import LogFile, Observer, Watch
from summarize.engines.model.pricing import price_of
from summarize.engines.model.recordings import Recorder, Replay
from summarize.engines.model.retries import Sender
from summarize.engines.model.rungs import Rung
from summarize.engines.model.telemetry import Telemetry
from summarize.engines.model.transport import Ways
from summarize.errors import ConfigurationError, MeasurementError
from summarize.redaction import SECRETS
from summarize.settings import OPENAI_URL, Price, Settings
from summarize.settings.addresses import keeps_secrets, origin
from summarize.settings.providers import entry_at

DEFAULT_MODEL = "gpt-6-luna"
"""At OpenAI's own endpoint, where only a key is configured."""


def quiet(line: str) -> None:
    """Tell nobody."""
    del line


class Access:
    """The models at one endpoint: the one that drafts, and a judge if that is another. Reusable, also for many articles at once."""

    def __init__(
        self, settings: Settings, *, tell: Callable[[str], None] = quiet, backoff: float = 1.0, remembers: bool = True
    ) -> None:
        """Find out what the settings ask for; nothing is sent yet.

        Args:
            settings: model, endpoint, key, limits.
            tell: takes one line for the user, where something is not as usual.
            backoff: seconds to wait before the first new attempt, where the endpoint does not say.
            remembers: use and keep what runs learn of endpoints; else each is probed anew.

        Raises:
            ConfigurationError: a key or a model file is missing or wrong, or two settings cannot be together.
            MeasurementError: the folder of recordings cannot be used.
        """
        self.settings = settings
        self.tell = tell
        self._backoff = backoff
        self._remembers = remembers
        self._replay = Replay(settings.replay) if settings.replay is not None else None
        self._local = local.is_file(settings.model) and self._replay is None and settings.base_url is None
        self._server: local.LocalServer | None = None
        if settings.record is not None and settings.replay is not None:
            raise ConfigurationError(
                "a replay asks nothing, so there is nothing to record: unset SUMMARIZE_RECORD or --replay"
            )
        if self._local and settings.judge not in {"same", "off"}:
            raise ConfigurationError(
                "a model file has no other model beside it: --judge takes same or off with it, or give an endpoint with --base-url"
            )
        self.base_url = settings.base_url or OPENAI_URL
        SECRETS.keep(settings.api_key)
        if not (self._replay or self._local):
            _check_admission(settings, self.base_url)
        self.model = _model_name(settings, self._replay)
        self.spent = Account(self._price(self.model or ""))
        """What the whole run was served."""
        self.chosen: Chosen = chosen_settings(settings, self._replay, self.model, is_local=self._local)
        """The settings that answers depend on; of a replay, as they were recorded."""
        self._kept: Answers | None = None
        self._known: Mapping[str | None, Profile] = {}
        self._watch = Watch(_observers(settings, tell))
        self._connection: Connection | None = None
        self._sender: Sender | None = None
        self._endpoints: dict[str | None, Endpoint] = {}
        self._locks: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()

    @property
    def replay(self) -> Replay | None:
        """The recordings that answer, if any do."""
        return self._replay

    @property
    def is_local(self) -> bool:
        """True if the model is a file, served in process."""
        return self._local

    @property
    def rung(self) -> Rung | None:
        """How the endpoint is asked for the schema; None until that is known."""
        return self._endpoints[None].rung if None in self._endpoints else None

    def account(self, judge: str | None = None) -> Account:
        """An account for one card's questions to the model that drafts, or to a judge: what it takes is entered in the run's as well."""
        return Account(self.spent.price if judge is None else self._price(judge), run=self.spent)

    def chosen_for(self, judge: str | None) -> Chosen:
        """The settings that a judge's answers depend on; of a replay, as they were recorded. None: of the model that drafts."""
        return (
            self.chosen
            if judge is None
            else chosen_settings(self.settings, self._replay, judge, is_local=False, judge=judge)
        )

    def turn(self) -> AbstractAsyncContextManager[None]:
        """Within what a question is asked: a model in this process answers one after the other, and waiting for that is not its time."""
        return self._lock() if self._local else nullcontext()

    def _price(self, model: str) -> Price | None:
        if self._local:
            return Price(0, 0)
        # Whose recordings are replayed is not known, and so neither is their price.
        billed_at = "" if self._replay and not self.settings.base_url else self.base_url
        return price_of(model, billed_at, self.settings.prices)

    async def aclose(self) -> None:
        """Close the connections of the running event loop. What is known of the endpoint stays known."""
        if self._connection is not None:
            await self._connection.aclose()

    def close(self) -> None:
        """Stop the server of a model file, if there is one."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def keep_answers(self) -> None:
        """From now on keep every answer on disk until `written_out`, and take up those that a run which was killed left. Before any question."""
        if not (self.settings.record or self._replay or self._local):
            self._kept = KeptAnswers(self.base_url, self.settings.cache)

    def answer_from(self, answers: Answers, known: Mapping[str | None, Profile] | None = None) -> None:
        """From now on ask the endpoint only what is not among `answers`. Before any question.

        Args:
            answers: has answers, and takes those that arrive.
            known: how the endpoint is asked, as `known` of another access to it has found out, so that it is not probed again.
        """
        self._kept = answers
        self._known = dict(known or {})

    async def known(self) -> dict[str | None, Profile]:
        """How the endpoint is asked, by the judge's name; None: the model that drafts. Found out where it is not known. Raises as `open`."""
        named = self.settings.judge
        first = await self.open(self.spent)
        found: dict[str | None, Profile] = {None: first.profile}
        if named not in {"same", "off", self.model}:
            found[named] = (await self.open(self.account(named), named)).profile
        return found

    def connection(self) -> Connection:
        """The connection itself, for what is asked of an endpoint beside completions."""
        return self._connect()

    def price(self, model: str) -> Price | None:
        """What a model costs at this endpoint, in its standard tier; None if unknown."""
        return self._price(model)

    def written_out(self) -> int:
        """What was made of the answers is written: keep them no longer. Returns how many an earlier run had paid for."""
        if self._kept is None:
            return 0
        self._kept.forget()
        return self._kept.taken

    async def models(self) -> list[Offered]:
        """The models that the endpoint offers. Raises as `draft`."""
        return await self._connect().models()

    def client(self) -> openai.AsyncOpenAI:
        """The openai client as the engine uses it, recorded or replayed: for measuring other ways against this one."""
        return self._connect().client()

    async def prepare(self) -> Rung:
        """Find out how the endpoint can be asked for the schema: the rung of the ladder. Raises as `draft`."""
        return (await self.open(self.spent)).rung

    def written(self) -> str:
        """The settings that answers depend on, in one line."""
        return self.chosen.written()

    def _lock(self) -> asyncio.Lock:
        """The lock of the running event loop."""
        return self._locks.setdefault(asyncio.get_running_loop(), asyncio.Lock())

    def key(self) -> tuple[str | None, str | None]:
        """The key that is sent to the endpoint, and why one that is set is not, if that is so."""
        settings = self.settings
        if settings.api_key is None:
            return None, settings.withheld
        if settings.key_for not in {None, origin(self.base_url)}:
            return None, f"the key that is set is for {settings.key_for} alone"
        if not keeps_secrets(self.base_url):
            return None, "no key is sent over plain http: give an https address"
        return settings.api_key, None

    def _ways(self) -> Ways:
        """What requests carry besides the key, as far as it goes to this address."""
        settings = self.settings
        if self._replay or self._local:
            return Ways()
        at_home = settings.key_for in {None, origin(self.base_url)} and keeps_secrets(self.base_url)
        return Ways(
            key_header=settings.key_header,
            headers=settings.headers if at_home else {},
            query=settings.query,
            certificate=settings.certificate if at_home else None,
            certificate_key=settings.certificate_key if at_home else None,
        )

    def _connect(self) -> Connection:
        if self._connection is None:
            if self._local and self._server is None:
                assert self.settings.model is not None
                self.tell(f"note: loading {self.settings.model}")
                self._server = local.LocalServer(Path(self.settings.model).expanduser())
                # Stopped with the engine, or with the program.
                weakref.finalize(self, self._server.close)
                self.base_url = self._server.base_url
            key, withheld = (None, None) if self._replay or self._local else self.key()
            self._connection = Connection(
                self.base_url,
                key,
                timeout=self.settings.timeout,
                ways=self._ways(),
                withheld=withheld,
                recorder=Recorder(self.settings.record, (key,) if key else ()) if self.settings.record else None,
                replay=self._replay,
            )
        return self._connection

    async def open(self, account: Account, judge: str | None = None) -> Endpoint:
        """The model that drafts, or a judge, ready to be asked; found out once, however many articles wait for it.

        Raises:
            ModelError: the endpoint could not be reached, or refused the request.
            ConfigurationError: it refused the key, or does not say which model to use.
        """
        async with self._lock():
            endpoint = self._endpoints.get(judge) or await self._endpoint(judge)
            if judge is None:
                account.price = self.spent.price  # which is known only once the model is
            if judge not in self._endpoints:
                await endpoint.prepare(account)
                self._endpoints[judge] = endpoint
        return self._endpoints[judge]

    async def _endpoint(self, judge: str | None) -> Endpoint:
        connection = self._connect()
        if judge is None and self.model is None:
            self.model = _only([one.name for one in await connection.models()], self.base_url)
            self.chosen = for_model(self.chosen, self.settings, self.model)
            self.spent.price = self._price(self.model)
        if self._sender is None:
            self._sender = Sender(
                connection,
                Budget(self.spent, self.settings.max_cost, self.settings.max_tokens),
                patience=self.settings.patience,
                tell=self.tell,
                backoff=self._backoff,
                watch=self._watch,
                provider=self.settings.provider or entry_at(self.base_url)[0],
                kept=self._kept,
            )
        remembered = self._remembers and not (self.settings.record or self._replay or self._local)
        return Endpoint(
            self._sender,
            self.base_url,
            judge or self.model or "",
            chosen=self.chosen_for(judge),
            tell=self.tell,
            profiles=Profiles(self.settings.cache) if remembered else None,
            recorded=self._replay.rung(judge) if self._replay is not None else None,
            known=self._known.get(judge),
        )


def _observers(settings: Settings, tell: Callable[[str], None]) -> list[Observer]:
    """Who is told of requests."""
    observers: list[Observer] = []
    if settings.log is not None:
        observers.append(LogFile(settings.log, tell))
    if settings.telemetry:
        observers.append(Telemetry())
    return observers


def _check_admission(settings: Settings, base_url: str) -> None:
    """Refuse what can only fail, before anything is sent: see `Settings.distrusted` and `Settings.needs`."""
    if settings.distrusted:
        raise ConfigurationError(settings.distrusted)
    if settings.needs:
        raise ConfigurationError(settings.needs)
    if base_url == OPENAI_URL and not settings.api_key:
        raise ConfigurationError(
            f"{settings.model or 'the model'} at {OPENAI_URL} needs a key: set OPENAI_API_KEY, or give --base-url"
        )


def _model_name(settings: Settings, replay: Replay | None) -> str | None:
    """The model's name; None if the endpoint has to be asked for it."""
    if local.is_file(settings.model):
        return (settings.model or "").replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".gguf")
    if settings.model is not None:
        return settings.model
    if replay is not None:
        if len(replay.models) != 1:
            raise MeasurementError(f"{replay.folder} has recordings of several models or none: name one with --model")
        return replay.models[0]
    return DEFAULT_MODEL if settings.base_url in {None, OPENAI_URL} else None


def _only(models: Sequence[str], base_url: str) -> str:
    if len(models) == 1:
        return models[0]
    shown = ", ".join(sorted(models)[:8])
    raise ConfigurationError(
        f"{base_url} offers {len(models)} models: name one with --model ({shown or 'it lists none'})"
    )
