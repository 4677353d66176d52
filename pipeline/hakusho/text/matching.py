"""Find many names in one pass (Aho-Corasick), at the boundaries that their scripts have."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

_KATAKANA = re.compile("[ァ-ヴヵヶー]")
_LATIN = re.compile("[A-Za-z0-9]")
# ASEAN10か国: the number counts what follows it.
_MEMBERS = re.compile("[0-9]{1,3}(?:[かカヵヶ箇]国|加盟国|諸国|社|団体)")
# Half of a pair is no character: the automaton takes none.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Words:
    """Words to find wherever they stand, overlapping ones too.

    >>> Words(["タイ", "タイ王国"]).find("日本とタイ王国")
    [(0, 3, 5), (1, 3, 7)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(words, store_patterns=False)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return (index of the word, start, end) of each by its end; of those that end alike the longest first."""
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            return self._automaton.find_matches_as_indexes(_LONE_SURROGATE.sub("\ufffd", text), overlapping=True)


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
        keys = dict(names)
        self._words = Words(keys)
        self._entries = [(key, _scripts(name)) for name, key in keys.items()]

    def find(self, text: str) -> Iterator[Hit]:
        """Return every name in `text` that no letter of its own script runs into, in order of its end."""
        for index, start, end in self._words.find(text):
            key, scripts = self._entries[index]
            if scripts is None or _bounded(text, start, end, scripts):
                yield Hit(start, end, key)


def _scripts(name: str) -> tuple[bool, bool, bool, bool] | None:
    """Return whether a name begins and ends in katakana, begins and ends in Latin letters; None for neither."""
    found = (
        bool(_KATAKANA.match(name[0])),
        bool(_KATAKANA.match(name[-1])),
        bool(_LATIN.match(name[0])),
        bool(_LATIN.match(name[-1])),
    )
    return found if any(found) else None


def _bounded(text: str, start: int, end: int, scripts: tuple[bool, bool, bool, bool]) -> bool:
    katakana_start, katakana_end, latin_start, latin_end = scripts
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before and ((katakana_start and _KATAKANA.match(before)) or (latin_start and _LATIN.match(before))):
        return False
    if after and latin_end and _LATIN.match(after):
        return bool(_MEMBERS.match(text, end))
    return not (after and katakana_end and _KATAKANA.match(after))
