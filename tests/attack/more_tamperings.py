"""A second list of ways to spoil a run, written without the first: what a file can be turned into, rows, lists, parts."""

import csv
import io
import json
import os
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.attack.tamperings import Tampering, forge

Change = Callable[[bytes], bytes]
Rows = list[list[str]]
MARK = "\ufeff".encode()
# What becomes of the bytes of a file.
BYTES: dict[str, Change] = {
    "emptied": lambda data: b"",
    "marked": lambda data: MARK + data,
    "marked twice": lambda data: MARK + MARK + data,
    "with CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "with CR": lambda data: data.replace(b"\n", b"\r"),
    "without its last byte": lambda data: data[:-1],
    "with a blank line": lambda data: data + b"\n",
    "with a space": lambda data: data + b" ",
    "doubled": lambda data: data + data,
    "halved": lambda data: data[: len(data) // 2],
    "backwards": lambda data: data[::-1],
    "of zeros": lambda data: bytes(len(data)),
    "in UTF-16": lambda data: data.decode("utf-8", "replace").encode("utf-16"),
    "in Shift_JIS": lambda data: data.decode("utf-8", "replace").encode("cp932", "replace"),
    "composed otherwise": lambda data: unicodedata.normalize("NFD", data.decode("utf-8", "replace")).encode(),
    "with a byte more in the middle": lambda data: data[: len(data) // 2] + b"0" + data[len(data) // 2 :],
}
# What becomes of the rows of a table; the header is the first.
ROWS: dict[str, Callable[[Rows], Rows]] = {
    "reversed": lambda rows: [rows[0], *rows[:0:-1]],
    "one twice": lambda rows: [*rows[:2], *rows[1:]],
    "the first gone": lambda rows: [rows[0], *rows[2:]],
    "header twice": lambda rows: [rows[0], *rows],
    "header as the last row": lambda rows: [*rows, rows[0]],
    "no header": lambda rows: rows[1:],
    "an empty row": lambda rows: [*rows, [""] * len(rows[0])],
    "a column more": lambda rows: [[*row, "x"] for row in rows],
    "columns swapped": lambda rows: [[*row[:-2], row[-1], row[-2]] for row in rows],
    "names of columns swapped": lambda rows: [[*rows[0][:-2], rows[0][-1], rows[0][-2]], *rows[1:]],
    "a short row": lambda rows: [*rows[:-1], rows[-1][:-1]],
    "a long row": lambda rows: [*rows[:-1], [*rows[-1], "x"]],
    "a space before the last cell": lambda rows: [*rows[:-1], [*rows[-1][:-1], f" {rows[-1][-1]}"]],
    "another document": lambda rows: [*rows[:-1], ["zz", *rows[-1][1:]]],
    "wide digits": lambda rows: [rows[0], *[[_wide(cell) for cell in row] for row in rows[1:]]],
    "in capitals": lambda rows: [rows[0], *[[cell.upper() for cell in row] for row in rows[1:]]],
}


def _wide(cell: str) -> str:
    return cell.translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})


def more_tamperings(whole: Path) -> dict[str, Tampering]:
    """Return the ways by what they do; a way that would change nothing of this run is left out."""
    return dict([*_of_bytes(whole), *_of_rows(whole), *_of_places(whole), *_of_lists(), *_of_parts(whole)])


def _files(whole: Path) -> list[str]:
    found = (path for path in whole.rglob("*") if path.is_file() and path.name != "lock")
    return sorted(path.relative_to(whole).as_posix() for path in found)


def _of_bytes(whole: Path) -> Iterator[tuple[str, Tampering]]:
    for name in _files(whole):
        data = (whole / name).read_bytes()
        for what, change in BYTES.items():
            if change(data) != data:
                yield f"{name} {what}", _changed(name, change, forged=False)
                if not name.startswith(".parts") and name not in ("manifest.json", "datapackage.json"):
                    yield f"{name} {what}, forged", _changed(name, change, forged=True)


def _changed(name: str, change: Change, *, forged: bool) -> Tampering:
    def tamper(run: Path) -> None:
        (run / name).write_bytes(change((run / name).read_bytes()))
        if forged:
            forge(run)

    return tamper


def _of_rows(whole: Path) -> Iterator[tuple[str, Tampering]]:
    for path in sorted((whole / "tables").glob("*.csv")):
        rows = _read(path)
        for what, change in ROWS.items():
            if len(rows) > 2 and change([[*row] for row in rows]) != rows:
                yield f"rows of {path.stem}: {what}", _rows_changed(path.stem, change)


