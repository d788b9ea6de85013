"""Reading: a source becomes `Document`s.

A source is a file, a folder, an address, standard input, or bytes at hand. Each form of source (a web
page, a feed, ...) is a `Reader` that yields an `Article` for each article in it; this module finds the
reader, understands what the article states of itself, and names the document.

To add a form, write its module with a function `Raw -> Iterator[Article]` and add a line to `READERS`.
What a source is called in other words (columns, header lines) stands in `[layout.fields]` of the languages.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import BadSource
from kb.fetch import Fetcher
from kb.model import Document, Span
from kb.ontology import DEFAULT_BASE, digest
from kb.reading.article import Article, Raw, Reader
from kb.reading.dated_text import below_date_line, day_told
from kb.reading.encoding import first_characters, refuse_binary
from kb.reading.feeds import FEED, FEED_TYPES, read_feed
from kb.reading.pages import PAGE, read_page
from kb.reading.plain import heading_of, read_plain
from kb.reading.records import RECORD, read_records
from kb.reading.sheets import read_sheet
from kb.reading.sources import (
    checked,
    fetch_raw,
    find_files,
    is_address,
    is_folder,
    load_file,
    load_standard_input,
)
from kb.reading.spans import given_spans
from kb.reading.stated import ParseDate, absolute_address, understood_date
from kb.when import When

__all__ = ["NOTICE", "READERS", "read_bytes", "read_source"]

# The first to know the beginning of the text reads it, else its suffix, else its media type; else the last.
READERS = (
    Reader("page", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), PAGE, read_page),
    Reader("feed", (".rss", ".atom", ".xml", ".rdf"), FEED_TYPES, FEED, read_feed),
    Reader("records", (".jsonl", ".ndjson"), ("application/jsonl",), RECORD, read_records),
    Reader("sheet", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), None, read_sheet),
    Reader("plain", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), None, read_plain),
)
# The longest reports and features have some 150,000; what is longer is no article but a book or a dump,
# and would take many minutes without a word.
MAX_CHARACTERS = 500_000
NOTICE = logging.getLogger(__name__).warning
SUFFIXES = frozenset(suffix for reader in READERS for suffix in reader.suffixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What the caller asked for, handed down."""

    published: When | None
    language: str | None
    base: str
    parse_date: ParseDate | None
    notice: Callable[[str], None]
    given: str | None = None


def read_source(
    source: str | Path,
    *,
    published: When | None = None,
    language: str | None = None,
    base: str = DEFAULT_BASE,
    parse_date: ParseDate | None = None,
    fetcher: Fetcher | None = None,
    notice: Callable[[str], None] = NOTICE,
    given: str | None = None,
) -> Iterator[Document]:
    """The articles of a file, of all files below a folder, of an http(s) address, or of "-" (standard input).

    `published` dates the articles whose source does not; without it, what their own text says of itself
    does, a dateline or a line with the date. `language` (a BCP 47 code) stands above what a source says
    of its own. Documents are named below `base`. Explicit dates that are neither ISO 8601 nor
    RFC 822 are given to `parse_date(text, language)`. `notice` is told in a sentence what was passed
    over and why. `given` ("events") takes the places of the event words from the source.

    Raises BadSource for what is missing, empty, binary, too large or without any article. In a folder, a
    file that cannot be read gets a notice, the others are read, and BadSource at the end says how many.
    """
    if not str(source).strip():
        raise BadSource("A source without a name was given. Name a file, a folder or an address.")
    terms = _Terms(
        published=published, language=language, base=base, parse_date=parse_date, notice=notice, given=given
    )
    if source == "-":
        yield from _documents(load_standard_input(), terms)
    elif isinstance(source, str) and is_address(source):
        yield from _documents(fetch_raw(source, fetcher), terms)
    elif is_folder(path := Path(source)):
        yield from _folder(path, terms)
    else:
        yield from _documents(load_file(path), terms)


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: When | None = None,
    language: str | None = None,
    base: str = DEFAULT_BASE,
    parse_date: ParseDate | None = None,
    notice: Callable[[str], None] = NOTICE,
) -> Iterator[Document]:
    """The articles of bytes at hand, such as an upload; `name` tells their form by its suffix, if it has one.

    They have no place of their own, so a document that states no address is named after its text.
    Otherwise as `read_source`.
    """
    terms = _Terms(published=published, language=language, base=base, parse_date=parse_date, notice=notice)
    yield from _documents(checked(Raw(data=data, name=name)), terms)


