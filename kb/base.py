"""KnowledgeBase: the front door. Every method is a few lines; the work is done in the rooms below.

with KnowledgeBase.create(Path("kb.data")) as kb:
    for document in kb.documents_in("article.txt"):
        kb.read(document)
    for entry in kb.timeline(Filter(about="Aleppo")):
        print(entry.edtf, entry.label)
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from rdflib import Dataset

from kb import correcting, exporting, joining, pipeline, timeline
from kb.asked import documents_in, given_date
from kb.model import (
    Bin,
    Corrections,
    Counts,
    Document,
    DocumentView,
    EntityView,
    Entry,
    Explanation,
    Filter,
    Findings,
    Merge,
    Redated,
    SetRight,
    Window,
)
from kb.ontology import DEFAULT_BASE
from kb.storing import Answer, Report, Store, Watch, bulk, exports, rows, shapes
from kb.storing.rereading import (
    holding_document,
    list_corrections,
    load_corrections,
    load_document,
)
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts
from kb.when import When
from kb.writing import write_whole

__all__ = ["SAMPLE", "KnowledgeBase", "documents_in", "given_date"]

SAMPLE = Path(__file__).parent / "sample"  # the articles that `kb demo` reads


class KnowledgeBase:
    """Articles, what was found in them, and the questions one can ask.

    Open it with `open` (reading; a snapshot) or `create` (reading and writing; one process at a time).
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A read-only snapshot; NotFound when there is no knowledge base in the folder."""
        return cls(Store.open(folder))

    @classmethod
    def create(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """Open for writing, made when missing; StoreLocked when another process writes.

        `base_iri` names the data of a *new* knowledge base; an old one keeps its own.
        """
        return cls(Store.create(folder, base_iri))

    @staticmethod
    def load(path: Path, folder: Path, base_iri: str = DEFAULT_BASE) -> None:
        """Make a knowledge base of what `dump` wrote, in a folder that has none; far faster than reading."""
        bulk.load(path, folder, base_iri)

    @staticmethod
    def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
        """The base IRI of the knowledge base in this folder, or `otherwise` where there is none."""
        return Store.base_of(folder, otherwise)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Make what was written safe on disk and let go of the store."""
        self._store.close()

    def refreshed(self) -> Self:
        """This one, or a newer snapshot when another process has written since this one was opened.

        Answers that are being read keep their own snapshot; cheap enough to ask before every page.
        """
        store = self._store.refreshed()
        return self if store is self._store else type(self)(store)

    @property
    def base_iri(self) -> str:
        """What all IRIs of the data begin with; ends in "/" or "#"."""
        return self._store.base_iri

    @property
    def store(self) -> Store:
        """The store beneath, for updates and whole graphs."""
        return self._store

    @property
    def dataset(self) -> Dataset:
        """The store as an rdflib `Dataset`, one named graph a document, the union as default graph."""
        return self._store.dataset()

    def documents_in(
        self,
        source: str | Path,
        *,
        published: When | None = None,
        language: str | None = None,
        given: str | None = None,
    ) -> Iterator[Document]:
        """The articles of a file, folder or address, unread and unstored; BadSource when there are none."""
        yield from documents_in(
            source, published=published, language=language, base=self.base_iri, given=given
        )

    def read(self, document: Document) -> Findings:
        """Find what an article says and store it, in place of what was stored under its IRI before.

        What a person set right in it stays as they set it.
        """
        corrections = correcting.given_anew(document, load_corrections(self._store, document.iri))
        return self._keep(document, corrections)

    def correct(self, iri: str, when: When | None, made: datetime) -> list[Redated]:
        """Set right when a document was published or when an entry was; None takes the correction back.

        All that counts from it is dated anew. Returns what changed; NotFound when nothing has this IRI, or
        nothing was set right that could be taken back.
        """
        name = holding_document(self._store, iri)
        entry = self.entry(iri) if when is not None and iri != name else None
        right = correcting.correction(entry, when, made) if when is not None else None
        known = load_corrections(self._store, name)
        document = correcting.as_given(load_document(self._store, name), known)
        before = {entry.iri: entry for entry in self.document(name).entries}
        key = iri.removeprefix(name).lstrip("/")
        self._keep(document, correcting.set_right(document, known, key, right))
        return list(correcting.redated(before, self.document(name).entries))

    def corrections(self) -> list[SetRight]:
        """All that was set right, also what is orphaned: its article no longer tells the entry."""
        return list_corrections(self._store)

    def _keep(self, document: Document, corrections: Corrections) -> Findings:
        findings = pipeline.find(document, corrections)
        self._store.replace_document(findings, corrections)
        return findings

    def merge(self, watch: joining.Watch = iter) -> list[Merge]:
        """Decide what is one and the same over all articles, in place of what was decided before.

        `watch` is handed the pairs of entries to compare and gives them back one by one.
        """
        return joining.merge(self._store, watch)

    def unmerge(self) -> None:
        """Drop what was decided; what people parted stays parted."""
        joining.unmerge(self._store)

    def part(self, one: str, other: str, made: datetime) -> None:
        """Keep for good that two are not one and the same; NotFound when one is not stored."""
        joining.part(self._store, one, other, made)

    def rejoin(self, one: str, other: str) -> None:
        """Take a parting back; NotFound when the two were not parted."""
        joining.rejoin(self._store, one, other)

    def join(self, one: str, other: str, made: datetime) -> None:
        """Keep for good that two are one and the same; NotFound when one is not stored."""
        joining.join(self._store, one, other, made)

    def unjoin(self, one: str, other: str) -> None:
        """Take a joining back; NotFound when nobody joined the two."""
        joining.unjoin(self._store, one, other)

    def remove(self, iri: str) -> None:
        """Forget a document and everything found in it; NotFound when it is not stored."""
        self._store.remove(iri)

    def flush(self) -> None:
        """Make everything read so far safe from a power cut."""
        self._store.flush()

    def timeline(self, wanted: Filter | None = None) -> list[Entry]:
        """The entries a filter lets through, by date, the undated last."""
        return timeline.timeline(self._store, wanted or Filter())

    def window(self, wanted: Filter, limit: int, offset: int = 0) -> Window:
        """A part of the timeline: at most so many of the entries behind the first `offset`."""
        return timeline.window(self._store, wanted, limit, offset)

    def density(self, wanted: Filter | None = None, most: int = 120) -> list[Bin]:
        """How densely the dated entries stand that a filter lets through, in at most so many equal bins."""
        return timeline.density(self._store, wanted or Filter(), most)

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

    def entity(self, iri: str) -> EntityView:
        """An actor or place with its entries; NotFound when there is none."""
        return rows.entity(self._store, iri)

    def counts(self) -> Counts:
        """How much there is."""
        return rows.counts(self._store)

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

        `.ttl`, `.trig`, `.jsonld`, `.nt`, `.nq` hold the whole knowledge base as RDF; `.csv`, `.json` and
        `.ics` the entries the filter lets through. BadRequest lists the suffixes known.
        """
        return write_whole(path, exporting.as_bytes(self._store, path.suffix.lower(), wanted or Filter()))

    def dump(self, path: Path, watch: Watch = iter) -> int:
        """Write all as N-Quads that `load` takes, gzip for `.gz`; says how many. `watch` sees each graph."""
        return bulk.dump(self._store, path, watch)

    def reindex(self, watch: Watch = iter) -> None:
        """Build the index of timelines anew; `watch` is handed the graphs to read and gives them back."""
        self._store.reindex(watch)

    def check_index(self) -> Report:
        """Whether the index of timelines shows what is stored, row by row."""
        return shapes.check_index(self._store)

    def check(self) -> Report:
        """Whether every graph conforms to the shapes and every evidence to its text."""
        return shapes.check(self._store)
