"""A timeline's filter as conditions of SQL: one line for each thing one can filter by.

To add a filter, add a field to `kb.model.Filter` and a line to `_on_entries`; to `_keyed` if entries stand
under it in `span`.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kb.errors import BadRequest
from kb.model import Filter
from kb.storing.index.axes import AXES, HAPPENED, Axis
from kb.storing.index.intervals import EVER
from kb.storing.index.keeping import KINDS
from kb.storing.index.merged import members_of
from kb.storing.index.schema import DISPUTED, EVERYTHING, VERSIONS
from kb.storing.index.terms import marks
from kb.storing.index.words import anywhere, expression, naming

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

    axis: Axis
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

    @property
    def is_of_all(self) -> bool:
        """Whether it is asked of everything, whatever the conditions are."""
        return self.axis.key in self.keys

    @property
    def is_straight(self) -> bool:
        """Whether rows under one key say all that is asked for, at their own dates."""
        return self.axis is HAPPENED and len(self.keys) == 1 and self.is_in_runs and not self.condition

    @property
    def is_of_moments(self) -> bool:
        """Whether everything is asked for, by when it was said or published: each has its own moment."""
        alone = self.keys == (self.axis.key,) and self.is_in_runs and not self.condition
        return alone and self.axis is not HAPPENED

    @property
    def is_ever(self) -> bool:
        """Whether all of time is asked for."""
        return abs(self.since) == abs(self.until) == EVER

    @property
    def is_in_runs(self) -> bool:
        """Whether what is asked for stands in the order of time under the keys."""
        apart = self.document is not None or self.words
        return not apart and (self.axis is HAPPENED or self.is_of_all)


class Part(NamedTuple):
    """One thing asked of an entry: the keys under which such stand, and the condition that says the same."""

    keys: tuple[int, ...]
    condition: str
    values: tuple[object, ...] = ()
    exact: bool = True  # else the condition asks for more than the keys do


def asked(connection: sqlite3.Connection, wanted: Filter) -> Asked | None:
    """What a filter asks for; None where the index knows nothing of whom or what it names.

    BadRequest for a kind, an order, an axis or a certainty there is not.
    """
    axis = AXES[tuple(AXES)[_chosen(wanted.axis, tuple(AXES), "axis")]]
    keyed = [*_keyed(connection, wanted)]
    words, document = _words(connection, wanted), _id_of(connection, "document", wanted.document)
    if document == NOTHING or words is None or any(NOTHING in part.keys for part in keyed):
        return None
    asked_too = (part for number, part in enumerate(keyed) if number or not part.exact)
    conditions = [*((part.condition, part.values) for part in asked_too), *_on_entries(connection, wanted)]
    since = wanted.since.window[0] if wanted.since else None
    until = wanted.until.window[1] if wanted.until else None
    return Asked(
        axis=axis,
        keys=_keys(axis, keyed, conditions),
        since=-EVER if since is None else since,
        until=EVER if until is None else until,
        kind=_chosen(wanted.kind, KINDS, "kind") if wanted.kind else None,
        words=words,
        document=document,
        condition="".join(f" AND {sql}" for sql, _ in conditions),
        values=tuple(value for _, values in conditions for value in values),
        by_salience=bool(_chosen(wanted.order, ORDERS, "order")),
    )


def _keys(axis: Axis, keyed: Sequence[Part], conditions: Sequence[object]) -> tuple[int, ...]:
    if keyed:
        return keyed[0].keys
    return (EVERYTHING, VERSIONS) if conditions and axis is HAPPENED else (axis.key,)


def _on_entries(connection: sqlite3.Connection, wanted: Filter) -> Iterator[tuple[str, tuple[object, ...]]]:
    if wanted.status:
        yield "e.status = ?", (wanted.status,)
    if wanted.real:
        yield f"e.status NOT IN ({', '.join('?' * len(UNREAL))})", UNREAL
    if wanted.involved and wanted.about and not is_iri(wanted.about):
        yield INVOLVED, (naming(connection, wanted.about),)
    if wanted.dated:
        yield "e.undated = 0", ()
    if wanted.certainty:
        yield CERTAINTIES[tuple(CERTAINTIES)[_chosen(wanted.certainty, tuple(CERTAINTIES), "certainty")]], ()
    if wanted.known and (end := wanted.known.window[1]) is not None:
        yield "e.published <= ?", (end,)
    if wanted.among is not None:
        yield "e.iri IN (SELECT value FROM json_each(?))", (json.dumps(sorted(wanted.among)),)


def _keyed(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Part]:
    """Whom and what a filter names, what is most likely in the fewest entries first.

    BadRequest when `actor` or `place` is a name: who bears it could be several, and `about` looks for words.
    """
    _check_named(wanted)
    if wanted.disputed:
        yield Part((DISPUTED,), "(SELECT differs FROM entry c WHERE c.id = e.stands) <> ''")
    for iri, roles in ((wanted.actor, "[1-8]"), (wanted.about, "[0-9]"), (wanted.place, "0")):
        if is_iri(iri):
            ids = _members(connection, _id_of(connection, "term", iri) or NOTHING)
            any_of = " OR ".join(f"(' ' || e.parts || ' ') GLOB '* {roles}:{id_} *'" for id_ in ids)
            yield Part(ids, f"({any_of})", exact=iri == wanted.about)
    if wanted.type:
        (id_,) = ids = (_id_of(connection, "term", wanted.type) or NOTHING,)
        yield Part(ids, "e.type = ?", (id_,))
    if wanted.source:
        ids = _sources(connection, wanted.source)
        yield Part(ids, f"e.source IN ({marks(ids)})", ids)


def _check_named(wanted: Filter) -> None:
    for name, given in (("actor", wanted.actor), ("place", wanted.place)):
        if given and not is_iri(given):
            raise BadRequest(f"{name}={given!r} is no IRI (https://...). Names are looked for with about.")


def _members(connection: sqlite3.Connection, id_: int) -> tuple[int, ...]:
    return tuple(sorted(members_of(connection, "term", [id_])))


def _sources(connection: sqlite3.Connection, source: str) -> tuple[int, ...]:
    """The publishers of this IRI or this name."""
    if is_iri(source):
        return _members(connection, _id_of(connection, "term", source) or NOTHING)
    rows = connection.execute(
        "SELECT id FROM term t WHERE label = ? COLLATE NOCASE "
        "AND EXISTS (SELECT 1 FROM span WHERE key = t.id)",
        [source],
    )
    return tuple(id_ for (id_,) in rows) or (NOTHING,)


def _words(connection: sqlite3.Connection, wanted: Filter) -> str | None:
    """The words to look for, "" for none; None when there is nothing in them that one could find."""
    about = expression(connection, wanted.about) if wanted.about and not is_iri(wanted.about) else None
    text = anywhere(connection, wanted.text) if wanted.text else None
    found = [words for words in (about, text) if words is not None]
    return None if "" in found else " AND ".join(f"({words})" for words in found)


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
