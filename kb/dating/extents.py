"""Finding the expressions of a sentence: at each place the rule that reaches furthest wins.

A rule wins only when its guard lets it pass and its meaning makes sense of what was caught; the
first rule of the table wins a tie.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kb.dating.forms import Form
from kb.dating.guards import GUARDS
from kb.dating.lexicon import Lexicon, Rule
from kb.dating.meanings import MEANINGS
from kb.dating.place import Place
from kb.dating.slots import Slots
from kb.dating.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Extent:
    """An expression found: its tokens from `first` up to `last`, its rule, its form.

    `end` is the token at which the whole match ended (an offset's "after" lies between them).
    """

    rule: Rule
    first: int
    last: int
    end: int
    form: Form


def find_extents(tokens: Tokens, lexicon: Lexicon) -> Iterator[Extent]:
    """The expressions of one sentence from left to right, none overlapping."""
    at, letters, present = 0, tokens.letters, frozenset(tokens.letters)
    while opening := lexicon.openings.search(letters, at):
        at = opening.start()
        rules = lexicon.beginning(letters[at : at + 2])
        found = _longest(tokens, at, _possible(rules, present), lexicon) if rules else ()
        yield from found
        at = found[-1].last if found else at + 1


def _possible(rules: Iterable[Rule], present: frozenset[str]) -> Iterator[Rule]:
    """The rules that can match in a sentence with these letters."""
    return (rule for rule in rules if not (needed := rule.pattern.needed) or not needed.isdisjoint(present))


def _longest(tokens: Tokens, at: int, rules: Iterable[Rule], lexicon: Lexicon) -> Sequence[Extent]:
    """The expressions of the rule that reaches furthest from here and stands."""
    matches = [(m, rule) for rule in rules if (m := rule.pattern.regex.match(tokens.letters, at))]
    if not matches:
        return ()
    matches.sort(key=lambda pair: (-pair[0].end(), pair[1].rank))
    for match, rule in matches:
        if found := _read(match, rule, tokens, lexicon):
            return found
    return ()


def _read(match: re.Match[str], rule: Rule, tokens: Tokens, lexicon: Lexicon) -> list[Extent]:
    """What the rule makes of its match; empty when its guard or its meaning refuses."""
    place = Place(tokens, match.start(), match.end(), lexicon.context)
    if not place.stands_among(rule.around) or (rule.guard and not GUARDS[rule.guard](place)):
        return []
    spans = [match.span(name) for name in rule.pattern.extents if match.start(name) >= 0]
    caught = _caught(match, rule, tokens, lexicon)
    found = []
    for first, last in spans or [(_without_determiner(match, rule, tokens, lexicon), match.end())]:
        form = MEANINGS[rule.meaning](_slots(tokens, first, last, caught))
        if form is None:
            return []
        found.append(Extent(rule, first, last, match.end(), form))
    return found


def _without_determiner(match: re.Match[str], rule: Rule, tokens: Tokens, lexicon: Lexicon) -> int:
    """Where the extent begins: behind "the" or "a" when that belongs to a noun that follows."""
    first, after = match.start(), tokens.lower(match.end())
    bare = tokens.lower(first) not in lexicon.context["determiners"] or match.end() - first < 2
    if not rule.attributive or bare or not after[:1].isalpha() or tokens.touches(match.end()):
        return first
    capital = rule.attributive == "name" and tokens.word(match.end())[0].isupper()
    return first + 1 if capital or after in lexicon.context["head_nouns"] else first


Caught = tuple[int, int, str, Any]
"""A slot that was filled: from which token, up to which, its name, its value."""


def _caught(match: re.Match[str], rule: Rule, tokens: Tokens, lexicon: Lexicon) -> list[Caught]:
    caught = []
    for group, slot in rule.pattern.slots.items():
        first, last = match.span(group)
        if first >= 0:
            caught.append((first, last, slot, lexicon.value(slot, tokens, first, last)))
    return caught


def _slots(tokens: Tokens, first: int, last: int, caught: Sequence[Caught]) -> Slots:
    inside = [(slot, value) for a, b, slot, value in caught if first <= a and b <= last]
    beside = [(slot, value) for a, b, slot, value in caught if not (first <= a and b <= last)]
    return Slots(tokens.words(first, last), inside, beside)
