"""The names of a document as its reader lists them: every mention, also of pieces of the text not loaded yet."""

from collections.abc import Mapping, Sequence

from hakusho.report.data import Marked
from hakusho.report.scripts import local_id, rule_of, script_of


def names_script(text: str, mentions: Sequence[Marked], sections: Mapping[str, int]) -> str:
    """Return the script that holds a document's mentions in short: strings once, and rows of their numbers.

    `sections` are the places of the section ids in the tree. A row is the mention's id, then the numbers of its value,
    name, surface, label, status, region and rule among the strings, then its place in the tree, -1 for none.
    """
    strings: dict[str, int] = {}
    rows: list[list[object]] = []
    for mention in mentions:
        told = (
            *(mention.value, mention.name, text[mention.start : mention.end], mention.label),
            *(mention.status, mention.region, rule_of(mention.found_by)),
        )
        numbers = [strings.setdefault(word, len(strings)) for word in told]
        rows.append([local_id(mention.mention_id), *numbers, sections.get(mention.section_id, -1)])
    return f"hakusho.names({script_of([list(strings), rows])});\n"
