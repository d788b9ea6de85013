"""What is near a place in a long text is found without reading all of it."""

from hypothesis import given
from hypothesis import strategies as st

from kb.extracting.nearby import STRETCH, Placed
from kb.model import Span

SPANS = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 4 * STRETCH),
    st.integers(1, 3 * STRETCH),
)


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=8), SPANS)
def test_what_touches_a_span_is_found_in_order_and_nothing_else(things: list[list[Span]], span: Span) -> None:
    placed = Placed(list(range(len(things))), lambda number: things[number])
    assert placed.touching(span) == [
        n for n, places in enumerate(things) if any(p.overlaps(span) for p in places)
    ]
