"""What one may ask of a knowledge base: every method a few lines, the work is done in the rooms below."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rdflib import Dataset

from kb import exporting, timeline
from kb.model import (
    Article,
    Bin,
    Counts,
    DocumentView,
    EntityView,
    Entry,
    Explanation,
    Filter,
    Named,
    Overview,
    Placed,
    Position,
    Sizes,
    Window,
)
from kb.storing import Answer, Report, Store, Watch, backup, bulk, exports, rows, shapes
from kb.storing.facts import Value, values
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts
from kb.tying import Links
from kb.tying.checking import check_links
from kb.tying.reconciling import Asked, Match, reconcile
from kb.when import When
from kb.writing import write_whole


class Answers:
    """Questions to what is stored, which stays as it is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def base_iri(self) -> str:
        """What all IRIs of the data begin with; ends in "/" or "#"."""
        return self._store.base_iri

    @property
    def state(self) -> str:
        """What names the state that answers are of: another one after any change."""
        return self._store.index.state.stamp

    @property
    def folder(self) -> Path | None:
        """Where it lies, with what people keep beside it; None in memory."""
        return self._store.folder

    @property
    def store(self) -> Store:
        """The store beneath, for updates and whole graphs."""
        return self._store

    @property
    def dataset(self) -> Dataset:
        """The store as an rdflib `Dataset`, one named graph a document, the union as default graph."""
        return self._store.dataset()

    def timeline(self, wanted: Filter | None = None) -> list[Entry]:
        """The entries a filter lets through, by date, the undated last."""
        return timeline.timeline(self._store, wanted or Filter())

    def window(self, wanted: Filter, limit: int, offset: int = 0) -> Window:
        """A part of the timeline: at most so many of the entries behind the first `offset`."""
        return timeline.window(self._store, wanted, limit, offset)

    def density(self, wanted: Filter | None = None, most: int = 120) -> list[Bin]:
        """How densely the dated entries stand that a filter lets through, in at most so many equal bins."""
        return timeline.density(self._store, wanted or Filter(), most)

    def overview(self, wanted: Filter, by: str, whole: Sequence[Bin], most: int) -> Overview:
        """What is in a window: lanes by "actor", "place", "source", "type" or "none", and facets, counted."""
        return timeline.overview(self._store, wanted, by, whole, most)

    def around(self, moment: When, number: int, wanted: Filter | None = None) -> list[Entry]:
        """The dated entries nearest to a moment: so many that begin before it, so many from then on."""
        return timeline.around(self._store, moment, number, wanted or Filter())

    def search(self, text: str, limit: int = 20) -> list[Entry]:
        """The entries that have all these words in label, names or quotation; the best of them first."""
        return self._store.index.search(text, limit)

    def entry(self, iri: str) -> Entry:
        """One event or statement; NotFound when there is none."""
        return rows.entry(self._store, iri)

    def explain(self, iri: str) -> Explanation:
        """The sentence, rule, anchor and reasoning behind an entry; NotFound when there is none."""
        return rows.explain(self._store, iri)

    def document(self, iri: str) -> DocumentView:
        """An article with its text and its entries; NotFound when there is none."""
        return rows.document(self._store, iri)

    def documents(self) -> list[DocumentView]:
        """All articles, without their texts and entries, newest first."""
        return rows.documents(self._store)

    def entity(self, iri: str, limit: int | None = None) -> EntityView:
        """An actor or place with its entries, at most so many; NotFound when there is none."""
        return rows.entity(self._store, iri, limit)

    @property
    def links(self) -> Links:
        """What everyone, everywhere and every entry is in lists elsewhere, and what people said of that."""
        return Links(self._store)

    def counts(self) -> Counts:
        """How much there is, triples and the uses of each rule included, which takes longer."""
        return rows.counts(self._store)

    def sizes(self) -> Sizes:
        """How many articles, entries, actors and places there are; in no time, however many."""
        return self._store.index.sizes()

    def newest(self, limit: int, offset: int = 0) -> list[Article]:
        """At most so many articles behind the first `offset`, newest first."""
        return self._store.index.documents(limit, offset)

    def places(self, wanted: Filter | None = None, most: int = 500) -> list[Placed]:
        """Where the entries are that a filter lets through, the fullest place first."""
        return self._store.index.places(timeline.meant(self._store, wanted or Filter()), most)

    def positions(self, places: Iterable[Named]) -> dict[str, Position]:
        """Where these places are, by IRI, as far as the authority knows; {} without one."""
        return exporting.positions_of(self._store, places)

    def leads(self, entries: Iterable[Entry]) -> dict[str, str]:
        """What stands for each of these entries, by IRI: of what several articles tell the same one."""
        return self._store.index.leads([entry.iri for entry in entries])

    def export(self, suffix: str, wanted: Filter) -> bytes:
        """The contents of a file of this suffix, as `write` has it."""
        return exporting.as_bytes(self._store, suffix, wanted)

    def query(self, sparql: str, graphs: Graphs = EVERYTHING, hosts: Hosts = NOBODY) -> Answer:
        """The answer to a SPARQL 1.1 query over the union of all graphs, or these; BadQuery when it is none.

        SERVICE may call these hosts. There is no limit: strangers' queries go to `kb.storing.workers`.
        """
        return self._store.query(sparql, graphs, hosts)

    def describe(self, iri: str, media_type: str = "text/turtle") -> bytes:
        """What is known of an IRI, as RDF; NotFound when nothing is."""
        return exports.describe(self._store, iri, media_type)

    def write(self, path: Path, wanted: Filter | None = None) -> int:
        """Write a file in the format of its suffix and say how many bytes it has.

        `.ttl`, `.trig`, `.jsonld`, `.nt`, `.nq` hold RDF, without a filter all of it; `.csv`, `.json`,
        `.ics`, `.timelinejs`, `.geojson`, `.atom` and `.svg` the entries the filter lets through.
        BadRequest lists the suffixes known.
        """
        return write_whole(path, exporting.as_bytes(self._store, path.suffix.lower(), wanted or Filter()))

    def dump(self, path: Path, watch: Watch = iter) -> int:
        """Write all as N-Quads that `load` takes, gzip for `.gz`; says how many. `watch` sees each graph."""
        return bulk.dump(self._store, path, watch)

    def back_up(self, path: Path, made: datetime, watch: Watch = iter) -> backup.Manifest:
        """Write all into an archive that `restore` takes; `watch` sees each graph. Says what is in it."""
        return backup.back_up(self._store, path, made.astimezone(UTC).isoformat(timespec="seconds"), watch)

    def check_index(self, watch: Watch = iter) -> Report:
        """Whether the index of timelines shows what is stored, row by row; `watch` sees each document."""
        return shapes.check_index(self._store, watch)

    def reconcile(self, asked: Asked) -> list[Match]:
        """Who and what of this knowledge base a name from elsewhere may mean, the best first."""
        return reconcile(self._store, asked)

    def facts(self, iri: str, name: str) -> list[Value]:
        """The values of a property (`kb.storing.facts.PROPERTIES`) of anything; none where none is told."""
        return values(self._store, iri, name)

    def check_links(self) -> list[str]:
        """What a person should look at in the links: who is gone, identifiers that moved; a sentence each."""
        return list(check_links(self._store))

    def check(self, watch: Watch = iter) -> Report:
        """Whether graphs conform to the shapes, and evidence to its text; `watch` sees each document."""
        return shapes.check(self._store, watch)
