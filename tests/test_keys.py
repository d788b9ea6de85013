"""The keys of occurrences: they outlive edits around their sentence, and no two occurrences share one."""

import pytest

from kb.model import Document, Span
from kb.ontology import mint_key
from kb.reading.sentences import find_sentences
from tests.dating_text import ENGLISH

STORY = (
    "The ferry sank off Bergen.\n\nA harbour master said the ferry sank in fog. Nobody was hurt.\n"
    "The ferry sank off Bergen.\n"
)


def places(text: str, words: str) -> list[Span]:
    """Everywhere these words stand."""
    starts = [start for start in range(len(text)) if text.startswith(words, start)]
    return [Span(start, start + len(words)) for start in starts]


def keys(text: str, words: str = "sank") -> list[str]:
    """The key of each of these words as an event."""
    sentences = find_sentences(Document(iri="urn:x", text=text), ENGLISH)
    return [
        mint_key("event", text, sentence, trigger)
        for trigger in places(text, words)
        for sentence in sentences
        if sentence.span.covers(trigger)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fog", "rain"),
        ("A harbour master", "The master of the harbour"),
        ("The ferry sank off", "It was cold. The ferry sank off"),
        ("Bergen.", "Bergen. Ten drowned."),
        ("\n\nA", "\n\nNobody was hurt. The boat is old.\nA"),
        ("A harbour master said the ferry sank in fog.", ""),
    ],
    ids=["a word", "a phrase", "right before it", "right behind it", "a paragraph more", "a sentence less"],
)
def test_an_edit_in_other_sentences_leaves_the_keys(before: str, after: str) -> None:
    first, *_, last = keys(STORY)
    edited = keys(STORY.replace(before, after))
    assert (edited[0], edited[-1]) == (first, last)


def test_more_space_between_words_leaves_the_keys() -> None:
    line = (
        "The old ferry from Stavanger that nobody had looked after for some years sank in the fog off Bergen."
    )
    assert (
        keys(line) == keys(line.replace("nobody had", "nobody   had")) == keys(line.replace("sank", " sank"))
    )


def test_an_edit_in_its_own_sentence_gives_another_key() -> None:
    assert keys(STORY)[0] != keys(STORY.replace("Bergen", "Oslo"))[0]


@pytest.mark.parametrize(
    "text",
    [STORY, "It sank. It sank. It sank.", "The ferry sank.\n" * 3, "It sank, sank, sank and sank."],
    ids=["far apart", "in one line", "line after line", "in one sentence"],
)
def test_the_same_words_said_again_get_keys_of_their_own(text: str) -> None:
    found = keys(text)
    assert len(found) > 1
    assert len(set(found)) == len(found)


def test_words_that_overlap_themselves_have_keys_of_their_own() -> None:
    assert len(set(keys("hahaha", "haha"))) == 2


def test_kinds_have_keys_of_their_own() -> None:
    sentence = find_sentences(Document(iri="urn:x", text=STORY), ENGLISH)[0]
    trigger = places(STORY, "sank")[0]
    assert mint_key("event", STORY, sentence, trigger).startswith("event-")
    assert mint_key("event", STORY, sentence, trigger) != mint_key("statement", STORY, sentence, trigger)
