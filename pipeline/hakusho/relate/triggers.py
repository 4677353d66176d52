"""Which words tell an event: the lexicon's words in verbal, passive, nominal and attributive use."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Rows = Iterable[dict[str, str]]
# How far after a trigger its negation or cancelling stands, and how far after an object its verb, in words.
_TAIL, _REACH = 8, 4


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words [first, last] of a sentence that tell an event of a type."""

    first: int
    last: int
    type: str
    lemma: str


class Triggers:
    """Finds triggers over the normalised forms of a sentence's words."""

    def __init__(self, read_lexicon: Callable[[str], Rows]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for row in read_lexicon("event_triggers"):
            words = tuple(row["lemma"].split())
            self._by_first.setdefault(words[0], []).append((words, row["type"], row["use"]))
        self.roles: dict[str, frozenset[str]] = {}
        for row in read_lexicon("event_words"):
            self.roles[row["role"]] = self.roles.get(row["role"], frozenset()) | {row["word"]}

    def find(self, forms: Sequence[str]) -> list[Trigger]:
        """Return the triggers of a sentence in order; those that are cancelled or denied are left out."""
        found = []
        for first, form in enumerate(forms):
            for words, kind, use in self._by_first.get(form, ()):
                last = first + len(words) - 1
                if tuple(forms[first : last + 1]) != words:
                    continue
                if first and f"{forms[first - 1]} {form}" in self.roles["cancel"]:
                    continue
                end = self._verb(forms, last, use)
                if end >= 0 and not self._undone(forms, end):
                    found.append(Trigger(first, end, kind, " ".join(words)))
        return _longest(found)

    def _verb(self, forms: Sequence[str], last: int, use: str) -> int:
        """Return the index of the word that makes a predicate of a trigger; -1 for none."""
        after = forms[last + 1] if last + 1 < len(forms) else ""
        if use == "verb" or (use == "nominal" and after not in self.roles["light"]):
            return last
        if use != "object" and (not after or after in self.roles["end"]):
            return last
        if use != "object" and after in self.roles["light"]:
            return last + 1
        for index in range(last + 1, min(last + _REACH, len(forms))):
            if forms[index] in self.roles["carrying"]:
                return index + (index + 1 < len(forms) and forms[index + 1] in self.roles["light"])
            if forms[index] not in self.roles["between"]:
                break
        return -1

    def _undone(self, forms: Sequence[str], end: int) -> bool:
        tail = forms[end + 1 : end + _TAIL]
        undoing = self.roles["cancel"] | self.roles["negation"] | self.roles["hypothesis"]
        # The analyser cuts some verbs in two (見 送る).
        pairs = (f"{first} {second}" for first, second in zip(tail, tail[1:], strict=False))
        return not undoing.isdisjoint((*tail, *pairs))


def _longest(found: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers that no longer one holds."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda one: (one.first, -len(one.lemma))):
        if not kept or trigger.first > kept[-1].last:
            kept.append(trigger)
    return kept
