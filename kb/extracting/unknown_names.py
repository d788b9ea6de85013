"""What a name is that no list tells: by what stands beside it, what a tagger takes it for, what it does.

`RULES` is the order of asking; the first that has an answer gives it. What the tagger passes over and what
does nothing is the name of a thing: "the Paris Agreement". To add a rule, add a function and name it there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.extracting.clause_words import PLACE_PREPOSITIONS, POSSESSIVE
from kb.extracting.gazetteer import Gazetteer
from kb.extracting.name_cues import ARTICLES, cued_kind, low
from kb.model import EntityKind, Token

TAGGED = {"PER": EntityKind.PERSON, "ORG": EntityKind.ORGANIZATION, "LOC": EntityKind.PLACE}
COMING = frozenset({"from", "to", "toward", "towards"})  # prepositions before people too
FULL = 4  # words that a person's name seldom has more of
Guess = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Tokens `start` up to `end` of a sentence, which name something."""

    tokens: Sequence[Token]
    start: int
    end: int
    gazetteer: Gazetteer

    @property
    def named(self) -> Sequence[Token]:
        """The words of the name."""
        return self.tokens[self.start : self.end]

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.end - self.start == 1

    @property
    def before(self) -> str:
        """The word before it, in lower case."""
        return low(self.tokens, self.start - 1)

    @property
    def tagged(self) -> EntityKind | None:
        """The kind that the tagger gives, if it gives one to all the words."""
        kinds = {token.entity and token.entity[2:] for token in self.named}
        kind = kinds.pop()
        return None if kinds or not kind else TAGGED[kind]

    @property
    def active(self) -> bool:
        """Whether it does, owns or says something: "Okoro left", "said Okoro", "a rival, Ada Okoro, left",
        "according to Okoro"."""
        owns = low(self.tokens, self.end) == "'s"
        aside = self.before == "," == low(self.tokens, self.end)
        cited = self.before == "to" and low(self.tokens, self.start - 2) == "according"
        return owns or cited or self._is_said_by() or (aside and not self.single) or self._is_subject(aside)

    @property
    def personal(self) -> bool:
        """Whether it looks like a person: two or three plain words, or one or four that do something."""
        plain = all(token.text[0].isalpha() and not is_acronym(token.text) for token in self.named)
        length = self.end - self.start
        fits = length in (2, 3) or (length == FULL and acts(self.tokens, self.end))
        return self.before not in ARTICLES and (self.active if self.single else plain and fits)

    def _is_said_by(self) -> bool:
        verb = self.tokens[self.start - 1] if self.start else None
        return verb is not None and verb.pos == "VERB" and verb.lemma in self.gazetteer.saying

    def _is_subject(self, aside: bool) -> bool:
        behind = (token.pos for token in self.tokens[self.end + aside :] if token.pos != "ADV")
        return next(behind, "") in ("VERB", "AUX")


def acts(tokens: Sequence[Token], end: int) -> bool:
    """Whether a verb, or an adverb before one, stands right behind a name that ends at `end`."""
    return end < len(tokens) and tokens[end].pos in ("VERB", "AUX", "ADV")


def is_acronym(text: str) -> bool:
    """Whether it is all capitals, without stops."""
    return text.isupper() and len(text) > 1 and "." not in text


def guessed_kind(name: Unknown) -> Guess:
    """The kind and the rule that tells it."""
    return next(guess for rule in RULES if (guess := rule(name)) is not None)


def _by_cue(name: Unknown) -> Guess | None:
    cued = cued_kind(name.tokens, name.start, name.end, name.gazetteer)
    return (cued, "cued") if cued else None


def _by_capitals(name: Unknown) -> Guess | None:
    """An acronym is a body if it acts or the tagger knows it, but not where capitals only shout."""
    word = name.named[0].text
    if not name.single or not is_acronym(word):
        return None
    is_body = (name.tagged or name.active) and word.isalpha() and not _is_shouted(name)
    return (EntityKind.ORGANIZATION if is_body else EntityKind.THING), "acronym"


def _is_shouted(name: Unknown) -> bool:
    beside = [*name.tokens[max(0, name.start - 1) : name.start], *name.tokens[name.end : name.end + 1]]
    return any(token.text.isalpha() and is_acronym(token.text) for token in beside)


def _by_preposition(name: Unknown) -> Guess | None:
    coming = name.before in COMING and name.tagged is EntityKind.PERSON
    there = name.before in PLACE_PREPOSITIONS and name.tagged is not None and not coming
    return (EntityKind.PLACE, "after preposition") if there else None


def _by_tag(name: Unknown) -> Guess | None:
    """What the tagger says, but for a word behind an article and for a place that acts like a person."""
    if name.tagged is None:
        return None
    if name.single and name.before in ARTICLES and name.tagged is not EntityKind.ORGANIZATION:
        return EntityKind.THING, "tagged"
    someone = name.tagged is EntityKind.PLACE and name.active and name.personal
    return (EntityKind.PERSON if someone else name.tagged), "tagged"


def _by_deeds(name: Unknown) -> Guess:
    if not name.active or name.before in POSSESSIVE:
        return EntityKind.THING, "capitals"
    return (EntityKind.PERSON if name.personal else EntityKind.ORGANIZATION), "capitals"


RULES: Sequence[Callable[[Unknown], Guess | None]] = (
    _by_cue,
    _by_capitals,
    _by_preposition,
    _by_tag,
    _by_deeds,
)
