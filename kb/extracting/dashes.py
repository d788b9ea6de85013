"""Dialogue that dashes open: "— We leave at dawn, said Ivan.", "— You came back, — she said. — I waited."

A paragraph that begins with a dash is a line. Lines that follow one another are a dialogue if one of them
has a tag, "said Ivan", that only speech can have: inverted, behind a dash, a question or an exclamation, or
behind words to somebody. What is no tag is spoken, up to a full stop behind a tag with no dash behind it.
Lists have no tags, or stand behind a colon. The verbs that tag are those of `[speech.acts]`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extracting.clause_words import FIRST_PERSON, SECOND_PERSON
from kb.extracting.vocabulary import load_speech
from kb.model import Passage, Sentence, Span, Token

DASHES = frozenset({"—", "–", "―", "--"})
FENCES = frozenset({",", "?", "!", "…", "...", ";"}) | DASHES
CALLING = frozenset({"?", "!"})
STOPS = frozenset({".", "!", "?", "…", "..."})
WHO = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
LONGEST_WHO = 5  # tokens
SAYING = frozenset(load_speech("en").acts)
Piece = tuple[int, int]  # tokens of a line that are spoken, from the dash before them


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that a dash opens: its tokens, what of them is spoken, the marks that tags stand behind."""

    tokens: Sequence[Token]
    spoken: tuple[Piece, ...]
    fences: tuple[int, ...]


def find_spoken(sentences: Sequence[Sentence]) -> dict[int, list[tuple[Span, Span]]]:
    """What is spoken in each line of each dialogue, by paragraph: the span with dashes, and without them."""
    lines = {n: _line(tokens) for n, tokens in _paragraphs(sentences).items() if tokens[0].text in DASHES}
    led = {s.paragraph + 1 for s in sentences if s.tokens and s.tokens[-1].text == ":"}
    found: dict[int, list[tuple[Span, Span]]] = {}
    for run in _runs(lines):
        if any(_is_speech(lines[number], run[0] in led) for number in run):
            found |= {number: list(_spans(lines[number])) for number in run}
    return found


def _paragraphs(sentences: Sequence[Sentence]) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = {}
    for sentence in sentences:
        if sentence.passage is not Passage.BOILERPLATE and sentence.tokens:
            found.setdefault(sentence.paragraph, []).extend(sentence.tokens)
    return found


def _runs(lines: dict[int, Line]) -> Iterator[list[int]]:
    """The numbers of lines that follow one another."""
    run: list[int] = []
    for number in sorted(lines):
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_speech(line: Line, is_led: bool) -> bool:
    """Whether a line can only be spoken; behind a colon, where lists stand, an inverted tag does not do."""
    shown = any(_is_direct(line.tokens, fence) for fence in line.fences)
    return bool(line.fences) and (_calls(line) or (shown and not is_led))


def _calls(line: Line) -> bool:
    """Whether the words are spoken to somebody: a question, a shout, "I" or "you"."""
    said = {token.text.lower() for start, end in line.spoken for token in line.tokens[start:end]}
    return bool(said & (CALLING | FIRST_PERSON | SECOND_PERSON))


def _line(tokens: Sequence[Token]) -> Line:
    """A line, its tags told from what is spoken."""
    spoken: list[Piece] = []
    fences: list[int] = []
    start = 0
    while start < len(tokens):
        fence = next((k for k in range(start + 1, len(tokens)) if _tag(tokens, k)), len(tokens))
        spoken.append((start, min(_behind_fence(tokens, fence), len(tokens))))
        fences += [fence] if fence < len(tokens) else []
        start = _resumed(tokens, fence)
    return Line(tokens, tuple(spoken), tuple(fences))


def _tag(tokens: Sequence[Token], fence: int) -> int:
    """Where the verb of the tag behind a fence stands; 0 when there is no tag."""
    first = _behind_fence(tokens, fence)
    if tokens[fence].text not in FENCES or first >= len(tokens):
        return 0
    if _says(tokens, first):
        return first if _names(tokens, first + 1) else 0
    verb = first
    while verb < min(first + LONGEST_WHO, len(tokens)) and tokens[verb].pos in WHO:
        verb += 1
    verb += verb < len(tokens) and tokens[verb].pos == "ADV"
    return verb if verb > first and _says(tokens, verb) else 0


def _behind_fence(tokens: Sequence[Token], fence: int) -> int:
    """The index behind a comma, or a comma and a dash."""
    after = fence + 1
    return after + (after < len(tokens) and tokens[after].text in DASHES)


def _says(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].pos == "VERB" and tokens[index].lemma in SAYING


def _names(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody stands behind the verb of an inverted tag, at most one adverb between."""
    index += index < len(tokens) and tokens[index].pos == "ADV"
    return index < len(tokens) and tokens[index].pos in WHO


def _is_direct(tokens: Sequence[Token], fence: int) -> bool:
    """Whether a tag is inverted, or stands behind a dash, a question or an exclamation."""
    first = _behind_fence(tokens, fence)
    behind = {tokens[fence].text, tokens[first - 1].text}
    return _says(tokens, first) or bool(behind & (DASHES | CALLING))


def _resumed(tokens: Sequence[Token], fence: int) -> int:
    """The dash behind a tag, or behind the full stop of it, where speech goes on; else the end."""
    for index in range(_behind_fence(tokens, fence), len(tokens)):
        if tokens[index].text in DASHES:
            return index
        if tokens[index].text in STOPS:
            goes_on = index + 1 < len(tokens) and tokens[index + 1].text in DASHES
            return index + 1 if goes_on else len(tokens)
    return len(tokens)


def _spans(line: Line) -> Iterator[tuple[Span, Span]]:
    for start, end in line.spoken:
        words = _words(line.tokens[start:end])
        if words:
            whole = Span(line.tokens[start].span.start, line.tokens[end - 1].span.end)
            yield whole, Span(words[0].span.start, words[-1].span.end)


def _words(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without marks at the beginning, "—. Tomorrow", and without dashes at the end."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].pos == "PUNCT":
        start += 1
    while end > start and tokens[end - 1].text in DASHES:
        end -= 1
    return tokens[start:end]
