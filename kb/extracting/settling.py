"""The last step: every statement and event gets its date, with the reasons, and statements get what they say.

`RULES` is the order of asking: the occurrence's own words of time; an expression that hangs it on
another occurrence; a statement that it continues, or the meeting or scene where it was said; the day, the eve
or the span of another event; the statement that tells of it; publication. Who asks a date that is
itself being asked for is refused, so that dates never hang on each other in a circle. To add a way of
dating, add a function to `settling_rules` and name it in `RULES`.
"""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from kb.extracting.propositions import find_propositions, load_wording
from kb.extracting.settled_dates import Dates, Rule
from kb.extracting.settling_alongside import by_alongside
from kb.extracting.settling_bounds import by_nothing, by_telling
from kb.extracting.settling_continued import (
    by_going_on,
    by_replying,
    by_same_occasion,
    by_saying_after,
    by_sitting,
    by_that_time,
)
from kb.extracting.settling_present import by_present
from kb.extracting.settling_rules import by_hanging, by_own_words, by_pointing_back
from kb.extracting.settling_scene import by_scene
from kb.model import Corrections, Findings, Language

RULES: Sequence[Rule] = (
    by_own_words,
    by_hanging,
    by_pointing_back,
    by_going_on,
    by_replying,
    by_same_occasion,
    by_sitting,
    by_that_time,
    by_scene,
    by_saying_after,
    by_alongside,
    by_present,
    by_telling,
    by_nothing,
)


def settle(
    findings: Findings, language: Language, corrections: Corrections = MappingProxyType({})
) -> Findings:
    """The findings with the `date` of every statement and event, and the `about` of every statement.

    What a person set right is taken as it is, and what hangs on it follows.
    """
    dates = Dates(findings, language, RULES, corrections)
    wording = load_wording(language)
    statements = tuple(
        replace(said, date=dates.of(said), about=find_propositions(said, dates.nearby, wording))
        for said in findings.statements
    )
    events = tuple(replace(event, date=dates.of(event)) for event in findings.events)
    return replace(findings, statements=statements, events=events)
