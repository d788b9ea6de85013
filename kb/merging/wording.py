"""Names as rules compare them: without titles, legal forms and accents; the words for that are data.

They stand in `[grammar.merging]`, `[grammar.people]` and `[grammar.names]` of a language.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kb.languages import FOLDER, load_language
from kb.model import Bearer, EntityKind

OUTER = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that tell what in a name names."""

    titles: frozenset[str]
    forms: frozenset[str]
    little: frozenset[str]
    common: frozenset[str]
    generations: frozenset[str]
    given: frozenset[str]
    short: Mapping[str, frozenset[str]]
    tails: frozenset[str]
    known: Mapping[tuple[str, ...], tuple[str, ...]]
    territories: frozenset[str]


@cache
def load_wording(code: str = "en") -> Wording:
    """The wording of a language."""
    grammar = load_language(code).grammar
    people, names, own = grammar["people"], grammar["names"], grammar["merging"]
    return Wording(
        titles=_plain_set(f"{people['titles']} {people['roles']} {people['modifiers']}"),
        forms=_plain_set(own["legal_forms"]),
        little=_plain_set(own["little"]),
        common=_plain_set(f"{own['common']} {people['bodies']} {people['groups']}"),
        generations=_plain_set(own["generations"]),
        given=_plain_set(f"{names['he']} {names['she']}"),
        short=_wholes(own["short"]),
        tails=_plain_set(f"{names['ends_of_firms']} {people['bodies']} {own['tails']}"),
        known=_known(own["known"]),
        territories=_territories(code),
    )


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name: no case, no accents, no stops, no possessive endings."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = (OUTER.sub("", word).removesuffix("'s").replace(".", "") for word in plain.split())
    return tuple(word for word in words if word)


def core_of(bearer: Bearer, wording: Wording) -> tuple[str, ...]:
    """What is left of a name without its article, titles before it (a person's) and legal forms behind it."""
    words = words_of(bearer.name)
    before = wording.titles | {"the"} if bearer.kind == EntityKind.PERSON else frozenset({"the"})
    while len(words) > 1 and words[0] in before:
        words = words[1:]
    while len(words) > 1 and words[-1] in wording.forms:
        words = words[:-1]
    return words


def initials_of(core: tuple[str, ...], wording: Wording) -> str:
    """The initials of a name of several words, in capitals, the little words left out; "" of one word."""
    telling = [word for word in core if word not in wording.little]
    return "".join(word[0] for word in telling).upper() if len(telling) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether a name may be made of initials."""
    plain = name.replace(".", "")
    return plain.isalpha() and plain.isupper() and 2 <= len(plain) <= 8


def _wholes(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The given names each short form may stand for."""
    pairs = [(short, whole) for whole, forms in table.items() for short in forms.split()]
    return {short: frozenset(whole for other, whole in pairs if other == short) for short, _ in pairs}


def _known(table: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of every name of a famous body, by itself, and the words of the one that stands for all."""
    return {words_of(name): words_of(whole) for whole, names in table.items() for name in (whole, *names)}


def _plain_set(words: str) -> frozenset[str]:
    return frozenset(words_of(words))


def _territories(code: str) -> frozenset[str]:
    """The names of the countries of the world, in lower case."""
    with (FOLDER / f"{code}.territories.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for row in rows for name in (row["name"], *row["also"].split("|")) if name]
    return frozenset(" ".join(words_of(name)) for name in names)
