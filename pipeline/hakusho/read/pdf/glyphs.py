"""The characters of a PDF page with their boxes, as they stand on the page that a reader sees.

Places are in points from the top left corner of the visible page, y growing downwards, whatever the origin of the
page's box and its rotation.
"""

import ctypes
import math
import struct
import unicodedata
from array import array
from collections import deque
from collections.abc import MutableSequence, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, pairwise, repeat
from operator import itemgetter, not_
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from hakusho.read.pdf.calls import address_of, calls
from hakusho.read.pdf.ligatures import spread
from hakusho.read.pdf.pdf_rules import BOLD_FACE, GOTHIC_FACE, MINCHO_FACE, WEIGHT_FACE

# The sign that stands for a character whose font has no map to Unicode.
UNKNOWN = "\ufffd"
# The halves of the codes of characters that UTF-16 writes with two units.
_SURROGATES = range(0xD800, 0xE000)
# Flags of a font's descriptor: its strokes end in serifs; it says which set of characters it has, as each must.
_SERIF, _DESCRIBED = 0x02, 0x24
# How text is drawn: filled and stroked, as Word thickens faces that have no bold; not at all.
_STROKED, _INVISIBLE = 2, 3
# A letter's least room, and how far off its neighbour's line it may stand, in sizes.
_NARROWEST, _LEVEL = 0.1, 0.3
# The box of the substitute font is as wide as this, but for rounding.
_EM = 0.95
_LAST_LATIN = "\u02ff"
_BOLD_WEIGHT, _MEDIUM, _REGULAR, _LIGHT = 600, 500, 400, 300
# The room for the name of a font, in bytes; few are longer.
_NAME = 128


class Face(NamedTuple):
    """How a run of characters is printed: `angle` is where its line runs to, in degrees against the clock."""

    size: float
    angle: int = 0
    bold: bool = False
    gothic: bool = False
    hidden: bool = False
    weight: int = 400


class Glyph(NamedTuple):
    """One character with its box; `spaced` where PDFium sees a space before it that the file does not write."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    face: Face
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible page: its box in the file's coordinates, and the quarter turns by which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return the box on the page of one of the file (left, bottom, right, top)."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turns == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.turns == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0


@dataclass(slots=True)
class Letters:
    """The glyphs of a page in the order of the file, the faces that they are printed in, and how many had no Unicode
    value."""

    glyphs: list[Glyph] = field(default_factory=list)
    faces: frozenset[Face] = frozenset()
    unknown: int = 0

    @property
    def hidden(self) -> int:
        """How many are not drawn."""
        if not any(face.hidden for face in self.faces):
            return 0
        return sum(glyph.face.hidden for glyph in self.glyphs)


def frame_of(page: Any) -> Frame:
    """Return the frame of an open page."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page.raw, box):
        width, height = page.get_size()
        return Frame(0, 0, width, height)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page.raw) % 4)


def letters_of(textpage: Any, frame: Frame) -> Letters:
    """Return the characters of a page."""
    page, count = address_of(textpage.raw), max(0, pdfium.FPDFText_CountChars(textpage.raw))
    # Without a line of Python for each of a million characters.
    owners = list(map(calls().owner, repeat(page), range(count)))
    # PDFium puts spaces where the file only leaves room; those belong to no object.
    spaced = compress([False, *map(not_, owners)], owners)
    places, codes = list(compress(range(count), owners)), list(compress(_codes(page, count), owners))
    owners = list(filter(None, owners))
    faces = _Faces(page, frame.turns)
    face_of = faces.of_owners(dict(zip(owners, places, strict=True)))
    texts, whole = _texts(codes)
    x0, y0, x1, y1 = _placed(_boxes(page, places), frame)
    drawn = list(map(face_of.__getitem__, owners))
    spread(texts, owners, x0, y0, x1, drawn)
    fields = (x0, y0, x1, y1, drawn, spaced)
    glyphs = list(map(tuple.__new__, repeat(Glyph), zip(texts, *fields, strict=True)))
    glyphs = glyphs if whole else _without_blanks(glyphs)
    if faces.substituted:
        glyphs = narrowed(glyphs)
    return Letters(glyphs, frozenset(faces.made), texts.count(UNKNOWN))


def _boxes(page: int, places: Sequence[int]) -> "array[float]":
    """Return left, top, right and bottom of the characters at places of a page, one after the other."""
    boxes = array("f", bytes(16 * len(places)))
    deque(map(calls().box, repeat(page), places, _addresses(boxes, 16)), maxlen=0)
    return boxes


