"""The part of speech of each word: lists first, endings next, then the neighbours decide.

A light guess, right for most words of news, for languages without a trained pipeline; and what of it
still corrects the tags of one. The tags are those of Universal Dependencies.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.tagging.lemmas import singular
from kb.tagging.lexicon import Lexicon
from kb.tagging.tokens import Words

MARK = re.compile(r"^[^\w$€£%]+$")
NUMBER = re.compile(r"^\d[\d.,:]*(?:st|nd|rd|th|s|m|bn|k)?%?$")
HYPHENATED = re.compile(r"^\w[\w.]*-[a-z]{3,}$")
PARTICLE_NAME = re.compile(r"^[a-z]{2,3}-[A-Z]")  # "al-Hamra"
NOUN_ENDING = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ist|dom|age|ure|hood|(?:tion|sion|ment|ist)s|ities)$"
)
ADJECTIVE_ENDING = re.compile(r"(?:ous|ful|ive|able|ible|ant|ent|ic|ical|less|ish|ary|ian|ese|al)$")
OPENS_NOUN = frozenset({"DET", "ADJ", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose", "'s", "'"})
PERSONAL = frozenset({"i", "you", "he", "she", "it", "we", "they"})
SUBJECTS = PERSONAL | {"who", "which", "that"}
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll"})
SYMBOLS = frozenset("$€£%")


@dataclass(slots=True)
class Guess:
    """The words of a sentence and the tags given so far."""

    words: list[str]
    lexicon: Lexicon
    names: frozenset[str]
    tags: list[str] = field(default_factory=list)
    opening: int = field(init=False)  # the first word that is no mark
    _lows: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._lows = [word.lower() for word in self.words]
        self.opening = next((i for i, word in enumerate(self.words) if not is_mark(word)), len(self.words))

    def low(self, index: int) -> str:
        """The word at `index` in lower case, the empty string outside the sentence."""
        return self._lows[index] if 0 <= index < len(self._lows) else ""

    def tag(self, index: int) -> str:
        """The tag at `index`, the empty string where there is none."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""


def is_mark(word: str) -> bool:
    """Whether a token is punctuation."""
    return MARK.match(word) is not None


def known_names(sentences: Iterable[Words]) -> frozenset[str]:
    """Words written with a capital within a sentence, and never without one."""
    capital: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        uncapitalised = {word for _, word in sentence if word[0].islower()}
        small |= uncapitalised
        if uncapitalised:
            first = next(index for index, (_, word) in enumerate(sentence) if not is_mark(word))
            capital |= {word for _, word in sentence[first + 1 :] if word[0].isupper()}
    return frozenset(word for word in capital if word.lower() not in small)


def find_parts(words: list[str], lexicon: Lexicon, names: frozenset[str] = frozenset()) -> list[str]:
    """The Universal POS tag of each word of one sentence; `names` are words known for names."""
    guess = Guess(words, lexicon, names)
    for index in range(len(words)):
        guess.tags.append(_first_guess(guess, index))
    for index in range(len(words)):
        guess.tags[index] = _second_guess(guess, index)
    return guess.tags


def _first_guess(guess: Guess, index: int) -> str:
    word, low = guess.words[index], guess.low(index)
    if low in ("'s", "'"):
        return _apostrophe(guess, index)
    if word in SYMBOLS:
        return "SYM"
    if MARK.match(word) and low not in guess.lexicon.closed:
        return "PUNCT"
    if NUMBER.match(word):
        return "NUM"
    if is_name(guess, index):
        return "PROPN"
    return guess.lexicon.closed.get(low) or _open_class(guess, index)


def _apostrophe(guess: Guess, index: int) -> str:
    owned = guess.tag(index - 1) in NOMINAL
    if guess.low(index) == "'":
        return "PART" if owned and guess.low(index - 1).endswith("s") else "PUNCT"
    return "PART" if owned else "AUX"


