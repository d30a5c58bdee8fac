"""Rules of settings: which one wins, and which are refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from summarize.errors import ConfigurationError
from summarize.settings import Settings, load


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


@pytest.mark.parametrize(("value", "expected"), [(None, False), ("", False), ("1", True), ("0", True)])
def test_no_color_is_honoured_when_it_is_not_empty(tmp_path: Path, value: str | None, expected: bool) -> None:
    """NO_COLOR counts whatever it holds, unless it is empty."""
    environment = {} if value is None else {"NO_COLOR": value}
    assert load(environment, tmp_path).no_color is expected


def test_a_wrong_value_is_refused_with_where_it_stands(tmp_path: Path) -> None:
    """A value that a setting does not take is refused with exit code 3, naming where it was set and what it takes."""
    with pytest.raises(ConfigurationError, match=r"SUMMARIZE_NLP.*maybe.*auto, on or off") as caught:
        load({"SUMMARIZE_NLP": "maybe"}, tmp_path)
    assert caught.value.exit_code == 3
    with pytest.raises(ConfigurationError, match="--nlp"):
        load({}, tmp_path, {"nlp": "maybe"})
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
    assert load() == Settings()
    monkeypatch.setenv("SUMMARIZE_NLP", "off")
    assert load() == Settings(nlp="off")
