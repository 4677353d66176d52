"""PDFium's functions with bare addresses for arguments: a third of the time of each of a million calls."""

import ctypes
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


class Calls(NamedTuple):
    """What is asked of PDFium once or more for each character, and for each thing that is drawn."""

    # A page's text: all of it as UTF-16 into an address, with its length; then of one character.
    text: Any
    code: Any
    box: Any
    owner: Any
    matrix: Any
    # A text object.
    size: Any
    font: Any
    mode: Any
    # The things of a page and of a form, one by one, and what each is.
    thing: Any
    inner: Any
    kind: Any
    # Where a thing is drawn, and how a path is.
    bounds: Any
    drawn: Any
    stroke: Any
    fill: Any
    # A path's segments.
    count: Any
    segment: Any
    course: Any
    point: Any
    closes: Any


@lru_cache(maxsize=1)
def calls() -> Calls:
    """Return the functions; addresses are whole numbers, 0 where PDFium finds nothing."""
    number, unsigned, address = ctypes.c_int, ctypes.c_uint, ctypes.c_void_p
    kinds = (
        (pdfium.FPDFText_GetText, number, (address, number, number, address)),
        (pdfium.FPDFText_GetUnicode, unsigned, (address, number)),
        (pdfium.FPDFText_GetLooseCharBox, number, (address, number, address)),
        (pdfium.FPDFText_GetTextObject, address, (address, number)),
        (pdfium.FPDFText_GetMatrix, number, (address, number, address)),
        (pdfium.FPDFTextObj_GetFontSize, number, (address,) * 2),
        (pdfium.FPDFTextObj_GetFont, address, (address,)),
        (pdfium.FPDFTextObj_GetTextRenderMode, number, (address,)),
        (pdfium.FPDFPage_GetObject, address, (address, number)),
        (pdfium.FPDFFormObj_GetObject, address, (address, ctypes.c_ulong)),
        (pdfium.FPDFPageObj_GetType, number, (address,)),
        (pdfium.FPDFPageObj_GetBounds, number, (address,) * 5),
        (pdfium.FPDFPath_GetDrawMode, number, (address,) * 3),
        (pdfium.FPDFPageObj_GetStrokeColor, number, (address,) * 5),
        (pdfium.FPDFPageObj_GetFillColor, number, (address,) * 5),
        (pdfium.FPDFPath_CountSegments, number, (address,)),
        (pdfium.FPDFPath_GetPathSegment, address, (address, number)),
        (pdfium.FPDFPathSegment_GetType, number, (address,)),
        (pdfium.FPDFPathSegment_GetPoint, number, (address,) * 3),
        (pdfium.FPDFPathSegment_GetClose, number, (address,)),
    )
    return Calls(
        *(
            # Each is over at once, so Python's lock is kept.
            ctypes.PYFUNCTYPE(result, *given)(ctypes.cast(function, address).value or 0)
            for function, result, given in kinds
        )
    )


def address_of(handle: Any) -> int:
    """Return the address of what PDFium has opened: a page, its text."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
