"""Which place a number has in its numbering: 3 for 3, 三, ③, Ⅲ, ウ, c or iii."""

from hakusho.text.numerals import parse_numeral

# In brackets, as a pattern holds them: the place of ア is 1.
_KANA = "[アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン]"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_CIRCLED = (
    {chr(first + n): n + 1 for first in (0x2460, 0x2474) for n in range(20)}
    | {chr(0x3251 + n): n + 21 for n in range(15)}
    | {chr(first + n): n + 1 for first in (0x3220, 0x3280) for n in range(10)}
)
_ROMAN = {chr(0x2160 + n): n + 1 for n in range(12)}
_LATIN_ROMAN = {name: n for n, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_SMALL_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def ordinal(text: str, scheme: str = "") -> int | None:
    """Return the place of a number in its scheme: 3 for 3, 三, ③, Ⅲ, ウ, c or iii; None for none.

    I is the ninth letter, and 1 in the scheme `roman`.

    >>> [ordinal(number) for number in ("12", "十二", "⑫", "Ⅲ", "ウ", "c")]
    [12, 12, 12, 3, 3, 3]
    """
    if scheme == "roman" and text in _LATIN_ROMAN:
        return _LATIN_ROMAN[text]
    if scheme.endswith("alpha") and len(text) == 1:
        return ord(text.lower()) - ord("a") + 1
    for table in (_CIRCLED, _ROMAN, _SMALL_ROMAN):
        if text in table:
            return table[text]
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 1 and text in _KANA:
        return _KANA.index(text)
    if len(text) == 1 and text.isascii():
        return ord(text.lower()) - ord("a") + 1
    return _kanji_ordinal(text)


def iroha_ordinal(kana: str) -> int | None:
    """Return the place of a kana in イロハ; None for any other character.

    >>> iroha_ordinal("ハ"), iroha_ordinal("ア")
    (3, None)
    """
    return _IROHA.index(kana) + 1 if kana in _IROHA else None


def _kanji_ordinal(text: str) -> int | None:
    try:
        return parse_numeral(text)
    except ValueError:
        return None
