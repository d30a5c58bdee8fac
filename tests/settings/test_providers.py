"""Rules of providers: which is chosen, what each setting comes from, and which key goes where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.engines.model import ModelEngine
from summarize.errors import ConfigurationError
from summarize.settings import Settings, load
from summarize.settings.addresses import is_loopback
from summarize.settings.providers import ready
from summarize.settings.trust import Trusted

KEYS = {entry["key"]: f"sk-of-{name}-0123456789abcdef" for name, entry in sorted(ready().items()) if "key" in entry} | {
    "SUMMARIZE_API_KEY": "sk-own-0123456789abcdef99"
}
"""A key of each provider."""
DESK = """
[providers.desk]
base_url = "https://gateway.example/llm/v1"
key = "DESK_KEY"
headers = { X-Tenant = "desk", X-Subscription = "$DESK_SUBSCRIPTION" }
query = { api-version = "2026-01-01" }
body = { route = { order = ["a"] } }
effort = "none"
verbosity = "low"
temperature = 0.2
seed = 7
service_tier = "flex"
key_header = "api-key"
model = "desk-small"

[providers.desk.models."desk-small"]
input = 1
output = 2
tiers = { flex = 0.5 }
"""
DESK_KEYS = {"DESK_KEY": "sk-desk-0123456789abcdef", "DESK_SUBSCRIPTION": "sub-0123456789-of-ours"}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for asks in ("trust", "finding"):
        monkeypatch.setattr(f"summarize.settings.{asks}.config_folder", lambda: tmp_path / "config")


def settings_of(folder: Path, file: str = "", *, trusted: bool = True, **flags: Any) -> Settings:
    """The settings with every key there is in the environment."""
    path = folder / "summarize.toml"
    path.write_text(file, encoding="utf-8")
    if trusted:
        Trusted().add(path)
    environment = {**KEYS, **DESK_KEYS, **flags.pop("environment", {})}
    return load(environment, folder, flags)


@pytest.mark.parametrize("name", sorted(ready()))
def test_each_ready_provider_gets_its_own_key_and_no_other(tmp_path: Path, name: str) -> None:
    """Chosen by name alone, a provider is asked at its own address, with the key of its own variable."""
    variable = ready()[name].get("key")
    endpoint = {"AZURE_OPENAI_ENDPOINT": "https://desk.openai.azure.com/"} if name == "azure" else {}
    settings = settings_of(tmp_path, provider=name, model="m", environment=endpoint)
    if name == "azure":
        assert settings.base_url == "https://desk.openai.azure.com/openai/v1"
    else:
        assert settings.base_url == ready()[name]["base_url"]
    # A server on this machine has no key of its own, and may have yours.
    assert settings.api_key == KEYS[variable or "SUMMARIZE_API_KEY"]
    assert settings.provider == name
    assert settings.body == ready()[name].get("body", {})
    assert ModelEngine(settings).key() == (settings.api_key, None)
    without = load({**endpoint, "SUMMARIZE_API_KEY": "sk-own-0123456789abcdef99"}, tmp_path, {"provider": name})
    if variable is not None:
        assert without.api_key is None
        with pytest.raises(ConfigurationError, match=f"set {variable}"):
            ModelEngine(without)


@pytest.mark.parametrize("name", sorted(name for name, entry in ready().items() if "key" in entry))
@pytest.mark.parametrize(
    "url", ["https://evil.example/v1", "http://localhost:9/v1", "https://api.groq.com.evil.example/v1"]
)
def test_no_key_of_a_provider_follows_another_address(tmp_path: Path, name: str, url: str) -> None:
    """With an address of a flag, a variable, or an untold file in place of the provider's, its key stays at home."""
    for place in ({"base_url": url}, {"environment": {"SUMMARIZE_BASE_URL": url}}):
        settings = settings_of(tmp_path, provider=name, **place)
        assert settings.api_key == KEYS["SUMMARIZE_API_KEY"], "one's own goes to an address of one's own"
    table = f'[providers.{name}]\nbase_url = "{url}"\n'
    settings = settings_of(tmp_path, table, provider=name)
    assert settings.api_key not in set(KEYS.values()) - {KEYS["SUMMARIZE_API_KEY"]}
    told = settings_of(tmp_path, table + f'key = "{ready()[name]["key"]}"\n', provider=name)
    assert told.api_key == (KEYS[ready()[name]["key"]]), "a trusted file that names the variable says so"
    assert settings_of(tmp_path, table + f'key = "{ready()[name]["key"]}"\n\n', trusted=False, provider=name).distrusted


