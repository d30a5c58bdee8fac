"""Rules of what could lead a provider's key, or an article, to another host: redirects, proxies, and files that somebody else wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.testing import FakeServer, Reply
from tests.cli.commands import FIRE, errors, run
from tests.cli.test_keys_on_the_wire import passed_on_to, raw_server, sent
from tests.engines.model.answers import GOOD, after_probe

KEY, OWN = "gsk-night-0123456789abcdef", "sk-own-fedcba9876543210xyz"
ARTICLE = "Marseille"
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _folder(_environment: None, _soon: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for asks in ("trust", "finding"):
        monkeypatch.setattr(f"summarize.settings.{asks}.config_folder", lambda: tmp_path / "config")
    for name, value in {"CACHE": str(tmp_path / "cache"), "STORE": "none", "NLP": "off", "PATIENCE": "0"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("NIGHT_KEY", KEY)
    monkeypatch.setenv("SUMMARIZE_API_KEY", OWN)


def night_at(port: int) -> None:
    """A provider on this machine, in a file that is trusted."""
    Path("summarize.toml").write_text(
        f'[providers.night]\nbase_url = "http://127.0.0.1:{port}/v1"\nkey = "NIGHT_KEY"\nmodel = "m"\n',
        encoding="utf-8",
    )
    assert run("trust").exit_code == 0


def locations(here: int, other: int) -> Iterator[str]:
    """Ways to write another address, some of which readers of addresses take for this one."""
    there = f"127.0.0.1:{other}"
    yield from (
        f"http://{there}/v1/x",
        f"//{there}/v1/x",
        f"HTTP://{there}",
        f"\thttp://{there}/",
        f"https://{there}/v1/x",
    )
    yield from (
        f"/\\{there}/",
        f"\\\\{there}/",
        f"http:\\\\{there}\\v1",
        f"http:/{there}/",
        f"http:{there}/",
        f"http:///{there}/",
    )
    yield from (
        f"http://127.0.0.1:{here}@{there}/",
        f"http://{there}#@127.0.0.1:{here}/",
        f"http://{there}\\@127.0.0.1:{here}/",
    )
    yield from (
        f"http://127.0.0.1:{here}\\@{there}/",
        f"http://127.0.0.1:{here}%23@{there}/",
        f"http://127.0.0.1:{here}:{other}/",
    )
    yield from (
        f"http://localhost:{other}/",
        f"http://[::ffff:127.0.0.1]:{other}/",
        f"http://127.0.0.1:0{other}/",
        f"http://{there}.",
    )


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("command", [("brief", FIRE), ("models",)], ids=["brief", "models"])
def test_no_redirect_of_any_kind_leads_a_providers_key_away(command: tuple[str, ...], status: int) -> None:
    """Whatever the status, another port, too, is another address: nothing is sent there, in one request, and the error names it."""
    with raw_server((200, {}, b"{}")) as other:
        there = f"127.0.0.1:{other.port}"
        with raw_server((status, {"location": f"http://{there}/v1/chat/completions"}, b"")) as here:
            night_at(here.port)
            done = run(*command, "--provider", "night")
    assert done.exit_code == 5, done.stderr
    (line,) = errors(done.stderr)[:1]
    assert f"sends on to another address, http://{there}, which is not followed" in line
    assert len(here.requests) == 1
    assert KEY in here.requests[0]
    assert other.requests == []


def test_no_spelling_of_an_address_leads_a_key_away() -> None:
    """However the other address is written, nothing comes there, and it is one line without the key."""
    with raw_server((200, {}, b"{}")) as other:
        locate = ""

        def sends_on(_: object) -> tuple[int, dict[str, str], bytes]:
            return 307, {"location": locate}, b""

        with raw_server(sends_on) as here:
            night_at(here.port)
            for locate in locations(here.port, other.port):
                done = run("models", "--provider", "night")
                assert (done.exit_code, len(errors(done.stderr))) == (5, 1), (locate, done.stderr)
                assert other.requests == [], locate
                assert KEY not in done.output


def test_a_redirect_within_an_address_is_followed() -> None:
    """A provider that moved a path keeps its key, its questions and its card."""
    with FakeServer(after_probe(Reply(GOOD)), api_key=KEY) as server:
        night_at(server.port)
        plain = passed_on_to(server)

        def moved(asked: tuple[str, str, dict[str, str], bytes]) -> tuple[int, dict[str, str], bytes]:
            method, address, headers, body = asked
            if address.startswith("/old"):
                return 308, {"location": address.removeprefix("/old")}, b""
            return plain((method, address, headers, body))

        with raw_server(moved) as gateway:
            Path("summarize.toml").write_text(
                f'[providers.night]\nbase_url = "http://127.0.0.1:{gateway.port}/old/v1"\nkey = "NIGHT_KEY"\n',
                encoding="utf-8",
            )
            assert run("trust").exit_code == 0
            done = run("brief", FIRE, "--provider", "night", "--model", "m", "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["provenance"]["usage"]["requests"] == server.served.requests == 3


FOREIGN = {
    "a path that changes the host": 'provider = "azure"\n[providers.azure]\npath = ".evil.example/v1"\n',
    "a path that changes the port": 'provider = "azure"\n[providers.azure]\npath = ":{port}/v1"\n',
    "a path that makes the host a name": 'provider = "azure"\n[providers.azure]\npath = "@127.0.0.1:{port}/v1"\n',
    "a variable of its choice": 'provider = "groq"\n[providers.groq]\naddress = "SOME_SERVER"\n',
    "a variable of its choice, with a key": 'provider = "groq"\n[providers.groq]\naddress = "SOME_SERVER"\nkey = "GROQ_API_KEY"\n',
    "an address on this machine, with a key": 'provider = "groq"\n[providers.groq]\nbase_url = "http://127.0.0.1:{port}/v1"\nkey = "GROQ_API_KEY"\n',
    "an address on this machine": 'provider = "groq"\n[providers.groq]\nbase_url = "http://127.0.0.1:{port}/v1"\n',
}


@pytest.mark.parametrize("what", FOREIGN)
def test_a_file_of_somebody_else_moves_no_provider(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a file that is not trusted says of a ready provider's address brings its key nowhere, and no article off this machine."""
    monkeypatch.setenv("GROQ_API_KEY", KEY)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    with raw_server() as other, raw_server() as proxy:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://127.0.0.1")
        monkeypatch.setenv("SOME_SERVER", f"http://127.0.0.1:{other.port}/v1")
        Path("summarize.toml").write_text(FOREIGN[what].format(port=other.port), encoding="utf-8")
        done = run("brief", FIRE, "--model", "m")
    assert done.exit_code in {3, 5}, done.stderr
    assert KEY not in "".join(other.requests)
    assert proxy.requests == []


