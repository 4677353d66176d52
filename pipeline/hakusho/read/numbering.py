"""Numbers of Word's lists and headings: they are printed, and stand nowhere in the text."""

import re
from dataclasses import dataclass, field
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.packages import child, children, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is its pattern (第%1章), `style` the paragraph style that is bound to it."""

    form: str
    text: str
    start: int
    suffix: str
    style: str
    restart: int
    legal: bool


@dataclass(slots=True)
class _List:
    """A list definition with its counters; lists of one definition go on counting from one another."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document; ask for the label of each numbered paragraph in its order."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, _List] = {}
        self._of_number: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in children(root, "abstractNum"):
            levels = dict(_level(element) for element in children(abstract, "lvl"))
            self._lists[value(abstract, "abstractNumId")] = _List(levels)
        linked = _linked(root)
        for number in children(root, "num"):
            name = value(number, "numId")
            of = child(number, "abstractNumId")
            definition = value(of) if of is not None else ""
            self._of_number[name] = linked.get(definition, definition)
            for override in children(number, "lvlOverride"):
                self._override(name, override)

    def _override(self, name: str, override: Any) -> None:
        level = _number(value(override, "ilvl"), 0)
        start, own = child(override, "startOverride"), child(override, "lvl")
        if start is not None:
            self._starts[name, level] = _number(value(start), 1)
        if own is not None:
            self._own.setdefault(name, {})[level] = _level(own)[1]

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level of a list that a paragraph style is bound to."""
        found = self._lists.get(self._of_number.get(number, ""))
        levels = found.levels if found else {}
        return next((level for level, made in levels.items() if made.style == style), None)

    def label(self, number: str, level: int) -> tuple[str, bool]:
        """Return (label as printed with what follows it, whether it is a bullet) of the next paragraph."""
        found = self._lists.get(self._of_number.get(number, ""))
        if found is None:
            return "", False
        made = self._level(number, level, found)
        if made is None:
            return "", False
        self._count(number, level, found, made)
        if made.form == "bullet":
            sign = made.text[:1]
            return f"{rules.SYMBOLS.get(ord(sign), sign)} " if sign.strip() else "", True
        if made.form == "none" and "%" in made.text:
            return "", False
        label = _PLACE.sub(lambda place: self._printed(number, int(place[1]) - 1, found, made), made.text)
        gap = "" if made.suffix == "nothing" else " "
        return f"{label}{gap}" if label.strip() else "", False

    def _level(self, number: str, level: int, found: _List) -> Level | None:
        return self._own.get(number, {}).get(level) or found.levels.get(level)

    def _count(self, number: str, level: int, found: _List, made: Level) -> None:
        if (number, level) in self._starts and (number, level) not in self._begun:
            self._begun.add((number, level))
            found.counts[level] = self._starts[number, level]
        elif level in found.counts:
            found.counts[level] += 1
        else:
            found.counts[level] = made.start
        for below in range(level + 1, _LEVELS):
            lower = self._level(number, below, found)
            # A level may begin anew only below a higher one than the next.
            if lower is None or lower.restart < 0 or level < lower.restart:
                found.counts.pop(below, None)

    def _printed(self, number: str, level: int, found: _List, made: Level) -> str:
        of = self._level(number, level, found)
        count = found.counts.get(level, of.start if of else 1)
        return formatted(count, "decimal" if made.legal or of is None else of.form)


def _linked(root: Any) -> dict[str, str]:
    """Return which definition holds the levels of one that only names a style of lists."""
    styled, wanted = {}, {}
    for definition in children(root, "abstractNum"):
        name = value(definition, "abstractNumId")
        own, other = child(definition, "styleLink"), child(definition, "numStyleLink")
        if own is not None:
            styled[value(own)] = name
        if other is not None:
            wanted[name] = value(other)
    return {name: styled[style] for name, style in wanted.items() if style in styled}


def _level(element: Any) -> tuple[int, Level]:
    def of(name: str, default: str) -> str:
        found = child(element, name)
        return default if found is None else value(found) or default

    form = of("numFmt", "decimal")
    text = child(element, "lvlText")
    custom = child(element, "numFmt")
    if form == "custom" and custom is not None:
        form = "decimalZero" if value(custom, "format").startswith("0") else "decimal"
    level = Level(
        form,
        value(text) if text is not None else "",
        _number(of("start", "0"), 0),
        of("suff", "tab"),
        of("pStyle", ""),
        _number(of("lvlRestart", "-1"), -1),
        child(element, "isLgl") is not None,
    )
    return _number(value(element, "ilvl"), 0), level


def _number(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else default


def formatted(count: int, form: str) -> str:
    """Return a number as a format of Word prints it.

    >>> [formatted(12, form) for form in ("decimal", "upperRoman", "japaneseCounting", "aiueoFullWidth", "lowerLetter")]
    ['12', 'XII', '十二', 'シ', 'l']
    """
    if form in rules.COUNTED:
        return kanji(count, rules.KANJI_DIGITS, rules.KANJI_UNITS)
    if form == "japaneseLegal":
        return kanji(count, rules.LEGAL_DIGITS, rules.LEGAL_UNITS, ones=True)
    if form in rules.DIGIT_BY_DIGIT:
        return "".join(rules.KANJI_DIGITS[int(digit)] for digit in str(max(0, count)))
    if form in ("upperRoman", "lowerRoman"):
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 800 else str(count)
        return letter if form == "upperLetter" else letter.lower()
    if form in rules.SEQUENCES or form in rules.ENCLOSED_CIRCLES:
        signs = rules.SEQUENCES.get(form, rules.SEQUENCES["decimalEnclosedCircle"])
        return _in_sequence(count, signs, anew=not form.startswith("decimal"))
    return _decimal(count, form)


def _decimal(count: int, form: str) -> str:
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(sign) + 0xFEE0) for sign in str(count))
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "numberInDash":
        return f"- {count} -"
    if form == "ordinal":
        ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th") if count % 100 not in (11, 12, 13) else "th"
        return f"{count}{ending}"
    return "" if form == "none" else str(count)


def _in_sequence(count: int, signs: str, anew: bool) -> str:
    if 0 < count <= len(signs):
        return signs[count - 1]
    return signs[(count - 1) % len(signs)] if anew and count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    made = ""
    for worth, sign in rules.ROMAN:
        made += sign * (count // worth)
        count %= worth
    return made


def kanji(count: int, digits: str, units: tuple[str, ...], ones: bool = False) -> str:
    """Return a number in kanji with units: 二百三; `ones` writes 一 before units (壱拾)."""
    if not 0 < count < 10**12:
        return digits[0] if count == 0 else str(count)
    made, group = "", 0
    while count:
        count, four = divmod(count, 10_000)
        if four:
            made = _four(four, digits, units, ones) + rules.TEN_THOUSANDS[group] + made
        group += 1
    return made


def _four(number: int, digits: str, units: tuple[str, ...], ones: bool) -> str:
    made = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            made += ("" if digit == 1 and place and not ones else digits[digit]) + units[place]
    return made
