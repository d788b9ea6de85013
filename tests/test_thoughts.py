"""Attributions that are no sayings: thoughts, captions, holders of what happens; for measuring alone."""

import pytest

from kb.model import Document, Findings, QuoteKind, Role
from kb.pipeline import annotate, find

ALL = frozenset({"quotes", "events"})


def annotated(text: str) -> Findings:
    return annotate(Document(iri="urn:test", text=text), ALL)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        pytest.param(
            "The crew knew that the dam was old.", "The crew", "that the dam was old", id="knew that"
        ),
        pytest.param(
            "Ana Ruiz did not know whether the dam was old.",
            "Ana Ruiz",
            "whether the dam was old",
            id="what one does not know",
        ),
        pytest.param(
            "Ana Ruiz wanted to know if the dam was old.",
            "Ana Ruiz",
            "if the dam was old",
            id="what one wants to know",
        ),
        pytest.param(
            "I know that the war is over, even though it rains.",
            "I",
            "that the war is over, even though it rains",
            id="what no writer can have added",
        ),
    ],
)
def test_thoughts_in_narration(text: str, holder: str, content: str) -> None:
    found = annotated(text).thoughts
    assert [(t.speaker.entity.name if t.speaker else None, t.content[0].of(text)) for t in found] == [
        (holder, content)
    ]


def test_a_thought_within_quotation_marks_is_the_speakers_own() -> None:
    text = "“I think that the dam is old,” Ana Ruiz said."
    (thought,) = annotated(text).thoughts
    assert thought.kind is QuoteKind.DIRECT
    assert thought.speaker is not None
    assert (thought.speaker.span.of(text), thought.speaker.entity.name) == ("I", "Ana Ruiz")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is easy to forget that the dam is old.", id="nobody forgets"),
        pytest.param("This means that the dam is old.", id="nobody means it"),
        pytest.param("They crossed the river to see the dam.", id="no clause"),
        pytest.param("It is a step towards understanding how dams fail.", id="towards understanding"),
        pytest.param("Whether you know that rule or not, it is gone.", id="whether you know it"),
        pytest.param("When Ana Ruiz found her brother he had gone.", id="found her brother"),
    ],
)
def test_what_nobody_thinks(text: str) -> None:
    assert annotated(text).thoughts == ()


def test_thoughts_stay_out_of_timelines() -> None:
    text = "The crew knew that the dam was old."
    found = find(Document(iri="urn:test", text=text))
    assert found.thoughts == found.statements == ()


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        pytest.param(
            "It rained.\n\nThe bridge at dawn. Photo: Ana Ruiz.", ["The bridge at dawn."], id="a credit"
        ),
        pytest.param("It rained.\n\nThe mayor showed a photo: it was blurred.", [], id="no credit"),
        pytest.param("It rained.\n\nPhoto: Ana Ruiz.", [], id="no caption"),
    ],
)
def test_captions_with_their_credits(text: str, captions: list[str]) -> None:
    found = [t for t in annotated(text).thoughts if t.rule == "credit"]
    assert [caption.content[0].of(text) for caption in found] == captions


def test_who_wants_something_initiates_the_wish() -> None:
    text = "Ana Ruiz is mayor. She said that it wants to close the bank."
    wish = next(e for e in annotated(text).events if e.trigger.of(text) == "wants")
    assert (wish.participants[0].role, wish.participants[0].mention.span.of(text)) == (Role.INITIATOR, "it")


def test_what_a_headline_has_somebody_say_is_measured_and_no_entry_of_its_own() -> None:
    text = "Mayor says old dam is safe\n\nIt rained in Lima on Monday.\n\nThe wall stood."
    found = annotated(text)
    assert [t.content[0].of(text) for t in found.thoughts] == ["old dam is safe"]
    assert found.statements == find(Document(iri="urn:test", text=text)).statements == ()
