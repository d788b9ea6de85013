"""How names are compared: without accents, case, points, and what stands in brackets behind them."""

import re
import unicodedata

BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
JOINED = re.compile(r"[.'’‘ʿʾʻ`´]+")
PARTING = re.compile(r"[\W_]+")
LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h"}
SPELT = str.maketrans(LETTERS)


def folded(text: str) -> str:
    """A name as it is looked up: "The U.S. Côte-d’Or" is "us cote dor"; empty when there is no letter."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(SPELT))
    kept = "".join(char for char in bare if not unicodedata.combining(char))
    words = PARTING.sub(" ", JOINED.sub("", kept)).split()
    return " ".join(words[1:] if words[1:] and words[0] == "the" else words)


def unbracketed(text: str) -> str:
    """The name without what tells it from others: "Georgia (USA)" is "Georgia"."""
    return BRACKETED.sub("", text)


def is_acronym(text: str) -> bool:
    """Whether a name is made of capitals alone, at least two of them, points aside ("U.N.", "NATO")."""
    letters = text.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper() and letters.lower() != letters
