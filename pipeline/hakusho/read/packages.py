"""XML, alone or in a ZIP package (Word, Excel, EPUB): read without entities, network or trust in stated sizes."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hakusho.records import Limits
from hakusho.text.damaged import DAMAGED_ZIP

_ZIP = b"PK\x03\x04"
_SMALL = 1_000_000


class Unreadable(ValueError):
    """A file of a known format that cannot be read; the message says why."""


def parse_xml(data: bytes, name: str = "") -> Any:
    """Return the root of an XML document. Entities of its own are not resolved, nothing is fetched.

    Raises Unreadable for what is not well-formed XML, nests beyond libxml2's 256 levels, or declares entities.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    where = f" in {name}" if name else ""
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"no well-formed XML{where}: {str(error)[:200]}") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise Unreadable(f"XML that declares entities{where}")
    return root


def local(element: Any) -> str:
    """Return an element's name without its namespace; empty for what is not an element (an entity)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Any, name: str = "val") -> str:
    """Return an attribute by its name without namespace, empty where it is not."""
    for key, found in element.items():
        if key == name or key.endswith("}" + name):
            return str(found)
    return ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """Yield the children with one of some names."""
    return (child for child in element if local(child) in names)


def child(element: Any, *path: str) -> Any:
    """Return the first descendant along a path of names, or None."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


class Package:
    """The parts of a ZIP package, each read within the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open a package. Raises Unreadable where it is damaged or unpacks beyond the limits."""
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGED_ZIP as error:
            raise Unreadable(f"a damaged ZIP package ({error})") from None
        members = self._archive.infolist()
        if len(members) > limits.archive_members:
            raise Unreadable(f"{len(members)} parts, more than limits.archive_members ({limits.archive_members})")
        if sum(member.file_size for member in members) > limits.archive_bytes:
            raise Unreadable(f"its parts unpack to more than limits.archive_bytes ({limits.archive_bytes})")
        self.names = frozenset(member.filename for member in members)
        self._lower = {name.lower(): name for name in sorted(self.names)}

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises Unreadable where it is missing, damaged or packed too tightly."""
        known = name if name in self.names else self._lower.get(name.lower(), name)
        try:
            info = self._archive.getinfo(known)
            tight = info.file_size > self._limits.archive_ratio * max(1, info.compress_size)
            if info.file_size > self._limits.bytes or (tight and info.file_size > _SMALL):
                raise Unreadable(f"{name} unpacks to {info.file_size} bytes: no document packs so well")
            # No more is unpacked than the header says, so that one that lies cannot fill the memory.
            data = self._archive.read(info)
        except DAMAGED_ZIP as error:
            if isinstance(error, Unreadable):
                raise
            raise Unreadable(f"{name} cannot be read ({error})") from None
        return data

    def has(self, name: str) -> bool:
        return name.lower() in self._lower

    def xml(self, name: str) -> Any:
        """Return the root of a part."""
        return parse_xml(self.read(name), name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return id → (type's last word, part pointed to) of a part of an Office package, without links outside."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if not self.has(rels):
            return {}
        found = {}
        for relation in children(self.xml(rels), "Relationship"):
            target = relation.get("Target") or ""
            if (relation.get("TargetMode") or "") != "External":
                kind = (relation.get("Type") or "").rpartition("/")[2]
                found[relation.get("Id") or ""] = kind, resolve(folder, target)
        return found


def resolve(folder: str, target: str) -> str:
    """Return the name of a part as another in `folder` points to it.

    >>> resolve("word", "../docProps/core.xml"), resolve("word", "/word/styles.xml")
    ('docProps/core.xml', 'word/styles.xml')
    """
    path = target[1:] if target.startswith("/") else f"{folder}/{target}" if folder else target
    parts: list[str] = []
    for step in path.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)


def package_kind(data: bytes) -> str:
    """Return what a ZIP file holds: word, excel, powerpoint, epub, opendocument, zip; empty for no ZIP file."""
    if not data.startswith(_ZIP):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()[:50_000]}
    except DAMAGED_ZIP:
        return "zip"
    for kind, folder in (("word", "word/"), ("excel", "xl/"), ("powerpoint", "ppt/")):
        if "[content_types].xml" in names and any(name.startswith(folder) for name in names):
            return kind
    if "meta-inf/container.xml" in names:
        return "epub"
    return "opendocument" if "content.xml" in names and "mimetype" in names else "zip"