def _addresses(answers: "array[float]", size: int) -> range:
    """Return where PDFium puts its answers, each of so many bytes."""
    start, count = answers.buffer_info()
    return range(start, start + answers.itemsize * count, size)


def _codes(page: int, count: int) -> Sequence[int]:
    """Return the code of each character: from the text of the page, where that has one unit for each."""
    ask = calls()
    text = array("H", bytes(2 * count + 2))
    length = ask.text(page, 0, count, text.buffer_info()[0]) - 1
    if length == count and not any(map(_SURROGATES.__contains__, set(text))):
        return text[:count]
    return list(map(ask.code, repeat(page), range(count)))


def _texts(codes: Sequence[int]) -> tuple[list[str], bool]:
    """Return the character of each code, empty for none, and whether none is empty; of two codes that make one
    character, it is that of the second."""
    known = {code: chr(code) if 0x20 <= code < 0xD800 else _unusual(code, 0) for code in set(codes)}
    high = 0
    if not any(map(_SURROGATES.__contains__, known)):
        return list(map(known.__getitem__, codes)), all(known.values())
    texts = []
    for code in codes:
        if 0xD800 <= code < 0xDC00:
            high = code
            texts.append("")
            continue
        texts.append(_unusual(code, high) if 0xDC00 <= code < 0xE000 else known[code])
        high = 0
    return texts, False


def _without_blanks(glyphs: list[Glyph]) -> list[Glyph]:
    """Leave out glyphs without a character; a space that PDFium sees before one is before the next."""
    kept, spaced = [], False
    for glyph in glyphs:
        spaced = spaced or glyph.spaced
        if glyph.text:
            kept.append(glyph._replace(spaced=spaced) if spaced != glyph.spaced else glyph)
            spaced = False
    return kept


def _placed(boxes: "array[float]", frame: Frame) -> tuple[MutableSequence[float], ...]:
    """Return left, top, right and bottom of boxes as they stand on the page."""
    left, top, right, bottom = (boxes[side::4] for side in range(4))
    if frame.turns:
        return tuple(map(list, zip(*map(frame.place, left, bottom, right, top), strict=True))) or ([], [], [], [])
    return (
        _less(left, frame.left),
        [frame.top - y for y in top],
        _less(right, frame.left),
        [frame.top - y for y in bottom],
    )


def _less(places: "array[float]", origin: float) -> MutableSequence[float]:
    """Return places counted from an origin, which most often is 0."""
    return [place - origin for place in places] if origin else places


def narrowed(glyphs: list[Glyph]) -> list[Glyph]:
    """Return glyphs whose Latin letters end where the next one begins.

    The box of a letter whose font the file does not hold is that of the substitute, a whole em, where the file gives
    the letter less room.
    """
    put, covered = [], False
    for one, two in pairwise([*glyphs, None]):
        assert one is not None
        ends, covered = covered, two is not None and _covers(one, two)
        if covered and two is not None:
            one = one._replace(x1=two.x0)
        elif ends and one.text <= _LAST_LATIN and _is_substitute(one):
            # The last letter of a line has none behind it: half an em is the commonest.
            one = one._replace(x1=min(one.x1, one.x0 + one.face.size / 2))
        put.append(one)
    return put


def _covers(glyph: Glyph, behind: Glyph) -> bool:
    size = glyph.face.size
    level = abs(glyph.y0 - behind.y0) < _LEVEL * size and _is_substitute(glyph)
    return glyph.text <= _LAST_LATIN and level and _NARROWEST * size < behind.x0 - glyph.x0 < _EM * size


def _is_substitute(glyph: Glyph) -> bool:
    """Return whether a box is as wide as that of the substitute, and not a letter's of a font that PDFium knows."""
    return glyph.x1 - glyph.x0 > _EM * glyph.face.size


