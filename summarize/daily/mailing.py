"""A briefing sent by mail, through the user's own server: once to each recipient, and never in the clear.

The briefing is written before; what goes wrong here costs nothing of it. What was handed over is remembered in the store by the message's id, which
is made of what the briefing tells: the same one is not sent to anybody twice.
"""

from __future__ import annotations

import hashlib
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Final

from summarize.briefing import Briefing
from summarize.daily.memory import Memory
from summarize.errors import OutputError
from summarize.redaction import SECRETS
from summarize.rendering.briefing.mail import to_message
from summarize.rendering.safe import one_line
from summarize.settings.mail import PASSWORD, Mail

_PATIENCE: Final = 30.0
"""Seconds that the server may keep silent."""
_TOLD: Final = ("title", "date", "length", "stories", "quiet", "ahead")
_REFUSED: Final = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
_FAULTS: Final = (smtplib.SMTPException, OSError, UnicodeError)
"""What smtplib raises: the last where it can write a host, a user or a password in no way that a server takes."""


class UnsentError(OutputError):
    """The mail could not be handed over, or not for everybody."""


def message_to(recipient: Address, briefing: Briefing, sender: Address, language: str | None = None) -> EmailMessage:
    """The message as it is sent to one recipient; for `language`, see `render_briefing`."""
    message = to_message(briefing, language)
    message["From"] = sender
    message["To"] = recipient
    message["Message-ID"] = message_id(briefing, sender)
    message["Auto-Submitted"] = "auto-generated"
    return message


def message_id(briefing: Briefing, sender: Address) -> str:
    """What the message is known by: another where the briefing tells anything else, the same however often it is made."""
    told = briefing.model_dump_json(include=set(_TOLD))
    digest = hashlib.sha256(told.encode()).hexdigest()[:32]
    return f"<{digest}@{sender.domain}>"


def send(
    briefing: Briefing, mail: Mail, recipients: Sequence[Address], memory: Memory, language: str | None = None
) -> Iterator[str]:
    """Send a briefing to those who do not have it yet. Says of each, in words, that it was sent or was before.

    Raises:
        UnsentError: the server cannot be reached, lets nobody in, or refuses the mail for somebody.
    """
    known = message_id(briefing, mail.sender)
    waiting: list[Address] = []
    for each in {recipient.addr_spec: recipient for recipient in recipients}.values():
        if memory.was_mailed(known, each.addr_spec):
            yield f"this briefing was sent to {each.addr_spec} before, and is not sent again"
        else:
            waiting.append(each)
    if not waiting:
        return
    refused: list[str] = []
    with _connect_to_server(mail, waiting) as server:
        for place, each in enumerate(waiting):
            try:
                server.send_message(
                    message_to(each, briefing, mail.sender, language), mail.sender.addr_spec, [each.addr_spec]
                )
            except _REFUSED as error:
                refused.append(f"{each.addr_spec} ({_describe_error(error)})")
                continue
            except _FAULTS as error:
                lost = [*refused, *(other.addr_spec for other in waiting[place:])]
                raise UnsentError(_unsent(mail, lost, _describe_error(error))) from error
            memory.record_mailing(known, each.addr_spec)
            yield f"sent to {each.addr_spec}"
    if refused:
        raise UnsentError(_unsent(mail, refused, "it refused"))


@contextmanager
def _connect_to_server(mail: Mail, waiting: Sequence[Address]) -> Iterator[smtplib.SMTP]:
    """The server, ready to take mail."""
    server: smtplib.SMTP | None = None
    try:
        context = ssl.create_default_context()  # certificates and names are checked
        if mail.security == "ssl":
            server = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_PATIENCE, context=context)
        else:
            server = smtplib.SMTP(mail.host, mail.port, timeout=_PATIENCE)
        if mail.security == "starttls":
            server.starttls(context=context)
        if mail.user is not None:
            server.login(mail.user, mail.password or "")
    except _FAULTS as error:
        if server is not None:
            server.close()
        names = [each.addr_spec for each in waiting]
        raise UnsentError(_unsent(mail, names, _describe_error(error))) from error
    try:
        yield server
    finally:
        with suppress(smtplib.SMTPException, OSError):  # all was handed over, or said to be refused
            server.quit()
        server.close()


def _unsent(mail: Mail, names: Sequence[str], why: str) -> str:
    return (
        f"not sent to {', '.join(names)}, by {mail.host}:{mail.port}: {why}: the briefing itself is written; "
        "the same command sends it to those who do not have it"
    )


def _describe_error(error: Exception) -> str:
    """What went wrong, on one line: the server's answer, if it gave one, without what it might repeat of a password."""
    said = SECRETS.clean(one_line(str(error))[:200]) or type(error).__name__
    match error:
        case smtplib.SMTPAuthenticationError():
            said = f"it does not let you in ({error.smtp_code}): look at user in [mail] and at {PASSWORD}"
        case smtplib.SMTPRecipientsRefused():
            said = _answer(*next(iter(error.recipients.values())))
        case smtplib.SMTPResponseException():
            said = _answer(error.smtp_code, error.smtp_error)
        case smtplib.SMTPNotSupportedError():
            said = "it offers no encryption, or no login: set security in [mail] to ssl, if it has a port for that"
        case ssl.SSLCertVerificationError():
            said = f"its certificate does not hold: {one_line(error.verify_message)}"
        case UnicodeError():  # its words would repeat a part of the password
            said = f"host, user or {PASSWORD} has characters or a length that no server takes"
        case TimeoutError():
            said = f"no answer for {_PATIENCE:.0f} s"
        case OSError() if error.strerror:
            said = one_line(error.strerror)
    return said


def _answer(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return SECRETS.clean(f"{code} {one_line(text)[:200]}".strip())
