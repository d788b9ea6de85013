"""Timelines of people and things: `python -m tests.benchmarks.timelines DOCS GOLD OUT [--given events]`.

The task is that of SemEval-2015 (Minard et al., task 4, "TimeLine: Cross-Document Event Ordering"): what
happened to somebody or something, in order, over all articles of a corpus. DOCS are the articles, a line of
JSON each ({"corpus", "doc_id", "dct", "text"}), GOLD names who is asked for ({"corpus", "entity"}). For each
corpus a knowledge base is built in a temporary folder and asked as `kb timeline --about NAME --json`; OUT is
what the scorer of the task reads. With `--given events` the places of the event words are those of DOCS
("track_b_events"): track B of the task.

The task wants what took place and in which somebody takes part (`--involved --real`), and a date for
everything: a year, a month or a day. What is told without one is taken for news of the day that its article
tells of (`--undated news`): the last day told before it that lies in the week before publication, else the
first behind it, else that of publication. `--undated left` gives what `kb timeline` gives, and no more.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from kb.base import KnowledgeBase
from kb.model import Entry, Filter
from kb.when import When
from kb.when.days import to_iso
from kb.writing.rows import timeline_records

Record = dict[str, Any]
NewsDays = Mapping[str, Sequence[tuple[int, str]]]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEK = 7


def records_of(path: Path) -> list[Record]:
    """The lines of a file of JSON Lines, those of a corpus together."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return sorted((json.loads(line) for line in lines if line.strip()), key=corpus_of)


def corpus_of(record: Record) -> str:
    """The corpus a line belongs to."""
    return str(record["corpus"])


def built(folder: Path, documents: Iterable[Record], given: str | None) -> None:
    """Reads the articles into a knowledge base in this folder."""
    source = folder / "documents.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in documents), encoding="utf-8")
    with KnowledgeBase.create(folder / "kb") as kb:
        for document in kb.documents_in(source, given=given):
            kb.read(document)
        kb.merge()


def timelines(folder: Path, entities: Iterable[Record], undated: str) -> Iterator[Record]:
    """What is known of each of these, as the scorer reads it."""
    with KnowledgeBase.open(folder / "kb") as kb:
        days = days_of_news(kb.timeline())
        for asked in entities:
            entries = timeline_records(kb.timeline(Filter(about=asked["entity"], involved=True, real=True)))
            answer = [placed(record, days) for record in entries] if undated == "news" else list(entries)
            yield {"corpus": asked["corpus"], "entity": asked["entity"], "entries": answer}


def days_of_news(entries: Iterable[Entry]) -> NewsDays:
    """The days of the week before its publication that each article tells of, with the places that do."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for told in (version for entry in entries for version in (entry, *entry.versions)):
        day, published = told.edtf.partition("T")[0], told.published[: len("2016-06-17")]
        if told.dated and DAY.fullmatch(day) and 0 <= days_between(day, published) <= WEEK:
            found[told.doc_id].append((told.trigger.start if told.trigger else told.start, day))
    return {name: sorted(days) for name, days in found.items()}


def days_between(day: str, published: str) -> int:
    """How many days before its publication an article tells of; -1 where it does not say when it appeared."""
    return (date.fromisoformat(published) - date.fromisoformat(day)).days if published else -1


def placed(record: Record, days: NewsDays) -> Record:
    """A record with a date as the task wants it, that of an entry without one by the news of its article.

    The scorer then ranks the entries anew, by date.
    """
    told_at = record["mentions"][0]
    told = days.get(told_at["doc_id"], ())
    before = [day for start, day in told if start <= told_at["start"]]
    news = [*before[-1:], *(day for _, day in told), (record["latest"] or "")[: len("2016-06-17")]]
    found = narrowest(record["date"]) if record["date"] else news[0] or None
    return {key: record[key] for key in record if key != "order"} | {"date": found}


def narrowest(edtf: str) -> str | None:
    """The narrowest day, month or year that holds all of a date; of an open end the end that is told.

    None where there is none, as of a decade.
    """
    told = edtf.removeprefix("../").removesuffix("/..")
    bounds = [to_iso(bound) for bound in When.parse(told).window]
    days = [bound[: len("2016-06-17")] for bound in bounds if bound]
    shared = takewhile(
        lambda parts: len(set(parts)) == 1, zip(*(day.split("-") for day in days), strict=True)
    )
    return "-".join(parts[0] for parts in shared) or None


@click.command()
@click.argument("docs", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.File("w", encoding="utf-8"))
@click.option("--given", type=click.Choice(["events"]))
@click.option("--undated", type=click.Choice(["news", "left"]), default="news", show_default=True)
def main(docs: Path, gold: Path, out: Any, given: str | None, undated: str) -> None:
    """Build one knowledge base for each corpus, ask it for each entity, write what the scorer reads."""
    articles = {name: list(group) for name, group in groupby(records_of(docs), key=corpus_of)}
    for name, entities in groupby(records_of(gold), key=corpus_of):
        print(f"{name}: {len(articles[name])} articles", file=sys.stderr)
        with TemporaryDirectory() as folder:
            built(Path(folder), articles[name], given)
            for found in timelines(Path(folder), entities, undated):
                out.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
