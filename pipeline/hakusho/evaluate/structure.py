"""Score the structural tables of a run against gold tables, row by row on the columns that identify a row."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from hakusho.records import Counts

Table = Sequence[Mapping[str, str]]

# The columns that must agree; `quality` is scored for kinds that a program can find, by place.
KEYS: dict[str, tuple[str, ...]] = {
    "sections": ("level", "number", "title"),
    "sentences": ("text",),
    "speeches": ("speaker", "role", "start", "end"),
    "footnotes": ("marker", "text", "urls"),
    "footnote_refs": ("marker", "line"),
    "figures": ("figure_id", "caption", "kind"),
    "cross_references": ("ref", "target_kind", "line"),
    "acronyms": ("short", "ja", "en"),
    "quality": ("line", "kind"),
}
SCORED_DEFECTS = frozenset(
    "foreign-script era-mismatch missing-unit broken-sentence shifted-columns duplicate-url".split()
)
# Gold of one table's rows (`oda_projects.csv`): doc_id, table_id, row, then the cells from left to right.
_PLACE = ("doc_id", "table_id", "row")


def score_rows(
    name: str, gold: Table, predicted: Table, documents: Collection[str]
) -> tuple[Counts, list[dict[str, str]]]:
    """Return the counts of a table, and a row (table, doc_id, kind, key) for each miss and each spurious row.

    Rows of other documents are left out. Rows are paired by their key columns, whatever their order.
    """
    left, right = (_keys(name, table, documents) for table in (gold, predicted))
    counts = Counts(
        correct=sum((left & right).values()),
        missing=sum((left - right).values()),
        spurious=sum((right - left).values()),
    )
    errors = [_error(name, "missed", key) for key in sorted((left - right).elements())]
    errors += [_error(name, "spurious", key) for key in sorted((right - left).elements())]
    return counts, errors


def _keys(name: str, table: Table, documents: Collection[str]) -> "Counter[tuple[str, ...]]":
    rows = (row for row in table if row["doc_id"] in documents)
    if name == "quality":
        rows = (row for row in rows if row.get("kind") in SCORED_DEFECTS)
    return Counter((row["doc_id"], *(row.get(column, "") for column in KEYS[name])) for row in rows)


def _error(name: str, kind: str, key: Sequence[str]) -> dict[str, str]:
    return {"table": name, "doc_id": key[0], "kind": kind, "key": " | ".join(key[1:])}


def is_table_gold(columns: Iterable[str]) -> bool:
    """Return whether a gold file holds the rows of one printed table."""
    return set(_PLACE) <= set(columns)


def score_cells(
    name: str, gold: Table, cells: Table, documents: Collection[str]
) -> tuple[Counts, list[dict[str, str]]]:
    """Score the rows of printed tables: `cells` is the table `table_cells`, a row counts where all its cells agree."""
    wanted = [row for row in gold if row["doc_id"] in documents]
    tables = {(row["doc_id"], row["table_id"]) for row in wanted}
    grids: dict[tuple[str, str, int], dict[int, str]] = {}
    for cell in cells:
        if (cell["doc_id"], cell["table_id"]) in tables and int(cell["row"]) > 0:
            grids.setdefault((cell["doc_id"], cell["table_id"], int(cell["row"])), {})[int(cell["column"])] = cell[
                "text"
            ]
    width = max((len(row) - len(_PLACE) for row in wanted), default=0)
    left = Counter(
        (row["doc_id"], row["table_id"], *(value for column, value in row.items() if column not in _PLACE))
        for row in wanted
    )
    right = Counter(
        (doc_id, table_id, *(row.get(i, "") for i in range(width))) for (doc_id, table_id, _), row in grids.items()
    )
    counts = Counts(
        correct=sum((left & right).values()),
        missing=sum((left - right).values()),
        spurious=sum((right - left).values()),
    )
    errors = [_error(name, "missed", key) for key in sorted((left - right).elements())]
    return counts, errors + [_error(name, "spurious", key) for key in sorted((right - left).elements())]
