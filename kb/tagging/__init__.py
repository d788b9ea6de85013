"""Text to tokens: words and marks with their part of speech and lemma.

`tokens` cuts a sentence into words, `parts` guesses the part of speech from word lists, endings and
neighbours, `lemmas` undoes inflection. The words stand in `[grammar]` of the language's file. Head,
relation and entity of a token stay empty here: they are a parser's to fill, and whoever reads tokens
must do without them. To improve a guess, add the word to a list before adding a rule.
"""

from collections.abc import Iterable
from dataclasses import replace

from kb.model import Findings, Language, Sentence, Span, Token
from kb.tagging.lexicon import Lexicon, load_lexicon
from kb.tagging.parts import find_parts, is_mark
from kb.tagging.tokens import find_words

__all__ = ["tag"]

Words = list[tuple[Span, str]]


def tag(findings: Findings, language: Language) -> tuple[Sentence, ...]:
    """The sentences of the findings with their tokens; offsets count in the raw text."""
    lexicon = load_lexicon(language.code)
    words = [list(find_words(findings.text, s.span, lexicon.abbreviations)) for s in findings.sentences]
    names = _names(words)
    return tuple(
        replace(sentence, tokens=_tokens(found, lexicon, names))
        for sentence, found in zip(findings.sentences, words, strict=True)
    )


def _tokens(words: Words, lexicon: Lexicon, names: frozenset[str]) -> tuple[Token, ...]:
    parts = find_parts([word for _, word in words], lexicon, names)
    return tuple(
        Token(span, word, lexicon.lemma(word, pos), pos)
        for (span, word), pos in zip(words, parts, strict=True)
    )


def _names(sentences: Iterable[Words]) -> frozenset[str]:
    """Words written with a capital within a sentence, and never without one."""
    capital: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        words = [word for _, word in sentence if not is_mark(word)]
        small |= {word for word in words if word[0].islower()}
        if any(word[0].islower() for word in words):
            capital |= {word for word in words[1:] if word[0].isupper()}
    return frozenset(word for word in capital if word.lower() not in small)
