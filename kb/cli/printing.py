"""How things look on a terminal: entries, passages, progress. Nothing here decides anything."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from types import TracebackType
from typing import Any, Self

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from kb import pipeline
from kb.cli.tables import plain, print_table
from kb.model import (
    Document,
    DocumentView,
    EntityView,
    Entry,
    Explanation,
    Findings,
    Merge,
    Named,
    Same,
    Span,
    Standing,
    TimeExpression,
    Waiting,
)
from kb.when import When
from kb.writing.rows import timeline_records

SAID_BY_TEXT = {"dateline": "its dateline", "text": "a line of its text"}
PLURALS = {Same.ENTITY: "people and places", Same.EVENT: "events", Same.STATEMENT: "statements"}


class Progress:
    """A bar on standard error, drawn only on a terminal; `say` prints lines above it."""

    def __init__(self, what: str) -> None:
        self._what = what
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def over(self, things: Iterable[Any]) -> Iterator[Any]:
        """The things one by one, counted as they are done."""
        yield from self._bar.track(things, description=self._what)

    def say(self, line: str) -> None:
        """Print a line for a reader, above the bar."""
        self._bar.console.print(
            "\n".join(map(plain, line.split("\n"))), markup=False, highlight=False, soft_wrap=True
        )


def summary(findings: Findings) -> str:
    """One line on what was found in a document."""
    document = findings.document
    title = document.title or shorten(document.text, 60, placeholder="…")
    found = (
        f"{len(findings.statements)} statements, {len(findings.events)} events, {len(findings.times)} dates"
    )
    if not pipeline.is_known(document.language):
        dates = f"{len(findings.times)} written-out dates" if findings.times else "nothing"
        found = f"kept; found {dates}, for the language {document.language} has no words here"
    return f"Read “{title}” ({_published(document)}): {found}\n  {document.iri}"


def _published(document: Document) -> str:
    if document.published:
        return f"published {document.published.words()}{_told_by(document.published_by)}"
    return "no date of publication: relative dates stay open; give --published YYYY-MM-DD"


def _told_by(published_by: str) -> str:
    return f", as {SAID_BY_TEXT[published_by]} says" if published_by in SAID_BY_TEXT else ""


def print_entries(entries: Sequence[Entry], base_iri: str) -> None:
    """A table for people: date, kind, what, who says so, and the IRI without the base."""
    if entries:
        print_table(("Date", "Kind", "What", "Source", "IRI"), (_row(entry, base_iri) for entry in entries))
    else:
        click.echo("Nothing found.")


def _row(entry: Entry, base_iri: str) -> tuple[str, ...]:
    kind = entry.kind if entry.kind == "statement" else f"event, {entry.status}"
    source = ", ".join(part for part in (entry.publisher, entry.published) if part)
    if entry.told_by > 1:
        source = f"{entry.told_by} articles, such as {source}" if source else f"{entry.told_by} articles"
    return (_marked_date(entry), kind, entry.label, source, entry.iri.removeprefix(base_iri))


def _marked_date(entry: Entry) -> str:
    """The date with a mark where the articles that tell of it give dates that cannot both be right."""
    return (
        f"{dated(entry)} ≠" if any(said.startswith("Date:") for said in entry.disagreements) else dated(entry)
    )


def dated(entry: Entry) -> str:
    """The EDTF date of an entry, in brackets when only publication bounds it."""
    return entry.edtf if entry.dated else f"({entry.edtf or 'no date'})"


def print_records(entries: Sequence[Entry]) -> None:
    """One JSON line an entry."""
    for record in timeline_records(entries):
        click.echo(json.dumps(record, ensure_ascii=False))


def print_entry(explanation: Explanation) -> None:
    """What an entry holds: date, who, what about."""
    entry = explanation.entry
    lines = [
        ("", entry.label),
        ("date", f"{dated(entry)}  {When.parse(entry.edtf).words() if entry.edtf else ''}"),
    ]
    lines += [("kind", " ".join((entry.kind, entry.status, entry.quote_kind)).strip())]
    lines += [(role.role, _named(role.who)) for role in explanation.involved]
    lines += [("place", _named(entry.place))] if entry.place else []
    lines += [(said.attitude, _said(said.words, said.describes)) for said in explanation.propositions]
    lines += [("spoken of in", _named(named)) for named in explanation.described_by]
    lines += [("source", f"{_named(entry.document)}, characters {entry.start} to {entry.end}")]
    lines += [("told again", " ".join(words.split())) for words in explanation.told_again]
    lines += [("also told as", _version(version)) for version in entry.versions]
    lines += [("they differ", said) for said in entry.disagreements]
    lines += [("one because", reason) for reason in explanation.one_because]
    _print_pairs(lines)


def _version(version: Entry) -> str:
    told = ", ".join(part for part in (dated(version), version.status, version.publisher) if part)
    return f"{version.label} ({told}) <{version.iri}>"


def print_merges(merges: Sequence[Merge], base_iri: str, listed: bool) -> None:
    """How much is one and the same, and, if asked for, each decision with its reasons."""
    for merge in merges if listed else ():
        click.echo(f"{merge.kind} {merge.canonical.removeprefix(base_iri)} ({merge.rule}, {merge.score:.2f})")
        for member in merge.members[1:]:
            click.echo(f"  = {member.removeprefix(base_iri)}")
        for sentence in (*merge.reasons, *merge.disagreements):
            click.echo(f"  {plain(sentence)}")
    counts = Counter(merge.kind for merge in merges)
    told = ", ".join(f"{PLURALS[kind]} {counts[kind]}" for kind in Same)
    click.echo(f"Found to be one and the same: {told}.", err=True)


def print_candidates(waiting: Waiting, place: str) -> None:
    """Somebody or something that waits to be linked, and its candidates with what speaks for each."""
    click.echo(f"\n{click.style(plain(waiting.label), bold=True)}  ({place})  {waiting.subject}")
    for number, link in enumerate(waiting.links, 1):
        told = ", ".join(filter(None, (link.object_kind, link.object_description)))
        click.echo(
            f"{number:>3}  {link.confidence:.2f}  {plain(link.object_label)}  <{link.object}>  {plain(told)}"
        )
        click.echo(f"            {plain(' '.join(link.reasons))}")


def _said(words: str, described: Iterable[Named]) -> str:
    about = "; ".join(_named(named) for named in described)
    return words + (f"  -> {about}" if about else "")


def _named(named: Named | None) -> str:
    return f"{named.label} <{named.iri}>" if named else ""


def print_explanation(explanation: Explanation) -> None:
    """The sentence with its words of time, and how the date was worked out."""
    Console(highlight=False, soft_wrap=True).print(_marked(explanation), end="\n\n")
    words = f"“{explanation.expression_text}”" if explanation.expression_text else "none"
    rule, anchor = explanation.rule or "not told", explanation.anchor or "none"
    _print_pairs([("words", words), ("rule", rule), ("anchor", anchor)])
    for number, step in enumerate(explanation.steps, 1):
        click.echo(f"  {number}. {step}")
    if explanation.depends_on:
        click.echo(f"  It hangs on {_named(explanation.depends_on)}.")
    _print_pairs([("told again", " ".join(words.split())) for words in explanation.told_again])
    confidence = "" if explanation.confidence is None else f"{explanation.confidence:.2f}"
    _print_pairs([("date", dated(explanation.entry)), ("confidence", confidence)])


def print_time(time: TimeExpression, text: str) -> None:
    """The words of one expression, what they mean, and how that was worked out."""
    when, anchor = time.when, time.anchor
    anchored = f"{anchor.kind} {anchor.when}" if anchor else "none"
    pairs = [
        ("", time.span.of(text)),
        ("type", str(time.type)),
        ("value", time.value),
        ("mod", time.mod or ""),
    ]
    pairs += [("rule", time.rule), ("anchor", anchored)]
    _print_pairs(pairs)
    for number, step in enumerate(time.steps, 1):
        click.echo(f"  {number}. {step}")
    others = ", ".join(map(str, time.alternatives))
    dated = f"{when}  {when.words()}" if when else "none"
    _print_pairs([("weighed", others), ("date", dated), ("confidence", f"{time.confidence:.2f}")])


def _marked(explanation: Explanation) -> Text:
    text = Text(plain(explanation.passage))
    for span, style in (
        (explanation.evidence, "italic"),
        (explanation.trigger, "bold"),
        (explanation.expression, "reverse"),
    ):
        if isinstance(span, Span):
            text.stylize(style, span.start - explanation.passage_start, span.end - explanation.passage_start)
    return text


def print_document(document: DocumentView, base_iri: str) -> None:
    """An article's facts and entries."""
    published = document.published + (_told_by(document.published_by) if document.published else "")
    _print_pairs([("", document.title), ("published", published), ("publisher", document.publisher)])
    print_entries(document.entries, base_iri)


def print_links(links: Sequence[Standing]) -> None:
    """What something is in lists elsewhere, or may be, and who says so."""
    for held in links:
        record, by = held.record, held.record.review.reviewer if held.record.review else held.record.tool
        link = (
            f"{record.object_label} <{record.object}> ({record.confidence:.2f})"
            if record.object
            else "nobody"
        )
        _print_pairs([(str(held.judgement), f"{link}, by {by}")])


def print_entity(entity: EntityView, base_iri: str) -> None:
    """Someone or somewhere, and the entries they take part in."""
    pairs = [("", entity.label), ("kind", entity.kind), ("part of", entity.part_of)]
    pairs += [("also named", _named(version)) for version in entity.versions]
    pairs += [("one because", reason) for reason in entity.one_because]
    _print_pairs(pairs)
    print_entries(entity.entries, base_iri)


def _print_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    for name, value in pairs:
        if value:
            click.echo(f"{name + ':':<14}{plain(value)}" if name else click.style(plain(value), bold=True))
