"""The parse of a sentence: who governs whom, as Universal Dependencies (version 2) names it.

A language without a parser has no tree; the rules of word order then stand in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.extracting.ordered import Same
from kb.model import Token

PARTS_OF_NAMES = frozenset({"compound", "flat", "fixed", "goeswith"})
NAMING = frozenset({"NOUN", "PROPN"})
CLAUSES = frozenset({"root", "conj", "ccomp", "advcl", "parataxis"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
BLAMED = frozenset({"of", "from", "into", "with"})
KEPT = 1024  # sentences
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
ACTING = NOMINAL | {"ADJ", "DET"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of a sentence, and of each what it governs, all that hangs on it and how itself is governed,
    told without subtypes."""

    tokens: Sequence[Token]
    governed: tuple[tuple[int, ...], ...]
    below: Mapping[int, Sequence[int]]
    bases: tuple[str, ...]

    def head(self, index: int) -> int | None:
        """What governs the token; None for the root."""
        head = self.tokens[index].head
        return None if head is None or head == index else head

    def relation(self, index: int) -> str:
        """How it is governed ("nsubj:pass")."""
        return self.tokens[index].relation or ""

    def kids(self, index: int, *relations: str) -> Iterator[int]:
        """What it governs by these relations, subtypes included; by any where none is named."""
        for kid in self.governed[index]:
            if not relations or self.bases[kid] in relations or self.tokens[kid].relation in relations:
                yield kid

    def has(self, index: int, *relations: str) -> bool:
        """Whether it governs anything by these relations."""
        return any(True for _ in self.kids(index, *relations))

    def joined(self, index: int) -> Iterator[int]:
        """The token and what is joined to it: "Oslo, Riga and Vilnius"."""
        yield index
        for kid in self.kids(index, "conj"):
            if self.tokens[kid].pos in NOMINAL or self.tokens[kid].pos == "ADJ":
                yield from self.joined(kid)

    def all_below(self, index: int) -> Iterator[int]:
        """The token and all it governs."""
        return iter(self.below[index])

    def above(self, index: int) -> Iterator[int]:
        """What governs it, what governs that, up to the root."""
        head = self.head(index)
        while head is not None:
            yield head
            head = self.head(head)

    def depth(self, index: int) -> int:
        """How many tokens stand above it."""
        count, tokens = 0, self.tokens
        while (head := tokens[index].head) is not None and head != index:
            index, count = head, count + 1
        return count

    def case(self, index: int) -> str:
        """The preposition of a noun ("against", "because of"); "" for none."""
        marks = (k for k in self.kids(index, "case") if self.tokens[k].text not in {"'s", "'", "’s", "’"})
        first = next(marks, None)
        if first is None:
            return ""
        return " ".join(
            self.tokens[i].text.casefold() for i in (first, *self.kids(first, "fixed")) if i >= first
        )


def tree_of(tokens: Sequence[Token]) -> Tree | None:
    """The tree of parsed tokens; None where there is no parse, or one that runs in a circle.

    The last are kept: events, dates and tenses are looked for in the same ones.
    """
    return _tree_of(Same(tokens))


@lru_cache(maxsize=KEPT)
def _tree_of(kept: Same[Sequence[Token]]) -> Tree | None:
    tokens = kept.thing
    if not tokens or any(token.head is None for token in tokens):
        return None
    governed: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head is not None and token.head != index:
            governed[token.head].append(index)
    below = _below([index for index, token in enumerate(tokens) if token.head == index], governed)
    bases = tuple((token.relation or "").split(":")[0] for token in tokens)
    tree = Tree(tokens, tuple(tuple(kids) for kids in governed), below, bases)
    return tree if len(below) == len(tokens) else None


