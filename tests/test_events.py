"""Events: which words name one, who takes part in which role, where, when, and how they are told."""

from dataclasses import replace

import pytest

from kb.extracting.events import find_events
from kb.languages import load_language
from kb.model import (
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    QuoteKind,
    Role,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.ontology import load_event_types
from kb.reading.sentences import find_sentences
from kb.tagging import tag
from kb.when import When

ENGLISH = load_language("en")
TYPES = load_event_types()
ACTORS = (
    "Norland and its allies",
    "Norland",
    "Southia",
    "Ann Roe",
    "Bob Poe",
    "The rebels",
    "the rebels",
    "Police",
)
PLACES = ("Port Aldo", "Vell", "the harbour")


def findings_of(text: str, **found: tuple[object, ...]) -> Findings:
    """Tagged findings of a text in which the names above are mentions."""
    begun = Findings(Document(iri="urn:test", text=text, published=When.parse("2013-04-19")))
    begun = replace(begun, sentences=find_sentences(begun.document, ENGLISH))
    mentions = (*named(text, ACTORS, EntityKind.GROUP), *named(text, PLACES, EntityKind.PLACE))
    return replace(begun, sentences=tag(begun, ENGLISH), mentions=mentions, **found)  # type: ignore[arg-type]


def named(text: str, names: tuple[str, ...], kind: EntityKind) -> list[Mention]:
    return [
        Mention(
            span=Span(at, at + len(name)),
            rule="test",
            entity=Entity(key=name.casefold(), name=name, kind=kind),
        )
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
    ]


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def time_at(text: str, words: str, edtf: str = "2012-05-06") -> TimeExpression:
    span = span_of(text, words)
    return TimeExpression(span=span, rule="test", type=TimexType.DATE, value=edtf, when=When.parse(edtf))


def said(
    text: str, cue: str, content: str, act: str = "say", time: TimeExpression | None = None
) -> Statement:
    return Statement(
        span=Span(0, len(text)),
        rule="test",
        key="statement-1",
        trigger=span_of(text, cue),
        label=cue,
        cue=cue,
        act=act,
        kind=QuoteKind.INDIRECT,
        content=(span_of(text, content),),
        time=time,
    )


def events_of(text: str, **found: tuple[object, ...]) -> tuple[Event, ...]:
    return find_events(findings_of(text, **found), ENGLISH, TYPES)


def only(text: str, **found: tuple[object, ...]) -> Event:
    (event,) = events_of(text, **found)
    return event


def in_role(event: Event, role: Role) -> list[str]:
    return [p.mention.entity.name for p in event.participants if p.role is role]


# --------------------------------------------------------------------------------- what names one


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("The rebels attacked Vell.", "attacked", "attack", id="verb"),
        pytest.param("Norland launched an attack on Southia.", "attack", "attack", id="light verb and noun"),
        pytest.param(
            "Norland carried out air raids on Southia.", "air raids", "airstrike", id="phrasal light verb"
        ),
        pytest.param("Talks were held in Port Aldo.", "Talks", "negotiation", id="passive light verb"),
        pytest.param("Norland began a wave of airstrikes.", "began", "airstrike", id="launch of many"),
        pytest.param(
            "Norland's invasion of Southia failed.", "invasion", "invasion", id="noun with an owner"
        ),
        pytest.param("Ann Roe stepped down in Vell.", "stepped down", "resignation", id="verb of two words"),
        pytest.param("Norland signed a cease-fire with Southia.", "cease-fire", "ceasefire", id="hyphen"),
        pytest.param("An earthquake hit Vell.", "earthquake", "earthquake", id="noun that comes about"),
        pytest.param("Norland signed the letter in Vell.", "signed", "signing", id="light verb of its own"),
    ],
)
def test_an_event_is_found_once_with_its_word_and_kind(text: str, trigger: str, kind: str) -> None:
    event = only(text)
    assert (event.trigger.of(text), event.type) == (trigger, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The attack helicopters of Norland are old.", id="a noun that modifies another"),
        pytest.param("The war of words between Norland and Southia goes on.", id="idiom"),
        pytest.param("War is terrible.", id="nothing anchors it"),
        pytest.param("Norland is large.", id="no event word"),
        pytest.param("The warning to Norland was clear.", id="a noun of saying"),
    ],
)
def test_no_event_is_found(text: str) -> None:
    assert events_of(text) == ()


