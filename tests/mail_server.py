"""A mail server for tests, on this machine: it takes mail over TLS, from whoever knows the password, and can be told to fail."""

# ruff: noqa: ARG002 - aiosmtpd gives its handlers all it knows

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
PASSWORD = "correct horse battery"


@dataclass
class Server:
    """What came in, and what goes wrong."""

    port: int = 0
    refuses: dict[str, str] = field(default_factory=dict)
    """Answers to recipients that it does not take."""
    answer: str = "250 taken"
    """To a message."""
    messages: list[tuple[str, EmailMessage]] = field(default_factory=list)
    """Who each is for, and the message."""
    raw: list[bytes] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.answer.startswith("2"):
            self.raw.append(envelope.content)
            message = message_from_bytes(envelope.content, policy=policy.default)
            self.messages += [(address, message) for address in envelope.rcpt_tos]
        return self.answer

    def lets_in(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        known = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
        return AuthResult(success=known, handled=known)


def certificate(folder: Path, address: str = HOST) -> Path:
    """A file with a new key and a certificate of its own for an address."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    held = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(held + built.public_bytes(serialization.Encoding.PEM))
    return path


class _Anywhere(Controller):
    """On any port that is free."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]  # asyncio's own servers have them
        super()._trigger_server()  # type: ignore[no-untyped-call]


@contextmanager
def serving(pem: Path | None, *, from_the_start: bool = False) -> Iterator[Server]:
    """A running server.

    Args:
        pem: its key and certificate; None for one that enciphers nothing.
        from_the_start: encipher at once, and not when asked to.
    """
    server = Server()
    context: ssl.SSLContext | None = None
    if pem is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
    asked = context if not from_the_start else None
    running = _Anywhere(
        server,
        hostname=HOST,
        port=0,
        ssl_context=context if from_the_start else None,
        tls_context=asked,
        require_starttls=asked is not None,
        authenticator=server.lets_in,
        auth_require_tls=pem is not None and not from_the_start,
    )
    running.start()
    try:
        server.port = running.port
        yield server
    finally:
        running.stop()
