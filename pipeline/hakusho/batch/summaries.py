"""What a run says of itself when it is done, as lines of plain text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hakusho.batch import Summary

_COUNTED = ("sections", "sentences", "mentions", "entities", "organisations", "countries", "table_cells", "quality")


def summary_lines(summary: "Summary", out: str, skipped: Sequence[str]) -> list[str]:
    """Return the lines that a run prints; `skipped` are files that are no documents."""
    if summary.confirmed:
        return [f"{summary.documents} documents: nothing to do, {out} is complete."]
    kept = f" ({summary.kept} done before)" if summary.kept else ""
    lines = [f"{summary.documents} documents{kept}, {len(summary.failures)} failed"]
    lines += [f"  {name:<14}{summary.rows[name]:>9,}" for name in _COUNTED]
    lines.append(f"tables in {out}/tables")
    if skipped:
        lines.append(f"{len(skipped)} files are no documents and were left out, such as {skipped[0]}")
    return lines
