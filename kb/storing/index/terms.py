"""Actors, places and kinds of event in the index: their ids, and all names they go by."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kb.storing.index.schema import FIRST_TERM


class Terms:
    """Ids for IRIs, remembered; make a new one for each change, since names change with it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._knows_all = False

    def known(self, iri: str) -> int | None:
        """The id of an IRI, None when the index has none."""
        if iri not in self._ids and not self._knows_all:
            row = self._connection.execute("SELECT id FROM term WHERE iri = ?", [iri]).fetchone()
            self._ids.update({iri: row[0]} if row else {})
        return self._ids.get(iri)

    def id_of(self, iri: str) -> int:
        """The id of an IRI, given now when there is none."""
        known = self._ids.get(iri) or self.known(iri)
        return self._added(iri, None) if known is None else known

    def name(self, labels: Mapping[str, str | None]) -> set[int]:
        """Give these IRIs their labels, None for those that nobody names any more.

        Returns the ids of those that had another.
        """
        changed = {self._named(iri, label) for iri, label in labels.items()}
        self.forget_names()
        return {id_ for id_ in changed if id_ is not None}

    def forget_names(self) -> None:
        """Look names up anew: who is one with whom has changed."""
        self._names.clear()

    def fill(self, labels: Mapping[str, str], stands: Mapping[str, str]) -> None:
        """Name all there are in an index that has none yet; `stands` tells what stands for each IRI."""
        self._ids = {iri: id_ for id_, iri in enumerate(labels, start=FIRST_TERM)}
        self._knows_all = True
        lead = {iri: self._ids.get(stands.get(iri, iri), id_) for iri, id_ in self._ids.items()}
        rows = ((id_, iri, labels[iri], lead[iri]) for iri, id_ in self._ids.items())
        self._connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", rows)
        names: dict[int, list[str]] = defaultdict(list)
        for iri, label in labels.items():
            names[lead[iri]].append(label)
        self._names = {id_: " ".join(names[lead[iri]]) for iri, id_ in self._ids.items()}

    def name_here(self, labels: Mapping[str, str]) -> set[str]:
        """Name those whom only one document speaks of, while the index is filled.

        Returns those who had been spoken of before, and are called as they were.
        """
        before = labels.keys() & self._ids.keys()
        for iri in labels.keys() - before:
            self._names[self._added(iri, labels[iri])] = labels[iri]
        return before

    def names(self, id_: int) -> str:
        """Every name of someone, and of all that are one with them."""
        known = self._names.get(id_)
        if known is None:
            known = self._names[id_] = "" if self._knows_all else self._looked_up(id_)
        return known

    def _looked_up(self, id_: int) -> str:
        rows = self._connection.execute(
            "SELECT label FROM term WHERE id = (SELECT stands FROM term WHERE id = :id) "
            "UNION ALL SELECT label FROM term WHERE stands = (SELECT stands FROM term WHERE id = :id) "
            "AND stands <> id",
            {"id": id_},
        )
        return " ".join(label for (label,) in rows if label)

    def _named(self, iri: str, label: str | None) -> int | None:
        known = self.known(iri)
        if known is None:
            return self._added(iri, label)
        sql = "UPDATE term SET label = ? WHERE id = ? AND label IS NOT ?"
        return known if self._connection.execute(sql, [label, known, label]).rowcount else None

    def _added(self, iri: str, label: str | None) -> int:
        (last,) = self._connection.execute("SELECT max(id) FROM term").fetchone()
        id_ = FIRST_TERM if last is None else int(last) + 1
        self._connection.execute("INSERT INTO term VALUES (?, ?, ?, ?)", [id_, iri, label, id_])
        self._ids[iri] = id_
        return id_


def marks(values: Iterable[object]) -> str:
    """As many question marks as there are values, for `IN (...)`."""
    return ", ".join("?" for _ in values)
