"""The cover of overlaps is the best there is, and the same whatever the order of candidates."""

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hakusho.text.overlap import best_cover, long_names_first


@dataclass(frozen=True)
class Name:
    start: int
    end: int
    label: str = "ORG"


NAMES = st.lists(
    st.builds(lambda start, length: Name(start, start + length), st.integers(0, 12), st.integers(1, 6)), max_size=7
)


def _apart(names: tuple[Name, ...]) -> bool:
    ordered = sorted(names, key=lambda name: name.start)
    return all(one.end <= two.start for one, two in zip(ordered, ordered[1:], strict=False))


def _weight(names: tuple[Name, ...]) -> float:
    return sum(long_names_first(name) for name in names)


@given(NAMES)
def test_no_other_set_weighs_more(names: list[Name]) -> None:
    best = best_cover(names)
    assert _apart(best)
    every = (chosen for size in range(len(names) + 1) for chosen in combinations(names, size) if _apart(chosen))
    assert _weight(best) == max(map(_weight, every))


@given(NAMES, st.randoms())
def test_order_does_not_matter(names: list[Name], random) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)
    assert best_cover(shuffled) == best_cover(names)


def test_inner_labels_follow_the_one_that_holds_them() -> None:
    names = [
        Name(0, 8, "LAW"),
        Name(1, 3, "COUNTRY"),
        Name(2, 4, "COUNTRY"),
        Name(6, 10, "COUNTRY"),
        Name(9, 11, "DATE"),
    ]
    found = best_cover(names, {"LAW": frozenset({"COUNTRY"})})
    assert [(name.start, name.end) for name in found] == [(0, 8), (1, 3), (9, 11)]


def test_of_one_span_the_first_given_wins() -> None:
    assert best_cover([Name(0, 3, "DATE"), Name(0, 3, "ORG")])[0].label == "DATE"
