"""The keys of occurrences: they outlive edits elsewhere, and no two occurrences share one."""

import pytest

from kb.model import Span
from kb.ontology import KEY_REACH, mint_key

STORY = (
    "The ferry sank off Bergen.\n\nA harbour master said the ferry sank in fog.\nThe ferry sank off Bergen.\n"
)


def places(text: str, words: str) -> list[Span]:
    """Everywhere these words stand."""
    starts = [start for start in range(len(text)) if text.startswith(words, start)]
    return [Span(start, start + len(words)) for start in starts]


def keys(text: str, words: str = "sank") -> list[str]:
    """The key of each of these words as an event."""
    return [mint_key("event", text, trigger) for trigger in places(text, words)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fog", "rain"),
        ("A harbour master", "The master of the harbour"),
        ("\n\nA", "\n\nNobody was hurt. The boat is old.\nA"),
        ("A harbour master said the ferry sank in fog.\n", ""),
    ],
    ids=["a word", "a phrase", "a paragraph more", "a line less"],
)
def test_a_correction_elsewhere_leaves_the_keys(before: str, after: str) -> None:
    first, *_, last = keys(STORY)
    corrected = keys(STORY.replace(before, after))
    assert (corrected[0], corrected[-1]) == (first, last)


def test_a_correction_beyond_its_reach_on_the_same_line_leaves_a_key() -> None:
    far = f"The ferry sank off {'x' * KEY_REACH} Bergen"
    assert keys(far) == keys(far.replace("Bergen", "Oslo"))


def test_a_correction_beside_the_trigger_gives_another_key() -> None:
    assert keys(STORY)[0] != keys(STORY.replace("Bergen", "Oslo"))[0]


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "It sank. It sank. It sank.",
        "The ferry sank.\n" * 3,
        f"{'x' * 99} The ferry sank {'y' * 99}\n{'x' * 98} The ferry sank {'y' * 98}",
    ],
    ids=["far apart", "in one line", "line after line", "in lines that differ out of reach"],
)
def test_the_same_words_said_again_get_keys_of_their_own(text: str) -> None:
    found = keys(text)
    assert len(found) > 1
    assert len(set(found)) == len(found)


def test_words_that_overlap_themselves_have_keys_of_their_own() -> None:
    assert len(set(keys("hahaha", "haha"))) == 2


def test_kinds_have_keys_of_their_own() -> None:
    trigger = places(STORY, "sank")[0]
    assert mint_key("event", STORY, trigger).startswith("event-")
    assert mint_key("event", STORY, trigger) != mint_key("statement", STORY, trigger)
