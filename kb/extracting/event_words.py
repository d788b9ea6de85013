"""The words of the event finders, compiled: kinds of event by what names them, and sets of lemmas.

A phrase ("air strike", "carry out") is matched over tokens by lemma or by form, hyphens counting as
blanks; "fire … missile" is a verb with the head of its object, or with a particle behind the object.
To give a kind another word, edit its file under `ontologies/events`; to add to a list, edit
`[grammar.events]` of the language.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kb.extracting.matching import Phrase, Phrases, longest, may_open
from kb.extracting.ordered import Same
from kb.model import EventType, Language, Token

NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIER = NOMINAL | {"ADJ", "NUM"}
OWNERS = frozenset({"'s", "'", "’s", "’"})
OBJECT_START = frozenset({"DET", "NUM", "PROPN", "PRON", "NOUN", "ADJ"})
GAP = "…"  # in a verb's words, what may stand between the verb and its object
REACH = 6  # tokens from a verb to the head of its object
CLOSING = frozenset(',.;:—–“”"()') | {"--"}


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `first` up to, not including, `last` that name a kind of event."""

    first: int
    last: int
    type: EventType
    is_noun: bool


@dataclass(frozen=True, slots=True, eq=False)
class EventWords:
    """Which words name which kind, and the lists of `[grammar.events]`; equal only to itself."""

    verbs: Phrases[EventType]
    with_object: Mapping[Phrase, Mapping[Phrase, EventType]]  # verb, and the words behind the gap
    nouns: Phrases[EventType]
    lists: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    idioms: Phrases[str]
    opening: frozenset[str]  # what the phrases of all these tables begin with
    openings: Mapping[str, frozenset[str]]  # the first words of what each of the lists has
    code: str = "en"  # the language

    def of(self, name: str) -> frozenset[str]:
        """The list of this name, empty where the language has none."""
        return self.lists.get(name, frozenset())

    def has(self, name: str, token: Token) -> bool:
        """Whether the list of this name has the token's lemma or form."""
        words = self.lists.get(name)
        return words is not None and (token.lemma.casefold() in words or token.text.casefold() in words)

    def any(self, name: str, tokens: Iterable[Token]) -> bool:
        """Whether the list has one of the tokens."""
        return any(self.has(name, token) for token in tokens)

    def is_kind(self, noun: Token) -> bool:
        """Whether the noun alone names a kind of event."""
        return (noun.lemma.casefold(),) in self.nouns

    def verb(self, name: str, tokens: Sequence[Token], index: int) -> bool:
        """Whether the verb at `index`, alone or with the one or two words after it, is on the list."""
        lemma = tokens[index].lemma.casefold()
        if lemma not in self.openings.get(name, ()):
            return False
        words = [lemma, *(t.text.casefold() for t in tokens[index + 1 : index + 3])]
        return any(" ".join(words[:count]) in self.of(name) for count in (1, 2, 3))


def compile_words(language: Language, types: Sequence[EventType]) -> EventWords:
    """The words of a language for these kinds; a language without the lists has none."""
    return _compiled(language, Same(types)) if types else _lists_alone(language)


@cache
def _lists_alone(language: Language) -> EventWords:
    """The words without any kind, which many rules ask for."""
    return _compiled(language, Same(()))


@lru_cache(maxsize=16)
def _compiled(language: Language, types: Same[Sequence[EventType]]) -> EventWords:
    known = list(types.thing)
    table = language.grammar.get("events", {})
    verbs = Phrases((tuple(word.split()), t) for t in known for word in t.verbs if GAP not in word)
    nouns = Phrases((tuple(word.split()), t) for t in known for word in t.nouns)
    idioms = Phrases((tuple(idiom.split()), idiom) for idiom in table.get("idioms", ()))
    with_object = _with_object(known)
    lists = {name: frozenset(listed) for name, listed in table.items() if isinstance(listed, list)}
    return EventWords(
        verbs=verbs,
        with_object=with_object,
        nouns=nouns,
        lists=lists,
        roles={role: frozenset(words) for role, words in table.get("roles", {}).items()},
        idioms=idioms,
        opening=frozenset({*verbs.opening, *nouns.opening, *idioms.opening, *(v[0] for v in with_object)}),
        openings={name: frozenset(word.split()[0] for word in listed) for name, listed in lists.items()},
        code=language.code,
    )


