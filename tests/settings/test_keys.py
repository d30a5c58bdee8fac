"""Rules of which key goes where, and of what a folder's settings file may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.engines.model import ModelEngine
from summarize.errors import ConfigurationError
from summarize.settings import Settings, load
from summarize.settings.addresses import is_loopback, is_openai, keeps_secrets, origin
from summarize.settings.trust import Trusted

OPENAI, OWN = "sk-openai-0123456789abcdef", "sk-own-0123456789abcdef99"
OTHER = "https://models.example/v1"
BOTH = {"OPENAI_API_KEY": OPENAI, "SUMMARIZE_API_KEY": OWN}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of trusted files is the test's own, on every system."""
    for asks in ("trust", "finding"):
        monkeypatch.setattr(f"summarize.settings.{asks}.config_folder", lambda: tmp_path / "config")


@pytest.mark.parametrize(
    ("environment", "flag", "key"),
    [
        ({"OPENAI_API_KEY": OPENAI}, None, OPENAI),
        ({"OPENAI_API_KEY": OPENAI}, "https://api.openai.com/v1", OPENAI),
        ({"OPENAI_API_KEY": OPENAI}, "https://eu.api.openai.com/v1", OPENAI),
        ({"OPENAI_API_KEY": OPENAI}, OTHER, None),
        ({"OPENAI_API_KEY": OPENAI}, "https://api.openai.com.evil.example/v1", None),
        ({"OPENAI_API_KEY": OPENAI}, "https://evilapi.openai.com.example/v1", None),
        ({"OPENAI_API_KEY": OPENAI}, "http://api.openai.com/v1", None),
        ({"OPENAI_API_KEY": OPENAI}, "http://localhost:8080/v1", None),
        ({"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": OTHER}, None, OPENAI),
        ({"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": OTHER}, "https://models.example:443/other/v1", OPENAI),
        ({"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": OTHER}, "https://models.example:8443/v1", None),
        (
            {"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": OTHER, "SUMMARIZE_BASE_URL": "https://b.example/v1"},
            None,
            None,
        ),
        ({"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": "http://localhost:1/v1"}, None, OPENAI),
        ({"OPENAI_API_KEY": OPENAI, "OPENAI_BASE_URL": "http://models.example/v1"}, None, None),
        ({"SUMMARIZE_API_KEY": OWN}, OTHER, OWN),
        ({"SUMMARIZE_API_KEY": OWN, "SUMMARIZE_BASE_URL": OTHER}, None, OWN),
        ({"SUMMARIZE_API_KEY": OWN}, "http://127.0.0.1:8080/v1", OWN),
        ({"SUMMARIZE_API_KEY": OWN}, "http://[::1]:8080/v1", OWN),
        ({"SUMMARIZE_API_KEY": OWN}, "http://10.0.0.5:8080/v1", None),
        ({"SUMMARIZE_API_KEY": OWN}, "http://localhost.evil.example/v1", None),
        ({"SUMMARIZE_API_KEY": OWN}, None, OWN),
        (BOTH, OTHER, OWN),
        (BOTH, None, OWN),
    ],
)
def test_a_key_goes_where_it_belongs(
    tmp_path: Path, environment: dict[str, str], flag: str | None, key: str | None
) -> None:
    """OpenAI's key goes to OpenAI's host and to that of OPENAI_BASE_URL; one's own to an address of one's own; none over plain http."""
    settings = load(environment, tmp_path, {"base_url": flag, "model": "m"})
    assert settings.api_key == key
    assert (settings.withheld is None) is (key is not None)
    if key is None:
        assert OPENAI not in str(settings.withheld)
        assert OWN not in str(settings.withheld)


@pytest.mark.parametrize(
    ("url", "key", "sent"),
    [
        (OTHER, None, False),
        ("http://models.example/v1", None, False),
        ("http://localhost:8080/v1", OWN, True),
        ("http://127.0.0.2:8080/v1", OWN, True),
        ("https://api.openai.com/v1", OWN, True),
    ],
)
def test_a_file_of_the_folder_gets_nothing_until_it_is_trusted(
    tmp_path: Path, url: str, key: str | None, sent: bool
) -> None:
    """An address in the current folder's file gets neither key nor article before the file is trusted, this machine and OpenAI apart."""
    (tmp_path / "summarize.toml").write_text(f'base_url = "{url}"\nmodel = "m"\n', encoding="utf-8")
    settings = load(BOTH, tmp_path)
    assert settings.api_key == key
    assert (settings.distrusted is None) is sent
    if sent:
        ModelEngine(settings)
        return
    with pytest.raises(ConfigurationError, match="'summarize trust") as caught:
        ModelEngine(settings)
    assert "\n" not in str(caught.value)
    Trusted().add(tmp_path / "summarize.toml")
    trusted = load(BOTH, tmp_path)
    assert trusted.distrusted is None
    assert trusted.api_key == (OWN if url.startswith("https") else None)
    ModelEngine(trusted)


