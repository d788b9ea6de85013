"""Where content behind its cue ends: before what dates the saying and before the writer's own words."""

from collections.abc import Sequence

from kb.extracting.clause_words import BALLOTS, DOING, JOINING, MEANS, NEGATIONS, QUOTING, UNSAID, WITHHOLDING
from kb.extracting.cues import Form
from kb.extracting.phrases import QUOTE, is_finite, phrase_end
from kb.extracting.scenes import Scene, opens_clause
from kb.extracting.subjects import first_finite
from kb.extracting.tails import day_end, opens_tail, without_last_date, without_last_day
from kb.extracting.trees import children
from kb.model import Token

LATEST = ("most", "recently")


def without_day(scene: Scene, start: int) -> int:
    """Where content that is no clause ends: "condemned the raid on Monday" tells when it was condemned."""
    end = _before_clause(scene, start, clause_end(scene, start))
    end = _before_second_verb(scene.items, start, _before_occasion(scene, start, end))
    return end if first_finite(scene.items, start, end) else _before_date(scene, start, end)


def _before_date(scene: Scene, start: int, end: int) -> int:
    """ "rejected the idea in May": when it was said, as a day always is; but attacks may be those in May."""
    inside = scene.items[start:end]
    told_of = scene.cue.act != "reject" and any(item.lemma in scene.speech.happenings for item in inside)
    if told_of or any(item.pos in ("VERB", "PART") for item in inside):
        return without_last_day(scene.items, start, end)
    return without_last_date(scene.items, start, end)


def _before_occasion(scene: Scene, start: int, end: int) -> int:
    """ "confirmed the sale in a statement", "hailed a new age after the talks": where or when it was said."""
    for index in range(start, end - 1):
        if scene.low(index) == "," and opens_tail(scene.items, index + 1):
            return index
    for index in range(start, end - 1):
        indefinite = scene.low(index + 1) in ("a", "an")
        head = scene.items[max(phrase_end(scene.items, index + 1), index + 2) - 1].lemma if indefinite else ""
        if scene.low(index) == "in" and head in scene.speech.documents | BALLOTS:
            return index
        if scene.items[index].pos in ("VERB", "AUX", "PART"):
            return end  # "to wait after the vote": it belongs to the waiting
        if scene.low(index) in ("after", "before"):
            return index
    return end


def _before_clause(scene: Scene, start: int, end: int) -> int:
    """ "proposed a truce, but the rebels refused": what is no clause itself ends before the next one."""
    for index in range(start + 1, end - 2):
        if scene.low(index) in JOINING and scene.low(index + 1) == "that" and scene.low(start) != "that":
            return index  # "warned of a flood and that ..."
        joined = scene.low(index) == "," and scene.items[index + 1].pos == "CCONJ"
        if joined and opens_clause(scene.items, index + 2, end):
            return index
    return end


def _before_second_verb(items: Sequence[Token], start: int, end: int) -> int:
    """ "confirmed the verdict but would not discuss it": the conjunction before the speaker's next verb."""
    first = first_finite(items, start, end)
    if first is None:
        return end
    before = first - 1
    while before > start and items[before].pos in ("ADV", "PART"):
        before -= 1
    joined = before > start and items[before].pos == "CCONJ"
    return before if joined and not _may_be_noun(items[first]) else end


def _may_be_noun(verb: Token) -> bool:
    """ "troops or arms": a form that ends like a plural, or has no ending."""
    return verb.pos == "VERB" and verb.text.lower() in (verb.lemma, f"{verb.lemma}s")


def clause_end(scene: Scene, start: int) -> int:
    """Where content that begins at `start` ends: before a semicolon, else before what the scene allows."""
    limit = next((k for k in range(start + 1, scene.limit) if _breaks_off(scene, k)), scene.limit)
    limit = _before_comment(scene, start, _before_predicate(scene, start, limit))
    while limit > start + 1 and scene.items[limit - 1].text in (",", "—", "–", ":"):
        limit -= 1
    return limit


def _before_predicate(scene: Scene, start: int, end: int) -> int:
    """ "the claim that it had failed was denied": what is told of the noun of saying is not said."""
    noun = scene.items[scene.cue.start]
    told = scene.cue.form is Form.NOUN and (noun.relation or "").startswith("nsubj")
    if not told or noun.head is None or noun.head <= start:
        return end
    group = [noun.head, *children(scene.items, noun.head, ("aux", "aux:pass", "cop", "advmod"))]
    return min([end, *(index for index in group if index > start + 1)])


