"""What a run says of itself when it is done, as lines of plain text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hakusho.text.english import counted

if TYPE_CHECKING:
    from hakusho.batch import Summary

_COUNTED = ("sections", "sentences", "mentions", "entities", "organisations", "countries", "table_cells", "quality")


def summary_lines(summary: "Summary", out: str, remarks: Sequence[str]) -> list[str]:
    """Return the lines that a run prints; `remarks` are the plan's, on files that were left out or renamed."""
    if summary.confirmed:
        return [f"{counted(summary.documents, 'document')}: nothing to do, {out} is complete."]
    kept = f" ({summary.kept} done before)" if summary.kept else ""
    lines = [f"{counted(summary.documents, 'document')}{kept}, {len(summary.failures)} failed"]
    lines += [f"  {name:<14}{summary.rows[name]:>9,}" for name in _COUNTED]
    return [*lines, f"tables in {out}/tables", *remarks]
