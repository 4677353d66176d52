"""Word by word: what was put in place of what in a paragraph that was updated or reworded."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from hakusho.editions.alignment_rules import LARGEST

# Runs of one script, which is what a reader sees change; hiragana by the letter, since it is where words meet.
_WORD = re.compile(r"\d+(?:[.,．，]\d+)*|[ァ-ヺー]+|[A-Za-zＡ-Ｚａ-ｚ]+|[\u3400-\u9fff々〇]+|\s+|.", re.DOTALL)
_SHOWN = ("updated", "reworded")


def word_diff(old: str, new: str) -> list[tuple[str, str]]:
    """Return the pieces of two texts in order, (old, new) each: equal where nothing changed, one side empty where
    something was added or dropped.

    >>> word_diff("第3回会合を2019年に開催", "第4回会合を2020年に開催した")
    [('第', '第'), ('3', '4'), ('回会合を', '回会合を'), ('2019', '2020'), ('年に開催', '年に開催'), ('', 'した')]
    """
    one, other = _WORD.findall(old), _WORD.findall(new)
    if len(one) * len(other) > LARGEST:
        return [(old, new)]
    codes = Indel.opcodes([_folded(word) for word in one], [_folded(word) for word in other])
    pieces: list[tuple[str, str, bool]] = []
    for code in codes:
        before = "".join(one[code.src_start : code.src_end])
        after = "".join(other[code.dest_start : code.dest_end])
        is_equal = code.tag == "equal"
        if pieces and not pieces[-1][2] and not is_equal:
            before, after = pieces[-1][0] + before, pieces[-1][1] + after
            pieces.pop()
        pieces.append((before, after, is_equal))
    return [(before, after) for before, after, _ in pieces]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word)


def marked_diff(old: str, new: str) -> str:
    """Return the new text with what changed in marks: [-dropped-]{+added+}.

    >>> marked_diff("議論した。", "協議した。")
    '[-議論-]{+協議+}した。'
    """
    return "".join(_marked(before, after) for before, after in word_diff(old, new))


def _marked(before: str, after: str) -> str:
    if _folded(before) == _folded(after):
        return after
    return (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")


def diff_lines(rows: Sequence[Mapping[str, str]], text_of: Callable[[str], str]) -> Iterator[str]:
    """Return, for each updated or reworded row of paragraph_alignment, a line that says which it is, and its diff.

    `text_of` returns the text of a document of the run.
    """
    for row in rows:
        if row["relation"] in _SHOWN:
            old = text_of(row["old_doc"])[int(row["old_start"]) : int(row["old_end"])]
            new = text_of(row["new_doc"])[int(row["new_start"]) : int(row["new_end"])]
            places = (f"{row[f'{side}_doc']} {row[f'{side}_start']}-{row[f'{side}_end']}" for side in ("old", "new"))
            yield f"{row['relation']}  {'  '.join(places)}  {row['similarity']}"
            yield f"  {' '.join(marked_diff(old, new).split())}"
