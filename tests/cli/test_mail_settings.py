"""Rules of what mail is set to: addresses, hosts, logins, trust, and what says that it does not suffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import errors, run
from tests.cli.mailing import daily, folder_to_send_from, settings
from tests.mail_server import HOST


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_to_send_from(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("address", "code"),
    [("nobody", 2), ("a@b.example\nBcc: c@d.example", 2), ("a@b.example, c@d.example", 2), ("ü@b.example", 2)],
)
def test_addresses(address: str, code: int) -> None:
    """What is no single address is refused before any work is done."""
    settings(25)
    done = daily("--mail-to", address)
    assert done.exit_code == code
    assert "--mail-to" in errors(done.stderr)[-1]
    assert not Path("out.md").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "--mail-to needs a mail server"),
        (
            "[mail]\nfrom = 'a@b.example'",
            "from of [mail] in summarize.toml is set, and no host: set SUMMARIZE_MAIL_HOST",
        ),
        ("[mail]\nhost = '127.0.0.1'", "is set, and no from: set SUMMARIZE_MAIL_FROM"),
        ("[mail]\nhost = '127.0.0.1'\nfrom = 'a@b.example'\npassword = 'abc'", "holds a password"),
        ("[mail]\nhost = '127.0.0.1'\nfrom = 'a@b.example\\nBcc: x@y.example'", "from of [mail]"),
        ("[mail]\nhost = '127.0.0.1'\nfrom = 'a@b.example'\nserver = 'x'", "unknown setting 'server'"),
        ("mail = 'x'", "is no table"),
        ("[mail]\nhost = 'smtp.example.org'\nfrom = 'a@b.example'", "you have not said that you trust it"),
    ],
)
def test_settings(content: str, says: str) -> None:
    """Settings that cannot work, and a server that a folder's untrusted file names, are one line and exit code 3, before any work is done."""
    Path("summarize.toml").write_text(content, encoding="utf-8")
    done = daily("--mail-to", "ann@example.org")
    assert done.exit_code == 3
    assert says in errors(done.stderr)[-1]
    assert "abc" not in done.stderr
    assert not Path("out.md").exists()


def test_trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a file is trusted its mail server is named; afterwards, and where a variable names the server, it may be used."""
    settings(587, host="smtp.example.org")
    done = run("trust")
    assert "briefings and SUMMARIZE_MAIL_PASSWORD go to smtp.example.org:587" in done.stdout
    assert daily("--mail-to", "ann@example.org", "--mail-dry-run", "m.eml").exit_code == 0
    assert run("trust", "--forget").exit_code == 0
    monkeypatch.setenv("SUMMARIZE_MAIL_HOST", HOST)
    monkeypatch.setenv("SUMMARIZE_MAIL_PORT", "1")
    assert daily("--mail-to", "ann@example.org").exit_code == 8


@pytest.mark.parametrize(
    "host",
    [
        *("localhost#.evil.example", "localhost?x", "localhost:25", "[::1]", "[::1]:25", "::1%eth0", "a..b", "-a.b"),
        *("mail.example.org/x", "a@b", "a b", "\u017fmtp.example.org", "x" * 64, ".".join(["a" * 60] * 5)),
    ],
)
def test_a_host_is_a_host(host: str) -> None:
    """A host is a name or an address and nothing beside it: what a web address could hold besides cannot make a foreign one count as this machine."""
    settings(25, host=host, security="none", user="")
    done = daily("--mail-to", "ann@example.org")
    assert done.exit_code == 3
    said = errors(done.stderr)[-1]
    assert "host of [mail]" in said
    assert ("give the port as port" in said) == host.endswith(":25")
    assert not Path("out.md").exists()


@pytest.mark.parametrize(
    ("host", "own"),
    [
        *[(each, True) for each in ("localhost", "LOCALHOST", "localhost.", "127.8.0.1", "::1", "0:0:0:0:0:0:0:1")],
        *[(each, False) for each in ("localhost.example.org", "mail_1.example.org", "10.0.0.1", "2001:db8::1")],
    ],
)
def test_this_machine(host: str, own: bool) -> None:
    """Only this machine, by whichever of its names and addresses, is sent mail in the clear and needs no trust."""
    settings(25, host=host, security="none", user="")
    done = daily("--mail-to", "ann@example.org", "--mail-dry-run", "m.eml")
    assert done.exit_code == (0 if own else 3)
    assert ("for all to read" in done.stderr) != own


@pytest.mark.parametrize(("name", "value"), [("PASSWORD", "pässwort"), ("USER", "jörg"), ("USER", "eva\x7f")])
def test_what_a_login_takes(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A user or password that the login could not send is refused before any work is done, by its variable; a password is not repeated."""
    settings(587)
    monkeypatch.setenv(f"SUMMARIZE_MAIL_{name}", value)
    done = daily("--mail-to", "ann@example.org")
    assert done.exit_code == 3
    assert f"SUMMARIZE_MAIL_{name}" in errors(done.stderr)[-1]
    assert "sswort" not in done.stderr
    assert not Path("out.md").exists()


@pytest.mark.parametrize("name", ["FROM", "PORT", "SECURITY", "USER", "HOST"])
def test_mail_is_of_no_concern_to_others(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Settings of mail that do not suffice stop only what needs them: sending, `doctor` and `trust`; where a variable set them, it is named."""
    monkeypatch.setenv(f"SUMMARIZE_MAIL_{name}", {"FROM": "a@b.org", "PORT": "25", "SECURITY": "none"}.get(name, "x"))
    assert run("brief", "one.md").exit_code == 0
    assert daily().exit_code == 0
    for done in (daily("--mail-to", "ann@example.org"), run("doctor")):
        assert done.exit_code == 3
        assert f"SUMMARIZE_MAIL_{name} is set, and no {'from' if name == 'HOST' else 'host'}" in errors(done.stderr)[-1]
    Path("summarize.toml").write_text("[mail]\nport = 99999", encoding="utf-8")
    monkeypatch.delenv(f"SUMMARIZE_MAIL_{name}")
    assert run("brief", "one.md").exit_code == 0
    for done in (run("trust"), run("doctor")):
        assert done.exit_code == 3
        assert "port of [mail]" in errors(done.stderr)[-1]


def test_trust_of_a_file_with_variables_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file names the server that is to be trusted; what else mail needs may come from variables."""
    Path("summarize.toml").write_text("[mail]\nhost = 'smtp.example.org'", encoding="utf-8")
    assert run("trust").exit_code == 3
    monkeypatch.setenv("SUMMARIZE_MAIL_FROM", "a@b.org")
    monkeypatch.setenv("SUMMARIZE_MAIL_HOST", "other.example.org")
    assert "go to smtp.example.org:587" in run("trust").stdout


def test_doctor_names_the_server() -> None:
    """`doctor` says by which server mail is sent, or why it is not."""
    settings(587, host="smtp.example.org")
    assert "you have not said that you trust it" in run("doctor").stdout
    run("trust")
    assert "smtp.example.org:587, starttls, from The desk <desk@example.org>" in run("doctor").stdout
