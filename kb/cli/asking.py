"""The verbs that give something back: timeline, show, explain, query, write, check."""

import sys
from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.options import filter_options, folder_option, full_iri, wanted
from kb.cli.printing import (
    print_document,
    print_entity,
    print_entries,
    print_entry,
    print_explanation,
    print_records,
    print_table,
)  # fmt: skip
from kb.errors import BadRequest, NotFound
from kb.when import When

FORMATS = {
    "json": "application/sparql-results+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
}


@click.command()
@filter_options
@click.option("--json", "as_json", is_flag=True, help="One JSON line an entry, for programs.")
@folder_option
def timeline(
    about: str, since: When | None, until: When | None, kind: str | None, as_json: bool, folder: Path
) -> None:
    """List what happened and what was said, by date; what has no date of its own comes last.

    \b
    kb timeline --about Geneva
    kb timeline --since 2015-09 --until 2016 --kind event

    A date in brackets is only a bound: the article gives no date, but was published on it.
    """
    with KnowledgeBase.open(folder) as kb:
        entries = kb.timeline(wanted(about, since, until, kind))
        if as_json:
            print_records(entries)
        else:
            print_entries(entries, kb.base_iri)


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
    with KnowledgeBase.open(folder) as kb:
        answer = kb.query(_query_text(sparql))
        if format_ in (None, "table") and answer.kind != "graph":
            print_table(answer.columns, answer.rows())
        elif format_ == "table":
            raise BadRequest("A graph is no table. Ask with SELECT, or take --format turtle.")
        else:
            click.echo(answer.serialize(FORMATS[format_ or "turtle"]), nl=False)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@filter_options
@folder_option
def write(
    file: Path, about: str, since: When | None, until: When | None, kind: str | None, folder: Path
) -> None:
    """Write a file in the format of its name.

    .ttl, .trig, .jsonld, .nt and .nq hold the whole knowledge base as RDF; .csv, .json and .ics hold the
    entries that --about, --since, --until and --kind let through.
    """
    with KnowledgeBase.open(folder) as kb:
        size = kb.write(file, wanted(about, since, until, kind))
    click.echo(f"Wrote {file} ({size:,} bytes)", err=True)


@click.command()
@folder_option
def check(folder: Path) -> None:
    """Check everything stored: graphs against the SHACL shapes, evidence against the texts."""
    with KnowledgeBase.open(folder) as kb:
        report = kb.check()
    for problem in report.problems:
        click.echo(problem)
    click.echo(f"{report.documents} documents, {report.evidences} pieces of evidence checked: ", nl=False)
    click.echo(f"{len(report.problems)} problems" if report.problems else "all is well")
    if report.problems:
        raise click.exceptions.Exit(1)


def _query_text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    path = Path(given)
    looks_like_file = "{" not in given and "\n" not in given
    if looks_like_file and not path.is_file():
        raise BadRequest(f"{given!r} is neither a query nor a file that is there.")
    return path.read_text(encoding="utf-8") if looks_like_file else given


def _show(kb: KnowledgeBase, iri: str) -> None:
    try:
        print_entry(kb.explain(iri))
    except NotFound:
        _show_thing(kb, iri)


def _show_thing(kb: KnowledgeBase, iri: str) -> None:
    try:
        print_document(kb.document(iri), kb.base_iri)
    except NotFound:
        print_entity(kb.entity(iri), kb.base_iri)
