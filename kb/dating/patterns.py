"""The pattern notation of the language table, compiled to regular expressions over letters.

A pattern is a row of words and marks with `{slot}`, `[optional]`, `(one|another)`, and `<extent>`
where only a part of what is matched is the time expression itself (several extents give several
expressions). `{slot}` names a word list of `[time.words]`, a shape of number, or a phrase of
`[time.phrases]`, which stands for its own pattern.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kb.dating.tokens import split_words

_PIECE = re.compile(r"\{\w+\}|[\[\]()|<>]|[^\s\[\]()|<>{}]+")


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern: the expression, the slot each group fills, the groups that are extents.

    A sentence that has none of the letters `needed` has no match; where there are none, any may have.
    `second` are the letters that can follow the first of a match, `alone` those that can be all of one.
    """

    source: str
    expression: str
    slots: Mapping[str, str]  # group name -> slot name
    extents: tuple[str, ...]
    first: frozenset[str]
    needed: frozenset[str]
    second: frozenset[str]
    alone: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over letters."""
        return re.compile(self.expression)


@dataclass(frozen=True)
class Part:
    """A piece of a pattern: its expression, the letters it can begin with, whether it can be empty, sets of
    letters of each of which a match has one, the letters that can come second, those that can stand alone."""

    expression: str
    first: frozenset[str]
    empty: bool = False
    needs: tuple[frozenset[str], ...] = ()
    second: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Vocabulary:
    """What patterns are made of: a letter for each word, a part for each slot, phrases."""

    letters: Mapping[str, str]
    slots: Mapping[str, Part]
    phrases: Mapping[str, str]


def compile_pattern(source: str, vocabulary: Vocabulary) -> Pattern:
    """The compiled form; ValueError when the notation is broken or names an unknown slot."""
    compiler = _Compiler(source, vocabulary)
    part = compiler.alternatives()
    if compiler.pieces or part.empty:
        raise ValueError(f"Pattern is not well formed, or matches nothing at all: {source}")
    extents = tuple(compiler.extents)
    needed, second = _needed(part), part.second
    return Pattern(source, part.expression, compiler.slots, extents, part.first, needed, second, part.alone)


def _needed(part: Part) -> frozenset[str]:
    """The smallest set of letters that a match has one of, beside those that begin it; of equals the last."""
    within = [needs for needs in part.needs if needs.isdisjoint(part.first)]
    return min(reversed(within), key=len, default=frozenset())


def expand_phrases(source: str, phrases: Mapping[str, str]) -> str:
    """The pattern with each `{phrase}` replaced by the phrase's own pattern."""
    while found := [p for p in re.findall(r"\{(\w+)\}", source) if p in phrases]:
        source = source.replace("{" + found[0] + "}", "(" + phrases[found[0]] + ")")
    return source


class _Compiler:
    """Recursive descent over the pieces of one pattern."""

    def __init__(self, source: str, vocabulary: Vocabulary) -> None:
        self.pieces = _PIECE.findall(expand_phrases(source, vocabulary.phrases))[::-1]
        self.vocabulary = vocabulary
        self.slots: dict[str, str] = {}
        self.extents: list[str] = []

    def alternatives(self) -> Part:
        """One sequence or several with | between."""
        parts = [self.sequence()]
        while self.pieces and self.pieces[-1] == "|":
            self.pieces.pop()
            parts.append(self.sequence())
        if len(parts) == 1:
            return parts[0]
        return Part(
            "(?:" + "|".join(p.expression for p in parts) + ")",
            frozenset().union(*(p.first for p in parts)),
            any(p.empty for p in parts),
            _either(parts),
            frozenset().union(*(p.second for p in parts)),
            frozenset().union(*(p.alone for p in parts)),
        )

    def sequence(self) -> Part:
        """Items up to a | or a closing bracket."""
        parts = []
        while self.pieces and self.pieces[-1] not in "|])>":
            parts.append(self.item(self.pieces.pop()))
        return _joined(parts)

    def item(self, piece: str) -> Part:
        """What a piece begins: an option, a choice, an extent, a slot, or the word that it is."""
        if piece == "[":
            part = self.closed("]")
            return replace(part, expression=f"(?:{part.expression})?", empty=True, needs=())
        if piece == "(":
            return self.closed(")")
        if piece == "<":
            name = f"e{len(self.extents)}"
            self.extents.append(name)
            part = self.closed(">")
            return replace(part, expression=f"(?P<{name}>{part.expression})")
        return self.slot(piece[1:-1]) if piece[0] == "{" else self.literal(piece)

    def closed(self, bracket: str) -> Part:
        """What stands up to this closing bracket; ValueError when it is missing."""
        part = self.alternatives()
        if not self.pieces or self.pieces.pop() != bracket:
            raise ValueError(f"A {bracket} is missing in a pattern.")
        return part

    def slot(self, name: str) -> Part:
        """A named group for the slot; ValueError when there is none of this name."""
        if name not in self.vocabulary.slots:
            raise ValueError(f"No word list, shape or phrase is called {name}.")
        group = f"s{len(self.slots)}"
        self.slots[group] = name
        part = self.vocabulary.slots[name]
        return replace(part, expression=f"(?P<{group}>{part.expression})", needs=(part.first,))

    def literal(self, piece: str) -> Part:
        """The letters of a word, or of a word with its hyphens and apostrophes."""
        letters = [self.vocabulary.letters[word] for word in split_words(piece)]
        needs = tuple(frozenset(letter) for letter in letters)
        first, second = frozenset(letters[:1]), frozenset(letters[1:2])
        alone = first if len(letters) == 1 else frozenset[str]()
        return Part("".join(letters), first, needs=needs, second=second, alone=alone)


def _joined(parts: Iterable[Part]) -> Part:
    joined = Part("", frozenset(), empty=True)
    for part in parts:
        joined = Part(
            joined.expression + part.expression,
            joined.first | part.first if joined.empty else joined.first,
            joined.empty and part.empty,
            joined.needs + part.needs,
            _second(joined, part),
            _alone(joined, part),
        )
    return joined


def _alone(before: Part, behind: Part) -> frozenset[str]:
    """The letters that can be all there is where one part follows another: one of them is left out then."""
    nothing = frozenset[str]()
    return (before.alone if behind.empty else nothing) | (behind.alone if before.empty else nothing)


def _second(before: Part, behind: Part) -> frozenset[str]:
    """The letters that can come second where one part follows another."""
    follows = behind.first if before.alone else frozenset[str]()
    return before.second | follows | (behind.second if before.empty else frozenset())


def _either(parts: Sequence[Part]) -> tuple[frozenset[str], ...]:
    """What a match of one of several has: a letter of the smallest set of one of them."""
    if not all(part.needs for part in parts):
        return ()
    return (frozenset().union(*(min(part.needs, key=len) for part in parts)),)
