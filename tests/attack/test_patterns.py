"""No pattern of the package backtracks without end: inputs are made from each pattern's own parse tree.

In the suite every pattern is tried on short inputs, where what doubles or cubes its work already shows; `make fuzz`
lets the inputs grow, and holds the time at 4n against that at n. Time is that of this process, the least of several.
"""

import os
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.attack.patterns import patterns, pumps, turns, uses, ways
from tests.test_linear import UNITS

PATTERNS = patterns()
USES = uses()
SHORT = 256
# What doubles its work with each sign takes sixteen times as long at the next length, and is met while it is short.
LENGTHS = (*range(12, 64, 4), *range(64, 128, 8), SHORT)
# Two hundred signs take microseconds where a pattern looks at each a few times, and milliseconds where it is quadratic.
MOST = 0.05
# Turns that are drawn of each repeat, and what stands behind them that hardly any pattern takes.
DRAWS = 12
ENDS = ("\x00", "。")
WHOLE = bool(os.environ.get("HAKUSHO_FUZZ"))


def _seconds(act: Callable[[Any], Any], text: Any) -> float:
    begun = time.process_time()
    found = act(text)
    if found is not None and not isinstance(found, re.Match):
        for _ in found:
            pass
    return time.process_time() - begun


def _texts(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], Any]]:
    """Return makers of inputs of about so many characters."""
    for before, unit, behind in [*pumps(pattern), *(("", unit, end) for unit in UNITS for end in ("", "\x00"))]:

        def text(length: int, before: str = before, unit: str = unit, behind: str = behind) -> Any:
            made = before + unit * max(1, length // len(unit)) + behind
            return made.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else made

        yield text


def _too_slow(pattern: re.Pattern[Any], name: str) -> Iterator[str]:
    for way in ways(name, USES):
        act = getattr(pattern, way)
        for text in _texts(pattern):
            # What doubles its work with each sign must not be met at full length first.
            for length in LENGTHS:
                if _seconds(act, text(length)) > MOST and min(_seconds(act, text(length)) for _ in range(2)) > MOST:
                    yield f"{way} {text(length)[:60]!r} of {length}"
                    break


@pytest.mark.parametrize("group", range(8))
def test_no_pattern_explodes(group: int) -> None:
    slow = [f"{name}: {told}" for name in [*PATTERNS][group::8] for told in _too_slow(PATTERNS[name], name)]
    assert slow == []


def test_the_test_finds_what_explodes() -> None:
    assert next(_too_slow(re.compile("(?:a|a)*b"), ""), None)


def _doubled(pattern: re.Pattern[Any], name: str) -> Iterator[str]:
    """Yield the turns by which a pattern doubles its work: sixty signs of them take long."""
    for way in ways(name, USES):
        act = getattr(pattern, way)
        for turn in sorted(turns(pattern, DRAWS)):
            for end in ENDS:
                for length in range(12, 64, 4):
                    text = turn * (length // len(turn)) + end
                    if _seconds(act, text) > MOST and min(_seconds(act, text) for _ in range(2)) > MOST:
                        yield f"{way} {text!r}"
                        break


@pytest.mark.parametrize("group", range(8))
def test_no_turn_is_read_in_two_ways(group: int) -> None:
    texts = {name: pattern for name, pattern in PATTERNS.items() if isinstance(pattern.pattern, str)}
    slow = [f"{name}: {told}" for name in [*texts][group::8] for told in _doubled(texts[name], name)]
    assert slow == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:[一-龥]|の|と|や|等|等の|づくり|まち|ひと|しごと)+\\Z",
        "[^>。]{1,30}(?:[ 　]?[>＞»][ 　]?[^>。]{1,40})+$",
    ],
)
def test_two_ways_are_found(pattern: str) -> None:
    assert next(_doubled(re.compile(pattern), ""), None)


@pytest.mark.skipif(not WHOLE, reason="make fuzz")
@pytest.mark.parametrize("name", [*PATTERNS])
def test_work_grows_with_the_text(name: str) -> None:
    pattern = PATTERNS[name]
    for way in ways(name, USES):
        act = getattr(pattern, way)
        for text in _texts(pattern):
            length = SHORT
            while length < 8_192 and _seconds(act, text(length)) < 0.01:
                length *= 2
            for _ in range(5):
                first = max(0.0005, min(_seconds(act, text(length // 4)) for _ in range(3)))
                growth = min(_seconds(act, text(length)) for _ in range(3)) / first
                if growth <= 5:
                    break
            assert growth <= 5, f"{way} {text(40)!r}: {growth:.1f} times at {length}"
