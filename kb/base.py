"""KnowledgeBase: the front door. Every method is a few lines; the work is done in the rooms below.

with KnowledgeBase.create(Path("kb.data")) as kb:
    for document in kb.documents_in("article.txt"):
        kb.read(document)
    for entry in kb.timeline(Filter(about="Aleppo")):
        print(entry.edtf, entry.label)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kb import correcting, joining, pipeline
from kb.answers import Answers
from kb.asked import documents_in, given_date
from kb.errors import BadRequest, BadSource
from kb.linking.services import Service
from kb.model import (
    Corrections,
    Document,
    Findings,
    Judgement,
    Merge,
    Redated,
    SetRight,
)
from kb.ontology import DEFAULT_BASE
from kb.spreading import Job, Outcome, Workers
from kb.storing import Watch, backup, bulk
from kb.storing.opening import base_of, create_store, open_store, share_store
from kb.storing.rereading import (
    holding_document,
    list_corrections,
    load_corrections,
    load_document,
)
from kb.tying import finding
from kb.when import When

__all__ = ["SAMPLE", "KnowledgeBase", "documents_in", "given_date"]

SAMPLE = Path(__file__).parent / "sample"  # the articles that `kb demo` reads


class KnowledgeBase(Answers):
    """Articles, what was found in them, and the questions one can ask.

    Open it with `open` (reading; a snapshot) or `create` (reading and writing; one process at a time).
    """

    @classmethod
    def open(cls, folder: Path) -> Self:
        """A read-only snapshot; NotFound when there is no knowledge base in the folder."""
        return cls(open_store(folder))

    @classmethod
    def create(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """Open for writing, made when missing; StoreLocked when another process writes.

        `base_iri` names the data of a *new* knowledge base; an old one keeps its own.
        """
        return cls(create_store(folder, base_iri))

    @classmethod
    def share(cls, folder: Path, base_iri: str = DEFAULT_BASE) -> Self:
        """The same, but where a site owns it, what is written goes through that.

        What is found and decided is found and decided here. StoreLocked when another command writes.
        """
        return cls(share_store(folder, base_iri))

    @staticmethod
    def load(path: Path, folder: Path, base_iri: str = DEFAULT_BASE) -> None:
        """Make a knowledge base of what `dump` wrote, in a folder that has none; far faster than reading."""
        bulk.load(path, folder, base_iri)

    @staticmethod
    def restore(path: Path, folder: Path, replace: bool = False, pieces: backup.Pieces = iter) -> int:
        """Make a knowledge base of what `back_up` wrote, verified; returns how many documents it has.

        One that is there is kept, and that is a BadRequest, unless it shall be `replace`d.
        """
        return backup.restore(path, folder, replace, pieces).documents

    @staticmethod
    def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
        """The base IRI of the knowledge base in this folder, or `otherwise` where there is none."""
        return base_of(folder, otherwise)

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

    @contextmanager
    def writing(self) -> Iterator[Self]:
        """This knowledge base open for writing; of a snapshot, the folder beneath, for as long as it takes.

        StoreLocked when another process writes it.
        """
        if not self._store.is_snapshot or self._store.folder is None:
            yield self
            return
        with type(self).create(self._store.folder) as kb:
            yield kb

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
        return self._store.transact(lambda: self._read(document))

    def _read(self, document: Document) -> Findings:
        corrections = correcting.given_anew(document, load_corrections(self._store, document.iri))
        return self._keep(document, corrections)

    def keep(self, findings: Findings) -> None:
        """Store what was found in an article, as `read` does; what was set right in it has it read anew."""
        if load_corrections(self._store, findings.document.iri):
            self.read(findings.document)
        else:
            self._store.replace_document(findings, {})

    @property
    def is_writable(self) -> bool:
        """Whether it can be written to; what `open` gives cannot."""
        return not self._store.is_snapshot

    def read_spread(self, documents: Iterable[Document], workers: Workers) -> Iterator[Outcome]:
        """The same for many articles, read by other processes or machines and stored here as they come back.

        What fails for one article is told in its outcome and holds up no other.
        """
        jobs = (
            Job(document, correcting.given_anew(document, load_corrections(self._store, document.iri)))
            for document in documents
        )
        for outcome in workers.read(jobs):
            yield self._kept(outcome)

    def _kept(self, outcome: Outcome) -> Outcome:
        """An outcome whose findings are stored, or that tells why they cannot be."""
        if outcome.findings is None:
            return outcome
        try:
            self._store.replace_document(outcome.findings, outcome.job.corrections)
        except (BadSource, BadRequest) as error:
            return replace(outcome, findings=None, error=str(error))
        return outcome

    def correct(self, iri: str, when: When | None, made: datetime) -> list[Redated]:
        """Set right when a document was published or when an entry was; None takes the correction back.

        All that counts from it is dated anew. Returns what changed; NotFound when nothing has this IRI, or
        nothing was set right that could be taken back.
        """
        return self._store.transact(lambda: self._correct(iri, when, made))

    def _correct(self, iri: str, when: When | None, made: datetime) -> list[Redated]:
        name = holding_document(self._store, iri)
        entry = self.entry(iri) if when is not None and iri != name else None
        right = correcting.correction(entry, when, made) if when is not None else None
        known = load_corrections(self._store, name)
        document = correcting.as_given(load_document(self._store, name), known)
        before = {entry.iri: entry for entry in self.document(name).entries}
        key = iri.removeprefix(name).lstrip("/")
        self._keep(document, correcting.set_right(document, known, key, right))
        self._store.catch_up()
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

    def link(
        self, about: str, today: date, watch: finding.Watch = iter, service: Service | None = None
    ) -> Counter[Judgement]:
        """Look for everyone, everywhere and every entry, or those about words, in the authority beside this.

        With a `service`, names are looked for there instead; where it does not answer, that is kept. What
        is found is kept in `links`, a batch at a time; counts what is held of each. NotFound without an
        authority. `watch` is handed what is looked for and gives it back one by one.
        """
        if service:
            finder = finding.ServiceFinder(self._store, service, today)
            return finding.find_links(self._store, finder, about, watch)
        return finding.find_in_folder(self._store, about, today, watch)

    def remove(self, iri: str) -> None:
        """Forget a document and everything found in it; NotFound when it is not stored."""
        self._store.remove(iri)

    def flush(self) -> None:
        """Make everything read so far safe from a power cut."""
        self._store.flush()

    def reindex(self, watch: Watch = iter) -> None:
        """Build the index of timelines anew; `watch` is handed the graphs to read and gives them back."""
        self._store.reindex(watch)
