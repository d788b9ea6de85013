"""The verbs that need the site: serve and demo; and `main`, the command line with all verbs.

They stand here and not in `kb.cli` because `kb` knows nothing of the web.
"""

import webbrowser
from pathlib import Path

import click

from kb.base import SAMPLE, KnowledgeBase
from kb.cli import main
from kb.cli.options import folder_option
from kb.cli.printing import Progress, summary
from kb.model import Counts
from web import create_app
from web.serving import serve as serve_app

__all__ = ["demo", "main", "serve"]

host_option = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
port_option = click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port."
)
open_option = click.option("--open", "open_", is_flag=True, help="Open the page in a browser.")


@click.command()
@folder_option
@host_option
@port_option
@open_option
def serve(folder: Path, host: str, port: int, open_: bool) -> None:
    """Serve the timeline, the pages and the SPARQL endpoint of a knowledge base.

    It listens on this machine only, unless --host says otherwise: then anyone who reaches the address can
    read everything (nothing can be changed over the web).
    """
    with KnowledgeBase.open(folder) as kb:
        _serve(kb, host, port, open_)


@click.command()
@click.option(
    "--kb",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("kb.demo"),
    show_default=True,
    help="Where to build it.",
)
@host_option
@port_option
@open_option
def demo(folder: Path, host: str, port: int, open_: bool) -> None:
    """Read the sample articles, print what was found and how it was dated, and serve the site."""
    build_demo(folder)
    with KnowledgeBase.open(folder) as kb:
        _print_counts(kb.counts(), folder)
        _serve(kb, host, port, open_)


def build_demo(folder: Path) -> None:
    """Read the sample articles into a knowledge base in this folder."""
    with KnowledgeBase.create(folder) as kb, Progress("Reading") as progress:
        for document in progress.over(list(kb.documents_in(SAMPLE))):
            progress.say(summary(kb.read(document)))
        kb.merge()


def _serve(kb: KnowledgeBase, host: str, port: int, open_: bool) -> None:
    def announce(address: str) -> None:
        click.echo(f"Serving on {address}  (Ctrl-C stops)")
        if open_:
            webbrowser.open(address)

    serve_app(create_app(kb), host, port, announce)


def _print_counts(counts: Counts, folder: Path) -> None:
    click.echo(
        f"\n{counts.documents} documents, {counts.statements} statements, {counts.events} events, "
        f"{counts.entities} actors and places, {counts.triples:,} triples in {folder}/"
    )
    click.echo("Dated by these rules:")
    for rule, count in sorted(counts.rules.items(), key=lambda pair: (-pair[1], pair[0])):
        click.echo(f"{count:>6}  {rule}")
    click.echo()


for command in (serve, demo):
    main.add_command(command)
