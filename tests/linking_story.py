"""A store of two reports and an authority for them: no identifier in it stands for anything real."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from kb.linking import Authority
from kb.linking.record import wikidata
from kb.model import Judgement
from kb.ontology import DEFAULT_BASE
from kb.storing import Store
from kb.storing.terms import SKOS
from kb.tying import Links
from kb.tying.finding import Finder, find_links
from tests.linking_world import record
from tests.sample_findings import ancient, denial, story

VOLKOVA = record(101, "person", "Irina Volkova", description="spokeswoman of a ministry")
JORDAN = record(102, "country", "Jordan", prior=0.95, country="xj", latitude=31.2, longitude=36.4)
SYRIA = record(103, "country", "Syria", prior=0.95, country="xs")
WIRE = record(104, "news agency", "Interfax", prior=0.5)
OTHER_WIRE = record(105, "company", "Interfax", prior=0.5)
CAMPAIGN = record(
    106, "campaign", "Campaign of Russia", begun="2015-09", ended="2016-03", description="in Syria"
)
FAR_WAR = record(107, "war", "Syria War of 1920", begun="1920", ended="1921", description="in Syria")
RECORDS = (VOLKOVA, JORDAN, SYRIA, WIRE, OTHER_WIRE, CAMPAIGN, FAR_WAR)

ENTITY = f"{DEFAULT_BASE}entity"
IRINA, PLACE_JORDAN = f"{ENTITY}/person/irina-volkova", f"{ENTITY}/place/jordan"
INTERFAX, CHANNEL = f"{ENTITY}/organization/interfax", f"{ENTITY}/organization/channel-nine"
AIR_CAMPAIGN = f"{DEFAULT_BASE}doc/5f0c2f9be1a7d340/event-campaign"

ACCEPTED, PROPOSED, REJECTED, NIL = (
    Judgement.ACCEPTED,
    Judgement.PROPOSED,
    Judgement.REJECTED,
    Judgement.NIL,
)
TODAY = date(2026, 3, 1)
REVIEWER = "Ann Roe"


def q(number: int) -> str:
    """The IRI of an invented item."""
    return wikidata(f"Q{900_000_000 + number}")


def moment(minute: int) -> datetime:
    """A moment of the day of review."""
    return datetime(2026, 3, 2, 10, minute, tzinfo=UTC)


def authority() -> Authority:
    """The authority, in memory."""
    made = Authority.in_memory()
    made.add(RECORDS)
    return made


def look(store: Store, about: str = "") -> Links:
    """The links of a store after looking for everything in the authority."""
    with authority() as known:
        find_links(store, Finder(store, known, TODAY), about, iter)
    return Links(store)


@contextmanager
def story_store() -> Iterator[Store]:
    """The reports in a store of their own."""
    with Store.in_memory() as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
        yield store


def story_folder(folder: Path) -> Path:
    """A knowledge base on disk with the reports and the authority."""
    with Store.create(folder) as store:
        for findings in (story(), denial(), ancient()):
            store.replace_document(findings)
    with Authority.create(folder) as known:
        known.add(RECORDS)
    return folder


def held(links: Links, subject: str) -> dict[str, Judgement]:
    """What is held of each link of a subject, by its object."""
    return {one.record.object: one.judgement for one in links.of(subject)}


def matches(store: Store, subject: str) -> list[str]:
    """What a subject is said to match exactly."""
    return sorted(str(getattr(q.object, "value", "")) for q in store.quads(subject, SKOS.exactMatch.value))
