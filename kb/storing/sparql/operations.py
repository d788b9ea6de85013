"""An update as its operations, each with its parts: enough to see what it asks before it changes anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.storing.sparql.prologue import prologue
from kb.storing.sparql.tokens import In, Token, tokens

_VALUES = ("iri", "name", "variable", "string", "number")
_PASSING = ("BNODE", "NOW", "RAND", "STRUUID", "UUID")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an update that is `prepared`, by its tokens; `declared` are all declarations."""

    sparql: str
    declared: str
    found: Sequence[Token]

    @property
    def text(self) -> str:
        """The operation as it is written, without declarations."""
        return self._text(self.found)

    @property
    def pattern(self) -> str:
        """The group behind WHERE, in its braces; "" for an operation that has none."""
        return self._text(self._group("WHERE"))

    @property
    def deleted(self) -> Sequence[Token]:
        """The template of what it deletes, in its braces; that of DELETE WHERE is its pattern."""
        return self._group("DELETE")

    @property
    def inserted(self) -> Sequence[Token]:
        """The template of what it inserts, in its braces, or the data."""
        return self._group("INSERT")

    @property
    def named(self) -> str:
        """The graph behind WITH as it is written, "" for none."""
        place = self._place("WITH")
        return "" if place is None else self.found[place + 1].text

    @property
    def sources(self) -> str:
        """The graphs that its pattern sees, its USING as the FROM of a query."""
        places = [place for place, token in enumerate(self.found) if _is_outer(token, "USING")]
        return " ".join(f"FROM {self._text(self.found[place + 1 : self._behind(place)])}" for place in places)

    @property
    def asks(self) -> bool:
        """Whether it asks more than one pattern of triples can, which no more than reads the store once."""
        return bool(self.pattern) and not _is_one_pattern(self._group("WHERE")[1:-1])

    @property
    def is_repeatable(self) -> bool:
        """Whether it does the same wherever it is done: nothing in it is made anew or of the moment."""
        return not any(
            token.text in "[(" or token.text.startswith("_:") or token.is_word(*_PASSING)
            for token in self.found
        )

    @property
    def inserts_data(self) -> bool:
        """Whether it is INSERT DATA."""
        return len(self.found) > 1 and self.found[0].is_word("INSERT") and self.found[1].is_word("DATA")

    @property
    def has_to_be_worked_out(self) -> bool:
        """Whether it cannot be done as it is wherever another asks what it has left."""
        return self.asks or (not self.is_repeatable and (self.inserts_data or bool(self.pattern)))

    def _text(self, found: Sequence[Token]) -> str:
        return self.sparql[found[0].start : found[-1].end] if found else ""

    def _place(self, word: str) -> int | None:
        return next((place for place, token in enumerate(self.found) if _is_outer(token, word)), None)

    def _behind(self, using: int) -> int:
        return using + (3 if self.found[using + 1].is_word("NAMED") else 2)

    def _group(self, word: str) -> Sequence[Token]:
        """The tokens of the braces that open next behind a word."""
        place = self._place(word)
        rest = [] if place is None else self.found[place:]
        outer = [at for at, token in enumerate(rest) if token.depth == 0 and token.text in ("{", "}")]
        return rest[outer[0] : outer[1] + 1] if len(outer) > 1 else []


def operations(sparql: str) -> list[Operation]:
    """The operations of an update that is `prepared`: all its declarations stand in front."""
    found = tokens(sparql)
    start = prologue(found)
    declared = sparql[start[0].start : start[-1].end] if start else ""
    return [Operation(sparql, declared, operation) for operation in cut(found)]


def cut(found: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each operation of an update, without its declarations."""
    ends = [place for place, token in enumerate(found) if token.text == ";" and token.depth == 0]
    for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(found)], strict=True):
        operation = found[start:end]
        yield operation[len(prologue(operation)) :]


def _is_outer(token: Token, word: str) -> bool:
    return token.depth == 0 and token.is_word(word)


def _is_one_pattern(inside: Sequence[Token]) -> bool:
    """Whether a group holds nothing but, at most, one triple, perhaps of one GRAPH."""
    named = [place + 1 for place, token in enumerate(inside) if token.is_word("GRAPH")]
    terms = [t for place, t in enumerate(inside) if _is_term(t) and place not in named]
    return len(named) <= 1 and len(terms) <= 3 and all(map(_is_plain, inside))


def _is_term(token: Token) -> bool:
    return token.kind in _VALUES or token.is_word("A", "TRUE", "FALSE")


def _is_plain(token: Token) -> bool:
    if token.within is not In.PATTERN:
        return False
    known = token.text in ("{", "}", ".") if token.kind == "sign" else token.kind == "tag"
    return known or _is_term(token) or token.is_word("GRAPH")
