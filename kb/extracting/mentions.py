"""Mentions: names, descriptions and pronouns, each with the entity it stands for.

The order of work: names of every sentence, the cast they make up, then, reading from top to bottom,
descriptions and pronouns that take someone up again or bring someone unnamed in. Whoever speaks is
always a mention, whatever the words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.extracting.anaphora import Seen, resolve
from kb.extracting.cast import Cast, find_cast
from kb.extracting.cues import find_cues
from kb.extracting.descriptions import Description, describe, find_descriptions
from kb.extracting.names import Gazetteer, Name, find_names, load_gazetteer
from kb.extracting.phrases import QUOTE, fold
from kb.extracting.quotations import Quotation, find_quotations
from kb.extracting.speakers import find_speaker
from kb.extracting.vocabulary import load_speech
from kb.model import Entity, EntityKind, Findings, Language, Mention, Passage, Sentence, Span, Token
from kb.ontology import slug

FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman",
                    "actress", "mother", "sister", "woman", "widow", "daughter", "madam", "duchess", "wife"})  # fmt: skip
MALE = frozenset({"mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "father", "man", "pope",
                  "brother", "policeman", "duke", "husband", "son"})  # fmt: skip


@dataclass(slots=True)
class _Reader:
    """What was read so far, from the top of the article."""

    text: str
    gazetteer: Gazetteer
    cast: Cast
    quotations: tuple[Quotation, ...]
    seen: list[Seen] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)

    def gender(self, entity: Entity) -> str:
        """ "he", "she" or, when nothing tells, the empty string."""
        words = f"{entity.description} {entity.name}".lower().replace(".", "").split()
        if FEMALE & set(words):
            return "she"
        if MALE & set(words):
            return "he"
        return self.gazetteer.people.given.get(entity.name.split()[0], "")


def find_mentions(findings: Findings, language: Language) -> tuple[Mention, ...]:
    """The mentions of an article in order of the text; boilerplate has none.

    An unnamed speaker gets an entity of his own, with a key that is unique in the article.
    """
    gazetteer = load_gazetteer(language.code)
    sentences = [s for s in findings.sentences if s.passage is not Passage.BOILERPLATE]
    names = [find_names(sentence.tokens, gazetteer) for sentence in sentences]
    cast = find_cast(name for listed in names for name in listed)
    reader = _Reader(findings.text, gazetteer, cast, find_quotations(findings.text, findings.sentences))
    for number, sentence in enumerate(sentences):
        _read(reader, number, sentence, names[number], _speaker_spans(reader, sentence, language))
    return tuple(sorted((seen.mention for seen in reader.seen), key=lambda m: (m.span.start, -m.span.end)))


def _speaker_spans(reader: _Reader, sentence: Sentence, language: Language) -> list[Span]:
    """The words of each speaker in a sentence."""
    speech = load_speech(language.code)
    items = fold(sentence, reader.quotations)
    phrases = [find_speaker(items, cue, speech) for cue in find_cues(items, speech)]
    return [
        Span(items[p.start].span.start, items[p.end - 1].span.end)
        for p in phrases
        if p is not None and not any(item.pos == QUOTE for item in items[p.start : p.end])
    ]


def _read(reader: _Reader, number: int, sentence: Sentence, names: list[Name], speakers: list[Span]) -> None:
    drafts: list[tuple[Name | Description, Span]] = [(name, name.span) for name in names]
    drafts += [(d, d.span) for d in _descriptions(reader, sentence, names, speakers)]
    for draft, span in sorted(drafts, key=lambda d: (d[1].start, d[1].end)):
        entity = (
            _named(reader, draft, sentence)
            if isinstance(draft, Name)
            else _described(reader, draft, sentence, number)
        )
        if entity is not None:
            mention = Mention(span=span, rule=_rule(draft), confidence=_confidence(draft), entity=entity)
            reader.seen.append(_seen(reader, number, sentence, mention, speakers))


def _descriptions(
    reader: _Reader, sentence: Sentence, names: list[Name], speakers: list[Span]
) -> Iterator[Description]:
    """Descriptions by their head, and the phrases of speakers that hold no name at their head."""
    found = list(find_descriptions(sentence.tokens, names, reader.gazetteer))
    whole = [_speaker_description(reader, sentence, span, names) for span in speakers]
    spoken = [d for d in whole if d is not None]
    yield from spoken
    for description in found:
        if not any(s.span.covers(description.span) and s.head == description.head for s in spoken):
            yield description


def _speaker_description(
    reader: _Reader, sentence: Sentence, span: Span, names: list[Name]
) -> Description | None:
    inside = [k for k, token in enumerate(sentence.tokens) if span.covers(token.span)]
    if not inside:
        return None
    found = describe(sentence.tokens, inside[0], inside[-1] + 1, reader.gazetteer)
    headed_by_name = any(name.start <= found.head < name.end for name in names)
    named = any(
        name.kind is EntityKind.PERSON and span.covers(name.span) and name.start > found.head
        for name in names
    )
    return None if headed_by_name or (named and _adjoins(sentence.tokens, found, names)) else found


def _adjoins(tokens: tuple[Token, ...], found: Description, names: list[Name]) -> bool:
    return any(name.start == found.head + 1 and name.kind is EntityKind.PERSON for name in names)


def _named(reader: _Reader, name: Name, sentence: Sentence) -> Entity:
    entity = reader.cast.of(name)
    if name.rule == "capital" and _acts(sentence.tokens, name):
        territory = reader.gazetteer.capitals[name.text]
        return Entity(slug(territory.name), territory.name, EntityKind.PLACE)
    return entity


def _acts(tokens: tuple[Token, ...], name: Name) -> bool:
    """Whether a capital stands for its government: the subject of a verb, or an owner, after no preposition."""
    before = tokens[name.start - 1] if name.start else None
    after = tokens[name.end] if name.end < len(tokens) else None
    follows = after is not None and (after.pos in ("VERB", "AUX", "ADV") or after.text == "'s")
    return follows and (before is None or before.pos not in ("ADP", "PROPN"))


def _described(reader: _Reader, found: Description, sentence: Sentence, number: int) -> Entity | None:
    head = sentence.tokens[found.head]
    if found.pronoun or found.definite:
        known = resolve(found, head.text, number, reader.seen, reader.gender)
        if known is not None or (found.pronoun and not found.pronoun == "they"):
            return known
    return _unnamed(reader, found, sentence)


def _unnamed(reader: _Reader, found: Description, sentence: Sentence) -> Entity:
    words = " ".join(found.span.of(reader.text).split())
    name = words.removeprefix("the ").removeprefix("The ")
    body = found.kind is EntityKind.ORGANIZATION
    part_of = _belonging(reader, sentence, found)
    if body and part_of is not None:
        return Entity(slug(name), name, EntityKind.ORGANIZATION, part_of=part_of)
    reader.keys[slug(name)] += 1
    count = reader.keys[slug(name)]
    key = slug(name) if count == 1 else f"{slug(name)}-{count}"
    return Entity(
        key, words, found.kind or EntityKind.GROUP, unnamed=True, part_of=part_of, description=words
    )


def _belonging(reader: _Reader, sentence: Sentence, found: Description) -> str | None:
    """The territory or body named before the head of a description."""
    for seen in reversed(reader.seen):
        if (
            found.span.covers(seen.mention.span)
            and seen.mention.span.end <= sentence.tokens[found.head].span.start
        ):
            return seen.mention.entity.name
    for token in sentence.tokens[found.start : found.head]:
        if token.text in reader.gazetteer.demonyms:
            return reader.gazetteer.demonyms[token.text].name
    return None


def _seen(reader: _Reader, number: int, sentence: Sentence, mention: Mention, speakers: list[Span]) -> Seen:
    quoted = any(quotation.inner.covers(mention.span) for quotation in reader.quotations)
    speaks = any(span.overlaps(mention.span) for span in speakers)
    before = [t for t in sentence.tokens if t.span.end <= mention.span.start][-2:]
    governed = any(t.pos == "ADP" or t.text == "'s" for t in before)
    return Seen(number, mention, quoted, speaks and not governed, governed)


def _rule(draft: Name | Description) -> str:
    if isinstance(draft, Name):
        return f"name, {draft.rule}"
    return "pronoun" if draft.pronoun else "description"


def _confidence(draft: Name | Description) -> float:
    if isinstance(draft, Name):
        return 0.7 if draft.weak else 0.9
    return 0.6 if draft.pronoun else 0.75
