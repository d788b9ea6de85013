"""The training itself, stage by stage: epochs over shuffled, varied sentences, the best weights kept.

A stage that was stopped goes on after its last whole epoch, with its learning rate where it was; the
moments and averages of the optimizer begin anew.
"""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kb.tagging.training.treebank import Rows
from kb.tagging.training.variants import vary

SETTLED = 8  # epochs at the end whose batches all have the last size


@dataclass(slots=True)
class Progress:
    """Where a stage stands; kept beside its weights."""

    epoch: int = 0
    step: int = 0
    best: float = 0.0

    @classmethod
    def load(cls, folder: Path) -> "Progress":
        """The progress kept in a folder, or none."""
        file = folder / "progress.json"
        return cls(**json.loads(file.read_text(encoding="utf-8"))) if file.exists() else cls()

    def save(self, folder: Path) -> None:
        """Keep it in the folder."""
        (folder / "progress.json").write_text(json.dumps(asdict(self)), encoding="utf-8")


@dataclass(slots=True)
class Stage:
    """What is trained, on what, towards which goal (scores of spaCy and their weights)."""

    nlp: Language
    optimizer: Any
    settings: dict[str, Any]
    sentences: list[Rows]
    development: list[Rows]
    seed: int

    @property
    def untouched(self) -> list[str]:
        """The components that this stage leaves as they are."""
        return [name for name in self.nlp.pipe_names if name not in self.settings["trained"]]

    def run(self, folder: Path) -> None:
        """Train until the epochs are through; `folder` then holds the best weights in `best`."""
        progress = self._resumed(folder)
        self._let_listen()
        for epoch in range(progress.epoch, self.settings["epochs"]):
            started = time.monotonic()
            progress.step += self._epoch(epoch)
            progress.epoch = epoch + 1
            trained = time.monotonic() - started
            scores = self._keep(folder, progress)
            words = sum(map(len, self.sentences))
            told = " ".join(f"{name} {scores[name]:.4f}" for name in self.settings["goal"])
            print(
                f"{folder.name}: epoch {epoch + 1} of {self.settings['epochs']}, step {progress.step}, "
                f"{words / trained:,.0f} words a second, {told}",
                file=sys.stderr,
                flush=True,
            )

    def _let_listen(self) -> None:
        """Only what is trained listens to the shared layers: the last of the listeners alone passes on what
        they all learnt, and one that is left out would pass on nothing."""
        shared: Any = self.nlp.get_pipe("tok2vec")
        for name in self.untouched:
            for listener in list(shared.listener_map.get(name, ())):
                shared.remove_listener(listener, name)

    def _resumed(self, folder: Path) -> Progress:
        folder.mkdir(parents=True, exist_ok=True)
        progress = Progress.load(folder)
        if progress.epoch:
            self.nlp.from_disk(folder / "last")
        for _ in range(progress.step):
            self.optimizer.step_schedules()
        return progress

    def _epoch(self, epoch: int) -> int:
        """One pass over the varied sentences; how many steps it took."""
        chance = random.Random(self.seed + epoch)  # noqa: S311  (no secret hangs on it)
        shuffled = chance.sample(self.sentences, len(self.sentences))
        steps = 0
        for batch in _batches(
            [example(self.nlp, vary(rows, chance)) for rows in shuffled], self._size(epoch)
        ):
            self.nlp.update(
                batch,
                drop=self.settings["dropout"],
                sgd=self.optimizer,
                exclude=self.untouched,
                annotates=["tok2vec"] if "tok2vec" in self.untouched else [],
            )
            self.optimizer.step_schedules()
            steps += 1
        return steps

    def _size(self, epoch: int) -> float:
        share = min(1.0, epoch / max(1, self.settings["epochs"] - SETTLED))
        first, last = self.settings["first_batch"], self.settings["last_batch"]
        return float(first + share * (last - first))

    def _keep(self, folder: Path, progress: Progress) -> dict[str, Any]:
        """Save the weights, and as the best ones if their averages are; the scores of the averages."""
        with self.nlp.use_params(self.optimizer.averages):
            scores = self.nlp.evaluate([example(self.nlp, rows) for rows in self.development])
            reached = sum((scores[name] or 0) * weight for name, weight in self.settings["goal"].items())
            if reached > progress.best:
                progress.best = reached
                self.nlp.to_disk(folder / "best")
        self.nlp.to_disk(folder / "last")
        progress.save(folder)
        return scores


def example(nlp: Language, rows: Rows) -> Example:
    """A bare sentence beside the same one with its gold tags, tree and names, as far as they are told."""
    words = [row.word for row in rows]
    gold: dict[str, Any] = {}
    if rows[0].pos:
        gold["pos"] = [row.pos for row in rows]
        gold["morphs"] = [row.features for row in rows]
        gold["heads"] = [row.head for row in rows]
        gold["deps"] = [row.relation for row in rows]
    if any(row.name for row in rows):
        gold["ents"] = [row.name for row in rows]
    return Example(Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, **gold))


def _batches(examples: Sequence[Example], words: float) -> Iterator[list[Example]]:
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
