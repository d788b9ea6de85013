"""What the quoted say that others said: “My father always said the river would rise,” Reed recalled.

Within quotation marks a verb of saying tells of a statement of its own when somebody else than the
speaker is its subject; the speaker carries it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kb.extracting.clause_words import BINDING, FIRST_PERSON
from kb.extracting.content import Content
from kb.extracting.contents import find_contents
from kb.extracting.cues import OPINION
from kb.extracting.ordered import Ordered, Same
from kb.extracting.phrases import KEPT, fold
from kb.extracting.quotations import Quotations, quoted_within
from kb.extracting.scenes import Scene
from kb.extracting.trees import rehung
from kb.extracting.vocabulary import Speech
from kb.model import Sentence, Token


def quoted_items(
    sentence: Sentence, quotations: Quotations, text: str
) -> Sequence[tuple[Sequence[Token], Quotations]]:
    """The items of a sentence within each of its quotations, and the quotations within that one."""
    return _quoted(Same(sentence), Same(quotations), text)


@lru_cache(maxsize=KEPT)
def _quoted(
    sentence: Same[Sentence], quotations: Same[Quotations], text: str
) -> Sequence[tuple[Sequence[Token], Quotations]]:
    return tuple(_in_each(sentence.thing, quotations.thing, text))


def _in_each(
    sentence: Sentence, quotations: Quotations, text: str
) -> Iterator[tuple[Sequence[Token], Quotations]]:
    for quotation in quotations.touching(sentence.span):
        numbers = [n for n, t in enumerate(sentence.tokens) if any(p.covers(t.span) for p in quotation.parts)]
        if numbers:
            tokens = tuple(sentence.tokens[number] for number in numbers)
            inside = Ordered((q for p in quotation.parts for q in quoted_within(text, p)), lambda q: q.span)
            hung = rehung(tokens, sentence.tokens, [[number] for number in numbers])
            yield fold(replace(sentence, tokens=tuple(hung)), inside), inside


def nested_contents(
    sentence: Sentence, quotations: Quotations, text: str, speech: Speech
) -> Iterator[tuple[Scene, Content, Quotations]]:
    """The sayings of others within the quotations of a sentence, each with what they said."""
    for items, inside in quoted_items(sentence, quotations, text):
        for scene, content in find_contents(items, speech):
            if content is not None and scene.is_real and _is_of_another(scene):
                yield scene, content, inside


def _is_of_another(scene: Scene) -> bool:
    """Whether someone is named, or pointed to, who is neither speaker nor listener."""
    if scene.speaker is None or scene.cue.act == OPINION:
        return False
    first = scene.items[scene.speaker.start].text.lower()
    return first not in FIRST_PERSON | BINDING | {"there", "it"}
