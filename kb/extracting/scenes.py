"""A cue in its sentence: who speaks, and how far its clause may reach."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.extracting.clause_words import ASKING, ASSENTING, CONDITIONS, NESTED, PAIRING, RELATIVES, SETTING_OFF
from kb.extracting.cues import Cue, Form, find_cues
from kb.extracting.phrases import QUOTE, is_finite, phrase_end
from kb.extracting.speakers import find_speaker
from kb.extracting.subjects import Phrase
from kb.extracting.trees import children, relation_of
from kb.extracting.vocabulary import Speech
from kb.model import Token

STOPS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the ways of taking content look at: the items, the cue, its speaker, where its clause must end."""

    items: Sequence[Token]
    cue: Cue
    speaker: Phrase | None
    limit: int
    speech: Speech

    def takes(self, kind: str) -> bool:
        """Whether the verb takes content of this kind."""
        return self.cue.lemma in self.speech.takes[kind]

    @property
    def is_real(self) -> bool:
        """Whether something is said here, rather than not said, or only might be."""
        return self.cue.form in (Form.FINITE, Form.PARTICIPLE)

    @property
    def speaks_first(self) -> bool:
        """Whether the speaker stands before the cue."""
        return self.speaker is not None and self.speaker.start < self.cue.start

    @property
    def announces(self) -> bool:
        """Whether the sentence ends in a colon, behind which what is said may follow."""
        return self.items[-1].text == ":" and self.is_real

    def low(self, index: int) -> str:
        """The item at `index` in lower case; the empty string from the limit on."""
        return self.items[index].text.lower() if 0 <= index < self.limit else ""

    def within(self, limit: int) -> "Scene":
        """The same scene with a nearer limit."""
        return replace(self, limit=limit) if limit < self.limit else self


def find_scenes(items: Sequence[Token], speech: Speech) -> list[Scene]:
    """A scene for each cue of one sentence's items, each reaching to the end of the sentence."""
    end = sentence_end(items)
    return [
        Scene(items, cue, find_speaker(items, cue, speech), end, speech) for cue in find_cues(items, speech)
    ]


def sentence_end(items: Sequence[Token]) -> int:
    """The index after the last item that is no full stop."""
    end = len(items)
    while end and items[end - 1].text in STOPS:
        end -= 1
    return end


def clause_limit(scene: Scene, others: Sequence[Scene]) -> int:
    """Where a scene must end: before the next of the `others` that is not said within it.

    What follows a source at the head of a sentence is all the source's: "according to the paper, X said".
    """
    if scene.cue.form is Form.SOURCE and scene.cue.start <= 1:
        return scene.limit
    behind = [other for other in others if other.cue.start > scene.cue.start]
    edges = [edge for other in behind if (edge := _edge(other)) > scene.cue.end or _ends(scene, other, edge)]
    if scene.cue.form is Form.PARTICIPLE or _is_relative(scene):
        edges.append(_main_verb_again(scene))
    if _is_lead(scene):
        edges.append(_main_clause(scene))
    if scene.cue.form is Form.NOUN:
        edges.append(_governing_verb(scene))
    if scene.cue.form is Form.PASSIVE:
        edges.append(_described_end(scene))
    return min((edge for edge in edges if edge >= scene.cue.end), default=scene.limit)


def _ends(scene: Scene, other: Scene, edge: int) -> bool:
    """Whether a cue right behind ends a scene: that of the same speaker, "..., to which Reed replied",
    "..., and Reed agreed"."""
    answers = edge + 2 < other.cue.start and scene.items[edge + 2].text.lower() in RELATIVES
    return answers or _goes_on(scene, other) or other.cue.lemma in ASSENTING


def _goes_on(scene: Scene, other: Scene) -> bool:
    """ "Reed answered, then added": the same speaker with the next verb."""
    return scene.speaker is not None and other.speaker == scene.speaker


def _is_relative(scene: Scene) -> bool:
    """ "X, who doubted it, left", "X, whom Y accused of it, left": the clause of the cue belongs to a noun,
    and a comma ends it."""
    before = scene.speaker.start - 1 if scene.speaks_first and scene.speaker else scene.cue.start - 1
    if scene.low(before) not in {"whom", "which", "who"}:
        before = scene.cue.start - 1
        while before >= 0 and scene.items[before].pos in ("AUX", "ADV"):
            before -= 1
    opens = scene.items[before].text.lower() in {"who", "whom", "which"}
    return before > 0 and opens and scene.items[before - 1].text == ","


def _is_lead(scene: Scene) -> bool:
    """ "When X proposed a truce, ...", "After X spoke, saying ..., ...": the main clause is still to come."""
    opening = (k for k, item in enumerate(scene.items) if not _leads_on(item))
    first = next(opening, 0)
    opener = scene.items[first]
    opens = opener.text.lower() in CONDITIONS and (
        opener.pos in ("SCONJ", "ADV") or opener.relation == "mark"
    )
    opens = opens or (opener.lemma in ASKING and opener.text.lower() != opener.lemma)  # "Asked whether ..., "
    before = scene.items[first + 1 : scene.cue.start]
    return opens and first < scene.cue.start and not any(item.text == "," for item in before)


