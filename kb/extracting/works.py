"""Titles within quotation marks: who wrote or read “The Long Road” said nothing by that.

A title has a capital on every longer word and no mark at its end. What a sign reads may be printed so
too: only with people, and bodies of them, is it a title.
"""

from kb.extracting.draft import Draft
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Span

SHORT = 3  # letters of words that titles set in small letters
ENDING = frozenset(".!?…;")


def names_work(draft: Draft, text: str, speech: Speech) -> bool:
    """Whether a verb such as "read" has the title of a work behind it, and no words said."""
    if draft.cue.lemma not in speech.of_works or draft.way != "quotation" or draft.speaker is None:
        return False
    by_people = can_act(draft.items, draft.speaker, speech)
    return by_people and any(is_title(span, text) for span in draft.content)


def is_title(span: Span, text: str) -> bool:
    """Whether words are printed as titles are."""
    quoted = span.of(text).lstrip("“\"'‘«")
    inside = quoted[: _closing(quoted)]
    words = inside.rstrip(",").split()
    small = [word for word in words if not word[0].isupper()]
    titled = len(words) - len(small) > 1 and all(len(word) <= SHORT for word in small)
    return titled and inside[-1:] not in ENDING


def _closing(quoted: str) -> int:
    """Where the quotation closes, if what follows it was taken in."""
    places = [place for mark in '”"»' if (place := quoted.find(mark)) > 0]
    return min(places, default=len(quoted))
