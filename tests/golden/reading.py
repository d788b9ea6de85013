"""The golden articles, read: the text as the reading room gives it, the findings as the pipeline does."""

from functools import cache
from pathlib import Path

from kb.dating import parse_date
from kb.model import Document, Findings, Span
from kb.pipeline import find
from kb.reading import read_source
from tests.golden.facts import facts_of
from tests.golden.gold import SETS, Twin, facts_in, load_twins, places
from tests.golden.scoring import score, total
from tests.golden.tally import Scores, Tally


@cache
def _documents(source: Path) -> tuple[Document, ...]:
    return tuple(read_source(source, parse_date=parse_date))


def document_of(twin: Twin) -> Document:
    """The article a twin belongs to."""
    return _documents(twin.source)[twin.index]


@cache
def _findings(source: Path, index: int) -> Findings:
    return find(_documents(source)[index])


def findings_of(twin: Twin) -> Findings:
    """What the code finds in the article of a twin."""
    return _findings(twin.source, twin.index)


def score_of(twin: Twin) -> dict[str, Tally]:
    """Every measure of one article, misses marked with its name."""
    found = findings_of(twin)
    scores = score(facts_in(twin, found.text), facts_of(found))
    return {name: _named(tally, twin.name) for name, tally in scores.items()}


def score_sets() -> Scores:
    """Every measure of every set; before the name of a measure stands that of its set."""
    return {
        prefix + measure: tally
        for prefix, folders in SETS.items()
        for measure, tally in total(score_of(twin) for twin in load_twins(*folders)).items()
    }


def _named(tally: Tally, name: str) -> Tally:
    return Tally(tally.hits, tally.found, tally.gold, tuple(f"{name}: {miss}" for miss in tally.misses))


def found_in_boilerplate(twin: Twin) -> list[str]:
    """The words of every statement, event or date that was found where nothing may be."""
    found = findings_of(twin)
    pieces = [span for piece in twin.boilerplate for span in places(piece, found.text)]
    spans = [occurrence.trigger for occurrence in (*found.statements, *found.events)]
    return [_context(span, found.text) for span in spans if any(span.overlaps(piece) for piece in pieces)]


def _context(span: Span, text: str) -> str:
    return text[max(0, span.start - 30) : span.end + 30]
