"""Short forms cut from the name before their bracket: 日本経済団体連合会（経団連）, 酒造好適米（酒米）."""

from hakusho.define import definition_rules as rules
from hakusho.records import Words

__all__ = ["is_clipped"]

# How many characters a name has more than its short form, at the least.
_FEWEST_CUT = 2
# The end of a word that is a word of its own: 委員|会.
_SUFFIX = 1


def is_clipped(short: str, text: str, name: tuple[int, int], words: Words) -> bool:
    """Return whether a name is cut to a short form: its characters stand in the name in order, words left out or cut.

    A part of the name as it stands is a remark (加入率（加入）), unless it cuts the last word (規制委員会（規制委）).
    So is one member of a list (卸売・小売業（卸売業）).

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "日本経済団体連合会"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> [is_clipped(short, text, (0, len(text)), words) for short in ("経団連", "経済団体", "連経")]
    [True, False, False]
    """
    start, end = name
    if end - start < len(short) + _FEWEST_CUT or _is_first_of_list(short, text[start:end]):
        return False
    whole = text.find(short, start, end)
    if whole >= 0:
        cut = range(whole + len(short), max(end - _SUFFIX, whole + len(short) + 1))
        return whole + len(short) < end and words.is_boundary(whole) and not any(map(words.is_boundary, cut))
    rest = iter(text[start:end])
    return all(sign in rest for sign in short)


def _is_first_of_list(short: str, name: str) -> bool:
    """Return whether a short form is the first member of a list with the end that all members share."""
    first, *others = name.split(rules.LIST_DOT)
    shared = short.removeprefix(first)
    return bool(others) and shared != short and name.endswith(shared)