def is_name(guess: Guess, index: int) -> bool:
    """Whether capitals show the word to belong to a name."""
    word, low = guess.words[index], guess.low(index)
    if low == "us":
        return word == "US"
    hyphen = "-" in word
    if hyphen and HYPHENATED.match(word):
        return word[0].isupper() and guess.tag(index - 1) == "PROPN" and _is_given_name(guess, low)
    if not (word[0].isupper() or (hyphen and PARTICLE_NAME.match(word))):
        return False
    if opens_sentence(guess, index):
        return _opens_with_name(guess, index)
    return word != "I" and (word.isupper() or low not in guess.lexicon.closed or low == "may")


def _is_given_name(guess: Guess, low: str) -> bool:
    """ "Park Ji-won", "Moon Sang-gyun", but not "Lagos-based"."""
    ending = low.rpartition("-")[2]
    common = (
        ending in guess.lexicon.forms or ending in guess.lexicon.nouns or ending in guess.lexicon.adjectives
    )
    return len(low) < 9 or (len(low) < 13 and not common and not ending.endswith("ed"))


def _opens_with_name(guess: Guess, index: int) -> bool:
    low, lexicon = guess.low(index), guess.lexicon
    if guess.words[index] in guess.names:
        return low not in lexicon.closed
    if {guess.words[index], " ".join(guess.words[index : index + 2])} & lexicon.opening_names:
        return True
    follows = index + 1 < len(guess.words) and guess.words[index + 1][0].isupper()
    if low in lexicon.closed or (follows and (low in lexicon.nouns or guess.words[index] in lexicon.given)):
        return low not in lexicon.closed
    common = low in lexicon.nouns or singular(low) in lexicon.nouns or low in lexicon.plurals
    known = common or low in lexicon.finite or low in lexicon.adjectives
    return not known and not low.endswith(("ing", "ly") if follows else ("ing", "ly", "ed"))


def opens_sentence(guess: Guess, index: int) -> bool:
    """Whether only marks stand before the word, so that its capital tells nothing."""
    return index <= guess.opening or guess.words[index - 1] in '"“‘:'


def _open_class(guess: Guess, index: int) -> str:
    low, lexicon = guess.low(index), guess.lexicon
    if low in lexicon.nouns:
        return "NOUN"
    if low in lexicon.adjectives and low in lexicon.forms:
        return _verb_or_adjective(guess, index)
    if low in lexicon.adjectives or HYPHENATED.match(guess.words[index]):
        return "ADJ"
    if low in lexicon.forms:
        return _verb_or_noun(guess, index)
    return "VERB" if _must_be_verb(guess, index) else _by_ending(low)


def _verb_or_adjective(guess: Guess, index: int) -> str:
    """ "the envoys left" against "the left bank"; no base form after a noun ("an aide close to him")."""
    if guess.low(index - 1) == "to":
        return "VERB"
    inflected = guess.lexicon.forms[guess.low(index)] != guess.low(index)
    return "VERB" if inflected and guess.tag(index - 1) in ("NOUN", "PROPN", "PRON") else "ADJ"


def _verb_or_noun(guess: Guess, index: int) -> str:
    low, before, tag = guess.low(index), guess.low(index - 1), guess.tag(index - 1)
    if before in SUBJECTS or before in ("to", "n't", "not") or tag == "AUX":
        return "VERB"
    if guess.lexicon.forms[low] not in guess.lexicon.nouns_too or low.endswith("ed"):
        return "VERB"
    if tag in OPENS_NOUN or before in POSSESSIVES or tag in ("ADP", "VERB"):
        return "NOUN"
    if low == guess.lexicon.forms[low]:
        return "VERB" if tag == "CCONJ" and guess.low(index + 1) in PERSONAL else "NOUN"
    return _plural_or_verb(guess, index) if low.endswith("s") else "VERB"


def _must_be_verb(guess: Guess, index: int) -> bool:
    """Whether an unknown word can only be a verb: after "would" or "they", between "to" and an object."""
    has_object = guess.lexicon.closed.get(guess.low(index + 1)) in ("DET", "PRON")
    before, low = guess.low(index - 1), guess.low(index)
    plural = low.endswith("s") and not low.endswith("ss")
    return before in MODALS or before in PERSONAL or (before == "to" and has_object and not plural)


