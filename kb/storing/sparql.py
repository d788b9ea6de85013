"""SPARQL 1.1 queries over Oxigraph: what is refused, over which graphs, and what an error says.

Queries read, and only what is stored here: updates, SERVICE and graphs from files are refused
before anything is evaluated, because Oxigraph itself would ask the other server.
"""

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyoxigraph as ox

from kb.errors import BadQuery
from kb.storing.answer import Answer, answer
from kb.storing.failures import reported
from kb.storing.limits import refuse_too_large
from kb.storing.terms import PREFIXES

_UPDATE = re.compile(
    r"\s*(?:(?:#[^\n]*\n|prefix\s+\S*:\s*<[^>]*>|base\s*<[^>]*>)\s*)*"
    r"(insert|delete|load|clear|drop|create|add|move|copy|with)\b",
    re.IGNORECASE,
)
_GAP = r"(?:\s|#[^\n]*\n)*"
_FROM = re.compile(rf"\bfrom{_GAP}(?:named{_GAP})?(?:<|[\w.-]*:)", re.IGNORECASE)
_FROM_FILE = re.compile(rf"\bfrom{_GAP}(?:named{_GAP})?<file:", re.IGNORECASE)
_QUERY = re.compile(r"\b(?:select|ask|construct|describe)\b", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


def ask(quads: ox.Store, sparql: str) -> Answer:
    """The answer to a query; the project's prefixes need no declaring.

    Its default graph is the union of all graphs, unless FROM or FROM NAMED say otherwise. Raises
    BadQuery, with line and column, for what cannot be parsed, and for what is refused.
    """
    _refuse(sparql)
    try:
        with reported():
            union = not _chooses_graphs(sparql)
            found = quads.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
    except SyntaxError as error:
        raise BadQuery(_explained(sparql, str(error))) from error
    return answer(found)


def _refuse(sparql: str) -> None:
    refuse_too_large(sparql)
    if match := _UPDATE.match(sparql):
        raise BadQuery(
            f"{match[1].upper()} is an update; here one can only ask (SELECT, ASK, CONSTRUCT, DESCRIBE)."
        )
    if _FROM_FILE.search(sparql):
        raise BadQuery(
            "FROM <file:...> is refused: queries see only what is stored here. Leave the FROM out."
        )
    if "service" in sparql.casefold() and _calls_service(sparql):
        raise BadQuery(
            "SERVICE is refused: queries are not passed on to other servers. Leave the SERVICE out."
        )


def _chooses_graphs(sparql: str) -> bool:
    """Whether a query names its graphs by FROM; the union would override that without a word."""
    if not _FROM.search(sparql):
        return False
    query = _parsed(sparql)
    return query is not None and bool(query[1].datasetClause)


def _calls_service(sparql: str) -> bool:
    """Whether a query that has the word somewhere asks another server; also when it cannot be told."""
    query = _parsed(sparql)
    return query is None or _holds_service(query)


def _holds_service(part: Any) -> bool:
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(part, CompValue):
        return part.name == "ServiceGraphPattern" or any(map(_holds_service, part.values()))
    return not isinstance(part, str) and isinstance(part, Iterable) and any(map(_holds_service, part))


def _parsed(sparql: str) -> Any:
    """The query as rdflib's parser sees it, None when it cannot: slow, so only where a word gives reason.

    It runs in a thread of its own: pyparsing's failures keep all frames they passed alive until some
    thread collects them, and an answer of Oxigraph in such a frame may only be dropped by its own thread.
    """
    with ThreadPoolExecutor(max_workers=1) as aside:
        return aside.submit(_parse, sparql).result()


def _parse(sparql: str) -> Any:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        return parseQuery(sparql)
    except (ParseException, RecursionError):
        return None


def _explained(sparql: str, error: str) -> str:
    """Where a query goes wrong, in words: Oxigraph lists every token it could have taken."""
    match = _POSITION.match(error)
    if not match:
        return f"The query cannot be read: {error}"
    line, column = int(match[1]), int(match[2])
    text = "".join(sparql.splitlines()[line - 1 : line])
    near = text[max(0, column - 25) : column + 14].strip()
    where = f", near {near!r}" if near else ""
    return f"The query cannot be read at line {line}, column {column}{where}.{_hint(sparql, match[3])}"


def _hint(sparql: str, expected: str) -> str:
    if "Prefix not found" in expected:
        return " A prefix is not declared."
    return "" if _QUERY.search(sparql) else " A query asks by SELECT, ASK, CONSTRUCT or DESCRIBE."
