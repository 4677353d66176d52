"""What the bytes of a run depend on besides its inputs: our code and lexicons, and the libraries under them."""

import hashlib
import json
import platform
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

from hakusho.labels import label_versions

# Libraries that decide what is found or how it is written.
_LIBRARIES = (
    *("ahocorasick-rs", "charset-normalizer", "lxml", "pandas", "pyarrow", "pypdfium2"),
    *("sudachipy", "sudachidict-core"),
)
# Those that the table `parse` rests on besides.
_OF_A_PARSE = ("ginza", "ja-ginza", "spacy")


@lru_cache(maxsize=2)
def versions(parse: bool = False) -> dict[str, str]:
    """Return the version of hakusho, of Python and of each library that matters, and a hash of our own code.

    With `parse` the libraries of a parse matter too.
    """
    found = {
        "hakusho": metadata.version("hakusho"),
        "code": _code(),
        "python": ".".join(platform.python_version_tuple()[:2]),
    }
    for library in (*_LIBRARIES, *(_OF_A_PARSE if parse else ())):
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    return found | label_versions()


def _code() -> str:
    digest = hashlib.sha256()
    for file in _files(resources.files("hakusho")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and not entry.name.startswith("__"):
            found += _files(entry)
        elif entry.name.endswith((".py", ".toml")):
            found.append(entry)
    return found


@lru_cache(maxsize=1)
def lexicon_hashes() -> dict[str, str]:
    """Return the SHA-256 of every lexicon file, by name."""
    folder = resources.files("hakusho").joinpath("lexicons")
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return {
        entry.name: hashlib.sha256(entry.read_bytes()).hexdigest() for entry in files if entry.name.endswith(".tsv")
    }


def common_key(settings: Mapping[str, object], versions: Mapping[str, str], lexicons: Mapping[str, str]) -> str:
    """Return the hash of what the rows of every document of a run depend on."""
    return hashlib.sha256(_canonical([dict(settings), dict(versions), dict(lexicons)])).hexdigest()


def task_key(common: str, sha256: str, told: Mapping[str, str]) -> str:
    """Return the hash of all that a document's rows depend on; `common` is what those of all documents do."""
    return hashlib.sha256(_canonical([common, sha256, dict(told)])).hexdigest()


def _canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=True, sort_keys=True).encode()
