"""Whose name a craft bears takes part in its wreck."""

import pytest

from kb.model import Document
from kb.pipeline import find
from kb.when import When


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "The EgyptAir jet crashed on Monday.",
            [("target", "The EgyptAir jet"), ("other", "EgyptAir")],
            id="a name",
        ),
        pytest.param("The jet crashed on Monday.", [("target", "The jet")], id="no name"),
        pytest.param("The EgyptAir office closed on Monday.", [], id="no craft"),
    ],
)
def test_who_gives_a_craft_its_name_takes_part(text: str, names: list[tuple[str, str]]) -> None:
    found = find(Document(iri="urn:test", text=text, published=When.parse("2016-06-17")))
    parts = [part for event in found.events if event.type == "crash" for part in event.participants]
    assert [(part.role.value, part.mention.span.of(text)) for part in parts] == names
