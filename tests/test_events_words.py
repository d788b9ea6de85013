"""Words that name an event only together: a verb with the head of its object."""

import pytest

from tests.event_findings import events_of, only


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("Norland fired a long-range missile on Monday.", "fired", "weaponTest", id="object"),
        pytest.param("Two missiles were fired in Vell on Monday.", "fired", "weaponTest", id="passive"),
        pytest.param("Norland launched its first satellite.", "launched", "spaceflight", id="satellite"),
        pytest.param(
            "Ann Roe was sworn in on Monday.", "sworn in", "appointment", id="two words side by side"
        ),
        pytest.param(
            "The Moor Brigade claimed responsibility.",
            "claimed responsibility",
            "responsibilityClaim",
            id="claim",
        ),
        pytest.param(
            "The rebels drove the army out of Vell.", "drove", "capture", id="particle behind the object"
        ),
        pytest.param(
            "Norland fired the minister in May.", "fired", "dismissal", id="same verb, other object"
        ),
        pytest.param(
            "The law came into force on 1 May 2012.", "came into force", "entryIntoForce", id="three words"
        ),
    ],
)
def test_a_verb_and_the_head_of_its_object_name_a_kind(text: str, trigger: str, kind: str) -> None:
    event = only(text)
    assert (event.trigger.of(text), event.type) == (trigger, kind)


def test_a_noun_that_only_modifies_is_no_object() -> None:
    assert events_of("Norland fired missile experts in Vell.") == ()
