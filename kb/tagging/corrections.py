"""What the word lists know better than a parser, and what of its tags the rules on tokens want otherwise.

To find out whether a correction is worth keeping, count on treebanks how often it is right where it
changes something.
"""

import re
from collections.abc import Sequence

from kb.model import Token
from kb.tagging.lemmas import singular
from kb.tagging.lexicon import Lexicon
from kb.tagging.parts import Guess, ends_aside, find_parts, is_name, is_owned, opens_sentence

NOUN_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod"})
VERB_PLACES = frozenset({"root", "conj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis"})
ATTRIBUTES = frozenset({"amod", "nsubj", "obj"})
OPEN_CLASS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "AUX"})
LONGEST_PARTICLE = 3  # letters: "van", "bin"
NOUNS = frozenset({"NOUN", "PROPN"})
INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")
NO_NAMES = frozenset({"PUNCT", "SYM"})


def corrected(tokens: Sequence[Token], lexicon: Lexicon, names: frozenset[str]) -> list[str]:
    """The parts of speech of a sentence that a parser has read, each with its correction.

    A word that its capital shows to belong to a name is PROPN: treebanks tag the words of names for
    what they are by themselves ("White House" is ADJ, PROPN), those who look for names want to see all
    of one; a headline in capitals stays as it is. What opens a clause is SCONJ, "when" and "where" too.
    """
    words = [token.text for token in tokens]
    guess = Guess(words, lexicon, names, [token.pos for token in tokens])
    if not any(_is_finite(tokens, index) for index in range(len(tokens))):
        _find_verb(guess)
    title = _is_title_case(tokens)
    for index, token in enumerate(tokens):
        named = not title and not _is_mark_or_number(token) and _is_named(guess, index)
        guess.tags[index] = "PROPN" if named else _by_place(guess, index, tokens)
    return guess.tags


def relation(tokens: Sequence[Token], parts: Sequence[str], index: int) -> str | None:
    """What ties a word to its head: verbs have no compounds, "(she said) the bank stood" has a subject, and
    the infinitive of "plans to leave" is governed where "plans" is a verb after all."""
    token, behind = tokens[index], index + 1
    if token.relation == "acl" and _is_governed(tokens, parts, index):
        return "xcomp"
    if token.relation != "compound" or token.head != behind or parts[behind] != "VERB":
        return token.relation
    is_subject = tokens[behind].relation in VERB_PLACES and parts[index] in NOUNS
    return "nsubj" if is_subject else token.relation


def _is_governed(tokens: Sequence[Token], parts: Sequence[str], index: int) -> bool:
    """Whether an infinitive hangs on a word that was taken for a noun and is a verb."""
    head, before = tokens[index].head, tokens[index - 1]
    infinitive = index > 0 and before.relation == "mark" and before.head == index
    return infinitive and head is not None and head < index and parts[head] == "VERB"


def _is_mark_or_number(token: Token) -> bool:
    return token.pos in NO_NAMES or (token.pos == "NUM" and not token.text[0].isalpha())


def _is_named(guess: Guess, index: int) -> bool:
    """Whether capitals show a name; where the sentence opens, only if the next word has one, others did, or
    it has one inside ("EgyptAir")."""
    if guess.tags[index] == "INTJ" and guess.words[index + 1 : index + 3] == [",", "who"]:
        return True
    if INNER_CAPITAL.fullmatch(guess.words[index]):
        return True
    return is_name(guess, index) and (
        _has_capital_next(guess, index)
        or guess.words[index] in guess.names
        or not opens_sentence(guess, index)
    )


def _by_place(guess: Guess, index: int, tokens: Sequence[Token]) -> str:
    """The tag of a word, where the lists and its place in the tree contradict the parser's."""
    token, low, tag, lexicon = tokens[index], guess.low(index), guess.tags[index], guess.lexicon
    if tag == "ADJ":
        tag = _adjective(guess, index, tokens)
    elif tag == "PROPN" and _is_common(guess, index):
        tag = "NOUN"
    if tag in ("NOUN", "ADJ") and (
        lexicon.forms.get(low) in lexicon.saying
        or (token.relation in VERB_PLACES and _is_past(low, lexicon))
        or (low in lexicon.forms and ends_aside(guess, index))
    ):
        return "VERB"
    if token.pos == "VERB":
        return _verb(guess, index, token)
    if tag == "SCONJ" and lexicon.closed.get(low) == "ADP" and guess.low(index + 1).endswith("ing"):
        return "ADP"  # "accused of bribing", "after leaving"
    opens = (tag == "ADV" and low in lexicon.clause_adverbs) or _is_that(tokens, index)
    article = tag == "SCONJ" and low == "that" and token.relation == "det"  # "rejected that first bid"
    return "SCONJ" if opens else "DET" if article else tag


