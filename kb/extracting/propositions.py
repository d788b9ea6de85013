"""What a statement says: its content in pieces, each with the speaker's attitude and what it describes.

The attitude follows from the kind of speech act where that settles it ("denied", "called for"), else
from the words of the piece: modals, negation, evaluation. The words stand in
`[grammar.events.attitudes]` and `[grammar.events.wording]`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.extracting.nearby import Nearby
from kb.model import Attitude, Language, Occurrence, Proposition, Span, Statement, Token

MARKS = " \u00a0\t\n,;:.“”\"'‘’()[]"
ATTITUDES = {str(attitude): attitude for attitude in Attitude}


@dataclass(frozen=True, slots=True)
class Wording:
    """The lists that decide an attitude."""

    acts: dict[str, Attitude]
    lists: dict[str, frozenset[str]]

    def any(self, name: str, tokens: Sequence[Token]) -> bool:
        """Whether a token stands on the list."""
        words = self.lists.get(name, frozenset())
        return any(
            token.pos != "PROPN" and (token.text.casefold() in words or token.lemma.casefold() in words)
            for token in tokens  # "May" is no modal
        )


def load_wording(language: Language) -> Wording:
    """The lists of a language; without them everything is asserted."""
    table = language.grammar.get("events", {})
    acts = {act: ATTITUDES[name] for name, acts in table.get("attitudes", {}).items() for act in acts}
    lists = {name: frozenset(words) for name, words in table.get("wording", {}).items()}
    shared = {name: frozenset(table.get(name, ())) for name in ("negations", "subordinators")}
    return Wording(acts, lists | shared)


def find_propositions(statement: Statement, nearby: Nearby, wording: Wording) -> tuple[Proposition, ...]:
    """The propositions of a statement: at least one for each span of its content."""
    pieces = [piece for content in statement.content for piece in _pieces(content, nearby)]
    return tuple(
        Proposition(
            span=piece,
            attitude=_attitude(statement, _tokens(piece, nearby), nearby.findings.text, wording),
            describes=tuple(o.key for o in _described(piece, statement, nearby)),
        )
        for piece in pieces
    )


def _described(piece: Span, statement: Statement, nearby: Nearby) -> Iterator[Occurrence]:
    """The events, and the statements within the statement, whose trigger lies in the piece."""
    for occurrence in nearby.triggered.touching(piece):
        if occurrence.key != statement.key and piece.covers(occurrence.trigger):
            yield occurrence


# --------------------------------------------------------------------------------------- the pieces


def _pieces(content: Span, nearby: Nearby) -> list[Span]:
    """The content cut at sentences, semicolons and "and that"; the whole of it when nothing is left."""
    starts = [content.start, *_cuts(content, nearby), content.end]
    pieces = [_trimmed(nearby.findings.text, Span(a, b)) for a, b in pairwise(starts)]
    return [piece for piece in pieces if piece.start < piece.end] or [content]


def _cuts(content: Span, nearby: Nearby) -> Iterator[int]:
    for sentence in nearby.sentences.touching(content):
        if content.start < sentence.span.start < content.end:
            yield sentence.span.start
        yield from (at for at in _inner_cuts(sentence.tokens) if content.start < at < content.end)


def _inner_cuts(tokens: Sequence[Token]) -> Iterator[int]:
    for token, after in pairwise(tokens):
        if token.text == ";" or (token.pos == "CCONJ" and after.text.casefold() == "that"):
            yield token.span.start


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(MARKS))
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip(MARKS)))))


def _tokens(piece: Span, nearby: Nearby) -> list[Token]:
    return [
        token
        for sentence in nearby.sentences.touching(piece)
        for token in sentence.tokens
        if piece.start <= token.span.start and token.span.end <= piece.end
    ]


# ------------------------------------------------------------------------------------- the attitude


def _attitude(statement: Statement, tokens: Sequence[Token], text: str, wording: Wording) -> Attitude:
    if statement.act in wording.acts:
        return wording.acts[statement.act]
    if _is_against(statement, text):
        return Attitude.OPPOSES
    return _worded(_head(tokens, wording), wording)


def _is_against(statement: Statement, text: str) -> bool:
    """ "warned against", "spoke out against": the preposition between cue and content."""
    start = min(content.start for content in statement.content)
    return "against" in text[statement.trigger.end : start + len("against")].split()


def _head(tokens: Sequence[Token], wording: Wording) -> Sequence[Token]:
    """The main clause, roughly: up to the first subordinator behind the first verb."""
    verb = next((index for index, token in enumerate(tokens) if token.pos in {"VERB", "AUX"}), len(tokens))
    ends = (i for i in range(verb + 1, len(tokens)) if wording.any("subordinators", tokens[i : i + 1]))
    return tokens[: next(ends, len(tokens))]


def _worded(head: Sequence[Token], wording: Wording) -> Attitude:
    """The attitude that the words show: the first that applies."""
    if wording.any("opposing", head):
        return Attitude.OPPOSES
    if any(
        wording.any("possible", head[k : k + 1]) and not _is_no_chance(head, k, wording)
        for k in range(len(head))
    ):
        return Attitude.HOLDS_POSSIBLE
    if wording.any("asking", head):
        return Attitude.ASKS_FOR
    if wording.any("expecting", head):
        return Attitude.INTENDS if wording.any("first_person", head) else Attitude.EXPECTS
    negated = (_negated(head, index, wording) for index in range(len(head)))
    denied = next((attitude for attitude in negated if attitude is not None), None)
    if denied is not None:
        return denied
    return Attitude.APPRAISES if wording.any("appraising", head) else Attitude.ASSERTS


def _is_no_chance(head: Sequence[Token], index: int, wording: Wording) -> bool:
    """ "everything possible", "as soon as possible"; "could not"."""
    no = wording.any("ruled_out", head[index : index + 1]) and wording.any(
        "negations", head[index + 1 : index + 2]
    )
    return no or (index > 0 and wording.any("utmost", head[index - 1 : index]))


def _negated(head: Sequence[Token], index: int, wording: Wording) -> Attitude | None:
    """What the negation at `index` shows: mostly denial, "don't shoot" opposition, "don't worry" nothing."""
    if not wording.any("negations", head[index : index + 1]):
        return None
    behind = [token for token in head[index + 1 :] if token.pos != "ADV" and token.lemma != "be"]
    if wording.any("undenying", behind[:1]) or wording.any("limiting", head[index + 1 : index + 2]):
        return None
    told_not_to = index > 0 and head[index - 1].lemma == "do" and _opens(head, index - 1)
    return Attitude.OPPOSES if told_not_to else Attitude.DENIES


def _opens(head: Sequence[Token], index: int) -> bool:
    """Whether a clause opens here, without a subject."""
    return index == 0 or head[index - 1].pos in {"PUNCT", "CCONJ"}
