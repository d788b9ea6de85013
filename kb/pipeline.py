"""One document -> Findings: the order of work, readable like a recipe.

Dating comes before extracting, so that events and statements are handed their times; whatever hangs
on an event is settled last, once the event has its date. A language without a file in
`kb/languages` yields no findings: that is no error, the article is kept all the same.
"""

from dataclasses import dataclass, replace

from kb.dating import find_times
from kb.extracting import (
    find_events,
    find_happenings,
    find_mentions,
    find_statements,
    inherit,
    settle,
    take_given_events,
    take_given_mentions,
)
from kb.languages import known_languages, load_language
from kb.model import Document, Findings, Language, Span
from kb.ontology import load_event_types
from kb.reading.sentences import find_sentences
from kb.tagging import tag


@dataclass(frozen=True, slots=True)
class Given:
    """Spans found by somebody else: of "events" (their triggers) or of "mentions"."""

    kind: str
    spans: tuple[Span, ...]


def find(document: Document) -> Findings:
    """Everything found in a document: times, mentions, statements and events with settled dates."""
    if not is_known(document.language):
        return Findings(document)
    language = load_language(document.language)
    return settle(_with_events(document, language), language)


def annotate(document: Document, kinds: frozenset[str], given: Given | None = None) -> Findings:
    """What `kb annotate --only` names ("timexes", "mentions", ...; none: everything), and no more work.

    Its events include the happenings that are of no kind of ours and stay out of timelines, and dates that
    are inherited from publication or from the story.
    """
    if not is_known(document.language):
        return Findings(document)
    if kinds == {"timexes"}:
        return _only_times(document)
    if kinds and kinds <= {"timexes", "mentions"}:
        return _with_given_mentions(_only_mentions(document), given)
    return _with_given_mentions(_annotated(document, given), given)


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
    return replace(tagged, mentions=find_mentions(tagged, language))


def _with_events(document: Document, language: Language) -> Findings:
    named = _with_mentions(_dated(document, language), language)
    told = replace(named, statements=find_statements(named, language))
    return replace(told, events=find_events(told, language, load_event_types()))


def _annotated(document: Document, given: Given | None) -> Findings:
    language, types = load_language(document.language), load_event_types()
    found = _with_events(document, language)
    if given and given.kind == "events":
        return inherit(settle(take_given_events(found, language, types, given.spans), language))
    everything = replace(found, events=found.events + find_happenings(found, language, types))
    return inherit(settle(everything, language))


def _with_given_mentions(found: Findings, given: Given | None) -> Findings:
    return take_given_mentions(found, given.spans) if given and given.kind == "mentions" else found
