"""Old encodings: every one that Japanese documents came in reads back, short or long."""

import pytest
from tests.conftest import ROOT

from hakusho.read.encodings import Undecodable, decode

TEXTS = {
    "long": (ROOT / "corpus/raw/dev01_tsushin_1999.txt").read_text(encoding="utf-8"),
    "short": "情報通信白書の概要について、総務省は次のとおり公表した。",
    "kana": "デジタルサービスのガイドライン、ネットワークとコンピュータ。",
    "latin": "ITU, OECD and APEC in 2011: 日米",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_reads_back(name: str, encoding: str) -> None:
    text = TEXTS[name].encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding)).text == text


def test_extensions_of_windows() -> None:
    text = "①Ⅰ㈱～－髙﨑〜㍻№℡、この文書は平成の文書である。"
    assert decode(text.replace("〜", "～").encode("cp932")).text == text.replace("〜", "～")


def test_bytes_that_nothing_reads_are_named() -> None:
    data = "総務省の情報通信白書".encode() + b"\xff\xff" + "は次のとおり".encode()
    with pytest.raises(Undecodable) as stopped:
        decode(data)
    assert stopped.value.offset == len("総務省の情報通信白書".encode())
    replaced = decode(data, errors="replace")
    assert "\ufffd" in replaced.text
    assert replaced.replacements[0].position == len("総務省の情報通信白書")


@pytest.mark.parametrize("declared", ["Shift_JIS", "x-sjis", "windows-31j"])
def test_a_declared_charset_is_believed(declared: str) -> None:
    assert decode("㈱と①".encode("cp932"), declared).text == "㈱と①"


def test_a_wrong_declaration_is_not() -> None:
    assert decode(TEXTS["long"].encode(), "Shift_JIS").text == TEXTS["long"]
