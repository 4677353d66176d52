"""What is known of the text around names of bodies: what `grammar.py` and `head_policies.py` look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hakusho.recognise.organisations.name_runs import NameRuns
from hakusho.text.anchors import AnchoredLines
from hakusho.text.matching import Hit


@dataclass(frozen=True, slots=True)
class Head:
    """A word that names of bodies end in; `not_before` are the characters that make another word of it."""

    word: str
    kind: str
    not_before: str


@dataclass(frozen=True, slots=True)
class NameContext:
    """What is known of the text around names: where dates end, where countries and known bodies begin and end.

    `body_starts` maps where a known body begins to where the longest that begins there ends; `sought` seeks patterns in
    the lines that hold a word which they need.
    """

    text: str
    runs: NameRuns
    heads: Mapping[str, Head]
    head_hits: Sequence[Hit]
    date_ends: Mapping[int, int]
    country_ends: Mapping[int, int]
    country_starts: Mapping[int, int]
    body_ends: Mapping[int, int]
    body_starts: Mapping[int, int]
    sought: AnchoredLines

    def country_before(self, offset: int) -> int | None:
        """Return where the country that ends at `offset` begins."""
        return self.country_ends.get(offset)

    def country_behind(self, offset: int, before: int) -> int | None:
        """Return where the country that begins at `offset` ends, if that is before `before`."""
        end = self.country_starts.get(offset, before)
        return end if end < before else None


@dataclass(frozen=True, slots=True)
class FoundName:
    """A span that may be a body, the rule that says so, and the head it ends in.

    `company` is False where a legal form is one of associations.
    """

    start: int
    end: int
    rule: str
    head: str = ""
    company: bool = True
