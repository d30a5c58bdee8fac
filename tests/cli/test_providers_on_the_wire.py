"""Rules of providers on the wire: what servers really receive of keys, headers, queries, bodies and certificates."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from summarize.testing import AZURE, FakeServer, Reply
from tests.cli.commands import FIRE, run
from tests.cli.test_keys_on_the_wire import COMMANDS, passed_on_to, raw_server, sent
from tests.engines.model.answers import GOOD, after_probe

KEYS = {"DESK_KEY": "sk-desk-0123456789abcdef", "NIGHT_KEY": "sk-night-0123456789abcdef"}
OTHERS = {
    "OPENAI_API_KEY": "sk-openai-0123456789abcdef",
    "OPENAI_ORG_ID": "org-of-the-desk",
    "OPENAI_PROJECT_ID": "project-of-the-desk",
    "GROQ_API_KEY": "gsk-groq-0123456789abcdef",
    "SUMMARIZE_API_KEY": "sk-own-0123456789abcdef",
    "DESK_SUBSCRIPTION": "sub-0123456789-of-ours",
}


@pytest.fixture(autouse=True)
def _folder(_environment: None, _soon: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for asks in ("trust", "finding"):
        monkeypatch.setattr(f"summarize.settings.{asks}.config_folder", lambda: tmp_path / "config")
    for name, value in {"CACHE": str(tmp_path / "cache"), "STORE": "none", "NLP": "off", "PATIENCE": "0"}.items():
        monkeypatch.setenv(f"SUMMARIZE_{name}", value)
    for name, value in {**KEYS, **OTHERS}.items():
        monkeypatch.setenv(name, value)


@contextmanager
def desk_and_night() -> Iterator[tuple[FakeServer, FakeServer]]:
    """Two providers side by side, in a file that is trusted."""
    with (
        FakeServer(after_probe(Reply(GOOD)), models=("m",), api_key=KEYS["DESK_KEY"]) as desk,
        FakeServer(after_probe(Reply(GOOD)), models=("m",)) as night,
    ):
        Path("summarize.toml").write_text(
            f"""
[providers.desk]
base_url = "{desk.base_url}"
key = "DESK_KEY"
headers = {{ X-Tenant = "of-the-desk", X-Subscription = "$DESK_SUBSCRIPTION" }}
query = {{ api-version = "2026-01-01" }}
body = {{ route = "fast" }}
effort = "low"
seed = 7
[providers.night]
base_url = "{night.base_url}"
key = "NIGHT_KEY"
""",
            encoding="utf-8",
        )
        assert run("trust").exit_code == 0
        yield desk, night


@pytest.mark.parametrize("command", COMMANDS)
def test_two_providers_side_by_side(command: str) -> None:
    """Each gets its own key and what its table says, and nothing that belongs to another."""
    with desk_and_night() as (desk, night):
        for name in ("desk", "night"):
            done = run(*COMMANDS[command], "--provider", name)
            assert done.exit_code == 0, done.stderr
        at_desk, at_night = sent(desk), sent(night)
        assert {request.query for request in desk.requests} == {"api-version=2026-01-01"}
        bodies = [request.body for request in desk.requests if request.body]
    assert all(request.headers["authorization"] == f"Bearer {KEYS['DESK_KEY']}" for request in desk.requests)
    assert all(request.headers["x-subscription"] == OTHERS["DESK_SUBSCRIPTION"] for request in desk.requests)
    assert all((body["route"], body["seed"], body["reasoning_effort"]) == ("fast", 7, "low") for body in bodies)
    assert KEYS["NIGHT_KEY"] in at_night
    for secret in OTHERS.values():
        assert secret not in at_night
        assert secret not in at_desk or secret == OTHERS["DESK_SUBSCRIPTION"]
    assert KEYS["NIGHT_KEY"] not in at_desk
    assert KEYS["DESK_KEY"] not in at_night
    assert "of-the-desk" not in at_night


@pytest.mark.parametrize("command", ["brief", "models"])
@pytest.mark.parametrize("way", ["flag", "variable"])
def test_nothing_of_a_provider_reaches_another_host(command: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A flag or a variable that leads elsewhere takes neither key nor header nor query of the provider along."""
    with desk_and_night(), raw_server() as other:
        elsewhere = f"http://127.0.0.1:{other.port}/v1"
        flags = ["--provider", "desk", *(["-m", "m"] if command != "models" else [])]
        if way == "flag":
            flags += ["--base-url", elsewhere]
        else:
            monkeypatch.setenv("SUMMARIZE_BASE_URL", elsewhere)
        run(*COMMANDS[command], *flags)
        seen = "".join(other.requests)
    assert other.requests
    for secret in (*KEYS.values(), OTHERS["DESK_SUBSCRIPTION"], OTHERS["OPENAI_API_KEY"], "of-the-desk", "api-version"):
        assert secret not in seen
    assert OTHERS["SUMMARIZE_API_KEY"] in seen, "one's own key goes to an address of one's own"


