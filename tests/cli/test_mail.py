"""Rules of `summarize daily --mail-to`, against a mail server on this machine."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from email import message_from_string, policy
from pathlib import Path

import pytest
from typer.testing import Result

from summarize.daily.mailing import UnsentError, send
from summarize.daily.memory import Memory
from summarize.settings.mail import Mail, as_address
from tests.cli.commands import errors, run
from tests.mail_server import HOST, PASSWORD, Server, certificate, serving
from tests.rendering.briefing import samples

ARTICLE = "---\npublisher: A\ndate: 2026-11-21\n---\n\nA tram line opened in Ghent on Saturday, the city said. “It was time,” said Hanna Osei."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SUMMARIZE_MAIL_PASSWORD", PASSWORD)
    Path("one.md").write_text(ARTICLE, encoding="utf-8")


@pytest.fixture
def pem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate that this process takes for good."""
    path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


@pytest.fixture
def server(pem: Path) -> Iterator[Server]:
    with serving(pem) as running:
        settings(running.port)
        yield running


def settings(port: int, **others: str) -> None:
    """The folder's settings for a server on this machine."""
    values = {"host": HOST, "from": "The desk <desk@example.org>", "user": "desk"} | others
    lines = [f"port = {port}", *(f'{name} = "{value}"' for name, value in values.items())]
    Path("summarize.toml").write_text("\n".join(["[mail]", *lines]), encoding="utf-8")


def daily(*arguments: str) -> Result:
    return run("daily", "one.md", "--date", "2026-11-21", "--store", "s.sqlite3", "-o", "out.md", *arguments)


def test_it_is_sent_once(server: Server) -> None:
    """The briefing is written and sent to each address in a message of its own, with all that a program answers by; made again, it is not sent again."""
    done = daily("--mail-to", "ann@example.org", "--mail-to", "Bo <bo@example.org>")
    assert done.exit_code == 0, done.stderr
    assert "note: sent to ann@example.org" in done.stderr
    assert [to for to, _ in server.messages] == ["ann@example.org", "bo@example.org"]
    first, second = (message for _, message in server.messages)
    assert (first["From"], first["To"], second["To"]) == (
        "The desk <desk@example.org>",
        "ann@example.org",
        "Bo <bo@example.org>",
    )
    assert first["Message-ID"] == second["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", first["Message-ID"])
    assert first["X-Unsent"] is None
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Date"]
    again = daily("--mail-to", "ann@example.org", "--mail-to", "cy@example.org")
    assert again.exit_code == 0, again.stderr
    assert "sent to ann@example.org before" in again.stderr
    assert [to for to, _ in server.messages][2:] == ["cy@example.org"]
    Path("one.md").write_text(ARTICLE.replace("Ghent", "Bruges"), encoding="utf-8")
    assert daily("--mail-to", "ann@example.org").exit_code == 0
    assert [to for to, _ in server.messages][3:] == ["ann@example.org"]


def test_nothing_is_sent_unless_asked_for(server: Server) -> None:
    """Settings alone send nothing; nor is a day without a story sent."""
    assert daily().exit_code == 0
    done = run("daily", "one.md", "--date", "2026-11-29", "--store", "none", "-o", "b.md", "--mail-to", "a@example.org")
    assert done.exit_code == 0
    assert "warning: no mail is sent: there is no story" in done.stderr
    assert server.messages == []


def test_a_refused_recipient(server: Server) -> None:
    """Who is refused is named with the server's answer and exit code 8; the others have the mail, the briefing is written, and the same command sends the rest."""
    server.refuses["gone@example.org"] = "550 no such mailbox \x1b[31mred"
    done = daily("--mail-to", "gone@example.org", "--mail-to", "ann@example.org")
    assert done.exit_code == 8
    assert len(errors(done.stderr)) == 1
    assert "not sent to gone@example.org (550 no such mailbox" in done.stderr
    assert "\x1b" not in done.stderr
    assert [to for to, _ in server.messages] == ["ann@example.org"]
    assert Path("out.md").is_file()
    server.refuses.clear()
    assert daily("--mail-to", "gone@example.org", "--mail-to", "ann@example.org").exit_code == 0
    assert [to for to, _ in server.messages] == ["ann@example.org", "gone@example.org"]


