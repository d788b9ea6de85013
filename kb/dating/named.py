"""Dates that words name by themselves: "44 BC", "early June 2016", "from 3 to 5 June 2016", "since May 2014".

What somebody types where a date is asked for is read with the rules of texts; nothing is there to count
from, so "last Friday" names no date.
"""

from functools import cache

from kb.dating.finding import find_times
from kb.dating.lexicon import lexicon_of
from kb.dating.ranges import OPENINGS
from kb.model import Document, Findings, Language
from kb.when import When

AROUND = (
    *("about_words", "range_marks", "from_words", "from_joins", "between_words", "between_joins"),
    *("onward_words", "beside_words", *OPENINGS),
)
"""The lists of `[time.context]` whose words may stand around the expressions of a date."""


def parse_named(text: str, language: Language) -> When | None:
    """The one date or interval that the words name; None for none, several, or a date beside other words."""
    found = find_times(Findings(Document(iri="", text=text, language=language.code)), language)
    dates = {time.when for time in found}
    rest = text
    for time in reversed(found):
        rest = f"{rest[: time.span.start]} {rest[time.span.end :]}"
    alone = len(dates) == 1 and _around(language.code).issuperset(rest.lower().split())
    return dates.pop() if alone else None


@cache
def _around(code: str) -> frozenset[str]:
    context = lexicon_of(code).context
    return frozenset(word for name in AROUND for phrase in context[name] for word in phrase.split())
