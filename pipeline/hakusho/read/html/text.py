"""The words of a web page as a browser shows them: white space, line breaks, marks of notes."""

import re

from hakusho.read.html import html_rules as rules

_SPACE = re.compile(r"[ \t\r\n\f]+")
# A line break of the source between Japanese characters is not part of the text (CSS Text 3, segment breaks).
_WIDE = "[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]"
# Stands for a line break of the source until its neighbours are known; no page holds this character.
SOFT = "\x0b"
_SOFT_WIDE = re.compile(rf"(?<={_WIDE}){SOFT}+(?={_WIDE})")
_SPACES = re.compile(" {2,}")
BLANK = " \t\r\n\f"


def collapsed(text: str) -> str:
    """Return the words of one node with single spaces; `SOFT` where the source breaks its line."""
    if not ("\n" in text or "\t" in text or "\r" in text or "\f" in text):
        return text
    core = text.strip(BLANK)
    if not core or "\n" in core or "\t" in core or "\r" in core or "\f" in core or "  " in core:
        return _SPACE.sub(_narrowed, text)
    # Mostly the source is set in around the words only.
    place = text.index(core)
    return _edge(text[:place]) + core + _edge(text[place + len(core) :])


def _edge(space: str) -> str:
    return (SOFT if "\n" in space else " ") if space else ""


def _narrowed(space: re.Match[str]) -> str:
    return SOFT if "\n" in space[0] else " "


def flat(text: str) -> str:
    """Return a text on one line."""
    if not ("\n" in text or "  " in text or SOFT in text or "\t" in text or "\r" in text or "\f" in text):
        return text.strip(" ")
    return _SPACES.sub(" ", _SPACE.sub(" ", _SOFT_WIDE.sub("", text).replace(SOFT, " "))).strip(BLANK)


def joined(text: str, keep: bool) -> str:
    """Return a running text whose lines end only at the page's breaks."""
    if keep:
        return _SOFT_WIDE.sub("", text).replace(SOFT, " ") if SOFT in text else text
    text = text.strip(f"{SOFT} \t")
    if SOFT in text and SOFT in (text := text.replace(f"\n{SOFT}", "\n").replace(f"{SOFT}\n", "\n")):
        text = _SOFT_WIDE.sub("", text).replace(SOFT, " ")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return _lines(text)


def _lines(text: str) -> str:
    if "\n" not in text:
        return text.strip(" \t")
    lines = [line.strip(" \t") for line in text.split("\n")]
    # Two breaks and more end a paragraph.
    kept = [line for above, line in zip(["", *lines], lines, strict=False) if above or line]
    return "\n".join(kept).strip("\n")


def with_mark(mark: str, text: str) -> str:
    """Return the text of a note with its mark in front, raised, if it does not begin with it.

    >>> with_mark("1", "総務省調べ"), with_mark("1", "[1] 総務省調べ"), with_mark("注1", "総務省調べ")
    ('¹ 総務省調べ', '[1] 総務省調べ', '注1 総務省調べ')
    >>> with_mark("[54]", "[⁵⁴]総務省調べ"), with_mark("54", "54総務省調べ")
    ('[⁵⁴]総務省調べ', '54 総務省調べ')
    """
    bare = mark.strip("()（）[]［］ ")
    head = text[:12].translate({ord(sign): None for sign in "()（）[]［］ 　.．"}).translate(_LOWERED)
    if head.startswith(bare):
        # A number that its note follows at once is set off, so that it is no part of it.
        close = bare.isdigit() and text.startswith(bare) and _CLOSE_BY.match(text, len(bare))
        return f"{bare} {text[len(bare) :]}" if close else text
    shown = bare.translate(rules.RAISED) if bare.isdigit() else bare
    return f"{shown} {text}"


_CLOSE_BY = re.compile("[^\\W\\d]|[「『]")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
