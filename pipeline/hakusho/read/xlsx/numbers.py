"""Numbers as Excel shows them: a cell's value under its number format (ECMA-376 part 1, 18.8.31)."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from hakusho.read import office_rules as rules
from hakusho.text.calendar import era_on

_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_ELAPSED = re.compile(r"(?:h+|m+|s+)$", re.IGNORECASE)
_LONGEST = 200
# Excel's day 60 is 29 February 1900, which no calendar has.
_FALSE_DAY = 60

Token = tuple[str, str]


def shown(number: str, code: str, from_1904: bool = False) -> str:
    """Return a number as its format shows it; the number itself where the format cannot be read.

    >>> shown("1234567", "#,##0"), shown("0.256", "0.0%"), shown("44652", 'yyyy"年"m"月"d"日"'), shown("-3", "0;△0")
    ('1,234,567', '25.6%', '2022年4月1日', '△3')
    """
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return number
    if not amount.is_finite() or abs(amount.adjusted()) > 300:
        return number
    section, amount = _section(code, amount)
    tokens = _tokens(section)
    if any(kind in ("date", "era", "first", "elapsed") for kind, _ in tokens):
        return _date(tokens, amount, from_1904) or _general(amount)
    return _number(tokens, amount).strip()


@lru_cache(maxsize=500)
def _sections(code: str) -> tuple[str, ...]:
    parts, quoted, start, position = [], False, 0, 0
    while position < len(code):
        sign = code[position]
        if sign == "\\" and not quoted:
            position += 1
        elif sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            parts.append(code[start:position])
            start = position + 1
        position += 1
    return (*parts, code[start:])


def _section(code: str, amount: Decimal) -> tuple[str, Decimal]:
    """Return the part of a format that a number falls under, and the number as that part shows it."""
    parts = _sections(code[:_LONGEST])
    for part in parts[:2]:
        if condition := _CONDITION.search("".join(re.findall(r"\[([<>=][^\]]*)\]", part))):
            if _holds(amount, condition[1], condition[2]):
                return part, abs(amount) if amount < 0 and "-" not in part else amount
    if any(re.search(r"\[[<>=]", part) for part in parts[:2]):
        return parts[min(len(parts) - 1, 2)], amount
    if amount < 0 and len(parts) > 1:
        return parts[1], -amount
    if amount == 0 and len(parts) > 2:
        return parts[2], amount
    return parts[0], amount


def _holds(amount: Decimal, sign: str, limit: str) -> bool:
    try:
        other = Decimal(limit)
    except InvalidOperation:
        return False
    order = (amount > other) - (amount < other)
    return {"<": order < 0, ">": order > 0, "=": order == 0, "<=": order <= 0, ">=": order >= 0, "<>": order != 0}[sign]


@lru_cache(maxsize=500)
def _tokens(section: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    gannen = False
    for match in rules.NUMBER_TOKEN.finditer(section):
        kind = match.lastgroup or "space"
        text = match[kind] if match.lastgroup else ""
        if kind == "bracket":
            if _ELAPSED.match(text):
                tokens.append(("elapsed", text.lower()))
            elif text.startswith("$") and (currency := text[1:].partition("-")[0]):
                tokens.append(("quoted", currency))
            elif "gannen" in text:
                gannen = True
            continue
        tokens.append((kind, text.lower() if kind in ("date", "era") else text))
    if gannen:
        tokens = [("first" if kind == "era" else kind, text) for kind, text in tokens]
    return tuple(_minutes(tokens))


def _minutes(tokens: list[Token]) -> list[Token]:
    """m is a minute after an hour and before a second, else a month."""
    places = [i for i, (kind, _) in enumerate(tokens) if kind in ("date", "elapsed")]
    for order, place in enumerate(places):
        if tokens[place][0] == "date" and tokens[place][1][0] == "m":
            before = tokens[places[order - 1]][1][0] if order else ""
            behind = tokens[places[order + 1]][1][0] if order + 1 < len(places) else ""
            if before == "h" or behind == "s":
                tokens[place] = ("minute", tokens[place][1])
    return tokens


# --- numbers ---------------------------------------------------------------------------------------------------


def _general(amount: Decimal) -> str:
    """Excel shows eleven figures at most where no format is set."""
    if amount == 0:
        return "0"
    if amount.adjusted() > 10 or amount.adjusted() < -9:
        mantissa = amount.scaleb(-amount.adjusted()).quantize(Decimal("0.00001"), ROUND_HALF_UP).normalize()
        return f"{mantissa:f}E{'+' if amount.adjusted() >= 0 else '-'}{abs(amount.adjusted()):02d}"
    places = max(0, 9 - max(0, amount.adjusted()))
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(tokens: tuple[Token, ...], amount: Decimal) -> str:
    percents = sum(1 for kind, _ in tokens if kind == "percent")
    amount = amount.scaleb(2 * percents)
    digits = [text for kind, text in tokens if kind == "digits"]
    if sum(1 for kind, text in tokens if kind == "other" and text == "/") and len(digits) > 1:
        return _general(amount)
    made, whole = [], 0
    for kind, text in tokens:
        if kind in ("quoted", "escaped", "other", "percent"):
            made.append("%" if kind == "percent" else text)
        elif kind in ("general", "text"):
            made.append(_general(amount))
        elif kind == "digits" and whole == 0:
            made.append(_digits("".join(digits) if len(digits) > 1 and _adjoining(tokens) else text, amount))
            whole += 1
        elif kind == "digits" and not _adjoining(tokens):
            made.append(text.replace("#", "").replace("?", ""))
    sign = "-" if amount < 0 and not any(kind == "general" for kind, _ in tokens) else ""
    text = "".join(made)
    return sign + text if sign and any(c in "123456789" for c in text) else text


def _adjoining(tokens: tuple[Token, ...]) -> bool:
    places = [i for i, (kind, _) in enumerate(tokens) if kind == "digits"]
    return all(b == a + 1 for a, b in zip(places, places[1:], strict=False))


def _digits(pattern: str, amount: Decimal) -> str:
    """Return the figures of a number without its sign."""
    mantissa, _, exponent = pattern.upper().partition("E")
    whole, point, decimals = mantissa.partition(".")
    if exponent:
        return _scientific(whole, decimals, exponent, abs(amount))
    scale = len(whole) - len(whole.rstrip(","))
    grouped = "," in whole.rstrip(",")
    places = len(decimals.replace(",", ""))
    rounded = abs(amount).scaleb(-3 * scale).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    before, _, behind = f"{rounded:f}".partition(".")
    least = sum(1 for sign in whole if sign == "0")
    before = before.lstrip("0").rjust(least, "0")
    if grouped:
        before = _grouped(before)
    optional = len(decimals) - len(decimals.rstrip("#?"))
    kept = behind[: len(behind) - optional] + behind[len(behind) - optional :].rstrip("0") if optional else behind
    return f"{before}.{kept}" if point else before


def _grouped(figures: str) -> str:
    head = len(figures) % 3
    groups = [figures[:head]] if head else []
    return ",".join([*groups, *(figures[i : i + 3] for i in range(head, len(figures), 3))])


def _scientific(whole: str, decimals: str, exponent: str, amount: Decimal) -> str:
    power = amount.adjusted() if amount else 0
    places = len(decimals)
    mantissa = amount.scaleb(-power).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if mantissa >= 10:
        mantissa, power = mantissa / 10, power + 1
    sign = "-" if power < 0 else "+" if exponent.startswith("+") else ""
    return f"{mantissa:.{places}f}E{sign}{str(abs(power)).rjust(len(exponent) - 1, '0')}"


# --- days and times --------------------------------------------------------------------------------------------


def _date(tokens: tuple[Token, ...], amount: Decimal, from_1904: bool) -> str:
    if amount < 0 or amount > 2_958_465:
        return ""
    days = int(amount)
    seconds = int(((amount - days) * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    if seconds == 86_400:
        days, seconds = days + 1, 0
    day = _day(days, from_1904)
    half = any(kind == "ampm" for kind, _ in tokens)
    return "".join(_piece(kind, text, day, days, seconds, half) for kind, text in tokens).strip()


def _day(days: int, from_1904: bool) -> date:
    if from_1904:
        return date(1904, 1, 1) + timedelta(days)
    return date(1899, 12, 31) + timedelta(days - (days >= _FALSE_DAY))


def _piece(kind: str, text: str, day: date, days: int, seconds: int, half: bool) -> str:
    if kind in ("quoted", "escaped", "other"):
        return text
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    if kind == "elapsed":
        whole = {"h": days * 24 + hour, "m": days * 1440 + seconds // 60, "s": days * 86_400 + seconds}[text[0]]
        return str(whole).rjust(len(text), "0")
    if kind == "ampm":
        early, late = text.split("/")
        return early if hour < 12 else late
    if kind == "minute":
        return _padded(minute, text)
    if kind in ("era", "first"):
        return _era(text, day, kind == "first")
    if kind == "digits":
        return text.replace("#", "")
    return _calendar(text, day, (hour % 12 or 12) if half else hour, second)


def _calendar(text: str, day: date, hour: int, second: int) -> str:
    if text[0] == "y":
        return f"{day.year:04d}" if len(text) > 2 else f"{day.year % 100:02d}"
    if text[0] == "a":
        return rules.WEEKDAYS[day.weekday()] + (rules.WEEKDAY_END if len(text) > 3 else "")
    if text[0] == "m":
        name = rules.MONTHS[day.month - 1]
        return _padded(day.month, text) if len(text) < 3 else {3: name[:3], 5: name[0]}.get(len(text), name)
    if text[0] == "d":
        name = rules.DAYS[day.weekday()]
        return _padded(day.day, text) if len(text) < 3 else (name[:3] if len(text) == 3 else name)
    return _padded(hour if text[0] == "h" else second, text.partition(".")[0])


def _padded(number: int, text: str) -> str:
    return f"{number:02d}" if len(text) > 1 else str(number)


def _era(text: str, day: date, gannen: bool) -> str:
    """`gannen` is a format that writes 元 for the first year."""
    era = era_on(day)
    if era is None:
        return str(day.year) if text[0] == "e" else ""
    if text[0] == "e":
        year = day.year - era.first.year + 1
        return rules.FIRST_YEAR if gannen and year == 1 else _padded(year, text)
    return era.letter if len(text) == 1 else era.name[0] if len(text) == 2 else era.name
