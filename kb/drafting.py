"""What an article would add, found before it is stored, in a process of its own.

Reading takes a trained pipeline, some hundred megabytes and seconds: who asks for a draft (a site) need
load none of it, and a text that takes too long is stopped.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection

from kb import pipeline
from kb.asked import documents_in, documents_of
from kb.errors import BadSource, Busy, KnowledgeBaseError
from kb.model import Document, DocumentView, Explanation, Findings
from kb.storing import Store, rows
from kb.when import When

MOST = 20  # articles of one source; more are read by kb read
PATIENCE = 120.0  # seconds
SPAWNING = get_context("spawn")  # a site has threads, which a fork would lose


@dataclass(frozen=True, slots=True)
class Given:
    """A source somebody hands in: an address, or bytes and their name; when it was published, if told."""

    name: str
    data: bytes | None = None
    published: When | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it would be stored: what was found, and how each entry would be shown and explained."""

    findings: Findings
    view: DocumentView
    explanations: tuple[Explanation, ...]


def drafts_of(given: Given, base: str, seconds: float = PATIENCE) -> list[Draft]:
    """The articles of a source as they would be stored, `MOST` at most.

    BadSource when there are none, Busy when it took longer than so many seconds.
    """
    receiver, sender = SPAWNING.Pipe(duplex=False)
    process = SPAWNING.Process(target=_send, args=(sender, given, base), daemon=True)
    process.start()
    sender.close()
    try:
        return _received(receiver, seconds)
    finally:
        process.kill()
        process.join()
        receiver.close()


def drafted(given: Given, base: str) -> Iterator[Draft]:
    """The same, found in this process."""
    for document in islice(_documents(given, base), MOST):
        yield _draft(pipeline.find(document), base)


def _received(receiver: Connection, seconds: float) -> list[Draft]:
    if not receiver.poll(seconds):
        raise Busy(f"It was not read within {seconds:.0f} seconds. Read it with: kb read FILE")
    try:
        answer = receiver.recv()
    except EOFError as error:
        raise BadSource(
            "The process that read it ended, perhaps for want of memory. Hand in less."
        ) from error
    if isinstance(answer, KnowledgeBaseError):
        raise answer
    return list(answer)


def _send(sender: Connection, given: Given, base: str) -> None:
    with suppress(BrokenPipeError):  # nobody waits any longer
        try:
            sender.send(list(drafted(given, base)))
        except KnowledgeBaseError as error:
            sender.send(error)


def _documents(given: Given, base: str) -> Iterator[Document]:
    if given.data is None:
        return documents_in(given.name, published=given.published, base=base)
    return documents_of(given.data, given.name, published=given.published, base=base)


def _draft(findings: Findings, base: str) -> Draft:
    with Store.in_memory(base) as store:
        store.replace_document(findings)
        view = rows.document(store, findings.document.iri)
        return Draft(findings, view, tuple(rows.explain(store, entry.iri) for entry in view.entries))
