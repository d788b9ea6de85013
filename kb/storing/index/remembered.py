"""The names that entries are shown with, remembered from one question to the next.

They are few, and nearly every entry has some: to look them up anew costs as much as the entries do.
"""

import sqlite3
from collections.abc import Collection, Mapping

from kb.model import Named
from kb.storing.index.questions import tuples
from kb.storing.terms import local_name

TERMS = "SELECT t.id, t.label, c.iri, c.label FROM term t JOIN term c ON c.id = t.stands"
MOST = 100_000  # names, some 40 MB

Person = tuple[str | None, Named]  # the name an entry's article gives someone, and what stands for them


class Names:
    """Names by the ids of terms, as the index has them now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, Person] = {}
        self._version = -1

    def of(self, ids: Collection[int]) -> Mapping[int, Person]:
        """These and maybe others; what another process has written meanwhile is seen."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version or len(self._known) > MOST:
            self.forget()
            self._version = version
        missing = [id_ for id_ in ids if id_ not in self._known]
        if missing:
            found = tuples(self._connection, TERMS, "t.id", missing)
            self._known |= {
                id_: (own, Named(iri, label or local_name(iri))) for id_, own, iri, label in found
            }
        return self._known

    def forget(self) -> None:
        """Look all names up anew: this connection has changed them."""
        self._known = {}
