"""The tables of the index, an SQLite database derived from the store; any change needs a new `VERSION`.

document  where entries are told           term   actors, places and kinds of event, with their labels
entry     one row a statement or event     span   where an entry stands, once for each thing one can ask by
tally     how many begin and end in a day  words  full text of labels, names and quotations of `entry`
names     full text of the labels of terms meta   the version, and the state of the store that the index shows
shelf     the first entry of each day      (of those that were there when the index was built, `shelves`)

Full texts hold no text of their own and are kept up by triggers. In `entry` what is looked for comes before
what is only shown, which SQLite then need not read. `run` says in one number what rows of `span` stand in
the order of time: undated or not, salience, level (`intervals.run_of`); `name` is how a label begins, in
whose order those stand that begin at one second; `length` how long after `at` an entry ends. `entry_bounds`
has what orders entries in time close together: of the thousands that words find, the first are told without
reading the rows of the others; `entry_counted` (`sampling`) has what entries of a sample are counted by.

`stands` is the row that stands for several that are one (its own where it is one with nothing). In `span`,
`key` is the id of a term, or one of those below.
"""

import re
import sqlite3
from pathlib import Path

VERSION = 6
EVERYTHING = 0
VERSIONS = 1  # what is told of one and the same, and adds nothing to windows of everything
DISPUTED = 2  # what is told differently
SAID, PUBLISHED = 3, 4  # everything, by when it was said and by when its article appeared
SAMPLES = 10  # and the keys after it: one entry in 2, one in 4 ... of everything (`sampling`)
SHELVED = "shelved"  # in `meta`: the number of the last entry that `shelf` has in order
FIRST_TERM = 100  # ids below are kept for keys of our own

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE document (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL, graph TEXT, title TEXT, publisher INTEGER, published TEXT,
  identifier TEXT
);
CREATE TABLE term (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, label TEXT, stands INTEGER NOT NULL);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL, kind INTEGER NOT NULL, undated INTEGER NOT NULL,
  level INTEGER NOT NULL, at INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  name INTEGER NOT NULL, certainty INTEGER NOT NULL, published INTEGER, said INTEGER, status TEXT NOT NULL,
  type INTEGER, source INTEGER, weight INTEGER NOT NULL, salience INTEGER NOT NULL, stands INTEGER NOT NULL,
  differs TEXT NOT NULL, parts TEXT NOT NULL, label TEXT NOT NULL, iri TEXT NOT NULL, edtf TEXT NOT NULL,
  quote_kind TEXT NOT NULL, begins INTEGER NOT NULL, ends INTEGER NOT NULL, trigger_begins INTEGER,
  trigger_ends INTEGER, again TEXT NOT NULL, about TEXT NOT NULL, names TEXT NOT NULL,
  clause TEXT NOT NULL, quote TEXT NOT NULL
);
CREATE TABLE span (
  key INTEGER NOT NULL, run INTEGER NOT NULL, at INTEGER NOT NULL, name INTEGER NOT NULL,
  entry INTEGER NOT NULL, length INTEGER NOT NULL, kind INTEGER NOT NULL,
  PRIMARY KEY (key, run, at, name, entry)
) WITHOUT ROWID;
CREATE TABLE shelf (
  run INTEGER NOT NULL, day INTEGER NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (run, day)
) WITHOUT ROWID;
CREATE TABLE tally (
  side INTEGER NOT NULL, grain INTEGER NOT NULL, undated INTEGER NOT NULL, kind INTEGER NOT NULL,
  bin INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (side, grain, undated, kind, bin)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
  label, names, clause, quote, content = 'entry', content_rowid = 'id', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE names USING fts5 (
  label, content = 'term', content_rowid = 'id', prefix = '2 3', detail = none,
  tokenize = "unicode61 remove_diacritics 2"
);
"""
LOOKUPS = """
CREATE INDEX document_by_iri ON document (iri);
CREATE INDEX entry_by_iri ON entry (iri);
CREATE INDEX document_by_graph ON document (graph);
CREATE UNIQUE INDEX term_by_iri ON term (iri);
CREATE INDEX term_by_label ON term (label COLLATE NOCASE);
CREATE INDEX term_by_stands ON term (stands) WHERE stands <> id;
CREATE INDEX entry_by_document ON entry (document);
CREATE INDEX entry_by_stands ON entry (stands) WHERE stands <> id;
CREATE INDEX entry_bounds ON entry (id, kind, undated, level, at, since, until, name, stands);
CREATE INDEX entry_led ON entry (iri) WHERE stands <> id;
"""
FULL_TEXTS = """
INSERT INTO names (names) VALUES ('rebuild');
INSERT INTO words (words) VALUES ('rebuild');
INSERT INTO words (words) VALUES ('optimize');
CREATE TRIGGER term_added AFTER INSERT ON term
  BEGIN INSERT INTO names (rowid, label) VALUES (new.id, new.label); END;
CREATE TRIGGER term_renamed AFTER UPDATE OF label ON term
  BEGIN INSERT INTO names (names, rowid, label) VALUES ('delete', old.id, old.label);
  INSERT INTO names (rowid, label) VALUES (new.id, new.label); END;
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN {add}; END;
CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN {remove}; END;
CREATE TRIGGER entry_named AFTER UPDATE OF names ON entry BEGIN {remove}; {add}; END;
""".format(  # noqa: S608
    add="INSERT INTO words (rowid, label, names, clause, quote) "
    "VALUES (new.id, new.label, new.names, new.clause, new.quote)",
    remove="INSERT INTO words (words, rowid, label, names, clause, quote) "
    "VALUES ('delete', old.id, old.label, old.names, old.clause, old.quote)",
)
"""Made of the rows there are in one go, which is far faster than row by row, and as one list for each word,
which is looked up once and not in every part; then kept up by triggers. Full text counts also rows that hold
no word, such as terms without a label."""
VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, instance)"
"""The words of `words`, in order: a view of its full text that each connection has of its own."""


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection to the index in this file, made when missing; None: one in memory."""
    connection = sqlite3.connect(
        path or ":memory:", check_same_thread=False, isolation_level=None, cached_statements=256
    )
    connection.execute("PRAGMA cache_size = -65536")  # KiB
    connection.execute(VOCABULARY)
    return connection


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables; the lookups come when they are filled (`create_lookups`), which is far faster."""
    _run(connection, TABLES)
    connection.execute("INSERT INTO meta VALUES ('version', ?)", [VERSION])


def create_lookups(connection: sqlite3.Connection) -> None:
    """Make what finds rows by their IRIs and all else but words."""
    _run(connection, LOOKUPS)


def create_full_texts(connection: sqlite3.Connection) -> None:
    """Make what finds rows by their words."""
    _run(connection, FULL_TEXTS)


def _run(connection: sqlite3.Connection, statements: str) -> None:
    """Run statements within the transaction there is, which `executescript` would end."""
    for statement in re.split(r";\n(?! )", statements):
        connection.execute(statement)
