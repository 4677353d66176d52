"""A printed document as a web page that Chromium prints, with the gold of what a reader should find in it.

What is put on the sheet is noted in the order in which it is read: sentences, headings with their level, notes, captions,
furniture, cells. Sentences are those of the corpus' development texts and of `texts.py`.
"""

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

RAW = Path(__file__).parents[2] / "corpus/raw"
_LABELLED = re.compile(r"(?:[0-9０-９（(・●○①-⑳図表第※注　 ]|[ア-ン][　 ]|[、。])|.*[⁰¹²³⁴-⁹]")
# A line of the texts that is no longer than this heads what follows.
_HEADING = 24


@lru_cache(maxsize=1)
def pool() -> tuple[str, ...]:
    """Return the whole sentences of the development texts, without the labels of their items."""
    found: dict[str, None] = {}
    for path in sorted(RAW.glob("*.txt")):
        above = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            torn, above = len(above) > _HEADING and not above.endswith("。"), line
            for part in re.findall(r"[^。]{12,120}。", line.strip("　 ")):
                balanced = all(part.count(a) == part.count(b) for a, b in ("（）", "「」", "『』", "()"))
                if (
                    balanced
                    and not (torn and line.startswith(part))
                    and not _LABELLED.match(part)
                    and "\t" not in part
                    and "  " not in part
                ):
                    found[part] = None
    return tuple(found)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def parted(text: str) -> list[str]:
    """Return the sentences of a paragraph: up to each stop outside brackets."""
    parts, depth, begin = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "「『（(【") - (sign in "」』）)】")
        if sign in "。？！" and depth <= 0:
            parts.append(text[begin : place + 1])
            begin = place + 1
    if text[begin:].strip():
        parts.append(text[begin:])
    return parts


@dataclass
class Sheet:
    """A document being written; `gold` fields are without white space."""

    css: str
    start: int = 0
    head: str = ""
    foot: str = ""
    parts: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    # What costs nothing as a sentence: nominal items, labels.
    neutral: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    optional: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    # Sentences of a box beside the text, which may be read before it or behind it.
    anywhere: set[str] = field(default_factory=set)
    captions: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)

    def text(self, count: int) -> str:
        sentences = pool()
        chosen = [sentences[(self.start + i) % len(sentences)] for i in range(count)]
        self.start += count
        return "".join(chosen)

    def raw(self, markup: str) -> "Sheet":
        self.parts.append(markup)
        return self

    def h(self, level: int, title: str, cls: str = "", tag: str = "") -> "Sheet":
        """Add a heading; its number is part of `title`."""
        self.headings.append((level, squeezed(title)))
        name = tag or f"h{level}"
        return self.raw(f'<{name} class="{cls}">{html.escape(title)}</{name}>')

    def p(self, what: "int | str" = 3, cls: str = "", label: str = "", tag: str = "p") -> "Sheet":
        """Add a paragraph: its text, or so many sentences. `label` is printed before it, and not part of the sentence."""
        text = self.text(what) if isinstance(what, int) else what
        marks = re.compile(r"\^\[([^\]]+)\]")
        self.sentences += [squeezed(marks.sub(r"\1", part)) for part in parted(text)]
        shown = marks.sub(r"<sup>\1</sup>", html.escape(text))
        return self.raw(f'<{tag} class="{cls}">{html.escape(label)}{shown}</{tag}>')

    def free(self, count: int) -> "Sheet":
        """Add a paragraph in a box beside the text: it has no place in the order of reading."""
        before = len(self.sentences)
        self.p(count)
        self.anywhere.update(self.sentences[before:])
        return self

    def items(self, *texts: "str | int", bullet: str = "・", cls: str = "item") -> "Sheet":
        """Add items with a printed bullet; those that are sentences count as such."""
        for text in texts:
            if isinstance(text, int) or text.endswith("。"):
                self.p(text, cls, bullet)
            else:
                self.neutral.append(squeezed(text))
                self.raw(f'<p class="{cls}">{html.escape(bullet + text)}</p>')
        return self

    def line(self, text: str, cls: str = "") -> "Sheet":
        """Add what is neither a sentence nor a heading: a date, an addressee, a label."""
        self.neutral.append(squeezed(text))
        return self.raw(f'<div class="{cls}">{html.escape(text)}</div>')

    def caption(self, text: str, cls: str = "cap") -> "Sheet":
        self.captions.append(squeezed(text))
        return self.raw(f'<div class="{cls}">{html.escape(text)}</div>')

    def note(self, mark: str, text: str, cls: str = "note", sup: bool = True) -> "Sheet":
        self.notes[mark] = squeezed(text)
        shown = f"<sup>{mark}</sup>" if sup else f"{mark}　"
        return self.raw(f'<div class="{cls}">{shown}{html.escape(text)}</div>')

    def furnished(self, text: str, cls: str) -> "Sheet":
        self.furniture.append(squeezed(text))
        return self.raw(f'<div class="{cls}">{html.escape(text)}</div>')

    def table(self, rows: "list[list[str]]", cls: str = "", head: int = 1) -> "Sheet":
        self.tables.append([[squeezed(cell) for cell in row] for row in rows])
        parts = [f'<table class="{cls}">']
        for number, row in enumerate(rows):
            name = "th" if number < head else "td"
            line = "<tr>" + "".join(f"<{name}>{html.escape(cell)}</{name}>" for cell in row) + "</tr>"
            parts.append(f"<thead>{line}</thead>" if head and number == 0 else line)
        return self.raw("".join([*parts, "</table>"]))

    def page(self) -> str:
        return f'<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>&#8203;</title><style>{self.css}</style><body>{"".join(self.parts)}</body></html>'
