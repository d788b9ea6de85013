"""What the rest of an article tells about a name: small letters elsewhere, namesakes, names joined to it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kb.extracting.gazetteer import Gazetteer
from kb.extracting.name_kinds import Name
from kb.model import Sentence, Token

JOINING = frozenset({"and", "or", ",", "&", "the", "/"})
NEAR = 3  # tokens between names that are joined


@dataclass(frozen=True, slots=True)
class Named:
    """An article, and the sentence of the name in question with all names found in it."""

    gazetteer: Gazetteer
    small: Set[str]  # words that the article has in small letters
    inside: Mapping[str, int]  # how often a capitalised word stands inside a sentence
    kin: Mapping[str, Set[str]]  # by first or last word of a longer name: which, and of which kind
    tokens: Sequence[Token] = ()
    beside: Sequence[Name] = ()

    def joined(self, name: Name) -> set[str]:
        """The kinds of the sure names of the sentence that are joined to this one by "and" or a comma."""
        return {other.kind.value for other in self.beside if not other.weak and self._is_near(name, other)}

    def _is_near(self, name: Name, other: Name) -> bool:
        first, last = sorted((name, other), key=lambda one: one.start)
        gap = self.tokens[first.end : last.start]
        return 0 < len(gap) <= NEAR and all(token.text.lower() in JOINING for token in gap)


def document_of(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Name]], gazetteer: Gazetteer
) -> Named:
    """What an article tells about all of its names."""
    words = [token for sentence in sentences for token in sentence.tokens]
    inside = Counter(t.text for s in sentences for t in s.tokens[1:] if t.pos == "PROPN")
    kin: dict[str, set[str]] = defaultdict(set)
    for name in (name for found in names for name in found):
        for word, place in _ends(name):
            kin[word].add(f"{place} {name.kind.value}{' weak' if name.weak else ''}")
    return Named(gazetteer, {token.text for token in words if token.text.islower()}, inside, kin)


def _ends(name: Name) -> Iterator[tuple[str, str]]:
    """The first and the last word of a name of several."""
    words = name.text.split()
    if len(words) > 1:
        yield words[-1], "last"
        yield words[0], "first"
