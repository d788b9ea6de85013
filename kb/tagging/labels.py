"""Labels of other pipelines in the terms of Universal Dependencies.

The English pipelines of spaCy label in the manner of ClearNLP: prepositions head their objects, the
copula heads its predicate, conjuncts hang on one another in a chain. Rules that read tokens know only
Universal Dependencies; here is the one place that knows the other scheme. Source of both: the ClearNLP
guidelines (Choi and Palmer, 2012) and universaldependencies.org, version 2.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kb.tagging.pieces import Piece

RENAMED = {
    "ROOT": "root",
    "agent": "obl:agent",
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "hmod": "compound",
    "infmod": "acl",
    "intj": "discourse",
    "meta": "discourse",
    "neg": "advmod",
    "nn": "compound",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "num": "nummod",
    "number": "compound",
    "oprd": "xcomp",
    "partmod": "acl",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "possessive": "case",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "rcmod": "acl:relcl",
    "relcl": "acl:relcl",
}
CLEARNLP = frozenset(
    {"attr", "acomp", "auxpass", "dobj", "nsubjpass", "pobj", "pcomp", "prep", "poss", "neg", "prt"}
)
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
PREDICATES = frozenset({"attr", "acomp"})
VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
Reader: TypeAlias = Callable[[list[Piece]], list[Piece]]
ENTITY_KINDS = {
    **dict.fromkeys(("PER", "PERSON"), "PER"),
    "ORG": "ORG",
    **dict.fromkeys(("LOC", "GPE", "FAC"), "LOC"),
}


def entity_kind(label: str) -> str:
    """PER, ORG or LOC for the entity labels of either kind of pipeline; empty for all others."""
    return ENTITY_KINDS.get(label, "")


def reader_of(labels: Iterable[str]) -> Reader:
    """What turns trees into Universal Dependencies, for a parser that gives these labels."""
    return from_clearnlp if CLEARNLP & set(labels) else from_universal


def from_universal(pieces: list[Piece]) -> list[Piece]:
    """The same pieces; only spaCy's name for the root is another."""
    return [piece._replace(relation="root") if piece.relation == "ROOT" else piece for piece in pieces]


def from_clearnlp(pieces: list[Piece]) -> list[Piece]:
    """The same pieces with heads and relations of Universal Dependencies instead of ClearNLP's."""
    tree = _Tree([piece.head for piece in pieces], [piece.relation for piece in pieces], pieces)
    _first_conjuncts(tree)
    for index in reversed(range(len(pieces))):
        _turn_preposition(tree, index)
    for index in range(len(pieces)):
        _turn_copula(tree, index)
    return [
        piece._replace(head=head, relation=_renamed(relation, piece))
        for piece, head, relation in zip(pieces, tree.heads, tree.relations, strict=True)
    ]


@dataclass(slots=True)
class _Tree:
    """A tree being rebuilt."""

    heads: list[int]
    relations: list[str]
    pieces: Sequence[Piece] = field(repr=False)

    def children(self, index: int, relations: Iterable[str] = ()) -> list[int]:
        """What hangs on a piece, by these relations or by any."""
        return [
            child
            for child, head in enumerate(self.heads)
            if head == index != child and (not relations or self.relations[child] in relations)
        ]

    def hang(self, index: int, head: int, relation: str) -> None:
        """Hang a piece on another; on itself, it is the root."""
        self.heads[index], self.relations[index] = head, relation

    def replace(self, old: int, new: int) -> None:
        """Put a child of a piece in its place, and hang the other children on it."""
        root = self.heads[old] == old
        self.hang(new, new if root else self.heads[old], self.relations[old])
        for child in self.children(old):
            self.heads[child] = new


def _renamed(relation: str, piece: Piece) -> str:
    if relation == "aux" and piece.pos == "PART":  # the "to" of an infinitive
        return "mark"
    return RENAMED.get(relation, relation)


def _turn_preposition(tree: _Tree, index: int) -> None:
    """ "sent [to -> Oslo]" becomes "sent [Oslo -> to]"; a clause behind a preposition gets a mark."""
    relation = tree.relations[index]
    objects = tree.children(index, ("pobj", "pcomp"))
    if relation not in PREPOSITIONS or not objects:
        return
    clausal = tree.relations[objects[0]] == "pcomp"
    verbal = tree.pieces[tree.heads[index]].pos in VERBAL
    by_agent = relation == "agent" and not clausal
    tree.replace(index, objects[0])
    tree.relations[objects[0]] = "agent" if by_agent else _tie(clausal, verbal)
    tree.hang(index, objects[0], "mark" if clausal else "case")


def _tie(clausal: bool, verbal: bool) -> str:
    if clausal:
        return "advcl" if verbal else "acl"
    return "obl" if verbal else "nmod"


def _turn_copula(tree: _Tree, index: int) -> None:
    """ "[is -> mayor]" becomes "[mayor -> is]"; what another verb says of its subject is an xcomp."""
    predicates = tree.children(index, PREDICATES)
    if not predicates:
        return
    if tree.pieces[index].lemma == "be" or tree.pieces[index].pos == "AUX":
        tree.replace(index, predicates[0])
        tree.hang(index, predicates[0], "cop")
    else:
        tree.relations[predicates[0]] = "xcomp"


def _first_conjuncts(tree: _Tree) -> None:
    """All conjuncts hang on the first; a conjunction or comma on the conjunct that follows it."""
    for index, relation in enumerate(tree.relations):
        head = tree.heads[index]
        if relation == "conj" and tree.relations[head] == "conj":
            tree.heads[index] = tree.heads[head]
    for index, relation in enumerate(tree.relations):
        head = tree.heads[index]
        first = tree.heads[head] if tree.relations[head] == "conj" else head
        later = [child for child in tree.children(first, ("conj",)) if child > index]
        joins = relation == "cc" or (relation == "punct" and tree.pieces[index].text == ",")
        if joins and later and head < index:
            tree.heads[index] = later[0]
