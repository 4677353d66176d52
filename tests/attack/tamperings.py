"""Every way to spoil a finished run: each kind of cell, row, byte, list and hash; forged ones keep the hashes true."""

import csv
import hashlib
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hakusho.files.tables import guard
from hakusho.records import Column
from hakusho.tabulate import SCHEMAS
from tests.batch.runs import run

Tampering = Callable[[Path], None]
TEXT = """第1章　概要

　総務省（以下「省」という。）は、令和3年4月に米国と協議した（注1）。国際電気通信連合（International Telecommunication Union：ITU）は、
東京で会合を開催した。第2節参照。図表1-1に示す。

図表1-1　国別の額
国\t額（億円）\t前年比
米国\t1,200\t3.5
仏国\t800\t-1.2
計\t2,000\t

注1　総務省ホームページ（https://www.soumu.go.jp/menu_news/index.html）参照

第2節　経緯

　郵政省は平成13年1月に総務省となった。昭和75年には何もない。
"""
SPEECHES = """令和3年第1回会議録

○議長（山田太郎君）　これより会議を開きます。

○山田花子君　総務省に質問します。

○総務大臣（佐藤一郎君）　お答えします。米国と協議しました。
"""


def spoilable(folder: Path, pdf: Path) -> Path:
    """Return a small run that has rows in every table but `parse`."""
    source = folder / "in"
    source.mkdir()
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    (source / "b.txt").write_text(SPEECHES, encoding="utf-8")
    (source / "c.pdf").write_bytes(pdf.read_bytes())
    (source / "empty.txt").write_text(" \n", encoding="utf-8")
    (source / "d.doc").write_bytes(b"old")
    from hakusho.settings import default_settings, settings_from

    settings = settings_from("tokens = true", "test", default_settings().as_dict())
    run(folder / "run", source, settings=settings)
    return folder / "run"


def tamperings(whole: Path) -> dict[str, Tampering]:
    """Return the ways to spoil a run, by what they do."""
    found: dict[str, Tampering] = {}
    for path in sorted((whole / "tables").glob("*.csv")):
        found |= dict(_of_table(path.stem, _rows(path)))
    done = {row[0] for row in _rows(whole / "tables/documents.csv")}
    found |= dict(_of_manifest(json.loads((whole / "manifest.json").read_bytes()), done))
    found |= dict(_of_files(whole))
    return found


def _rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _of_table(name: str, rows: list[list[str]]) -> Iterator[tuple[str, Tampering]]:
    for at, column in enumerate(SCHEMAS[name].columns):
        filled = next((row for row in range(1, len(rows)) if rows[row][at]), min(1, len(rows) - 1))
        if filled:
            yield f"cell {name}.{column.name}", _cell(name, filled, at, column)
    if len(rows) > 1:
        yield f"row dropped {name}", _edit_rows(name, lambda rows: rows[:-1])
        yield f"row doubled {name}", _edit_rows(name, lambda rows: [*rows, rows[-1]])
        yield f"rows emptied {name}", _edit_rows(name, lambda rows: rows[:1])
    if len(rows) > 2 and rows[1] != rows[-1]:
        yield f"rows swapped {name}", _edit_rows(name, lambda rows: [rows[0], rows[-1], *rows[2:-1], rows[1]])
    yield f"column renamed {name}", _edit_rows(name, lambda rows: [["x", *rows[0][1:]], *rows[1:]])
    yield f"column dropped {name}", _edit_rows(name, lambda rows: [row[:-1] for row in rows])
    for kind, data in (("latin", b"\xff\xfe\n"), ("nul", b"\x00\n"), ("quote", b'"\n'), ("short", b"a\n")):
        yield f"{kind} line {name}", _append(f"tables/{name}.csv", data)


def _other(cell: str, column: Column) -> str:
    if column.values:
        return next(str(value) for value in column.values if str(value) not in ("", cell))
    if column.kind == "integer":
        return str(int(cell or 0) + 1)
    if column.kind == "number":
        return str(float(cell or 0) + 0.5)
    if column.kind == "boolean":
        return "False" if cell == "True" else "True"
    return "1999-01-01" if column.kind == "day" else f"{cell}異"


def _cell(name: str, row: int, at: int, column: Column) -> Tampering:
    def edit(rows: list[list[str]]) -> list[list[str]]:
        rows[row][at] = guard(_other(rows[row][at], column))
        return rows

    return _edit_rows(name, edit)


def _edit_rows(name: str, edit: Callable[[list[list[str]]], list[list[str]]]) -> Tampering:
    def tamper(run: Path) -> None:
        path = run / "tables" / f"{name}.csv"
        rows = edit(_rows(path))
        made = io.StringIO(newline="")
        csv.writer(made, lineterminator="\n").writerows(rows)
        path.write_bytes(made.getvalue().encode())
        forge(run, name, len(rows) - 1)

    return tamper


def _append(name: str, data: bytes) -> Tampering:
    def tamper(run: Path) -> None:
        path = run / name
        path.write_bytes(path.read_bytes() + data)
        forge(run)

    return tamper


