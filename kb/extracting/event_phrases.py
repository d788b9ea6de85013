"""The noun phrases of a sentence that may take part in an event, named or not: "two plants", "50 tanks".

A mention that stands at the head of a phrase is taken as it is; one that only modifies ("Norland tanks")
gives way to the whole. Words of time, event nouns and the idioms of prepositions take part in nothing.
Without a parse a phrase is a run of words that go before a noun, with what "of" ties to it.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from kb.extracting.descriptions import kind_of
from kb.extracting.event_tree import PARTS_OF_NAMES, Tree
from kb.extracting.event_words import NOMINAL, OWNERS, EventWords
from kb.extracting.gazetteer import load_gazetteer
from kb.model import Entity, EntityKind, Mention, Sentence, Span, TimeExpression, Token
from kb.ontology import mint_key, slug

LEADING = frozenset({"DET", "ADJ", "NUM", "SYM"})
SCORE = re.compile(r"\d{1,3}(?:[-–]|to)\d{1,3}")
CURRENCY = frozenset("$€£¥")
HEADS = frozenset({"NOUN", "PROPN", "NUM", "SYM", "PRON"})
PARTS = PARTS_OF_NAMES | {"nummod", "discourse"}
WITHIN = ("det", "amod", "nummod", "compound", "flat", "fixed", "nmod", "advmod", "goeswith")
PHRASE = "phrase"
"""The rule of a mention that is only a noun phrase."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` up to, not including, `last`, and the one that heads them."""

    first: int
    last: int
    head: int


def find_actors(
    text: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    found: Sequence[Phrase],
    barred: Set[int],
    words: EventWords,
) -> tuple[Mention, ...]:
    """The mentions and the phrases that hold none at their head, in order, none within another.

    `found` are the noun phrases of the sentence, `barred` the tokens of idioms and of words of time.
    """
    tokens = sentence.tokens
    phrases = [_without_tail(tokens, p, barred) for p in found if _takes_part(tokens, p, barred, words)]
    headed = {p for p in phrases if any(m.span.overlaps(tokens[p.head].span) for m in mentions)}
    own = [_titled(text, sentence, p, mentions, words) for p in phrases if p not in headed]
    kept = [
        m for m in mentions if not (_is_barred(tokens, m, barred) or any(o.span.covers(m.span) for o in own))
    ]
    return tuple(sorted((*kept, *own), key=lambda mention: mention.span))


def _is_barred(tokens: Sequence[Token], mention: Mention, barred: Set[int]) -> bool:
    """Whether it is of the words of time, or a common noun taken for a body belongs to an idiom: "ten people
    on board"."""
    held = [i for i, token in enumerate(tokens) if mention.span.covers(token.span)]
    if held and all(i in barred and tokens[i].pos == "PROPN" for i in held):
        return True  # "on New Year's | Eve"
    within = [i for i in held if i in barred and tokens[i].pos == "NOUN"]
    beside = (tokens[k].span for i in within for k in (i - 1, i + 1) if 0 <= k < len(tokens))
    return len(within) == 1 and not any(mention.span.covers(span) for span in beside)


def _without_tail(tokens: Sequence[Token], phrase: Phrase, barred: Set[int]) -> Phrase:
    """The phrase without words of time and idioms at its end: "20,000 roubles | on Monday"."""
    last = phrase.last
    while last - 1 > phrase.head and (
        last - 1 in barred or (last in barred and tokens[last - 1].pos == "ADP")
    ):
        last -= 1
    return phrase if last == phrase.last else Phrase(phrase.first, last, phrase.head)


def find_deeds(
    text: str, sentence: Sentence, found: Sequence[Phrase], barred: Set[int], words: EventWords
) -> tuple[Mention, ...]:
    """The noun phrases that a deed heads ("the treaty"): what something may be done to all the same."""
    deeds = (p for p in found if p.head not in barred and _is_deed(sentence.tokens[p.head], words))
    return tuple(_mention(text, sentence, p, words) for p in deeds)


