"""What of a parser's tags the rules on tokens want otherwise."""

from collections.abc import Sequence

from kb.model import Token
from kb.tagging.lexicon import Lexicon
from kb.tagging.parts import Guess, is_name, is_owned

NOUN_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})


def corrected(tokens: Sequence[Token], lexicon: Lexicon, names: frozenset[str]) -> list[str]:
    """The tags a parser gave, but for four things that the rules on tokens want otherwise.

    A word that its capital shows to belong to a name is PROPN: treebanks tag the words of names for
    what they are by themselves ("White House" is ADJ, PROPN), those who look for names want to see all
    of one; a headline in capitals stays as it is. A form of a verb of saying that is hardly ever
    anything else is a VERB. What opens a clause is SCONJ, "when" and "where" too. An adjective that
    has an article and a place for nouns in the tree is a NOUN ("the military said").
    """
    words = [token.text for token in tokens]
    guess = Guess(words, lexicon, names, [token.pos for token in tokens])
    title = _is_title_case(words)
    for index, token in enumerate(tokens):
        named = not title and token.pos not in ("PUNCT", "SYM", "NUM") and is_name(guess, index)
        guess.tags[index] = "PROPN" if named else _corrected(guess, index, token)
    return guess.tags


def _corrected(guess: Guess, index: int, token: Token) -> str:
    low, tag, lexicon = guess.low(index), token.pos, guess.lexicon
    if tag == "ADJ" and token.relation in NOUN_PLACES and is_owned(guess, index):
        return "NOUN"
    if tag in ("NOUN", "ADJ") and lexicon.forms.get(low) in lexicon.saying:
        return "VERB"
    return "SCONJ" if tag == "ADV" and low in lexicon.clause_adverbs else tag


def _is_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
