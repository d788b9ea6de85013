"""SERVICE: asked first, its answer put in its place as VALUES.

That means the same: SERVICE is evaluated for itself and then joined
(https://www.w3.org/TR/sparql11-federated-query/#simpleService).
"""

from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox
from pyoxigraph import BlankNode, NamedNode, QueryResultsFormat

from kb.errors import BadQuery
from kb.fetch import Hosts
from kb.storing.sparql.edits import Edit
from kb.storing.sparql.prologue import declarations
from kb.storing.sparql.remote import Call, allowed, calls, fetched
from kb.storing.sparql.timelines import Find, answered, asks_timeline
from kb.storing.sparql.tokens import Token
from kb.storing.terms import PREFIXES

ROWS = "application/sparql-results+json"


def answered_services(
    sparql: str, found: list[Token], hosts: Hosts, find: Find | None = None
) -> Iterator[Edit]:
    """The edits that put answers in place of a text's SERVICE clauses; `find` asks our own index, in queries.

    BadQuery when a host is none of `hosts`, cannot be known beforehand, or does not answer.
    """
    done = 0
    for call in calls(found, "SERVICE"):
        if call.word.start >= done and asks_timeline(found, call):
            if find is None:
                raise BadQuery(
                    "SERVICE idx:timeline is for queries only, not for updates. Ask it in a query first, "
                    "and write the entries it finds into the update as VALUES."
                )
            start, done = _group(found, call.rest)
            group = [token for token in found if start < token.start < done - 1]
            yield Edit(call.word.start, done, answered(found, group, find))
        elif call.word.start >= done:  # one within another is the other server's to ask
            address = allowed(found, call, hosts)
            start, done = _group(found, call.rest)
            before = [token for token in found if token.start < call.word.start]
            asked = _question(sparql, before, sparql[start:done])
            yield Edit(call.word.start, done, _answered(address, asked, hosts, call))


def _group(found: list[Token], place: int) -> tuple[int, int]:
    """Where the braces that open at this token begin and end."""
    inside = found[place:]
    closed = (token.end for token in inside if token.text == "}" and token.depth == inside[0].depth)
    return (inside[0].start, next(closed, inside[-1].end)) if inside else (found[-1].end, found[-1].end)


def _question(sparql: str, found: list[Token], group: str) -> str:
    own = " ".join(sparql[token.start : token.end] for token in declarations(found))
    ours = "\n".join(f"PREFIX {name}: <{namespace}>" for name, namespace in PREFIXES.items())
    return f"{ours}\n{own}\nSELECT * {group}"


def _answered(address: str, asked: str, hosts: Hosts, call: Call) -> str:
    whole = f"{address}{'&' if '?' in address else '?'}query={quote(asked, safe='')}"
    answer = fetched(whole, ROWS, hosts, call.silent)
    return "{ }" if answer is None else f"{{ {_values(address, answer.data)} }}"


def _values(address: str, data: bytes) -> str:
    """The rows of an answer as a VALUES block."""
    try:
        rows = ox.parse_query_results(input=data, format=QueryResultsFormat.JSON)
        if isinstance(rows, ox.QueryBoolean):
            raise BadQuery(f"{address} answers yes or no instead of rows. Leave the SERVICE out.")
        names = " ".join(map(str, rows.variables))
        told = [" ".join(_term(address, term) for term in row) for row in rows]
    except (SyntaxError, ValueError) as error:
        raise BadQuery(f"{address} answers no SPARQL results in JSON: {error}. Leave it out.") from error
    return f"VALUES ({names}) {{ {' '.join(f'({row})' for row in told)} }}"


def _term(address: str, term: object) -> str:
    """A term as SPARQL writes it; a blank node of theirs gets an IRI (RDF 1.1 Concepts, 3.5)."""
    if isinstance(term, BlankNode):
        return str(NamedNode(f"{address.partition('?')[0]}/.well-known/genid/{term.value}"))
    return "UNDEF" if term is None else str(term)
