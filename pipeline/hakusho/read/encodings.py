"""From bytes to text: byte-order mark and declared charset first, then the encodings of Japanese documents, ranked.

Japanese text of the nineties is Shift_JIS (as Windows extends it, with ① and ㈱), EUC-JP or ISO-2022-JP; many byte
strings are valid in two of them, and the one that reads as Japanese is meant.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from hakusho.records import Replacement

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages declare, and what they mean by it.
_DECLARED = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "cp932": "cp932",
    "euc-jp": "euc-jp",
    "x-euc-jp": "euc-jp",
    "euc_jp": "euc-jp",
    "iso-2022-jp": "iso-2022-jp",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}
# Python's codecs that no page is written in, and that raise errors of their own.
_NO_PAGES = frozenset("undefined idna punycode unicode-escape raw-unicode-escape utf-7".split())
_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\([DOPQ]|\([BJI])")
_SEGMENT = re.compile(rb"(?:\x1b(?P<set>\$[@B]|\([BJI]))?(?P<data>[^\x1b]*)")
_PAIRED = re.compile(rb"[\x80-\xff]{4}")
_SAMPLE = 65_536
_TIE = 0.1
_SHOWN = 8
# A text reads plainly as Japanese from this share on, and more plainly than another from this difference on.
_PLAINLY = 0.5
_PLAINLY_MORE = 0.3


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in, how sure that is (0 to 1), and what could not be read."""

    text: str
    encoding: str
    confidence: float
    replacements: tuple[Replacement, ...] = ()


class Undecodable(ValueError):
    """Bytes that no encoding of Japanese reads whole. `offset` is where the likeliest one fails."""

    def __init__(self, encoding: str, offset: int, data: bytes) -> None:
        self.encoding, self.offset, self.data = encoding, offset, data
        super().__init__(f"byte {offset} ({data[:_SHOWN].hex(' ')}) is not {encoding}")


def decode(data: bytes, declared: str = "", errors: str = "strict") -> Decoded:
    """Return the text of `data`. `declared` is the charset that the document names, if any.

    With `errors` "replace", bytes that cannot be read become U+FFFD and are listed.
    Raises Undecodable where no encoding fits and `errors` is "strict".

    >>> decode("髙﨑㈱①～".encode("cp932")).text, decode("総務省".encode("euc_jp")).encoding
    ('髙﨑㈱①～', 'euc-jp')
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, 1.0) or _broken(data, encoding, errors)
    if _ESCAPE.search(data, 0, _SAMPLE) and (decoded := _strict(data, "iso-2022-jp", 0.99)):
        return decoded
    named = _charset(declared.strip().lower())
    if named and (decoded := _strict(data, named, 0.99)) and not (named != "utf-8" and _is_utf8(data)):
        return _contradicted(data, decoded) or decoded
    if decoded := _strict(data, "utf-8", 1.0 if data.isascii() else 0.99):
        return decoded if "\0" not in decoded.text[:_SAMPLE] else _wide(data) or decoded
    return _wide(data) or _ranked(data) or _broken(data, named or _likeliest(data), errors)


def _charset(declared: str) -> str:
    """Return the encoding that a declared name means; empty for one that is unknown, or does not encode text."""
    named = _DECLARED.get(declared, declared)
    try:
        known = codecs.lookup(named) if named else None
    except LookupError:
        return ""
    of_text = known is not None and getattr(known, "_is_text_encoding", False) and known.name not in _NO_PAGES
    return named if of_text else ""


def _contradicted(data: bytes, declared: Decoded) -> Decoded | None:
    """Return how the bytes read in another encoding of Japanese where that is plainly what the page is written in.

    Editors put iso-8859-1 above Shift_JIS, and Shift_JIS above EUC-JP; single bytes read everything.
    """
    if declared.encoding == "utf-8" or data.isascii():
        return None
    share = _japanese_share(declared.text)
    if share >= _PLAINLY:
        return None
    others = [decoded for name in _CODECS if name != declared.encoding and (decoded := _strict(data, name, 0.9))]
    best = max(others, key=lambda decoded: _japanese_share(decoded.text), default=None)
    return best if best and _japanese_share(best.text) > share + _PLAINLY_MORE else None


def _is_utf8(data: bytes) -> bool:
    return not data.isascii() and _strict(data, "utf-8", 1.0) is not None


def _strict(data: bytes, encoding: str, confidence: float) -> Decoded | None:
    for codec in _CODECS.get(encoding, (_codec(encoding),)):
        try:
            return Decoded(codec(data), encoding, confidence)
        except (UnicodeError, LookupError):
            continue
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte is NUL (Latin) or 30 to 9F (Japanese)."""
    if len(data) % 2 or len(data) < 4:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        decoded = _strict(data, encoding, 0.9)
        if (
            decoded
            and (decoded.text[:_SAMPLE].isascii() or _japanese_share(decoded.text) > 0.3)
            and "\0" not in decoded.text
        ):
            return decoded
    return None


