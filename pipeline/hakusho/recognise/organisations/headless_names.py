"""Choose among the names without a head: of each run the span whose features weigh most, if they weigh enough."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hakusho.recognise.organisations import headless_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.features import score
from hakusho.recognise.organisations.headless import HeadlessLexicon, cues_of, offered, runs
from hakusho.recognise.organisations.headless_features import features, identifies
from hakusho.recognise.organisations.lexicon import FoundBody, ids_of
from hakusho.text.matching import Hit, Words
from hakusho.text.overlap import best_cover


def names_without_head(
    context: NameContext, lexicon: HeadlessLexicon, weak: Mapping[tuple[int, int], Hit], chosen: Sequence[FoundBody]
) -> Iterator[FoundBody]:
    """Return the names without a head that overlap none of the bodies chosen, and where else a document has them."""
    taken = _Taken(context.text, chosen)
    found = []
    for body in _weighed(context, lexicon, weak, taken):
        found.append(body)
        taken.add(body)
    yield from found
    yield from _everywhere(context, lexicon, found, taken)


class _Taken:
    """The places of a text that bodies have."""

    def __init__(self, text: str, bodies: Sequence[FoundBody]) -> None:
        self._held = bytearray(len(text))
        for body in bodies:
            self.add(body)

    def add(self, body: FoundBody) -> None:
        self._held[body.start : body.end] = b"\1" * (body.end - body.start)

    def free(self, start: int, end: int) -> bool:
        return not any(self._held[start:end])


def _weighed(
    context: NameContext, lexicon: HeadlessLexicon, weak: Mapping[tuple[int, int], Hit], taken: _Taken
) -> Iterator[FoundBody]:
    cues = cues_of(context, lexicon, weak)
    for run in runs(context, cues, lexicon.leads):
        bodies = []
        for start, end in offered(context, run):
            if taken.free(start, end):
                held = features(start, end, run, context, cues, lexicon)
                keys = ids_of(weak[start, end].key) if (start, end) in weak else ()
                weight = score(held, lexicon.weights)
                bodies.append(FoundBody(start, end, "headless", keys, features=held, score=weight))
        best = max(bodies, key=lambda body: body.score, default=None)
        if best is not None and best.score >= rules.ENOUGH:
            yield best


def _everywhere(
    context: NameContext, lexicon: HeadlessLexicon, found: Sequence[FoundBody], taken: _Taken
) -> Iterator[FoundBody]:
    """Return where a document has the names again that it is surest of."""
    text, words = context.text, context.runs.words
    sure: defaultdict[str, list[FoundBody]] = defaultdict(list)
    for body in found:
        if body.score >= rules.ENOUGH_EVERYWHERE and not body.keys:
            sure[text[body.start : body.end]].append(body)
    names = [name for name, bodies in sure.items() if len(name) >= rules.SHORTEST_EVERYWHERE and _is_sure(bodies)]
    places = Words(names).find(text) if names else ()
    again = (
        FoundBody(start, end, "headless-again")
        for _, start, end in places
        if words.is_boundary(start)
        and words.is_boundary(end)
        and taken.free(start, end)
        and not _goes_on(text, start, end)
        and not lexicon.denied.match(text, end)
    )
    yield from best_cover(again)


def _is_sure(bodies: Sequence[FoundBody]) -> bool:
    return len(bodies) >= rules.OFTEN or any(map(identifies, bodies[0].features))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Return whether a name is part of a longer one in letters: ピアソン in ピアソン・カレッジ."""
    left = rules.LETTER.match(text[start - 1 : start]) or text[start - 1 : start] in rules.JOINTS
    right = rules.LETTER.match(text[end : end + 1]) or text[end : end + 1] in rules.JOINTS
    return bool(start and left) or bool(end < len(text) and right)
