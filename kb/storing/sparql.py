"""SPARQL 1.1 queries over Oxigraph: what is refused, and what an error says.

Queries read, and only what is stored here: updates, SERVICE and graphs from files are refused
before anything is evaluated, because Oxigraph itself would ask the other server.
"""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from kb.errors import BadQuery
from kb.storing.answer import Answer, answer
from kb.storing.terms import PREFIXES

_UPDATE = re.compile(
    r"\s*(?:(?:#[^\n]*\n|prefix\s+\S*:\s*<[^>]*>|base\s*<[^>]*>)\s*)*"
    r"(insert|delete|load|clear|drop|create|add|move|copy|with)\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"\bfrom\s+(?:named\s+)?<\s*file:", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


def ask(quads: ox.Store, sparql: str) -> Answer:
    """The answer to a query over the union of all graphs; the project's prefixes need no declaring.

    Raises BadQuery, with line and column, for what cannot be parsed, and for what is refused.
    """
    _refuse(sparql)
    try:
        return answer(quads.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True))
    except SyntaxError as error:
        raise BadQuery(_explained(sparql, str(error))) from error


def _refuse(sparql: str) -> None:
    if match := _UPDATE.match(sparql):
        raise BadQuery(
            f"{match[1].upper()} is an update; here one can only ask (SELECT, ASK, CONSTRUCT, DESCRIBE)."
        )
    if _FILE.search(sparql):
        raise BadQuery(
            "FROM <file:...> is refused: queries see only what is stored here. Leave the FROM out."
        )
    if "service" in sparql.casefold() and _calls_service(sparql):
        raise BadQuery(
            "SERVICE is refused: queries are not passed on to other servers. Leave the SERVICE out."
        )


def _calls_service(sparql: str) -> bool:
    """Whether a query that has the word somewhere asks another server; also when it cannot be told."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    def holds_service(part: object) -> bool:
        if isinstance(part, CompValue):
            return part.name == "ServiceGraphPattern" or any(map(holds_service, part.values()))
        return not isinstance(part, str) and isinstance(part, Iterable) and any(map(holds_service, part))

    try:
        return holds_service(parseQuery(sparql))
    except ParseException:
        return True


def _explained(sparql: str, error: str) -> str:
    """Where a query goes wrong, in words: Oxigraph lists every token it could have taken."""
    match = _POSITION.match(error)
    if not match:
        return f"The query cannot be read: {error}"
    line, column = int(match[1]), int(match[2])
    near = sparql.splitlines()[line - 1][column - 1 : column + 29].strip() if sparql.strip() else ""
    where = f"near {near!r}" if near else "at its end"
    hint = " A prefix is not declared." if "Prefix not found" in match[3] else ""
    return f"The query cannot be read at line {line}, column {column}, {where}.{hint}"
