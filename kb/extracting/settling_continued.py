"""The rules that date a statement by the one it continues: more of a speaker, a reply, the same occasion.

Each takes the date only where the text ties the two statements together and no words of time stand with
the later one; what merely stands in the same article is not dated by it. The cues stand in `replying`
and `occasions` of `[grammar.events]`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from kb.extracting.event_words import EventWords, compile_words
from kb.extracting.settled_dates import Dates
from kb.model import (
    Anchor,
    AnchorKind,
    Event,
    Occurrence,
    Resolution,
    Statement,
    Status,
    Token,
)

ARTICLES = frozenset({"the", "that", "this", "same", "his", "her", "their"})
SITTINGS = frozenset({"meeting", "negotiation", "ballot", "legislation", "agreement", "trial", "verdict"})
DONE = frozenset({Status.HAPPENED, Status.ONGOING})
REACH = 7  # tokens from "after" to the event noun
SURE, LIKELY, UNSURE = 0.7, 0.6, 0.5
Before = TypeVar("Before", Statement, Event)


def by_going_on(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the last statement of the same speaker, in the same paragraph or the one before."""
    if not isinstance(occurrence, Statement) or occurrence.speaker is None or occurrence.time is not None:
        return None
    key, name = occurrence.speaker.entity.key, occurrence.speaker.entity.name
    own = [s for s in _nearby(occurrence, dates, Statement) if s.speaker and s.speaker.entity.key == key]
    told = f"No words date this; {name} goes on from “{{}}”."
    return _from_last(own, "inherited-same-speaker", told, SURE, dates)


