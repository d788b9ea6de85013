"""The nouns: frozen, slotted values that travel between the rooms.

Text has `start` and `end` (code points of the raw text, end excluded); time has `earliest` and
`latest`. A `Finding` always knows the characters it came from, the rule that found it and how sure
that rule is. Work on these values is done by plain functions elsewhere.

To add a noun, write it beside its like (`text`, `time`, `people`, `occurrences`: what is found;
`views`: what is read back) and name it here. A new field of a finding has a default, so that no finder
need know of it.
"""

from kb.model.merges import Bearer, Link, Merge, Parting, Same, Told
from kb.model.occurrences import (
    Attitude,
    Event,
    EventType,
    Findings,
    Occurrence,
    Participant,
    Proposition,
    QuoteKind,
    Role,
    Statement,
    Status,
)
from kb.model.people import Entity, EntityKind, Mention, Target
from kb.model.text import Document, Finding, Language, Passage, Sentence, Span, Token
from kb.model.time import (
    CORRECTED,
    PUBLICATION,
    Anchor,
    AnchorKind,
    Correction,
    Corrections,
    Offset,
    Resolution,
    TimeExpression,
    TimexType,
)
from kb.model.views import (
    Counts,
    DatedWords,
    DocumentView,
    EntityView,
    Entry,
    Explanation,
    Filter,
    Involved,
    Named,
    Redated,
    Said,
    SetRight,
)

__all__ = [
    "CORRECTED",
    "PUBLICATION",
    "Anchor",
    "AnchorKind",
    "Attitude",
    "Bearer",
    "Correction",
    "Corrections",
    "Counts",
    "DatedWords",
    "Document",
    "DocumentView",
    "Entity",
    "EntityKind",
    "EntityView",
    "Entry",
    "Event",
    "EventType",
    "Explanation",
    "Filter",
    "Finding",
    "Findings",
    "Involved",
    "Language",
    "Link",
    "Mention",
    "Merge",
    "Named",
    "Occurrence",
    "Offset",
    "Participant",
    "Parting",
    "Passage",
    "Proposition",
    "QuoteKind",
    "Redated",
    "Resolution",
    "Role",
    "Said",
    "Same",
    "Sentence",
    "SetRight",
    "Span",
    "Statement",
    "Status",
    "Target",
    "TimeExpression",
    "TimexType",
    "Token",
    "Told",
]
