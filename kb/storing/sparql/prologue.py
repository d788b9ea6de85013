"""The beginning of a query or update: its prefixes and base, and the word that says what it does."""

from kb.storing.sparql.tokens import Token
from kb.storing.terms import PREFIXES

QUERIES = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")

_LENGTHS = {"PREFIX": 3, "BASE": 2, "VERSION": 2}  # in tokens


def prologue(found: list[Token]) -> list[Token]:
    """The tokens of the declarations a text begins with."""
    end = 0
    while end < len(found) and found[end].is_word(*_LENGTHS):
        end += _LENGTHS[found[end].text]
    return found[:end]


def first_word(found: list[Token]) -> str:
    """What stands behind the declarations, which says what is asked or done; "" for nothing."""
    rest = found[len(prologue(found)) :]
    return rest[0].text if rest else ""


def prefixes(found: list[Token]) -> dict[str, str]:
    """The namespaces of the prefixes declared, and of those that need no declaring."""
    start = declarations(found)
    declared = {
        start[place + 1].text[:-1]: start[place + 2].text[1:-1]
        for place, token in enumerate(start[:-2])
        if token.is_word("PREFIX")
    }
    return PREFIXES | declared


def declarations(found: list[Token]) -> list[Token]:
    """The tokens of all declarations: an update may have some in front of each of its operations."""
    starts = [0, *(place + 1 for place, token in enumerate(found) if token.text == ";" and token.depth == 0)]
    return [token for start in starts for token in prologue(found[start:])]