def _with_object(types: Iterable[EventType]) -> dict[Phrase, dict[Phrase, EventType]]:
    split = ((word.partition(f" {GAP} "), type_) for type_ in types for word in type_.verbs if GAP in word)
    found: dict[Phrase, dict[Phrase, EventType]] = defaultdict(dict)
    for (verb, _, behind), type_ in split:
        found[tuple(verb.split())][tuple(behind.split())] = type_
    return dict(found)


def find_named(tokens: Sequence[Token], words: EventWords) -> Iterator[Named]:
    """The longest phrases that name a kind, left to right, never overlapping, idioms passed over."""
    end = 0
    for index in opening_places(tokens, words):
        if index < end:
            continue
        idiom = longest(tokens, index, words.idioms)
        found = None if idiom else _named_at(tokens, index, words)
        if found:
            yield found
        end = idiom[0] if idiom else found.last if found else index + 1


def opening_places(tokens: Sequence[Token], words: EventWords) -> Sequence[int]:
    """The tokens at which a phrase may begin: few; kept, as they are asked for twice of each sentence."""
    return _opening_places(Same(tokens), words)


@lru_cache(maxsize=1)
def _opening_places(tokens: Same[Sequence[Token]], words: EventWords) -> Sequence[int]:
    return [index for index, token in enumerate(tokens.thing) if may_open(token, words.opening)]


def idiom_places(tokens: Sequence[Token], words: EventWords) -> frozenset[int]:
    """The tokens that idioms are made of."""
    ends = ((index, longest(tokens, index, words.idioms)) for index in opening_places(tokens, words))
    return frozenset(place for index, idiom in ends if idiom for place in range(index, idiom[0]))


def _named_at(tokens: Sequence[Token], index: int, words: EventWords) -> Named | None:
    noun = longest(tokens, index, words.nouns)
    named_so = noun is not None and (tokens[index].text.casefold(),) in words.nouns
    gerund = named_so and is_verbal_gerund(tokens, index, words)
    if noun and not gerund and is_nominal(tokens, index, noun[0]):
        return Named(index, *noun, is_noun=True)
    if tokens[index].pos != "VERB" and not gerund:
        return None
    verb = _verb_at(tokens, index, words) or (noun if gerund else None)
    return Named(index, *verb, is_noun=False) if verb else None


def _verb_at(tokens: Sequence[Token], index: int, words: EventWords) -> tuple[int, EventType] | None:
    """The longest verb there; one with its object rather than one alone: "walked out of the talks"."""
    verb = longest(tokens, index, words.verbs)
    end = verb[0] if verb is not None else index
    taking = _taking(tokens, index, words.with_object)
    if taking is not None and (end <= index + 1 or taking[0] >= end):
        return taking
    return verb if end > index + 1 else _parted(tokens, index, words.verbs) or verb


def _taking(
    tokens: Sequence[Token], index: int, phrases: Mapping[Phrase, Mapping[Phrase, EventType]]
) -> tuple[int, EventType] | None:
    """A verb with its object, behind it or, in the passive, before it; the trigger is the verb."""
    for last in (index + 3, index + 2, index + 1):
        verb = (tokens[index].lemma.casefold(), *(t.text.casefold() for t in tokens[index + 1 : last]))
        objects = phrases.get(verb)
        if objects is None:
            continue
        places = [*_object_places(tokens, last - 1), *_passive_places(tokens, index)]
        found = (objects.get(words) for place in places for words in _readings(tokens, place))
        kind = next((kind for kind in found if kind), None)
        if kind:
            return last, kind
    return None


