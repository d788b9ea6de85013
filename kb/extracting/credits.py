"""Captions with their credits: "The bridge at dawn. Photo: A. Reed." is attributed to whoever took it.

A caption is no statement; like `thoughts` it serves the measuring interface alone. The words that open
a credit stand in `[speech.words]`.
"""

from collections.abc import Iterator
from itertools import groupby

from kb.extracting.vocabulary import load_speech
from kb.model import Findings, Language, Passage, QuoteKind, Sentence, Span, Statement, Token
from kb.ontology import mint_key

LONGEST_CREDIT = 12  # tokens behind the colon


def find_credits(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The captions that a credit follows in their paragraph, one attribution each, in order of the text."""
    words = load_speech(language.code).credits
    paragraphs = groupby(findings.sentences, lambda sentence: sentence.paragraph)
    return tuple(
        _caption(findings.text, content, credit, sentence)
        for _, sentences in paragraphs
        for content, credit, sentence in _credited(
            [s for s in sentences if s.passage is not Passage.HEADLINE], words
        )
    )


def _credited(sentences: list[Sentence], words: frozenset[str]) -> Iterator[tuple[Span, Span, Sentence]]:
    """The caption, the word of credit, its sentence, where a paragraph ends in "Photo: " and a few words."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    for index in range(1, len(tokens) - 2):
        opens = tokens[index].text.lower() in words and tokens[index + 1].text == ":"
        if opens and len(tokens) - index - 2 <= LONGEST_CREDIT and _is_apart(tokens, index):
            credit = tokens[index].span
            held = next(sentence for sentence in sentences if sentence.span.covers(credit))
            yield Span(tokens[0].span.start, tokens[index - 1].span.end), credit, held
            return


def _is_apart(tokens: list[Token], index: int) -> bool:
    """Whether a credit follows a caption: no verb of saying leads to it, and its words are names."""
    named = tokens[index + 2].text[:1].isupper()
    return named and (tokens[index].text[:1].isupper() or tokens[index - 1].text[:1].isalnum())


def _caption(text: str, content: Span, credit: Span, sentence: Sentence) -> Statement:
    return Statement(
        span=Span(content.start, credit.end),
        rule="credit",
        confidence=0.5,
        key=mint_key("statement", text, sentence, credit),
        trigger=credit,
        label=content.of(text),
        cue="credit",
        act="show",
        kind=QuoteKind.INDIRECT,
        content=(content,),
    )
