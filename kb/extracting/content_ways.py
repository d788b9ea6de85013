"""The ways a verb of saying takes its content after it, one function each, in order of trust.

`[speech.takes]` says which verbs go which way. A way gets the scene and the index after addressee and
adverbials, and gives the items of the content, or None. To add a way, write a function and list it in
`WAYS`.
"""

from collections.abc import Callable, Sequence

from kb.extracting.clause_words import (
    ASKING_OF,
    CALLING_UPON,
    COMPLEMENTISERS,
    GOING_ON,
    JOINING,
    MEANWHILE,
    NAMING,
    SETTING_OFF,
    TIMES,
)
from kb.extracting.content_around import quote_before
from kb.extracting.content_ends import clause_end, without_day
from kb.extracting.content_gaps import cleft, gapped, named
from kb.extracting.content_objects import is_silent_object, opinion, told_object
from kb.extracting.content_openers import opens_content
from kb.extracting.content_passive import has_agent, told_subject
from kb.extracting.cues import Form
from kb.extracting.phrases import QUOTE, full_end, phrase_end
from kb.extracting.scenes import Scene, is_quote, opens_clause
from kb.extracting.subjects import first_finite
from kb.extracting.tails import dated_end, day_end, opens_tail
from kb.model import Token

LONGEST_NAME = 16  # characters, with the marks


def _quotation(scene: Scene, start: int) -> tuple[int, int] | None:
    index = start
    if scene.cue.lemma in NAMING and scene.takes("quotation"):
        index = full_end(scene.items, scene.cue.end, scene.limit)
        index += scene.low(index) == "as"
        index += is_quote(scene.items, index + 1) and scene.items[index].pos in ("DET", "ADJ")
    begun = index
    while scene.low(index) in (",", ":", "—", "-"):
        index += 1
    if scene.cue.lemma in GOING_ON and index == begun:
        return None  # "would continue “the struggle”"
    if not is_quote(scene.items, index) or index >= scene.limit or not _may_quote(scene, start):
        return None
    begin = scene.cue.end if scene.cue.lemma in NAMING and scene.cue.form is not Form.PARTICIPLE else index
    return begin, _quotation_end(scene, index)


def _may_quote(scene: Scene, start: int) -> bool:
    """Whether the verb introduces words; `called "..."` gives a name, `called it "..."` an opinion."""
    passive = scene.cue.form is Form.PASSIVE
    passive = passive or scene.speaker is None  # "Rose Field (often called “the Rose”)"
    if scene.cue.lemma in NAMING and (passive or is_quote(scene.items, start) or _names_only(scene)):
        return False
    return any(scene.takes(kind) for kind in ("clause", "that", "quotation", "phrase"))


def _names_only(scene: Scene) -> bool:
    """ "what they called a "safe zone"": the writer quotes a name, if it is no longer."""
    opinion = next((item for item in scene.items[scene.cue.end :] if item.pos == QUOTE), None)
    if opinion is not None and opinion.span.end - opinion.span.start > LONGEST_NAME:
        return False  # "what he called "a stab in the back""
    return scene.speaker is not None and scene.low(scene.speaker.start - 1) == "what"


def _quotation_end(scene: Scene, start: int) -> int:
    """A quotation set off by a comma and a conjunction ends there; what else follows it is said with it."""
    after = start + 1
    if scene.cue.lemma in NAMING:
        return _names_end(scene, after)
    if scene.items[start].lemma in (",", ".", "!", "?") or _is_glossed(scene, after):
        return after
    set_off = scene.low(after + 1) in SETTING_OFF and scene.low(after + 2) != "that"
    if scene.low(after) == "," and (set_off or after + 1 >= scene.limit):
        return after
    return clause_end(scene, start)


def _names_end(scene: Scene, after: int) -> int:
    """ "called it “a mess” and “a shame” in the debate": behind the last name."""
    while scene.low(after) in (*JOINING, ","):
        quote = next((k for k in range(after + 1, after + 4) if is_quote(scene.items, k)), None)
        if quote is None or quote >= scene.limit:
            break
        after = quote + 1
    return after


def _is_glossed(scene: Scene, start: int) -> bool:
    """`"..." (in Italian).`: nothing but the writer's remark in parentheses follows."""
    last = scene.limit - 1
    return start < last and scene.low(start) in ("(", "[") and scene.low(last) in (")", "]")


def _that_clause(scene: Scene, start: int) -> tuple[int, int] | None:
    start += scene.low(start) == "," and scene.low(start + 1) == "that"
    opens = scene.low(start) in COMPLEMENTISERS and opens_content(scene, start)
    governs = scene.cue.form is Form.NOUN or scene.takes("clause") or scene.takes("that")
    if not opens or not governs or scene.cue.form is Form.UNREAL:
        return None
    whole = scene.low(start) == "that" or _holds_verb(scene, start)
    long_enough = start + 2 < scene.limit or is_quote(scene.items, start + 1)
    return (start, clause_end(scene, start)) if whole and long_enough else None


def _holds_verb(scene: Scene, start: int) -> bool:
    """Whether there is a finite verb, be it within a quotation."""
    quoted = any(is_quote(scene.items, index) for index in range(start, scene.limit))
    return quoted or first_finite(scene.items, start, scene.limit) is not None


