"""What an event is called in a timeline, and which words are its evidence.

A label is made of the article's own words: the subject, then the verb with what follows it, or the noun
phrase; cut to a line. The words of time are left out, because the date stands beside it.
"""

from collections.abc import Sequence

from kb.extracting.event_clauses import HARD_MARKS, VERBAL
from kb.extracting.event_leading import before_cut_clause, leading_clause, owner_of, subject_in_tree
from kb.extracting.event_relatives import relative_end, subject_over_relative
from kb.extracting.event_scene import (
    Scene,
    group_start,
    is_blamed,
    is_passive,
    is_past_form,
    phrase_start,
)
from kb.extracting.event_subjects import Words, noun_phrase_before, subject_words
from kb.extracting.event_time_heads import amount_before
from kb.extracting.event_told import Told
from kb.extracting.event_words import OWNERS
from kb.model import Participant, Role, Span, TimeExpression

LONGEST = 100
BARE = 2  # words: "the deal"
POOR = 3  # words: a noun phrase of no more is told with the clause that describes it
OWNED = "'s"
MARKS = " \u00a0\n,;:–—-“”\"'‘’()[]."


def label_of(told: Told, participants: tuple[Participant, ...]) -> str:
    """A line of at most 100 characters that names the event."""
    parts = _noun_phrase(told) if told.verb is None else _clause(told, told.verb, participants)
    words = [part if isinstance(part, str) else _text(told, *part) for part in parts]
    whole = " ".join(word for word in words if word).replace(f" {OWNED}", OWNED)
    line = _with_particle(told, _tight(whole, told.scene.words.of("loose")))
    return _cut(line[:1].upper() + line[1:])


def _with_particle(told: Told, line: str) -> str:
    """The line with what its verb ends with, where it ends with its verb: "the talks went on"."""
    *before, last = [token.text for token in told.scene.tokens[told.first : told.last]]
    return f"{line} {last}" if before and line.casefold().endswith(f" {before[-1]}".casefold()) else line


def evidence_of(told: Told) -> Span:
    """The clause of the event, or the sentence when its time stands elsewhere in it."""
    scene, clause = told.scene, told.scene.clause_of(told.first)
    span = _trimmed(scene.text, scene.span(clause.first, clause.last))
    if told.time is None or span.covers(told.time.span):
        return span
    return scene.sentence.span


# ----------------------------------------------------------------------------------- which words


def _clause(told: Told, verb: int, participants: tuple[Participant, ...]) -> Sequence[Words | str]:
    """The subject and what follows it, or the noun that is the subject and what follows that."""
    scene = told.scene
    group, end = group_start(scene, verb), max(told.last, _end(scene, verb, told.last))
    end = before_cut_clause(scene, told.last, end)
    if told.is_noun and told.first < verb:
        start = _phrase_start(told)
        leads_in = start > 0 and scene.tokens[start - 1].pos == "ADP"  # "Under the deal, curbs were lifted"
        apart = leads_in or _is_joined(scene, told.last, verb)
        return [(start, _comma(scene, start if apart else verb, end))]
    floor = _floor(told)
    if group < floor or (group == floor and scene.tokens[group].text == "to"):
        floor = 0  # who says it does it: "agreed to buy"
    described = noun_phrase_before(scene, verb, floor) if _is_participle(scene, group, verb) else None
    reduced = is_passive(scene, verb) or scene.tokens[verb].relation == "acl"
    own = described if reduced else None  # "a memo signed by ten"
    subject = subject_over_relative(scene, verb, floor) or own
    subject = subject or subject_words(scene, scene.clause_of(verb), group, floor)
    if leading := _leading(told, verb, floor, end, alone=subject is not None):
        return leading
    subject = subject or subject_in_tree(scene, verb, group, floor)
    subject = subject or _doer(scene, participants, floor, group) or described
    if subject and not told.is_noun:
        subject = _without_tie(scene, subject, verb)
    if (to := _after_another(scene, group, verb)) is not None:
        group = to  # "Norway voted to leave": the vote has a line of its own
    shared = _shared_auxiliary(scene, group, verb)
    owner = owner_of(scene, verb, floor) if subject and subject[0] >= scene.clause_of(verb).first else None
    return [part for part in (owner, OWNED if owner else None, subject, shared, (group, end)) if part]


def _leading(told: Told, verb: int, floor: int, end: int, alone: bool) -> Sequence[Words]:
    """The clause that a gerund goes on from with the gerund, if that is no more than a line; if the gerund
    could stand `alone` with its subject, only where the subject does not act: "was shot down, killing"."""
    leading = leading_clause(told.scene, verb, floor) if not told.is_noun else None
    if leading and alone and not is_passive(told.scene, leading[1][1]):
        return ()
    if leading is None or len(_text(told, leading[0][0], end)) > LONGEST:
        return ()
    return [leading[0], (leading[1][0], end)]


