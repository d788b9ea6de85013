"""Whether the date of an event is only that of its beginning: "the raids began on Wednesday".

The verbs that tell so stand in `beginning` of `[grammar.events]`; what is told to end as well is not
open.
"""

from collections.abc import Sequence

from kb.extracting.event_words import NOMINAL, compile_words
from kb.model import Event, Findings, Language, Occurrence, Status, Token


def began(occurrence: Occurrence, findings: Findings, language: Language) -> str:
    """The verb behind the event noun that tells its beginning; "" when the date is that of the whole."""
    when = occurrence.time.when if occurrence.time else None
    if not isinstance(occurrence, Event) or occurrence.status is Status.PLANNED:
        return ""
    if when is None or "/" in str(when):
        return ""
    words = compile_words(language, ())
    behind = _behind(occurrence, findings)
    verbs = [index for index, token in enumerate(behind) if token.pos == "VERB"]
    if not verbs or not words.verb("beginning", behind, verbs[0]):
        return ""
    ends = any(words.verb("ending", behind, index) for index in verbs)
    return "" if ends else behind[verbs[0]].text


def _behind(event: Event, findings: Findings) -> Sequence[Token]:
    """The tokens behind an event noun to the end of its sentence; none behind a verb."""
    sentence = next((s for s in findings.sentences if s.span.covers(event.trigger)), None)
    tokens = sentence.tokens if sentence else ()
    nouns = any(token.pos in NOMINAL and event.trigger.covers(token.span) for token in tokens)
    return [token for token in tokens if nouns and token.span.start >= event.trigger.end]
