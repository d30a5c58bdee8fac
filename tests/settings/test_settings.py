"""Rules of settings: which one wins, and which are refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from summarize.errors import ConfigurationError, UsageError
from summarize.settings import Price, Settings, color_wanted, load


@pytest.mark.parametrize(
    ("flags", "environment", "file", "expected"),
    [
        (None, {}, None, "auto"),
        (None, {}, 'nlp = "on"', "on"),
        (None, {"SUMMARIZE_NLP": "off"}, 'nlp = "on"', "off"),
        ({"nlp": "auto"}, {"SUMMARIZE_NLP": "off"}, 'nlp = "on"', "auto"),
        ({}, {"SUMMARIZE_NLP": "off"}, None, "off"),
        (None, {}, "nlp = false", "off"),
        (None, {}, "nlp = true", "on"),
    ],
)
def test_flag_beats_environment_beats_file_beats_default(
    tmp_path: Path, flags: Mapping[str, str] | None, environment: Mapping[str, str], file: str | None, expected: str
) -> None:
    """What the command line says wins over the environment, which wins over `summarize.toml`, which wins over the default."""
    if file is not None:
        (tmp_path / "summarize.toml").write_text(file, encoding="utf-8")
    assert load(environment, tmp_path, flags).nlp == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("on", "on"),
        ("ON", "on"),
        ("1", "on"),
        ("yes", "on"),
        ("true", "on"),
        ("off", "off"),
        ("0", "off"),
        ("No", "off"),
        ("False", "off"),
        ("auto", "auto"),
        ("", "auto"),
    ],
)
def test_a_switch_is_read_as_people_write_it(tmp_path: Path, value: str, expected: str) -> None:
    """On, off and auto may be written in the usual ways."""
    assert load({"SUMMARIZE_NLP": value}, tmp_path).nlp == expected


@pytest.mark.parametrize(
    ("environment", "file", "expected"),
    [
        ({}, "", "same"),
        ({}, 'judge = "off"', "off"),
        ({"SUMMARIZE_JUDGE": " gpt-6-sol "}, 'judge = "off"', "gpt-6-sol"),
    ],
)
def test_a_judge_is_the_same_model_another_or_none(
    tmp_path: Path, environment: Mapping[str, str], file: str, expected: str
) -> None:
    """The model judges itself unless another is named, or nobody is to be asked; a name of nothing is refused."""
    (tmp_path / "summarize.toml").write_text(file, encoding="utf-8")
    assert load(environment, tmp_path).judge == expected
    with pytest.raises(UsageError, match="it takes same, off or the name of a model"):
        load({}, tmp_path, {"judge": " "})


@pytest.mark.parametrize(
    ("value", "no", "force"), [(None, None, None), ("", None, None), ("1", False, True), ("0", False, True)]
)
def test_colors_are_as_wanted_when_it_is_not_empty(value: str | None, no: bool | None, force: bool | None) -> None:
    """NO_COLOR and FORCE_COLOR count whatever they hold, unless they are empty."""
    assert color_wanted({} if value is None else {"NO_COLOR": value}) is no
    assert color_wanted({} if value is None else {"FORCE_COLOR": value}) is force


def test_a_wrong_value_is_refused_with_where_it_stands(tmp_path: Path) -> None:
    """A value that a setting does not take is refused, naming where it was set and what it takes: of a flag, exit code 2; of a variable or a file, 3."""
    with pytest.raises(ConfigurationError, match=r"SUMMARIZE_NLP.*maybe.*auto, on or off") as caught:
        load({"SUMMARIZE_NLP": "maybe"}, tmp_path)
    assert caught.value.exit_code == 3
    with pytest.raises(UsageError, match="--nlp") as caught_of_flag:
        load({}, tmp_path, {"nlp": "maybe"})
    assert caught_of_flag.value.exit_code == 2
    (tmp_path / "summarize.toml").write_text("nlp = 7", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"summarize\.toml"):
        load({}, tmp_path)


@pytest.mark.parametrize(
    ("file", "reason"), [(b'nlpp = "on"', "nlpp"), (b"nlp = ", "cannot be read"), (b"\xff\xfe\x00", "cannot be read")]
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, file: bytes, reason: str) -> None:
    """An unknown setting, broken TOML or a wrong encoding in `summarize.toml` is refused, not passed over."""
    (tmp_path / "summarize.toml").write_bytes(file)
    with pytest.raises(ConfigurationError, match=reason):
        load({}, tmp_path)


def test_the_process_is_read_where_nothing_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments, settings come from the process's environment and the current folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SUMMARIZE_CACHE")
    assert load() == Settings()
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    assert load() == Settings(nlp="off")


@pytest.mark.parametrize(
    ("name", "variable", "value", "expected"),
    [
        ("model", "SUMMARIZE_MODEL", "m", "m"),
        ("base_url", "OPENAI_BASE_URL", "http://localhost:8080/v1/", "http://localhost:8080/v1"),
        ("base_url", "SUMMARIZE_BASE_URL", "https://example.org/v1", "https://example.org/v1"),
        ("api_key", "OPENAI_API_KEY", " sk-x ", "sk-x"),
        ("engine", "SUMMARIZE_ENGINE", "extractive", "extractive"),
        ("timeout", "SUMMARIZE_TIMEOUT", "2.5", 2.5),
        ("max_cost", "SUMMARIZE_MAX_COST", "0.1", 0.1),
        ("max_tokens", "SUMMARIZE_MAX_TOKENS", "5000", 5000),
        ("window", "SUMMARIZE_WINDOW", "4000", 4000),
        ("jobs", "SUMMARIZE_JOBS", "8", 8),
        ("language", "SUMMARIZE_LANGUAGE", "pt-BR", "pt-BR"),
        ("replay", "SUMMARIZE_REPLAY", "rec", Path("rec")),
    ],
)
def test_a_language_model_is_configured_by_variables(
    tmp_path: Path, name: str, variable: str, value: str, expected: object
) -> None:
    """Every setting of the model has its variable; an empty one is as good as none."""
    assert getattr(load({variable: value}, tmp_path), name) == expected
    assert getattr(load({variable: ""}, tmp_path), name) == getattr(Settings(), name)


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        ({"base_url": "localhost:8080"}, "--base-url is"),
        ({"base_url": "ftp://example.org"}, "it takes an address"),
        ({"base_url": "http://user:secret@example.org/v1"}, "a key does not belong in an address"),
        ({"base_url": "http://localhost:99999/v1"}, "it takes an address"),
        ({"base_url": "http://localhost:abc/v1"}, "it takes an address"),
        ({"base_url": "http://exa mple/v1"}, "it takes an address"),
        ({"api_key": "sk-clé"}, "a key has no spaces"),
        ({"api_key": "sk-one\nsk-two"}, "a key has no spaces"),
        ({"timeout": 0}, "--timeout is 0: it takes seconds"),
        ({"timeout": float("nan")}, "--timeout"),
        ({"max_tokens": 1.5}, "without a fraction"),
        ({"jobs": 0}, "--jobs"),
        ({"language": "the language of Goethe"}, "a language tag"),
        ({"engine": "steam"}, "auto, extractive or model"),
    ],
)
def test_a_value_that_cannot_be_is_refused(tmp_path: Path, flags: Mapping[str, object], reason: str) -> None:
    """A value that a setting does not take is refused before anything is done, with what it takes; a key has no flag of its own."""
    with pytest.raises(ConfigurationError if "api_key" in flags else UsageError, match=reason):
        load({}, tmp_path, flags)


def test_prices_come_from_the_file(tmp_path: Path) -> None:
    """A price per model is given in dollars per million tokens; anything else is refused."""
    path = tmp_path / "summarize.toml"
    path.write_text('[prices."my-model"]\ninput = 0.5\noutput = 1.5\ncached = 0.1\n', encoding="utf-8")
    assert load({}, tmp_path).prices == {"my-model": Price(input=0.5, output=1.5, cached=0.1)}
    for content in ("prices = 3", '[prices."m"]\ninput = 1', '[prices."m"]\ninput = -1\noutput = 1', "[prices]\nm = 1"):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(ConfigurationError, match="prices in"):
            load({}, tmp_path)


def test_a_key_belongs_in_no_file_and_in_no_message(tmp_path: Path) -> None:
    """A key in `summarize.toml` is refused without repeating it, and settings do not show theirs."""
    (tmp_path / "summarize.toml").write_text('api_key = "sk-secret-1234"', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY") as caught:
        load({}, tmp_path)
    assert "sk-secret" not in str(caught.value)
    assert "sk-secret" not in repr(Settings(api_key="sk-secret-1234"))


@pytest.mark.parametrize(
    ("settings", "uses"),
    [
        (Settings(), False),
        (Settings(model="m"), True),
        (Settings(api_key="k"), True),
        (Settings(base_url="http://localhost/v1"), True),
        (Settings(api_key="k", model="m", engine="extractive"), False),
        (Settings(engine="model"), True),
    ],
)
def test_a_model_is_used_where_one_is_named_or_a_key_is_configured(settings: Settings, uses: bool) -> None:
    """Without a model, an address or a key the built-in engine drafts; an engine that is named is used."""
    assert settings.uses_model is uses