def test_a_trusted_table_may_move_a_provider() -> None:
    """A table that names another variable for the key, and no address, asks the provider at its own with that key; its own address gets
    that key alone."""
    from summarize.settings import load

    environment = {"NIGHT_KEY": KEY, "GROQ_API_KEY": "gsk-day-0123456789abcdef"}
    Path("summarize.toml").write_text('[providers.groq]\nkey = "NIGHT_KEY"\n', encoding="utf-8")
    assert run("trust").exit_code == 0
    assert load(environment, Path(), {"provider": "groq"}).api_key == KEY
    Path("summarize.toml").write_text(
        '[providers.groq]\nkey = "NIGHT_KEY"\nbase_url = "https://gateway.example/v1"\n', encoding="utf-8"
    )
    assert run("trust").exit_code == 0
    assert load(environment, Path(), {"provider": "groq"}).api_key == KEY
    home = load(environment, Path(), {"provider": "groq", "base_url": "https://api.groq.com/openai/v1"})
    assert home.api_key is None


def test_a_card_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint elsewhere is asked through the proxy of the environment; requests and tokens are the server's own, and over plain http
    the proxy sees no key."""
    with FakeServer(after_probe(Reply(GOOD)), models=("m",)) as server, raw_server(passed_on_to(server)) as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        done = run("brief", FIRE, "--model", "m", "--base-url", "http://models.example/v1", "--format", "json")
        served = server.settled()
    assert done.exit_code == 0, done.stderr
    usage = json.loads(done.stdout)["provenance"]["usage"]
    assert len(proxy.requests) == served.requests == usage["requests"] == 3
    assert (usage["input_tokens"], usage["output_tokens"]) == (served.input_tokens, served.output_tokens)
    for request in proxy.requests:
        assert request.startswith("POST http://models.example/v1/chat/completions ")
        assert "host: models.example" in request.lower()
    assert OWN not in "".join(proxy.requests) + sent(server)


# It is openai's transport that uses them.
@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated", "ignore:The 'proxy_auth' parameter is deprecated")
@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_lets_nothing_through(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the proxy refuses the way to an https endpoint, the error names the proxy and what it said; two attempts were made, nothing
    was sent, and so nothing is to be paid."""
    with raw_server((status, {}, b"")) as proxy:
        monkeypatch.setenv("SUMMARIZE_PATIENCE", "5")
        monkeypatch.setenv("https_proxy", f"http://desk:password-of-ours@127.0.0.1:{proxy.port}")
        done = run("brief", FIRE, "--model", "m", "--base-url", "https://models.example/v1", "--log", "log")
    assert done.exit_code == 5, done.stderr
    line = errors(done.stderr)[0]
    assert "the proxy of HTTPS_PROXY lets nothing through to https://models.example/v1" in line
    assert str(status) in line
    assert len(proxy.requests) == 2
    assert {request.splitlines()[0] for request in proxy.requests} == {"CONNECT models.example:443 HTTP/1.1"}
    attempts = [json.loads(text) for text in Path("log").read_text(encoding="utf-8").splitlines()]
    assert [one["outcome"] for one in attempts if one["event"] == "attempt"] == ["unreached", "unreached"]
    assert not any(one.get("usage_unknown") for one in attempts)
    for secret in (OWN, "password-of-ours"):
        assert secret not in "".join(proxy.requests) + done.output


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing answers at the proxy's address, it is the proxy that the error names."""
    with raw_server() as gone:
        pass
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{gone.port}")
    done = run("brief", FIRE, "--model", "m", "--base-url", "https://models.example/v1")
    assert done.exit_code == 5
    assert "the proxy of HTTPS_PROXY" in errors(done.stderr)[0]


