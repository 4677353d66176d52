"""One substitute for every font that a PDF does not hold, so that its text is the same on every machine.

PDFium takes what fonts a machine has for those that a file names without holding them. Their boxes decide which of
its characters it keeps: without a Japanese font, vertical lines of `Identity-V` have no width and are dropped. While
text is read, PDFium is given one font in which every character is a full box; widths come from the file itself.
"""

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_HANDLE = 1
# The Latin fonts that a file need give no widths for; PDFium brings them along, the same on every machine.
_OWN = (b"Helvetica", b"Times", b"Courier")


@contextmanager
def one_font() -> Iterator[None]:
    """Let PDFium read with the substitute font; what the machine has comes back after it.

    Documents must be opened and closed inside: PDFium keeps the fonts of an open one.
    """
    ours = _system_fonts()
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(ours))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


@lru_cache(maxsize=1)
def _system_fonts() -> "pdfium.FPDF_SYSFONTINFO":
    """Make the record of functions by which PDFium asks for fonts; it lives as long as the process."""
    data = box_font()
    tables = _tables_of(data)

    def nothing(*given: object) -> None:
        return None

    def mapped(
        info: object, weight: int, italic: int, charset: int, family: int, face: Any, exact: object
    ) -> int | None:
        name = ctypes.cast(face, ctypes.c_char_p).value or b""
        return None if name.startswith(_OWN) else _HANDLE

    def named(info: object, face: object) -> int:
        return _HANDLE

    def filled(info: object, font: object, table: int, buffer: "ctypes.Array[ctypes.c_ubyte]", size: int) -> int:
        wanted = tables.get(table, b"") if table else data
        if buffer and size >= len(wanted):
            ctypes.memmove(buffer, wanted, len(wanted))
        return len(wanted)

    def face_name(info: object, font: object, buffer: "ctypes.Array[ctypes.c_char]", size: int) -> int:
        name = b"Box\0"
        if buffer and size >= len(name):
            ctypes.memmove(buffer, name, len(name))
        return len(name)

    def charset_of(info: object, font: object) -> int:
        return int(pdfium.FXFONT_SHIFTJIS_CHARSET)

    answers = {
        "Release": nothing,
        "EnumFonts": nothing,
        "MapFont": mapped,
        "GetFont": named,
        "GetFontData": filled,
        "GetFaceName": face_name,
        "GetFontCharset": charset_of,
        "DeleteFont": nothing,
    }
    fields = {field[0]: field[1] for field in pdfium.FPDF_SYSFONTINFO._fields_}
    return pdfium.FPDF_SYSFONTINFO(version=1, **{name: fields[name](answer) for name, answer in answers.items()})


# --- the font --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def box_font() -> bytes:
    """Return a TrueType font of two glyphs: nothing, and a full box that stands for every character."""
    outline = _box_outline()
    tables = {
        b"OS/2": _os2(),
        b"cmap": _every_character(),
        b"glyf": outline,
        b"head": _head(),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, _ASCENT, _DESCENT, 0, _EM, *[0] * 11, 2),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">III", 0, 0, len(outline)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _names(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _sfnt(tables)


def _sfnt(tables: dict[bytes, bytes]) -> bytes:
    header = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, len(tables) * 16 - 128)
    place, records, bodies = 12 + 16 * len(tables), [], []
    for tag, body in sorted(tables.items()):
        padded = body + b"\0" * (-len(body) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        records.append(struct.pack(">4sIII", tag, total, place, len(body)))
        bodies.append(padded)
        place += len(padded)
    return header + b"".join(records) + b"".join(bodies)


def _tables_of(data: bytes) -> dict[int, bytes]:
    count = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for number in range(count):
        tag, _, place, length = struct.unpack_from(">IIII", data, 12 + 16 * number)
        found[tag] = data[place : place + length]
    return found


def _box_outline() -> bytes:
    box = struct.pack(">hhhhh", 1, 0, _DESCENT, _EM, _ASCENT)
    ends = struct.pack(">HH", 3, 0)
    flags = bytes([1, 1, 1, 1])
    across = struct.pack(">hhhh", 0, 0, _EM, 0)
    up = struct.pack(">hhhh", _DESCENT, _ASCENT - _DESCENT, 0, _DESCENT - _ASCENT)
    return box + ends + flags + across + up


def _every_character() -> bytes:
    """Return a character map of format 13, where a whole range shares one glyph."""
    group = struct.pack(">III", 0x20, 0x10FFFF, 1)
    table = struct.pack(">HHIII", 13, 0, 16 + len(group), 0, 1) + group
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _head() -> bytes:
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0
    )


def _os2() -> bytes:
    head = struct.pack(">HhHHH", 1, _EM, 400, 5, 0) + struct.pack(">10h", *[0] * 10) + struct.pack(">h", 0)
    ranges = bytes(10) + struct.pack(">IIII", 0xFFFFFFFF, 0xFFFFFFFF, 0, 0) + b"NONE"
    rest = struct.pack(">HHHhhhHH", 0x40, 0x20, 0xFFFF, _ASCENT, _DESCENT, 0, _ASCENT, -_DESCENT)
    return head + ranges + rest + struct.pack(">II", 0xFFFFFFFF, 0xFFFFFFFF)


def _names() -> bytes:
    text = "Box".encode("utf-16-be")
    records = b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, number, len(text), 0) for number in (1, 4, 6))
    return struct.pack(">HHH", 0, 3, 6 + len(records)) + records + text
