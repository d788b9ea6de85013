"""The verbs that change what is stored: read, remove."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import click

from kb.base import KnowledgeBase, documents_in
from kb.cli.options import Date, LanguageCode, folder_option, full_iri, pipeline_option
from kb.cli.printing import Progress, summary
from kb.errors import BadRequest, BadSource
from kb.model import Document
from kb.ontology import DEFAULT_BASE
from kb.when import When


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
def read(
    sources: tuple[str, ...], folder: Path, published: When | None, language: str | None, base_iri: str
) -> None:
    """Read articles into the knowledge base: files, folders, addresses, or - for standard input.

    \b
    kb read article.html
    kb read report.txt --published 2016-06-17
    kb read feeds/ sheet.csv https://example.org/news/1

    Reads saved pages (HTML), plain text, RSS and Atom feeds, CSV and TSV sheets, and JSON Lines. An
    article that was read before is replaced. Every article is stored whole or not at all: after
    Ctrl-C or a crash, what was printed as read is kept; a power cut may take what a command that had
    not ended yet has read.
    """
    base = KnowledgeBase.base_of(folder, base_iri)
    with Progress("Reading") as progress:
        find = partial(documents_in, published=published, language=language, base=base, notice=progress.say)
        articles = Articles(progress.over(sources), find, progress.say)
        _store_all(articles, folder, base)
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

    def refuse(self, error: Exception) -> None:
        """Tell why something was not read."""
        self.refused += 1
        self.say(f"Not read: {error}")


def _store_all(articles: Articles, folder: Path, base: str) -> None:
    waiting = iter(articles)
    first = next(waiting, None)
    if first is None:  # where nothing can be read, no knowledge base is made
        return
    with KnowledgeBase.create(folder, base) as kb:
        for document in chain([first], waiting):
            try:
                articles.say(summary(kb.read(document)))
            except (BadSource, BadRequest) as error:
                articles.refuse(error)


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@folder_option
def remove(documents: tuple[str, ...], folder: Path) -> None:
    """Forget documents, named by IRI, and everything that was found in them."""
    KnowledgeBase.open(folder).close()  # a mistyped folder is no reason to make a knowledge base
    with KnowledgeBase.create(folder) as kb:
        for document in documents:
            kb.remove(full_iri(kb, document))
            click.echo(f"Removed {full_iri(kb, document)}")
