"""How large a query or an update may be.

Oxigraph's parser, optimiser and evaluator recurse: a query nested some thousand deep, or of twenty
thousand triples, ends the whole process. Measured on a thread with the usual 8 MB of stack, calls and
EXISTS nested 800 deep and 2,000 operators, clauses or triples in a row are still answered; the limits
stay at or below that. Data (VALUES, INSERT DATA) may be as long as it likes.
"""

from kb.errors import BadQuery
from kb.storing.sparql.tokens import In, Token

MOST_NESTED = 400
MOST_OPERATORS = 2000

_OPERATORS = {*"!^|&+*/=<>-{[", "&&", "||", "!=", "<=", ">="}
_CLAUSES = ("OPTIONAL", "MINUS", "BIND", "UNION", "FILTER", "GRAPH", "VALUES", "SELECT", "EXISTS", "SERVICE")


def refuse_too_large(found: list[Token]) -> None:
    """Raise BadQuery for what nests too deep or strings too many operators, clauses or triples together."""
    if max((token.depth for token in found), default=0) > MOST_NESTED:
        raise BadQuery(f"The query is too large: brackets nest deeper than {MOST_NESTED}. Ask in several.")
    if sum(map(_counts, found)) > MOST_OPERATORS:
        raise BadQuery(
            f"The query is too large: at most {MOST_OPERATORS} operators, clauses and triples are answered. "
            "Ask in several queries."
        )


def _counts(token: Token) -> bool:
    if token.within is In.DATA:
        return False
    if token.within is In.LIST:
        return True
    if token.kind != "sign":
        return token.is_word(*_CLAUSES)
    return token.text in _OPERATORS or token.text in _IN.get(token.within, ())


# What else makes a query longer, by where it stands: triples, and calls or conditions in brackets.
_IN = {In.PATTERN: ".;,", In.EXPRESSION: "(", In.CLAUSES: "("}
