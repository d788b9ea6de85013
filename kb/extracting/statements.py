"""Statements: who said what, in whose words, to whom.

The order of work: the cues of each sentence with their speakers (`cues`, `speakers`), the content of
each (`contents`), quotations that stand alone go to the statement before them, and statements within
statements get the outer speaker for a carrier. What a statement is about, and when it was made, the
settling step fills in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.extracting.carriers import lead_in_carriers
from kb.extracting.contents import Content, find_contents
from kb.extracting.cues import Cue, Form
from kb.extracting.phrases import QUOTE, fold
from kb.extracting.quotations import Quotation, find_quotations
from kb.extracting.speakers import Phrase
from kb.extracting.statement_parts import (
    audience_of,
    confidence_of,
    kind_of,
    label_of,
    place_of,
    speaker_of,
    speaking_for,
    time_of,
    verbatim_of,
)
from kb.extracting.vocabulary import Speech, load_speech
from kb.model import Findings, Language, Mention, Passage, Sentence, Span, Statement, Token
from kb.ontology import mint_key

TELLING_WAYS = frozenset({"preposition", "phrase", "infinitive", "object infinitive"})
BELIEFS = frozenset({"believe"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making: its sentence, cue, speaker and content as items and as spans."""

    number: int
    items: Sequence[Token]
    cue: Cue
    speaker: Phrase | None
    way: str
    content: tuple[Span, ...]
    addressee: Span | None

    @property
    def trigger(self) -> Span:
        """The characters of the cue."""
        return Span(self.items[self.cue.start].span.start, self.items[self.cue.end - 1].span.end)

    def quotes(self, quotations: Sequence[Quotation]) -> list[Quotation]:
        """The quotations its content holds a part of."""
        return [q for q in quotations if any(q.inner.overlaps(span) for span in self.content)]


