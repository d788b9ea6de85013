"""Gold against found: strict and relaxed extents, type and value, each as a tally of its own."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kb.model import Span
from tests.dating_text import times_of
from tests.golden.tally import Scores, Tally

FOLDER = Path(__file__).parent
FLOORS = FOLDER.parent / "timex_floors.toml"
MEASURES = ("strict", "relaxed", "type", "value", "mod")


@dataclass(frozen=True)
class Timex:
    """Where a time expression stands, and what it is."""

    span: Span
    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True)
class Case:
    """A text with its expressions; `family` groups cases of a kind."""

    id: str
    family: str
    dct: str
    text: str
    gold: tuple[Timex, ...]

    def found(self) -> tuple[Timex, ...]:
        """What dating finds in it."""
        times = times_of(self.text, self.dct)
        return tuple(Timex(time.span, str(time.type), time.value, time.mod) for time in times)


@cache
def load_cases(name: str) -> tuple[Case, ...]:
    """The cases of `<name>.toml`."""
    rows = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"]
    return tuple(_case(row, name) for row in rows)


def file_names() -> list[str]:
    """The names of the files of cases."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def scores() -> Scores:
    """Every measure of every file."""
    return {measure: tally for name in file_names() for measure, tally in score_file(name).items()}


def score_file(name: str, family: str = "") -> Scores:
    """Every measure over the cases of a file, or of one family of them, as "news: strict"."""
    tallies = {measure: Tally() for measure in MEASURES}
    for case in load_cases(name):
        if family in ("", case.family):
            for measure, tally in score_case(case).items():
                tallies[measure] += tally
    return {f"{name}: {measure}": tally for measure, tally in tallies.items()}


def score_case(case: Case) -> dict[str, Tally]:
    """Every measure of one case."""
    found = case.found()
    pairs = list(_paired(case.gold, found))
    right = {
        "strict": [gold.span == other.span for gold, other in pairs],
        "relaxed": [True for _ in pairs],
        "type": [gold.type == other.type for gold, other in pairs],
        "value": [gold.value == other.value for gold, other in pairs],
        "mod": [gold.mod == other.mod for gold, other in pairs],
    }
    sizes = len(found), len(case.gold)
    misses = {measure: tuple(_misses(case, found, pairs, measure)) for measure in MEASURES}
    return {measure: Tally(sum(hits), *sizes, misses[measure]) for measure, hits in right.items()}


def _case(row: Mapping[str, Any], file: str) -> Case:
    mods = row.get("mods", {})
    gold = tuple(
        Timex(span, type_, value, mods.get(words))
        for (words, type_, value), span in zip(row["times"], _places(row), strict=True)
    )
    return Case(row["id"], row.get("family", file), row["dct"], row["text"], gold)


def _places(row: Mapping[str, Any]) -> Iterator[Span]:
    """Where the words stand, each behind the one before; ValueError when they do not."""
    end = 0
    for words, *_ in row["times"]:
        start = row["text"].index(words, end)
        end = start + len(words)
        yield Span(start, end)


def _paired(gold: tuple[Timex, ...], found: tuple[Timex, ...]) -> Iterator[tuple[Timex, Timex]]:
    """Gold and found that share characters, one to one, from left to right."""
    free = list(found)
    for timex in gold:
        other = next((f for f in free if f.span.overlaps(timex.span)), None)
        if other is not None:
            free.remove(other)
            yield timex, other


def _misses(
    case: Case, found: tuple[Timex, ...], pairs: list[tuple[Timex, Timex]], measure: str
) -> Iterator[str]:
    """What is wrong by this measure, in words."""
    if measure == "relaxed":
        met_gold, met_found = {gold for gold, _ in pairs}, {other for _, other in pairs}
        yield from (f"missed {_told(case, timex)}" for timex in case.gold if timex not in met_gold)
        yield from (f"spurious {_told(case, timex)}" for timex in found if timex not in met_found)
        return
    aspect = "span" if measure == "strict" else measure
    for gold, other in pairs:
        if getattr(gold, aspect) != getattr(other, aspect):
            yield f"{_told(case, gold)}, found {_shown(case, other)}"


def _told(case: Case, timex: Timex) -> str:
    around = case.text[max(0, timex.span.start - 50) : timex.span.end + 40].replace("\n", " ")
    return f"[{case.id}] {_shown(case, timex)} in “{around}”"


def _shown(case: Case, timex: Timex) -> str:
    return f"“{timex.span.of(case.text)}” {timex.type} {timex.value} {timex.mod or ''}".rstrip()
