"""The tables `[speech]` and `[grammar]` of a language, compiled for look-up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kb.languages import load_language
from kb.ontology import load_event_types


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language tells of saying: verbs by act, what they take, nouns of saying."""

    acts: Mapping[str, str]
    quoted: Mapping[str, str]
    takes: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, tuple[str, ...]]
    targeting: frozenset[str]
    objects: Mapping[str, tuple[str, ...]]
    silent: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, str]
    addressed: frozenset[str]
    sources: Mapping[str, Sequence[tuple[str, ...]]]  # by their first word
    owned_sources: frozenset[str]
    feelings: Mapping[str, str]
    cleared: frozenset[str]
    credits: frozenset[str]
    carried: frozenset[str]
    only_of: Mapping[str, frozenset[str]]
    sign: frozenset[str]
    of_works: frozenset[str]
    works: frozenset[str]
    documents: frozenset[str]
    verdicts: frozenset[str]
    informants: frozenset[str]
    never_inverted: frozenset[str]
    people: frozenset[str]
    deeds: frozenset[str]
    happenings: frozenset[str]
    deed_endings: tuple[str, ...]
    no_deeds: frozenset[str]
    lifeless: frozenset[str]
    storms: frozenset[str]
    streams: frozenset[str]

    def is_deed(self, noun: str) -> bool:
        """Whether a noun (its lemma) names something done or planned, not a thing or a person."""
        return noun in self.deeds or (noun.endswith(self.deed_endings) and noun not in self.no_deeds)


@dataclass(frozen=True, slots=True)
class People:
    """The words by which people and bodies are told apart and described."""

    roles: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    given: Mapping[str, str]
    pronouns: Mapping[str, str]
    particles: frozenset[str]
    doubtful_particles: frozenset[str]
    joins: frozenset[str]
    outlets: frozenset[str]
    named_bodies: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    place_words: frozenset[str]
    surnames_of_places: frozenset[str]  # of the words of places: "Ada Hill"
    regions: frozenset[str]
    short_regions: frozenset[str]
    firm_words: frozenset[str]
    media_words: frozenset[str]
    things: frozenset[str]  # last words of names that name no person, body or place
    opening_things: frozenset[str]  # their first words
    numbered: frozenset[str]  # words before a number that names no ruler
    greetings: frozenset[str]
    designated: frozenset[str]
    peoples: frozenset[str]
    small: frozenset[str]  # words that are names of places only with a capital
    unnaming: frozenset[str]  # words in capitals that by themselves name nobody and nowhere
    realms: frozenset[str]
    members: frozenset[str]
    epithets: frozenset[str]
    parts_of_lands: frozenset[str]
    place_nouns: frozenset[str]
    landed: frozenset[str]  # what is often "of" a place: a king, a battle
    ruling: frozenset[str]  # small words behind the name of those who rule: "dynasty"
    heads_of_bodies: frozenset[str]
    before_names: frozenset[str]
    behind_names: frozenset[str]
    calendar: frozenset[str]
    seats: Mapping[str, str]
    portfolios: frozenset[str]
    portfolio_holders: frozenset[str]
    whole_names: frozenset[str]
    whole_name_openings: frozenset[str]  # the first words of these, without possessive endings
    known_as: Mapping[str, str]
    spokespeople: frozenset[str]
    firms: frozenset[str]
    lands: frozenset[str]


@cache
def load_speech(code: str) -> Speech:
    """The words of saying of a language."""
    table, people = load_language(code).speech, load_people(code)
    takes = {kind: _set(words) for kind, words in table["takes"].items() if isinstance(words, str)}
    words = table["words"]
    feelings = _by_word(words["feelings"])
    takes["clause"] |= feelings.keys() | _set(words["cleared"])
    return Speech(
        acts=_by_word(table["acts"]),
        quoted=_by_word(table["quoted"]),
        takes=takes,
        prepositions={verb: tuple(p.split()) for verb, p in table["takes"]["preposition"].items()},
        targeting=_set(table["takes"]["targeting"]),
        objects={verb: tuple(nouns.split()) for verb, nouns in table["takes"]["objects"].items()},
        silent={verb: tuple(nouns.split()) for verb, nouns in table["takes"]["silent"].items()},
        nouns=_by_word(table["nouns"]),
        addressed=_set(words["addressed"]),
        sources=_by_first_word(words["sources"]),
        owned_sources=_set(words["owned_sources"]),
        feelings=feelings,
        cleared=_set(words["cleared"]),
        credits=_set(words["credits"]),
        carried=_set(words["carried"]),
        only_of={verb: _set(who) for verb, who in words["only_of"].items()},
        sign=_set(words["sign"]),
        of_works=_set(words["of_works"]),
        works=_set(words["works"]),
        documents=_set(words["documents"]),
        verdicts=_set(words["verdicts"]),
        never_inverted=_set(words["never_inverted"]),
        people=people.roles | people.groups,
        deeds=_set(words["deeds"]) | _kinds_of_event(code),
        happenings=_kinds_of_event(code),
        deed_endings=tuple(words["deed_endings"].split()),
        no_deeds=_set(words["no_deeds"]),
        lifeless=_set(words["lifeless"]),
        storms=_set(words["storms"]),
        streams=_set(words["streams"]),
        informants=people.roles
        | people.groups
        | people.bodies
        | _set(words["documents"])
        | _set(words["records"])
        | _set(words["tellers"])
        | _set(words["parties"]),
    )


