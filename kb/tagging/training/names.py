"""Names of people, bodies and places: in GUM from the brackets that mark its mentions, in EWT from lists.

A mention counts as a name when the word it hangs together by is a proper noun; the name is the run of
capitals around that word, without article, title and what follows a comma ("the mayor of Lund, Eva Ek"
holds two). A name within a name is none. EWT marks no mentions; there a run of proper nouns is a name when
the lists of the language tell its kind (a given name, a territory, the word for a body), and nothing is
said of any other. Kinds are PER, ORG and LOC, as in Universal NER.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kb.languages import FOLDER, load_language
from kb.tagging.training.treebank import Row, Rows

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"Entity=([^|]+)")
BRACKET = re.compile(r"\((?P<opened>[^()]*)(?P<alone>\))?|(?P<closed>[^()]+)\)")
JOINING = frozenset({"of", "the", "for", "on", "de", "von", "van", "al", "-"})
GRAMMAR = load_language("en").grammar
GIVEN = frozenset(f"{GRAMMAR['names']['he']} {GRAMMAR['names']['she']}".split())
BODIES = frozenset(GRAMMAR["people"]["bodies"].split())
PEOPLE = GRAMMAR["people"]
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
    for start, end, kind in mentions(rows):
        head = next(
            (i for i in range(start, end) if rows[i].head == i or not start <= rows[i].head < end), start
        )
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


def mentions(rows: Rows) -> Iterator[tuple[int, int, str]]:
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


def with_listed_names(rows: Rows) -> Rows:
    """The sentence with labels for the names that lists know, O outside of names, nothing on the others."""
    labels = ["" if row.pos == "PROPN" else "O" for row in rows]
    for start, end in _runs(rows):
        kind = _listed_kind([row.word for row in rows[start:end]])
        if kind:
            labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tuple(replace(row, name=label) for row, label in zip(rows, labels, strict=True))


def _runs(rows: Rows) -> Iterator[tuple[int, int]]:
    """Stretches of proper nouns, titles left out."""
    start = 0
    for index in range(len(rows) + 1):
        if index == len(rows) or rows[index].pos != "PROPN" or _is_title(rows[index]):
            if index > start:
                yield start, index
            start = index + 1


def _listed_kind(words: list[str]) -> str:
    if " ".join(words) in _places():
        return "LOC"
    if words[-1].lower() in BODIES and len(words) > 1:
        return "ORG"
    return "PER" if words[0] in GIVEN and len(words) < 4 else ""


@cache
def _places() -> frozenset[str]:
    """The territories of the world, their other names and their capitals."""
    with (FOLDER / "en.territories.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(
        name for row in rows for name in (row["name"], row["capital"], *row["also"].split("|")) if name
    )
