"""Whether two statements that two articles relay are one: one speaker, one day, nearly the same words."""

from kb.merging.dates import days_of, gap
from kb.merging.wording import words_of
from kb.model import Link, Told

ALIKE = 0.75
"""The part of all words of both that both have (Jaccard 1901)."""
WITHIN = 0.9
"""The part of the shorter one's words that the longer one has: papers quote more or less of a sentence."""
FEWEST_QUOTED = 4
FEWEST_TOLD = 7
"""Words: fewer are said too often to tell one occasion; of a writer's own words more are needed."""
SHOWN = 60


def same_statement(one: Told, other: Told) -> Link | None:
    """The link between two statements; None when they are of two speakers, days or wordings."""
    speaker = next((i.who for i in one.involved if i.role == "speaker"), None)
    if speaker is None or contradict(one, other):
        return None
    score = likeness(one, other)
    if score < ALIKE:
        return None
    words = one.said.strip(" ,.;:")
    quoted = words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]}…"
    how = "quote" if one.verbatim and other.verbatim else "tell"
    reasons = (f"Both have {speaker.label} speak within the same days.", f"Both {how} the words “{quoted}”.")
    return Link(one.iri, other.iri, "same-statement", round(min(score, 0.99), 2), reasons)


def contradict(one: Told, other: Told) -> bool:
    """Whether two statements cannot be one: two speakers, or days that do not meet."""
    days = days_of(one), days_of(other)
    speakers = [{i.who.iri for i in told.involved if i.role == "speaker"} for told in (one, other)]
    return days[0] is None or days[1] is None or gap(days[0], days[1]) > 0 or speakers[0] != speakers[1]


def kind_of(_told: Told) -> str:
    """All statements are looked for together."""
    return "statement"


def likeness(one: Told, other: Told) -> float:
    """How alike the words of two statements are, 0 to 1; 0 when they are too few to tell."""
    words = {*words_of(one.said)}, {*words_of(other.said)}
    fewest = FEWEST_QUOTED if one.verbatim and other.verbatim else FEWEST_TOLD
    shorter = min(len(words[0]), len(words[1]))
    if shorter < fewest:
        return 0.0
    common = len(words[0] & words[1])
    within = common / shorter
    return max(common / len(words[0] | words[1]), within if within >= WITHIN else 0.0)
