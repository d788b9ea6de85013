"""What SHACL cannot see: evidence against the text, bounds against the date, kinds and names known.

To add a check, write a function from a store and a document to sentences, and name it in `CHECKS`.
"""

from collections.abc import Callable, Iterator

from kb.errors import BadDate
from kb.ontology import digest
from kb.storing.answer import term_text
from kb.storing.loading import load_text
from kb.storing.questions import ask, only
from kb.storing.rereading import list_corrections
from kb.storing.store import Store
from kb.storing.terms import EK
from kb.when import When
from kb.when.days import to_iso

Check = Callable[[Store, str], Iterator[str]]


def unsound(store: Store, document: str) -> Iterator[str]:
    """What is wrong with a stored document, a sentence each."""
    for check in CHECKS:
        yield from check(store, document)


def evidences(store: Store, document: str) -> int:
    """How many pieces of evidence a document has."""
    return sum(1 for _ in ask(store, "evidences", only([document], "document")))


def _evidence(store: Store, document: str) -> Iterator[str]:
    text = load_text(store, document)
    for row in ask(store, "evidences", only([document], "document")):
        start, end = int(row["start"]), int(row["end"])
        if text[start:end] != row["words"]:
            yield f"{row['evidence']}: says {row['words']!r}, but the text has {text[start:end]!r}"


def _text(store: Store, document: str) -> Iterator[str]:
    stored = {term_text(quad.object) for quad in store.quads(document, EK.textDigest.value)}
    if stored != {digest(load_text(store, document), 64)}:
        yield f"{document}: its text is not the one it was stored with"


def _bounds(store: Store, document: str) -> Iterator[str]:
    for row in ask(store, "spans", only([document], "document")):
        try:
            when = When.parse(row["edtf"])
        except BadDate as error:
            yield f"{row['iri']}: {error}"
            continue
        if tuple(map(to_iso, when.window)) != (row.get("earliest"), row.get("latest")):
            yield f"{row['iri']}: its bounds are not those of {row['edtf']}"


def _kinds(store: Store, document: str) -> Iterator[str]:
    for row in ask(store, "unknown_kinds", only([document], "document")):
        yield f"{row['iri']}: {row['kind']} is no kind of event"


def _names(store: Store, document: str) -> Iterator[str]:
    for row in ask(store, "undescribed", only([document], "document")):
        yield f"{document}: mentions {row['iri']}, which has no name"


def _corrections(store: Store, document: str) -> Iterator[str]:
    for right in list_corrections(store, document):
        if right.orphaned:
            yield (
                f"{right.iri}: “{right.correction.label}” was set right to {right.correction.when}, but the "
                "article no longer says so in these words. Take it back with: kb correct IRI --undo; then "
                "set right what the article tells now."
            )


CHECKS: tuple[Check, ...] = (_text, _evidence, _bounds, _kinds, _names, _corrections)
