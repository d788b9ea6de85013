"""The store: one folder, an Oxigraph database and its settings; everything stored goes through here.

One process may write a store, one thread of it at a time; any number may read it meanwhile, each seeing
what was there when it opened. Other processes hand their changes to the one that writes (`owning`).
Writing is atomic, a document at a time. Nothing here knows what the triples mean: that is `graph.py` (in)
and `rows.py` (out).
"""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kb.errors import NotFound, Outdated, StoreDamaged
from kb.model import Corrections, Findings
from kb.ontology import DEFAULT_BASE
from kb.storing import changes, layout, outbox
from kb.storing.corrections import correction_quads
from kb.storing.database import Database
from kb.storing.failures import reported
from kb.storing.freshness import marks
from kb.storing.graph import DocumentGraph, build
from kb.storing.index.updating import unfollowed
from kb.storing.indexed import Indexed
from kb.storing.layout import DATABASE
from kb.storing.minting import graph_of
from kb.storing.planning import Plan, Planner, asks, carried_out
from kb.storing.planning.plan import Functions
from kb.storing.sealing import note_manifest
from kb.storing.settings import Settings, check_base
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts, prepared, told
from kb.storing.sparql.touching import touched
from kb.storing.terms import PREFIXES
from kb.storing.vocabulary import VOCABULARY, vocabulary_quads

T = TypeVar("T")

LIST_THEM = "List them with: kb query 'SELECT ?iri ?title { ?iri a ek:SourceDocument ; dct:title ?title }'"