def _before_comment(scene: Scene, start: int, end: int) -> int:
    """ "accused them of lying, a charge they deny": what the writer calls it is not said.

    What goes on behind another comma is: "the bill, a claim on the poor, was dead".
    """
    commented = (k for k in range(start + 1, end - 2) if _is_comment(scene, k))
    return next((k for k in commented if not any(scene.low(n) == "," for n in range(k + 1, end))), end)


def _is_comment(scene: Scene, comma: int) -> bool:
    """ ", a charge that ...", ", a charge Moscow rejects", ", comments that ..."."""
    if scene.low(comma) != "," or scene.low(comma + 1) not in ("a", "an", "the"):
        return scene.low(comma + 2) == "that" and _is_judged(scene, comma + 1)
    end = max(phrase_end(scene.items, comma + 1), comma + 2)
    while end > comma + 3 and scene.items[end - 1].pos == "PROPN":
        end -= 1
    return _is_judged(scene, end - 1) or _is_judged(scene, comma + 2)


def _is_judged(scene: Scene, noun: int) -> bool:
    judged = scene.speech.nouns.keys() | scene.speech.verdicts
    return bool({scene.low(noun), scene.items[noun].lemma} & judged)


def _breaks_off(scene: Scene, index: int) -> bool:
    """At a semicolon, at "but declined to say", ", citing two aides", ", as did Reed", ", most recently in
    May": the writer speaks."""
    if scene.low(index) == "," and _is_withheld(scene, index + 1):
        return True
    if scene.low(index) == ":" and _is_sentence(scene.items, index + 1):
        return True
    joins = scene.items[index].pos == "CCONJ" and index + 2 < scene.limit
    withheld = joins and _withholds(scene, index + 1)
    alike = scene.low(index) == "," and scene.low(index + 1) == "as" and scene.low(index + 2) in DOING
    anew = scene.low(index) == "," and (scene.low(index + 1), scene.low(index + 2)) == LATEST
    return withheld or alike or anew or scene.low(index) == ";" or _is_occasion(scene, index)


def _is_sentence(items: Sequence[Token], index: int) -> bool:
    """ "said it was late: “We must go.”": a quotation of its own behind a colon."""
    whole = index < len(items) and items[index].pos == QUOTE and items[index].lemma in (".", "?", "!")
    return whole and index + 1 >= len(items)


def _withholds(scene: Scene, verb: int) -> bool:
    """ "but declined to say", "but stopped short of it", "but would not comment": the speaker did not."""
    second, third = scene.low(verb + 1), scene.items[min(verb + 2, len(scene.items) - 1)].lemma
    declined = scene.items[verb].lemma in WITHHOLDING and second == "to"
    silent = second in NEGATIONS and third in UNSAID
    return declined or silent or (scene.low(verb), second) == ("stopped", "short")


def _is_withheld(scene: Scene, index: int) -> bool:
    """ "citing two aides", "without elaborating": what was not, or by whom it was."""
    without = scene.low(index) == "without"
    verb = index + without
    tells = verb < scene.limit and scene.low(verb).endswith("ing")
    return tells and scene.items[verb].lemma in (UNSAID if without else QUOTING)


def _is_occasion(scene: Scene, index: int) -> bool:
    """ "called it “a mess” in an interview", "said it was “over” on Monday": where or when, behind a mark."""
    if scene.items[index - 1].pos != QUOTE:
        return False
    indefinite = scene.low(index) == "in" and scene.low(index + 1) in ("a", "an")
    head = scene.items[phrase_end(scene.items, index + 1) - 1].lemma if indefinite else ""
    return head in scene.speech.documents or day_end(scene.items, index) == scene.limit


def around_day(scene: Scene, found: tuple[int, int], way: str) -> tuple[tuple[int, int], ...]:
    """ "urged the sides on Monday to talk", "told him by telephone to go": when and how it was said, between
    whom it is put to and what belongs to the cue."""
    if way != "object infinitive":
        return (found,)
    start, end = found
    for index in range(start + 1, end - 1):
        after = _setting_end(scene, index)
        if after > index and scene.low(after) in ("to", "not"):
            return (start, index), (after, end)
        if is_finite(scene.items, index):
            break
    return (found,)


def _setting_end(scene: Scene, start: int) -> int:
    """Where a means and a day that begin at `start` end; `start` itself when none does."""
    told = phrase_end(scene.items, start + 1) if scene.low(start) in MEANS else start
    return day_end(scene.items, max(start, told))
