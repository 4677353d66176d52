"""Every pattern of the package, and inputs that pump it: made from the pattern's own parse tree, none by hand."""

import pkgutil
import random
import re
import re._constants as code
import re._parser as parser
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import hakusho

# What a repeat may be given at most that is not looked at: its work is bounded.
_BOUNDED = 16
_VARIANTS = 4
# What may come so often can double its work until it never ends; a turn of more signs comes too seldom.
_OFTEN = 8
_LONGEST_TURN = 16
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_CANDIDATES = "x1あ国一 　\n-.。<>（）「\"'=/\t#|*_0ア\u3000\x00"
_CATEGORIES = {
    code.CATEGORY_DIGIT: "1",
    code.CATEGORY_NOT_DIGIT: "x",
    code.CATEGORY_SPACE: " ",
    code.CATEGORY_NOT_SPACE: "x",
    code.CATEGORY_WORD: "あ",
    code.CATEGORY_NOT_WORD: "-",
}


def modules() -> Iterator[Any]:
    """Return every module of the package, loaded."""
    for found in pkgutil.walk_packages(hakusho.__path__, "hakusho."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def patterns() -> dict[str, re.Pattern[Any]]:
    """Return the compiled patterns of the package by a place where they stand, also those inside tables and records."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in modules():
        for name, value in sorted(vars(module).items()):
            if name.startswith("__"):
                continue
            for pattern in _inside(value, 4):
                key = (pattern.pattern, pattern.flags)
                place = f"{module.__name__.removeprefix('hakusho.')}.{name}"
                found.setdefault(key, (f"{place} {len(found)}", pattern))
    return dict(found.values())


# NAME.match(…), and NAME.pattern.match(…) of what stands in a record.
_USE = re.compile(
    r"\b(\w+)(?:\.pattern)?\.(search|match|fullmatch|finditer|findall|sub|subn|split)\b(?:\(\w+, (\d+), (\d+)\))?"
)


def uses() -> dict[str, set[str]]:
    """Return by the name of a pattern the methods that the package calls of it."""
    found: dict[str, set[str]] = {}
    for path in sorted(Path(hakusho.__path__[0]).rglob("*.py")):
        for match in _USE.finditer(path.read_text(encoding="utf-8")):
            found.setdefault(match[1], set()).add(match[2])
    return found


def ways(name: str, known: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return how a pattern of that place is tried: from its start, anywhere, or all of it; all where nothing tells."""
    methods = known.get(name.split(" ")[0].rpartition(".")[2], set())
    if not methods:
        return ("match", "finditer")
    anywhere = methods & {"search", "finditer", "findall", "sub", "subn", "split"}
    return (*sorted(methods & {"match", "fullmatch"}), *(["finditer"] if anywhere else []))


def _inside(value: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for each in value.values():
            yield from _inside(each, depth - 1)
    elif depth and isinstance(value, (list, tuple, set, frozenset)) and len(value) < 5000:
        for each in value:
            yield from _inside(each, depth - 1)
    elif depth and hasattr(type(value), "__dataclass_fields__"):
        for field in type(value).__dataclass_fields__:
            yield from _inside(getattr(value, field, None), depth - 1)


def pumps(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Return (before, unit, behind) of inputs that make a pattern's repeats long, and its openings many."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    tree = parser.parse(text, flags & ~re.DEBUG)
    found: dict[tuple[str, str, str], None] = {}
    for before, body in _repeats(list(tree), ""):
        for unit in (body, before + body, before):
            for behind in ("", "\x00"):
                if unit:
                    found[before if unit == body else "", unit, behind] = None
    whole = _samples(list(tree))
    for sample in whole:
        for unit in (sample, sample[:-1]):
            if unit:
                found["", unit, ""] = None
    return [*found]


def turns(pattern: re.Pattern[str], draws: int) -> set[str]:
    """Return turns of a pattern's repeats, drawn by lot: with optional parts or without, and of every branch.

    A turn that a pattern can read in two ways doubles its work each time it comes again: 「等の」 for 等|の|等の.
    """
    lot = random.Random(31)
    tree = list(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    drawn = {_drawn(body, lot) for body in _bodies(tree) for _ in range(draws)}
    return {turn for turn in drawn if 0 < len(turn) <= _LONGEST_TURN}


def _bodies(nodes: list[Any]) -> Iterator[list[Any]]:
    for operator, argument in nodes:
        if operator in _REPEATS:
            _, most, body = argument
            if most >= _OFTEN:
                yield list(body)
            yield from _bodies(list(body))
        elif operator is code.BRANCH:
            for way in argument[1]:
                yield from _bodies(list(way))
        elif operator in (code.SUBPATTERN, code.ASSERT, code.ASSERT_NOT):
            yield from _bodies(list(argument[-1]))
        elif operator is code.ATOMIC_GROUP:
            yield from _bodies(list(argument))


def _drawn(nodes: list[Any], lot: random.Random) -> str:
    made = ""
    for operator, argument in nodes:
        if operator is code.BRANCH:
            made += _drawn(list(lot.choice(argument[1])), lot)
        elif operator is code.SUBPATTERN:
            made += _drawn(list(argument[-1]), lot)
        elif operator is code.ATOMIC_GROUP:
            made += _drawn(list(argument), lot)
        elif operator in _REPEATS:
            least, most, body = argument
            made += "".join(_drawn(list(body), lot) for _ in range(lot.randint(least, min(most, least + 2))))
        else:
            made += lot.choice(_ways(operator, argument))
    return made


def _repeats(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """Return (shortest text before, one turn) of each repeat without a small bound, the inner ones too."""
    for node in nodes:
        operator, argument = node
        if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most is code.MAXREPEAT or most > _BOUNDED:
                for sample in _samples(list(body)):
                    yield before, sample
            yield from _repeats(list(body), before)
        elif operator is code.BRANCH:
            for way in argument[1]:
                yield from _repeats(list(way), before)
        elif operator is code.SUBPATTERN:
            yield from _repeats(list(argument[-1]), before)
        elif operator is code.ATOMIC_GROUP:
            yield from _repeats(list(argument), before)
        elif operator in (code.ASSERT, code.ASSERT_NOT):
            yield from _repeats(list(argument[1]), before)
        before += _samples([node])[0]


def _samples(nodes: list[Any]) -> list[str]:
    """Return some of the shortest texts that nodes match, look-arounds aside; at least one."""
    made = [""]
    for operator, argument in nodes:
        ways = _ways(operator, argument)
        made = [first + way for first in made for way in ways][:_VARIANTS]
    return made


def _ways(operator: Any, argument: Any) -> list[str]:
    if operator is code.LITERAL:
        return [chr(argument)]
    if operator is code.NOT_LITERAL:
        return ["x" if argument != ord("x") else "y"]
    if operator is code.ANY:
        return ["x"]
    if operator is code.IN:
        return _members(argument)
    if operator is code.BRANCH:
        return [sample for way in argument[1] for sample in _samples(list(way))[:1]][: _VARIANTS * 2]
    if operator is code.SUBPATTERN:
        return _samples(list(argument[-1]))
    if operator is code.ATOMIC_GROUP:
        return _samples(list(argument))
    if operator in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, _, body = argument
        return [sample * least for sample in _samples(list(body))] if least else ["", *_samples(list(body))[:1]]
    return [""]


def _members(items: list[Any]) -> list[str]:
    if items[0][0] is code.NEGATE:
        wanted = re.compile("".join(["[^", *(_written(item) for item in items[1:]), "]"]))
        return [char for char in _CANDIDATES if wanted.match(char)][:_VARIANTS] or ["x"]
    return [_one(item) for item in items][:_VARIANTS]


def _one(item: Any) -> str:
    operator, argument = item
    if operator is code.LITERAL:
        return chr(argument)
    if operator is code.RANGE:
        return chr(argument[0])
    return _CATEGORIES.get(argument, "x")


def _written(item: Any) -> str:
    operator, argument = item
    if operator is code.LITERAL:
        return re.escape(chr(argument))
    if operator is code.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    names = {code.CATEGORY_DIGIT: r"\d", code.CATEGORY_SPACE: r"\s", code.CATEGORY_WORD: r"\w"}
    names |= {code.CATEGORY_NOT_DIGIT: r"\D", code.CATEGORY_NOT_SPACE: r"\S", code.CATEGORY_NOT_WORD: r"\W"}
    return names[argument]