def _titled(
    text: str, sentence: Sentence, phrase: Phrase, mentions: Sequence[Mention], words: EventWords
) -> Mention:
    """The phrase; one that ends in a name behind a title ("Mayor Ann Roe") is that name with its title."""
    tokens = sentence.tokens
    whole = Span(tokens[phrase.first].span.start, tokens[phrase.last - 1].span.end)
    named = (m for m in mentions if m.span.end == whole.end and m.span.start > tokens[phrase.head].span.start)
    name = next((m for m in named if tokens[phrase.head + 1].span.start == m.span.start), None)
    return replace(name, span=whole) if name else _mention(text, sentence, phrase, words)


def find_phrases(tokens: Sequence[Token], words: EventWords) -> Iterator[Phrase]:
    """The noun phrases, left to right, "of" with what it ties included."""
    index = 0
    while index < len(tokens):
        phrase = _run(tokens, index, words)
        if phrase is None:
            index += 1
            continue
        yield _tied(tokens, phrase, words)
        index = phrase.last


def _run(tokens: Sequence[Token], first: int, words: EventWords) -> Phrase | None:
    """The phrase that begins at the token: a pronoun, or modifiers with a noun."""
    if tokens[first].pos == "PRON" and words.has("personal", tokens[first]):
        return Phrase(first, first + 1, first)
    last, head = first, None
    while last < len(tokens) and _goes_on(tokens, first, last, words):
        head = last if tokens[last].pos in NOMINAL else head
        last += 1
    if head is None:
        return _amount(tokens, first, last)
    return Phrase(first, head + 1, head)


def _goes_on(tokens: Sequence[Token], first: int, index: int, words: EventWords) -> bool:
    """Whether the token goes on with the phrase that began at `first`."""
    token, before = tokens[index], tokens[index - 1] if index > first else None
    if token.pos in NOMINAL:
        return True
    if token.text in OWNERS:
        return before is not None and before.pos in NOMINAL
    if before is not None and before.pos in NOMINAL:
        return token.pos == "NUM" and before.pos == "PROPN"
    if token.pos in LEADING or token.text in CURRENCY or words.has("possessives", token):
        return token.pos != "DET" or before is None or before.pos == "DET"
    participle = token.pos == "VERB" and token.text.endswith(("ed", "ing")) and before is not None
    return participle and before is not None and before.pos in {"DET", "ADJ", "NUM"}


