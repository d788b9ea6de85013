"""How long dating takes: the time it needs grows as its text does, whatever the text repeats."""

from time import process_time

import pytest

from kb.dating import find_times
from kb.languages import load_language
from kb.model import Document, Findings
from kb.when import When

ENGLISH = load_language("en")
SHORT, TIMES = 3000, 6
"""Characters of the shorter text, and how many times as long the other is."""
ROOM = 1.8
"""What grows with the square takes up to TIMES times more than this allows; the clock of a busy machine may
be wrong by so much."""


def seconds(text: str) -> float:
    """CPU time of this process to date the text as one sentence."""
    findings, start = sentence(text), process_time()
    find_times(findings, ENGLISH)
    return process_time() - start


def sentence(text: str) -> Findings:
    """A document that nobody has cut into sentences."""
    return Findings(
        Document(iri="https://example.org/table", text=text, published=When.parse("2016-06-17")), ()
    )


@pytest.mark.parametrize(
    "row",
    [
        "May and ",
        "2016-",
        "Monday to ",
        "years ago ",
        "2016, ",
        "9:00-",
        "40s, ",
        "03/04/2016 ",
    ],
)
def test_time_grows_as_the_sentence_does(row: str) -> None:
    text = row * (SHORT // len(row))
    seconds(text)  # what is compiled on first use is not timed
    assert seconds(text * TIMES) < ROOM * TIMES * max(seconds(text), seconds(text))


def test_a_table_of_times_is_no_deep_recursion() -> None:
    document = Document(
        iri="https://example.org/table", text="9:00-" * 2000, published=When.parse("2016-06-17")
    )
    assert len(find_times(Findings(document, ()), ENGLISH)) > 1900
