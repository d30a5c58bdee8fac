"""Which reply a request gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from summarize.testing.replies import Reply
from summarize.testing.requests import Request

Script = Reply | Sequence[Reply] | Callable[[Request], Reply] | Mapping[str, Reply | Sequence[Reply]]
"""One reply for all requests; or one for each in order; or a function, called on the server's thread; or replies by a part of the
last user message, for requests whose order is not known (the first key that is in the message counts; "" is in each)."""

OVER = Reply(status=500, error={"message": "script is over", "type": "server_error", "param": None, "code": None})
UNKNOWN = Reply(
    status=500,
    error={
        "message": "no key of the script is in the last user message",
        "type": "server_error",
        "param": None,
        "code": None,
    },
)


class Series:
    """Replies in order. After the last one it is repeated, or, with `exhaust`, the script is over."""

    def __init__(self, replies: Reply | Sequence[Reply], *, exhaust: bool) -> None:
        """Take one reply or several.

        Raises:
            ValueError: there are none.
        """
        self._replies = (replies,) if isinstance(replies, Reply) else tuple(replies)
        self._exhaust = exhaust
        self._next = 0
        if not self._replies:
            raise ValueError("a script needs at least one reply")

    def __call__(self, _: Request) -> Reply:
        """The next reply."""
        number = self._next
        self._next += 1
        if number < len(self._replies):
            return self._replies[number]
        return OVER if self._exhaust else self._replies[-1]


class Keyed:
    """Replies by a part of the last user message."""

    def __init__(self, replies: Mapping[str, Reply | Sequence[Reply]], *, exhaust: bool) -> None:
        """Take one reply or several for each part.

        Raises:
            ValueError: there are none.
        """
        self._series = {key: Series(value, exhaust=exhaust) for key, value in replies.items()}
        if not self._series:
            raise ValueError("a script needs at least one reply")

    def __call__(self, request: Request) -> Reply:
        """The next reply of the first key that is in the last user message."""
        message = request.last_user
        for key, series in self._series.items():
            if key in message:
                return series(request)
        return UNKNOWN


def player(script: Script, *, exhaust: bool) -> Callable[[Request], Reply]:
    """The function that gives each request its reply.

    Raises:
        ValueError: the script holds no reply.
    """
    if isinstance(script, Mapping):
        return Keyed(script, exhaust=exhaust)
    if isinstance(script, Reply | Sequence):
        return Series(script, exhaust=exhaust)
    return script


def ruling_stands(request: Request) -> Reply:
    """What a judge answers that finds nothing wrong: that every claim it is asked about stands."""
    return Reply(
        {"rulings": [{"claim": number, "source": "", "differs": "", "ruling": "stands"} for number in request.claims]}
    )


def with_judge(play: Callable[[Request], Reply], judge: Callable[[Request], Reply]) -> Callable[[Request], Reply]:
    """Replies of one function to questions to a judge, of another to all the rest."""
    return lambda request: judge(request) if request.claims else play(request)
