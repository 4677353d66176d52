"""Signs of defects in a source."""

import re
from typing import NamedTuple

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


class CharacterKind(NamedTuple):
    """A kind of characters that should not be there: each match of its pattern holds one of its `signs`."""

    kind: str
    signs: str
    pattern: re.Pattern[str]
    comment: str


def _run(kind: str, signs: str, comment: str, least: int = 1) -> CharacterKind:
    return CharacterKind(kind, f"[{signs}]", re.compile(f"[{signs}]{{{least},}}"), comment)


CHARACTER_KINDS = (
    _run("kangxi-radical", "\u2e80-\u2fdf", "Radical form in place of the ideograph, as some PDF fonts give it."),
    _run("compatibility-character", "\u3300-\u33ff\uf900-\ufaff\u32c0-\u32cb\u32ff", "Compatibility form."),
    _run("private-use", "\ue000-\uf8ff\U000f0000-\U0010fffd", "Private-use character: its meaning left with its font."),
    _run("replacement-character", "\ufffd", "Character that was lost when the text was decoded."),
    _run("half-width-kana", "\uff66-\uff9f", "Half-width katakana.", 2),
    _run("control-character", "\x00-\x08\x0e-\x1f\x7f", "Control character."),
    CharacterKind(
        "mojibake",
        "[ÃÂãåæçèé縺繧繝譁螟荳]",
        re.compile("(?:[ÃÂãåæçèé][\u0080-\u00bf¡-¿]){2,}|(?:縺|繧|繝|譁|螟|荳){3,}"),
        "Text decoded with the wrong encoding.",
    ),
    CharacterKind(
        "mixed-width",
        "[０-９Ａ-Ｚａ-ｚ]",
        re.compile(
            "(?<![0-9A-Za-z])[0-9A-Za-z]+[０-９Ａ-Ｚａ-ｚ]+|(?<![０-９Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]+[0-9A-Za-z]+"
        ),
        "Letters or digits of both widths in one word.",
    ),
)
_SCRIPTS, _LETTERS = "\u0590-\u08ff\u0900-\u1cff\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "\u0370-\u03ff\u0400-\u04ff"
FOREIGN_SIGNS = f"[{_SCRIPTS}{_LETTERS}]"
FOREIGN = re.compile(f"[{_SCRIPTS}]+|[{_LETTERS}]{{2,}}")
MISSING_UNIT = re.compile(
    r"(?P<year>(?:19|20)(?<![0-9０-９.]..)[0-9]{2})[ 　]?[（(][ ]?"
    r"(?:明治|大正|昭和|平成|令和)[ ]?[0-9０-９元]{1,2}[ ]?年(?:[ ]?[)）])?"
)
NO_YEAR = "年 is missing after {year}."
# A number of a heading, its parts, and the wide signs that are folded before it is read.
NUMBERING = re.compile("[0-9０-９一二三四五六七八九十ア-ンa-zA-ZⅠ-Ⅻ①-⑳]+")
PART_OF_NUMBER = re.compile("[0-9]+|[一二三四五六七八九十]+|[ア-ン]|[Ⅰ-Ⅻ]|[①-⑳]|[A-Za-z]")
WIDE = "（０１２３４５６７８９"
