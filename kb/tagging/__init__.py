"""Text to tokens: words and marks with their part of speech and lemma.

`tokens` cuts a sentence into words, `parts` guesses the part of speech from word lists, endings and
neighbours, `lemmas` undoes inflection. The words stand in `[grammar]` of the language's file. Head,
relation and entity of a token stay empty here: they are a parser's to fill, and whoever reads tokens
must do without them. To improve a guess, add the word to a list before adding a rule.
"""

from dataclasses import replace

from kb.model import Findings, Language, Sentence, Token
from kb.tagging.lexicon import Lexicon, load_lexicon
from kb.tagging.parts import find_parts
from kb.tagging.tokens import find_words

__all__ = ["tag"]


def tag(findings: Findings, language: Language) -> tuple[Sentence, ...]:
    """The sentences of the findings with their tokens; offsets count in the raw text."""
    lexicon = load_lexicon(language.code)
    return tuple(
        replace(sentence, tokens=_tagged(findings.text, sentence, lexicon)) for sentence in findings.sentences
    )


def _tagged(text: str, sentence: Sentence, lexicon: Lexicon) -> tuple[Token, ...]:
    words = list(find_words(text, sentence.span, lexicon.abbreviations))
    parts = find_parts([word for _, word in words], lexicon)
    return tuple(
        Token(span, word, lexicon.lemma(word, pos), pos)
        for (span, word), pos in zip(words, parts, strict=True)
    )