def _folder(folder: Path, terms: _Terms) -> Iterator[Document]:
    count = refused = 0
    for path in find_files(folder, SUFFIXES, terms.notice):
        try:
            for document in _documents(load_file(path), terms):
                count += 1
                yield document
        except BadSource as error:
            refused += 1
            terms.notice(f"Not read: {error}")
    if refused:
        raise BadSource(f"{refused} of the files in the folder {folder}, for the reasons given above.")
    if not count:
        raise BadSource(
            f"No article was found in the folder {folder}. Files read there: {', '.join(sorted(SUFFIXES))}."
        )


def _documents(raw: Raw, terms: _Terms) -> Iterator[Document]:
    refuse_binary(raw.data, raw.name)
    count = 0
    for article in _reader(raw).read(raw):
        if article.text.strip():
            count += 1
            yield _document(_of_readable_length(article, raw), raw, terms)
        elif article.number:
            terms.notice(f"Number {article.number} of {raw.name} has no text and was passed over.")
    if not count:
        raise BadSource(
            f"{raw.name} holds no text of an article that can be told from the rest. "
            "Save the text itself as .txt and read that."
        )


def _of_readable_length(article: Article, raw: Raw) -> Article:
    if len(article.text) > MAX_CHARACTERS:
        raise BadSource(
            f"{raw.name} has an article of {len(article.text):,} characters; at most {MAX_CHARACTERS:,} are "
            "read as one. Split it into its parts and read those."
        )
    return article


def _reader(raw: Raw) -> Reader:
    head = first_characters(raw.data)
    suffix = Path((raw.address or raw.name).partition("?")[0]).suffix.lower()
    by_beginning = [reader for reader in READERS if reader.begins and reader.begins.match(head)]
    by_suffix = [reader for reader in READERS if suffix in reader.suffixes]
    by_media_type = [reader for reader in READERS if raw.media_type in reader.media_types]
    return next(iter([*by_beginning, *by_suffix, *by_media_type]), READERS[-1])


def _document(article: Article, raw: Raw, terms: _Terms) -> Document:
    language = terms.language or article.language or "en"
    address = absolute_address(article.address, raw.address)
    published, published_by = _published(article, raw, language, terms)
    return Document(
        iri=f"{terms.base}doc/{digest(_identity(article, address, raw))}",
        text=article.text,
        language=language,
        title=article.title or heading_of(below_date_line(article.text, language, terms.parse_date)),
        url=address,
        publisher=article.publisher,
        author=article.author,
        doc_id=article.doc_id,
        published=published,
        published_by=published_by,
        given_events=_given_events(article, raw) if terms.given == "events" else None,
    )


def _given_events(article: Article, raw: Raw) -> tuple[Span, ...]:
    if article.record is None:
        raise BadSource(f"{raw.name} gives no places of events. Those go with JSON Lines; leave out --given.")
    try:
        return given_spans(article.record, "events")
    except ValueError as error:
        raise BadSource(f"Line {article.number} of {raw.name}: {error}.") from error


def _published(article: Article, raw: Raw, language: str, terms: _Terms) -> tuple[When | None, str]:
    stated = understood_date(article.published, language, terms.parse_date)
    if stated is not None:
        return stated, article.published_by
    if article.published.strip():
        terms.notice(
            f"{article.title or raw.name}: its date {article.published.strip()!r} is not understood."
        )
    if terms.published is not None:
        return terms.published, "given"
    return day_told(article.text, language, terms.parse_date)


def _identity(article: Article, address: str | None, raw: Raw) -> str:
    """What names an article wherever it is read: the same again replaces it."""
    place = raw.place and (f"{raw.place}#{article.number}" if article.number else raw.place)
    doc_id = f"doc_id {article.doc_id}" if article.doc_id else None
    return address or article.guid or doc_id or place or article.text
