"""What is to be linked: someone or somewhere, an event, a statement, as a knowledge base has it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kb.model import Judgement, LinkRecord
from kb.ontology import VERSION
from kb.when import When

TOOL = "kb link"
COMPOSITE = "CompositeMatching"  # by type, date and place as well
LEAST = 0.02  # the score below which a candidate is not worth a person's look
MOST = 6  # candidates kept

FOUND = (
    "subject_label",
    "object_label",
    "object_kind",
    "object_description",
    "found",
    "confidence",
    "reasons",
    "justification",
    "tool_version",
    "source",
    "source_version",
)
"""What makes a record another one when it is found again: all but the day and what people said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A name of the knowledge base: its kind, other names of the same, what it is part of, who mentions it.

    `acts` where it speaks or does something: then a seat ("the Kremlin") is the government in it. `when` is
    from the first to the last day of what it takes part in, None where no day is known.
    """

    iri: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    acts: bool = False
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event or a statement: its words, its kinds from the nearest up, its date, its places."""

    iri: str
    label: str
    words: str
    kinds: tuple[str, ...]
    when: When | None
    places: tuple[str, ...]
    is_statement: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """By which state of which list, and on which day, something is looked for."""

    source: str
    version: str
    day: date

    def record(self, subject: str, label: str, found: Judgement, **more: object) -> LinkRecord:
        """A link record of this search."""
        given = {
            "tool": TOOL,
            "tool_version": VERSION,
            "source": self.source,
            "source_version": self.version,
            "date": self.day.isoformat(),
            **more,
        }
        return LinkRecord(subject=subject, subject_label=label, found=found, **given)  # type: ignore[arg-type]


def kept_judgements(known: Iterable[LinkRecord], found: Iterable[LinkRecord]) -> list[LinkRecord]:
    """What was found of a subject, with what other lists gave and all that people said.

    What is found as it was before keeps the day on which it was found first. That a list has nobody says
    nothing where another has candidates.
    """
    before, found = {record.key: record for record in known}, list(found)
    asked = {record.source for record in found}
    anew = {record.key: _as_before(before.get(record.key), record) for record in found}
    stays = (record for record in before.values() if record.reviews or record.source not in asked)
    kept = [*anew.values(), *(record for record in stays if record.key not in anew)]
    somebody = any(record.object for record in kept)
    return [record for record in kept if record.object or record.reviews or not somebody]


def _as_before(known: LinkRecord | None, found: LinkRecord) -> LinkRecord:
    if known is None:
        return found
    fields = {name: getattr(found, name) for name in FOUND}
    same = all(getattr(known, name) == value for name, value in fields.items())
    return known if same else replace(found, reviews=known.reviews)
