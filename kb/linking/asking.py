"""What one may ask of an authority besides who bears a name: a record, a search, events, its state."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kb.linking.authority import Authority
from kb.linking.record import Name, Record, Sort
from kb.linking.spelling import folded
from kb.ontology import digest

FIELDS = "id, source, iri, kind, description, prior, country, latitude, longitude, begun, ended, doubt"
TELLING = 4  # letters of a word that is looked for by itself
MOST_RANKED = 2000  # names with the words of a search; of a word of the whole world these are enough

FOUND = """
SELECT DISTINCT entity.iri FROM (SELECT rowid FROM word WHERE word MATCH ? LIMIT ?) AS hit
JOIN name ON name.rowid = hit.rowid JOIN entity ON entity.id = name.entity
ORDER BY name.key = ? DESC, entity.prior DESC, entity.iri LIMIT ?
"""


def record_of(authority: Authority, iri: str) -> Record | None:
    """What the authority holds of an IRI, or of one that is the same; None for nothing."""
    wanted = f"SELECT {FIELDS} FROM entity WHERE iri = ?1 "  # noqa: S608 - the fields are ours
    wanted += "OR id IN (SELECT entity FROM same WHERE one = ?1) ORDER BY iri <> ?1, prior DESC LIMIT 1"
    return next((_record(authority, row) for row in authority.rows(wanted, iri)), None)


def records_of_kinds(authority: Authority, kinds: Iterable[str]) -> Iterator[Record]:
    """All records of these kinds, in the order of their IRIs."""
    for kind in sorted(kinds):
        rows = authority.rows(f"SELECT {FIELDS} FROM entity WHERE kind = ? ORDER BY iri", kind)  # noqa: S608
        yield from (_record(authority, row) for row in rows)


def search(authority: Authority, text: str, limit: int = 10) -> list[Record]:
    """The records with names in which words begin like all of these, the best known first.

    Where no name has all of them, as none has those of a sentence, those with most of the longer words.
    """
    words = folded(text).split()
    if not words:
        return []
    key = " ".join(words)
    wanted = " ".join(f'"{word}"*' for word in words)
    found = _found(authority, wanted, key, limit) or _with_most(authority, words, key)[:limit]
    records = (record_of(authority, iri) for iri in found)
    return [record for record in records if record]


def _with_most(authority: Authority, words: Iterable[str], key: str) -> list[str]:
    telling = dict.fromkeys(word for word in words if len(word) >= TELLING)
    hits = Counter(iri for word in telling for iri in _found(authority, f'"{word}"', key, MOST_RANKED))
    most = max(hits.values(), default=0)
    return [iri for iri, count in hits.items() if count == most]


def _found(authority: Authority, wanted: str, key: str, limit: int) -> list[str]:
    return [iri for (iri,) in authority.rows(FOUND, wanted, MOST_RANKED, key, limit)]


def state_of(authority: Authority) -> str:
    """What names the state of an authority: another one when something was taken in or replaced."""
    marks = authority.rows("SELECT mark, records FROM taken ORDER BY mark")
    return digest(repr((sorted(authority.counts().items()), marks)), 12)


def _record(authority: Authority, row: Sequence[Any]) -> Record:
    given = dict(zip(FIELDS.split(", "), row, strict=True))
    id_, iri = given.pop("id"), given["iri"]
    names = authority.rows("SELECT text, language, sort FROM name WHERE entity = ?", id_)
    same = authority.rows("SELECT DISTINCT other FROM same WHERE entity = ? AND one = ?", id_, iri)
    return Record(
        names=tuple(Name(text, language, Sort(sort)) for text, language, sort in names),
        same=tuple(other for (other,) in same),
        **given,
    )
