"""SPARQL 1.1 queries: what is refused, over which graphs they run, and what an error says.

Queries read, and only what is stored here: updates, graphs from files and, unless their host is
allowed, other servers are refused before anything is evaluated.
"""

import pyoxigraph as ox

from kb.errors import BadQuery
from kb.fetch import Hosts
from kb.storing.answer import Answer, answer
from kb.storing.database import Database
from kb.storing.failures import reported
from kb.storing.sparql.edits import edited
from kb.storing.sparql.graphs import EVERYTHING, Graphs
from kb.storing.sparql.mistakes import told
from kb.storing.sparql.prologue import UPDATES, first_word
from kb.storing.sparql.remote import NOBODY
from kb.storing.sparql.services import answered_services
from kb.storing.sparql.size import refuse_too_large
from kb.storing.sparql.spacing import refuse_run_together
from kb.storing.sparql.tokens import Token, tokens
from kb.storing.terms import PREFIXES


def ask(
    quads: Database,
    sparql: str,
    graphs: Graphs = EVERYTHING,
    hosts: Hosts = NOBODY,
    base: str | None = None,
) -> Answer:
    """The answer to a query; the project's prefixes need no declaring, relative IRIs are below `base`.

    Its default graph is the union of all graphs, unless FROM, FROM NAMED or `graphs` say otherwise.
    Raises BadQuery, with line and column, for what cannot be parsed, and for what is refused.
    """
    found = tokens(sparql)
    _refuse(found)
    whole = edited(sparql, answered_services(sparql, found, hosts))
    with told(sparql), reported():
        return answer(_asked(quads, whole, graphs, found, base))


def _asked(
    quads: Database, sparql: str, graphs: Graphs, found: list[Token], base: str | None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if graphs:
        return quads.query(
            sparql,
            base_iri=base,
            prefixes=PREFIXES,
            default_graph=[*graphs.default_nodes],
            named_graphs=[*graphs.named_nodes],
        )
    union = not any(token.is_word("FROM") for token in found)
    return quads.query(sparql, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=union)


def _refuse(found: list[Token]) -> None:
    refuse_too_large(found)
    refuse_run_together(found)
    if (word := first_word(found)) in UPDATES:
        raise BadQuery(f"{word} is an update; here one can only ask (SELECT, ASK, CONSTRUCT, DESCRIBE).")
    if any(_is_file(found[place + 1 :]) for place, token in enumerate(found) if token.is_word("FROM")):
        raise BadQuery(
            "FROM <file:...> is refused: queries see only what is stored here. Leave the FROM out."
        )


def _is_file(graph: list[Token]) -> bool:
    """Whether what stands behind a FROM names a file."""
    iri = next((token.text for token in graph[:2] if token.kind == "iri"), "")
    return iri.casefold().startswith("<file:")
