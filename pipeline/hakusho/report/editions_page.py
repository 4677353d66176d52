"""What changed between editions, as the page shows it: from the tables of `hakusho editions`."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hakusho.editions.schemas import PARAGRAPH_RELATIONS, SECTION_RELATIONS
from hakusho.editions.worddiff import word_diff
from hakusho.errors import UsageError
from hakusho.files.lexicons import read_lexicon
from hakusho.files.run_columns import rows, rows_by_document
from hakusho.files.runs import MANIFEST, read_text
from hakusho.files.user_files import user_bytes
from hakusho.report.charts import Figure, ranking
from hakusho.report.svg import ORANGE

# Paragraphs and names that a page shows of each pair of editions; the tables hold all of them.
_MOST_PARAGRAPHS, _MOST_NEW, _MOST_NAMES, _MOST_TERMS = 150, 60, 60, 15
# A shorter new paragraph is a heading or a label.
_SHORTEST_NEW = 40
_CHANGED = ("updated", "reworded")
_CAME_OR_WENT = ("new", "dropped", "moved")
_NAMED = ("country", "organisation", "section")

Side = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """What became of a section; `shade` is 0 to 5, darker for what changed more; `above` are the sections around it."""

    relation: str
    old: str
    new: str
    above: str
    similarity: str
    shade: int


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph that changed: pieces of each side with whether they are in both."""

    relation: str
    similarity: str
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class Changes:
    """What of one kind came or went: (name, name in English or empty), as many as are shown, and how many there are."""

    kind: str
    names: list[tuple[str, str]]
    total: int


@dataclass(frozen=True, slots=True)
class Step:
    """An edition against the one before, with the page that shows it; `rising` and `falling` name its figures."""

    page: str
    series: str
    old: str
    new: str
    counts: list[tuple[str, list[tuple[str, int, int]]]]
    sections: list[SectionRow]
    paragraphs: list[ParagraphRow]
    added: list[tuple[str, str]]
    all_changed: int
    all_added: int
    changes: list[tuple[str, list[Changes]]]
    rising: str
    falling: str


