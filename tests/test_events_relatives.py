"""A relative clause within a subject: which verb is whose, and what the entries are called."""

import pytest

from kb.model import Document
from kb.pipeline import find
from kb.when import When


def labels_of(text: str) -> list[str]:
    document = Document(iri="urn:test", text=text, published=When.parse("2015-03-26"))
    return [event.label for event in find(document).events]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "The man who attacked the museum in May was arrested on Monday.",
            ["The man attacked the museum", "The man was arrested"],
        ),
        (
            "The pilot of the Norland jet that crashed on Tuesday deliberately shot a guard.",
            ["The Norland jet crashed", "The pilot of the Norland jet deliberately shot a guard"],
        ),
        (
            "Robert Reed, who resigned on Monday, and his aide left.",
            ["Robert Reed resigned"],
        ),
        (
            "US Secretary of State John Kerry, who visited Brussels on Friday, denied it.",
            ["John Kerry visited Brussels"],
        ),
        (
            "A Norland airliner carrying 150 people crashed in the Alps on Tuesday.",
            ["A Norland airliner carrying 150 people crashed in the Alps"],
        ),
    ],
)
def test_each_verb_has_its_own_subject_and_ends_where_the_other_goes_on(text: str, labels: list[str]) -> None:
    assert labels_of(text) == labels