def test_a_table_sets_every_field_and_each_can_be_set_otherwise(tmp_path: Path) -> None:
    """What a provider's table says is in force and told with its place; flag and variable stand above it."""
    settings = settings_of(tmp_path, DESK, provider="desk")
    assert settings.base_url == "https://gateway.example/llm/v1"
    assert settings.api_key == DESK_KEYS["DESK_KEY"]
    assert dict(settings.headers) == {"X-Tenant": "desk", "X-Subscription": DESK_KEYS["DESK_SUBSCRIPTION"]}
    assert dict(settings.query) == {"api-version": "2026-01-01"}
    assert settings.body["route"] == {"order": ["a"]}
    assert (settings.effort, settings.verbosity, settings.temperature) == ("none", "low", 0.2)
    assert (settings.seed, settings.service_tier, settings.key_header) == (7, "flex", "api-key")
    assert (settings.model, settings.prices["desk-small"].output) == ("desk-small", 2)
    assert settings.places["effort"] == "[providers.desk] in summarize.toml"
    other = settings_of(
        tmp_path, DESK, provider="desk", seed="8", environment={"SUMMARIZE_EFFORT": "high", "SUMMARIZE_QUERY": "v=2"}
    )
    assert (other.seed, other.effort, dict(other.query)) == (8, "high", {"v": "2"})
    assert (other.places["seed"], other.places["effort"]) == ("--set seed", "SUMMARIZE_EFFORT")
    away = settings_of(tmp_path, DESK, provider="desk", base_url="https://other.example/v1")
    assert (away.headers, away.query, away.key_header) == ({}, {}, "Authorization")
    assert "DESK_KEY" not in str(away.api_key)


def test_nothing_that_lets_in_goes_over_plain_http(tmp_path: Path) -> None:
    """A provider's address over plain http, off this machine, gets neither its key nor its headers, and the reason is told."""
    plain = settings_of(tmp_path, DESK.replace("https://gateway", "http://gateway"), provider="desk")
    assert (plain.api_key, plain.headers) == (None, {})
    assert "not sent over plain http" in str(plain.withheld)


@pytest.mark.parametrize(
    ("flags", "environment", "provider", "model"),
    [
        ({"model": "groq/llama-4"}, {}, "groq", "llama-4"),
        ({"model": "openrouter/openai/gpt-6-luna"}, {}, "openrouter", "openai/gpt-6-luna"),
        ({}, {"SUMMARIZE_MODEL": "mistral/small"}, "mistral", "small"),
        ({"model": "nobody/llama-4"}, {}, None, "nobody/llama-4"),
        ({"model": "ollama/model.gguf"}, {}, None, "ollama/model.gguf"),
        ({"model": "openai/gpt-oss", "provider": "vllm"}, {}, "vllm", "openai/gpt-oss"),
        ({"model": "openai/gpt-oss", "base_url": "http://localhost:1/v1"}, {}, None, "openai/gpt-oss"),
        ({"model": "openai/gpt-oss"}, {"OPENAI_BASE_URL": "https://gateway.example/v1"}, None, "openai/gpt-oss"),
        ({"provider": "groq", "model": "m"}, {"OPENAI_BASE_URL": "https://gateway.example/v1"}, "groq", "m"),
    ],
)
def test_a_provider_before_a_models_name(
    tmp_path: Path, flags: dict[str, Any], environment: dict[str, str], provider: str | None, model: str
) -> None:
    """The provider may stand before the model, where neither a provider nor an address is given; elsewhere it is all the model's name."""
    settings = settings_of(tmp_path, environment=environment, **flags)
    assert (settings.provider, settings.model) == (provider, model)
    if provider == "groq":
        assert settings.base_url == "https://api.groq.com/openai/v1", "OPENAI_BASE_URL is OpenAI's alone"


