"""One document -> Findings: the order of work, readable like a recipe.

Dating comes before extracting, so that events and statements are handed their times; whatever hangs
on an event is settled last, once the event has its date. A text in a language without a file in
`kb/languages` yields its explicit dates and nothing else: that is no error, the article is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from kb.dating import find_times, find_written_dates
from kb.extracting import (
    find_credits,
    find_events,
    find_happenings,
    find_headlines,
    find_mentions,
    find_statements,
    find_thoughts,
    inherit,
    settle,
    take_given_events,
    take_given_mentions,
    with_bearers,
    with_event_retellings,
    with_harms,
    with_holders,
    with_inner_names,
    with_occasions,
    with_retellings,
    with_times,
)
from kb.languages import known_languages, load_language
from kb.model import (
    CORRECTED,
    PUBLICATION,
    Correction,
    Corrections,
    Document,
    Findings,
    Language,
    Occurrence,
    Span,
    Statement,
    TimexType,
)
from kb.ontology import load_event_types
from kb.reading.sentences import find_sentences
from kb.tagging import is_built_in, tag

CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
Entry = TypeVar("Entry", bound=Occurrence)


@dataclass(frozen=True, slots=True)
class Given:
    """Spans found by somebody else: of "events" (their triggers) or of "mentions"."""

    kind: str
    spans: tuple[Span, ...]


def find(document: Document, corrections: Corrections = MappingProxyType({})) -> Findings:
    """Everything found in a document: times, mentions, statements and events with settled dates.

    What a person set right is taken as it is, and whatever counts from it is dated anew.
    """
    document = _published_as_corrected(document, corrections)
    if not is_known(document.language):
        return _only_written_dates(document)
    language = load_language(document.language)
    found = settle(_with_events(_dated(document, language), language), language)
    right = _set_right(found, language, corrections) if corrections.keys() - {PUBLICATION} else found
    together = with_occasions(with_harms(with_retellings(right, language)))
    once = with_event_retellings(together, language)
    return with_bearers(once)


def _published_as_corrected(document: Document, corrections: Corrections) -> Document:
    right = corrections.get(PUBLICATION)
    return replace(document, published=right.when, published_by=CORRECTED) if right else document


def _set_right(found: Findings, language: Language, corrections: Corrections) -> Findings:
    """Dated anew: the words that gave a corrected date have it now, and so has what counts from them.

    What was found stays: which words date which entry is only asked again where words had no date before,
    for then those that count from them had none either.
    """
    found = replace(
        found,
        statements=tuple(_with_words(said, found, corrections) for said in found.statements),
        events=tuple(_with_words(event, found, corrections) for event in found.events),
    )
    words = dict(_words_set_right(found, corrections))
    times = find_times(found, language, words)
    stayed_open = any(time.span in words and time.when is None for time in found.times)
    again = _with_events(replace(found, times=times), language) if stayed_open else with_times(found, times)
    return settle(again, language, corrections)


def _with_words(entry: Entry, found: Findings, corrections: Corrections) -> Entry:
    """A corrected entry without words of time has the only ones in its evidence that could date it and stayed
    open."""
    if entry.time is not None or entry.key not in corrections:
        return entry
    open_ = [t for t in found.times if t.when is None and t.type in CALENDAR and entry.span.covers(t.span)]
    return replace(entry, time=open_[0]) if len(open_) == 1 else entry


def _words_set_right(found: Findings, corrections: Corrections) -> Iterator[tuple[Span, Correction]]:
    """The words whose date is another one: those of which all entries that they date were given the same."""
    dated: dict[Span, list[Correction | None]] = defaultdict(list)
    for entry in (*found.statements, *found.events):
        if entry.time is not None and entry.time.type in CALENDAR:
            dated[entry.time.span].append(corrections.get(entry.key))
    for span, (right, *others) in dated.items():
        if right is not None and all(other is not None and other.when == right.when for other in others):
            yield span, right


def annotate(document: Document, kinds: frozenset[str], given: Given | None = None) -> Findings:
    """What `kb annotate --only` names ("timexes", "mentions", ...; none: everything), and no more work.

    Its events include the happenings that are of no kind of ours and the dates that are inherited from
    publication or from the story, its quotes what is thought and not said, and what headlines have somebody
    say; they stay out of timelines.
    """
    if not is_known(document.language):
        return _only_written_dates(document)
    if kinds == {"timexes"}:
        return _only_times(document)
    if kinds and kinds <= {"timexes", "mentions"}:
        return _with_given_mentions(_only_mentions(document), given)
    return _with_given_mentions(_annotated(document, given), given)


def _only_written_dates(document: Document) -> Findings:
    """The explicit dates of a text in a language without words here."""
    return Findings(document, times=find_written_dates(document.text, document.language))


def _only_times(document: Document) -> Findings:
    """The time expressions alone: no tagging, no events."""
    return _dated(document, load_language(document.language))


def _only_mentions(document: Document) -> Findings:
    """The mentions, and the times on the way to them: no statements, no events."""
    language = load_language(document.language)
    return _with_mentions(_dated(document, language), language)


def is_known(code: str) -> bool:
    """Whether there are words for this language."""
    return code.split("-")[0].lower() in known_languages()


def _dated(document: Document, language: Language) -> Findings:
    begun = Findings(document, sentences=find_sentences(document, language))
    return replace(begun, times=find_times(begun, language))


def _with_mentions(begun: Findings, language: Language) -> Findings:
    tagged = replace(begun, sentences=tag(begun, language))
    return replace(tagged, mentions=find_mentions(tagged, language, learnt=is_built_in()))


def _with_events(dated: Findings, language: Language) -> Findings:
    named = _with_mentions(dated, language)
    told = replace(named, statements=find_statements(named, language))
    found = replace(told, events=find_events(told, language, load_event_types()))
    given = dated.document.given_events
    return found if given is None else _with_given_events(found, language, given)


def _with_given_events(found: Findings, language: Language, given: Sequence[Span]) -> Findings:
    """What is told at the places given; two places in one word are one, and nobody speaks of what is gone."""
    taken = take_given_events(found, language, load_event_types(), given)
    events = tuple({event.key: event for event in reversed(taken.events)}.values())[::-1]
    keys = {entry.key for entry in (*taken.statements, *events)}
    said = tuple(_speaking_of(statement, keys) for statement in taken.statements)
    return replace(taken, statements=said, events=events)


def _speaking_of(statement: Statement, keys: Collection[str]) -> Statement:
    about = (
        replace(said, describes=tuple(key for key in said.describes if key in keys))
        for said in statement.about
    )
    return replace(statement, about=tuple(about))


def _annotated(document: Document, given: Given | None) -> Findings:
    language, types = load_language(document.language), load_event_types()
    found = _with_events(_dated(document, language), language)
    beside = (find_thoughts, find_credits, find_headlines)
    found = replace(found, thoughts=tuple(one for find in beside for one in find(found, language)))
    if given and given.kind == "events":
        return inherit(settle(take_given_events(found, language, types, given.spans), language))
    happenings = with_holders(find_happenings(found, language, types), found)
    return inherit(settle(replace(found, events=found.events + happenings), language))


def _with_given_mentions(found: Findings, given: Given | None) -> Findings:
    if given and given.kind == "mentions":
        return take_given_mentions(found, given.spans)
    return with_inner_names(found)
