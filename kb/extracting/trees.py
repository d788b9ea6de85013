"""Walking a parse: the items of a sentence by head and relation (Universal Dependencies).

Items fold quotations into one each (`phrases.fold`), so heads are counted anew here. Without a parser
heads are None, and everything here finds nothing: the rules of word order then decide.
"""

from collections.abc import Iterable, Iterator, Sequence

from kb.model import Token

Range = tuple[int, int]


def rehung(items: Sequence[Token], tokens: Sequence[Token], groups: Sequence[Sequence[int]]) -> list[Token]:
    """Items with heads that count items: item number n holds the tokens `groups[n]` of the sentence.

    What hung on a token of a quotation hangs on the quotation; a head outside makes an item a root.
    """
    place = {number: index for index, group in enumerate(groups) for number in group}
    return [
        _hung(item, index, group, tokens, place)
        for index, (item, group) in enumerate(zip(items, groups, strict=True))
    ]


def _hung(
    item: Token, index: int, group: Sequence[int], tokens: Sequence[Token], place: dict[int, int]
) -> Token:
    for number in group:
        head, relation = tokens[number].head, tokens[number].relation
        if head is None:
            return _hanging(item, None, None)
        if head == number or head not in place:
            return _hanging(item, index, "root")
        if place[head] != index:
            return _hanging(item, place[head], relation)
    return _hanging(item, index, "root")


def _hanging(item: Token, head: int | None, relation: str | None) -> Token:
    """The item itself where it hangs so already, as most do."""
    same = item.head == head and item.relation == relation
    return item if same else Token(item.span, item.text, item.lemma, item.pos, head, relation, item.entity)


def is_parsed(items: Sequence[Token], index: int) -> bool:
    """Whether a parser has seen the item."""
    return items[index].head is not None


def relation_of(item: Token) -> str:
    """The relation without its subtype: "nsubj" of "nsubj:pass"; the empty string without a parser."""
    return (item.relation or "").split(":")[0]


def children(items: Sequence[Token], head: int, relations: Iterable[str]) -> Iterator[int]:
    """What hangs on an item by one of the relations (with or without subtype), in order."""
    wanted = frozenset(relations)
    for index, item in enumerate(items):
        if item.head == head and index != head and (item.relation in wanted or relation_of(item) in wanted):
            yield index


def has_child(items: Sequence[Token], head: int, relations: Iterable[str]) -> bool:
    """Whether anything hangs on an item by one of the relations."""
    return next(children(items, head, relations), None) is not None


def subtree(items: Sequence[Token], head: int, without: Iterable[int] = ()) -> frozenset[int]:
    """An item with all that hangs on it, but for the items in `without` and what hangs on those."""
    barred, found, fresh = frozenset(without), {head}, [head]
    while fresh:
        fresh = [
            index
            for index, item in enumerate(items)
            if item.head in fresh and index not in found and index not in barred
        ]
        found.update(fresh)
    return frozenset(found)


def runs(numbers: Iterable[int], items: Sequence[Token]) -> tuple[Range, ...]:
    """The stretches that items make up, over the marks between them, without marks at either end."""
    ordered = sorted(number for number in numbers if items[number].pos != "PUNCT")
    stretches: list[Range] = []
    for number in ordered:
        end = stretches[-1][1] if stretches else -1
        if stretches and all(items[k].pos == "PUNCT" for k in range(end, number)):
            stretches[-1] = (stretches[-1][0], number + 1)
        else:
            stretches.append((number, number + 1))
    return tuple(stretches)
