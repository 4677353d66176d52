"""No two documents share a file, whatever their names hold."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from hakusho.files.names import folded, safe_name

CHARACTERS = "aAbBfﬀK\u212aßがか\u3099ガ:/?\\._- \0\r0123456789é"
NAMES = st.one_of(
    st.text(max_size=12),
    st.text(CHARACTERS, max_size=8),
    st.builds(lambda name, times: name * times, st.text(CHARACTERS, min_size=1, max_size=3), st.integers(1, 200)),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two names; often the second is the file of the first, in another case or form of Unicode."""
    first = draw(NAMES)
    made = [
        safe_name(first),
        safe_name(first).upper(),
        unicodedata.normalize("NFD", safe_name(first)),
        first + " ",
        f".{first}",
    ]
    return first, draw(st.one_of(NAMES, st.sampled_from(made)))


@given(pairs())
@example(("a:b", "a_b-6783a31e"))
@example(("a:b", "A_B-6783A31E"))
@example(("x", "x-6783a3ﬀ"))
def test_two_names_have_two_files(pair: tuple[str, str]) -> None:
    first, second = pair
    if first != second:
        assert safe_name(first) != safe_name(second)
    if folded(first) != folded(second):
        assert folded(safe_name(first)) != folded(safe_name(second))


@given(NAMES)
def test_a_file_name_is_one(name: str) -> None:
    made = safe_name(name)
    assert made not in ("", ".", "..")
    assert not set(made) & set('/\\:*?"<>|\0\r\n')
    assert not made.startswith(".")
    assert len(f"{made}.txt".encode()) < 255
