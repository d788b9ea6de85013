"""What passes between who asks and who answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from kb.errors import QueryStopped
from kb.fetch import Hosts
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs

Kind = Literal["select", "ask", "graph", "plan"]
Forms: TypeAlias = Mapping[Kind, str]  # the media type that an answer of each kind shall have


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: seconds, megabytes of memory, rows or triples; how many may run at once.

    `patience` is how many seconds a query waits for one of the `workers` to be free.
    """

    seconds: float = 30.0
    megabytes: int = 1024
    rows: int = 1_000_000
    workers: int = 4
    patience: float = 10.0


@dataclass(frozen=True, slots=True)
class Question:
    """A query, the graphs it sees, and the hosts its SERVICE may call."""

    sparql: str
    graphs: Graphs = EVERYTHING
    hosts: Hosts = NOBODY

    @staticmethod
    def late(limits: Limits) -> QueryStopped:
        """What is said when its time is over."""
        return QueryStopped(
            f"The query was stopped after {limits.seconds:g} seconds, the most it may take here. "
            "Ask for less: with LIMIT, for fewer kinds of things, or in several queries."
        )

    @staticmethod
    def large(limits: Limits) -> QueryStopped:
        """What is said when there is no memory left for it."""
        return QueryStopped(
            f"The query was stopped: it took more than {limits.megabytes} MB of memory, the most it "
            "may take here. Ask for less: with LIMIT, or without ORDER BY, GROUP BY and DISTINCT over much."
        )


@dataclass(frozen=True, slots=True)
class Undertaking:
    """An update, `prepared`, to be worked out: from the store, or in a copy of its database."""

    sparql: str
    copy: Path | None = None

    @staticmethod
    def late(limits: Limits) -> QueryStopped:
        """What is said when its time is over."""
        return QueryStopped(
            f"The update was stopped after {limits.seconds:g} seconds, the most it may take here, and has "
            "changed nothing. Have its WHERE find less, with patterns that share variables, or do it in "
            "several updates."
        )

    @staticmethod
    def large(limits: Limits) -> QueryStopped:
        """What is said when there is no memory left for it."""
        return QueryStopped(
            f"The update was stopped: it took more than {limits.megabytes} MB of memory, the most it may "
            "take here, and has changed nothing. Have its WHERE find less, or do it in several updates."
        )


class Chunks(Protocol):
    """The rest of an answer; who does not read it to its end has to close it."""

    def __iter__(self) -> Iterator[bytes]: ...
    def __next__(self) -> bytes: ...
    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in a format: of which kind it is, its text or the beginning of it, and what follows.

    Where its kind was asked for in no form, its media type is "" and it has no text.
    """

    kind: Kind
    media_type: str
    text: bytes
    rest: Chunks | None = field(default=None)