def _read(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _rows_changed(name: str, change: Callable[[Rows], Rows]) -> Tampering:
    def tamper(run: Path) -> None:
        path, made = run / "tables" / f"{name}.csv", io.StringIO(newline="")
        rows = change(_read(path))
        csv.writer(made, lineterminator="\n").writerows(rows)
        path.write_bytes(made.getvalue().encode())
        forge(run, name, len(rows) - 1)

    return tamper


def _of_places(whole: Path) -> Iterator[tuple[str, Tampering]]:
    """A file is another's, a link, a folder, or one too many."""
    names = [name for name in _files(whole) if not name.startswith(".parts")]
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        if (whole / name).read_bytes() != (whole / other).read_bytes():
            yield f"{name} a hard link to {other}", _linked(name, other)
            yield f"{name} and {other} swapped", _swapped(name, other)
        yield f"{name} a folder", _foldered(name)
        yield f"{name} a link to nowhere", _dangling(name)
    for name in (
        "text/sub/a.txt",
        "text/.a.txt",
        "tables/a",
        "tables/documents/a/new.csv",
        "tables/A.CSV",
        "text/a.txt.bak",
    ):
        yield f"added {name}", _added(name)


def _linked(name: str, other: str) -> Tampering:
    return lambda run: ((run / name).unlink(), os.link(run / other, run / name))


def _swapped(name: str, other: str) -> Tampering:
    def tamper(run: Path) -> None:
        one, two = (run / name).read_bytes(), (run / other).read_bytes()
        (run / name).write_bytes(two)
        (run / other).write_bytes(one)

    return tamper


def _foldered(name: str) -> Tampering:
    return lambda run: ((run / name).unlink(), (run / name).mkdir())


def _dangling(name: str) -> Tampering:
    return lambda run: ((run / name).unlink(), (run / name).symlink_to("/nowhere"))


def _added(name: str) -> Tampering:
    def tamper(run: Path) -> None:
        (run / name).parent.mkdir(parents=True, exist_ok=True)
        (run / name).write_bytes(b"x\n")

    return tamper


def _of_lists() -> Iterator[tuple[str, Tampering]]:
    """The manifest says something else, each list and hash, in ways that JSON allows."""

    def edited(edit: Callable[[dict], object]) -> Tampering:  # type: ignore[type-arg]
        def tamper(run: Path) -> None:
            content = json.loads((run / "manifest.json").read_bytes())
            edit(content)
            (run / "manifest.json").write_text(json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n")

        return tamper

    first = lambda content, key: sorted(content[key])[0]  # noqa: E731
    yield "an input's path leads out", edited(lambda c: c["inputs"][0].update(path="../a.txt"))
    yield "two inputs change their hashes", edited(_hashes_swapped)
    yield "two inputs change their paths", edited(_paths_swapped)
    yield "an input without its hash", edited(lambda c: c["inputs"][0].update(sha256=""))
    yield (
        "a hash in capitals",
        edited(lambda c: c["files"].update({first(c, "files"): c["files"][first(c, "files")].upper()})),
    )
    yield "a hash of another length", edited(lambda c: c["files"].update({first(c, "files"): "0"}))
    yield "a file is not named", edited(lambda c: c["files"].pop(first(c, "files")))
    yield "a lexicon is not named", edited(lambda c: c["lexicons"].pop(first(c, "lexicons")))
    yield "a lexicon more", edited(lambda c: c["lexicons"].update({"zz.tsv": "0"}))
    yield "a version changed", edited(lambda c: c["versions"].update(hakusho="0"))
    yield "a version more", edited(lambda c: c["versions"].update(zz="0"))
    yield "a count too high", edited(lambda c: c["rows"].update(mentions=c["rows"]["mentions"] + 1))
    yield "a table more", edited(lambda c: c["rows"].update(zz=0))
    yield "a table is not counted", edited(lambda c: c["rows"].pop("events"))
    yield "one failure less", edited(lambda c: c.update(failures=c["failures"] - 1))
    yield "made by machine", edited(lambda c: c.update(by_machine=["mentions"]))
    yield "no format", edited(lambda c: c.update(formats=[]))
    yield "a format twice", edited(lambda c: c.update(formats=[*c["formats"], c["formats"][0]]))
    yield "other labels", edited(lambda c: c["settings"].update(labels=["ORG"]))
    yield "other limits", edited(lambda c: c["settings"]["limits"].update(pages=1))
    yield "a setting more", edited(lambda c: c["settings"].update(zz=1))
    yield (
        "a key twice",
        lambda run: _text_changed(run, lambda text: text.replace('"failures"', '"failures": 0,\n  "failures"', 1)),
    )
    yield (
        "not a number",
        lambda run: _text_changed(run, lambda text: text.replace('"mentions":', '"mentions": NaN, "zz":', 1)),
    )


def _hashes_swapped(content: dict) -> None:  # type: ignore[type-arg]
    one, two = content["inputs"][:2]
    one["sha256"], two["sha256"] = two["sha256"], one["sha256"]


def _paths_swapped(content: dict) -> None:  # type: ignore[type-arg]
    one, two = content["inputs"][:2]
    one["path"], two["path"] = two["path"], one["path"]


def _text_changed(run: Path, change: Callable[[str], str]) -> None:
    path = run / "manifest.json"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _of_parts(whole: Path) -> Iterator[tuple[str, Tampering]]:
    """What documents left of themselves: taken away, exchanged, one too many, packed anew with another row."""
    parts = sorted(path.name for path in (whole / ".parts").glob("*.zip"))
    one, two = parts[:2]
    yield "a part gone", lambda run: (run / ".parts" / one).unlink()
    yield "a part for another", lambda run: shutil.copyfile(run / ".parts" / one, run / ".parts" / two)
    yield "parts swapped", _swapped(f".parts/{one}", f".parts/{two}")
    yield "a part more", lambda run: shutil.copyfile(run / ".parts" / one, run / ".parts/zz.zip")
    yield "a file among parts", lambda run: (run / ".parts/notes.txt").write_bytes(b"x")
    for table in ("mentions.csv", "sentences.csv", "documents.csv"):
        yield (
            f"a part packed anew, {table} longer",
            lambda run, table=table: _repacked(run / ".parts" / one, table, b"x\n"),
        )
        yield (
            f"a part packed anew, {table} empty",
            lambda run, table=table: _repacked(run / ".parts" / one, table, None),
        )
    for name in ("run.json", "files.json"):
        for path in whole.rglob(name):
            relative = path.relative_to(whole).as_posix()
            yield f"{relative} gone", lambda run, relative=relative: (run / relative).unlink()


def _repacked(path: Path, table: str, more: bytes | None) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(buffer, "w") as made:
        for name in archive.namelist():
            data = archive.read(name)
            made.writestr(name, (data + more if more is not None else b"") if name == table else data)
    path.write_bytes(buffer.getvalue())