def _object_infinitive(scene: Scene, start: int) -> tuple[int, int] | None:
    """ "urged them to wait", "called on the sides to talk": the content begins with whom it is put to."""
    if not scene.takes("object_infinitive") or not scene.is_real:
        return None
    start = scene.cue.end + (scene.low(scene.cue.end) in CALLING_UPON)
    end = full_end(scene.items, start, scene.limit)
    if end == start:
        return None
    end += scene.low(end) in ("not", "also")
    return (start, without_day(scene, start)) if scene.low(end) == "to" else None


def _infinitive(scene: Scene, start: int) -> tuple[int, int] | None:
    to = start + (scene.low(start) == "not")
    governs = scene.takes("infinitive") and scene.is_real
    urged = has_agent(scene) and scene.takes("object_infinitive")  # "was urged by them to wait"
    return (start, without_day(scene, start)) if scene.low(to) == "to" and (governs or urged) else None


def _prepositional(scene: Scene, start: int) -> tuple[int, int] | None:
    """ "warned against it", "blamed them for it": the content begins behind the preposition.

    In "accused the guards of lying" it begins with the guards: they are who lies.
    """
    wanted = scene.speech.prepositions.get(scene.cue.lemma, ())
    passive = has_agent(scene)  # "was accused by Reed of lying"
    if passive and scene.speaker is not None:
        start = scene.speaker.end
    elif scene.speaks_first and not _is_time(scene.low(start - 1)):
        start = scene.cue.end
    while start < scene.limit and scene.items[start].pos == "ADV":
        start += 1
    end = start if scene.low(start) in wanted else _target_end(scene.items, start, scene.limit, wanted)
    after = day_end(scene.items, end)  # "accused them on Monday of lying"
    targeted = end > start or passive or not _wants_target(scene)
    is_there = (scene.is_real or passive) and scene.low(after) in wanted and targeted
    if not is_there or after + 1 >= scene.limit:
        return None
    if not _is_put_in_words(scene, after):
        return None
    does = start < end == after and scene.low(after + 1).endswith("ing")
    begin = start if does and scene.items[start].pos != "PRON" else after + 1
    if dated_end(scene.items, begin) > begin:
        return None  # "called a vote for Sunday"
    return begin, without_day(scene, begin)


def _is_put_in_words(scene: Scene, preposition: int) -> bool:
    """Not "threatened him with a knife"; nor "appeals to the young", with nothing asked of them."""
    first = preposition + 1
    means = max(phrase_end(scene.items, first), first + 1) - 1
    asks = scene.cue.lemma not in ASKING_OF or any(
        scene.low(k) in ("to", "for") for k in range(first, scene.limit)
    )
    return not is_silent_object(scene, means) and (scene.low(preposition) != "to" or asks)


def _is_time(low: str) -> bool:
    return low in TIMES or low.endswith("day") or low == "time"


def _wants_target(scene: Scene) -> bool:
    """Whether the verb must have an object here; in "whom they accused of" it stands before."""
    named_before = (
        scene.speaks_first and scene.speaker is not None and scene.low(scene.speaker.start - 1) == "whom"
    )
    return scene.cue.lemma in scene.speech.targeting and not named_before


def _target_end(items: Sequence[Token], start: int, limit: int, wanted: tuple[str, ...]) -> int:
    """Where the phrase at `start` ends, not going past one of the `wanted` prepositions."""
    end = phrase_end(items, start)
    while (
        start < end < limit and items[end].pos in ("ADP", "CCONJ") and items[end].text.lower() not in wanted
    ):
        after = phrase_end(items, end + 1)
        if after == end + 1:
            break
        end = after
    return min(end, limit)


def _bare_clause(scene: Scene, start: int) -> tuple[int, int] | None:
    if not scene.takes("clause") or not scene.is_real:
        return None
    if scene.low(start) in MEANWHILE and quote_before(scene, start):
        return None  # `"...," X said when asked`
    if scene.low(start) == "that" and scene.items[start - 1].pos == "NOUN":
        return None  # "agreed on Friday to a truce that will last"
    start += scene.low(start) == ":"
    opens = opens_clause(scene.items, start, scene.limit) and not opens_tail(scene.items, start)
    return (start, clause_end(scene, start)) if opens else None


def _after_colon(scene: Scene, start: int) -> tuple[int, int] | None:
    """`She defended the plan: "..."`: any verb of saying, as long as its own clause ends in a colon."""
    for index in range(start, scene.limit):
        if scene.low(index) == ":" and is_quote(scene.items, index + 1) and scene.is_real:
            commas = (k for k in range(start, index) if scene.low(k) == ",")
            if any(opens_clause(scene.items, k + 1, index) for k in commas):
                return None  # "Asked what she thought, Reed did not blink: ..."
            return index + 1, clause_end(scene, index + 1)
    return None


WAYS: dict[str, Callable[[Scene, int], tuple[int, int] | None]] = {
    "quotation": _quotation,
    "that": _that_clause,
    "object infinitive": _object_infinitive,
    "infinitive": _infinitive,
    "preposition": _prepositional,
    "gapped": gapped,
    "cleft": cleft,
    "named": named,
    "clause": _bare_clause,
    "colon": _after_colon,
    "opinion": opinion,
    "phrase": told_object,
    "passive": lambda scene, _: told_subject(scene),
}
