"""What is stored, read back as the values people and pages work with.

Each view is one or two questions (`questions.py`), however many rows it has.
"""

from dataclasses import replace

from kb.errors import NotFound
from kb.model import Counts, DatedWords, DocumentView, EntityView, Entry, Filter, Sizes, Span
from kb.storing.explaining import explain
from kb.storing.gathering import load_decision, versions_of
from kb.storing.loading import load_entries, load_entry, load_text
from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.storing.terms import local_name
from kb.storing.vocabulary import vocabulary_quads

__all__ = ["counts", "document", "documents", "entity", "entry", "explain", "timeline"]


def timeline(store: Store, wanted: Filter) -> list[Entry]:
    """The entries a filter keeps, earliest first, those without a date of their own last."""
    return store.index.window(wanted)


def entry(store: Store, iri: str) -> Entry:
    """One entry; NotFound when there is none of this IRI."""
    return load_entry(store, iri)


def documents(store: Store) -> list[DocumentView]:
    """All documents, newest first, without text and entries."""
    return [_document(row) for row in ask(store, "documents")]


def document(store: Store, iri: str) -> DocumentView:
    """A document with its text and what was found in it, in the order of the text; NotFound."""
    rows = list(ask(store, "documents", only([iri])))
    if not rows:
        raise NotFound(f"There is no document {iri} here. Read it with: kb read SOURCE")
    found = load_entries(store, only([iri], "document"))
    return replace(
        _document(rows[0]),
        text=load_text(store, iri),
        entries=tuple(sorted(found, key=lambda entry: (entry.start, entry.end))),
        times=tuple(_dated_words(row) for row in ask(store, "times", only([iri], "document"))),
    )


def entity(store: Store, iri: str, limit: int | None = None) -> EntityView:
    """Someone or somewhere with its entries by time, at most so many; NotFound."""
    rows = list(ask(store, "entity", only([iri])))
    if not rows:
        raise NotFound(
            f"There is nobody and nowhere {iri} here. Look for names with: kb timeline --about WORDS"
        )
    return EntityView(
        iri=iri,
        label=rows[0]["label"],
        kind=local_name(rows[0]["kind"]).lower(),
        unnamed=rows[0].get("unnamed") == "true",
        part_of=rows[0].get("whole", ""),
        entries=tuple(timeline(store, Filter(about=iri, limit=limit))),
        versions=tuple(versions_of(store, iri)),
        one_because=tuple(load_decision(store, iri).reasons),
    )


def counts(store: Store) -> Counts:
    """How much is stored; triples without those of the vocabulary."""
    rules = {local_name(row["rule"]): int(row["dates"]) for row in ask(store, "rules")}
    sizes = {name: getattr(store.index.sizes(), name) for name in Sizes.__dataclass_fields__}
    return Counts(**sizes, triples=len(store) - len(vocabulary_quads()), rules=rules)


def _dated_words(row: Row) -> DatedWords:
    return DatedWords(Span(int(row["start"]), int(row["end"])), row.get("edtf", ""))


def _document(row: Row) -> DocumentView:
    return DocumentView(
        iri=row["iri"],
        title=row["title"],
        url=row.get("url"),
        publisher=row.get("publisher", ""),
        published=row.get("published", ""),
        language=row["language"],
        text="",
        published_by=row.get("foundIn", ""),
    )
