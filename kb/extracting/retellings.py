"""One utterance told more than once in an article is one statement with several pieces of evidence.

A headline or caption that says again what the body tells is further evidence of it and no statement of
its own; so is a later sentence that tells the same of the same speaker. Two tellings are one when most of
their content words are the same and nothing sets them apart: speaker, audience, day, figures, denial,
what is still to come, or a word of saying it anew. This is the pipeline's last step, for timelines alone:
who measures attributions wants each of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from kb.extracting.clause_words import COMING, NEGATIONS, SAYING_ANEW
from kb.extracting.headlines import find_headlines
from kb.extracting.ordered import Ordered
from kb.model import Findings, Language, Occurrence, Resolution, Retelling, Statement, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
ALIKE = 0.7  # of the content words of the shorter telling
FEWEST, FEWEST_IN_HEADLINES = 3, 2
Told = TypeVar("Told", bound=Occurrence)


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as its words tell it: content words, figures, whether denied or still to come."""

    statement: Statement
    words: frozenset[str]
    figures: frozenset[str]
    denied: bool
    coming: bool
    anew: bool


def with_retellings(findings: Findings, language: Language) -> Findings:
    """The findings with settled dates, each utterance once; what hung on a later telling hangs on it."""
    tokens = Ordered((t for s in findings.sentences for t in s.tokens), lambda token: token.span)
    kept: list[Telling] = []
    again: dict[str, str] = {}
    for telling in (_telling(statement, tokens) for statement in findings.statements):
        first = next((n for n, one in enumerate(kept) if _is_same(one, telling)), None)
        if first is None:
            kept.append(telling)
        else:
            again[telling.statement.key] = kept[first].statement.key
            kept[first] = replace(kept[first], statement=_joined(kept[first].statement, telling.statement))
    for headline in find_headlines(findings, language):
        _add_headline(kept, _telling(headline, tokens))
    return rehung(replace(findings, statements=tuple(telling.statement for telling in kept)), again)


def _telling(statement: Statement, tokens: Ordered[Token]) -> Telling:
    said = [token for span in statement.content for token in tokens.within(span)]
    around = tokens.within(statement.span)
    framing = [t for t in around if not any(span.covers(t.span) for span in statement.content)]
    lows = [token.text.lower() for token in said]
    return Telling(
        statement,
        words=frozenset(token.lemma.lower() for token in said if token.pos in CONTENT),
        figures=frozenset(token.text for token in said if token.pos == "NUM"),
        denied=sum(low in NEGATIONS for low in lows) % 2 == 1,
        coming=any(low in COMING for low in lows),
        anew=statement.cue in SAYING_ANEW or any(token.text.lower() in SAYING_ANEW for token in framing),
    )


def _is_same(earlier: Telling, later: Telling) -> bool:
    one, other = earlier.statement, later.statement
    if one.speaker is None or other.speaker is None or later.anew or one.act != other.act:
        return False
    who = one.speaker.entity.key == other.speaker.entity.key
    return who and not _is_elsewhere(one, other) and _says_the_same(earlier, later, FEWEST)


def _says_the_same(one: Telling, other: Telling, fewest: int) -> bool:
    """Whether most of the words of the shorter are those of the other, and nothing contradicts it."""
    shared, shorter = len(one.words & other.words), min(len(one.words), len(other.words))
    alike = shared >= fewest and shared >= ALIKE * shorter
    figures = one.figures <= other.figures or other.figures <= one.figures
    return alike and figures and one.denied == other.denied and one.coming == other.coming


def _is_elsewhere(one: Statement, other: Statement) -> bool:
    """Whether the two were said to others, or on other days."""
    heard = [{mention.entity.key for mention in said.audience} for said in (one, other)]
    days = [said.time.when for said in (one, other) if said.time is not None and said.time.when is not None]
    return (all(heard) and not heard[0] & heard[1]) or len(set(map(str, days))) > 1


def _joined(first: Statement, later: Statement) -> Statement:
    """The first telling with what the later one adds: its evidence, who heard it, where, and when."""
    described = {key for said in first.about for key in said.describes}
    return replace(
        dated_by(first, later, "The article tells it again, and dates it there"),
        again=(*first.again, Retelling(later.span, later.trigger)),
        place=first.place or later.place,
        speaking_for=first.speaking_for or later.speaking_for,
        audience=first.audience or later.audience,
        carriers=first.carriers or later.carriers,
        about=(*first.about, *(said for said in later.about if not set(said.describes) <= described)),
    )


def dated_by(first: Told, later: Told, why: str) -> Told:
    """The first entry with the date of the later one, where only that has one; `why` opens the steps."""
    date = later.date
    if date is None or not date.dated or (first.date is not None and first.date.dated):
        return first
    step = f"{why}: “{later.label}”."
    return replace(first, time=later.time, date=replace(date, steps=(step, *date.steps)))


def _add_headline(kept: list[Telling], headline: Telling) -> None:
    """A headline goes to the first statement that says so; it may leave out who spoke, or give his office."""
    who = headline.statement.speaker
    for number, telling in enumerate(kept):
        speaker = telling.statement.speaker
        named = who is not None and not who.entity.unnamed
        other = named and (speaker is None or (who and speaker.entity.key != who.entity.key))
        if not other and _says_the_same(telling, headline, FEWEST_IN_HEADLINES):
            title = Retelling(headline.statement.span, headline.statement.trigger)
            again = (title, *telling.statement.again)
            kept[number] = replace(telling, statement=replace(telling.statement, again=again))
            return


# ------------------------------------------------------------------- what hung on a later telling


def rehung(findings: Findings, again: Mapping[str, str]) -> Findings:
    """The findings with whatever hung on an entry, by its key, hung on the one that tells the same."""
    if not again:
        return findings
    return replace(
        findings,
        statements=tuple(_with_date(_speaking(said, again), again) for said in findings.statements),
        events=tuple(_with_date(event, again) for event in findings.events),
    )


def _speaking(statement: Statement, again: Mapping[str, str]) -> Statement:
    about = (
        replace(said, describes=tuple(dict.fromkeys(again.get(key, key) for key in said.describes)))
        for said in statement.about
    )
    return replace(statement, about=tuple(about))


def _with_date(occurrence: Told, again: Mapping[str, str]) -> Told:
    date = occurrence.date
    first = again.get(date.depends_on or "") if date is not None else None
    if date is None or first is None:
        return occurrence
    return replace(occurrence, date=_on_first(date, first))


def _on_first(date: Resolution, first: str) -> Resolution:
    anchor = date.anchor and replace(date.anchor, key=first)
    return replace(date, depends_on=first, anchor=anchor)
