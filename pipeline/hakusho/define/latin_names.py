"""Short forms and English names beside each other: My City Report (MCR), XGP（eXtended Global Platform（…））."""

import re
from collections.abc import Sequence

from hakusho.define import latin_rules as rules

__all__ = [
    "english_first",
    "is_list",
    "is_reading",
    "nested",
    "same_letters",
    "short_behind_a_word",
    "spelled",
    "spells",
]

Range = tuple[int, int]


def spells(short: str, long_form: str) -> bool:
    """Return whether the capitals of a short form stand in order at words of the long one: M2M, Machine to Machine.

    >>> spells("M2M", "Machine to Machine"), spells("ICT", "Machine to Machine")
    (True, False)
    """
    initials = "".join(re.findall("(?<![A-Za-z0-9])[a-z0-9]|[A-Z]", long_form)).upper()
    letters = [c.upper() for c in short if c.isalpha()]
    position = 0
    for letter in letters:
        position = initials.find(letter, position) + 1
        if position == 0:
            return False
    return True


def spelled(short: str, long_form: str) -> bool:
    """Return whether a short form is spelled by a long one, also with letters inside its words: SoLT."""
    return spells(short, long_form) or _fits(_letters(short), rules.WORD.findall(long_form))


def _letters(short: str) -> str:
    return "".join(sign for sign in short if sign.isalpha()).upper()


def nested(text: str, bracket: re.Match[str]) -> re.Match[str] | None:
    """Return the short form whose bracket ends with a bracket inside it: XGP(eXtended Global Platform(次世代PHS))."""
    if not rules.ENDS_OUTSIDE.match(text, bracket.end()):
        return None
    outside = text.rfind("(", max(0, bracket.start() - rules.LONGEST_RUN), bracket.start())
    if outside < 0:
        return None
    match = rules.NESTED.search(text, max(0, outside - rules.LONGEST_NEST), bracket.end() + rules.LONGEST_LABEL)
    return match if match and match.end() > bracket.end() else None


def english_first(text: str, inner: str, bracket: int) -> tuple[Range, Range | None, Range] | None:
    """Return where the short form, a Japanese name and the English name stand that ends at a bracket; None without one.

    >>> text = "市の My City Report(MCR)を使う"
    >>> [text[slice(*place)] for place in english_first(text, "MCR", 17) if place]
    ['MCR', 'My City Report']
    """
    match = rules.SHORT_INSIDE.fullmatch(inner)
    if match is None:
        return None
    run = rules.LATIN_RUN.search(text, max(0, bracket - rules.LONGEST_RUN), bracket)
    if run is None or (begin := _spelled_from(match["short"], run)) is None:
        return None
    at = bracket + 1
    ja = (at + match.start("ja"), at + match.end("ja")) if match["ja"] else None
    end = run.end() - 1 if text[run.end() - 1] == " " else run.end()
    return (at, at + match.end("short")), ja, (begin, end)


def _spelled_from(short: str, run: re.Match[str]) -> int | None:
    """Return where the English name begins: all words in their own bracket, else as few as spell the short form."""
    found = list(rules.WORD.finditer(run.string, run.start(), run.end()))
    letters = _letters(short)
    starts = [
        at for at in range(len(found) - rules.FEWEST_NAMES, -1, -1) if _fits(letters, [w.group() for w in found[at:]])
    ]
    if not starts:
        return None
    opening = max(0, run.start() - rules.LONGEST_LABEL)
    whole = rules.BEFORE_ENGLISH.search(run.string, opening, run.start())
    return run.start() if whole else found[starts[0]].start()


def _fits(letters: str, names: Sequence[str]) -> bool:
    """Return whether a short form takes the first letter of each capitalised word in turn, and its others inside them.

    >>> _fits("OKFN", ["Open", "Knowledge", "Foundation"]), _fits("MQ", ["Gartner", "Magic", "Quadrant"])
    (True, False)
    """
    if not letters or sum(name[0].isupper() for name in names) < rules.FEWEST_NAMES:
        return False
    begins = letters[0] == names[0][0].upper() or (letters[0] == "X" and rules.READ_AS_X.match(names[0]))
    return bool(begins) and _takes(letters[1:], names[0][1:].upper(), names[1:])


def _takes(letters: str, rest: str, names: Sequence[str]) -> bool:
    """Return whether the rest of a word and the words behind it give the letters in turn."""
    if not names:
        signs = iter(rest)
        return all(letter in signs for letter in letters)
    first, small = names[0][0], names[0][0].islower()
    if letters and letters[0] == first.upper() and _takes(letters[1:], names[0][1:].upper(), names[1:]):
        return True
    if small and _takes(letters, rest, names[1:]):
        return True
    place = rest.find(letters[0]) + 1 if letters else 0
    return place > 0 and _takes(letters[1:], rest[place:], names)


def short_behind_a_word(text: str, inner: str, bracket: int) -> re.Match[str] | None:
    """Return the last Latin word before a bracket that spells it out: CPE of FTTH CPE (Consumer Premise Equipment)."""
    if not inner[0].isascii():
        return None
    match = rules.LAST_WORD.search(text, max(0, bracket - rules.LONGEST_RUN), bracket)
    if match is None:
        return None
    return match if _fits(_letters(match["short"]), rules.WORD.findall(inner)) else None


def same_letters(one: str, other: str) -> bool:
    """Return whether two English names are one, whatever their hyphens and capitals: country-code, Country Code."""
    return rules.NO_LETTER.sub("", one).lower() == rules.NO_LETTER.sub("", other).lower()


def is_list(inner: str, before: str = "") -> bool:
    """Return whether a bracket holds members of a kind and no short form of the name before it.

    >>> is_list("OS、ソフト等"), is_list("JICA、以下「機構」という。"), is_list("IoT、Internet of Things")
    (True, False, False)
    >>> is_list("OECD、パリ、38か国", "経済協力開発機構"), is_list("WHO、世界銀行等", "国際機関")
    (False, True)
    >>> is_list("Open Network、ON")
    False
    """
    if rules.BODY_OF_ITS_OWN.search(before) and rules.REMARKS.fullmatch(inner):
        return False
    if (last := rules.SHORT_LAST.fullmatch(inner)) and spelled(last["short"], last["en"]):
        return False
    return bool(rules.COMMA.search(inner) and rules.LIST.fullmatch(inner))


def is_reading(short: str, kana: str) -> bool:
    """Return whether a word in kana is how a short form is read, having no more syllables than it has letters.

    >>> is_reading("HADO", "ハドー"), is_reading("TS", "トータルステーション")
    (True, False)
    """
    return rules.READING.fullmatch(kana) is not None and len(rules.NO_SYLLABLE.sub("", kana)) <= len(short)
