"""Noun phrases, without a parser: runs of tokens that belong together.

A sentence is looked at as a list of items: its tokens, with every quotation folded into a single item
of part of speech `QUOTE` (its lemma is the mark it ends with), so that the narration around
quotations reads as one clause.
"""

from collections.abc import Sequence
from functools import lru_cache

from kb.extracting.clause_words import AMOUNTS, ARTICLES, POSSESSIVE, QUANTITIES
from kb.extracting.ordered import Same
from kb.extracting.quotations import Quotation, Quotations
from kb.extracting.trees import rehung
from kb.model import Sentence, Span, Token

QUOTE = "QUOTE"
NOMINAL = frozenset({"NOUN", "PROPN"})
DASHES = frozenset({"-", "–", "—", "--"})
IN_DATELINES = frozenset({"PROPN", "NUM", "PUNCT", "ADP", "SYM"})
LONGEST_DATELINE = 12
INNER = QUANTITIES | AMOUNTS  # within such a phrase, and not all at its head
LONGEST_QUANTITY = 4  # "as many as 30"
KEPT = 1024  # sentences: those of a long article
INSIDE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM"})
OPENING = POSSESSIVE | QUANTITIES | DASHES | {"as"}
"""Words that open a noun phrase whatever they are tagged as."""


def fold(sentence: Sentence, quotations: Quotations) -> Sequence[Token]:
    """The items of a sentence: tokens, and one `QUOTE` item for each quotation that touches it.

    The last are kept: who speaks, what is said and what is thought are looked for in the same ones.
    """
    return _items(Same(sentence), Same(quotations))


@lru_cache(maxsize=KEPT)
def _items(kept: Same[Sentence], marked: Same[Quotations]) -> Sequence[Token]:
    sentence, quotations = kept.thing, marked.thing
    near = quotations.touching(sentence.span)
    if not near:
        return rehung(sentence.tokens, sentence.tokens, [[number] for number in range(len(sentence.tokens))])
    items: list[Token] = []
    groups: list[list[int]] = []
    for number, token in enumerate(sentence.tokens):
        quotation = next((q for q in near if q.span.covers(token.span)), None)
        if quotation is not None and items and items[-1].span == quotation.span:
            groups[-1].append(number)
            continue
        items.append(token if quotation is None else _folded(quotation))
        groups.append([number])
    return rehung(items, sentence.tokens, groups)


def _folded(quotation: Quotation) -> Token:
    return Token(quotation.span, QUOTE, quotation.last_mark, QUOTE)


def phrase_end(items: Sequence[Token], start: int) -> int:
    """Where the base noun phrase that begins at `start` ends (excluded); `start` itself when none begins."""
    first = items[start] if start < len(items) else None
    if first is None or _is_outcome(items, start):
        return start
    if first.pos == "PRON" and (first.text.lower() not in POSSESSIVE or not _opens_phrase(items, start + 1)):
        return start + 1
    if first.pos not in INSIDE and first.text.lower() not in OPENING:
        return start
    index, seen = quantity_end(items, start), False
    while index < len(items) and _continues(items, index, start, seen):
        seen = seen or items[index].pos in NOMINAL
        index += 1
    return index if seen or (index > start and items[index - 1].pos in ("NUM", "DET", "ADJ")) else start


def _is_outcome(items: Sequence[Token], index: int) -> bool:
    """ "shot dead two men": the adjective tells what came of it, and the phrase begins with the number."""
    if items[index].pos != "ADJ" or index == 0 or items[index - 1].pos != "VERB":
        return False
    counted = quantity_end(items, index + 1)
    return counted < len(items) and items[counted].pos == "NUM" and not quantity_end(items, index) > index


def _is_day(item: Token) -> bool:
    return item.pos == "PROPN" and item.text.lower().endswith("day")


def _is_opening(item: Token, behind: Token) -> bool:
    """Whether the two words are phrases of their own: "on Monday | Deputy Minister X said" and, by the parse,
    "in Paris | protesters burned cars"."""
    placed = item.relation == "obl" and (behind.relation or "").startswith("nsubj")
    return (behind.pos == "PROPN" and _is_day(item)) or (placed and item.head == behind.head)


def _opens_phrase(items: Sequence[Token], index: int) -> bool:
    return index < len(items) and items[index].pos in INSIDE