class Store(Indexed):
    """The triples of one knowledge base. Make one with `create`, `open` or `in_memory`."""

    def __init__(self, quads: Database, settings: Settings, folder: Path | None = None) -> None:
        super().__init__(quads, settings, folder)
        self._flushed = True

    @classmethod
    def create(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """The store in this folder, opened for writing and made when it is not there.

        `base_iri` is for a new store; an existing one keeps its own. Raises StoreLocked when another
        process writes it, StoreDamaged when it cannot be used, BadRequest when the base is no base.
        """
        store = cls(*layout.opened(folder, base_iri), folder)
        with reported(folder):
            store._keep_vocabulary()
        return store

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in this folder as it is now, for reading; another process may be writing it.

        Raises NotFound when there is none, StoreDamaged when it cannot be used.
        """
        before = marks(folder / DATABASE)  # what comes in while it is opened is noticed next time
        store = cls(*layout.seen(folder), folder)
        store._marks = before
        return store

    base_of = staticmethod(layout.base_of)

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
        kept = None
        if corrections is not None:
            kept = correction_quads(findings.document.iri, corrections, self.base_iri)
        return self.keep(build(findings, self.base_iri), kept)

    def keep(
        self, document: DocumentGraph, corrections: set[Quad] | None, seen: set[Quad] | None = None
    ) -> bool:
        """The same for a document that is RDF already.

        Outdated when its corrections are no longer those that were `seen` when it was read.
        """
        with self._writing:
            if seen is not None and seen != self.corrected(document.document):
                raise Outdated(f"{document.document.value} was corrected by somebody else meanwhile.")
            change = changes.replacing(self._quads, self.base_iri, document)
            if corrections is not None:
                change |= changes.correcting(self._quads, self.base_iri, document.document, corrections)
            return self._apply(change)

    def corrected(self, document: NamedNode) -> set[Quad]:
        """What is stored of the corrections of a document."""
        return {*changes.correcting(self._quads, self.base_iri, document, set()).gone}

    def remove(self, iri: str) -> None:
        """Take a document out, with everything found in it; NotFound when it is not there."""
        with self._writing:
            if iri not in self:
                raise NotFound(f"There is no document {iri} here. {LIST_THEM}")
            name = graph_of(self.base_iri, iri)
            self._apply(changes.removing(self._quads, self.base_iri, NamedNode(iri), name))

    def replace_quads(self, stored: set[Quad], wanted: set[Quad]) -> bool:
        """Store these quads in place of those, atomically; returns whether anything changed."""
        return self._apply(changes.between(stored, wanted))

    def apply(self, change: changes.Change, seen: outbox.State) -> bool:
        """Do a change that was decided when the store was in another state; whether anything changed.

        Outdated when what it rests on has changed since.
        """
        with self._writing:
            if not outbox.still_holds(self._quads, change, seen):
                raise Outdated("Others wrote meanwhile what this change rests on.")
            return self._apply(change)

    def transact(self, work: Callable[[], T]) -> T:
        """Do work that reads and then writes, with nobody else writing in between; returns what it does."""
        with self._writing:
            return work()

    def catch_up(self) -> None:
        """Have what is read from now on hold all that was written through this store: here it always does."""

    def update(
        self,
        sparql: str,
        graphs: Graphs = EVERYTHING,
        hosts: Hosts = NOBODY,
        plan: Planner | None = None,
    ) -> None:
        """Do a SPARQL 1.1 update, whole or not at all, and put it safely on disk.

        `graphs` are those its WHERE clauses see, as by USING. LOAD and SERVICE ask these hosts only. `plan`
        works out what asks more of a store in a folder than to read it once; others may write meanwhile.
        Raises BadQuery for what cannot be read or is refused, and what `plan` raises.
        """
        update = prepared(sparql, graphs, hosts)
        if plan and self._folder and isinstance(self._quads, ox.Store) and asks(update):
            carried_out(self, self._quads, self._folder, update, plan)
        else:
            self.run(update)

    def carry_out(self, update: str, plan: Plan) -> None:
        """Do an update as it was worked out; Outdated when others have written since."""
        with self._writing:
            if outbox.state_of(self._quads) != plan.seen:
                raise Outdated("Others wrote meanwhile what this change rests on.")
            text, functions = plan.as_update(update)
            self._do(text, plan.touched(update, self.base_iri), custom_functions=functions)

    def run(self, update: str) -> None:
        """Do an update that ends with an operation as it is."""
        self._do(update, touched(update, self.base_iri))

    def _do(self, update: str, graphs: frozenset[str] | None, **more: Functions) -> None:
        """Do an update that changes no other graphs than these, None where they are not known."""
        followed = None if graphs is None or graphs & unfollowed(self.base_iri) else graphs
        with self._writing:
            with told(update), reported(self._folder):
                whole = outbox.told(self._quads, update, followed)
                self._quads.update(whole, base_iri=self.base_iri, prefixes=PREFIXES, **more)
            if followed is None:
                self._keep_vocabulary()
            self.flush()
            self._follow()

    def flush(self) -> None:
        """Put everything written so far safely on disk (a commit alone survives a crash, no power cut)."""
        with reported(self._folder):
            self._quads.flush()
        if self._folder:
            note_manifest(self._folder, self._folder / DATABASE)
        self._flushed = True

    def close(self) -> None:
        """Put what was written safely on disk and let go of the database; closing twice does no harm."""
        if not self._flushed:
            self.flush()
        self._asked.close()
        self._open = None

    def _apply(self, change: changes.Change) -> bool:
        with self._writing:
            if change:
                whole = changes.unfounded(self._quads, self.base_iri, change)
                with reported(self._folder):
                    self._commit(outbox.logged(self._quads, whole, change.graphs))
                self._flushed = False
                self._follow()
        return bool(change)

    def _commit(self, change: changes.Change) -> None:
        """Have the database do a change, whole or not at all."""
        self._quads.update(change.as_update())

    def _keep_vocabulary(self) -> None:
        """Store the vocabulary beside the data, so that queries can use its labels and its tree."""
        wanted = vocabulary_quads()
        self._apply(changes.between({*changes.graph_quads(self._quads, VOCABULARY)}, {*wanted}))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
