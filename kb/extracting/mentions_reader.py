"""Reading from top to bottom: each mention gets its entity in the light of those before."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kb.extracting.anaphora import (
    Seen,
    resolve_acting_it,
    resolve_description,
    resolve_pronoun,
    resolve_speaker_behind,
)
from kb.extracting.cast import Cast
from kb.extracting.clause_words import ASKED, BE, DEFINITE, FIRST_PERSON, OPENERS
from kb.extracting.descriptions import Description
from kb.extracting.gazetteer import Gazetteer
from kb.extracting.known_as import KnownAs
from kb.extracting.name_kinds import Name
from kb.extracting.quotations import Quotations
from kb.extracting.sorts import resolve_sort
from kb.model import Entity, EntityKind, Mention, Sentence, Span, Token
from kb.ontology import slug

CLOSING = frozenset({",", "”", '"', "''"})


@dataclass(slots=True)
class MentionsReader:
    """What was read so far, from the top of the article."""

    text: str
    gazetteer: Gazetteer
    cast: Cast
    quotations: Quotations
    seen: list[Seen] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)
    known_as: KnownAs = field(init=False)
    speaking: frozenset[Entity] = frozenset()  # the named speakers of the sentence, outside of quotations
    asked: tuple[Span, Entity] | None = None  # where a sentence tells what somebody was asked, and who it is

    def __post_init__(self) -> None:
        self.known_as = KnownAs(self.cast.entities.values(), self.gazetteer)

    def read(
        self, number: int, sentence: Sentence, drafts: list[Name | Description], speakers: list[Span]
    ) -> None:
        """Add the mentions of one sentence; `speakers` are the words of those who speak in it."""
        outside = [d for d in drafts if d.span in speakers and not self._is_quoted(d.span)]
        self.speaking = frozenset(self.cast.of(name) for name in outside if isinstance(name, Name))
        self.asked = self._asked(sentence, drafts)
        for draft in sorted(drafts, key=lambda d: (d.span.start, d.span.end)):
            entity = self._entity(draft, number, sentence, speakers)
            if entity is not None:
                mention = Mention(
                    span=draft.span, rule=_rule(draft), confidence=_confidence(draft), entity=entity
                )
                self.seen.append(self._seen(number, sentence, mention, speakers))

    def _asked(self, sentence: Sentence, drafts: list[Name | Description]) -> tuple[Span, Entity] | None:
        """ "Asked whether he would go, Reed ...": the words up to the comma, and the person behind it."""
        comma = next((token.span.start for token in sentence.tokens if token.text == ","), None)
        if comma is None or sentence.tokens[0].text.lower() not in ASKED:
            return None
        behind = (d for d in drafts if isinstance(d, Name) and comma < d.span.start <= comma + len(", "))
        people = (entity for entity in map(self.cast.of, behind) if entity.kind is EntityKind.PERSON)
        return next(((Span(sentence.span.start, comma), entity) for entity in people), None)

    def gender(self, entity: Entity) -> str:
        """ "he", "she" or, when nothing tells, the empty string."""
        words = f"{entity.description} {entity.name}".lower().replace(".", "").split()
        if self.gazetteer.people.female & set(words):
            return "she"
        if self.gazetteer.people.male & set(words):
            return "he"
        return self.gazetteer.people.given.get(entity.name.split()[0], "")

    def _entity(
        self, draft: Name | Description, number: int, sentence: Sentence, speakers: list[Span]
    ) -> Entity | None:
        if isinstance(draft, Name):
            return self._named(draft, sentence.tokens, speakers)
        if draft.pronoun:
            known = self._taken_up(draft, number, sentence.tokens, speakers)
            return known or (self._described(draft, sentence) if draft.span in speakers else None)
        if draft.joint:
            return self._joint(draft)
        if draft.definite:
            words = _telling(draft, sentence.tokens)
            known = resolve_description(draft, words, number, self.seen, self.known_as.words)
            if known is None and draft.kind is EntityKind.PERSON:
                known = self.known_as.only_one(words)
            known = known or resolve_sort(draft, sentence.tokens, number, self.seen, self.gazetteer)
            if known is not None:
                return known
        return self._described(draft, sentence)

    def _named(self, name: Name, tokens: tuple[Token, ...], speakers: list[Span]) -> Entity:
        entity = self.cast.of(name)
        if (
            name.rule == "capital"
            and entity.kind is EntityKind.PLACE
            and (name.span in speakers or _acts(tokens, name))
        ):
            territory = self.gazetteer.capitals[name.text]
            return Entity(slug(territory.name), territory.name, EntityKind.PLACE)
        return entity

    def _taken_up(
        self, found: Description, number: int, tokens: tuple[Token, ...], speakers: list[Span]
    ) -> Entity | None:
        """Whom a pronoun takes up; "it" is understood only where it owns or speaks."""
        low = found.span.of(self.text).lower()
        if low == "it":
            told = found.span in speakers
            return resolve_acting_it(number, self.seen, self.gender) if told else None
        closing = found.start > 1 and tokens[found.start - 1].text in CLOSING
        behind = closing and found.span in speakers and found.pronoun in ("he", "she")
        if behind:
            return resolve_speaker_behind(found.pronoun, number, self.seen, self.gender)
        if self.asked and self.asked[0].covers(found.span) and self._may_be(found.pronoun, self.asked[1]):
            return self.asked[1]
        speaking = self.speaking if self._is_quoted(found.span) else frozenset()
        return resolve_pronoun(found.pronoun, number, self.seen, self.gender, speaking)

    def _may_be(self, pronoun: str, person: Entity) -> bool:
        return pronoun in ("he", "she") and self.gender(person) in ("", pronoun)

    def _joint(self, found: Description) -> Entity:
        name = _without_article(" ".join(found.span.of(self.text).split()))
        return Entity(slug(name), name, EntityKind.GROUP, description=name)

    def _described(self, found: Description, sentence: Sentence) -> Entity:
        words = " ".join(found.span.of(self.text).split())
        part_of = self._belonging(sentence, found)
        name = _without_article(words)
        if found.kind is EntityKind.ORGANIZATION and part_of is not None and found.definite:
            return Entity(slug(name), name, EntityKind.ORGANIZATION, part_of=part_of)
        key = slug(name)
        self.keys[key] += 1
        count = self.keys[key]
        key = key if count == 1 else f"{key}-{count}"
        one = name.lower() in FIRST_PERSON or found.pronoun in ("he", "she")
        kind = found.kind or (EntityKind.PERSON if one else EntityKind.GROUP)
        return Entity(key, words, kind, unnamed=True, part_of=part_of, description=words)

    def _belonging(self, sentence: Sentence, found: Description) -> str | None:
        """The territory or body named before the head of a description."""
        head = sentence.tokens[found.head].span
        inside = takewhile(lambda mention: mention.span.start >= found.span.start, self._latest())
        for mention in inside:
            if mention.span.end <= head.start and mention.rule.startswith("name"):
                return mention.entity.name
        words = (token.text for token in sentence.tokens[found.start : found.head])
        return next((self.gazetteer.demonyms[w].name for w in words if w in self.gazetteer.demonyms), None)

    def _latest(self) -> Iterator[Mention]:
        """The mentions made so far, the last one first."""
        return (seen.mention for seen in reversed(self.seen))

    def _is_quoted(self, span: Span) -> bool:
        return any(quotation.inner.covers(span) for quotation in self.quotations.touching(span))

    def _seen(self, number: int, sentence: Sentence, mention: Mention, speakers: list[Span]) -> Seen:
        quoted = self._is_quoted(mention.span)
        tokens = sentence.tokens
        first = bisect_right(tokens, mention.span.start, key=lambda token: token.span.end)
        last = bisect_left(tokens, mention.span.end, first, key=lambda token: token.span.start)
        before, after = tokens[max(0, first - 2) : first], tokens[last] if last < len(tokens) else None
        modifies = (
            mention.entity.kind is EntityKind.PLACE and after is not None and after.pos in ("NOUN", "PROPN")
        )
        predicated = bool(before) and before[-1].text.lower() in BE  # "she was the first woman to"
        acts = _is_subject(tokens[first:last], mention)
        led = any(t.pos == "ADP" for t in before) and not acts  # but "on Monday he", "on Monday Reed"
        governed = modifies or predicated or led
        speaks = any(span.overlaps(mention.span) for span in speakers) and not governed
        return Seen(number, mention, quoted, speaks, governed, acts)


def _is_subject(touched: Sequence[Token], mention: Mention) -> bool:
    inside = (token for token in touched if mention.span.covers(token.span))
    return any((token.relation or "").startswith("nsubj") for token in inside)


def _telling(found: Description, tokens: tuple[Token, ...]) -> list[str]:
    """The words of a description that must have been told before: all but articles and endings."""
    inside = tokens[found.start : found.head + 1]
    return [token.text.lower() for token in inside if token.pos in ("NOUN", "PROPN", "ADJ", "NUM")]


def _acts(tokens: tuple[Token, ...], name: Name) -> bool:
    """Whether a capital stands for its government: subject of a verb, or owner, after no preposition."""
    before = tokens[name.start - 1] if name.start else None
    after = tokens[name.end] if name.end < len(tokens) else None
    follows = after is not None and (after.pos in ("VERB", "AUX", "ADV") or after.text == "'s")
    opens = before is None or before.pos not in ("ADP", "PROPN") or before.text.lower() in OPENERS | {"as"}
    return follows and opens


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in DEFINITE else words


def _rule(draft: Name | Description) -> str:
    if isinstance(draft, Name):
        return f"name, {draft.rule}"
    return "pronoun" if draft.pronoun else "description"


def _confidence(draft: Name | Description) -> float:
    if isinstance(draft, Name):
        return 0.7 if draft.weak else 0.9
    return 0.6 if draft.pronoun else 0.75
