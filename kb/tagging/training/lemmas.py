"""Lemmas that the treebanks tell and our rules of inflection get wrong, as a table beside the weights."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from kb.tagging.lexicon import lemma_by_rule, load_lexicon
from kb.tagging.training.treebank import Rows

PARTS = ("VERB", "AUX", "NOUN", "ADJ", "ADV", "DET", "PRON", "PART")  # names keep their form


def write_lemmas(sentences: Iterable[Rows], path: Path) -> None:
    """The irregular forms of each part of speech: part -> form -> lemma, in lower case."""
    lexicon = load_lexicon("en")
    irregular: dict[str, dict[str, str]] = {part: {} for part in PARTS}
    for (form, part), lemmas in sorted(_seen(sentences).items()):
        lemma = lemmas.most_common(1)[0][0]
        if lemma != lemma_by_rule(form, part, lexicon) and _is_word(form) and _is_word(lemma):
            irregular[part][form] = lemma
    path.write_text(json.dumps(irregular, ensure_ascii=False, indent=0), encoding="utf-8")


def _seen(sentences: Iterable[Rows]) -> dict[tuple[str, str], Counter[str]]:
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in (row for rows in sentences for row in rows if row.pos in PARTS):
        seen[row.word.lower(), row.pos][row.lemma.lower()] += 1
    return seen


def _is_word(text: str) -> bool:
    return text.replace("'", "").replace("-", "").isalpha()
