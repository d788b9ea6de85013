"""Pipelines of spaCy: our own, and any other that is installed; loaded once, when text is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, ORTH, POS
from spacy.language import Language
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps, set_current_ops

from kb.errors import BadRequest
from kb.tagging import english  # noqa: F401  (the language of our own weights)
from kb.tagging.labels import Reader, entity_kind, reader_of
from kb.tagging.pieces import Piece
from kb.tagging.window_encoder import quicken_encoder
from kb.tagging.word_vectors import keep_word_vectors

UNREAD = ("tokenizer", "textcat", "senter", "entity_linker")  # words come cut; nobody asks for the others
BATCH = 256  # sentences
KEPT = 1 << 16  # names
TOLD = [ORTH, POS, HEAD, DEP, LEMMA, ENT_TYPE, ENT_IOB]  # heads as distances
OPENING = 3  # among the places in an entity


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
    if isinstance(tok2vec := dict(nlp.pipeline).get("tok2vec"), Tok2Vec):
        keep_word_vectors(tok2vec.model, nlp.vocab)
        quicken_encoder(tok2vec.model)
    return Pipeline(nlp, reader_of(nlp.pipe_labels.get("parser", ())))


def pieces_of(doc: Doc) -> list[Piece]:
    """What a pipeline left in a Doc, word by word, in its own labels."""
    told, names = doc.to_array(TOLD).astype("int64").tolist(), names_of(doc.vocab)
    return [
        Piece(
            names[word],
            names[pos],
            index + head,
            names[relation],
            names[lemma],
            entity_kind(names[entity]) if entity else "",
            place == OPENING,
        )
        for index, (word, pos, head, relation, lemma, entity, place) in enumerate(told)
    ]


class Names(dict[int, str]):
    """What the numbers of a vocabulary stand for, words and labels; each is looked up once and kept."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, number: int) -> str:
        """The name of a number not asked for before."""
        if len(self) >= KEPT:
            self.clear()
        self[number] = name = self._strings[number % (1 << 64)]
        return name


@cache
def names_of(vocab: Vocab) -> Names:
    """The names kept for a vocabulary."""
    return Names(vocab)
