"""How a word is written for a pipeline: plain quotes, dashes and spaces, whatever the article has."""

import re
from functools import lru_cache

# Marks that are the same to a parser; a pipeline sees only the one on the right.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2005\u2006\u2008\u205f\u3000", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
    }
)
PAIRED = re.compile(r"^(?:''|``)$")
DASHES = re.compile(r"^-{2,}$")
DOTS = re.compile(r"^\.{2,}$")


@lru_cache(maxsize=1 << 16)
def plain_spelling(word: str) -> str:
    """The word with plain marks; never empty, for a parser wants something to look at."""
    plain = PAIRED.sub('"', word.translate(PLAIN))
    plain = DOTS.sub("...", DASHES.sub("-", plain)).replace(" ", "")
    return plain or "-"
