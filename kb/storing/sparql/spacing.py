"""Words run together: Oxigraph reads `SERVICEex:a` as SERVICE and `ex:a`, other readers as one name.

What decides whether other servers are called, or which graphs are asked, must not hang on that: such
words are refused.
"""

from collections.abc import Iterable

from kb.errors import BadQuery
from kb.storing.sparql.prologue import UPDATES, first_word, prefixes
from kb.storing.sparql.tokens import Token

_BEFORE_NAMES = ("GRAPH", "SERVICE", "SILENT")


def refuse_run_together(found: list[Token]) -> None:
    """Raise BadQuery where SERVICE or FROM may be part of what looks like one word or name."""
    known = prefixes(found)
    for before, token, following in zip([None, *found], found, [*found[1:], None], strict=False):
        suspect = ""
        if token.kind == "word" and not token.is_word("SERVICE", "FROM"):
            suspect = token.text
        elif token.kind == "name" and (_is_called(before, following) or _is_outside(token, known)):
            suspect = token.text.partition(":")[0].upper()
        for word in ("SERVICE", "FROM"):
            if word in suspect:
                raise BadQuery(f"{word} is refused as part of a word: {token.text}. Put spaces around it.")


def _is_called(before: Token | None, following: Token | None) -> bool:
    """Whether a name between these stands where only that of a graph or a server may stand."""
    named = before is not None and before.is_word(*_BEFORE_NAMES)
    return following is not None and following.text == "{" and not named


def _is_outside(name: Token, known: Iterable[str]) -> bool:
    """Whether a name stands outside all braces and its prefix is declared nowhere."""
    return name.depth == 0 and name.text.partition(":")[0] not in known


def refuse_unknown_operations(operations: list[list[Token]]) -> None:
    """Raise BadQuery for a part of an update that begins with no word of SPARQL."""
    for operation in operations:
        word = first_word(operation)
        if word and word not in UPDATES:
            raise BadQuery(
                f"{word!r} begins no update. Known: {', '.join(UPDATES)}; write spaces around them."
            )
