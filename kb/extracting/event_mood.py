"""How the sentence around an event moves it: what governs or carries it, its tense, whether it lies ahead.

`status` asks these questions; the words stand in `[grammar.events]`.
"""

from collections.abc import Sequence
from itertools import pairwise

from kb.extracting.event_clauses import Clause
from kb.extracting.event_scene import Scene, group_start, is_past_form, phrase_start, winning_verb
from kb.extracting.event_told import Told
from kb.extracting.event_words import NOMINAL
from kb.model import Token


def governed(told: Told, name: str) -> bool:
    """Whether a verb of the list governs the event: "vowed to attack", "called off the visit"."""
    tokens, (verbs, start) = told.scene.tokens, told.governing
    found = [index for index in verbs if told.scene.words.verb(name, tokens, index)]
    return any(_reaches(tokens[index + 1 : start]) for index in found)


def carried(told: Told, name: str) -> bool:
    """Whether the verb that carries the noun is on the list: "the visit was postponed"."""
    verb = told.verb if told.is_noun else None
    return verb is not None and told.scene.words.verb(name, told.scene.tokens, verb)


def _reaches(between: Sequence[Token]) -> bool:
    """Whether nothing but an infinitive or a particle stands between the verb and the event."""
    particles = all(token.pos in {"ADP", "ADV", "PART", "SCONJ"} for token in between)
    return particles or any(token.text == "to" for token in between)


def noun_before(told: Told, name: str) -> bool:
    """Whether a noun of the list governs it: "a call for strikes", "plans to withdraw"."""
    tokens = told.frame[-2:]
    joined = len(tokens) == 2 and tokens[1].text.casefold() in {"for", "of", "to", "about", "against"}
    return joined and tokens[0].pos == "NOUN" and told.scene.words.has(name, tokens[0])


def is_infinitive(told: Told) -> bool:
    """A bare "to attack": purpose, not fact, unless someone was made to or began to."""
    came_about = governed(told, "causing") or governed(told, "beginning") or _is_of_the_first(told)
    came_about = came_about or _was_to(told) or _is_won(told)
    return any(token.text == "to" for token in told.group[-1:]) and not came_about


def _was_to(told: Told) -> bool:
    """ "had to make an emergency landing": what somebody had to do was done."""
    before = [token.text.casefold() for token in told.scene.tokens[: told.verb or told.first]]
    return before[-2:] == ["had", "to"]


def _is_won(told: Told) -> bool:
    """ "beat Norland to win the cup": what came of a contest that is told as won."""
    verb = winning_verb(told.scene, told.first) if not told.is_noun else None
    if verb is None:
        return False
    group = told.scene.tokens[group_start(told.scene, verb) : verb]
    return all(token.lemma == "have" or token.pos == "ADV" for token in group)


def _is_of_the_first(told: Told) -> bool:
    """ "the first state to default": what somebody is the first or the last to do is done."""
    scene = told.scene
    noun = told.first - len(told.group) - 1
    if noun < 0 or scene.tokens[noun].pos not in NOMINAL:
        return False
    return scene.words.any("firsts", scene.tokens[phrase_start(scene, noun) : noun])


def is_idea(told: Told) -> bool:
    """A gerund that opens a sentence is an idea where it is the subject: "Toppling him would be folly"."""
    tokens = told.scene.tokens
    if told.is_noun or not tokens[told.first].text.endswith("ing"):
        return False
    opens = all(token.pos == "PUNCT" for token in tokens[: told.first])
    after_comma = [b.pos for a, b in pairwise(tokens) if a.text == ","]
    return opens and (not after_comma or "AUX" in after_comma)


def is_due(told: Told) -> bool:
    """ "is to meet", "are set to begin": a form of "be", then "to"; no "was forced to resign"."""
    group = list(told.group)
    due = len(group) > 1 and group[-1].text == "to" and any(token.lemma == "be" for token in group)
    made = governed(told, "causing") and any(token.text in {"was", "were", "been"} for token in group)
    return due and not made


def lies_ahead(told: Told) -> bool:
    """Whether its time begins after publication, or "scheduled", "planned" stands behind the noun."""
    when, published = told.time.when if told.time else None, told.scene.published
    begin, known = when.window[0] if when else None, published.window[1] if published else None
    if begin is not None and known is not None:
        return begin > known
    behind = told.scene.tokens[told.last : told.last + 1] if told.is_noun else ()
    return told.scene.words.any("intending", behind)


def is_past(told: Told) -> bool:
    """Whether the verb is told in the past: "have carried out", "bombed"."""
    if told.verb is None:
        return False
    verb = told.scene.tokens[told.verb]
    if [token.text for token in told.group] == ["be"]:
        return False  # "demands that an inquiry be held"
    return is_past_form(verb) or any(token.lemma == "have" for token in told.group)


def has_present(told: Told) -> bool:
    """Whether the auxiliaries are present: "is", "are", "have been"."""
    forms = {token.text.casefold() for token in told.group}
    return bool(forms & {"is", "are", "'s", "'re", "’s", "’re", "has", "have", "'ve", "am"})


def is_inverted(told: Told) -> bool:
    """A condition without a conjunction: "had they attacked", "should they attack"."""
    if told.verb is None:
        return False
    tokens, first = told.scene.tokens, told.scene.clause_of(told.verb).first
    before = tokens[first : told.verb]
    leads = told.scene.words.any("inverting", before[:1]) and before[0].head == told.verb
    return leads and any(t.head == told.verb and (t.relation or "").startswith("nsubj") for t in before)


def is_unfounded(told: Told, name: str) -> bool:
    """Whether what is told of it in a clause is denied by a word of the list: "not true that they fled", "no
    evidence that they fled"."""
    tree, verb = told.scene.tree, told.verb
    head = tree.head(verb) if tree is not None and verb is not None and tree.has(verb, "mark") else None
    if tree is None or head is None or not told.scene.words.has(name, told.scene.tokens[head]):
        return False
    around = (*tree.kids(head), *(kid for above in tree.above(head) for kid in tree.kids(above, "advmod")))
    return told.scene.words.any("negations", [told.scene.tokens[kid] for kid in around if kid != verb])


def is_complement(scene: Scene, clause: Clause) -> bool:
    """Whether its opener joins what is said and describes no noun: "claimed that rebels fled in May", "the
    accusation that Moscow bombed a town in May"."""
    opening = scene.tokens[clause.first : clause.first + 2]
    opener = next((token for token in opening if token.text.casefold() == clause.opener), None)
    if opener is None or opener.pos != "PRON":
        return opener is not None and opener.pos == "SCONJ"
    return any(  # no gap in the clause for it to fill
        token.relation == opener.relation and token.head == opener.head and token is not opener
        for token in scene.tokens
    )
