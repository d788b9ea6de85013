"""The link records of a store: asked, judged, taken back, carried in and out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from kb.errors import BadRequest, BadSource, NotFound
from kb.linking import identified
from kb.linking.sssom import MANUAL, as_sssom, from_sssom
from kb.linking.subjects import kept_judgements
from kb.model import Judgement, LinkRecord, Review, Standing, Waiting
from kb.model.links import reviewed, standing, waiting
from kb.storing import Store
from kb.storing.linkable import load_clusters
from kb.storing.links import keep_links, load_labels, load_links
from kb.storing.terms import EK
from kb.writing import write_whole

AT_ONCE = 200  # subjects whose records are taken in at once
T = TypeVar("T")
Joined = Callable[[Sequence[LinkRecord], Sequence[LinkRecord]], Iterable[LinkRecord]]


class Links:
    """The links of one knowledge base."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def folder(self) -> Path | None:
        """Where the knowledge base lies, and its authority; None in memory."""
        return self._store.folder

    def of(self, iri: str) -> list[Standing]:
        """The links of something, and of all that are one with it, the accepted first, then the likeliest."""
        held = standing(load_links(self._store, load_clusters(self._store, iri)))
        return sorted(held, key=lambda one: (one.judgement != Judgement.ACCEPTED, -one.record.confidence))

    def all(self) -> list[Standing]:
        """Every link record, with what is held of it."""
        return standing(load_links(self._store))

    def waiting(self) -> list[Waiting]:
        """What a person is asked about, the least certain first; what is no longer stored is left out."""
        asked = waiting(load_links(self._store))
        known = load_labels(self._store, [one.subject for one in asked])
        return [one for one in asked if one.subject in known]

    def orphans(self) -> list[LinkRecord]:
        """What people said of things that no article tells any more."""
        said = [record for record in load_links(self._store) if record.reviews]
        known = load_labels(self._store, {record.subject for record in said})
        return [record for record in said if record.subject not in known]

    def keep_found(self, found: Mapping[str, Sequence[LinkRecord]]) -> None:
        """Keep what was found of these subjects; what people said stays, also of what is not found now."""
        self._changed(lambda: self._keep(found, kept_judgements))

    def _changed(self, work: Callable[[], T]) -> T:
        """Do work on the records as they are now, and again where others change them in between."""
        self._store.catch_up()
        return self._store.transact(work)

    def _keep(self, found: Mapping[str, Sequence[LinkRecord]], with_known: Joined) -> None:
        """Keep records of some subjects, together with those that are known."""
        known: dict[str, list[LinkRecord]] = {subject: [] for subject in found}
        for record in load_links(self._store, found):
            known[record.subject].append(record)
        kept = [with_known(known[subject], records) for subject, records in found.items()]
        keep_links(self._store, list(found), chain.from_iterable(kept))

    def judge(self, subject: str, identifier: str, said: Judgement, reviewer: str, made: datetime) -> None:
        """Keep what a person says: `identifier` (an IRI, Q42) is the same, is not, or ("", NIL) nothing is.

        NotFound when the subject is not stored, BadRequest for no identifier or no name of the reviewer.
        """
        self._changed(lambda: self._judge(subject, identifier, said, reviewer, made))

    def _judge(self, subject: str, identifier: str, said: Judgement, reviewer: str, made: datetime) -> None:
        label = self.label(subject)
        known = {record.object: record for record in load_links(self._store, [subject])}
        review = Review(said, _named(reviewer), _after(known.values(), _moment(made)))
        iri = _object(identifier, said)
        record = known.get(iri) or _given(subject, label, iri, made)
        known[iri] = reviewed(record, review)
        keep_links(self._store, [subject], known.values())

    def undo(self, subject: str, identifier: str) -> None:
        """Take back the last thing a person said of a link; NotFound when nobody said anything."""
        self._changed(lambda: self._undo(subject, identifier))

    def _undo(self, subject: str, identifier: str) -> None:
        iri = identified(identifier) if identifier else ""
        known = {record.object: record for record in load_links(self._store, [subject])}
        record = known.get(iri)
        if record is None or not record.reviews:
            raise NotFound(f"Nobody judged {identifier or 'nil'} of {subject}: nothing to take back.")
        known[iri] = replace(record, reviews=record.reviews[:-1])
        keep_links(self._store, [subject], (one for one in known.values() if not _is_empty(one)))

    def accept_above(self, score: float, reviewer: str, made: datetime) -> int:
        """Accept the likeliest link of everything that waits where it has this score; returns how many."""
        sure = [one.links[0] for one in self.waiting() if one.links[0].confidence >= score]
        for record in sure:
            self.judge(record.subject, record.object, Judgement.ACCEPTED, reviewer, made)
        return len(sure)

    def export(self, path: Path) -> int:
        """Write all link records as a mapping set of SSSOM (TSV); returns how many."""
        records = load_links(self._store)
        write_whole(path, as_sssom(records, self._store.base_iri).encode())
        return len(records)

    def bring_in(self, path: Path) -> int:
        """Take in a mapping set of SSSOM beside what is there; returns how many records. BadSource."""
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadSource(f"Cannot read {path}: {error}. Give a file of SSSOM as TSV in UTF-8.") from error
        read = (_ours_first(one, self._store.base_iri) for one in from_sssom(text, str(path)))
        records = sorted(read, key=attrgetter("subject"))
        for subject in {record.subject for record in records}:
            self._require_named(subject, path)
        found = {subject: [*group] for subject, group in groupby(records, key=attrgetter("subject"))}
        for start in range(0, len(found), AT_ONCE):
            some = dict(islice(found.items(), start, start + AT_ONCE))
            self._changed(lambda some=some: self._keep(some, _joined))  # type: ignore[misc]
        return len(records)

    def _require_named(self, subject: str, path: Path) -> None:
        if any(self._store.quads(subject, EK.unnamed.value)):
            raise BadSource(
                f"{path}: {subject} has no name in its source, and is never linked. Leave it out."
            )

    def label(self, subject: str) -> str:
        """What is to be linked is called; NotFound when it is not stored, or not named by its source."""
        known = load_labels(self._store, [subject])
        if subject not in known:
            raise NotFound(f"Nothing that can be linked is stored under {subject}.")
        return known[subject]


