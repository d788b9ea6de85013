"""Common words: those that the treebanks write small at least twice."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kb.tagging.training.treebank import Rows


def common_words(sentences: Iterable[Rows]) -> list[str]:
    """The words, in order."""
    words = Counter(
        row.word for rows in sentences for row in rows if row.word.islower() and row.pos != "PROPN"
    )
    return sorted(word for word, count in words.items() if count > 1)


def write_words(words: Iterable[str], path: Path) -> None:
    """Write words, one a line."""
    path.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
