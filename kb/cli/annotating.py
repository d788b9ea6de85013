"""kb annotate: text in, findings out as JSON Lines, nothing stored; the measuring interface."""

import gc
import json
import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Any, TextIO, TypeAlias

import click

from kb import knowing, pipeline
from kb.cli.options import folder_option, pipeline_option
from kb.errors import BadDate, BadSource
from kb.model import Document
from kb.reading.spans import given_spans
from kb.when import When
from kb.writing.annotations import KINDS, annotation

Numbered: TypeAlias = tuple[int, str]
Work: TypeAlias = Callable[[Numbered], str]

# Forking is quick and safe where no thread runs yet; macOS and Windows cannot rely on it.
START = "fork" if sys.platform == "linux" else "spawn"

# A line that makes every table be loaded.
FIRST = json.dumps(
    {"dct": "2016-06-17", "text": "On Monday Ann Roe of Genoa said that the port had been shut."}
)

YOUNG = 100_000
"""How many more things than before are made before they are searched for garbage; Python's own is 700."""

# ISO 8601 in its usual spellings; EDTF knows one of them.
ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?(?:(Z)|([+-]\d\d):?(\d\d)?)?)?"
)


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8-sig"), default="-")
@click.option(
    "--only", multiple=True, type=click.Choice(list(KINDS)), help="Find only this; may be repeated."
)
@click.option(
    "--given", type=click.Choice(["events", "mentions"]), help="Take the spans of these from the input."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
@folder_option
@pipeline_option
def annotate(file: TextIO, only: tuple[str, ...], given: str | None, jobs: int, folder: Path) -> None:
    """Find without storing: one JSON document a line in, one line of findings out, in the same order.

    A line has "text", and may have "doc_id" and "dct" (the date of publication). Offsets count code
    points. Everything else in a line is ignored, but for the spans named with --given.

    Mentions are linked to what the authority of the knowledge base holds (kb authority build); "uri" is NIL
    where nobody is known, nobody is named, or there is no authority.
    """
    work = partial(annotate_line, only=frozenset(only), given=given, folder=folder)
    for line in mapped(work, _numbered(file), jobs):
        click.echo(line)


def _numbered(file: TextIO) -> Iterator[Numbered]:
    number = 0
    try:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, line
    except UnicodeDecodeError as error:
        raise BadSource(f"What follows line {number} is no UTF-8: {error}. Save it as UTF-8.") from error


def annotate_line(numbered: Numbered, only: frozenset[str], given: str | None, folder: Path) -> str:
    """The findings of one line of input, as a line of output; BadSource names a line that is no document."""
    number, line = numbered
    try:
        record = json.loads(line)
        document, spans = _document(record, number), _given(record, given)
    except (ValueError, TypeError) as error:
        raise BadSource(f'Line {number} is no {{"doc_id", "dct", "text"}} record: {error}') from error
    found = pipeline.annotate(document, only, spans)
    known = knowing.linked(folder, found) if _has_mentions(only) else found
    return json.dumps(annotation(known, only), ensure_ascii=False)


def _has_mentions(only: frozenset[str]) -> bool:
    return not only or "mentions" in only


def _given(record: dict[str, Any], kind: str | None) -> pipeline.Given | None:
    return None if kind is None else pipeline.Given(kind, given_spans(record, kind))


def _document(record: Any, number: int) -> Document:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise TypeError('it has no "text" that is a string')
    published = _published(record.get("dct"), number)
    return Document(iri="", text=record["text"], doc_id=record.get("doc_id"), published=published)


def _published(dct: Any, number: int) -> When | None:
    """The day of publication; one that is no ISO date is told, and does not end the run.

    03-02-2009 is taken day first, as is usual with hyphens; slashes are not, as that differs by country.
    """
    day_first = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", str(dct))
    text = "-".join(reversed(day_first.groups())) if day_first else _as_edtf(str(dct))
    try:
        published = When.parse(text) if dct else None
    except BadDate:
        published = None
    if dct and (day_first or published is None):
        said = published.words() if published else "no date; relative dates stay open"
        click.echo(f"Line {number}: dct {dct!r} is no ISO date, taken as {said}.", err=True)
    return published


def _as_edtf(text: str) -> str:
    """An ISO 8601 date, with or without a time of day, as EDTF spells it; anything else as it is."""
    match = ISO.fullmatch(text.strip())
    if not match:
        return text
    year, month, day, hour, minute, second, utc, hours, minutes = match.groups()
    zone = utc or (f"{hours}:{minutes or '00'}" if hours else "")
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone}" if hour else "")


def mapped(work: Work, lines: Iterable[Numbered], jobs: int) -> Iterator[str]:
    """What the work makes of each line, in order, by this many processes."""
    if jobs == 1:
        _spare_collector()
        yield from map(work, lines)
        return
    with _workers(work, jobs) as pool:
        yield from pool.imap(work, lines)


def _workers(work: Work, jobs: int) -> Pool:
    """Processes that leave Ctrl-C to this one, which then ends them: a signal ignored is inherited.

    Where processes are forked, what reading needs is loaded once, before, and all of them share it.
    """
    if START == "fork":
        work((0, FIRST))
        gc.freeze()
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return get_context(START).Pool(jobs, _spare_collector)
    finally:
        signal.signal(signal.SIGINT, ours)


def _spare_collector() -> None:
    """Look for garbage in cycles seldom: an article leaves next to none, and the search took a tenth of the
    time."""
    gc.set_threshold(YOUNG)