def _continues(items: Sequence[Token], index: int, start: int, seen: bool) -> bool:
    token = items[index]
    low = token.text.lower()
    if token.pos == "PART" and low in ("'s", "'"):
        return seen
    owned = index > start and items[index - 1].pos == "PART"
    if seen and _is_opening(items[index - 1], token):
        return False
    if seen and not owned and (token.pos == "DET" or low in POSSESSIVE):
        return False
    if low in ARTICLES and index > start and items[index - 1].pos == "NUM":  # "in 1979 the regime fell"
        return False
    if seen and token.pos == "NUM":  # "Resolution 1441", but not "told reporters 40 people ..."
        return index + 1 >= len(items) or items[index + 1].pos not in INSIDE
    if token.pos == "ADJ" and seen and items[index - 1].pos == "NOUN":  # "an official familiar with it"
        return index + 1 < len(items) and items[index + 1].pos in NOMINAL
    if token.pos in INSIDE or low in POSSESSIVE or _is_hyphen(items, index):
        return True
    return not seen and index > start and (low in QUANTITIES or token.pos == "ADV") and index + 1 < len(items)


def _is_hyphen(items: Sequence[Token], index: int) -> bool:
    """Whether a hyphen ties two words, without blanks: "the 44-year-old senator"."""
    if items[index].text not in DASHES or not 0 < index < len(items) - 1:
        return False
    before, after = items[index - 1], items[index + 1]
    tied = before.span.end == items[index].span.start and items[index].span.end == after.span.start
    return tied and after.pos in INSIDE and before.pos == "NUM"


def quantity_end(items: Sequence[Token], start: int) -> int:
    """The number after "more than", "up to", "as many as", "nearly"; `start` when there is none."""
    first = _low(items, start)
    if first not in QUANTITIES and not (first == "as" and _low(items, start + 1) in AMOUNTS):
        return start
    for index in range(start + 1, min(start + LONGEST_QUANTITY, len(items))):
        if items[index].pos == "NUM":
            return index
        if items[index].text.lower() not in INNER:
            break
    return start


def _low(items: Sequence[Token], index: int) -> str:
    return items[index].text.lower() if index < len(items) else ""


def head_of(items: Sequence[Token], start: int, end: int) -> int:
    """The index of the head of a base noun phrase: its last noun or name but an owner, else its last word."""
    for index in range(end - 1, start - 1, -1):
        owns = index + 1 < end and items[index + 1].pos == "PART"
        if items[index].pos in NOMINAL and not owns:
            return index
    return max(start, end - 1)


def phrase_start(items: Sequence[Token], end: int) -> int:
    """Where the base noun phrase that ends at `end` (excluded) begins; `end` when none ends there."""
    index = end
    while index > 0 and (items[index - 1].pos in INSIDE or _links(items, index - 1)):
        index -= 1
        if items[index].pos == "DET" or (items[index].text.lower() in POSSESSIVE):
            break
    return index


def _links(items: Sequence[Token], index: int) -> bool:
    token = items[index]
    return (token.pos == "PART" and token.text in ("'s", "'")) or token.text.lower() in POSSESSIVE


def full_end(items: Sequence[Token], start: int, limit: int) -> int:
    """Where the phrase that begins at `start` ends with the "of", "in" and "and" phrases that follow it."""
    end = phrase_end(items, start)
    while end < limit and (items[end].pos == "ADP" or items[end].text.lower() in ("and", "or", "&")):
        if quantity_end(items, end) > end:  # "according to the ministry over 300 people"
            break
        after = phrase_end(items, end + 1)
        if after == end + 1 or after > limit:
            break
        end = after
    return end


def joined_end(items: Sequence[Token], start: int, limit: int) -> int:
    """Where phrases joined by commas and "and" end, if there are at least two; else `start`."""
    end, joined = phrase_end(items, start), False
    while start < end < limit and items[end].text.lower() in ("and", "&", ","):
        after = phrase_end(items, end + 1)
        if after == end + 1 or after > limit:
            break
        joined = joined or items[end].text != ","
        end = after
    return end if joined else start


def span_of(items: Sequence[Token], start: int, end: int) -> Span:
    """The characters of items `start` up to, not including, `end`."""
    return Span(items[start].span.start, items[end - 1].span.end)


def dateline_end(items: Sequence[Token]) -> int:
    """The index after "LIMA, May 3 (Agency) -" at the beginning of a sentence; 0 when there is none."""
    for index, item in enumerate(items[:LONGEST_DATELINE]):
        if item.text in DASHES:
            return index + 1 if index and (items[0].text.isupper() or items[0].text == "(") else 0
        if item.pos not in IN_DATELINES and not item.text.isupper():
            break
    return 0


def is_behind_article(items: Sequence[Token], index: int) -> bool:
    """ "a warning came", "the reply was short": no verb, whatever its tag."""
    before = items[index - 1] if index else None
    return before is not None and before.pos == "DET" and before.text.lower() in ARTICLES


def is_finite(items: Sequence[Token], index: int) -> bool:
    """Whether an item may be the finite verb of a clause."""
    token = items[index]
    if token.pos == "AUX":
        return token.text.lower() not in ("be", "been", "being", "having")
    if token.pos != "VERB" or token.text.lower().endswith("ing") or is_behind_article(items, index):
        return False
    return index == 0 or items[index - 1].text.lower() != "to"