def _is_joined(scene: Scene, first: int, last: int) -> bool:
    """Whether a comma with "and" stands between: "feared a raid, and that has happened"."""
    pairs = zip(scene.tokens[first:last], scene.tokens[first + 1 : last], strict=False)
    return any(mark.text == "," and joins.pos == "CCONJ" for mark, joins in pairs)


def _shared_auxiliary(scene: Scene, group: int, verb: int) -> Words | None:
    """The auxiliary that a joined participle shares: "has killed ten and | driven many out"."""
    tree, token = scene.tree, scene.tokens[verb]
    first = tree.head(verb) if tree is not None and token.relation == "conj" else None
    if tree is None or first is None or group != verb or not is_past_form(token):
        return None
    if tree.has(verb, "nsubj") and not tree.has(verb, "nsubj:pass"):
        return None
    if tree.has(first, "aux:pass"):
        been = next(tree.kids(first, "aux:pass")) if not tree.has(verb, "obj") else None
        return None if been is None else (been, been + 1)  # "Roe was arrested and | charged"
    have = (i for i in tree.kids(first, "aux") if scene.tokens[i].lemma == "have")
    return next(((i, i + 1) for i in have), None)


def _without_tie(scene: Scene, subject: Words, verb: int) -> Words | None:
    """The subject of a gerund without the preposition between: "(accused) the army of shelling".

    None of "would not apologise for shelling": what another verb tells is no part of it.
    """
    first, last = subject
    bare = not any(token.pos in VERBAL for token in scene.tokens[first:last])
    tied = last - first > 1 and scene.tokens[last - 1].pos == "ADP"
    if tied and not bare and scene.tokens[verb].text.endswith("ing"):
        return None
    return (first, last - 1) if bare and tied else subject


def _after_another(scene: Scene, group: int, verb: int) -> int | None:
    """Where the infinitive begins, if the verb it hangs on tells another event."""
    to = next((i for i in range(verb - 1, group, -1) if scene.tokens[i].text == "to"), verb)
    return to if any(group <= name.first < to < verb for name in scene.named) else None


def _end(scene: Scene, verb: int, last: int) -> int:
    """Where the clause ends; a relative one before the verb of the clause it stands in."""
    clause = scene.clause_of(max(verb, last - 1))
    if clause.opener not in scene.words.of("relatives"):
        return clause.last
    behind = range(max(last, verb + 1), clause.last)
    end = next((i for i in behind if _resumes(scene, i)), clause.last)
    return relative_end(scene, verb, last, end)


def _resumes(scene: Scene, index: int) -> bool:
    """Whether a verb stands there that nothing joins to the one before."""
    before, token = scene.tokens[index - 1], scene.tokens[index]
    return token.pos in VERBAL and before.pos not in {"AUX", "PART", "ADV", "CCONJ"} and before.text != "to"


def _comma(scene: Scene, first: int, last: int) -> int:
    return next((i for i in range(first, last) if scene.tokens[i].text == ","), last)


def _floor(told: Told) -> int:
    """Where the words of the one who tells it begin: before them somebody says so."""
    said = told.statement.content if told.statement else ()
    trigger = told.scene.tokens[told.first].span
    starts = [told.scene.first_token(content) for content in said if content.covers(trigger)]
    return max(starts, default=0)


def _is_participle(scene: Scene, group: int, verb: int) -> bool:
    """Whether the verb stands without an auxiliary right behind a noun: "a memo signed by ten"."""
    return group == verb and not scene.tokens[verb].text.endswith("ing")


def _doer(scene: Scene, participants: tuple[Participant, ...], floor: int, group: int) -> Words | None:
    """The first one who does it, or to whom it is done, if named before the verb."""
    named = {one.mention.span: one.role for one in reversed(participants)}
    before = [m.span for m in scene.mentions_in(floor, group) if m.span in named]
    ranked = sorted(before, key=lambda span: named[span] is not Role.INITIATOR)
    return (scene.first_token(ranked[0]), scene.last_token(ranked[0])) if ranked else None