def test_words_of_time_name_no_event() -> None:
    text = "Norland grew in March 2012."
    assert events_of(text, times=(time_at(text, "March 2012", "2012-03"),)) == ()


def test_the_cue_of_a_statement_is_no_event() -> None:
    text = "Norland rejected a plan by Southia."
    assert events_of(text, statements=(said(text, "rejected", "a plan by Southia", "reject"),)) == ()


def test_headlines_yield_no_events() -> None:
    text = "Norland attacks Southia\n\nIt rained in Vell all day, and the streets were wet."
    assert events_of(text) == ()


# ----------------------------------------------------------------------------------------- who, where


@pytest.mark.parametrize(
    ("text", "initiators", "targets"),
    [
        pytest.param("The rebels attacked Norland.", ["The rebels"], ["Norland"], id="subject and object"),
        pytest.param("Norland was attacked by the rebels.", ["the rebels"], ["Norland"], id="passive"),
        pytest.param(
            "Norland has launched raids against Southia.", ["Norland"], ["Southia"], id="light verb"
        ),
        pytest.param("Norland's attack on Southia was foiled.", ["Norland"], ["Southia"], id="owner and on"),
        pytest.param("A raid by the rebels killed him.", ["the rebels"], [], id="by behind a noun"),
        pytest.param("The resignation of Ann Roe came in May.", ["Ann Roe"], [], id="of the one who does"),
        pytest.param(
            "The assassination of Ann Roe came in May.", [], ["Ann Roe"], id="of the one it is done to"
        ),
        pytest.param("The raid was carried out by the rebels.", ["the rebels"], [], id="passive light verb"),
        pytest.param(
            "Ann Roe, who visited Southia, was tired.", ["Ann Roe"], ["Southia"], id="relative clause"
        ),
    ],
)
def test_participants_have_roles(text: str, initiators: list[str], targets: list[str]) -> None:
    event = events_of(text)[0]
    assert (in_role(event, Role.INITIATOR), in_role(event, Role.TARGET)) == (initiators, targets)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("The rebels attacked a convoy near Vell.", "Vell", id="behind the verb"),
        pytest.param("In Vell, the rebels attacked a convoy.", "Vell", id="at the head of the sentence"),
        pytest.param("Southia attacked a convoy.", None, id="none"),
    ],
)
def test_place(text: str, place: str | None) -> None:
    event = only(text)
    assert (event.place.entity.name if event.place else None) == place


# --------------------------------------------------------------------------------------------- when


def test_the_expression_of_its_own_clause_dates_an_event() -> None:
    text = "The rebels attacked Vell on 6 May 2012, and Norland surrendered on 7 May 2012."
    times = (time_at(text, "6 May 2012"), time_at(text, "7 May 2012", "2012-05-07"))
    attack, surrender = events_of(text, times=times)
    assert (attack.time, surrender.time) == times


def test_the_expression_that_opens_a_sentence_dates_what_is_joined_to_it() -> None:
    text = "On 6 May 2012 the rebels attacked Vell and kidnapped Ann Roe."
    time = time_at(text, "6 May 2012")
    assert [event.time for event in events_of(text, times=(time,))] == [time, time]


def test_the_time_of_saying_dates_no_event() -> None:
    text = "Ann Roe said on 6 May 2012 that the rebels attacked Vell."
    time = time_at(text, "6 May 2012")
    statement = said(text, "said", "that the rebels attacked Vell", time=time)
    assert only(text, times=(time,), statements=(statement,)).time is None


