"""What statements of one article are to one another: one utterance is one statement.

"X said so, the paper reported" is a statement of X with the paper for a carrier; "X said he had asked
..." is one of X alone; "The letter calls for ..." tells again what its signers called for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.extracting.cues import OPINION
from kb.extracting.ordered import Ordered
from kb.extracting.vocabulary import People, Speech
from kb.model import EntityKind, Mention, Statement

AT_THE_HEAD = 40  # characters within which the speaker of a relayed statement begins
SHARED_WORDS = 2
SAYING = frozenset({"say", "report"})  # who says something may say more
ACCORDING = "according to"
RELAYING = frozenset({"report", ACCORDING})


def related(statements: Sequence[Statement], speech: Speech, people: People) -> tuple[Statement, ...]:
    """The statements with their carriers, without those that are another's words or told before."""
    own = [_with_outlets(s, people) for s in _relayed(statements, people)]
    asked = [(number, s) for number, s in enumerate(own) if s.act not in SAYING]
    again = {number for number, s in asked if _told_before(s, (o for n, o in asked if n < number), speech)}
    return tuple(s for number, s in enumerate(own) if number not in again)


def _relayed(statements: Sequence[Statement], people: People) -> Iterator[Statement]:
    triggers = Ordered(statements, lambda statement: statement.trigger)
    held = {id(s): [i for span in s.content for i in triggers.within(span) if i is not s] for s in statements}
    outers = {id(inner): outer for outer in reversed(statements) for inner in held[id(outer)]}
    for statement in statements:
        outer, inner = outers.get(id(statement)), held[id(statement)]
        denied = outer is not None and outer.act == "deny"  # "denied that X had said so"
        if denied or any(_relays(statement, i, people) for i in inner):
            continue
        if outer is None:
            yield statement
        elif statement.cue != ACCORDING and not _same_speaker(outer, statement):
            relayer = (outer.speaker,) if outer.speaker else ()
            yield replace(statement, carriers=(*relayer, *statement.carriers))


def _relays(outer: Statement, inner: Statement, people: People) -> bool:
    """Whether an outlet does no more than report the inner statement."""
    if inner.speaker is None or outer.speaker is None or inner.cue == ACCORDING:
        return False
    opens = inner.content[0].start < outer.content[0].start + AT_THE_HEAD
    if outer.cue == ACCORDING and inner.act != OPINION and opens and not _same_speaker(outer, inner):
        return True  # `"Why?" X asked, according to the paper`
    at_head = inner.speaker.span.start - outer.content[0].start < AT_THE_HEAD
    relaying = outer.cue in RELAYING and outer.speaker.entity.kind is EntityKind.ORGANIZATION
    return at_head and (relaying or _is_outlet(outer.speaker, people)) and not _same_speaker(outer, inner)


def _same_speaker(outer: Statement, inner: Statement) -> bool:
    if inner.speaker is None or outer.speaker is None:
        return True
    return inner.speaker.entity.key == outer.speaker.entity.key


def _with_outlets(statement: Statement, people: People) -> Statement:
    """An outlet one speaks to carries what one says."""
    outlets = tuple(m for m in statement.audience if _is_outlet(m, people))
    return replace(statement, carriers=(*outlets, *statement.carriers)) if outlets else statement


def _is_outlet(mention: Mention, people: People) -> bool:
    named = mention.entity.kind is EntityKind.ORGANIZATION and not mention.entity.unnamed
    return named and bool(set(mention.entity.name.split()) & (people.outlets | people.media_words))


def _told_before(statement: Statement, earlier: Iterable[Statement], speech: Speech) -> bool:
    """Whether a document says again what an earlier statement has it say: same act, shared words."""
    speaker = statement.speaker
    if (
        speaker is None
        or statement.act in SAYING
        or not set(speaker.entity.name.lower().split()) & speech.documents
    ):
        return False
    return any(s.act == statement.act and _shared(s, statement) >= SHARED_WORDS for s in earlier)


def _shared(one: Statement, other: Statement) -> int:
    return len(_words(one.label) & _words(other.label))


def _words(text: str) -> set[str]:
    return {word for word in text.lower().replace(",", " ").split() if len(word) > 4}
