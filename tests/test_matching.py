"""Phrases over tokens: by lemma or form, over hyphens, the longest first."""

import pytest

from kb.extracting.matching import Phrases, longest, may_open
from kb.model import Span, Token

PHRASES = Phrases([(("air",), "sky"), (("air", "strike"), "attack"), (("carry", "out"), "deed")])


def tokens_of(sentence: str) -> list[Token]:
    """Tokens at blanks; behind a stroke stands the lemma."""
    pairs = [word.partition("/") for word in sentence.split()]
    return [Token(Span(0, 1), form, lemma or form, "X") for form, _, lemma in pairs]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("air strikes/strike hit", (2, "attack")),
        ("air-strikes/air-strike hit", (1, "attack")),
        ("Air fell", (1, "sky")),
        ("carried/carry out raids", (2, "deed")),
        ("carried/carry on", None),
        ("- air strike", (3, "attack")),
        ("raids in the air", None),
    ],
)
def test_the_longest_phrase_that_begins_at_a_token_is_found(
    sentence: str, found: tuple[int, str] | None
) -> None:
    assert longest(tokens_of(sentence), 0, PHRASES) == found


@pytest.mark.parametrize(
    ("word", "opens"), [("Air", True), ("carried/carry", True), ("-", True), ("out", False)]
)
def test_a_token_that_opens_no_phrase_needs_no_look(word: str, opens: bool) -> None:
    assert may_open(tokens_of(word)[0], PHRASES.opening) is opens
