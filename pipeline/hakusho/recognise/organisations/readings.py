"""Names of known bodies in kana, as encyclopaedias, glossaries and texts in easy Japanese give them: もんぶしょう."""

from collections.abc import Iterator

from hakusho.recognise.organisations import reading_rules as rules
from hakusho.recognise.organisations.lexicon import FoundBody, ids_of
from hakusho.text.matching import Gazetteer, Hit


def names_in_kana(text: str, readings: Gazetteer) -> Iterator[FoundBody]:
    """Return the readings of known names that stand apart from other words."""
    for hit in readings.find(text):
        if _stands(text, hit):
            yield FoundBody(hit.start, hit.end, "reading", ids_of(hit.key))


def _stands(text: str, hit: Hit) -> bool:
    length, before = hit.end - hit.start, text[hit.start - 1 : hit.start]
    if length < rules.LONG:
        opened = rules.APART_BEFORE.search(text, max(0, hit.start - 2), hit.start)
        return bool(opened and rules.APART_BEHIND.match(text, hit.end))
    particle = length >= rules.VERY_LONG and bool(rules.PARTICLE_BEFORE.match(before))
    return (particle or not rules.LETTER.match(before)) and bool(rules.BEHIND.match(text, hit.end))
