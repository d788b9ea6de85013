"""The verb that tends the index of timelines: reindex."""

from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.options import folder_option
from kb.cli.printing import Progress


@click.command()
@folder_option
def reindex(folder: Path) -> None:
    """Build the index of timelines anew from what is stored.

    It is kept up by itself; this is for a disk that has spoilt it. The old one serves until the new one is
    whole, so Ctrl-C loses nothing.
    """
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.create(folder) as kb, Progress("Indexing") as progress:
        kb.reindex(progress.over)
    click.echo("The index of timelines is built.", err=True)
