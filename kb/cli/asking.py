"""The verbs that give something back: timeline, show, explain, query, write, check."""

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.options import Date, filter_options, folder_option, full_iri
from kb.cli.printing import (
    Progress,
    print_document,
    print_entity,
    print_entries,
    print_entry,
    print_explanation,
    print_links,
    print_records,
)  # fmt: skip
from kb.cli.tables import print_table
from kb.errors import BadQuery, BadRequest, NotFound
from kb.model import Entry, Filter
from kb.when import When

OF_ROWS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
OF_A_GRAPH = {
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
}
FORMATS = {**OF_ROWS, **OF_A_GRAPH}
TABLES, GRAPHS = (" or ".join(forms) for forms in (("table", *OF_ROWS), OF_A_GRAPH))
NOT_SO = {
    "graph": f"A graph is no table. Ask with SELECT, or take --format {GRAPHS}.",
    "select": f"A table is no graph. Ask with CONSTRUCT, or take --format {TABLES}.",
    "ask": f"Yes or no is no graph. Ask with CONSTRUCT, or take --format {TABLES}.",
}
OPENING = re.compile(r"\s*(?:#.*\s*)*(?:select|ask|construct|describe|prefix|base)\b", re.IGNORECASE)


@click.command()
@filter_options
@click.option("--around", type=Date(), help="The dated entries nearest to this date, on either side.")
@click.option(
    "--number", type=click.IntRange(1), default=10, show_default=True, help="How many on either side."
)
@click.option(
    "--undated", is_flag=True, help="With --since or --until also what has no date and may lie there."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON line an entry, for programs; also the undated."
)
@folder_option
def timeline(
    wanted: Filter, around: When | None, number: int, undated: bool, as_json: bool, folder: Path
) -> None:
    """List what happened and what was said, by date; what has no date of its own comes last.

    \b
    kb timeline --about Geneva
    kb timeline --since 2015-09 --until 2016 --kind event
    kb timeline --about "Ann Roe" --involved --real

    A date in brackets is only a bound: the article gives no date, but was published on it.
    """
    with KnowledgeBase.open(folder) as kb:
        entries = kb.around(around, number, wanted) if around else kb.timeline(wanted)
        if as_json:
            print_records(entries)
        elif undated or not (wanted.since or wanted.until):
            print_entries(entries, kb.base_iri)
        else:
            _print_dated(entries, kb.base_iri)


def _print_dated(entries: list[Entry], base: str) -> None:
    """Print what has a date, and how much else there is: of a day of news most would be undated."""
    dated = [entry for entry in entries if entry.dated]
    print_entries(dated, base)
    if left := len(entries) - len(dated):
        click.echo(f"{left:,} without a date may lie there too: --undated lists them.", err=True)


@click.command()
@click.argument("iri")
@folder_option
def show(iri: str, folder: Path) -> None:
    """Show an entry, a document, a person or a place, named by IRI (or what follows the base IRI)."""
    with KnowledgeBase.open(folder) as kb:
        name = full_iri(kb, iri)
        _show(kb, name)


@click.command()
@click.argument("iri")
@folder_option
def explain(iri: str, folder: Path) -> None:
    """Tell how an entry got its date: the sentence, the words of time, the rule, the anchor, the steps."""
    with KnowledgeBase.open(folder) as kb:
        print_explanation(kb.explain(full_iri(kb, iri)))


@click.command()
@click.argument("sparql", metavar="QUERY|FILE|-")
@click.option(
    "--format", "format_", type=click.Choice(["table", *FORMATS]), help="Else a table, or Turtle for a graph."
)
@folder_option
def query(sparql: str, format_: str | None, folder: Path) -> None:
    """Ask in SPARQL 1.1: a query, the name of a file that holds one, or - for standard input.

    \b
    kb query 'SELECT ?label ?edtf { ?e a ek:Event ; rdfs:label ?label ; ek:when/ek:edtf ?edtf }'
    kb query question.rq --format csv

    The prefixes of the project are known; the default graph is the union of all documents.
    """
    with KnowledgeBase.open(folder) as kb, _stoppable():
        answer = kb.query(_query_text(sparql))
        if format_ in (None, "table") and answer.kind != "graph":
            print_table(answer.columns, answer.rows())
        elif (answer.kind == "graph") != (format_ in (None, *OF_A_GRAPH)):
            raise BadRequest(NOT_SO[answer.kind])
        else:
            click.echo(answer.serialize(FORMATS[format_ or "turtle"]), nl=False)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C ends the process at once: Oxigraph answers in this thread, and Python would not hear of it till
    the answer is there. Nothing is written meanwhile."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@filter_options
@folder_option
def write(file: Path, wanted: Filter, folder: Path) -> None:
    """Write a file in the format of its name.

    .csv and .json hold the entries that the other options let through as rows, .ics as a calendar,
    .timelinejs as JSON for TimelineJS, .geojson as points on a map, .atom as a feed, .svg as a picture of
    the first 300. .ttl, .trig, .jsonld, .nt and .nq hold RDF: without options the whole knowledge base.
    """
    with KnowledgeBase.open(folder) as kb:
        size = kb.write(file, wanted)
    click.echo(f"Wrote {file} ({size:,} bytes)", err=True)


@click.command()
@click.option("--index", is_flag=True, help="Compare the index of timelines with the store instead.")
@folder_option
def check(index: bool, folder: Path) -> None:
    """Check everything stored: graphs against the SHACL shapes, evidence against the texts."""
    with KnowledgeBase.open(folder) as kb, Progress("Checking") as progress:
        report = kb.check_index(progress.over) if index else kb.check(progress.over)
    for problem in report.problems:
        click.echo(problem)
    click.echo(f"{report.documents} documents, {report.checked} {report.what} checked: ", nl=False)
    click.echo(f"{len(report.problems)} problems" if report.problems else "all is well")
    if report.problems:
        if index:
            click.echo("Build the index anew with: kb reindex", err=True)
        raise click.exceptions.Exit(1)


def _query_text(given: str) -> str:
    if given == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if "{" in given or "\n" in given or OPENING.match(given):
        return given
    try:
        return _decoded(Path(given).read_bytes(), given)
    except (OSError, ValueError) as error:
        raise BadRequest(
            f"{given!r} is neither a query (SELECT, ASK, CONSTRUCT, DESCRIBE) nor a file that can be read."
        ) from error


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadQuery(f"The query in {name} is no UTF-8 text. Save it as UTF-8.") from error


def _show(kb: KnowledgeBase, iri: str) -> None:
    try:
        print_entry(kb.explain(iri))
        print_links(kb.links.of(iri))
    except NotFound:
        _show_thing(kb, iri)


def _show_thing(kb: KnowledgeBase, iri: str) -> None:
    try:
        print_document(kb.document(iri), kb.base_iri)
    except NotFound:
        _show_entity(kb, iri)


def _show_entity(kb: KnowledgeBase, iri: str) -> None:
    try:
        view = kb.entity(iri)
        print_links(kb.links.of(iri))
        print_entity(view, kb.base_iri)
    except NotFound as error:
        raise NotFound(
            f"Nothing is stored under {iri}. The last column of kb timeline tells what there is."
        ) from error
