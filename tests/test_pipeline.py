"""The order of work, and what the measuring interface asks of it."""

import pytest

from kb.model import Document, Role, Span, Status
from kb.pipeline import Given, annotate, find
from kb.when import When

TEXT = (
    "Dockers in Genoa went on strike on Thursday after pay talks had failed.\n\n"
    "The port would stay open, harbour master Ann Roe told reporters. She began to look for pilots."
)
ARTICLE = Document(iri="x", text=TEXT, doc_id="d", published=When.of_day(2016, 6, 17))
EVERYTHING: frozenset[str] = frozenset()


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_what_happened_and_what_was_said_are_found_with_dates() -> None:
    found = find(ARTICLE)
    strikes = [event for event in found.events if event.type == "labourStrike"]
    assert [str(event.date.when) for event in strikes if event.date] == ["2016-06-16"]
    assert [said.speaker.entity.name for said in found.statements if said.speaker] == ["Ann Roe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“I attacked the port on Monday,” Ann Roe said.", "Ann Roe"),
        ("“We attacked the port on Monday,” Ann Roe said.", "Ann Roe"),
        ("“We attacked the port on Monday,” a spokesman for the Genoa Union said.", "Genoa Union"),
        ("“I met Tom Hale. ‘I attacked the port on Monday,’ he told me,” Ann Roe said.", "I"),
        ("I attacked the port on Monday.", "I"),
    ],
)
def test_who_says_i_or_we_in_quotation_marks_is_the_one_who_speaks(text: str, name: str) -> None:
    found = find(Document(iri="x", text=text, published=When.of_day(2016, 6, 17)))
    doers = [part.mention for event in found.events if event.type == "attack" for part in event.participants]
    assert [m.entity.name for m in doers if m.span.of(text) in ("I", "We")] == [name]


@pytest.mark.parametrize(
    ("text", "kind", "doers", "targets"),
    [
        ("Police shot dead two men on Monday.", "killing", ["Police"], ["two men"]),
        ("The fighting left four protesters dead on Monday.", "killing", [], ["four protesters"]),
        ("The blast left two soldiers wounded.", "wounding", [], ["two soldiers"]),
        ("Rebels wounded two soldiers on Monday.", "wounding", ["Rebels"], ["two soldiers"]),
        ("The killing of a nurse by soldiers led to riots.", "killing", ["soldiers"], ["a nurse"]),
        ("Rebels left Genoa on Monday.", "withdrawal", ["Rebels"], []),
    ],
)
def test_who_suffers_a_deed_and_who_does_it(
    text: str, kind: str, doers: list[str], targets: list[str]
) -> None:
    document = Document(iri="x", text=text, published=When.of_day(2016, 6, 17))
    found = annotate(document, frozenset({"events"}))  # each event word by itself, harm apart from its source
    (event,) = (event for event in found.events if event.type == kind)
    told = {role: [p.mention.span.of(text) for p in event.participants if p.role is role] for role in Role}
    assert (told[Role.INITIATOR], told[Role.TARGET]) == (doers, targets)


def test_what_is_left_and_dead_is_not_always_left_dead() -> None:
    found = find(Document(iri="x", text="On Monday he left the dead horse in a field near Genoa."))
    assert "killing" not in {event.type for event in found.events}


def test_a_deed_somebody_is_accused_of_is_told_as_claimed() -> None:
    found = find(Document(iri="x", text="On Monday a general accused Chile of bombing ports near Genoa."))
    assert [(event.type, event.label, event.status) for event in found.events] == [
        ("bombing", "Chile bombing ports near Genoa", Status.CLAIMED)
    ]


def test_every_occurrence_is_settled_and_every_key_is_its_own() -> None:
    found = find(ARTICLE)
    occurrences = [*found.statements, *found.events]
    assert all(occurrence.date for occurrence in occurrences)
    assert len({occurrence.key for occurrence in occurrences}) == len(occurrences)


def test_a_timeline_leaves_out_what_the_measuring_interface_counts() -> None:
    timeline, measured = find(ARTICLE), annotate(ARTICLE, EVERYTHING)
    assert {event.type for event in measured.events} - {event.type for event in timeline.events}
    assert all(event.type != "happening" for event in timeline.events)


@pytest.mark.parametrize(
    ("kinds", "empty"),
    [
        ({"timexes"}, ("mentions", "statements", "events")),
        ({"mentions"}, ("statements", "events")),
        ({"timexes", "mentions"}, ("statements", "events")),
    ],
    ids=["times", "mentions", "both"],
)
def test_no_more_is_done_than_asked_for(kinds: set[str], empty: tuple[str, ...]) -> None:
    found = annotate(ARTICLE, frozenset(kinds))
    assert found.times
    assert [getattr(found, name) for name in empty] == [()] * len(empty)


def test_given_events_are_taken_one_for_each_span() -> None:
    spans = (at("strike"), at("failed"), at("told"), at("pilots"))
    found = annotate(ARTICLE, EVERYTHING, Given("events", spans))
    assert sorted(one.trigger for one in (*found.statements, *found.events)) == sorted(spans)
    assert [said.trigger for said in found.statements] == [at("told")]


def test_given_mentions_keep_the_entity_found_there() -> None:
    found = annotate(ARTICLE, frozenset({"mentions"}), Given("mentions", (at("Ann Roe"), at("pay"))))
    assert [(m.span, m.entity.name) for m in found.mentions] == [
        (at("Ann Roe"), "Ann Roe"),
        (at("pay"), "pay"),
    ]


def test_a_language_without_words_finds_nothing() -> None:
    french = Document(iri="x", text="La grève a commencé jeudi.", language="fr")
    assert find(french) == annotate(french, EVERYTHING)
    assert find(french).events == ()
