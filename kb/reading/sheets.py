"""Sheets as CSV or TSV: one article a row, the columns named in the first one.

The text of a document is the text cell exactly. Column names are the words of `[layout.fields]`.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from kb.errors import BadSource
from kb.reading.article import Article, Raw
from kb.reading.encoding import decode, mended
from kb.reading.fields import field_named, load_fields

DELIMITERS = (",", "\t", ";", "|")


def read_sheet(raw: Raw) -> Iterator[Article]:
    """The articles of a sheet, row by row; BadSource when no column holds text."""
    csv.field_size_limit(max(csv.field_size_limit(), len(raw.data) + 1))  # the default is 128 kB a cell
    text = mended(decode(raw.data, raw.name, raw.charset))
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        fields = _fields(next(rows, []), raw.name)
        for number, row in enumerate(rows, 1):
            if any(cell.strip() for cell in row):
                yield _article(dict(zip(fields, row, strict=False)), number)
    except csv.Error as error:
        raise BadSource(f"{raw.name} is no sheet of comma or tab separated values: {error}.") from error


def _delimiter(text: str) -> str:
    heading = text.lstrip().partition("\n")[0]
    return max(DELIMITERS, key=heading.count)


def _fields(columns: list[str], name: str) -> list[str | None]:
    fields: list[str | None] = [field_named(column) for column in columns]
    if "text" not in fields:
        wanted = ", ".join(word for word, field in load_fields().items() if field == "text")
        raise BadSource(
            f"{name} has no column with the text of the articles. Name one of them {wanted} "
            f"(its columns are: {', '.join(columns) or 'none'})."
        )
    return [field if field not in fields[:at] else None for at, field in enumerate(fields)]


def _article(cells: dict[str | None, str], number: int) -> Article:
    return Article(
        text=cells.get("text", ""),
        title=cells.get("title", "").strip(),
        address=cells.get("address"),
        doc_id=cells.get("id", "").strip() or None,
        publisher=cells.get("publisher", "").strip() or None,
        author=cells.get("author", "").strip() or None,
        language=cells.get("language", "").strip() or None,
        published=cells.get("published", ""),
        published_by="sheet",
        number=number,
    )
