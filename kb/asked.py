"""What callers ask for in their own words, understood: sources of articles, and dates somebody typed."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kb.dating import parse_date, parse_named, written_languages
from kb.errors import BadDate, BadRequest
from kb.languages import known_languages, load_language
from kb.model import Document
from kb.ontology import DEFAULT_BASE
from kb.reading import NOTICE, read_bytes, read_source
from kb.when import When


def documents_in(
    source: str | Path,
    *,
    published: When | None = None,
    language: str | None = None,
    base: str = DEFAULT_BASE,
    notice: Callable[[str], None] = NOTICE,
    given: str | None = None,
) -> Iterator[Document]:
    """The articles of a source, their dates understood in any form dating knows; else as `read_source`."""
    yield from read_source(
        source,
        published=published,
        language=language,
        base=base,
        parse_date=parse_date,
        notice=notice,
        given=given,
    )


def documents_of(
    data: bytes, name: str, *, published: When | None = None, base: str = DEFAULT_BASE
) -> Iterator[Document]:
    """The articles of bytes at hand, dates understood as by `documents_in`; else as `read_bytes`."""
    yield from read_bytes(data, name, published=published, base=base, parse_date=parse_date)


def given_date(text: str) -> When:
    """A date somebody typed: EDTF, or English words that name one by themselves; BadDate when it is none."""
    try:
        return When.parse(text.strip())
    except BadDate:
        # What begins like EDTF was meant as EDTF: half of it must not be taken for the whole.
        understood = None if re.match(r"\s*-?\d{4}-", text) else _in_words(text.strip())
    if understood is None:
        raise BadDate(
            f"{text!r} is no date. Write it like 2016-06-17, 2016-06, 2016, -0043, 2014-09/.., 17 June 2016, "
            "44 BC, spring 2016, early June 2016 or since May 2014."
        )
    return understood


def check_language(code: str) -> None:
    """BadRequest, with the codes of those that are known, for a language in which no date can be read."""
    primary = code.partition("-")[0].lower()
    if primary not in known_languages() and primary not in written_languages():
        raise BadRequest(
            f"No dates can be read in the language {code!r}. All kinds of words are known in: "
            f"{', '.join(known_languages())}; dates written out in full in: {', '.join(written_languages())}."
        )


def _in_words(text: str) -> When | None:
    return parse_date(text, "en") or parse_named(text, load_language("en"))
