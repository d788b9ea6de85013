"""Pipelines of spaCy: our own, and any other that is installed; loaded once, when text is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from kb.errors import BadRequest
from kb.tagging import english  # noqa: F401  (the language of our own weights)
from kb.tagging.labels import Reader, entity_kind, reader_of
from kb.tagging.pieces import Piece

UNREAD = ("tokenizer", "textcat", "senter", "entity_linker")  # words come cut; nobody asks for the others
BATCH = 256  # sentences


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline, and what turns its trees into Universal Dependencies."""

    nlp: Language
    reader: Reader

    def read(self, sentences: Iterable[list[str]]) -> Iterator[list[Piece]]:
        """What the pipeline says of sentences whose words are cut already; one for one, in order."""
        docs = (Doc(self.nlp.vocab, words=words) for words in sentences)
        for doc in self.nlp.pipe(docs, batch_size=BATCH):
            yield self.reader(pieces_of(doc))


def use_fast_products() -> None:
    """Let numpy multiply matrices: its BLAS is up to four times faster here than the one spaCy brings."""
    set_current_ops(NumpyOps(use_blis=False))


@cache
def load_pipeline(name: str) -> Pipeline:
    """The pipeline of this name or in this folder; BadRequest tells how to get one that is missing."""
    use_fast_products()
    try:
        nlp = spacy.load(name, exclude=UNREAD)
    except OSError as error:
        raise BadRequest(
            f"There is no whole spaCy pipeline {name!r}. Install it (python -m spacy download {name}), or "
            "name a folder that holds one. Without --pipeline and KB_PIPELINE the built-in one reads."
        ) from error
    return Pipeline(nlp, reader_of(nlp.pipe_labels.get("parser", ())))


def pieces_of(doc: Doc) -> list[Piece]:
    """What a pipeline left in a Doc, word by word, in its own labels."""
    return [
        Piece(t.text, t.pos_, t.head.i, t.dep_, t.lemma_, entity_kind(t.ent_type_), t.ent_iob == 3)
        for t in doc
    ]
