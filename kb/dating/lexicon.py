"""The [time] table of a language, compiled: letters for its words, slots, rules.

To add a word, add it to a list of `[time.words]`; to add a rule, add a `[[time.rules]]` with a
pattern, the name of a meaning (`kb.dating.meanings.MEANINGS`) and its examples.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from kb.dating.numbers import parse_number
from kb.dating.patterns import Part, Pattern, Vocabulary, compile_pattern, expand_phrases
from kb.dating.place import TENSE_CUES, Around, Context
from kb.dating.tokens import FIRST_WORD_LETTER, SHAPE_LETTERS, Tokens, split_words
from kb.languages import load_language
from kb.model import Language

GAP = "gap"
"""The shape that no pattern names, since none reaches over a gap."""
SHAPE_SLOTS: Mapping[str, tuple[str, ...]] = {
    "day": ("clock_hour", "hour_24", "late_day", "padded", "digits_th"),
    "hour": ("clock_hour", "hour_24", "padded"),
    "clockish": ("year", "big"),
    **{name: (name,) for name in SHAPE_LETTERS if name != GAP},
}
"""Slots that are shapes of number, beside the word lists."""

LONGEST_NUMBER = 12
"""Words of the longest number in words."""

WRITTEN_SLOTS = frozenset(
    {"isodate", "isotime", "isoweek", "slashed", "slashed_short", "slashed_month"}
    | {"clock", "clockish", "decimal", "quarter_year", "hours_minutes", "fiscal_year"}
)
"""Slots whose value is the token as written; that of the others is an integer."""

_TENSE_LISTS = (
    "promising",
    "modals",
    "future_cues",
    "telling",
    "past_cues",
    "arranged",
    "schedules",
    "doubtful_schedules",
    "schedules_of_many",
)
"""The lists of `[time.context]` whose words tell tense by themselves."""

_DIGITS = (
    "clock_hour",
    "hour_24",
    "late_day",
    "two_digits",
    "three_digits",
    "year",
    "big",
    "grouped",
    "decimal",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the table: what it matches, the names of its meaning and its guard, what it says."""

    id: str
    rank: int
    pattern: Pattern
    meaning: str
    guard: str | None
    around: Around
    says: str
    attributive: str | None  # before a "name" or "noun" the determiner is theirs: "the [summer] campaign"
    kind: str | None  # "narrative" or "news": the only kind of text it holds in


