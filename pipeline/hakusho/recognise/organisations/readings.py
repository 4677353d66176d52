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
    before = text[hit.start - 1 : hit.start]
    particle = hit.end - hit.start >= rules.VERY_LONG and bool(rules.PARTICLE_BEFORE.match(before))
    return (particle or not rules.LETTER.match(before)) and bool(rules.BEHIND.match(text, hit.end))
