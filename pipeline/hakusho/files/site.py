"""The files of a report: those that it is made from, and the folder that it is written into."""

import hashlib
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from hakusho.errors import OutputError, UsageError
from hakusho.files.explained import explained
from hakusho.files.runs import MANIFEST, PARTS

LIST = "report.json"


def asset(name: str) -> bytes:
    """Return a file of the package that reports are made from, by its name under `report/`."""
    return resources.files("hakusho").joinpath("report", *name.split("/")).read_bytes()


def write_site(out: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a report into a folder, and take away those of an earlier report that are no more.

    `report.json` lists them with their SHA-256; what it does not list is the user's, and is never overwritten or
    removed. Raises UsageError where such a file stands in the way or the folder holds a run.
    """
    if (out / MANIFEST).exists() or (out / PARTS).exists():
        raise UsageError(f"{out}: holds a run. Choose another --out for its report.")
    before = _listed(out)
    for name in sorted(files):
        if name not in before and (out / name).exists():
            raise UsageError(f"{out}/{name}: a file that no report has written. Move it away, or choose another --out.")
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    with explained(out):
        _write(out, LIST, _json(dict.fromkeys({*before, *hashes}, "")))
        for name, data in files.items():
            _write(out, name, data)
        for name in sorted(before - hashes.keys()):
            (out / name).unlink(missing_ok=True)
        _write(out, LIST, _json(hashes))


def _json(hashes: Mapping[str, str]) -> bytes:
    return (json.dumps({"files": hashes}, indent=1, sort_keys=True) + "\n").encode()


def _listed(out: Path) -> frozenset[str]:
    """Return the files of the report that is there; one that names a place outside of it is none of ours."""
    try:
        content = json.loads((out / LIST).read_bytes())
        names = [name for name in content["files"] if isinstance(name, str)]
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    inside = (name for name in names if not name.startswith("/") and ".." not in name.split("/") and "\0" not in name)
    return frozenset(name for name in inside if not (out / name).is_symlink()) | {LIST}


def _write(out: Path, name: str, data: bytes) -> None:
    target = out / name
    if target.parent.resolve() != out.resolve() and out.resolve() not in target.parent.resolve().parents:
        raise OutputError(f"{target}: leads out of {out}. Take the link away.")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    temporary.write_bytes(data)
    temporary.replace(target)
