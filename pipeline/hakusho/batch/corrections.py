"""Report which of the user's corrections no longer fit anywhere."""

from collections.abc import Collection

from hakusho.batch.plan import Plan
from hakusho.files.runs import read_share
from hakusho.files.stores import Store
from hakusho.files.tables import csv_rows
from hakusho.records import UNFIT_CORRECTION
from hakusho.tabulate import SCHEMAS

_QUALITY = SCHEMAS["quality"]
_KIND, _COMMENT = (_QUALITY.names.index(name) for name in ("kind", "comment"))


def unfit_corrections(store: Store, plan: Plan, doc_ids: Collection[str]) -> tuple[str, ...]:
    """Return a line for each correction that fits nowhere in its document, which `quality` tells too."""
    corrected = sorted({correction.doc_id for correction in plan.settings.own.corrections} & {*doc_ids})
    return tuple(
        f"{doc_id}: {row[_COMMENT]}"
        for doc_id in corrected
        for name, lines in read_share(store, doc_id)
        if name == _QUALITY.name
        for row in csv_rows(lines)
        if row[_KIND] == UNFIT_CORRECTION
    )
