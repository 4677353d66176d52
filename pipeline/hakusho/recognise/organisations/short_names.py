"""Names that a document shortens without saying so: 東西大 after 東西大学, 甲野市教委 after its 教育委員会."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hakusho.recognise.organisations import short_name_rules as rules
from hakusho.recognise.organisations.aliases import Alias, later_uses
from hakusho.recognise.organisations.lexicon import FoundBody
from hakusho.text.names import without_legal_form


def shortened_names(text: str, chosen: Sequence[FoundBody]) -> Iterator[FoundBody]:
    """Return where a body of the document stands by its name with a shortened last word, behind its full name."""
    for start, end, body in later_uses(text, [*_aliases(text, chosen)]):
        if not text.startswith(rules.GOES_ON, end):
            yield FoundBody(start, end, "shortened", body=body)


def _aliases(text: str, chosen: Sequence[FoundBody]) -> Iterator[Alias]:
    seen = set()
    for body in chosen:
        if body.body is not None or (name := without_legal_form(text[body.start : body.end])) in seen:
            continue
        seen.add(name)
        if first := rules.FIRST_OF_FIRM.match(name):
            yield Alias(first["first"] + rules.COMPANY, body.start, (body.start, body.end))
        for word, forms in rules.SHORTENED.items():
            left = name.removesuffix(word)
            if left != name and len(left) >= rules.SHORTEST_LEFT:
                yield from (Alias(left + form, body.start, (body.start, body.end)) for form in forms)


def units_of_short_names(text: str, chosen: Sequence[FoundBody]) -> Iterator[FoundBody]:
    """Return the sections that stand behind a short name or 同庁 as one name: 当庁生活安全局情報技術犯罪対策課."""
    for body in chosen:
        if body.body is not None and (unit := rules.UNIT_BEHIND.match(text, body.end)):
            whole = without_legal_form(text[slice(*body.body)]) + unit.group()
            yield replace(body, end=unit.end(), rule="unit", body=None, whole=whole)
