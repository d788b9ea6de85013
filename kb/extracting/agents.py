"""Who speaks by a verb in the passive: "the plan was condemned by Reed", "accused by Reed of lying"."""

from collections.abc import Sequence

from kb.extracting.cues import Cue
from kb.extracting.phrases import full_end
from kb.extracting.subjects import Phrase
from kb.extracting.tails import without_last_day
from kb.extracting.vocabulary import Speech
from kb.model import Token

REACH_OF_BY = 6


def find_agent(items: Sequence[Token], cue: Cue, speech: Speech) -> Phrase | None:
    """The phrase behind "by" that names who speaks: "was condemned by X"; None when there is none."""
    return agent_behind(items, cue.end - 1, speech.prepositions.get(cue.lemma, ()))


def agent_behind(items: Sequence[Token], verb: int, opening: Sequence[str] = ()) -> Phrase | None:
    """The phrase behind "by" near a verb in the passive; `opening` prepositions begin what follows it."""
    reach = range(verb + 1, min(verb + 1 + REACH_OF_BY, len(items)))
    by = next((k for k in reach if items[k].text.lower() == "by"), None)
    if by is None:
        return None
    end = without_last_day(items, by + 1, full_end(items, by + 1, len(items)))
    end = _before_charge(items, by + 2, end, opening)
    dated = items[end - 1].text.lower().endswith("day")  # "was rejected by Monday"
    return Phrase(by + 1, end) if end > by + 1 and not dated else None


def _before_charge(items: Sequence[Token], start: int, end: int, opening: Sequence[str]) -> int:
    """Where what somebody is accused of opens: "by Reed of theft", "by the head of the bank of lying"."""
    opens = [k for k in range(start, end) if items[k].text.lower() in opening]
    doing = [k for k in opens if k + 1 < len(items) and items[k + 1].text.lower().endswith("ing")]
    named = opens[:1] if opens and items[opens[0] - 1].pos == "PROPN" else opens[-1:]
    return next(iter(doing or named), end)
