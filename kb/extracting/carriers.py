"""Who relays a statement: the outlet of a lead-in line, the speaker within whose words it stands."""

from kb.extracting.ordered import Ordered
from kb.model import EntityKind, Findings, Mention, Passage, Sentence


def lead_in_carriers(findings: Findings, mentions: Ordered[Mention]) -> dict[int, tuple[Mention, ...]]:
    """For each sentence index, the carriers named by the lead-in line above it.

    A lead-in holds until the next one, or to the end.
    """
    carriers: tuple[Mention, ...] = ()
    found = {}
    for index, sentence in enumerate(findings.sentences):
        if sentence.passage is Passage.LEAD_IN:
            carriers = _named(sentence, mentions)
        found[index] = carriers
    return found


def _named(sentence: Sentence, mentions: Ordered[Mention]) -> tuple[Mention, ...]:
    inside = mentions.within(sentence.span)
    outlets = [m for m in inside if m.entity.kind is EntityKind.ORGANIZATION] or inside
    return tuple(outlets[:1])