class Steps:
    """The steps from edition to edition of a folder that `hakusho editions` wrote, with figures of their terms.

    Raises UsageError for a folder that is none.
    """

    def __init__(self, run: Path, folder: Path, words: Mapping[str, str]) -> None:
        self._run, self._folder, self._words = run, folder, words
        try:
            named = json.loads(user_bytes(folder / MANIFEST))["editions"]
        except (ValueError, KeyError, TypeError):
            raise UsageError(f"{folder}: holds no comparison of editions. Make one: hakusho editions {run}.") from None
        self._sections = rows_by_document(run, "sections", ("start", "number", "title", "path"))
        self._text = lru_cache(maxsize=4)(lambda doc_id: read_text(run, doc_id) or "")
        self._countries = {row["iso3"]: (row["name_ja"], row["name_en"]) for row in read_lexicon("countries")}
        self.figures: list[Figure] = []
        self._changes = [*rows(folder, "series_changes", ("series", "kind", "value", "first_edition", "last_edition"))]
        self.steps = [*self._steps(named)]

    def _steps(self, named: Sequence[Mapping[str, object]]) -> Iterator[Step]:
        sections = [*rows(self._folder, "section_alignment", _SECTION)]
        paragraphs = [*rows(self._folder, "paragraph_alignment", _PARAGRAPH)]
        for number, (old, new) in enumerate(zip(named, named[1:], strict=False)):
            if old["series"] != new["series"]:
                continue
            docs = (set(_documents(old)), set(_documents(new)))
            yield self._step(
                number,
                (str(old["edition"]), str(new["edition"]), str(new["series"])),
                [row for row in sections if _belongs(row, docs)],
                [row for row in paragraphs if _belongs(row, docs)],
            )

    def _step(
        self,
        number: int,
        names: tuple[str, str, str],
        sections: Sequence[tuple[object, ...]],
        paragraphs: Sequence[tuple[object, ...]],
    ) -> Step:
        old, new, series = names
        rising, falling = f"rising_{number + 1}", f"falling_{number + 1}"
        self._term_figures(series, new, rising, falling)
        counts = [
            ("sections_changed", _counted(sections, SECTION_RELATIONS)),
            ("paragraphs_changed", _counted(paragraphs, PARAGRAPH_RELATIONS)),
        ]
        of = Counter(str(row[2]) for row in paragraphs)
        changed = [row for row in paragraphs if row[2] in _CHANGED][:_MOST_PARAGRAPHS]
        shown = [self._section(row) for row in sections]
        added = [row for row in paragraphs if row[2] == "new" and _length(row) >= _SHORTEST_NEW][:_MOST_NEW]
        differing = [self._paragraph(row) for row in changed]
        changes = [
            ("new_things", self._names(series, 3, new)),
            ("gone_things", self._names(series, 4, old)),
        ]
        new_paragraphs = [self._new_paragraph(row) for row in added]
        page = f"editions-{number + 1}.html"
        all_changed = sum(of[relation] for relation in _CHANGED)
        told = (counts, shown, differing, new_paragraphs, all_changed, of["new"], changes)
        return Step(page, series, old, new, *told, rising, falling)

    def _names(self, series: str, column: int, edition: str) -> list[Changes]:
        """Return what was named first, or last, in an edition, kind by kind."""
        found: list[Changes] = []
        for kind in _NAMED:
            of_kind = (row for row in self._changes if row[0] == series and row[1] == kind and row[column] == edition)
            names = [*dict.fromkeys(" ".join(str(row[2]).split()) for row in of_kind)]
            if names:
                shown = [self._countries.get(name, (name, "")) for name in names[:_MOST_NAMES]]
                found.append(Changes(f"{kind}_kind", shown, len(names)))
        return found

    def _section(self, row: tuple[object, ...]) -> SectionRow:
        old_doc, new_doc, relation, old_title, new_title, similarity, old_start, new_start = row
        old, _ = self._printed(str(old_doc), old_start, str(old_title))
        new, above = self._printed(str(new_doc), new_start, str(new_title))
        # Where a section stands says something of those that came or went.
        above = above if relation in _CAME_OR_WENT else ""
        if relation in _CAME_OR_WENT and not new_doc:
            _, above = self._printed(str(old_doc), old_start, "")
        return SectionRow(str(relation), old, new, above, _figure(similarity), _shade(similarity))

    def _printed(self, doc_id: str, start: object, title: str) -> tuple[str, str]:
        """Return a section's number and title, and the titles of the sections that it lies in."""
        if not doc_id or start in ("", None):
            return title, ""
        held = self._sections.get(doc_id, [])
        at = bisect_right(held, int(str(start)), key=lambda section: int(section[0])) - 1
        if at < 0 or int(held[at][0]) != int(str(start)):
            return title, ""
        _, number, _, path = held[at]
        return f"{number} {title}".strip(), " › ".join(str(path).split(" > ")[:-1])

    def _new_paragraph(self, row: tuple[object, ...]) -> tuple[str, str]:
        """Return where a new paragraph stands, and its text."""
        doc_id, start, end = str(row[1]), int(str(row[5])), int(str(row[6]))
        held = self._sections.get(doc_id, [])
        at = bisect_right(held, start, key=lambda section: int(section[0])) - 1
        where = " › ".join(str(held[at][3]).split(" > ")) if at >= 0 else ""
        return where, "".join(self._text(doc_id)[start:end].split("\n"))

    def _paragraph(self, row: tuple[object, ...]) -> ParagraphRow:
        old_doc, new_doc, relation, old_start, old_end, new_start, new_end, similarity = row
        before = self._text(str(old_doc))[int(str(old_start)) : int(str(old_end))]
        after = self._text(str(new_doc))[int(str(new_start)) : int(str(new_end))]
        old: Side = []
        new: Side = []
        for one, other in word_diff("".join(before.split("\n")), "".join(after.split("\n"))):
            old.append((one, one == other))
            new.append((other, one == other))
        return ParagraphRow(str(relation), _figure(similarity), old, new)

    def _term_figures(self, series: str, edition: str, rising: str, falling: str) -> None:
        columns = ("series", "edition", "term", "keyness", "direction")
        found = [row for row in rows(self._folder, "series_terms", columns) if row[:2] == (series, edition) and row[3]]
        for name, direction, colour in ((rising, "rose", "#0072b2"), (falling, "fell", ORANGE)):
            terms = [(str(row[2]), float(str(row[3]))) for row in found if row[4] == direction]
            top = sorted(terms, key=lambda term: (-abs(term[1]), term[0]))[:_MOST_TERMS]
            if top:
                title = f"{self._words[name.split('_')[0]]} ({edition})"
                values = [(term, abs(keyness)) for term, keyness in top]
                self.figures.append(ranking(name, title, ("term", "keyness"), values, colour))


_SECTION = (
    *("old_doc", "new_doc", "relation", "old_title", "new_title", "similarity"),
    *("old_section_start", "new_section_start"),
)
_PARAGRAPH = ("old_doc", "new_doc", "relation", "old_start", "old_end", "new_start", "new_end", "similarity")


def _documents(edition: Mapping[str, object]) -> list[str]:
    documents = edition["documents"]
    return [str(one) for one in documents] if isinstance(documents, list) else []


def _belongs(row: tuple[object, ...], docs: tuple[set[str], set[str]]) -> bool:
    """Return whether a row is of these two editions; what is new has no older document, what is dropped no newer."""
    old, new = docs
    return (row[0] in old and row[1] in new) or (not row[0] and row[1] in new) or (row[0] in old and not row[1])


def _length(row: tuple[object, ...]) -> int:
    return int(str(row[6])) - int(str(row[5]))


def _counted(found: Sequence[tuple[object, ...]], relations: Sequence[str]) -> list[tuple[str, int, int]]:
    counts = Counter(str(row[2]) for row in found)
    most = max(counts.values(), default=1)
    return [(relation, counts[relation], min(5, 5 * counts[relation] // most)) for relation in relations]


def _figure(similarity: object) -> str:
    return f"{float(str(similarity)):.2f}" if similarity not in ("", None) else ""


def _shade(similarity: object) -> int:
    return 0 if similarity in ("", None) else round(5 * (1 - float(str(similarity))))
