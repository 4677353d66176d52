"""Fields of a Word file that print from their code and store no result: readings and signs of EQ, MACROBUTTON.

https://support.microsoft.com/office/field-codes-eq-equation-field
"""

import re
import unicodedata
from dataclasses import dataclass, field

from hakusho.read import office_rules as rules

_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|[^\s\\]+)')
_COMMAND = re.compile(r"\\([a-z]+)\s*(-?[0-9]+)?\s*", re.IGNORECASE)
_BUTTON = re.compile(r"\s*MACROBUTTON\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
_EQUATION = re.compile(r"\s*EQ\b(.*)", re.IGNORECASE | re.DOTALL)
_DEEPEST = 20
_ENCLOSED = {
    unicodedata.normalize("NFKC", chr(code)): chr(code) for low, high in rules.ENCLOSED for code in range(low, high)
}


@dataclass(slots=True)
class Field:
    """A complex field that is open: its code, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    shown: bool = False


@dataclass(slots=True)
class _Part:
    text: str = ""
    reading: str = ""


def printed_field(code: str) -> tuple[str, str]:
    """Return (text, reading) that a field without a result prints; empty for those that print nothing.

    >>> printed_field(r"EQ \\* jc2 \\o\\ad(\\s\\up 9(きんこ),禁錮)"), printed_field(r"eq \\o\\ac(○,印)")
    (('禁錮', 'きんこ'), ('㊞', ''))
    """
    if match := _BUTTON.match(code):
        return match[1].strip(), ""
    if match := _EQUATION.match(code):
        found = _evaluated(_SWITCH.sub("", match[1]).strip(), 0)
        return found.text.strip(), found.reading.strip()
    return "", ""


def _evaluated(code: str, depth: int) -> _Part:
    """Evaluate a piece of an equation: plain text, or a command with what is in its brackets."""
    if depth > _DEEPEST or not code.startswith("\\"):
        return _Part(code)
    name, place, raised = "", 0, False
    while match := _COMMAND.match(code, place):
        name, place, raised = name or match[1].lower(), match.end(), raised or match[1].lower() == "up"
    if place >= len(code) or code[place] not in "(（":
        return _Part(code[place:])
    inside, end = _bracketed(code, place)
    parts = [_evaluated(part.strip(), depth + 1) for part in inside]
    made = (
        _overlaid(parts)
        if name == "o"
        else _Part(
            rules.FRACTION.join(part.text for part in parts) if name == "f" else "".join(part.text for part in parts)
        )
    )
    if raised and name == "s":
        made = _Part("", made.text)
    rest = _evaluated(code[end:].strip(), depth + 1) if code[end:].strip() else _Part()
    return _Part(made.text + rest.text, made.reading or rest.reading)


def _overlaid(parts: list[_Part]) -> _Part:
    """Signs printed over one another: a reading over its word, a ring around a sign."""
    reading = "".join(part.reading for part in parts)
    shown = [part.text for part in parts if part.text]
    if len(shown) == 2 and shown[0] in rules.RINGS and shown[1] in _ENCLOSED:
        return _Part(_ENCLOSED[shown[1]], reading)
    return _Part("".join(shown), reading)


def _bracketed(code: str, opening: int) -> tuple[list[str], int]:
    """Return the arguments in the bracket at `opening`, and where it ends."""
    parts: list[str] = []
    depth, start = 0, opening + 1
    for place in range(opening, len(code)):
        if code[place] in "(（":
            depth += 1
        elif code[place] in ")）":
            depth -= 1
            if not depth:
                return [*parts, code[start:place]], place + 1
        elif code[place] in ",;" and depth == 1:
            parts.append(code[start:place])
            start = place + 1
    return [*parts, code[start:]], len(code)
