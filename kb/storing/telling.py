"""What is stored as merging looks at it: names with their documents, entries with who, where and when."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kb.model import Bearer, Involved, Merge, Named, Same, Told
from kb.storing.questions import Row, ask
from kb.storing.store import Store
from kb.storing.terms import local_name
from kb.when import When

CAPITALS = re.compile(r"\b[A-Z]{2,8}\b")
Canonical = Mapping[str, Named]


def load_bearers(store: Store) -> list[Bearer]:
    """Every name in the store."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "bearers"):
        found[row["iri"]].append(row)
    capitals: dict[str, frozenset[str]] = defaultdict(frozenset)  # of a document without a text: none
    capitals.update((row["document"], frozenset(CAPITALS.findall(row["text"]))) for row in ask(store, "text"))
    return [_bearer(iri, rows, capitals) for iri, rows in found.items()]


def canonical_names(bearers: Iterable[Bearer], merges: Iterable[Merge]) -> dict[str, Named]:
    """What stands for each name that is one with others, by IRI."""
    names = {bearer.iri: bearer.name for bearer in bearers}
    return {m: Named(merge.canonical, names[merge.canonical]) for merge in merges for m in merge.members}


def load_told(store: Store, canonical: Canonical) -> list[Told]:
    """Every entry of the store with a date or a bound, those who take part by what stands for them."""
    documents = {row["iri"]: row for row in ask(store, "documents")}
    people, places = _people(store, canonical), _places(store, canonical)
    words = _words(store)
    return [_told(row, documents[row["document"]], people, places, words) for row in ask(store, "told")]


def _bearer(iri: str, rows: list[Row], capitals: Mapping[str, frozenset[str]]) -> Bearer:
    documents = frozenset(row["document"] for row in rows)
    return Bearer(
        iri=iri,
        name=rows[0]["label"],
        kind=local_name(rows[0]["kind"]).lower(),
        documents=documents,
        capitals=frozenset().union(*(capitals[document] for document in documents)),
    )


def _people(store: Store, canonical: Canonical) -> dict[str, list[Involved]]:
    found: dict[str, list[Involved]] = defaultdict(list)
    for row in ask(store, "named_in"):
        who = canonical.get(row["who"], Named(row["who"], row["name"]))
        found[row["iri"]].append(Involved(row["role"], who))
    return found


def _places(store: Store, canonical: Canonical) -> dict[str, list[Named]]:
    """What each place is part of, by what stands for it."""
    found: dict[str, list[Named]] = defaultdict(list)
    for row in ask(store, "wholes"):
        place = canonical.get(row["place"], Named(row["place"], "")).iri
        found[place].append(canonical.get(row["whole"], Named(row["whole"], row["name"])))
    return found


def _words(store: Store) -> dict[tuple[str, str], str]:
    """The words of each statement, by IRI and part ("content" or "verbatim")."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in sorted(ask(store, "said"), key=_start):
        found[row["iri"], row["part"]].append(row["words"])
    return {key: " ".join(parts) for key, parts in found.items()}


def _start(row: Row) -> int:
    return int(row["start"])


def _told(
    row: Row,
    document: Row,
    people: Mapping[str, list[Involved]],
    places: Mapping[str, list[Named]],
    words: Mapping[tuple[str, str], str],
) -> Told:
    iri, involved = row["iri"], people.get(row["iri"], [])
    where = [one.who for one in involved if one.role == "place"]
    verbatim = words.get((iri, "verbatim"), "")
    return Told(
        iri=iri,
        kind=Same.STATEMENT if "quoteKind" in row else Same.EVENT,
        label=row["label"],
        document=row["document"],
        source=document.get("publisher") or document["title"] or row["document"],
        when=When.parse(row["edtf"]),
        dated=row["dated"] == "true",
        trigger=row["trigger"],
        type=local_name(row.get("type", "")),
        status=local_name(row.get("status", "")),
        involved=tuple(one for one in involved if one.role != "place"),
        places=tuple(dict.fromkeys((*where, *(whole for one in where for whole in places.get(one.iri, ()))))),
        said=verbatim or words.get((iri, "content"), row["evidence"]),
        verbatim=bool(verbatim),
    )
