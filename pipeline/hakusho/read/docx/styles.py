"""Paragraph styles of a Word file: which are headings, captions and lists, whatever they are called."""

from dataclasses import dataclass
from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.packages import child, children, value

_BODY_LEVEL = 9
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style, or a paragraph over its style, says: `level` 1 to 9 of a heading (0: none), its list."""

    name: str = ""
    level: int | None = None
    number: str | None = None
    depth: int | None = None
    hidden: bool = False


class Styles:
    """The styles of a document, with what each takes from the one it is based on."""

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._made: dict[str, Style] = {}
        self.default = ""
        for element in children(root, "style") if root is not None else ():
            if value(element, "type") in ("paragraph", "character", ""):
                self._elements[value(element, "styleId")] = element
                if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                    self.default = value(element, "styleId")

    def of(self, style_id: str) -> Style:
        """Return a style with all that it inherits."""
        if style_id in self._made:
            return self._made[style_id]
        chain: list[str] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(chain) < _DEEPEST:
            seen.add(style_id)
            chain.append(style_id)
            based = child(self._elements[style_id], "basedOn")
            style_id = value(based) if based is not None else ""
        made = Style()
        for name in reversed(chain):
            made = self._own(self._elements[name], made)
        if chain:
            self._made[chain[0]] = made
        return made

    def _own(self, element: Any, base: Style) -> Style:
        found = child(element, "name")
        name = value(found) if found is not None else ""
        properties = described(child(element, "pPr"), base)
        level = properties.level
        if (heading := rules.HEADING_STYLE.search(name)) and level is None:
            level = int(heading[1])
        hidden = base.hidden or switched(child(element, "rPr"), "vanish")
        return Style(name, level, properties.number, properties.depth, hidden)


def described(properties: Any | None, base: Style) -> Style:
    """Return what a w:pPr says over what its style says."""
    if properties is None:
        return base
    level, number, depth = base.level, base.number, base.depth
    outline = child(properties, "outlineLvl")
    if outline is not None and value(outline).isdecimal():
        found = int(value(outline))
        level = 0 if found >= _BODY_LEVEL else found + 1
    listed = child(properties, "numPr")
    if listed is not None:
        id_element, level_element = child(listed, "numId"), child(listed, "ilvl")
        number = value(id_element) if id_element is not None else number
        depth = int(value(level_element)) if level_element is not None and value(level_element).isdecimal() else depth
    return Style(base.name, level, number, depth, base.hidden)


def switched(properties: Any | None, name: str) -> bool:
    """Return whether a toggle of run or row properties is on: there, and not set to off."""
    found = child(properties, name) if properties is not None else None
    return found is not None and value(found) not in ("0", "false", "off")
