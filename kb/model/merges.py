"""What several articles tell of one and the same: what goes into deciding it, and the decision."""

from dataclasses import dataclass
from enum import StrEnum

from kb.model.views import Involved, Named
from kb.when import When


class Same(StrEnum):
    """What sort of thing a decision joins."""

    ENTITY = "entity"
    EVENT = "event"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A name as one knowledge base has it: someone or somewhere, with the documents that name it.

    `capitals` are the words all in capitals that these documents have.
    """

    iri: str
    name: str
    kind: str  # as `EntityKind`
    documents: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry as one article tells it. Who and where are named, and canonical; the unnamed are left out.

    `said` are the words: of an event its evidence, of a statement what is said, only the verbatim words where
    it has any (`verbatim`). `places` are the
    place and all it is part of, the nearest first; `source` is what readers call the article.
    """

    iri: str
    kind: Same
    label: str
    document: str
    source: str
    when: When
    dated: bool
    trigger: str
    type: str = ""
    status: str = ""
    involved: tuple[Involved, ...] = ()
    places: tuple[Named, ...] = ()
    said: str = ""
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """That two are one and the same: by which rule, how surely (0 to 1), and why, in sentences."""

    one: str
    other: str
    rule: str
    score: float
    reasons: tuple[str, ...]

    @property
    def pair(self) -> frozenset[str]:
        """Both."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A decision: these IRIs, two at least, are one and the same; the first stands for all.

    `rule` and `score` are those of its weakest link, `disagreements` sentences on where they differ.
    """

    kind: Same
    members: tuple[str, ...]
    rule: str
    score: float
    reasons: tuple[str, ...]
    disagreements: tuple[str, ...] = ()

    @property
    def canonical(self) -> str:
        """The one that stands for all."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Parting:
    """That a person said two are not one and the same, and the moment they did (UTC, ISO 8601)."""

    one: str
    other: str
    made: str


@dataclass(frozen=True, slots=True)
class Joining(Parting):
    """That a person said two are one and the same, and the moment they did (UTC, ISO 8601)."""
