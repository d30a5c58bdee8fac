"""`summarize daily --mail-to`: what has to be known before any work is done, and the sending after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cli.messages import tell
from summarize.errors import ConfigurationError, UsageError

if TYPE_CHECKING:
    from summarize.briefing import Briefing
    from summarize.cli.guard import ReadFiles
    from summarize.daily.memory import Memory
    from summarize.settings import Settings


class Outbox:
    """Takes the finished briefing. Without recipients it does nothing."""

    def __init__(self, recipients: Sequence[str], dry_run: str | None, settings: Settings) -> None:
        """Check what can be checked before any work is done.

        Args:
            recipients: addresses.
            dry_run: a file that takes the message in place of the server; None to send it.
            settings: with the mail server.

        Raises:
            UsageError: an address is none, or there is nobody to write to.
            ConfigurationError: there is no server, or the file that names it is not trusted; a dry run needs neither.
        """
        from summarize.settings.mail import as_address

        if dry_run is not None and not recipients:
            raise UsageError("--mail-dry-run writes the message that --mail-to would send: give --mail-to as well")
        self._dry_run = Path(dry_run) if dry_run is not None else None
        try:
            self._recipients = [as_address(each) for each in recipients]
        except ValueError as error:
            raise UsageError(f"--mail-to: {error}") from error
        self._mail = settings.mail
        self._language = settings.language
        if not recipients:
            return
        if settings.mail_fault is not None:
            raise ConfigurationError(settings.mail_fault)
        if dry_run is not None:
            return
        if settings.mail is None:
            raise ConfigurationError(
                "--mail-to needs a mail server: set host and from in table [mail] of summarize.toml, or SUMMARIZE_MAIL_HOST and SUMMARIZE_MAIL_FROM"
            )
        if settings.mail.distrusted is not None:
            raise ConfigurationError(settings.mail.distrusted)
        if settings.mail.user is not None and settings.mail.password is None:
            raise ConfigurationError(f"{settings.mail.host} wants a password: set SUMMARIZE_MAIL_PASSWORD")

    def refuse(self, reads: ReadFiles) -> None:
        """Refuse to write over what the run reads.

        Raises:
            UsageError: the file of a dry run would be one that is read.
        """
        if self._dry_run is not None:
            reads.refuse(self._dry_run)

    def send(self, briefing: Briefing, memory: Memory, *, whole: bool) -> None:
        """Send the briefing, or write what would be sent.

        Raises:
            UnsentError: it could not be handed over for everybody.
            UsageError: the file of a dry run cannot be written.
        """
        if not self._recipients:
            return
        if not briefing.stories or not whole:
            tell(
                f"warning: no mail is sent: {'there is no story' if not briefing.stories else 'the briefing is not whole'}"
            )
            return
        from summarize.daily.mailing import message_to, send
        from summarize.files import write_whole

        if self._dry_run is not None:
            to = self._recipients[0]
            # Where no sender is set, the message is to whom it is from.
            sender = self._mail.sender if self._mail is not None else to
            write_whole(self._dry_run, message_to(to, briefing, sender, self._language).as_string())
            unset = " (no mail server is set)" if self._mail is None else ""
            tell(f"note: no mail is sent: the message to {to.addr_spec} is in {self._dry_run}{unset}")
            return
        assert self._mail is not None
        if not memory.remembers:
            tell("warning: without a store nobody knows what was sent: the same command would send it again")
        for line in send(briefing, self._mail, self._recipients, memory, self._language):
            tell(f"note: {line}")
