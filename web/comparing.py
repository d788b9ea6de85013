"""Two views above one axis: what both have, what only one has, and the same event with different dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from kb.model import Entry, Filter
from kb.writing.picture import Lane
from web.context import kb
from web.parameters import as_parameters, read_filter
from web.pictures import picture_of_most
from web.translating import say

blueprint = Blueprint("comparing", __name__)

SIDES = ("left", "right")
MOST = 300  # entries of a side
NEWEST = 200  # articles to choose from


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what it asks for, the entries it has (the first `MOST`), how many there are."""

    wanted: Filter
    entries: Sequence[Entry]
    total: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Entries in both with one date, in both with two dates, only in the left, only in the right."""

    shared: Sequence[Entry]
    differing: Sequence[tuple[Entry, Entry]]
    left: Sequence[Entry]
    right: Sequence[Entry]


@blueprint.get("/compare")
def compare() -> str:
    """The comparison of `left-...` with `right-...`, each with the parameters of a timeline."""
    left, right = (_side(_of_side(name)) for name in SIDES)
    is_asked = any(as_parameters(side.wanted) for side in (left, right))
    found = compared(left.entries, right.entries, kb().leads([*left.entries, *right.entries]))
    picture, beyond = picture_of_most(_lanes(found) if is_asked else [])
    return render_template(
        "compare.html",
        sides=dict(zip(SIDES, (left, right), strict=True)),
        found=found if is_asked else None,
        picture=picture,
        beyond=beyond,
        articles=kb().newest(NEWEST),
        most=MOST,
    )


def compared(left: Sequence[Entry], right: Sequence[Entry], leads: Mapping[str, str]) -> Comparison:
    """Which entries are one and the same by `leads` (what stands for each, by IRI), and which are not."""
    ours, theirs = ({leads.get(entry.iri, entry.iri): entry for entry in side} for side in (left, right))
    pairs = [(one, theirs[lead]) for lead, one in ours.items() if lead in theirs]
    return Comparison(
        shared=[one for one, other in pairs if _date(one) == _date(other)],
        differing=[pair for pair in pairs if _date(pair[0]) != _date(pair[1])],
        left=[one for lead, one in ours.items() if lead not in theirs],
        right=[one for lead, one in theirs.items() if lead not in ours],
    )


def _date(entry: Entry) -> tuple[str, bool]:
    return entry.edtf, entry.dated


def _of_side(name: str) -> "MultiDict[str, str]":
    prefix = f"{name}-"
    given = request.args.items(multi=True)
    return MultiDict((key.removeprefix(prefix), value) for key, value in given if key.startswith(prefix))


def _side(args: "MultiDict[str, str]") -> Side:
    wanted = read_filter(args)
    found = kb().window(wanted, MOST)
    return Side(wanted, found.entries, found.total)


def _lanes(found: Comparison) -> list[Lane]:
    both = [entry for pair in found.differing for entry in pair]
    named = ((say("in both"), found.shared), (say("different dates"), both))
    only = ((say("only left"), found.left), (say("only right"), found.right))
    return [Lane(name, tuple(entries), at) for at, (name, entries) in enumerate((*named, *only)) if entries]
