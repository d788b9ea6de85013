"""Full text: what people type as an expression of FTS5, and the entries that fit it best.

Words are found at the beginnings of words, whatever their case and accents. FTS5 reads all that begins so
before it finds anything; where few words of the index do, it is asked for these, which it reads side by side.
"""

import re
import sqlite3
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+")
MOST_RANKED = 200  # entries; a word of the whole world is not worth ranking
MOST_NAMED = 1000
MOST_BEGUN = 8  # words of the index looked for in place of one that they begin with
LEAST_LETTER, BEHIND_ALL = "0", "\U0010ffff"  # of what words of the index are made of
NEXT_WORD = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY term LIMIT 1"


def expression(connection: sqlite3.Connection, about: str) -> str:
    """What finds the entries that speak of these words; "" when nothing can.

    All words must begin words of the label or of the names of those who take part. Of an event it is enough
    that the clause that tells of it has the words, or another name of whoever bears them as a name, one word
    after the other.
    """
    words = _begun(connection, about)
    if not words:
        return ""
    phrases = [about, *_other_names(connection, about)]
    clauses = " OR ".join(_quoted(phrase) for phrase in phrases if _says_something(phrase))
    return f"({{label names}} : ({words})) OR (clause : ({clauses}))"


def naming(connection: sqlite3.Connection, about: str) -> str:
    """What finds the entries in which somebody of this name takes part; "" when nothing can."""
    words = _begun(connection, about)
    return f"names : ({words})" if words else ""


def anywhere(connection: sqlite3.Connection, text: str) -> str:
    """What finds the entries in which all these words occur, quotations included; "" when nothing can."""
    return _begun(connection, text)


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """The entries in which all these words occur, quotations included, the best first.

    The very words come before words that begin so, and those of a label before those of a name or a
    quotation; of these what matters most, and is newest. Of very many those are ranked that mattered most
    when the index was built, which have the least numbers. FTS5's own rank (bm25) is left out: it counts
    every entry that has one of the words, which takes longer than all this.
    """
    found: dict[int, None] = {}
    for words in _from_best(connection, text):
        found.update(dict.fromkeys(_ranked(connection, words, limit)))
        if len(found) >= limit:
            break
    return [*found][:limit]


def _from_best(connection: sqlite3.Connection, text: str) -> Iterator[str]:
    """What finds less and less exactly what was typed."""
    exact = " AND ".join(_quoted(word) for word in text.split() if _says_something(word))
    if exact:
        yield from (f"label : ({exact})", exact)
        begun = _begun(connection, text)
        yield from (f"label : ({begun})", begun)


def _ranked(connection: sqlite3.Connection, words: str, limit: int) -> list[int]:
    first = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
    rows = connection.execute(
        f"SELECT id FROM entry WHERE id IN ({first}) ORDER BY salience DESC, published DESC, id LIMIT ?",  # noqa: S608
        [words, MOST_RANKED, limit],
    )
    return [id_ for (id_,) in rows]


def names(connection: sqlite3.Connection, text: str, begins: str, limit: int) -> list[tuple[str, str]]:
    """IRI and label of those in whose label words begin like all of these, or, where nobody's do, like one.

    Only IRIs that begin so are told. Who bears the very name comes first, then short labels before long ones.
    """
    words = [_quoted(word) + " *" for word in WORD.findall(text)]  # each alone: `names` knows no phrases
    expressions = list(dict.fromkeys((" AND ".join(words), " OR ".join(words)))) if words else []
    found = (_named(connection, expression, text, begins, limit) for expression in expressions)
    return next((rows for rows in found if rows), [])


NAMED = """
SELECT iri, label FROM (SELECT id FROM term WHERE label = :text COLLATE NOCASE
  UNION SELECT rowid FROM (SELECT rowid FROM names WHERE names MATCH :words LIMIT :most)) JOIN term USING (id)
WHERE iri >= :begins AND iri < :ends ORDER BY label <> :text COLLATE NOCASE, length(label), iri LIMIT :limit
"""


def _named(
    connection: sqlite3.Connection, words: str, text: str, begins: str, limit: int
) -> list[tuple[str, str]]:
    given = {"words": words, "text": text, "begins": begins, "ends": f"{begins}\uffff"}
    return connection.execute(NAMED, {**given, "most": MOST_NAMED, "limit": limit}).fetchall()


def _other_names(connection: sqlite3.Connection, about: str) -> Iterator[str]:
    """All names of whoever bears these words as one of several."""
    rows = connection.execute(
        "SELECT o.label FROM term t JOIN term o ON o.stands = t.stands AND o.stands <> o.id "
        "WHERE t.label = ? COLLATE NOCASE "
        "UNION SELECT o.label FROM term t JOIN term o ON o.id = t.stands WHERE t.label = ? COLLATE NOCASE",
        [about, about],
    )
    return (label for (label,) in rows if label)


def _begun(connection: sqlite3.Connection, text: str) -> str:
    """What finds all that has words that begin like all of these; "" when they say nothing."""
    return " AND ".join(_beginning(connection, word) for word in text.split() if _says_something(word))


def _beginning(connection: sqlite3.Connection, word: str) -> str:
    spelled = _spelled(connection, word.lower()) if word.isascii() and word.isalnum() else []
    return f"({' OR '.join(map(_quoted, spelled))})" if spelled else _quoted(word) + " *"


def _spelled(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The words of the index that begin so, found by skipping from one to the next; [] when they are many."""
    found: list[str] = []
    least = beginning
    while row := connection.execute(NEXT_WORD, [least, beginning + BEHIND_ALL]).fetchone():
        if len(found) == MOST_BEGUN:
            return []
        found += row
        least = row[0] + LEAST_LETTER
    return found


def _says_something(word: str) -> bool:
    return re.search(r"[^\W_]", word) is not None


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
