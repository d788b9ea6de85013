"""How much work dating is: it grows as the text does, whatever the text repeats."""

import sys
from types import FrameType

import pytest

from kb.dating import find_times
from kb.languages import load_language
from kb.model import Document, Findings
from kb.when import When

ENGLISH = load_language("en")
SHORT, TIMES = 3000, 6
"""Characters of the shorter text, and how many times as long the other is."""
ROOM = 1.3
"""What grows with the square needs TIMES times more calls than the text is longer."""


def calls(text: str) -> int:
    """How many functions are called, and generators resumed, to date the text as one sentence."""
    count, findings = 0, sentence(text)

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        find_times(findings, ENGLISH)
    finally:
        sys.setprofile(None)
    return count


def sentence(text: str) -> Findings:
    """A document that nobody has cut into sentences."""
    return Findings(
        Document(iri="https://example.org/table", text=text, published=When.parse("2016-06-17")), ()
    )


@pytest.mark.parametrize(
    "row",
    ["May and ", "2016-", "Monday to ", "years ago ", "2016, ", "9:00-", "40s, ", "03/04/2016 "],
)
def test_work_grows_as_the_sentence_does(row: str) -> None:
    text = row * (SHORT // len(row))
    find_times(sentence(text), ENGLISH)  # what is compiled on first use is not counted
    assert calls(text * TIMES) < ROOM * TIMES * calls(text)


def test_a_table_of_times_is_no_deep_recursion() -> None:
    assert len(find_times(sentence("9:00-" * 2000), ENGLISH)) > 1900
