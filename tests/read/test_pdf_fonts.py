"""The text of a PDF is the same whatever fonts a machine has, or it is an error."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.read.pdf_maker import CODECS, Page, recoded, to_pdf

from hakusho.read.pdf import Unreadable, read_pdf
from hakusho.read.pdf.fonts import box_font, one_font

WORDS = "この告示は、令和六年四月一日から施行する"


def _document(encoding: str, down: bool) -> bytes:
    page = Page()
    for number, last in enumerate("一二三四"):
        page.text(500 - 40 * number if down else 72, 700 - 20 * number * (not down), WORDS + last, down=down)
    return recoded(to_pdf([page], encoding=encoding), encoding)


def _identity(down: bool, ordering: str = "Japan1") -> bytes:
    """A file that names its characters by their numbers in Adobe-Japan1: あいうえお from 843 on."""
    page = Page()
    codes = "".join(f"{code:04X}" for code in (843, 845, 847, 849, 851) * 6)
    for number in range(4):
        place = f"{500 - 40 * number} 700" if down else f"72 {700 - 20 * number}"
        page.parts.append(f"BT /M{'V' if down else 'H'} 10.5 Tf 1 0 0 1 {place} Tm <{codes}> Tj ET")
    return to_pdf([page], encoding="Identity", ordering=ordering)


@contextmanager
def machine(font: bytes | None) -> Iterator[None]:
    """Be a machine that has one font for everything, or none."""
    fields = {field[0]: field[1] for field in pdfium.FPDF_SYSFONTINFO._fields_}

    def data(info: object, handle: object, table: int, buffer: object, size: int) -> int:
        if table or font is None:
            return 0
        if buffer and size >= len(font):
            ctypes.memmove(buffer, font, len(font))
        return len(font)

    answers = {
        "Release": lambda *given: None,
        "EnumFonts": lambda *given: None,
        "MapFont": lambda *given: 1 if font else None,
        "GetFont": lambda *given: 1 if font else None,
        "GetFontData": data,
        "GetFaceName": lambda *given: 0,
        "GetFontCharset": lambda *given: 0,
        "DeleteFont": lambda *given: None,
    }
    info = pdfium.FPDF_SYSFONTINFO(version=1, **{name: fields[name](answer) for name, answer in answers.items()})
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(info))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())


@pytest.mark.parametrize("down", [False, True], ids=["across", "down"])
@pytest.mark.parametrize("encoding", CODECS)
def test_every_predefined_encoding_is_read(encoding: str, down: bool) -> None:
    text = "".join(read_pdf(_document(encoding, down), 10).text.split())
    assert text == "".join(WORDS + last for last in "一二三四")


@pytest.mark.parametrize("down", [False, True], ids=["across", "down"])
def test_numbers_of_the_japanese_collection_are_read(down: bool) -> None:
    assert "".join(read_pdf(_identity(down), 10).text.split()) == "あいうえお" * 24


def test_plain_pdfium_loses_vertical_lines_without_a_font() -> None:
    """What the substitute is for: were this no longer so, it could go."""
    with machine(None):
        document = pypdfium2.PdfDocument(_identity(True))
        assert document[0].get_textpage().count_chars() == 0
        document.close()


@pytest.mark.parametrize("font", [None, "box"], ids=["no font", "a font"])
@pytest.mark.parametrize(
    "make", [lambda: _document("90ms-RKSJ", True), lambda: _identity(True), lambda: _identity(False)]
)
def test_the_machine_makes_no_difference(font: str | None, make) -> None:
    here = read_pdf(make(), 10)
    with machine(box_font() if font else None):
        there = read_pdf(make(), 10)
    assert here == there


def test_the_fonts_of_the_machine_come_back() -> None:
    """What reads after us, such as a program that draws pages, sees the machine's fonts."""

    def boxes() -> list[float]:
        document = pypdfium2.PdfDocument(_document("EUC", False))
        left = document[0].get_textpage().get_charbox(0)
        document.close()
        return [round(value, 2) for value in left]

    before = boxes()
    with one_font():
        pass
    assert boxes() == before


def test_a_font_that_tells_no_characters_is_an_error() -> None:
    with pytest.raises(Unreadable, match="OCR"):
        read_pdf(_identity(False, "Identity"), 10)


def _with_latin(base: str, code: str) -> bytes:
    """A page on which letters of a font without widths, which the file does not hold, stand in a Japanese line."""
    page = Page()
    page.text(72, 700, "国際協力機構（")
    page.parts.append(f"BT /L 10.5 Tf 145.5 700 Td ({code}) Tj ET")
    page.text(145.5 + 10.5 * 2.26, 700, "）は、")
    font = f"/Font << /L << /Type /Font /Subtype /Type1 /BaseFont /{base} >> ".encode()
    return re.sub(rb"/Font <<", font, to_pdf([page]), count=1)


@pytest.mark.parametrize("base", ["Times-Roman", "Helvetica", "Helvetica-Bold", "Times-BoldItalic"])
def test_letters_of_the_standard_fonts_have_their_own_widths(base: str) -> None:
    assert read_pdf(_with_latin(base, "JICA"), 10).text == "国際協力機構（JICA）は、"


def test_letters_a_full_em_apart_are_one_word() -> None:
    page = Page()
    for place, letter in enumerate("JICAMW"):
        page.text(72 + 10.5 * place, 700, letter)
    page.text(72 + 10.5 * 6, 700, "は、")
    assert read_pdf(to_pdf([page]), 10).text == "JICAMWは、"
