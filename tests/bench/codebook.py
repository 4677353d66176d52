"""Write docs/codebook.md from the schemas of the tables: `make codebook`."""

from hakusho.editions.schemas import TABLES as EDITIONS
from hakusho.records import ForeignKey
from hakusho.tabulate import TABLES
from tests.bench.folders import ROOT

PATH = ROOT / "docs/codebook.md"
HEAD = """# Codebook

Made from the schemas in `pipeline/hakusho/tabulate/` by `make codebook`. Tables are CSV: UTF-8, LF, RFC 4180, a header, rows sorted.
Offsets count Unicode code points of `text/<doc_id>.txt` from 0, ends exclusive. A cell that a spreadsheet would take for
a formula begins with an apostrophe. `value` and `mod` follow `corpus/GUIDELINES.md`. Columns in **bold** are never empty; a day is
ISO 8601 in CSV and a date elsewhere ([stores.md](stores.md)).

`documents.csv`, which you may give with your documents, has the columns `doc_id` (the file's stem), `title`, `publisher`,
`published` (YYYY, YYYY-MM or YYYY-MM-DD), `url`, `series` and `edition` (a year, or as printed: 平成22年版); others are ignored.
"""

HEAD_OF_EDITIONS = """# Tables of `hakusho editions`

They stand in the folder of a comparison, one level above the run; `docs/editions.md` says what the relations mean. Rows are
in the order of the later edition.
"""


def _reference(key: ForeignKey) -> str:
    own = ", ".join(f"`{name}`" for name in key.columns)
    target = ", ".join(f"`{key.table}.{name}`" for name in key.target)
    return f"{own} → {target}."


def codebook() -> str:
    parts = [HEAD]
    for schema in (*TABLES, *EDITIONS):
        if schema is EDITIONS[0]:
            parts.append(HEAD_OF_EDITIONS)
        key = f" Key: {', '.join(f'`{name}`' for name in schema.key)}." if schema.key else ""
        references = "".join(f" {_reference(reference)}" for reference in schema.references)
        parts.append(f"## {schema.name}\n\n{schema.about}{key}{references}\n\n| column | type | holds |\n|---|---|---|")
        for column in schema.columns:
            values = f" One of {', '.join(f'`{value}`' for value in column.values if value)}." if column.values else ""
            name = f"**`{column.name}`**" if column.required else f"`{column.name}`"
            parts.append(f"| {name} | {column.kind} | {column.about.replace('|', chr(92) + '|')}{values} |")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    PATH.write_text(codebook(), encoding="utf-8")