def _readings(tokens: Sequence[Token], place: int) -> Iterator[Phrase]:
    """The head of a noun phrase or a particle, alone and with the words behind it; an adjective alone stands
    behind what it describes: "left two men dead", not "left the dead horse"."""
    if tokens[place].pos != "ADJ" or not any(t.pos in NOMINAL for t in tokens[place + 1 : place + 2]):
        yield from ((tokens[place].lemma.casefold(),), (tokens[place].text.casefold(),))
    yield tuple(token.text.casefold() for token in tokens[place : place + 3])
    yield tuple(token.lemma.casefold() for token in tokens[place : place + 2])


def _object_places(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Where the object of a verb may have its head: up to the next verb or comma, no modifiers."""
    for place in range(verb + 1, min(verb + 1 + REACH, len(tokens))):
        infinitive = tokens[place].text == "to" and tokens[place].pos == "PART"
        if infinitive or tokens[place].pos in {"AUX", "SCONJ"} or tokens[place].text in CLOSING:
            return
        if not _leads_noun(tokens, place):
            yield place


def _passive_places(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Where the subject of a passive may have its head: "a missile was fired", "missiles fired by"."""
    group = verb
    while group > 0 and tokens[group - 1].pos in {"AUX", "ADV"}:
        group -= 1
    if group > 0 and any(token.lemma == "be" for token in tokens[group:verb]):
        yield group - 1


def _leads_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether a common noun only modifies the next: "missile experts"."""
    after = tokens[place + 1 : place + 2]
    return tokens[place].pos == "NOUN" and any(token.pos in NOMINAL for token in after)


def _parted(
    tokens: Sequence[Token], index: int, phrases: Mapping[Phrase, EventType]
) -> tuple[int, EventType] | None:
    """A verb with a pronoun before its particle: "shot it down"; the trigger is the verb."""
    between, particle = tokens[index + 1 : index + 2], tokens[index + 2 : index + 3]
    if not particle or between[0].pos != "PRON":
        return None
    kind = phrases.get((tokens[index].lemma.casefold(), particle[0].text.casefold()))
    return (index + 1, kind) if kind else None


def is_verbal_gerund(tokens: Sequence[Token], index: int, words: EventWords) -> bool:
    """Whether a gerund is a verb, whatever a tagger took it for: ", killing five", "have been bombing",
    "of shelling the port", "accused them of shelling ports"."""
    if not tokens[index].text.endswith("ing") or index == 0:
        return False
    after = tokens[index + 1 : index + 2]
    if words.has("before_deeds", tokens[index - 1]) and after:
        bare = after[0].pos in {"NOUN", "ADJ"} and _is_blamed(tokens[:index], words)
        return bare or after[0].pos in {"DET", "NUM", "PROPN", "PRON"}
    before = next((token for token in reversed(tokens[:index]) if token.pos != "ADV"), tokens[0])
    if before.text == "," and tokens[index - 1] is before:
        return any(token.pos in OBJECT_START or token.text == "at" for token in after)
    return before.lemma == "be"


def _is_blamed(before: Sequence[Token], words: EventWords) -> bool:
    """Whether the words end in "accused ... of", behind which a gerund is a deed."""
    return words.any("blaming", (token for token in before[-1 - REACH :] if token.pos == "VERB"))


def is_nominal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the phrase is used as a noun, whatever a tagger took a gerund or an adjective for."""
    head, before = tokens[last - 1], tokens[first - 1].pos if first else ""
    after = tokens[last] if last < len(tokens) else None
    if head.pos == "VERB" and head.text.endswith("ing"):
        subject = not before and after is not None and after.pos == "AUX"
        of = after is not None and after.text == "of" and before != "AUX"
        return subject or of or before in {"DET", "ADJ", "NUM"}
    if head.pos == "ADJ":
        ends = after is None or after.pos not in {"NOUN", "PROPN", "ADJ"}
        return "-" in head.text or (ends and before in {"DET", "ADJ", "NUM", "PRON", "NOUN"})
    return head.pos in NOMINAL and not _is_name(tokens, first, head)


def _is_name(tokens: Sequence[Token], first: int, head: Token) -> bool:
    """Whether a capital within the sentence shows a name: "Mr Ban", "the Vietnam War"."""
    opens = all(token.pos == "PUNCT" for token in tokens[:first])
    return head.pos == "PROPN" and head.text[:1].isupper() and not opens
