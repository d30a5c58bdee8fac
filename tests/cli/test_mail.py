"""Rules of `summarize daily --mail-to`, against a mail server on this machine."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from email import message_from_string, policy
from pathlib import Path

import pytest

from summarize.daily.mailing import UnsentError, send
from summarize.daily.memory import Memory
from summarize.settings.mail import Mail, as_address
from tests.cli.commands import errors, run
from tests.cli.mailing import ARTICLE, daily, folder_to_send_from, settings
from tests.mail_server import HOST, Server, certificate, serving
from tests.rendering.briefing import samples


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_to_send_from(tmp_path, monkeypatch)


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


def test_dry_run_without_a_server() -> None:
    """A dry run sends nothing and needs no server; without one the message is from whom it is to."""
    done = daily("--mail-to", "ann@example.org", "--mail-dry-run", "m.eml")
    assert done.exit_code == 0, done.stderr
    assert "no mail server is set" in done.stderr
    written = message_from_string(Path("m.eml").read_text(encoding="utf-8"), policy=policy.default)
    assert (written["From"], written["To"]) == ("ann@example.org", "ann@example.org")
    assert daily("--mail-to", "ann@example.org").exit_code == 3


@pytest.mark.parametrize(("user", "password"), [("desk", "pässwort"), ("jörg", "horse")])
def test_what_cannot_be_written_on_the_line(user: str, password: str) -> None:
    """Settings made in Python that smtplib cannot write are an error of sending, as what a server refuses is, and repeat no password."""
    with serving(None) as server, Memory(None, print) as memory:
        mail = Mail(HOST, server.port, as_address("a@b.org"), "none", user, password)
        with pytest.raises(UnsentError, match="no server takes") as raised:
            list(send(samples.full(), mail, [as_address("ann@example.org")], memory))
        assert "sswort" not in str(raised.value)
