"""What changed between two runs: mentions gained, lost, and changed, with the rule after each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hakusho.records import Annotation


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is None for a mention gained, `after` for one lost."""

    before: Annotation | None
    after: Annotation | None

    @property
    def kind(self) -> str:
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "changed"

    @property
    def one(self) -> Annotation:
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def rule(self) -> str:
        """The rule that made the difference: the new one, or the old one of what is lost."""
        return self.one.found_by


def differences(before: Iterable[Annotation], after: Iterable[Annotation]) -> list[Change]:
    """Return the changes from one run to another, by document and place; a new rule alone is not a change.

    >>> from hakusho.records import Span
    >>> old = [Annotation("a", Span(0, 3), "ORG", "総務省", "総務庁"), Annotation("a", Span(4, 6), "DATE")]
    >>> new = [Annotation("a", Span(0, 3), "ORG", "総務省", "総務省"), Annotation("a", Span(7, 9), "DATE")]
    >>> [change.kind for change in differences(old, new)]
    ['changed', 'lost', 'gained']
    """
    left = {(m.doc_id, m.span, m.label): m for m in before}
    right = {(m.doc_id, m.span, m.label): m for m in after}
    changes = []
    for key in sorted(left.keys() | right.keys()):
        one, two = left.get(key), right.get(key)
        if one is None or two is None or one.value != two.value:
            changes.append(Change(one, two))
    return changes


def counts_by_rule(changes: Iterable[Change]) -> dict[str, Counter[str]]:
    """Count the kinds of change of each rule."""
    found: dict[str, Counter[str]] = {}
    for change in changes:
        found.setdefault(change.rule, Counter())[change.kind] += 1
    return dict(sorted(found.items()))
