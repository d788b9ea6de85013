"""What there is in all: how much, the newest documents, the places of entries."""

import sqlite3

from kb.model import Article, Named, Placed, Size
from kb.ontology import EKV
from kb.storing.index.conditions import Asked
from kb.storing.index.placing import ALL, COARSEST
from kb.storing.index.windows import few

ENTRIES = f"SELECT kind, sum(n) FROM tally WHERE side = {ALL} AND grain = {COARSEST} GROUP BY kind"  # noqa: S608
ENTITIES = "SELECT count(*) FROM term WHERE stands = id AND NOT (iri >= ?1 AND iri < ?1 || char(1114111))"
NEWEST = """SELECT d.iri, d.title, coalesce(p.label, ''), d.published FROM document d
LEFT JOIN term p ON p.id = d.publisher ORDER BY d.published DESC, d.title, d.iri LIMIT ? OFFSET ?"""
PLACE = "CAST(substr(' ' || parts, instr(' ' || parts, ' 0:') + 3) AS INTEGER)"
"""The first place of an entry, as `parts` has it: the role of rank 0."""
PLACES = """SELECT t.iri, t.label, count(DISTINCT found.id) AS n FROM ({found}) found
JOIN term p ON p.id = found.place JOIN term t ON t.id = p.stands
WHERE t.label IS NOT NULL GROUP BY t.id ORDER BY n DESC, t.label, t.iri LIMIT ?"""


def size(connection: sqlite3.Connection) -> Size:
    """How much the index has; kinds of event are no actors."""
    event, statement = (dict(connection.execute(ENTRIES).fetchall()).get(kind, 0) for kind in (0, 1))
    (documents,) = connection.execute("SELECT count(*) FROM document").fetchone()
    (entities,) = connection.execute(ENTITIES, [str(EKV)]).fetchone()
    return Size(documents, statement, event, entities)


def documents(connection: sqlite3.Connection, limit: int, offset: int) -> list[Article]:
    """A part of all documents, the newest first, those of no known day last."""
    rows = connection.execute(NEWEST, [limit, offset])
    return [Article(iri, title or "", publisher, day or "") for iri, title, publisher, day in rows]


def places(connection: sqlite3.Connection, asked: Asked, most: int) -> list[Placed]:
    """Where these entries are, the fullest place first; of several that are one, what stands for them."""
    sql, values = few(asked, "c.id AS id, e.parts AS parts")
    placed = f"SELECT id, {PLACE} AS place FROM ({sql}) WHERE ' ' || parts GLOB '* 0:*'"  # noqa: S608
    rows = connection.execute(PLACES.format(found=placed), [*values, most])
    return [Placed(Named(iri, label), entries) for iri, label, entries in rows]