def _amount(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """An amount without a noun: "$13.4 billion", "one (of them)"."""
    numbers = [index for index in range(first, last) if tokens[index].pos == "NUM"]
    money = any(token.text[:1] in CURRENCY for token in tokens[first:last])
    parts = last < len(tokens) and tokens[last].text == "of"
    return Phrase(first, last, numbers[-1]) if numbers and (money or parts) else None


def _tied(tokens: Sequence[Token], phrase: Phrase, words: EventWords) -> Phrase:
    """The phrase with what "of" ties to it: "the last fighters of the opposition"."""
    if phrase.last + 1 >= len(tokens) or tokens[phrase.last].text != "of":
        return phrase
    tie = _run(tokens, phrase.last + 1, words)
    return Phrase(phrase.first, _tied(tokens, tie, words).last, phrase.head) if tie else phrase


def parsed_phrases(tree: Tree, words: EventWords) -> Iterator[Phrase]:
    """The noun phrases of a parse, outermost first; what a deed governs stands apart."""
    taken: set[int] = set()
    heads = [i for i, token in enumerate(tree.tokens) if _heads_phrase(tree, i, token, words)]
    for head in sorted(heads, key=tree.depth):
        if head not in taken:
            inside = _inside(tree, head)
            taken.update(() if _is_deed(tree.tokens[head], words) else inside)
            yield Phrase(_behind_opener(tree, min(inside), head, words), max(inside) + 1, head)


def phrase_headed_by(text: str, sentence: Sentence, tree: Tree, head: int, words: EventWords) -> Mention:
    """The mention of the noun phrase that a token heads, wherever it stands."""
    inside = _inside(tree, head)
    phrase = Phrase(_behind_opener(tree, min(inside), head, words), max(inside) + 1, head)
    return _mention(text, sentence, phrase, words)


def _behind_opener(tree: Tree, first: int, head: int, words: EventWords) -> int:
    """Where the phrase begins behind what opens its clause: "in which | guards", "when | a jet"."""
    openers = [i for i in range(first, min(first + 2, head)) if _opens_clause(tree.tokens[i], words)]
    return openers[-1] + 1 if openers else first


def _opens_clause(token: Token, words: EventWords) -> bool:
    led = words.has("relatives", token) or words.has("subordinators", token)
    return led and not words.has("possessives", token) and token.text.casefold() not in {"that", "as"}


def _heads_phrase(tree: Tree, index: int, token: Token, words: EventWords) -> bool:
    if token.pos not in HEADS:
        return False
    head, relation = tree.head(index), tree.relation(index).split(":")[0]
    if relation == "compound" and head is not None and _is_deed(tree.tokens[head], words):
        return token.pos in {"NOUN", "PROPN"}
    if relation in PARTS:
        return False
    if token.pos == "PRON" and tree.relation(index) == "nmod:poss":
        return head is not None and _is_deed(tree.tokens[head], words)
    if token.pos == "PRON":
        return words.has("personal", token)
    return True


def _inside(tree: Tree, head: int) -> set[int]:
    """The tokens of the phrase: modifiers, and what prepositions tie to it; no clause, nothing joined."""
    inside = {head}
    for kid in tree.kids(head, *WITHIN):
        if kid > head and tree.tokens[min(tree.all_below(kid))].text == ",":
            continue  # "the bridge, closed since May, reopened"
        inside |= set(tree.all_below(kid)) if tree.relation(kid) != "nmod" else _tied_by(tree, kid)
    for kid in tree.kids(head, "conj"):
        inside |= _tied_by(tree, kid, "cc") if _is_bare(tree, kid) and _is_bare(tree, head, "") else set()
    return _unbroken(inside, head)


def _is_bare(tree: Tree, noun: int, *but: str) -> bool:
    """Whether a common noun has nothing that makes it stand for itself: "men and boys"."""
    return tree.tokens[noun].pos == "NOUN" and (bool(but) or not tree.has(noun, "det", "nummod", "nmod:poss"))


def _tied_by(tree: Tree, noun: int, by: str = "case") -> set[int]:
    """A noun behind a preposition or conjunction, with it."""
    return _inside(tree, noun) | {i for k in tree.kids(noun, by) for i in tree.all_below(k)}


def _unbroken(inside: set[int], head: int) -> set[int]:
    """The run of tokens around the head."""
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return set(range(first, last + 1))


# ------------------------------------------------------------------------------------ what takes part


def places_of(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> set[int]:
    """The tokens that are words of time."""
    spans = [(time.span.start, time.span.end) for time in times]
    return {
        index
        for start, end in spans
        for index, token in enumerate(tokens)
        if start < token.span.end and token.span.start < end
    }


def _takes_part(tokens: Sequence[Token], phrase: Phrase, barred: Set[int], words: EventWords) -> bool:
    """Whether the head may be somebody or something: no time, no deed, no part of an idiom."""
    head = tokens[phrase.head]
    deed = _is_deed(head, words) and not is_designated(tokens, phrase.head, words)
    score = SCORE.fullmatch("".join(token.text for token in tokens[phrase.first : phrase.last]))
    return phrase.head not in barred and not (deed or score) and not words.has("no_parts", head)


def is_designated(tokens: Sequence[Token], noun: int, words: EventWords) -> bool:
    """Whether a number makes the noun what something is called: "flight MS804 crashed" tells of no flight."""
    behind = tokens[noun + 1 : noun + 2]
    coded = any(char.isdigit() for token in behind for char in token.text)
    return coded and behind[0].head in (noun, None) and words.has("designated", tokens[noun])


def _is_deed(head: Token, words: EventWords) -> bool:
    return words.has("deeds", head) or words.is_kind(head)


def _mention(text: str, sentence: Sentence, phrase: Phrase, words: EventWords) -> Mention:
    tokens = sentence.tokens
    span = Span(tokens[phrase.first].span.start, tokens[phrase.last - 1].span.end)
    name = " ".join(span.of(text).split())
    key = f"{slug(name)[:60]}-{mint_key('phrase', text, sentence, span)[-6:]}"
    entity = Entity(key, name, _kind(tokens[phrase.head], words), unnamed=True, description=name)
    return Mention(span=span, rule=PHRASE, confidence=0.5, entity=entity)


def _kind(head: Token, words: EventWords) -> EntityKind:
    if words.has("places", head):
        return EntityKind.PLACE
    return kind_of(head, load_gazetteer(words.code)) or EntityKind.THING
