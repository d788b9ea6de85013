"""One document -> Findings: the order of work, readable like a recipe.

Dating comes before extracting, so that events and statements are handed their times; whatever hangs
on an event is settled last, once the event has its date. A language without a file in
`kb/languages` yields no findings: that is no error, the article is kept all the same.
"""

from dataclasses import replace

from kb.dating import find_times
from kb.extracting import find_events, find_mentions, find_statements, settle
from kb.languages import known_languages, load_language
from kb.model import Document, Findings, Language
from kb.ontology import load_event_types
from kb.reading.sentences import find_sentences
from kb.tagging import tag


def find(document: Document) -> Findings:
    """Everything found in a document: times, mentions, statements and events with settled dates."""
    if not is_known(document.language):
        return Findings(document)
    language = load_language(document.language)
    named = _with_mentions(_dated(document, language), language)
    told = replace(named, statements=find_statements(named, language))
    whole = replace(told, events=find_events(told, language, load_event_types()))
    return settle(whole, language)


def find_asked(document: Document, kinds: frozenset[str]) -> Findings:
    """What `kb annotate --only` names ("timexes", "mentions", ...; none: everything), and no more work."""
    if kinds == {"timexes"}:
        return find_only_times(document)
    if kinds and kinds <= {"timexes", "mentions"}:
        return find_only_mentions(document)
    return find(document)


def find_only_times(document: Document) -> Findings:
    """The time expressions alone: no tagging, no events."""
    if not is_known(document.language):
        return Findings(document)
    return _dated(document, load_language(document.language))


def find_only_mentions(document: Document) -> Findings:
    """The mentions, and the times on the way to them: no statements, no events."""
    if not is_known(document.language):
        return Findings(document)
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
