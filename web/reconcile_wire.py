"""The two versions of the reconciliation protocol as values of ours, and back: what each calls what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.base import KnowledgeBase
from kb.errors import BadRequest
from kb.model import Named
from kb.storing.facts import PROPERTIES, Value
from kb.tying.reconciling import KINDS, Asked, Fact, Match

MOST_WANTED = 100  # candidates
FEATURES = {"name": "How well the name fits, from 0 to 100"}
MOMENTS = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class Extension:
    """Of which things which facts are wanted."""

    ids: tuple[str, ...]
    properties: tuple[str, ...]


def asked_in_old(query: Any) -> Asked:
    """A query of version 0.2; BadRequest when it is none."""
    query = _object(query)
    facts = tuple(
        Fact(str(_object(one).get("pid")), _values(one.get("v"))) for one in query.get("properties") or ()
    )
    return Asked(str(query.get("query") or ""), _kinds(query.get("type")), facts, _limit(query))


def asked_in_draft(query: Any) -> Asked:
    """A query of the draft of 1.0; BadRequest when it is none."""
    query = _object(query)
    conditions = [_object(one) for one in query.get("conditions") or ()]
    if not conditions:
        raise BadRequest("A query has conditions, one at least.")
    names, ids = _of_type(conditions, "name"), _of_type(conditions, "id")
    facts = tuple(_fact(one) for one in conditions if one.get("matchType") == "property")
    return Asked(" ".join(names), _kinds(query.get("type")), facts, _limit(query), ids)


def extension_asked(sent: Any) -> Extension:
    """Which facts are wanted; BadRequest when that cannot be told."""
    ids, properties = _object(sent).get("ids"), sent.get("properties")
    if not isinstance(ids, list) or not isinstance(properties, list):
        raise BadRequest("Send {'ids': [...], 'properties': [{'id': ...}]}.")
    names = tuple(str(_object(one).get("id")) for one in properties)
    if unknown := [name for name in names if name not in PROPERTIES]:
        raise BadRequest(f"There is no property {unknown[0]!r}. Known: {', '.join(PROPERTIES)}.")
    return Extension(tuple(map(str, ids)), names)


def candidate(kb: KnowledgeBase, match: Match) -> dict[str, Any]:
    """A candidate, as both versions have it."""
    return {
        "id": match.iri.removeprefix(kb.base_iri),
        "name": match.name,
        "score": match.score,
        "match": match.certain,
        "type": [type_of(match.kind)] if match.kind else [],
        "features": [_feature(name, value) for name, value in match.features.items()],
    }


def suggestion(kb: KnowledgeBase, match: Match) -> dict[str, Any]:
    """What is suggested while somebody types."""
    notable = [type_of(match.kind)] if match.kind else []
    return {"id": match.iri.removeprefix(kb.base_iri), "name": match.name, "notable": notable}


def type_of(kind: str) -> dict[str, str]:
    """A kind as a type of the vocabulary."""
    return {"id": f"ek:{kind}", "name": kind.lower()}


def types_like(prefix: str) -> list[dict[str, str]]:
    """The types whose names begin so."""
    return [type_of(kind) for kind in KINDS if kind.lower().startswith(prefix.lower())]


def properties_like(prefix: str) -> list[dict[str, str]]:
    """The properties whose names begin so."""
    return [
        {"id": name, "name": known.name, "description": known.description}
        for name, known in PROPERTIES.items()
        if known.name.startswith(prefix.lower()) or name.lower().startswith(prefix.lower())
    ]


def property_meta(name: str) -> dict[str, str]:
    """What a column of facts is called."""
    return {"id": name, "name": PROPERTIES[name].name}


def rows(kb: KnowledgeBase, extension: Extension) -> list[dict[str, Any]]:
    """The facts, as the draft has them: a row a thing; an empty value where nothing is told."""
    return [
        {
            "id": id_,
            "properties": [
                {"id": name, "values": list(_told(kb, name, kb.facts(_iri(kb, id_), name))) or [{}]}
                for name in extension.properties
            ],
        }
        for id_ in extension.ids
    ]


def old_rows(draft: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The same rows as version 0.2 has them."""
    return {row["id"]: {one["id"]: one["values"] for one in row["properties"]} for row in draft}


def _iri(kb: KnowledgeBase, id_: str) -> str:
    return id_ if "://" in id_ else kb.base_iri + id_


def _told(kb: KnowledgeBase, name: str, found: Iterable[Value]) -> Iterator[dict[str, str]]:
    for value in found:
        if isinstance(value, Named):
            yield {"id": value.iri.removeprefix(kb.base_iri), "name": value.label}
        else:
            yield {"date" if name in MOMENTS and _is_usual(value) else "str": value}


def _is_usual(moment: str) -> bool:
    """Whether a moment is within what the protocol takes for a date."""
    return moment.lstrip("-")[:4].isdigit() and moment.count("T") == 1


def _feature(name: str, value: float) -> dict[str, Any]:
    told = FEATURES.get(name) or f"Whether “{PROPERTIES[name].name if name in PROPERTIES else name}” holds"
    return {"id": name, "name": told, "value": value}


def _fact(condition: Mapping[str, Any]) -> Fact:
    denied = condition.get("matchQuantifier") == "none"
    values = _values(condition["propertyValue"])
    return Fact(str(condition.get("propertyId")), values, bool(condition.get("required")), denied)


def _of_type(conditions: Iterable[Mapping[str, Any]], kind: str) -> tuple[str, ...]:
    """The values of all conditions of a match type."""
    return tuple(
        v for one in conditions if one.get("matchType") == kind for v in _values(one["propertyValue"])
    )


def _values(value: Any) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    return tuple(str(one.get("id") if isinstance(one, dict) else one) for one in found)


def _kinds(types: Any) -> frozenset[str]:
    """The kinds asked for; a type that is none of ours fits nothing, an empty one everything."""
    named = types if isinstance(types, list) else [types] if types else []
    return frozenset(str(one).removeprefix("ek:").rpartition("#")[2] for one in named)


def _limit(query: Mapping[str, Any]) -> int:
    given = query.get("limit", 5)
    if not isinstance(given, int) or given < 1:
        raise BadRequest(f"limit is {given!r}, and no number from 1 on.")
    return min(given, MOST_WANTED)


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadRequest(f"{value!r} is no object of JSON.")
    return value