def _leads_on(item: Token) -> bool:
    """ "Thus, when ...", "And when ..."."""
    adverb = item.pos == "ADV" and item.text.lower() not in CONDITIONS
    return adverb or item.pos in ("CCONJ", "PUNCT")


def _main_clause(scene: Scene) -> int:
    """The comma after which a clause with its own subject begins."""
    whole = scene.low(scene.cue.end) != "that"
    commas = [k for k in range(scene.cue.end + 1, scene.limit - 2) if scene.items[k].text == ","]
    if not whole:  # "that with these means, they would ..."
        commas = [k for k in commas if any(is_finite(scene.items, n) for n in range(scene.cue.end, k))]
    return next((k for k in commas if opens_clause(scene.items, k + 1, scene.limit)), scene.limit)


def _described_end(scene: Scene) -> int:
    """ "A man accused by Reed of theft | denied it": where the verb begins whose subject the man is."""
    noun, relation = scene.items[scene.cue.start].head, relation_of(scene.items[scene.cue.start])
    head = scene.items[noun].head if noun is not None and relation == "acl" else None
    told = noun is not None and relation_of(scene.items[noun]) == "nsubj"
    return head if told and head is not None and head > scene.cue.end else scene.limit


def _governing_verb(scene: Scene) -> int:
    """ "The claim that it rained was denied": where the verb begins whose subject the noun of saying is."""
    head, relation = scene.items[scene.cue.start].head, relation_of(scene.items[scene.cue.start])
    if head is None or head < scene.cue.end or relation != "nsubj":
        return scene.limit
    own = (k for k in children(scene.items, head, ("aux", "cop")) if k >= scene.cue.end)
    return next(own, head)


def _main_verb_again(scene: Scene) -> int:
    """ "The letter, calling for peace, was read": the comma after which the main clause goes on."""
    items = scene.items
    commas = (k for k in range(scene.cue.end, scene.limit - 1) if items[k].text == ",")
    return next((k for k in commas if is_finite(items, k + 1)), scene.limit)


def opens_clause(items: Sequence[Token], start: int, limit: int) -> bool:
    """Whether a clause without "that" begins at `start`: a noun phrase, then its own finite verb.

    Verbs of relative clauses on the way are passed over; a lone comma on the way means there is none.
    """
    if (
        start >= limit
        or items[start].text.lower() in RELATIVES
        or (
            phrase_end(items, start) == start
            and items[start].text.lower() not in {"there", "if", "when"} | PAIRING
        )
    ):
        return False
    nested = commas = 0
    for index in range(start, limit):
        low = items[index].text.lower()
        nested += low in NESTED and index > start
        commas += low == ","
        if low in (";", ":"):
            return False
        if is_quote(items, index) and index > start and not nested:
            return True  # the verb may stand within the quotation
        if is_finite(items, index) and items[index].relation != "acl" and not _continues_verb(items, index):
            if not nested:
                return commas % 2 == 0 and index > start and items[index - 1].pos != "CCONJ"
            nested -= 1
    return False


def _continues_verb(items: Sequence[Token], index: int) -> bool:
    """Whether the verb before is an auxiliary of this one."""
    before = index - 1
    while before >= 0 and items[before].pos in ("ADV", "PART"):
        before -= 1
    return before >= 0 and items[before].pos == "AUX"


def _edge(scene: Scene) -> int:
    """Where a scene's own clause begins, if a comma or conjunction sets it off; else the end."""
    own = scene.speaker if scene.speaks_first else None
    shared = own is not None and any(is_finite(scene.items, k) for k in range(own.end, scene.cue.start - 1))
    apart = own is None or shared or scene.cue.form is Form.PARTICIPLE
    edge = _joined(scene.items, scene.cue.start if own is None or apart else own.start)
    return scene.limit if edge is None else edge


def _joined(items: Sequence[Token], start: int) -> int | None:
    index = start
    while index and items[index - 1].pos in ("ADV", "AUX"):
        index -= 1
    if index > 1 and items[index - 1].text.lower() in RELATIVES and items[index - 2].pos == "ADP":
        index -= 2  # ", to which Reed replied"
    if not index:
        return None
    before = items[index - 1]
    if before.text == ",":
        return index - 1
    if before.pos == QUOTE and before.lemma == ",":
        return index  # "it was “over,” adding"
    if before.text.lower() in SETTING_OFF:
        return index - 2 if index > 1 and items[index - 2].text == "," else index - 1
    return None


def is_quote(items: Sequence[Token], index: int) -> bool:
    """Whether a quotation stands at `index`."""
    return 0 <= index < len(items) and items[index].pos == QUOTE


def stands_alone(scene: Scene, index: int) -> bool:
    """ "If he says that, he lies": no clause follows, as one does behind "said that, if asked, he would"."""
    commas = sum(scene.low(k) == "," for k in range(index + 1, scene.limit))
    return scene.low(index + 1) == "," and commas == 1