@pytest.mark.parametrize(
    ("file", "sent"),
    [
        ('provider = "groq"', False),
        ('provider = "ollama"', True),
        ('provider = "openai"', True),
        ('provider = "ollama"\n[providers.ollama]\nkey = "GROQ_API_KEY"', False),
        ('provider = "ollama"\n[providers.ollama]\nheaders = { X-A = "$GROQ_API_KEY" }', False),
        ('base_url = "http://localhost:1/v1"\ncertificate = "/somebody.pem"', False),
    ],
)
def test_a_foreign_file_chooses_neither_where_nor_what_lets_in(tmp_path: Path, file: str, sent: bool) -> None:
    """Until it is trusted a folder's file sends nothing to a provider (this machine and OpenAI apart), and no variable of its choice
    anywhere."""
    assert (settings_of(tmp_path, file, trusted=False).distrusted is None) is sent
    assert settings_of(tmp_path, file).distrusted is None


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ('[providers.x]\nbase = "https://x.example/v1"', "unknown field 'base'"),
        ('[providers.x]\napi_key = "sk-0123456789"', "the variable that holds it"),
        ('[providers.x]\nheaders = { Authorization = "Bearer sk-0123456789" }', "give \\$VARIABLE"),
        ('[providers.x]\nkey = "sk-0123456789abcdef"', "name of an environment variable"),
        ('[providers."a/b"]\n', "no slash"),
        ('[providers.azure]\npath = ".evil.example/v1"', "it takes a path such as"),
        ('[providers.x]\nbase_url = ["https://x.example/v1"]', "it takes a text"),
        ("providers = 3", "takes tables"),
        ('provider = "x"\n', "no such provider; known are: anthropic, azure"),
        ('provider = "azure"\n', "set AZURE_OPENAI_ENDPOINT"),
        ('provider = "x"\n[providers.x]\n', "x has no address"),
        ('provider = "groq"\nbase_url = "https://x.example/v1"', "give the address in"),
        ('provider = "groq"\n[providers.groq]\nbody = { messages = [] }', "messages cannot be set"),
        ('provider = "groq"\n[providers.groq]\nquery = { api_key = "x" }', "a key does not belong in an address"),
        ('base_url = "https://x.example/v1?api_key=sk-0123456789"', "a key does not belong in an address"),
        ('provider = "groq"\n[providers.groq]\ncaching = { m = "always" }', "it takes off"),
        ('provider = "groq"\n[providers.groq.models.m]\ninput = 1', "takes input and output"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_line(tmp_path: Path, file: str, says: str) -> None:
    """A wrong table says what is wrong in it, and repeats no key."""
    (tmp_path / "summarize.toml").write_text(file, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=says) as caught:
        load({}, tmp_path)
    assert "\n" not in str(caught.value)
    assert "sk-0123456789" not in str(caught.value)


def test_a_header_whose_variable_is_not_set_is_asked_for(tmp_path: Path) -> None:
    """Where a table takes a header from a variable that is not set, nothing is sent before it is."""
    (tmp_path / "summarize.toml").write_text(DESK, encoding="utf-8")
    Trusted().add(tmp_path / "summarize.toml")
    with pytest.raises(ConfigurationError, match="DESK_SUBSCRIPTION, which is not set"):
        ModelEngine(load({"DESK_KEY": "sk-desk-0123456789abcdef"}, tmp_path, {"provider": "desk"}))


def test_ready_addresses_keep_secrets() -> None:
    """Every ready provider that has a key is at an https address; the others are on this machine."""
    for name, entry in ready().items():
        url = entry.get("base_url", "https://")
        assert url.startswith("https://") if "key" in entry else is_loopback(url), name
