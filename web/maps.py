"""The map: where the entries are that the parameters of a timeline ask for, and the list of these places."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, current_app, render_template, request

from kb.model import Entry, Filter, Placed, Position
from web.context import kb
from web.pages import address
from web.parameters import as_parameters, read_filter

blueprint = Blueprint("maps", __name__)

MOST = 300  # places
ENTRIES = 200  # of one place
TILES = "MAP_TILES"  # in the configuration of the site: the address of tiles on this host, "" for none


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the list: how many entries, where it is (None: nobody knows), the address of its entries."""

    placed: Placed
    position: Position | None
    href: str


@blueprint.get("/map")
def show() -> str:
    """The places, the fullest first; with `place=IRI` the entries of that place beside them."""
    wanted, chosen = read_filter(request.args), request.args.get("place", "").strip()
    wanted = replace(wanted, place="")  # all places stay on the map when one is chosen
    places = kb().places(wanted, MOST)
    positions = kb().positions(one.place for one in places)
    spots = [Spot(one, positions.get(one.place.iri), _address(wanted, one)) for one in places]
    return render_template(
        "map.html",
        wanted=wanted,
        spots=spots,
        located=sum(spot.position is not None for spot in spots),
        chosen=next((spot for spot in spots if spot.placed.place.iri == chosen), None),
        entries=_entries_at(chosen, wanted),
        timeline=address("/timeline", wanted),
        tiles=current_app.config.get(TILES, ""),
    )


def _entries_at(place: str, wanted: Filter) -> list[Entry]:
    """What happened or was said at a place, and does not merely speak of it."""
    if not place:
        return []
    return kb().timeline(replace(wanted, place=place, limit=ENTRIES))


def _address(wanted: Filter, placed: Placed) -> str:
    return f"/map?{urlencode({**as_parameters(wanted), 'place': placed.place.iri})}#entries"
