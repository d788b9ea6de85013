"""The tables of the authority and what is asked of them, in SQL; `authority` runs it."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS entity (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, iri TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
  description TEXT NOT NULL, prior REAL NOT NULL, country TEXT NOT NULL, latitude REAL, longitude REAL,
  begun TEXT NOT NULL, ended TEXT NOT NULL, doubt TEXT NOT NULL, UNIQUE (source, iri)
);
CREATE TABLE IF NOT EXISTS name (
  key TEXT NOT NULL, entity INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, sort TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS name_by_key ON name (key);
CREATE INDEX IF NOT EXISTS name_by_entity ON name (entity);
CREATE INDEX IF NOT EXISTS entity_by_iri ON entity (iri);
CREATE INDEX IF NOT EXISTS entity_by_kind ON entity (kind);
CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5 (
  key, content = 'name', content_rowid = 'rowid', prefix = '2 3', detail = none,
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE IF NOT EXISTS same (one TEXT NOT NULL, other TEXT NOT NULL, entity INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS same_by_iri ON same (one);
CREATE INDEX IF NOT EXISTS same_by_entity ON same (entity);
CREATE TABLE IF NOT EXISTS moved (one TEXT PRIMARY KEY, other TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS taken (mark TEXT PRIMARY KEY, records INTEGER NOT NULL);
"""

ENTITY = """
INSERT INTO entity (source, iri, kind, label, description, prior, country, latitude, longitude, begun, ended,
                    doubt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (source, iri) DO UPDATE SET kind = excluded.kind, label = excluded.label,
  description = excluded.description, prior = excluded.prior, country = excluded.country,
  latitude = excluded.latitude, longitude = excluded.longitude, begun = excluded.begun,
  ended = excluded.ended, doubt = excluded.doubt
RETURNING id
"""

NAMED = """
SELECT iri, kind, label, description, prior, country, begun, ended, doubt, text, sort
FROM name JOIN entity ON entity.id = name.entity WHERE key = ? ORDER BY prior DESC, iri LIMIT ?
"""

MOVED = """
WITH RECURSIVE way (iri, step) AS (
  SELECT ?, 0 UNION ALL SELECT other, step + 1 FROM way JOIN moved ON one = iri WHERE step < 9
) SELECT iri FROM way ORDER BY step
"""
POINT = """
SELECT latitude, longitude FROM entity WHERE latitude IS NOT NULL
AND (iri = ?1 OR iri IN (SELECT other FROM same WHERE one = ?1)) ORDER BY prior DESC LIMIT 1
"""
MIDDLE = """
SELECT sum(latitude * prior) / sum(prior), sum(longitude * prior) / sum(prior) FROM entity
WHERE latitude IS NOT NULL AND country <> ''
AND country = (SELECT country FROM entity WHERE iri = ? AND kind IN ('country', 'territory'))
"""
LEARN_WORDS = "INSERT INTO word (rowid, key) SELECT rowid, key FROM name WHERE entity = ?"
FORGET_WORDS = "INSERT INTO word (word, rowid, key) SELECT 'delete', rowid, key FROM name WHERE entity = ?"
