"""The store: one folder, an Oxigraph database and its settings; everything stored goes through here.

One process may write a store; any number may read it meanwhile, each seeing what was there when it
opened. Writing is atomic, a document at a time. Nothing here knows what the triples mean: that is
`graph.py` (in) and `rows.py` (out).
"""

from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kb.errors import BadQuery, BadRequest, NotFound, StoreDamaged
from kb.model import Corrections, Filter, Findings
from kb.ontology import DEFAULT_BASE
from kb.storing import changes, outbox
from kb.storing.corrections import correction_quads
from kb.storing.failures import reported
from kb.storing.freshness import Marks, marks, snapshot
from kb.storing.graph import build
from kb.storing.index import Index, Watch
from kb.storing.minting import graph_of
from kb.storing.quads import Quads
from kb.storing.settings import Settings, check_base, load_settings, save_settings
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts, prepared, told
from kb.storing.terms import PREFIXES
from kb.storing.vocabulary import VOCABULARY, vocabulary_quads

SETTINGS = "settings.toml"
DATABASE = "store"
LIST_THEM = "List them with: kb query 'SELECT ?iri ?title { ?iri a ek:SourceDocument ; dct:title ?title }'"


class Store(Quads):
    """The triples of one knowledge base. Make one with `create`, `open` or `in_memory`."""

    def __init__(self, quads: ox.Store, settings: Settings, folder: Path | None = None) -> None:
        super().__init__(quads, settings, folder)
        self._flushed = True
        self._marks: Marks | None = None  # only a snapshot can fall behind
        self._index: Index | None = None

    @classmethod
    def create(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """The store in this folder, opened for writing and made when it is not there.

        `base_iri` is for a new store; an existing one keeps its own. Raises StoreLocked when another
        process writes it, StoreDamaged when it cannot be used, BadRequest when the base is no base.
        """
        check_base(base_iri)
        with reported(folder):
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / SETTINGS).exists() and not (folder / DATABASE).exists():
                save_settings(folder / SETTINGS, Settings(base_iri))
            settings = load_settings(folder / SETTINGS)
            store = cls(ox.Store(folder / DATABASE), settings, folder)
            store._keep_vocabulary()
            return store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in this folder as it is now, for reading; another process may be writing it.

        Raises NotFound when there is none, StoreDamaged when it cannot be used.
        """
        with reported(folder):
            there = (folder / DATABASE).is_dir()
        if not there:
            raise NotFound(f"There is no knowledge base in {folder}. Make one with: kb read SOURCE")
        seen = marks(folder / DATABASE)  # before it is opened: what comes in between is noticed next time
        store = cls(snapshot(folder / DATABASE), load_settings(folder / SETTINGS), folder)
        store._marks = seen
        return store

    @staticmethod
    def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
        """The base IRI of the store in this folder, `otherwise` where there is none; StoreDamaged."""
        with reported(folder):
            there = (folder / SETTINGS).exists()
        return load_settings(folder / SETTINGS).base_iri if there else otherwise

    def refreshed(self) -> Self:
        """This store, or a new snapshot when another process has written since this one was opened.

        This one stays open for those who still read it. While the folder cannot be opened it is kept.
        """
        if self._folder is None or self._marks in (None, marks(self._folder / DATABASE)):
            return self
        try:
            return type(self).open(self._folder)
        except (NotFound, StoreDamaged):
            return self

    @classmethod
    def in_memory(cls, base_iri: str = DEFAULT_BASE) -> Self:
        """An empty store that is gone when the process ends."""
        store = cls(ox.Store(), Settings(check_base(base_iri)))
        store._keep_vocabulary()
        return store

    def replace_document(self, findings: Findings, corrections: Corrections | None = None) -> bool:
        """Store a document and its findings in place of what was stored under its IRI, atomically.

        `corrections` are kept in place of those stored for it, None leaves these as they are. Returns
        whether anything changed.
        """
        document = build(findings, self.base_iri)
        change = changes.replacing(self._quads, self.base_iri, document)
        if corrections is not None:
            wanted = correction_quads(findings.document.iri, corrections, self.base_iri)
            change |= changes.correcting(self._quads, self.base_iri, document.document, wanted)
        return self._apply(change)

    def remove(self, iri: str) -> None:
        """Take a document out, with everything found in it; NotFound when it is not there."""
        if iri not in self:
            raise NotFound(f"There is no document {iri} here. {LIST_THEM}")
        name = graph_of(self.base_iri, iri)
        self._apply(changes.removing(self._quads, self.base_iri, NamedNode(iri), name))

    def replace_quads(self, stored: set[Quad], wanted: set[Quad]) -> bool:
        """Store these quads in place of those, atomically; returns whether anything changed."""
        return self._apply(changes.between(stored, wanted))

    def update(self, sparql: str, graphs: Graphs = EVERYTHING, hosts: Hosts = NOBODY) -> None:
        """Do a SPARQL 1.1 update, whole or not at all, and put it safely on disk.

        `graphs` are those its WHERE clauses see, as by USING. LOAD and SERVICE ask these hosts only.
        Raises BadQuery for what cannot be read or is refused.
        """
        self.run(prepared(sparql, graphs, hosts))

    def run(self, update: str) -> None:
        """Do an update that ends with an operation as it is."""
        with told(update), reported(self._folder):
            whole = outbox.unlogged(self._quads, update)
            self._quads.update(whole, base_iri=self.base_iri, prefixes=PREFIXES)
        self._keep_vocabulary()
        self.flush()
        self._follow()

    def flush(self) -> None:
        """Put everything written so far safely on disk (a commit alone survives a crash, no power cut)."""
        with reported(self._folder):
            self._quads.flush()
        self._flushed = True

    def close(self) -> None:
        """Put what was written safely on disk and let go of the database; closing twice does no harm."""
        if not self._flushed:
            self.flush()
        if self._index:
            self._index.close()
        self._index = self._open = None

    def _apply(self, change: changes.Change) -> bool:
        if change:
            whole = changes.unfounded(self._quads, self.base_iri, change)
            with reported(self._folder):
                self._quads.update(outbox.logged(self._quads, whole, change.graphs).as_update())
            self._flushed = False
            self._follow()
        return bool(change)

    def _follow(self) -> None:
        """Have the index show the change, where there is one that somebody may ask."""
        if self._folder and not self.index.follow(self._quads, self.base_iri):
            self.reindex()
        elif self._index:
            self._index.follow(self._quads, self.base_iri)

    def reindex(self, watch: Watch = iter) -> None:
        """Build the index anew from the triples; `watch` sees each graph that is read."""
        if self._index:
            self._index.close()
        self._index = Index.built(self._quads, self.base_iri, self._folder, watch=watch)

    def _keep_vocabulary(self) -> None:
        """Store the vocabulary beside the data, so that queries can use its labels and its tree."""
        wanted = vocabulary_quads()
        self._apply(changes.between({*changes.graph_quads(self._quads, VOCABULARY)}, {*wanted}))

    @property
    def index(self) -> Index:
        """The index of timelines, opened when it is first asked for and then kept; built where it must be."""
        if self._index is None:
            with reported(self._folder):
                self._index = self._found_index()
        return self._index

    def _find(self, wanted: Filter) -> list[str]:
        try:
            return [entry.iri for entry in self.index.window(wanted)]
        except BadRequest as error:
            raise BadQuery(f"idx:timeline: {error}") from error

    def _found_index(self) -> Index:
        folder = self._folder
        if folder is None or self._marks is None:
            return Index.beside(self._quads, self.base_iri, folder)
        return Index.of_reader(lambda: snapshot(folder / DATABASE), self.base_iri, folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
