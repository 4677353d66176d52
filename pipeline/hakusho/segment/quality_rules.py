"""Signs of defects in a source."""

import re

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
CHARACTER_KINDS = (
    (
        "kangxi-radical",
        re.compile("[\u2e80-\u2fdf]+"),
        "Radical form in place of the ideograph, as some PDF fonts give it.",
    ),
    ("compatibility-character", re.compile("[\u3300-\u33ff\uf900-\ufaff\u32c0-\u32cb\u32ff]+"), "Compatibility form."),
    (
        "private-use",
        re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+"),
        "Private-use character: its meaning left with its font.",
    ),
    ("replacement-character", re.compile("\ufffd+"), "Character that was lost when the text was decoded."),
    ("half-width-kana", re.compile("[\uff66-\uff9f]{2,}"), "Half-width katakana."),
    ("control-character", re.compile("[\x00-\x08\x0e-\x1f\x7f]+"), "Control character."),
    (
        "mojibake",
        re.compile("(?:[ÃÂãåæçèé][\u0080-\u00bf¡-¿]){2,}|(?:縺|繧|繝|譁|螟|荳){3,}"),
        "Text decoded with the wrong encoding.",
    ),
)
MISSING_UNIT = re.compile(
    r"(?<![0-9０-９.])(?P<year>(?:19|20)[0-9]{2})[ 　]?[（(][ ]?"
    r"(?:明治|大正|昭和|平成|令和)[ ]?[0-9０-９元]{1,2}[ ]?年(?:[ ]?[)）])?"
)
NO_YEAR = "年 is missing after {year}."
# A number of a heading, its parts, and the wide signs that are folded before it is read.
NUMBERING = re.compile("[0-9０-９一二三四五六七八九十ア-ンa-zA-ZⅠ-Ⅻ①-⑳]+")
PART_OF_NUMBER = re.compile("[0-9]+|[一二三四五六七八九十]+|[ア-ン]|[Ⅰ-Ⅻ]|[①-⑳]|[A-Za-z]")
WIDE = "（０１２３４５６７８９"
# The first and the last of the common kanji.
KANJI = ("\u4e00", "\u9fff")
