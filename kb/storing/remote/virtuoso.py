"""What Virtuoso gives back otherwise than it was given, mended in its JSON, a row a line.

It keeps truth values as 0 and 1, years before 1 with three digits, whole decimals as integers,
tells a yes or no as a row, and leaves some literals that were to go. Measured with 7.2.5.
"""

import re
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode
from requests import Response

from kb.storing.answer import Term
from kb.storing.terms import EK, XSD

DECIMALS = frozenset({EK.confidence})
COMPUTED = frozenset(XSD[name] for name in ("string", "boolean", "integer", "decimal", "dateTime", "date"))

_XSD = rb'"datatype": "http://www\.w3\.org/2001/XMLSchema#'
_TRUTH = re.compile(_XSD + rb'boolean", "value": "([01])"')
_ANCIENT = re.compile(_XSD + rb'(dateTime|date)", "value": "-(\d{1,3})-')
_YES_OR_NO = re.compile(rb'"__ASK_RETVAL": \{.*?"value": "([01])"')
_WORDS = {b"0": b"false", b"1": b"true"}


def is_virtuoso(response: Response) -> bool:
    """Whether this server says that it is one."""
    return response.headers.get("Server", "").startswith("Virtuoso")


def mended(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of an answer as other engines would give it."""
    for line in lines:
        if b'"vars": ["__ASK_RETVAL"]' in line:
            yield _boolean(b"".join(lines))
            return
        yield _ANCIENT.sub(_with_four_digits, _TRUTH.sub(_in_words, line)) + b"\n"


def as_decimal(predicate: NamedNode, term: Term) -> Term:
    """The object of a predicate whose numbers are decimals, though it came back as an integer."""
    if predicate in DECIMALS and isinstance(term, Literal) and term.datatype == XSD.integer:
        return Literal(term.value, datatype=XSD.decimal)
    return term


def is_left(term: Term) -> bool:
    """Whether it is of those literals of which only the first is deleted when several are to be at once.

    They are those of datatypes that the engine does not compute with.
    """
    return isinstance(term, Literal) and term.language is None and term.datatype not in COMPUTED


def _boolean(rest: bytes) -> bytes:
    found = _YES_OR_NO.search(rest)
    return b'{"head": {}, "boolean": %s}' % _WORDS[found[1] if found else b"0"]


def _in_words(match: re.Match[bytes]) -> bytes:
    return match[0][:-2] + _WORDS[match[1]] + b'"'


def _with_four_digits(match: re.Match[bytes]) -> bytes:
    return match[0][: match.start(2) - match.start()] + match[2].zfill(4) + b"-"
