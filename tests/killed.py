"""Work for a process that is killed in the middle of it: `python -m tests.killed KIND FOLDER SEED`.

It says what it is about to do when that takes something away, and what it has done as soon as it has. The
folder is one of its own; what it works on lies in a folder named `kb` there.
"""

import sys
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from random import Random

from kb.model import Filter, Findings, Merge, Same
from kb.storing import Store, backup, bulk
from kb.storing.merges import keep_merges
from kb.storing.owning import Owner, shared
from tests.sample_findings import ancient, denial, story

STORIES: tuple[Callable[[], Findings], ...] = (story, ancient, denial)
ARTICLES = "articles"  # the folder of what `commands` reads
DUMP = "all.nq.gz"  # what `load` loads
ARCHIVE = "a.tar"
MADE = "2020-01-01T00:00:00+00:00"
ARTICLE = """Title: The strike of dock {number}
Date: 2016-06-{day:02}
URL: https://example.org/strike/{number}

Dockers in Genoa went on strike on Thursday. Police arrested {number} people in Naples two days later.

“We want safe cranes,” union leader Ann Roe told the Harbour Gazette on Friday.
"""


def say(*words: object) -> None:
    """Acknowledge something."""
    print(*words, flush=True)


def change(store: Store, random: Random) -> None:
    """Do something to a store, by the dice."""
    findings, what = random.choice(STORIES)(), random.choice(("keep", "keep", "remove", "reindex", "merge"))
    iri = findings.document.iri
    if what == "keep":
        store.replace_document(findings)
        say("kept", iri)
    elif what == "remove" and iri in store:
        say("removing", iri)
        store.remove(iri)
    elif what == "reindex":
        store.reindex()
    elif what == "merge":
        store.transact(lambda: merge_two(store, random))
    store.catch_up()


def merge_two(store: Store, random: Random) -> None:
    """Have two events be one, in place of what was one before."""
    several = [entry.iri for entry in store.index.window(Filter(kind="event"))]
    random.shuffle(several)
    pair = Merge(kind=Same.EVENT, members=tuple(several[:2]), rule="test", score=1, reasons=("test",))
    keep_merges(store, [pair] if len(several) > 1 else [])


def keep(folder: Path, random: Random) -> None:
    """Keep, replace, remove, merge and index."""
    with Store.create(folder / "kb") as store:
        say("open")
        while True:
            change(store, random)


def own(folder: Path, _random: Random) -> None:
    """Own a store for others."""
    with Store.create(folder / "kb") as store, Owner(store, folder / "kb"):
        say("open")
        sys.stdin.read()


def hand(folder: Path, random: Random) -> None:
    """The same work as `keep`, through who owns the store."""
    with shared(folder / "kb") as store:
        say("open")
        while True:
            change(store, random)


def back_up(folder: Path, random: Random) -> None:
    """Back up, over and over, a store that is written between."""
    with Store.create(folder / "kb") as store:
        say("open")
        while True:
            change(store, random)
            with Store.open(folder / "kb") as reader:
                backup.back_up(reader, folder / ARCHIVE, MADE)
            say("backed up")


def load(folder: Path, _random: Random) -> None:
    """Load one knowledge base after the other."""
    say("open")
    for number in count():
        bulk.load(folder / DUMP, folder / f"kb{number}")
        say("loaded", number)


def command(folder: Path, random: Random) -> None:
    """Run commands as a person would, in one process only because starting takes longest."""
    from web.commands import main

    place = ["--kb", str(folder / "kb")]
    articles = sorted((folder / ARTICLES).iterdir())
    main(["resolve", "two days later"], standalone_mode=False)
    while True:
        verb = random.choice(("read", "read", "read", "remove", "reindex", "backup", "merge"))
        stored = documents(folder / "kb")
        if verb == "read" or not stored:
            main(["read", *map(str, random.sample(articles, 3)), *place], standalone_mode=False)
        elif verb == "remove":
            iri = random.choice(stored)
            say("removing", iri)
            main(["remove", iri, *place], standalone_mode=False)
        elif verb == "backup":
            main(["backup", str(folder / ARCHIVE), *place], standalone_mode=False)
        else:
            main([verb, *place], standalone_mode=False)


def documents(folder: Path) -> list[str]:
    """The IRIs of what is stored in a folder."""
    from kb.base import KnowledgeBase

    if not folder.exists():
        return []
    with KnowledgeBase.open(folder) as kb:
        return sorted(view.iri for view in kb.documents())


KINDS: Mapping[str, Callable[[Path, Random], None]] = {
    "keep": keep,
    "command": command,
    "load": load,
    "back up": back_up,
    "hand": hand,
    "own": own,
}

if __name__ == "__main__":
    KINDS[sys.argv[1]](Path(sys.argv[2]), Random(int(sys.argv[3])))
