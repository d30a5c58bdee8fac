"""The guard at the socket: every connection, whatever name led to it, is checked by the address that it is about to be made to.

A check of names beforehand can be got around: by an odd spelling, by a redirect, by a name that leads elsewhere the second time.
"""

from __future__ import annotations

import errno
import socket

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import AddrInfoType

from summarize.reading.web.addresses import Reach


class ForbiddenAddressError(OSError):
    """A connection would lead where none may be made. An OSError, so that a host's other addresses are tried."""

    def __init__(self, where: str) -> None:
        """Say where it would lead, in words."""
        super().__init__(errno.EACCES, f"it leads to {where}")
        self.where = where


class SocketGuard:
    """Makes the sockets of a connector."""

    def __init__(self, reach: Reach) -> None:
        """Let through what `reach` does not refuse."""
        self._reach = reach

    def __call__(self, target: AddrInfoType) -> socket.socket:
        """A socket for a connection to `target`, which is an entry of `getaddrinfo`.

        Raises:
            ForbiddenAddressError: it may not be made.
        """
        family, kind, protocol, _, address = target
        where = (
            self._reach.refuses(str(address[0]), int(address[1]))
            if family in {socket.AF_INET, socket.AF_INET6}
            else "what is no address of the internet"
        )
        if where is not None:
            raise ForbiddenAddressError(where)
        return socket.socket(family, kind, protocol)


class GuardedResolver(AbstractResolver):
    """Looks up names, and keeps of their addresses those that may be connected to."""

    def __init__(self, inner: AbstractResolver, reach: Reach) -> None:
        self._inner, self._reach = inner, reach

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host.

        Raises:
            ForbiddenAddressError: it has none that may be connected to.
            OSError: it has none.
        """
        found = await self._inner.resolve(host, port, family)
        refused = [self._reach.refuses(each["host"], each["port"]) for each in found]
        allowed = [each for each, where in zip(found, refused, strict=True) if where is None]
        where = next((where for where in refused if where is not None), None)
        if where is not None and not allowed:
            raise ForbiddenAddressError(where)
        return allowed

    async def close(self) -> None:
        """Close `inner`."""
        await self._inner.close()
