"""The verbs of links that are kept: links (review, judge, list, check, export, import)."""

from datetime import UTC, datetime
from pathlib import Path

import click

from kb.base import KnowledgeBase
from kb.cli.joining import opened
from kb.cli.options import folder_option, full_iri
from kb.cli.printing import print_candidates
from kb.cli.tables import print_table
from kb.model import Judgement, LinkRecord, Waiting

SAID = {"accept": Judgement.ACCEPTED, "reject": Judgement.REJECTED, "nil": Judgement.NIL}

by_option = click.option(
    "--by",
    "reviewer",
    envvar="KB_REVIEWER",
    required=True,
    metavar="NAME",
    help="Who decides, kept with the decision; or $KB_REVIEWER.",
)


@click.group()
def links() -> None:
    """Judge what kb link found, and carry it in and out.

    \b
    kb links review --by "Ann Roe"
    kb links judge entity/person/ann-roe accept Q42 --by "Ann Roe"
    kb links export links.sssom.tsv

    Whatever is judged is kept, with who judged it and when; nothing that was found is deleted.
    """


@links.command(name="list")
@click.option("--judgement", type=click.Choice([str(one) for one in Judgement]), help="Only those held so.")
@folder_option
def list_(judgement: str | None, folder: Path) -> None:
    """List what is held of each link."""
    with KnowledgeBase.open(folder) as kb:
        held = [one for one in kb.links.all() if judgement in (None, one.judgement)]
        rows = (_row(one.record, one.judgement, kb.base_iri) for one in held)
        print_table(("What", "Held", "Link", "Named", "Score", "By"), list(rows))


@links.command()
@by_option
@click.option(
    "--above", type=click.FloatRange(0, 1), help="Accept the likeliest from this score on, unasked."
)
@folder_option
def review(reviewer: str, above: float | None, folder: Path) -> None:
    """Decide one by one what waits for a person, the least certain first.

    Type the number of the right one; r for none of these, n for nobody anywhere, s to skip, q to stop. Any
    identifier (Q42, geonames:2643743, an IRI) is taken as the right one.
    """
    with opened(folder) as kb:
        if above is not None:
            count = kb.links.accept_above(above, reviewer, datetime.now(UTC))
            click.echo(f"{count} accepted.")
            return
        queue = kb.links.waiting()
        for place, one in enumerate(queue, 1):
            print_candidates(one, f"{place} of {len(queue)}")
            if not _decide(kb, one, reviewer):
                break
    click.echo("Nothing more waits." if not queue else "Done.", err=True)


@links.command()
@click.argument("iri")
@click.argument("said", type=click.Choice([*SAID, "undo"]))
@click.argument("identifier", required=False, default="")
@by_option
@folder_option
def judge(iri: str, said: str, identifier: str, reviewer: str, folder: Path) -> None:
    """Say that a link is right (accept), wrong (reject), that there is none (nil), or take that back (undo).

    \b
    kb links judge entity/person/ann-roe accept Q42 --by "Ann Roe"
    kb links judge entity/person/ann-roe undo Q42 --by "Ann Roe"
    kb links judge entity/person/roe nil --by "Ann Roe"

    IDENTIFIER is Q42, geonames:2643743 or an IRI; it is left out for nil, and to take nil back.
    """
    if said == "nil" and identifier:
        raise click.UsageError("Leave IDENTIFIER out: nil says that there is none. To say no to one: reject.")
    with opened(folder) as kb:
        subject = full_iri(kb, iri)
        if said == "undo":
            kb.links.undo(subject, identifier)
        else:
            kb.links.judge(subject, identifier, SAID[said], reviewer, datetime.now(UTC))
    click.echo("Taken back." if said == "undo" else "Kept.", err=True)


@links.command()
@folder_option
def check(folder: Path) -> None:
    """Tell which links a person should look at: gone, moved, deleted, or given twice. Exit code 1 if any."""
    with KnowledgeBase.open(folder) as kb:
        problems = kb.check_links()
    for problem in problems:
        click.echo(problem)
    if problems:
        raise SystemExit(1)
    click.echo("Nothing is wrong with the links.", err=True)


@links.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@folder_option
def export(file: Path, folder: Path) -> None:
    """Write all link records as SSSOM (TSV), with all that people said of them."""
    with KnowledgeBase.open(folder) as kb:
        click.echo(f"{kb.links.export(file):,} links written to {file}", err=True)


@links.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@folder_option
def import_(file: Path, folder: Path) -> None:
    """Take in link records as SSSOM (TSV), beside what is there.

    What kb links export wrote comes back as it was. Of files of others exact matches are read: those
    curated by hand count as judged by who curated them, all else is proposed. It does not matter which
    side of a mapping is ours.
    """
    with opened(folder) as kb:
        click.echo(f"{kb.links.bring_in(file):,} links taken in.", err=True)


def _decide(kb: KnowledgeBase, one: Waiting, reviewer: str) -> bool:
    """Ask once; whether to go on."""
    answer = click.prompt("Which", default="s").strip()
    made = datetime.now(UTC)
    if answer == "r":
        for link in one.links:
            kb.links.judge(one.subject, link.object, Judgement.REJECTED, reviewer, made)
    elif answer not in ("s", "q"):
        said = Judgement.NIL if answer == "n" else Judgement.ACCEPTED
        kb.links.judge(one.subject, _identifier(one, answer), said, reviewer, made)
    return answer != "q"


def _identifier(one: Waiting, answer: str) -> str:
    """The candidate of this number, or the identifier that was typed."""
    if answer.isdigit() and 1 <= int(answer) <= len(one.links):
        return one.links[int(answer) - 1].object
    return answer


def _row(record: LinkRecord, judgement: Judgement, base: str) -> tuple[str, ...]:
    by = record.review.reviewer if record.review else record.tool
    what = f"{record.subject_label} <{record.subject.removeprefix(base)}>"
    score = f"{record.confidence:.2f}" if record.object else ""
    return (what, str(judgement), record.object, record.object_label, score, by)
