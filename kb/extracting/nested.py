"""What the quoted say that others said: “My father always said the river would rise,” Reed recalled.

Within quotation marks a verb of saying tells of a statement of its own when somebody else than the
speaker is its subject; the speaker carries it.
"""

from collections.abc import Iterator, Sequence

from kb.extracting.clause_words import BINDING, FIRST_PERSON
from kb.extracting.contents import Content, find_contents
from kb.extracting.cues import OPINION
from kb.extracting.quotations import Quotations
from kb.extracting.scenes import Scene
from kb.extracting.trees import rehung
from kb.extracting.vocabulary import Speech
from kb.model import Sentence, Token


def quoted_items(sentence: Sentence, quotations: Quotations) -> Iterator[Sequence[Token]]:
    """The tokens of a sentence within each of its quotations."""
    for quotation in quotations.touching(sentence.span):
        numbers = [n for n, t in enumerate(sentence.tokens) if any(p.covers(t.span) for p in quotation.parts)]
        inside = [sentence.tokens[number] for number in numbers]
        if inside:
            yield rehung(inside, sentence.tokens, [[number] for number in numbers])


def nested_contents(
    sentence: Sentence, quotations: Quotations, speech: Speech
) -> Iterator[tuple[Scene, Content]]:
    """The sayings of others within the quotations of a sentence, each with what they said."""
    for items in quoted_items(sentence, quotations):
        for scene, content in find_contents(items, speech):
            if content is not None and scene.is_real and _is_of_another(scene):
                yield scene, content


def _is_of_another(scene: Scene) -> bool:
    """Whether someone is named, or pointed to, who is neither speaker nor listener."""
    if scene.speaker is None or scene.cue.act == OPINION:
        return False
    first = scene.items[scene.speaker.start].text.lower()
    return first not in FIRST_PERSON | BINDING | {"there", "it"}
