"""The verbs that take text in: read, annotate, remove."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO

import click

from kb import pipeline
from kb.base import KnowledgeBase
from kb.cli.options import Date, folder_option, full_iri
from kb.cli.printing import Progress, summary
from kb.errors import BadDate, BadRequest, BadSource
from kb.model import Document, Span
from kb.ontology import DEFAULT_BASE
from kb.when import When
from kb.writing.annotations import KINDS, annotation


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@folder_option
@click.option("--published", type=Date(), help="The day of publication, for sources that do not tell it.")
@click.option(
    "--language", metavar="CODE", help="The language of the text, such as en; else the source's own."
)
@click.option(
    "--base-iri", envvar="KB_BASE_IRI", default=DEFAULT_BASE, help="What IRIs of a new base begin with."
)
def read(
    sources: tuple[str, ...], folder: Path, published: When | None, language: str | None, base_iri: str
) -> None:
    """Read articles into the knowledge base: files, folders, addresses, or - for standard input.

    \b
    kb read article.html
    kb read report.txt --published 2016-06-17
    kb read feeds/ sheet.csv https://example.org/news/1

    Reads saved pages (HTML), plain text, RSS and Atom feeds, CSV and TSV sheets, and JSON Lines. An
    article that was read before is replaced. Every article is stored whole or not at all: after
    Ctrl-C, what was printed as read is kept.
    """
    failures = 0
    with KnowledgeBase.create(folder, base_iri) as kb, Progress("Reading") as progress:
        for source in progress.over(sources):
            try:
                for document in kb.documents_in(source, published=published, language=language):
                    progress.say(summary(kb.read(document)))
            except (BadSource, BadRequest) as error:
                failures += 1
                progress.say(f"Not read: {error}")
    if failures:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
@click.option(
    "--only", multiple=True, type=click.Choice(list(KINDS)), help="Find only this; may be repeated."
)
@click.option(
    "--given", type=click.Choice(["events", "mentions"]), help="Take the spans of these from the input."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
def annotate(file: TextIO, only: tuple[str, ...], given: str | None, jobs: int) -> None:
    """Find without storing: one JSON document a line in, one line of findings out, in the same order.

    A line has "text", and may have "doc_id" and "dct" (the date of publication). Offsets count code
    points. Everything else in a line is ignored, but for the spans named with --given.
    """
    work = partial(annotate_line, only=frozenset(only), given=given)
    lines = ((number, line) for number, line in enumerate(file, 1) if line.strip())
    for record in _mapped(work, lines, jobs):
        click.echo(json.dumps(record, ensure_ascii=False))


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@folder_option
def remove(documents: tuple[str, ...], folder: Path) -> None:
    """Forget documents, named by IRI, and everything that was found in them."""
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.create(folder) as kb:
        for document in documents:
            kb.remove(full_iri(kb, document))
            click.echo(f"Removed {full_iri(kb, document)}")


def annotate_line(numbered: tuple[int, str], only: frozenset[str], given: str | None) -> dict[str, Any]:
    """The findings of one line of input; BadSource names the line that is no document."""
    number, line = numbered
    try:
        record = json.loads(line)
        document, spans = _document(record, number), _given(record, given)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise BadSource(f'Line {number} is no {{"doc_id", "dct", "text"}} record: {error}') from error
    return annotation(pipeline.annotate(document, only, spans), only)


def _given(record: dict[str, Any], kind: str | None) -> pipeline.Given | None:
    if kind is None:
        return None
    spans = (Span(int(span["start"]), int(span["end"])) for span in record.get(kind, ()))
    return pipeline.Given(kind, tuple(spans))


def _document(record: dict[str, Any], number: int) -> Document:
    if not isinstance(record["text"], str):
        raise TypeError('"text" is no string')
    published = _published(record.get("dct"), number)
    return Document(iri="", text=record["text"], doc_id=record.get("doc_id"), published=published)


def _published(dct: Any, number: int) -> When | None:
    """The day of publication; one that is no ISO date is told, and does not end the run.

    03-02-2009 is taken day first, as is usual with hyphens; slashes are not, as that differs by country.
    """
    day_first = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", str(dct))
    text = "-".join(reversed(day_first.groups())) if day_first else str(dct)
    try:
        published = When.parse(text) if dct else None
    except BadDate:
        published = None
    if dct and (day_first or published is None):
        said = published.words() if published else "no date; relative dates stay open"
        click.echo(f"Line {number}: dct {dct!r} is no ISO date, taken as {said}.", err=True)
    return published


def _mapped(work: Any, lines: Iterable[tuple[int, str]], jobs: int) -> Iterator[dict[str, Any]]:
    if jobs == 1:
        yield from map(work, lines)
        return
    with get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(work, lines, chunksize=4)