def _noun_phrase(told: Told) -> Sequence[Words | str]:
    """The noun phrase with what hangs on it; one of few words with the clause that describes it."""
    scene, start = told.scene, _phrase_start(told)
    end = next((i for i in range(told.last, len(scene.tokens)) if _ends_phrase(scene, i)), len(scene.tokens))
    if is_blamed(scene, told.last - 1):  # "blamed the coup | on the army"
        end = next((i for i in range(told.last, end) if scene.tokens[i].text == "on"), end)
    if end < len(scene.tokens) and scene.tokens[end].relation == "acl:relcl":
        return [(start, scene.clause_of(end).last)]  # "the loss of a hospital it ran"
    if (taker := _taker(told, start, end)) is not None:
        return _clause_up_to(told, taker, end)
    if end - start > POOR or end == len(scene.tokens):
        return [(start, end)]
    if scene.tokens[end].text.casefold() in scene.words.of("relatives"):
        return [(start, scene.clause_of(end).last)]
    verb = next((i for i in range(_floor(told), start) if scene.tokens[i].pos == "VERB"), None)
    return [(start, end)] if verb is None or end - start > 1 else _clause_up_to(told, verb, end)


def _taker(told: Told, start: int, end: int) -> int | None:
    """The verb whose object "the deal" is: without it the label would say too little."""
    tree, tokens, noun = told.scene.tree, told.scene.tokens, told.last - 1
    bare = told.last - start == BARE and all(_is_of_time(told, i) for i in range(told.last, end))
    known = bare and told.scene.words.has("pointing", tokens[start])
    verb = tree.head(noun) if tree is not None and known and tree.relation(noun) == "obj" else None
    return verb if verb is not None and _floor(told) <= verb < start else None


def _is_of_time(told: Told, index: int) -> bool:
    token = told.scene.tokens[index]
    return token.pos in {"ADP", "PUNCT"} or any(time.span.overlaps(token.span) for time in told.scene.times)


def _clause_up_to(told: Told, verb: int, end: int) -> Sequence[Words]:
    """A noun that stands alone says too little: the clause that leads to it."""
    group = group_start(told.scene, verb)
    subject = subject_words(told.scene, told.scene.clause_of(verb), group, _floor(told))
    return [subject, (group, end)] if subject else [(group, end)]


def _phrase_start(told: Told) -> int:
    """The first token of the noun phrase, the mark of an owner or a relative left out."""
    start = max(phrase_start(told.scene, told.first), min(_floor(told), told.first))
    token = told.scene.tokens[start]
    led_in = token.text in OWNERS or told.scene.words.has("relatives", token)
    return start + (led_in and start < told.first)


def _ends_phrase(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    joined = token.text.casefold() in scene.words.of("subordinators")
    return token.pos in VERBAL or token.text == "," or token.text in HARD_MARKS or joined


# ------------------------------------------------------------------------------------- as a line


def _text(told: Told, first: int, last: int) -> str:
    """The words without those of time: the ones that date the event, and any at the end."""
    scene, loose = told.scene, told.scene.words.of("loose")
    span = _without_last_time(scene, scene.span(first, last), told.last)
    text, time = scene.text, told.time
    if time is None or not span.covers(time.span):
        return " ".join(span.of(text).strip(MARKS).split())
    before = _tight(text[span.start : _time_begin(scene, time, span)], loose)
    behind = text[time.span.end : span.end].removeprefix("’s").removeprefix("'s")
    comma = "," if before and behind.startswith(",") else ""
    return " ".join(f"{before}{comma} {behind.strip(MARKS)}".strip(MARKS).split())


def _without_last_time(scene: Scene, span: Span, after: int) -> Span:
    """The span without the words of time at its end, as far as they stand behind the token `after`."""
    floor = scene.tokens[after - 1].span.end
    last = [time for time in scene.times if _closes(scene.text, time, span) and time.span.start >= floor]
    return Span(span.start, _time_begin(scene, last[0], span)) if last else span


def _time_begin(scene: Scene, time: TimeExpression, span: Span) -> int:
    """Where the words of time begin within the span, the amount that ends with a date included."""
    amount = amount_before(scene, time)
    return amount.span.start if amount is not None and span.covers(amount.span) else time.span.start


def _closes(text: str, time: TimeExpression, span: Span) -> bool:
    return span.covers(time.span) and not text[time.span.end : span.end].strip(MARKS)


def _tight(text: str, loose: frozenset[str]) -> str:
    """The text without prepositions and joining words at its end."""
    words = text.split()
    while words and words[-1].strip(MARKS).casefold() in loose | {""}:
        words.pop()
    return " ".join(words).strip(MARKS)


def _cut(line: str) -> str:
    """At most a line, cut at a word."""
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(MARKS) + "…"


def _trimmed(text: str, span: Span) -> Span:
    """The span without marks and joining blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(MARKS))
    return Span(start, max(start + 1, span.end - (len(words) - len(words.rstrip(MARKS)))))
