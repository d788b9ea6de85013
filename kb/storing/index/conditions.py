"""A timeline's filter as conditions of SQL: one line for each thing one can filter by.

To add a filter, add a field to `kb.model.Filter` and a line to `_on_entries`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.errors import BadRequest
from kb.model import Filter
from kb.storing.index.intervals import EVER
from kb.storing.index.keeping import KINDS
from kb.storing.index.merged import members_of
from kb.storing.index.schema import EVERYTHING, VERSIONS
from kb.storing.index.words import expression, naming

CERTAINTIES = {"sure": "e.certainty = 0", "approximate": "e.certainty & 1", "uncertain": "e.certainty & 2"}
ORDERS = ("time", "salience")
UNREAL = ("planned", "hypothetical", "denied")
INVOLVED = (
    "(e.id IN (SELECT rowid FROM words WHERE words MATCH ?) OR e.kind = 0 AND e.parts NOT GLOB '*[1-8]:*')"
)
"""Whoever is named takes part; or nobody is told to, and the clause of the event has the name."""
NOTHING = -1  # an id that no row has


@dataclass(frozen=True, slots=True)
class Asked:
    """What a filter asks of the index: `e` is an entry as one article tells it.

    `keys` are those to look under, in `span`; `words` an FTS expression, "" for none.
    """

    keys: tuple[int, ...]
    since: int
    until: int
    kind: int | None
    words: str
    document: int | None
    condition: str
    values: tuple[object, ...]
    by_salience: bool

    @property
    def is_plain(self) -> bool:
        """Whether nothing but time and kind is asked for."""
        return self.keys == (EVERYTHING,) and not (self.words or self.document or self.condition)


def asked(connection: sqlite3.Connection, wanted: Filter) -> Asked | None:
    """What a filter asks for; None where the index knows nothing of whom or what it names.

    BadRequest for a kind, an order or a certainty there is not.
    """
    keys, words = _keys(connection, wanted), _words(connection, wanted.about)
    document = _id_of(connection, "document", wanted.document)
    if NOTHING in keys or document == NOTHING or words is None:
        return None
    conditions = [*_on_entries(wanted, connection)]
    since = wanted.since.window[0] if wanted.since else None
    until = wanted.until.window[1] if wanted.until else None
    return Asked(
        keys=(EVERYTHING, VERSIONS) if conditions and keys == (EVERYTHING,) else keys,
        since=-EVER if since is None else since,
        until=EVER if until is None else until,
        kind=_chosen(wanted.kind, KINDS, "kind") if wanted.kind else None,
        words=words,
        document=document,
        condition="".join(f" AND {sql}" for sql, _ in conditions),
        values=tuple(value for _, values in conditions for value in values),
        by_salience=bool(_chosen(wanted.order, ORDERS, "order")),
    )


def _on_entries(wanted: Filter, connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[object, ...]]]:
    if wanted.type and is_iri(wanted.about):
        yield "e.type = ?", (_id_of(connection, "term", wanted.type),)
    if wanted.status:
        yield "e.status = ?", (wanted.status,)
    if wanted.real:
        yield f"e.status NOT IN ({', '.join('?' * len(UNREAL))})", UNREAL
    if wanted.involved and wanted.about and not is_iri(wanted.about):
        yield INVOLVED, (naming(wanted.about),)
    if wanted.certainty:
        yield CERTAINTIES[tuple(CERTAINTIES)[_chosen(wanted.certainty, tuple(CERTAINTIES), "certainty")]], ()
    if wanted.known and (end := wanted.known.window[1]) is not None:
        yield "e.published <= ?", (end,)


def _keys(connection: sqlite3.Connection, wanted: Filter) -> tuple[int, ...]:
    """Where to look: under everyone who is one with whom the filter names, else under the kind of event."""
    if is_iri(wanted.about):
        who = _id_of(connection, "term", wanted.about) or NOTHING
        return tuple(sorted(members_of(connection, "term", [who])))
    return (_id_of(connection, "term", wanted.type) or EVERYTHING,)


def _words(connection: sqlite3.Connection, about: str) -> str | None:
    """The words to look for, "" for none; None when there is nothing in them that one could find."""
    if not about or is_iri(about):
        return ""
    return expression(connection, about) or None


def _id_of(connection: sqlite3.Connection, table: str, iri: str) -> int | None:
    """The id of an IRI, None when none is given, `NOTHING` when the index has none."""
    if not iri:
        return None
    row = connection.execute(f"SELECT id FROM {table} WHERE iri = ?", [iri]).fetchone()  # noqa: S608
    return row[0] if row else NOTHING


def _chosen(name: str, among: Sequence[str], what: str) -> int:
    if name not in among:
        raise BadRequest(f"There is no {what} {name!r} of entry. Choose: {', '.join(among)}.")
    return among.index(name)


def is_iri(about: str) -> bool:
    """Whether `about` names somebody, and is no words to be looked for."""
    return "://" in about
