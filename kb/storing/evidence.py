"""Spans as Web Annotation selectors: where the words stand, and the words themselves.

Source: W3C Web Annotation Data Model, 4.2.4 (text quote) and 4.2.6 (text position). Positions
count code points of the raw text, end excluded.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kb.model import Document, Span
from kb.storing.minting import below
from kb.storing.terms import EK, OA, TYPE, triple, whole_number


def evidence(
    node: NamedNode, span: Span, document: Document, kind: NamedNode = EK.Evidence
) -> Iterator[Triple]:
    """The triples of a piece of evidence; ValueError when the span does not lie within the text."""
    words = _words(span, document.text)
    position, quote = below(node, "position"), below(node, "words")
    yield triple(node, TYPE, kind)
    yield triple(node, OA.hasSource, NamedNode(document.iri))
    yield triple(node, OA.hasSelector, position)
    yield triple(node, OA.hasSelector, quote)
    yield triple(position, TYPE, OA.TextPositionSelector)
    yield triple(position, OA.start, whole_number(span.start))
    yield triple(position, OA.end, whole_number(span.end))
    yield triple(quote, TYPE, OA.TextQuoteSelector)
    yield triple(quote, OA.exact, Literal(words))


def _words(span: Span, text: str) -> str:
    """The words of a span. A span that leaves the text would be evidence of nothing: it is a bug."""
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {span.start}-{span.end} does not lie in a text of {len(text)} characters")
    return span.of(text)
