"""The words of office beside a name: "Foreign Minister X", "X, a lawyer from Leeds,", "the mayor, X,"."""

from collections.abc import Sequence

from kb.extracting.gazetteer import Gazetteer, words
from kb.extracting.phrases import INSIDE, head_of, phrase_end
from kb.model import Token

LONGEST = 14
JOINING = frozenset({"of", "for", "in", "at", "to", "and", "with"})
ENDS = frozenset({",", ".", ";", ")", "—"})
Range = tuple[int, int]


def find_office(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Range | None:
    """The tokens that tell the office of the one named by tokens `start` up to `end`."""
    return (
        office_before(tokens, start, gazetteer)
        or office_behind(tokens, end, gazetteer)
        or office_apposed(tokens, start, end, gazetteer)
    )


def office_before(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> Range | None:
    """A title right before a name."""
    begin = start
    if start and tokens[start - 1].text in ("of", "'s"):
        return None
    while begin > 0 and (
        tokens[begin - 1].pos in ("PROPN", "NOUN", "ADJ") or tokens[begin - 1].text in ("'s", "of")
    ):
        begin -= 1
    return (begin, start) if any(gazetteer.is_title(token) for token in tokens[begin:start]) else None


def office_behind(tokens: Sequence[Token], end: int, gazetteer: Gazetteer) -> Range | None:
    """An apposition with a role at its head, or an age, behind a name and a comma."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    if tokens[end + 1].pos == "NUM" and end + 2 < len(tokens) and tokens[end + 2].text == ",":
        return end + 1, end + 2
    stop = next((k for k in range(end + 1, len(tokens)) if _stops(tokens[k])), len(tokens))
    base = phrase_end(tokens, end + 1)
    is_office = end + 1 < base <= stop and _is_role(tokens[head_of(tokens, end + 1, base)], gazetteer)
    return (end + 1, stop) if is_office else None


def office_apposed(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> Range | None:
    """A description with a role at its head before a name that commas enclose."""
    enclosed = (
        start > 1 and tokens[start - 1].text == "," and (end >= len(tokens) or tokens[end].text in ENDS)
    )
    if not enclosed:
        return None
    begin = start - 1
    while begin > 0 and start - begin < LONGEST and _is_inside(tokens[begin - 1]):
        begin -= 1
    while begin < start - 1 and tokens[begin].pos in ("ADP", "CCONJ"):
        begin += 1
    base = phrase_end(tokens, begin)
    is_office = begin < base < start and _is_role(tokens[head_of(tokens, begin, base)], gazetteer)
    return (begin, start - 1) if is_office else None


def belonging(tokens: Sequence[Token], office: Range, gazetteer: Gazetteer) -> str | None:
    """The body, else the country, that words of office name."""
    start, end = office
    for index in range(end - 1, start - 1, -1):
        if gazetteer.is_body(tokens[index]):
            return words(tokens, _run_start(tokens, start, index), index + 1)
    for begin in range(start, end):
        for stop in range(end, begin, -1):
            text = words(tokens, begin, stop)
            territory = gazetteer.territories.get(text) or gazetteer.demonyms.get(text)
            if territory is not None:
                return territory.name
    return None


def _run_start(tokens: Sequence[Token], start: int, index: int) -> int:
    while index > start and tokens[index - 1].text[0].isupper():
        index -= 1
    return index


def _is_role(token: Token, gazetteer: Gazetteer) -> bool:
    return token.text.lower() in gazetteer.people.roles


def _stops(token: Token) -> bool:
    return (
        token.text in (",", ".", ";", ":")
        or token.pos in ("VERB", "AUX")
        or token.text.lower() in ("who", "which")
    )


def _is_inside(token: Token) -> bool:
    return token.pos in INSIDE or token.text in JOINING or token.text == "'s"
