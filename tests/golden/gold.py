"""The twins of `tests/articles`, placed in the text of their articles."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.model import Span
from tests.golden.facts import Facts, Happening, Moment, Part, Saying

Table = Mapping[str, Any]

ARTICLES = Path(__file__).parent.parent / "articles"
SAMPLE = Path(__file__).parent.parent.parent / "kb" / "sample"
OTHER = ARTICLES / "other"
TOPICS = ARTICLES / "topics"

SETS: Mapping[str, tuple[Path, Path]] = {
    "": (ARTICLES, SAMPLE),
    "other: ": (OTHER, OTHER),
    "topics: ": (TOPICS, TOPICS),
}
"""What stands before the measures of a set, with the folders of its twins and of its articles."""


class MisplacedError(Exception):
    """A twin speaks of words that its article has not, or more than once."""


@dataclass(frozen=True)
class Twin:
    """What a careful reader finds in one article, not yet placed in its text."""

    name: str  # of the source file, with "#" and its place in it where it holds several
    source: Path
    index: int
    table: Table = field(repr=False)

    @property
    def published(self) -> str:
        """The date of publication, EDTF."""
        return str(self.table["published"])

    @property
    def boilerplate(self) -> list[str]:
        """Pieces of the source from which nothing may be found."""
        return list(self.table.get("nothing", []))


def load_twins(articles: Path = ARTICLES, sample: Path = SAMPLE) -> list[Twin]:
    """The twins of one set, by name."""
    return [twin for path in sorted(articles.glob("*.toml")) for twin in _twins_of(path, sample)]


def load_all_twins() -> list[Twin]:
    """The twins of every set."""
    return [twin for folders in SETS.values() for twin in load_twins(*folders)]


def sources_in(folder: Path) -> list[Path]:
    """The articles of a folder, with or without their twins beside them, by name."""
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix != ".toml")


def _twins_of(path: Path, sample: Path) -> Iterator[Twin]:
    documents = tomllib.loads(path.read_text("utf-8"))["document"]
    source = next(found for found in sources_in(sample) if found.stem == path.stem)
    for index, table in enumerate(documents):
        name = path.stem if len(documents) == 1 else f"{path.stem}#{index + 1}"
        yield Twin(name, source, index, table)


# ------------------------------------------------------------------------------- placed in the text


def facts_in(twin: Twin, text: str) -> Facts:
    """What the twin says of the text; raises MisplacedError."""
    return Facts(
        text,
        tuple(_saying(table, text) for table in twin.table.get("statement", [])),
        tuple(_happening(table, text) for table in twin.table.get("event", [])),
        tuple(_moment(table, text) for table in twin.table.get("time", [])),
    )


def _saying(table: Table, text: str) -> Saying:
    evidence = only(table["evidence"], text)
    words = [table["words"]] if isinstance(table["words"], str) else table["words"]
    spans = tuple(nearest(piece, text, evidence) for piece in words)
    cue = _cue(table["cue"], text, evidence, spans)
    return Saying(spans, cue, (table["speaker"],), table["kind"], table["date"])


def _cue(cue: str, text: str, evidence: Span, words: Sequence[Span]) -> Span:
    """The cue in the evidence, outside the words said where it can be; the verb of a parted "spoke of"."""
    whole = [span for span in places(cue, text) if evidence.covers(span)]
    inside = whole or [span for span in places(cue.split()[0], text) if evidence.covers(span)]
    outside = [span for span in inside if not any(span.overlaps(piece) for piece in words)]
    if not inside:
        raise MisplacedError(f"the cue {cue!r} is not in {evidence.of(text)!r}")
    return (outside or inside)[0]


def _happening(table: Table, text: str) -> Happening:
    within = only(table["within"], text)
    trigger = only(table["trigger"], text, within)
    parts: tuple[Part, ...] = tuple(
        (part["role"], nearest(part["words"], text, trigger)) for part in table["participants"]
    )
    place = nearest(table["place"], text, trigger) if table["place"] else None
    return Happening(trigger, table["type"], table["date"], parts, place, table["status"])


def _moment(table: Table, text: str) -> Moment:
    within = only(table["within"], text) if "within" in table else Span(0, len(text))
    return Moment(only(table["words"], text, within), table["edtf"])


def only(words: str, text: str, within: Span | None = None) -> Span:
    """Where the words stand, the one time that they do; raises MisplacedError."""
    found = [span for span in places(words, text) if within is None or within.covers(span)]
    if len(found) != 1:
        where = repr(within.of(text)) if within and within != Span(0, len(text)) else "the text"
        raise MisplacedError(f"{words!r} is {len(found)} times in {where}")
    return found[0]


def nearest(words: str, text: str, to: Span) -> Span:
    """Where the words stand closest to another place; raises MisplacedError."""
    found = places(words, text)
    if not found:
        raise MisplacedError(f"{words!r} is not in the text")
    return min(found, key=lambda span: max(to.start - span.end, span.start - to.end, 0))


def places(words: str, text: str) -> list[Span]:
    """Every place of whole words, a no-break space being like any other."""
    words, text = words.replace("\u00a0", " "), text.replace("\u00a0", " ")
    starts = (start for start in range(len(text)) if text.startswith(words, start))
    spans = (Span(start, start + len(words)) for start in starts)
    return [span for span in spans if _is_whole(span, text)]


def _is_whole(span: Span, text: str) -> bool:
    """Whether no letter or digit touches words that begin and end with one."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    cut_before = before.isalnum() and text[span.start].isalnum()
    return not cut_before and not (after.isalnum() and text[span.end - 1].isalnum())
