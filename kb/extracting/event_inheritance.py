"""Dates for the measuring interface where a timeline shows a bound only: inherited by rule, and said so.

News tells of the day: a headline, or what is told in the present ("says", "has bought"), is dated by
publication; what follows in the plain past goes on where the story stands. The first rule that fits
dates; what is planned, denied or supposed has no day, nor has what was over by then ("had left").
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extracting.event_clauses import VERBAL
from kb.extracting.event_tree import tree_of
from kb.extracting.nearby import Nearby
from kb.model import (
    Anchor,
    AnchorKind,
    Event,
    Findings,
    Occurrence,
    Passage,
    Resolution,
    Sentence,
    Status,
    Token,
)
from kb.when import Grain, When

UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})
NOW = frozenset({"is", "are", "am", "has", "have", "'s", "'re", "'ve", "do", "does"})
THEN = frozenset({"was", "were", "did"})
HELPING = NOW | THEN | {"had"}
LARGE = frozenset(Grain) - {Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND}
STORY = 3  # sentences over which a date told once goes on


def inherit(findings: Findings) -> Findings:
    """The findings with dates for what words alone only bound."""
    dates = _dates(findings)
    statements = tuple(replace(s, date=dates[s.key]) if s.key in dates else s for s in findings.statements)
    events = tuple(replace(e, date=dates[e.key]) if e.key in dates else e for e in findings.events)
    return replace(findings, statements=statements, events=events)


def _dates(findings: Findings) -> dict[str, Resolution]:
    published, nearby = findings.document.published, Nearby(findings)
    found: dict[str, Resolution] = {}
    story: tuple[int, When] | None = None
    numbers = {sentence.span: number for number, sentence in enumerate(findings.sentences)}
    for occurrence, sentence in _told(findings, nearby):
        number = numbers[sentence.span]
        own = occurrence.date.when if occurrence.date is not None and occurrence.date.dated else None
        if own is not None:
            story = (number, own) if _goes_on_from(own, sentence) else story
        elif (tense := _tense_of(occurrence, sentence)) and not _is_unreal(occurrence):
            lately = story is not None and number - story[0] <= STORY
            when = published if tense == "now" else story[1] if story is not None and lately else None
            if when is not None:
                found[occurrence.key] = _resolution(when, tense)
    return found


def _told(findings: Findings, nearby: Nearby) -> Iterator[tuple[Occurrence, Sentence]]:
    """What the article tells itself, in order, with its sentence."""
    occurrences: Sequence[Occurrence] = [*findings.statements, *findings.events]
    for occurrence in sorted(occurrences, key=lambda o: o.trigger.start):
        sentence = next(iter(nearby.sentences.touching(occurrence.trigger)), None)
        if sentence is not None and sentence.tokens:
            yield occurrence, sentence


def _goes_on_from(when: When, sentence: Sentence) -> bool:
    """Whether a story goes on from this date: a day, told in the body."""
    fine = when.grain not in LARGE and "/" not in str(when)
    return fine and sentence.passage is Passage.BODY


def _is_unreal(occurrence: Occurrence) -> bool:
    return isinstance(occurrence, Event) and occurrence.status in UNREAL


def _resolution(when: When, tense: str) -> Resolution:
    told = "the present tells of the day of publication" if tense == "now" else "the story goes on"
    return Resolution(
        when=when,
        rule="inherited-from-publication" if tense == "now" else "inherited-from-story",
        steps=(f"No words date this; {told}: {when.words()}.",),
        confidence=0.3,
        anchor=Anchor(AnchorKind.PUBLICATION if tense == "now" else AnchorKind.EXPRESSION, when),
    )


# ------------------------------------------------------------------------------------------- tense


def _tense_of(occurrence: Occurrence, sentence: Sentence) -> str:
    """ "now" for a headline, the present and the perfect; "then" for the plain past; "" for all else."""
    tokens = sentence.tokens
    index = bisect_right(tokens, occurrence.trigger.start, key=lambda token: token.span.end)
    if index == len(tokens) or not tokens[index].span.overlaps(occurrence.trigger):
        return ""
    verb = index if tokens[index].pos in VERBAL else _verb_of(tokens, index)
    if verb is None:
        return "now" if sentence.passage is Passage.HEADLINE else ""
    tense = _tense(tokens, verb)
    return "now" if tense and sentence.passage is Passage.HEADLINE else tense


def _verb_of(tokens: Sequence[Token], index: int) -> int | None:
    """The verb that a noun is the subject or object of."""
    tree = tree_of(tokens)
    head = tree.head(index) if tree else None
    part = tree is not None and tree.relation(index).split(":")[0] in {"nsubj", "obj"}
    return head if part and head is not None and tokens[head].pos == "VERB" else None


def _verb_above(tokens: Sequence[Token], index: int) -> int | None:
    """The verb that governs a word, through nouns."""
    tree = tree_of(tokens)
    return next((i for i in tree.above(index) if tokens[i].pos == "VERB"), None) if tree else None


def _tense(tokens: Sequence[Token], verb: int) -> str:
    first = verb
    while first > 0 and tokens[first - 1].pos in {"AUX", "ADV", "PART"}:
        first -= 1
    group = [token.text.casefold().replace("’", "'") for token in tokens[first:verb]]
    helping = next((word for word in group if word in HELPING), None)
    if helping is not None:
        return "now" if helping in NOW else "then" if helping in THEN else ""
    if "to" in group or any(tokens[i].pos == "AUX" for i in range(first, verb)):
        return ""
    return _bare_tense(tokens, verb)


def _bare_tense(tokens: Sequence[Token], verb: int) -> str:
    """The tense of a form without an auxiliary; a gerund has that of the verb it hangs on."""
    form, lemma = tokens[verb].text.casefold(), tokens[verb].lemma.casefold()
    if form.endswith("ing"):
        above = _verb_above(tokens, verb)
        return _tense(tokens, above) if above is not None and above != verb else ""
    if form in NOW or (form == lemma or form == f"{lemma}s" or form.endswith("es")):
        return "now"
    return "then"
