"""Who relays a statement: the outlet of a lead-in line, whoever quotes the speaker."""

from kb.extracting.agents import agent_behind
from kb.extracting.clause_words import QUOTING
from kb.extracting.draft import Draft
from kb.extracting.ordered import Ordered
from kb.extracting.statement_parts import speaker_of
from kb.extracting.subjects import Phrase, subject
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


def quoting_carriers(draft: Draft, mentions: Ordered[Mention]) -> tuple[Mention, ...]:
    """Whoever quotes the speaker: "X cited Y as saying", "Y was quoted by X as saying"."""
    reach = range(draft.cue.start, -1, -1)
    verb = next((k for k in reach if draft.items[k].lemma in QUOTING and draft.items[k].pos == "VERB"), None)
    if verb is None or not _quotes(draft, verb):
        return ()
    phrase = _relayer(draft, verb)
    found = speaker_of(draft.items, phrase, mentions)
    return (found,) if found is not None and phrase != draft.speaker else ()


def _quotes(draft: Draft, verb: int) -> bool:
    """Whether the verb quotes whom the cue gives as the speaker."""
    return verb == draft.cue.start or draft.items[draft.cue.start - 1].text.lower() == "as"


def _relayer(draft: Draft, verb: int) -> Phrase | None:
    """Before an active verb its subject, behind a passive one the agent."""
    who = draft.speaker
    return (
        subject(draft.items, verb)
        if who is not None and who.start > verb
        else agent_behind(draft.items, verb)
    )


def _named(sentence: Sentence, mentions: Ordered[Mention]) -> tuple[Mention, ...]:
    inside = mentions.within(sentence.span)
    outlets = [m for m in inside if m.entity.kind is EntityKind.ORGANIZATION] or inside
    return tuple(outlets[:1])
