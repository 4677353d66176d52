"""Short forms cut from the name before their bracket: 日本経済団体連合会（経団連）, 酒造好適米（酒米）."""

from hakusho.records import Words

__all__ = ["is_clipped"]

# How many characters a name has more than its short form, at the least.
_FEWEST_CUT = 2


def is_clipped(short: str, text: str, name: tuple[int, int], words: Words) -> bool:
    """Return whether a name is cut to a short form: its characters stand in the name in order, words left out or cut.

    A part of the name as it stands is a remark (世帯加入率（世帯）), unless it cuts a word: 原子力規制委員会（規制委）.

    >>> from hakusho.flow import resources
    >>> from hakusho.text.views import View
    >>> text = "日本経済団体連合会"
    >>> words = resources().words(View(text), [((0, len(text)),)])
    >>> [is_clipped(short, text, (0, len(text)), words) for short in ("経団連", "経済団体", "連経")]
    [True, False, False]
    """
    start, end = name
    if end - start < len(short) + _FEWEST_CUT:
        return False
    whole = text.find(short, start, end)
    if whole >= 0:
        return words.is_boundary(whole) and not words.is_boundary(whole + len(short))
    rest = iter(text[start:end])
    return all(sign in rest for sign in short)
