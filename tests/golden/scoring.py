"""Counting: what is found, and of what is found, what is right.

Gold and found are paired one to one, the most alike first. An aspect (the speaker, the date ...) is
right or wrong in each pair, and is counted against *all* that is gold and *all* that is found: who
finds half of the statements and gets every speaker right has half of the speakers.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kb.model import Span
from tests.golden.aspects import HAPPENINGS, MOMENTS, SAYINGS, Aspect, Fact, Kind, quoted, shared
from tests.golden.facts import Facts, Happening, Part
from tests.golden.tally import Scores, Tally


def score(gold: Facts, found: Facts) -> dict[str, Tally]:
    """Every measure of one article, by name ("statement", "statement speaker", ..., "event participants")."""
    pairs = pair(gold.happenings, found.happenings, HAPPENINGS.likeness)
    return {
        **judge(SAYINGS, gold.sayings, found.sayings, gold.text),
        **judge(HAPPENINGS, gold.happenings, found.happenings, gold.text),
        "event participants": judge_participants(pairs, gold.happenings, found.happenings, gold.text),
        **judge(MOMENTS, gold.moments, found.moments, gold.text),
    }


def total(scores: Iterable[Scores]) -> dict[str, Tally]:
    """The sum over articles (micro average)."""
    sums: dict[str, Tally] = {}
    for of_one in scores:
        for name, tally in of_one.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


def pair(
    gold: Sequence[Fact], found: Sequence[Fact], likeness: Callable[[Fact, Fact], float]
) -> list[tuple[Fact, Fact]]:
    """Gold and found facts that belong together, each at most once, the most alike first."""
    candidates = [(likeness(a, b), -i, -j) for i, a in enumerate(gold) for j, b in enumerate(found)]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for alike, i, j in sorted(candidates, reverse=True):
        if alike > 0 and -i not in taken_gold and -j not in taken_found:
            taken_gold.add(-i)
            taken_found.add(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def judge(kind: Kind[Fact], gold: Sequence[Fact], found: Sequence[Fact], text: str) -> dict[str, Tally]:
    """What is found of one kind of fact, and each aspect of it."""
    pairs = pair(gold, found, kind.likeness)
    detected = Tally(len(pairs), len(found), len(gold), tuple(_unpaired(kind, gold, found, pairs, text)))
    aspects = {
        f"{kind.name} {aspect.name}": _judge_aspect(kind, aspect, pairs, text) for aspect in kind.aspects
    }
    against_all = Tally(0, len(found), len(gold))
    return {kind.name: detected} | {name: tally + against_all for name, tally in aspects.items()}


def _judge_aspect(
    kind: Kind[Fact], aspect: Aspect[Fact], pairs: Sequence[tuple[Fact, Fact]], text: str
) -> Tally:
    wrong = [(a, b) for a, b in pairs if not aspect.same(a, b)]
    misses = (
        f"{_where(kind.place(a), text)}: {aspect.told(a, text)!r}, found {aspect.told(b, text)!r}"
        for a, b in wrong
    )
    return Tally(len(pairs) - len(wrong), misses=tuple(misses))


def _unpaired(
    kind: Kind[Fact],
    gold: Sequence[Fact],
    found: Sequence[Fact],
    pairs: Sequence[tuple[Fact, Fact]],
    text: str,
) -> Iterator[str]:
    paired = {id(fact) for both in pairs for fact in both}
    yield from (f"missed   {_where(kind.place(fact), text)}" for fact in gold if id(fact) not in paired)
    yield from (f"spurious {_where(kind.place(fact), text)}" for fact in found if id(fact) not in paired)


def _where(span: Span, text: str) -> str:
    """The words in some context, marked."""
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
    return " ".join(f"…{before}[{span.of(text)}]{after}…".split())


def judge_participants(
    pairs: Sequence[tuple[Happening, Happening]],
    gold: Sequence[Happening],
    found: Sequence[Happening],
    text: str,
) -> Tally:
    """Participants in their role, by shared characters, over the events of both sides."""
    judged = [_judge_parts(a, b, text) for a, b in pairs]
    hits = sum(hit for hit, _ in judged)
    misses = tuple(miss for _, missed in judged for miss in missed)
    return Tally(hits, _count_parts(found), _count_parts(gold), misses)


def _count_parts(happenings: Iterable[Happening]) -> int:
    return sum(len(happening.participants) for happening in happenings)


def _judge_parts(gold: Happening, found: Happening, text: str) -> tuple[int, list[str]]:
    pairs = pair(gold.participants, found.participants, _alike_parts)
    met = {id(part) for both in pairs for part in both}
    wrong = [("missed  ", part) for part in gold.participants if id(part) not in met]
    wrong += [("spurious", part) for part in found.participants if id(part) not in met]
    where = _where(gold.trigger, text)
    return len(pairs), [f"{what} {role} {quoted([span], text)!r} of {where}" for what, (role, span) in wrong]


def _alike_parts(one: Part, other: Part) -> float:
    return shared([one[1]], [other[1]]) if one[0] == other[0] else 0.0