def forge(run: Path, table: str = "", rows: int = 0) -> None:
    """Make hashes, sizes and the count of rows those of the files as they are now: nobody can tell by them."""

    def sha(name: str) -> str:
        return hashlib.sha256((run / name).read_bytes()).hexdigest()

    package = json.loads((run / "datapackage.json").read_bytes())
    for each in package["resources"]:
        each["bytes"], each["hash"] = (run / each["path"]).stat().st_size, f"sha256:{sha(each['path'])}"
    _write(run / "datapackage.json", package)
    manifest = json.loads((run / "manifest.json").read_bytes())
    manifest["files"] = {name: sha(name) for name in manifest["files"] if (run / name).is_file()}
    if table:
        manifest["rows"][table] = rows
    _write(run / "manifest.json", manifest)


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _of_manifest(manifest: dict[str, Any], done: set[str]) -> Iterator[tuple[str, Tampering]]:
    for place in _places(manifest, ()):
        # What bytes a document had that could not be read, nothing in the run can tell again.
        if place[:1] == ("inputs",) and place[2:] == ("sha256",) and manifest["inputs"][place[1]]["doc_id"] not in done:
            continue
        name = ".".join(map(str, place))
        yield f"manifest {name} changed", _edit_manifest(place, _changed)
        if len(place) < 3:
            yield f"manifest {name} removed", _remove_from_manifest(place)
            for odd in (None, [], {}, "x", -1, True):
                yield f"manifest {name} is {odd!r}", _edit_manifest(place, lambda value, odd=odd: _unlike(value, odd))
    yield "manifest key added", lambda run: _add(run, lambda content: content.update(more=1))
    yield "input added", lambda run: _add(run, lambda c: c["inputs"].append(dict(c["inputs"][0], doc_id="z")))
    yield "input doubled", lambda run: _add(run, lambda c: c["inputs"].append(c["inputs"][0]))
    yield "inputs reversed", lambda run: _add(run, lambda c: c["inputs"].reverse())
    yield "files name another place", lambda run: _add(run, lambda c: c["files"].update({"../../etc/passwd": "0"}))
    yield "format added", lambda run: _add(run, lambda c: c["formats"].append("parquet"))


def _places(content: Any, place: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Return the places of a manifest: of long lists of hashes the first ones."""
    if place:
        yield place
    items = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in list(items)[:6]:
        yield from _places(value, (*place, key))


def _changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return f"{value}0"
    return [*value, "x"] if isinstance(value, list) else {**value, "x": "y"}


def _unlike(value: Any, odd: Any) -> Any:
    return odd if odd != value or type(odd) is not type(value) else "unlike"


def _edit_manifest(place: tuple[Any, ...], change: Callable[[Any], Any]) -> Tampering:
    def edit(content: Any) -> None:
        for key in place[:-1]:
            content = content[key]
        content[place[-1]] = change(content[place[-1]])

    return lambda run: _add(run, edit)


def _remove_from_manifest(place: tuple[Any, ...]) -> Tampering:
    def edit(content: Any) -> None:
        for key in place[:-1]:
            content = content[key]
        del content[place[-1]]

    return lambda run: _add(run, edit)


def _add(run: Path, edit: Callable[[Any], object]) -> None:
    content = json.loads((run / "manifest.json").read_bytes())
    edit(content)
    _write(run / "manifest.json", content)


def _of_files(whole: Path) -> Iterator[tuple[str, Tampering]]:
    for path in sorted(path for path in whole.rglob("*") if path.is_file() and path.name != "lock"):
        name = path.relative_to(whole).as_posix()
        yield f"byte {name}", _edit_file(name, lambda data: data[: len(data) // 2] + b"~" + data[len(data) // 2 + 1 :])
        yield f"cut {name}", _edit_file(name, lambda data: data[:-3])
        yield f"latin {name}", _edit_file(name, lambda data: b"\xff\xfe" + data)
        if not name.startswith(".parts"):
            yield f"removed {name}", lambda run, name=name: (run / name).unlink()
            yield f"pipe {name}", lambda run, name=name: ((run / name).unlink(), os.mkfifo(run / name))
    for name in ("a", "c"):
        yield f"text {name} longer", _append(f"text/{name}.txt", "。".encode())
        yield f"text {name} not UTF-8", _append(f"text/{name}.txt", b"\xff")
    for name in ("text/z.txt", "tables/z.csv", "tables/documents/z/z.csv"):
        yield f"added {name}", lambda run, name=name: _put(run / name)
    yield "package described otherwise", lambda run: _describe(run)


def _edit_file(name: str, change: Callable[[bytes], bytes]) -> Tampering:
    return lambda run: (run / name).write_bytes(change((run / name).read_bytes()))


def _put(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x\n")


def _describe(run: Path) -> None:
    package = json.loads((run / "datapackage.json").read_bytes())
    package["resources"][0]["schema"]["fields"][0]["description"] = "other"
    _write(run / "datapackage.json", package)
    forge(run)