def test_trust_is_of_a_file_as_it_is(tmp_path: Path) -> None:
    """A file that was changed, moved or copied is not the trusted one; and trust can be taken back."""
    path = tmp_path / "a" / "summarize.toml"
    path.parent.mkdir()
    path.write_text(f'base_url = "{OTHER}"\n', encoding="utf-8")
    Trusted().add(path)
    assert load(BOTH, path.parent).distrusted is None
    copy = tmp_path / "b" / "summarize.toml"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert load(BOTH, copy.parent).distrusted is not None
    path.write_text('base_url = "https://evil.example/v1"\n', encoding="utf-8")
    assert load(BOTH, path.parent).distrusted is not None
    Trusted().add(path)
    assert Trusted().remove(path)
    assert load(BOTH, path.parent).distrusted is not None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 3}', "\x00"])
def test_a_broken_list_trusts_nothing(tmp_path: Path, content: str) -> None:
    """What cannot be read is as good as an empty list."""
    path = tmp_path / "summarize.toml"
    path.write_text(f'base_url = "{OTHER}"\n', encoding="utf-8")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "trusted.json").write_text(content, encoding="utf-8")
    assert not Trusted().holds(path)


def test_a_flag_is_ones_own_word(tmp_path: Path) -> None:
    """What the file names does not matter where a flag or a variable names an endpoint."""
    (tmp_path / "summarize.toml").write_text('base_url = "https://evil.example/v1"\n', encoding="utf-8")
    for settings in (
        load(BOTH, tmp_path, {"base_url": OTHER}),
        load({**BOTH, "SUMMARIZE_BASE_URL": OTHER}, tmp_path),
    ):
        assert (settings.base_url, settings.api_key, settings.distrusted) == (OTHER, OWN, None)


def test_what_belongs_to_openais_key_goes_with_it(tmp_path: Path) -> None:
    """Organisation, project and custom headers go where OpenAI's key may go, and nowhere else."""
    environment = {
        **BOTH, "OPENAI_ORG_ID": "org-1", "OPENAI_PROJECT_ID": "proj-1", "OPENAI_CUSTOM_HEADERS": "X-Gate: 7\nno colon\nApi-Key: k",
    }  # fmt: skip
    assert dict(load(environment, tmp_path).headers) == {
        "OpenAI-Organization": "org-1", "OpenAI-Project": "proj-1", "X-Gate": "7", "Api-Key": "k",
    }  # fmt: skip
    assert dict(load(environment, tmp_path, {"base_url": OTHER}).headers) == {}
    assert "k" not in repr(load(environment, tmp_path)).partition("Api-Key")[2]


def test_a_key_is_for_one_endpoint(tmp_path: Path) -> None:
    """Settings that were loaded for one endpoint give neither key nor headers to another that is put in their place."""
    from dataclasses import replace

    settings = load({"OPENAI_API_KEY": OPENAI, "OPENAI_ORG_ID": "org"}, tmp_path, {"model": "m"})
    assert ModelEngine(settings).key() == (OPENAI, None)
    assert ModelEngine(settings)._ways().headers == {"OpenAI-Organization": "org"}
    elsewhere = ModelEngine(replace(settings, base_url=OTHER))
    key, why = elsewhere.key()
    assert key is None
    assert why is not None
    assert elsewhere._ways().headers == {}
    assert ModelEngine(Settings(model="m", base_url=OTHER, api_key=OWN)).key() == (OWN, None)
    key, why = ModelEngine(Settings(model="m", base_url="http://models.example/v1", api_key=OWN)).key()
    assert key is None
    assert "plain http" in str(why)


@pytest.mark.parametrize("place", ["../out", "/tmp/out", "~/out", "link/out", "sub/../../out"])
def test_a_files_recordings_stay_in_its_folder(tmp_path: Path, place: str) -> None:
    """A folder's file cannot have recordings written anywhere else, by no kind of path; a variable can."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    (folder / "summarize.toml").write_text(f'record = "{place}"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="leads out of its folder"):
        load({}, folder)
    (folder / "summarize.toml").write_text('record = "rec"\n', encoding="utf-8")
    assert load({}, folder).record == folder / "rec"
    assert load({"SUMMARIZE_RECORD": "/tmp/out"}, folder).record == Path("/tmp/out")


@pytest.mark.parametrize(
    ("url", "loopback", "openai", "secret"),
    [
        ("http://localhost/v1", True, False, True),
        ("http://LOCALHOST:80/v1", True, False, True),
        ("http://127.1.2.3/v1", True, False, True),
        ("http://[::1]/v1", True, False, True),
        ("http://127.0.0.1.evil.example/v1", False, False, False),
        ("http://0.0.0.0/v1", False, False, False),
        ("https://api.openai.com/v1", False, True, True),
        ("https://API.OPENAI.COM./v1", False, True, True),
        ("https://openai.com/v1", False, False, True),
        ("https://xapi.openai.com/v1", False, False, True),
        ("http://[bad/v1", False, False, False),
    ],
)
def test_addresses_are_told_apart(url: str, loopback: bool, openai: bool, secret: bool) -> None:
    """This machine, OpenAI, and ways that nobody can listen in on are known by the whole host and nothing like it."""
    assert (is_loopback(url), is_openai(url.replace("API.OPENAI.COM", "api.openai.com")), keeps_secrets(url)) == (
        loopback,
        openai,
        secret,
    )


def test_an_origin_is_written_in_one_way() -> None:
    """Scheme, host in one case, and port, also where it goes without saying."""
    assert (
        origin("https://Models.Example./v1") == origin("https://models.example:443/x") == "https://models.example:443"
    )
    assert origin("ftp://x") == origin("https://x:99999") == origin("") == ""
