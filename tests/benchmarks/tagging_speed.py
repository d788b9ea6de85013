"""Words a second: `python -m tests.benchmarks.tagging_speed`, of tagging and of all of `kb annotate`.

The text is that of the sample articles, repeated; the first round, which loads the weights and the
tables, is not counted. Stages take turns, article by article, and the quickest turn of each counts: CPU
time grows when others are at work, so on a busy machine only the ratio tells. With --jobs, as many
processes read as `kb annotate --jobs` starts, measured by the clock and in CPU time, starting left out.
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from kb import pipeline
from kb.base import SAMPLE, documents_in
from kb.cli.annotating import Work, annotate_line, mapped
from kb.languages import load_language
from kb.model import Document, Findings
from kb.reading.sentences import find_sentences
from kb.tagging import tag

Stage = Callable[[Document], object]
NOWHERE = Path("no-knowledge-base")  # nothing is linked


def main() -> None:
    """Print words a second of each stage, and how much longer the whole takes than tagging."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tagging_speed", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents = list(documents_in(str(SAMPLE)))
    words = sum(len(document.text.split()) for document in documents)
    stages: dict[str, Stage] = {"tagging": tagged, "kb annotate": annotated}
    seconds = quickest(stages, documents, options.rounds)
    for name, taken in seconds.items():
        print(f"{name:12} {words / taken:8,.0f} words a second of CPU time, one process")
    print(f"{'ratio':12} {seconds['kb annotate'] / seconds['tagging']:8.2f} of the whole to tagging")
    if options.jobs > 1:
        by_clock, by_cpu = shared(documents * options.rounds, options.jobs)
        total = words * options.rounds
        print(f"{'kb annotate':12} {total / by_clock:8,.0f} words a second, {options.jobs} processes")
        print(f"{'':12} {total / by_cpu:8,.0f} words a second, had each of them a core to itself")


def tagged(document: Document) -> object:
    """Sentences and tokens."""
    english = load_language("en")
    begun = Findings(document, sentences=find_sentences(document, english))
    return tag(begun, english)


def annotated(document: Document) -> object:
    """Everything."""
    return pipeline.annotate(document, frozenset())


def quickest(stages: dict[str, Stage], documents: list[Document], rounds: int) -> dict[str, float]:
    """Seconds of CPU time of each stage over all documents: of each document the quickest round."""
    taken: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(rounds + 1):
        for document in documents:
            for name, stage in stages.items():
                start = process_time()
                stage(document)
                taken[name, document.iri].append(process_time() - start)
    return {name: sum(min(taken[name, d.iri]) for d in documents) for name in stages}


def shared(documents: list[Document], jobs: int) -> tuple[float, float]:
    """Seconds by the clock, and seconds of CPU time of each of the processes, from the first answer on."""
    work: Work = partial(annotate_line, only=frozenset(), given=None, folder=NOWHERE)
    lines = [(number, json.dumps({"text": d.text})) for number, d in enumerate(documents)]
    results = mapped(work, lines, jobs)
    next(results)
    start, used = perf_counter(), os.times()
    for _ in results:
        pass
    by_clock, ended = perf_counter() - start, os.times()
    return by_clock, (ended.children_user - used.children_user) / jobs


if __name__ == "__main__":
    main()
