"""Sections through many editions: how long one kept its title and place, what it was before and became."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hakusho.editions.naming import EditionName
from hakusho.editions.wording import letters
from hakusho.files.run_columns import Row

_KEPT = ("same", "moved")
_Place = tuple[str, str]


def section_changes(
    rows: Iterable[Row], titles: Mapping[_Place, str], editions: Sequence[EditionName]
) -> Iterator[Row]:
    """Return the rows of series_changes for sections, from the rows of section_alignment of a whole series.

    `titles` are those of all sections by document and start, as text. A section goes on while it keeps its title.
    """
    goes_on: dict[_Place, _Place] = {}
    before: dict[_Place, list[str]] = defaultdict(list)
    after: dict[_Place, list[str]] = defaultdict(list)
    for old_doc, new_doc, old_start, new_start, relation, old_title, new_title, *_ in rows:
        if old_start == "" or new_start == "":
            continue
        old, new = (old_doc, old_start), (new_doc, new_start)
        if relation in _KEPT and letters(old_title) == letters(new_title):
            goes_on[old] = new
        else:
            after[old].append(new_title)
            before[new].append(old_title)
    edition_of = {doc_id: edition for edition in editions for doc_id in edition.documents}
    continued = set(goes_on.values())
    for place, title in titles.items():
        if place not in continued:
            last = place
            while last in goes_on:
                last = goes_on[last]
            first_edition, last_edition = edition_of[place[0]].name, edition_of[last[0]].name
            names = (";".join(dict.fromkeys(side.get(at, []))) for side, at in ((before, place), (after, last)))
            yield editions[0].series, "section", title, first_edition, last_edition, "", *names
