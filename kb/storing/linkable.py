"""What is stored as linking looks at it: who and where has a name, with whatever else tells who is meant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.storing.questions import Row, ask, only
from kb.storing.store import Store
from kb.storing.terms import local_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkable:
    """Someone or somewhere that bears a name and stands for itself, or for others that are one with it."""

    iri: str
    label: str
    kind: str  # as `EntityKind`
    acts: bool  # whether it speaks or does something in an entry
    documents: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


def load_linkable(store: Store, iris: Iterable[str] | None = None) -> list[Linkable]:
    """Everyone and everywhere that can be linked, or these; the unnamed never are."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in ask(store, "linkable", "" if iris is None else only(iris)):
        found[row["iri"]].append(row)
    return [_linkable(iri, rows) for iri, rows in found.items()]


def load_days(store: Store) -> dict[str, str]:
    """From the first to the last day of what each name takes part in, as EDTF, by IRI.

    Where nothing of that is dated it is that of the articles that mention it.
    """
    rows = (*ask(store, "published"), *ask(store, "days"))
    return {row["iri"]: "/".join(row[end].partition("T")[0] for end in ("first", "last")) for row in rows}


def load_clusters(store: Store, iri: str) -> list[str]:
    """An IRI, and those that are one with it."""
    rows = list(ask(store, "versions_all", only([iri])))
    return list(dict.fromkeys([iri, *(row["member"] for row in rows)]))


def _linkable(iri: str, rows: Sequence[Row]) -> Linkable:
    return Linkable(
        iri=iri,
        label=rows[0]["label"],
        kind=local_name(rows[0]["kind"]).lower(),
        acts=rows[0]["acts"] == "true",
        documents=tuple(_all(rows, "document")),
        wholes=tuple(_all(rows, "whole")),
        other_names=tuple(_all(rows, "other")),
    )


def _all(rows: Iterable[Row], column: str) -> Iterator[str]:
    yield from dict.fromkeys(row[column] for row in rows if column in row)
