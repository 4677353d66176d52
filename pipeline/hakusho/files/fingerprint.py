"""What the bytes of a run depend on besides its inputs: our code and lexicons, and the libraries under them."""

import hashlib
import platform
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

# Libraries that decide what is found or how it is written.
_LIBRARIES = ("charset-normalizer", "lxml", "pandas", "pyahocorasick", "pyarrow", "pypdfium2")


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Give the version of hakusho, of Python and of each library that matters, and a hash of our own code."""
    found = {
        "hakusho": metadata.version("hakusho"),
        "code": _code(),
        "python": ".".join(platform.python_version_tuple()[:2]),
    }
    for library in _LIBRARIES:
        try:
            found[library] = metadata.version(library)
        except metadata.PackageNotFoundError:
            continue
    return found


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
    """Give the SHA-256 of every lexicon file, by name."""
    folder = resources.files("hakusho").joinpath("lexicons")
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return {
        entry.name: hashlib.sha256(entry.read_bytes()).hexdigest() for entry in files if entry.name.endswith(".tsv")
    }
