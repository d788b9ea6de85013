"""The verbs that tell what is one and the same over all articles: merge, part, join."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.options import folder_option, full_iri
from kb.cli.printing import Progress, print_merges

Judge = Callable[[KnowledgeBase, str, str], None]


@click.command()
@click.option("--undo", is_flag=True, help="Drop what was decided: every article stands for itself again.")
@click.option("--list", "listed", is_flag=True, help="Print each decision with its reasons.")
@folder_option
def merge(undo: bool, listed: bool, folder: Path) -> None:
    """Find the same people, places, events and statements in several articles, and show each once.

    \b
    kb merge --list
    kb merge --undo

    Nothing that an article tells is changed or lost: every version is kept with its source, and where
    versions differ in date, place, people or figures the entry says so. kb read does this at its end.
    """
    with opened(folder) as kb:
        if undo:
            kb.unmerge()
            click.echo("Every article stands for itself again.", err=True)
            return
        with Progress("Comparing") as progress:
            merges = kb.merge(progress.over)
        print_merges(merges, kb.base_iri, listed)


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--undo", is_flag=True, help="Take the parting back.")
@folder_option
def part(one: str, other: str, undo: bool, folder: Path) -> None:
    """Say that two entries, or two names, are not one and the same: kept for good, against every rule.

    \b
    kb part entity/person/roe entity/person/ann-roe
    kb part entity/person/roe entity/person/ann-roe --undo

    What else was found to be one is decided anew.
    """
    _judge(folder, one, other, KnowledgeBase.rejoin if undo else _now(KnowledgeBase.part))
    click.echo("Taken back." if undo else "Parted.", err=True)


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--undo", is_flag=True, help="Take the joining back.")
@folder_option
def join(one: str, other: str, undo: bool, folder: Path) -> None:
    """Say that two entries, or two names, are one and the same: kept for good, against every rule.

    \b
    kb join doc/2ff34fa1bdc5f02b/event-0b0e4c83a64b doc/91c0b1d7a2f3e485/event-5d2c90e1f7a6
    kb join entity/person/roe entity/person/ann-roe
    kb join entity/person/roe entity/person/ann-roe --undo

    Each keeps what its article tells. What else was found to be one is decided anew.
    """
    _judge(folder, one, other, KnowledgeBase.unjoin if undo else _now(KnowledgeBase.join))
    click.echo("Taken back." if undo else "Joined.", err=True)


def _judge(folder: Path, one: str, other: str, judge: Judge) -> None:
    with opened(folder) as kb:
        judge(kb, full_iri(kb, one), full_iri(kb, other))


def _now(judge: Callable[[KnowledgeBase, str, str, datetime], None]) -> Judge:
    return lambda kb, one, other: judge(kb, one, other, datetime.now(UTC))


def opened(folder: Path) -> KnowledgeBase:
    """The knowledge base in the folder, for writing."""
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    return KnowledgeBase.share(folder)
