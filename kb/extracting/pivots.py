"""What an event-relative expression counts from: "three weeks after the attack", "a day after she said so".

The clause behind "after" or "before" names it. What happens in that clause is the pivot, or else what
was told before and the clause speaks of again: by a noun ("the attack"), by the same verb ("after
being elected"), by a verb of saying with the same speaker ("after Roe said so").
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kb.extracting.event_anaphors import find_pivot, names_statement
from kb.extracting.vocabulary import load_speech
from kb.model import Event, Findings, Language, Occurrence, Offset, Sentence, Span, Statement, Token

UNLISTED = "other-verb"
"""The rule of happenings, which no timeline shows."""
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
STOPS = frozenset({",", ";", ":", "–", "—", "(", ")", "“", "”", '"'})
RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})


def pivot_clause(offset: Offset, sentence: Sentence) -> Span:
    """The characters of the clause that the offset counts from.

    It ends at a comma or the like; one that is a mere noun phrase ends where the subject of the main
    clause begins ("two days after the arrests | the army attacked").
    """
    tokens = [token for token in sentence.tokens if token.span.start >= offset.pivot]
    for number, token in enumerate(tokens):
        told = tokens[:number]
        if token.text in STOPS or (number and _opens_subject(token, told)):
            return Span(offset.pivot, token.span.start)
    return Span(offset.pivot, sentence.span.end)


def _opens_subject(token: Token, before: Sequence[Token]) -> bool:
    """Whether a noun phrase without a verb lies before, and this begins another one."""
    if before[-1].pos not in NOUNS or any(t.pos in VERBS for t in before):
        return False
    if token.pos == "PROPN":
        return before[-1].pos == "NOUN"
    return token.pos in {"DET", "PRON"} and token.lemma.casefold() not in RELATIVE


def find_pivots(
    clause: Span,
    sentence: Sentence,
    occurrences: Sequence[Occurrence],
    findings: Findings,
    language: Language,
) -> Sequence[Occurrence]:
    """The occurrence that the clause tells or speaks of again, none when it does neither."""
    within = [o for o in occurrences if clause.covers(o.trigger)]
    listed = [o for o in within if o.rule != UNLISTED][:1]
    if listed:
        return listed
    pointed = [*find_pivot(sentence, clause.start, occurrences, language)]
    retold = pointed or [*_retold(clause, sentence, occurrences, findings, language)]
    return retold[:1] or within[:1] or _named_again(clause, sentence, occurrences, findings)


def _retold(
    clause: Span,
    sentence: Sentence,
    occurrences: Sequence[Occurrence],
    findings: Findings,
    language: Language,
) -> Iterator[Occurrence]:
    """The last occurrence before that a verb of the clause tells again."""
    earlier = [o for o in occurrences if o.trigger.end <= clause.start][::-1]
    tokens = [t for t in sentence.tokens if clause.covers(t.span)]
    verbs = {t.lemma.casefold() for t in tokens if t.pos == "VERB"}
    yield from (o for o in earlier if isinstance(o, Event) and verbs & _lemmas(o, findings))
    if verbs & load_speech(language.code).acts.keys() or names_statement(tokens, language):
        speakers = {m.entity.key for m in findings.mentions if clause.covers(m.span)}
        said = (o for o in earlier if isinstance(o, Statement) and o.speaker)
        yield from (o for o in said if o.speaker and o.speaker.entity.key in speakers)


def _named_again(
    clause: Span, sentence: Sentence, occurrences: Sequence[Occurrence], findings: Findings
) -> Sequence[Occurrence]:
    """The last event before that the last word of the clause, or its noun, names: "the dam burst"."""
    earlier = [o for o in occurrences if o.trigger.end <= clause.start]
    tokens = [t for t in sentence.tokens if clause.covers(t.span)]
    told = {_head_noun(tokens), _last_form(tokens)} - {""}
    return [o for o in earlier if isinstance(o, Event) and told & _lemmas(o, findings)][-1:]


def _lemmas(event: Event, findings: Findings) -> set[str]:
    """The verbs of its trigger, or the noun that heads it, which may be a verb mistaken ("dam burst")."""
    near = (s for s in findings.sentences if s.span.covers(event.trigger))
    tokens = [t for s in near for t in s.tokens if event.trigger.covers(t.span)]
    verbs = {word.casefold() for t in tokens if t.pos == "VERB" for word in (t.lemma, t.text)}
    return verbs or {_head_noun(tokens)} - {""}


def _last_form(tokens: Sequence[Token]) -> str:
    """The last word before a mark: the verb of "the ferry sank" even where it was taken for a noun."""
    phrase = takewhile(lambda token: token.pos != "PUNCT", tokens)
    return next((t.text.casefold() for t in reversed([*phrase])), "")


def _head_noun(tokens: Sequence[Token]) -> str:
    """The last noun before a preposition or the end."""
    phrase = takewhile(lambda token: token.pos not in {"ADP", "PUNCT"}, tokens)
    return next((t.lemma.casefold() for t in reversed([*phrase]) if t.pos == "NOUN"), "")
