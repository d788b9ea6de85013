"""What is thought, known or seen rather than said: "I think the road is open", "they knew it was late".

Annotated corpora count such attributions as they count sayings, in narration and within quotations. A
timeline of who said what should not, so these stay out of it: `find_thoughts` serves the measuring
interface alone, as `happenings` does for events. Within quotation marks it finds what others are quoted
to have said, too. The words stand in `[speech.thoughts]`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kb.extracting.clause_words import FIRST_PERSON, GERUND_OPENERS, LISTENING
from kb.extracting.contents import told_in
from kb.extracting.cues import THINKING, Form
from kb.extracting.draft import Draft
from kb.extracting.nested import quoted_items
from kb.extracting.phrases import fold, span_of
from kb.extracting.quotations import Quotations
from kb.extracting.scenes import Scene, find_scenes
from kb.extracting.statement_drafts import draft_of
from kb.extracting.statement_making import Known, known_of, statement_of
from kb.extracting.vocabulary import Speech, load_thinking
from kb.model import (
    Entity,
    EntityKind,
    Findings,
    Language,
    Mention,
    Passage,
    QuoteKind,
    Sentence,
    Span,
    Statement,
    Token,
)
from kb.ontology import slug

MEANING = LISTENING | {"he", "she", "they"}
CLAUSAL = frozenset({"that", "clause", "before", "aside"})


def find_thoughts(findings: Findings, language: Language) -> tuple[Statement, ...]:
    """The attributions that are no statements found before, in order of their cues."""
    known, speech = known_of(findings), load_thinking(language.code)
    thinking = _words_of_thinking(language.code)
    told = {statement.trigger for statement in findings.statements}
    return tuple(
        _with_holder(replace(statement_of(draft, known, speech), kind=kind), draft, findings.statements)
        for number, sentence in enumerate(findings.sentences)
        if sentence.passage in (Passage.BODY, Passage.LEAD_IN)
        for draft, kind in _in_sentence(number, sentence, known, speech, thinking)
        if draft.content
        and draft.trigger not in told
        and _is_held(draft)
        and not _is_skill(draft, findings.text)
    )


@cache
def _words_of_thinking(code: str) -> frozenset[str]:
    """The words of which narration must have one to tell of a thought; of several, the first."""
    speech = load_thinking(code)
    tables = (speech.acts, speech.feelings, speech.nouns)
    return frozenset(words.split()[0] for table in tables for words, act in table.items() if act in THINKING)


def _is_held(draft: Draft) -> bool:
    """Whether somebody holds the thought: not "it is easy to forget that", "this means that", "a step towards
    understanding how", "whether you believe it"."""
    before = draft.items[draft.cue.start - 1].text.lower() if draft.cue.start else ""
    if draft.cue.form is Form.PARTICIPLE and before in GERUND_OPENERS:
        return False
    if draft.speaker is None:
        return draft.cue.form is not Form.NOUN and draft.cue.lemma != "mean"
    first = draft.items[draft.speaker.start].text.lower()
    if draft.speaker.start and draft.items[draft.speaker.start - 1].text.lower() == "whether":
        return False
    return first != "it" and (draft.cue.lemma != "mean" or first in MEANING)


def _is_skill(draft: Draft, text: str) -> bool:
    """ "know how to vote": nothing is held to be the case."""
    return draft.cue.act in THINKING and draft.content[0].of(text).split()[1:2] == ["to"]


def _in_sentence(
    number: int, sentence: Sentence, known: Known, speech: Speech, thinking: frozenset[str]
) -> Iterator[tuple[Draft, QuoteKind]]:
    """In narration what is thought; within quotation marks also what is said, in the speaker's own words."""
    items = fold(sentence, known.quotations)
    if any(item.lemma in thinking or item.text.lower() in thinking for item in items):
        for draft in _drafts(number, items, known.quotations, speech):
            if draft.cue.act in THINKING and draft.way in CLAUSAL:
                yield draft, QuoteKind.INDIRECT
    for items, inside in quoted_items(sentence, known.quotations, known.text):
        for draft in _drafts(number, items, inside, speech):
            if draft.way in CLAUSAL:
                yield draft, QuoteKind.DIRECT


def _drafts(number: int, items: Sequence[Token], quotations: Quotations, speech: Speech) -> Iterator[Draft]:
    for scene, content in told_in([_as_real(scene) for scene in find_scenes(items, speech)]):
        if content is not None:
            yield draft_of(number, scene, content, quotations)


def _as_real(scene: Scene) -> Scene:
    """ "I do not think", "to know": what is not thought is attributed as much as what is."""
    unreal = scene.cue.act in THINKING and scene.cue.form is Form.UNREAL
    return replace(scene, cue=replace(scene.cue, form=Form.FINITE)) if unreal else scene


def _with_holder(thought: Statement, draft: Draft, statements: Sequence[Statement]) -> Statement:
    """With whose thought it is, though no mention stands there: the words of the subject."""
    if draft.speaker is None:
        return thought
    span = span_of(draft.items, draft.speaker.start, draft.speaker.end)
    holder = thought.speaker or unnamed(
        span, " ".join(i.text for i in draft.items[draft.speaker.start : draft.speaker.end])
    )
    if holder.entity.name.lower() in FIRST_PERSON:
        quoting = next((s for s in statements if any(v.covers(draft.trigger) for v in s.verbatim)), None)
        if quoting is not None and quoting.speaker is not None:
            holder = replace(holder, entity=quoting.speaker.entity)
    return replace(thought, speaker=holder)


def unnamed(span: Span, words: str) -> Mention:
    """A mention of somebody the article does not name, made for the measuring interface."""
    kind = EntityKind.PERSON if words.lower() in FIRST_PERSON else EntityKind.GROUP
    entity = Entity(slug(words) or "holder", words, kind, unnamed=True, description=words)
    return Mention(span=span, rule="holder", confidence=0.5, entity=entity)
