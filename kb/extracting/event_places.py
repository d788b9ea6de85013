"""Who takes part in an event and where: what of those who take part is the place, and what is none.

A town that was captured or struck is where that happened; a team that was beaten, a man who was arrested
is not. Which kinds are which stands in the lists below, the kinds of place that have a name behind "of" in
`named_places` of `[grammar.events]`.
"""

from kb.extracting.event_carriers import Carrier
from kb.extracting.event_roles import Cast
from kb.extracting.event_scene import Scene
from kb.extracting.event_words import Named
from kb.extracting.participants import cast_of_noun, cast_of_verb
from kb.model import EntityKind, Mention, Role, Span

NATURAL = frozenset({"earthquake", "flood", "storm", "tsunami", "eruption", "wildfire", "landslide"})
"""Disasters that strike a place."""

PLACED = frozenset({"capture", "siege", "invasion", "visit"}) | NATURAL
"""Kinds whose target is where they take place."""

LEFT = frozenset({"withdrawal", "departure", "flight", "evacuation"})
"""Kinds that take place where somebody goes from."""

UNPLACED = frozenset(
    {"suspension", "dismissal", "appointment", "resignation", "arrest", "trial", "verdict", "sentencing"}
    | {"release", "indictment", "takeover", "transfer", "marriage", "death", "killing", "praise", "award"}
)
"""Kinds that are done to somebody: what they are done to is no place."""


def cast_of(scene: Scene, name: Named, carrier: Carrier | None) -> Cast:
    """Who takes part and where."""
    cast = _hosted(scene, name, _placed_cast(scene, name, carrier))
    return Cast(cast.participants, _by_name(scene, cast.place))


def _hosted(scene: Scene, name: Named, cast: Cast) -> Cast:
    """The cast of a contest, whose city takes no part: "the Berlin | marathon"."""
    before = scene.tokens[name.first - 1].span if name.first and name.type.name == "tournament" else None
    hosts = [p for p in cast.participants if before is not None and p.mention.span.end == before.end]
    host = next((p for p in hosts if p.mention.entity.kind is EntityKind.PLACE), None)
    if host is None or not name.is_noun:
        return cast
    return Cast(tuple(p for p in cast.participants if p is not host), cast.place or host.mention)


def _placed_cast(scene: Scene, name: Named, carrier: Carrier | None) -> Cast:
    """The same, the place in the words that stand there."""
    if name.is_noun:
        cast = cast_of_noun(scene, name.first, name.last, carrier)
    else:
        cast = _without_trigger(cast_of_verb(scene, name.first, name.last), scene.span(name.first, name.last))
    if cast.place is None and name.type.name in LEFT:
        return Cast(cast.participants, _place_left(cast))
    done_to = name.type.name in UNPLACED or scene.words.verb("outdoing", scene.tokens, name.first)
    if done_to and any(part.mention == cast.place for part in cast.participants):
        return Cast(cast.participants, None)
    return (
        cast
        if cast.place or name.type.name not in PLACED
        else Cast(cast.participants, _object_place(scene, cast))
    )


def _without_trigger(cast: Cast, trigger: Span) -> Cast:
    """The cast without nouns that are words of the event itself: "took office", "came into force"."""
    return Cast(tuple(p for p in cast.participants if not trigger.covers(p.mention.span)), cast.place)


def _place_left(cast: Cast) -> Mention | None:
    """The place that is left."""
    others = (part.mention for part in cast.participants if part.role is Role.OTHER)
    return next((m for m in others if m.entity.kind is EntityKind.PLACE), None)


def _by_name(scene: Scene, place: Mention | None) -> Mention | None:
    """The place by its name, where "of" ties one to its kind: "the city of | Kunduz"."""
    if place is None:
        return None
    first, last = scene.first_token(place.span), scene.last_token(place.span)
    names = (
        m
        for m in scene.mentions_in(first + 2, min(last + 2, len(scene.tokens)))
        if m.entity.kind is EntityKind.PLACE
    )
    return next((name for name in names if _is_tied(scene, scene.first_token(name.span))), place)


def _is_tied(scene: Scene, index: int) -> bool:
    """Whether the name there is that of the town, port or province before it."""
    kind, of = scene.tokens[index - 2 : index]
    return of.text == "of" and scene.words.has("named_places", kind)


def _object_place(scene: Scene, cast: Cast) -> Mention | None:
    """What was taken, struck or visited, if it is a place or has a name that is nobody's."""
    targets = (part.mention for part in cast.participants if part.role is Role.TARGET)
    return next((mention for mention in targets if _may_be_somewhere(scene, mention)), None)


def _may_be_somewhere(scene: Scene, mention: Mention) -> bool:
    kind, name = mention.entity.kind, mention.entity.name
    if scene.words.has("named_places", scene.tokens[scene.last_token(mention.span) - 1]):
        return True
    named = kind in {EntityKind.THING, EntityKind.ORGANIZATION} and name[:1].isupper()
    return kind is EntityKind.PLACE or named
