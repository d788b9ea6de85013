"""An event word as a sentence tells it, and the statement that says it: what status and labels look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kb.extracting.event_scene import Scene, group_start, phrase_start
from kb.model import Span, Statement, TimeExpression, Token

FRAME = 7  # tokens before an event in which a governing word may stand


@dataclass(frozen=True)
class Told:
    """An event word in its scene: its tokens, the light verb over a noun, the time it was given.

    `statement` is the innermost statement that says it, None where the article speaks itself.
    """

    scene: Scene
    first: int
    last: int
    is_noun: bool
    governor: int | None
    time: TimeExpression | None
    statement: Statement | None

    @property
    def verb(self) -> int | None:
        """The verb that carries tense and mood."""
        return self.governor if self.is_noun else self.first

    @cached_property
    def group(self) -> Sequence[Token]:
        """The verb group before that verb, with the verb that governs it."""
        verb = self.verb
        return () if verb is None else self.scene.tokens[group_start(self.scene, verb) : verb]

    @cached_property
    def mood(self) -> Sequence[Token]:
        """The group; of a noun told for the first time, that of the verb it is the object of: "could trigger
        a crisis"."""
        tree, head = self.scene.tree, self.scene.tokens[self.last - 1]
        known = self.scene.words.any("pointing", self.modifiers) or any(
            t.pos == "PRON" for t in self.modifiers
        )
        if self.verb is not None or tree is None or known or head.relation != "obj" or head.head is None:
            return self.group
        return self.scene.tokens[group_start(self.scene, head.head) : head.head]

    @cached_property
    def frame(self) -> Sequence[Token]:
        """The few tokens before the group or the noun phrase, within the clause."""
        start = phrase_start(self.scene, self.first) if self.is_noun else self.first
        if self.verb is not None:
            start = min(start, group_start(self.scene, self.verb))
        return self.scene.tokens[max(self.scene.clause_of(self.first).first, start - FRAME) : start]

    @cached_property
    def governing(self) -> tuple[Sequence[int], int]:
        """The verbs before the event within the clause that may govern it, and where it begins."""
        start = phrase_start(self.scene, self.first) if self.is_noun else self.first
        floor = max(self.scene.clause_of(self.first).first, start - FRAME)
        return [index for index in range(floor, start) if self.scene.tokens[index].pos == "VERB"], start

    @cached_property
    def modifiers(self) -> Sequence[Token]:
        """What stands before the head in its noun phrase."""
        return self.scene.tokens[phrase_start(self.scene, self.first) : self.first] if self.is_noun else ()


def innermost(statements: Sequence[Statement], trigger: Span) -> Statement | None:
    """The statement with the shortest content that covers the trigger and is not triggered by it."""
    saying = [
        (content.end - content.start, number)
        for number, statement in enumerate(statements)
        for content in statement.content
        if content.covers(trigger) and not trigger.overlaps(statement.trigger)
    ]
    return statements[min(saying)[1]] if saying else None
