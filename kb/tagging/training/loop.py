"""The training itself: epochs over shuffled, varied sentences; the best weights so far are kept."""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kb.tagging.training.treebank import Rows
from kb.tagging.training.variants import vary


@dataclass(slots=True)
class Progress:
    """Where a training stands; kept beside the weights so that a stopped one goes on."""

    epoch: int = 0
    step: int = 0
    best: float = 0.0

    @classmethod
    def load(cls, folder: Path) -> "Progress":
        """The progress kept in a folder, or none."""
        file = folder / "progress.json"
        return cls(**json.loads(file.read_text())) if file.exists() else cls()

    def save(self, folder: Path) -> None:
        """Keep it in the folder."""
        (folder / "progress.json").write_text(json.dumps({"epoch": self.epoch, "step": self.step, "best": self.best}))


def example(nlp: Language, rows: Rows) -> Example:
    """A bare sentence beside the same one with its gold tags and tree."""
    words = [row.word for row in rows]
    gold = Doc(
        nlp.vocab,
        words=words,
        pos=[row.pos for row in rows],
        morphs=[row.features for row in rows],
        heads=[row.head for row in rows],
        deps=[row.relation for row in rows],
    )
    return Example(Doc(nlp.vocab, words=words), gold)


def batches(examples: Sequence[Example], words: float) -> Iterator[list[Example]]:
    """Batches of about this many words."""
    batch: list[Example] = []
    size = 0
    for one in examples:
        batch.append(one)
        size += len(one.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def train(nlp: Language, optimizer: Any, sentences: list[Rows], dev: list[Rows], settings: dict[str, Any], folder: Path) -> None:
    """Train until the epochs are through; `folder` then holds the best weights in `best`."""
    progress = Progress.load(folder)
    for epoch in range(progress.epoch, settings["epochs"]):
        chance = random.Random(settings["seed"] + epoch)
        examples = [example(nlp, vary(rows, chance)) for rows in chance.sample(sentences, len(sentences))]
        share = min(1.0, epoch / max(1, settings["epochs"] - 8))
        size = settings["first_batch"] + share * (settings["last_batch"] - settings["first_batch"])
        started, losses = time.monotonic(), {}
        for batch in batches(examples, size):
            nlp.update(batch, drop=settings["dropout"], sgd=optimizer, losses=losses)
            optimizer.step_schedules()
            progress.step += 1
        took = time.monotonic() - started
        with nlp.use_params(optimizer.averages):
            scores = nlp.evaluate([example(nlp, rows) for rows in dev])
            mark = (scores["dep_las"] or 0) * 0.8 + scores["pos_acc"] * 0.2
            if mark > progress.best:
                progress.best = mark
                nlp.to_disk(folder / "best")
        progress.epoch = epoch + 1
        nlp.to_disk(folder / "last")
        progress.save(folder)
        words = sum(map(len, sentences))
        print(
            f"epoch {epoch + 1} step {progress.step} {took:.0f}s {words / took:.0f} words/s batch {size:.0f} "
            f"POS {scores['pos_acc']:.4f} UAS {scores['dep_uas']:.4f} LAS {scores['dep_las']:.4f} "
            + " ".join(f"{k} {v:.0f}" for k, v in losses.items()) + f" {time.strftime('%H:%M:%S')}",
            file=sys.stderr, flush=True,
        )
