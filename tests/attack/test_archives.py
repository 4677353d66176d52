"""Archives that are damaged, locked, mislabelled or no files at all: one row each, and the other documents are done."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from hakusho.files.archives import TooMuch, members_of
from hakusho.settings import default_settings, settings_from
from tests.batch.runs import TEXT, ids, run, table


def _zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


BODY = TEXT.encode() * 50


def _spoilt(method: int) -> bytes:
    """Spoil the packed bytes of the first member, not the lists."""
    data = bytearray(_zip({"x.txt": BODY, "y.txt": TEXT.encode()}, method))
    data[45:60] = os.urandom(1) * 15
    return bytes(data)


def _flagged(bit: int) -> bytes:
    data = bytearray(_zip({"x.txt": BODY}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= bit
    return bytes(data)


def _method(number: int) -> bytes:
    data = bytearray(_zip({"x.txt": BODY}))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + place] = number
    return bytes(data)


def _named(name: bytes) -> bytes:
    return _zip({"N" * len(name) + ".txt": TEXT.encode()}).replace(b"N" * len(name), name)


def _long_list() -> bytes:
    """Tell of a list of members of four thousand million bytes."""
    data = bytearray(_zip({"x.txt": BODY}))
    struct.pack_into("<I", data, data.rindex(b"PK\x05\x06") + 12, 0xFFFFFFF0)
    return bytes(data)


BAD = {
    "zlib": _spoilt(zipfile.ZIP_DEFLATED),
    "lzma": _spoilt(zipfile.ZIP_LZMA),
    "bzip2": _spoilt(zipfile.ZIP_BZIP2),
    "stored": _spoilt(zipfile.ZIP_STORED),
    "cut": _zip({"x.txt": BODY})[:-40],
    "half": _zip({"x.txt": BODY})[:100],
    "empty": b"",
    "no zip": b"PK\x03\x04" + b"x" * 100,
    "password": _flagged(1),
    "strong password": _flagged(0x41),
    "unknown method": _method(99),
    "long list": _long_list(),
    "bomb": _zip({"x.txt": b"\x00" * 3_000_000}),
    "nested": _zip({"x.zip": _zip({"y.txt": BODY})}),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_archive_is_one_row(tmp_path: Path, kind: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in/bad.zip").write_bytes(BAD[kind])
    run(tmp_path / "out", tmp_path / "in")
    documents, failures = ids(tmp_path / "out")
    assert "good" in documents
    # Of an archive with one spoilt member the other is a document.
    assert len(failures) == 1
    assert "fault of hakusho" not in table(tmp_path / "out", "failures")[0]["message"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("総務".encode("cp932"), "総務"),
        (b"\xff\xfe\xff", None),
        ("総務".encode(), None),
        ("ソ表".encode("cp932"), "ソ表"),
    ],
)
def test_names_in_other_encodings(tmp_path: Path, raw: bytes, shown: str | None) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/names.zip").write_bytes(_named(raw))
    run(tmp_path / "out", tmp_path / "in")
    documents, _ = ids(tmp_path / "out")
    assert len(documents) == 1
    assert shown is None or documents == [shown]


def test_twins_in_an_archive(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT + "別。")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/twins.zip").write_bytes(buffer.getvalue().replace(b"b.txt", b"a.txt"))
    run(tmp_path / "out", tmp_path / "in")
    assert ids(tmp_path / "out") == ([], ["a"])


@pytest.mark.parametrize("kind", ["pipe", "device", "loop", "link to a pipe"])
def test_what_is_no_file(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    bad = folder / "bad.zip"
    if kind == "pipe":
        os.mkfifo(bad)
    elif kind == "device":
        bad.symlink_to("/dev/zero")
    elif kind == "loop":
        bad.symlink_to(bad)
    else:
        os.mkfifo(tmp_path / "pipe")
        bad.symlink_to(tmp_path / "pipe")
    run(tmp_path / "out", folder)
    assert ids(tmp_path / "out") == (["good"], ["bad"])


def test_the_list_of_members_is_read_under_limits(tmp_path: Path) -> None:
    (tmp_path / "many.zip").write_bytes(_zip({f"{n}.txt": b"x" for n in range(50)}))
    few = settings_from("[limits]\narchive_members = 10\n", "test", default_settings().as_dict()).limits
    with pytest.raises(TooMuch, match="50 members"):
        members_of(tmp_path / "many.zip", few)
    (tmp_path / "long.zip").write_bytes(_long_list())
    with pytest.raises(TooMuch, match="list of members"):
        members_of(tmp_path / "long.zip", default_settings().limits)


def test_memory_that_ends_while_rows_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hakusho.batch import work

    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"in/{name}.txt").write_text(TEXT, encoding="utf-8")
    whole = work.write_part

    def write_part(store: object, part: object, tables: object) -> None:
        whole(store, part, tables)
        if part.doc_id == "a":
            raise MemoryError

    monkeypatch.setattr(work, "write_part", write_part)
    run(tmp_path / "out", tmp_path / "in")
    assert ids(tmp_path / "out") == (["b"], ["a"])
    assert "limits.memory" in table(tmp_path / "out", "failures")[0]["message"]
