"""SPARQL text as tokens: enough to see what a query or an update calls on, without evaluating it.

The grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar) cannot be cut into tokens blindly: `<`
begins an IRI or compares, and a reader that takes the one for the other can be made to see a string where
Oxigraph sees a SERVICE. Within the brackets of an expression `<` compares after a value; everywhere else
it begins an IRI. So the reader keeps account of the brackets it is in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

_SHAPES = {
    "gap": r"(?:\s|#[^\n\r]*)+",
    "string": r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'",
    "variable": r"[?$]\w+",
    "tag": r"@[A-Za-z]+(?:-+[A-Za-z0-9]+)*",
    "name": r"(?:[^\W\d][\w.·-]*)?:(?:[\w:·-]|\.(?=[\w:%\\·.-])|%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-])*",
    "number": r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?",
    "word": r"[^\W\d]\w*",
    "sign": r"<<\(|<<|>>|\^\^|&&|\|\||!=|<=|>=|.",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in _SHAPES.items()), re.DOTALL)
_IRI = re.compile(r'<[^<>"{}|^`\x00-\x20]*>')

_VALUES = {"string", "variable", "tag", "name", "number", "iri"}
_ENDS = {")", "]", "}", ">>"}
_NO_FUNCTIONS = {"A", "TRUE", "FALSE", "UNDEF", "VALUES"}  # words that a list may follow
_DATA = {"VALUES", "DATA"}
_CLAUSES = {"SELECT", "GROUP", "ORDER", "HAVING"}
_OPENING, _CLOSING = {"(", "<<(", "{", "["}, {")", "}", "]"}


class In(Enum):
    """What the innermost bracket holds: triples, the clauses around them, an expression, a list, data.

    Data are the rows of VALUES and the triples of INSERT DATA and DELETE DATA.
    """

    PATTERN = "pattern"
    CLAUSES = "clauses"
    EXPRESSION = "expression"
    LIST = "list"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind, its text, where it begins, how many brackets it stands in.

    The kinds are those of `_SHAPES`, and "iri". The text of a word is in capitals. A bracket stands
    outside itself.
    """

    kind: str
    text: str
    start: int
    depth: int
    within: In

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words of the language."""
        return self.kind == "word" and self.text in words


@dataclass
class _Reader:
    text: str
    stack: list[In] = field(default_factory=lambda: [In.CLAUSES])
    last: Token | None = None
    calls: bool = False  # a FILTER awaits a call whose function is named by IRI
    data: bool = False  # VALUES or DATA awaits its braces

    def read(self) -> Iterator[Token]:
        position = 0
        while position < len(self.text):
            kind, found = self._next(position)
            if kind != "gap":
                yield self._placed(kind, found.upper() if kind == "word" else found, position)
            position += len(found)

    def _next(self, position: int) -> tuple[str, str]:
        if self.text[position] == "<" and not self._compares():
            iri = _IRI.match(self.text, position)
            if iri:
                return "iri", iri[0]
        found = _TOKEN.match(self.text, position)
        return (found.lastgroup or "sign", found[0]) if found else ("sign", self.text[position])

    def _compares(self) -> bool:
        return self.stack[-1] is In.EXPRESSION and _is_value(self.last)

    def _placed(self, kind: str, text: str, position: int) -> Token:
        if text in _CLOSING and kind == "sign" and len(self.stack) > 1:
            self.stack.pop()
        token = Token(kind, text, position, len(self.stack) - 1, self.stack[-1])
        if text in _OPENING and kind == "sign":
            self.stack.append(self._opened(text))
        elif kind == "word":
            self._heed(text)
        self.calls = token.is_word("FILTER") or (self.calls and kind in ("iri", "name"))
        self.last = token
        return token

    def _heed(self, word: str) -> None:
        self.data = self.data or word in _DATA
        if self.stack[-1] in (In.PATTERN, In.CLAUSES) and word in _CLAUSES | _DATA:
            self.stack[-1] = In.PATTERN if word in _DATA else In.CLAUSES

    def _opened(self, bracket: str) -> In:
        within = self.stack[-1]
        if within is In.DATA or (bracket == "{" and self.data):
            self.data = False
            return In.DATA
        if bracket in "{[":
            return In.PATTERN
        if bracket == "<<(" or within is In.LIST or (self.last and self.last.text == "<<"):
            return In.LIST
        if within in (In.EXPRESSION, In.CLAUSES) or self.calls or _is_function(self.last):
            return In.EXPRESSION
        return In.LIST


def tokens(sparql: str) -> list[Token]:
    """The tokens of a query or update, without gaps and remarks; what is no token is a sign."""
    return list(_Reader(sparql).read())


def _is_value(token: Token | None) -> bool:
    """Whether an expression may be complete with this token, so that an operator follows."""
    if token is None:
        return False
    return token.kind in _VALUES or token.text in _ENDS or token.is_word("TRUE", "FALSE")


def _is_function(token: Token | None) -> bool:
    return token is not None and token.kind == "word" and token.text not in _NO_FUNCTIONS
