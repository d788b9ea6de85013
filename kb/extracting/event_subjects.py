"""The words that name the subject of a verb, as the article has them: what a label begins with.

Of a clause with a subject these are the noun phrase and its complements; of a joined clause, those of the
clause before; of a relative or a participle, the noun phrase right before it.
"""

from kb.extracting.event_clauses import VERBAL, Clause, is_subordinate
from kb.extracting.event_scene import Scene, clause_before
from kb.extracting.event_words import MODIFIER, NOMINAL, OWNERS

TIES = frozenset({"of", "from", "in", "for", "on", "about", "at"})
"""Prepositions that tie a complement to the noun before it."""

Words = tuple[int, int]
"""Tokens `first` up to, not including, `last`."""


def subject_words(scene: Scene, clause: Clause, group: int, floor: int = 0) -> Words | None:
    """The tokens of the subject of the verb group that begins at `group`; None when there is none.

    Nothing before the token `floor` belongs to it: there somebody else is speaking.
    """
    first = max(clause.first, floor)
    return _own(scene, _after_opener(scene, first, group), group) or _borrowed(scene, clause, floor)


def _after_opener(scene: Scene, first: int, last: int) -> int:
    """Behind marks, conjunctions, subordinators and words of time."""
    while first < last and (_is_opener(scene, first) or _time_end(scene, first) > first):
        first = max(first + 1, _time_end(scene, first))
    return first


def _is_opener(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    led_in = scene.words.has("subordinators", token) or token.pos in {"PUNCT", "CCONJ", "SCONJ"}
    led_in = led_in and not scene.words.has("negations", token)  # "neither Oslo nor Vell"
    before_time = token.pos == "ADP" and _time_end(scene, index + 1) > index + 1
    return (led_in and token.text not in '“"') or before_time


def _time_end(scene: Scene, index: int) -> int:
    """Behind the words of time that begin at the token; the token itself where none do."""
    if index >= len(scene.tokens):
        return index
    start = scene.tokens[index].span.start
    spans = [time.span for time in scene.times if time.span.start == start]
    return scene.last_token(spans[0]) if spans else index


def _own(scene: Scene, first: int, last: int) -> Words | None:
    """The subject within these tokens: the last part between commas that is no apposition."""
    commas = [i for i in range(first, last) if scene.tokens[i].text == ","]
    starts = [first, *(comma + 1 for comma in commas)]
    parts = [(a, b) for a, b in zip(starts, [*commas, last], strict=True) if a < b]
    if len(parts) > 1 and scene.tokens[last - 1].text == ",":
        parts = parts[:1]  # "Ann Roe, the mayor, left"
    elif parts and scene.tokens[parts[-1][0]].pos in VERBAL:
        parts = [(first, last)]  # "the war, now old, has forced them to flee"
    free = [_without_adjunct(scene, *part) for part in _with_list(scene, parts)[-1:]]
    return next((part for part in free if part and _has_noun(scene, *part)), None)


def _with_list(scene: Scene, parts: list[Words]) -> list[Words]:
    """The parts with those of a list in one: "sanctions imposed by Norway, Chile and Peru"."""
    if len(parts) < 2 or not _ends_list(scene, *parts[-1]):
        return parts
    start = next((n for n in range(len(parts) - 2, -1, -1) if not _is_item(scene, *parts[n])), 0)
    opens = scene.tokens[parts[start][0]].pos == "ADP" and not _is_amount(scene, parts[start][0])
    start += opens and start + 2 < len(parts)  # "In Oslo, Norway, Chile and Peru"
    return [*parts[:start], (parts[start][0], parts[-1][1])]


def _ends_list(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.tokens[first:last]
    return any(token.pos == "CCONJ" for token in tokens) and not any(token.pos in VERBAL for token in tokens)


def _is_item(scene: Scene, first: int, last: int) -> bool:
    """Whether a part between commas is no more than one thing of a list, and begins none."""
    return all(token.pos in MODIFIER | NOMINAL | {"DET"} for token in scene.tokens[first:last])


def _without_adjunct(scene: Scene, first: int, last: int) -> Words | None:
    """The part without a prepositional phrase that opens it: "in the north the army" -> "the army"."""
    if scene.tokens[first].pos != "ADP" or _is_amount(scene, first):
        return first, last
    for index in range(first + 2, last):
        if _begins_phrase(scene, index):
            return index, last
    return None


def _is_amount(scene: Scene, index: int) -> bool:
    """Whether a preposition begins an amount: "at least ten people", "over 200 men"."""
    behind = scene.tokens[index + 1 : index + 2]
    return any(token.pos == "NUM" or token.text.casefold() in {"least", "most"} for token in behind)


def _begins_phrase(scene: Scene, index: int) -> bool:
    before, token = scene.tokens[index - 1], scene.tokens[index]
    if before.pos not in NOMINAL or token.text in OWNERS:
        return False
    edge = any(mention.span.end == before.span.end for mention in scene.mentions)
    return token.pos in {"DET", "PRON"} or (edge and token.pos in MODIFIER)


def _has_noun(scene: Scene, first: int, last: int) -> bool:
    own = [token for token in scene.tokens[first:last] if not scene.words.has("relatives", token)]
    return any(token.pos in NOMINAL | {"PRON", "NUM"} for token in own)


# ------------------------------------------------------------------------- a subject told elsewhere


def _borrowed(scene: Scene, clause: Clause, floor: int) -> Words | None:
    if clause.first <= floor:
        return None
    if clause.opener in scene.words.of("relatives"):
        return noun_phrase_before(scene, clause.first, floor)
    previous = clause_before(scene, clause)
    verb = next((i for i in range(previous.first, previous.last) if scene.tokens[i].pos in VERBAL), None)
    joined = clause.opener in {"and", "but", "or", "then"} or _is_gerund(scene, clause)
    return subject_words(scene, previous, verb, floor) if joined and verb is not None else None


def _is_gerund(scene: Scene, clause: Clause) -> bool:
    """ "(prices fell) before recovering": no "when shelling broke out", whose subject the gerund is."""
    verbs = [token.text for token in scene.tokens[clause.first + 1 : clause.last] if token.pos in VERBAL]
    first = scene.tokens[min(clause.first + 1, clause.last - 1)].text
    return first.endswith("ing") and verbs == [first] and is_subordinate(clause, scene.words)


def noun_phrase_before(scene: Scene, end: int, floor: int) -> Words | None:
    """The noun phrase that ends before the token, a comma apart, with what hangs on it by "of"."""
    last = end - 1 if end > 0 and scene.tokens[end - 1].text == "," else end
    first = last
    while first > floor and _continues(scene, first - 1):
        first -= 1
    while first < last and scene.tokens[first].pos in {"ADP", "PUNCT"}:
        first += 1
    return (first, last) if _has_noun(scene, first, last) else None


def _continues(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    owned = token.text in OWNERS or scene.words.has("possessives", token)
    tied = token.pos == "ADP" and token.text.casefold() in TIES
    return token.pos in MODIFIER | {"DET"} or owned or tied
