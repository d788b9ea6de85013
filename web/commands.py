"""The verbs that need the site: serve and demo; and `main`, the command line with all verbs.

They stand here and not in `kb.cli` because `kb` knows nothing of the web.
"""

import webbrowser
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, cast

import click

from kb import knowing
from kb.base import SAMPLE, KnowledgeBase
from kb.cli import main
from kb.cli.options import Command, folder_option
from kb.cli.printing import Progress, summary
from kb.model import Counts
from kb.storing.owning import Owner
from kb.storing.workers import Limits, Workers
from web import create_app
from web.endpoint import Endpoint
from web.serving import serve as serve_app

__all__ = ["demo", "main", "serve"]

host_option = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
port_option = click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port."
)


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Served:
    """What is served, where, within which limits, and who may write or be called."""

    folder: Path
    host: str
    port: int
    open_page: bool
    limits: Limits = USUAL
    token: str = field(default="", repr=False)
    hosts: frozenset[str] = frozenset()


def limit_options(command: Command) -> Command:
    """--timeout, --memory, --rows and --queries, handed over as `limits`."""

    @wraps(command)
    def limited(timeout: float, memory: int, rows: int, queries: int, **others: Any) -> Any:
        return command(limits=Limits(timeout, memory, rows, queries), **others)

    for option in reversed(LIMITS):
        limited = option(limited)
    return cast(Command, limited)


def _limit(
    name: str, kind: click.IntRange | click.FloatRange, usual: float, metavar: str, told: str
) -> Callable[[Command], Command]:
    return click.option(name, type=kind, default=usual, show_default=True, metavar=metavar, help=told)


LIMITS = (
    _limit(
        "--timeout",
        click.FloatRange(0.1, 3600),
        USUAL.seconds,
        "SECONDS",
        "The most a query may take, or an update.",
    ),
    _limit(
        "--memory",
        click.IntRange(50, 1_000_000),
        USUAL.megabytes,
        "MB",
        "The most memory a query may take, or an update.",
    ),
    _limit(
        "--rows",
        click.IntRange(1),
        USUAL.rows,
        "NUMBER",
        "The most rows or triples of an answer, or an update.",
    ),
    _limit(
        "--queries",
        click.IntRange(1, 64),
        USUAL.workers,
        "NUMBER",
        "How many queries and updates may run at once, each in a process of its own.",
    ),
)

open_option = click.option("--open", "open_", is_flag=True, help="Open the page in a browser.")


@click.command()
@folder_option
@host_option
@port_option
@open_option
@limit_options
@click.option("--writable", is_flag=True, help="Let who has the token write: SPARQL updates, whole graphs.")
@click.option(
    "--token", envvar="KB_TOKEN", default="", help="The token of --writable, better given as $KB_TOKEN."
)
@click.option(
    "--allow-service",
    "hosts",
    multiple=True,
    metavar="HOST[:PORT]",
    help="A host that SERVICE and LOAD may ask; may be repeated.  [default: none]",
)
def serve(
    folder: Path,
    host: str,
    port: int,
    open_: bool,
    limits: Limits,
    writable: bool,
    token: str,
    hosts: tuple[str, ...],
) -> None:
    """Serve the timeline, the pages and the SPARQL endpoint of a knowledge base.

    It listens on this machine only, unless --host says otherwise: then anyone who reaches the address can
    read everything, and pages of any site that a reader visits can do so through that reader's browser.

    Queries run in processes of their own within the limits given, and so does the search of updates for what
    they change. With --writable, requests that bear the token (Authorization: Bearer TOKEN) may change
    everything. Commands that write meanwhile (kb read,
    correct, remove ...) hand what they found to the site, which has it on its next page.
    """
    if writable and not token:
        raise click.UsageError("--writable needs --token (or $KB_TOKEN): who may write is known by it.")
    allowed = frozenset(map(str.lower, hosts))
    served = Served(folder, host, port, open_, limits, token if writable else "", allowed)
    with ExitStack() as opened:
        kb = opened.enter_context(KnowledgeBase.create(folder) if writable else KnowledgeBase.open(folder))
        if writable:
            opened.enter_context(Owner(kb.store, folder))
        _serve(kb, served)


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
        _serve(kb, Served(folder, host, port, open_))


def build_demo(folder: Path) -> None:
    """Read the sample articles into a knowledge base in this folder."""
    with KnowledgeBase.create(folder) as kb, Progress("Reading") as progress:
        for document in progress.over(list(kb.documents_in(SAMPLE))):
            progress.say(summary(kb.read(document)))
        kb.merge()
        knowing.add(folder, knowing.SAMPLE_LIST)
        kb.link("", datetime.now(UTC).date())


def _serve(kb: KnowledgeBase, served: Served) -> None:
    def announce(address: str) -> None:
        click.echo(f"Serving on {address}  (Ctrl-C stops)")
        if served.open_page:
            webbrowser.open(address)

    with Workers(served.folder, served.limits) as workers:
        app = create_app(kb, answering=Endpoint(workers.ask, served.token, served.hosts, workers.plan))
        serve_app(app, served.host, served.port, announce, served.limits.workers)


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
