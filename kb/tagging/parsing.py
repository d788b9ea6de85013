"""Sentences through a pipeline: our words in, tokens with tags, tree and entities out.

The only modules that know spaCy are this room's `english`, `pipelines` and `training`; nothing here
imports it before the first sentence is read.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from kb.model import Span, Token
from kb.tagging.lexicon import WEIGHTS, Lexicon
from kb.tagging.pieces import Piece, cut, entity_of, is_share, root_of
from kb.tagging.tokens import Words

if TYPE_CHECKING:
    from kb.tagging.pipelines import Pipeline

CHOSEN = "KB_PIPELINE"


@cache
def has_pipeline(code: str) -> bool:
    """Whether there are trained weights for a language."""
    return (WEIGHTS / code).exists()


def is_built_in() -> bool:
    """Whether the built-in pipeline reads, and none that somebody chose."""
    return CHOSEN not in os.environ


def choose_pipeline(name: str) -> None:
    """Let an installed spaCy pipeline read from now on, here and in the processes started from here.

    BadRequest when there is none of this name.
    """
    _load(name)
    os.environ[CHOSEN] = name


def parsed(sentences: Sequence[Words], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """The tokens of each sentence, read by the chosen pipeline or by our own."""
    pipeline = _load(os.environ.get(CHOSEN) or str(WEIGHTS / lexicon.code))
    cuts = [[cut(word, lexicon.joined, lexicon.prefixes) for _, word in words] for words in sentences]
    texts = [[piece for word in pieces for piece in word] for pieces in cuts]
    for words, groups, pieces in zip(sentences, cuts, pipeline.read(texts), strict=True):
        ends = list(accumulate(map(len, groups), initial=0))
        yield _tokens(words, ends, pieces, lexicon)


def _load(name: str) -> "Pipeline":
    """The pipeline of this name; numpy then multiplies in one thread, if it was not imported before.

    The products are so small that more threads only wait for one another, and `--jobs` use the cores better.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", os.environ.get("OMP_NUM_THREADS", "1"))
    from kb.tagging.pipelines import load_pipeline

    return load_pipeline(name)


def _tokens(words: Words, ends: list[int], pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Token, ...]:
    word_of = [index for index, (start, end) in enumerate(pairwise(ends)) for _ in range(start, end)]
    return tuple(
        _whole(span, word, pieces[start], word_of, lexicon)
        if end - start == 1
        else _joined(span, word, pieces, range(start, end), word_of, lexicon)
        for (span, word), (start, end) in zip(words, pairwise(ends), strict=True)
    )


def _whole(span: Span, word: str, piece: Piece, word_of: list[int], lexicon: Lexicon) -> Token:
    """The token of a word that is one piece."""
    lemma = piece.lemma or lexicon.lemma(word, piece.pos)
    return Token(span, word, lemma, piece.pos, word_of[piece.head], piece.relation, piece.iob)


def _joined(
    span: Span, word: str, pieces: Sequence[Piece], places: range, word_of: list[int], lexicon: Lexicon
) -> Token:
    """The token of a word that was cut: it hangs where the piece does on which its others hang."""
    root = pieces[root_of(pieces, places.start, places.stop)]
    pos = _part(word, root, len(places))
    entity = entity_of(pieces, places.start, places.stop)
    return Token(span, word, lexicon.lemma(word, pos), pos, word_of[root.head], root.relation, entity)


def _part(word: str, root: Piece, pieces: int) -> str:
    """The part of speech of a word: "UN-backed" is an adjective, "12%" a number."""
    if pieces > 2 and root.pos == "VERB" and root.relation == "amod":
        return "ADJ"
    return "NUM" if is_share(word) else root.pos
