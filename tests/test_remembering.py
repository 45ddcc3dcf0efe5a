"""Remembered is what two sites ask for; a build that opens no memory keeps nothing."""

import pytest

from programme.remembering import GOES_AFTER, Memory, Same, remembered, remembering

asked: list[tuple[object, ...]] = []


@remembered()
def pair(one: int, other: int = 0) -> tuple[int, int]:
    asked.append((one, other))
    return one, other


@remembered(Same)
def length(of: list[int]) -> int:
    asked.append(tuple(of))
    if not of:
        raise ValueError("nothing is there")
    return len(of)


@pytest.fixture(autouse=True)
def _anew() -> None:
    asked.clear()


def test_without_a_memory_all_is_done_each_time() -> None:
    assert pair(1) == pair(1) == (1, 0)
    assert asked == [(1, 0)] * 2


def test_with_one_all_is_done_once_for_the_same_arguments() -> None:
    with remembering(Memory()):
        assert [pair(1), pair(1), pair(1, 2), pair(1, other=2)] == [(1, 0), (1, 0), (1, 2), (1, 2)]
        assert asked == [(1, 0), (1, 2), (1, 2)]
    pair(1)
    assert len(asked) == 4


def test_an_object_may_be_known_by_itself() -> None:
    one, equal = [1, 2], [1, 2]
    with remembering(Memory()):
        assert length(one) == length(one) == length(equal) == 2
    assert asked == [(1, 2), (1, 2)]


def test_what_goes_wrong_is_tried_again() -> None:
    with remembering(Memory()):
        for _ in range(2):
            with pytest.raises(ValueError, match="nothing"):
                length([])
    assert asked == [(), ()]


def test_what_one_site_alone_asked_for_is_forgotten() -> None:
    with remembering(Memory()) as memory:
        pair(1)
        pair(2)
        memory.next_site()
        pair(1)
        for _ in range(GOES_AFTER):
            memory.next_site()
        asked.clear()
        pair(1)
        pair(2)
    assert asked == [(2, 0)]


def test_what_is_to_be_kept_stays() -> None:
    with remembering(Memory()) as memory:
        pair(1)
        memory.keep()
        for _ in range(GOES_AFTER):
            memory.next_site()
        pair(1)
    assert asked == [(1, 0)]
