"""The title of a Word file: what its properties say, else the line that stands in the middle above its text."""

from typing import Any

from hakusho.read import office_rules as rules
from hakusho.read.packages import Package, child, value

_CORE = "docProps/core.xml"


def said_title(package: Package) -> str:
    """Return the title that a file's properties give; not those that programs put there."""
    if not package.has(_CORE):
        return ""
    title = next((" ".join((found.text or "").split()) for found in package.xml(_CORE).iter("{*}title")), "")
    return "" if len(title) < rules.SHORTEST_TITLE or rules.NO_TITLE.search(title) else title


class TitleLines:
    """The lines above the first sentence of a text, as candidates for its title."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []
        self._open = True

    def take(self, paragraph: Any, text: str) -> None:
        """Look at the next paragraph of a text."""
        if not self._open or not text:
            return
        if text.endswith(rules.STOP) or len(self._lines) >= rules.MOST_LINES_ABOVE:
            self._open = False
            return
        aligned = child(paragraph, "pPr", "jc")
        self._lines.append((" ".join(text.split("\n")), value(aligned) if aligned is not None else ""))

    def best(self) -> str:
        """Return the first line in the middle that is no date, number or mark of a draft; empty where there is none."""
        middle = (text for text, aligned in self._lines if aligned == "center")
        return next((text for text in middle if len(text) > 3 and not rules.LETTER_HEAD.fullmatch(text)), "")
