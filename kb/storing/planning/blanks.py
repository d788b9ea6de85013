"""Blank nodes in quads."""

from pyoxigraph import BlankNode, Quad, Triple


def has_blank(quad: Quad) -> bool:
    """Whether a quad speaks of a blank node."""
    return any(map(is_blank, quad))


def is_blank(term: object) -> bool:
    """Whether a term is a blank node or speaks of one."""
    if isinstance(term, Triple):
        return any(map(is_blank, term))
    return isinstance(term, BlankNode)
