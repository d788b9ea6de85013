"""The parts of a statement, each from what is already known: speaker, words, audience, label."""

from collections.abc import Mapping, Sequence

from kb.extracting.clause_words import LEADING, NAMING_SOME, RELATIVES
from kb.extracting.cues import Cue, Form
from kb.extracting.event_words import OWNERS
from kb.extracting.ordered import Ordered
from kb.extracting.phrases import full_end, head_of, phrase_end, span_of
from kb.extracting.quotations import Quotations
from kb.extracting.subjects import Phrase
from kb.model import EntityKind, Mention, QuoteKind, Span, Token

LABEL_LENGTH = 100
NAMED_WITHIN = 40  # characters of an apposition
SURE = {"quotation": 0.95, "announced": 0.9, "that": 0.9, "before": 0.9, "clause": 0.8, "source": 0.85}


def speaker_of(items: Sequence[Token], phrase: Phrase | None, mentions: Ordered[Mention]) -> Mention | None:
    """The mention that a speaker's phrase comes down to: its head, a name in apposition, or what is there."""
    if phrase is None:
        return None
    whole = span_of(items, phrase.start, phrase.end)
    base_end = max(phrase_end(items, phrase.start), phrase.start + 1)
    head = items[head_of(items, phrase.start, base_end)].span
    inside = mentions.within(whole)
    headed = sorted((m for m in inside if m.span.covers(head)), key=lambda m: m.span.start - m.span.end)
    several = [
        m for m in headed if m.span == whole and m.entity.kind is EntityKind.GROUP and not m.entity.unnamed
    ]
    unowned = [m for m in inside if m.span.end > head.start or not _owns(items, phrase, m)]
    people = [m for m in unowned if _is_named_person(m) and (not headed or m.span.covers(head))]
    found = (
        several[:1] or people[-1:]
    )  # without a headed one, the head belongs to a title: "Minister of State X"
    if found:
        return found[0]
    apposed = _apposed(items, phrase, mentions)
    if apposed is not None and (not headed or headed[0].rule == "description"):
        return apposed
    return next(iter([*headed, *unowned]), None)


def _owns(items: Sequence[Token], phrase: Phrase, mention: Mention) -> bool:
    """Whether it is but the owner of who speaks: "Karadzic's lawyer"."""
    behind = next(
        (item for item in items[phrase.start : phrase.end] if item.span.start >= mention.span.end), None
    )
    return behind is not None and behind.text.lower() in OWNERS


def _apposed(items: Sequence[Token], phrase: Phrase, mentions: Ordered[Mention]) -> Mention | None:
    if phrase.also is None or phrase.also[0] >= phrase.also[1] or _names_some(items, phrase.also):
        return None
    span = span_of(items, *phrase.also)
    named = [m for m in mentions.within(span) if _is_named_person(m)]
    return next((m for m in named if m.span.start - span.start < NAMED_WITHIN), None)


def _names_some(items: Sequence[Token], aside: tuple[int, int]) -> bool:
    """ "six ministers, including Ann Roe, said": one of those who speak, who is not all of them."""
    return any(item.text.lower() in NAMING_SOME for item in items[aside[0] : aside[0] + 2])


def _is_named_person(mention: Mention) -> bool:
    return mention.entity.kind is EntityKind.PERSON and mention.rule.startswith("name")


def speaking_for(
    items: Sequence[Token],
    phrase: Phrase | None,
    speaker: Mention | None,
    mentions: Ordered[Mention],
    named: Mapping[str, Mention],
) -> Mention | None:
    """The body, else the country, told in the speaker's phrase, or the one `named` elsewhere as his."""
    if phrase is None or speaker is None or speaker.entity.kind is not EntityKind.PERSON:
        return None
    if (named_so := _on_behalf(items, mentions)) is not None:
        return named_so
    spans = [span_of(items, phrase.start, phrase.end)]
    if phrase.also is not None and phrase.also[0] < phrase.also[1] and _tells_office(items, *phrase.also):
        spans.append(span_of(items, *phrase.also))
    inside = [m for span in spans for m in mentions.within(span) if m.span != speaker.span]
    near = [m for m in inside if not m.entity.description.startswith("whose ") and not _is_where(items, m)]
    for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        found = next((m for m in near if m.entity.kind is kind), None)
        if found is not None:
            return found
    return named.get(speaker.entity.part_of or "")


def _on_behalf(items: Sequence[Token], mentions: Ordered[Mention]) -> Mention | None:
    """ "Speaking on behalf of the opposition, X said"."""
    behalf = next((k for k in range(len(items) - 2) if items[k].text.lower() == "behalf"), None)
    if behalf is None or items[behalf + 1].text.lower() != "of":
        return None
    whole = span_of(items, behalf + 2, max(full_end(items, behalf + 2, len(items)), behalf + 3))
    return next(iter(mentions.within(whole)), None)


def _is_where(items: Sequence[Token], mention: Mention) -> bool:
    """ "Reed, speaking in Oslo": where somebody is, not what he stands for."""
    first = next((index for index, item in enumerate(items) if item.span.start >= mention.span.start), 0)
    return first > 0 and items[first - 1].text.lower() in ("in", "at", "to")


def _tells_office(items: Sequence[Token], start: int, end: int) -> bool:
    """Whether commas set off what somebody is, not what he does: "who chairs the bank", not "who left it"."""
    if items[start].text.lower() in RELATIVES:
        return any(item.lemma in LEADING for item in items[start:end])
    return items[start].pos != "VERB"


def audience_of(addressee: Span | None, mentions: Ordered[Mention]) -> tuple[Mention, ...]:
    """The mentions an addressee's words hold, the outermost alone."""
    if addressee is None:
        return ()
    inside = mentions.within(addressee)
    return tuple(m for m in inside if not any(o.span.covers(m.span) and o is not m for o in inside))


def verbatim_of(content: Sequence[Span], quotations: Quotations) -> tuple[Span, ...]:
    """The parts of the content within quotation marks, marks excluded."""
    parts = [
        part for span in content for q in quotations.touching(span) for part in q.parts if span.covers(part)
    ]
    return tuple(dict.fromkeys(parts))


def kind_of(text: str, content: Sequence[Span], verbatim: Sequence[Span]) -> QuoteKind:
    """Direct when all words of the content are quoted, indirect when none is, else mixed."""
    if not verbatim:
        return QuoteKind.INDIRECT
    said = sum(character.isalnum() for span in content for character in span.of(text))
    quoted = sum(character.isalnum() for span in verbatim for character in span.of(text))
    return QuoteKind.DIRECT if quoted >= said else QuoteKind.MIXED


def label_of(text: str, speaker: Mention | None, content: Sequence[Span], verb: str) -> str:
    """ "Speaker: what is said", cut at a word to a hundred characters."""
    said = " … ".join(" ".join(span.of(text).split()) for span in content)
    words = (f"{verb} {said}" if verb else said.removeprefix("that ")).rstrip(",;:")
    label = f"{speaker.entity.name}: {words}" if speaker else words
    if len(label) <= LABEL_LENGTH:
        return label
    return label[: LABEL_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def confidence_of(cue: Cue, way: str, speaker: Mention | None) -> float:
    """How sure the rule is: by the way the content was found, less for participles and unknown speakers."""
    sure = SURE.get(way, 0.75)
    sure -= 0.1 if cue.form in (Form.PARTICIPLE, Form.NOUN, Form.PASSIVE, Form.UNREAL) else 0.0
    return round(sure * (1.0 if speaker is not None else 0.6), 2)