def _unusual(code: int, high: int) -> str:
    """Return the character of a code that is not a character by itself; empty for line ends."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNKNOWN
    # PDFium's sign for a hyphen at the end of a line.
    if code in (0x02, 0xFFFE):
        return "-"
    if code in (0, 0xFFFF):
        return UNKNOWN
    return "" if code < 0x20 else chr(code)


class _Faces:
    """Tells how a text object is printed; each face is one record."""

    def __init__(self, page: int, turns: int) -> None:
        self._page = page
        self._turns = turns
        # Whether the file lacks one of the fonts.
        self.substituted = False
        self._ask = calls()
        # Each face of the page, by itself: one record stands for all that are alike.
        self.made: dict[Face, Face] = {}
        self._fonts: dict[int | None, tuple[int, bool]] = {}
        self._name = ctypes.create_string_buffer(_NAME)

    def of_owners(self, places: dict[int, int]) -> dict[int, Face]:
        """Return the face of each text object; the place of one of its characters tells it."""
        ask, page, count = self._ask, self._page, len(places)
        matrices, sizes = array("f", bytes(24 * count)), array("f", bytes(4 * count))
        deque(map(ask.matrix, repeat(page), places.values(), _addresses(matrices, 24)), maxlen=0)
        deque(map(ask.size, places, _addresses(sizes, 4)), maxlen=0)
        # The part of the matrix that scales and turns, without the place, as a part of the key of what is known.
        scales = map(itemgetter(0), struct.iter_unpack("16s8x", matrices))
        told = (sizes, map(ask.font, places), map(ask.mode, places))
        keys = list(zip(*told, scales, strict=True))
        known = {key: self._made(*key) for key in dict.fromkeys(keys)}
        return dict(zip(places, map(known.__getitem__, keys), strict=True))

    def _made(self, size: float, font: int | None, mode: int, scale: bytes) -> Face:
        a, b, c, d = struct.unpack("4f", scale)
        # The size that a file names is scaled by the matrix that it sets the type with.
        size = round(size * (math.hypot(c, d) or 1.0), 2) or 1.0
        angle = round((math.degrees(math.atan2(b, a)) - 90 * self._turns) / 90) % 4 * 90
        if font not in self._fonts:
            held = ctypes.cast(font, pdfium.FPDF_FONT) if font else None
            self._fonts[font] = self._told(held) if held else (_REGULAR, False)
            self.substituted |= held is not None and not pdfium.FPDFFont_GetIsEmbedded(held)
        weight, gothic = self._fonts[font]
        if mode == _STROKED:
            weight = max(weight, _BOLD_WEIGHT)
        face = Face(size, angle, weight >= _BOLD_WEIGHT, gothic, mode == _INVISIBLE, weight)
        return self.made.setdefault(face, face)

    def _told(self, font: Any) -> tuple[int, bool]:
        """Return the weight of a font, and whether it is Gothic."""
        names = self._named(pdfium.FPDFFont_GetBaseFontName, font), self._named(pdfium.FPDFFont_GetFamilyName, font)
        embedded = pdfium.FPDFFont_GetIsEmbedded(font) > 0
        return _described(*names, pdfium.FPDFFont_GetWeight(font), embedded, pdfium.FPDFFont_GetFlags(font))

    def _named(self, ask: Any, font: Any) -> bytes:
        """Return a name of a font as the file writes it."""
        buffer, length = self._name, ask(font, self._name, _NAME)
        if length > _NAME:
            buffer = ctypes.create_string_buffer(length)
            ask(font, buffer, length)
        return buffer.value if length else b""


@lru_cache(maxsize=256)
def _described(raw: bytes, family: bytes, weight: int, embedded: bool, flags: int) -> tuple[int, bool]:
    """Return the weight of a font, and whether it is Gothic: by its names, by its flags where they are silent."""
    name = _decoded(raw)
    name = name.partition("+")[2] or name
    heavy = weight >= _BOLD_WEIGHT or bool(BOLD_FACE.search(name))
    weight = _BOLD_WEIGHT if heavy else _weight_named(name)
    names = f"{name} {_decoded(family)}" if embedded else name
    if GOTHIC_FACE.search(names) or MINCHO_FACE.search(names):
        return weight, bool(GOTHIC_FACE.search(names))
    return weight, embedded and bool(flags & _DESCRIBED) and not flags & _SERIF


def _weight_named(name: str) -> int:
    """Return the weight that a face's name ends in, below bold: W3, Light, M; regular where it names none."""
    match = WEIGHT_FACE.search(name)
    if match is None:
        return _REGULAR
    if match["degree"]:
        return int(match["degree"]) * 100
    return _LIGHT if match["light"] else _MEDIUM


def _decoded(raw: bytes) -> str:
    """Return the text of a name, its half-width kana made full."""
    for encoding in ("utf-8", "cp932"):
        try:
            return unicodedata.normalize("NFKC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
