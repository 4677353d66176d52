"""Names begin and end where words do: the guard over all candidates.

A word is torn where letters stand on both sides of an edge, and the name has no more than one character of it: 会社 in
調査会社, but not 学会誌 after 情報通信学会. A candidate that tears a word at both of its ends is dropped, unless it is
`CONTRACTED`: 日 in 訪日 and 米 in 日米, whose words hold nothing but countries and their affixes. Recognisers are
stricter where they know more of their names.
"""

from hakusho.recognise.edge_rules import LETTER
from hakusho.recognise.protocol import CONTRACTED, Candidate
from hakusho.records import Words


def stands(candidate: Candidate, words: Words, text: str) -> bool:
    """Return whether a candidate begins or ends where a name may; `text` is that of the view."""
    return CONTRACTED in candidate.features or tears(words, text, candidate.start, candidate.end) < 2


def tears(words: Words, text: str, start: int, end: int) -> int:
    """Return how many words a span tears: 0 to 2."""
    return torn(words, text, start, end, start) + torn(words, text, start, end, end)


def torn(words: Words, text: str, start: int, end: int, edge: int) -> bool:
    """Return whether a span [start, end) of the view tears a word at `edge`, one of its two."""
    if words.is_boundary(edge) or not (LETTER.match(text, edge - 1) and LETTER.match(text, edge)):
        return False
    index = words.word_at(edge)
    held = min(end, words.ends[index]) - max(start, words.starts[index])
    # Where both edges lie in one word, it is torn however much the span has of it.
    return held <= 1 or (words.starts[index] < start and end < words.ends[index])
