"""Entries as the store has them: seven questions, for any number of entries.

A new column of a timeline goes into `queries/entries.rq`, into `Entry`, and into `_entry` here.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kb.errors import NotFound
from kb.model import Entry, Named, Span
from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.storing.terms import local_name

Order: TypeAlias = tuple[bool, bool, int, str, str, str]

YEAR_TAIL = len("-01-01T00:00:00Z")
FEW = 1000  # up to so many IRIs it is faster to ask for each than to ask for all and choose
PLACE_RANK = "0"  # see queries/actors.rq


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What entries share or have several of, by IRI: looked up once for all entries of a view."""

    documents: Mapping[str, Row]
    kinds: Mapping[str, str]
    actors: Mapping[str, tuple[Named, ...]]
    places: Mapping[str, tuple[Named, ...]]
    about: Mapping[str, tuple[str, ...]]
    triggers: Mapping[str, Span]
    retold: Mapping[str, tuple[Span, ...]]


def load_entries(store: Store, where: str) -> list[Entry]:
    """The entries a restriction leaves, dated before undated, earliest first."""
    rows = sorted(ask(store, "entries", where), key=_by_time)
    around = _surroundings(store, rows)
    return [_entry(row, around) for row in rows]


def load_entry(store: Store, iri: str) -> Entry:
    """One entry; NotFound when there is none of this IRI."""
    found = load_entries(store, only([iri]))
    if not found:
        raise NotFound(f"There is no statement or event {iri} here. List them with: kb timeline --json")
    return found[0]


def load_text(store: Store, document: str) -> str:
    """The raw text of a stored document."""
    return "".join(row["text"] for row in ask(store, "text", only([document], "document")))


def _by_time(row: Row) -> Order:
    """Dated before undated, bounded before unbounded; then by the first bound, whatever its year."""
    bound = row.get("earliest") or row.get("latest")
    year, rest = (int(bound[:-YEAR_TAIL]), bound[-YEAR_TAIL:]) if bound else (0, "")
    return row["dated"] != "true", not bound, year, rest, row["label"], row["iri"]


def _surroundings(store: Store, rows: list[Row]) -> Surroundings:
    which = _few_or_all({row["iri"] for row in rows})
    involved = list(ask(store, "actors", which))
    about = list(ask(store, "about", which))
    canonical = load_canonical(store, {row["who"] for row in involved} | {row["described"] for row in about})
    documents = ask(store, "documents", _few_or_all({row["document"] for row in rows}))
    return Surroundings(
        documents={row["iri"]: row for row in documents},
        kinds={row["kind"]: row["label"] for row in ask(store, "kinds")},
        actors=_named_by_entry([row for row in involved if row["rank"] != PLACE_RANK], canonical),
        places=_named_by_entry([row for row in involved if row["rank"] == PLACE_RANK], canonical),
        about=_about(about, canonical),
        triggers=_triggers(store, which),
        retold=_retold(store, which),
    )


def _triggers(store: Store, which: str) -> dict[str, Span]:
    return {row["iri"]: Span(int(row["start"]), int(row["end"])) for row in ask(store, "triggers", which)}


def _retold(store: Store, which: str) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for row in ask(store, "retold", which):
        found[row["iri"]].append(Span(int(row["start"]), int(row["end"])))
    return {iri: tuple(sorted(spans, key=lambda span: span.start)) for iri, spans in found.items()}


def _few_or_all(iris: Collection[str]) -> str:
    return only(sorted(iris)) if len(iris) <= FEW else ""


def load_canonical(store: Store, iris: Collection[str]) -> dict[str, Named]:
    """What stands for each of these that is one with others, by IRI."""
    rows = ask(store, "merged", _few_or_all(iris)) if iris else ()
    return {row["iri"]: Named(row["canonical"], row["label"]) for row in rows}


def _named_by_entry(rows: list[Row], canonical: Mapping[str, Named]) -> dict[str, tuple[Named, ...]]:
    """Who is in each entry; of those who are one, what stands for them."""
    found: dict[str, dict[str, Named]] = defaultdict(dict)
    for row in rows:
        who = canonical.get(row["who"], Named(row["who"], row["name"]))
        found[row["iri"]].setdefault(who.iri, who)
    return {iri: tuple(named.values()) for iri, named in found.items()}


def _about(rows: list[Row], canonical: Mapping[str, Named]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        described = row["described"]
        found[row["iri"]][canonical[described].iri if described in canonical else described] = None
    return {iri: tuple(described) for iri, described in found.items()}


def _entry(row: Row, around: Surroundings) -> Entry:
    iri, document = row["iri"], around.documents[row["document"]]
    return Entry(
        iri=iri,
        kind="statement" if "quoteKind" in row else "event",
        label=row["label"],
        edtf=row["edtf"],
        earliest=row.get("earliest"),
        latest=row.get("latest"),
        dated=row["dated"] == "true",
        document=Named(row["document"], document["title"]),
        quote=row["quote"],
        start=int(row["start"]),
        end=int(row["end"]),
        status=local_name(row.get("status", "")),
        type=_kind(row, around.kinds),
        quote_kind=local_name(row.get("quoteKind", "")),
        about=around.about.get(iri, ()),
        actors=around.actors.get(iri, ()),
        place=next(iter(around.places.get(iri, ())), None),
        publisher=document.get("publisher", ""),
        published=document.get("published", ""),
        trigger=around.triggers.get(iri),
        again=around.retold.get(iri, ()),
        doc_id=document.get("identifier", ""),
    )


def _kind(row: Row, kinds: Mapping[str, str]) -> Named | None:
    kind = row.get("type")
    return Named(kind, kinds.get(kind, local_name(kind))) if kind else None
