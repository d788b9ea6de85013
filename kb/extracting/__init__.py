"""Tokens to findings: mentions of actors and places, statements, events, and their settled dates.

`mentions` and `statements` are recipes; each step of theirs has a module: `names`, `name_runs`, `name_kinds`,
`name_cues`, `unknown_names`, `cast`, `descriptions`, `anaphora`, `sorts`, `known_as`, `late_names` for who is
who, `quotations`, `dashes`, `exchanges`, `cues`, `speakers`, `contents`, `tails`, `assent`, `authors`,
`carriers` for who said what; `parsed_contents` and `parsed_speakers` ask the parse where there is one.
`thoughts`, `credits`, `holders`, `inner_names` serve `kb annotate` alone; `retellings` brings together what
is told twice, `event_retellings` events, `event_harms` an event and whom it struck, `event_bearers` a wreck
and whose name the craft bears. `matching` finds phrases. Words stand in `[speech]` and `[grammar]` of the
language's file: to teach a verb of saying, add it to `acts` and to the lines of `takes` that say what may
follow it.
"""

from kb.extracting.credits import find_credits
from kb.extracting.event_bearers import with_bearers
from kb.extracting.event_harms import with_harms
from kb.extracting.event_inheritance import inherit
from kb.extracting.event_occasions import with_occasions
from kb.extracting.event_retellings import with_event_retellings
from kb.extracting.events import find_events
from kb.extracting.given import take_given_events, take_given_mentions
from kb.extracting.happenings import find_happenings
from kb.extracting.headlines import find_headlines
from kb.extracting.holders import with_holders
from kb.extracting.inner_names import with_inner_names
from kb.extracting.mentions import find_mentions
from kb.extracting.redated_words import with_times
from kb.extracting.retellings import with_retellings
from kb.extracting.settling import settle
from kb.extracting.statements import find_statements
from kb.extracting.thoughts import find_thoughts

__all__ = [
    "find_credits",
    "find_events",
    "find_happenings",
    "find_headlines",
    "find_mentions",
    "find_statements",
    "find_thoughts",
    "inherit",
    "settle",
    "take_given_events",
    "take_given_mentions",
    "with_bearers",
    "with_event_retellings",
    "with_harms",
    "with_holders",
    "with_inner_names",
    "with_occasions",
    "with_retellings",
    "with_times",
]
