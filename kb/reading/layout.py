"""The `[layout]` table of a language, compiled: what ends a sentence, and what is no news."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kb.languages import load_language


@dataclass(frozen=True, slots=True)
class Layout:
    """Words and patterns; each pattern is matched at the start of a paragraph."""

    abbreviations: frozenset[str]
    acronyms: frozenset[str]
    starters: frozenset[str]
    clocks: frozenset[str]
    behind_clocks: re.Pattern[str]
    boilerplate: re.Pattern[str]
    lead_in: re.Pattern[str]
    tail: re.Pattern[str]
    biography: re.Pattern[str]
    byline: re.Pattern[str]
    published_on: re.Pattern[str]
    updated_on: re.Pattern[str]
    about_itself: re.Pattern[str]
    about_author: re.Pattern[str]


@cache
def load_layout(code: str) -> Layout:
    """The layout table of a language, compiled once."""
    table = load_language(code).layout
    return Layout(
        abbreviations=frozenset(table.get("abbreviations", ())),
        acronyms=frozenset(table.get("acronyms", ())),
        starters=frozenset(table.get("starters", ())),
        clocks=frozenset(table.get("clocks", ())),
        behind_clocks=_any_of([table["behind_clocks"]] if "behind_clocks" in table else ()),
        boilerplate=_any_of(table.get("boilerplate", ()), re.IGNORECASE),
        lead_in=_any_of(table.get("lead_in", ()), re.IGNORECASE),
        tail=_any_of(table.get("tail", ())),
        biography=_any_of(table.get("biography", ())),
        byline=_any_of(table.get("byline", ())),
        published_on=_any_of(table.get("published_on", ()), re.IGNORECASE),
        updated_on=_any_of(table.get("updated_on", ()), re.IGNORECASE),
        about_itself=_any_of(table.get("about_itself", ())),
        about_author=_any_of(table.get("about_author", ())),
    )


def _any_of(patterns: Sequence[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", flags)
