"""The pages people read: the timeline with its list, the documents, the help.

Each works without JavaScript; the explorer puts its drawing where `<div id="explorer">` stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from kb.errors import NotFound
from kb.model import Entry, Filter, Named
from kb.when import When
from web.context import kb
from web.dates import date_words
from web.parameters import as_parameters, read_filter, read_number
from web.translating import say

blueprint = Blueprint("pages", __name__)

PAGE_LENGTH = 100
MOST_PAGES = 1_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a long list: which, of how many, and the addresses of its neighbours, "" for none."""

    entries: Sequence[Entry]
    number: int
    parts: int
    total: int
    before: str
    after: str


@blueprint.get("/timeline")
def timeline() -> str:
    """The timeline, drawn by the explorer and told as a list."""
    wanted = read_filter(request.args)
    page = page_of(wanted, read_number(request.args, "page", 1, MOST_PAGES))
    return render_template(
        "timeline.html",
        wanted=wanted,
        page=page,
        counts=kb().sizes(),
        about=named(wanted.about, page.entries),
        document=named(wanted.document, page.entries),
        source=address("/api/timeline", wanted),
    )


@blueprint.get("/documents")
def documents() -> str:
    """All articles, newest first, in parts."""
    number, total = read_number(request.args, "page", 1, MOST_PAGES), kb().sizes().documents
    parts = max(1, ceil(total / PAGE_LENGTH))
    if number > parts:
        raise NotFound(f"This list has no part {number}: part {parts} is its last.")
    found = kb().newest(PAGE_LENGTH, (number - 1) * PAGE_LENGTH)
    return render_template("documents.html", documents=found, total=total, number=number, parts=parts)


@blueprint.get("/help")
def help_page() -> str:
    """How to read and use the site."""
    return render_template("help.html")


def page_of(wanted: Filter, number: int) -> Page:
    """The `number`th part (from 1) of what a filter lets through; NotFound past the last."""
    found = kb().window(wanted, PAGE_LENGTH, (number - 1) * PAGE_LENGTH)
    parts = max(1, ceil(found.total / PAGE_LENGTH))
    if number > parts:
        raise NotFound(f"This list has no part {number}: part {parts} is its last.")
    end = number * PAGE_LENGTH
    before = address("/timeline", wanted, page=number - 1) if number > 1 else ""
    after = address("/timeline", wanted, page=number + 1) if end < found.total else ""
    return Page(found.entries, number, parts, found.total, before, after)


def named(iri: str, entries: Sequence[Entry]) -> Named | None:
    """The actor, place or document of this IRI, as the entries name it; None when they do not."""
    things = (thing for entry in entries for thing in (*entry.actors, entry.place, entry.document))
    return next((thing for thing in things if thing and thing.iri == iri), None)


def periods(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries in their order, those that begin in the same month (or year) under one heading."""
    return [(heading, list(group)) for heading, group in groupby(entries, key=_heading)]


def address(path: str, wanted: Filter, **more: int) -> str:
    """The address that shows what a filter asks for."""
    query = urlencode({**as_parameters(wanted), **more})
    return f"{path}?{query}" if query else path


def _heading(entry: Entry) -> str:
    when = When.parse(entry.edtf)
    if when.first_day is None:
        return say("Beginning not known")
    year, month, _ = when.first_day
    return date_words(When.of_month(year, month) if _is_fine(when) else When.of_year(year))


def _is_fine(when: When) -> bool:
    """Whether the first day says which month: it does not for a bare year."""
    return when.grain.value in ("second", "minute", "hour", "day", "week", "month")