def _ranked(data: bytes) -> Decoded | None:
    """Of the encodings that read all bytes take the one whose text is most Japanese; near a tie, ask for a vote."""
    read = [decoded for encoding in _CODECS if (decoded := _strict(data, encoding, 0.0))]
    if not read:
        return _western(data)
    scored = sorted(((_japanese_share(decoded.text), decoded) for decoded in read), key=lambda pair: -pair[0])
    second = scored[1][0] if len(scored) > 1 else 0.0
    if len(scored) > 1 and scored[0][0] - second < _TIE:
        scored.sort(key=lambda pair: pair[1].encoding != _vote(data))
    best, decoded = scored[0]
    return Decoded(decoded.text, decoded.encoding, round(min(0.98, max(0.3, best * (1 - second / 2))), 2))


def _vote(data: bytes) -> str:
    """Return charset-normalizer's choice between the Japanese encodings."""
    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp932", "euc_jis_2004"]).best()
    return "euc-jp" if best is not None and best.encoding.startswith("euc") else "cp932"


def _western(data: bytes) -> Decoded | None:
    """An English text with the quotation marks of Windows; a Japanese one with a broken byte is not such a text."""
    foreign = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    return _strict(data, "cp1252", 0.6) if foreign * 10 < len(data) and not _PAIRED.search(data) else None


_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e\r\n\t -~①-⑳]")
_SUSPECT = re.compile("[\uff61-\uff9f\u0080-\u009f\ue000-\uf8ff\0]")
_KANA = re.compile("[ぁ-ん]")


