"""Whatever the finders find, what is stored of it conforms to the shapes: proven on findings at random."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kb.model import (
    Anchor,
    AnchorKind,
    Attitude,
    Document,
    Entity,
    EntityKind,
    Event,
    Findings,
    Mention,
    Participant,
    Proposition,
    QuoteKind,
    Resolution,
    Role,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimexType,
)
from kb.storing import Store
from kb.storing.shapes import check
from kb.when import When
from tests.sample_findings import STORY_IRI

EDTF = [
    "2016-06-17",
    "2016-06",
    "2014-09/..",
    "../2016-06-17",
    "/",
    "-0043-03-15",
    "Y12000",
    "2001-21",
    "1984~",
]
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), min_size=3, max_size=60)
NAMES = some.text(min_size=1, max_size=12, alphabet="abcXYZ é-'中/#<\"")


@some.composite
def findings(draw: some.DrawFn) -> Findings:
    """Any findings over any text: what holds of them holds of whatever the finders find."""
    text = draw(TEXTS)
    published = draw(some.none() | some.sampled_from(EDTF).map(When.parse))
    about = Document(
        iri=STORY_IRI,
        text=text,
        title=draw(NAMES),
        url=draw(some.none() | NAMES),
        publisher=draw(some.none() | NAMES),
        author=draw(some.none() | NAMES),
        doc_id=draw(some.none() | NAMES),
        published=published,
    )
    events = draw(some.lists(_event(text), max_size=2, unique_by=lambda event: event.key))
    keys = [event.key for event in events]
    statements = draw(some.lists(_statement(text, keys), max_size=2, unique_by=lambda found: found.key))
    return Findings(document=about, events=tuple(events), statements=tuple(statements))


@some.composite
def _span(draw: some.DrawFn, text: str) -> Span:
    start = draw(some.integers(0, len(text) - 1))
    return Span(start, draw(some.integers(start + 1, len(text))))


@some.composite
def _mention(draw: some.DrawFn, text: str) -> Mention:
    name = draw(NAMES)
    kind, whole = draw(some.sampled_from(EntityKind)), draw(some.none() | NAMES)
    entity = Entity(name, name, kind, unnamed=draw(some.booleans()), part_of=whole)
    return Mention(span=draw(_span(text)), rule="name", entity=entity)


@some.composite
def _resolution(draw: some.DrawFn, text: str) -> Resolution:
    when = When.parse(draw(some.sampled_from(EDTF)))
    time = TimeExpression(
        span=draw(_span(text)),
        rule=draw(NAMES),
        type=draw(some.sampled_from(TimexType)),
        value="XXXX",
        mod=draw(some.none() | some.just("MID")),
        when=draw(some.none() | some.just(when)),
    )
    anchor = Anchor(draw(some.sampled_from(AnchorKind)), when, draw(some.none() | _span(text)))
    return Resolution(
        when=when,
        rule=draw(NAMES),
        steps=tuple(draw(some.lists(NAMES, max_size=2))),
        confidence=draw(some.floats(0, 1)),
        expression=draw(some.none() | some.just(time)),
        anchor=draw(some.none() | some.just(anchor)),
    )


@some.composite
def _event(draw: some.DrawFn, text: str) -> Event:
    return Event(
        key=draw(some.sampled_from(["event-1", "event-2", "event-3"])),
        span=draw(_span(text)),
        trigger=draw(_span(text)),
        rule=draw(NAMES),
        confidence=draw(some.floats(0, 1)),
        label=draw(NAMES),
        date=draw(_resolution(text)),
        place=draw(some.none() | _mention(text)),
        type="airstrike",
        status=draw(some.sampled_from(Status)),
        participants=tuple(
            Participant(draw(some.sampled_from(Role)), mention)
            for mention in draw(some.lists(_mention(text), max_size=2))
        ),
    )


@some.composite
def _statement(draw: some.DrawFn, text: str, keys: list[str]) -> Statement:
    described = draw(some.lists(some.sampled_from(keys), max_size=2, unique=True)) if keys else []
    return Statement(
        key=draw(some.sampled_from(["statement-1", "statement-2"])),
        span=draw(_span(text)),
        trigger=draw(_span(text)),
        rule=draw(NAMES),
        label=draw(NAMES),
        date=draw(_resolution(text)),
        cue=draw(NAMES),
        act=draw(NAMES),
        kind=draw(some.sampled_from(QuoteKind)),
        content=tuple(draw(some.lists(_span(text), max_size=2))),
        verbatim=tuple(draw(some.lists(_span(text), max_size=2))),
        speaker=draw(some.none() | _mention(text)),
        speaking_for=draw(some.none() | _mention(text)),
        audience=tuple(draw(some.lists(_mention(text), max_size=2))),
        carriers=tuple(draw(some.lists(_mention(text), max_size=3))),
        about=(Proposition(draw(_span(text)), draw(some.sampled_from(Attitude)), tuple(described)),),
    )


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(findings())
def test_whatever_is_found_what_is_stored_of_it_is_sound(found: Findings) -> None:
    with Store.in_memory() as store:
        store.replace_document(found)
        assert check(store).problems == ()
        assert store.replace_document(found) is False
