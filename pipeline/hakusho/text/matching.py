"""Find many names in one pass (Aho-Corasick), at the boundaries that their scripts have."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

_KATAKANA = re.compile("[ァ-ヴヵヶー]")
_LATIN = re.compile("[A-Za-z0-9]")
# ASEAN10か国: the number counts what follows it.
_MEMBERS = re.compile("[0-9]{1,3}(?:[かカヵヶ箇]国|加盟国|諸国|社|団体)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at [start, end) of the text searched; `key` is what it was listed under."""

    start: int
    end: int
    key: str

    @property
    def label(self) -> str:
        """Names bear no label of their own: overlaps between them are settled by length alone."""
        return ""


class Gazetteer:
    """Names with the keys they stand for; a name may stand for several, joined by `|`.

    >>> gazetteer = Gazetteer([("タイ", "THA"), ("タイ王国", "THA"), ("日本", "JPN")])
    >>> [(hit.start, hit.end, hit.key) for hit in gazetteer.find("日本とタイ王国、タイムズ")]
    [(0, 2, 'JPN'), (3, 5, 'THA'), (3, 7, 'THA')]
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for name, key in names:
            flags = (
                bool(_KATAKANA.match(name[0])),
                bool(_KATAKANA.match(name[-1])),
                bool(_LATIN.match(name[0])),
                bool(_LATIN.match(name[-1])),
            )
            self._automaton.add_word(name, (len(name), key, flags if any(flags) else None))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[Hit]:
        """Return every name in `text` that no letter of its own script runs into, in order of its end."""
        if self._empty:
            return
        for last, (length, key, flags) in self._automaton.iter(text):
            start, end = last - length + 1, last + 1
            if flags is None or _bounded(text, start, end, flags):
                yield Hit(start, end, key)


def _bounded(text: str, start: int, end: int, flags: tuple[bool, bool, bool, bool]) -> bool:
    katakana_start, katakana_end, latin_start, latin_end = flags
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before and ((katakana_start and _KATAKANA.match(before)) or (latin_start and _LATIN.match(before))):
        return False
    if after and latin_end and _LATIN.match(after):
        return bool(_MEMBERS.match(text, end))
    return not (after and katakana_end and _KATAKANA.match(after))
