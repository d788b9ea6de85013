"""What a person sets right, decided: which corrections a document has then, and what they changed.

Nothing here reads or writes; `kb.base` asks, and stores the answer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from kb.errors import NotFound
from kb.model import PUBLICATION, Correction, Corrections, Document, Entry, Redated
from kb.when import When


def as_given(document: Document, corrections: Corrections) -> Document:
    """A stored document with the day of publication that its source gave, whatever was set right since."""
    right = corrections.get(PUBLICATION)
    return replace(document, published=right.instead_of, published_by=right.found_in) if right else document


def given_anew(document: Document, corrections: Corrections) -> Corrections:
    """The corrections of a document that is read again: they rest on what its source gives now."""
    right = corrections.get(PUBLICATION)
    return {**corrections, PUBLICATION: _instead_of_given(document, right)} if right else corrections


def correction(entry: Entry | None, when: When, made: datetime) -> Correction:
    """The correction of an entry, or of a day of publication, made at this moment."""
    return Correction(when, made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), entry.label if entry else "")


def set_right(
    document: Document, corrections: Corrections, key: str, right: Correction | None
) -> Corrections:
    """The corrections with this one, or without the one of this key when there is none.

    NotFound when there is none to take back.
    """
    others = {name: kept for name, kept in corrections.items() if name != key}
    if right is not None:
        return {**others, key: right if key else _instead_of_given(document, right)}
    if key not in corrections:
        raise NotFound("Nothing was set right here, so there is nothing to take back. Give a date to set.")
    return others


def _instead_of_given(document: Document, right: Correction) -> Correction:
    return replace(right, instead_of=document.published, found_in=document.published_by)


def redated(before: Mapping[str, Entry], after: Iterable[Entry]) -> Iterator[Redated]:
    """The entries whose date is another one now, by their IRI before."""
    for entry in after:
        known = before.get(entry.iri)
        if known is not None and (known.edtf, known.dated) != (entry.edtf, entry.dated):
            yield Redated(known, entry)