def _below(roots: list[int], governed: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Every token that a root governs in the end, with all that hangs on it and on what does."""
    reached = list(roots)
    for index in reached:  # grows on the way
        reached += governed[index]
    below: dict[int, list[int]] = {}
    for index in reversed(reached):
        below[index] = [index]
        for kid in governed[index]:
            below[index] += below[kid]
    return below


# ------------------------------------------------------------------------------- subjects and objects


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive: by its auxiliary, its subject, or as a bare participle behind a noun."""
    if tree.has(verb, "aux:pass", "nsubj:pass"):
        return True
    token = tree.tokens[verb]
    bare = not tree.has(verb, "nsubj", "aux", "obj", "mark") and _is_participle(token)
    if tree.relation(verb).startswith("acl"):
        return bare
    shares = tree.relation(verb) == "conj" and bare
    head = tree.head(verb)
    return shares and head is not None and tree.tokens[head].pos == "VERB" and is_passive(tree, head)


def _is_participle(token: Token) -> bool:
    changed = token.text.casefold() != token.lemma.casefold()
    return token.pos == "VERB" and changed and not token.text.endswith("ing")


def subjects_of(tree: Tree, verb: int) -> list[int]:
    """The heads of the subject, joined ones included, be it told with another verb."""
    own = [subject for subject in tree.kids(verb, *SUBJECTS) if tree.tokens[subject].pos in ACTING]
    if own:
        return [head for subject in own for head in _meant(tree, subject, verb)]
    return _misread(tree, verb) or _borrowed(tree, verb)


def _misread(tree: Tree, verb: int) -> list[int]:
    """The subject that a parser takes for a part of a compound, as only nouns have: "police shot two men",
    "Riga and Oslo vetoed it"."""
    if tree.tokens[verb].pos != "VERB" or tree.relation(verb) not in CLAUSES:
        return []
    before = [kid for kid in tree.kids(verb, "compound") if kid < verb and tree.tokens[kid].pos in NAMING]
    head = tree.head(verb)
    joined = head is not None and tree.tokens[head].pos in NAMING and tree.has(verb, "cc")
    return [head, *before] if before and joined and head is not None else before


def _meant(tree: Tree, index: int, verb: int) -> Iterator[int]:
    """The noun that a relative pronoun stands for, else the noun itself with what is joined to it."""
    clause = next((i for i in (verb, *tree.above(verb)) if tree.relation(i) == "acl:relcl"), None)
    noun = tree.head(clause) if clause is not None else None
    relative = tree.tokens[index].text.casefold() in {"who", "which", "that", "whom"}
    if relative and noun is not None and tree.tokens[index].pos in {"PRON", "DET", "SCONJ"}:
        yield person_meant(tree, index, noun)
    else:
        yield from tree.joined(index)


def person_meant(tree: Tree, relative: int, noun: int) -> int:
    """The noun that a relative pronoun stands for; of "a member of the Supreme Court, who was arrested" the
    member: no body is "who"."""
    head = tree.head(noun)
    of = tree.tokens[relative].text.casefold() == "who" and tree.case(noun) == "of"
    common = head is not None and tree.tokens[head].pos == "NOUN" and tree.has(head, "det")
    return head if of and common and head is not None and tree.tokens[noun].pos == "PROPN" else noun


def _borrowed(tree: Tree, verb: int) -> list[int]:
    """The subject of a verb that has none of its own: that of the verb that governs it or is joined to it,
    the object of one that makes somebody do it, or the noun that a participle describes."""
    head, relation = tree.head(verb), tree.relation(verb).split(":")[0]
    if head is None:
        return []
    if relation == "acl" and tree.has(verb, "mark"):
        return _deciding(tree, head)
    if relation == "acl":
        return [head] if tree.tokens[head].pos in NOMINAL else []
    blamed = relation == "advcl" and _marked_of(tree, verb)
    if relation == "xcomp" or blamed:
        objects = list(tree.kids(head, "obj", "iobj"))
        return [i for o in objects for i in tree.joined(o)] or subjects_of(tree, head)
    shared = relation == "conj" and tree.tokens[head].pos in {"VERB", "AUX", "ADJ"}
    hanging = relation == "advcl" and not tree.has(verb, "nsubj")
    return subjects_of(tree, head) if shared or hanging else []


def _marked_of(tree: Tree, verb: int) -> bool:
    """ "accused them of shelling", "charged them with it": what others are said to do, or kept from doing."""
    return any(tree.tokens[kid].text in BLAMED for kid in tree.kids(verb, "mark", "case"))


def particle_of(tree: Tree, verb: int) -> int | None:
    """The particle that makes another verb of it: "leave out"."""
    return next(tree.kids(verb, "compound:prt"), None)


def _deciding(tree: Tree, noun: int) -> list[int]:
    """Who has the plan, the right, the reason to do it: "its decision to leave", "has plans to leave"."""
    owners = list(tree.kids(noun, "nmod:poss"))
    verb = tree.head(noun)
    if owners or verb is None or tree.tokens[verb].pos != "VERB":
        return owners
    return subjects_of(tree, verb) if tree.relation(noun) in {"obj", "obl"} else []


def objects_of(tree: Tree, verb: int) -> list[int]:
    """The heads of the objects, joined ones included; of "the deal that the two struck", the deal."""
    own = [i for o in tree.kids(verb, "obj", "iobj") for i in _meant(tree, o, verb)]
    noun = tree.head(verb)
    open_clause = tree.relation(verb) == "acl:relcl" and tree.has(verb, "nsubj") and not own
    if open_clause and noun is not None and not _has_relative(tree, verb):
        return [noun]
    return own or _misread_behind(tree, verb)


def _misread_behind(tree: Tree, verb: int) -> list[int]:
    """The object that a parser ties to a verb as it may only be to a noun: "shot dead two men"."""
    if tree.tokens[verb].pos != "VERB" or tree.relation(verb) not in CLAUSES:
        return []
    behind = (kid for kid in tree.kids(verb, "nmod") if kid > verb and tree.tokens[kid].pos in NAMING)
    return [kid for kid in behind if not tree.case(kid)]


def _has_relative(tree: Tree, verb: int) -> bool:
    """Whether a relative pronoun stands in the clause already: "the men who left"."""
    words = {tree.tokens[kid].text.casefold() for kid in tree.governed[verb]}
    return bool(words & {"who", "which", "that", "whom", "where", "when", "why"})
