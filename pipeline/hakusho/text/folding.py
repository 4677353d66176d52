"""Folding: the same text with one spelling per character, for matching only.

NFKC is not used on whole texts: it changes lengths (㈱ → (株)), turns footnote marks into digits (¹ → 1) and
circled numbers into plain ones. Here a character folds to one character by `str.translate`, and the few that
stand for several (㋿, ㈱, ㍻, half-width ｶﾞ) are listed as edits of a `View`, which keeps the map back.
"""

import re
import unicodedata
from collections.abc import Mapping

# Marks that officials, word processors and PDF fonts use for one another. Left: as printed; right: as matched.
_MARKS = {
    "〜": "~",
    "∼": "~",
    "˜": "~",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "─": "-",
    "·": "・",
    "•": "・",
    "‧": "・",
    "⋅": "・",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "〔": "[",
    "〕": "]",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
}

_WIDE = range(0xFF01, 0xFF5F)
_HALF_KATAKANA = range(0xFF61, 0xFFA0)
_KANGXI = range(0x2F00, 0x2FD6)
_COMPATIBILITY_IDEOGRAPHS = range(0xF900, 0xFB00)

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_EXPANDING = re.compile(
    rf"[\uff66-\uff9d][\uff9e\uff9f]|[かきくけこさしすせそたちつてとはひふへほカ-ヂツ-ドハ-ホウ][\u3099\u309a]"
    rf"|[\u3231-\u3243\u32c0-\u32cb\u32ff\u337b-\u337f\u33e0-\u33fe\ufb00-\ufb04]|[{_INVISIBLE}]"
)
MAY_EXPAND = re.compile(rf"[\uff9e\uff9f\u3099\u309a\u3231-\u33fe\ufb00-\ufb04{_INVISIBLE}]")


def folding_table(characters: Mapping[str, str]) -> dict[int, str]:
    """Return a table for `str.translate` that maps each character to exactly one.

    `characters` are the rows of `lexicons/characters.tsv` (older forms, radicals).

    >>> "２０１１年⽇本國ｱﾒﾘｶ".translate(folding_table({"國": "国"}))
    '2011年日本国アメリカ'
    """
    table = {cp: chr(cp - 0xFEE0) for cp in _WIDE}
    for ranges in (_HALF_KATAKANA, _KANGXI, _COMPATIBILITY_IDEOGRAPHS):
        table.update({cp: folded for cp in ranges if (folded := _single_compatibility(chr(cp)))})
    table.update({ord(mark): folded for mark, folded in _MARKS.items()})
    table.update({ord(form): reads_as for form, reads_as in characters.items()})
    return table


def _single_compatibility(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 and folded != character else ""


def expansions(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, reading) for each place of `text` whose reading has another length.

    >>> expansions("㋿5年、㈱NTT、ｶﾞｰﾅ")
    [(0, 1, '令和'), (4, 5, '(株)'), (9, 11, 'ガ')]
    """
    if not MAY_EXPAND.search(text):
        return []
    return [(m.start(), m.end(), _reading(m.group())) for m in _EXPANDING.finditer(text)]


def _reading(piece: str) -> str:
    if MAY_EXPAND.match(piece) and unicodedata.category(piece) in ("Cf", "Mn"):
        return ""
    return unicodedata.normalize("NFKC", piece)
