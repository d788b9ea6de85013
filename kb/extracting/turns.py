"""Who speaks in turns: "Ana Reed: The dam is safe." paragraph by paragraph, as interviews and scripts do.

A paragraph that opens with a name (or Q, or A) and a colon is a turn, if there are several of them and
one of the labels comes again; paragraphs without a label behind it belong to the turn.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.extracting.cues import Cue, Form
from kb.extracting.draft import Draft
from kb.extracting.subjects import Phrase
from kb.model import Findings, Passage, Sentence, Span

LONGEST_LABEL = 5  # tokens
FEWEST = 3
LETTERS = frozenset({"Q.", "A."})  # a point for a colon


def find_turns(findings: Findings) -> list[Draft]:
    """A draft for each turn of an interview, none where an article holds no interview."""
    opening = [n for n, s in enumerate(findings.sentences) if _opens(findings.sentences, n) and _label(s)]
    labels = Counter(_words(findings.sentences[number]) for number in opening)
    if len(opening) < FEWEST or len(labels) < 2 or max(labels.values()) < 2:
        return []
    ends = [*opening[1:], len(findings.sentences)]
    return [_turn(findings.sentences, start, end) for start, end in zip(opening, ends, strict=True)]


def _opens(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence of the body opens its paragraph."""
    first = number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph
    return first and sentences[number].passage is Passage.BODY


def _label(sentence: Sentence) -> int:
    """How many tokens the label of a sentence has with its colon; 0 when there is none."""
    if sentence.tokens[0].text in LETTERS:
        return 1
    for index, token in enumerate(sentence.tokens[: LONGEST_LABEL + 1]):
        if token.text == ":":
            return index + 1 if index else 0
        if not token.text[0].isupper() and token.text not in (".", "'", "’", "-"):
            break
    return 0


def _words(sentence: Sentence) -> str:
    return " ".join(token.text for token in sentence.tokens[: _label(sentence)])


def _turn(sentences: Sequence[Sentence], start: int, end: int) -> Draft:
    items, end_of_label = sentences[start].tokens, _label(sentences[start])
    cue = Cue(end_of_label - 1, end_of_label, ":", "say", Form.SOURCE)
    who = Phrase(0, end_of_label - 1) if end_of_label > 1 else None
    return Draft(start, items, cue, who, "turn", tuple(_said(sentences[start:end], end_of_label)))


def _said(sentences: Sequence[Sentence], label: int) -> Iterator[Span]:
    """What is said, paragraph by paragraph, without the label."""
    spans: dict[int, Span] = {}
    for number, sentence in enumerate(s for s in sentences if s.passage is Passage.BODY):
        tokens = sentence.tokens[label:] if number == 0 else sentence.tokens
        if tokens:
            begin = spans.get(sentence.paragraph, tokens[0].span).start
            spans[sentence.paragraph] = Span(begin, tokens[-1].span.end)
    yield from spans.values()
