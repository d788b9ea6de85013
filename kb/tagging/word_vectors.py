"""What the first layers of a pipeline make of a word by itself, made once for each word and kept.

Our own weights look at a word by its plain form, its beginning, its end and its shape: the vector that
comes of these is the same wherever the word stands. An article repeats most of its words, and any two
articles share most of theirs, so that hashing, adding and multiplying are spared for nine words in ten.
A layer of thinc around the embedding, for `kb.tagging.pipelines` alone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model
from thinc.types import Floats2d

Embedding: TypeAlias = Model[list[Doc], list[Floats2d]]
OF_THE_WORD = frozenset({"LOWER", "NORM", "ORTH", "PREFIX", "SHAPE", "SUFFIX"})
"""Features that a word has by itself; others tell of its place in the text."""
MOST = 1 << 16
"""Words kept: 25 MB of 96 numbers each, which no collection of news fills in an hour."""


@dataclass(slots=True)
class Kept:
    """The vectors of the words seen, and the row in which each stands."""

    vocab: Vocab
    table: Floats2d
    rows: dict[int, int] = field(default_factory=dict)


def keep_word_vectors(tok2vec: Model[Any, Any], vocab: Vocab) -> None:
    """Let the embedding keep what it makes of each word, where it looks at nothing but the word."""
    embedding = tok2vec.layers[0]
    first = embedding.layers[0] if embedding.layers else embedding
    if OF_THE_WORD.issuperset(first.attrs.get("columns", (None,))):
        table = embedding.ops.alloc2f(MOST, embedding.get_dim("nO"))
        kept: Embedding = Model("kept_word_vectors", _vectors, layers=[embedding])
        kept.attrs["kept"] = Kept(vocab, table)
        tok2vec.layers[0] = kept


def _vectors(
    model: Embedding, docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    """The vectors of all words of each Doc; training looks at every word anew."""
    words = [doc.to_array(ORTH).tolist() for doc in docs]
    kept, embedding = model.attrs["kept"], model.layers[0]
    if is_train or not _learn(kept, embedding, {word for row in words for word in row}):
        return embedding(docs, is_train)
    return [kept.table[[kept.rows[word] for word in row]] for row in words], lambda _: []


def _learn(kept: Kept, embedding: Embedding, words: set[int]) -> bool:
    """Have the vectors made that are not kept yet; a full table begins anew. False: these are too many."""
    if len(words) > MOST:
        return False
    unknown = words.difference(kept.rows)
    if len(kept.rows) + len(unknown) > MOST:
        kept.rows.clear()
        unknown = words
    if unknown:
        first, fresh = len(kept.rows), sorted(unknown)
        [vectors] = embedding.predict([Doc(kept.vocab, words=[kept.vocab.strings[word] for word in fresh])])
        kept.table[first : first + len(fresh)] = vectors
        kept.rows.update((word, first + index) for index, word in enumerate(fresh))
    return True
