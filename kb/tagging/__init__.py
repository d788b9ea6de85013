"""Text to tokens: words and marks with part of speech, lemma, place in the tree, named entity.

`tokens` cuts a sentence into words. A language with trained weights under `weights/` is read by that
pipeline, or by the one that `choose_pipeline` or the environment variable KB_PIPELINE names: `pieces`
cuts words as the parser knows them, `parsing` puts the answers together, `labels` turns those of other
pipelines into Universal Dependencies. Any other language gets its parts of speech from the word lists
of `[grammar]` by `parts`, and neither head nor relation nor entity. `training` makes the weights;
spaCy is imported when the first sentence is read, and only in this room.
"""

from collections.abc import Iterator
from dataclasses import replace

from kb.model import Findings, Language, Sentence, Token
from kb.tagging.corrections import corrected, relation
from kb.tagging.gerunds import with_deeds
from kb.tagging.lexicon import Lexicon, load_lexicon
from kb.tagging.parsing import choose_pipeline, has_pipeline, is_built_in, parsed
from kb.tagging.parts import find_parts, known_names
from kb.tagging.repairs import repaired
from kb.tagging.tokens import Words, find_words
from kb.tagging.told_clauses import with_told_clauses

__all__ = ["choose_pipeline", "is_built_in", "tag"]


def tag(findings: Findings, language: Language) -> tuple[Sentence, ...]:
    """The sentences of the findings with their tokens; offsets count in the raw text."""
    lexicon = load_lexicon(language.code)
    words = [list(find_words(findings.text, s.span, lexicon.abbreviations)) for s in findings.sentences]
    read = _parsed if has_pipeline(language.code) else _guessed
    tokens = read(words, lexicon, known_names(words))
    return tuple(
        replace(sentence, tokens=found) for sentence, found in zip(findings.sentences, tokens, strict=True)
    )


def _parsed(sentences: list[Words], lexicon: Lexicon, names: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    for read in parsed(sentences, lexicon):
        tokens = with_deeds(with_told_clauses(repaired(read, lexicon), lexicon), lexicon)
        parts = corrected(tokens, lexicon, names)
        yield tuple(
            _mended(token, parts[index], relation(tokens, parts, index), lexicon)
            for index, token in enumerate(tokens)
        )


def _mended(token: Token, pos: str, role: str | None, lexicon: Lexicon) -> Token:
    if token.pos == pos:
        return token if token.relation == role else replace(token, relation=role)
    return replace(token, pos=pos, lemma=lexicon.lemma(token.text, pos), relation=role)


def _guessed(sentences: list[Words], lexicon: Lexicon, names: frozenset[str]) -> Iterator[tuple[Token, ...]]:
    for words in sentences:
        parts = find_parts([word for _, word in words], lexicon, names)
        yield tuple(
            Token(span, word, lexicon.lemma(word, pos), pos)
            for (span, word), pos in zip(words, parts, strict=True)
        )
