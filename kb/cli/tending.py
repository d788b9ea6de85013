"""The verbs that keep, move and tend a whole knowledge base: backup, restore, dump, load, reindex."""

from datetime import UTC, datetime
from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.options import folder_option
from kb.cli.printing import Progress
from kb.ontology import DEFAULT_BASE


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@folder_option
def dump(file: Path, folder: Path) -> None:
    """Write everything into a file of N-Quads that kb load takes; gzip when its name ends in .gz.

    \b
    kb dump everything.nq.gz
    """
    with KnowledgeBase.open(folder) as kb, Progress("Writing") as progress:
        count = kb.dump(file, progress.over)
    click.echo(f"Wrote {count:,} quads into {file}.", err=True)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--base-iri", default=DEFAULT_BASE, help="What its IRIs begin with, where the file does not tell."
)
@folder_option
def load(file: Path, base_iri: str, folder: Path) -> None:
    """Make a knowledge base of a file of N-Quads (.nq or .nq.gz), in a folder that has none.

    \b
    kb load everything.nq.gz --kb copy

    It is there whole or not at all.
    """
    KnowledgeBase.load(file, folder, base_iri)
    with KnowledgeBase.open(folder) as kb:
        click.echo(f"Loaded {kb.sizes().documents:,} documents into {folder}.", err=True)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@folder_option
def backup(file: Path, folder: Path) -> None:
    """Write everything into an archive that kb restore takes; a site or a command may write meanwhile.

    \b
    kb backup monday.tar

    It holds all quads, the settings, the authority and kept views, queries and stories as they are when it
    begins, with their counts and digests (SHA-256), and is there whole or not at all.
    """
    with KnowledgeBase.open(folder) as kb, Progress("Backing up") as progress:
        kept = kb.back_up(file, datetime.now(UTC), progress.over)
    click.echo(f"Backed up {kept.documents:,} documents, {kept.quads:,} quads, into {file}.", err=True)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the knowledge base that is there.")
@folder_option
def restore(file: Path, force: bool, folder: Path) -> None:
    """Make a knowledge base of an archive of kb backup.

    \b
    kb restore monday.tar --kb copy
    kb restore monday.tar --force

    Digests and counts are verified before anything is in place; one that is there already stays until the
    new one is whole, and is replaced only with --force.
    """
    with Progress("Restoring") as progress:
        documents = KnowledgeBase.restore(file, folder, force, progress.over)
    click.echo(f"Restored {documents:,} documents into {folder}.", err=True)


@click.command()
@folder_option
def reindex(folder: Path) -> None:
    """Build the index of timelines anew from what is stored.

    It is kept up by itself; this is for a disk that has spoilt it. The old one serves until the new one is
    whole, so Ctrl-C loses nothing.
    """
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.share(folder) as kb, Progress("Indexing") as progress:
        kb.reindex(progress.over)
    click.echo("The index of timelines is built.", err=True)
