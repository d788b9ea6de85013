"""Words a second: `python -m tests.benchmarks.tagging_speed`, of tagging and of all of `kb annotate`.

The text is that of the sample articles, repeated; the first round, which loads the weights and the
tables, is not counted. One process is measured in CPU time, several by the clock. Options: --jobs for
the whole of `kb annotate`, --rounds for a longer run.
"""

import argparse
from collections.abc import Callable
from multiprocessing import get_context
from time import perf_counter, process_time

from kb import pipeline
from kb.base import SAMPLE, documents_in
from kb.languages import load_language
from kb.model import Document, Findings
from kb.reading.sentences import find_sentences
from kb.tagging import tag


def main() -> None:
    """Print words a second of each stage."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.tagging_speed", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    documents = list(documents_in(str(SAMPLE)))
    words = sum(len(document.text.split()) for document in documents)
    stages: dict[str, Callable[[Document], object]] = {"tagging": tagged, "kb annotate": annotated}
    for name, stage in stages.items():
        speed = rate(stage, documents, words, options.rounds)
        print(f"{name:12} {speed:8,.0f} words a second of CPU time, one process")
    if options.jobs > 1:
        total = shared_rate(documents, words, options.rounds, options.jobs)
        print(f"{'kb annotate':12} {total:8,.0f} words a second, {options.jobs} processes")


def tagged(document: Document) -> object:
    """Sentences and tokens."""
    english = load_language("en")
    begun = Findings(document, sentences=find_sentences(document, english))
    return tag(begun, english)


def annotated(document: Document) -> object:
    """Everything."""
    return pipeline.annotate(document, frozenset())


def rate(stage: Callable[[Document], object], documents: list[Document], words: int, rounds: int) -> float:
    """Words a second of CPU time of a stage, after one round to warm up."""
    for document in documents:
        stage(document)
    start = process_time()
    for document in documents * rounds:
        stage(document)
    return words * rounds / (process_time() - start)


def shared_rate(documents: list[Document], words: int, rounds: int, jobs: int) -> float:
    """The same with several processes at work, as `kb annotate --jobs` starts them."""
    with get_context("spawn").Pool(jobs) as pool:
        pool.map(annotated, documents * jobs, chunksize=1)
        start = perf_counter()
        pool.map(annotated, documents * rounds, chunksize=4)
        return words * rounds / (perf_counter() - start)


if __name__ == "__main__":
    main()
