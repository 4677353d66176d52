"""EPUB books: their pages in the order of the spine, read as web pages; the table of contents is navigation."""

from typing import Any

from hakusho.read.encodings import Undecodable, decode
from hakusho.read.formats import declared_charset
from hakusho.read.html import drafts_of, write
from hakusho.read.html.zones import Draft
from hakusho.read.packages import Package, Unreadable, child, children, local, resolve
from hakusho.read.pages import TextBuilder
from hakusho.records import Block, Limits, Region

_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbncx+xml")
_DRM = "META-INF/encryption.xml"


def read_epub(data: bytes, limits: Limits, inline: bool = False) -> tuple[str, tuple[Block, ...], dict[str, str]]:
    """Return (text, blocks, title and publisher and date as the book says) of an EPUB.

    Raises Unreadable for a damaged or encrypted book, or one beyond the limits.
    """
    package = Package(data, limits)
    root_file = next((f for f in package.xml("META-INF/container.xml").iter("{*}rootfile")), None)
    name = root_file.get("full-path") if root_file is not None else ""
    if not name or not package.has(name):
        raise Unreadable("an EPUB without a list of its pages")
    book = package.xml(name)
    builder = TextBuilder()
    locked = _locked(package)
    for page, is_contents in _spine(book, name.rpartition("/")[0]):
        if page in locked:
            raise Unreadable("an EPUB whose pages are encrypted")
        if package.has(page):
            _add_page(builder, package.read(page), is_contents, limits, inline)
        if sum(len(block.span) for block in builder.blocks[-1:]) > limits.characters:
            raise Unreadable("more characters than limits.characters")
    return builder.text, tuple(builder.blocks), _described(book)


def _locked(package: Package) -> set[str]:
    if not package.has(_DRM):
        return set()
    return {found.get("URI") or "" for found in package.xml(_DRM).iter("{*}CipherReference")}


def _spine(book: Any, folder: str) -> list[tuple[str, bool]]:
    """Return (part, whether it is the table of contents) of the pages in reading order."""
    manifest, spine = child(book, "manifest"), child(book, "spine")
    if manifest is None or spine is None:
        raise Unreadable("an EPUB without a list of its pages")
    items = {item.get("id"): item for item in children(manifest, "item")}
    pages = []
    for reference in children(spine, "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and (item.get("media-type") or "") in _PAGES:
            is_contents = "nav" in (item.get("properties") or "").split()
            pages.append((resolve(folder, _unquoted(item.get("href") or "")), is_contents))
    return list(dict.fromkeys(pages))


def _unquoted(address: str) -> str:
    from urllib.parse import unquote

    return unquote(address.partition("#")[0])


def _add_page(builder: TextBuilder, data: bytes, is_contents: bool, limits: Limits, inline: bool) -> None:
    try:
        text = decode(data, declared_charset(data)).text.removeprefix("\ufeff")
    except Undecodable as error:
        raise Unreadable(str(error)) from None
    drafts, regions = drafts_of(text, limits.depth, inline)
    if is_contents:
        regions = [Region.NAVIGATION if not _is_aside(draft) else draft.kind for draft in drafts]
    write(builder, drafts, regions)


def _is_aside(draft: Draft) -> bool:
    return draft.pinned


def _described(book: Any) -> dict[str, str]:
    metadata = child(book, "metadata")
    found: dict[str, str] = {}
    for element in metadata if metadata is not None else ():
        if (name := local(element)) in ("title", "publisher", "date") and name not in found:
            found[name] = " ".join("".join(element.itertext()).split())
    return found