def _joined(known: Iterable[LinkRecord], others: Iterable[LinkRecord]) -> Iterator[LinkRecord]:
    """The records of two lists, what people said of them in the order they said it."""
    mine = {record.key: record for record in known}
    for record in others:
        before = mine.pop(record.key, None)
        reviews = {*record.reviews, *(before.reviews if before else ())}
        in_order = tuple(sorted(reviews, key=lambda one: (one.made, one.reviewer, one.judgement)))
        yield replace(record, reviews=record.reviews if len(reviews) == len(record.reviews) else in_order)
    yield from mine.values()


def _ours_first(record: LinkRecord, base: str) -> LinkRecord:
    """A mapping to something of ours as one from it: what is exactly the same is so both ways."""
    if record.subject.startswith(base) or not record.object.startswith(base):
        return record
    subject, label = record.object, record.object_label
    return replace(
        record, subject=subject, subject_label=label, object=record.subject, object_label=record.subject_label
    )


def _given(subject: str, label: str, iri: str, made: datetime) -> LinkRecord:
    """A record of what nobody but a person found."""
    day = made.astimezone(UTC).date().isoformat()
    return LinkRecord(
        subject=subject, subject_label=label, object=iri, found=Judgement.PROPOSED if iri else Judgement.NIL,
        justification=MANUAL, date=day,
    )  # fmt: skip


def _is_empty(record: LinkRecord) -> bool:
    """Whether only a person made it, and took all back."""
    return record.justification == MANUAL and not record.reviews


def _object(identifier: str, said: Judgement) -> str:
    if said == Judgement.NIL:
        return ""
    if said not in (Judgement.ACCEPTED, Judgement.REJECTED):
        raise BadRequest("A person accepts a link, rejects it, or says that there is none (nil).")
    if iri := identified(identifier.strip()):
        return iri
    raise BadRequest(f"{identifier!r} is no identifier. Write Q42, geonames:2643743, or an IRI with http.")


def _named(reviewer: str) -> str:
    if name := " ".join(reviewer.split()):
        return name
    raise BadRequest("Say who decides: --by NAME, or $KB_REVIEWER.")


def _moment(made: datetime) -> str:
    return made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _after(known: Iterable[LinkRecord], moment: str) -> str:
    """The moment, or the second after the last thing said of these: of two words the later counts."""
    last = max((review.made for record in known for review in record.reviews), default="")
    if moment > last:
        return moment
    return _moment(datetime.fromisoformat(last).replace(tzinfo=UTC) + timedelta(seconds=1))
