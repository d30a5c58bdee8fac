"""What a subject tells when a rule asks, found once for all rules that ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - it is written as a decorator, as `property` is
    """As `functools.cached_property`, which up to Python 3.11 takes a lock each time: most of what it costs, where hundreds are asked for a card."""

    def __init__(self, found: Callable[[Any], T]) -> None:
        self._found = found
        self.__doc__ = found.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, kind: type) -> Self: ...
    @overload
    def __get__(self, of: object, kind: type) -> T: ...
    def __get__(self, of: object, kind: type) -> Self | T:
        if of is None:
            return self
        value = of.__dict__[self._name] = self._found(of)
        return value
