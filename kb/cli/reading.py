"""The verbs that change what is stored by reading: read, correct, remove."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

import click

from kb.base import KnowledgeBase, documents_in
from kb.cli.corrections import print_redated, print_set_right
from kb.cli.options import Date, LanguageCode, folder_option, full_iri, pipeline_option
from kb.cli.printing import Progress, summary
from kb.errors import BadRequest, BadSource
from kb.model import Document
from kb.ontology import DEFAULT_BASE
from kb.spreading import Workers, cluster, processes
from kb.when import When

Spread = AbstractContextManager[Workers]


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@folder_option
@click.option("--published", type=Date(), help="The day of publication, for sources that do not tell it.")
@click.option(
    "--language", type=LanguageCode(), help="The language of the text, such as en; else the source's own."
)
@click.option(
    "--base-iri", envvar="KB_BASE_IRI", default=DEFAULT_BASE, help="What IRIs of a new base begin with."
)
@pipeline_option
@click.option(
    "--merge/--no-merge",
    default=True,
    show_default=True,
    help="Find what several articles tell of one and the same, when all are read.",
)
@click.option(
    "--given", type=click.Choice(["events"]), help="Take the places of event words from JSON Lines."
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to read with."
)
@click.option(
    "--cluster",
    "scheduler",
    metavar="ADDRESS",
    help="Read on the workers of this Dask scheduler, such as tcp://10.0.0.5:8786.",
)
def read(
    sources: tuple[str, ...],
    folder: Path,
    published: When | None,
    language: str | None,
    base_iri: str,
    merge: bool,
    given: str | None,
    jobs: int,
    scheduler: str | None,
) -> None:
    """Read articles into the knowledge base: files, folders, addresses, or - for standard input.

    \b
    kb read article.html
    kb read report.txt --published 2016-06-17
    kb read feeds/ sheet.csv https://example.org/news/1
    kb read archive.jsonl --jobs 8

    Reads saved pages (HTML), plain text, RSS and Atom feeds, CSV and TSV sheets, and JSON Lines. An
    article that was read before is replaced. Every article is stored whole or not at all: after
    Ctrl-C or a crash, what was printed as read is kept; a power cut may take what a command that had
    not ended yet has read.

    --jobs reads many articles in several processes of this machine, each of which takes some 400 MB; they are
    stored as they come back.

    --cluster reads many articles on several machines, where dask worker runs with this package; they are
    stored here, as they come back.

    --given events takes the words that tell of events from the lines of JSON instead of finding them:
    {"text", "events": [{"start", "end"}]}, or "track_b_events": [[start, end]].
    """
    if jobs > 1 and scheduler is not None:
        raise click.UsageError("Give --jobs or --cluster: a cluster has processes of its own.")
    base = KnowledgeBase.base_of(folder, base_iri)
    with Progress("Reading") as progress:
        find = partial(
            documents_in,
            published=published,
            language=language,
            base=base,
            notice=progress.say,
            given=given,
        )
        articles = Articles(progress.over(sources), find, progress.say)
        workers = cluster(scheduler) if scheduler else processes(jobs) if jobs > 1 else None
        _store_all(articles, folder, base, merge, workers)
    if articles.refused:
        raise click.exceptions.Exit(1)


class Articles:
    """The articles of all sources, one by one; what cannot be read is told and counted."""

    def __init__(
        self, sources: Iterable[str], find: Callable[[str], Iterable[Document]], say: Callable[[str], None]
    ) -> None:
        self._sources = sources
        self._find = find
        self.say = say
        self.refused = 0

    def __iter__(self) -> Iterator[Document]:
        for source in self._sources:
            try:
                yield from self._find(source)
            except (BadSource, BadRequest) as error:
                self.refuse(error)

    def refuse(self, error: Exception | str) -> None:
        """Tell why something was not read."""
        self.refused += 1
        self.say(f"Not read: {error}")


def _store_all(articles: Articles, folder: Path, base: str, merge: bool, workers: Spread | None) -> None:
    waiting = iter(articles)
    first = next(waiting, None)
    if first is None:  # where nothing can be read, no knowledge base is made
        return
    with KnowledgeBase.share(folder, base) as kb:
        if workers is None:
            _read_here(kb, chain([first], waiting), articles)
        else:
            _read_spread(kb, chain([first], waiting), articles, workers)
        if merge:
            kb.merge()


def _read_here(kb: KnowledgeBase, documents: Iterable[Document], articles: Articles) -> None:
    for document in documents:
        try:
            articles.say(summary(kb.read(document)))
        except (BadSource, BadRequest) as error:
            articles.refuse(error)


def _read_spread(
    kb: KnowledgeBase, documents: Iterable[Document], articles: Articles, spread: Spread
) -> None:
    with spread as workers:
        for outcome in kb.read_spread(documents, workers):
            if outcome.findings is None:
                articles.refuse(outcome.error)
            else:
                articles.say(summary(outcome.findings))


@click.command(context_settings={"ignore_unknown_options": True})  # -0043 is a year
@click.argument("iri", required=False)
@click.argument("date", type=Date(), required=False)
@click.option("--undo", is_flag=True, help="Take the correction back: the date is worked out again.")
@click.option("--list", "listed", is_flag=True, help="Print all that was set right.")
@folder_option
def correct(iri: str | None, date: When | None, undo: bool, listed: bool, folder: Path) -> None:
    """Set right the date of an entry, or the day a document was published.

    \b
    kb correct doc/2ff34fa1bdc5f02b/event-0b0e4c83a64b 2016-06-10
    kb correct doc/2ff34fa1bdc5f02b "17 June 2016"
    kb correct doc/2ff34fa1bdc5f02b --undo
    kb correct --list

    DATE is EDTF or words that name a date by themselves: 2016-06, 2016-06~, 2016-06-10/.., -0043-03-15,
    "44 BC", "spring 2016", "early June 2016", "since May 2014", "3 to 5 June 2016".

    All that was counted from it is dated anew, and printed with its old and its new date. Where the same
    words date several entries, only the one named is set right; once all of them have the same date, what
    counts from the words follows too. A correction outlives reading the article again, until it is taken
    back; when the article no longer tells the entry, --list and kb check say so.
    """
    if listed and iri is None and not undo:
        with KnowledgeBase.open(folder) as kb:
            print_set_right(kb.corrections(), kb.base_iri)
        return
    if iri is None or listed or (date is None) != undo:
        raise click.UsageError("Give an IRI and either a DATE (EDTF or words) or --undo; or --list alone.")
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.share(folder) as kb:
        print_redated(kb.correct(full_iri(kb, iri), date, datetime.now(UTC)), kb.base_iri)


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@folder_option
def remove(documents: tuple[str, ...], folder: Path) -> None:
    """Forget documents, named by IRI, and everything that was found in them."""
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.share(folder) as kb:
        for document in documents:
            kb.remove(full_iri(kb, document))
            click.echo(f"Removed {full_iri(kb, document)}")