def _kinds_of_event(code: str) -> frozenset[str]:
    """The single nouns that name a kind of event."""
    return frozenset(noun for kind in load_event_types(code) for noun in kind.nouns if " " not in noun)


@cache
def load_thinking(code: str) -> Speech:
    """The words of saying together with those of thought, knowledge and perception."""
    speech, table = load_speech(code), load_language(code).speech["thoughts"]
    takes = {kind: speech.takes[kind] | _set(words) for kind, words in table["takes"].items()}
    acts = {**speech.acts, **_by_word(table["acts"])}
    nouns = {**speech.nouns, **_by_word(table["nouns"])}
    return replace(speech, acts=acts, nouns=nouns, takes={**speech.takes, **takes}, only_of={})


@cache
def load_people(code: str) -> People:
    """The words for people, bodies and names of a language."""
    grammar = load_language(code).grammar
    people, names = grammar["people"], grammar["names"]
    pronouns = {
        word: who for who in ("he", "she", "they", "it") for word in people[f"pronouns_{who}"].split()
    }
    return People(
        roles=_set(people["roles"]),
        titles=_set(people["titles"]),
        modifiers=_set(people["modifiers"]),
        groups=_set(people["groups"]),
        bodies=_set(people["bodies"]),
        given={name: who for who in ("he", "she") for name in names[who].split()}
        | dict.fromkeys(names["either"].split(), ""),
        pronouns=pronouns,
        particles=_set(names["particles"]),
        doubtful_particles=_set(names["doubtful_particles"]),
        joins=_set(names["joins"]),
        outlets=_set(names["outlets"]),
        named_bodies=_set(names["bodies"]),
        female=_set(people["female"]),
        male=_set(people["male"]),
        place_words=_set(names["places"]),
        surnames_of_places=_set(names["surnames_of_places"]),
        regions=_set(names["regions"]),
        short_regions=frozenset(grammar["short_regions"]),
        firm_words=_set(names["ends_of_firms"]) | _set(names["ends_of_media"]),
        media_words=_set(names["ends_of_media"]),
        things=_set(names["things"]),
        opening_things=_set(names["opening_things"]),
        numbered=_set(names["numbered"]),
        greetings=_set(names["greetings"]),
        designated=_set(names["designated"]),
        peoples=_set(names["peoples"]),
        small=_set(names["small"]),
        unnaming=_set(names["unnaming"]),
        realms=_set(names["realms"]),
        members=_set(names["members"]),
        epithets=_set(names["epithets"]),
        parts_of_lands=_set(names["parts_of_lands"]),
        place_nouns=_set(names["place_nouns"]),
        landed=_set(names["landed"]),
        before_names=_set(names["before_names"]),
        behind_names=_set(names["behind_names"]),
        ruling=_set(names["ruling"]),
        heads_of_bodies=_set(names["heads_of_bodies"]),
        calendar=_set(names["calendar"]),
        seats=grammar["seats"],
        portfolios=_set(names["portfolios"]),
        portfolio_holders=_set(names["portfolio_holders"]),
        whole_names=frozenset(names["whole"]),
        whole_name_openings=frozenset(name.split()[0].partition("'")[0] for name in names["whole"]),
        spokespeople=_set(people["spokespeople"]),
        firms=_set(people["firms"]),
        lands=_set(people["lands"]),
        known_as=grammar["known_as"],
    )


def _set(words: str) -> frozenset[str]:
    """The words of a line; "point_out" is one of two parts."""
    return frozenset(word.replace("_", " ") for word in words.split())


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in (tuple(phrase.split()) for phrase in phrases):
        found[words[0]].append(words)
    return dict(found)


def _by_word(table: Mapping[str, Any]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in _set(words)}
