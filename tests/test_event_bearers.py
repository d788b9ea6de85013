"""Whose name a craft bears takes part in its wreck."""

from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.model import Document, Filter
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
        pytest.param(
            "EgyptAir flight 804 crashed on Monday.",
            [("target", "EgyptAir flight 804"), ("other", "EgyptAir")],
            id="a number",
        ),
        pytest.param(
            "Malaysia Airlines flight MH17 was shot down on Monday.",
            [("target", "MH17"), ("other", "Malaysia Airlines")],
            id="a code",
        ),
        pytest.param("The jet crashed on Monday.", [("target", "The jet")], id="no name"),
        pytest.param("The EgyptAir office closed on Monday.", [], id="no craft"),
    ],
)
def test_who_gives_a_craft_its_name_takes_part(text: str, names: list[tuple[str, str]]) -> None:
    found = find(Document(iri="urn:test", text=text, published=When.parse("2016-06-17")))
    parts = [
        part for event in found.events if event.type in ("crash", "shootdown") for part in event.participants
    ]
    assert [(part.role.value, part.mention.span.of(text)) for part in parts] == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The crash of EgyptAir flight MS804 on 19 May killed 66 people.", ["crash"]),
        ("Searchers found wreckage from EgyptAir flight MS804, which crashed on Monday.", ["crash"]),
        ("The first flight to Baghdad in ten years left on Monday.", ["journey"]),
    ],
)
def test_a_flight_with_a_number_is_a_craft_and_no_journey(text: str, kinds: list[str]) -> None:
    found = find(Document(iri="urn:test", text=text, published=When.parse("2016-06-17")))
    assert [event.type for event in found.events] == kinds


def test_two_articles_that_call_a_craft_by_its_owner_tell_of_one_crash(tmp_path: Path) -> None:
    texts = {
        "2016-05-19": "An EgyptAir plane crashed into the Mediterranean on Thursday.",
        "2016-05-20": "The crash of EgyptAir flight MS804 on Thursday killed 66 people.",
        "2016-05-21": "A Turkish Airlines plane crashed in Nepal on Thursday.",
    }
    with KnowledgeBase.create(tmp_path / "kb") as base:
        for published, text in texts.items():
            iri = f"{base.base_iri}doc/{published}"
            base.read(Document(iri=iri, text=text, published=When.parse(published)))
        base.merge()
        entries = base.timeline(Filter())
    assert sorted(1 + len(entry.versions) for entry in entries) == [1, 2]
