"""The rule for what happened on the day of another event, on its eve, since or until it.

The words stand in `[grammar.events.alongside]`, by what they make of the other's date. They are no
expressions of time by themselves, so they date nothing that has words of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from kb.extracting.event_anaphors import find_antecedent
from kb.extracting.event_sameness import REAL
from kb.extracting.ordered import Same
from kb.extracting.phrases import KEPT
from kb.extracting.pivots import find_pivots, pivot_clause
from kb.extracting.settled_dates import Dates
from kb.model import (
    Anchor,
    AnchorKind,
    Event,
    Language,
    Occurrence,
    Offset,
    Resolution,
    Sentence,
    Span,
    Statement,
    Token,
)
from kb.when import When, count_from

LIKELY = 0.7


def by_alongside(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date that "on the day the ferry sank", "on the eve of the vote", "since the coup" give."""
    sentence = dates.sentence_of(occurrence) if occurrence.time is None else None
    if sentence is None or (isinstance(occurrence, Event) and occurrence.status not in REAL):
        return None
    for way, words, clause in _clauses(Same(sentence), dates.language):
        if _is_told_beside(occurrence, words, clause, sentence, dates):
            return _from_pivot(way, words.of(dates.findings.text), clause, sentence, occurrence, dates)
    return None


@lru_cache(maxsize=KEPT)
def _clauses(kept: Same[Sentence], language: Language) -> Sequence[tuple[str, Span, Span]]:
    """What each of the listed phrases makes of a date, where it stands, and the clause or noun behind it;
    kept, as all that is told in a sentence asks for the same."""
    return tuple(_find_clauses(kept.thing, language))


def _find_clauses(sentence: Sentence, language: Language) -> Iterator[tuple[str, Span, Span]]:
    tokens = sentence.tokens
    low = [token.text.casefold() for token in tokens]
    present = frozenset(low)
    for way, phrase in _phrases(language):
        for first in range(len(tokens) - len(phrase) if present.issuperset(phrase) else 0):
            last = first + len(phrase)
            if tuple(low[first:last]) == phrase and _opens_clause(tokens, first, last):
                start = tokens[last].span.start
                clause = pivot_clause(Offset("P0D", "after", start), sentence)
                yield way, Span(tokens[first].span.start, tokens[last - 1].span.end), clause


@cache
def _phrases(language: Language) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The listed phrases, each with what it makes of a date."""
    listed = language.grammar.get("events", {}).get("alongside", {})
    return tuple((way, tuple(words.split())) for way, phrases in listed.items() for words in phrases)


def _opens_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a subject or noun phrase follows and no preposition leads to it: no "in the day police"."""
    led = first > 0 and tokens[first - 1].pos == "ADP"
    return not led and tokens[last].pos in {"DET", "PRON", "PROPN", "NOUN", "ADJ"}


def _is_told_beside(
    occurrence: Occurrence, words: Span, clause: Span, sentence: Sentence, dates: Dates
) -> bool:
    """Whether it is what was told last before the words, or, where they open the sentence, first behind."""
    inside = [o for o in dates.occurrences if sentence.span.covers(o.trigger)]
    quoted = [s for s in dates.nearby.statements.touching(sentence.span) if not _says(s, words)]
    inside = [o for o in inside if not any(_says(s, o.trigger) for s in quoted)]
    outside = [o for o in inside if not clause.covers(o.trigger) and not _says(o, words)]
    before = [o for o in outside if o.trigger.end <= words.start][-1:]
    behind = [o for o in outside if o.trigger.start >= clause.end][:1]
    return any(o.key == occurrence.key for o in before or behind)


def _says(occurrence: Occurrence, words: Span) -> bool:
    """Whether the words are part of what it says: "said the day the ferry sank was the worst"."""
    return isinstance(occurrence, Statement) and any(said.covers(words) for said in occurrence.content)


def _from_pivot(
    way: str, words: str, clause: Span, sentence: Sentence, occurrence: Occurrence, dates: Dates
) -> Resolution | None:
    pivots = find_pivots(clause, sentence, dates.occurrences, dates.findings, dates.language)
    told = next((p for p in pivots if p.key != occurrence.key), None)
    again = find_antecedent(told, dates.findings, dates.language, True) if isinstance(told, Event) else None
    dated = ((p, dates.known(p)) for p in (again, told) if p is not None)
    pivot, known = next(((p, date) for p, date in dated if date is not None), (None, None))
    when = WAYS[way](known.when) if known else None
    if pivot is None or known is None or when is None:
        return None
    return Resolution(
        when=when,
        rule="inherited-alongside",
        steps=(
            f"No words date this; “{words}” ties it to “{pivot.label}”.",
            f"That is dated {known.when.words()}.",
            f"So this is dated {when.words()}.",
        ),
        confidence=round(LIKELY * known.confidence, 3),
        anchor=Anchor(AnchorKind.OCCURRENCE, known.when, pivot.trigger, pivot.key),
        depends_on=pivot.key,
    )


def _same(when: When) -> When | None:
    return when if None not in when.window else None


def _eve(when: When) -> When | None:
    return count_from(when, "P1D", -1)


WAYS: Mapping[str, Callable[[When], When | None]] = {
    "same": _same,
    "eve": _eve,
    "since": When.since,
    "until": When.until,
}
