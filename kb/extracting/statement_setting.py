"""Where and when something was said: the place and the date told in the clause of the cue.

What stands within the words said belongs to them; what stands in another clause, to that clause.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.clause_words import JOURNEYS, RELATIVES, SETTING_PREPOSITIONS
from kb.extracting.draft import Draft
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import QUOTE, is_finite
from kb.model import EntityKind, Mention, Span, TimeExpression, TimexType
from kb.when import Grain

DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND})
DATING = frozenset({TimexType.DATE, TimexType.TIME, TimexType.DURATION})


def time_of(draft: Draft, times: Ordered[TimeExpression], text: str) -> TimeExpression | None:
    """The expression that dates the saying, the nearest to the cue when there are several."""
    near = times.within(Span(draft.items[0].span.start, draft.items[-1].span.end))
    usable = [t for t in near if t.type in DATING and (t.when is not None or t.offset is not None)]
    clause = list(_own_clause(draft)) if usable else ()
    own = [
        t
        for t in usable
        if any(span.overlaps(t.span) for span in clause)
        and not _counts_from(t, draft, text)
        and not _is_of_verb_before(t, draft)
    ]
    return min(own, key=lambda t: abs(t.span.start - draft.trigger.start), default=None)


def _is_of_verb_before(time: TimeExpression, draft: Draft) -> bool:
    """ "joined the union in 1973 and praised it": a month or year behind the verb before dates that alone.

    A day is shared: "arrived on Monday and said".
    """
    if draft.speaker is None or (time.when is not None and time.when.grain in DAYS):
        return False
    between = range(draft.speaker.end, draft.cue.start)
    joins = [
        k for k in between if draft.items[k].pos == "CCONJ" and draft.items[k].span.start >= time.span.end
    ]
    before = [k for k in between if draft.items[k].span.end <= time.span.start]
    return bool(joins) and any(is_finite(draft.items, k) for k in before)


def place_of(draft: Draft, mentions: Ordered[Mention]) -> Mention | None:
    """The place of the saying: after "in" or "at", outside what is said and who says it."""
    leading = [index for index in range(len(draft.items) - 1) if _leads_to_place(draft, index)]
    speaker = draft.speaker_span
    told = _own_clause(draft) if leading else ()
    clause = [span for span in told if speaker is None or not speaker.covers(span)]
    for index in leading:
        following = draft.items[index + 1].span
        if draft.items[index].span in clause and following in clause:
            place = next(iter(mentions.within(Span(following.start, draft.items[-1].span.end))), None)
            if (
                place is not None
                and place.span.start == following.start
                and place.entity.kind is EntityKind.PLACE
            ):
                return place
    return None


def _leads_to_place(draft: Draft, index: int) -> bool:
    low = draft.items[index].text.lower()
    journey = index > 0 and draft.items[index - 1].lemma in JOURNEYS
    return low in SETTING_PREPOSITIONS or (low == "to" and journey)


def _own_clause(draft: Draft) -> Iterator[Span]:
    """The items of the cue's own clause: around the cue up to the next finite verbs, without what is said."""
    told = (*draft.content, *draft.beside)
    said = [k for k, item in enumerate(draft.items) if any(span.overlaps(item.span) for span in told)]
    first = (
        draft.speaker.start if draft.speaker and draft.speaker.start < draft.cue.start else draft.cue.start
    )
    for index in range(_clause_start(draft, first, said), _clause_end(draft, said)):
        if index not in said and not _is_in_aside(draft, index):
            yield draft.items[index].span


def _is_in_aside(draft: Draft, index: int) -> bool:
    """ "X, who won last year, said", "X, a group based in Oslo, said": what is told of the speaker."""
    if draft.speaker is None or not draft.speaker.end <= index < draft.cue.start:
        return False
    first, end = draft.speaker.also or (0, 0)
    if first <= index < end and draft.items[first].pos not in ("VERB", "ADP", "ADV"):
        return True
    between = draft.items[draft.speaker.end : draft.cue.start]
    return any(item.text.lower() in RELATIVES for item in between)


def _clause_start(draft: Draft, first: int, said: Sequence[int]) -> int:
    """After the last conjunction or other verb before the clause; commas and adverbials are passed over."""
    for index in range(first - 1, -1, -1):
        item = draft.items[index]
        other = is_finite(draft.items, index) or item.pos in ("CCONJ", "SCONJ", QUOTE) or item.text == ";"
        if other or index in said:
            return index + 1
    return 0


def _clause_end(draft: Draft, said: Sequence[int]) -> int:
    """Before the next finite verb behind the cue that is not said."""
    for index in range(draft.cue.end, len(draft.items)):
        if index not in said and is_finite(draft.items, index):
            return index
    return len(draft.items)


def _counts_from(time: TimeExpression, draft: Draft, text: str) -> bool:
    """Whether the expression hangs on this very saying: "a day after she said" dates something else."""
    start = draft.trigger.start
    pivot = time.offset.pivot if time.offset else draft.trigger.end
    return pivot <= start and "," not in text[pivot:start]