def _plural_or_verb(guess: Guess, index: int) -> str:
    """ "the army attacks the town" against "the army attacks were": what follows decides."""
    after = guess.low(index + 1)
    has_object = (
        guess.lexicon.closed.get(after) in ("DET", "PRON") or after in ("that", "to") or after[:1] in '"“'
    )
    return "VERB" if has_object and guess.tag(index - 1) in ("NOUN", "PROPN", "PRON", "ADV") else "NOUN"


def _by_ending(low: str) -> str:
    if low.endswith("ly"):
        return "ADV"
    if NOUN_ENDING.search(low):
        return "NOUN"
    if ADJECTIVE_ENDING.search(low):
        return "ADJ"
    return "VERB" if low.endswith(("ing", "ed")) and len(low) > 4 else "NOUN"


def _second_guess(guess: Guess, index: int) -> str:
    """A second look with the words that follow in hand."""
    tag, low = guess.tags[index], guess.low(index)
    before, after = guess.tag(index - 1), guess.tag(index + 1)
    if tag == "ADJ" and (after == "PART" or _heads_subject(guess, index)):
        return "NOUN"
    if tag == "NOUN" and low in guess.lexicon.forms and ends_aside(guess, index):
        return "VERB"
    if low == "long" and before == "AUX" and after == "VERB":
        return "ADV"
    if tag == "VERB" and (before in ("DET", "ADJ") or guess.low(index - 1) in POSSESSIVES):
        finite = _is_subject(guess, index - 1, low) or _is_only_finite(guess, index)
        return tag if finite else _after_determiner(low, after)
    if low == "to" and after == "VERB":
        return "PART"
    if tag == "DET" and low == "that":
        return _that(before, after)
    if tag == "ADP" and low in ("before", "after", "since", "until") and after == "PRON":
        return "SCONJ"
    return tag


def ends_aside(guess: Guess, index: int) -> bool:
    """ "The road is open, aid groups report.": the last word, a noun phrase and a comma after a clause."""
    last = index + 2 == len(guess.words) and guess.words[-1] == "."
    comma = next((k for k in range(index - 1, max(index - 5, 0), -1) if guess.words[k] == ","), None)
    if not last or comma is None or comma == index - 1 or guess.tag(index - 1) not in ("NOUN", "PROPN"):
        return False
    return (
        any(tag in ("VERB", "AUX") for tag in guess.tags[:comma]) and "CCONJ" not in guess.tags[comma:index]
    )


def _heads_subject(guess: Guess, index: int) -> bool:
    """ "the military said": an adjective between an article or owner and what can only be a finite verb."""
    return is_owned(guess, index) and guess.tag(index + 1) == "VERB" and _is_only_finite(guess, index + 1)


def is_owned(guess: Guess, index: int) -> bool:
    """Whether an article or an owner stands before the word."""
    return guess.tag(index - 1) == "DET" or guess.low(index - 1) in POSSESSIVES


def _is_only_finite(guess: Guess, index: int) -> bool:
    """Whether a verb form can be neither a noun nor a participle: "said" no noun follows, "says", "told"."""
    low, lexicon = guess.low(index), guess.lexicon
    lemma = lexicon.forms.get(low, "")
    saying = lemma in lexicon.saying and low != lemma and not low.endswith("ing")
    return saying and guess.tag(index + 1) not in ("NOUN", "ADJ")


def _is_subject(guess: Guess, index: int, verb: str) -> bool:
    """ "this suggests": a demonstrative alone before what can only be a finite verb."""
    alone = guess.low(index) in ("this", "that", "these", "those", "which")
    return alone and verb in guess.lexicon.finite and guess.lexicon.forms[verb] not in guess.lexicon.nouns_too


def _that(before: str, after: str) -> str:
    if after == "NOUN" and before != "VERB":
        return "DET"
    return "PRON" if before == "NOUN" else "SCONJ"


def _after_determiner(low: str, after: str) -> str:
    if low.endswith(("ed", "ing")) and after in NOMINAL:
        return "ADJ"
    return "VERB" if low.endswith("ed") else "NOUN"
