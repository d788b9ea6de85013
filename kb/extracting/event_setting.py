"""The scenes of an article: its sentences, each with what was found in it before events are."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from kb.extracting.clause_words import OF_ONESELF, OF_US
from kb.extracting.event_clauses import find_clauses
from kb.extracting.event_phrases import find_actors, find_deeds, find_phrases, parsed_phrases, places_of
from kb.extracting.event_scene import Scene
from kb.extracting.event_tree import tree_of
from kb.extracting.event_words import EventWords, Named, find_named, idiom_places
from kb.extracting.nearby import Nearby
from kb.extracting.ordered import Same
from kb.extracting.quotations import quoted_within
from kb.model import (
    Document,
    Findings,
    Mention,
    Passage,
    Sentence,
    Statement,
    TimeExpression,
    Token,
)

OWN = OF_ONESELF | OF_US
PAIR = 2  # tokens: a verb and its preposition
TELLING = frozenset({Passage.BODY, Passage.HEADLINE})


def set_scenes(findings: Findings, words: EventWords) -> tuple[Scene, ...]:
    """The scenes of the tagged sentences of body and headlines, in order.

    Those of one article are kept, as happenings are looked for where events were.
    """
    looked_at = (findings.sentences, findings.mentions, findings.times, findings.statements)
    return _set_scenes(Same(findings.document), *map(Same, looked_at), words)


@lru_cache(maxsize=1)
def _set_scenes(
    document: Same[Document],
    sentences: Same[tuple[Sentence, ...]],
    mentions: Same[tuple[Mention, ...]],
    times: Same[tuple[TimeExpression, ...]],
    statements: Same[tuple[Statement, ...]],
    words: EventWords,
) -> tuple[Scene, ...]:
    told = Findings(document.thing, sentences.thing, times.thing, mentions.thing, statements.thing)
    nearby = Nearby(told)
    return tuple(set_scene(nearby, s, words) for s in told.sentences if s.tokens and s.passage in TELLING)


def set_scene(nearby: Nearby, sentence: Sentence, words: EventWords) -> Scene:
    """The scene of a tagged sentence."""
    place, text, tokens = sentence.span, nearby.findings.text, sentence.tokens
    mentions = _outermost(m for m in nearby.mentions.touching(place) if place.covers(m.span))
    times = tuple(time for time in nearby.times.touching(place) if place.covers(time.span))
    tree, idioms = tree_of(tokens), idiom_places(tokens, words)
    phrases = list(find_phrases(tokens, words) if tree is None else parsed_phrases(tree, words))
    barred = idioms | places_of(tokens, times)
    actors = find_actors(text, sentence, mentions, phrases, barred, words)
    said = tuple(nearby.statements.touching(place))
    return Scene(
        text=text,
        sentence=sentence,
        clauses=find_clauses(tokens, words),
        mentions=mentions,
        actors=tuple(_spoken_of(actor, text, said) for actor in actors),
        times=times,
        statements=said,
        words=words,
        named=tuple(_without_day(find_named(tokens, words), tokens, places_of(tokens, times), words)),
        idioms=idioms,
        tree=tree,
        deeds=find_deeds(text, sentence, phrases, barred, words) if tree else (),
        published=nearby.findings.document.published,
    )


def _without_day(
    named: Iterable[Named], tokens: Sequence[Token], timed: Set[int], words: EventWords
) -> Iterator[Named]:
    """The names without a preposition that leads to words of time: "agreed | on Monday to buy it"."""
    for name in named:
        led = not name.is_noun and tokens[name.last - 1].pos == "ADP" and name.last in timed
        if not led or name.last - name.first < PAIR:
            yield name
        elif kind := words.verbs.get(tuple(t.lemma.casefold() for t in tokens[name.first : name.last - 1])):
            yield Named(name.first, name.last - 1, kind, is_noun=False)


def _spoken_of(actor: Mention, text: str, statements: Iterable[Statement]) -> Mention:
    """Who says "I" in quotation marks is the speaker, who says "we" the body spoken for, else the speaker."""
    low = actor.span.of(text).casefold()
    if low not in OWN:
        return actor
    quoted = (s for s in statements if any(words.covers(actor.span) for words in s.verbatim))
    innermost = min(quoted, key=lambda said: said.content[-1].end - said.content[0].start, default=None)
    if innermost is None or innermost.speaker is None or _is_relayed(actor, text, innermost):
        return actor
    spoken_for = innermost.speaking_for if low in OF_US else None
    return replace(actor, entity=(spoken_for or innermost.speaker).entity)


def _is_relayed(actor: Mention, text: str, said: Statement) -> bool:
    """Whether the speaker repeats the words of somebody else: “He said ‘I am ill’ and left.”"""
    within = (q for words in said.verbatim for q in quoted_within(text, words))
    return any(quotation.span.covers(actor.span) for quotation in within)


def _outermost(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or not kept[-1].span.covers(mention.span):
            kept.append(mention)
    return tuple(kept)
