"""What of a folder is the run's: only that is ever overwritten or removed.

A run keeps a ledger of the files that it has written or is about to write; the manifest and the parts name them too.
A file that none of them names is the user's, wherever it lies.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hakusho.files.runs import MANIFEST, PACKAGE, PARTS, Part, known_manifest, part_at, part_name
from hakusho.files.stores import Store
from hakusho.files.tables import EXCEL, SQLITE

IDENTITY = f"{PARTS}/run.json"
LEDGER = f"{PARTS}/files.json"
# A ledger or manifest of a hostile folder names nothing but what runs are made of.
_OF_RUNS = re.compile(
    rf"(?:text/[^/]+\.txt|tables/[^/]+\.(?:csv|parquet)|tables/documents/[^/]+/[^/]+\.csv|{re.escape(PARTS)}/[^/]+\.zip)"
    rf"|{'|'.join(map(re.escape, (MANIFEST, PACKAGE, SQLITE, EXCEL, IDENTITY, LEDGER)))}"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a folder: the identity of its run (None without one), the run's files, its intact parts by id."""

    identity: dict[str, Any] | None
    owned: frozenset[str]
    parts: dict[str, Part]

    @property
    def holds_run(self) -> bool:
        """Return whether a run was begun here; a ledger alone is what is left of one that had not begun."""
        return self.identity is not None or bool(self.owned - {LEDGER})


def survey(store: Store, *, parts: bool = True) -> Found:
    """Look a folder through; without `parts` only the files that speak for the whole run."""
    identity, ledger = _sealed_at(store, IDENTITY, "documents"), _sealed_at(store, LEDGER, "files")
    manifest = known_manifest(store)
    named: set[str] = set()
    if ledger is not None:
        named |= {LEDGER, *ledger["files"]}
    elif manifest is not None:
        named |= {LEDGER, MANIFEST, IDENTITY, *manifest["files"]}
    if identity is not None:
        named |= {LEDGER, IDENTITY, *(part_name(doc_id) for doc_id, _ in identity["documents"])}
    elif manifest is not None and named:
        identity = _identity_of(manifest)
        named |= {part_name(doc_id) for doc_id, _ in identity["documents"]}
    found: dict[str, Part] = {}
    for name in store.names(PARTS) if parts else ():
        if name.endswith(".zip") and (part := part_at(store, name)) is not None:
            found[part.doc_id] = part
            named |= {name, *part.files}
    return Found(identity, frozenset(name for name in named if is_of_runs(name)), found)


def is_of_runs(name: str) -> bool:
    """Return whether a name is that of a file that runs are made of; no other is ever looked at."""
    return bool(_OF_RUNS.fullmatch(name)) and ".." not in name.split("/")


def _sealed_at(store: Store, name: str, key: str) -> dict[str, Any] | None:
    try:
        content = unseal(store.read(name))
    except OSError:
        return None
    return content if content is not None and key in content else None


def _identity_of(manifest: Mapping[str, Any]) -> dict[str, Any]:
    documents = [[item["doc_id"], item["path"]] for item in manifest["inputs"]]
    return {"documents": documents, "settings": manifest.get("settings"), "formats": manifest.get("formats")}


def ledger_bytes(names: Iterable[str], told: Mapping[str, str] | None = None) -> bytes:
    """Return the content of the ledger that names these files; `told` are hashes that no part holds."""
    return sealed({"files": sorted(names)} | ({"told": dict(told)} if told else {}))


def sealed(content: Mapping[str, object]) -> bytes:
    """Return a mapping as JSON that tells when a byte of it has changed."""
    body = json.dumps(content, sort_keys=True).encode()
    whole = {**content, "sha256": hashlib.sha256(body).hexdigest()}
    return (json.dumps(whole, indent=1, sort_keys=True) + "\n").encode()


def unseal(data: bytes) -> dict[str, Any] | None:
    """Return what `sealed` was given; None for anything else.

    >>> unseal(sealed({"files": []})), unseal(sealed({"files": []}).replace(b"[", b"[1")), unseal(b"")
    ({'files': []}, None, None)
    """
    try:
        content = json.loads(data)
        del content["sha256"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return content if isinstance(content, dict) and sealed(content) == data else None