def test_a_redirect_takes_nothing_of_a_provider_along() -> None:
    """A provider that sends on to another host keeps its key: the redirect is not followed."""
    with raw_server() as other:
        location = f"http://127.0.0.1:{other.port}/v1/models"
        with raw_server((307, {"location": location}, b"")) as here:
            Path("summarize.toml").write_text(
                f'[providers.night]\nbase_url = "http://127.0.0.1:{here.port}/v1"\nkey = "NIGHT_KEY"\n',
                encoding="utf-8",
            )
            assert run("trust").exit_code == 0
            assert run("models", "--provider", "night").exit_code == 5
        assert KEYS["NIGHT_KEY"] in "".join(here.requests)
        assert other.requests == []


def test_azure_by_its_usual_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Azure is asked at the address of its own variable, with the key in its own header, and the version that is set."""
    with FakeServer(after_probe(Reply(GOOD)), capabilities=AZURE, api_key="azure-key-0123456789") as server:
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.base_url)
        monkeypatch.setenv("AZURE_OPENAI_API_KEY", "azure-key-0123456789")
        done = run("brief", FIRE, "--model", "azure/m", "--set", "query=api-version=2026-01-01", "--format", "json")
        assert done.exit_code == 0, done.stderr
        assert all("authorization" not in request.headers for request in server.requests)
    assert "azure-key" not in done.stdout + done.stderr


def test_set_takes_what_it_knows() -> None:
    """`--set` of a name that is no setting of an endpoint, or of nothing, is a usage error that lists them."""
    for wrong in ("nonsense=1", "effort", "base_url=http://x"):
        done = run("brief", FIRE, "--set", wrong)
        assert done.exit_code == 2
        assert "verbosity" in done.stderr


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A self-signed certificate of this machine, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / f"{name}.pem", folder / f"{name}-key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
    return paths


def test_a_client_certificate_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gateway that asks for a client certificate gets the one that is set; without it nothing is answered, and a wrong file is told."""
    server_certificate, client_certificate = certificate(tmp_path, "server"), certificate(tmp_path, "client")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*server_certificate)
    context.load_verify_locations(client_certificate[0])
    context.verify_mode = ssl.CERT_REQUIRED
    monkeypatch.setenv("SSL_CERT_FILE", str(server_certificate[0]))
    answer = (200, {"content-type": "application/json"}, b'{"object": "list", "data": [{"id": "m"}]}')
    with raw_server(answer, context) as gateway:
        ask = ("models", "--base-url", f"https://127.0.0.1:{gateway.port}/v1")
        bare = run(*ask)
        assert bare.exit_code == 5
        assert gateway.requests == []
        shown = ("--set", f"certificate={client_certificate[0]}", "--set", f"certificate_key={client_certificate[1]}")
        done = run(*ask, *shown)
        assert (done.exit_code, done.stdout) == (0, "m\n"), done.stderr
        wrong = run(*ask, "--set", f"certificate={tmp_path / 'none.pem'}")
        assert wrong.exit_code == 3
        assert "none.pem cannot be used" in wrong.stderr
    with FakeServer(after_probe(Reply(GOOD))) as server, raw_server(passed_on_to(server), context) as gateway:
        address = f"https://127.0.0.1:{gateway.port}/v1"
        made = run("brief", FIRE, "--model", "m", "--base-url", address, "--format", "json", *shown)
        served = server.settled()
    assert made.exit_code == 0, made.stderr
    usage = json.loads(made.stdout)["provenance"]["usage"]
    assert usage["requests"] == served.requests == 3
    assert (usage["input_tokens"], usage["output_tokens"]) == (served.input_tokens, served.output_tokens)


def test_doctor_shows_what_is_in_force_and_from_where() -> None:
    """Each setting is shown with the flag, variable, table or provider that gave it, keys and headers by name alone, and it is tried."""
    with desk_and_night() as (desk, _):
        done = run("doctor", "--provider", "desk", "--model", "m", "--set", "verbosity=low")
        assert done.exit_code == 0, done.stderr
        asked = desk.served.requests
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    table = "([providers.desk] in summarize.toml)"
    for line in (
        "model m (--model)", f"endpoint {desk.base_url} {table}", "key set (DESK_KEY), not shown", "headers X-Subscription, X-Tenant",
        f"query api-version=2026-01-01 {table}", f"effort low {table}", f"seed 7 {table}", "verbosity low (--set verbosity)",
        "form a strict JSON schema",
    ):  # fmt: skip
        assert line in lines, done.stdout
    assert asked == 1
    for secret in (*KEYS.values(), *OTHERS.values(), "of-the-desk"):
        assert secret not in done.stdout + done.stderr
