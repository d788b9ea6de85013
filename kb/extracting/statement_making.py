"""A draft made a statement, with the mentions and times found before."""

from dataclasses import dataclass

from kb.extracting.assent import ASSENT
from kb.extracting.carriers import quoting_carriers
from kb.extracting.clause_words import HINTING
from kb.extracting.draft import QUOTING_WAYS, TELLING_WAYS, Draft
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import is_finite
from kb.extracting.quotations import Quotations, find_quotations
from kb.extracting.statement_parts import (
    audience_of,
    confidence_of,
    kind_of,
    label_of,
    speaker_of,
    speaking_for,
    verbatim_of,
)
from kb.extracting.statement_setting import place_of, time_of
from kb.extracting.vocabulary import Speech
from kb.model import Findings, Mention, QuoteKind, Sentence, Span, Statement, TimeExpression
from kb.ontology import mint_key

CLAUSAL_WAYS = frozenset({"that", "clause", "before", "aside"})
VERBATIM_WAYS = frozenset({"turn", "block"})  # the speaker's own words, without quotation marks


@dataclass(frozen=True, slots=True)
class Known:
    """What was found before, in order of the text."""

    text: str
    sentences: Ordered[Sentence]
    mentions: Ordered[Mention]
    times: Ordered[TimeExpression]
    quotations: Quotations
    named: dict[str, Mention]


def known_of(findings: Findings) -> Known:
    """What statements are made from."""
    return Known(
        findings.text,
        Ordered(findings.sentences, lambda sentence: sentence.span),
        Ordered(findings.mentions, lambda mention: mention.span),
        Ordered(findings.times, lambda time: time.span),
        find_quotations(findings.text, findings.sentences),
        {mention.entity.name: mention for mention in reversed(findings.mentions)},
    )


def statement_of(draft: Draft, known: Known, speech: Speech, carriers: tuple[Mention, ...] = ()) -> Statement:
    """The statement a draft comes to; `about` is empty and `date` None, the settling step fills them."""
    quoted = draft.way in VERBATIM_WAYS
    verbatim = draft.content if quoted else verbatim_of(draft.content, known.quotations)
    verbatim = () if draft.way == ASSENT else verbatim  # those words are another's
    voice = draft.voice or draft
    speaker = speaker_of(voice.items, voice.speaker, known.mentions)
    return Statement(
        span=_evidence(draft, known.sentences),
        rule=f"{draft.cue.form}, {draft.way}",
        confidence=confidence_of(draft.cue, draft.way, speaker),
        key=mint_key("statement", known.text, _held(draft, known.sentences)[0], draft.trigger),
        trigger=draft.trigger,
        label=label_of(known.text, speaker, draft.content, draft.verb_in_label(known.text)),
        time=time_of(draft, known.times, known.text),
        place=place_of(draft, known.mentions),
        cue=draft.cue.lemma,
        act=_act(draft, known.text, speech),
        kind=_kind(draft, known.text, verbatim),
        content=draft.content,
        verbatim=verbatim,
        speaker=speaker,
        speaking_for=speaking_for(voice.items, voice.speaker, speaker, known.mentions, known.named),
        audience=audience_of(draft.addressee, known.mentions),
        carriers=(*quoting_carriers(draft, known.mentions), *carriers),
    )


def _act(draft: Draft, text: str, speech: Speech) -> str:
    question = draft.way == "that" and not draft.content[0].of(text).startswith("that")
    quoting = draft.way in QUOTING_WAYS or question  # "asked whether", as `asked: "Why?"`
    if draft.cue.lemma in HINTING and draft.way in CLAUSAL_WAYS and _is_told_as_fact(draft):
        return "say"
    return speech.quoted.get(draft.cue.lemma, draft.cue.act) if quoting else draft.cue.act


def _is_told_as_fact(draft: Draft) -> bool:
    """ "suggested that he was ill", not "that he leave", "that he should leave": it proposes nothing."""
    said = [k for k, item in enumerate(draft.items) if draft.content[0].covers(item.span)]
    verb = next((draft.items[k] for k in said if is_finite(draft.items, k)), None)
    bare = verb is not None and verb.pos == "VERB" and verb.text.lower() == verb.lemma
    return verb is not None and not bare and verb.text.lower() not in ("should", "must", "be")


def _kind(draft: Draft, text: str, verbatim: tuple[Span, ...]) -> QuoteKind:
    """ "accused them of “lying”": the writer's clause, however few of the words are his."""
    kind = kind_of(text, draft.content, verbatim)
    return QuoteKind.MIXED if kind is QuoteKind.DIRECT and draft.way in TELLING_WAYS else kind


def _evidence(draft: Draft, sentences: Ordered[Sentence]) -> Span:
    """Whole sentences, from the first that holds the cue or content to the last."""
    held = [sentence.span for sentence in _held(draft, sentences)]
    return Span(min(s.start for s in held), max(s.end for s in held))


def _held(draft: Draft, sentences: Ordered[Sentence]) -> list[Sentence]:
    """The sentences of the cue, then those of the content."""
    return [s for span in (draft.trigger, *draft.content) for s in sentences.touching(span)]