def _japanese_share(text: str) -> float:
    """Return how Japanese a text reads, 0 to 1: half-width kana and rare characters in a row show a wrong guess."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    good, bad = len(_JAPANESE.findall(sample)), len(_SUSPECT.findall(sample))
    wide = sum(1 for character in sample if character > "\u3000")
    common = len(_KANA.findall(sample)) + sum(1 for c in sample if _is_common(c))
    return max(0.0, (good - 2 * bad) / len(sample)) * (common / wide if wide else 0.2)


def _is_common(character: str) -> bool:
    """Return whether a character is a full-width sign or in JIS level 1, the everyday kanji (cp932 below 0x989F)."""
    if "\uff01" <= character <= "\uff5e":
        return True
    if not "\u3000" <= character <= "\u9fff" or "ぁ" <= character <= "ん":
        return False
    try:
        return character.encode("cp932") < b"\x98\x9f"
    except UnicodeError:
        return False


def _likeliest(data: bytes) -> str:
    """Return the encoding that reads best; UTF-8 before others, as its sequences do not come by chance."""
    sample = data[:_SAMPLE]
    if _ESCAPE.search(sample):
        return "iso-2022-jp"
    if len(_tolerant(sample, "utf-8")[1]) * 10 < len(_UTF8_SEQUENCE.findall(sample)):
        return "utf-8"
    return max(("cp932", "euc-jp", "utf-8"), key=lambda encoding: _japanese_share(_tolerant(sample, encoding)[0]))


_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PYTHON_CODECS = {"euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp"}


def _broken(data: bytes, encoding: str, errors: str) -> Decoded:
    text, lost = _tolerant(data, encoding)
    if errors != "replace" or not lost:
        offset = len(text[: text.find(_LOST)].encode(_PYTHON_CODECS.get(encoding, encoding))) if lost else 0
        raise Undecodable(encoding, offset, lost[0] if lost else data[:1])
    places = [match.start() for match in re.finditer(_LOST, text)]
    replacements = tuple(Replacement(place, piece) for place, piece in zip(places, lost, strict=True))
    return Decoded(text.replace(_LOST, "\ufffd"), encoding, 0.3, replacements)


# Stands for what could not be read while bytes are decoded; no text holds this noncharacter.
_LOST = "\U0010ffff"
_STRAY = {"\x80": b"\x80", "\xa0": b"\xa0", "\uf8f0": b"\xa0", "\uf8f1": b"\xfd", "\uf8f2": b"\xfe", "\uf8f3": b"\xff"}
_STRAY_OR_LOST = re.compile(f"[{''.join(_STRAY)}{_LOST}]")


def _tolerant(data: bytes, encoding: str) -> tuple[str, list[bytes]]:
    """Return the text with `_LOST` for each run of bytes that cannot be read, and those bytes."""
    noted: list[bytes] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        noted.append(error.object[error.start : error.end])
        return _LOST, error.end

    codecs.register_error("hakusho.note", note)
    text = data.decode(_PYTHON_CODECS.get(encoding, encoding), "hakusho.note")
    if encoding != "cp932":
        return text, noted
    rest = iter(noted)
    lost = [_STRAY.get(sign) or next(rest) for sign in _STRAY_OR_LOST.findall(text)]
    return _STRAY_OR_LOST.sub(_LOST, text), lost


# --- encodings that Python has no codec of ---------------------------------------------------------------------


def _windows(data: bytes) -> str:
    """cp932 without the bytes 80, A0 and FD to FF, which Python passes through and no document means."""
    text = data.decode("cp932")
    if stray := _STRAY_OR_LOST.search(text):
        raise UnicodeError(f"no character of Windows-31J: {stray.group()!r}")
    return text


def _microsoft_euc(data: bytes) -> str:
    """EUC-JP as Windows writes it (CP51932): the rows of NEC and IBM that cp932 has and JIS X 0208 has not."""
    return _EUC_PAIR.sub(_to_shift_jis, data).decode("cp932")


_EUC_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]|\x8e[\xa1-\xdf]|[\x80-\xff]")


def _to_shift_jis(match: re.Match[bytes]) -> bytes:
    pair = match.group()
    if len(pair) == 1:
        raise UnicodeDecodeError("cp51932", pair, 0, 1, "no pair of bytes")
    if pair[0] == 0x8E:
        return pair[1:]
    row, cell = pair[0] - 0xA0, pair[1] - 0xA0
    lead = (row + 1) // 2 + (0x80 if row <= 62 else 0xC0)
    trail = cell + (0x9E if row % 2 == 0 else 0x3F if cell <= 63 else 0x40)
    return bytes((lead, trail))


def _microsoft_jis(data: bytes) -> str:
    """ISO-2022-JP as Windows mail writes it (CP50221): with the same rows, and half-width kana."""
    pieces = []
    for match in _SEGMENT.finditer(data):
        piece, charset = match["data"], match["set"] or b"(B"
        if charset[:1] == b"$":
            lines = re.split(rb"([\r\n]+)", piece)
            pieces += [
                line.decode("ascii") if i % 2 else _microsoft_euc(bytes(byte | 0x80 for byte in line))
                for i, line in enumerate(lines)
            ]
        elif charset == b"(I":
            pieces.append(bytes(byte | 0x80 for byte in piece).decode("cp932"))
        else:
            pieces.append(piece.decode("ascii"))
    return "".join(pieces)


def _codec(encoding: str) -> "Codec":
    return lambda data: data.decode(encoding)


Codec = Callable[[bytes], str]
# Under each name, the codecs to try in order: strictest first.
_CODECS: dict[str, tuple[Codec, ...]] = {
    "cp932": (_windows, _codec("shift_jis_2004")),
    "euc-jp": (
        _codec("euc_jp"),
        _microsoft_euc,
        _codec("euc_jis_2004"),
    ),
    "iso-2022-jp": (
        _codec("iso2022_jp_ext"),
        _codec("iso2022_jp_2004"),
        _codec("iso2022_jp_3"),
        _microsoft_jis,
    ),
}
