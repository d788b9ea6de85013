"""Learn of which kind names are: `python -m kb.learning --treebanks DIR`.

DIR holds en_ewt and en_gum. It takes less than a minute of one core, and the same data and pipeline give the
same weights.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kb.extracting.gazetteer import load_gazetteer
from kb.extracting.learnt.clues import clues
from kb.extracting.learnt.document import document_of
from kb.extracting.learnt.model import COMMON, WEIGHTS, Model, listed_words
from kb.extracting.learnt.spelling import pieces
from kb.extracting.names import find_names
from kb.languages import load_language
from kb.learning.fitting import Example, Fitting
from kb.learning.lists import common_words, write_words
from kb.learning.marked import Marked, load_marked
from kb.model import Document, EntityKind, Findings, Sentence
from kb.reading.sentences import find_sentences
from kb.tagging import tag
from kb.tagging.training.treebank import load_treebank

CODE = "en"
PER_KIND = 8_000  # words of each list that spelling learns from
FILES = ("en_ewt/train.conllu", "en_gum/train.conllu")  # common words
MARKED = "en_gum/train.conllu"


def main() -> None:
    """Count common words, learn spelling from the lists and kinds from GUM, and lay all three down."""
    parser = argparse.ArgumentParser(prog="python -m kb.learning", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder of the treebanks")
    parser.add_argument("--weights", type=Path, default=WEIGHTS / CODE, help="where the weights go")
    options = parser.parse_args()
    common = common_words(rows for file in FILES for rows in load_treebank(options.treebanks / file))
    lists = listed_words(CODE, common)
    spelling = Fitting(passes=3, decay=1e-3, step=0.1, least=20).fit(list(spelt(lists)))
    model = Model({}, spelling, lists)
    examples = [one for marked in load_marked(options.treebanks / MARKED) for one in _examples(marked, model)]
    kinds = Fitting(passes=8, decay=3e-2, step=0.15, least=3).fit(examples)
    options.weights.mkdir(parents=True, exist_ok=True)
    write_words(common, options.weights / COMMON)
    _write({"kinds": kinds, "spelling": spelling}, options.weights / "kinds.json")


def spelt(lists: Mapping[str, str]) -> Iterator[Example]:
    """The pieces of words that one list alone has, common words as they stand at the head of a sentence."""
    chance = random.Random(5)  # noqa: S311  (no secret hangs on it)
    names = {word: set(letters) for word, letters in lists.items()}
    for kind, wanted, barred in (
        (EntityKind.PERSON, "s", "tTc"),
        (EntityKind.PERSON, "g", "tTc"),
        (EntityKind.PLACE, "tT", "gsc"),
        (EntityKind.THING, "c", "gstT"),
    ):
        words = [
            w for w, has in names.items() if " " not in w and has & set(wanted) and not has & set(barred)
        ]
        for word in chance.sample(words, min(PER_KIND, len(words))):
            yield dict.fromkeys(pieces(word if kind is not EntityKind.THING else word.title()), 1.0), kind


def _examples(marked: Marked, model: Model) -> Iterator[Example]:
    """The clues of the names that rules are unsure of in a document, and what they name."""
    sentences, gazetteer = _sentences(marked.text), load_gazetteer(CODE)
    names = [find_names(sentence.tokens, gazetteer) for sentence in sentences]
    named = document_of(sentences, names, gazetteer)
    for sentence, found in zip(sentences, names, strict=True):
        here = replace(named, tokens=sentence.tokens, beside=found)
        for name in (name for name in found if name.weak):
            kind = marked.kind(name.span.start, name.span.end)
            if kind is not None:
                yield clues(here, name, model), kind


def _sentences(text: str) -> tuple[Sentence, ...]:
    language = load_language(CODE)
    document = Document(iri="urn:text", text=text)
    return tag(Findings(document, sentences=find_sentences(document, language)), language)


def _write(weights: Mapping[str, Mapping[str, list[float]]], path: Path) -> None:
    """Write weights, one clue a line."""
    tables = (
        f'"{name}": {{\n'
        + ",\n".join(f"{json.dumps(c, ensure_ascii=False)}: {w}" for c, w in t.items())
        + "\n}"
        for name, t in weights.items()
    )
    path.write_text("{" + ",\n".join(tables) + "}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
