"""How well the pipeline reads, on treebanks it has not seen: `python -m tests.benchmarks.tagging_scores`.

Reads `treebanks/` under KB_EVAL_DATA (Universal Dependencies as CoNLL-U, Universal NER as IOB2), words
as cut there. LAS and UAS count all words, as the CoNLL shared tasks do; entities count when extent and
kind are right. Lemmas are compared without regard to capitals.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from kb.tagging.lexicon import WEIGHTS, Lexicon, load_lexicon
from kb.tagging.pieces import Piece
from kb.tagging.pipelines import Pipeline, load_pipeline
from kb.tagging.training.treebank import Rows, load_names, load_treebank

TREEBANKS = {"EWT dev": "en_ewt/dev.conllu", "PUD": "en_pud/dev.conllu"}
ENTITIES = {"EWT dev": "ner/uner_ewt_dev.iob2", "PUD": "ner/uner_pud.iob2"}
Extents: TypeAlias = set[tuple[int, int, str]]


def main() -> int:
    """Print both tables; 2 when there is nothing to measure on."""
    folder = os.environ.get("KB_EVAL_DATA")
    if not folder:
        print("Set KB_EVAL_DATA to a folder that holds treebanks/.", file=sys.stderr)
        return 2
    pipeline = load_pipeline(os.environ.get("KB_PIPELINE") or str(WEIGHTS / "en"))
    print("| treebank | words | UPOS | UAS | LAS | lemmas |\n| --- | --- | --- | --- | --- | --- |")
    for name, file in TREEBANKS.items():
        print(_row(name, load_treebank(Path(folder, "treebanks", file)), pipeline))
    print("\n| entities | gold | found | P | R | F1 |\n| --- | --- | --- | --- | --- | --- |")
    for name, file in ENTITIES.items():
        print(_entities(name, load_names(Path(folder, "treebanks", file)), pipeline))
    return 0


def _row(name: str, sentences: list[Rows], pipeline: Pipeline) -> str:
    found = pipeline.read([row.word for row in rows] for rows in sentences)
    right = [_right(rows, pieces, load_lexicon("en")) for rows, pieces in zip(sentences, found, strict=True)]
    words = sum(map(len, sentences))
    shares = (f"{100 * sum(column) / words:.1f}" for column in zip(*right, strict=True))
    return f"| {name} | {words:,} | {' | '.join(shares)} |"


def _right(rows: Rows, pieces: list[Piece], lexicon: Lexicon) -> tuple[int, int, int, int]:
    """How many parts of speech, heads, labelled heads and lemmas of a sentence are right."""
    pairs = list(zip(rows, pieces, strict=True))
    heads = [row.head == piece.head for row, piece in pairs]
    labels = [row.relation.lower() == piece.relation for row, piece in pairs]
    lemmas = [(piece.lemma or lexicon.lemma(row.word, piece.pos)).lower() for row, piece in pairs]
    return (
        sum(row.pos == piece.pos for row, piece in pairs),
        sum(heads),
        sum(head and label for head, label in zip(heads, labels, strict=True)),
        sum(row.lemma.lower() == lemma for row, lemma in zip(rows, lemmas, strict=True)),
    )


def extents(labels: Sequence[str]) -> Extents:
    """First and last word and kind of each entity of a sentence."""
    begins = [i for i, label in enumerate(labels) if label.startswith("B-")]
    return {(i, _last(labels, i), labels[i][2:]) for i in begins}


def _last(labels: Sequence[str], index: int) -> int:
    while index + 1 < len(labels) and labels[index + 1].startswith("I-"):
        index += 1
    return index


def score_row(name: str, pairs: Iterable[tuple[Extents, Extents]]) -> str:
    """Precision, recall and F1 of pairs of gold and found, as a row of a table."""
    counts = [(len(gold), len(found), len(gold & found)) for gold, found in pairs]
    gold, found, hits = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = 100 * hits / max(found, 1), 100 * hits / max(gold, 1)
    f1 = 200 * hits / max(gold + found, 1)
    return f"| {name} | {gold} | {found} | {precision:.1f} | {recall:.1f} | {f1:.1f} |"


def _entities(name: str, sentences: list[Rows], pipeline: Pipeline) -> str:
    found = pipeline.read([row.word for row in rows] for rows in sentences)
    pairs = zip(sentences, found, strict=True)
    return score_row(
        name,
        ((extents([row.name for row in rows]), extents(list(_labels(pieces)))) for rows, pieces in pairs),
    )


def _labels(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        yield f"{'B' if piece.opens else 'I'}-{piece.entity}" if piece.entity else "O"


if __name__ == "__main__":
    sys.exit(main())
