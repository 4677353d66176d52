"""Write PDFs for the tests: Japanese type that is not embedded, rules, boxes, pages of any box and rotation.

The files hold no font: readers must know the characters from the encoding alone, as with many of an office's files.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

# Encodings of predefined CMaps, with the codec that gives the bytes of each.
CODECS = {
    "UniJIS-UCS2": "utf-16-be",
    "UniJIS-UTF16": "utf-16-be",
    "90ms-RKSJ": "cp932",
    "EUC": "euc_jp",
}
MINCHO, GOTHIC = "Ryumin-Light", "GothicBBB-Medium"


@dataclass
class Page:
    """One page as it grows; places are in points from the corner of its box, y upwards."""

    width: float = 595
    height: float = 842
    left: float = 0
    bottom: float = 0
    rotation: int = 0
    parts: list[str] = field(default_factory=list)
    images: int = 0

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10.5,
        *,
        bold: bool = False,
        down: bool = False,
        turn: int = 0,
    ) -> None:
        """Set words at a place: in a vertical line where `down`, turned by `turn` degrees against the clock."""
        matrix = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[turn]
        name = ("B" if bold else "M") + ("V" if down else "H")
        code = "".join(f"{ord(c):04X}" for c in words)
        self.parts.append(f"BT /{name} {size} Tf {matrix} {x + self.left:g} {y + self.bottom:g} Tm <{code}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a line."""
        a, b = self.left, self.bottom
        self.parts.append(f"{width} w {x0 + a:g} {y0 + b:g} m {x1 + a:g} {y1 + b:g} l S")

    def box(self, x0: float, y0: float, x1: float, y1: float, grey: float | None = None) -> None:
        """Draw a frame, or fill it with a grey (0 black, 1 white)."""
        frame = f"{x0 + self.left:g} {y0 + self.bottom:g} {x1 - x0:g} {y1 - y0:g} re"
        self.parts.append(f"{frame} S" if grey is None else f"q {grey:g} g {frame} f Q")

    def image(self, x: float, y: float, width: float, height: float) -> None:
        """Put a grey picture down."""
        self.images += 1
        self.parts.append(f"q {width:g} 0 0 {height:g} {x + self.left:g} {y + self.bottom:g} cm /I Do Q")


NOT_FIRST = "。、，．」』）)］〉》】・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ？！"


_WORDS = re.compile("[!-~]+|.")


def breadth(text: str) -> float:
    """Return the width of a text in sizes of its type: half a size for a letter of ASCII."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def wrapped(text: str, first: float, rest: float) -> list[str]:
    """Return a paragraph's lines of at most so many sizes, the first apart; no line begins with a closing sign, and no
    Latin word is torn."""
    lines, room = [""], first
    for word in _WORDS.findall(text):
        width = breadth(lines[-1]) + breadth(word)
        if lines[-1] and width > room and not (word[0] in NOT_FIRST and width <= room + 1):
            lines.append("")
            room = rest
        lines[-1] += word
    return lines


@dataclass
class Column:
    """A column that is set from the top down: `x` is its left edge, `y` the next line's foot, `width` in characters."""

    page: Page
    x: float
    y: float
    width: int
    size: float = 10.5
    leading: float = 17.0

    def para(self, text: str, indent: int = 1, hang: int = 0, *, bold: bool = False) -> None:
        """Set a paragraph: its first line `indent` characters in, the others `hang`."""
        lines = wrapped(text, self.width - indent, self.width - hang)
        for number, line in enumerate(lines):
            self.page.text(self.x + self.size * (hang if number else indent), self.y, line, self.size, bold=bold)
            self.y -= self.leading

    def lines(self, lines: Sequence[str], indent: int = 0) -> None:
        """Set lines as they are, the first `indent` characters in."""
        for number, line in enumerate(lines):
            self.page.text(self.x + (0 if number else self.size * indent), self.y, line, self.size)
            self.y -= self.leading

    def head(self, text: str, size: float = 14.0, *, bold: bool = True, above: float = 8.0, below: float = 6.0) -> None:
        """Set a heading with room around it."""
        self.y -= above
        self.page.text(self.x, self.y, text, size, bold=bold)
        self.y -= self.leading + below


def to_pdf(pages: Sequence[Page], *, encoding: str = "UniJIS-UCS2", ordering: str = "Japan1") -> bytes:
    """Return the bytes of a PDF; `encoding` is the CMap's name without its direction."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = " ".join(
        f"/{kind}{way} {_font(objects, base, f'{encoding}-{way}', ordering)} 0 R"
        for kind, base in (("M", MINCHO), ("B", GOTHIC))
        for way in "HV"
    )
    grey = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    picture = _add(objects, grey)
    kids = []
    for page in pages:
        stream = "\n".join(page.parts).encode("ascii")
        content = _add(objects, b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        box = f"[{page.left:g} {page.bottom:g} {page.left + page.width:g} {page.bottom + page.height:g}]"
        kids.append(
            _add(
                objects,
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Rotate {page.rotation} /Contents {content} 0 R"
                f" /Resources << /Font << {fonts} >> /XObject << /I {picture} 0 R >> >> >>".encode(),
            )
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _file(objects)


def recoded(pdf: bytes, encoding: str) -> bytes:
    """Return the same PDF with the strings of its fonts in another encoding of `CODECS`."""

    def bytes_of(match: "re.Match[bytes]") -> bytes:
        words = bytes.fromhex(match.group(1).decode()).decode("utf-16-be")
        return b"<" + words.encode(CODECS[encoding]).hex().upper().encode() + b"> Tj"

    return re.sub(rb"<([0-9A-F]+)> Tj", bytes_of, pdf)


def _font(objects: list[bytes], base: str, encoding: str, ordering: str) -> int:
    descriptor = _add(
        objects,
        f"<< /Type /FontDescriptor /FontName /{base} /Flags 4 /FontBBox [-150 -147 1100 853] /ItalicAngle 0"
        f" /Ascent 853 /Descent -147 /CapHeight 853 /StemV {60 if base == MINCHO else 120} >>".encode(),
    )
    below = _add(
        objects,
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{base} /FontDescriptor {descriptor} 0 R /DW 1000"
        f" /W [1 [500] 2 94 500 231 632 500]"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> >>".encode(),
    )
    return _add(
        objects,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /{encoding} /DescendantFonts [{below} 0 R] >>".encode(),
    )


def _add(objects: list[bytes], body: bytes) -> int:
    objects.append(body)
    return len(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    parts, places, length = [b"%PDF-1.5\n"], [], 9
    for number, body in enumerate(objects, 1):
        places.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        length += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, length))
    return b"".join(parts)
