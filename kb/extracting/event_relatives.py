"""What a relative clause within a subject leaves to which verb: "the man who attacked the museum was caught".

The parse tells whose verb is whose; word order alone takes what lies between two commas for one clause.
"""

from kb.extracting.event_clauses import VERBAL
from kb.extracting.event_scene import Scene, group_start, phrase_start
from kb.extracting.event_subjects import Words
from kb.extracting.event_tree import person_meant
from kb.model import EntityKind

RELATIVE = frozenset({"acl:relcl", "acl"})


def subject_over_relative(scene: Scene, verb: int, floor: int) -> Words | None:
    """The subject of a verb in or behind a relative clause, without that clause; None elsewhere.

    "(the man) who attacked the museum was caught": of both verbs it is the man.
    """
    clause = scene.clause_of(verb)
    if scene.tree is None or clause.opener not in scene.words.of("relatives"):
        return None
    subject = next(scene.tree.kids(verb, "nsubj"), None)
    if subject is None or subject < floor:
        return None
    if subject < clause.first:
        start = min(k for k in scene.tree.all_below(subject) if k >= floor)
        return start, _before_mark(scene, clause.first)
    noun = scene.tokens[verb].head
    described = scene.tokens[verb].relation in RELATIVE and scene.tokens[subject].pos == "PRON"
    if described and noun is not None and (person := person_meant(scene.tree, subject, noun)) != noun:
        return max(floor, phrase_start(scene, person)), _before_mark(scene, clause.first)
    within = described and noun is not None and floor <= noun < clause.first
    return _name(scene, noun) if within and noun is not None else None


def _name(scene: Scene, noun: int) -> Words:
    """The phrase of the noun with the name that it begins: "Secretary of State | Ann Roe |, who"."""
    span, start = scene.tokens[noun].span, phrase_start(scene, noun)
    named = [m for m in scene.mentions if m.span.overlaps(span)]
    people = [scene.first_token(m.span) for m in named if m.entity.kind is EntityKind.PERSON]
    cut = start > 0 and scene.tokens[start - 1].text == "of"
    end = max([noun + 1, *(scene.last_token(m.span) for m in named)])
    return (max(people, default=start) if cut else start), end


def relative_end(scene: Scene, verb: int, last: int, end: int) -> int:
    """Where the relative clause of a verb ends: before the group of a verb that does not hang on it."""
    if scene.tree is None or scene.tokens[verb].relation not in RELATIVE:
        return end
    below = frozenset(scene.tree.all_below(verb))
    behind = (k for k in range(max(last, verb + 1), end) if scene.tokens[k].pos in VERBAL and k not in below)
    other = next(behind, None)
    return end if other is None else max(last, _before_adverbs(scene, group_start(scene, other)))


def _before_mark(scene: Scene, end: int) -> int:
    """Before a comma or preposition that leads to the relative pronoun: "the man, with whom"."""
    while end > 1 and scene.tokens[end - 1].pos in ("PUNCT", "ADP"):
        end -= 1
    return end


def _before_adverbs(scene: Scene, end: int) -> int:
    while end > 1 and scene.tokens[end - 1].pos == "ADV":
        end -= 1
    return end
