"""What a log-linear model, learnt from a treebank, makes of names that the rules are unsure of.

`words` are lists of surnames, given names, towns and common words, `spelling` tells how the words of a kind
are written, `clues` are what stands in and around a name, `model` weighs them. `kb.learning` makes the
weights; a language without a folder under `kb/extracting/weights` keeps what the rules say.
"""

from collections.abc import Sequence
from dataclasses import replace

from kb.extracting.gazetteer import Gazetteer
from kb.extracting.learnt.clues import clues
from kb.extracting.learnt.document import Named, document_of
from kb.extracting.learnt.model import KINDS, Model, load_model
from kb.extracting.name_kinds import Name
from kb.model import EntityKind, Sentence

__all__ = ["rejudged"]

# How much likelier another kind must be than that of the rules: to name what they left a thing, to make a
# thing of what they named, and to name it otherwise.
NAMING, UNNAMING, RENAMING = 8.0, 4.0, 2.0


def rejudged(
    sentences: Sequence[Sentence], names: Sequence[list[Name]], gazetteer: Gazetteer, code: str
) -> list[list[Name]]:
    """The names of an article, the weak ones of the kind that is far likelier than the one they had."""
    model = load_model(code)
    if model is None:
        return list(names)
    named = document_of(sentences, names, gazetteer)
    return [
        [_rejudged(replace(named, tokens=sentence.tokens, beside=found), name, model) for name in found]
        for sentence, found in zip(sentences, names, strict=True)
    ]


def _rejudged(named: Named, name: Name, model: Model) -> Name:
    """The name, of another kind where the model is sure enough."""
    if not name.weak or name.rule == "cued":  # what stands beside it told its kind surely
        return name
    shares = model.shares(clues(named, name, model))
    likeliest = max(KINDS, key=shares.__getitem__)
    told = name.kind if name.kind in KINDS else EntityKind.THING
    if likeliest is told or shares[likeliest] < _bar(told, likeliest) * shares[told]:
        return name
    return replace(name, kind=likeliest, rule="learnt")


def _bar(told: EntityKind, likeliest: EntityKind) -> float:
    if told is EntityKind.THING:
        return NAMING
    return UNNAMING if likeliest is EntityKind.THING else RENAMING