def by_replying(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the statement just before, where the cue answers it: "replied", "disagreed"."""
    if not isinstance(occurrence, Statement) or occurrence.time is not None:
        return None
    words, cue = compile_words(dates.language, ()), _cue(occurrence, dates)
    if not words.any("replying", cue):
        return None
    told = f"No words date this; “{occurrence.cue}” answers “{{}}”."
    return _from_last(_nearby(occurrence, dates, Statement)[-1:], "inherited-reply", told, LIKELY, dates)


def by_same_occasion(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the statement before, where words such as "at the same meeting" point back to it."""
    if not isinstance(occurrence, Statement) or occurrence.time is not None:
        return None
    noun = _occasion(_framing(occurrence, dates), compile_words(dates.language, ()))
    told = f"No words date this; “{noun}” points back to “{{}}”."
    before = _nearby(occurrence, dates, Statement) if noun else []
    return _from_last(before, "inherited-same-occasion", told, LIKELY, dates)


def by_sitting(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the meeting or vote at which it was said: to those who met, or "at the session"."""
    if not isinstance(occurrence, Statement) or occurrence.time is not None:
        return None
    words = compile_words(dates.language, ())
    sittings = [e for e in _nearby(occurrence, dates, Event) if e.type in SITTINGS and e.status in DONE]
    noun = _definite(_framing(occurrence, dates), words)
    heard = {mention.entity.key for mention in occurrence.audience}
    held = [e for e in sittings if noun or heard & {p.mention.entity.key for p in e.participants}]
    told = "No words date this; it was said where “{}” is told of."
    return _from_last(held[-1:], "inherited-same-occasion", told, UNSURE, dates)


def by_that_time(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of what was told last in the paragraph, where something was said "at the time"."""
    if not isinstance(occurrence, Statement) or occurrence.time is not None:
        return None
    if not _is_of_that_time(_framing(occurrence, dates)):
        return None
    told = [o for o in dates.near(occurrence) if not _holds(o, occurrence)]
    sentence = dates.sentence_of(occurrence)
    before = [o for o in told if sentence and _is_within(o, sentence.paragraph, dates)]
    reason = "No words date this; “at the time” points back to “{}”."
    return _from_last(before, "inherited-same-time", reason, LIKELY, dates)


def by_saying_after(occurrence: Occurrence, dates: Dates) -> Resolution | None:
    """The date of the statement made at or right after a meeting: "said on Tuesday, after a meeting"."""
    if not isinstance(occurrence, Event) or occurrence.time is not None or occurrence.status not in DONE:
        return None
    if occurrence.type not in SITTINGS:
        return None
    told = "No words date this; what was said there or right after is “{}”."
    here = dates.sentence_of(occurrence)
    near = [s for s in dates.findings.statements if here and here.span.covers(s.trigger)]
    said = [s for s in near if _is_led_to(occurrence, _framing(s, dates))]
    return _from_last(said[-1:], "inherited-same-occasion", told, LIKELY, dates)


def _is_within(occurrence: Occurrence, paragraph: int, dates: Dates) -> bool:
    sentence = dates.sentence_of(occurrence)
    return sentence is not None and sentence.paragraph == paragraph


def _is_led_to(event: Event, framing: Sequence[Token]) -> bool:
    """Whether "after", "at" or "during" leads to the event, within the words that frame what is said."""
    at = next((i for i, token in enumerate(framing) if event.trigger.covers(token.span)), None)
    before = list(framing[max(0, (at or 0) - REACH) : at])[::-1]
    leading = next((token for token in before if token.pos in {"ADP", "SCONJ"} and token.text != "of"), None)
    verbs = (
        any(token.pos in {"VERB", "AUX"} for token in before[: before.index(leading)]) if leading else True
    )
    return not verbs and leading is not None and leading.text.casefold() in {"after", "at", "during"}


def _from_last(
    before: Sequence[Occurrence], rule: str, told: str, confidence: float, dates: Dates
) -> Resolution | None:
    """The date of the last of these that has one, with the reason and less confidence."""
    for source in reversed(before):
        known = dates.known(source)
        if known is not None:
            return Resolution(
                when=known.when,
                rule=rule,
                steps=(told.format(source.label), f"That is dated {known.when.words()}."),
                confidence=round(confidence * known.confidence, 3),
                anchor=Anchor(AnchorKind.OCCURRENCE, known.when, source.trigger, source.key),
                depends_on=source.key,
            )
    return None


# ----------------------------------------------------------------------------------- looking around


def _nearby(statement: Statement, dates: Dates, kind: type[Before]) -> list[Before]:
    """What was told of this kind before it, in its paragraph and the one before; what holds it left out."""
    return [o for o in dates.near(statement) if isinstance(o, kind) and not _holds(o, statement)]


def _holds(occurrence: Occurrence, statement: Statement) -> bool:
    said = occurrence.content if isinstance(occurrence, Statement) else ()
    return any(content.covers(statement.trigger) for content in said)


def _cue(statement: Statement, dates: Dates) -> Sequence[Token]:
    sentence = dates.sentence_of(statement)
    return [t for t in sentence.tokens if t.span.overlaps(statement.trigger)] if sentence else ()


def _framing(statement: Statement, dates: Dates) -> Sequence[Token]:
    """The tokens of the sentence that are not what is said; several rules ask for them."""
    if statement.key not in dates.framings:
        sentence = dates.sentence_of(statement)
        tokens = sentence.tokens if sentence else ()
        dates.framings[statement.key] = [
            t for t in tokens if not any(content.covers(t.span) for content in statement.content)
        ]
    return dates.framings[statement.key]


def _occasion(framing: Sequence[Token], words: EventWords) -> str:
    """The noun of "in the statement", "at the same session"; "" where there is none."""
    for index in range(2, len(framing)):
        before = framing[max(0, index - 3) : index - 1]
        if _is_occasion(framing[index - 1], framing[index], words) and any(
            words.has("occasion_prepositions", token) for token in before
        ):
            return framing[index].text
    return ""


def _is_occasion(article: Token, noun: Token, words: EventWords) -> bool:
    same = article.text.casefold() == "same"
    return _is_known(article) and (words.has("occasions", noun) or (same and words.has("same", noun)))


def _definite(framing: Sequence[Token], words: EventWords) -> str:
    """The noun of "who chaired the session"; "" where there is none."""
    pairs = (
        (noun.text, _is_known(article) and words.has("sittings", noun)) for article, noun in pairwise(framing)
    )
    return next((noun for noun, found in pairs if found), "")


def _is_known(article: Token) -> bool:
    """Whether it speaks of something told before: "the", "that", "same"."""
    return article.text.casefold() in ARTICLES


def _is_of_that_time(framing: Sequence[Token]) -> bool:
    """Whether "at the time" stands by itself: not "at the time of the vote"; a quotation may follow "of"."""
    words = [token.text.casefold() for token in framing]
    places = [i for i in range(len(words) - 2) if words[i : i + 3] == ["at", "the", "time"]]
    behind = [framing[place + 3 : place + 5] for place in places]
    return any(not b or b[0].text.casefold() != "of" or b[-1].pos == "PUNCT" for b in behind)
