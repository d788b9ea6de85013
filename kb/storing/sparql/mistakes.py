"""Where a query or an update goes wrong, in words: Oxigraph lists every token it could have taken."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from kb.errors import BadQuery

_QUERY = re.compile(r"\b(?:select|ask|construct|describe|insert|delete)\b", re.IGNORECASE)
_POSITION = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)


@contextmanager
def told(sparql: str) -> Iterator[None]:
    """Turn Oxigraph's SyntaxError about this text into a BadQuery with line, column and surroundings."""
    try:
        yield
    except SyntaxError as error:
        raise BadQuery(_explained(sparql, str(error))) from error


def _explained(sparql: str, error: str) -> str:
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
