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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, pairwise, repeat
from operator import not_
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from hakusho.read.pdf_rules import BOLD_FACE, GOTHIC_FACE, MINCHO_FACE, WEIGHT_FACE

# The sign that stands for a character whose font has no map to Unicode.
UNKNOWN = "\ufffd"
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


@dataclass(frozen=True, slots=True)
class Face:
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
    """The glyphs of a page in the order of the file, and how many had no Unicode value."""

    glyphs: list[Glyph] = field(default_factory=list)
    unknown: int = 0


def frame_of(page: Any) -> Frame:
    """Return the frame of an open page."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page.raw, box):
        width, height = page.get_size()
        return Frame(0, 0, width, height)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page.raw) % 4)


def letters_of(textpage: Any, frame: Frame) -> Letters:
    """Return the characters of a page."""
    page = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
    codes, boxes, owners = _raw(page, max(0, pdfium.FPDFText_CountChars(textpage.raw)))
    faces = _Faces(page, frame.turns)
    face_of = faces.of_owners(owners)
    # PDFium puts spaces where the file only leaves room; those belong to no object.
    spaced = compress([False, *map(not_, owners)], owners)
    texts, whole = _texts(list(compress(codes, owners)))
    fields = (*_placed(boxes, owners, frame), map(face_of.__getitem__, filter(None, owners)), spaced)
    # Without a line of Python for each of a million characters.
    glyphs = list(map(tuple.__new__, repeat(Glyph), zip(texts, *fields, strict=True)))
    letters = Letters(glyphs if whole else _without_blanks(glyphs))
    letters.unknown = texts.count(UNKNOWN)
    if faces.substituted:
        letters.glyphs = narrowed(letters.glyphs)
    return letters


def _texts(codes: list[int]) -> tuple[list[str], bool]:
    """Return the character of each code, empty for none, and whether none is empty; of two codes that make one
    character, it is that of the second."""
    known = {code: chr(code) if 0x20 <= code < 0xD800 else _unusual(code, 0) for code in set(codes)}
    high = 0
    if not any(0xD800 <= code < 0xE000 for code in known):
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


def _placed(boxes: "array[float]", owners: list[int], frame: Frame) -> tuple[Iterable[float], ...]:
    """Return left, top, right and bottom, as they stand on the page, of the characters that belong to an object."""
    left, top, right, bottom = (compress(boxes[side::4], owners) for side in range(4))
    if frame.turns:
        return tuple(zip(*map(frame.place, left, bottom, right, top), strict=True)) or ((), (), (), ())
    x0, y1 = frame.left, frame.top
    return [x - x0 for x in left], [y1 - y for y in top], [x - x0 for x in right], [y1 - y for y in bottom]


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


def _raw(page: int, count: int) -> tuple[list[int], "array[float]", list[int]]:
    """Ask PDFium for code, box (left, top, right, bottom) and object of each character, in as few calls as can be."""
    ask = _questions()
    boxes = array("f", bytes(16 * count))
    start = boxes.buffer_info()[0]
    ask_code, ask_owner, ask_box = ask.code, ask.owner, ask.box
    # Without a line of Python for each of a million characters.
    codes = list(map(ask_code, repeat(page), range(count)))
    owners = list(map(ask_owner, repeat(page), range(count)))
    deque(map(ask_box, repeat(page), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    return codes, boxes, owners


class _Questions(NamedTuple):
    """PDFium's functions with bare addresses for arguments: a third of the time of each of a million calls."""

    code: Any
    box: Any
    owner: Any
    matrix: Any
    size: Any
    font: Any
    mode: Any


@lru_cache(maxsize=1)
def _questions() -> _Questions:
    number, address = ctypes.c_int, ctypes.c_void_p
    kinds = (
        (pdfium.FPDFText_GetUnicode, ctypes.c_uint, (address, number)),
        (pdfium.FPDFText_GetLooseCharBox, number, (address, number, address)),
        (pdfium.FPDFText_GetTextObject, address, (address, number)),
        (pdfium.FPDFText_GetMatrix, number, (address, number, address)),
        (pdfium.FPDFText_GetFontSize, ctypes.c_double, (address, number)),
        (pdfium.FPDFTextObj_GetFont, address, (address,)),
        (pdfium.FPDFTextObj_GetTextRenderMode, number, (address,)),
    )
    return _Questions(
        *(
            ctypes.CFUNCTYPE(result, *given)(ctypes.cast(function, address).value or 0)
            for function, result, given in kinds
        )
    )


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
        self._ask = _questions()
        self._faces: dict[Face, Face] = {}
        self._known: dict[tuple[float, int | None, int, bytes], Face] = {}
        self._fonts: dict[int | None, tuple[int, bool]] = {}

    def of_owners(self, owners: Sequence[int]) -> dict[int, Face]:
        """Return the face of each text object; one of its characters tells it."""
        places = dict(zip(owners, range(len(owners)), strict=True))
        places.pop(0, None)
        ask, page, count = self._ask, self._page, len(places)
        matrices = array("f", bytes(24 * count))
        start = matrices.buffer_info()[0]
        deque(map(ask.matrix, repeat(page), places.values(), range(start, start + 24 * count, 24)), maxlen=0)
        # The part of the matrix that scales and turns, without the place, as the key of what is known.
        scales = (scale for (scale,) in struct.iter_unpack("16s8x", matrices))
        told = (map(ask.size, repeat(page), places.values()), map(ask.font, places), map(ask.mode, places))
        faces: dict[int, Face] = {}
        known = self._known
        for owner, key in zip(places, zip(*told, scales, strict=True), strict=True):
            face = known.get(key)
            faces[owner] = face or known.setdefault(key, self._made(*key))
        return faces

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
        return self._faces.setdefault(face, face)

    @staticmethod
    def _told(font: Any) -> tuple[int, bool]:
        """Return the weight of a font, and whether it is Gothic: by its names, by its flags where they are silent."""
        name = _text_of(pdfium.FPDFFont_GetBaseFontName, font)
        name = name.partition("+")[2] or name
        heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or bool(BOLD_FACE.search(name))
        weight = _BOLD_WEIGHT if heavy else _weight_named(name)
        embedded = pdfium.FPDFFont_GetIsEmbedded(font) > 0
        names = f"{name} {_text_of(pdfium.FPDFFont_GetFamilyName, font)}" if embedded else name
        if GOTHIC_FACE.search(names) or MINCHO_FACE.search(names):
            return weight, bool(GOTHIC_FACE.search(names))
        flags = pdfium.FPDFFont_GetFlags(font)
        return weight, embedded and bool(flags & _DESCRIBED) and not flags & _SERIF


def _weight_named(name: str) -> int:
    """Return the weight that a face's name ends in, below bold: W3, Light, M; regular where it names none."""
    match = WEIGHT_FACE.search(name)
    if match is None:
        return _REGULAR
    if match["degree"]:
        return int(match["degree"]) * 100
    return _LIGHT if match["light"] else _MEDIUM


def _text_of(ask: Any, font: Any) -> str:
    """Return a name of a font, its half-width kana made full."""
    length = ask(font, None, 0)
    buffer = ctypes.create_string_buffer(length + 1)
    ask(font, buffer, length)
    raw = buffer.value
    for encoding in ("utf-8", "cp932"):
        try:
            return unicodedata.normalize("NFKC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
