"""What is made again and again of the same things is made once, while somebody keeps a memory open.

A build of one site opens none, and pays nothing. `build-centres` opens one for all its sites: most of what a
centre's site is made of is the same for every centre. What wears `@remembered` must give the same whenever
its arguments are the same, look at nothing else, and nobody may change what it gave.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])
GOES_AFTER = 8
"""Sites in a row. What none of them has asked for again was of one centre alone, and is forgotten."""


@dataclass
class Memory:
    """What two sites have asked for stays; what one alone has asked for goes, so that memory is bounded."""

    shared: dict[Hashable, Any] = field(default_factory=dict)
    recent: deque[dict[Hashable, Any]] = field(default_factory=lambda: deque([{}], GOES_AFTER))

    def next_site(self) -> None:
        self.recent.append({})

    def keep(self) -> None:
        """All that is known now stays: what was made so that every process begins with it."""
        for site in self.recent:
            self.shared |= site
            site.clear()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What is known by `key`; else what `make` gives, known from now on. Errors are not remembered."""
        if key in self.shared:
            return self.shared[key]
        now = self.recent[-1]
        if key not in now:
            before = next((one for one in self.recent if key in one), None)
            if before is not None:
                self.shared[key] = before.pop(key)
                return self.shared[key]
            now[key] = make()
        return now[key]


class Same:
    """Stands in a key for `of` itself, and not for what is equal to it: quick, however large it is.

    It keeps `of`, so that no later object can have its place.
    """

    __slots__ = ("of",)

    def __init__(self, of: object) -> None:
        self.of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.of is other.of

    def __hash__(self) -> int:
        return id(self.of)


_open: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[Memory]:
    """While this lasts, what wears `@remembered` is remembered in `memory`."""
    before = _open.set(memory)
    try:
        yield memory
    finally:
        _open.reset(before)


def _all(*given: Hashable, **named: Hashable) -> Hashable:
    return given, *named.items()


def remembered(by: Callable[..., Hashable] = _all) -> Callable[[F], F]:
    """For a function whose result depends on what `by` makes of its arguments; by itself, on all of them."""

    def wear(function: F) -> F:
        @wraps(function)
        def asked(*given: Any, **named: Any) -> Any:
            memory = _open.get()
            if memory is None:
                return function(*given, **named)
            return memory.get((function, by(*given, **named)), lambda: function(*given, **named))

        return cast(F, asked)

    return wear
