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
    """The index of the colon behind the label of a sentence; 0 when it has none."""
    for index, token in enumerate(sentence.tokens[: LONGEST_LABEL + 1]):
        if token.text == ":":
            return index
        if not token.text[0].isupper() and token.text not in (".", "'", "’", "-"):
            break
    return 0


def _words(sentence: Sentence) -> str:
    return " ".join(token.text for token in sentence.tokens[: _label(sentence)])


def _turn(sentences: Sequence[Sentence], start: int, end: int) -> Draft:
    items, colon = sentences[start].tokens, _label(sentences[start])
    cue = Cue(colon, colon + 1, ":", "say", Form.SOURCE)
    return Draft(start, items, cue, Phrase(0, colon), "turn", tuple(_said(sentences[start:end], colon)))


def _said(sentences: Sequence[Sentence], colon: int) -> Iterator[Span]:
    """What is said, paragraph by paragraph, without the label."""
    spans: dict[int, Span] = {}
    for number, sentence in enumerate(s for s in sentences if s.passage is Passage.BODY):
        tokens = sentence.tokens[colon + 1 :] if number == 0 else sentence.tokens
        if tokens:
            begin = spans.get(sentence.paragraph, tokens[0].span).start
            spans[sentence.paragraph] = Span(begin, tokens[-1].span.end)
    yield from spans.values()