@dataclass(frozen=True)
class Lexicon:
    """All that dating knows of a language."""

    letters: Mapping[str, str]
    cased: frozenset[str]
    words: Mapping[str, Mapping[tuple[str, ...], Any]]
    context: Context
    rules: tuple[Rule, ...]
    starting: Mapping[str, tuple[Rule, ...]]  # the rules that a letter can begin
    _pairs: dict[str, tuple[Rule, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def openings(self) -> re.Pattern[str]:
        """What finds the letters that a rule can begin with."""
        return re.compile(f"[{''.join(self.starting)}]" if self.starting else "(?!)")

    def beginning(self, pair: str) -> tuple[Rule, ...]:
        """The rules that can match where these two letters stand, or this one at the end."""
        if pair not in self._pairs:
            rules = self.starting.get(pair[0], ())
            self._pairs[pair] = tuple(
                rule for rule in rules if pair[0] in rule.pattern.alone or pair[1:] in rule.pattern.second
            )
        return self._pairs[pair]

    def value(self, slot: str, tokens: Tokens, first: int, last: int) -> Any:
        """What the tokens mean in this slot: the listed value, a number, or the word itself."""
        words = tokens.words(first, last)
        if slot in self.words:
            return self.words[slot][words]
        if slot == "number":
            return parse_number(words, self.words["number_word"])
        return words[0] if slot in WRITTEN_SLOTS else int("".join(c for c in words[0] if c.isdigit()))


@cache
def lexicon_of(code: str) -> Lexicon:
    """The compiled table of the language with this code; raises BadRequest for an unknown one."""
    return compile_lexicon(load_language(code))


def compile_lexicon(language: Language) -> Lexicon:
    """Compiles the [time] table; ValueError names a pattern that cannot be."""
    table = language.time
    words = {name: _keyed(entries) for name, entries in table["words"].items()}
    letters = _letters(words, table)
    vocabulary = Vocabulary(letters, _slots(words, letters), table["phrases"])
    rules = tuple(_rule(i, row, table, vocabulary) for i, row in enumerate(table["rules"]))
    starting: dict[str, list[Rule]] = {}
    for rule in rules:
        for letter in rule.pattern.first:
            starting.setdefault(letter, []).append(rule)
    return Lexicon(
        letters=letters,
        cased=frozenset(table["cased"]),
        words=words,
        context=_context(table["context"], language.grammar.get("names", {})),
        rules=rules,
        starting={letter: tuple(found) for letter, found in starting.items()},
    )


def _context(lists: Mapping[str, Iterable[str]], names: Mapping[str, str]) -> Context:
    """The lists of context words, with given names, and with what tells tense in one list of its own: a
    sentence is searched for it once for each date."""
    context = {name: frozenset(entries) for name, entries in lists.items()}
    leading = frozenset(phrase.split()[0] for phrase in context["leading_on"])
    return {
        "given": frozenset(f"{names.get('he', '')} {names.get('she', '')}".lower().split()),
        TENSE_CUES: leading.union(*(context[name] for name in _TENSE_LISTS)),
        **context,
    }


def _rule(rank: int, row: Mapping[str, Any], table: Mapping[str, Any], vocabulary: Vocabulary) -> Rule:
    around = table["around"][row["around"]] if "around" in row else {}
    return Rule(
        id=row["id"],
        rank=rank,
        pattern=compile_pattern(row["pattern"], vocabulary),
        meaning=row["meaning"],
        guard=row.get("guard"),
        around={name: frozenset(words) for name, words in around.items()},
        says=row["says"],
        attributive=row.get("attributive"),
        kind=row.get("kind"),
    )


def _keyed(entries: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    return {tuple(split_words(phrase)): value for phrase, value in entries.items()}


def _letters(words: Mapping[str, Mapping[tuple[str, ...], Any]], table: Mapping[str, Any]) -> dict[str, str]:
    """A letter for each word of the lists and of the patterns."""
    known: dict[str, str] = {}
    listed = (word for entries in words.values() for phrase in entries for word in phrase)
    sources = [*table["phrases"].values(), *(row["pattern"] for row in table["rules"])]
    for word in (*listed, *(w for source in sources for w in _literals(source, table["phrases"]))):
        known.setdefault(word, chr(FIRST_WORD_LETTER + len(known)))
    return known


def _literals(source: str, phrases: Mapping[str, str]) -> Iterable[str]:
    plain = expand_phrases(source, phrases)
    for mark in "[]|<>":
        plain = plain.replace(mark, " ")
    pieces = plain.replace("(", " ").replace(")", " ").split()
    return (word for piece in pieces if not piece.startswith("{") for word in split_words(piece))


def _slots(words: Mapping[str, Mapping[tuple[str, ...], Any]], letters: Mapping[str, str]) -> dict[str, Part]:
    slots = {name: _word_slot(entries, letters) for name, entries in words.items()}
    for name, shapes in SHAPE_SLOTS.items():
        found = "".join(SHAPE_LETTERS[shape] for shape in shapes)
        slots[name] = Part(f"[{found}]", frozenset(found), alone=frozenset(found))
    return slots | {"number": _number_slot(words["number_word"], letters)}


def _word_slot(entries: Mapping[tuple[str, ...], Any], letters: Mapping[str, str]) -> Part:
    """Longer phrases first; the single words are one character class."""
    rows = sorted(("".join(letters[w] for w in phrase) for phrase in entries), key=len, reverse=True)
    single = "".join(row for row in rows if len(row) == 1)
    branches = [row for row in rows if len(row) > 1] + ([f"[{single}]"] if single else [])
    first, second = frozenset(row[0] for row in rows), frozenset(row[1] for row in rows if len(row) > 1)
    return Part("(?:" + "|".join(branches) + ")", first, second=second, alone=frozenset(single))


def _number_slot(number_words: Mapping[tuple[str, ...], Any], letters: Mapping[str, str]) -> Part:
    """Digits, perhaps with a word of scale, or a row of number words ("twenty-five")."""
    digits = "".join(SHAPE_LETTERS[shape] for shape in _DIGITS)
    scale = "[" + "".join(letters[phrase[0]] for phrase, value in number_words.items() if value >= 100) + "]"
    word = "[" + "".join(letters[phrase[0]] for phrase in number_words) + "]"
    dash, joint = letters["-"], letters["and"]
    spelled = f"{word}(?:{dash}?{joint}?{word}){{0,{LONGEST_NUMBER - 1}}}"
    first, second = frozenset(digits + word[1:-1]), frozenset(dash + joint + scale[1:-1] + word[1:-1])
    return Part(f"(?:[{digits}]{scale}?|{spelled})", first, second=second, alone=first)
