"""Train the pipeline: `python -m kb.tagging.training --treebanks DIR --out DIR`."""

import argparse
import random
from pathlib import Path

import spacy
from thinc.api import NumpyOps, set_current_ops
from spacy.util import fix_random_seed, load_config, registry

from kb.tagging import english
from kb.tagging.training.loop import Progress, example, train
from kb.tagging.training.treebank import load_treebank


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    config = load_config(Path(__file__).with_name("config.cfg"))
    settings = config.pop("training")
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(settings["seed"])
    options.out.mkdir(parents=True, exist_ok=True)
    sentences = [*load_treebank(options.treebanks / "en_ewt/train.conllu"), *load_treebank(options.treebanks / "en_gum/train.conllu")]
    dev = load_treebank(options.treebanks / "en_ewt/dev.conllu")
    optimizer = registry.resolve({"o": settings["optimizer"]})["o"]
    nlp = spacy.blank(english.CODE).from_config(config)
    last = options.out / "last"
    nlp.initialize(lambda: [example(nlp, rows) for rows in sentences], sgd=optimizer)
    if last.exists():
        nlp.from_disk(last)
    for _ in range(Progress.load(options.out).step):
        optimizer.step_schedules()
    train(nlp, optimizer, sentences, dev, settings, options.out)


main()
