"""Mentions: names, descriptions and pronouns, each with the entity it stands for.

The order of work: names of every sentence, the cast they make up, then, reading from top to bottom,
descriptions and pronouns that take someone up again or bring someone unnamed in. Whoever speaks is
always a mention, whatever the words.
"""

from collections.abc import Iterator

from kb.extracting.cast import find_cast
from kb.extracting.contents import find_contents
from kb.extracting.descriptions import Description, describe, find_descriptions, joint
from kb.extracting.gazetteer import Gazetteer, load_gazetteer
from kb.extracting.late_names import with_late_names
from kb.extracting.learnt import rejudged
from kb.extracting.mentions_reader import MentionsReader
from kb.extracting.name_kinds import Name
from kb.extracting.names import find_names, is_title_case
from kb.extracting.nested import nested_contents
from kb.extracting.phrases import QUOTE, fold, joined_end, span_of
from kb.extracting.quotations import Quotations, find_quotations
from kb.extracting.scenes import Scene
from kb.extracting.vocabulary import load_speech
from kb.model import EntityKind, Findings, Language, Mention, Passage, Sentence, Span, TimexType

FULL = 3  # words of a person's name, at most, in a line of capitals
KNOWN = frozenset({"territory", "capital", "region", "place", "situated"})


def find_mentions(findings: Findings, language: Language, *, learnt: bool = True) -> tuple[Mention, ...]:
    """The mentions of an article in order of the text; boilerplate has none.

    An unnamed speaker gets an entity of his own, with a key that is unique in the article. `learnt`: whether
    learnt weights judge the names that rules are unsure of; they were learnt beside the built-in tagger.
    """
    gazetteer = load_gazetteer(language.code)
    sentences = [s for s in findings.sentences if s.passage is not Passage.BOILERPLATE]
    names = _all_names(sentences, gazetteer)
    names = rejudged(sentences, names, gazetteer, language.code) if learnt else names
    names = [[name for name in listed if not _is_of_time(name, findings)] for listed in names]
    cast = find_cast(name for listed in names for name in listed)
    quotations = find_quotations(findings.text, findings.sentences)
    reader = MentionsReader(findings.text, gazetteer, cast, quotations)
    for number, sentence in enumerate(sentences):
        speakers = _speaker_spans(sentence, quotations, findings.text, language)
        described = _descriptions(sentence, names[number], speakers, gazetteer)
        descriptions = [_behind_time(one, sentence, findings, gazetteer) for one in described]
        reader.read(number, sentence, [*names[number], *descriptions], speakers)
    mentions = with_late_names(reader.seen, sentences, gazetteer.people.spokespeople, reader.gender)
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))


def _all_names(sentences: list[Sentence], gazetteer: Gazetteer) -> list[list[Name]]:
    """The names sentence by sentence; where all is capitalised, only those known from elsewhere."""
    found = [find_names(sentence.tokens, gazetteer) for sentence in sentences]
    titles = [s.passage is Passage.HEADLINE and is_title_case(s.tokens) for s in sentences]
    told = {name.text for names, title in zip(found, titles, strict=True) if not title for name in names}
    return [
        [name for name in names if not title or name.text in told or _is_sure(name, sentence)]
        for names, title, sentence in zip(found, titles, sentences, strict=True)
    ]


def _is_of_time(name: Name, findings: Findings) -> bool:
    """Whether it is of words of time and no place that lists know: "Christmas | Day", not "Moscow time"."""
    return name.rule not in KNOWN and any(time.span.covers(name.span) for time in findings.times)


def _behind_time(
    found: Description, sentence: Sentence, findings: Findings, gazetteer: Gazetteer
) -> Description:
    """The description without words of time that it is taken to begin with: "the next day | police"."""
    start, head, tokens = found.span.start, sentence.tokens[found.head].span.start, sentence.tokens
    days = (time.span for time in findings.times if time.type in (TimexType.DATE, TimexType.TIME))
    day = next((day for day in days if day.start <= start < day.end < head), None)
    first = next((i for i in range(found.start, found.end) if day and tokens[i].span.start >= day.end), None)
    if first is None or tokens[first].pos == "PART":  # "last year's president"
        return found
    return describe(tokens, first, found.end, gazetteer)


def _is_sure(name: Name, sentence: Sentence) -> bool:
    """Whether lists know it, they and the tagger know it for a person's, or marks close that of a person."""
    tokens = sentence.tokens
    if name.kind is EntityKind.PERSON and 1 < name.end - name.start <= FULL:
        beside = [*tokens[max(0, name.start - 1) : name.start], *tokens[name.end : name.end + 1]]
        if all(token.pos == "PUNCT" for token in beside):  # "Ada Bell, Zed Okoro"
            return True
    tagged = all(token.entity is not None for token in tokens[name.start : name.end])
    return name.rule in KNOWN or (name.rule == "given name" and tagged)


def _speaker_spans(sentence: Sentence, quotations: Quotations, text: str, language: Language) -> list[Span]:
    """The words of each speaker in a sentence."""
    speech = load_speech(language.code)
    told = find_contents(fold(sentence, quotations), speech)
    speaking = [scene for scene, content in told if content is not None or _announces(scene)]
    speaking += [scene for scene, _, _ in nested_contents(sentence, quotations, text, speech)]
    return [
        span_of(scene.items, scene.speaker.start, scene.speaker.end)
        for scene in speaking
        if scene.speaker is not None
        and not any(item.pos == QUOTE for item in scene.items[scene.speaker.start : scene.speaker.end])
    ]


def _announces(scene: Scene) -> bool:
    """ "The letter reads:": it speaks in the next paragraph, unless it is told from whom it comes."""
    who = scene.speaker
    return (
        scene.announces and who is not None and all(i.pos != "ADP" for i in scene.items[who.start : who.end])
    )


def _descriptions(
    sentence: Sentence, names: list[Name], speakers: list[Span], gazetteer: Gazetteer
) -> Iterator[Description]:
    """Descriptions by their head, and the phrases of speakers that hold no name at their head."""
    if sentence.passage is Passage.HEADLINE and is_title_case(sentence.tokens):
        return
    whole = [_speaker_description(sentence, span, names, gazetteer) for span in speakers]
    spoken = [d for d in whole if d is not None]
    yield from {d.span: d for d in spoken}.values()
    for description in find_descriptions(sentence.tokens, names, gazetteer):
        if not any(s.span.covers(description.span) and s.head == description.head for s in spoken):
            yield description


def _speaker_description(
    sentence: Sentence, span: Span, names: list[Name], gazetteer: Gazetteer
) -> Description | None:
    inside = [k for k, token in enumerate(sentence.tokens) if span.covers(token.span)]
    if not inside:
        return None
    start, end = inside[0], inside[-1] + 1
    if joined_end(sentence.tokens, start, end) == end:
        return joint(sentence.tokens, start, end)
    found = describe(sentence.tokens, start, end, gazetteer)
    people = [name for name in names if name.kind is EntityKind.PERSON or span.covers(name.span)]
    offices = [name.office for name in people if name.office is not None]
    is_office = any(first <= found.head < last for first, last in offices)
    return None if is_office or any(name.start <= found.head < name.end for name in names) else found
