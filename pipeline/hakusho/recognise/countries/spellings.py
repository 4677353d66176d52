"""The spellings of a name in katakana that the lexicon need not list."""

import re
from collections.abc import Iterator
from itertools import product

from hakusho.recognise.countries import spelling_rules as rules

_KATAKANA = re.compile(rules.KATAKANA)
_WITH_YA = re.compile(f"(?<=[{rules.I_ROW}]){rules.A}$")


def respellings(name: str) -> set[str]:
    """Return the other spellings of a katakana name; none of another.

    >>> sorted(respellings("ベトナム"))
    ['べトナム', 'ヴェトナム', 'ヴエトナム', 'ヹトナム']
    >>> respellings("日本")
    set()
    """
    if len(name) < rules.SHORTEST or not _KATAKANA.fullmatch(name):
        return set()
    found = set()
    for spelling in _with_v(name):
        found |= {spelling, spelling.translate(rules.LARGE), _old_v(spelling)}
    found |= {name.translate(table) for table in (rules.HIRAGANA, rules.DASHED)}
    found.add(_WITH_YA.sub(rules.YA, name))
    return {spelling for spelling in found if spelling != name}


def _with_v(name: str) -> Iterator[str]:
    places = [at for at, character in enumerate(name) if character in rules.V_ROW]
    if len(places) > rules.MOST_OF_ROW:
        yield name
        return
    choices = [(c, *rules.V_ROW[c]) if at in places else (c,) for at, c in enumerate(name)]
    yield from ("".join(made) for made in product(*choices))


def _old_v(spelling: str) -> str:
    for new, old in rules.OLD_V.items():
        spelling = spelling.replace(new, old)
    return spelling
