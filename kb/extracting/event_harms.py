"""An event and the harm it did to people are one entry: "the flood that killed 12", "the blast wounded six".

The verb tells what came of the event that is its subject, or its agent: no second thing happened. So does a
participle that follows an attack or a disaster: "rebels shelled the town, wounding five". The entry
of the event takes whom it struck, and the words of the verb as further evidence. They stay two where the text
sets them apart: by another date, another status ("the quake may have killed ten"), or several events that did
it together. As with what is told twice, this is for timelines alone: who measures event words wants both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from kb.extracting.event_labels import LONGEST
from kb.extracting.event_sameness import kinds_of
from kb.extracting.event_tree import NAMING, Tree, is_passive, subjects_of, tree_of
from kb.extracting.nearby import Nearby
from kb.extracting.retellings import dated_by, rehung
from kb.model import EntityKind, Event, Findings, Retelling, Role, Token

HARMS = frozenset({"death", "killing", "wounding"})
"""The kinds of event that tell what came of another."""
STRIKING = frozenset({"conflict", "disaster"})
"""The broadest kinds of what a participle behind it may tell the harm of."""

ACTORS = frozenset({EntityKind.PERSON, EntityKind.GROUP, EntityKind.ORGANIZATION})


def with_harms(findings: Findings) -> Findings:
    """The findings with settled dates, harm told of the event that did it; what hung on it hangs on that.

    Events whose places somebody else gave are left as they were given.
    """
    if findings.document.given_events is not None:
        return findings
    events, joined, nearby = (
        {event.key: event for event in findings.events},
        dict[str, str](),
        Nearby(findings),
    )
    for harm in (event for event in findings.events if event.type in HARMS):
        source = _source_of(harm, nearby)
        source = events[source.key] if source else None
        if source is not None and _is_one(source, harm, events):
            events[source.key] = _with_harm(source, events.pop(harm.key), findings.text)
            joined[harm.key] = source.key
    return rehung(replace(findings, events=tuple(events.values())), joined)


def _source_of(harm: Event, nearby: Nearby) -> Event | None:
    """The one event that the verb says did it."""
    tokens = next((s.tokens for s in nearby.sentences.touching(harm.trigger)), ())
    tree = tree_of(tokens)
    verb = next((i for i, token in enumerate(tokens) if token.span.overlaps(harm.trigger)), None)
    if tree is None or verb is None or tokens[verb].pos != "VERB":
        return None
    if (main := _followed(tree, verb)) is not None:
        return _struck_by(tree, main, nearby)
    doers = [tokens[_striking(tree, verb, doer, nearby)] for doer in _doers(tree, verb)]
    named = [event for doer in doers if doer.pos in NAMING for event in _named_by(doer, nearby)]
    return named[0] if len(doers) == len(named) == 1 else None


def _followed(tree: Tree, verb: int) -> int | None:
    """The verb that a participle of result follows: "(shelled) the town, wounding five and killing one"."""
    head = tree.head(verb)
    if head is None or head > verb or not tree.tokens[verb].text.endswith("ing"):
        return None
    if tree.has(verb, "nsubj", "aux", "mark", "cc") and tree.relation(verb) != "conj":
        return None
    if tree.relation(verb) == "conj":
        return _followed(tree, head)
    before = next((i for i in range(verb - 1, head, -1) if tree.tokens[i].pos != "ADV"), head)
    follows = tree.relation(verb).startswith("advcl") and tree.tokens[before].pos == "PUNCT"
    return head if follows and tree.tokens[head].pos == "VERB" else None


def _struck_by(tree: Tree, main: int, nearby: Nearby) -> Event | None:
    """The attack or disaster that the main verb tells, its object, or its subject: "launched | airstrikes",
    "a quake | struck the coast"."""
    places = ([main], [*tree.kids(main, "obj")], [*tree.kids(main, "nsubj")])
    named = ([e for at in ats for e in _named_by(tree.tokens[at], nearby) if _strikes(e)] for ats in places)
    told = next((events for events in named if events), [])
    return told[0] if len(told) == 1 else None


def _strikes(event: Event) -> bool:
    return not STRIKING.isdisjoint(kinds_of(event.type, "en"))


def _doers(tree: Tree, verb: int) -> Iterator[int]:
    """The heads of the subject, or of what "by" leads to behind a passive."""
    if is_passive(tree, verb):
        return (kid for kid in tree.kids(verb, "obl") if tree.case(kid) == "by")
    return iter(subjects_of(tree, verb))


def _striking(tree: Tree, verb: int, doer: int, nearby: Nearby) -> int:
    """What did the harm of a clause behind a noun: the attacks did, and no train, of "the attacks on an
    airport and a train, which killed 31"; but a group that was attacked may be who killed."""
    if tree.relation(verb) != "acl:relcl" or tree.head(verb) != doer or not _is_set_off(tree, verb, doer):
        return doer
    if any(m.entity.kind in ACTORS for m in nearby.mentions.touching(tree.tokens[doer].span)):
        return doer
    around = takewhile(lambda i: tree.tokens[i].pos in NAMING, tree.above(doer))
    return next((i for i in around if any(map(_strikes, _named_by(tree.tokens[i], nearby)))), doer)


def _is_set_off(tree: Tree, verb: int, doer: int) -> bool:
    """Whether a comma stands between the noun and the clause, which then need not be about that noun."""
    return any(tree.tokens[i].text == "," for i in range(doer + 1, verb))


def _named_by(noun: Token, nearby: Nearby) -> list[Event]:
    told = nearby.triggered.touching(noun.span)
    return [event for event in told if isinstance(event, Event) and event.type not in HARMS]


def _is_one(source: Event, harm: Event, events: Mapping[str, Event]) -> bool:
    """Whether nothing sets them apart, and neither is dated by way of the other."""
    dates = [event.date.when for event in (source, harm) if event.date is not None and event.date.dated]
    hanging = _hangs_on(source, harm, events) or _hangs_on(harm, source, events)
    return source.status is harm.status and len(set(map(str, dates))) <= 1 and not hanging


def _hangs_on(event: Event, other: Event, events: Mapping[str, Event]) -> bool:
    """Whether its date counts from that of the other, at first or at second hand."""
    on = event.date.depends_on if event.date is not None else None
    if on is None or on not in events:
        return False
    return on == other.key or _hangs_on(events[on], other, events)


def _with_harm(source: Event, harm: Event, text: str) -> Event:
    """The event with those it struck, the place and the date of the harm where it has none of its own."""
    known = {part.mention.entity.key for part in source.participants}
    struck = (part for part in harm.participants if part.role is Role.TARGET)
    told = (Retelling(harm.span, harm.trigger), *harm.again)
    return replace(
        dated_by(source, harm, "The article dates what it did"),
        label=_called(source, harm, text),
        place=source.place or harm.place,
        participants=(*source.participants, *(p for p in struck if p.mention.entity.key not in known)),
        again=(*source.again, *(one for one in told if one.span != source.span)),
    )


def _called(source: Event, harm: Event, text: str) -> str:
    """What it is called, with the participles that tell the harm, if that is no more than a line: "Rebels
    shelled the town, wounding five and killing one"."""
    if harm.label.startswith(f"{source.label}, "):
        return harm.label
    word = harm.trigger.of(text)
    goes_on = word.endswith("ing") and any(one.trigger.of(text) in source.label for one in source.again)
    longer = f"{source.label} and {word}{harm.label.partition(word)[2]}"
    return longer if goes_on and len(longer) <= LONGEST else source.label
