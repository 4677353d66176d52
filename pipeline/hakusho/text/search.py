"""Words for a full-text index that finds what stands inside longer words: Japanese text as pairs of characters.

A trigram index finds neither 米国 nor 総務; pairs find every name of two characters and more, and a single one by its
beginning. Letters and digits of half width stay whole words.
"""

import re
import unicodedata
from operator import add

# A word of letters and digits, or a run of other characters that are not marks.
_RUNS = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")


def folded(text: str) -> str:
    """Return a text as it is indexed: of one width, in small letters.

    >>> folded("ＷＴＯ・㈱ＮＴＴ")
    'wto・(株)ntt'
    """
    return unicodedata.normalize("NFKC", text).casefold()


def search_words(text: str) -> str:
    """Return the words that a text is indexed under, in its order, joined by spaces.

    >>> search_words("総務省は、ＩＴＵに")
    '総務 務省 省は は itu に'
    """
    words: list[str] = []
    for run in _RUNS.findall(folded(text)):
        words += _words(run)
    return " ".join(words)


def search_query(text: str) -> str:
    """Return the query of SQLite's FTS5 (`WHERE search MATCH …`) that finds a text; empty where it has no words.

    >>> search_query("米国"), search_query("総務省"), search_query("省"), search_query("ＩＴＵ 勧告")
    ('"米国"', '"総務 務省"', '"省" *', '"itu" AND "勧告"')
    """
    return " AND ".join(_phrase(part) for part in folded(text).split() if _RUNS.search(part))


def _phrase(text: str) -> str:
    *before, last = map(_words, _RUNS.findall(text))
    # Only the end of a text is indexed by its last character alone; what is looked for may go on there.
    words = [word for run in before for word in run] + (last[:-1] or last)
    begins = len(last) == 1 and not last[0].isascii()
    return f'"{" ".join(words)}"' + (" *" if begins else "")


def _words(run: str) -> list[str]:
    return [run] if run.isascii() else [*map(add, run, run[1:]), run[-1]]
