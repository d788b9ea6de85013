"""What the encoder of a pipeline makes of words and their neighbours, in fewer passes over memory.

spaCy's window encoder lays each word beside the one before and the one behind, multiplies, keeps the
largest of a few products, normalises and adds the outcome to what the word had; this a few times over. Our
own weights and the smaller English pipelines of spaCy are read so. Here the rows that compete lie apart, so
that numpy compares them whole, and no result is laid out twice. The numbers are the same to the last bit.
A layer of thinc around the encoder, for `kb.tagging.pipelines` alone; training goes by the encoder itself.
"""

from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Rows: TypeAlias = NDArray[np.float32]  # one a word
Encoder: TypeAlias = Model[Any, Any]  # vectors of sentences to vectors of sentences
STEPS = ["expand_window", "maxout", "layernorm", "dropout"]
"""The layers of one block, from the inside."""
LEAST = 1e-8  # added to a variance, as thinc does


class Block(NamedTuple):
    """The weights of one round: of the products, piece by piece, and of the normalisation behind them."""

    products: Rows
    bias: Rows
    scale: Rows
    shift: Rows


def quicken_encoder(tok2vec: Model[Any, Any]) -> None:
    """Let the encoder be reckoned here where it is a window encoder that looks one word to either side."""
    encoder = tok2vec.layers[-1]
    blocks = encoder.layers[0].layers if encoder.layers else []
    if blocks and all(_is_block(block) for block in blocks):
        quick: Encoder = Model("quick_window_encoder", _encoded, layers=[encoder])
        quick.attrs["blocks"] = [_block(block) for block in blocks]
        tok2vec.layers[-1] = quick


def _is_block(layer: Model[Any, Any]) -> bool:
    steps = list(_steps(layer))
    near = bool(steps) and steps[0].attrs.get("window_size") == 1
    return layer.name.startswith("residual") and [step.name for step in steps] == STEPS and near


def _steps(layer: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    for inner in layer.layers:
        yield from _steps(inner) if inner.layers else (inner,)


def _block(layer: Model[Any, Any]) -> Block:
    _, maxout, norm, _ = _steps(layer)
    weights, bias = _floats(maxout, "W"), _floats(maxout, "b")  # by number, piece, feature
    by_piece = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
    products = np.ascontiguousarray(by_piece.T)
    return Block(products, bias.T.reshape(-1), _floats(norm, "G"), _floats(norm, "b"))


def _floats(layer: Model[Any, Any], name: str) -> Rows:
    return np.asarray(layer.get_param(name), np.float32)


def _encoded(
    model: Encoder, vectors: list[Rows], is_train: bool
) -> tuple[list[Rows], Callable[[list[Rows]], list[Rows]]]:
    """The vectors of the words of each sentence, in the light of the words around them."""
    encoder = model.layers[0]
    if is_train or not vectors:
        learnt: tuple[list[Rows], Callable[[list[Rows]], list[Rows]]] = encoder(vectors, is_train)
        return learnt
    rows, starts = _laid_out(vectors, encoder.attrs["pad"])
    for block in model.attrs["blocks"]:
        rows += _normalised(_largest(_windows(rows) @ block.products, block.bias, rows.shape[1]), block)
    ends = (start + len(vector) for start, vector in zip(starts, vectors, strict=True))
    return [rows[start:end] for start, end in zip(starts, ends, strict=True)], lambda _: []


def _laid_out(vectors: list[Rows], pad: int) -> tuple[Rows, list[int]]:
    """All sentences in one table with rows of noughts around each, and where each of them starts."""
    starts = list(accumulate((len(vector) + pad for vector in vectors), initial=pad))
    rows = np.zeros((starts.pop(), vectors[0].shape[1]), np.float32)
    for start, vector in zip(starts, vectors, strict=True):
        rows[start : start + len(vector)] = vector
    return rows, starts


def _windows(rows: Rows) -> Rows:
    """Each row between the one before and the one behind; noughts at either end."""
    width = rows.shape[1]
    windows = np.zeros((len(rows), 3 * width), rows.dtype)
    windows[1:, :width] = rows[:-1]
    windows[:, width : 2 * width] = rows
    windows[:-1, 2 * width :] = rows[1:]
    return windows


def _largest(products: Rows, bias: Rows, width: int) -> Rows:
    products += bias
    largest = products[:, :width].copy()
    for start in range(width, products.shape[1], width):
        np.maximum(largest, products[:, start : start + width], out=largest)
    return largest


def _normalised(rows: Rows, block: Block) -> Rows:
    """The rows with mean nought and variance one, then scaled and shifted; in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.square(rows).mean(axis=1, keepdims=True) + LEAST
    rows *= variance**-0.5
    rows *= block.scale
    rows += block.shift
    return rows
