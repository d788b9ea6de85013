"""SPARQL 1.1 updates, made ready for Oxigraph: graphs of the request written in, LOAD and SERVICE done."""

from collections.abc import Iterator

from kb.errors import BadQuery
from kb.fetch import Hosts
from kb.storing.sparql.edits import Edit, edited
from kb.storing.sparql.graphs import EVERYTHING, Graphs
from kb.storing.sparql.loads import loaded
from kb.storing.sparql.operations import cut
from kb.storing.sparql.prologue import QUERIES, declarations, first_word, prologue
from kb.storing.sparql.remote import NOBODY
from kb.storing.sparql.services import answered_services
from kb.storing.sparql.size import refuse_too_large
from kb.storing.sparql.spacing import refuse_run_together, refuse_unknown_operations
from kb.storing.sparql.tokens import Token, tokens


def prepared(sparql: str, graphs: Graphs = EVERYTHING, hosts: Hosts = NOBODY) -> str:
    """The update as Oxigraph shall run it.

    It ends with an operation, so that another may be put behind it. `graphs` are those its WHERE clauses
    see, as if USING named them. BadQuery for a query, for WITH or USING beside `graphs` (SPARQL 1.1 Protocol,
    2.2.3), and for calls to hosts that are none of `hosts`.
    """
    found = tokens(sparql)
    operations = list(cut(found))
    _refuse(found, operations)
    edits = [*answered_services(sparql, found, hosts), *loaded(found, hosts), *_closed(sparql, found)]
    edits += _declared_first(sparql, found)
    if graphs:
        edits += [edit for operation in operations for edit in _using(sparql, operation, graphs)]
    return edited(sparql, edits)


def _refuse(found: list[Token], operations: list[list[Token]]) -> None:
    refuse_too_large(found)
    refuse_run_together(found)
    if (word := first_word(found)) in QUERIES:
        raise BadQuery(f"{word} is a query, not an update. Send it as the parameter query.")
    refuse_unknown_operations(operations)


def _closed(sparql: str, found: list[Token]) -> Iterator[Edit]:
    """Nothing behind the last operation, neither semicolon nor comment, and some operation there."""
    if len(prologue(found)) == len(found):
        yield Edit(len(sparql), len(sparql), "\nINSERT DATA {}")
    else:
        last = _last(found)
        yield Edit(last.start if last.text == ";" else last.end, len(sparql), "")


def _declared_first(sparql: str, found: list[Token]) -> Iterator[Edit]:
    """Declarations in front of later operations put first, as Oxigraph reads them nowhere else.

    BadQuery where one would then mean something else: a prefix declared anew, or a second base.
    """
    ends = [place for place, token in enumerate(found) if token.text == ";" and token.depth == 0]
    later = [start for end in ends if (start := prologue(found[end + 1 :])) and start[-1] is not found[-1]]
    for start in later:
        yield Edit(start[0].start, start[-1].end, "")
    if later:
        _refuse_declared_anew(found)
        yield Edit(0, 0, "".join(f"{sparql[t.start : t.end]} " for start in later for t in start))


def _refuse_declared_anew(found: list[Token]) -> None:
    known: dict[str, str] = {}
    start = declarations(found)
    for place, token in enumerate(start[:-1]):
        if token.is_word("PREFIX", "BASE"):
            name, iri = (
                (start[place + 1].text, start[place + 2].text)
                if token.text == "PREFIX"
                else ("BASE", start[place + 1].text)
            )
            if known.setdefault(name, iri) != iri:
                raise BadQuery(f"{name} is declared twice, as {known[name]} and {iri}. Use another name.")


def _last(found: list[Token]) -> Token:
    """The last token that does something, or the semicolon behind which nothing is done."""
    ends = [place for place, token in enumerate(found) if token.text == ";" and token.depth == 0]
    rest = found[ends[-1] + 1 :] if ends else []
    return found[ends[-1]] if ends and len(prologue(rest)) == len(rest) else found[-1]


def _using(sparql: str, operation: list[Token], graphs: Graphs) -> Iterator[Edit]:
    """The edit that writes the graphs of the request into an operation that has a WHERE."""
    outer = [token for token in operation if token.depth == 0]
    where = next((token for token in outer if token.is_word("WHERE")), None)
    if where is None:
        return
    if any(token.is_word("WITH", "USING") for token in outer):
        raise BadQuery("WITH and USING cannot stand beside using-graph-uri or using-named-graph-uri.")
    yield Edit(where.start, where.start, f"{_template(sparql, operation, where)}{_clauses(graphs)} ")


def _template(sparql: str, operation: list[Token], where: Token) -> str:
    """DELETE WHERE takes no USING: what it finds becomes what it deletes, written out."""
    if operation[1] is not where:
        return ""
    braces = [token for token in operation if token.start > where.start]
    return f"{sparql[braces[0].start : braces[-1].end]} " if braces else ""


def _clauses(graphs: Graphs) -> str:
    default = [f"USING {node}" for node in graphs.default_nodes]
    return " ".join([*default, *(f"USING NAMED {node}" for node in graphs.named_nodes)])
