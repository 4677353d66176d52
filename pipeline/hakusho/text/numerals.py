"""Numerals as Japanese writes them: 23, 二十三, 二三, 千九百四十九, 元, 弐拾参."""

from hakusho.text import numeral_rules as rules


def parse_numeral(text: str) -> int:
    """Return the value of a numeral of ASCII digits, positional kanji or kanji with units; 元 (of an era) is 1.

    Raises ValueError for anything else.

    >>> [parse_numeral(n) for n in ("2011", "二〇一一", "五十八", "千九百四十九", "二千十一", "元", "廿三")]
    [2011, 2011, 58, 1949, 2011, 1, 23]
    >>> [parse_numeral(n) for n in ("弐拾五", "2千9", "二〇十九")]
    [25, 2009, 2019]
    """
    if not text:
        raise ValueError("an empty string is no numeral")
    if text == rules.FIRST:
        return 1
    if text[0] in rules.ASCII and rules.ASCII.issuperset(text):
        return int(text)
    plain = "".join(rules.FORMAL.get(character, character) for character in text)
    plain = rules.MISPRINTED.sub(rules.CORRECTED, plain)
    if mixed := rules.MIXED.fullmatch(plain):
        return int(mixed[1]) * 1000 + int(mixed[2] or 0)
    if not set(plain) & rules.UNIT.keys():
        return _positional(plain)
    return _with_units(plain)


def _positional(text: str) -> int:
    value = 0
    for character in text:
        value = value * 10 + _digit(character)
    return value


def _with_units(text: str) -> int:
    value, digit = 0, None
    for character in text:
        if character in rules.UNIT:
            value += (1 if digit is None else digit) * rules.UNIT[character]
            digit = None
        else:
            # Two digits before a unit (二一十) are not a numeral; digits after the last unit may not repeat.
            if digit is not None:
                raise ValueError(f"not a numeral: {text}")
            digit = _digit(character)
    return value + (digit or 0)


def _digit(character: str) -> int:
    if character in rules.ASCII:
        return int(character)
    if character in rules.DIGIT:
        return rules.DIGIT[character]
    raise ValueError(f"not a digit: {character}")


def to_kanji(value: int) -> str:
    """Return the kanji with units of 0 <= value < 10000.

    >>> to_kanji(1949), to_kanji(10), to_kanji(31)
    ('千九百四十九', '十', '三十一')
    """
    if value == 0:
        return rules.ZERO
    text = ""
    for size, unit in rules.SIZES:
        count, value = divmod(value, size)
        if count:
            text += ("" if count == 1 else rules.KANJI_DIGITS[count + 1]) + unit
    return text + (rules.KANJI_DIGITS[value + 1] if value else "")
