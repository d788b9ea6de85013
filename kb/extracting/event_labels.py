"""What an event is called in a timeline, and which words are its evidence.

A label is made of the article's own words: who, then the verb or noun phrase with what follows it,
cut to a line; the words of time are left out, because the date stands beside it.
"""

from kb.extracting.event_scene import Scene, group_start, phrase_start
from kb.extracting.event_told import Told
from kb.model import Participant, Role, Span, TimeExpression

LONGEST = 100
MARKS = " ,;:–—-“”\"'‘’()[]."


def label_of(told: Told, participants: tuple[Participant, ...]) -> str:
    """A line of at most 100 characters that names the event."""
    scene, start = told.scene, _start(told)
    end = scene.clause_of(told.last - 1).last
    phrase = _without_time(scene, scene.span(start, end), told.time)
    return _cut(_with_doer(scene, start, _doer(participants, start, scene), phrase), scene.words.of("loose"))


def evidence_of(told: Told) -> Span:
    """The clause of the event, or the sentence when its time stands elsewhere in it."""
    scene, clause = told.scene, told.scene.clause_of(told.first)
    span = _trimmed(scene.text, scene.span(clause.first, clause.last))
    if told.time is None or span.covers(told.time.span):
        return span
    return scene.sentence.span


def _start(told: Told) -> int:
    """First token of the verb group or noun phrase."""
    start = phrase_start(told.scene, told.first) if told.is_noun else told.first
    return start if told.verb is None else min(start, group_start(told.scene, told.verb))


def _doer(participants: tuple[Participant, ...], start: int, scene: Scene) -> Span | None:
    """The words before the phrase that name who does it, or to whom it is done, joined ones together."""
    before = scene.tokens[start].span.start
    for role in (Role.INITIATOR, Role.TARGET):
        spans = [p.mention.span for p in participants if p.role is role and p.mention.span.end <= before]
        if spans:
            together = Span(spans[0].start, spans[-1].end)
            return together if together.end - together.start <= LONGEST // 2 else spans[0]
    return None


def _with_doer(scene: Scene, start: int, doer: Span | None, phrase: str) -> str:
    """Who, before what: joined when they stand side by side, with a colon when words were left out."""
    if doer is None:
        return phrase
    between = scene.text[doer.end : scene.tokens[start].span.start]
    return f"{doer.of(scene.text)}{':' if between.strip() else ''} {phrase}"


def _without_time(scene: Scene, span: Span, time: TimeExpression | None) -> str:
    text = scene.text
    if time is None or not span.covers(time.span):
        return span.of(text).strip(MARKS)
    before = _tight(text[span.start : time.span.start], scene.words.of("loose"))
    return f"{before} {text[time.span.end : span.end].strip(MARKS)}".strip(MARKS)


def _tight(text: str, loose: frozenset[str]) -> str:
    """The text without prepositions and joining words at its end."""
    words = text.split()
    while words and words[-1].strip(MARKS).casefold() in loose | {""}:
        words.pop()
    return " ".join(words).rstrip(MARKS)


def _cut(text: str, loose: frozenset[str]) -> str:
    """At most a line, cut at a word."""
    line = _tight(text, loose)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(MARKS) + "…"


def _trimmed(text: str, span: Span) -> Span:
    """The span without marks and joining blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(MARKS))
    return Span(start, max(start + 1, span.end - (len(words) - len(words.rstrip(MARKS)))))
