"""An index filled with entries made by hand, and the same questions answered by looking at each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from kb.model import Filter
from kb.ontology import DEFAULT_BASE, EKV
from kb.storing.index.building import Known, build
from kb.storing.index.deriving import Derived, DocumentRow, EntryRow
from kb.storing.index.index import Index
from kb.storing.index.keeping import Kept, add, put_in
from kb.storing.index.merged import Decisions
from kb.storing.index.placing import put
from kb.storing.index.schema import connect
from kb.storing.index.terms import Terms
from kb.when import When

PAPERS = [f"{DEFAULT_BASE}entity/organization/{name}" for name in ("post", "courier")]
LATER = 9  # the number of a document that comes when the index is built already
PEOPLE = [f"{DEFAULT_BASE}entity/person/p{number}" for number in range(4)]


@dataclass(frozen=True)
class Made:
    """An entry made for a test: what a filter may ask, and what it is one with (a number; 0: nothing)."""

    edtf: str
    number: int = 0
    document: int = 0
    dated: bool = True
    statement: bool = False
    who: Sequence[int] = ()
    status: str = "happened"
    type: str = "strike"
    same: int = 0
    words: str = "ferry sank"

    @property
    def iri(self) -> str:
        return f"{document_iri(self.document)}/event-{self.number}"

    @property
    def label(self) -> str:
        return f"{self.words} {self.number % 3}"

    @property
    def window(self) -> tuple[int | None, int | None]:
        return When.parse(self.edtf).window


def document_iri(number: int) -> str:
    return f"{DEFAULT_BASE}doc/{number:016x}"


def published(document: int) -> str:
    return f"2016-06-{document % 28 + 1:02}"


def row(made: Made) -> EntryRow:
    """The row that an entry made for a test would be derived to."""
    begin, end = made.window
    return EntryRow(
        iri=made.iri,
        document=document_iri(made.document),
        label=made.label,
        edtf=made.edtf,
        dated=made.dated,
        begin=begin,
        end=end,
        status="" if made.statement else made.status,
        type=None if made.statement else EKV[made.type],
        quote_kind="direct" if made.statement else "",
        quote=f"The {made.words}, it was said.",
        position=(0, 20),
        trigger=(4, 9),
        again=(),
        parts=tuple(("2", PEOPLE[who]) for who in made.who),
        about=(),
    )


def indexed(entries: Iterable[Made]) -> Index:
    """An index in memory that holds these entries."""
    by_document: dict[int, list[Made]] = defaultdict(list)
    for made in entries:
        by_document[made.document].append(made)
    graphs = [
        (f"{DEFAULT_BASE}graph/{number}", _derived(number, made)) for number, made in by_document.items()
    ]
    connection = connect(None)
    names = {iri: f"Person {number}" for number, iri in enumerate(PEOPLE)}
    names |= {PAPERS[0]: "Harbour Post", PAPERS[1]: "Courier"}
    build(connection, Known(names, Decisions(stands_for(entries))), graphs)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("sequence", 0), ("stamp", "")])
    return Index(connection, None)


def add_later(index: Index, entries: Iterable[Made]) -> None:
    """Put in entries that came when the index was built already; none is one with another."""
    connection = index._connection
    made = list(entries)
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM entry").fetchone()
    kept = Kept([], [])
    add(kept, "later", _derived(LATER, made), Terms(connection), count(LATER), count(last + 1))
    put_in(connection, kept)
    put(connection, [id_ for id_, *_ in kept.entries])


def _derived(number: int, made: Iterable[Made]) -> Derived:
    paper = PAPERS[number % len(PAPERS)]
    document = DocumentRow(document_iri(number), f"Report {number}", paper, published(number), "")
    return Derived([document], [row(one) for one in made], {}, Counter())


def stands_for(entries: Iterable[Made]) -> dict[str, str]:
    """Of those that are one the first stands for all."""
    clusters: dict[int, list[str]] = defaultdict(list)
    for made in entries:
        if made.same:
            clusters[made.same].append(made.iri)
    return {iri: several[0] for several in clusters.values() if len(several) > 1 for iri in several}


def scan(entries: Sequence[Made], wanted: Filter) -> list[Made]:
    """What a filter lets through, each once, in order: the plain meaning of what the index does."""
    stands, by_iri = stands_for(entries), {made.iri: made for made in entries}
    found = {stands.get(made.iri, made.iri) for made in entries if _fits(made, wanted)}
    ranks = ranked(entries, wanted)
    return sorted((by_iri[iri] for iri in found), key=lambda made: (*ranks[made.iri], *_place(made)))


def ranked(entries: Sequence[Made], wanted: Filter) -> dict[str, tuple[bool, int]]:
    """What comes first whatever its time: what is dated, and what is told most where a filter says so."""
    stands = stands_for(entries)
    told = Counter(stands.get(made.iri, made.iri) for made in entries if wanted.order == "salience")
    return {made.iri: (not made.dated, -told[made.iri].bit_length()) for made in entries}


def _place(made: Made) -> tuple[object, ...]:
    begin, end = made.window
    first = end if begin is None else begin
    return first is None, first or 0, made.label, made.iri


def _fits(made: Made, wanted: Filter) -> bool:
    begin, end = made.window
    since = wanted.since.window[0] if wanted.since else None
    until = wanted.until.window[1] if wanted.until else None
    return all(
        (
            end is None or since is None or end >= since,
            begin is None or until is None or begin <= until,
            not wanted.kind or (wanted.kind == "statement") == made.statement,
            "://" not in wanted.about or wanted.about in [PEOPLE[who] for who in made.who],
            "://" in wanted.about or all(f" {word}" in f" {_told(made)}" for word in wanted.about.split()),
            not wanted.type or (wanted.type == EKV[made.type] and not made.statement),
            not wanted.actor or wanted.actor in [PEOPLE[who] for who in made.who],
            not wanted.source or wanted.source == PAPERS[made.document % 2],
            all(f" {word}" in f" {_told(made)} the {made.words} it was said" for word in wanted.text.split()),
            not wanted.status or (wanted.status == made.status and not made.statement),
            made.dated or not wanted.dated,
        )
    )


def _told(made: Made) -> str:
    return " ".join((made.label, *(f"person {who}" for who in made.who)))
