"""The nouns: frozen, slotted values that travel between the rooms.

Text has `start` and `end` (code points of the raw text, end excluded); time has `earliest` and
`latest`. A `Finding` always knows the characters it came from, the rule that found it and how sure
that rule is. Work on these values is done by plain functions elsewhere.

To add a noun, write it beside its like (`text`, `time`, `people`, `occurrences`: what is found;
`views`: what is read back) and name it here. A new field of a finding has a default, so that no finder
need know of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kb.model.occurrences import (
    Attitude,
    Event,
    EventType,
    Findings,
    Occurrence,
    Participant,
    Proposition,
    QuoteKind,
    Retelling,
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

if TYPE_CHECKING:
    from kb.model.contents import Article, Placed, Position
    from kb.model.filters import Filter
    from kb.model.links import Judgement, LinkRecord, Review, Settled, Standing, Waiting
    from kb.model.merges import Bearer, Joining, Link, Merge, Parting, Same, Told
    from kb.model.views import (
        LANES,
        Bin,
        Bins,
        Counted,
        Counts,
        DatedWords,
        DocumentView,
        EntityView,
        Entry,
        Explanation,
        Involved,
        Lane,
        Named,
        Overview,
        Redated,
        Said,
        SetRight,
        Sizes,
        Window,
        lanes_by,
    )

__all__ = [
    "CORRECTED",
    "LANES",
    "PUBLICATION",
    "Anchor",
    "AnchorKind",
    "Article",
    "Attitude",
    "Bearer",
    "Bin",
    "Bins",
    "Correction",
    "Corrections",
    "Counted",
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
    "Joining",
    "Judgement",
    "Lane",
    "Language",
    "Link",
    "LinkRecord",
    "Mention",
    "Merge",
    "Named",
    "Occurrence",
    "Offset",
    "Overview",
    "Participant",
    "Parting",
    "Passage",
    "Placed",
    "Position",
    "Proposition",
    "QuoteKind",
    "Redated",
    "Resolution",
    "Retelling",
    "Review",
    "Role",
    "Said",
    "Same",
    "Sentence",
    "SetRight",
    "Settled",
    "Sizes",
    "Span",
    "Standing",
    "Statement",
    "Status",
    "Target",
    "TimeExpression",
    "TimexType",
    "Token",
    "Told",
    "Waiting",
    "Window",
    "lanes_by",
]

_READ_BACK = ("kb.model.contents", "kb.model.filters", "kb.model.links", "kb.model.merges", "kb.model.views")
"""What only the store and its readers need; who dates a text should not wait for it."""


def __getattr__(name: str) -> object:
    """A noun of what is read back, loaded when it is first asked for."""
    if name in __all__:
        for module in map(import_module, _READ_BACK):
            if name in vars(module):
                return vars(module)[name]
    raise AttributeError(f"kb.model has no noun called {name}.")
