"""What is one and the same, gathered: of several versions one entry, of several names one.

Only what `kb merge` decided is gathered; without it every entry stands for itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Entry, Named
from kb.storing.loading import load_canonical, load_entries
from kb.storing.questions import ask, only
from kb.storing.store import Store
from kb.storing.terms import local_name


@dataclass(frozen=True, slots=True)
class Decision:
    """Why versions are one, by which rule and how surely, and where they differ; empty where none is."""

    reasons: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()
    rule: str = ""
    score: float = 0.0


def with_versions(store: Store, entry: Entry) -> Entry:
    """An entry with the other versions of it, whichever stands for all, and where they differ."""
    canonical = load_canonical(store, [entry.iri]).get(entry.iri)
    if canonical is None:
        return entry
    whole = _wholes(store, {canonical.iri})[canonical.iri]
    others = tuple(version for version in (whole, *whole.versions) if version.iri != entry.iri)
    others = tuple(version._replace(versions=(), disagreements=()) for version in others)
    return entry._replace(versions=others, disagreements=whole.disagreements)


def versions_of(store: Store, iri: str) -> list[Named]:
    """The other versions of something, with their names."""
    canonical = load_canonical(store, [iri]).get(iri)
    if canonical is None:
        return []
    rows = ask(store, "versions", only([canonical.iri], "canonical"))
    return [Named(row["iri"], row["label"]) for row in rows if row["iri"] != iri]


def load_decision(store: Store, iri: str) -> Decision:
    """The decision by which something is one with others; an empty one where there is none."""
    canonical = load_canonical(store, [iri]).get(iri)
    rows = ask(store, "decisions", only([canonical.iri], "canonical")) if canonical else ()
    return next(
        (
            Decision(
                tuple(row["reasons"].splitlines()),
                tuple(row.get("disagreements", "").splitlines()),
                local_name(row["rule"]),
                float(row["score"]),
            )
            for row in rows
        ),
        Decision(),
    )


def _wholes(store: Store, wanted: Iterable[str]) -> dict[str, Entry]:
    """What stands for several entries with its versions, by IRI."""
    which = only(sorted(wanted), "canonical")
    versions: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "versions", which):
        versions[row["canonical"]].append(row["iri"])
    differ = {row["canonical"]: row.get("disagreements", "") for row in ask(store, "decisions", which)}
    every = [iri for members in versions.values() for iri in members]
    known = {entry.iri: entry for entry in load_entries(store, only(every))}
    return {
        iri: known[iri]._replace(
            versions=tuple(known[member] for member in members if member != iri),
            disagreements=tuple(differ[iri].splitlines()),
        )
        for iri, members in versions.items()
        if iri in known
    }
