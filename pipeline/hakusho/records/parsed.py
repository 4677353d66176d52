"""What a parser gives: the words of a sentence with what each depends on."""

from dataclasses import dataclass

from hakusho.records.spans import Span


@dataclass(frozen=True, slots=True)
class ParsedToken:
    """A word in the parser's units. `head` counts the words of the sentence from 1, 0 for the root.

    `bunsetu` is B where a bunsetu begins, else I; `ent` a name in IOB2 (B-Company), empty for none.
    """

    span: Span
    surface: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    bunsetu: str
    ent: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its words in order."""

    sentence_id: str
    tokens: tuple[ParsedToken, ...]