@pytest.mark.parametrize("before", ["a dry run", "a server that is full"])
def test_with_new_the_same_command_sends_it(server: Server, before: str) -> None:
    """What was written and not sent is sent by the same command on the same day, though --new finds nothing that was not used."""
    item = "<item><guid>1</guid><title>Tram opens</title><pubDate>Sat, 21 Nov 2026 08:00:00 +0000</pubDate><description>A tram line of four kilometres opened in Ghent on Saturday, the city said, after years of work.</description></item>"
    Path("feed.xml").write_text(f"<rss version='2.0'><channel><title>A</title>{item}</channel></rss>", encoding="utf-8")
    command = (
        "daily",
        "feed.xml",
        "--new",
        "--date",
        "2026-11-21",
        "--store",
        "s.sqlite3",
        "-o",
        "out/",
        "--mail-to",
        "ann@example.org",
    )
    if before == "a dry run":
        assert run(*command, "--mail-dry-run", "message.eml").exit_code == 0
    else:
        server.answer = "452 full"
        assert run(*command).exit_code == 8
        server.answer = "250 taken"
    done = run(*command)
    assert done.exit_code == 0, done.stderr
    assert [to for to, _ in server.messages] == ["ann@example.org"]
    assert "Ghent" in Path("out/2026-11-21.md").read_text(encoding="utf-8")
    assert "sent to ann@example.org before" in run(*command).stderr


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda server, _: setattr(server, "answer", "452 full"), "452 full"),
        (
            lambda _, monkeypatch: monkeypatch.setenv("SUMMARIZE_MAIL_PASSWORD", "wrong horse"),
            "does not let you in (535)",
        ),
        (lambda _, monkeypatch: monkeypatch.delenv("SSL_CERT_FILE"), "its certificate does not hold"),
        (lambda server, _: settings(server.port, security="ssl"), "SSL"),
        (lambda _, __: settings(1), "refused"),
    ],
    ids=["full", "password", "certificate", "security", "closed"],
)
def test_a_server_that_fails(
    server: Server, monkeypatch: pytest.MonkeyPatch, change: Callable[[Server, pytest.MonkeyPatch], None], says: str
) -> None:
    """Whatever is wrong with the server is one line and exit code 8, the briefing is there, and no password is in what is said."""
    change(server, monkeypatch)
    done = daily("--mail-to", "ann@example.org")
    assert done.exit_code == 8, done.stderr
    assert len(errors(done.stderr)) == 1
    assert says in done.stderr
    assert "not sent to ann@example.org" in done.stderr
    assert "horse" not in done.stderr
    assert server.messages == []
    assert "Ghent" in Path("out.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("greeting", "says"),
    [
        (None, "timed out"),
        (b"", "closed"),
        (b"554 go away\r\n", "554 go away"),
        (b"no mail here\r\n" * 9, "not sent to"),
    ],
    ids=["silent", "closing", "unwilling", "another"],
)
def test_what_is_no_mail_server(monkeypatch: pytest.MonkeyPatch, greeting: bytes | None, says: str) -> None:
    """A server that keeps silent, hangs up, wants nothing or speaks something else is one line and exit code 8, in bounded time."""
    monkeypatch.setattr("summarize.daily.mailing._PATIENCE", 0.3)
    with socket.create_server((HOST, 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                if greeting is None:
                    connection.recv(1)
                else:
                    connection.sendall(greeting)

        thread = threading.Thread(target=answer)
        thread.start()
        settings(listening.getsockname()[1])
        done = daily("--mail-to", "ann@example.org")
        thread.join(10)
    assert done.exit_code == 8, done.stderr
    assert len(errors(done.stderr)) == 1
    assert says in done.stderr
    assert Path("out.md").is_file()


def test_enciphered_from_the_start(pem: Path) -> None:
    """With `security = "ssl"` all of it is enciphered."""
    with serving(pem, from_the_start=True) as server:
        settings(server.port, security="ssl")
        assert daily("--mail-to", "ann@example.org").exit_code == 0
        assert len(server.messages) == 1


def test_a_server_without_encryption() -> None:
    """A server that does not encipher gets neither password nor mail; on this machine it may be told to take it in the clear."""
    with serving(None) as server:
        settings(server.port)
        done = daily("--mail-to", "ann@example.org")
        assert done.exit_code == 8
        assert "offers no encryption" in done.stderr
        assert server.messages == []
        settings(server.port, security="none")
        assert daily("--mail-to", "ann@example.org").exit_code == 0
        assert len(server.messages) == 1
    settings(25, host="mail.example.org", security="none")
    done = daily("--mail-to", "ann@example.org")
    assert done.exit_code == 3
    assert "for all to read" in done.stderr


def test_dry_run(server: Server) -> None:
    """A dry run writes the message, byte for byte as it would be sent, and sends nothing; no password is needed."""
    done = daily("--mail-to", "ann@example.org", "--mail-dry-run", "m.eml", "-q")
    assert (done.exit_code, done.stderr) == (0, "")  # that no mail was sent is what was asked for
    assert server.messages == []
    written = message_from_string(Path("m.eml").read_text(encoding="utf-8"), policy=policy.default)
    assert daily("--mail-to", "ann@example.org").exit_code == 0
    ((_, sent),) = server.messages
    dropped = {"X-Peer", "X-MailFrom", "X-RcptTo", "Date"}
    assert [each for each in sent.items() if each[0] not in dropped] == [
        each for each in written.items() if each[0] not in dropped
    ]
    assert [part.get_content_type() for part in written.walk()] == [part.get_content_type() for part in sent.walk()]


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


@pytest.mark.parametrize(("user", "password"), [("desk", "pässwort"), ("jörg", "horse")])
def test_what_cannot_be_written_on_the_line(user: str, password: str) -> None:
    """Settings made in Python that smtplib cannot write are an error of sending, as what a server refuses is, and repeat no password."""
    with serving(None) as server, Memory(None, print) as memory:
        mail = Mail(HOST, server.port, as_address("a@b.org"), "none", user, password)
        with pytest.raises(UnsentError, match="no server takes") as raised:
            list(send(samples.full(), mail, [as_address("ann@example.org")], memory))
        assert "sswort" not in str(raised.value)


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
