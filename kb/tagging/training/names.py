"""Names of people, bodies and places in GUM, from the brackets that mark its mentions.

A mention counts as a name when the word it hangs together by is a proper noun; the name is the run of
capitals around that word, without article, title and what follows a comma ("the mayor of Lund, Eva Ek"
holds two). A name within a name is none. Kinds are PER, ORG and LOC, as in Universal NER.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.languages import load_language
from kb.tagging.training.treebank import Row, Rows

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"Entity=([^|]+)")
BRACKET = re.compile(r"\((?P<opened>[^()]*)(?P<alone>\))?|(?P<closed>[^()]+)\)")
JOINING = frozenset({"of", "the", "for", "on", "de", "von", "van", "al", "-"})
PEOPLE = load_language("en").grammar["people"]
TITLES = frozenset(PEOPLE["titles"].lower().split()) | frozenset(PEOPLE["roles"].split())


def with_names(rows: Rows) -> Rows:
    """The sentence with the IOB2 labels of its names."""
    return tuple(replace(row, name=label) for row, label in zip(rows, name_labels(rows), strict=True))


def name_labels(rows: Rows) -> list[str]:
    """IOB2 labels of the names in a sentence."""
    labels = ["O"] * len(rows)
    for start, end, kind in sorted(_names(rows), key=lambda name: name[0] - name[1]):
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return labels


def _names(rows: Rows) -> Iterator[tuple[int, int, str]]:
    for start, end, kind in _mentions(rows):
        head = next((i for i in range(start, end) if not start <= rows[i].head < end), start)
        head = start if rows[start].head == start else head
        if kind in KINDS and rows[head].pos == "PROPN" and not _is_other(rows[head], kind):
            first, last = _extent(rows, start, end, head)
            yield (_after_title(rows, first, last) if kind == "person" else first), last, KINDS[kind]


def _is_other(head: Row, kind: str) -> bool:
    """A people ("Danes") or an office alone ("the President")."""
    return kind == "person" and ("Number=Plur" in head.features or _is_title(head))


def _is_title(row: Row) -> bool:
    return row.word.rstrip(".").lower() in TITLES


def _after_title(rows: Rows, first: int, last: int) -> int:
    """Where the name itself begins: behind the last title of the run, unless nothing is left."""
    return max((i + 1 for i in range(first, last - 1) if _is_title(rows[i])), default=first)


def _mentions(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """First token, end and kind of each mention that begins and ends in the sentence."""
    opened: list[tuple[str, int, str]] = []
    for index, row in enumerate(rows):
        field = ENTITY.search(row.misc)
        for match in BRACKET.finditer(field[1]) if field else ():
            if match["opened"] is None:
                mention = next((m for m in reversed(opened) if m[0] == match["closed"]), None)
                if mention:
                    opened.remove(mention)
                    yield mention[1], index + 1, mention[2]
                continue
            name, kind = match["opened"].split("-")[:2]
            if match["alone"]:
                yield index, index + 1, kind
            else:
                opened.append((name, index, kind))


def _extent(rows: Rows, start: int, end: int, head: int) -> tuple[int, int]:
    """The run of capitals around the head."""
    first, last = head, head + 1
    while last < end and (_is_capital(rows, last) or (_joins(rows, last) and last + 1 < end)):
        last += 1
    while first > start and (_is_capital(rows, first - 1) or _joins(rows, first - 1)):
        first -= 1
    while not _is_capital(rows, last - 1) and last - 1 > head:
        last -= 1
    while first < head and not _is_capital(rows, first):
        first += 1
    return first, last


def _is_capital(rows: Rows, index: int) -> bool:
    row = rows[index]
    return row.word[:1].isupper() and row.pos in ("PROPN", "ADJ", "NOUN", "VERB", "X", "NUM")


def _joins(rows: Rows, index: int) -> bool:
    """Whether a small word joins capitals: "of", or "of the"."""
    after = [row.word for row in rows[index + 1 : index + 3]]
    if rows[index].word not in JOINING or not after:
        return False
    return after[0][:1].isupper() or (after[0] == "the" and after[-1][:1].isupper())
