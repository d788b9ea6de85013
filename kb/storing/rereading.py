"""What it takes to read a stored article again: the document, and what people set right in it."""

from kb.errors import NotFound
from kb.model import Correction, Document, SetRight, Span
from kb.storing import rows
from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.when import When


def load_corrections(store: Store, document: str) -> dict[str, Correction]:
    """What was set right in a document, by the key of the entry, PUBLICATION for the document itself."""
    found = list_corrections(store, document)
    return {right.iri.removeprefix(document).strip("/"): right.correction for right in found}


def list_corrections(store: Store, document: str | None = None) -> list[SetRight]:
    """All that people set right, in one document or in all, by document and moment."""
    rows = ask(store, "corrections", only([document], "document") if document else "")
    return [SetRight(r["target"], r["document"], _correction(r), "stands" not in r) for r in rows]


def holding_document(store: Store, iri: str) -> str:
    """The IRI of the document that this is, or that holds this entry, or held it when it was set right.

    NotFound when nothing has this IRI.
    """
    if iri in store:
        return iri
    known = next(ask(store, "corrections", only([iri], "target")), None)
    return known["document"] if known else rows.entry(store, iri).document.iri


def load_document(store: Store, iri: str) -> Document:
    """A document as it was read, so that it can be read again from the store alone; NotFound."""
    row = next(ask(store, "source", only([iri])), None)
    if row is None:
        raise NotFound(f"There is no document {iri} here. Read it with: kb read SOURCE")
    return _document(row, _triggers(store, iri) if "given" in row else None)


def _triggers(store: Store, document: str) -> tuple[Span, ...]:
    """The places of event words that were given: those where the entries of the document stand."""
    rows = ask(store, "triggers", only([document], "document"))
    return tuple(sorted(Span(int(row["start"]), int(row["end"])) for row in rows))


def _correction(row: Row) -> Correction:
    instead_of = row.get("insteadOf")
    return Correction(
        when=When.parse(row["edtf"]),
        made=row["made"],
        label=row.get("label", ""),
        instead_of=When.parse(instead_of) if instead_of else None,
        found_in=row.get("foundIn", ""),
    )


def _document(row: Row, given: tuple[Span, ...] | None) -> Document:
    published = row.get("published")
    return Document(
        iri=row["iri"],
        text=row["text"],
        language=row["language"],
        title=row["title"],
        url=row.get("url"),
        publisher=row.get("publisher"),
        author=row.get("author"),
        doc_id=row.get("identifier"),
        published=When.parse(published) if published else None,
        published_by=row.get("foundIn", ""),
        given_events=given,
    )
