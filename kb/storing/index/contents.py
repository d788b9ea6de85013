"""What there is in all: how much, the newest documents, the places of entries."""

import sqlite3

from kb.model import Article, Named, Placed, Sizes
from kb.ontology import EKV
from kb.storing.index.conditions import Asked
from kb.storing.index.keeping import KINDS
from kb.storing.index.placing import ALL, COARSEST
from kb.storing.index.searched import few

NEWEST = """SELECT d.iri, d.title, coalesce(p.label, ''), d.published FROM document d
LEFT JOIN term p ON p.id = d.publisher ORDER BY d.published DESC, d.title, d.iri LIMIT ? OFFSET ?"""
PLACE = "CAST(substr(' ' || parts, instr(' ' || parts, ' 0:') + 3) AS INTEGER)"
"""The first place of an entry, as `parts` has it: the role of rank 0."""
PLACES = """SELECT t.iri, t.label, count(DISTINCT found.id) AS n FROM ({found}) found
JOIN term p ON p.id = found.place JOIN term t ON t.id = p.stands
WHERE t.label IS NOT NULL GROUP BY t.id ORDER BY n DESC, t.label, t.iri LIMIT ?"""
SIZES = """SELECT (SELECT count(*) FROM document), {statements}, {events}, (SELECT count(*) FROM term t
WHERE t.stands = t.id AND t.iri NOT GLOB ? AND EXISTS (SELECT 1 FROM span s WHERE s.key = t.id))"""
OF_KIND = (
    f"(SELECT coalesce(sum(n), 0) FROM tally WHERE side = {ALL} AND grain = {COARSEST} AND kind = {{0}}) "  # noqa: S608
    "+ (SELECT count(*) FROM entry WHERE stands <> id AND kind = {0})"
)


def sizes(connection: sqlite3.Connection) -> Sizes:
    """How much there is: entries as articles tell them, and all they name but kinds of event."""
    event, statement = (OF_KIND.format(kind) for kind in range(len(KINDS)))
    sql = SIZES.format(statements=statement, events=event)
    return Sizes(*connection.execute(sql, [f"{EKV}*"]).fetchone())


def documents(connection: sqlite3.Connection, limit: int, offset: int) -> list[Article]:
    """A part of all documents, the newest first, those of no known day last."""
    rows = connection.execute(NEWEST, [limit, offset])
    return [Article(iri, title or "", publisher, day or "") for iri, title, publisher, day in rows]


def places(connection: sqlite3.Connection, asked: Asked, most: int) -> list[Placed]:
    """Where these entries are, the fullest place first; of several that are one, what stands for them."""
    sql, values = few(connection, asked, "c.id AS id, e.parts AS parts")
    placed = f"SELECT id, {PLACE} AS place FROM ({sql}) WHERE ' ' || parts GLOB '* 0:*'"  # noqa: S608
    rows = connection.execute(PLACES.format(found=placed), [*values, most])
    return [Placed(Named(iri, label), entries) for iri, label, entries in rows]
