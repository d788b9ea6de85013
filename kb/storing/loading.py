"""Entries as the store has them: three questions for any number of them.

A new column of a timeline goes into `queries/entries.rq`, into `Entry`, and into `_entry` here.
"""

from collections import defaultdict
from collections.abc import Mapping

from kb.errors import NotFound
from kb.model import Entry, Named
from kb.storing.questions import Row, ask, local_name, only
from kb.storing.store import Store

NO_BOUND = "0000-01-01T00:00:00Z"
YEAR_TAIL = len("-01-01T00:00:00Z")

Actors = Mapping[str, tuple[Named, ...]]
About = Mapping[str, tuple[str, ...]]


def load_entries(store: Store, where: str) -> list[Entry]:
    """The entries a restriction leaves, dated before undated, earliest first."""
    rows = list(ask(store, "entries", where))
    iris = only(row["iri"] for row in rows)
    actors, about = _actors(store, iris), _about(store, iris)
    unique = {row["iri"]: row for row in sorted(rows, key=_by_time)}
    return [_entry(row, actors, about) for row in unique.values()]


def load_entry(store: Store, iri: str) -> Entry:
    """One entry; NotFound when there is none of this IRI."""
    found = load_entries(store, only([iri]))
    if not found:
        raise NotFound(f"There is no statement or event {iri} here. List them with: kb timeline --json")
    return found[0]


def load_text(store: Store, document: str) -> str:
    """The raw text of a stored document."""
    return "".join(row["text"] for row in ask(store, "text", only([document], "document")))


def _by_time(row: Row) -> tuple[bool, int, str, str, str]:
    """Dated before undated; then by the first bound there is, whatever its year."""
    bound = row.get("earliest") or row.get("latest") or NO_BOUND
    return row["dated"] == "false", int(bound[:-YEAR_TAIL]), bound[-YEAR_TAIL:], row["label"], row["iri"]


def _actors(store: Store, which: str) -> Actors:
    found: dict[str, dict[str, Named]] = defaultdict(dict)
    for row in ask(store, "actors", which):
        found[row["iri"]].setdefault(row["who"], Named(row["who"], row["name"]))
    return {iri: tuple(named.values()) for iri, named in found.items()}


def _about(store: Store, which: str) -> About:
    found: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "about", which):
        found[row["iri"]].append(row["described"])
    return {iri: tuple(described) for iri, described in found.items()}


def _entry(row: Row, actors: Actors, about: About) -> Entry:
    return Entry(
        iri=row["iri"],
        kind="statement" if "quoteKind" in row else "event",
        label=row["label"],
        edtf=row["edtf"],
        earliest=row.get("earliest"),
        latest=row.get("latest"),
        dated=row["dated"] == "true",
        document=Named(row["document"], row["title"]),
        quote=row["quote"],
        start=int(row["start"]),
        end=int(row["end"]),
        status=local_name(row.get("status", "")),
        type=_named(row, "type", "typeLabel"),
        quote_kind=local_name(row.get("quoteKind", "")),
        about=about.get(row["iri"], ()),
        actors=actors.get(row["iri"], ()),
        place=_named(row, "place", "placeLabel"),
        publisher=row.get("publisher", ""),
        published=row.get("published", ""),
    )


def _named(row: Row, iri: str, label: str) -> Named | None:
    return Named(row[iri], row.get(label, local_name(row[iri]))) if iri in row else None