@pytest.mark.parametrize("variable", ["all_proxy", "https_proxy"])
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("socks5://user:password-of-ours@127.0.0.1:{port}", "names a proxy that speaks SOCKS"),
        ("socks://127.0.0.1:{port}", "names a proxy that speaks SOCKS"),
        ("ftp://127.0.0.1:{port}", "names a proxy that speaks FTP"),
        ("http://[::1", "is no address of a proxy"),
        ("http://127.0.0.1:{port}x", "is no address of a proxy"),
        ("http://user:password-of-ours@", "is no address of a proxy"),
    ],
)
def test_a_proxy_that_cannot_be_used(variable: str, address: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that speaks something else, or is no address, is told by its variable in one line with exit code 3, without the address, for
    it may hold a password; nothing is sent, neither to it nor around it."""
    with raw_server() as other:
        monkeypatch.setenv(variable, address.format(port=other.port))
        done = run("brief", FIRE, "--model", "m", "--base-url", "https://models.example/v1")
    assert done.exit_code == 3, done.output
    (line,) = errors(done.stderr)
    assert f"{variable.upper()} {told}" in line
    assert "password-of-ours" not in done.output
    assert other.requests == []


@pytest.mark.parametrize("unused", ["socks://127.0.0.1:1", "ftp://127.0.0.1:1", "http://[::1"])
def test_a_proxy_that_is_not_asked_does_no_harm(unused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the variable that counts for the address is read: a proxy for other addresses may be anything."""
    with FakeServer(after_probe(Reply(GOOD)), models=("m",)) as server, raw_server(passed_on_to(server)) as proxy:
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{proxy.port}")
        monkeypatch.setenv("https_proxy", unused)
        monkeypatch.setenv("all_proxy", unused)
        done = run("brief", FIRE, "--model", "m", "--base-url", "http://models.example/v1")
    assert done.exit_code == 0, done.stderr
    assert len(proxy.requests) == 3


def test_certificates_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SSL_CERT_FILE names no certificates, one line says so with exit code 3, whatever the way; for this machine it is not read."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))
    done = run("models", "--base-url", "https://models.example/v1")
    assert done.exit_code == 3, done.output
    assert "SSL_CERT_FILE names no file of certificates" in errors(done.stderr)[0]
    with FakeServer() as server:
        assert run("models", "--base-url", server.base_url).exit_code == 0


@pytest.mark.parametrize("scheme", ["http", "socks5"])
@pytest.mark.parametrize(
    "excepted", ["127.0.0.3,models.example", "*.example", ".example", "a.example, *", "models.example:80"]
)
def test_what_no_proxy_excepts_goes_past_the_proxy(excepted: str, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_PROXY holds, for proxies of every kind: an address in it is asked itself, named by host, by port, by domain or by star."""
    with raw_server() as proxy:
        monkeypatch.setenv("http_proxy", f"{scheme}://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", excepted)
        done = run("models", "--base-url", "http://models.example/v1")
    assert done.exit_code == 5, done.output
    assert "proxy" not in done.output.lower()
    assert proxy.requests == []


@pytest.mark.parametrize("command", ["brief", "daily"])
def test_nothing_that_is_written_holds_a_key_or_the_article(command: str, tmp_path: Path) -> None:
    """Log, recordings, memory and cache of a run hold no key; the log and what is learned of endpoints hold no word of the article."""
    with FakeServer(after_probe(Reply(GOOD)), api_key=KEY) as server:
        night_at(server.port)
        arguments = ["--provider", "night", "--log", "log", "--format", "json", "-o", "out.json"]
        day = ["--date", "2026-01-09", "--store", "s.sqlite3"] if command == "daily" else []
        with pytest.MonkeyPatch.context() as here:
            here.setenv("SUMMARIZE_RECORD", str(tmp_path / "rec"))
            done = run(command, FIRE, *day, *arguments)
    assert done.exit_code == 0, done.stderr
    written = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(written) >= 4
    for path, content in written.items():
        assert KEY.encode() not in content, path
        assert OWN.encode() not in content, path
    assert ARTICLE.encode() not in (tmp_path / "log").read_bytes()