def _is_that(tokens: Sequence[Token], index: int) -> bool:
    """Whether "that" stands before a name and yet is taken for its article: it opens a clause."""
    token, behind = tokens[index], tokens[index + 1 : index + 2]
    article = token.relation == "det" and token.text.lower() == "that"
    return article and any(after.text[0].isupper() for after in behind)


def _is_common(guess: Guess, index: int) -> bool:
    """Whether what a parser takes for a name is written small, or opens the sentence and is a known noun."""
    low, nouns = guess.low(index), guess.lexicon.nouns
    if guess.words[index].islower():
        return len(low) > LONGEST_PARTICLE
    opens = opens_sentence(guess, index) and guess.words[index][1:].islower()
    return opens and not _has_capital_next(guess, index) and bool({low, singular(low)} & nouns)


def _has_capital_next(guess: Guess, index: int) -> bool:
    return index + 1 < len(guess.words) and guess.words[index + 1][0].isupper()


def _adjective(guess: Guess, index: int, tokens: Sequence[Token]) -> str:
    """ "the military said", "EU officials", "called the fine high", "at least two", "absurdly high"."""
    token, owned = tokens[index], is_owned(guess, index)
    below_another = token.relation == "amod" and tokens[token.head or 0].pos == "ADJ"
    if token.relation in NOUN_PLACES and (owned or guess.low(index) in guess.lexicon.nouns):
        return "NOUN"
    if owned and below_another and guess.low(index + 1).endswith("ly"):
        return "NOUN"
    counting = guess.lexicon.closed.get(guess.low(index)) == "ADV" and token.relation not in ATTRIBUTES
    return "ADV" if counting or (token.relation == "advmod" and guess.low(index).endswith("ly")) else "ADJ"


def _verb(guess: Guess, index: int, token: Token) -> str:
    """ "air strikes", "higher pay"; "an official close to him", for a verb would agree."""
    low, before, lexicon = guess.low(index), guess.low(index - 1), guess.lexicon
    if low.endswith("s") and (token.relation in NOUN_PLACES or _is_plural_opening(guess, index)):
        return "NOUN"
    compared = before.endswith("er") and lexicon.lemma(before, "ADJ") != before
    if compared and token.relation == "xcomp" and low == token.lemma:
        guess.tags[index - 1] = "ADJ"
        return "NOUN"
    single = guess.tag(index - 1) == "NOUN" and not before.endswith("s")
    return "ADJ" if single and low in lexicon.adjectives and lexicon.forms.get(low) == low else "VERB"


def _is_plural_opening(guess: Guess, index: int) -> bool:
    """ "Aides to the mayor said": no sentence opens with the verb of a subject before it."""
    known = singular(guess.low(index)) in guess.lexicon.nouns
    return index == guess.opening and known and guess.words[index][0].isupper()


def _is_past(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is the past form of a verb and nothing else that the lists know."""
    listed = low in lexicon.finite and low != lexicon.forms[low] and not low.endswith("s")
    past = listed or (low.endswith("ed") and len(low) > len("need"))
    return past and low not in lexicon.nouns and low not in lexicon.adjectives


def _is_finite(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is tagged as a verb and is no infinitive or gerund."""
    verbal = tokens[index].pos in ("VERB", "AUX") and not tokens[index].text.lower().endswith("ing")
    return verbal and not (index and tokens[index - 1].pos == "PART")


def _find_verb(guess: Guess) -> None:
    """In a sentence without a verb, let the lists name those they know."""
    if len(guess.words) < 4 or guess.words[-1] not in (".", "?", "!"):
        return
    for index, tag in enumerate(find_parts(guess.words, guess.lexicon, guess.names)):
        known = (
            index and guess.low(index) in guess.lexicon.finite and guess.low(index) not in guess.lexicon.nouns
        )
        if tag == "VERB" and known and guess.tags[index] in ("NOUN", "ADJ"):
            guess.tags[index] = "VERB"


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether all but the small words are capitalised, so that capitals tell nothing."""
    open_class = [token.text for token in tokens if token.pos in OPEN_CLASS and token.text[0].isalpha()]
    return len(open_class) > 2 and all(word[0].isupper() for word in open_class)