# --------------------------------------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Norland attacked Southia.", Status.HAPPENED, id="past"),
        pytest.param("Norland is attacking Southia.", Status.ONGOING, id="progressive"),
        pytest.param(
            "Norland has been conducting raids on Southia.", Status.ONGOING, id="perfect progressive"
        ),
        pytest.param("Norland will attack Southia.", Status.PLANNED, id="will"),
        pytest.param("Norland plans to attack Southia.", Status.PLANNED, id="plans to"),
        pytest.param("Norland is to hold talks with Southia.", Status.PLANNED, id="is to"),
        pytest.param("The planned invasion of Southia worries many.", Status.PLANNED, id="planned"),
        pytest.param("Norland may attack Southia.", Status.HYPOTHETICAL, id="may"),
        pytest.param("Norland wants to invade Southia.", Status.HYPOTHETICAL, id="wants to"),
        pytest.param("It is bad if Norland attacked Southia.", Status.HYPOTHETICAL, id="if"),
        pytest.param("Norland sent planes to attack Southia.", Status.HYPOTHETICAL, id="purpose"),
        pytest.param("Norland did not attack Southia.", Status.DENIED, id="not"),
        pytest.param("Norland never attacked Southia.", Status.DENIED, id="never"),
        pytest.param("Norland failed to capture Vell from Southia.", Status.DENIED, id="failed to"),
        pytest.param("Norland allegedly bombed Southia.", Status.CLAIMED, id="allegedly"),
        pytest.param("An alleged attack by Norland made news.", Status.CLAIMED, id="alleged"),
    ],
)
def test_status_in_the_articles_own_voice(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    ("text", "content", "act", "status"),
    [
        pytest.param(
            "Roe said Norland attacked Vell.", "Norland attacked Vell", "say", Status.CLAIMED, id="said"
        ),
        pytest.param(
            "Roe said Norland would attack Vell.",
            "Norland would attack Vell",
            "say",
            Status.PLANNED,
            id="would",
        ),
        pytest.param(
            "Roe said Norland could attack Vell.",
            "Norland could attack Vell",
            "say",
            Status.HYPOTHETICAL,
            id="could",
        ),
        pytest.param(
            "Roe denied that Norland attacked Vell.",
            "Norland attacked Vell",
            "deny",
            Status.DENIED,
            id="denied",
        ),
        pytest.param(
            "Roe called for strikes on Norland.",
            "strikes on Norland",
            "call for",
            Status.HYPOTHETICAL,
            id="called for",
        ),
        pytest.param(
            "Roe warned against a raid on Norland.",
            "against a raid on Norland",
            "warn",
            Status.HYPOTHETICAL,
            id="against",
        ),
        pytest.param(
            "Roe condemned the raid on Norland.",
            "the raid on Norland",
            "accuse",
            Status.HAPPENED,
            id="condemned the",
        ),
    ],
)
def test_status_of_what_a_speaker_says(text: str, content: str, act: str, status: Status) -> None:
    statement = said(text, text.split()[1], content, act)
    assert only(text, statements=(statement,)).status is status


def test_what_lies_after_publication_is_planned() -> None:
    text = "Norland holds elections in June 2013."
    assert only(text, times=(time_at(text, "June 2013", "2013-06"),)).status is Status.PLANNED


def test_an_open_end_is_ongoing() -> None:
    text = "Norland has held talks with Southia since May 2012."
    assert only(text, times=(time_at(text, "May 2012", "2012-05/.."),)).status is Status.ONGOING


# ------------------------------------------------------------------------------- label and evidence


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Norland launched its campaign of airstrikes in May 2012.",
            "Norland launched its campaign of airstrikes",
            id="without the words of time",
        ),
        pytest.param("Ann Roe, the mayor, visited Vell.", "Ann Roe: visited Vell", id="words left out"),
        pytest.param(
            "Norland and its allies have been attacking Vell.",
            "Norland and its allies have been attacking Vell",
            id="joined",
        ),
    ],
)
def test_label(text: str, label: str) -> None:
    times = (time_at(text, "May 2012", "2012-05"),) if "May 2012" in text else ()
    assert only(text, times=times).label == label


def test_a_label_is_a_line_cut_at_a_word() -> None:
    text = f"Norland attacked Southia with {'guns from the hills of the land of ' * 5}steel."
    label = only(text).label
    assert len(label) <= 100
    assert label.endswith("…")


def test_evidence_is_the_clause_of_the_event() -> None:
    text = "Much has changed since Norland attacked Southia in May 2012."
    event = only(text, times=(time_at(text, "May 2012", "2012-05"),))
    assert event.span.of(text) == "since Norland attacked Southia in May 2012"


def test_keys_differ_and_stay_when_the_text_is_edited_elsewhere() -> None:
    text = "The rebels attacked Vell early. All was quiet for a long while. Then the rebels attacked Vell."
    before = [event.key for event in events_of(text)]
    after = [event.key for event in events_of("It rained. " * 20 + text)]
    assert len(set(before)) == len(before) == 2
    assert after[-1] == before[-1]
