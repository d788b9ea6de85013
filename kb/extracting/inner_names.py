"""Lands named within longer names: the U.S. of "the U.S. Forest Service", the Chile of "Bank of Chile".

A land in short at the head of a name, and one behind "of", tell whose the body is and are names by
themselves; one written out before another noun ("Japan Tobacco") is part of what the body is called, and so
is all of the name of a firm ("Ore Company Ltd of Chile"). Linking asks for them, timelines do not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from kb.extracting.territories import load_places, load_territories
from kb.extracting.vocabulary import load_people
from kb.model import Entity, EntityKind, Findings, Mention, Span
from kb.ontology import slug

RULE = "name within a name"
SURE = 0.8
HEAD = re.compile(r"(?P<name>\S+) (?=[A-Z])")
BEHIND_OF = re.compile(r" of (?:the )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})")


def with_inner_names(findings: Findings) -> Findings:
    """The findings with the lands that are named within longer names as mentions of their own."""
    inner = [one for mention in findings.mentions for one in _inner(mention, findings)]
    held = {mention.span for mention in findings.mentions}
    added = {one.span: one for one in inner if one.span not in held}
    mentions = sorted((*findings.mentions, *added.values()), key=lambda one: (one.span.start, -one.span.end))
    return replace(findings, mentions=tuple(mentions))


def _inner(mention: Mention, findings: Findings) -> Iterator[Mention]:
    code = findings.document.language.split("-")[0].lower()
    words, lands = mention.span.of(findings.text), _lands(code)
    if mention.entity.unnamed:
        return
    found = [head] if (head := HEAD.match(words)) and head["name"].isupper() else []
    if not load_people(code).firm_words.intersection(words.split()):
        found += BEHIND_OF.finditer(words)
    for one in found:
        if name := _longest(one["name"], lands):
            start = one.start("name")
            yield _mention(mention, (start, start + len(name)), lands[name])


def _longest(words: str, lands: Mapping[str, str]) -> str:
    """The most of the first of these words that name a land; "" where none does."""
    while words and words not in lands:
        words = words.rpartition(" ")[0]
    return words


def _mention(whole: Mention, at: tuple[int, int], land: str) -> Mention:
    span = Span(whole.span.start + at[0], whole.span.start + at[1])
    return Mention(span=span, rule=RULE, confidence=SURE, entity=Entity(slug(land), land, EntityKind.PLACE))


@cache
def _lands(code: str) -> Mapping[str, str]:
    """What each name of a land or region is called in full."""
    regions = {name: name for name in load_places(code)}
    return regions | {name: land.name for name, land in load_territories(code).items()}
