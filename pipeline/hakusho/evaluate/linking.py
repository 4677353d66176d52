"""Whether mentions of one body were linked: pairwise, B-cubed and LEA over clusters of mentions.

Gold clusters are mentions of one document with one value, predicted ones those with one entity. A mention is known by
its span; one that only one side has stays in its cluster there and lowers the other side's figure.
Bagga and Baldwin 1998 (B-cubed); Moosavi and Strube 2016 (LEA).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from hakusho.records import Annotation

Cluster = frozenset[tuple[str, int, int]]


def linking(gold: Iterable[Annotation], predicted: Iterable[Annotation]) -> dict[str, dict[str, float | None]]:
    """Return precision, recall and F1 of each measure; None where there is nothing to link."""
    left, right = clusters(gold, "value"), clusters(predicted, "entity")
    measures = {"pairwise": _pairwise, "b_cubed": _b_cubed, "lea": _lea}
    return {name: _rates(*measure(left, right), *measure(right, left)) for name, measure in measures.items()}


def clusters(mentions: Iterable[Annotation], by: str) -> list[Cluster]:
    """Return the clusters of mentions of one document that share a value or entity; those without stand alone."""
    groups: dict[tuple[str, ...], set[tuple[str, int, int]]] = {}
    for mention in mentions:
        key = (mention.doc_id, mention.span.start, mention.span.end)
        name = getattr(mention, by)
        group = (mention.doc_id, name) if name not in ("", "?") else (mention.doc_id, "", str(key))
        groups.setdefault(group, set()).add(key)
    return sorted((frozenset(group) for group in groups.values()), key=sorted)


def _pairwise(own: list[Cluster], other: list[Cluster]) -> tuple[float, float]:
    """Return (links of `own` that `other` has, links of `own`)."""
    at = _cluster_of(other)
    shared = sum(_links(len(part)) for cluster in own for part in _parts(cluster, at))
    return shared, sum(_links(len(cluster)) for cluster in own)


def _b_cubed(own: list[Cluster], other: list[Cluster]) -> tuple[float, float]:
    """Return (the sum over mentions of the share of their cluster that is with them in `other`, the mentions)."""
    at = _cluster_of(other)
    hits = sum(len(part) ** 2 / len(cluster) for cluster in own for part in _parts(cluster, at))
    return hits, float(sum(len(cluster) for cluster in own))


def _lea(own: list[Cluster], other: list[Cluster]) -> tuple[float, float]:
    """Return (the sum over clusters of size times the share of links resolved, the mentions).

    A mention alone in its cluster has one link, to itself, which only one alone in `other` resolves.
    """
    at = _cluster_of(other)
    hits = 0.0
    for cluster in own:
        if len(cluster) == 1:
            (mention,) = cluster
            hits += float(mention in at and len(at[mention]) == 1)
        else:
            hits += len(cluster) * sum(_links(len(part)) for part in _parts(cluster, at)) / _links(len(cluster))
    return hits, float(sum(len(cluster) for cluster in own))


def _cluster_of(found: list[Cluster]) -> Mapping[tuple[str, int, int], Cluster]:
    return {mention: cluster for cluster in found for mention in cluster}


def _parts(cluster: Cluster, at: Mapping[tuple[str, int, int], Cluster]) -> list[Cluster]:
    """Return the parts that a cluster falls into on the other side, without the mentions that are not there."""
    return [cluster & other for other in {at[mention] for mention in cluster if mention in at}]


def _links(size: int) -> float:
    return size * (size - 1) / 2


def _rates(recalled: float, gold: float, precise: float, predicted: float) -> dict[str, Any]:
    recall = recalled / gold if gold else None
    precision = precise / predicted if predicted else None
    if precision is None or recall is None:
        return {"precision": precision, "recall": recall, "f1": None}
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
    }
