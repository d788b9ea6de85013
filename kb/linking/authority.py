"""The authority: who and where is known besides the articles, kept in one SQLite file beside the store.

Records come in through `add`, in transactions of `BATCH` records; what was taken of a source is marked in
the same transaction, so that an interrupted load goes on where it stopped. A record replaces an older one
of the same source and IRI. Names are found by their folded spelling (`spelling.folded`).
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kb.errors import NotFound, StoreDamaged, StoreLocked
from kb.linking.record import WIKIDATA, Record, Sort
from kb.linking.spelling import folded
from kb.linking.tables import ENTITY, FORGET_WORDS, LEARN_WORDS, MIDDLE, MOVED, NAMED, POINT, SCHEMA

FILE = "authority.sqlite"
BATCH = 5000  # records a transaction
PATIENCE = 10.0  # seconds to wait for another process that writes
MOST = 500  # namesakes looked at for one label, the most prominent first
BUILD_IT = "Make one with: kb authority build, or kb authority add FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A record that bears a name that was looked up: `text` is the name as the record spells it."""

    iri: str
    kind: str
    label: str
    description: str
    prior: float
    country: str
    begun: str
    ended: str
    doubt: str
    text: str
    sort: Sort


class Authority:
    """The records of one knowledge base. Make one with `create` or `open`, or in memory for a test."""

    def __init__(self, database: sqlite3.Connection, place: str) -> None:
        self._database = database
        self._place = place
        with self._reported():
            database.executescript(SCHEMA)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The authority in this folder, made when it is not there; StoreDamaged when it cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(folder / FILE, timeout=PATIENCE)
        except (OSError, sqlite3.Error) as error:
            raise StoreDamaged(f"Cannot write {folder / FILE}: {error}. Look at the folder.") from error
        return cls(database, str(folder / FILE))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The authority in this folder; NotFound when there is none."""
        if not cls.is_in(folder):
            raise NotFound(f"There is no authority in {folder}. {BUILD_IT}")
        return cls.create(folder)

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Whether there is one in this folder."""
        return (folder / FILE).is_file()

    @classmethod
    def in_memory(cls) -> Self:
        """An empty one that is gone when the process ends."""
        return cls(sqlite3.connect(":memory:"), "memory")

    def add(self, records: Iterable[Record], mark: str = "") -> int:
        """Keep these records; returns how many were added now.

        `mark` names the source, such as a file with its size and date: what was already taken under it is
        skipped, so that the same call goes on after a crash and does nothing when all was taken.
        """
        waiting = iter(records)
        done = begun = self._taken(mark)
        next(islice(waiting, begun, begun), None)
        while batch := list(islice(waiting, BATCH)):
            done += len(batch)
            with self._reported(), self._database:
                for record in batch:
                    self._keep(record)
                if mark:
                    self._database.execute("INSERT OR REPLACE INTO taken VALUES (?, ?)", (mark, done))
        return done - begun

    def named(self, name: str) -> list[Held]:
        """The records that bear this name in any spelling, the most prominent first."""
        with self._reported():
            rows = self._database.execute(NAMED, (folded(name), MOST)).fetchall()
        return [_held(row) for row in rows]

    def identity(self, iri: str) -> str:
        """What to call the thing of this IRI: its Wikidata IRI where one is known, else the IRI itself.

        An identifier that was redirected is followed; "" for one that was deleted.
        """
        iri = self.moved(iri)
        if iri.startswith(WIKIDATA):
            return iri
        with self._reported():
            rows = self._database.execute("SELECT DISTINCT other FROM same WHERE one = ?", (iri,)).fetchall()
        items = sorted({self.moved(other) for (other,) in rows if other.startswith(WIKIDATA)} - {""})
        return items[0] if len(items) == 1 else iri

    def moved(self, iri: str) -> str:
        """Where an identifier leads now: to itself, or where it was redirected to; "" when it was deleted."""
        with self._reported():
            rows = self._database.execute(MOVED, (iri,)).fetchall()
        return str(rows[-1][0])

    def wikidata_ids(self) -> Iterator[str]:
        """The Wikidata ids held, such as Q42, in order."""
        with self._reported():
            rows = self._database.execute(
                "SELECT iri FROM entity WHERE iri LIKE ?1 UNION SELECT one FROM same WHERE one LIKE ?1",
                (f"{WIKIDATA}%",),
            ).fetchall()
        ids = {iri.removeprefix(WIKIDATA) for (iri,) in rows}
        yield from sorted(ids, key=lambda identifier: (len(identifier), identifier))

    def position(self, iri: str) -> tuple[float, float] | None:
        """Latitude and longitude of what this IRI names, in degrees; None where they are not known.

        A country without any of its own stands amid its cities, those counting most that are known best.
        """
        with self._reported():
            point = self._database.execute(POINT, (iri,)).fetchone()
            found = point or self._database.execute(MIDDLE, (iri,)).fetchone()
        return None if found[0] is None else (found[0], found[1])

    def counts(self) -> Mapping[str, int]:
        """How many records each source gave."""
        with self._reported():
            rows = self._database.execute(
                "SELECT source, count(*) FROM entity GROUP BY source ORDER BY source"
            )
            return dict(rows.fetchall())

    def rows(self, sql: str, *values: str | float) -> list[tuple[Any, ...]]:
        """The rows of a question; for `asking`."""
        with self._reported():
            return self._database.execute(sql, values).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _taken(self, mark: str) -> int:
        with self._reported():
            row = self._database.execute("SELECT records FROM taken WHERE mark = ?", (mark,)).fetchone()
        return int(row[0]) if row else 0

    def _keep(self, record: Record) -> None:
        moves = [(old, record.iri) for old in record.replaces] + [(record.iri, "")] * record.deleted
        self._database.executemany("INSERT OR REPLACE INTO moved VALUES (?, ?)", moves)
        if not record.deleted:
            self._describe(record)

    def _describe(self, record: Record) -> None:
        (entity,) = self._database.execute(ENTITY, _entity_row(record)).fetchone()
        self._database.execute(FORGET_WORDS, (entity,))
        for table in ("name", "same"):
            self._database.execute(f"DELETE FROM {table} WHERE entity = ?", (entity,))  # noqa: S608 - ours
        names = {(folded(n.text), entity, n.text, n.language, str(n.sort)) for n in record.names}
        self._database.executemany(
            "INSERT INTO name VALUES (?, ?, ?, ?, ?)", sorted(n for n in names if n[0])
        )
        self._database.execute(LEARN_WORDS, (entity,))
        pairs = [(record.iri, other) for other in record.same]
        both = [(*pair, entity) for one, other in pairs for pair in ((one, other), (other, one))]
        self._database.executemany("INSERT INTO same VALUES (?, ?, ?)", both)

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """Failures of SQLite as errors of ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreLocked(f"Another process writes {self._place}. Wait until it is done.") from error
            raise StoreDamaged(f"Cannot use {self._place}: {error}. Look at the disk.") from error
        except sqlite3.DatabaseError as error:
            raise StoreDamaged(
                f"{self._place} is no authority: {error}. Delete it and build it anew: kb authority build"
            ) from error


def _entity_row(record: Record) -> tuple[str | float | None, ...]:
    place = (record.country, record.latitude, record.longitude, record.begun, record.ended)
    told = (record.kind, record.name, record.description, record.prior)
    return (record.source, record.iri, *told, *place, record.doubt)


def _held(row: tuple[str, str, str, str, float, str, str, str, str, str, str]) -> Held:
    iri, kind, label, description, prior, country, begun, ended, doubt, text, sort = row
    return Held(
        iri=iri, kind=kind, label=label, description=description, prior=prior, country=country,
        begun=begun, ended=ended, doubt=doubt, text=text, sort=Sort(sort),
    )  # fmt: skip
