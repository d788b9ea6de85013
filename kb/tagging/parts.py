"""The part of speech of each word: lists first, endings next, then the neighbours decide.

A light guess, right for most words of news; a trained tagger may replace it. The tags are those of
Universal Dependencies.
"""

import re

from kb.tagging.lexicon import Lexicon

PUNCTUATION = re.compile(r"^[^\w$€£%]+$")
NUMBER = re.compile(r"^\d[\d.,:]*(?:st|nd|rd|th|s|m|bn|k)?%?$")
NOUN_ENDING = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ist|ists|dom|age|ure|hood|tions|ments|ities)$"
)
ADJECTIVE_ENDING = re.compile(
    r"(?:ous|ful|ive|able|ible|ant|ent|ic|ical|less|ish|ary|ian|ese|al|-backed|-led|-based|-old)$"
)
OPENS_NOUN = frozenset({"DET", "ADJ", "NUM"})
POSSESSIVES = frozenset("his its their my our your whose 's '".split())
SUBJECTS = frozenset("i you he she it we they who which that".split())


def find_parts(words: list[str], lexicon: Lexicon) -> list[str]:
    """The Universal POS tag of each word of one sentence."""
    tags: list[str] = []
    for index, word in enumerate(words):
        tags.append(_first_guess(words, index, tags, lexicon, word))
    return [_settled(words, index, tags, lexicon) for index in range(len(words))]


def _first_guess(words: list[str], index: int, tags: list[str], lexicon: Lexicon, word: str) -> str:
    low = word.lower()
    if low == "'s":
        return "PART" if index and tags[-1] in ("NOUN", "PROPN") else "AUX"
    if PUNCTUATION.match(word) and low not in lexicon.closed:
        return "PUNCT"
    if NUMBER.match(word):
        return "NUM"
    if not re.search(r"\w", word):
        return (
            "PART"
            if low in ("'", "'s") and index and words[index - 1].endswith("s")
            else "SYM"
            if low in "$€£%"
            else "PUNCT"
        )
    if _is_name(words, index, tags, lexicon):
        return "PROPN"
    return lexicon.closed.get(low) or _open_class(low, words, index, tags, lexicon)


def _is_name(words: list[str], index: int, tags: list[str], lexicon: Lexicon) -> bool:
    word = words[index]
    if word.isupper() and 1 < len(word) < 7 and word.isalpha() and word.lower() == "us":
        return True
    if not word[0].isupper() and not re.match(r"^[a-z]+-[A-Z]", word):
        return False
    if not _opens_sentence(words, index):
        return word != "I" and not (word.lower() in lexicon.closed and len(word) > 3 and not word.isupper())
    low = word.lower()
    return not (
        low in lexicon.closed or low in lexicon.finite or low in lexicon.nouns or low in lexicon.adjectives
        or low in lexicon.plurals or low.endswith(("ing", "ly", "ed"))
    )  # fmt: skip


def _opens_sentence(words: list[str], index: int) -> bool:
    return all(PUNCTUATION.match(word) for word in words[:index]) or (
        index > 0 and words[index - 1] in '"“‘:'
    )


def _open_class(low: str, words: list[str], index: int, tags: list[str], lexicon: Lexicon) -> str:
    if low in lexicon.nouns:
        return "NOUN"
    if low in lexicon.adjectives:
        return "ADJ"
    if low in lexicon.forms:
        return _verb_or_noun(low, words, index, tags, lexicon)
    return _by_ending(low)


def _verb_or_noun(low: str, words: list[str], index: int, tags: list[str], lexicon: Lexicon) -> str:
    before, tag = (words[index - 1].lower(), tags[-1]) if index else ("", "")
    if before in SUBJECTS or before in ("to", "n't", "not") or tag == "AUX":
        return "VERB"
    either = lexicon.forms[low] in lexicon.nouns_too and not low.endswith("ed")
    if either and (tag in OPENS_NOUN or before in POSSESSIVES or tag in ("ADP", "VERB")):
        return "NOUN"
    if either and low == lexicon.forms[low]:
        return "NOUN"
    return _plural_or_verb(low, tag, words, index, lexicon) if either and low.endswith("s") else "VERB"


def _plural_or_verb(low: str, tag: str, words: list[str], index: int, lexicon: Lexicon) -> str:
    """ "the army attacks the town" against "the army attacks were": what follows decides."""
    after = words[index + 1].lower() if index + 1 < len(words) else ""
    followed = lexicon.closed.get(after, "")
    object_follows = followed in ("DET", "PRON") or after in ("that", "to") or after[:1] in '"“'
    return "VERB" if object_follows and tag in ("NOUN", "PROPN", "PRON") else "NOUN"


def _by_ending(low: str) -> str:
    if low.endswith("ly"):
        return "ADV"
    if NOUN_ENDING.search(low):
        return "NOUN"
    if ADJECTIVE_ENDING.search(low):
        return "ADJ"
    return "VERB" if low.endswith(("ing", "ed")) and len(low) > 4 else "NOUN"


def _settled(words: list[str], index: int, tags: list[str], lexicon: Lexicon) -> str:
    """A second look with the words that follow in hand."""
    tag, low = tags[index], words[index].lower()
    before = tags[index - 1] if index else ""
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if (
        tag == "VERB"
        and before in ("DET", "ADJ")
        or (tag == "VERB" and index and words[index - 1].lower() in POSSESSIVES)
    ):
        return _after_determiner(low, after)
    if low == "that" and tag == "DET":
        return "DET" if after == "NOUN" and before != "VERB" else "PRON" if before == "NOUN" else "SCONJ"
    if low in ("before", "after", "since", "until") and tag == "ADP":
        return "SCONJ" if after == "PRON" else "ADP"
    return tag


def _after_determiner(low: str, after: str) -> str:
    if low.endswith(("ed", "ing")) and after in ("NOUN", "PROPN", "ADJ"):
        return "ADJ"
    return "NOUN" if not low.endswith("ed") else "ADJ" if after in ("NOUN", "PROPN", "ADJ") else "VERB"
