"""Runs of words that may be of one name: how far a name reaches to the left and right, as far as its words say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.records import Words

_NOUN, _PREFIX, _SUFFIX, _ADJECTIVE = rules.NOUN, rules.PREFIX, rules.SUFFIX_WORD, rules.ADJECTIVE
Sets = Mapping[str, frozenset[str]]


def word_sets(rows: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Return the words of each set of `organisation_words.tsv`."""
    sets: dict[str, set[str]] = {}
    for row in rows:
        sets.setdefault(row["set"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in sets.items()}


@dataclass(frozen=True, slots=True)
class NameRuns:
    """The words of a text as parts of names; `sets` are the words of `organisation_words.tsv` by their set."""

    text: str
    words: Words
    sets: Sets

    def shown(self, index: int) -> str:
        """Return the word at an index as the text has it."""
        return self.text[self.words.starts[index] : self.words.ends[index]]

    def pos(self, index: int) -> str:
        """Return the part of speech of the word at an index; empty for the rest of a torn one."""
        number = self.words.lexemes[index]
        return self.words.lexicon[number].pos if number >= 0 else ""

    def is_unknown(self, index: int) -> bool:
        """Return whether the analyser's dictionary lacks the word at an index."""
        lexeme = self.words.lexeme(index)
        return lexeme is not None and lexeme.unknown

    def spelt(self, start: int, end: int) -> list[str]:
        """Return the words of [start, end), those at its edges as far as they lie in it."""
        words = range(self.words.word_at(start), self.words.word_at(end - 1) + 1)
        edges = ((max(start, self.words.starts[i]), min(end, self.words.ends[i])) for i in words)
        return [self.text[first:last] for first, last in edges]

    def is_of_name(self, index: int) -> bool:
        """Return whether a word may be one of a name: a noun, or what is joined to nouns."""
        pos = self.pos(index)
        if self.shown(index) in self.sets["stem"] and pos.startswith(rules.VERB):
            return True
        if not pos.startswith((_NOUN, _PREFIX, _SUFFIX, _ADJECTIVE)):
            return False
        return self.shown(index) not in self.sets["formal-noun"]

    def of_common_words(self, start: int, end: int) -> bool:
        """Return whether a name in katakana is made of common nouns of the dictionary: パソコン, テレビ, ユーザ."""
        if not rules.KATAKANA.match(self.text, start):
            return False
        held = range(self.words.word_at(start), self.words.word_at(end - 1) + 1)
        marks = (rules.COMMON_NOUN, rules.MARK)
        return all(self.pos(at).startswith(marks) and not self.is_unknown(at) for at in held)

    def before_chief(self, offset: int) -> bool:
        """Return whether 会 and 長 of the word 会長 divide at an offset: 東京弁護士会長 is the chief of a body."""
        index = self.words.word_at(offset)
        return self.shown(index) == rules.CHIEF and offset == self.words.starts[index] + 1

    def kana_noun_before(self, offset: int) -> int | None:
        """Return where the noun in hiragana that ends at an offset begins: みどり before 銀行, not このほど."""
        if not offset or not self.words.is_boundary(offset):
            return None
        index = self.words.word_at(offset - 1)
        kana = rules.HIRAGANA_WORD.fullmatch(self.shown(index))
        plain = self.pos(index).startswith(_NOUN) and not self.pos(index).endswith(rules.ADVERBIAL)
        return self.words.starts[index] if kana and plain and self.is_of_name(index) else None

    def kana_noun_behind(self, offset: int) -> int | None:
        """Return where the noun in hiragana that begins at an offset ends."""
        if offset >= len(self.text) or not self.words.is_boundary(offset):
            return None
        index = self.words.word_at(offset)
        kana = rules.HIRAGANA_WORD.fullmatch(self.shown(index))
        return self.words.ends[index] if kana and self.is_of_name(index) else None

    def behind_person(self, start: int, end: int) -> int | None:
        """Return where the last person's name in [start, end), or the last 旧, ends: 甲野太郎 in 甲野太郎東西市議会.

        Names that remember somebody go on: 甲野太郎記念館.
        """
        first, last = self.words.word_at(start), self.words.word_at(end - 1)
        for index in range(last - 1, first, -1):
            if self.shown(index) in self.sets["former"]:
                return self.words.ends[index]
            if not (self.pos(index).endswith(rules.GIVEN_NAME) and self.pos(index - 1).startswith(rules.PROPER)):
                continue
            if self.words.starts[index - 1] >= start and self.shown(index + 1) not in self.sets["memorial"]:
                return self.words.ends[index]
        return None


def kana_run_start(runs: NameRuns, start: int, run: "re.Pattern[str]", window: int) -> int:
    """Return where a run that reaches back to `start` begins if nouns in hiragana may be of it: みずうみAI推進協会."""
    while start > window and (before := runs.kana_noun_before(start)) is not None and before >= window:
        more = run.search(runs.text, window, before)
        start = more.start() if more else before
    return start
