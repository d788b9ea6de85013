"""Train the pipeline that reads English: `python -m kb.tagging.training --treebanks DIR`.

DIR holds en_ewt, en_gum and ner (Universal Dependencies English-EWT and GUM, Universal NER). It takes
about an hour of one core; a run that was stopped goes on where it was. Set OMP_NUM_THREADS=1.
"""

import argparse
import shutil
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_config, registry
from thinc.api import fix_random_seed

from kb.tagging.english import English
from kb.tagging.lexicon import WEIGHTS
from kb.tagging.pipelines import use_fast_products
from kb.tagging.training.lemmas import write_lemmas
from kb.tagging.training.names import with_listed_names, with_names
from kb.tagging.training.stages import Stage, example
from kb.tagging.training.treebank import Rows, load_names, load_treebank

CONFIG = Path(__file__).with_name("config.cfg")
STAGES = ("tree", "names")
META = {
    "name": "event_knowledge",
    "license": "CC BY-SA 4.0",
    "author": "the Event knowledge project",
    "spacy_version": ">=3.8,<4",
    "description": "Tags, trees and names of English, trained on open treebanks: see MODEL_CARD.md.",
    "sources": [
        {"name": "UD_English-EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM", "license": "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0 or CC BY-SA 3.0"},
    ],
}


def main() -> None:
    """Train stage after stage, then lay the weights where the package looks for them."""
    options = _options()
    config = load_config(CONFIG)
    settings = config.pop("training")
    fix_random_seed(settings["seed"])
    use_fast_products()
    nlp = English.from_config(config, meta=META)
    sentences = _sentences(options.treebanks, settings["tree"]["treebanks"])
    nlp.initialize(lambda: [example(nlp, rows) for rows in sentences])
    for name in STAGES:
        _stage(nlp, settings[name], settings["seed"], options.treebanks).run(options.work / name)
        nlp.from_disk(options.work / name / "best")
    _lay_down(options.work / STAGES[-1] / "best", options.weights)
    write_lemmas(sentences, options.weights / "lemmas.json")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kb.tagging.training", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder of the treebanks")
    parser.add_argument("--work", type=Path, default=Path("training"), help="where unfinished work is kept")
    parser.add_argument("--weights", type=Path, default=WEIGHTS / "en", help="where the weights go")
    return parser.parse_args()


def _stage(nlp: Language, settings: dict[str, Any], seed: int, folder: Path) -> Stage:
    optimizer = registry.resolve({"optimizer": settings["optimizer"]})["optimizer"]
    development = folder / settings["development"]
    load = load_names if development.suffix == ".iob2" else load_treebank
    sentences = [
        rows
        for rows in _sentences(folder, settings["treebanks"])
        if settings["trained"] != ["ner"] or any(row.name[:1] == "B" for row in rows)
    ]
    return Stage(nlp, optimizer, settings, sentences, load(development), seed)


def _sentences(folder: Path, files: list[str]) -> list[Rows]:
    """The sentences of treebanks with their names, as far as they mark or lists know them."""
    return [
        with_names(rows) if "gum" in file else with_listed_names(rows)
        for file in files
        for rows in load_treebank(folder / file)
    ]


def _lay_down(best: Path, weights: Path) -> None:
    """Copy weights without what nothing reads: the words of the treebanks and spaCy's tokenizer."""
    shutil.copytree(best, weights, ignore=shutil.ignore_patterns("vocab", "tokenizer"), dirs_exist_ok=True)


if __name__ == "__main__":
    main()
