"""The parts of people's names, and whether two may be those of one person."""

from dataclasses import dataclass

from kb.merging.wording import Wording, core_of
from kb.model import Bearer


@dataclass(frozen=True, slots=True)
class PersonName:
    """First name, names between, surname, and what tells father from son; "" for what is not told."""

    first: str
    middle: tuple[str, ...]
    last: str
    generation: str


def person_name(bearer: Bearer, wording: Wording) -> PersonName:
    """The parts of a name whose surname comes last; a single word is a surname."""
    core = core_of(bearer, wording)
    generation = core[-1] if core[-1] in wording.generations and len(core) > 1 else ""
    words = core[:-1] if generation else core
    last = words[-1].removeprefix("al-").removeprefix("el-")
    return PersonName(words[0] if len(words) > 1 else "", words[1:-1], last, generation)


def could_be_one(one: PersonName, other: PersonName, wording: Wording) -> bool:
    """Whether no part of the one name contradicts the other."""
    return (
        one.last == other.last
        and one.generation == other.generation
        and first_names_agree(one.first, other.first, wording)
        and _middles_agree(one.middle, other.middle)
    )


def first_names_agree(one: str, other: str, wording: Wording) -> bool:
    """Whether two first names are the same, a name and its initial or short form, or one is not told."""
    if not one or not other or one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return bool(_wholes(one, wording) & _wholes(other, wording))


def _wholes(first: str, wording: Wording) -> frozenset[str]:
    return wording.short.get(first, frozenset()) | {first}


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    pairs = zip(one, other, strict=False)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
