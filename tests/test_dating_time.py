"""How long dating takes: the time it needs grows as its text does, whatever the text repeats."""

from time import process_time

import pytest

from kb.dating import find_times
from kb.languages import load_language
from kb.model import Document, Findings
from kb.when import When

ENGLISH = load_language("en")
SHORT, TIMES = 4000, 4
"""Characters of the shorter text, and how many times as long the other is."""
ROOM = 2.5
"""Time that grows with the square is TIMES times over the ratio of the texts; the clock of a busy machine may
be wrong by this much."""


def seconds(text: str) -> float:
    """CPU time of this process to date the text as one sentence; the better of two."""
    document = Document(iri="https://example.org/table", text=text, published=When.parse("2016-06-17"))
    taken = []
    for _ in range(2):
        start = process_time()
        find_times(Findings(document, ()), ENGLISH)
        taken.append(process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    "row",
    [
        "May and ",
        "2016-",
        "Monday to ",
        "years ago ",
        "2016, ",
        "9:00-",
        "9 a.m. and ",
        "40s, ",
        "at 1730, ",
        "03/04/2016 ",
        "said on Monday the plan ",
        "two days after ",
        "the tenth of ",
        "twenty ",
    ],
)
def test_time_grows_as_the_sentence_does(row: str) -> None:
    text = row * (SHORT // len(row))
    seconds(text[: SHORT // 4])  # what is compiled on first use is not timed
    assert seconds(text * TIMES) < ROOM * TIMES * seconds(text)
