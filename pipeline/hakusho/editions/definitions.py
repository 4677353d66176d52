"""Short forms that one edition defines otherwise than another."""

from collections.abc import Iterator, Mapping, Sequence

from hakusho.editions.naming import EditionName
from hakusho.editions.wording import letters
from hakusho.files.run_columns import Row


def definition_changes(acronyms: Mapping[str, Sequence[Row]], editions: Sequence[EditionName]) -> Iterator[Row]:
    """Return the rows of definition_changes: each short form against the last edition that defined it.

    `acronyms` are rows (short, ja, en) by document. What one of the two editions leaves out is not a change.
    """
    last: dict[str, tuple[str, str, str]] = {}
    for edition in editions:
        for short, (ja, en) in sorted(_defined(acronyms, edition).items()):
            name, old_ja, old_en = last.get(short, ("", "", ""))
            if name and (_differ(old_ja, ja) or _differ(old_en, en)):
                yield edition.series, short, name, edition.name, old_ja, ja, old_en, en
            last[short] = (edition.name, ja or old_ja, en or old_en)


def _defined(acronyms: Mapping[str, Sequence[Row]], edition: EditionName) -> dict[str, tuple[str, str]]:
    """Return what an edition says that each short form stands for, where it says it first."""
    told: dict[str, tuple[str, str]] = {}
    for doc_id in edition.documents:
        for short, ja, en in acronyms.get(doc_id, ()):
            told.setdefault(short, (ja, en))
    return told


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and letters(one) != letters(other)
