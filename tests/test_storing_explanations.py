"""An explanation shows the passage, the words, the rule, the anchor, the steps, and who is involved."""

import pytest

from kb.model import Span
from kb.storing import Store, rows
from kb.storing.explaining import passage
from tests.making import span
from tests.sample_findings import DENIAL_IRI, STORY, STORY_IRI


def test_an_explanation_of_a_date_that_hangs_on_another(store: Store) -> None:
    found = rows.explain(store, f"{STORY_IRI}/statement-patience")
    assert (found.rule, found.confidence, found.expression_text) == ("offset-from-event", 0.93, "a day after")
    assert found.expression == span(STORY, "a day after")
    assert found.anchor == (
        "“a Pentagon official accused Russia of having bombed rebels near the Jordanian border” 2016-06-16"
    )
    assert found.depends_on
    assert found.depends_on.iri == f"{STORY_IRI}/statement-accusation"
    assert found.steps == (
        "The charge was made on 2016-06-16.",
        "That was a day after this, so this was on 2016-06-15.",
    )


def test_an_explanation_shows_the_paragraph_and_where_things_stand_in_it(store: Store) -> None:
    found = rows.explain(store, f"{STORY_IRI}/event-campaign")
    assert found.passage == STORY[found.passage_start : found.passage_start + len(found.passage)]
    assert found.passage.startswith("Washington")
    assert found.passage.endswith("last year.")
    assert found.trigger.of(STORY) == "campaign"
    assert found.evidence.of(STORY).startswith("Russia began")
    assert found.anchor == "publication 2016-06-17"


def test_an_explanation_names_everyone_and_what_they_say(store: Store) -> None:
    found = rows.explain(store, f"{STORY_IRI}/statement-refusal")
    assert [(part.role, part.who.label) for part in found.involved] == [
        ("speaker", "Irina Volkova"),
        ("speaking for", "Russian Foreign Ministry"),
        ("audience", "Interfax"),
        ("carrier", "Interfax"),
    ]
    assert [v.of(STORY) for v in found.verbatim] == ["We see no sense in such strikes,"]
    (said,) = found.propositions
    assert (said.attitude, said.words) == ("opposes", "We see no sense in such strikes,")
    assert [named.label for named in said.describes] == ["air strikes on the army of Damascus"]


def test_carriers_come_in_their_order(store: Store) -> None:
    involved = rows.explain(store, f"{DENIAL_IRI}/statement-denial").involved
    assert [i.who.label for i in involved if i.role == "carrier"] == ["Interfax", "Channel Nine"]


def test_an_event_knows_who_speaks_of_it(store: Store) -> None:
    found = rows.explain(store, f"{STORY_IRI}/event-asked")
    assert [named.iri.rpartition("/")[2] for named in found.described_by] == [
        "statement-refusal",
        "statement-cable",
    ]


def test_where_no_words_give_a_date_none_are_shown(store: Store) -> None:
    found = rows.explain(store, f"{STORY_IRI}/event-asked")
    assert (found.expression, found.expression_text) == (None, "")


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("One.\n\nTwo is here.\n\nThree.", Span(6, 9), "Two is here."),
        ("One\nwrapped.\n\nTwo.", Span(4, 8), "One\nwrapped."),
        ("One.\nTwo.\nThree.", Span(5, 9), "Two."),
        ("Only one.", Span(0, 4), "Only one."),
        ("A.\n \nB.\n\nC.", Span(5, 11), "B.\n\nC."),
    ],
    ids=["blank lines", "wrapped lines", "lines", "one", "over two"],
)
def test_the_passage_is_the_paragraph(text: str, evidence: Span, expected: str) -> None:
    assert passage(text, evidence).of(text) == expected
