"""The values that travel inside this room: what came in, what a reader made of it, what a reader is."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes as they came, and where from.

    `name` is what messages call the source. `place` identifies it: an absolute path or an address, None
    for what has no place (standard input). `charset` and `media_type` are what a server said of the bytes.
    """

    data: bytes
    name: str
    place: str | None = None
    address: str | None = None
    media_type: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as its source tells it; dates and addresses are still the source's own strings.

    `number` counts the articles of a source that holds several, from 1; `guid` is a name the source
    gives that is no address. `record` is all a line of JSON holds, None where the source is none.
    """

    text: str
    title: str = ""
    address: str | None = None
    guid: str | None = None
    doc_id: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    published: str = ""
    published_by: str = ""
    number: int | None = None
    record: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A form of source: how to know it, how to read it.

    `begins` matches the first characters of such a source, None where they tell nothing.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    begins: re.Pattern[str] | None
    read: Callable[[Raw], Iterator[Article]]
