"""How large a query may be.

Oxigraph's parser and evaluator recurse: a query nested some thousand deep ends the whole process.
Measured on a thread with the usual 8 MB of stack, calls and EXISTS nested 800 deep and 2,000 operators
or clauses in a row are still answered; the limits stay at or below that.
"""

import re

from kb.errors import BadQuery

MOST_BRACKETS = 400
MOST_OPERATORS = 2000

_IRI = re.compile(r"<[A-Za-z][\w+.-]*:[^\s<>\"{}|\\^`]{0,1000}>")
_BRACKET = re.compile(r"[({\[]")
_OPERATOR = re.compile(
    r"[!^|&+*/=<>-]|\b(?:optional|minus|bind|union|filter|graph|values|select|exists)\b", re.IGNORECASE
)


def refuse_too_large(sparql: str) -> None:
    """Raise BadQuery for a query with too many brackets or operators; words and remarks count like code."""
    bare = _IRI.sub(" ", sparql)
    if len(_BRACKET.findall(bare)) > MOST_BRACKETS or len(_OPERATOR.findall(bare)) > MOST_OPERATORS:
        raise BadQuery(
            f"The query is too large: at most {MOST_BRACKETS} brackets and {MOST_OPERATORS} operators "
            "and clauses are answered. Ask in several queries."
        )
