"""The example that comes with the vocabulary: three reports in our own words and what is found in them.

`story()` has four statements and four events, `denial()` is another paper's report on the same matter,
`ancient()` has dates no Python datetime can hold. `python -m tests.sample_findings` writes the example.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Quad

from kb.model import (
    Anchor,
    AnchorKind,
    Attitude,
    Document,
    EntityKind,
    Event,
    Findings,
    Participant,
    Proposition,
    QuoteKind,
    Role,
    Span,
    Statement,
    Status,
)
from kb.ontology import DEFAULT_BASE
from kb.storing import Store, exports
from kb.storing.vocabulary import VOCABULARY
from kb.when import When
from tests.making import before_publication, expression, mention, resolution, span
from tests.sample_report import STORY, STORY_IRI
from tests.sample_story import story

__all__ = [
    "ANCIENT_IRI",
    "DENIAL_IRI",
    "EXAMPLE",
    "STORY",
    "STORY_IRI",
    "ancient",
    "denial",
    "example",
    "stored",
    "story",
]

ANCIENT_IRI = f"{DEFAULT_BASE}doc/0aa1c3de55b7e910"

DENIAL = (
    "Channel Nine, quoting Interfax, said Moscow had denied on Saturday that its planes had bombed rebels "
    "near Jordan."
)
DENIAL_IRI = f"{DEFAULT_BASE}doc/77d0b16e2c4fa985"

ANCIENT = "Caesar was murdered on the Ides of March. The vault shall be opened in the year 12000."


_PERSON, _ORG, _PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def denial() -> Findings:
    """Another paper's report: a denial that came by two carriers."""
    saturday = expression(DENIAL, "Saturday", "2016-06-18", "2016-06-18", "nearest-past-weekday")
    published = When.parse("2016-06-18")
    said = span(DENIAL, "its planes had bombed rebels near Jordan")
    moscow = mention(DENIAL, "Moscow", "Russia", _ORG)
    statement = Statement(
        key="statement-denial",
        span=Span(0, len(DENIAL)),
        trigger=span(DENIAL, "denied"),
        rule="verb-of-saying",
        label="Moscow had denied that its planes had bombed rebels near Jordan",
        time=saturday,
        date=resolution(
            saturday, "Published on that Saturday.", anchor=Anchor(AnchorKind.PUBLICATION, published)
        ),
        cue="deny",
        act="deny",
        kind=QuoteKind.INDIRECT,
        content=(said,),
        speaker=moscow,
        carriers=(
            mention(DENIAL, "Interfax", "Interfax", _ORG),
            mention(DENIAL, "Channel Nine", "Channel Nine", _ORG),
        ),
        about=(Proposition(said, Attitude.DENIES, ("event-denied",)),),
    )
    event = Event(
        key="event-denied",
        span=said,
        trigger=span(DENIAL, "bombed"),
        rule="verb",
        label="bombing of rebels near Jordan by Russia",
        date=replace(before_publication(), when=When.until(published)),
        place=mention(DENIAL, "Jordan", "Jordan", _PLACE),
        type="bombing",
        status=Status.DENIED,
        participants=(Participant(Role.INITIATOR, moscow),),
    )
    about = Document(
        iri=DENIAL_IRI,
        text=DENIAL,
        title="Moscow: not our planes",
        publisher="Meridian Wire",
        published=published,
        published_by="feed",
    )
    return Findings(document=about, times=(saturday,), statements=(statement,), events=(event,))


def ancient() -> Findings:
    """Two events, one before year 1 and one after 9999."""
    ides = expression(ANCIENT, "the Ides of March", "-0043-03-15", "-0043-03-15", "calendar")
    far = expression(ANCIENT, "the year 12000", "Y12000", "Y12000", "calendar")
    return Findings(
        document=Document(iri=ANCIENT_IRI, text=ANCIENT, title="A long view"),
        events=(
            Event(
                key="event-ides",
                span=span(ANCIENT, "Caesar was murdered on the Ides of March."),
                trigger=span(ANCIENT, "murdered"),
                rule="verb",
                label="murder of Caesar",
                time=ides,
                date=resolution(ides, "The year 44 BC is -0043.", anchored=False),
                type="killing",
                status=Status.HAPPENED,
                participants=(Participant(Role.TARGET, mention(ANCIENT, "Caesar", "Caesar", _PERSON)),),
            ),
            Event(
                key="event-vault",
                span=span(ANCIENT, "The vault shall be opened in the year 12000."),
                trigger=span(ANCIENT, "opened"),
                rule="verb",
                label="opening of the vault",
                time=far,
                date=resolution(far, "The year is named.", anchored=False),
                type="opening",
                status=Status.PLANNED,
            ),
        ),
    )


EXAMPLE = Path(__file__).parent.parent / "ontologies" / "examples" / "reports.trig"
HEADER = (
    "# Three reports in our own words, as they are stored: a named graph for each, and one for whom they\n"
    "# name. Made by `python -m tests.sample_findings`; the questions are asked of it.\n"
)


@contextmanager
def stored() -> Iterator[Store]:
    """The three reports in a store of their own."""
    with Store.in_memory() as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        yield store


def example() -> str:
    """The example as TriG."""
    with stored() as store:
        return HEADER + exports.write(store, ".trig").decode()


def told_quads(store: Store) -> set[Quad]:
    """All that a store holds but the vocabulary, which is the same in each and as large as ten articles."""
    graphs = (graph for graph in store.graphs() if graph != VOCABULARY.value)
    return {quad for graph in graphs for quad in store.quads(graph=graph)}


if __name__ == "__main__":
    EXAMPLE.write_text(example(), encoding="utf-8")
