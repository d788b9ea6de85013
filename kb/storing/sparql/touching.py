"""Which graphs an update may change, as far as its words tell.

Data and templates name them behind GRAPH and WITH, operations on whole graphs name nothing else. Where a
variable stands in their place, or all graphs are meant, or the words may be read otherwise than by Oxigraph
(it takes `GRAPHex:a` for two), nothing is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import pyoxigraph as ox

from kb.storing.sparql.operations import Operation, operations
from kb.storing.sparql.tokens import Token
from kb.storing.terms import PREFIXES

DEFAULT = ""  # the graph without a name
CHANGING = ("INSERT", "DELETE", "WITH")
NAMES = ("iri", "name")

Named: TypeAlias = list[str]  # graphs as they are written


class Unknown(Exception):
    """The words do not tell which graphs they mean."""


def touched(update: str, base: str) -> frozenset[str] | None:
    """The names of the graphs that a `prepared` update may change, "" for the one without a name.

    None where they cannot be known, or it cannot be read.
    """
    return touched_by(operations(update), base)


def touched_by(found: Sequence[Operation], base: str) -> frozenset[str] | None:
    """The same of some operations of an update."""
    try:
        written = {name for operation in found for name in _written(operation)}
        declared = found[0].declared if found else ""
        return graphs_named(declared, written - {DEFAULT}, base) | (written & {DEFAULT})
    except (Unknown, SyntaxError):
        return None


def graphs_named(declared: str, written: Iterable[str], base: str) -> frozenset[str]:
    """The IRIs of graphs as they are written behind these declarations; Oxigraph itself reads them."""
    store, triples = ox.Store(), " . ".join(f"{name} <x:a> <x:a>" for name in sorted(written))
    store.update(f"{declared} INSERT DATA {{ {triples} }}", base_iri=base, prefixes=PREFIXES)
    return frozenset(q.subject.value for q in store if isinstance(q.subject, ox.NamedNode))


def _written(operation: Operation) -> Iterable[str]:
    if any(map(_hides_a_graph, operation.found)):
        raise Unknown
    if operation.found[0].is_word(*CHANGING):
        return _changed([*operation.deleted, *operation.inserted], operation.named or DEFAULT)
    return _whole(operation.found[1:])


def _hides_a_graph(token: Token) -> bool:
    """Whether GRAPH may be a part of what looks like one word or name."""
    suspect = token.text.partition(":")[0].upper() if token.kind in ("word", "name") else ""
    return "GRAPH" in suspect and not token.is_word("GRAPH")


def _changed(templates: Sequence[Token], default: str) -> Iterator[str]:
    """The graphs of data and templates; what stands in no GRAPH is taken to be there."""
    yield default
    for token, following in pairwise(templates):
        if token.is_word("GRAPH"):
            yield _name(following)


def _whole(found: Sequence[Token]) -> Named:
    """The graphs of an operation on whole graphs, which is one or `one TO another`."""
    rest = [token for token in found if not token.is_word("SILENT", "GRAPH")]
    if len(rest) == 3 and rest[1].is_word("TO"):
        return [_name(rest[0]), _name(rest[2])]
    if len(rest) != 1:
        raise Unknown
    return [_name(rest[0])]


def _name(token: Token) -> str:
    if token.kind not in NAMES and not token.is_word("DEFAULT"):
        raise Unknown
    return token.text if token.kind in NAMES else DEFAULT
