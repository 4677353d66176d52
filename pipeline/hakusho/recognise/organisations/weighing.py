"""Choose among the proposals: at each head the one whose features weigh most, if they weigh enough."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hakusho.recognise.organisations import organisation_rules as rules
from hakusho.recognise.organisations.context import NameContext
from hakusho.recognise.organisations.features import features, score
from hakusho.recognise.organisations.lexicon import FoundBody
from hakusho.recognise.organisations.proposals import Proposal, proposals


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal with what holds of it, the sum of the weights, and the proposal that came next."""

    proposal: Proposal
    features: tuple[str, ...]
    score: int
    runner_up: "Weighed | None" = None


def weighed(context: NameContext, weights: Mapping[str, int]) -> Iterator[Weighed]:
    """Return the best proposal at each head, whatever it weighs."""
    return _best(proposals(context), context, weights)


def _best(offers: Iterable[list[Proposal]], context: NameContext, weights: Mapping[str, int]) -> Iterator[Weighed]:
    for offered in offers:
        ranked = [Weighed(p, held := features(p, context), score(held, weights)) for p in offered]
        if ranked:
            ranked.sort(key=lambda one: (-one.score, one.proposal.start))
            best, *others = ranked
            yield Weighed(best.proposal, best.features, best.score, others[0] if others else None)


def names_by_weight(
    context: NameContext, weights: Mapping[str, int], found: Iterable[FoundBody] = ()
) -> Iterator[Weighed]:
    """Return the proposals that weigh enough to be names, where they may be others than the bodies that are `found`."""
    offers = _beyond(found, proposals(context))
    return (one for one in _best(offers, context, weights) if one.score >= rules.ENOUGH)


def _beyond(found: Iterable[FoundBody], offers: Iterable[list[Proposal]]) -> Iterator[list[Proposal]]:
    """Leave out heads whose proposals all lie in a body that ends there: they tear it, or are it."""
    begins: dict[int, int] = {}
    for body in found:
        begins[body.end] = min(body.start, begins.get(body.end, body.start))
    for offered in offers:
        if any(proposal.start < begins.get(proposal.end, proposal.end) for proposal in offered):
            yield offered


def beside(found: Sequence[FoundBody], names: Iterable[Weighed], text: str) -> Iterator[FoundBody]:
    """Return the weighed names that tear none of the bodies found by other rules: those beside them or around them."""
    by_start = sorted(found, key=lambda body: body.start)
    starts = [body.start for body in by_start]
    furthest = [*accumulate((body.end for body in by_start), max)]
    for name in names:
        start, end = name.proposal.start, name.proposal.end
        first, last = bisect_right(furthest, start), bisect_right(starts, end - 1)
        near = [body for body in by_start[first:last] if body.end > start]
        if all(start <= body.start and body.end <= end for body in near) and name.score >= (
            rules.ENOUGH_AROUND if near else rules.ENOUGH
        ):
            rule = f"weighed:{name.proposal.head.kind}"
            held = (*name.features, *_beaten(name, text))
            yield FoundBody(start, end, rule, head=name.proposal.head.word, features=held, score=name.score)


def _beaten(name: Weighed, text: str) -> Iterator[str]:
    if (other := name.runner_up) is not None:
        yield f"runner-up={text[other.proposal.start : other.proposal.end]} ({other.score})"