def find_statements(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The statements of an article in order of their cues; headlines, lead-ins and boilerplate have none.

    `about` is empty and `date` None: the settling step fills them.
    """
    speech = load_speech(language.code)
    quotations = find_quotations(findings.text, findings.sentences)
    drafts = [
        d
        for n, s in enumerate(findings.sentences)
        for d in _drafts(n, s, quotations, speech, findings.sentences)
    ]
    whole = _with_lone_quotations(drafts, quotations, findings)
    carriers = lead_in_carriers(findings)
    made = [(d, _statement(d, quotations, findings, carriers[d.number])) for d in whole]
    kept = [(d, s) for d, s in made if _is_kept(d, s)]
    return tuple(_relayed([statement for _, statement in kept]))


def _drafts(
    number: int,
    sentence: Sentence,
    quotations: Sequence[Quotation],
    speech: Speech,
    sentences: Sequence[Sentence],
) -> Iterator[Draft]:
    if sentence.passage is not Passage.BODY:
        return
    items = fold(sentence, quotations)
    for scene, content in find_contents(items, speech):
        cue, speaker = scene.cue, scene.speaker
        if content is not None:
            spans = tuple(s for r in content.ranges for s in _spans(items, r, quotations))
            yield Draft(number, items, cue, speaker, content.way, spans, _addressee(items, content))
        elif items[-1].text == ":" and cue.form in (Form.FINITE, Form.PARTICIPLE):
            yield from _announced(number, items, cue, speaker, quotations, sentences)


def _announced(
    number: int,
    items: Sequence[Token],
    cue: Cue,
    speaker: Phrase | None,
    quotations: Sequence[Quotation],
    sentences: Sequence[Sentence],
) -> Iterator[Draft]:
    """ "She wrote on her page:" and the quotation stands in the next paragraph."""
    if number + 1 < len(sentences):
        start = sentences[number + 1].span.start
        quotation = next((q for q in quotations if q.span.start == start), None)
        if quotation is not None:
            yield Draft(number, items, cue, speaker, "announced", quotation.parts, None)


def _addressee(items: Sequence[Token], content: Content) -> Span | None:
    if content.addressee is None:
        return None
    start, end = content.addressee
    return Span(items[start].span.start, items[end - 1].span.end)


def _spans(
    items: Sequence[Token], range_: tuple[int, int], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The characters of a range of items: a lone quotation without its marks, else all of them."""
    start, end = _trimmed(items, *range_)
    if start >= end:
        return ()
    if all(item.pos == QUOTE or item.pos == "PUNCT" for item in items[start:end]):
        inside = [q for q in quotations if any(item.span == q.span for item in items[start:end])]
        return tuple(part for q in inside for part in q.parts)
    return (Span(items[start].span.start, items[end - 1].span.end),)


def _trimmed(items: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    while start < end and items[start].text in (",", ":", "—", "–", "-", "."):
        start += 1
    while end > start and items[end - 1].text in (",", ":", "—", "–", "-", "."):
        end -= 1
    return start, end


def _with_lone_quotations(
    drafts: list[Draft], quotations: Sequence[Quotation], findings: Findings
) -> list[Draft]:
    """Quotations that fill their sentences and have no cue go on with the statement before them."""
    whole = list(drafts)
    for quotation in quotations:
        touching = [n for n, s in enumerate(findings.sentences) if s.span.overlaps(quotation.span)]
        taken = any(d.quotes([quotation]) or d.number in touching for d in whole)
        if taken or not touching or not _fills(quotation, touching, findings):
            continue
        before = _last_quoting(whole, touching[0], findings)
        if before is not None:
            index = whole.index(before)
            whole[index] = replace(before, content=(*before.content, *quotation.parts))
    return whole


def _fills(quotation: Quotation, touching: list[int], findings: Findings) -> bool:
    covered = Span(findings.sentences[touching[0]].span.start, findings.sentences[touching[-1]].span.end)
    outside = (
        findings.text[covered.start : quotation.span.start] + findings.text[quotation.span.end : covered.end]
    )
    return not any(character.isalnum() for character in outside)


def _last_quoting(drafts: list[Draft], number: int, findings: Findings) -> Draft | None:
    """The statement with a quotation whose sentences end right before sentence `number`."""
    for draft in reversed(drafts):
        last = max([draft.number, *(_sentence_of(span, findings) for span in draft.content)])
        near = findings.sentences[number].paragraph - findings.sentences[last].paragraph <= 1
        if last == number - 1 and near:
            return draft
    return None


def _sentence_of(span: Span, findings: Findings) -> int:
    return max((n for n, s in enumerate(findings.sentences) if s.span.start < span.end), default=0)


def _statement(
    draft: Draft, quotations: Sequence[Quotation], findings: Findings, carriers: tuple[Mention, ...]
) -> Statement:
    verbatim = verbatim_of(draft.content, quotations)
    speaker = speaker_of(draft.items, draft.speaker, findings.mentions)
    kind = kind_of(findings.text, draft.content, verbatim)
    evidence = _evidence(draft, findings)
    return Statement(
        span=evidence,
        rule=f"{draft.cue.form}, {draft.way}",
        confidence=confidence_of(draft.cue, draft.way, speaker),
        key=mint_key("statement", findings.text, draft.trigger),
        trigger=draft.trigger,
        label=label_of(findings.text, speaker, draft.content, _verb_in_label(draft, findings.text)),
        time=time_of(draft.trigger, draft.content, evidence, findings.times, findings.text),
        place=place_of(draft.items, draft.content, draft.speaker, findings.mentions),
        cue=draft.cue.lemma,
        act=draft.cue.act,
        kind=kind,
        content=draft.content,
        verbatim=verbatim,
        speaker=speaker,
        speaking_for=speaking_for(draft.items, draft.speaker, speaker, findings.mentions),
        audience=audience_of(draft.addressee, findings.mentions),
        carriers=carriers,
    )


def _verb_in_label(draft: Draft, text: str) -> str:
    """The cue, where the content alone would not read as what was said ("warned" against ...)."""
    return draft.trigger.of(text) if draft.way in TELLING_WAYS else ""


def _evidence(draft: Draft, findings: Findings) -> Span:
    """Whole sentences, from the first that holds the cue or content to the last."""
    spans = [draft.trigger, *draft.content]
    held = [s.span for s in findings.sentences if any(s.span.overlaps(span) for span in spans)]
    return Span(min(s.start for s in held), max(s.end for s in held))


def _is_kept(draft: Draft, statement: Statement) -> bool:
    if not statement.content or statement.act in BELIEFS:
        return False
    if draft.cue.form is Form.UNREAL:
        return bool(statement.verbatim) and draft.way in ("quotation", "before")
    return draft.cue.form is not Form.PASSIVE or statement.speaker is not None


def _relayed(statements: list[Statement]) -> Iterator[Statement]:
    """Statements told within others: of the same speaker they go, of another they get a carrier."""
    for statement in statements:
        outer = [o for o in statements if o is not statement and _holds(o, statement)]
        if not outer:
            yield statement
        elif statement.cue not in ("according to",) and not _same_speaker(outer[0], statement):
            relayer = outer[0].speaker
            yield replace(statement, carriers=(*statement.carriers, *((relayer,) if relayer else ())))


def _holds(outer: Statement, inner: Statement) -> bool:
    return any(span.covers(inner.trigger) for span in outer.content)


def _same_speaker(outer: Statement, inner: Statement) -> bool:
    if inner.speaker is None or outer.speaker is None:
        return True
    return inner.speaker.entity.key == outer.speaker.entity.key
