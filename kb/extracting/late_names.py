"""Names that come a sentence late: "A spokesman for the port denied it. Zed Okoro told reporters ..."

Joined only where it is safe: the next sentence opens with a speaker who is named for the first time and
of whom no office is ever told, and the sentence before has one speaker, unnamed, who speaks for others.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kb.extracting.anaphora import Seen
from kb.model import Entity, EntityKind, Mention, Sentence


def with_late_names(
    seen: Sequence[Seen],
    sentences: Sequence[Sentence],
    spokespeople: frozenset[str],
    gender: Callable[[Entity], str],
) -> list[Mention]:
    """The mentions, those of an unnamed spokesperson under the name the next sentence gives."""
    speakers: dict[int, list[Mention]] = defaultdict(list)
    met: set[str] = set()
    named: dict[Entity, Entity] = {}
    for one in seen:
        entity = one.mention.entity
        opens = one.mention.span.start == sentences[one.sentence].span.start
        if opens and one.speaks and _is_bare(entity) and entity.key not in met:
            for unnamed in _one_spokesperson(speakers[one.sentence - 1], spokespeople):
                if gender(unnamed) in ("", gender(entity)) or not gender(entity):
                    named[unnamed] = entity
        met.add(entity.key)
        if one.speaks:
            speakers[one.sentence].append(one.mention)
    return [_renamed(one.mention, named) for one in seen]


def _renamed(mention: Mention, named: Mapping[Entity, Entity]) -> Mention:
    return replace(mention, entity=named[mention.entity]) if mention.entity in named else mention


def _is_bare(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON and not entity.unnamed and not entity.description


def _one_spokesperson(speakers: Sequence[Mention], spokespeople: frozenset[str]) -> list[Entity]:
    """The only speaker of a sentence, if unnamed and told with "a" or "an" to speak for others."""
    longest = max(speakers, key=lambda m: m.span.end - m.span.start, default=None)
    if longest is None or not all(longest.span.covers(mention.span) for mention in speakers):
        return []
    entity = longest.entity
    words = entity.description.lower().split()
    speaks_for_others = words[:1] in (["a"], ["an"]) and bool(set(words[:4]) & spokespeople)
    return [entity] if entity.unnamed and speaks_for_others else []
